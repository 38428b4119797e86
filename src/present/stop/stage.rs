//! A stage, or touchpoints picked together: cards with arrows, the curve below them, the worst barrier at the bottom.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cards::{self, Card};
use super::desk::{Desk, Type};
use super::feel::{Plot, Spot, Words, draw as draw_curve};
use super::frame;
use super::rows;
use super::units::{self, Parts, Row, Unit};
use crate::analysis::graph::touchpoints_in_order;
use crate::model::{Stage, Touchpoint, TouchpointId};
use crate::scene::{Rect, rect};

/// The least room for a curve.
const LEAST_CURVE: f32 = 250.0;
/// The radius of a face on the curve.
const FACE: f32 = 34.0;

/// A part of such a stop.
pub(super) enum Part {
    /// Cards side by side.
    Cards(Vec<Arc<Touchpoint>>),
    /// Touchpoints off the path, in columns.
    Others(Vec<Vec<Unit>>),
}

/// The most touchpoints off the path that stand beside those on it; more of them get parts of their own.
const MOST_AMONG: usize = 4;

/// The touchpoints of a stage: those on the path in its order, a few others behind them, and more of those apart.
fn of_stage(desk: &Desk<'_>, stage: Stage) -> (Vec<Arc<Touchpoint>>, Vec<Arc<Touchpoint>>) {
    let here = |touchpoint: &Touchpoint| desk.journey.stage_of(touchpoint) == Some(stage);
    let on_path = desk.path.iter().filter_map(|id| desk.journey.touchpoints.get(id));
    let mut main: Vec<Arc<Touchpoint>> = on_path.filter(|touchpoint| here(touchpoint)).cloned().collect();
    let passed: BTreeSet<TouchpointId> = main.iter().map(|touchpoint| touchpoint.id.clone()).collect();
    let all = touchpoints_in_order(desk.journey).into_iter().filter(|touchpoint| here(touchpoint));
    let off: Vec<Arc<Touchpoint>> = all.filter(|it| !passed.contains(&it.id)).cloned().collect();
    if main.is_empty() {
        return (off, Vec::new());
    }
    if off.len() > MOST_AMONG {
        return (main, off);
    }
    main.extend(off);
    (main, Vec::new())
}

/// The parts of a stage.
pub(super) fn parts(desk: &mut Desk<'_>, stage: Stage) -> Vec<Part> {
    let (main, others) = of_stage(desk, stage);
    let room = frame::stage_room(desk, stage);
    let mut parts = card_parts(desk, &main, room.width);
    let units = others.iter().map(|touchpoint| Unit::Row(rows::touchpoint(desk, touchpoint))).collect();
    parts.extend(other_parts(desk, units, room).into_iter().filter(|part| !part.is_empty()).map(Part::Others));
    parts
}

/// The parts of touchpoints picked together.
pub(super) fn selection_parts(desk: &mut Desk<'_>, picked: &[TouchpointId]) -> Vec<Part> {
    let picked: Vec<Arc<Touchpoint>> =
        picked.iter().filter_map(|id| desk.journey.touchpoints.get(id)).cloned().collect();
    let width = desk.safe().width;
    card_parts(desk, &picked, width)
}

/// How many columns rows stand in.
pub(super) fn columns(desk: &Desk<'_>) -> usize {
    if desk.safe().width / desk.scale() > 1500.0 { 2 } else { 1 }
}

fn other_parts(desk: &mut Desk<'_>, units: Vec<Unit>, room: Rect) -> Parts {
    let heading = desk.style(Type::Body).line_height + 20.0;
    let count = columns(desk);
    units::pack(desk, units, (room.width, room.height - heading), count)
}

/// As many cards a part as stand side by side without breaking a word, the parts about equally full.
fn card_parts(desk: &mut Desk<'_>, touchpoints: &[Arc<Touchpoint>], width: f32) -> Vec<Part> {
    let most = cards::most(desk, width, touchpoints);
    let count = touchpoints.len().div_ceil(most).max(1);
    let mut rest = touchpoints;
    let mut parts = Vec::new();
    for index in 0..count {
        let take = rest.len().div_ceil(count - index);
        let (part, after) = rest.split_at(take);
        rest = after;
        parts.push(Part::Cards(part.to_vec()));
    }
    parts
}

/// Draws a part below its header.
pub(super) fn draw(desk: &mut Desk<'_>, part: &Part, room: Rect) {
    match part {
        Part::Cards(touchpoints) => draw_cards(desk, touchpoints, room),
        Part::Others(columns) => {
            let count = self::columns(desk);
            let heading = desk.texts.get("stop-other-ways");
            let heading = desk.line(&heading, Type::Body, room.width);
            let height = heading.height + 20.0;
            let mut pen = crate::scene::pen::Pen::body();
            pen.text(crate::scene::point(room.x, room.y), heading, desk.theme.mute);
            desk.put(pen);
            let room = rect(room.x, room.y + height, room.width, room.height - height);
            units::draw(desk, columns, room, count);
        }
    }
}

