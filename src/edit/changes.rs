//! What two versions of a document differ in, thing by thing: told from what they do not share.

use std::sync::Arc;

use crate::model::list::{Item, pairs};
use crate::model::{Document, Journey, List, Subject};

/// A thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which thing.
    pub subject: Subject,
    /// How it differs.
    pub changed: Changed,
}

/// How a thing differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// Only the later document has it.
    Added,
    /// Only the earlier one has it.
    Removed,
    /// Both have it.
    Otherwise,
}

/// What differs, in the order of the kinds of [`Subject`], then of ids. What lives in a journey that comes or goes as a
/// whole is not named. Whatever else the project holds (its own fields, audit, workshop, comments) is the project.
pub fn changes(before: &Document, after: &Document) -> Vec<Change> {
    let mut found = Found(Vec::new());
    let same_notes = Arc::ptr_eq(&before.info, &after.info) || before.info == after.info;
    let same_audit = Arc::ptr_eq(&before.audit, &after.audit) || before.audit == after.audit;
    let same_workshop = Arc::ptr_eq(&before.workshop, &after.workshop) || before.workshop == after.workshop;
    if !(same_notes && same_audit && same_workshop && before.comments == after.comments) {
        found.note(Subject::Project, Changed::Otherwise);
    }
    found.list(&before.channels, &after.channels, |it| Subject::Channel(it.id.clone()));
    found.list(&before.departments, &after.departments, |it| Subject::Department(it.id.clone()));
    found.list(&before.participants, &after.participants, |it| Subject::Participant(it.id.clone()));
    found.list(&before.personas, &after.personas, |it| Subject::Persona(it.id.clone()));
    pairs(&before.journeys, &after.journeys, |old, new| found.journey(old.map(Arc::as_ref), new.map(Arc::as_ref)));
    found.list(&before.barriers, &after.barriers, |it| Subject::Barrier(it.id.clone()));
    found.list(&before.strengths, &after.strengths, |it| Subject::Strength(it.id.clone()));
    found.list(&before.opportunities, &after.opportunities, |it| Subject::Opportunity(it.id.clone()));
    found.list(&before.evidence, &after.evidence, |it| Subject::Evidence(it.id.clone()));
    found.list(&before.metrics, &after.metrics, |it| Subject::Metric(it.id.clone()));
    found.list(&before.stops, &after.stops, |it| Subject::Stop(it.id.clone()));
    found.0
}

struct Found(Vec<Change>);

impl Found {
    fn note(&mut self, subject: Subject, changed: Changed) {
        self.0.push(Change { subject, changed });
    }

    fn list<T: Item + PartialEq>(&mut self, before: &List<T>, after: &List<T>, subject: impl Fn(&T) -> Subject) {
        pairs(before, after, |old, new| match (old.map(Arc::as_ref), new.map(Arc::as_ref)) {
            (Some(old), Some(new)) if old != new => self.note(subject(new), Changed::Otherwise),
            (Some(old), None) => self.note(subject(old), Changed::Removed),
            (None, Some(new)) => self.note(subject(new), Changed::Added),
            _ => {}
        });
    }

    fn journey(&mut self, before: Option<&Journey>, after: Option<&Journey>) {
        let (before, after) = match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (Some(gone), None) => return self.note(Subject::Journey(gone.id.clone()), Changed::Removed),
            (None, Some(new)) => return self.note(Subject::Journey(new.id.clone()), Changed::Added),
            (None, None) => return,
        };
        let id = || after.id.clone();
        if !Arc::ptr_eq(&before.info, &after.info) && before.info != after.info {
            let stages = before.info.stages.iter().zip(&after.info.stages).zip(crate::model::Stage::ALL);
            let other: Vec<_> = stages.filter(|((old, new), _)| old != new).map(|(_, stage)| stage).collect();
            for stage in &other {
                self.note(Subject::Stage(id(), *stage), Changed::Otherwise);
            }
            if other.is_empty() {
                self.note(Subject::Journey(id()), Changed::Otherwise);
            }
        }
        self.list(&before.steps, &after.steps, |it| Subject::Step(id(), it.id.clone()));
        self.list(&before.custom_lanes, &after.custom_lanes, |it| Subject::Lane(id(), it.id.clone()));
        self.list(&before.touchpoints, &after.touchpoints, |it| Subject::Touchpoint(id(), it.id.clone()));
        self.list(&before.transitions, &after.transitions, |it| Subject::Transition(id(), it.id.clone()));
    }
}
