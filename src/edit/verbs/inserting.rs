//! Touchpoints put on a way: it leads to the first of them, and from the last one on to where it led.

use std::sync::Arc;

use super::place::{ColumnPlace, Place};
use super::touchpoints::{place_after, transition};
use crate::edit::command::{Command, ItemValue};
use crate::model::{Column, IdSource, Journey, Touchpoint, TouchpointId, Transition};

/// The way on from a touchpoint, where there is one alone: to what stands behind it. Ways back do not count, nor do those
/// to what stands above or below.
pub(super) fn way_on<'j>(journey: &'j Journey, from: &Touchpoint) -> Option<&'j Arc<Transition>> {
    let steps = journey.steps_in_order();
    let stands = |it: &Touchpoint| {
        let step = steps.iter().position(|step| step.id == it.step)?;
        Some((step, it.column.clone()))
    };
    let here = stands(from)?;
    let leads_on = |way: &&Arc<Transition>| {
        let target = journey.touchpoints.get(&way.to).and_then(|it| stands(it));
        target.is_some_and(|there| there > here)
    };
    let mut ways = journey.transitions.iter().filter(|way| way.from == from.id).filter(leads_on);
    ways.next().filter(|_| ways.next().is_none())
}

/// The place on a way: right after its beginning, never beside its end. These are the columns of the step there.
pub(super) fn place_on(columns: &[Column], from: &Touchpoint, way: &Transition) -> Place {
    let place = place_after(columns, from);
    let ends = |column: &Column| column.touchpoints.iter().any(|it| it.id == way.to);
    match place.column {
        ColumnPlace::In(next) if columns.get(next).is_some_and(ends) => behind(place),
        _ => place,
    }
}

/// New columns instead of a place in, or before, this one.
pub(super) fn behind(place: Place) -> Place {
    let column = match place.column {
        ColumnPlace::In(next) | ColumnPlace::Before(next) => ColumnPlace::Before(next),
    };
    Place { column, row: 0, ..place }
}

/// Leads a way, and the paths of personas who take it, through new touchpoints, one after the other.
pub(super) fn lead_through(
    journey: &Journey,
    way: &Transition,
    new: &[TouchpointId],
    source: &mut dyn IdSource,
) -> Vec<Command> {
    let (Some(first), Some(last)) = (new.first(), new.last()) else { return Vec::new() };
    let put = |way: Transition| Command::Put(ItemValue::Transition(journey.id.clone(), way.into()));
    let mut commands = vec![put(Transition { to: first.clone(), ..way.clone() })];
    let between = new.iter().zip(new.iter().skip(1));
    commands.extend(between.map(|(from, to)| transition(&journey.id, from, to, source)));
    commands.push(transition(&journey.id, last, &way.to, source));
    let mut info = (*journey.info).clone();
    for path in &mut info.paths {
        let taken = path.touchpoints.windows(2).position(|pair| *pair == [way.from.clone(), way.to.clone()]);
        if let Some(behind) = taken.map(|place| place + 1) {
            path.touchpoints.splice(behind..behind, new.iter().cloned());
        }
    }
    if info != *journey.info {
        commands.push(Command::SetJourney(journey.id.clone(), info.into()));
    }
    commands
}
