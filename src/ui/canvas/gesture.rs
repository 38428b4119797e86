//! What the pointer is doing on the canvas: from a press to its release, or to Esc.

use egui::{Key, PointerButton, Pos2, Response, Ui, Vec2};

use super::aim::Aim;
use super::arrange::{self, CarriedLane, CarriedStep, StretchedLane};
use super::band::Band;
use super::burden::Burden;
use super::camera::Lens;
use super::carriage::Carriage;
use super::drift::losses_below;
use super::drop::{Columns, Target};
use super::edge::{Along, EdgeScroll};
use super::ghost;
use super::hits::{Hits, subject_of};
use super::parting::Parting;
use super::relead::{self, Relead};
use crate::edit::EditLabel;
use crate::model::{Emotion, PersonaId, Subject, TouchpointId};
use crate::scene::shape::HitTarget;
use crate::scene::{Plane, Point};
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
    /// The map is moved under the window; where it stood before.
    Pan(Vec2),
    /// Touchpoints are carried to another place.
    Move(Carried),
    /// A barrier, strength or opportunity is carried to another touchpoint.
    Burden(Burden),
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
    /// An end of a transition is carried to another card.
    Relead(Relead),
    /// A band is drawn around cards.
    Band(Band),
    /// It was cancelled: nothing happens until the button is released.
    Cancelled,
}

impl Gesture {
    /// The cards that are carried away from where they stand, by their places in the scene: they are drawn under the
    /// pointer instead.
    pub fn carried(&self) -> &[u32] {
        match self {
            Self::Move(carried) if carried.carriage == Carriage::Moved => &carried.cards,
            Self::Burden(burden) if burden.carriage == Carriage::Moved => std::slice::from_ref(&burden.card),
            _ => &[],
        }
    }
}

/// Touchpoints on their way.
#[derive(Debug)]
pub struct Carried {
    /// Which ones.
    pub touchpoints: Vec<TouchpointId>,
    /// Whether they themselves go there, or copies of them.
    pub carriage: Carriage,
    /// Where the cards are that they may be put between.
    pub columns: Columns,
    /// Where they would go now.
    pub target: Option<Target>,
    /// Where they were taken up, in the scene.
    pub grip: Point,
    /// How the others make room for it.
    pub parting: Parting,
    /// Their cards that are drawn under the pointer, by their place in the scene.
    pub cards: Vec<u32>,
    /// The signs of loss below them, which are not drawn meanwhile.
    pub losses: Vec<u32>,
}

/// An emotion on its way.
#[derive(Debug)]
pub struct Felt {
    touchpoint: TouchpointId,
    persona: PersonaId,
    /// y of −5 and of +5, in the scene.
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
            Some(_) if space || button == PointerButton::Middle => Gesture::Pan(view.camera.pan),
            Some(origin) => begin(ui, ctx, (origin, lens, hits)),
            None => Gesture::None,
        };
        view.edge = EdgeScroll::default();
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) && !matches!(view.gesture, Gesture::None) {
        if matches!(view.gesture, Gesture::Emotion(_) | Gesture::Stretch(_)) {
            ctx.push(Action::CancelGesture);
        }
        if let Gesture::Pan(before) = view.gesture {
            view.camera.pan = before;
        }
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let_go(ctx, view, (pointer, lens));
        view.gesture = Gesture::Cancelled;
    }
    let pointer = ui.input(|input| input.pointer.interact_pos());
    if let Some(pointer) = pointer
        && response.dragged()
    {
        update(ctx, view, Carriage::wished(ui), (response.drag_delta(), pointer, lens, hits));
        scroll(ui, view, (pointer, lens));
    }
    // While nothing is carried every card is on its way back to where it stands.
    let parting = match &view.gesture {
        Gesture::Move(carried) => Some(&carried.parting),
        _ => None,
    };
    if view.drift.part(hits, |id| parting.and_then(|parting| parting.moves.get(id)).copied(), ctx.motion) {
        ui.request_repaint();
    }
    if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
        let_go(ctx, view, (pointer, lens));
        if matches!(view.gesture, Gesture::Move(_) | Gesture::Burden(_)) {
            ui.request_repaint();
        }
        let ended = std::mem::take(&mut view.gesture);
        end(ui, ctx, ended);
    }
}

