//! Which row each touchpoint of a column stands in: sweeps by the mean height of neighbours, then swaps of neighbours.
//!
//! Only touchpoints that may move change their order; the others keep theirs. Of all orders found the one with the fewest
//! crossings wins; of equal ones that with the likeliest way higher, then the one that is there already.

use super::crossings::{Counter, count, height};
use super::net::Net;

/// Sweeps to the right and to the left, taken together.
const SWEEPS: usize = 6;
/// Rounds of improvement: each begins with the result of the one before, and the last one changes nothing.
const MOST_ROUNDS: usize = 12;
/// As many runs are looked at for all swaps of one round; where there would be more, nobody is swapped.
const MOST_WORK: usize = 4_000_000;

/// The columns with their touchpoints from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    columns: Vec<Vec<usize>>,
    row_of: Vec<usize>,
}

impl Rows {
    pub(super) fn of(columns: Vec<Vec<usize>>, count: usize) -> Self {
        let mut rows = Self { columns: Vec::new(), row_of: vec![0; count] };
        for column in columns {
            rows.columns.push(Vec::new());
            rows.set(rows.columns.len() - 1, column);
        }
        rows
    }

    pub(super) fn columns(&self) -> &[Vec<usize>] {
        &self.columns
    }

    /// The row of a touchpoint.
    pub(super) fn row(&self, spot: usize) -> usize {
        self.row_of.get(spot).copied().unwrap_or_default()
    }

    fn column(&self, column: usize) -> &[usize] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
    }

    fn set(&mut self, column: usize, spots: Vec<usize>) {
        for (row, spot) in spots.iter().enumerate() {
            if let Some(slot) = self.row_of.get_mut(*spot) {
                *slot = row;
            }
        }
        if let Some(slot) = self.columns.get_mut(column) {
            *slot = spots;
        }
    }

    fn swap(&mut self, column: usize, upper: usize) {
        let Some(spots) = self.columns.get_mut(column) else { return };
        if upper + 1 < spots.len() {
            spots.swap(upper, upper + 1);
        }
        for row in [upper, upper + 1] {
            if let Some(slot) = spots.get(row).and_then(|spot| self.row_of.get_mut(*spot)) {
                *slot = row;
            }
        }
    }
}

/// How good an order is: fewer crossings, then the likeliest way higher.
type Score = (u64, u64);

/// Whether the likeliest way is held in the first row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeliest {
    First,
    Free,
}

/// Orders the rows. `movable` and `likely` say of each touchpoint whether it may move and whether the likeliest way runs
/// through it.
pub(super) fn order(net: &Net, rows: Rows, (movable, likely): (&[bool], &[bool])) -> Rows {
    let mut ordering = Ordering { net, movable, likely, counter: Counter::default() };
    let swaps = ordering.work(&rows) <= MOST_WORK;
    let mut best = rows;
    for _ in 0..MOST_ROUNDS {
        let mut best_score = ordering.score(&best);
        let mut found = Vec::new();
        if swaps {
            found.push(ordering.swapped(best.clone()));
        }
        for likeliest in [Likeliest::First, Likeliest::Free] {
            let swept = ordering.swept(&best, likeliest);
            found.push(if swaps { ordering.swapped(swept) } else { swept });
        }
        let before = best.clone();
        for rows in found {
            let score = ordering.score(&rows);
            if score < best_score {
                (best, best_score) = (rows, score);
            }
        }
        if best == before {
            break;
        }
    }
    best
}

struct Ordering<'a> {
    net: &'a Net,
    movable: &'a [bool],
    likely: &'a [bool],
    counter: Counter,
}

