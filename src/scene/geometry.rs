//! Points, sizes, rectangles and paths in scene space: x right, y down, in points.

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Rightwards.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// A width and a height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A place from its coordinates.
pub fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// A rectangle from its left, top, width and height.
pub fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect { x, y, width, height }
}

impl Rect {
    /// The right edge.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(self) -> Point {
        point(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the place is inside (edges count).
    pub fn contains(self, place: Point) -> bool {
        place.x >= self.x && place.x <= self.right() && place.y >= self.y && place.y <= self.bottom()
    }

    /// Whether the two share a place.
    pub fn intersects(self, other: Self) -> bool {
        self.x <= other.right() && other.x <= self.right() && self.y <= other.bottom() && other.y <= self.bottom()
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        rect(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// Grown on every side by `by` (shrunk where negative).
    #[must_use]
    pub fn expand(self, by: f32) -> Self {
        rect(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// Moved by so much.
    #[must_use]
    pub fn translate(self, dx: f32, dy: f32) -> Self {
        rect(self.x + dx, self.y + dy, self.width, self.height)
    }
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PathVerb {
    /// Begins a piece here.
    Move(Point),
    /// A straight line to here.
    Line(Point),
    /// A quadratic curve by one control point to the last.
    Quad(Point, Point),
    /// A cubic curve by two control points to the last.
    Cubic(Point, Point, Point),
    /// Back to the piece's beginning.
    Close,
}

/// An outline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path {
    /// Its steps.
    pub verbs: Vec<PathVerb>,
}

impl Path {
    /// Straight lines through the points.
    pub fn polyline(points: &[Point]) -> Self {
        // With room to close it.
        let mut verbs = Vec::with_capacity(points.len() + 1);
        for (index, place) in points.iter().enumerate() {
            verbs.push(if index == 0 { PathVerb::Move(*place) } else { PathVerb::Line(*place) });
        }
        Self { verbs }
    }

    /// A closed shape through the points.
    pub fn polygon(points: &[Point]) -> Self {
        let mut path = Self::polyline(points);
        path.verbs.push(PathVerb::Close);
        path
    }

    /// Moved by so much.
    #[must_use]
    pub fn translate(&self, dx: f32, dy: f32) -> Self {
        self.map(|place| point(place.x + dx, place.y + dy))
    }

    /// Every point changed by `f`.
    #[must_use]
    pub fn map(&self, f: impl Fn(Point) -> Point) -> Self {
        let verb = |verb: &PathVerb| match *verb {
            PathVerb::Move(a) => PathVerb::Move(f(a)),
            PathVerb::Line(a) => PathVerb::Line(f(a)),
            PathVerb::Quad(a, b) => PathVerb::Quad(f(a), f(b)),
            PathVerb::Cubic(a, b, c) => PathVerb::Cubic(f(a), f(b), f(c)),
            PathVerb::Close => PathVerb::Close,
        };
        Self { verbs: self.verbs.iter().map(verb).collect() }
    }

    /// Its lines and curves one by one: from, to, and a rectangle around them, control points included.
    pub fn segments(&self) -> impl Iterator<Item = (Point, Point, Rect)> + '_ {
        let around = |places: &[Point]| {
            let spots = places.iter().map(|place| rect(place.x, place.y, 0.0, 0.0));
            spots.reduce(Rect::union).unwrap_or_default()
        };
        let (mut begin, mut here) = (Point::default(), Point::default());
        self.verbs.iter().filter_map(move |verb| {
            let from = here;
            let (to, bounds) = match *verb {
                PathVerb::Move(to) => {
                    (begin, here) = (to, to);
                    return None;
                }
                PathVerb::Line(to) => (to, around(&[from, to])),
                PathVerb::Quad(control, to) => (to, around(&[from, control, to])),
                PathVerb::Cubic(first, second, to) => (to, around(&[from, first, second, to])),
                PathVerb::Close => (begin, around(&[from, begin])),
            };
            here = to;
            Some((from, to, bounds))
        })
    }

    /// Whether it is wider or higher than `size`; looks no further than it has to.
    pub fn is_larger_than(&self, size: f32) -> bool {
        let mut around: Option<Rect> = None;
        self.segments().any(|(_, _, bounds)| {
            let grown = around.map_or(bounds, |around| around.union(bounds));
            around = Some(grown);
            grown.width.max(grown.height) > size
        })
    }

    /// The smallest rectangle around all its points, control points included; `None` when empty.
    pub fn bounds(&self) -> Option<Rect> {
        let mut bounds: Option<Rect> = None;
        let mut add = |place: Point| {
            let spot = rect(place.x, place.y, 0.0, 0.0);
            bounds = Some(bounds.map_or(spot, |bounds| bounds.union(spot)));
        };
        for verb in &self.verbs {
            match *verb {
                PathVerb::Move(a) | PathVerb::Line(a) => add(a),
                PathVerb::Quad(a, b) => {
                    add(a);
                    add(b);
                }
                PathVerb::Cubic(a, b, c) => {
                    add(a);
                    add(b);
                    add(c);
                }
                PathVerb::Close => {}
            }
        }
        bounds
    }
}
