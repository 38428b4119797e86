//! The grid: where columns, steps and stages stand from left to right, and which touchpoint is where.

use std::cmp::Ordering;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bands::{Band, bands};
use super::bits::Bits;
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
    /// Which of all columns that this grid has ever had: stays as it is where others come and go.
    number: usize,
    /// The block that it is in.
    block: usize,
}

/// Neighbouring columns of a stage that are laid together. Where a column comes or goes its block changes; all others
/// move aside at most. A stage without any has one empty block, where its first column would stand.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) name: BlockName,
    /// The left edge of its first cards: its places are told from there.
    pub(super) x: f32,
    /// What the last edit has changed of its touchpoints.
    pub(super) change: Change,
    columns: std::ops::Range<usize>,
}

/// What tells a block from others, whatever comes and goes around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum BlockName {
    /// The block that begins with this touchpoint.
    From(TouchpointId),
    /// That of an empty stage.
    Empty(Stage),
    /// None: what goes from the block that begins with one touchpoint to that which begins with another.
    Between(TouchpointId, TouchpointId),
}

impl BlockName {
    /// The touchpoint that the block begins with.
    pub(super) fn begins(&self) -> Option<&TouchpointId> {
        match self {
            Self::From(first) => Some(first),
            Self::Empty(_) | Self::Between(..) => None,
        }
    }
}

/// What an edit has changed of the touchpoints of a block.
#[derive(Debug, Clone, Default)]
pub(super) enum Change {
    /// Nothing.
    None,
    /// What these say, as they were and as they are; they stand where they stood.
    Says(Vec<(Arc<Touchpoint>, Arc<Touchpoint>)>),
    /// More than that.
    #[default]
    Other,
}

impl Change {
    /// Adds a touchpoint that says something else than before.
    fn add(&mut self, (before, after): (&Arc<Touchpoint>, &Arc<Touchpoint>)) {
        let pair = (Arc::clone(before), Arc::clone(after));
        match self {
            Self::None => *self = Self::Says(vec![pair]),
            Self::Says(pairs) => pairs.push(pair),
            Self::Other => {}
        }
    }
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
    /// The first column of each stage, and the end of the last.
    firsts: [usize; 6],
    /// From left to right; every column is in one of them.
    pub(super) blocks: Vec<Block>,
    /// The columns in which a card stands, by row.
    taken: Vec<Bits>,
    /// The number and the row of each touchpoint's column.
    stands: FxHashMap<TouchpointId, (usize, usize)>,
    /// The same of all touchpoints of the journey, in their order there.
    by_place: Vec<Option<(usize, usize)>>,
    /// Which column has a number now.
    places: Vec<usize>,
}

/// A touchpoint as it was before an edit and as it is after it, where it is there.
pub(super) type Moved<'a> = (Option<&'a Arc<Touchpoint>>, Option<&'a Arc<Touchpoint>>);

impl Grid {
    /// The grid of a journey, in swimlanes of these channels where it says so.
    pub fn of(journey: &Journey, channels: &List<Channel>) -> Self {
        let columns = columns(journey);
        let (bands, rows) = if journey.info.swimlanes {
            bands(channels, &columns)
        } else {
            (Vec::new(), columns.iter().map(|column| (0..column.touchpoints.len()).collect()).collect())
        };
        let mut grid = Self {
            slots: Vec::with_capacity(columns.len()),
            stages: [Span { x: 0.0, width: 0.0 }; 5],
            steps: Vec::new(),
            right: 0.0,
            bands,
            firsts: [0; 6],
            blocks: Vec::new(),
            taken: Vec::new(),
            stands: FxHashMap::default(),
            by_place: Vec::new(),
            places: Vec::with_capacity(columns.len()),
        };
        grid.stands.reserve(journey.touchpoints.len());
        let slots: Vec<Slot> = columns.into_iter().zip(rows).map(|(column, rows)| grid.slot(column, rows)).collect();
        grid.slots = slots;
        grid.by_place = journey.touchpoints.iter().map(|it| grid.stands.get(&it.id).copied()).collect();
        grid.place(journey);
        grid
    }

