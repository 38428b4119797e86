//! The touchpoint lane: cards in columns and rows, with the transitions between them.

use std::collections::HashMap;
use std::sync::Arc;

use super::bands;
use super::marks;
use super::ways::{self, Plan};
use crate::analysis::evidence::level;
use crate::analysis::graph::JourneyGraph;
use crate::analysis::share::Shares;
use crate::i18n::number::{percent, signed};
use crate::model::{End, Lane, Stage, Subject, Touchpoint, TouchpointId};
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::icon::Icon;
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_HEIGHT, CARD_WIDTH, LANE_PADDING, ROW_GAP};
use crate::scene::text::{Align, ShapedText};

/// From a card's left edge to its text.
const TEXT_LEFT: f32 = 12.0;

/// A small picture on a card.
const PICTURE: (f32, f32) = (38.0, 30.0);
/// Between two of them.
const PICTURE_GAP: f32 = 4.0;
/// As many of them stand on a card; of more, the last place says how many.
const MOST_PICTURES: usize = 3;

/// Where rows of cards stand from top to bottom.
pub(super) struct Rows {
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
    let barriers = barrier_counts(lay);
    let shares = Shares::of(&JourneyGraph::of(lay.journey));
    let titles = titles(lay);
    let plan = Plan::of(lay, &shares);
    let rows = rows(lay, &titles, &plan, top);
    let name_bottom = bands::draw(lay, &rows, (top, name_bottom));
    ways::transitions(lay, &rows, (&plan, &shares));
    ways::losses(lay, &rows, &plan);
    for index in 0..lay.grid.slots.len() {
        let Some(slot) = lay.grid.slots.get(index).cloned() else { continue };
        for (place, (touchpoint, row)) in slot.column.touchpoints.iter().zip(&slot.rows).enumerate() {
            let area = rows.card(*row, slot.x);
            let title = titles.get(index).and_then(|column| column.get(place));
            let count = barriers.get(&touchpoint.id).copied().unwrap_or(0);
            if let Some(title) = title {
                card(lay, (touchpoint, slot.column.stage), area, (title, count));
            }
        }
    }
    if lay.options.invites {
        invites(lay, &rows);
    }
    (rows.bottom - top, name_bottom)
}

fn titles(lay: &mut Lay<'_>) -> Vec<Vec<Arc<ShapedText>>> {
    let untitled = lay.texts.get("map-untitled-touchpoint");
    let shaper = &mut *lay.shaper;
    let mut title = |touchpoint: &Arc<Touchpoint>| {
        let marks = u8::from(touchpoint.moment_of_truth) + u8::from(touchpoint.goal);
        let room = CARD_WIDTH - TEXT_LEFT - 10.0 - if marks > 0 { 16.0 * f32::from(marks) } else { 0.0 };
        let words = if touchpoint.title.trim().is_empty() { &untitled } else { &touchpoint.title };
        shaper.shape(words, style::CARD, Some(room), Align::Left)
    };
    lay.grid.slots.iter().map(|slot| slot.column.touchpoints.iter().map(&mut title).collect()).collect()
}

