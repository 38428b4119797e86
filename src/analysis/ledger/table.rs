//! The lines of a table: rows in order, under the heads of their groups.

use std::collections::{BTreeMap, BTreeSet};

use super::order::sorted;
use super::query::{GroupBy, GroupKey, Query, Scope, groups_of};
use super::row::{Item, Kind, Row, Status, rows};
use crate::model::{Document, JourneyId, Stage, Subject};

/// From this severity on a barrier is counted as severe.
pub const SEVERE: u8 = 4;

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The rows of the kind and scope, by id, wanted or not.
    pub rows: Vec<Row>,
    /// What is shown, from top to bottom.
    pub lines: Vec<Line>,
    /// The rows that pass the filters, in order, each once.
    pub wanted: Vec<usize>,
    /// What they come to.
    pub sums: Sums,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// The head of a group.
    Group(Group),
    /// A row, by its place in [`Table::rows`].
    Row(usize),
}

/// A group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Which.
    pub key: GroupKey,
    /// What its rows come to.
    pub sums: Sums,
    /// Whether its rows are folded away.
    pub folded: bool,
}

/// What rows come to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sums {
    /// How many there are.
    pub count: usize,
    /// How many barriers are of severity 4 or 5.
    pub severe: usize,
    /// How many are over: fixed, verified, done.
    pub over: usize,
    /// What the opportunities cost, once.
    pub cost_once: f64,
    /// What they cost per period.
    pub cost_per_period: f64,
}

impl Table {
    /// The table of a kind. `pinned` is shown whatever the filters say: it was added just now.
    pub fn of(
        document: &Document,
        (kind, journey): (Kind, Option<&JourneyId>),
        query: &Query,
        pinned: Option<&Subject>,
    ) -> Self {
        let scope = journey.filter(|_| query.scope == Scope::Journey);
        let rows = rows(document, kind, scope);
        let is_wanted = |row: &Row| query.passes(row) || pinned.is_some_and(|subject| row.is(subject));
        let chosen = (0..rows.len()).filter(|index| rows.get(*index).is_some_and(is_wanted)).collect();
        let wanted = sorted(document, &rows, chosen, &query.sort);
        let lines = match query.group {
            Some(by) if by.fits(kind) => grouped(document, &rows, &wanted, (by, kind, &query.folded)),
            _ => wanted.iter().copied().map(Line::Row).collect(),
        };
        let sums = sums(&rows, &wanted);
        Self { rows, lines, wanted, sums }
    }

    /// The row of a line; `None` for the head of a group.
    pub fn row(&self, line: usize) -> Option<&Row> {
        match self.lines.get(line)? {
            Line::Row(index) => self.rows.get(*index),
            Line::Group(_) => None,
        }
    }

    /// The line nearest to another one that stands for a thing.
    pub fn line_of(&self, subject: &Subject, near: usize) -> Option<usize> {
        let index = self.rows.iter().position(|row| row.is(subject))?;
        let lines = self.lines.iter().enumerate().filter(|(_, line)| **line == Line::Row(index));
        lines.map(|(line, _)| line).min_by_key(|line| line.abs_diff(near))
    }

    /// What stands between two lines, both included, from the first to the second, each thing once.
    pub fn between(&self, from: usize, to: usize) -> Vec<Subject> {
        let (first, last) = (from.min(to), from.max(to));
        let mut seen = BTreeSet::new();
        let rows = (first..=last).filter_map(|line| match self.lines.get(line)? {
            Line::Row(index) => Some(*index),
            Line::Group(_) => None,
        });
        let mut places: Vec<usize> = rows.filter(|index| seen.insert(*index)).collect();
        if from > to {
            places.reverse();
        }
        places.iter().filter_map(|index| self.rows.get(*index)).map(Row::subject).collect()
    }

    /// The nearest line with a row, from one line on, downwards or upwards.
    pub fn next_row(&self, from: usize, down: bool) -> Option<usize> {
        let is_row = |line: &usize| matches!(self.lines.get(*line), Some(Line::Row(_)));
        if down { (from..self.lines.len()).find(is_row) } else { (0..=from).rev().find(is_row) }
    }
}

fn grouped(
    document: &Document,
    rows: &[Row],
    wanted: &[usize],
    (by, kind, folded): (GroupBy, Kind, &BTreeSet<GroupKey>),
) -> Vec<Line> {
    let mut groups: BTreeMap<GroupKey, Vec<usize>> = BTreeMap::new();
    for index in wanted {
        for key in rows.get(*index).map(|row| groups_of(row, by)).unwrap_or_default() {
            groups.entry(key).or_default().push(*index);
        }
    }
    let mut ordered: Vec<(GroupKey, Vec<usize>)> = Vec::new();
    for key in keys_in_order(document, by, kind) {
        ordered.extend(groups.remove_entry(&key));
    }
    // What a file written by hand names and does not have.
    ordered.extend(groups);
    let mut lines = Vec::new();
    for (key, members) in ordered {
        let folded = folded.contains(&key);
        lines.push(Line::Group(Group { key, sums: sums(rows, &members), folded }));
        if !folded {
            lines.extend(members.into_iter().map(Line::Row));
        }
    }
    lines
}

/// The groups that there can be, in order; the one of which nothing is said comes last.
fn keys_in_order(document: &Document, by: GroupBy, kind: Kind) -> Vec<GroupKey> {
    let mut keys: Vec<GroupKey> = match by {
        GroupBy::Stage => Stage::ALL.into_iter().map(|stage| GroupKey::Stage(Some(stage))).collect(),
        GroupBy::Channel => {
            let channels = document.channels_in_order();
            channels.into_iter().map(|channel| GroupKey::Channel(Some(channel.id.clone()))).collect()
        }
        GroupBy::Owner => {
            let departments = document.departments_in_order();
            departments.into_iter().map(|it| GroupKey::Owner(Some(it.id.clone()))).collect()
        }
        GroupBy::Severity => (1..=5).rev().map(|severity| GroupKey::Severity(Some(severity))).collect(),
        GroupBy::Status => Status::all(kind).into_iter().map(|status| GroupKey::Status(Some(status))).collect(),
    };
    keys.push(match by {
        GroupBy::Stage => GroupKey::Stage(None),
        GroupBy::Channel => GroupKey::Channel(None),
        GroupBy::Owner => GroupKey::Owner(None),
        GroupBy::Severity => GroupKey::Severity(None),
        GroupBy::Status => GroupKey::Status(None),
    });
    keys
}

fn sums(rows: &[Row], members: &[usize]) -> Sums {
    let mut sums = Sums { count: members.len(), ..Sums::default() };
    for row in members.iter().filter_map(|index| rows.get(*index)) {
        sums.severe += usize::from(row.severity().is_some_and(|severity| severity >= SEVERE));
        sums.over += usize::from(row.status().is_some_and(Status::is_over));
        if let Item::Opportunity(it) = &row.item {
            sums.cost_once += it.cost_once.unwrap_or(0.0);
            sums.cost_per_period += it.cost_per_period.unwrap_or(0.0);
        }
    }
    sums
}

#[cfg(test)]
mod tests;
