//! The lines of ways: smooth arrows, arcs over the first row, loops back below, runs between rows.

use std::mem::discriminant;

use super::plan::{LOSS_ROOM, MOST_TRACKS, Route, TRACK, TRACKS_BELOW};
use crate::scene::drawn;
use crate::scene::geometry::{Path, PathVerb, Point, Rect, point, rect};
use crate::scene::kept::Place as _;
use crate::scene::style::COLUMN_GAP;

/// From a card's edge to where its arrows begin and end.
const CLEARANCE: f32 = 3.0;
/// The length of an arrow's head.
const HEAD: f32 = 7.0;
/// How round the corners of a run between rows are.
const CORNER: f32 = 9.0;
/// Where a label may stand along its way, the best place first.
const LABEL_PLACES: [f32; 7] = [0.5, 0.36, 0.64, 0.24, 0.76, 0.14, 0.86];
/// The same where several ways run into one: near its beginning, where it is alone.
const MERGING_PLACES: [f32; LABEL_PLACES.len()] = [0.3, 0.36, 0.24, 0.42, 0.5, 0.64, 0.14];
/// So far right of its way it keeps off the card that the way leaves.
const OFF_THE_CARD: f32 = 4.0;
/// The same for a label that stands beside its way: how far aside, and where along it.
const BESIDE_PLACES: [(f32, f32); LABEL_PLACES.len()] =
    [(18.0, 0.5), (-18.0, 0.5), (18.0, 0.28), (18.0, 0.72), (-18.0, 0.28), (-18.0, 0.72), (18.0, 0.5)];
/// The most corners of a run along straight pieces, with its ends.
const MOST_CORNERS: usize = drawn::Run::MOST_CORNERS;
/// How far a run and its head are from its straight pieces at the most.
pub(super) const SLACK: f32 = CORNER;
/// From a card's middle to where loops leave and arrive: right of the figure of those who leave.
const LOOP_ASIDE: f32 = 30.0;

/// What a line follows from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::scene) struct Course {
    /// The card it leaves.
    pub(super) start: Rect,
    /// The card it leads to.
    pub(super) end: Rect,
    pub(super) route: Route,
    pub(super) track: usize,
    /// Where its track runs between rows; below the cards for a loop under them.
    pub(super) track_y: f32,
}

/// Whether two ways are one, but for rounding.
pub(super) fn is_near(one: Point, other: Point) -> bool {
    (one.x - other.x).abs().max((one.y - other.y).abs()) < 1e-2
}

/// The line of a way: how it runs, where its head points, where its label may stand.
pub(super) struct Line {
    run: Run,
    tip: Point,
    heading: (f32, f32),
    labels: Labels,
    pub(super) hit: Rect,
}

/// How a line runs.
enum Run {
    /// From the first point to the last, led by the two between.
    Curve([Point; 4]),
    Straight([Point; 2]),
    /// Along straight pieces with round corners: through so many of these points.
    Corners([Point; MOST_CORNERS], usize),
}

/// Where the label of a line may stand.
enum Labels {
    /// Along a curve, so far above it.
    Along([Point; 4], f32),
    /// Along a level piece.
    Level(Point, Point),
    /// Beside an upright piece.
    Beside(Point, Point),
    At(Point),
}

impl Line {
    /// A rectangle around the line, drawn this wide, and its head.
    pub(super) fn bounds(&self, width: f32) -> Rect {
        around(self.run.points()).expand(width / 2.0).union(around(&self.head_corners()))
    }

    /// The line as it is drawn.
    pub(super) fn path(&self) -> Path {
        match &self.run {
            Run::Curve([from, first, second, to]) => {
                Path { verbs: vec![PathVerb::Move(*from), PathVerb::Cubic(*first, *second, *to)] }
            }
            Run::Straight(points) => Path::polyline(points),
            Run::Corners(..) => rounded(self.run.points()),
        }
    }

    /// Where it begins, turns and ends, if it runs along straight pieces: so many of these.
    pub(super) fn corners(&self) -> Option<([Point; MOST_CORNERS], usize)> {
        if let Run::Corners(corners, count) = self.run { Some((corners, count)) } else { None }
    }

    /// Its arrow's head.
    pub(super) fn head(&self) -> Path {
        Path::polygon(&self.head_corners())
    }

    fn head_corners(&self) -> [Point; 3] {
        const HALF: f32 = 4.2;
        let Self { tip, heading: (dx, dy), .. } = *self;
        let base = point(tip.x - dx * HEAD, tip.y - dy * HEAD);
        [tip, point(base.x - dy * HALF, base.y + dx * HALF), point(base.x + dy * HALF, base.y - dx * HALF)]
    }

