//! References that lead to nothing, and ids that two journeys use.

use std::collections::HashSet;
use std::fmt::Display;

use super::{Found, ProblemKind};
use crate::model::{
    ChannelId, DepartmentId, Document, EvidenceId, Item, Journey, Lane, List, MetricSubject, OpportunityId, PersonaId,
    Stop, StopView, Subject, Supported, TouchpointId,
};

/// Looks ids up for one subject at a time.
struct Check<'a> {
    document: &'a Document,
    /// Touchpoints of all journeys.
    touchpoints: HashSet<&'a TouchpointId>,
    found: &'a mut Found,
}

pub(super) fn check(document: &Document, found: &mut Found) {
    let touchpoints =
        document.journeys.iter().flat_map(|journey| &journey.touchpoints).map(|touchpoint| &touchpoint.id).collect();
    let mut check = Check { document, touchpoints, found };
    check.people();
    check.knowledge();
    for journey in &document.journeys {
        check.journey(journey);
        check.map(journey);
    }
    for stop in &document.stops {
        check.stop(stop);
    }
    check.notes();
    shared_ids(document, found);
}

impl Check<'_> {
    fn people(&mut self) {
        for participant in &self.document.participants {
            self.departments(&Subject::Participant(participant.id.clone()), &participant.department);
        }
        for persona in &self.document.personas {
            self.channels(&Subject::Persona(persona.id.clone()), &persona.channels);
        }
    }

    fn knowledge(&mut self) {
        for barrier in &self.document.barriers {
            let subject = Subject::Barrier(barrier.id.clone());
            self.touchpoints(&subject, &barrier.touchpoints);
            self.ids(&subject, barrier.stage.iter().map(|(journey, _)| journey), &self.document.journeys);
            self.personas(&subject, &barrier.personas);
            self.evidence(&subject, &barrier.evidence);
            self.departments(&subject, &barrier.owner);
        }
        for strength in &self.document.strengths {
            let subject = Subject::Strength(strength.id.clone());
            self.touchpoints(&subject, &strength.touchpoints);
            self.evidence(&subject, &strength.evidence);
        }
        for opportunity in &self.document.opportunities {
            let subject = Subject::Opportunity(opportunity.id.clone());
            self.ids(&subject, &opportunity.barriers, &self.document.barriers);
            self.touchpoints(&subject, &opportunity.touchpoints);
            self.evidence(&subject, &opportunity.evidence);
            self.departments(&subject, &opportunity.owner);
        }
        for evidence in &self.document.evidence {
            let subject = Subject::Evidence(evidence.id.clone());
            for excerpt in &evidence.excerpts {
                match &excerpt.supports {
                    Supported::Barrier(id) => self.ids(&subject, [id], &self.document.barriers),
                    Supported::Strength(id) => self.ids(&subject, [id], &self.document.strengths),
                    Supported::Touchpoint(id) => self.touchpoints(&subject, [id]),
                }
            }
        }
        for metric in &self.document.metrics {
            let subject = Subject::Metric(metric.id.clone());
            match &metric.subject {
                MetricSubject::Journey(id) | MetricSubject::Stage(id, _) => {
                    self.ids(&subject, [id], &self.document.journeys);
                }
                MetricSubject::Touchpoint(id) => self.touchpoints(&subject, [id]),
            }
            self.personas(&subject, &metric.persona);
        }
    }

    fn journey(&mut self, journey: &Journey) {
        let subject = Subject::Journey(journey.id.clone());
        self.ids(&subject, &journey.info.improves, &self.document.journeys);
        self.personas(&subject, &journey.info.personas);
        for setting in &journey.info.lanes {
            if let Lane::Custom(lane) = &setting.lane {
                self.ids(&subject, [lane], &journey.custom_lanes);
            }
        }
        for path in &journey.info.paths {
            self.personas(&subject, [&path.persona]);
            self.ids(&subject, &path.touchpoints, &journey.touchpoints);
        }
    }

    fn map(&mut self, journey: &Journey) {
        for touchpoint in &journey.touchpoints {
            let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
            self.ids(&subject, [&touchpoint.step], &journey.steps);
            self.personas(&subject, touchpoint.feelings.iter().map(|feeling| &feeling.persona));
            self.channels(&subject, &touchpoint.channel);
            self.departments(&subject, touchpoint.department.iter().chain(&touchpoint.participants));
            self.evidence(&subject, &touchpoint.evidence);
            self.ids(&subject, touchpoint.cells.iter().map(|cell| &cell.lane), &journey.custom_lanes);
        }
        // Hashing spares the many cache misses of a search in a long list.
        let own: HashSet<&TouchpointId> = journey.touchpoints.iter().map(|touchpoint| &touchpoint.id).collect();
        for transition in &journey.transitions {
            for end in [&transition.from, &transition.to] {
                if !own.contains(end) {
                    self.dangling(&Subject::Transition(journey.id.clone(), transition.id.clone()), end);
                }
            }
        }
    }

    fn stop(&mut self, stop: &Stop) {
        let subject = Subject::Stop(stop.id.clone());
        self.ids(&subject, [&stop.journey], &self.document.journeys);
        let shown: &[TouchpointId] = match &stop.view {
            StopView::Touchpoint(id) => std::slice::from_ref(id),
            StopView::Selection(ids) => ids,
            StopView::Persona(id) => return self.personas(&subject, [id]),
            StopView::Overview | StopView::Stage(_) | StopView::Emotions | StopView::Answers | StopView::Decisions => {
                return;
            }
        };
        if let Some(journey) = self.document.journeys.get(&stop.journey) {
            self.ids(&subject, shown, &journey.touchpoints);
        }
    }

    /// Audit, workshop and comments, which are the project's.
    fn notes(&mut self) {
        let project = Subject::Project;
        let workshop = &self.document.workshop;
        self.evidence(&project, self.document.audit.answers.iter().flat_map(|answer| &answer.evidence));
        let participants = workshop.parking.iter().filter_map(|item| item.participant.as_ref());
        self.ids(&project, participants, &self.document.participants);
        let opportunities = workshop.decisions.iter().flat_map(|decision| &decision.opportunities);
        self.opportunities(&project, opportunities);
        self.touchpoints(&project, workshop.polls.iter().map(|poll| &poll.touchpoint));
        let voted = workshop.votes.iter().flat_map(|vote| &vote.results).map(|(choice, _)| choice);
        for subject in voted.chain(self.document.comments.iter().map(|comment| &comment.subject)) {
            if !subject.is_in(self.document) {
                self.dangling(&project, subject.id_text());
            }
        }
    }

    fn ids<'i, T: Item>(&mut self, subject: &Subject, ids: impl IntoIterator<Item = &'i T::Id>, list: &List<T>)
    where
        T::Id: Display + 'i,
    {
        for id in ids {
            if !list.contains(id) {
                self.dangling(subject, id);
            }
        }
    }

    fn touchpoints<'i>(&mut self, subject: &Subject, ids: impl IntoIterator<Item = &'i TouchpointId>) {
        for id in ids {
            if !self.touchpoints.contains(id) {
                self.dangling(subject, id);
            }
        }
    }

    fn personas<'i>(&mut self, subject: &Subject, ids: impl IntoIterator<Item = &'i PersonaId>) {
        self.ids(subject, ids, &self.document.personas);
    }

    fn channels<'i>(&mut self, subject: &Subject, ids: impl IntoIterator<Item = &'i ChannelId>) {
        self.ids(subject, ids, &self.document.channels);
    }

    fn departments<'i>(&mut self, subject: &Subject, ids: impl IntoIterator<Item = &'i DepartmentId>) {
        self.ids(subject, ids, &self.document.departments);
    }

    fn evidence<'i>(&mut self, subject: &Subject, ids: impl IntoIterator<Item = &'i EvidenceId>) {
        self.ids(subject, ids, &self.document.evidence);
    }

    fn opportunities<'i>(&mut self, subject: &Subject, ids: impl IntoIterator<Item = &'i OpportunityId>) {
        self.ids(subject, ids, &self.document.opportunities);
    }

    fn dangling(&mut self, subject: &Subject, id: impl Display) {
        self.found.add(subject.clone(), ProblemKind::Dangling { id: id.to_string() });
    }
}

/// Ids are unique in a document; within a journey the lists see to it, between journeys nobody does.
fn shared_ids(document: &Document, found: &mut Found) {
    if document.journeys.len() < 2 {
        return;
    }
    let mut seen: HashSet<&str> = HashSet::new();
    for journey in &document.journeys {
        let at = || journey.id.clone();
        for step in &journey.steps {
            found.once(&mut seen, step.id.as_str(), || Subject::Step(at(), step.id.clone()));
        }
        for lane in &journey.custom_lanes {
            found.once(&mut seen, lane.id.as_str(), || Subject::Lane(at(), lane.id.clone()));
        }
        for touchpoint in &journey.touchpoints {
            found.once(&mut seen, touchpoint.id.as_str(), || Subject::Touchpoint(at(), touchpoint.id.clone()));
        }
        for transition in &journey.transitions {
            found.once(&mut seen, transition.id.as_str(), || Subject::Transition(at(), transition.id.clone()));
        }
    }
}

impl Found {
    fn once<'a>(&mut self, seen: &mut HashSet<&'a str>, id: &'a str, subject: impl FnOnce() -> Subject) {
        if !seen.insert(id) {
            self.add(subject(), ProblemKind::SharedId);
        }
    }
}
