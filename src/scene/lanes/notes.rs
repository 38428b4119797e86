//! Lanes of small cards under their touchpoints: barriers by severity, strengths, opportunities.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::marks;
use super::note::{About, NOTE_HEIGHT, Note};
use crate::analysis::voices::Heard;
use crate::model::{Barrier, Lane, Opportunity, Subject, TouchpointId};
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed};
use crate::scene::sections::{Layer, Sections};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::Theme;

/// Between two cards of one column.
const CARD_GAP: f32 = 8.0;

/// A column, by its block and its left edge from that of the block in whole points, so that cards of empty stages fit in.
type Column = (usize, i32);

/// Cards with the columns they stand in, from left to right and from top to bottom.
type Standing = Vec<(Column, Note)>;

/// The columns that these touchpoints stand in.
fn columns_of(lay: &Lay<'_>, touchpoints: &[TouchpointId]) -> Vec<Column> {
    let column = |id: &TouchpointId| {
        let column = lay.grid.spot(id)?.column;
        let block = lay.grid.block_of(column);
        Some((block, (lay.grid.x(column) - lay.grid.block_x(block)).round() as i32))
    };
    let mut columns: Vec<Column> = touchpoints.iter().filter_map(column).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

fn barrier_columns(lay: &Lay<'_>, barrier: &Barrier) -> Vec<Column> {
    let columns = columns_of(lay, &barrier.touchpoints);
    match &barrier.stage {
        Some((journey, stage)) if columns.is_empty() && *journey == lay.journey.id => {
            vec![(lay.grid.first_block(*stage), 0)]
        }
        _ => columns,
    }
}

/// Each in the columns it belongs to.
fn standing(lay: &Lay<'_>, all: impl Iterator<Item = (About, Vec<Column>)>) -> Standing {
    let mut standing = Standing::new();
    let heard = Heard::of(lay.document);
    for (about, columns) in all {
        let voices = about.supported().and_then(|claim| heard.voices(&claim));
        let dots = if columns.is_empty() { 0 } else { marks::dots(lay, || about.subject()) };
        let level = about.level(lay.document);
        let note = |(nth, column): (usize, Column)| (column, Note { about: about.clone(), voices, level, nth, dots });
        standing.extend(columns.into_iter().enumerate().map(note));
    }
    // Stable: within a column they stand as in the document.
    standing.sort_by_key(|(column, _)| *column);
    standing
}

/// Barriers, the worst first; returns the lane's height.
pub(super) fn barriers(lay: &mut Lay<'_>, top: f32) -> f32 {
    if let Some(height) = stacks_again(lay, (&Lane::Barriers, top)) {
        return height;
    }
    let here = lay.document.barriers.iter().map(|it| (About::Barrier(Same::of(it)), barrier_columns(lay, it)));
    let mut standing = standing(lay, here);
    standing.sort_by_key(|(column, note)| (*column, std::cmp::Reverse(note.about.severity())));
    stacks(lay, (&Lane::Barriers, top), standing)
}

/// Strengths; returns the lane's height.
pub(super) fn strengths(lay: &mut Lay<'_>, top: f32) -> f32 {
    if let Some(height) = stacks_again(lay, (&Lane::Strengths, top)) {
        return height;
    }
    let all = lay.document.strengths.iter();
    let here = all.map(|it| (About::Strength(Same::of(it)), columns_of(lay, &it.touchpoints)));
    let standing = standing(lay, here);
    stacks(lay, (&Lane::Strengths, top), standing)
}

/// Opportunities, under what they change or the barriers they close; returns the lane's height.
pub(super) fn opportunities(lay: &mut Lay<'_>, top: f32) -> f32 {
    if let Some(height) = stacks_again(lay, (&Lane::Opportunities, top)) {
        return height.max(wishes_again(lay, top));
    }
    let columns = |opportunity: &Opportunity| {
        let barriers = opportunity.barriers.iter().filter_map(|id| lay.document.barriers.get(id));
        let mut columns = columns_of(lay, &opportunity.touchpoints);
        columns.extend(barriers.flat_map(|barrier| barrier_columns(lay, barrier)));
        columns.sort_unstable();
        columns.dedup();
        columns
    };
    let all = lay.document.opportunities.iter();
    let standing = standing(lay, all.map(|it| (About::Opportunity(Same::of(it)), columns(it))));
    let taken: BTreeSet<Column> = standing.iter().map(|(column, _)| *column).collect();
    let height = stacks(lay, (&Lane::Opportunities, top), standing);
    if lay.options.invites { height.max(wishes(lay, top, &taken)) } else { height }
}

/// Cards from top to bottom in the columns of one block, with the left edges of these.
#[derive(PartialEq)]
pub(in crate::scene) struct Stack(Vec<(i32, Note)>);

impl Layer for Stack {
    /// Where they end, from the lane's top.
    type Laid = f32;
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.stacks
    }
}

