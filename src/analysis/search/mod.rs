//! Search over all text of a document. An index keeps every text as it is compared, and keeps what has not changed
//! from one state of the document to the next, so that a letter typed in a large project costs little.
//!
//! Respondents' codes are no text to be searched: they stand for people.

pub mod excerpt;
pub mod fold;
mod texts;

use std::collections::HashMap;
use std::sync::Arc;

pub use excerpt::{Excerpt, excerpt};
pub use fold::{Query, fold};
pub use texts::Field;

use crate::model::{
    Barrier, Channel, Department, Document, Journey, JourneyId, List, Opportunity, Strength, Subject, Touchpoint,
    touchpoints_in_order,
};

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In a thing of the document.
    Thing(Subject),
    /// In the notes of a workshop.
    Workshop(Notes),
}

/// A part of a workshop's notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notes {
    /// What is done when.
    Agenda,
    /// What is kept for later.
    Parking,
    /// What was decided.
    Decisions,
    /// What words mean.
    Glossary,
    /// Rounds of voting.
    Votes,
    /// Free notes.
    Free,
}

/// One text of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub place: Place,
    /// What it says of that.
    pub field: Field,
    /// The text.
    pub text: String,
    folded: String,
}

/// The texts of one thing.
type Group = Arc<[Entry]>;

/// Every text of a document.
#[derive(Debug, Default)]
pub struct TextIndex {
    of: Option<(Document, [String; 5])>,
    journeys: Vec<(JourneyId, Vec<Group>)>,
    /// What is met on journeys: barriers, strengths, opportunities, metrics.
    things: Vec<Group>,
    /// Everything else.
    rest: Vec<Group>,
    touchpoints: Kept<Touchpoint>,
    barriers: Kept<Barrier>,
    strengths: Kept<Strength>,
    opportunities: Kept<Opportunity>,
}

/// The texts of things that have been read already, by the things' own places in memory.
#[derive(Debug)]
struct Kept<T>(HashMap<usize, (Arc<T>, Group)>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Kept<T> {
    /// The texts of these things, in their order; those of other things are forgotten.
    fn groups<'a>(&mut self, things: impl Iterator<Item = &'a Arc<T>>, read: impl Fn(&T) -> Group) -> Vec<Group>
    where
        T: 'a,
    {
        let mut before = std::mem::take(&mut self.0);
        let mut groups = Vec::new();
        for thing in things {
            let key = Arc::as_ptr(thing).addr();
            let kept = before.remove(&key).unwrap_or_else(|| (Arc::clone(thing), read(thing)));
            if !kept.1.is_empty() {
                groups.push(Arc::clone(&kept.1));
            }
            self.0.insert(key, kept);
        }
        groups
    }
}

/// A text that was found.
#[derive(Debug, Clone)]
pub struct Match {
    group: Group,
    at: usize,
}

impl Match {
    /// The text and where it stands.
    pub fn entry(&self) -> Option<&Entry> {
        self.group.get(self.at)
    }
}

impl TextIndex {
    /// Brings the index up to date; `stages` is what the stages are called where a journey says nothing.
    pub fn refresh(&mut self, document: &Document, stages: &[String; 5]) {
        if self.of.as_ref().is_some_and(|(of, names)| of.is_same(document) && names == stages) {
            return;
        }
        let same_names = self
            .of
            .as_ref()
            .is_some_and(|(of, _)| of.channels.same(&document.channels) && of.departments.same(&document.departments));
        let mut touchpoints = std::mem::take(&mut self.touchpoints);
        if !same_names {
            touchpoints = Kept::default();
        }
        // One journey after the other takes its touchpoints out of what is kept; ids are unique in the document.
        let mut all = Kept::default();
        self.journeys.clear();
        for journey in document.journeys_in_order() {
            let mut groups = texts::journey(journey, stages);
            let names = (&document.channels, &document.departments);
            groups.extend(touchpoint_groups(&mut touchpoints, &mut all, journey, names));
            groups.extend(texts::transitions(journey));
            self.journeys.push((journey.id.clone(), groups));
        }
        self.touchpoints = all;
        self.things = self.barriers.groups(document.barriers.iter(), texts::barrier);
        self.things.extend(self.opportunities.groups(document.opportunities.iter(), texts::opportunity));
        self.things.extend(self.strengths.groups(document.strengths.iter(), texts::strength));
        self.things.extend(texts::metrics(document));
        self.rest = texts::rest(document);
        self.of = Some((document.clone(), stages.clone()));
    }

    /// All texts that have all the words: those of this journey first, then what is met on journeys, other journeys,
    /// and the rest; each in its own order.
    pub fn find(&self, query: &Query, journey: Option<&JourneyId>) -> Vec<Match> {
        if query.is_empty() {
            return Vec::new();
        }
        let (here, elsewhere): (Vec<_>, Vec<_>) = self.journeys.iter().partition(|(id, _)| Some(id) == journey);
        let here = here.into_iter().flat_map(|(_, groups)| groups);
        let elsewhere = elsewhere.into_iter().flat_map(|(_, groups)| groups);
        let groups = here.chain(&self.things).chain(elsewhere).chain(&self.rest);
        groups
            .flat_map(|group| {
                let is_found = |(_, entry): &(usize, &Entry)| query.is_in_folded(&entry.folded);
                group.iter().enumerate().filter(is_found).map(|(at, _)| Match { group: Arc::clone(group), at })
            })
            .collect()
    }
}

fn touchpoint_groups(
    before: &mut Kept<Touchpoint>,
    all: &mut Kept<Touchpoint>,
    journey: &Journey,
    (channels, departments): (&List<Channel>, &List<Department>),
) -> Vec<Group> {
    let order = touchpoints_in_order(journey);
    let mut here: Kept<Touchpoint> = Kept::default();
    for touchpoint in &order {
        let key = Arc::as_ptr(touchpoint).addr();
        here.0.extend(before.0.remove(&key).map(|kept| (key, kept)));
    }
    let read = |it: &Touchpoint| texts::touchpoint(&journey.id, it, (channels, departments));
    let groups = here.groups(order.into_iter(), read);
    all.0.extend(here.0);
    groups
}

#[cfg(test)]
mod tests;
