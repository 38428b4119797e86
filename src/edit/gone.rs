//! What a removal takes along: everything that goes with the things named, collected before anything changes.

use std::collections::{BTreeMap, BTreeSet};

use super::error::ApplyError;
use crate::model::list::Item;
use crate::model::{
    BarrierId, ChannelId, CommentId, DepartmentId, Document, EvidenceId, Journey, JourneyId, LaneId, List, Metric,
    MetricId, MetricSubject, OpportunityId, ParticipantId, PersonaId, Stage, StepId, Stop, StopId, StopView,
    StrengthId, Subject, TouchpointId, TransitionId,
};

/// The ids of everything that goes.
#[derive(Debug, Default)]
pub(super) struct Gone {
    pub(super) channels: BTreeSet<ChannelId>,
    pub(super) departments: BTreeSet<DepartmentId>,
    pub(super) participants: BTreeSet<ParticipantId>,
    pub(super) personas: BTreeSet<PersonaId>,
    pub(super) barriers: BTreeSet<BarrierId>,
    pub(super) strengths: BTreeSet<StrengthId>,
    pub(super) opportunities: BTreeSet<OpportunityId>,
    pub(super) evidence: BTreeSet<EvidenceId>,
    pub(super) metrics: BTreeSet<MetricId>,
    pub(super) stops: BTreeSet<StopId>,
    pub(super) comments: BTreeSet<CommentId>,
    /// Journeys that go as a whole.
    pub(super) journeys: BTreeSet<JourneyId>,
    /// What goes out of journeys that stay.
    pub(super) parts: BTreeMap<JourneyId, Parts>,
    /// Touchpoints that no journey has any more: nothing may refer to them.
    pub(super) touchpoints: BTreeSet<TouchpointId>,
}

/// What goes out of one journey that stays.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) steps: BTreeSet<StepId>,
    /// The last steps of their stages: they stay, without touchpoints and without their names.
    pub(super) emptied_steps: BTreeSet<StepId>,
    pub(super) lanes: BTreeSet<LaneId>,
    pub(super) touchpoints: BTreeSet<TouchpointId>,
    pub(super) transitions: BTreeSet<TransitionId>,
}

impl Gone {
    /// Collects what goes when all these subjects are removed at once.
    ///
    /// # Errors
    /// When one of them is not in the document, or is the project or a stage.
    pub(super) fn collect(document: &Document, subjects: &[&Subject]) -> Result<Self, ApplyError> {
        let mut gone = Self::default();
        for subject in subjects {
            gone.name(document, subject)?;
        }
        gone.parts.retain(|journey_id, _| !gone.journeys.contains(journey_id));
        for (journey_id, parts) in &mut gone.parts {
            if let Some(journey) = document.journeys.get(journey_id) {
                parts.complete(journey);
            }
        }
        gone.collect_touchpoints(document);
        gone.metrics.extend(ids_where(&document.metrics, |metric| gone.takes_metric(metric)));
        gone.stops.extend(ids_where(&document.stops, |stop| gone.takes_stop(stop)));
        gone.comments = ids_where(&document.comments, |comment| gone.has(&comment.subject));
        Ok(gone)
    }

