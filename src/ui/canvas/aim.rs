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

/// Between a hint and what covers the map.
const AIR: f32 = 12.0;

/// A transition of which only its beginning is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    from: TouchpointId,
    to: Option<TouchpointId>,
    /// Whether the pointer has moved since: until then it may be anywhere.
    by_pointer: bool,
}

impl Aim {
    /// Begins at this touchpoint.
    pub fn from(from: TouchpointId) -> Self {
        Self { from, to: None, by_pointer: false }
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
        aim.by_pointer = true;
        aim.to = widgets.iter().rev().find(|(widget, _)| widget.contains_pointer()).and_then(|(_, seen)| over(seen));
    }
    if let Some(next) = by_keys(ui, ctx, (journey, aim)) {
        view.wish = Some(CameraWish::Reveal(Subject::Touchpoint(journey.id.clone(), next.clone())));
        aim.to = Some(next);
        aim.by_pointer = false;
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
pub fn marks(ui: &Ui, ctx: &ViewCtx<'_>, (aim, covered): (&Aim, &[Rect]), (lens, hits): (&Lens, &Hits<'_>)) {
    let accent = rgba(ctx.theme.accent);
    let body = ui.painter_at(lens.clip(Plane::Body));
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pos| lens.canvas.contains(*pos));
    let target = aim.to.as_ref().and_then(|to| hits.card(to));
    if let Some(card) = target {
        body.rect_stroke(card, 10.0 * lens.camera.zoom, (2.0, accent), StrokeKind::Outside);
    }
    let end: Option<Pos2> =
        target.map(|card| pos2(card.left(), card.center().y)).or(pointer.filter(|_| aim.by_pointer));
    if let (Some(start), Some(end)) = (hits.card(&aim.from), end) {
        connection(&body, start, end, accent);
    }
    hint_ui(ui, ctx, (lens, covered), &ctx.text("aim-hint"));
}

/// Says at the bottom of the map what can be done now, clear of what covers it.
pub(super) fn hint_ui(ui: &Ui, ctx: &ViewCtx<'_>, (lens, covered): (&Lens, &[Rect]), words: &str) {
    let painter = ui.painter_at(lens.canvas);
    let room = (lens.canvas.width() - 96.0).min(room_beside(covered, lens.canvas)).clamp(120.0, 620.0);
    let ink = rgba(ctx.theme.background);
    let text = painter.layout(words.to_owned(), font(Weight::Medium, fonts::BODY), ink, room);
    let size = text.size() + vec2(32.0, 18.0);
    let middle = pos2(lens.canvas.center().x, lens.canvas.bottom() - 18.0 - size.y / 2.0);
    let ground = clear(Rect::from_center_size(middle, size), covered, lens.canvas);
    painter.rect_filled(ground, CornerRadius::same(8), rgba(ctx.theme.ink));
    painter.galley(ground.center() - text.size() / 2.0, text, egui::Color32::PLACEHOLDER);
    let hint = ui.interact(ground, ui.scope_id().with("map-hint"), Sense::hover());
    hint.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// How wide words at the bottom may be to stand beside what covers it, where that leaves them room.
fn room_beside(covered: &[Rect], canvas: Rect) -> f32 {
    let low = covered.iter().filter(|cover| cover.bottom() > canvas.bottom() - 96.0);
    let widths = low.map(|cover| cover.left() - canvas.left() - 2.0 * AIR - 32.0);
    widths.filter(|width| *width >= 280.0).fold(f32::INFINITY, f32::min)
}

/// A hint beside what covers it, or above where there is no room beside it.
fn clear(hint: Rect, covered: &[Rect], canvas: Rect) -> Rect {
    covered.iter().fold(hint, |hint, cover| {
        if !cover.expand(AIR).intersects(hint) {
            return hint;
        }
        let beside = hint.translate(vec2((cover.left() - AIR - hint.right()).min(0.0), 0.0));
        let above = hint.translate(vec2(0.0, (cover.top() - AIR - hint.bottom()).min(0.0)));
        let fits = |place: &Rect| place.left() >= canvas.left() + AIR && place.top() >= canvas.top();
        [beside, above].into_iter().find(fits).unwrap_or(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_stands_beside_or_above_what_covers_the_map() {
        let canvas = Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 600.0));
        let minimap = Rect::from_min_max(pos2(680.0, 460.0), pos2(890.0, 590.0));
        let hint = |width: f32| Rect::from_center_size(pos2(450.0, 560.0), vec2(width, 40.0));
        let check = |hint: Rect, expect: Rect| assert_eq!(clear(hint, &[minimap], canvas), expect);
        check(hint(300.0), hint(300.0));
        check(hint(600.0), hint(600.0).translate(vec2(-82.0, 0.0)));
        check(hint(800.0), hint(800.0).translate(vec2(0.0, -132.0)));
        assert_eq!(clear(hint(800.0), &[], canvas), hint(800.0));
    }
}
