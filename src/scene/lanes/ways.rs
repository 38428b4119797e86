//! Transitions between cards: smooth arrows, arcs over the first row, loops back below, runs between rows; and losses.
//!
//! A way never passes behind a card where it can go between rows. Its thickness follows its share.

use std::collections::{BTreeSet, HashMap};

use super::cards::Rows;
use crate::analysis::share::Shares;
use crate::i18n::number::{number, percent};
use crate::model::{End, Subject, Transition};
use crate::scene::geometry::{Path, PathVerb, Point, Rect, point, rect};
use crate::scene::grid::{Grid, Spot};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::{HitTarget, Paint, Stroke};
use crate::scene::style::{self, CARD_WIDTH, COLUMN_GAP};
use crate::scene::text::Align;
use crate::scene::theme::Color;

/// From a card's edge to where its arrows begin and end.
const CLEARANCE: f32 = 3.0;
/// The length of an arrow's head.
const HEAD: f32 = 7.0;
/// How round the corners of a run between rows are.
const CORNER: f32 = 9.0;
/// The longest arc over the first row, in columns.
const LONGEST_ARC: usize = 4;
/// Shares from here on count as everybody and are not labelled.
const EVERYBODY: f64 = 0.995;

/// How a transition is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Route {
    /// A smooth arrow from side to side; nothing stands between.
    Direct,
    /// An arc over the first row.
    Over,
    /// A loop back below; nothing stands there.
    Under,
    /// Forward between two rows: below this row.
    Between(usize),
    /// Back between two rows: below this row.
    Back(usize),
    /// To another row of the same column.
    Beside,
}

fn route(grid: &Grid, from: Spot, to: Spot) -> Route {
    let height = |column: usize| grid.slots.get(column).map_or(0, |slot| slot.column.touchpoints.len());
    if from.column == to.column {
        return Route::Beside;
    }
    if to.column > from.column {
        let free = from.row == to.row && (from.column + 1..to.column).all(|column| height(column) <= from.row);
        return if to.column == from.column + 1 || free {
            Route::Direct
        } else if from.row == 0 && to.row == 0 && to.column - from.column <= LONGEST_ARC {
            Route::Over
        } else {
            Route::Between(to.row.saturating_sub(1))
        };
    }
    let free = from.row == to.row && (to.column..=from.column).all(|column| height(column) <= from.row + 1);
    if free { Route::Under } else { Route::Back(from.row) }
}

/// What the rows must leave room for.
pub(super) struct Needs {
    /// Whether some way arches over the first row.
    pub(super) arcs: bool,
    /// Rows below which something leaves, loops or runs.
    pub(super) wide_below: BTreeSet<usize>,
}

/// What ways and losses need between rows.
pub(super) fn needs(lay: &Lay<'_>, shares: &Shares) -> Needs {
    let mut needs = Needs { arcs: false, wide_below: BTreeSet::new() };
    for (_, from, to) in ways(lay) {
        match route(&lay.grid, from, to) {
            Route::Over => needs.arcs = true,
            Route::Under => {
                needs.wide_below.insert(from.row);
            }
            Route::Back(row) => {
                needs.wide_below.insert(row);
            }
            Route::Direct | Route::Between(_) | Route::Beside => {}
        }
    }
    needs.wide_below.extend(lost(lay, shares).into_iter().map(|(spot, _)| spot.row));
    needs
}

/// The transitions both of whose ends stand on the map.
fn ways<'a>(lay: &'a Lay<'_>) -> Vec<(&'a std::sync::Arc<Transition>, Spot, Spot)> {
    let ends = |transition: &'a std::sync::Arc<Transition>| {
        let (from, to) = (lay.grid.spot(&transition.from)?, lay.grid.spot(&transition.to)?);
        (from != to).then_some((transition, from, to))
    };
    lay.journey.transitions.iter().filter_map(ends).collect()
}

/// Where customers leave, with the share of those who do.
fn lost(lay: &Lay<'_>, shares: &Shares) -> Vec<(Spot, f64)> {
    let leaving: BTreeSet<_> = lay.journey.transitions.iter().map(|transition| &transition.from).collect();
    let lost = |touchpoint: &std::sync::Arc<crate::model::Touchpoint>| {
        let share = shares.rest(&touchpoint.id)?.lost;
        let said = leaving.contains(&touchpoint.id) || touchpoint.end == End::Lost;
        (said && share >= 0.005).then_some((lay.grid.spot(&touchpoint.id)?, share))
    };
    lay.journey.touchpoints.iter().filter_map(lost).collect()
}

