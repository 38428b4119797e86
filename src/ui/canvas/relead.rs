//! Leading a transition elsewhere: its two ends are grips, and one of them is dragged to another card.

use egui::{CursorIcon, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::camera::Lens;
use super::gesture::touchpoint_of;
use super::hits::{Hits, Seen, subject_of};
use super::outline::flatten;
use super::overlay::connection;
use crate::edit::verbs::TransitionEnd;
use crate::model::{Subject, TouchpointId, TransitionId};
use crate::scene::shape::HitTarget;
use crate::scene::{Plane, Point, Shape};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::style::rgba;

/// From a way's end to its grip, along the way, in points on the screen: beside the card's edge, which begins new ways.
const ALONG: f32 = 16.0;
/// The radius of a grip.
const RADIUS: f32 = 6.5;
/// The radius of the one that a press would take.
const TAKEN: f32 = 9.0;
/// How near to a grip's middle a press takes it.
const REACH: f32 = 12.0;
/// From this length on, in points on the screen, a way has grips as they are; on a shorter one they are smaller.
const ROOMY: f32 = 96.0;
/// A way that is shorter has no room for any.
const LEAST: f32 = 18.0;
/// How far from a grip new ways begin at the nearest.
const APART: f32 = 32.0;

/// An end that can be taken.
#[derive(Debug, Clone)]
pub struct Grip {
    transition: TransitionId,
    end: TransitionEnd,
    pos: Pos2,
    /// How large it is, from nothing to 1.
    size: f32,
    /// Where the other end is, in the scene.
    fixed: Point,
}

impl Grip {
    /// How near to its middle a press takes it.
    fn reach(&self) -> f32 {
        REACH * self.size.max(0.5)
    }
}

/// A transition of which one end is carried.
#[derive(Debug)]
pub struct Relead {
    /// Which one.
    pub transition: TransitionId,
    /// Which of its ends.
    pub end: TransitionEnd,
    /// Where the other end is, in the scene.
    fixed: Point,
    /// Where it would lead, or begin.
    to: Option<TouchpointId>,
}

/// The grips of the selected transitions, and of the one under the pointer.
fn grips(ctx: &ViewCtx<'_>, (pointer, lens, hits): (Pos2, &Lens, &Hits<'_>)) -> Vec<Grip> {
    let free = connects_at(ctx, (pointer, lens, hits)).is_none();
    let pointed = hits.at(pointer).map(|seen| seen.fragment);
    let selected: Vec<&Subject> =
        ctx.selection.iter().filter(|subject| matches!(subject, Subject::Transition(..))).collect();
    let mut grips = Vec::new();
    for seen in hits.all() {
        let HitTarget::Subject(subject @ Subject::Transition(_, transition)) = seen.target else { continue };
        let near = seen.rect.expand(ALONG).contains(pointer);
        if selected.contains(&subject) || free && pointed == Some(seen.fragment) && near {
            grips.extend(grips_of(ctx, lens, seen, transition));
        }
    }
    grips
}

/// The touchpoint from whose card's edge a press here begins a new way. Near a grip of a selected way none does, nor beside
/// the cards that it joins: what is near is meant.
pub fn connects_at(ctx: &ViewCtx<'_>, (pos, lens, hits): (Pos2, &Lens, &Hits<'_>)) -> Option<TouchpointId> {
    let from = hits.card_edge_at(pos)?;
    let selected = |id: &TransitionId| {
        ctx.selection.iter().any(|subject| matches!(subject, Subject::Transition(_, way) if way == id))
    };
    let taken = hits.all().iter().any(|seen| {
        let HitTarget::Subject(Subject::Transition(_, id)) = seen.target else { return false };
        let joins =
            |id| ctx.journey.and_then(|it| it.transitions.get(id)).is_some_and(|it| it.from == from || it.to == from);
        let near = || grips_of(ctx, lens, seen, id).iter().any(|grip| (grip.pos - pos).length() <= APART);
        selected(id) && (joins(id) || near())
    });
    (!taken).then_some(from)
}

fn grips_of(ctx: &ViewCtx<'_>, lens: &Lens, seen: &Seen<'_>, transition: &TransitionId) -> Vec<Grip> {
    let Some(fragment) = ctx.scene.fragments.get(seen.fragment as usize) else { return Vec::new() };
    let Some(Shape::Path { path, .. }) = fragment.shapes.first() else { return Vec::new() };
    let on_screen = lens.screen_path(fragment.plane, path);
    let line: Vec<Pos2> = flatten(&on_screen, 0.5).into_iter().flat_map(|piece| piece.points).collect();
    let length: f32 = line.windows(2).map(|pair| leg(pair).length()).sum();
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    if length < LEAST {
        return Vec::new();
    }
    let size = (length / ROOMY).min(1.0);
    // On a short way they stand nearer to its ends, apart from each other.
    let along = ALONG.min(length / 5.0);
    let back: Vec<Pos2> = line.iter().rev().copied().collect();
    let scene = |pos: &Pos2| lens.scene_pos(fragment.plane, *pos);
    let grip = |end, pos, fixed| Grip { transition: transition.clone(), end, pos, size, fixed };
    vec![
        grip(TransitionEnd::From, walk(&line, along), scene(last)),
        // The head is in front of the line's end.
        grip(TransitionEnd::To, walk(&back, along - 4.0), scene(first)),
    ]
}

