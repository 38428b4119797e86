//! A reference to anything in a document: what a problem, a comment, a selection or a vote is about.

use super::document::Document;
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
    /// Whether it is in the document.
    pub fn is_in(&self, document: &Document) -> bool {
        let journey = |id| document.journeys.get(id);
        match self {
            Self::Project => true,
            Self::Channel(id) => document.channels.contains(id),
            Self::Department(id) => document.departments.contains(id),
            Self::Participant(id) => document.participants.contains(id),
            Self::Persona(id) => document.personas.contains(id),
            Self::Journey(id) | Self::Stage(id, _) => document.journeys.contains(id),
            Self::Step(at, id) => journey(at).is_some_and(|journey| journey.steps.contains(id)),
            Self::Lane(at, id) => journey(at).is_some_and(|journey| journey.custom_lanes.contains(id)),
            Self::Touchpoint(at, id) => journey(at).is_some_and(|journey| journey.touchpoints.contains(id)),
            Self::Transition(at, id) => journey(at).is_some_and(|journey| journey.transitions.contains(id)),
            Self::Barrier(id) => document.barriers.contains(id),
            Self::Strength(id) => document.strengths.contains(id),
            Self::Opportunity(id) => document.opportunities.contains(id),
            Self::Evidence(id) => document.evidence.contains(id),
            Self::Metric(id) => document.metrics.contains(id),
            Self::Stop(id) => document.stops.contains(id),
        }
    }

    /// The journey that it is, or lives in.
    pub fn journey(&self) -> Option<&JourneyId> {
        match self {
            Self::Journey(journey)
            | Self::Stage(journey, _)
            | Self::Step(journey, _)
            | Self::Lane(journey, _)
            | Self::Touchpoint(journey, _)
            | Self::Transition(journey, _) => Some(journey),
            Self::Project
            | Self::Channel(_)
            | Self::Department(_)
            | Self::Participant(_)
            | Self::Persona(_)
            | Self::Barrier(_)
            | Self::Strength(_)
            | Self::Opportunity(_)
            | Self::Evidence(_)
            | Self::Metric(_)
            | Self::Stop(_) => None,
        }
    }

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