/// Draws the touchpoints side by side with their curve and the worst barrier.
pub(super) fn draw_cards(desk: &mut Desk<'_>, touchpoints: &[Arc<Touchpoint>], room: Rect) {
    if touchpoints.is_empty() {
        return;
    }
    let felt = has_feelings(desk, touchpoints);
    if desk.options.curve_only && felt {
        let spots = cards::places(desk, room, touchpoints);
        return curve(desk, touchpoints, (&spots, room));
    }
    let spots = cards::places(desk, room, touchpoints);
    let (barrier, felt) = what_fits(desk, touchpoints, (&spots, room), felt);
    let barrier_height = barrier.as_ref().map_or(0.0, |row| barrier_height(desk, row, room));
    let least = if felt { LEAST_CURVE + 26.0 } else { 0.0 };
    let most = (room.height - barrier_height - least).max(160.0);
    // More than the title is said only where all of it fits and leaves the curve enough room.
    let rich = Card { most: if felt { (most - 90.0).max(160.0) } else { most }, full: true };
    let full = !felt || cards::fit(desk, touchpoints, (&spots, rich));
    let card = if full { rich } else { Card { most, full } };
    let bottom = cards::draw(desk, touchpoints, (&spots, room.y), card);
    let barrier_top = room.bottom() - barrier_height + 26.0;
    if let Some(row) = barrier {
        let at = rect(room.x, barrier_top, room.width, barrier_height - 26.0);

        units::draw_one(desk, &Unit::Row(row), at, room.height * 0.3);
    }
    if felt {
        let top = bottom + 22.0;
        let area = rect(room.x, top, room.width, room.bottom() - barrier_height - top);
        curve(desk, touchpoints, (&spots, area));
    }
}

fn barrier_height(desk: &mut Desk<'_>, row: &Row, room: Rect) -> f32 {
    units::height_of(desk, &Unit::Row(row.clone()), (room.width, room.height * 0.3)) + 26.0
}

/// What stands below the cards without cutting their titles: the worst barrier and the curve, the curve, or nothing.
fn what_fits(
    desk: &mut Desk<'_>,
    touchpoints: &[Arc<Touchpoint>],
    (spots, room): (&[Rect], Rect),
    felt: bool,
) -> (Option<Row>, bool) {
    let barrier = rows::worst_barrier(desk, touchpoints);
    let below = barrier.as_ref().map_or(0.0, |row| barrier_height(desk, row, room));
    let curve = if felt { LEAST_CURVE + 26.0 } else { 0.0 };
    let mut fits = |below: f32| cards::fit(desk, touchpoints, (spots, Card { most: room.height - below, full: false }));
    if fits(below + curve) {
        return (barrier, felt);
    }
    if felt && fits(curve) {
        return (None, true);
    }
    (barrier.filter(|_| fits(below)), false)
}

fn has_feelings(desk: &Desk<'_>, touchpoints: &[Arc<Touchpoint>]) -> bool {
    let Some(persona) = desk.personas.first() else { return false };
    touchpoints.iter().any(|touchpoint| touchpoint.feeling(&persona.id).is_some_and(|felt| felt.emotion.is_some()))
}

fn curve(desk: &mut Desk<'_>, touchpoints: &[Arc<Touchpoint>], (places, area): (&[Rect], Rect)) {
    let pitch = places.first().map_or(400.0, |place| place.width) + 80.0;
    let spot = |touchpoint: &Arc<Touchpoint>, x: f32| {
        let on_path = desk.path.is_empty() || desk.is_on_path(&touchpoint.id);
        Spot { touchpoint: Arc::clone(touchpoint), x, on_path }
    };
    let spots: Vec<Spot> =
        touchpoints.iter().zip(places).map(|(touchpoint, place)| spot(touchpoint, place.center().x)).collect();
    // The curve goes on to where the whole way goes; behind the last card on the path it leaves those off it alone.
    let last = spots.iter().rfind(|spot| spot.on_path);
    let behind = last.filter(|last| spots.last().is_some_and(|end| end.x > last.x));
    let end = behind.map_or(area.right(), |last| last.x + pitch * 0.42);
    let beside = |step: isize| if step < 0 { area.x - pitch / 2.0 } else { end + pitch / 2.0 };
    let neighbour = |from: Option<&Spot>, step: isize| {
        let from = from?;
        let place = desk.path.iter().position(|id| *id == from.touchpoint.id)?;
        let next = desk.path.get(place.checked_add_signed(step)?)?;
        let touchpoint = desk.journey.touchpoints.get(next)?;
        Some(spot(touchpoint, beside(step)))
    };
    let beyond = [neighbour(spots.iter().find(|spot| spot.on_path), -1), neighbour(last, 1)];
    let plot = Plot {
        area,
        lines: (area.x, end),
        named: None,
        words: Words::Feeling,
        beyond,
        face: FACE,
        pad: (desk.style(Type::Statement).line_height + FACE).min(area.height * 0.26),
        wide: (pitch - 40.0).min(460.0 * desk.scale()),
        spots,
    };
    draw_curve(desk, &plot);
}