fn leg(pair: &[Pos2]) -> Vec2 {
    if let [from, to] = pair { *to - *from } else { Vec2::ZERO }
}

/// The place so far along a line.
fn walk(line: &[Pos2], mut along: f32) -> Pos2 {
    for pair in line.windows(2) {
        let (leg, Some(from)) = (leg(pair), pair.first()) else { continue };
        if leg.length() >= along {
            return *from + leg.normalized() * along.max(0.0);
        }
        along -= leg.length();
    }
    line.last().copied().unwrap_or_default()
}

/// What a press here takes up.
pub fn begin(ctx: &ViewCtx<'_>, (origin, lens, hits): (Pos2, &Lens, &Hits<'_>)) -> Option<Relead> {
    let near = |grip: &Grip| (grip.pos - origin).length();
    let nearest = grips(ctx, (origin, lens, hits)).into_iter().min_by(|a, b| near(a).total_cmp(&near(b)))?;
    if near(&nearest) > nearest.reach() {
        return None;
    }
    let Grip { transition, end, fixed, .. } = nearest;
    Some(Relead { transition, end, fixed, to: None })
}

impl Relead {
    /// Follows the pointer.
    pub fn update(&mut self, pointer: Pos2, hits: &Hits<'_>) {
        self.to = hits
            .at(pointer)
            .filter(|seen| seen.card)
            .and_then(|seen| touchpoint_of(&subject_of(seen.target)?).cloned());
    }

    /// Hangs the end where it was dropped; in the void nothing happens.
    pub fn end(self, ctx: &ViewCtx<'_>) {
        if let Some(to) = self.to {
            ctx.push(Action::Reconnect(self.transition, self.end, to));
        }
    }

    /// Draws the transition as it would be.
    pub fn marks(&self, ui: &Ui, ctx: &ViewCtx<'_>, (pointer, lens, hits): (Pos2, &Lens, &Hits<'_>)) {
        ui.set_cursor_icon(CursorIcon::Grabbing);
        let accent = rgba(ctx.theme.accent);
        let body = ui.painter_at(lens.clip(Plane::Body));
        let card = self.to.as_ref().and_then(|to| hits.card(to));
        if let Some(card) = card {
            body.rect_stroke(card, 10.0 * lens.camera.zoom, (2.0, accent), StrokeKind::Outside);
        }
        let dot = |pos: Pos2| Rect::from_center_size(pos, Vec2::ZERO);
        let fixed = lens.screen_pos(Plane::Body, self.fixed);
        match self.end {
            TransitionEnd::To => {
                let end = card.map_or(pointer, |card| pos2(card.left(), card.center().y));
                connection(&body, dot(fixed), end, accent);
            }
            TransitionEnd::From => connection(&body, card.unwrap_or(dot(pointer)), fixed, accent),
        }
    }
}

/// Shows the grips around the pointer; whether it is on one of them.
pub fn hovered(ui: &Ui, ctx: &ViewCtx<'_>, (pointer, lens, hits): (Pos2, &Lens, &Hits<'_>)) -> bool {
    let painter = ui.painter_at(lens.clip(Plane::Body));
    let accent = rgba(ctx.theme.accent);
    let mut on_one = false;
    let mut grips = grips(ctx, (pointer, lens, hits));
    grips.sort_by(|one, other| (one.pos - pointer).length().total_cmp(&(other.pos - pointer).length()));
    for grip in grips {
        let near = (grip.pos - pointer).length() <= grip.reach() && !on_one;
        let (radius, fill) = if near { (TAKEN, accent) } else { (RADIUS, rgba(ctx.theme.card)) };
        let stroke = Stroke::new(if grip.size < 1.0 { 1.5 } else { 2.0 }, accent);
        painter.circle(grip.pos, radius * grip.size, fill, stroke);
        if near {
            painter.circle_filled(grip.pos, RADIUS * grip.size / 2.0, rgba(ctx.theme.card));
        }
        on_one |= near;
    }
    if on_one {
        ui.set_cursor_icon(CursorIcon::Grab);
    }
    on_one
}
