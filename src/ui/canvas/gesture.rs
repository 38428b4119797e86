//! What the pointer is doing on the canvas: from a press to its release, or to Esc.

use egui::{Key, PointerButton, Pos2, Rect, Response, Ui, Vec2};

use super::aim::Aim;
use super::arrange::{self, CarriedLane, CarriedStep, StretchedLane};
use super::camera::Lens;
use super::drop::{Columns, Target};
use super::hits::{Hits, subject_of};
use crate::edit::EditLabel;
use crate::model::{Emotion, PersonaId, Subject, TouchpointId};
use crate::scene::Plane;
use crate::scene::shape::HitTarget;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::view::View;

/// How near to a card's edge a press begins a connection, in points on the screen.
pub const EDGE: f32 = 7.0;

/// A gesture under way.
#[derive(Debug, Default)]
pub enum Gesture {
    /// None.
    #[default]
    None,
    /// The map is moved under the window.
    Pan,
    /// Touchpoints are carried to another place.
    Move(Carried),
    /// A transition is drawn from a card's edge.
    Connect {
        /// Where it leaves.
        from: TouchpointId,
        /// Where it would lead.
        to: Option<TouchpointId>,
    },
    /// The target of a transition is picked without dragging.
    Aim(Aim),
    /// An emotion is moved up or down.
    Emotion(Felt),
    /// A lane is carried to another place.
    Lane(CarriedLane),
    /// A lane is made taller or lower.
    Stretch(StretchedLane),
    /// A step is carried to another place.
    Step(CarriedStep),
    /// A band is drawn around cards.
    Band(Pos2),
    /// It was cancelled: nothing happens until the button is released.
    Cancelled,
}

/// Touchpoints on their way.
#[derive(Debug)]
pub struct Carried {
    /// Which ones.
    pub touchpoints: Vec<TouchpointId>,
    /// Where the cards are that they may be put between.
    pub columns: Columns,
    /// Where they would go now.
    pub target: Option<Target>,
}

/// An emotion on its way.
#[derive(Debug)]
pub struct Felt {
    touchpoint: TouchpointId,
    persona: PersonaId,
    scale_y: (f32, f32),
    /// From the pointer to the point's middle when it was pressed, so that it does not jump.
    grip: f32,
    /// The value so far.
    pub value: Option<Emotion>,
}

/// Follows the pointer: begins, updates and ends gestures.
pub fn follow(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (response, lens, hits): (&Response, &Lens, &Hits<'_>)) {
    let space = ui.input(|input| input.key_down(Key::Space)) && !ui.ctx().text_edit_focused();
    if let Some(button) =
        [PointerButton::Primary, PointerButton::Middle].into_iter().find(|button| response.drag_started_by(*button))
    {
        let origin = ui.input(|input| input.pointer.press_origin());
        view.gesture = match origin {
            Some(_) if space || button == PointerButton::Middle => Gesture::Pan,
            Some(origin) => begin(ui, ctx, (origin, lens, hits)),
            None => Gesture::None,
        };
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) && !matches!(view.gesture, Gesture::None) {
        if matches!(view.gesture, Gesture::Emotion(_) | Gesture::Stretch(_)) {
            ctx.push(Action::CancelGesture);
        }
        view.gesture = Gesture::Cancelled;
    }
    let pointer = ui.input(|input| input.pointer.interact_pos());
    if let Some(pointer) = pointer
        && response.dragged()
    {
        update(ctx, view, (response.drag_delta(), pointer, lens, hits));
    }
    if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
        let ended = std::mem::take(&mut view.gesture);
        end(ui, ctx, ended, (pointer, lens, hits));
    }
}

