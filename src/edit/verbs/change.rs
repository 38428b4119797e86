//! Changing a field of a thing: the verb for every field that has none of its own.

use std::sync::Arc;

use super::{copy_of, journey, missing};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue, MergeKey};
use crate::edit::error::ApplyError;
use crate::model::{
    Audit, Barrier, BarrierId, Channel, ChannelId, CustomLane, Department, DepartmentId, Document, Evidence,
    EvidenceId, JourneyId, JourneyInfo, LaneId, Metric, MetricId, Opportunity, OpportunityId, Participant,
    ParticipantId, Persona, PersonaId, ProjectInfo, Step, StepId, Stop, StopId, Strength, StrengthId, Subject,
    Touchpoint, TouchpointId, Transition, TransitionId, Workshop,
};

/// What is changed, which decides how the history takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A text under this name: typing in a row becomes one entry.
    Text(&'static str),
    /// Anything else: each change is an entry.
    Property,
}

impl FieldKind {
    pub(super) fn edit(self, subject: Subject, command: Command) -> Edit {
        let (label, merge) = match self {
            Self::Text(field) => (EditLabel::ChangeText, Some(MergeKey { subject, field })),
            Self::Property => (EditLabel::ChangeProperty, None),
        };
        Edit { label, merge, commands: vec![command] }
    }
}

macro_rules! project_items {
    ($($(#[$doc:meta])* $verb:ident: $list:ident, $name:ident, $id:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// When it is missing.
        pub fn $verb(
            document: &Document,
            id: &$id,
            field: FieldKind,
            change: impl FnOnce(&mut $name),
        ) -> Result<Edit, ApplyError> {
            let mut item = copy_of(&document.$list, id)?;
            change(&mut item);
            let command = Command::Put(ItemValue::$name(item.into()));
            Ok(field.edit(Subject::$name(id.clone()), command))
        }
    )*};
}

project_items! {
    /// Changes a channel.
    channel: channels, Channel, ChannelId;
    /// Changes a department.
    department: departments, Department, DepartmentId;
    /// Changes a workshop participant.
    participant: participants, Participant, ParticipantId;
    /// Changes a persona.
    persona: personas, Persona, PersonaId;
    /// Changes a barrier.
    barrier: barriers, Barrier, BarrierId;
    /// Changes a strength.
    strength: strengths, Strength, StrengthId;
    /// Changes an opportunity.
    opportunity: opportunities, Opportunity, OpportunityId;
    /// Changes a piece of evidence.
    evidence: evidence, Evidence, EvidenceId;
    /// Changes a metric.
    metric: metrics, Metric, MetricId;
    /// Changes a stop of the presentation.
    stop: stops, Stop, StopId;
}

macro_rules! journey_items {
    ($($(#[$doc:meta])* $verb:ident: $list:ident, $value:ident = $name:ident, $id:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// When it or its journey is missing.
        pub fn $verb(
            document: &Document,
            journey_id: &JourneyId,
            id: &$id,
            field: FieldKind,
            change: impl FnOnce(&mut $name),
        ) -> Result<Edit, ApplyError> {
            let mut item = copy_of(&journey(document, journey_id)?.$list, id)?;
            change(&mut item);
            let command = Command::Put(ItemValue::$value(journey_id.clone(), item.into()));
            Ok(field.edit(Subject::$value(journey_id.clone(), id.clone()), command))
        }
    )*};
}

journey_items! {
    /// Changes a step.
    step: steps, Step = Step, StepId;
    /// Changes a lane of the user's own.
    lane: custom_lanes, Lane = CustomLane, LaneId;
    /// Changes a touchpoint.
    touchpoint: touchpoints, Touchpoint = Touchpoint, TouchpointId;
    /// Changes a transition.
    transition: transitions, Transition = Transition, TransitionId;
}

/// Changes what is said of a journey as a whole.
///
/// # Errors
/// When it is missing.
pub fn journey_info(
    document: &Document,
    journey_id: &JourneyId,
    field: FieldKind,
    change: impl FnOnce(&mut JourneyInfo),
) -> Result<Edit, ApplyError> {
    let journey = document.journeys.get(journey_id).ok_or_else(|| missing(journey_id))?;
    let mut info = journey.info.as_ref().clone();
    change(&mut info);
    let command = Command::SetJourney(journey_id.clone(), info.into());
    Ok(field.edit(Subject::Journey(journey_id.clone()), command))
}

/// Changes what is said of the project as a whole.
pub fn project(document: &Document, field: FieldKind, change: impl FnOnce(&mut ProjectInfo)) -> Edit {
    let mut info = document.info.as_ref().clone();
    change(&mut info);
    field.edit(Subject::Project, Command::SetProject(Arc::new(info)))
}

/// Changes the audit.
pub fn audit(document: &Document, field: FieldKind, change: impl FnOnce(&mut Audit)) -> Edit {
    let mut audit = document.audit.as_ref().clone();
    change(&mut audit);
    field.edit(Subject::Project, Command::SetAudit(Arc::new(audit)))
}

/// Changes the workshop's notes.
pub fn workshop(document: &Document, field: FieldKind, change: impl FnOnce(&mut Workshop)) -> Edit {
    let mut workshop = document.workshop.as_ref().clone();
    change(&mut workshop);
    field.edit(Subject::Project, Command::SetWorkshop(Arc::new(workshop)))
}
