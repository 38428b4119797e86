//! From one thing of the map to the one beside it, as the eye sees it: pure, on the scene.
//!
//! Left and right stay among things of one kind; up and down stay in the column.

use egui::{Vec2, vec2};

use super::hits::{is_card, subject_of};
use super::rename;
use crate::model::{Document, Journey, JourneyId, Subject, TouchpointId, columns};
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Rect, Scene};

/// A direction along the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards its end.
    On,
    /// Towards its beginning.
    Back,
}

/// The card before or after what is selected, in the order of the map, around the end; the first where none is.
pub fn card_beside(journey: &Journey, document: &Document, here: Option<&Subject>, way: Way) -> Option<Subject> {
    let columns = columns(journey);
    let order: Vec<&TouchpointId> =
        columns.iter().flat_map(|column| column.touchpoints.iter().map(|touchpoint| &touchpoint.id)).collect();
    let at = here.and_then(|here| {
        let home = touchpoints_of(document, here);
        order.iter().position(|id| home.contains(id))
    });
    let count = order.len();
    let is_card = matches!(here, Some(Subject::Touchpoint(..)));
    let place = match (at, way) {
        // From a barrier back to the card that it stands under.
        (Some(at), _) if !is_card => at,
        (Some(at), Way::On) => (at + 1) % count,
        (Some(at), Way::Back) => (at + count - 1) % count,
        (None, Way::On) => 0,
        (None, Way::Back) => count.checked_sub(1)?,
    };
    let id = order.get(place)?;
    Some(Subject::Touchpoint(journey.id.clone(), (*id).clone()))
}

/// The touchpoints that a thing stands at.
pub fn touchpoints_of<'a>(document: &'a Document, subject: &'a Subject) -> Vec<&'a TouchpointId> {
    match subject {
        Subject::Touchpoint(_, id) => vec![id],
        Subject::Barrier(id) => document.barriers.get(id).map(|it| it.touchpoints.iter().collect()).unwrap_or_default(),
        Subject::Strength(id) => {
            document.strengths.get(id).map(|it| it.touchpoints.iter().collect()).unwrap_or_default()
        }
        Subject::Opportunity(id) => {
            let Some(opportunity) = document.opportunities.get(id) else { return Vec::new() };
            let barriers = opportunity.barriers.iter().filter_map(|barrier| document.barriers.get(barrier));
            opportunity.touchpoints.iter().chain(barriers.flat_map(|barrier| &barrier.touchpoints)).collect()
        }
        Subject::Transition(journey, id) => {
            let journey = document.journeys.get(journey);
            journey.and_then(|it| it.transitions.get(id)).map(|it| vec![&it.from]).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// From a transition, left and right lead to its ends.
pub fn end_of(journey: &Journey, here: &Subject, direction: Vec2) -> Option<Subject> {
    let Subject::Transition(_, id) = here else { return None };
    let transition = journey.transitions.get(id)?;
    let end = if direction.x + direction.y < 0.0 { &transition.from } else { &transition.to };
    Some(Subject::Touchpoint(journey.id.clone(), end.clone()))
}

/// The card nearest to this one in a direction; what lies aside counts as farther.
pub fn neighbour(scene: &Scene, card: &Subject, direction: Vec2) -> Option<Subject> {
    let here = area(rename::fragment_of(scene, card)?)?;
    let cards = scene.fragments.drawn().filter(|it| is_card(it.drawn));
    let cards = cards.filter_map(|it| Some((far(here, it.area()?, direction)?, it.drawn)));
    let (_, nearest) = cards.min_by(|(one, _), (other, _)| one.total_cmp(other))?;
    subject_of(&nearest.hit.as_ref()?.target)
}

/// What is beside a thing of the map, of all that can be selected.
pub fn beside(scene: &Scene, journey: &JourneyId, here: &Subject, direction: Vec2) -> Option<Subject> {
    let from = area(rename::fragment_of(scene, here)?)?;
    let things = scene.fragments.drawn().filter_map(|it| {
        let subject = selectable(it.drawn, journey)?;
        let place = it.area()?;
        let fits = if direction.x == 0.0 {
            place.x < from.right() && from.x < place.right()
        } else {
            std::mem::discriminant(&subject) == std::mem::discriminant(here)
        };
        let far = if direction.x == 0.0 { below(from, place, direction) } else { far(from, place, direction) };
        Some((far.filter(|_| fits && subject != *here)?, subject))
    });
    let (_, nearest) = things.min_by(|(one, _), (other, _)| one.total_cmp(other))?;
    Some(nearest)
}

/// The first or the last thing of the row in which this one stands, of those of its kind.
pub fn end_of_row(scene: &Scene, journey: &JourneyId, here: &Subject, way: Way) -> Option<Subject> {
    let from = area(rename::fragment_of(scene, here)?)?;
    let row = scene.fragments.drawn().filter_map(|it| {
        let (subject, place) = (selectable(it.drawn, journey)?, it.area()?);
        let like = std::mem::discriminant(&subject) == std::mem::discriminant(here);
        let level = place.y < from.bottom() && from.y < place.bottom();
        (like && level).then_some((place.x, subject))
    });
    let further = |(one, _): &(f32, Subject), (other, _): &(f32, Subject)| one.total_cmp(other);
    let end = if way == Way::On { row.max_by(further) } else { row.min_by(further) };
    end.map(|(_, subject)| subject)
}

/// What a click on a fragment would select, where arrows can go: cards and what has one, not its words in other lanes.
fn selectable(fragment: &Fragment, journey: &JourneyId) -> Option<Subject> {
    match &fragment.hit.as_ref()?.target {
        HitTarget::Subject(Subject::Touchpoint(..)) if !is_card(fragment) => None,
        HitTarget::StageHeader(stage) => Some(Subject::Stage(journey.clone(), *stage)),
        HitTarget::Subject(Subject::Transition(..) | Subject::Persona(_) | Subject::Journey(_)) => None,
        HitTarget::Subject(subject) => Some(subject.clone()),
        _ => None,
    }
}

fn area(fragment: &Fragment) -> Option<Rect> {
    Some(fragment.hit.as_ref()?.area)
}

fn middle(area: Rect) -> Vec2 {
    vec2(area.x + area.width / 2.0, area.y + area.height / 2.0)
}

/// How far a place of the same column is above or below; `None` where it is not ahead.
fn below(from: Rect, to: Rect, direction: Vec2) -> Option<f32> {
    let way = middle(to) - middle(from);
    let along = way.dot(direction);
    (along > 1.0).then_some(along + 0.01 * way.x.abs())
}

/// How far a place is in a direction; `None` where it is not ahead.
fn far(from: Rect, to: Rect, direction: Vec2) -> Option<f32> {
    let way = middle(to) - middle(from);
    let (along, aside) = (way.dot(direction), way.dot(direction.rot90()).abs());
    (along > 1.0).then_some(along + 2.0 * aside)
}
