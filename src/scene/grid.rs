//! The grid: where columns, steps and stages stand from left to right, and which touchpoint is where.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bands::{Band, bands};
use super::style::{CARD_WIDTH, COLUMN_GAP, LANE_COLUMN, STAGE_GAP, STAGE_PADDING};
use crate::model::placement::{Column, columns};
use crate::model::{Channel, Journey, List, Stage, StepId, Touchpoint, TouchpointId};

/// A stretch from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Its left end.
    pub x: f32,
    /// Its width.
    pub width: f32,
}

/// A column with its place.
#[derive(Debug, Clone)]
pub struct Slot {
    /// The left edge of its cards.
    pub x: f32,
    /// What stands in it.
    pub column: Column,
    /// The row of each of its cards.
    pub rows: Vec<usize>,
}

/// A step with its place.
#[derive(Debug, Clone)]
pub struct StepSpan {
    /// Which step.
    pub id: StepId,
    /// Its name; never empty here.
    pub title: String,
    /// From its first card's left to its last card's right.
    pub span: Span,
}

/// A place among the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Which column, from the left.
    pub column: usize,
    /// Which row, from the top.
    pub row: usize,
}

/// Where everything stands from left to right.
#[derive(Debug, Clone)]
pub struct Grid {
    /// The columns.
    pub slots: Vec<Slot>,
    /// The stages, in their order; an empty stage keeps room for one card.
    pub stages: [Span; 5],
    /// The named steps.
    pub steps: Vec<StepSpan>,
    /// The right edge of the last stage.
    pub right: f32,
    /// The swimlanes from top to bottom; empty where cards stand without any.
    pub bands: Vec<Band>,
    row_count: usize,
    taken: BTreeSet<(usize, usize)>,
    spots: FxHashMap<TouchpointId, Spot>,
}

impl Grid {
    /// The grid of a journey, in swimlanes of these channels where it says so.
    pub fn of(journey: &Journey, channels: &List<Channel>) -> Self {
        let columns = columns(journey);
        let (bands, rows) = if journey.info.swimlanes {
            bands(channels, &columns)
        } else {
            (Vec::new(), columns.iter().map(|column| (0..column.touchpoints.len()).collect()).collect())
        };
        let mut spots = FxHashMap::default();
        spots.reserve(journey.touchpoints.len());
        let mut taken = BTreeSet::new();
        for (index, (column, rows)) in columns.iter().zip(&rows).enumerate() {
            for (touchpoint, row) in column.touchpoints.iter().zip(rows) {
                spots.insert(touchpoint.id.clone(), Spot { column: index, row: *row });
                taken.insert((*row, index));
            }
        }
        let row_count = rows.iter().flatten().max().map_or(0, |last| last + 1);
        let mut slots: Vec<Slot> = Vec::with_capacity(columns.len());
        let mut columns = columns.into_iter().zip(rows).peekable();
        let mut x = LANE_COLUMN;
        let stages = Stage::ALL.map(|stage| {
            let left = x;
            let first = slots.len();
            while let Some((column, rows)) = columns.next_if(|(column, _)| column.stage == stage) {
                let offset = (slots.len() - first) as f32 * (CARD_WIDTH + COLUMN_GAP);
                slots.push(Slot { x: left + STAGE_PADDING + offset, column, rows });
            }
            let count = (slots.len() - first).max(1) as f32;
            let width = 2.0 * STAGE_PADDING + count * CARD_WIDTH + (count - 1.0) * COLUMN_GAP;
            x = left + width + STAGE_GAP;
            Span { x: left, width }
        });
        let steps = step_spans(journey, &slots);
        Self { slots, stages, steps, right: x - STAGE_GAP, bands, row_count, taken, spots }
    }

    /// Whether a touchpoint stands where it stood before an edit: all that [`Grid::of`] looks at is the same, but for the
    /// channel, which counts in swimlanes only.
    pub(super) fn stands_still(before: &Touchpoint, after: &Touchpoint) -> bool {
        let Touchpoint { id, step, column, row, .. } = before;
        (id, step, column, row) == (&after.id, &after.step, &after.column, &after.row)
    }

    /// Puts an edited touchpoint that stands still in the place of what it was before.
    pub(super) fn replace(&mut self, touchpoint: &Arc<Touchpoint>) {
        let Some(Spot { column, row }) = self.spot(&touchpoint.id) else { return };
        let Some(slot) = self.slots.get_mut(column) else { return };
        let place = slot.rows.iter().position(|taken| *taken == row);
        if let Some(there) = place.and_then(|place| slot.column.touchpoints.get_mut(place)) {
            *there = Arc::clone(touchpoint);
        }
    }

    /// Where a touchpoint stands.
    pub fn spot(&self, id: &TouchpointId) -> Option<Spot> {
        self.spots.get(id).copied()
    }

    /// The touchpoint at a place.
    pub fn at(&self, spot: Spot) -> Option<&Arc<Touchpoint>> {
        let slot = self.slots.get(spot.column)?;
        slot.column.touchpoints.get(slot.rows.iter().position(|row| *row == spot.row)?)
    }

    /// The left edge of a column's cards.
    pub fn x(&self, column: usize) -> f32 {
        self.slots.get(column).map_or(LANE_COLUMN + STAGE_PADDING, |slot| slot.x)
    }

    /// The middle of a column's cards.
    pub fn center(&self, column: usize) -> f32 {
        self.x(column) + CARD_WIDTH / 2.0
    }

    /// The place of a stage.
    pub fn stage(&self, stage: Stage) -> Span {
        let [first, ..] = self.stages;
        self.stages.get(stage.index()).copied().unwrap_or(first)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.row_count
    }

    /// Whether no card stands in this row in any of these columns.
    pub fn is_free(&self, row: usize, columns: std::ops::Range<usize>) -> bool {
        columns.is_empty() || self.taken.range((row, columns.start)..(row, columns.end)).next().is_none()
    }
}

fn step_spans(journey: &Journey, slots: &[Slot]) -> Vec<StepSpan> {
    let span = |columns: &[Slot]| {
        let (first, last) = (columns.first()?, columns.last()?);
        let step = journey.steps.get(&first.column.step).filter(|step| !step.title.trim().is_empty())?;
        let span = Span { x: first.x, width: last.x + CARD_WIDTH - first.x };
        Some(StepSpan { id: step.id.clone(), title: step.title.clone(), span })
    };
    slots.chunk_by(|a, b| a.column.step == b.column.step).filter_map(span).collect()
}
