//! What waits to be rated, at the left of the board.

use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::card::{named, touch_ui};
use super::{BoardView, Listed};
use crate::analysis::level;
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, level_disc, line_at, lines};

const WIDTH: f32 = 188.0;
/// Of one in which nothing waits: just wide enough to bring a card back.
const NARROW: f32 = 50.0;
const CARD: f32 = 46.0;
const GAP: f32 = 8.0;
const HEADING: f32 = 30.0;

/// The width of the tray.
pub(super) fn width(listed: &Listed) -> f32 {
    if listed.unrated.is_empty() { NARROW } else { WIDTH }
}

/// Shows the tray.
pub(super) fn tray_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, board: &mut BoardView, (listed, rect): (&Listed, Rect)) {
    let theme = ctx.theme;
    let count = listed.unrated.len();
    if count == 0 {
        empty_ui(ui, ctx, rect);
        return;
    }
    let inside = Rect::from_min_max(pos2(rect.left() + 20.0, rect.top()), pos2(rect.right() - 10.0, rect.bottom()));
    let heading = ctx.texts.with("board-tray", &[("count", count.into())]);
    let bold = ink(Weight::SemiBold, fonts::SMALL, theme.mute);
    line_at(ui.painter(), (inside.left(), inside.top() + 10.0), &heading, bold, inside.width());
    let list = Rect::from_min_max(pos2(inside.left() - 4.0, inside.top() + HEADING), inside.max + vec2(4.0, 0.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(list));
    child.spacing_mut().item_spacing.y = GAP;
    ScrollArea::vertical().id_salt("board-tray").auto_shrink(false).show_rows(&mut child, CARD, count, |ui, rows| {
        for index in listed.unrated.get(rows).unwrap_or_default() {
            let Some(opportunity) = listed.opportunities.get(*index) else { continue };
            let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD), Sense::hover());
            let card = place.shrink2(vec2(4.0, 0.0));
            let edge = (1.0, rgba(theme.opportunity_line));
            ui.painter().rect(card, 8.0, rgba(theme.opportunity_fill), edge, egui::StrokeKind::Inside);
            let words = ink(Weight::Medium, fonts::SMALL, theme.ink);
            let galley = lines(ui.painter(), &named(ctx, opportunity), words, (card.width() - 32.0, 2));
            let at = pos2(card.left() + 9.0, card.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, rgba(theme.ink));
            let known = level(ctx.document, &opportunity.evidence);
            level_disc(ui.painter(), card.right_bottom() - vec2(12.0, 12.0), known, theme.mute);
            touch_ui(ui, ctx, board, (opportunity, None), (card, card));
        }
    });
}

/// A strip that takes cards back.
fn empty_ui(ui: &Ui, ctx: &ViewCtx<'_>, rect: Rect) {
    let strip = Rect::from_min_max(pos2(rect.left() + 12.0, rect.top() + 50.0), rect.max - vec2(6.0, 50.0));
    let response = ui.interact(strip, ui.scope_id().with("board-tray-strip"), Sense::hover());
    let words = ctx.text("board-tray-empty");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let edge = egui::Stroke::new(1.0, rgba(ctx.theme.line));
    let corners = [strip.left_top(), strip.right_top(), strip.right_bottom(), strip.left_bottom(), strip.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, edge, 4.0, 4.0));
    let square = Rect::from_center_size(strip.center(), vec2(16.0, 16.0));
    icon::paint(ui.painter(), square, IconName::MoveLeft, rgba(ctx.theme.faint));
    response.on_hover_text(words);
}
