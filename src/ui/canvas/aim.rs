//! Picking where a new transition leads without dragging: by a click, or by arrows, Tab and Enter.

use egui::{CornerRadius, Key, Modifiers, Pos2, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::camera::Lens;
use super::gesture::{Gesture, touchpoint_of};
use super::hits::{Hits, Seen, subject_of};
use super::keys::{arrows, neighbour};
use super::overlay::connection;
use crate::model::{Journey, Subject, TouchpointId, columns};
use crate::scene::Plane;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::style::rgba;
use crate::ui::view::{CameraWish, View};

/// A transition of which only its beginning is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    from: TouchpointId,
    to: Option<TouchpointId>,
}

impl Aim {
    /// Begins at this touchpoint.
    pub fn from(from: TouchpointId) -> Self {
        Self { from, to: None }
    }
}

/// Follows pointer and keys until a target is picked or given up.
pub fn follow(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (canvas, widgets): (&Response, &[(Response, &Seen<'_>)])) {
    let (Gesture::Aim(aim), Some(journey)) = (&mut view.gesture, ctx.journey) else { return };
    if !canvas.has_focus() {
        canvas.request_focus();
        // Tab is the map's own only from the frame after.
        ui.request_repaint();
    }
    let over = |seen: &Seen<'_>| {
        let subject = subject_of(seen.target)?;
        touchpoint_of(&subject).filter(|id| **id != aim.from).cloned()
    };
    let clicked = widgets.iter().find(|(widget, _)| widget.clicked());
    if let Some((_, seen)) = clicked {
        let picked = over(seen);
        finish(ctx, view, picked);
        return;
    }
    let pressed_elsewhere = ui.input(|input| input.pointer.any_pressed()) && !ui.rect_contains_pointer(canvas.rect);
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    // Enter on what has the keyboard counts as a click, yet one without a place.
    let clicked_beside = canvas.clicked() && canvas.interact_pointer_pos().is_some();
    if escaped || clicked_beside || pressed_elsewhere || !journey.touchpoints.contains(&aim.from) {
        finish(ctx, view, None);
        return;
    }
    if ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO) {
        aim.to = widgets.iter().rev().find(|(widget, _)| widget.contains_pointer()).and_then(|(_, seen)| over(seen));
    }
    if let Some(next) = by_keys(ui, ctx, (journey, aim)) {
        view.wish = Some(CameraWish::Reveal(Subject::Touchpoint(journey.id.clone(), next.clone())));
        aim.to = Some(next);
        ui.request_repaint();
    }
    if ui.input(|input| input.key_pressed(Key::Enter)) {
        let picked = aim.to.clone();
        finish(ctx, view, picked);
    }
}

fn finish(ctx: &ViewCtx<'_>, view: &mut View, picked: Option<TouchpointId>) {
    if let (Gesture::Aim(Aim { from, .. }), Some(to)) = (std::mem::take(&mut view.gesture), picked) {
        ctx.push(Action::Connect(from, to));
    }
}

/// Arrows lead from the aimed-at card to the one beside it, Tab and Shift+Tab through all of them.
fn by_keys(ui: &Ui, ctx: &ViewCtx<'_>, (journey, aim): (&Journey, &Aim)) -> Option<TouchpointId> {
    let here = aim.to.as_ref().unwrap_or(&aim.from);
    let back = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab));
    if back || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
        let columns = columns(journey);
        let all = columns.iter().flat_map(|column| column.touchpoints.iter().map(|touchpoint| &touchpoint.id));
        let order: Vec<&TouchpointId> = all.collect();
        let at = order.iter().position(|id| *id == here)?;
        let step = if back { order.len() - 1 } else { 1 };
        let on = (1..order.len()).map(|steps| (at + steps * step) % order.len());
        return on.filter_map(|place| order.get(place)).find(|id| ***id != aim.from).map(|id| (*id).clone());
    }
    let wished = arrows(ui);
    if wished == egui::Vec2::ZERO {
        return None;
    }
    let next = |from: &TouchpointId| {
        let card = Subject::Touchpoint(journey.id.clone(), from.clone());
        neighbour(ctx.scene, &card, wished).as_ref().and_then(touchpoint_of).cloned()
    };
    let found = next(here)?;
    if found == aim.from { next(&found) } else { Some(found) }
}

/// Draws the transition as it would be, rings its target, and says what can be done.
pub fn marks(ui: &Ui, ctx: &ViewCtx<'_>, aim: &Aim, (lens, hits): (&Lens, &Hits<'_>)) {
    let accent = rgba(ctx.theme.accent);
    let body = ui.painter_at(lens.clip(Plane::Body));
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pos| lens.canvas.contains(*pos));
    let target = aim.to.as_ref().and_then(|to| hits.card(to));
    if let Some(card) = target {
        body.rect_stroke(card, 10.0 * lens.camera.zoom, (2.0, accent), StrokeKind::Outside);
    }
    let end: Option<Pos2> = target.map(|card| pos2(card.left(), card.center().y)).or(pointer);
    if let (Some(start), Some(end)) = (hits.card(&aim.from), end) {
        connection(&body, start, end, accent);
    }
    hint_ui(ui, ctx, lens, &ctx.text("aim-hint"));
}

/// Says at the bottom of the map what can be done now.
pub(super) fn hint_ui(ui: &Ui, ctx: &ViewCtx<'_>, lens: &Lens, words: &str) {
    let painter = ui.painter_at(lens.canvas);
    let room = (lens.canvas.width() - 96.0).clamp(120.0, 620.0);
    let ink = rgba(ctx.theme.background);
    let text = painter.layout(words.to_owned(), font(Weight::Medium, fonts::BODY), ink, room);
    let size = text.size() + vec2(32.0, 18.0);
    let middle = pos2(lens.canvas.center().x, lens.canvas.bottom() - 18.0 - size.y / 2.0);
    let ground = Rect::from_center_size(middle, size);
    painter.rect_filled(ground, CornerRadius::same(8), rgba(ctx.theme.ink));
    painter.galley(ground.center() - text.size() / 2.0, text, egui::Color32::PLACEHOLDER);
    let hint = ui.interact(ground, ui.scope_id().with("map-hint"), Sense::hover());
    hint.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}
