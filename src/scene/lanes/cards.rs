//! The touchpoint lane: cards in columns and rows, with the transitions between them.

use std::sync::Arc;

use super::bands;
use super::card::Card;
use super::marks;
use super::notes::{Anchored, anchored};
use super::ways;
use crate::analysis::evidence::level;
use crate::model::{Lane, Stage, Subject, Touchpoint};
use crate::scene::geometry::{Rect, rect};
use crate::scene::kept::{Kept, Known, Same};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed};
use crate::scene::sections::{Layer, Sections};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_HEIGHT, CARD_WIDTH, LANE_PADDING, ROW_GAP};

/// Where rows of cards stand from top to bottom, from the lane's top.
pub(in crate::scene) struct Rows {
    /// Each row's top.
    pub(super) tops: Arc<[f32]>,
    /// Each row's height.
    pub(super) heights: Arc<[f32]>,
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
    let barriers = anchored(lay, &Lane::Barriers);
    let known: Vec<Arc<[f32]>> = lay.each_block(|lay, block| {
        let site = lay.site(&Lane::Touchpoints, block, top);
        lay.section(site, Heights, |lay, Heights| heights(lay, (block, &barriers)))
    });
    let rows = rows(lay, &known);
    let name_bottom = bands::draw(lay, &rows, (top, name_bottom));
    ways::transitions(lay, (&rows, top));
    ways::losses(lay, (&rows, top));
    for block in lay.blocks() {
        let site = lay.site(&Lane::Touchpoints, block, top);
        let cards = Cards { tops: Arc::clone(&rows.tops), heights: Arc::clone(&rows.heights) };
        lay.section(site, cards, |lay, _| cards_of(lay, (block, &barriers), &rows));
    }
    if lay.options.invites {
        invites(lay, (&rows, top));
    }
    (rows.bottom, name_bottom)
}

/// How high the cards of a block are, by row.
#[derive(PartialEq, Eq)]
pub(in crate::scene) struct Heights;

impl Layer for Heights {
    /// The highest card of each row.
    type Laid = Arc<[f32]>;
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.heights
    }
}

fn heights(lay: &mut Lay<'_>, (block, barriers): (usize, &Anchored)) -> Arc<[f32]> {
    let mut heights = Vec::new();
    let grid = Arc::clone(&lay.grid);
    for (_, slot) in grid.columns_in(block) {
        for (row, touchpoint) in slot.rows.iter().zip(&slot.column.touchpoints) {
            let card = card(lay, touchpoint, (slot.column.stage, barriers));
            let height = lay.kept.cards.words(card).map_or(0.0, |words| words.height(touchpoint));
            if heights.len() <= *row {
                heights.resize(row + 1, 0.0);
            }
            if let Some(highest) = heights.get_mut(*row) {
                *highest = height.max(*highest);
            }
        }
    }
    heights.into()
}

/// The cards of a block, in these rows.
#[derive(PartialEq)]
pub(in crate::scene) struct Cards {
    tops: Arc<[f32]>,
    heights: Arc<[f32]>,
}

impl Layer for Cards {
    type Laid = ();
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.rows_of_cards
    }
}

fn cards_of(lay: &mut Lay<'_>, (block, barriers): (usize, &Anchored), rows: &Rows) {
    let grid = Arc::clone(&lay.grid);
    for (left, slot) in grid.columns_in(block) {
        for (row, touchpoint) in slot.rows.iter().zip(&slot.column.touchpoints) {
            let card = card(lay, touchpoint, (slot.column.stage, barriers));
            lay.show(card, rows.card(*row, left));
        }
    }
}

fn card(lay: &mut Lay<'_>, touchpoint: &Arc<Touchpoint>, (stage, barriers): (Stage, &Anchored)) -> Known<Card> {
    let subject = || Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
    lay.know(Card {
        touchpoint: Same::of(touchpoint),
        stage,
        channel: touchpoint.channel.as_ref().and_then(|id| lay.document.channels.get(id)).map(Same::of),
        barriers: barriers.count_at(&touchpoint.id),
        level: level(lay.document, &touchpoint.evidence),
        dots: marks::dots(lay, subject),
    })
}

/// Row heights follow the longest title of the row; gaps widen where something leaves or loops back between rows.
fn rows(lay: &Lay<'_>, known: &[Arc<[f32]>]) -> Rows {
    let count = lay.grid.rows().max(1);
    let highest = |row| known.iter().filter_map(|block| block.get(row).copied()).fold(CARD_HEIGHT, f32::max);
    let heights: Arc<[f32]> = (0..count).map(highest).collect();
    let plan = &lay.structure.plan;
    let mut y = LANE_PADDING + 6.0 + plan.room_above();
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
    Rows { tops: tops.into(), heights, bottoms, bottom: y }
}

/// In the editor an empty stage asks for its first touchpoint.
fn invites(lay: &mut Lay<'_>, (rows, top): (&Rows, f32)) {
    for stage in Stage::ALL {
        if !lay.grid.columns(stage).is_empty() {
            continue;
        }
        let span = lay.grid.stage(stage);
        let area = rows.card(0, span.x + style::STAGE_PADDING).translate(0.0, top);
        let subject = Subject::Stage(lay.journey.id.clone(), stage);
        let words = lay.texts.get("map-invite-touchpoint");
        let mut pen = Pen::body().hit(area, HitTarget::Invite { lane: Lane::Touchpoints, subject }, words.clone());
        pen.rect(area, 10.0, None, Some(dashed(lay.theme.faint, 1.2, (4.0, 4.0))));
        pen.label(lay.shaper, area.center(), (&words, style::WORDS), lay.theme.mute);
        lay.put(pen);
    }
}