/// All transitions, behind the cards.
pub(super) fn transitions(lay: &mut Lay<'_>, rows: &Rows, shares: &Shares) {
    let drawn: Vec<(Transition, Spot, Spot)> =
        ways(lay).into_iter().map(|(transition, from, to)| (Transition::clone(transition), from, to)).collect();
    let mut labels: HashMap<usize, Vec<Rect>> = HashMap::new();
    for (transition, from, to) in drawn {
        let route = route(&lay.grid, from, to);
        let (start, end) = (rows.card(from.row, lay.grid.x(from.column)), rows.card(to.row, lay.grid.x(to.column)));
        let line = line(route, rows, (start, end));
        let share = shares.way(&transition.id).unwrap_or(0.0);
        way(lay, (&transition, share), line, labels.entry(from.column).or_default());
    }
}

/// A drawn way: its path, where its head points, where its label may stand.
struct Line {
    path: Path,
    tip: Point,
    heading: (f32, f32),
    label_at: Vec<Point>,
    back: bool,
    /// Whether there is room for the reason beside the share.
    roomy: bool,
    hit: Rect,
}

fn line(route: Route, rows: &Rows, (start, end): (Rect, Rect)) -> Line {
    let (from_y, to_y) = (start.y + start.height / 2.0, end.y + end.height / 2.0);
    let begin = point(start.right() + CLEARANCE, from_y);
    let tip = point(end.x - CLEARANCE, to_y);
    let below = |row: usize| {
        let bottom = rows.card(row, 0.0).bottom();
        let next = rows.tops.get(row + 1).copied().unwrap_or(rows.bottom);
        f32::midpoint(bottom, next)
    };
    match route {
        Route::Direct => direct(begin, tip),
        Route::Over => arc(
            point(start.center().x + 12.0, start.y - CLEARANCE),
            point(end.center().x - 12.0, end.y - CLEARANCE),
            -1.0,
        ),
        Route::Under => {
            let (from, to) =
                (point(start.center().x, start.bottom() + CLEARANCE), point(end.center().x, end.bottom() + CLEARANCE));
            arc(from, to, 1.0)
        }
        Route::Between(row) => {
            let y = below(row);
            let (out, into) = (begin.x + COLUMN_GAP * 0.25, tip.x - COLUMN_GAP * 0.4);
            let corners = [begin, point(out, from_y), point(out, y), point(into, y), point(into, to_y), tip];
            run(&corners, (1.0, 0.0), false)
        }
        Route::Back(row) => {
            let y = below(row);
            let from = point(start.center().x, start.bottom() + CLEARANCE);
            if (end.y - start.y).abs() < 1.0 {
                let tip = point(end.center().x, end.bottom() + CLEARANCE);
                run(&[from, point(from.x, y), point(tip.x, y), tip], (0.0, -1.0), true)
            } else {
                let into = tip.x - COLUMN_GAP * 0.4;
                run(&[from, point(from.x, y), point(into, y), point(into, to_y), tip], (1.0, 0.0), true)
            }
        }
        Route::Beside => beside(start, end),
    }
}

fn direct(begin: Point, tip: Point) -> Line {
    let reach = ((tip.x - begin.x) * 0.5).max(12.0);
    let stop = point(tip.x - HEAD + 1.0, tip.y);
    let controls = (point(begin.x + reach, begin.y), point(stop.x - reach, stop.y));
    let along = |t: f32| cubic_at([begin, controls.0, controls.1, stop], t);
    // On a steep way the label stands on the line, on a level one above it.
    let lift = if (begin.y - tip.y).abs() > 40.0 { 0.0 } else { 10.0 };
    let label_at = [0.5, 0.35, 0.65, 0.22, 0.8].map(|t| {
        let place = along(t);
        point(place.x, place.y - lift)
    });
    let verbs = vec![PathVerb::Move(begin), PathVerb::Cubic(controls.0, controls.1, stop)];
    let hit = rect(begin.x, begin.y.min(tip.y) - 8.0, tip.x - begin.x, (begin.y - tip.y).abs() + 16.0);
    Line { path: Path { verbs }, tip, heading: (1.0, 0.0), label_at: label_at.to_vec(), back: false, roomy: false, hit }
}

/// An arc that leaves and arrives upright; `side` is −1 above, +1 below.
fn arc(from: Point, tip: Point, side: f32) -> Line {
    let span = (tip.x - from.x).abs();
    let outer = if side < 0.0 { from.y.min(tip.y) } else { from.y.max(tip.y) };
    let reach = outer + side * (30.0 + (span / 24.0).min(14.0));
    let stop = point(tip.x, tip.y + side * (HEAD - 1.0));
    let verbs = vec![PathVerb::Move(from), PathVerb::Cubic(point(from.x, reach), point(tip.x, reach), stop)];
    let middle = cubic_at([from, point(from.x, reach), point(tip.x, reach), stop], 0.5);
    let hit = rect(middle.x - 30.0, middle.y - 9.0, 60.0, 18.0);
    Line {
        path: Path { verbs },
        tip,
        heading: (0.0, -side),
        label_at: vec![middle],
        back: side > 0.0,
        roomy: true,
        hit,
    }
}

