//! The transitions that lead to the right, by the columns they run through.

use super::Way;

/// Longer ways are looked at in the first and the last of their gaps only.
const LONGEST: usize = 48;

/// A way to the right: its ends and their columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The ways of a map whose columns are settled.
#[derive(Debug)]
pub(super) struct Net {
    pub(super) runs: Vec<Run>,
    /// By the gap to the right of a column: the runs that pass it.
    pub(super) gaps: Vec<Vec<usize>>,
    /// By touchpoint: the runs that come from the left.
    pub(super) arriving: Vec<Vec<usize>>,
    /// By touchpoint: the runs that lead to the right.
    pub(super) leaving: Vec<Vec<usize>>,
}

impl Net {
    /// The ways that lead to the right where the touchpoints stand in these columns.
    pub(super) fn of(ways: &[Way], column_of: &[usize]) -> Self {
        let count = column_of.iter().max().map_or(0, |last| last + 1);
        let mut net = Self {
            runs: Vec::with_capacity(ways.len()),
            gaps: vec![Vec::new(); count],
            arriving: vec![Vec::new(); column_of.len()],
            leaving: vec![Vec::new(); column_of.len()],
        };
        for way in ways {
            let (Some(&first), Some(&last)) = (column_of.get(way.from), column_of.get(way.to)) else { continue };
            if first < last {
                net.add(Run { from: way.from, to: way.to, first, last });
            }
        }
        net
    }

    fn add(&mut self, run: Run) {
        let index = self.runs.len();
        self.runs.push(run);
        let mut pass = |gap: usize| {
            if let Some(gap) = self.gaps.get_mut(gap) {
                gap.push(index);
            }
        };
        if run.last - run.first > LONGEST {
            pass(run.first);
            pass(run.last - 1);
        } else {
            (run.first..run.last).for_each(pass);
        }
        if let Some(list) = self.leaving.get_mut(run.from) {
            list.push(index);
        }
        if let Some(list) = self.arriving.get_mut(run.to) {
            list.push(index);
        }
    }

    /// The runs that pass the gap to the right of a column.
    pub(super) fn gap(&self, column: usize) -> impl Iterator<Item = &Run> {
        self.gaps.get(column).into_iter().flatten().filter_map(|index| self.runs.get(*index))
    }

    /// The runs that come to a touchpoint from the left.
    pub(super) fn arriving(&self, spot: usize) -> impl Iterator<Item = &Run> {
        self.arriving.get(spot).into_iter().flatten().filter_map(|index| self.runs.get(*index))
    }

    /// The runs that lead from a touchpoint to the right.
    pub(super) fn leaving(&self, spot: usize) -> impl Iterator<Item = &Run> {
        self.leaving.get(spot).into_iter().flatten().filter_map(|index| self.runs.get(*index))
    }
}
