//! What users do, put together from commands: add after, branch, connect, move, set an emotion.
//!
//! Each verb reads the document and returns an [`Edit`], with the ids of what it makes; nothing changes before the
//! edit is applied. A verb fails only where the thing it starts from is not there.
//! [`change`] is the verb for every field that has none of its own.

mod avatars;
pub mod change;
mod claims;
mod columns;
mod excerpts;
mod feelings;
mod inserting;
mod joining;
mod journeys;
mod lanes;
mod lines;
mod moving;
mod naming;
mod order;
mod paste;
mod personas;
mod place;
mod project;
mod removal;
mod several;
mod steps;
mod sticky;
mod stops;
#[cfg(test)]
mod tests;
mod touchpoints;
mod transitions;
pub mod workshop;
mod writing;

use std::sync::Arc;

pub use avatars::{SUGGESTED_AVATARS, suggest_avatars};
pub use claims::{
    Claim, Link, Linked, OpportunityFor, add_barrier_at, add_evidence, add_opportunity_for, add_strength_at,
    link_barrier, link_evidence, link_touchpoint, move_linked,
};
pub use columns::{align_columns, arrange, own_columns};
pub use excerpts::{Extract, Wanted, add_transcript, extract};
pub use feelings::{FeelingText, set_emotion, set_expectation, set_feeling_text};
pub use joining::{Joint, join, joints};
pub use journeys::{DuplicateAs, add_journey, duplicate_journey};
pub use lanes::{
    Fold, Visibility, add_lane, move_lane, set_lane_fold, set_lane_height, set_lane_visibility, set_swimlanes,
};
pub use lines::{Line, add_lines};
pub use moving::{
    Direction, Swimlane, Towards, move_touchpoints, move_touchpoints_to_channel, move_touchpoints_to_stage, nudge,
};
pub use naming::{name_of, rename};
pub use paste::{Origin, Paste, Pasted, duplicate, duplicate_at, paste, paste_as_journey};
pub use personas::{Part, add_persona, cast, set_journey_personas, set_part};
pub use place::{ColumnPlace, Place};
pub use project::{add_channel, add_department, add_metric, add_participant, reorder};
pub use removal::{Toll, cut, remove, remove_comment, toll};
pub use several::{change_barriers, change_opportunities, change_touchpoints};
pub use steps::{add_step, change_stage, move_step, rename_stage};
pub use sticky::{Sticky, StickyNote, StickyPlace, capture};
pub use stops::{Show, add_stop_at, move_stop, set_stop_ink, set_stop_notes, set_stop_visibility};
pub use touchpoints::{
    add_alternative, add_touchpoint_after, add_touchpoint_at, add_touchpoint_in, add_touchpoint_in_stage,
    add_touchpoint_on,
};
pub use transitions::{TransitionEnd, connect, reconnect};
pub use writing::{write_at, written_at};

use super::command::{Command, Edit, EditLabel, ItemValue};
use super::error::ApplyError;
use crate::model::list::Item;
use crate::model::{Document, Journey, JourneyId, List, Touchpoint, TouchpointId};

fn edit(label: EditLabel, commands: Vec<Command>) -> Edit {
    Edit { label, merge: None, commands }
}

fn missing(id: &dyn std::fmt::Display) -> ApplyError {
    ApplyError::Missing { id: id.to_string() }
}

fn journey<'a>(document: &'a Document, journey_id: &JourneyId) -> Result<&'a Journey, ApplyError> {
    document.journeys.get(journey_id).map(Arc::as_ref).ok_or_else(|| missing(journey_id))
}

fn touchpoint<'a>(journey: &'a Journey, touchpoint_id: &TouchpointId) -> Result<&'a Touchpoint, ApplyError> {
    journey.touchpoints.get(touchpoint_id).map(Arc::as_ref).ok_or_else(|| missing(touchpoint_id))
}

/// A copy of a list's item, to be changed and put back.
fn copy_of<T: Item>(list: &List<T>, id: &T::Id) -> Result<T, ApplyError>
where
    T::Id: std::fmt::Display,
{
    list.get(id).map(|item| item.as_ref().clone()).ok_or_else(|| missing(id))
}

fn put_touchpoint(journey_id: &JourneyId, touchpoint: Touchpoint) -> Command {
    Command::Put(ItemValue::Touchpoint(journey_id.clone(), touchpoint.into()))
}