    /// Where its label stands best.
    pub(super) fn label_at(&self) -> Point {
        let [along, ..] = LABEL_PLACES;
        let [beside, ..] = BESIDE_PLACES;
        self.labels.at(along, beside)
    }

    /// Where its label may stand, the best place first; whether it `merges` with other ways.
    pub(super) fn label_places(&self, merges: bool) -> [Point; LABEL_PLACES.len()] {
        let mut beside = BESIDE_PLACES.into_iter();
        let is_steep = matches!(self.labels, Labels::Along(_, 0.0));
        if merges && is_steep {
            return MERGING_PLACES.map(|along| {
                let place = self.labels.at(along, (0.0, 0.0));
                point(place.x + OFF_THE_CARD, place.y)
            });
        }
        LABEL_PLACES.map(|along| self.labels.at(along, beside.next().unwrap_or_default()))
    }
}

impl Run {
    fn points(&self) -> &[Point] {
        match self {
            Self::Curve(points) => points,
            Self::Straight(points) => points,
            Self::Corners(points, count) => points.get(..*count).unwrap_or(points),
        }
    }
}

impl Labels {
    /// The place at this share of the line; where the label stands beside it, so far aside and at that share.
    fn at(&self, along: f32, (aside, t): (f32, f32)) -> Point {
        match self {
            Self::Along(curve, lift) => {
                let place = cubic_at(*curve, along);
                point(place.x, place.y - lift)
            }
            Self::Level(a, b) => point(a.x + (b.x - a.x) * along, a.y),
            Self::Beside(from, to) => point(from.x + aside, from.y + (to.y - from.y) * t),
            Self::At(place) => *place,
        }
    }
}

/// The smallest rectangle around all of the points.
fn around(points: &[Point]) -> Rect {
    let spots = points.iter().map(|place| rect(place.x, place.y, 0.0, 0.0));
    spots.reduce(Rect::union).unwrap_or_default()
}

impl Course {
    /// How far this is from another course; `None` where it is not that course moved.
    pub(super) fn way_from(&self, other: &Self) -> Option<Point> {
        let by = self.start.way_from(other.start)?;
        let same_track_y = match self.route {
            // Below the cards, wherever they are.
            Route::Direct | Route::Over | Route::Under(_) | Route::Beside => self.track_y - other.track_y,
            Route::Between(_) | Route::Back(_) => self.track_y - other.track_y - by.y,
        };
        let goes_along =
            is_near(self.end.way_from(other.end)?, by) && is_near(point(0.0, same_track_y), Point::default());
        let looks_alike = discriminant(&self.route) == discriminant(&other.route) && self.track == other.track;
        (goes_along && looks_alike).then_some(by)
    }

    /// Draws the line.
    pub(super) fn line(&self) -> Line {
        let Self { start, end, route, track, track_y } = *self;
        let (from_y, to_y) = (start.y + start.height / 2.0, end.y + end.height / 2.0);
        let begin = point(start.right() + CLEARANCE, from_y);
        let tip = point(end.x - CLEARANCE, to_y);
        // Ways of different tracks also turn at different places.
        let turn = track as f32 * 3.0;
        match route {
            Route::Direct => direct(begin, tip),
            Route::Over => {
                let (from, to) = (start.center().x + 12.0, end.center().x - 12.0);
                let rise = 16.0 + (track as f32 + 0.5) * TRACK;
                arc(point(from, start.y - CLEARANCE), point(to, end.y - CLEARANCE), -rise)
            }
            Route::Under(_) => {
                let (from, to) = (start.center().x + LOOP_ASIDE, end.center().x + LOOP_ASIDE);
                arc(point(from, start.bottom() + CLEARANCE), point(to, end.bottom() + CLEARANCE), track_y)
            }
            Route::Between(_) => {
                let y = track_y;
                let (out, into) = (begin.x + 8.0 + turn, tip.x - COLUMN_GAP * 0.4 - turn);
                let corners = [begin, point(out, from_y), point(out, y), point(into, y), point(into, to_y), tip];
                run(corners, (1.0, 0.0))
            }
            Route::Back(_) => {
                let y = track_y;
                let from = point(start.center().x + LOOP_ASIDE, start.bottom() + CLEARANCE);
                if (end.y - start.y).abs() < 1.0 {
                    let tip = point(end.center().x + LOOP_ASIDE, end.bottom() + CLEARANCE);
                    run([from, point(from.x, y), point(tip.x, y), tip], (0.0, -1.0))
                } else {
                    let into = tip.x - COLUMN_GAP * 0.4 - turn;
                    run([from, point(from.x, y), point(into, y), point(into, to_y), tip], (1.0, 0.0))
                }
            }
            Route::Beside => beside(start, end),
        }
    }
}

