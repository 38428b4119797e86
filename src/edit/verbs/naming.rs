//! What things are called, and renaming anything that has a name.

use super::change::{self, FieldKind};
use super::steps::rename_stage;
use crate::edit::command::Edit;
use crate::edit::error::ApplyError;
use crate::model::{Document, Subject};

/// What a thing is called now: the text that [`rename`] sets; `None` where the thing is missing.
pub fn name_of(document: &Document, subject: &Subject) -> Option<String> {
    let journey = |id| document.journeys.get(id);
    let name = match subject {
        Subject::Project => &document.info.title,
        Subject::Channel(id) => &document.channels.get(id)?.name,
        Subject::Department(id) => &document.departments.get(id)?.name,
        Subject::Participant(id) => &document.participants.get(id)?.name,
        Subject::Persona(id) => &document.personas.get(id)?.name,
        Subject::Journey(id) => &journey(id)?.info.title,
        Subject::Stage(at, stage) => &journey(at)?.info.stages.get(stage.index())?.title,
        Subject::Step(at, id) => &journey(at)?.steps.get(id)?.title,
        Subject::Lane(at, id) => &journey(at)?.custom_lanes.get(id)?.title,
        Subject::Touchpoint(at, id) => &journey(at)?.touchpoints.get(id)?.title,
        Subject::Transition(at, id) => &journey(at)?.transitions.get(id)?.reason,
        Subject::Barrier(id) => &document.barriers.get(id)?.statement,
        Subject::Strength(id) => &document.strengths.get(id)?.statement,
        Subject::Opportunity(id) => &document.opportunities.get(id)?.statement,
        Subject::Evidence(id) => &document.evidence.get(id)?.title,
        Subject::Metric(id) => &document.metrics.get(id)?.title,
        Subject::Stop(id) => &document.stops.get(id)?.notes,
    };
    Some(name.clone())
}

/// Gives a thing its title, name or statement; for a transition its reason, for a stop its notes. Typing merges.
///
/// # Errors
/// When the thing is missing.
pub fn rename(document: &Document, subject: &Subject, text: &str) -> Result<Edit, ApplyError> {
    let field = FieldKind::Text("title");
    let set = |name: &mut String| text.clone_into(name);
    match subject {
        Subject::Project => Ok(change::project(document, field, |it| set(&mut it.title))),
        Subject::Channel(id) => change::channel(document, id, field, |it| set(&mut it.name)),
        Subject::Department(id) => change::department(document, id, field, |it| set(&mut it.name)),
        Subject::Participant(id) => change::participant(document, id, field, |it| set(&mut it.name)),
        Subject::Persona(id) => change::persona(document, id, field, |it| set(&mut it.name)),
        Subject::Journey(id) => change::journey_info(document, id, field, |it| set(&mut it.title)),
        Subject::Stage(journey_id, stage) => rename_stage(document, journey_id, *stage, text),
        Subject::Step(journey_id, id) => change::step(document, journey_id, id, field, |it| set(&mut it.title)),
        Subject::Lane(journey_id, id) => change::lane(document, journey_id, id, field, |it| set(&mut it.title)),
        Subject::Touchpoint(journey_id, id) => {
            change::touchpoint(document, journey_id, id, field, |it| set(&mut it.title))
        }
        Subject::Transition(journey_id, id) => {
            change::transition(document, journey_id, id, field, |it| set(&mut it.reason))
        }
        Subject::Barrier(id) => change::barrier(document, id, field, |it| set(&mut it.statement)),
        Subject::Strength(id) => change::strength(document, id, field, |it| set(&mut it.statement)),
        Subject::Opportunity(id) => change::opportunity(document, id, field, |it| set(&mut it.statement)),
        Subject::Evidence(id) => change::evidence(document, id, field, |it| set(&mut it.title)),
        Subject::Metric(id) => change::metric(document, id, field, |it| set(&mut it.title)),
        Subject::Stop(id) => change::stop(document, id, field, |it| set(&mut it.notes)),
    }
}