/// What was carried glides from the pointer to where it stands, now or after the edit.
fn let_go(ctx: &ViewCtx<'_>, view: &mut View, (pointer, lens): (Option<Pos2>, &Lens)) {
    let grip = match &view.gesture {
        Gesture::Move(carried) => carried.grip,
        Gesture::Burden(burden) => burden.grip,
        _ => return,
    };
    let cards = view.gesture.carried();
    if let Some(pointer) = pointer.filter(|_| !cards.is_empty()) {
        let by = (pointer - lens.screen_pos(Plane::Body, grip)) / lens.camera.zoom;
        view.drift.let_go(cards, by, ctx.motion);
    }
}

fn begin(ui: &Ui, ctx: &ViewCtx<'_>, (origin, lens, hits): (Pos2, &Lens, &Hits<'_>)) -> Gesture {
    if let Some(relead) = relead::begin(ctx, (origin, lens, hits)) {
        return Gesture::Relead(relead);
    }
    if let Some(from) = relead::connects_at(ctx, (origin, lens, hits)) {
        return Gesture::Connect { from, to: None };
    }
    if let Some(arranged) = arrange::begin(ctx, (origin, lens, hits)) {
        return arranged;
    }
    let place = lens.scene_pos(Plane::Body, origin);
    let Some(hit) = hits.at(origin) else { return Gesture::Band(Band::from(place)) };
    match hit.target {
        HitTarget::Emotion { touchpoint: Subject::Touchpoint(journey, touchpoint), persona, scale_y, .. } => {
            ctx.push(Action::Select(vec![Subject::Touchpoint(journey.clone(), touchpoint.clone())]));
            // Whose point is taken hold of leads from now on: its faces and figures are wanted.
            if ctx.persona != Some(persona) {
                ctx.push(Action::LeadPersona(persona.clone()));
            }
            ctx.push(Action::BeginGesture(EditLabel::SetEmotion));
            let middle = lens.scene_pos(Plane::Body, hit.whole.center()).y;
            Gesture::Emotion(Felt {
                touchpoint: touchpoint.clone(),
                persona: persona.clone(),
                scale_y: (middle + scale_y.0, middle + scale_y.1),
                grip: hit.rect.center().y - origin.y,
                value: None,
            })
        }
        HitTarget::Subject(subject @ Subject::Touchpoint(..)) if hit.card => {
            let mut taken = vec![subject.clone()];
            if ctx.is_selected(subject) {
                taken = ctx.selection.to_vec();
            } else {
                if ui.input(|input| input.modifiers.shift) {
                    taken.splice(0..0, ctx.selection.iter().cloned());
                }
                ctx.push(Action::Select(taken.clone()));
            }
            let touchpoints: Vec<TouchpointId> = taken.iter().filter_map(touchpoint_of).cloned().collect();
            let Some(shown) = ctx.journey else { return Gesture::None };
            let columns = Columns::of(ctx.scene, shown);
            let cards = ghost::cards_of(ctx.scene, &touchpoints, place);
            // One by one: they may be far from each other.
            let below = |card: &u32| losses_below(ctx.scene, ctx.index, &[*card]);
            let losses = cards.iter().flat_map(below).map(|(loss, _)| loss).collect();
            Gesture::Move(Carried {
                touchpoints,
                carriage: Carriage::wished(ui),
                columns,
                target: None,
                grip: place,
                parting: Parting::default(),
                cards,
                losses,
            })
        }
        HitTarget::Subject(subject @ (Subject::Barrier(_) | Subject::Strength(_) | Subject::Opportunity(_))) => {
            if !ctx.is_selected(subject) {
                ctx.push(Action::Select(vec![subject.clone()]));
            }
            Burden::taken(ctx, hit, (place, Carriage::wished(ui))).map_or(Gesture::None, Gesture::Burden)
        }
        _ => Gesture::Band(Band::from(place)),
    }
}

