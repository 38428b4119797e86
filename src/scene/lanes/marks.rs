//! Small marks on cards and their legend: evidence, moment of truth, goal, number of barriers.

use std::sync::Arc;

use crate::analysis::evidence::Level;
use crate::model::Subject;
use crate::scene::geometry::{Path, PathVerb, Point, Rect, point, rect};
use crate::scene::icon::Icon;
use crate::scene::map::{LANE_PLANE, Lay};
use crate::scene::pen::{Pen, solid};
use crate::scene::style;
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::{Color, Theme};

/// The radius of an evidence mark.
const EVIDENCE: f32 = 4.2;

/// The mark of evidence on the map.
pub(super) fn evidence(pen: &mut Pen, center: Point, level: Level, color: Color) {
    evidence_ring(pen, (center, EVIDENCE), level, color);
}

/// A ring: empty for a hypothesis, half for partial, full for researched.
pub(crate) fn evidence_ring(pen: &mut Pen, (center, radius): (Point, f32), level: Level, color: Color) {
    match level {
        Level::Hypothesis => {}
        Level::Partial => pen.solid(left_half(center, radius), color),
        Level::Researched => pen.circle(center, radius, Some(color), None),
    }
    pen.circle(center, radius, None, Some(solid(color, radius * 1.2 / EVIDENCE)));
}

/// The left half of a disc.
fn left_half(center: Point, radius: f32) -> Path {
    /// Control points of a quarter circle, in radii.
    const REACH: f32 = 0.552_285;
    let at = |x: f32, y: f32| point(center.x + x * radius, center.y + y * radius);
    let verbs = vec![
        PathVerb::Move(at(0.0, -1.0)),
        PathVerb::Cubic(at(-REACH, -1.0), at(-1.0, -REACH), at(-1.0, 0.0)),
        PathVerb::Cubic(at(-1.0, REACH), at(-REACH, 1.0), at(0.0, 1.0)),
        PathVerb::Close,
    ];
    Path { verbs }
}

/// A filled star around a place.
pub(super) fn star(pen: &mut Pen, center: Point, color: Color) {
    pen.solid(Icon::Star.placed(point(center.x - 7.0, center.y - 7.0), 14.0), color);
}

/// A target around a place: the customer has reached what the journey is for.
pub(super) fn goal(pen: &mut Pen, center: Point, color: Color) {
    pen.icon(Icon::Target, (point(center.x - 7.0, center.y - 7.0), 14.0), color);
}

/// A number on a badge.
pub(super) fn figure(lay: &mut Lay<'_>, number: impl std::fmt::Display) -> Arc<ShapedText> {
    lay.shaper.shape(&number.to_string(), style::BADGE, None, Align::Left)
}

/// A round badge with the number of barriers; its middle is `center`.
pub(super) fn barriers(pen: &mut Pen, center: Point, (figure, theme): (&Arc<ShapedText>, &Theme)) {
    let width = (figure.width + 9.0).max(16.0);
    pen.rect(rect(center.x - width / 2.0, center.y - 8.0, width, 16.0), 8.0, Some(theme.negative_text), None);
    pen.text(point(center.x - figure.width / 2.0, center.y - 7.0), Arc::clone(figure), theme.card);
}

/// The dots that something got in the last vote whose result was shown.
pub(super) fn dots(lay: &Lay<'_>, choice: impl FnOnce() -> Subject) -> u32 {
    let workshop = &lay.document.workshop;
    if workshop.votes.is_empty() { 0 } else { workshop.dots(&choice()).unwrap_or(0) }
}

/// What to say of dots.
pub(super) fn votes_said(lay: &Lay<'_>, dots: u32) -> String {
    lay.texts.with("map-votes-count", &[("dots", dots.into())])
}

/// The dots that a card got, on the right end of its upper edge: a pill with a dot and a number.
pub(super) fn votes(card: Rect, (figure, theme): (&Arc<ShapedText>, &Theme)) -> Pen {
    let mut pen = Pen::body();
    let right_middle = point(card.right() - 8.0, card.y - 1.0);
    let width = figure.width + 23.0;
    let left = right_middle.x - width;
    pen.rect(rect(left, right_middle.y - 8.0, width, 16.0), 8.0, Some(theme.accent), None);
    pen.circle(point(left + 9.0, right_middle.y), 3.2, Some(theme.on_accent), None);
    pen.text(point(left + 15.0, right_middle.y - 7.0), Arc::clone(figure), theme.on_accent);
    pen
}

/// The badge's dot alone: the legend has no room for a number.
fn votes_legend(lay: &Lay<'_>, pen: &mut Pen, center: Point) {
    pen.rect(rect(center.x - 8.0, center.y - 6.0, 16.0, 12.0), 6.0, Some(lay.theme.accent), None);
    pen.circle(center, 2.6, Some(lay.theme.on_accent), None);
}

/// Whether any result of a vote is shown.
fn has_votes(lay: &Lay<'_>) -> bool {
    let shown = lay.document.workshop.votes.iter().filter(|vote| vote.revealed);
    shown.flat_map(|vote| &vote.results).any(|(_, dots)| *dots > 0)
}

/// What the marks mean, below the lane's name; returns where it ends.
pub(super) fn legend(lay: &mut Lay<'_>, top: f32) -> f32 {
    let mut y = top + 14.0;
    let mut pen = Pen::on(LANE_PLANE);
    let goals = lay.journey.touchpoints.iter().any(|touchpoint| touchpoint.goal);
    for (key, shown) in [
        ("map-moment-of-truth", true),
        ("map-goal", goals),
        ("map-researched", true),
        ("map-partial", true),
        ("map-hypothesis", true),
        ("map-votes", has_votes(lay)),
    ] {
        if !shown {
            continue;
        }
        let words = lay.shaper.shape(&lay.texts.get(key), style::LANE_NOTE, Some(style::LANE_TEXT - 20.0), Align::Left);
        let center = point(style::MARGIN + 7.0, y + 7.5);
        match key {
            "map-moment-of-truth" => star(&mut pen, center, lay.theme.star),
            "map-goal" => goal(&mut pen, center, lay.theme.positive),
            "map-researched" => evidence(&mut pen, center, Level::Researched, lay.theme.mute),
            "map-votes" => votes_legend(lay, &mut pen, center),
            "map-partial" => evidence(&mut pen, center, Level::Partial, lay.theme.mute),
            _ => evidence(&mut pen, center, Level::Hypothesis, lay.theme.mute),
        }
        let height = words.height;
        pen.text(point(style::MARGIN + 20.0, y), words, lay.theme.mute);
        y += height + 4.0;
    }
    if lay.journey.transitions.iter().any(|transition| transition.share.is_some()) {
        let words =
            lay.shaper.shape(&lay.texts.get("map-shares"), style::LANE_NOTE, Some(style::LANE_TEXT), Align::Left);
        let height = words.height;
        pen.text(point(style::MARGIN, y + 6.0), words, lay.theme.mute);
        y += height + 6.0;
    }
    lay.put(pen);
    y
}