/// Row heights follow the longest title of the row; gaps widen where something leaves or loops back between rows.
fn rows(lay: &Lay<'_>, titles: &[Vec<Arc<ShapedText>>], plan: &Plan, top: f32) -> Rows {
    let count = lay.grid.rows().max(1);
    let mut heights = vec![CARD_HEIGHT; count];
    for (slot, column) in lay.grid.slots.iter().zip(titles) {
        for ((row, title), touchpoint) in slot.rows.iter().zip(column).zip(&slot.column.touchpoints) {
            let pictures = if touchpoint.pictures.is_empty() { 0.0 } else { PICTURE.1 + 10.0 };
            if let Some(height) = heights.get_mut(*row) {
                *height = height.max(title.height + 52.0 + pictures);
            }
        }
    }
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

fn barrier_counts(lay: &Lay<'_>) -> HashMap<TouchpointId, usize> {
    let mut counts = HashMap::new();
    for barrier in &lay.document.barriers {
        for touchpoint in &barrier.touchpoints {
            *counts.entry(touchpoint.clone()).or_insert(0) += 1;
        }
    }
    counts
}

fn card(
    lay: &mut Lay<'_>,
    (touchpoint, stage): (&Arc<Touchpoint>, Stage),
    area: Rect,
    (title, barriers): (&Arc<ShapedText>, usize),
) {
    let theme = lay.theme;
    let subject = Subject::Touchpoint(lay.journey.id.clone(), touchpoint.id.clone());
    let mut label = sentence(lay, touchpoint, stage, barriers);
    let mut votes = Pen::body();
    if let Some(said) = marks::votes(lay, &mut votes, area, &subject) {
        label = format!("{label}, {said}");
    }
    let mut pen = Pen::body().hit(area, HitTarget::Subject(subject), label);
    pen.rect(area, 10.0, Some(theme.card), Some(solid(theme.card_line, 1.0)));
    let edge = theme.stages.get(stage.index()).copied().unwrap_or(theme.accent);
    pen.rect(rect(area.x, area.y + 14.0, 3.0, area.height - 28.0), 1.5, Some(edge), None);
    let ink = if touchpoint.title.trim().is_empty() { theme.mute } else { theme.ink };
    pen.text(point(area.x + TEXT_LEFT, area.y + 11.0), Arc::clone(title), ink);
    let mut mark_x = area.right() - 15.0;
    if touchpoint.moment_of_truth {
        marks::star(&mut pen, point(mark_x, area.y + 16.0), theme.star);
        mark_x -= 18.0;
    }
    if touchpoint.goal {
        marks::goal(&mut pen, point(mark_x, area.y + 16.0), theme.positive);
    }
    let line = area.bottom() - 16.0;
    pictures(lay, &mut pen, touchpoint, point(area.x + TEXT_LEFT, line - 14.0 - PICTURE.1));
    let level = level(lay.document, &touchpoint.evidence);
    marks::evidence(&mut pen, point(area.right() - 14.0, line), level, theme.mute);
    let mut right = area.right() - 24.0;
    if barriers > 0 {
        marks::barriers(lay, &mut pen, point(right - 6.0, line), barriers);
        right -= 18.0;
    }
    channel(lay, &mut pen, touchpoint, (area.x + TEXT_LEFT, line, right));
    lay.put(pen);
    lay.put(votes);
}

/// The first pictures in small, and how many more there are.
fn pictures(lay: &mut Lay<'_>, pen: &mut Pen, touchpoint: &Touchpoint, left_top: Point) {
    let count = touchpoint.pictures.len();
    let shown = if count > MOST_PICTURES { MOST_PICTURES - 1 } else { count };
    let place =
        |index: usize| rect(left_top.x + index as f32 * (PICTURE.0 + PICTURE_GAP), left_top.y, PICTURE.0, PICTURE.1);
    for (index, picture) in touchpoint.pictures.iter().take(shown).enumerate() {
        pen.picture(place(index), picture, false);
        pen.rect(place(index), 0.0, None, Some(solid(lay.theme.card_line, 1.0)));
    }
    if count > shown {
        let more = place(shown);
        pen.rect(more, 4.0, Some(lay.theme.pill), None);
        let words = format!("+{}", count - shown);
        pen.label(lay.shaper, more.center(), (&words, style::SHARE), lay.theme.mute);
    }
}

/// The channel's icon and as much of its name as fits; the whole name is in the card's sentence.
fn channel(lay: &mut Lay<'_>, pen: &mut Pen, touchpoint: &Touchpoint, (left, line, right): (f32, f32, f32)) {
    let Some(channel) = touchpoint.channel.as_ref().and_then(|id| lay.document.channels.get(id)) else { return };
    pen.icon(Icon::of_channel(channel.icon), (point(left - 1.0, line - 7.0), 14.0), lay.theme.mute);
    let (name, _) = lay.shaper.shape_clipped(&channel.name, style::CHANNEL, right - left - 18.0, 1);
    pen.text(point(left + 18.0, line - 7.0), name, lay.theme.mute);
}

/// What assistive technology and tooltips say of a card.
fn sentence(lay: &Lay<'_>, touchpoint: &Touchpoint, stage: Stage, barriers: usize) -> String {
    let language = lay.document.info.language;
    let mut parts = vec![touchpoint.title.trim().to_owned(), crate::scene::header::stage_title(lay, stage)];
    if let Some(channel) = touchpoint.channel.as_ref().and_then(|id| lay.document.channels.get(id)) {
        parts.push(channel.name.clone());
    }
    for persona in &lay.personas {
        if let Some(emotion) = touchpoint.feeling(&persona.id).and_then(|feeling| feeling.emotion) {
            parts.push(format!("{} {}", persona.name, signed(emotion.points(), 1, language)));
        }
    }
    if barriers > 0 {
        parts.push(lay.texts.with("map-barrier-count", &[("count", barriers.into())]));
    }
    match touchpoint.end {
        End::None => {}
        End::Reached => parts.push(lay.texts.get("map-end-reached")),
        End::Lost => parts.push(lay.texts.get("map-end-lost")),
    }
    if let Some(start) = touchpoint.start {
        parts.push(lay.texts.with("map-starts-here", &[("share", percent(start, language).into())]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
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
