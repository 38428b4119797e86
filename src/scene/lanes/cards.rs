//! The touchpoint lane: cards in columns and rows, with the transitions between them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bands;
use super::card::Card;
use super::marks;
use super::ways;
use crate::analysis::evidence::level;
use crate::model::{Lane, Stage, Subject, Touchpoint, TouchpointId};
use crate::scene::geometry::{Rect, rect};
use crate::scene::kept::{Known, Same};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_HEIGHT, CARD_WIDTH, LANE_PADDING, ROW_GAP};

/// Where rows of cards stand from top to bottom.
#[derive(Clone, PartialEq)]
pub(in crate::scene) struct Rows {
    /// Each row's top.
    pub(super) tops: Vec<f32>,
    /// Each row's height.
    pub(super) heights: Vec<f32>,
    /// Where each row's room ends, with what runs below its cards.
    pub(super) bottoms: Vec<f32>,
    /// The lane's bottom.
    pub(super) bottom: f32,
}

impl Rows {
    /// The card at this row, with its left edge.
    pub(super) fn card(&self, row: usize, x: f32) -> Rect {
        let top = self.tops.get(row).copied().unwrap_or(self.bottom);
        rect(x, top, CARD_WIDTH, self.heights.get(row).copied().unwrap_or(CARD_HEIGHT))
    }
}

/// Cards, transitions and losses, in swimlanes where the journey says so; returns the lane's height, and where what
/// stands below its name ends.
pub(super) fn touchpoints(lay: &mut Lay<'_>, (top, name_bottom): (f32, f32)) -> (f32, f32) {
    let cards = cards(lay);
    let rows = rows(lay, &cards, top);
    let name_bottom = bands::draw(lay, &rows, (top, name_bottom));
    ways(lay, &rows);
    let grid = Arc::clone(&lay.grid);
    for (slot, column) in grid.slots.iter().zip(cards) {
        for (row, card) in slot.rows.iter().zip(column) {
            lay.show(card, rows.card(*row, slot.x));
        }
    }
    if lay.options.invites {
        invites(lay, &rows);
    }
    (rows.bottom - top, name_bottom)
}

/// Transitions and losses, as they were where the cards stand as they stood.
fn ways(lay: &mut Lay<'_>, rows: &Rows) {
    lay.out.close();
    if let Some(same) = lay.kept.lanes.ways_between(rows) {
        lay.out.put_part(&same);
        return;
    }
    ways::transitions(lay, rows);
    ways::losses(lay, rows);
    let part = lay.out.close();
    lay.kept.lanes.keep_ways(rows, part);
}

/// The cards, column by column.
fn cards(lay: &mut Lay<'_>) -> Vec<Vec<Known<Card>>> {
    let barriers = barrier_counts(lay);
    let grid = Arc::clone(&lay.grid);
    let mut columns = Vec::with_capacity(grid.slots.len());
    for slot in &grid.slots {
        let card = |touchpoint| card(lay, touchpoint, (slot.column.stage, &barriers));
        columns.push(slot.column.touchpoints.iter().map(card).collect());
    }
    columns
}

fn card(lay: &mut Lay<'_>, touchpoint: &Arc<Touchpoint>, (stage, barriers): (Stage, &Counts<'_>)) -> Known<Card> {
    let subject = || Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
    lay.know(Card {
        touchpoint: Same::of(touchpoint),
        stage,
        channel: touchpoint.channel.as_ref().and_then(|id| lay.document.channels.get(id)).map(Same::of),
        barriers: barriers.get(&touchpoint.id).copied().unwrap_or(0),
        level: level(lay.document, &touchpoint.evidence),
        dots: marks::dots(lay, subject),
    })
}

/// Row heights follow the longest title of the row; gaps widen where something leaves or loops back between rows.
fn rows(lay: &mut Lay<'_>, cards: &[Vec<Known<Card>>], top: f32) -> Rows {
    let count = lay.grid.rows().max(1);
    let mut heights = vec![CARD_HEIGHT; count];
    for (slot, column) in lay.grid.slots.iter().zip(cards) {
        for ((row, card), touchpoint) in slot.rows.iter().zip(column).zip(&slot.column.touchpoints) {
            let words = lay.kept.cards.words(*card);
            if let Some(height) = heights.get_mut(*row) {
                *height = words.map_or(0.0, |words| words.height(touchpoint)).max(*height);
            }
        }
    }
    let plan = &lay.structure.plan;
    let mut y = top + LANE_PADDING + 6.0 + plan.room_above();
    let (mut tops, mut bottoms) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for (row, height) in heights.iter().enumerate() {
        tops.push(y);
        let ends_band = lay.grid.bands.iter().any(|band| band.last() == row);
        let usual = if row + 1 == count || ends_band { LANE_PADDING + 6.0 } else { ROW_GAP };
        y += height + plan.room_below(row, usual);
        bottoms.push(y);
        if ends_band && row + 1 < count {
            y += LANE_PADDING;
        }
    }
    Rows { tops, heights, bottoms, bottom: y }
}

/// How many barriers there are at each touchpoint.
type Counts<'a> = FxHashMap<&'a TouchpointId, usize>;

fn barrier_counts<'a>(lay: &Lay<'a>) -> Counts<'a> {
    let mut counts = Counts::default();
    for barrier in &lay.document.barriers {
        for touchpoint in &barrier.touchpoints {
            *counts.entry(touchpoint).or_insert(0) += 1;
        }
    }
    counts
}

/// In the editor an empty stage asks for its first touchpoint.
fn invites(lay: &mut Lay<'_>, rows: &Rows) {
    for stage in Stage::ALL {
        if lay.grid.slots.iter().any(|slot| slot.column.stage == stage) {
            continue;
        }
        let span = lay.grid.stage(stage);
        let area = rows.card(0, span.x + style::STAGE_PADDING);
        let subject = Subject::Stage(lay.journey.id.clone(), stage);
        let words = lay.texts.get("map-invite-touchpoint");
        let mut pen = Pen::body().hit(area, HitTarget::Invite { lane: Lane::Touchpoints, subject }, words.clone());
        pen.rect(area, 10.0, None, Some(dashed(lay.theme.faint, 1.2, (4.0, 4.0))));
        pen.label(lay.shaper, area.center(), (&words, style::WORDS), lay.theme.mute);
        lay.put(pen);
    }
}
