//! Adding touchpoints: after another, beside it, on a transition, into a step.

use super::inserting::{lead_through, place_on, way_on};
use super::place::{ColumnPlace, Place, put_among};
use super::{edit, journey, missing, touchpoint};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    Column, Document, IdSource, Journey, JourneyId, Rank, Stage, StepId, Touchpoint, TouchpointId, Transition,
    TransitionId, step_columns,
};

/// Adds a touchpoint at a place, connected to nothing.
///
/// # Errors
/// When the journey or the step is missing.
pub fn add_touchpoint_at(
    document: &Document,
    journey_id: &JourneyId,
    place: &Place,
    source: &mut dyn IdSource,
) -> Result<(Edit, TouchpointId), ApplyError> {
    let journey = journey(document, journey_id)?;
    let columns = step_columns(journey, &place.step);
    let (commands, touchpoint_id) = new_among(&columns, (journey, place), source)?;
    Ok((edit(EditLabel::AddTouchpoint, commands), touchpoint_id))
}

/// Adds a touchpoint in a new column at the end of a step, connected to nothing.
///
/// # Errors
/// When the journey or the step is missing.
pub fn add_touchpoint_in(
    document: &Document,
    journey_id: &JourneyId,
    step_id: &StepId,
    source: &mut dyn IdSource,
) -> Result<(Edit, TouchpointId), ApplyError> {
    let place = Place { step: step_id.clone(), column: ColumnPlace::END, row: 0 };
    add_touchpoint_at(document, journey_id, &place, source)
}

/// Adds a touchpoint at the end of a stage, in its last step.
///
/// # Errors
/// When the journey is missing, or the stage has no step.
pub fn add_touchpoint_in_stage(
    document: &Document,
    journey_id: &JourneyId,
    stage: Stage,
    source: &mut dyn IdSource,
) -> Result<(Edit, TouchpointId), ApplyError> {
    let steps = journey(document, journey_id)?.steps_in_order();
    let last = steps.iter().rfind(|step| step.stage == stage).ok_or_else(|| missing(&stage.key()))?;
    add_touchpoint_in(document, journey_id, &last.id, source)
}

/// Adds a touchpoint after another and connects them. Where one way leads on from there, the new one is put on it: nobody
/// is led to an end by a touchpoint that has none yet.
///
/// It stands in the next column of the step where its row is free there, else in a new column between.
///
/// # Errors
/// When the journey or the touchpoint is missing.
pub fn add_touchpoint_after(
    document: &Document,
    journey_id: &JourneyId,
    touchpoint_id: &TouchpointId,
    source: &mut dyn IdSource,
) -> Result<(Edit, TouchpointId), ApplyError> {
    let journey = journey(document, journey_id)?;
    let after = touchpoint(journey, touchpoint_id)?;
    if let Some(way) = way_on(journey, after) {
        return add_touchpoint_on(document, journey_id, &way.id, source);
    }
    let columns = step_columns(journey, &after.step);
    let (mut commands, new_id) = new_among(&columns, (journey, &place_after(&columns, after)), source)?;
    commands.push(transition(journey_id, touchpoint_id, &new_id, source));
    Ok((edit(EditLabel::AddTouchpoint, commands), new_id))
}

/// Adds a touchpoint below another, reached from where the other is reached from: a branch.
///
/// # Errors
/// When the journey or the touchpoint is missing.
pub fn add_alternative(
    document: &Document,
    journey_id: &JourneyId,
    touchpoint_id: &TouchpointId,
    source: &mut dyn IdSource,
) -> Result<(Edit, TouchpointId), ApplyError> {
    let journey = journey(document, journey_id)?;
    let beside = touchpoint(journey, touchpoint_id)?;
    let columns = step_columns(journey, &beside.step);
    let place = spot(&columns, beside).map_or_else(
        || Place { step: beside.step.clone(), column: ColumnPlace::END, row: 0 },
        |(column, row)| Place { step: beside.step.clone(), column: ColumnPlace::In(column), row: row + 1 },
    );
    let (mut commands, new_id) = new_among(&columns, (journey, &place), source)?;
    let mut before: Vec<&TouchpointId> =
        journey.transitions.iter().filter(|it| it.to == *touchpoint_id).map(|it| &it.from).collect();
    before.sort_unstable();
    before.dedup();
    commands.extend(before.into_iter().map(|from| transition(journey_id, from, &new_id, source)));
    Ok((edit(EditLabel::AddTouchpoint, commands), new_id))
}

/// Adds a touchpoint on a transition, which then leads to it; a new one leads on to where the old one led, and so do the
/// paths of personas who take it.
///
/// # Errors
/// When the journey, the transition or the touchpoint it leaves is missing.
pub fn add_touchpoint_on(
    document: &Document,
    journey_id: &JourneyId,
    transition_id: &TransitionId,
    source: &mut dyn IdSource,
) -> Result<(Edit, TouchpointId), ApplyError> {
    let journey = journey(document, journey_id)?;
    let way = super::copy_of(&journey.transitions, transition_id)?;
    let after = touchpoint(journey, &way.from)?;
    let columns = step_columns(journey, &after.step);
    let (mut commands, new_id) = new_among(&columns, (journey, &place_on(&columns, after, &way)), source)?;
    commands.extend(lead_through(journey, &way, std::slice::from_ref(&new_id), source));
    Ok((edit(EditLabel::AddTouchpoint, commands), new_id))
}

/// A new touchpoint at a place in a step of which these are the columns.
fn new_among(
    columns: &[Column],
    (journey, place): (&Journey, &Place),
    source: &mut dyn IdSource,
) -> Result<(Vec<Command>, TouchpointId), ApplyError> {
    if !journey.steps.contains(&place.step) {
        return Err(missing(&place.step));
    }
    let id = TouchpointId::random(source);
    let new = Touchpoint::new(id.clone(), place.step.clone(), Rank::default(), Rank::default());
    Ok((put_among(columns, vec![vec![new]], (&journey.id, place), source), id))
}

pub(super) fn transition(
    journey_id: &JourneyId,
    from: &TouchpointId,
    to: &TouchpointId,
    source: &mut dyn IdSource,
) -> Command {
    let transition = Transition::new(TransitionId::random(source), from.clone(), to.clone());
    Command::Put(ItemValue::Transition(journey_id.clone(), transition.into()))
}

/// The column and the row that a touchpoint stands in, among the columns of its step.
fn spot(columns: &[Column], touchpoint: &Touchpoint) -> Option<(usize, usize)> {
    columns.iter().enumerate().find_map(|(index, column)| {
        let row = column.touchpoints.iter().position(|other| other.id == touchpoint.id)?;
        Some((index, row))
    })
}

/// The place right after a touchpoint; these are the columns of its step.
pub(super) fn place_after(columns: &[Column], touchpoint: &Touchpoint) -> Place {
    let column = spot(columns, touchpoint).map_or(ColumnPlace::END, |(index, row)| {
        let row_is_free = columns.get(index + 1).is_some_and(|next| next.touchpoints.len() <= row);
        if row_is_free { ColumnPlace::In(index + 1) } else { ColumnPlace::Before(index + 1) }
    });
    Place { step: touchpoint.step.clone(), column, row: usize::MAX }
}
