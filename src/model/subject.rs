//! A reference to anything in a document: what a problem, a comment, a selection or a vote is about.

use super::ids::{
    BarrierId, ChannelId, DepartmentId, EvidenceId, JourneyId, LaneId, MetricId, OpportunityId, ParticipantId,
    PersonaId, StepId, StopId, StrengthId, TouchpointId, TransitionId,
};
use super::stage::Stage;

/// A thing in a document. What lives in a journey is named with its journey.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The project itself.
    Project,
    /// A channel.
    Channel(ChannelId),
    /// A department.
    Department(DepartmentId),
    /// A workshop participant.
    Participant(ParticipantId),
    /// A persona.
    Persona(PersonaId),
    /// A journey.
    Journey(JourneyId),
    /// A stage of a journey.
    Stage(JourneyId, Stage),
    /// A step of a journey.
    Step(JourneyId, StepId),
    /// A lane of the user's own.
    Lane(JourneyId, LaneId),
    /// A touchpoint.
    Touchpoint(JourneyId, TouchpointId),
    /// A transition.
    Transition(JourneyId, TransitionId),
    /// A barrier.
    Barrier(BarrierId),
    /// A strength.
    Strength(StrengthId),
    /// An opportunity.
    Opportunity(OpportunityId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A metric.
    Metric(MetricId),
    /// A stop of the presentation.
    Stop(StopId),
}

impl Subject {
    /// The id's text; for a stage its journey's, for the project nothing.
    pub fn id_text(&self) -> &str {
        match self {
            Self::Project => "",
            Self::Channel(id) => id.as_str(),
            Self::Department(id) => id.as_str(),
            Self::Participant(id) => id.as_str(),
            Self::Persona(id) => id.as_str(),
            Self::Journey(id) | Self::Stage(id, _) => id.as_str(),
            Self::Step(_, id) => id.as_str(),
            Self::Lane(_, id) => id.as_str(),
            Self::Touchpoint(_, id) => id.as_str(),
            Self::Transition(_, id) => id.as_str(),
            Self::Barrier(id) => id.as_str(),
            Self::Strength(id) => id.as_str(),
            Self::Opportunity(id) => id.as_str(),
            Self::Evidence(id) => id.as_str(),
            Self::Metric(id) => id.as_str(),
            Self::Stop(id) => id.as_str(),
        }
    }
}
