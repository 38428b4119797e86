//! Outlines → straight pieces for [`Coverage`]: curves are cut finely enough that no pixel tells.

use crate::scene::{Path, PathVerb, Point, Rect, point};

use super::coverage::Coverage;

/// How far from a curve its pieces may be, in pixels.
const TOLERANCE: f32 = 0.05;

/// How far a cubic's control points stand from its ends to make a quarter of a circle of radius 1.
pub(in super::super) const QUARTER: f32 = 0.552_284_8;

/// From scene points (or font units) to pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) scale: f32,
    pub(super) x: f32,
    pub(super) y: f32,
}

impl Place {
    fn of(self, at: Point) -> (f32, f32) {
        (at.x * self.scale + self.x, at.y * self.scale + self.y)
    }
}

/// Draws outlines into a coverage.
pub(super) struct Pen<'a> {
    coverage: &'a mut Coverage,
    place: Place,
    start: (f32, f32),
    last: (f32, f32),
}

impl<'a> Pen<'a> {
    pub(super) fn new(coverage: &'a mut Coverage, place: Place) -> Self {
        Self { coverage, place, start: (0.0, 0.0), last: (0.0, 0.0) }
    }

    /// A whole outline; open pieces are closed, as filling asks.
    pub(super) fn path(&mut self, path: &Path) {
        for verb in &path.verbs {
            self.verb(*verb);
        }
        self.close();
    }

    /// One step.
    pub(super) fn verb(&mut self, verb: PathVerb) {
        match verb {
            PathVerb::Move(to) => {
                self.close();
                self.start = self.place.of(to);
                self.last = self.start;
            }
            PathVerb::Line(to) => self.line(self.place.of(to)),
            PathVerb::Quad(a, to) => self.quad(self.place.of(a), self.place.of(to)),
            PathVerb::Cubic(a, b, to) => self.cubic(self.place.of(a), self.place.of(b), self.place.of(to)),
            PathVerb::Close => self.close(),
        }
    }

    fn line(&mut self, to: (f32, f32)) {
        self.coverage.line(self.last, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.line(self.start);
    }

    fn quad(&mut self, a: (f32, f32), to: (f32, f32)) {
        let from = self.last;
        let bend = distance((from.0 - 2.0 * a.0 + to.0, from.1 - 2.0 * a.1 + to.1));
        let pieces = (bend / (4.0 * TOLERANCE)).sqrt().ceil().clamp(1.0, 500.0);
        for index in 1..pieces as u32 {
            let t = index as f32 / pieces;
            let u = 1.0 - t;
            let at = |from: f32, a: f32, to: f32| u * u * from + 2.0 * u * t * a + t * t * to;
            self.line((at(from.0, a.0, to.0), at(from.1, a.1, to.1)));
        }
        self.line(to);
    }

    fn cubic(&mut self, a: (f32, f32), b: (f32, f32), to: (f32, f32)) {
        let from = self.last;
        let bend = distance((from.0 - 2.0 * a.0 + b.0, from.1 - 2.0 * a.1 + b.1));
        let bend = bend.max(distance((a.0 - 2.0 * b.0 + to.0, a.1 - 2.0 * b.1 + to.1)));
        let pieces = (0.75 * bend / TOLERANCE).sqrt().ceil().clamp(1.0, 500.0);
        for index in 1..pieces as u32 {
            let t = index as f32 / pieces;
            let u = 1.0 - t;
            let at = |from: f32, a: f32, b: f32, to: f32| {
                u * u * u * from + 3.0 * u * u * t * a + 3.0 * u * t * t * b + t * t * t * to
            };
            self.line((at(from.0, a.0, b.0, to.0), at(from.1, a.1, b.1, to.1)));
        }
        self.line(to);
    }
}

fn distance(by: (f32, f32)) -> f32 {
    by.0.hypot(by.1)
}

/// The outline of a rectangle with round corners, clockwise from the left end of its top.
pub(in super::super) fn rect_outline(rect: Rect, radius: f32) -> Path {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if radius <= 0.0 {
        return Path::polygon(&[point(left, top), point(right, top), point(right, bottom), point(left, bottom)]);
    }
    let near = radius * (1.0 - QUARTER);
    let verbs = vec![
        PathVerb::Move(point(left + radius, top)),
        PathVerb::Line(point(right - radius, top)),
        PathVerb::Cubic(point(right - near, top), point(right, top + near), point(right, top + radius)),
        PathVerb::Line(point(right, bottom - radius)),
        PathVerb::Cubic(point(right, bottom - near), point(right - near, bottom), point(right - radius, bottom)),
        PathVerb::Line(point(left + radius, bottom)),
        PathVerb::Cubic(point(left + near, bottom), point(left, bottom - near), point(left, bottom - radius)),
        PathVerb::Line(point(left, top + radius)),
        PathVerb::Cubic(point(left, top + near), point(left + near, top), point(left + radius, top)),
        PathVerb::Close,
    ];
    Path { verbs }
}

/// The outline of a circle.
pub(in super::super) fn circle_outline(center: Point, radius: f32) -> Path {
    let rect = Rect { x: center.x - radius, y: center.y - radius, width: 2.0 * radius, height: 2.0 * radius };
    rect_outline(rect, radius)
}

/// The same outline the other way round, straight pieces and cubics only; it must be one closed piece.
pub(super) fn reversed(path: &Path) -> Path {
    let mut verbs = Vec::with_capacity(path.verbs.len());
    let end_of = |verb: &PathVerb| match *verb {
        PathVerb::Move(to) | PathVerb::Line(to) | PathVerb::Quad(_, to) | PathVerb::Cubic(_, _, to) => Some(to),
        PathVerb::Close => None,
    };
    for (index, verb) in path.verbs.iter().enumerate().rev() {
        let Some(end) = end_of(verb) else { continue };
        if verbs.is_empty() {
            verbs.push(PathVerb::Move(end));
        }
        let Some(before) = index.checked_sub(1).and_then(|index| path.verbs.get(index)).and_then(end_of) else {
            continue;
        };
        verbs.push(match *verb {
            PathVerb::Cubic(a, b, _) => PathVerb::Cubic(b, a, before),
            PathVerb::Quad(a, _) => PathVerb::Quad(a, before),
            _ => PathVerb::Line(before),
        });
    }
    verbs.push(PathVerb::Close);
    Path { verbs }
}
