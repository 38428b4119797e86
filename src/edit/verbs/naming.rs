//! Renaming anything that has a name, in place.

use super::change::{self, FieldKind};
use super::steps::rename_stage;
use crate::edit::command::Edit;
use crate::edit::error::ApplyError;
use crate::model::{Document, Subject};

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
