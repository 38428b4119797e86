//! A short message at the bottom of the window's middle: what was done, and what can follow it.

use egui::{Align2, Area, Event, Frame, Id, Label, Order, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::action::Action;
use super::command::{CommandId, name_with_keys};
use super::context::ViewCtx;
use super::fonts;
use super::style::rgba;
use super::widgets::{Ink, ink, line, rich};
use crate::scene::text::Weight;

/// How long a message with an offer stays, in seconds.
const OFFER_SECS: f64 = 8.0;
/// Between the message and the edges of its room, in points.
const AIR: f32 = 12.0;
/// From the message's edges to its words.
const INSET: egui::Vec2 = vec2(16.0, 9.0);
/// From the words to an offer, and from one offer to the next.
const GAP: f32 = 16.0;
/// From an offer's words to its edges, both together.
const BUTTON: egui::Vec2 = vec2(20.0, 8.0);
/// Words narrower than this stand above the offers and not beside them.
const LEAST_WORDS: f32 = 220.0;
/// The widest words: longer ones go on in the next line.
const MOST_WORDS: f32 = 620.0;
/// What covers a part of the window lower than this above its bottom stands beside the message.
const BAND: f32 = 96.0;

/// The part of the window's middle where a message may stand: beside what covers its bottom, the minimap say.
pub(super) fn room(middle: Rect, covered: &[Rect]) -> Rect {
    let band = Rect::from_min_max(pos2(middle.left(), middle.bottom() - BAND), middle.max);
    let free = covered.iter().filter(|cover| cover.intersects(band)).fold(middle, |free, cover| {
        if cover.center().x > middle.center().x {
            free.intersect(Rect::everything_left_of(cover.left()))
        } else {
            free.intersect(Rect::everything_right_of(cover.right()))
        }
    });
    if free.width() < LEAST_WORDS + 2.0 * (AIR + INSET.x) { middle } else { free }
}

/// Shows the message, if there is one. It goes away with the next press; one that offers something stays for a while.
/// Where it offers nothing a press goes to what lies below it.
pub(super) fn toast_ui(ui: &Ui, ctx: &ViewCtx<'_>, room: Rect) {
    let since = Id::unique("toast-since");
    let Some(words) = &ctx.file.toast else {
        ui.data_mut(|data| data.remove_temp::<(u64, f64)>(since));
        return;
    };
    let offers = offers(ui, ctx);
    let room = room.shrink(AIR);
    let frame = Frame::new().fill(rgba(ctx.theme.ink)).corner_radius(8.0).inner_margin(INSET);
    Area::new(Id::unique("toast"))
        .order(Order::Foreground)
        .interactable(!offers.is_empty())
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(pos2(room.center().x, room.bottom() - 4.0))
        .constrain_to(room)
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| content_ui(ui, ctx, (words, &offers), room.width() - 2.0 * INSET.x));
        });
    if ctx.file.offers_undo {
        let now = ui.input(|input| input.time);
        // What is deleted next may be called the same, and its offer stays as long again.
        let offered = ctx.editor.revision();
        let (_, begun) = ui.data_mut(|data| {
            let known = data.get_temp::<(u64, f64)>(since).filter(|(of, _)| *of == offered);
            let of_now = known.unwrap_or((offered, now));
            data.insert_temp(since, of_now);
            of_now
        });
        let shown = now - begun;
        if shown >= OFFER_SECS {
            ctx.push(Action::DismissToast);
        } else {
            ui.ctx().request_repaint_after_secs((OFFER_SECS - shown) as f32);
        }
        return;
    }
    if ui.input(|input| input.pointer.any_pressed() || input.events.iter().any(is_key)) {
        ctx.push(Action::DismissToast);
    }
}

/// What can be done next, in words: the way back, say.
fn offers(ui: &Ui, ctx: &ViewCtx<'_>) -> Vec<(String, CommandId)> {
    let join = ctx.file.offers_join.then(|| {
        let name = ctx.text(CommandId::Join.name_key());
        (name_with_keys(ui.ctx(), name, CommandId::Join), CommandId::Join)
    });
    let undo = ctx.file.offers_undo.then(|| (ctx.text("deleted-undo"), CommandId::Undo));
    join.into_iter().chain(undo).collect()
}

/// The words with the offers behind them; where there is no room for both, below them.
fn content_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (words, offers): (&str, &[(String, CommandId)]), room: f32) {
    let bold = ink(Weight::Bold, fonts::BODY, ctx.theme.background);
    let width = |words: &str| line(ui.painter(), words, bold, f32::INFINITY).size().x;
    let beside: f32 = offers.iter().map(|(name, _)| width(name) + BUTTON.x + GAP).sum();
    let label = Label::new(rich(words, Ink { weight: Weight::Medium, ..bold })).selectable(false).wrap();
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let is_one_row = offers.is_empty() || room - beside >= LEAST_WORDS;
    let words_room = if is_one_row { room - beside } else { room };
    let words_ui = |ui: &mut Ui| {
        ui.set_max_width(words_room.min(MOST_WORDS));
        ui.add(label);
    };
    if is_one_row {
        ui.horizontal(|ui| {
            ui.vertical(words_ui);
            for offer in offers {
                ui.add_space(GAP);
                offer_ui(ui, ctx, (offer, bold), room);
            }
        });
        return;
    }
    ui.vertical(words_ui);
    ui.add_space(GAP / 2.0);
    ui.spacing_mut().item_spacing = vec2(GAP / 2.0, GAP / 2.0);
    ui.set_max_width(room);
    ui.horizontal_wrapped(|ui| offers.iter().for_each(|offer| offer_ui(ui, ctx, (offer, bold), room)));
}

/// What can be done next.
fn offer_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, ((words, command), ink): (&(String, CommandId), Ink), room: f32) {
    let galley = line(ui.painter(), words, ink, room - BUTTON.x);
    let (rect, response) = ui.allocate_exact_size(galley.size() + BUTTON, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    let ground = rgba(ctx.theme.background);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6.0, ground.gamma_multiply(0.18));
    }
    let (width, strength) = if response.has_focus() { (2.0, 1.0) } else { (1.0, 0.6) };
    let edge = Stroke::new(width, ground.gamma_multiply(strength));
    ui.painter().rect_stroke(rect, 6.0, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, egui::Color32::PLACEHOLDER);
    if response.clicked() {
        ctx.push(Action::Run(*command));
    }
}

fn is_key(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_stands_beside_what_covers_the_bottom() {
        let area = |left, top, right, bottom| Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        let middle = area(200.0, 80.0, 1000.0, 700.0);
        let check = |covered: &[Rect], expect: Rect| assert_eq!(room(middle, covered), expect, "{covered:?}");
        check(&[], middle);
        // A bar at the top is out of its way.
        check(&[area(700.0, 80.0, 990.0, 120.0)], middle);
        check(&[area(770.0, 560.0, 988.0, 688.0)], area(200.0, 80.0, 770.0, 700.0));
        check(&[area(210.0, 90.0, 400.0, 650.0)], area(400.0, 80.0, 1000.0, 700.0));
        // Better over it than in a gap.
        check(&[area(300.0, 90.0, 900.0, 690.0)], middle);
    }
}