/// A run along straight pieces with round corners; its label stands on its longest level piece.
fn run(corners: &[Point], heading: (f32, f32), back: bool) -> Line {
    let mut corners = corners.to_vec();
    let tip = corners.last().copied().unwrap_or_default();
    if let Some(last) = corners.last_mut() {
        *last = point(tip.x - heading.0 * (HEAD - 1.0), tip.y - heading.1 * (HEAD - 1.0));
    }
    let level = corners.windows(2).filter_map(|pair| match pair {
        [a, b] if (a.y - b.y).abs() < 0.5 => Some((*a, *b)),
        _ => None,
    });
    let longest = level.max_by(|(a, b), (c, d)| (a.x - b.x).abs().total_cmp(&(c.x - d.x).abs()));
    let middle = longest.map_or(tip, |(a, b)| point(f32::midpoint(a.x, b.x), a.y));
    let hit = rect(middle.x - 30.0, middle.y - 8.0, 60.0, 16.0);
    Line { path: rounded(&corners), tip, heading, label_at: vec![middle], back, roomy: true, hit }
}

fn beside(start: Rect, end: Rect) -> Line {
    let down = end.y > start.y;
    let gap = if down { end.y - start.bottom() } else { start.y - end.bottom() };
    if gap < style::WIDE_ROW_GAP + 1.0 {
        let x = start.center().x + if down { -16.0 } else { 16.0 };
        let (from, tip, heading) = if down {
            (point(x, start.bottom() + CLEARANCE), point(x, end.y - CLEARANCE), (0.0, 1.0))
        } else {
            (point(x, start.y - CLEARANCE), point(x, end.bottom() + CLEARANCE), (0.0, -1.0))
        };
        let stop = point(tip.x, tip.y - heading.1 * (HEAD - 1.0));
        let middle = point(x + 22.0, f32::midpoint(from.y, tip.y));
        let hit = rect(x - 10.0, from.y.min(tip.y), 20.0, (from.y - tip.y).abs());
        return Line {
            path: Path::polyline(&[from, stop]),
            tip,
            heading,
            label_at: vec![middle],
            back: false,
            roomy: false,
            hit,
        };
    }
    let (from, tip) =
        (point(start.right() + CLEARANCE, start.center().y), point(end.right() + CLEARANCE, end.center().y));
    let reach = from.x + COLUMN_GAP * 0.75;
    let stop = point(tip.x + HEAD - 1.0, tip.y);
    let verbs = vec![PathVerb::Move(from), PathVerb::Cubic(point(reach, from.y), point(reach, tip.y), stop)];
    let middle = point(from.x + COLUMN_GAP * 0.5, f32::midpoint(from.y, tip.y));
    let hit = rect(middle.x - 12.0, middle.y - 20.0, 24.0, 40.0);
    Line { path: Path { verbs }, tip, heading: (-1.0, 0.0), label_at: vec![middle], back: false, roomy: false, hit }
}

/// The place on a cubic curve at `t`, by de Casteljau's steps.
fn cubic_at(points: [Point; 4], t: f32) -> Point {
    let mix = |from: Point, to: Point| point(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
    let [start, first, second, end] = points;
    let (left, middle, right) = (mix(start, first), mix(first, second), mix(second, end));
    mix(mix(left, middle), mix(middle, right))
}

/// Straight pieces joined by quarter turns.
fn rounded(corners: &[Point]) -> Path {
    let mut verbs = Vec::with_capacity(corners.len() * 2);
    let toward = |from: Point, to: Point, by: f32| {
        let length = (to.x - from.x).hypot(to.y - from.y);
        if length <= f32::EPSILON {
            from
        } else {
            point(from.x + (to.x - from.x) / length * by, from.y + (to.y - from.y) / length * by)
        }
    };
    for (index, place) in corners.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| corners.get(index));
        match (before, corners.get(index + 1)) {
            (None, _) => verbs.push(PathVerb::Move(*place)),
            (Some(_), None) => verbs.push(PathVerb::Line(*place)),
            (Some(before), Some(after)) => {
                let length = |other: &Point| (other.x - place.x).hypot(other.y - place.y) / 2.0;
                let round = CORNER.min(length(before)).min(length(after));
                verbs.push(PathVerb::Line(toward(*place, *before, round)));
                verbs.push(PathVerb::Quad(*place, toward(*place, *after, round)));
            }
        }
    }
    Path { verbs }
}