/// Cards in all columns as they were, where nothing of them has changed; returns the lane's height.
fn stacks_again(lay: &mut Lay<'_>, (lane, top): (&Lane, f32)) -> Option<f32> {
    if !lay.kept.news.leaves_notes() {
        return None;
    }
    let mut bottom = LANE_PADDING;
    for block in lay.blocks() {
        // All of them were shown, or none.
        bottom = lay.section_again::<Stack>(lay.site(lane, block, top))?.max(bottom);
    }
    Some(bottom + LANE_PADDING)
}

/// Cards in all columns; returns the lane's height.
fn stacks(lay: &mut Lay<'_>, (lane, top): (&Lane, f32), standing: Standing) -> f32 {
    let mut standing = standing.into_iter().peekable();
    let mut bottom = LANE_PADDING;
    for block in lay.blocks() {
        let here = std::iter::from_fn(|| standing.next_if(|((there, _), _)| *there == block));
        let here = Stack(here.map(|((_, x), note)| (x, note)).collect());
        let site = lay.site(lane, block, top);
        bottom = lay.section(site, here, stack).max(bottom);
    }
    bottom + LANE_PADDING
}

fn stack(lay: &mut Lay<'_>, Stack(standing): &Stack) -> f32 {
    let mut bottom = LANE_PADDING;
    for column in standing.chunk_by(|(one, _), (other, _)| one == other) {
        let mut y = LANE_PADDING;
        for (x, note) in column {
            let note = lay.know(note.clone());
            let height = lay.kept.notes.words(note).map_or(0.0, |words| words.height);
            lay.show(note, point(*x as f32, y));
            y += height + CARD_GAP;
        }
        bottom = bottom.max(y - CARD_GAP);
    }
    bottom
}

/// What asks for solutions over one block, with the left edges of the columns.
#[derive(PartialEq)]
pub(in crate::scene) struct Wishes(Vec<(i32, Invite)>);

impl Layer for Wishes {
    /// Where they end, from the lane's top.
    type Laid = f32;
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.wishes
    }
}

/// What asked for solutions, as it was; returns the lane's height.
fn wishes_again(lay: &mut Lay<'_>, top: f32) -> f32 {
    let laid = lay.each_block(|lay, block| lay.section_again::<Wishes>(lay.site(&Lane::Opportunities, block, top)));
    laid.into_iter().flatten().fold(0.0, f32::max)
}

/// In the editor a barrier without a solution asks for one; returns the lane's height.
fn wishes(lay: &mut Lay<'_>, top: f32, taken: &BTreeSet<Column>) -> f32 {
    let mut asked: BTreeMap<Column, Invite> = BTreeMap::new();
    for barrier in &lay.document.barriers {
        for (nth, column) in barrier_columns(lay, barrier).into_iter().enumerate() {
            if !taken.contains(&column) {
                asked.entry(column).or_insert_with(|| Invite { barrier: Same::of(barrier), nth });
            }
        }
    }
    let mut height = 0.0_f32;
    let mut asked = asked.into_iter().peekable();
    for block in lay.blocks() {
        let here = std::iter::from_fn(|| asked.next_if(|((there, _), _)| *there == block));
        let here = Wishes(here.map(|((_, x), invite)| (x, invite)).collect());
        let site = lay.site(&Lane::Opportunities, block, top);
        let laid = lay.section(site, here, |lay, Wishes(here)| {
            for (x, invite) in here {
                let invite = lay.know(invite.clone());
                lay.show(invite, point(*x as f32, LANE_PADDING));
            }
            if here.is_empty() { 0.0 } else { NOTE_HEIGHT + 2.0 * LANE_PADDING }
        });
        height = height.max(laid);
    }
    height
}

/// Asks for a solution to a barrier.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct Invite {
    barrier: Same<Barrier>,
    /// In which of its columns.
    nth: usize,
}

impl Thing for Invite {
    type Words = (Arc<str>, Arc<ShapedText>);
    /// Its left top corner.
    type Place = Point;

    fn say(&self, lay: &mut Lay<'_>) -> Self::Words {
        let words = lay.texts.get("map-invite-opportunity");
        let text = lay.shaper.shape(&words, style::WORDS, None, Align::Left);
        (words.into(), text)
    }

    fn draw(&self, (words, text): &Self::Words, Point { x: left, y: top }: Point, theme: &Theme) -> Drawn {
        let area: Rect = rect(left, top, CARD_WIDTH, NOTE_HEIGHT);
        let subject = Subject::Barrier(self.barrier.id.clone());
        let target = HitTarget::Invite { lane: Lane::Opportunities, subject };
        let mut pen = Pen::body().hit(area, target, Arc::clone(words));
        pen.rect(area, 8.0, None, Some(dashed(theme.faint, 1.2, (4.0, 4.0))));
        pen.centered(area.center(), Arc::clone(text), theme.mute);
        one(pen)
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.invites
    }
}