    fn name(&mut self, document: &Document, subject: &Subject) -> Result<(), ApplyError> {
        let found = match subject {
            Subject::Project | Subject::Stage(..) => return Err(ApplyError::Permanent),
            Subject::Channel(id) => take(&document.channels, &mut self.channels, id),
            Subject::Department(id) => take(&document.departments, &mut self.departments, id),
            Subject::Participant(id) => take(&document.participants, &mut self.participants, id),
            Subject::Persona(id) => take(&document.personas, &mut self.personas, id),
            Subject::Journey(id) => take(&document.journeys, &mut self.journeys, id),
            Subject::Barrier(id) => take(&document.barriers, &mut self.barriers, id),
            Subject::Strength(id) => take(&document.strengths, &mut self.strengths, id),
            Subject::Opportunity(id) => take(&document.opportunities, &mut self.opportunities, id),
            Subject::Evidence(id) => take(&document.evidence, &mut self.evidence, id),
            Subject::Metric(id) => take(&document.metrics, &mut self.metrics, id),
            Subject::Stop(id) => take(&document.stops, &mut self.stops, id),
            Subject::Step(journey_id, _)
            | Subject::Lane(journey_id, _)
            | Subject::Touchpoint(journey_id, _)
            | Subject::Transition(journey_id, _) => document
                .journeys
                .get(journey_id)
                .is_some_and(|journey| self.parts.entry(journey_id.clone()).or_default().name(journey, subject)),
        };
        if found { Ok(()) } else { Err(ApplyError::Missing { id: subject.id_text().to_owned() }) }
    }

    fn collect_touchpoints(&mut self, document: &Document) {
        let mut touchpoints = BTreeSet::new();
        for journey in &document.journeys {
            if self.journeys.contains(&journey.id) {
                touchpoints.extend(journey.touchpoints.iter().map(|touchpoint| touchpoint.id.clone()));
            } else if let Some(parts) = self.parts.get(&journey.id) {
                touchpoints.extend(parts.touchpoints.iter().cloned());
            }
        }
        // A file may give one id to touchpoints of two journeys: as long as one of them stays, so do references.
        touchpoints.retain(|touchpoint_id| {
            !document.journeys.iter().any(|journey| {
                journey.touchpoints.contains(touchpoint_id) && !self.takes_touchpoint(&journey.id, touchpoint_id)
            })
        });
        self.touchpoints = touchpoints;
    }

    fn takes_touchpoint(&self, journey_id: &JourneyId, touchpoint_id: &TouchpointId) -> bool {
        self.journeys.contains(journey_id)
            || self.parts.get(journey_id).is_some_and(|parts| parts.touchpoints.contains(touchpoint_id))
    }

    fn takes_metric(&self, metric: &Metric) -> bool {
        let subject = match &metric.subject {
            MetricSubject::Journey(journey) | MetricSubject::Stage(journey, _) => self.journeys.contains(journey),
            MetricSubject::Touchpoint(touchpoint) => self.touchpoints.contains(touchpoint),
        };
        // Without its persona a persona's figure would speak for everybody.
        subject || metric.persona.as_ref().is_some_and(|persona| self.personas.contains(persona))
    }

    fn takes_stop(&self, stop: &Stop) -> bool {
        let view = match &stop.view {
            StopView::Persona(persona) => self.personas.contains(persona),
            StopView::Touchpoint(touchpoint) => self.touchpoints.contains(touchpoint),
            StopView::Selection(touchpoints) => {
                !touchpoints.is_empty() && touchpoints.iter().all(|touchpoint| self.touchpoints.contains(touchpoint))
            }
            StopView::Overview | StopView::Stage(_) | StopView::Emotions | StopView::Answers | StopView::Decisions => {
                false
            }
        };
        view || self.journeys.contains(&stop.journey)
    }

