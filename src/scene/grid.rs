//! The grid: where columns, steps and stages stand from left to right, and which touchpoint is where.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::style::{CARD_WIDTH, COLUMN_GAP, LANE_COLUMN, STAGE_GAP, STAGE_PADDING};
use crate::model::placement::{Column, columns};
use crate::model::{Journey, Stage, StepId, Touchpoint, TouchpointId};

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
    spots: FxHashMap<TouchpointId, Spot>,
}

impl Grid {
    /// The grid of a journey.
    pub fn of(journey: &Journey) -> Self {
        let columns = columns(journey);
        let mut spots = FxHashMap::default();
        spots.reserve(journey.touchpoints.len());
        for (index, column) in columns.iter().enumerate() {
            for (row, touchpoint) in column.touchpoints.iter().enumerate() {
                spots.insert(touchpoint.id.clone(), Spot { column: index, row });
            }
        }
        let mut slots: Vec<Slot> = Vec::with_capacity(columns.len());
        let mut columns = columns.into_iter().peekable();
        let mut x = LANE_COLUMN;
        let stages = Stage::ALL.map(|stage| {
            let left = x;
            let first = slots.len();
            while let Some(column) = columns.next_if(|column| column.stage == stage) {
                let offset = (slots.len() - first) as f32 * (CARD_WIDTH + COLUMN_GAP);
                slots.push(Slot { x: left + STAGE_PADDING + offset, column });
            }
            let count = (slots.len() - first).max(1) as f32;
            let width = 2.0 * STAGE_PADDING + count * CARD_WIDTH + (count - 1.0) * COLUMN_GAP;
            x = left + width + STAGE_GAP;
            Span { x: left, width }
        });
        let steps = step_spans(journey, &slots);
        Self { slots, stages, steps, right: x - STAGE_GAP, spots }
    }

    /// Whether a touchpoint stands where it stood before an edit: all that [`Grid::of`] looks at is the same.
    pub(super) fn stands_still(before: &Touchpoint, after: &Touchpoint) -> bool {
        let Touchpoint { id, step, column, row, .. } = before;
        (id, step, column, row) == (&after.id, &after.step, &after.column, &after.row)
    }

    /// Puts an edited touchpoint that stands still in the place of what it was before.
    pub(super) fn replace(&mut self, touchpoint: &Arc<Touchpoint>) {
        let Some(Spot { column, row }) = self.spot(&touchpoint.id) else { return };
        let column = self.slots.get_mut(column).map(|slot| &mut slot.column.touchpoints);
        if let Some(there) = column.and_then(|column| column.get_mut(row)) {
            *there = Arc::clone(touchpoint);
        }
    }

    /// Where a touchpoint stands.
    pub fn spot(&self, id: &TouchpointId) -> Option<Spot> {
        self.spots.get(id).copied()
    }

    /// The touchpoint at a place.
    pub fn at(&self, spot: Spot) -> Option<&Arc<Touchpoint>> {
        self.slots.get(spot.column)?.column.touchpoints.get(spot.row)
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

    /// How many rows the tallest column has.
    pub fn rows(&self) -> usize {
        self.slots.iter().map(|slot| slot.column.touchpoints.len()).max().unwrap_or(0)
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