fn direct(begin: Point, tip: Point) -> Line {
    let reach = ((tip.x - begin.x) * 0.5).max(12.0);
    let stop = point(tip.x - HEAD + 1.0, tip.y);
    let curve = [begin, point(begin.x + reach, begin.y), point(stop.x - reach, stop.y), stop];
    // On a steep way the label stands on the line, on a level one above it.
    let lift = if (begin.y - tip.y).abs() > 40.0 { 0.0 } else { 10.0 };
    let hit = rect(begin.x, begin.y.min(tip.y) - 8.0, tip.x - begin.x, (begin.y - tip.y).abs() + 16.0);
    Line { run: Run::Curve(curve), tip, heading: (1.0, 0.0), labels: Labels::Along(curve, lift), hit }
}

/// An arc that leaves and arrives upright and reaches `depth` beyond the cards: below where positive, above where negative.
fn arc(from: Point, tip: Point, depth: f32) -> Line {
    let side = depth.signum();
    let outer = if side < 0.0 { from.y.min(tip.y) } else { from.y.max(tip.y) };
    // A cubic reaches three quarters of the way to its control points.
    let reach = outer + depth / 0.75;
    let stop = point(tip.x, tip.y + side * (HEAD - 1.0));
    let curve = [from, point(from.x, reach), point(tip.x, reach), stop];
    let middle = cubic_at(curve, 0.5);
    let hit = rect(middle.x - 30.0, middle.y - 9.0, 60.0, 18.0);
    Line { run: Run::Curve(curve), tip, heading: (0.0, -side), labels: Labels::Along(curve, 0.0), hit }
}

/// A run along straight pieces with round corners; its label stands on its longest level piece.
fn run<const COUNT: usize>(mut corners: [Point; COUNT], heading: (f32, f32)) -> Line {
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
    let mut points = [Point::default(); MOST_CORNERS];
    points.iter_mut().zip(corners).for_each(|(point, corner)| *point = corner);
    Line { run: Run::Corners(points, COUNT), tip, heading, labels: Labels::Level(a, b), hit }
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
        let hit = rect(x - 10.0, from.y.min(tip.y), 20.0, (from.y - tip.y).abs());
        return Line { run: Run::Straight([from, stop]), tip, heading, labels: Labels::Beside(from, tip), hit };
    }
    let (from, tip) =
        (point(start.right() + CLEARANCE, start.center().y), point(end.right() + CLEARANCE, end.center().y));
    let reach = from.x + COLUMN_GAP * 0.75;
    let stop = point(tip.x + HEAD - 1.0, tip.y);
    let curve = [from, point(reach, from.y), point(reach, tip.y), stop];
    let middle = point(from.x + COLUMN_GAP * 0.5, f32::midpoint(from.y, tip.y));
    let hit = rect(middle.x - 12.0, middle.y - 20.0, 24.0, 40.0);
    Line { run: Run::Curve(curve), tip, heading: (-1.0, 0.0), labels: Labels::At(middle), hit }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_and_its_head_keep_near_its_straight_pieces() {
        let card = |x: f32, y: f32| rect(x, y, 184.0, 96.0);
        let mut runs = 0;
        for (start, end) in [(card(0.0, 0.0), card(9000.0, 400.0)), (card(9000.0, 400.0), card(0.0, 400.0))] {
            for (start, end) in [(start, end), (end, start), (start, end.translate(0.0, -150.0))] {
                for route in [Route::Between(0), Route::Back(0), Route::Direct, Route::Over, Route::Under(0)] {
                    for track in 0..MOST_TRACKS {
                        let track_y = start.bottom() + TRACKS_BELOW + track as f32 * TRACK;
                        let line = Course { start, end, route, track, track_y }.line();
                        let Some((corners, count)) = line.corners() else { continue };
                        runs += 1;
                        let pieces = corners[..count].windows(2).map(|ends| around(ends).expand(SLACK));
                        let pieces: Vec<Rect> = pieces.collect();
                        let path = line.path();
                        let drawn = path.segments().flat_map(|(from, to, _)| [from, to]).chain(line.head_corners());
                        for place in drawn {
                            let is_near = pieces.iter().any(|piece| piece.contains(place));
                            assert!(is_near, "{route:?} {track}: {place:?} is not near {pieces:?}");
                        }
                    }
                }
            }
        }
        assert_eq!(runs, 2 * 3 * 2 * MOST_TRACKS, "of five kinds two run along straight pieces");
    }
}
