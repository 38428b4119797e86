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
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING, STAGE_PADDING};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::Theme;

/// Between two cards of one column.
const CARD_GAP: f32 = 8.0;

/// Cards with the columns they stand in, from left to right and from top to bottom. A column goes by its left edge in
/// whole points, so that cards of empty stages fit in.
type Standing = Vec<(i32, Note)>;

/// The columns that these touchpoints stand in.
fn columns_of(lay: &Lay<'_>, touchpoints: &[TouchpointId]) -> Vec<i32> {
    let column = |id: &TouchpointId| Some(lay.grid.x(lay.grid.spot(id)?.column).round() as i32);
    let mut columns: Vec<i32> = touchpoints.iter().filter_map(column).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

fn barrier_columns(lay: &Lay<'_>, barrier: &Barrier) -> Vec<i32> {
    let columns = columns_of(lay, &barrier.touchpoints);
    match &barrier.stage {
        Some((journey, stage)) if columns.is_empty() && *journey == lay.journey.id => {
            vec![(lay.grid.stage(*stage).x + STAGE_PADDING).round() as i32]
        }
        _ => columns,
    }
}

/// Each in the columns it belongs to.
fn standing(lay: &Lay<'_>, all: impl Iterator<Item = (About, Vec<i32>)>) -> Standing {
    let mut standing = Standing::new();
    let heard = Heard::of(lay.document);
    for (about, columns) in all {
        let voices = about.supported().and_then(|claim| heard.voices(&claim));
        let dots = if columns.is_empty() { 0 } else { marks::dots(lay, || about.subject()) };
        let level = about.level(lay.document);
        let note = |(nth, x): (usize, i32)| (x, Note { about: about.clone(), voices, level, nth, dots });
        standing.extend(columns.into_iter().enumerate().map(note));
    }
    // Stable: within a column they stand as in the document.
    standing.sort_by_key(|(x, _)| *x);
    standing
}

/// Barriers, the worst first; returns the lane's height.
pub(super) fn barriers(lay: &mut Lay<'_>, top: f32) -> f32 {
    let here = lay.document.barriers.iter().map(|it| (About::Barrier(Same::of(it)), barrier_columns(lay, it)));
    let mut standing = standing(lay, here);
    standing.sort_by_key(|(x, note)| (*x, std::cmp::Reverse(note.about.severity())));
    stack(lay, top, standing)
}

/// Strengths; returns the lane's height.
pub(super) fn strengths(lay: &mut Lay<'_>, top: f32) -> f32 {
    let all = lay.document.strengths.iter();
    let here = all.map(|it| (About::Strength(Same::of(it)), columns_of(lay, &it.touchpoints)));
    let standing = standing(lay, here);
    stack(lay, top, standing)
}

/// Opportunities, under what they change or the barriers they close; returns the lane's height.
pub(super) fn opportunities(lay: &mut Lay<'_>, top: f32) -> f32 {
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
    let taken: BTreeSet<i32> = standing.iter().map(|(x, _)| *x).collect();
    let height = stack(lay, top, standing);
    if lay.options.invites { height.max(invites(lay, top, &taken)) } else { height }
}

/// Cards from top to bottom in each column; returns the lane's height.
fn stack(lay: &mut Lay<'_>, top: f32, standing: Standing) -> f32 {
    let mut bottom = top + LANE_PADDING;
    let (mut column, mut y) = (None, bottom);
    for (x, note) in standing {
        if column != Some(x) {
            (column, y) = (Some(x), top + LANE_PADDING);
        }
        let note = lay.know(note);
        let height = lay.kept.notes.words(note).map_or(0.0, |words| words.height);
        lay.show(note, point(x as f32, y));
        y += height + CARD_GAP;
        bottom = bottom.max(y - CARD_GAP);
    }
    bottom - top + LANE_PADDING
}

/// In the editor a barrier without a solution asks for one.
fn invites(lay: &mut Lay<'_>, top: f32, taken: &BTreeSet<i32>) -> f32 {
    let mut asked: BTreeMap<i32, Invite> = BTreeMap::new();
    for barrier in &lay.document.barriers {
        for (nth, x) in barrier_columns(lay, barrier).into_iter().enumerate() {
            if !taken.contains(&x) {
                asked.entry(x).or_insert_with(|| Invite { barrier: Same::of(barrier), nth });
            }
        }
    }
    let height = if asked.is_empty() { 0.0 } else { NOTE_HEIGHT + 2.0 * LANE_PADDING };
    for (x, invite) in asked {
        let invite = lay.know(invite);
        lay.show(invite, point(x as f32, top + LANE_PADDING));
    }
    height
}

/// Asks for a solution to a barrier.
#[derive(PartialEq, Eq, Hash)]
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
