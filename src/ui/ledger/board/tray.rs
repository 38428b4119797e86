//! What waits to be rated, at the left of the board.

use egui::{Rect, ScrollArea, Ui, pos2, vec2};

use super::card::{named, touch_ui};
use super::{BoardView, Laid};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, line_at, paragraph_ui};

/// The width of the tray.
pub(super) const WIDTH: f32 = 188.0;
const CARD: f32 = 46.0;
const GAP: f32 = 8.0;
const HEADING: f32 = 34.0;

/// Shows the tray.
pub(super) fn tray_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, board: &mut BoardView, (laid, rect): (&Laid, Rect)) {
    let theme = ctx.theme;
    let inside = Rect::from_min_max(pos2(rect.left() + 20.0, rect.top()), pos2(rect.right() - 10.0, rect.bottom()));
    let count = laid.unrated.len();
    let heading = ctx.texts.with("board-tray", &[("count", count.into())]);
    let bold = ink(Weight::SemiBold, fonts::SMALL, theme.mute);
    line_at(ui.painter(), (inside.left(), inside.top() + 18.0), &heading, bold, inside.width());
    let list = Rect::from_min_max(pos2(inside.left() - 4.0, inside.top() + HEADING), inside.max + vec2(4.0, 0.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(list));
    if count == 0 {
        child.add_space(2.0);
        let words = ctx.text("board-tray-empty");
        child.horizontal(|ui| {
            ui.add_space(4.0);
            paragraph_ui(ui, &words, ink(Weight::Regular, fonts::SMALL, theme.mute));
        });
        return;
    }
    child.spacing_mut().item_spacing.y = GAP;
    ScrollArea::vertical().id_salt("board-tray").auto_shrink(false).show_rows(&mut child, CARD, count, |ui, rows| {
        for index in laid.unrated.get(rows).unwrap_or_default() {
            let Some(opportunity) = laid.opportunities.get(*index) else { continue };
            let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD), egui::Sense::hover());
            let card = place.shrink2(vec2(4.0, 0.0));
            let edge = (1.0, rgba(theme.opportunity_line));
            ui.painter().rect(card, 8.0, rgba(theme.opportunity_fill), edge, egui::StrokeKind::Inside);
            let words = named(ctx, opportunity);
            let mut job = egui::text::LayoutJob::simple(
                words,
                font(Weight::Medium, fonts::SMALL),
                rgba(theme.ink),
                card.width() - 18.0,
            );
            job.wrap.max_rows = 2;
            let galley = ui.painter().layout_job(job);
            let at = pos2(card.left() + 9.0, card.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, rgba(theme.ink));
            touch_ui(ui, ctx, board, (opportunity, None, card));
        }
    });
}