    /// A new column, not yet at its place.
    fn slot(&mut self, column: Column, rows: Vec<usize>) -> Slot {
        let number = self.places.len();
        self.places.push(0);
        for (touchpoint, row) in column.touchpoints.iter().zip(&rows) {
            self.stands.insert(touchpoint.id.clone(), (number, *row));
        }
        Slot { x: 0.0, column, rows, number, block: 0 }
    }

    /// Puts all columns side by side.
    fn place(&mut self, journey: &Journey) {
        let Self { slots, stages, firsts, taken, places, blocks, .. } = self;
        taken.iter_mut().for_each(Bits::clear);
        blocks.clear();
        let mut x = LANE_COLUMN;
        let mut first = 0;
        for (stage, (span, end)) in Stage::ALL.into_iter().zip(stages.iter_mut().zip(firsts.iter_mut().skip(1))) {
            let columns = slots.iter_mut().enumerate().skip(first).take_while(|(_, slot)| slot.column.stage == stage);
            let mut count = 0;
            for (place, slot) in columns {
                slot.x = x + STAGE_PADDING + count as f32 * (CARD_WIDTH + COLUMN_GAP);
                if let Some(first) = slot.column.touchpoints.first().filter(|it| count == 0 || begins_block(&it.id)) {
                    let name = BlockName::From(first.id.clone());
                    blocks.push(Block { name, x: slot.x, change: Change::Other, columns: place..place });
                }
                if let Some(block) = blocks.last_mut() {
                    block.columns.end = place + 1;
                }
                slot.block = blocks.len().saturating_sub(1);
                count += 1;
                if let Some(there) = places.get_mut(slot.number) {
                    *there = place;
                }
                for row in &slot.rows {
                    if taken.len() <= *row {
                        taken.resize_with(row + 1, Bits::default);
                    }
                    if let Some(columns) = taken.get_mut(*row) {
                        columns.put(place);
                    }
                }
            }
            if count == 0 {
                let (name, x) = (BlockName::Empty(stage), x + STAGE_PADDING);
                blocks.push(Block { name, x, change: Change::Other, columns: first..first });
            }
            first += count;
            *end = first;
            let count = count.max(1) as f32;
            *span = Span { x, width: 2.0 * STAGE_PADDING + count * CARD_WIDTH + (count - 1.0) * COLUMN_GAP };
            x += span.width + STAGE_GAP;
        }
        while taken.last().is_some_and(Bits::is_empty) {
            taken.pop();
        }
        self.right = x - STAGE_GAP;
        self.steps = step_spans(journey, &self.slots);
    }

