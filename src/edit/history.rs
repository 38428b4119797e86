//! The history: labelled snapshots that share what did not change, bounded by their number and by what they alone hold.

use std::collections::VecDeque;

use super::command::{EditLabel, MergeKey};
use super::weight;
use crate::model::Document;

/// The most entries that can be undone.
pub const MAX_ENTRIES: usize = 500;
/// The most memory that snapshots may hold for themselves alone, estimated, in bytes.
pub const MAX_UNSHARED_BYTES: u64 = 256 << 20;

/// A document at one moment. Two states with one revision are the same.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) document: Document,
    /// The document's estimated size as a file.
    pub(super) file_bytes: u64,
    pub(super) revision: u64,
}

/// What can be undone and redone.
#[derive(Debug)]
pub(super) struct History {
    undo: VecDeque<Entry>,
    redo: Vec<Entry>,
    /// Whether the next edit may join the last entry.
    joinable: bool,
    max_unshared_bytes: u64,
}

impl Default for History {
    fn default() -> Self {
        Self { undo: VecDeque::new(), redo: Vec::new(), joinable: false, max_unshared_bytes: MAX_UNSHARED_BYTES }
    }
}

#[derive(Debug)]
struct Entry {
    label: EditLabel,
    merge: Option<MergeKey>,
    /// What to go back to (in `redo`: forward).
    state: State,
    /// What this entry's snapshot holds alone, estimated, in bytes.
    unshared_bytes: u64,
}

impl History {
    /// Remembers an edit that led from `before` to `after`; what was undone is forgotten.
    pub(super) fn record(&mut self, label: EditLabel, merge: Option<MergeKey>, before: State, after: &State) {
        self.redo.clear();
        let joins = self.joinable && merge.is_some();
        self.joinable = true;
        if joins
            && let Some(last) = self.undo.back_mut()
            && last.merge == merge
        {
            last.unshared_bytes = unshared_bytes(&last.state, after);
        } else {
            let unshared_bytes = unshared_bytes(&before, after);
            self.undo.push_back(Entry { label, merge, state: before, unshared_bytes });
        }
        self.forget_oldest();
    }

    fn forget_oldest(&mut self) {
        let mut unshared: u64 = self.undo.iter().map(|entry| entry.unshared_bytes).sum();
        while self.undo.len() > MAX_ENTRIES || (unshared > self.max_unshared_bytes && self.undo.len() > 1) {
            unshared -= self.undo.pop_front().map_or(0, |entry| entry.unshared_bytes);
        }
    }

    /// The next edit becomes an entry of its own.
    pub(super) fn break_merge(&mut self) {
        self.joinable = false;
    }

    /// Puts the state before the last edit into `current`.
    pub(super) fn undo(&mut self, current: &mut State) -> Option<EditLabel> {
        self.break_merge();
        let entry = self.undo.pop_back()?;
        let label = entry.label;
        self.redo.push(entry.swapped(current));
        Some(label)
    }

    /// Puts the state after the last undone edit into `current`.
    pub(super) fn redo(&mut self, current: &mut State) -> Option<EditLabel> {
        self.break_merge();
        let entry = self.redo.pop()?;
        let label = entry.label;
        self.undo.push_back(entry.swapped(current));
        Some(label)
    }

    /// The entries from the oldest to the newest, those that are undone last; `current` is the state between both.
    pub(super) fn entries<'a>(&'a self, current: &'a State) -> Vec<EntryView<'a>> {
        let states = || self.states(current);
        let labels = self.undo.iter().chain(self.redo.iter().rev());
        let steps = labels.zip(states().zip(states().skip(1))).enumerate();
        let view = |(place, (entry, (before, after))): (usize, (&'a Entry, (&'a State, &'a State)))| EntryView {
            label: entry.label,
            merge: entry.merge.as_ref(),
            before: &before.document,
            after: &after.document,
            revision: after.revision,
            done: place < self.undo.len(),
        };
        steps.map(view).collect()
    }

    /// All states from the oldest to the newest.
    fn states<'a>(&'a self, current: &'a State) -> impl Iterator<Item = &'a State> {
        let behind = self.undo.iter().map(|entry| &entry.state);
        behind.chain([current]).chain(self.redo.iter().rev().map(|entry| &entry.state))
    }

    /// How many entries are done at this revision, where it is among the states.
    pub(super) fn position_of(&self, revision: u64, current: &State) -> Option<usize> {
        self.states(current).position(|state| state.revision == revision)
    }

    /// How many entries are done.
    pub(super) fn position(&self) -> usize {
        self.undo.len()
    }

    pub(super) fn undo_label(&self) -> Option<EditLabel> {
        self.undo.back().map(|entry| entry.label)
    }

    pub(super) fn redo_label(&self) -> Option<EditLabel> {
        self.redo.last().map(|entry| entry.label)
    }
}

/// An entry of the history as it is looked at from outside.
#[derive(Debug, Clone, Copy)]
pub struct EntryView<'a> {
    /// What it is called.
    pub label: EditLabel,
    /// The thing and the field, where it is about one field.
    pub merge: Option<&'a MergeKey>,
    /// The document before it.
    pub before: &'a Document,
    /// The document after it.
    pub after: &'a Document,
    /// The revision after it.
    pub revision: u64,
    /// Whether it is done now, as against undone.
    pub done: bool,
}

impl Entry {
    /// Puts the entry's state into `current` and keeps what was there.
    fn swapped(mut self, current: &mut State) -> Self {
        std::mem::swap(&mut self.state, current);
        self
    }
}

fn unshared_bytes(before: &State, after: &State) -> u64 {
    let difference = weight::difference(&before.document, &after.document);
    difference.only_before + difference.lists_before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ProjectInfo;

    fn state(revision: u64, title_bytes: usize) -> State {
        let info = ProjectInfo { title: "x".repeat(title_bytes), ..ProjectInfo::default() };
        State { document: Document { info: info.into(), ..Document::default() }, file_bytes: 0, revision }
    }

    fn entries_left(count: u64, title_bytes: usize) -> u64 {
        let mut history = History { max_unshared_bytes: 10_000, ..History::default() };
        for revision in 0..count {
            history.record(
                EditLabel::ChangeText,
                None,
                state(revision, title_bytes),
                &state(revision + 1, title_bytes),
            );
        }
        let mut current = state(count, title_bytes);
        let mut left = 0;
        while history.undo(&mut current).is_some() {
            left += 1;
        }
        assert_eq!(current.revision, count - left, "the entries left are the latest");
        left
    }

    #[test]
    fn the_oldest_entries_go_first() {
        assert_eq!(entries_left(10, 10), 10);
        assert_eq!(entries_left(20, 2500), 3);
        assert_eq!(entries_left(5, 20_000), 1);
    }

    #[test]
    fn entries_are_counted() {
        let mut history = History::default();
        for revision in 0..MAX_ENTRIES as u64 + 20 {
            history.record(EditLabel::ChangeText, None, state(revision, 10), &state(revision + 1, 10));
        }
        assert_eq!(history.undo.len(), MAX_ENTRIES);
    }
}