fn update(
    ctx: &ViewCtx<'_>,
    view: &mut View,
    wished: Carriage,
    (delta, pointer, lens, hits): (Vec2, Pos2, &Lens, &Hits<'_>),
) {
    match &mut view.gesture {
        Gesture::Pan(_) => view.camera.pan += delta,
        Gesture::Move(carried) => {
            let place = lens.scene_pos(Plane::Body, pointer);
            let target = lens.clip(Plane::Body).contains(pointer).then(|| carried.columns.target(place)).flatten();
            if target != carried.target || wished != carried.carriage {
                // Columns in swimlanes have gaps: cards stay, and the mark says where.
                let seated = target.as_ref().filter(|it| it.swimlane.is_none());
                let parting = seated.map(|it| carried.columns.parting((&carried.touchpoints, wished), it.seat));
                (carried.target, carried.parting) = (target, parting.unwrap_or_default());
                carried.carriage = wished;
            }
        }
        Gesture::Burden(burden) => burden.update(wished, (pointer, lens, hits)),
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
        Gesture::Relead(relead) => relead.update(pointer, hits),
        Gesture::Band(band) => band.update(lens.scene_pos(Plane::Body, pointer)),
        Gesture::Lane(_) | Gesture::Stretch(_) | Gesture::Step(_) => {
            arrange::update(ctx, &mut view.gesture, (pointer, lens));
        }
        Gesture::None | Gesture::Aim(_) | Gesture::Cancelled => {}
    }
}

/// Moves the map where something is carried near the edge of what is seen of it.
fn scroll(ui: &Ui, view: &mut View, (pointer, lens): (Pos2, &Lens)) {
    let (plane, along) = match view.gesture {
        Gesture::Move(_) | Gesture::Burden(_) | Gesture::Connect { .. } | Gesture::Relead(_) | Gesture::Band(_) => {
            (Plane::Body, Along::Both)
        }
        Gesture::Step(_) => (Plane::Body, Along::Sideways),
        Gesture::Lane(_) | Gesture::Stretch(_) => (Plane::LaneColumn, Along::Upright),
        Gesture::None | Gesture::Pan(_) | Gesture::Aim(_) | Gesture::Emotion(_) | Gesture::Cancelled => return,
    };
    let velocity = view.edge.velocity(pointer, lens.clip(plane), along);
    if velocity != Vec2::ZERO {
        // At its left and upper edge the map ends: nothing can be put down beyond.
        let most = view.camera.pan.max(Vec2::ZERO);
        view.camera.pan += velocity * ui.input(|input| input.stable_dt.min(0.1));
        view.camera.pan = view.camera.pan.min(most);
        ui.request_repaint();
    }
}

fn end(ui: &Ui, ctx: &ViewCtx<'_>, gesture: Gesture) {
    match gesture {
        Gesture::Move(Carried { touchpoints, carriage, target: Some(target), .. }) => ctx.push(match carriage {
            Carriage::Moved => Action::Move(touchpoints, target.place, target.swimlane),
            Carriage::Copied => Action::CopyTo(touchpoints, target.place, target.swimlane),
        }),
        Gesture::Burden(burden) => burden.end(ctx),
        Gesture::Connect { from, to: Some(to) } => ctx.push(Action::Connect(from, to)),
        Gesture::Emotion(_) => ctx.push(Action::CommitGesture),
        Gesture::Relead(relead) => relead.end(ctx),
        Gesture::Band(band) => ctx.push(Action::Select(band.selection(ctx, ui.input(|input| input.modifiers)))),
        Gesture::Lane(_) | Gesture::Stretch(_) | Gesture::Step(_) => arrange::end(ctx, gesture),
        Gesture::None
        | Gesture::Aim(_)
        | Gesture::Pan(_)
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
