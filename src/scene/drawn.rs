//! What is drawn: the shapes of a fragment.

use std::sync::{Arc, OnceLock};

use super::geometry::{Path, Point, Rect, point, rect};
use super::text::ShapedText;
use super::theme::Color;
use crate::model::Picture;

/// Shapes in the order they are drawn. Moved ones share what they were drawn as, and are found where they are now only
/// when somebody looks at them: of a large map that is moved aside, few are seen.
#[derive(Clone)]
pub struct Shapes {
    source: Source,
    by: Point,
    here: OnceLock<Arc<[Shape]>>,
}

#[derive(Clone)]
enum Source {
    Drawn(Arc<[Shape]>),
    Later(Arc<dyn Later>),
}

/// What is to be drawn.
pub trait Draft: Send + Sync {
    /// Draws it.
    fn draw(&self) -> Vec<Shape>;

    /// Where it runs, if it is a line along straight pieces: all that has to be known of it where it is not seen.
    fn run(&self) -> Option<Run>;
}

/// A line along straight pieces.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Where it begins, turns and ends; so many of these.
    pub corners: ([Point; Self::MOST_CORNERS], usize),
    /// How it is drawn.
    pub stroke: Stroke,
    /// How far it leaves the straight pieces at its corners and its ends.
    pub slack: f32,
}

impl Run {
    /// The most corners of a run, with its ends.
    pub const MOST_CORNERS: usize = 6;

    /// The straight pieces one by one.
    pub fn pieces(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        let (corners, count) = &self.corners;
        let ends = |pair: &[Point]| if let [from, to] = pair { Some((*from, *to)) } else { None };
        corners.get(..*count).unwrap_or_default().windows(2).filter_map(ends)
    }
}

/// What is drawn when somebody first looks at it.
trait Later: Send + Sync {
    fn shapes(&self) -> &[Shape];
    fn run(&self) -> Option<Run>;
}

struct Awaited<D> {
    draft: D,
    drawn: OnceLock<Vec<Shape>>,
}

impl<D: Draft> Later for Awaited<D> {
    fn shapes(&self) -> &[Shape] {
        self.drawn.get_or_init(|| self.draft.draw())
    }

    fn run(&self) -> Option<Run> {
        self.draft.run()
    }
}

impl Shapes {
    /// Shapes that are drawn only when somebody looks at them: of a large map few are seen before they change again.
    pub fn later(draft: impl Draft + 'static) -> Self {
        Self::from(Source::Later(Arc::new(Awaited { draft, drawn: OnceLock::new() })))
    }

    /// Where they run, as they are drawn, and how far they have been moved since: of a line whose run is known without
    /// drawing it.
    pub fn run(&self) -> Option<(Run, Point)> {
        match &self.source {
            Source::Drawn(_) => None,
            Source::Later(later) => Some((later.run()?, self.by)),
        }
    }

    /// The same, so much further.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        let by = point(self.by.x + by.x, self.by.y + by.y);
        Self { source: self.source.clone(), by, here: OnceLock::new() }
    }

    /// What they were drawn as, and how far they have been moved since.
    pub fn as_drawn(&self) -> (&[Shape], Point) {
        let drawn = match &self.source {
            Source::Drawn(shapes) => shapes,
            Source::Later(later) => later.shapes(),
        };
        (drawn, self.by)
    }
}

impl From<Source> for Shapes {
    fn from(source: Source) -> Self {
        Self { source, by: Point::default(), here: OnceLock::new() }
    }
}

impl std::ops::Deref for Shapes {
    type Target = [Shape];
    fn deref(&self) -> &[Shape] {
        let (drawn, by) = self.as_drawn();
        if by == Point::default() {
            return drawn;
        }
        self.here.get_or_init(|| drawn.iter().map(|shape| shape.moved(by)).collect())
    }
}

impl From<Vec<Shape>> for Shapes {
    fn from(shapes: Vec<Shape>) -> Self {
        Source::Drawn(shapes.into()).into()
    }
}

impl FromIterator<Shape> for Shapes {
    fn from_iter<T: IntoIterator<Item = Shape>>(shapes: T) -> Self {
        Source::Drawn(shapes.into_iter().collect()).into()
    }
}

impl<'a> IntoIterator for &'a Shapes {
    type Item = &'a Shape;
    type IntoIter = std::slice::Iter<'a, Shape>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl std::fmt::Debug for Shapes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(&**self).finish()
    }
}

/// A stroke.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in points.
    pub width: f32,
    /// Lengths of dash and gap; `None` for a solid line.
    pub dash: Option<(f32, f32)>,
}

/// A fill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// One colour.
    Solid(Color),
    /// From one colour at the top of the shape to another at its bottom.
    Vertical(Color, Color),
}

/// One thing that is drawn.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A rectangle with round corners.
    Rect {
        /// Where.
        rect: Rect,
        /// The corners' radius.
        radius: f32,
        /// Its inside.
        fill: Option<Paint>,
        /// Its edge, centred on the outline.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f32,
        /// Its inside.
        fill: Option<Paint>,
        /// Its edge, centred on the outline.
        stroke: Option<Stroke>,
    },
    /// An outline; round caps and joins.
    Path {
        /// The outline.
        path: Arc<Path>,
        /// Its inside (non-zero rule).
        fill: Option<Paint>,
        /// Its line.
        stroke: Option<Stroke>,
    },
    /// Shaped text. Lines are already broken.
    Text {
        /// The left end of the first line's baseline box: x of the block's left edge, y of its top.
        top_left: Point,
        /// The text.
        text: Arc<ShapedText>,
        /// Its colour.
        color: Color,
    },
    /// A picture, cut by a circle where `round`.
    Picture {
        /// Where.
        rect: Rect,
        /// Which.
        picture: Picture,
        /// Whether it is cut by the largest circle inside.
        round: bool,
    },
}

impl Shape {
    /// A rectangle around what it draws; `None` for an empty outline.
    pub fn bounds(&self) -> Option<Rect> {
        let half = |stroke: &Option<Stroke>| stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        match self {
            Self::Rect { rect, stroke, .. } => Some(rect.expand(half(stroke))),
            Self::Circle { center, radius, stroke, .. } => {
                Some(rect(center.x, center.y, 0.0, 0.0).expand(radius + half(stroke)))
            }
            Self::Path { path, stroke, .. } => Some(path.bounds()?.expand(half(stroke))),
            // Glyphs may lean a little over their advance.
            Self::Text { top_left, text, .. } => {
                Some(rect(top_left.x, top_left.y, text.width, text.height).expand(1.0))
            }
            Self::Picture { rect, .. } => Some(*rect),
        }
    }

    /// The same, so much further.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        let place = |at: Point| point(at.x + by.x, at.y + by.y);
        let mut moved = self.clone();
        match &mut moved {
            Self::Rect { rect, .. } | Self::Picture { rect, .. } => *rect = rect.translate(by.x, by.y),
            Self::Circle { center, .. } => *center = place(*center),
            Self::Path { path, .. } => *path = Arc::new(path.map(place)),
            Self::Text { top_left, .. } => *top_left = place(*top_left),
        }
        moved
    }
}
