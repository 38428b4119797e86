//! A rail between two ends: a knob that is dragged, clicked or moved by arrow keys.

use egui::{EventFilter, Id, Key, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::edit::EditLabel;
use crate::scene::Color;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dragging;
use crate::ui::style::rgba;
use crate::ui::widgets::focus_ring;

/// From the rail's ends to the widget's.
const AIR: f32 = 12.0;

/// A rail.
pub(super) struct Rail<'a> {
    /// Its id.
    pub(super) id: Id,
    /// Its name for assistive technology.
    pub(super) name: &'a str,
    /// Whose it is.
    pub(super) color: Color,
    /// Where the knob is, 0–1; `None`: nowhere yet.
    pub(super) value: Option<f64>,
    /// How far an arrow key moves it, and to what a drag is rounded.
    pub(super) step: f64,
    /// How it is drawn.
    pub(super) look: Look,
}

/// How a rail is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Filled from the left up to the knob: a share.
    Filled,
    /// A tick in its middle: a trait between two ends.
    Middle,
}

/// Shows the rail of a field and says where the knob was moved. A drag is one entry of the history; Esc gives it up.
pub(super) fn rail_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, rail: &Rail<'_>) -> Option<f64> {
    let (response, moved) = bare_rail_ui(ui, ctx, rail);
    let is_written = dragging::follow(ui, ctx, &response, EditLabel::ChangePersona);
    if !response.drag_stopped() && (response.lost_focus() || response.clicked()) {
        ctx.push(Action::BreakMerge);
    }
    moved.filter(|_| is_written)
}

/// Shows the rail of something that is no part of the document.
pub(super) fn bare_rail_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, rail: &Rail<'_>) -> (Response, Option<f64>) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    let response = ui.interact(rect, rail.id, Sense::click_and_drag());
    let value = rail.value.unwrap_or(0.0);
    response.widget_info(|| WidgetInfo::slider(true, value, rail.name));
    let track = track_in(rect);
    if response.has_focus() {
        focus_ring(ui, rect);
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(rail.id, arrows));
    }
    paint(ui, ctx, rail, (track, &response));
    if response.drag_started() || response.clicked() {
        // Arrows go on from where the knob was put.
        response.request_focus();
    }
    let moved = moved(ui, rail, (&response, track)).filter(|moved| rail.value != Some(*moved));
    (response, moved)
}

fn moved(ui: &Ui, rail: &Rail<'_>, (response, track): (&Response, Rect)) -> Option<f64> {
    let rounded = |value: f64| ((value / rail.step).round() * rail.step).clamp(0.0, 1.0);
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked());
    if let Some(pointer) = pointer {
        return Some(rounded(f64::from(egui::remap(pointer.x, track.x_range(), 0.0..=1.0))));
    }
    if !response.has_focus() {
        return None;
    }
    let pressed = |key| ui.input(|input| f64::from(input.num_presses(key) as u32));
    let steps = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
    (steps != 0.0).then(|| rounded(rail.value.unwrap_or(0.0) + steps * rail.step))
}

/// Where the rail itself is in its place.
pub(super) fn track_in(rect: Rect) -> Rect {
    let y = rect.center().y;
    Rect::from_min_max(pos2(rect.left() + AIR, y), pos2(rect.right() - AIR, y))
}

/// Draws the bare rail.
pub(super) fn paint_track(ui: &Ui, ctx: &ViewCtx<'_>, track: Rect, look: Look) {
    ui.painter().rect_filled(track.expand2(vec2(2.0, 2.0)), 2.0, rgba(ctx.theme.line));
    if look == Look::Middle {
        let span = egui::Rangef::new(track.center().y - 5.0, track.center().y + 5.0);
        ui.painter().vline(track.center().x, span, Stroke::new(1.0, rgba(ctx.theme.faint)));
    }
}

/// Draws a knob and says where it is.
pub(super) fn paint_knob(ui: &Ui, ctx: &ViewCtx<'_>, track: Rect, (value, color): (f64, Color)) -> Pos2 {
    let place = pos2(egui::lerp(track.x_range(), value.clamp(0.0, 1.0) as f32), track.center().y);
    ui.painter().circle(place, 7.5, rgba(ctx.theme.card), Stroke::new(3.0, rgba(color)));
    place
}

fn paint(ui: &Ui, ctx: &ViewCtx<'_>, rail: &Rail<'_>, (track, response): (Rect, &Response)) {
    paint_track(ui, ctx, track, rail.look);
    let Some(value) = rail.value else {
        let ring = Stroke::new(1.5, rgba(ctx.theme.faint));
        ui.painter().circle(track.left_center(), 6.0, rgba(ctx.theme.card), ring);
        return;
    };
    if rail.look == Look::Filled {
        let to = egui::lerp(track.x_range(), value.clamp(0.0, 1.0) as f32);
        let filled = Rect::from_min_max(track.min, pos2(to, track.bottom()));
        ui.painter().rect_filled(filled.expand2(vec2(2.0, 2.0)), 2.0, rgba(rail.color));
    }
    let place = paint_knob(ui, ctx, track, (value, rail.color));
    if response.hovered() || response.dragged() {
        ui.painter().circle_filled(place, 13.0, rgba(rail.color.fade(0.14)));
    }
}
