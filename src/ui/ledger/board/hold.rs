//! A card in the hand: it follows the pointer, the cell it would fall into is lit and says what that means, Esc gives up.

use egui::{Key, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::card::named;
use super::{BoardView, Laid, rate, rating_words};
use crate::analysis::ledger::Rating;
use crate::model::OpportunityId;
use crate::scene::point;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, line, lines};

/// What is held.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) id: OpportunityId,
    /// From the card's corner to the pointer.
    pub(super) grab: Vec2,
    pub(super) size: Vec2,
    /// From the pointer to what falls: the middle of its cell, or of a card that is in none.
    pub(super) center: Vec2,
    /// Where it came from.
    pub(super) from: Option<Rating>,
}

/// Where it would fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fall {
    /// On the board.
    Here(Rating),
    /// Back among those that are not rated.
    Tray,
}

/// Follows the pointer until the card is let go.
pub(super) fn follow(ui: &Ui, ctx: &ViewCtx<'_>, board: &mut BoardView, (laid, tray): (&Laid<'_>, Rect)) {
    let Some(held) = board.held.clone() else { return };
    let (pointer, down, escaped) =
        ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down(), input.key_pressed(Key::Escape)));
    let gone = !ctx.document.opportunities.contains(&held.id);
    let (Some(pointer), false) = (pointer, escaped || gone) else {
        board.held = None;
        return;
    };
    let ghost = Rect::from_min_size(pointer - held.grab, held.size);
    let fall = if tray.contains(pointer) { Fall::Tray } else { Fall::Here(rating_under(laid, pointer + held.center)) };
    if !down {
        board.held = None;
        let goal = match fall {
            Fall::Here(rating) => Some(rating),
            Fall::Tray => None,
        };
        if goal != held.from
            && let Some(edit) = rate(ctx, &held.id, goal, board.worth)
        {
            ctx.push(Action::BreakMerge);
            ctx.push(Action::Edit(edit));
        }
        return;
    }
    match fall {
        Fall::Here(rating) => light(ui, ctx, laid.on_screen(laid.board.plot.cell(rating))),
        Fall::Tray => light(ui, ctx, tray.shrink(4.0)),
    }
    ghost_ui(ui, ctx, &held, ghost);
    let words = match fall {
        Fall::Here(rating) => rating_words(ctx, rating),
        Fall::Tray => ctx.text("board-to-tray"),
    };
    tag(ui, ctx, ghost, &words);
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    ui.request_repaint();
}

fn rating_under(laid: &Laid<'_>, center: Pos2) -> Rating {
    let place = center - laid.field.min;
    laid.board.plot.rating_at(point(place.x, place.y))
}

fn light(ui: &Ui, ctx: &ViewCtx<'_>, rect: Rect) {
    let stroke = Stroke::new(1.5, rgba(ctx.theme.accent));
    ui.painter().rect(rect.shrink(1.0), 8.0, rgba(ctx.theme.accent.fade(0.1)), stroke, StrokeKind::Inside);
}

fn ghost_ui(ui: &Ui, ctx: &ViewCtx<'_>, held: &Held, ghost: Rect) {
    let theme = ctx.theme;
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("board-held"));
    let painter = ui.ctx().layer_painter(layer);
    let shadow = egui::Shadow { offset: [0, 4], blur: 14, spread: 0, color: egui::Color32::from_black_alpha(48) };
    painter.add(shadow.as_shape(ghost, egui::CornerRadius::same(8)));
    let edge = Stroke::new(1.5, rgba(theme.accent));
    painter.rect(ghost, 8.0, rgba(theme.card), edge, StrokeKind::Inside);
    let Some(opportunity) = ctx.document.opportunities.get(&held.id) else { return };
    let words = ink(Weight::Medium, fonts::SMALL, theme.ink);
    let most = (((ghost.height() - 8.0) / 15.0).floor() as usize).max(1);
    let galley = lines(&painter, &named(ctx, opportunity), words, (ghost.width() - 18.0, most));
    let at = pos2(ghost.left() + 9.0, ghost.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, rgba(theme.ink));
}

/// What letting go would mean, above the card; below it where the window ends.
fn tag(ui: &Ui, ctx: &ViewCtx<'_>, ghost: Rect, words: &str) {
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("board-held"));
    let painter = ui.ctx().layer_painter(layer);
    let galley = line(&painter, words, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.on_accent), 360.0);
    let size = galley.size() + vec2(16.0, 8.0);
    let above = ghost.top() - size.y - 6.0;
    let top = if above < ui.ctx().content_rect().top() { ghost.bottom() + 6.0 } else { above };
    let rect = Rect::from_min_size(pos2(ghost.center().x - size.x / 2.0, top), size);
    painter.rect_filled(rect, 6.0, rgba(ctx.theme.accent));
    painter.galley(rect.min + vec2(8.0, 4.0), galley, egui::Color32::PLACEHOLDER);
}
