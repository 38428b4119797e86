//! Transitions between cards: smooth arrows, arcs over the first row, loops back below, runs between rows; and losses.
//!
//! A way never passes behind a card where it can go between rows. Its thickness follows its share.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::cards::Rows;
use super::labels::{Label, Manner, Taken};
use crate::analysis::share::Shares;
use crate::i18n::number::{number, percent};
use crate::model::{End, Subject, Touchpoint, Transition};
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
/// From one track to the next.
const TRACK: f32 = 20.0;
/// The most tracks of one gap; further ways share them.
const MOST_TRACKS: usize = 4;
/// Around the tracks of a gap.
const TRACKS_BELOW: f32 = 14.0;
/// What an arrow of those who leave takes.
const LOSS_ROOM: f32 = 36.0;
/// The longest arc over the first row, in columns.
const LONGEST_ARC: usize = 4;

/// Where a label may stand along its way, the best place first.
const LABEL_PLACES: [f32; 7] = [0.5, 0.36, 0.64, 0.24, 0.76, 0.14, 0.86];
/// From a card's middle to where loops leave and arrive: right of the figure of those who leave.
const LOOP_ASIDE: f32 = 30.0;

/// How a transition is drawn. Tracks keep ways apart that share a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Route {
    /// A smooth arrow from side to side; nothing stands between.
    Direct,
    /// An arc over the first row.
    Over,
    /// A loop back below this row; nothing stands there.
    Under(usize),
    /// Forward between two rows: below this row.
    Between(usize),
    /// Back between two rows: below this row.
    Back(usize),
    /// To another row of the same column.
    Beside,
}

fn route(grid: &Grid, from: Spot, to: Spot) -> Route {
    if from.column == to.column {
        return Route::Beside;
    }
    if to.column > from.column {
        let free = from.row == to.row && grid.is_free(from.row, from.column + 1..to.column);
        return if to.column == from.column + 1 || free {
            Route::Direct
        } else if from.row == 0 && to.row == 0 && to.column - from.column <= LONGEST_ARC {
            Route::Over
        } else {
            Route::Between(to.row.saturating_sub(1))
        };
    }
    let free = from.row == to.row && grid.is_free(from.row + 1, to.column..from.column + 1);
    if free { Route::Under(from.row) } else { Route::Back(from.row) }
}

/// A transition with its ends and its way.
struct Planned {
    transition: Arc<Transition>,
    from: Spot,
    to: Spot,
    route: Route,
    track: usize,
}

/// What stands between one row and the next.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    /// Whether customers leave here.
    losses: bool,
    /// How many ways run side by side here.
    tracks: usize,
}

/// All ways, and the room they need between rows.
pub(super) struct Plan {
    ways: Vec<Planned>,
    lost: Vec<(Spot, f64)>,
    arcs: usize,
    gaps: Vec<Gap>,
}

impl Plan {
    /// Finds a way for each transition and room for each loss.
    pub(super) fn of(lay: &Lay<'_>, shares: &Shares) -> Self {
        let lost = lost(lay, shares);
        let mut plan = Self { ways: Vec::new(), lost, arcs: 0, gaps: vec![Gap::default(); lay.grid.rows().max(1)] };
        for (spot, _) in &plan.lost {
            if let Some(gap) = plan.gaps.get_mut(spot.row) {
                gap.losses = true;
            }
        }
        for transition in &lay.journey.transitions {
            let ends = lay.grid.spot(&transition.from).zip(lay.grid.spot(&transition.to));
            let Some((from, to)) = ends.filter(|(from, to)| from != to) else { continue };
            let route = route(&lay.grid, from, to);
            plan.ways.push(Planned { transition: Arc::clone(transition), from, to, route, track: 0 });
        }
        plan.lay_tracks();
        plan
    }

    /// The room above the first row.
    pub(super) fn room_above(&self) -> f32 {
        if self.arcs == 0 { 0.0 } else { 20.0 + self.arcs as f32 * TRACK }
    }