impl Ordering<'_> {
    fn moves(&self, spot: usize) -> bool {
        self.movable.get(spot) == Some(&true)
    }

    fn is_likely(&self, spot: usize) -> bool {
        self.likely.get(spot) == Some(&true)
    }

    fn score(&self, rows: &Rows) -> Score {
        let low = self.likely.iter().enumerate().filter(|(_, likely)| **likely).map(|(spot, _)| rows.row(spot) as u64);
        (count(self.net, rows), low.sum())
    }

    /// How many runs all swaps of one round look at.
    fn work(&self, rows: &Rows) -> usize {
        let passing = |column: usize| self.net.gaps.get(column).map_or(0, Vec::len);
        let columns = rows.columns().iter().enumerate();
        columns.map(|(at, column)| column.len() * (passing(at) + at.checked_sub(1).map_or(0, passing))).sum()
    }

    /// The best order that sweeps find.
    fn swept(&self, rows: &Rows, likeliest: Likeliest) -> Rows {
        let mut sweeping = rows.clone();
        let mut best: Option<(Score, Rows)> = None;
        let last = rows.columns().len();
        for sweep in 0..SWEEPS {
            if sweep % 2 == 0 {
                (0..last).for_each(|column| self.settle(&mut sweeping, column, Side::Left, likeliest));
            } else {
                (0..last).rev().for_each(|column| self.settle(&mut sweeping, column, Side::Right, likeliest));
            }
            let score = self.score(&sweeping);
            if best.as_ref().is_none_or(|(least, _)| score < *least) {
                best = Some((score, sweeping.clone()));
            }
        }
        best.map_or(sweeping, |(_, rows)| rows)
    }

    /// Orders one column by where its touchpoints' neighbours at this side stand.
    fn settle(&self, rows: &mut Rows, column: usize, side: Side, likeliest: Likeliest) {
        let keyed = |spot: &usize| (self.mean_height(rows, (*spot, column), side), *spot);
        let (mut moving, staying): (Vec<_>, Vec<_>) =
            rows.column(column).iter().map(keyed).partition(|(_, spot)| self.moves(*spot));
        moving.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut merged = Vec::with_capacity(moving.len() + staying.len());
        let mut staying = staying.into_iter().peekable();
        for (key, spot) in moving {
            while let Some((_, other)) = staying.next_if(|(other, _)| *other <= key) {
                merged.push(other);
            }
            merged.push(spot);
        }
        merged.extend(staying.map(|(_, spot)| spot));
        if likeliest == Likeliest::First
            && let Some(at) = merged.iter().position(|spot| self.is_likely(*spot) && self.moves(*spot))
            && let Some(above) = merged.get_mut(..=at)
        {
            above.rotate_right(1);
        }
        rows.set(column, merged);
    }

    /// The mean height of the ways of a touchpoint in the next column; its own where there are none.
    fn mean_height(&self, rows: &Rows, (spot, column): (usize, usize), side: Side) -> f64 {
        let (mut sum, mut count) = (0, 0);
        let mut add = |height: i64| {
            sum += height;
            count += 1;
        };
        match side {
            Side::Left => {
                let beside = column.saturating_sub(1);
                self.net.arriving(spot).for_each(|run| add(height(run, beside, rows)));
            }
            Side::Right => self.net.leaving(spot).for_each(|run| add(height(run, column + 1, rows))),
        }
        if count == 0 { rows.row(spot) as f64 * 2.0 } else { sum as f64 / f64::from(count) }
    }

    /// Swaps neighbours of a column as long as any swap is an improvement.
    fn swapped(&mut self, mut rows: Rows) -> Rows {
        loop {
            let mut better = false;
            for column in 0..rows.columns().len() {
                for upper in 0..rows.column(column).len().saturating_sub(1) {
                    better |= self.try_swap(&mut rows, column, upper);
                }
            }
            if !better {
                return rows;
            }
        }
    }

    fn try_swap(&mut self, rows: &mut Rows, column: usize, upper: usize) -> bool {
        let (Some(&above), Some(&below)) = (rows.column(column).get(upper), rows.column(column).get(upper + 1)) else {
            return false;
        };
        let tied = |spot: usize| self.net.arriving(spot).chain(self.net.leaving(spot)).next().is_some();
        if !(self.moves(above) || self.moves(below)) || !(tied(above) || tied(below)) {
            return false;
        }
        // A run's height in the columns before its last follows the row it ends in.
        let arriving = self.net.arriving(above).chain(self.net.arriving(below));
        let first = arriving.map(|run| run.first).min().unwrap_or(column).min(column.saturating_sub(1));
        // One from the first row to the first row runs above the cards, so that its beginning counts too.
        let leaving = self.net.leaving(above).chain(self.net.leaving(below)).filter(|_| upper == 0);
        let last = leaving.map(|run| run.last - 1).max().unwrap_or(column).max(column);
        let gaps = first..=last;
        let before = (self.crossings(rows, gaps.clone()), i64::from(self.is_likely(below)));
        rows.swap(column, upper);
        let after = (self.crossings(rows, gaps), i64::from(self.is_likely(above)));
        if after < before {
            return true;
        }
        rows.swap(column, upper);
        false
    }

    fn crossings(&mut self, rows: &Rows, gaps: std::ops::RangeInclusive<usize>) -> u64 {
        gaps.map(|gap| self.counter.in_gap(self.net, rows, gap)).sum()
    }
}

/// The side of a column to which it is ordered.
#[derive(Debug, Clone, Copy)]
enum Side {
    Left,
    Right,
}
