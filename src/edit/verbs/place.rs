//! Where on a map things are put: a step, a column in it, a row in that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::order::settle;
use super::put_touchpoint;
use crate::edit::command::Command;
use crate::model::{Column, IdSource, Journey, JourneyId, Rank, StepId, Touchpoint, TouchpointId, step_columns};

/// A place on the map, as the user sees the map before anything is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The step.
    pub step: StepId,
    /// The column within the step.
    pub column: ColumnPlace,
    /// The row within the column, from 0; past the last: at the bottom.
    pub row: usize,
}

/// A column, counted from 0 within its step; past the last: a new column at the step's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnPlace {
    /// This column.
    In(usize),
    /// A new column before this one.
    Before(usize),
}

impl ColumnPlace {
    /// A new column at the step's end.
    pub const END: Self = Self::Before(usize::MAX);
}

/// Groups of touchpoints, each a column from top to bottom, that go to a place.
///
/// The first group goes where the place says, the others into new columns right behind it. The commands put the moved
/// touchpoints, and those that have to make room.
pub(super) fn put_at(
    journey: &Journey,
    groups: Vec<Vec<Touchpoint>>,
    place: &Place,
    source: &mut dyn IdSource,
) -> Vec<Command> {
    put_among(&step_columns(journey, &place.step), groups, (&journey.id, place), source)
}

/// The same, for whoever knows the columns of the place's step.
pub(super) fn put_among(
    columns: &[Column],
    mut groups: Vec<Vec<Touchpoint>>,
    (journey, place): (&JourneyId, &Place),
    source: &mut dyn IdSource,
) -> Vec<Command> {
    let moved = groups.iter().flatten().map(|touchpoint| touchpoint.id.clone()).collect();
    let mut arranging = Arranging { moved, changes: BTreeMap::new(), source };
    match place.column {
        ColumnPlace::In(index) if index < columns.len() && !groups.is_empty() => {
            let joining = groups.remove(0);
            let ranks = arranging.add_columns(columns, index + 1, &groups);
            if let (Some(column), Some(rank)) = (columns.get(index), ranks.get(index)) {
                arranging.join(column, rank, &joining, place.row);
            }
        }
        ColumnPlace::In(_) => {
            arranging.add_columns(columns, columns.len(), &groups);
        }
        ColumnPlace::Before(index) => {
            arranging.add_columns(columns, index.min(columns.len()), &groups);
        }
    }
    let put = |mut touchpoint: Touchpoint| {
        touchpoint.step = place.step.clone();
        put_touchpoint(journey, touchpoint)
    };
    arranging.changes.into_values().map(put).collect()
}

struct Arranging<'a> {
    moved: BTreeSet<TouchpointId>,
    /// Touchpoints with their new ranks.
    changes: BTreeMap<TouchpointId, Touchpoint>,
    source: &'a mut dyn IdSource,
}

impl Arranging<'_> {
    fn change(&mut self, touchpoint: &Touchpoint) -> &mut Touchpoint {
        self.changes.entry(touchpoint.id.clone()).or_insert_with(|| touchpoint.clone())
    }

    /// Puts each group into a new column before the column `at`; returns the ranks of the columns there were.
    fn add_columns(&mut self, columns: &[Column], at: usize, groups: &[Vec<Touchpoint>]) -> Vec<Rank> {
        let mut order: Vec<Option<Rank>> = columns.iter().map(|column| Some(column.rank.clone())).collect();
        order.splice(at..at, groups.iter().map(|_| None));
        let mut old_ranks = settle(&order, self.source);
        let new_ranks: Vec<Rank> = old_ranks.splice(at..at + groups.len(), []).collect();
        for (column, rank) in columns.iter().zip(&old_ranks) {
            let make_room = column.rank != *rank;
            for touchpoint in column.touchpoints.iter().filter(|_| make_room) {
                if !self.moved.contains(&touchpoint.id) {
                    self.change(touchpoint).column = rank.clone();
                }
            }
        }
        for (group, column) in groups.iter().zip(new_ranks) {
            let rows = settle(&vec![None; group.len()], self.source);
            for (touchpoint, row) in group.iter().zip(rows) {
                let touchpoint = self.change(touchpoint);
                touchpoint.column = column.clone();
                touchpoint.row = row;
            }
        }
        old_ranks
    }

    /// Puts the group into a column, above the card that is in the `row` now.
    fn join(&mut self, column: &Column, rank: &Rank, group: &[Touchpoint], row: usize) {
        let stays = |touchpoint: &&Arc<Touchpoint>| !self.moved.contains(&touchpoint.id);
        // Cards of the group itself that were above the row do not count.
        let above = column.touchpoints.iter().take(row).filter(stays).count();
        let staying: Vec<&Touchpoint> = column.touchpoints.iter().filter(stays).map(Arc::as_ref).collect();
        let mut cards = staying.clone();
        cards.splice(above..above, group);
        let mut order: Vec<Option<Rank>> = staying.iter().map(|touchpoint| Some(touchpoint.row.clone())).collect();
        order.splice(above..above, group.iter().map(|_| None));
        let rows = settle(&order, self.source);
        for (card, (row, wanted)) in cards.into_iter().zip(rows.into_iter().zip(order)) {
            if wanted.as_ref() != Some(&row) {
                self.change(card).row = row;
            }
        }
        for card in group {
            self.change(card).column = rank.clone();
        }
    }
}
