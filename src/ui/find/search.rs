//! The search as the window remembers it: what was typed, what was found, and which of it is the current one.

use std::sync::Arc;

use super::bar::Rows;
use crate::analysis::TextIndex;
use crate::analysis::search::{Entry, Match, Place, Query};
use crate::i18n::Texts;
use crate::model::{Document, JourneyId, Stage};

/// Where the keyboard is, as seen from the search's field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keyboard {
    /// Elsewhere.
    #[default]
    Elsewhere,
    /// In the field from the next frame on, with all of its text marked.
    Wanted,
    /// In the field.
    Here,
}

/// What is searched for and what was found.
#[derive(Debug, Default)]
pub struct Search {
    /// Whether its bar is shown.
    pub open: bool,
    /// Whether the bar was shown in the last frame.
    pub(super) seen: bool,
    /// What is typed.
    pub typed: String,
    /// Where the keyboard is.
    pub keyboard: Keyboard,
    /// Whether the list of what was found is folded away.
    pub list_folded: bool,
    /// What is to be brought into sight in the list.
    pub scroll_to: Option<usize>,
    /// How the list of what was found is laid out, for one state of that.
    pub(super) rows: Option<(u64, Arc<Rows>)>,
    index: TextIndex,
    of: Option<(Document, String, Option<JourneyId>)>,
    query: Query,
    matches: Vec<Match>,
    current: Option<usize>,
    /// The journey that was shown when it was typed: the order stays while one goes through what was found.
    home: Option<JourneyId>,
    stamp: u64,
}

impl Search {
    /// Shows the bar and gives it the keyboard.
    pub fn show(&mut self) {
        self.open = true;
        self.keyboard = Keyboard::Wanted;
        self.home = None;
    }

    /// Whether its bar will cover a part of the map that nothing covers yet.
    pub fn is_on_its_way(&self) -> bool {
        self.open && !self.seen
    }

    /// Whether what is typed now is for the field, which does not have the keyboard yet.
    pub fn is_typed_ahead(&self) -> bool {
        self.open && self.keyboard == Keyboard::Wanted
    }

    /// Brings what was found up to date.
    pub fn refresh(&mut self, document: &Document, shown: Option<&JourneyId>) {
        let typed_anew = self.of.as_ref().is_none_or(|(_, typed, _)| *typed != self.typed);
        let gone = self.home.as_ref().is_some_and(|home| !document.journeys.contains(home));
        if typed_anew || gone || self.home.is_none() {
            self.home = shown.cloned();
        }
        let is_of = |(of, typed, home): &(Document, String, Option<JourneyId>)| {
            of.is_same(document) && *typed == self.typed && *home == self.home
        };
        if self.of.as_ref().is_some_and(is_of) {
            return;
        }
        let words = Texts::of(document.info.language);
        self.index.refresh(document, &Stage::ALL.map(|stage| words.get(&format!("stage-{}", stage.key()))));
        let before = self.current().cloned();
        self.query = Query::parse(&self.typed);
        self.matches = self.index.find(&self.query, self.home.as_ref());
        // What is looked at stays the current one while the document changes.
        let is_it =
            |entry: &Entry| before.as_ref().is_some_and(|it| (&it.place, it.field) == (&entry.place, entry.field));
        let same = self.matches.iter().position(|found| found.entry().is_some_and(is_it));
        let near = self.current.filter(|at| *at < self.matches.len());
        self.current = if typed_anew { None } else { same.or(near) };
        self.of = Some((document.clone(), self.typed.clone(), self.home.clone()));
        self.stamp += 1;
    }

    /// What is searched for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// What was found.
    pub fn matches(&self) -> &[Match] {
        &self.matches
    }

    /// The place of the current one among what was found.
    pub fn at(&self) -> Option<usize> {
        self.current
    }

    /// The current one.
    pub fn current(&self) -> Option<&Entry> {
        self.matches.get(self.current?)?.entry()
    }

    /// Changes whenever what was found does.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Makes this one the current one and says where it is.
    pub fn pick(&mut self, at: usize) -> Option<Place> {
        let place = self.matches.get(at)?.entry()?.place.clone();
        self.current = Some(at);
        self.scroll_to = Some(at);
        Some(place)
    }

    /// Goes to the next one, or so many further, around the end; says where it is.
    pub fn step(&mut self, by: isize) -> Option<Place> {
        let count = self.matches.len() as isize;
        if count == 0 {
            return None;
        }
        let next = match (self.current, by > 0) {
            (Some(at), _) => (at as isize + by).rem_euclid(count),
            (None, true) => 0,
            (None, false) => count - 1,
        };
        self.pick(next as usize)
    }
}