    /// The room below a row; `usual` where nothing stands there.
    pub(super) fn room_below(&self, row: usize, usual: f32) -> f32 {
        let Gap { losses, tracks } = self.gaps.get(row).copied().unwrap_or_default();
        if tracks == 0 && !losses {
            return usual;
        }
        TRACKS_BELOW + if losses { LOSS_ROOM } else { 0.0 } + tracks as f32 * TRACK
    }

    /// How far below a row's cards a track runs.
    fn track_depth(&self, row: usize, track: usize) -> f32 {
        let losses = self.gaps.get(row).is_some_and(|gap| gap.losses);
        TRACKS_BELOW / 2.0 + if losses { LOSS_ROOM } else { 0.0 } + (track as f32 + 0.5) * TRACK
    }

    /// Ways that share a stretch get tracks of their own, from left to right, until there are too many.
    fn lay_tracks(&mut self) {
        let mut order: Vec<usize> = (0..self.ways.len()).collect();
        let span = |way: &Planned| (way.from.column.min(way.to.column), way.from.column.max(way.to.column));
        order.sort_by_key(|index| self.ways.get(*index).map(span));
        // The last column taken, by row (none: above the first) and track.
        let mut taken: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
        for index in order {
            let Some(way) = self.ways.get_mut(index) else { continue };
            let row = match way.route {
                Route::Direct | Route::Beside => continue,
                Route::Over => None,
                Route::Under(row) | Route::Between(row) | Route::Back(row) => Some(row),
            };
            let (left, right) = (way.from.column.min(way.to.column), way.from.column.max(way.to.column));
            let tracks = taken.entry(row).or_default();
            let free = tracks.iter().position(|end| *end <= left);
            way.track = free.unwrap_or(if tracks.len() < MOST_TRACKS { tracks.len() } else { index % MOST_TRACKS });
            match tracks.get_mut(way.track) {
                Some(end) => *end = right.max(*end),
                None => tracks.push(right),
            }
            let count = tracks.len();
            match row {
                None => self.arcs = count,
                Some(row) => {
                    if let Some(gap) = self.gaps.get_mut(row) {
                        gap.tracks = count;
                    }
                }
            }
        }
    }
}

/// Where customers leave, with the share of those who do.
fn lost(lay: &Lay<'_>, shares: &Shares) -> Vec<(Spot, f64)> {
    let leaving: BTreeSet<_> = lay.journey.transitions.iter().map(|transition| &transition.from).collect();
    let lost = |touchpoint: &Arc<Touchpoint>| {
        let share = shares.rest(&touchpoint.id)?.lost;
        let said = leaving.contains(&touchpoint.id) || touchpoint.end == End::Lost;
        (said && share >= 0.005).then_some((lay.grid.spot(&touchpoint.id)?, share))
    };
    lay.journey.touchpoints.iter().filter_map(lost).collect()
}

/// All transitions, behind the cards; their labels over all of their lines.
pub(super) fn transitions(lay: &mut Lay<'_>, rows: &Rows, (plan, shares): (&Plan, &Shares)) {
    let mut taken = Taken::default();
    for (spot, _) in &plan.lost {
        taken.add(loss_area(rows.card(spot.row, lay.grid.x(spot.column))));
    }
    let lines: Vec<Line> = plan.ways.iter().map(|planned| line(lay, rows, (plan, planned))).collect();
    let mut labels: Vec<Option<Label>> = plan.ways.iter().map(|_| None).collect();
    // The wide ones choose first: they fit into few places.
    for bare in [false, true] {
        for ((planned, line), label) in plan.ways.iter().zip(&lines).zip(&mut labels) {
            if (line.manner == Manner::Bare) == bare {
                *label = Label::of(lay, &planned.transition, (&line.label_at, line.manner), &mut taken);
            }
        }
    }
    for ((planned, line), label) in plan.ways.iter().zip(lines).zip(&labels) {
        let share = shares.way(&planned.transition.id).unwrap_or(0.0);
        way(lay, (&planned.transition, share), line, label.as_ref());
    }
    for label in labels.into_iter().flatten() {
        label.draw(lay);
    }
}