fn begin(ui: &Ui, ctx: &ViewCtx<'_>, (origin, lens, hits): (Pos2, &Lens, &Hits<'_>)) -> Gesture {
    if let Some(from) = hits.card_edge_at(origin) {
        return Gesture::Connect { from, to: None };
    }
    if let Some(arranged) = arrange::begin(ctx, (origin, lens, hits)) {
        return arranged;
    }
    let Some(hit) = hits.at(origin) else { return Gesture::Band(origin) };
    match hit.target {
        HitTarget::Emotion { touchpoint: Subject::Touchpoint(journey, touchpoint), persona, scale_y } => {
            ctx.push(Action::Select(vec![Subject::Touchpoint(journey.clone(), touchpoint.clone())]));
            // Whose point is taken hold of leads from now on: its faces and figures are wanted.
            if ctx.persona != Some(persona) {
                ctx.push(Action::LeadPersona(persona.clone()));
            }
            ctx.push(Action::BeginGesture(EditLabel::SetEmotion));
            Gesture::Emotion(Felt {
                touchpoint: touchpoint.clone(),
                persona: persona.clone(),
                scale_y: *scale_y,
                grip: hit.rect.center().y - origin.y,
                value: None,
            })
        }
        HitTarget::Subject(Subject::Touchpoint(journey, touchpoint)) => {
            let subject = Subject::Touchpoint(journey.clone(), touchpoint.clone());
            let mut touchpoints = vec![touchpoint.clone()];
            if ctx.is_selected(&subject) {
                touchpoints = ctx.selection.iter().filter_map(touchpoint_of).cloned().collect();
            } else if !ui.input(|input| input.modifiers.shift) {
                ctx.push(Action::Select(vec![subject]));
            }
            let Some(shown) = ctx.journey else { return Gesture::None };
            Gesture::Move(Carried { touchpoints, columns: Columns::of(ctx.scene, shown), target: None })
        }
        _ => Gesture::Band(origin),
    }
}

fn update(ctx: &ViewCtx<'_>, view: &mut View, (delta, pointer, lens, hits): (Vec2, Pos2, &Lens, &Hits<'_>)) {
    match &mut view.gesture {
        Gesture::Pan => view.camera.pan += delta,
        Gesture::Move(carried) => {
            let place = lens.scene_pos(Plane::Body, pointer);
            carried.target = lens.clip(Plane::Body).contains(pointer).then(|| carried.columns.target(place)).flatten();
        }
        Gesture::Connect { from, to } => {
            let over = hits
                .at(pointer)
                .and_then(|hit| subject_of(hit.target))
                .and_then(|subject| touchpoint_of(&subject).cloned());
            *to = over.filter(|over| over != from);
        }
        Gesture::Emotion(felt) => {
            let y = lens.scene_pos(Plane::Body, pointer + egui::vec2(0.0, felt.grip)).y;
            let (worst, best) = felt.scale_y;
            let points = -5.0 + 10.0 * f64::from((y - worst) / (best - worst));
            let value = Emotion::from_points(points);
            if value.is_some() && value != felt.value {
                felt.value = value;
                ctx.push(Action::SetEmotion(felt.touchpoint.clone(), felt.persona.clone(), value));
            }
        }
        Gesture::Lane(_) | Gesture::Stretch(_) | Gesture::Step(_) => {
            arrange::update(ctx, &mut view.gesture, (pointer, lens));
        }
        Gesture::None | Gesture::Aim(_) | Gesture::Band(_) | Gesture::Cancelled => {}
    }
}

fn end(ui: &Ui, ctx: &ViewCtx<'_>, gesture: Gesture, (pointer, _lens, hits): (Option<Pos2>, &Lens, &Hits<'_>)) {
    match gesture {
        Gesture::Move(Carried { touchpoints, target: Some(target), .. }) => {
            ctx.push(Action::Move(touchpoints, target.place, target.swimlane));
        }
        Gesture::Connect { from, to: Some(to) } => ctx.push(Action::Connect(from, to)),
        Gesture::Emotion(_) => ctx.push(Action::CommitGesture),
        Gesture::Band(origin) => {
            let Some(pointer) = pointer else { return };
            let band = Rect::from_two_pos(origin, pointer);
            let mut picked = if ui.input(|input| input.modifiers.shift) { ctx.selection.to_vec() } else { Vec::new() };
            for subject in hits.cards_in(band) {
                if !picked.contains(&subject) {
                    picked.push(subject);
                }
            }
            ctx.push(Action::Select(picked));
        }
        Gesture::Lane(_) | Gesture::Stretch(_) | Gesture::Step(_) => arrange::end(ctx, gesture),
        Gesture::None
        | Gesture::Aim(_)
        | Gesture::Pan
        | Gesture::Move(_)
        | Gesture::Connect { .. }
        | Gesture::Cancelled => {}
    }
}

/// The touchpoint that a subject is.
pub fn touchpoint_of(subject: &Subject) -> Option<&TouchpointId> {
    match subject {
        Subject::Touchpoint(_, touchpoint) => Some(touchpoint),
        _ => None,
    }
}
