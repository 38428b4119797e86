//! How often ways cross, counted exactly as they are drawn.
//!
//! Between neighbouring columns a way runs from row to row. A longer one turns, right behind its first column, into the
//! gap above its last row (above the first row where both its ends stand there, else below it for the first row), and
//! runs level as far as its last column.

use super::net::{Net, Run};
use super::rows::Rows;

/// Where a run passes a column, in half rows: even on cards, odd between them.
pub(super) fn height(run: &Run, column: usize, rows: &Rows) -> i64 {
    let half = |spot: usize| rows.row(spot) as i64 * 2;
    let (from, to) = (half(run.from), half(run.to));
    if column <= run.first {
        from
    } else if column >= run.last {
        to
    } else if to > 0 || from == 0 {
        to - 1
    } else {
        1
    }
}

/// All crossings.
pub(super) fn count(net: &Net, rows: &Rows) -> u64 {
    let mut counter = Counter::default();
    (0..net.gaps.len()).map(|gap| counter.in_gap(net, rows, gap)).sum()
}

/// Counts the crossings of gaps; keeps its lists from one to the next.
#[derive(Default)]
pub(super) struct Counter {
    ends: Vec<(i64, i64)>,
    /// Sums of how many runs end up to a height, as a binary indexed tree.
    sums: Vec<u64>,
}

impl Counter {
    /// The crossings in the gap to the right of a column.
    pub(super) fn in_gap(&mut self, net: &Net, rows: &Rows, gap: usize) -> u64 {
        self.ends.clear();
        self.ends.extend(net.gap(gap).map(|run| (height(run, gap, rows), height(run, gap + 1, rows))));
        if self.ends.len() < 2 {
            return 0;
        }
        self.ends.sort_unstable();
        let highest = self.ends.iter().map(|(_, right)| *right).max().unwrap_or_default();
        self.sums.clear();
        // Heights begin at −1, places in the tree at 1.
        self.sums.resize((highest + 3) as usize, 0);
        let mut crossings = 0;
        let mut seen = 0;
        let mut ends = std::mem::take(&mut self.ends);
        for same_left in ends.chunk_by(|a, b| a.0 == b.0) {
            for (_, right) in same_left {
                crossings += seen - self.up_to((right + 2) as usize);
            }
            for (_, right) in same_left {
                self.add((right + 2) as usize);
                seen += 1;
            }
        }
        std::mem::swap(&mut self.ends, &mut ends);
        crossings
    }

    fn add(&mut self, mut place: usize) {
        while let Some(sum) = self.sums.get_mut(place) {
            *sum += 1;
            place += place & place.wrapping_neg();
        }
    }

    fn up_to(&self, mut place: usize) -> u64 {
        let mut total = 0;
        while place > 0 {
            total += self.sums.get(place).copied().unwrap_or_default();
            place -= place & place.wrapping_neg();
        }
        total
    }
}