    /// Takes an edit over that has changed where these touchpoints stand, each as it was and as it is; steps are what they
    /// were, and there are no swimlanes.
    pub(super) fn stand_anew(&mut self, journey: &Journey, moved: &[Moved<'_>]) {
        let before = self.faces();
        let order: FxHashMap<&StepId, usize> =
            journey.steps_in_order().into_iter().enumerate().map(|(place, step)| (&step.id, place)).collect();
        for (old, new) in moved {
            let Some(it) = new.or(*old) else { continue };
            let (Ok(place) | Err(place)) = journey.touchpoints.place_of(&it.id);
            match (old, new) {
                (None, _) => self.by_place.insert(place, None),
                (_, None) => _ = self.by_place.remove(place),
                _ => {}
            }
        }
        for old in moved.iter().filter_map(|(old, _)| *old) {
            self.stand(journey, &old.id, None);
            let Some(Ok(seat)) = self.seat(&order, old) else { continue };
            let Some(slot) = self.slots.get_mut(seat) else { continue };
            slot.column.touchpoints.retain(|it| it.id != old.id);
            self.settle(journey, seat);
        }
        for new in moved.iter().filter_map(|(_, new)| *new) {
            // Whoever stands in no step stands nowhere.
            let Some((step, seat)) = journey.steps.get(&new.step).zip(self.seat(&order, new)) else { continue };
            match seat {
                Ok(seat) => {
                    if let Some(there) = self.slots.get_mut(seat).map(|slot| &mut slot.column.touchpoints) {
                        let row = there.partition_point(|it| (&it.row, &it.id) < (&new.row, &new.id));
                        there.insert(row, Arc::clone(new));
                    }
                    self.settle(journey, seat);
                }
                Err(seat) => {
                    let touchpoints = vec![Arc::clone(new)];
                    let column =
                        Column { step: step.id.clone(), stage: step.stage, rank: new.column.clone(), touchpoints };
                    let slot = self.slot(column, Vec::new());
                    self.slots.insert(seat, slot);
                    self.settle(journey, seat);
                }
            }
        }
        self.place(journey);
        self.compare(&before);
    }

    /// Which column a touchpoint stands in, or would stand in were there one; steps are in this order.
    fn seat(&self, order: &FxHashMap<&StepId, usize>, touchpoint: &Touchpoint) -> Option<Result<usize, usize>> {
        let seat = (order.get(&touchpoint.step)?, &touchpoint.column);
        let of = |slot: &Slot| order.get(&slot.column.step).map(|step| (step, &slot.column.rank).cmp(&seat));
        Some(self.slots.binary_search_by(|slot| of(slot).unwrap_or(Ordering::Less)))
    }

    /// Lets the touchpoints of a column stand in its rows; a column without any goes.
    fn settle(&mut self, journey: &Journey, seat: usize) {
        let Some(slot) = self.slots.get_mut(seat) else { return };
        slot.rows = (0..slot.column.touchpoints.len()).collect();
        let (number, touchpoints) = (slot.number, slot.column.touchpoints.clone());
        if touchpoints.is_empty() {
            self.slots.remove(seat);
        }
        for (row, touchpoint) in touchpoints.iter().enumerate() {
            self.stand(journey, &touchpoint.id, Some((number, row)));
        }
    }

    /// Lets a touchpoint stand in a row of the column with this number, or nowhere.
    fn stand(&mut self, journey: &Journey, id: &TouchpointId, at: Option<(usize, usize)>) {
        match at {
            Some(at) => self.stands.insert(id.clone(), at),
            None => self.stands.remove(id),
        };
        let place = journey.touchpoints.place_of(id);
        if let Some(there) = place.ok().and_then(|place| self.by_place.get_mut(place)) {
            *there = at;
        }
    }

    /// What stands in each block, and how.
    pub(super) fn faces(&self) -> Faces {
        self.blocks.iter().map(|block| (block.name.clone(), self.face(block))).collect()
    }

    fn face(&self, block: &Block) -> Face {
        let mut face = Face::new();
        for slot in self.slots.get(block.columns.clone()).unwrap_or_default() {
            face.extend(slot.column.touchpoints.iter().map(Arc::as_ptr).zip(slot.rows.iter().copied()));
            face.push((std::ptr::null(), slot.column.stage.index()));
        }
        face
    }

    /// Marks the blocks that are what they were.
    pub(super) fn compare(&mut self, before: &Faces) {
        let same = |block: &Block| before.get(&block.name).is_some_and(|face| *face == self.face(block));
        let same: Vec<bool> = self.blocks.iter().map(same).collect();
        for (block, same) in self.blocks.iter_mut().zip(same) {
            block.change = if same { Change::None } else { Change::Other };
        }
    }

    /// Whether a touchpoint stands where it stood before an edit: all that [`Grid::of`] looks at is the same, but for the
    /// channel, which counts in swimlanes only.
    pub(super) fn stands_still(before: &Touchpoint, after: &Touchpoint) -> bool {
        let Touchpoint { id, step, column, row, .. } = before;
        (id, step, column, row) == (&after.id, &after.step, &after.column, &after.row)
    }

    /// Takes another edit over: nothing has changed yet.
    pub(super) fn rest(&mut self) {
        self.blocks.iter_mut().for_each(|block| block.change = Change::None);
    }

    /// Puts an edited touchpoint that stands still in the place of what it was before.
    pub(super) fn replace(&mut self, before: &Arc<Touchpoint>, after: &Arc<Touchpoint>) {
        let Some(Spot { column, row }) = self.spot(&after.id) else { return };
        let Some(slot) = self.slots.get_mut(column) else { return };
        let place = slot.rows.iter().position(|taken| *taken == row);
        if let Some(there) = place.and_then(|place| slot.column.touchpoints.get_mut(place)) {
            *there = Arc::clone(after);
        }
        if let Some(block) = self.blocks.get_mut(slot.block) {
            block.change.add((before, after));
        }
    }

    /// Where a touchpoint stands.
    pub fn spot(&self, id: &TouchpointId) -> Option<Spot> {
        self.spot_at(*self.stands.get(id)?)
    }

    /// Where each of the journey's touchpoints stands, in their order there.
    pub(super) fn spots(&self) -> impl Iterator<Item = Option<Spot>> {
        self.by_place.iter().map(|at| self.spot_at((*at)?))
    }

    fn spot_at(&self, (number, row): (usize, usize)) -> Option<Spot> {
        Some(Spot { column: *self.places.get(number)?, row })
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

    /// The columns of a stage.
    pub fn columns(&self, stage: Stage) -> &[Slot] {
        let ends = self.firsts.get(stage.index()).zip(self.firsts.get(stage.index() + 1));
        ends.and_then(|(first, end)| self.slots.get(*first..*end)).unwrap_or_default()
    }

    /// The columns of a block, each with the left edge of its cards from that of the first.
    pub(super) fn columns_in(&self, block: usize) -> impl Iterator<Item = (f32, &Slot)> {
        let block = self.blocks.get(block);
        let left = block.map_or(0.0, |block| block.x);
        let columns = block.and_then(|block| self.slots.get(block.columns.clone())).unwrap_or_default();
        columns.iter().map(move |slot| (slot.x - left, slot))
    }

    /// The block that a column is in.
    pub(super) fn block_of(&self, column: usize) -> usize {
        self.slots.get(column).map_or(0, |slot| slot.block)
    }

    /// The first block of a stage.
    pub(super) fn first_block(&self, stage: Stage) -> usize {
        let first = self.columns(stage).first().map(|slot| slot.block);
        let empty = || self.blocks.iter().position(|block| block.name == BlockName::Empty(stage));
        first.or_else(empty).unwrap_or(0)
    }

    /// The left edge of a block.
    pub(super) fn block_x(&self, block: usize) -> f32 {
        self.blocks.get(block).map_or(LANE_COLUMN + STAGE_PADDING, |block| block.x)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.taken.len()
    }

    /// Whether no card stands in this row in any of these columns.
    pub fn is_free(&self, row: usize, columns: std::ops::Range<usize>) -> bool {
        self.taken.get(row).is_none_or(|taken| !taken.has_any_of(columns))
    }
}

/// What stands in the blocks of a grid.
pub(super) type Faces = FxHashMap<BlockName, Face>;

/// The touchpoints of a block with their rows, and after each column no touchpoint, with the stage.
type Face = Vec<(*const Touchpoint, usize)>;

/// Whether a column that begins with this touchpoint begins a block: one in so many, and always the same, so that columns
/// that come or go leave most blocks alone.
fn begins_block(id: &TouchpointId) -> bool {
    const COLUMNS: usize = 24;
    scatter(id.as_str(), COLUMNS) == 0
}

/// One of so many, told from an id alone: evenly scattered, and the same wherever and whenever it is asked.
pub(super) fn scatter(id: &str, count: usize) -> usize {
    let sum = id.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    // Knuth's multiplicative hashing: the upper bits depend on all of the sum.
    (sum.wrapping_mul(0x9E37_79B1) >> 16) as usize % count.max(1)
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
