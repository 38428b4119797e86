//! What a piece takes along when it is cut out: what would go with it, and what would only lose a link, so that all of
//! it comes back.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Piece, kept};
use crate::model::ids::{EvidenceId, TouchpointId, TransitionId};
use crate::model::list::Item;
use crate::model::{
    Audit, AuditAnswer, Comment, Decision, Document, Evidence, Journey, JourneyInfo, List, Metric, MetricSubject,
    PersonaPath, Poll, Stop, StopView, Subject, Supported, Touchpoint, Vote, Workshop,
};

impl Piece {
    /// The piece as it goes when it is cut out: with all that goes along, and with the links that are lost.
    #[must_use]
    pub fn cut_from(mut self, document: &Document) -> Self {
        let gone = Gone::of(&self);
        let paths = |part: &Arc<Journey>| gone.with_paths(part, document);
        let part = Document {
            metrics: kept(&document.metrics, |it| gone.takes_metric(it)),
            stops: kept(&document.stops, |it| gone.touches_stop(it)),
            comments: kept(&document.comments, |it: &Comment| gone.has(&it.subject)),
            journeys: self.document.journeys.iter().map(paths).collect(),
            evidence: kept(&document.evidence, |it| self.document.evidence.contains(&it.id) || gone.is_quoted_in(it)),
            audit: gone.audit(&document.audit).into(),
            workshop: gone.workshop(&document.workshop).into(),
            ..self.document.clone()
        };
        let cited = gone.cited(document);
        self.document = part;
        self.cited = cited;
        self.cut = true;
        self
    }
}

/// What is cut out.
struct Gone {
    touchpoints: BTreeSet<TouchpointId>,
    transitions: BTreeSet<TransitionId>,
    picked: Vec<Subject>,
}

impl Gone {
    fn of(piece: &Piece) -> Self {
        let journeys = &piece.document.journeys;
        Self {
            touchpoints: journeys.iter().flat_map(|it| ids(&it.touchpoints)).cloned().collect(),
            transitions: journeys.iter().flat_map(|it| ids(&it.transitions)).cloned().collect(),
            picked: piece.picked.clone(),
        }
    }

    fn has(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Touchpoint(_, id) => self.touchpoints.contains(id),
            Subject::Transition(_, id) => self.transitions.contains(id),
            subject => self.picked.contains(subject),
        }
    }

    fn has_evidence(&self, id: &EvidenceId) -> bool {
        self.has(&Subject::Evidence(id.clone()))
    }

    fn takes_metric(&self, metric: &Metric) -> bool {
        matches!(&metric.subject, MetricSubject::Touchpoint(id) if self.touchpoints.contains(id))
    }

    fn touches_stop(&self, stop: &Stop) -> bool {
        match &stop.view {
            StopView::Touchpoint(id) => self.touchpoints.contains(id),
            StopView::Selection(ids) => ids.iter().any(|id| self.touchpoints.contains(id)),
            _ => false,
        }
    }

    /// The part of a journey with the paths that lead through what goes.
    fn with_paths(&self, part: &Journey, document: &Document) -> Journey {
        let through = |path: &&PersonaPath| path.touchpoints.iter().any(|id| self.touchpoints.contains(id));
        let whole = document.journeys.get(&part.id);
        let paths = whole.into_iter().flat_map(|it| &it.info.paths).filter(through).cloned().collect();
        let info = JourneyInfo { paths, ..part.info.as_ref().clone() };
        Journey { info: info.into(), ..part.clone() }
    }

    /// Whether words of it speak of what goes.
    fn is_quoted_in(&self, evidence: &Evidence) -> bool {
        evidence.excerpts.iter().any(|excerpt| match &excerpt.supports {
            Supported::Barrier(id) => self.has(&Subject::Barrier(id.clone())),
            Supported::Strength(id) => self.has(&Subject::Strength(id.clone())),
            Supported::Touchpoint(id) => self.touchpoints.contains(id),
        })
    }

    /// The answers that rest on evidence that goes, with no other.
    fn audit(&self, audit: &Audit) -> Audit {
        let answers = audit.answers.iter().filter_map(|answer| {
            let evidence = these(&answer.evidence, |id| self.has_evidence(id))?;
            Some(AuditAnswer { evidence, ..answer.clone() })
        });
        Audit { answers: answers.collect() }
    }

    /// The dots, answers and decisions that are about what goes.
    fn workshop(&self, workshop: &Workshop) -> Workshop {
        let dots = |vote: &Arc<Vote>| {
            let results = these(&vote.results, |(subject, _)| self.has(subject))?;
            Some(Vote { results, ..vote.as_ref().clone() })
        };
        let taken = |decision: &Arc<Decision>| {
            let opportunities = these(&decision.opportunities, |id| self.has(&Subject::Opportunity(id.clone())))?;
            Some(Decision { opportunities, ..decision.as_ref().clone() })
        };
        Workshop {
            polls: kept(&workshop.polls, |it: &Poll| self.touchpoints.contains(&it.touchpoint)),
            votes: workshop.votes.iter().filter_map(dots).collect(),
            decisions: workshop.decisions.iter().filter_map(taken).collect(),
            ..Workshop::default()
        }
    }

    /// What rests on evidence that goes, and stays itself.
    fn cited(&self, document: &Document) -> Vec<(EvidenceId, Subject)> {
        let mut cited = Vec::new();
        let mut note = |evidence: &[EvidenceId], subject: Subject| {
            if !self.has(&subject) {
                let gone = evidence.iter().filter(|id| self.has_evidence(id));
                cited.extend(gone.map(|id| (id.clone(), subject.clone())));
            }
        };
        for journey in &document.journeys {
            let subject = |it: &Touchpoint| Subject::Touchpoint(journey.id.clone(), it.id.clone());
            journey.touchpoints.iter().for_each(|it| note(&it.evidence, subject(it)));
        }
        document.barriers.iter().for_each(|it| note(&it.evidence, Subject::Barrier(it.id.clone())));
        document.strengths.iter().for_each(|it| note(&it.evidence, Subject::Strength(it.id.clone())));
        document.opportunities.iter().for_each(|it| note(&it.evidence, Subject::Opportunity(it.id.clone())));
        cited
    }
}

/// Those of a list that pass; `None` where none does.
fn these<T: Clone>(all: &[T], passes: impl Fn(&T) -> bool) -> Option<Vec<T>> {
    let these: Vec<T> = all.iter().filter(|it| passes(it)).cloned().collect();
    (!these.is_empty()).then_some(these)
}

fn ids<T: Item>(list: &List<T>) -> impl Iterator<Item = &T::Id> {
    list.iter().map(|item| item.id())
}