/// A drawn way: its path, where its head points, where its label may stand.
struct Line {
    path: Path,
    tip: Point,
    heading: (f32, f32),
    label_at: Vec<Point>,
    manner: Manner,
    hit: Rect,
}

fn line(lay: &Lay<'_>, rows: &Rows, (plan, planned): (&Plan, &Planned)) -> Line {
    let Planned { from, to, route, track, .. } = *planned;
    let (start, end) = (rows.card(from.row, lay.grid.x(from.column)), rows.card(to.row, lay.grid.x(to.column)));
    let (from_y, to_y) = (start.y + start.height / 2.0, end.y + end.height / 2.0);
    let begin = point(start.right() + CLEARANCE, from_y);
    let tip = point(end.x - CLEARANCE, to_y);
    let below = |row: usize| rows.card(row, 0.0).bottom() + plan.track_depth(row, track);
    // Ways of different tracks also turn at different places.
    let turn = track as f32 * 3.0;
    match route {
        Route::Direct => direct(begin, tip),
        Route::Over => {
            let (from, to) = (start.center().x + 12.0, end.center().x - 12.0);
            let rise = 16.0 + (track as f32 + 0.5) * TRACK;
            arc(point(from, start.y - CLEARANCE), point(to, end.y - CLEARANCE), -rise)
        }
        Route::Under(row) => {
            let (from, to) = (start.center().x + LOOP_ASIDE, end.center().x + LOOP_ASIDE);
            let depth = plan.track_depth(row, track);
            arc(point(from, start.bottom() + CLEARANCE), point(to, end.bottom() + CLEARANCE), depth)
        }
        Route::Between(row) => {
            let y = below(row);
            let (out, into) = (begin.x + 8.0 + turn, tip.x - COLUMN_GAP * 0.4 - turn);
            let corners = [begin, point(out, from_y), point(out, y), point(into, y), point(into, to_y), tip];
            run(&corners, (1.0, 0.0), Manner::Framed)
        }
        Route::Back(row) => {
            let y = below(row);
            let from = point(start.center().x + LOOP_ASIDE, start.bottom() + CLEARANCE);
            if (end.y - start.y).abs() < 1.0 {
                let tip = point(end.center().x + LOOP_ASIDE, end.bottom() + CLEARANCE);
                run(&[from, point(from.x, y), point(tip.x, y), tip], (0.0, -1.0), Manner::FramedBack)
            } else {
                let into = tip.x - COLUMN_GAP * 0.4 - turn;
                run(&[from, point(from.x, y), point(into, y), point(into, to_y), tip], (1.0, 0.0), Manner::FramedBack)
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
    let label_at = LABEL_PLACES.map(|t| {
        let place = along(t);
        point(place.x, place.y - lift)
    });
    let verbs = vec![PathVerb::Move(begin), PathVerb::Cubic(controls.0, controls.1, stop)];
    let hit = rect(begin.x, begin.y.min(tip.y) - 8.0, tip.x - begin.x, (begin.y - tip.y).abs() + 16.0);
    Line { path: Path { verbs }, tip, heading: (1.0, 0.0), label_at: label_at.to_vec(), manner: Manner::Bare, hit }
}

/// An arc that leaves and arrives upright and reaches `depth` beyond the cards: below where positive, above where negative.
fn arc(from: Point, tip: Point, depth: f32) -> Line {
    let side = depth.signum();
    let outer = if side < 0.0 { from.y.min(tip.y) } else { from.y.max(tip.y) };
    // A cubic reaches three quarters of the way to its control points.
    let reach = outer + depth / 0.75;
    let stop = point(tip.x, tip.y + side * (HEAD - 1.0));
    let verbs = vec![PathVerb::Move(from), PathVerb::Cubic(point(from.x, reach), point(tip.x, reach), stop)];
    let curve = [from, point(from.x, reach), point(tip.x, reach), stop];
    let middle = cubic_at(curve, 0.5);
    let hit = rect(middle.x - 30.0, middle.y - 9.0, 60.0, 18.0);
    Line {
        path: Path { verbs },
        tip,
        heading: (0.0, -side),
        label_at: LABEL_PLACES.map(|t| cubic_at(curve, t)).to_vec(),
        manner: if side > 0.0 { Manner::FramedBack } else { Manner::Framed },
        hit,
    }
}

/// A run along straight pieces with round corners; its label stands on its longest level piece.
fn run(corners: &[Point], heading: (f32, f32), manner: Manner) -> Line {
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
    let (a, b) = longest.unwrap_or((tip, tip));
    let middle = point(f32::midpoint(a.x, b.x), a.y);
    let hit = rect(middle.x - 30.0, middle.y - 8.0, 60.0, 16.0);
    let label_at = LABEL_PLACES.map(|t| point(a.x + (b.x - a.x) * t, a.y)).to_vec();
    Line { path: rounded(&corners), tip, heading, label_at, manner, hit }
}

fn beside(start: Rect, end: Rect) -> Line {
    let down = end.y > start.y;
    let gap = if down { end.y - start.bottom() } else { start.y - end.bottom() };
    if gap < MOST_TRACKS as f32 * TRACK + LOSS_ROOM + TRACKS_BELOW + 1.0 {
        // Right of where those who leave are drawn; there and back keep apart.
        let x = start.center().x + if down { 10.0 } else { 44.0 };
        let (from, tip, heading) = if down {
            (point(x, start.bottom() + CLEARANCE), point(x, end.y - CLEARANCE), (0.0, 1.0))
        } else {
            (point(x, start.y - CLEARANCE), point(x, end.bottom() + CLEARANCE), (0.0, -1.0))
        };
        let stop = point(tip.x, tip.y - heading.1 * (HEAD - 1.0));
        let beside = |(aside, t): (f32, f32)| point(x + aside, from.y + (tip.y - from.y) * t);
        let label_at = [(18.0, 0.5), (-18.0, 0.5), (18.0, 0.28), (18.0, 0.72), (-18.0, 0.28), (-18.0, 0.72)];
        let hit = rect(x - 10.0, from.y.min(tip.y), 20.0, (from.y - tip.y).abs());
        return Line {
            path: Path::polyline(&[from, stop]),
            tip,
            heading,
            label_at: label_at.map(beside).to_vec(),
            manner: Manner::Bare,
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
    Line { path: Path { verbs }, tip, heading: (-1.0, 0.0), label_at: vec![middle], manner: Manner::Bare, hit }
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

fn way(lay: &mut Lay<'_>, (transition, share): (&Transition, f64), line: Line, label: Option<&Label>) {
    let theme = lay.theme;
    let width = 1.4 + 2.2 * share.clamp(0.0, 1.0) as f32;
    let (color, stroke): (Color, Stroke) = if line.manner == Manner::FramedBack {
        (theme.negative, dashed(theme.negative, 1.8, (5.0, 4.0)))
    } else {
        (theme.flow, solid(theme.flow, width))
    };
    let subject = Subject::Transition(lay.journey.id.clone(), transition.id.clone());
    let area = label.map_or(line.hit, |label| line.hit.union(label.area));
    let mut pen = Pen::body().hit(area, HitTarget::Subject(subject), sentence(lay, transition));
    pen.line(line.path, stroke);
    pen.solid(head(line.tip, line.heading), color);
    lay.put(pen);
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

/// Where the figure of those who leave a card may stand.
fn loss_area(card: Rect) -> Rect {
    rect(card.x + CARD_WIDTH * 0.22 + 12.0, card.bottom() + 8.0, 40.0, 16.0)
}

/// Fading arrows out of the map where customers leave.
pub(super) fn losses(lay: &mut Lay<'_>, rows: &Rows, plan: &Plan) {
    for (spot, share) in plan.lost.iter().copied() {
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
