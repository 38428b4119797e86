//! Steps of the stages, and the stages' own words.

use std::sync::Arc;

use super::change::FieldKind;
use super::order::settle;
use super::{copy_of, edit, journey};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    Document, IdSource, Journey, JourneyId, JourneyInfo, Rank, Stage, StageInfo, Step, StepId, Subject,
};

/// Adds a step at a place among the steps of a stage, counted from 0; past the last: at the end.
///
/// # Errors
/// When the journey is missing.
pub fn add_step(
    document: &Document,
    journey_id: &JourneyId,
    (stage, index): (Stage, usize),
    title: &str,
    source: &mut dyn IdSource,
) -> Result<(Edit, StepId), ApplyError> {
    let journey = journey(document, journey_id)?;
    let step = Step { id: StepId::random(source), stage, rank: Rank::default(), title: title.to_owned() };
    let id = step.id.clone();
    Ok((edit(EditLabel::AddStep, put_into(journey, step, index, source)), id))
}

/// Moves a step with its touchpoints to a place among the other steps of a stage. A stage that would have none left
/// gets a new, unnamed one.
///
/// # Errors
/// When the journey or the step is missing.
pub fn move_step(
    document: &Document,
    journey_id: &JourneyId,
    step_id: &StepId,
    (stage, index): (Stage, usize),
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    let mut step = copy_of(&journey.steps, step_id)?;
    let mut commands = Vec::new();
    let others_stay = journey.steps.iter().any(|other| other.id != *step_id && other.stage == step.stage);
    if step.stage != stage && !others_stay {
        let id = StepId::random(source);
        let left = Step { id, stage: step.stage, rank: Rank::default(), title: String::new() };
        commands.push(put(journey, left));
    }
    step.stage = stage;
    commands.extend(put_into(journey, step, index, source));
    Ok(edit(EditLabel::Reorder, commands))
}

/// Gives a stage a title in this journey; an empty one: its usual name.
///
/// # Errors
/// When the journey is missing.
pub fn rename_stage(
    document: &Document,
    journey_id: &JourneyId,
    stage: Stage,
    title: &str,
) -> Result<Edit, ApplyError> {
    change_stage(document, journey_id, stage, FieldKind::Text("title"), |info| title.clone_into(&mut info.title))
}

/// Changes what a journey says of a stage.
///
/// # Errors
/// When the journey is missing.
pub fn change_stage(
    document: &Document,
    journey_id: &JourneyId,
    stage: Stage,
    field: FieldKind,
    change: impl FnOnce(&mut StageInfo),
) -> Result<Edit, ApplyError> {
    let mut info: JourneyInfo = journey(document, journey_id)?.info.as_ref().clone();
    if let Some(stage_info) = info.stages.get_mut(stage.index()) {
        change(stage_info);
    }
    let command = Command::SetJourney(journey_id.clone(), info.into());
    Ok(field.edit(Subject::Stage(journey_id.clone(), stage), command))
}

/// Puts the step at its place; others get new ranks only where there is no room.
fn put_into(journey: &Journey, step: Step, index: usize, source: &mut dyn IdSource) -> Vec<Command> {
    let steps = journey.steps_in_order();
    let mut order: Vec<Step> = steps
        .into_iter()
        .filter(|other| other.stage == step.stage && other.id != step.id)
        .map(Arc::as_ref)
        .cloned()
        .collect();
    let at = index.min(order.len());
    let mut wanted: Vec<Option<Rank>> = order.iter().map(|step| Some(step.rank.clone())).collect();
    wanted.insert(at, None);
    order.insert(at, step);
    let ranks = settle(&wanted, source);
    let changed =
        order.into_iter().zip(ranks.into_iter().zip(wanted)).filter(|(_, (rank, old))| old.as_ref() != Some(rank));
    changed.map(|(step, (rank, _))| put(journey, Step { rank, ..step })).collect()
}

fn put(journey: &Journey, step: Step) -> Command {
    Command::Put(ItemValue::Step(journey.id.clone(), step.into()))
}