    /// Whether the subject goes.
    pub(super) fn has(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Project => false,
            Subject::Channel(id) => self.channels.contains(id),
            Subject::Department(id) => self.departments.contains(id),
            Subject::Participant(id) => self.participants.contains(id),
            Subject::Persona(id) => self.personas.contains(id),
            Subject::Journey(id) | Subject::Stage(id, _) => self.journeys.contains(id),
            Subject::Step(journey, id) => self.has_part(journey, |parts| parts.steps.contains(id)),
            Subject::Lane(journey, id) => self.has_part(journey, |parts| parts.lanes.contains(id)),
            Subject::Touchpoint(journey, id) => self.has_part(journey, |parts| parts.touchpoints.contains(id)),
            Subject::Transition(journey, id) => self.has_part(journey, |parts| parts.transitions.contains(id)),
            Subject::Barrier(id) => self.barriers.contains(id),
            Subject::Strength(id) => self.strengths.contains(id),
            Subject::Opportunity(id) => self.opportunities.contains(id),
            Subject::Evidence(id) => self.evidence.contains(id),
            Subject::Metric(id) => self.metrics.contains(id),
            Subject::Stop(id) => self.stops.contains(id),
        }
    }

    fn has_part(&self, journey_id: &JourneyId, test: impl Fn(&Parts) -> bool) -> bool {
        self.journeys.contains(journey_id) || self.parts.get(journey_id).is_some_and(test)
    }

    /// The texts of the ids that nothing may refer to any more.
    pub(super) fn referable_ids(&self) -> BTreeSet<&str> {
        let mut ids = BTreeSet::new();
        ids.extend(self.channels.iter().map(ChannelId::as_str));
        ids.extend(self.departments.iter().map(DepartmentId::as_str));
        ids.extend(self.participants.iter().map(ParticipantId::as_str));
        ids.extend(self.personas.iter().map(PersonaId::as_str));
        ids.extend(self.barriers.iter().map(BarrierId::as_str));
        ids.extend(self.strengths.iter().map(StrengthId::as_str));
        ids.extend(self.opportunities.iter().map(OpportunityId::as_str));
        ids.extend(self.evidence.iter().map(EvidenceId::as_str));
        ids.extend(self.journeys.iter().map(JourneyId::as_str));
        ids.extend(self.touchpoints.iter().map(TouchpointId::as_str));
        for parts in self.parts.values() {
            ids.extend(parts.lanes.iter().map(LaneId::as_str));
        }
        ids
    }
}

impl Parts {
    fn name(&mut self, journey: &Journey, subject: &Subject) -> bool {
        match subject {
            Subject::Step(_, id) => take(&journey.steps, &mut self.steps, id),
            Subject::Lane(_, id) => take(&journey.custom_lanes, &mut self.lanes, id),
            Subject::Touchpoint(_, id) => take(&journey.touchpoints, &mut self.touchpoints, id),
            Subject::Transition(_, id) => take(&journey.transitions, &mut self.transitions, id),
            _ => false,
        }
    }

    /// Adds what hangs on the things named: a step's touchpoints, a touchpoint's transitions.
    fn complete(&mut self, journey: &Journey) {
        if !self.steps.is_empty() {
            for stage in Stage::ALL {
                self.keep_last_step(journey, stage);
            }
            let emptied = |step: &StepId| self.steps.contains(step) || self.emptied_steps.contains(step);
            let inside = ids_where(&journey.touchpoints, |touchpoint| emptied(&touchpoint.step));
            self.touchpoints.extend(inside);
        }
        if !self.touchpoints.is_empty() {
            let ends = |id: &TouchpointId| self.touchpoints.contains(id);
            let hanging = ids_where(&journey.transitions, |it| ends(&it.from) || ends(&it.to));
            self.transitions.extend(hanging);
        }
    }

    /// Where all steps of a stage would go, the first of them stays, emptied.
    fn keep_last_step(&mut self, journey: &Journey, stage: Stage) {
        let of_stage = journey.steps.iter().filter(|step| step.stage == stage);
        let first = of_stage.clone().min_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
        if let Some(first) = first
            && of_stage.clone().all(|step| self.steps.contains(&step.id))
        {
            self.steps.remove(&first.id);
            self.emptied_steps.insert(first.id.clone());
        }
    }
}

fn take<T: Item>(list: &List<T>, taken: &mut BTreeSet<T::Id>, id: &T::Id) -> bool {
    let found = list.contains(id);
    if found {
        taken.insert(id.clone());
    }
    found
}

fn ids_where<T: Item>(list: &List<T>, test: impl Fn(&T) -> bool) -> BTreeSet<T::Id> {
    list.iter().filter(|item| test(item)).map(|item| item.id().clone()).collect()
}