fn way(lay: &mut Lay<'_>, (transition, share): (&Transition, f64), line: Line, labels: &mut Vec<Rect>) {
    let theme = lay.theme;
    let width = 1.4 + 2.2 * share.clamp(0.0, 1.0) as f32;
    let (color, ink, stroke): (Color, Color, Stroke) = if line.back {
        (theme.negative, theme.negative_text, dashed(theme.negative, 1.8, (5.0, 4.0)))
    } else {
        (theme.flow, theme.mute, solid(theme.flow, width))
    };
    let subject = Subject::Transition(lay.journey.id.clone(), transition.id.clone());
    let mut pen = Pen::body().hit(line.hit, HitTarget::Subject(subject), sentence(lay, transition));
    pen.line(line.path, stroke);
    pen.solid(head(line.tip, line.heading), color);
    let words = label(lay, transition, line.roomy);
    if !words.is_empty() {
        let text = lay.shaper.shape(&words, style::SHARE, None, Align::Left);
        let (pad, height) = if line.roomy { (7.0, 17.0) } else { (1.0, 12.0) };
        let area =
            |at: &Point| rect(at.x - text.width / 2.0 - pad, at.y - height / 2.0, text.width + 2.0 * pad, height);
        let free = line.label_at.iter().map(area).find(|area| !labels.iter().any(|taken| taken.intersects(*area)));
        if let Some(area) = free.or_else(|| line.label_at.first().map(area)) {
            if line.roomy {
                pen.rect(area, 8.5, Some(theme.background), Some(solid(ink, 1.0)));
            } else {
                pen.halo(area, theme.background);
            }
            pen.text(point(area.x + pad, area.y + (height - text.height) / 2.0), text, ink);
            labels.push(area);
        }
    }
    lay.put(pen);
}

/// The share where it is typed and says something; with the reason where there is room.
fn label(lay: &Lay<'_>, transition: &Transition, roomy: bool) -> String {
    let share =
        transition.share.filter(|share| *share < EVERYBODY).map(|share| percent(share, lay.document.info.language));
    let reason = if roomy { transition.reason.trim() } else { "" };
    [reason, share.as_deref().unwrap_or("")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn sentence(lay: &Lay<'_>, transition: &Transition) -> String {
    let title = |id| lay.journey.touchpoints.get(id).map_or(String::new(), |touchpoint| touchpoint.title.clone());
    let mut sentence = format!("{} → {}", title(&transition.from), title(&transition.to));
    if let Some(share) = transition.share {
        sentence.push_str(", ");
        sentence.push_str(&percent(share, lay.document.info.language));
    }
    if !transition.reason.trim().is_empty() {
        sentence.push_str(", ");
        sentence.push_str(transition.reason.trim());
    }
    sentence
}

fn head(tip: Point, (dx, dy): (f32, f32)) -> Path {
    const HALF: f32 = 4.2;
    let base = point(tip.x - dx * HEAD, tip.y - dy * HEAD);
    Path::polygon(&[tip, point(base.x - dy * HALF, base.y + dx * HALF), point(base.x + dy * HALF, base.y - dx * HALF)])
}

/// Fading arrows out of the map where customers leave.
pub(super) fn losses(lay: &mut Lay<'_>, rows: &Rows, shares: &Shares) {
    for (spot, share) in lost(lay, shares) {
        let card = rows.card(spot.row, lay.grid.x(spot.column));
        let (x, top) = (card.x + CARD_WIDTH * 0.22, card.bottom() + 1.0);
        let tip = top + 34.0;
        let arrow = Path::polygon(&[
            point(x - 5.0, top),
            point(x + 5.0, top),
            point(x + 5.0, tip - 10.0),
            point(x + 10.0, tip - 10.0),
            point(x, tip),
            point(x - 10.0, tip - 10.0),
            point(x - 5.0, tip - 10.0),
        ]);
        let mut pen = Pen::body();
        pen.fill(arrow, Paint::Vertical(lay.theme.negative.fade(0.75), lay.theme.negative.fade(0.12)));
        let language = lay.document.info.language;
        let figure = number(-share * 100.0, 0, language);
        let unit = if language == crate::model::Language::Ru { "\u{a0}%" } else { "%" };
        let text = lay.shaper.shape(&format!("{figure}{unit}"), style::LOSS, None, Align::Left);
        pen.text(point(x + 14.0, top + 8.0), text, lay.theme.negative_text);
        lay.put(pen);
    }
}
