//! Putting a thing into its list: checked, brought to its normal form, hung only on what is there.

use std::fmt::Display;
use std::sync::Arc;

use super::check::check;
use super::command::ItemValue;
use super::error::ApplyError;
use super::fields::Walk;
use super::normal::{Normal, normal};
use crate::model::list::Item;
use crate::model::{CustomLane, Document, Journey, JourneyId, List, Step, Touchpoint, Transition};

/// Adds the thing, or replaces the one with its id.
///
/// # Errors
/// When it breaks a cap, its journey is missing, or its id is taken by a thing of another journey.
pub(super) fn put(document: &mut Document, item: &ItemValue) -> Result<(), ApplyError> {
    match item {
        ItemValue::Channel(channel) => put_as_is(&mut document.channels, channel),
        ItemValue::Department(department) => put_as_is(&mut document.departments, department),
        ItemValue::Participant(participant) => put_as_is(&mut document.participants, participant),
        ItemValue::Persona(persona) => put_as_is(&mut document.personas, &normal(persona)),
        ItemValue::Barrier(barrier) => put_as_is(&mut document.barriers, &normal(barrier)),
        ItemValue::Strength(strength) => put_as_is(&mut document.strengths, &normal(strength)),
        ItemValue::Opportunity(opportunity) => put_as_is(&mut document.opportunities, &normal(opportunity)),
        ItemValue::Evidence(evidence) => put_as_is(&mut document.evidence, evidence),
        ItemValue::Metric(metric) => put_as_is(&mut document.metrics, metric),
        ItemValue::Stop(stop) => put_as_is(&mut document.stops, stop),
        ItemValue::Comment(comment) => put_as_is(&mut document.comments, comment),
        ItemValue::Journey(journey) => put_journey(document, journey),
        ItemValue::Step(journey_id, step) => put_step(document, journey_id, step),
        ItemValue::Lane(journey_id, lane) => put_inner(document, journey_id, lane),
        ItemValue::Touchpoint(journey_id, touchpoint) => put_touchpoint(document, journey_id, touchpoint),
        ItemValue::Transition(journey_id, transition) => put_transition(document, journey_id, transition),
    }
}

/// The journey with this id, to be changed.
///
/// # Errors
/// When there is none.
pub(super) fn journey_mut<'a>(
    document: &'a mut Document,
    journey_id: &JourneyId,
) -> Result<&'a mut Journey, ApplyError> {
    document.journeys.get_mut(journey_id).ok_or_else(|| missing(journey_id))
}

fn put_as_is<T: Item + Walk + PartialEq>(list: &mut List<T>, item: &Arc<T>) -> Result<(), ApplyError> {
    check(item.as_ref())?;
    // What is already so stays shared with the snapshots of the history.
    if list.get(item.id()).is_none_or(|old| old != item) {
        list.put(Arc::clone(item));
    }
    Ok(())
}

/// A thing that lives in a list of a journey.
trait Inner: Item + Walk + PartialEq {
    fn list(journey: &Journey) -> &List<Self>;
    fn list_mut(journey: &mut Journey) -> &mut List<Self>;
}

macro_rules! inner {
    ($($name:ident: $list:ident;)*) => {$(
        impl Inner for $name {
            fn list(journey: &Journey) -> &List<Self> {
                &journey.$list
            }
            fn list_mut(journey: &mut Journey) -> &mut List<Self> {
                &mut journey.$list
            }
        }
    )*};
}

inner! {
    Step: steps;
    CustomLane: custom_lanes;
    Touchpoint: touchpoints;
    Transition: transitions;
}

fn put_inner<T: Inner>(document: &mut Document, journey_id: &JourneyId, item: &Arc<T>) -> Result<(), ApplyError>
where
    T::Id: Display,
{
    let journey = journey(document, journey_id)?;
    check_unshared::<T>(document, journey, item.id())?;
    put_as_is(T::list_mut(journey_mut(document, journey_id)?), item)
}

/// An id that is new to the journey must be in no other.
fn check_unshared<T: Inner>(document: &Document, journey: &Journey, id: &T::Id) -> Result<(), ApplyError>
where
    T::Id: Display,
{
    let elsewhere = |other: &Arc<Journey>| other.id != journey.id && T::list(other).contains(id);
    if !T::list(journey).contains(id) && document.journeys.iter().any(elsewhere) {
        return Err(ApplyError::SharedId { id: id.to_string() });
    }
    Ok(())
}

/// A step may leave its stage only while another stays there.
fn put_step(document: &mut Document, journey_id: &JourneyId, step: &Arc<Step>) -> Result<(), ApplyError> {
    let journey = journey(document, journey_id)?;
    if let Some(old) = journey.steps.get(&step.id)
        && old.stage != step.stage
        && !journey.steps.iter().any(|other| other.id != step.id && other.stage == old.stage)
    {
        return Err(ApplyError::LastStep { id: step.id.to_string() });
    }
    put_inner(document, journey_id, step)
}

/// A touchpoint may be put only into a step that is there; one that already hangs on a missing step may be edited.
fn put_touchpoint(document: &mut Document, journey_id: &JourneyId, new: &Arc<Touchpoint>) -> Result<(), ApplyError> {
    let journey = journey(document, journey_id)?;
    let stands_there = journey.touchpoints.get(&new.id).is_some_and(|old| old.step == new.step);
    if !stands_there && !journey.steps.contains(&new.step) {
        return Err(missing(&new.step));
    }
    put_inner(document, journey_id, &normal(new))
}

/// A transition may get only ends that are there; one whose end is already missing may be edited.
fn put_transition(document: &mut Document, journey_id: &JourneyId, new: &Arc<Transition>) -> Result<(), ApplyError> {
    let journey = journey(document, journey_id)?;
    let old = journey.transitions.get(&new.id);
    for (end, old_end) in [(&new.from, old.map(|old| &old.from)), (&new.to, old.map(|old| &old.to))] {
        if old_end != Some(end) && !journey.touchpoints.contains(end) {
            return Err(missing(end));
        }
    }
    put_inner(document, journey_id, new)
}

fn put_journey(document: &mut Document, new: &Arc<Journey>) -> Result<(), ApplyError> {
    check(new.info.as_ref())?;
    let nothing = Journey::new(new.id.clone(), List::default());
    let old = document.journeys.get(&new.id).map_or(&nothing, Arc::as_ref);
    check_list::<Step>(document, old, new)?;
    check_list::<CustomLane>(document, old, new)?;
    check_list::<Touchpoint>(document, old, new)?;
    check_list::<Transition>(document, old, new)?;
    let mut journey = new.as_ref().clone();
    journey.info = normal(&new.info);
    journey.touchpoints.update(|touchpoint| {
        let mut changed = touchpoint.clone();
        changed.normalise();
        (changed != *touchpoint).then_some(changed)
    });
    document.journeys.put(journey);
    Ok(())
}

fn check_list<T: Inner>(document: &Document, old: &Journey, new: &Journey) -> Result<(), ApplyError>
where
    T::Id: Display,
{
    for item in T::list(new) {
        if T::list(old).get(item.id()).is_none_or(|before| !Arc::ptr_eq(before, item)) {
            check(item.as_ref())?;
            check_unshared::<T>(document, old, item.id())?;
        }
    }
    Ok(())
}

fn journey<'a>(document: &'a Document, journey_id: &JourneyId) -> Result<&'a Journey, ApplyError> {
    document.journeys.get(journey_id).map(Arc::as_ref).ok_or_else(|| missing(journey_id))
}

fn missing(id: &dyn Display) -> ApplyError {
    ApplyError::Missing { id: id.to_string() }
}
