//! The pen: puts shapes together into fragments, with the map's type and colours at hand.

use std::sync::Arc;

use super::drawn::{Paint, Shape, Stroke};
use super::geometry::{Path, Point, Rect, Size, point};
use super::icon::{ICON_FIELD, ICON_STROKE, Icon};
use super::shape::{Fragment, Hit, HitTarget, Met, Plane, Words};
use super::text::{Align, ShapedText, Shaper, TextStyle};
use super::theme::Color;
use crate::model::TextSpot;

/// Shapes of one fragment in the making.
#[derive(Debug)]
pub struct Pen {
    plane: Plane,
    hit: Option<(Rect, HitTarget, Arc<str>)>,
    bounds: Option<Rect>,
    shapes: Vec<Shape>,
    /// Texts that can be changed where they stand; their places are the scene's until the fragment is finished.
    words: Vec<Words>,
}

/// A solid line.
pub fn solid(color: Color, width: f32) -> Stroke {
    Stroke { color, width, dash: None }
}

/// A dashed line.
pub fn dashed(color: Color, width: f32, dash: (f32, f32)) -> Stroke {
    Stroke { color, width, dash: Some(dash) }
}

impl Pen {
    /// Begins a fragment of the body.
    pub fn body() -> Self {
        Self::on(Plane::Body)
    }

    /// Begins a fragment of this plane.
    pub fn on(plane: Plane) -> Self {
        Self { plane, hit: None, bounds: None, shapes: Vec::new(), words: Vec::new() }
    }

    /// Says what a pointer meets.
    #[must_use]
    pub fn hit(mut self, area: Rect, target: HitTarget, label: impl Into<Arc<str>>) -> Self {
        self.hit = Some((area, target, label.into()));
        self.grow(area);
        self
    }

    /// The finished fragment; `None` where nothing was drawn or can be met.
    pub fn finish(self) -> Option<Arc<Fragment>> {
        let Self { plane, hit, bounds, shapes, mut words } = self;
        let hit = hit.map(|(area, target, label)| {
            for words in &mut words {
                let Point { x, y } = words.from_corner;
                words.from_corner = point(x - area.x, y - area.y);
            }
            Hit { area, words_by: Point::default(), met: Arc::new(Met { target, label, words }) }
        });
        Some(Arc::new(Fragment { plane, bounds: bounds?, hit, shapes: shapes.into() }))
    }

    /// A rectangle with round corners.
    pub fn rect(&mut self, area: Rect, radius: f32, fill: Option<Color>, stroke: Option<Stroke>) {
        self.put(Shape::Rect { rect: area, radius, fill: fill.map(Paint::Solid), stroke });
    }

    /// A quiet ground behind words that stand over lines.
    pub fn halo(&mut self, area: Rect, ground: Color) {
        self.rect(area, 4.0, Some(ground.fade(0.94)), None);
    }

    /// A circle.
    pub fn circle(&mut self, center: Point, radius: f32, fill: Option<Color>, stroke: Option<Stroke>) {
        self.put(Shape::Circle { center, radius, fill: fill.map(Paint::Solid), stroke });
    }

    /// A line along a path.
    pub fn line(&mut self, path: Path, stroke: Stroke) {
        self.outline(Arc::new(path), None, Some(stroke));
    }

    /// A filled path.
    pub fn fill(&mut self, path: Path, fill: Paint) {
        self.outline(Arc::new(path), Some(fill), None);
    }

    /// A path filled with one colour.
    pub fn solid(&mut self, path: Path, color: Color) {
        self.fill(path, Paint::Solid(color));
    }

    fn outline(&mut self, path: Arc<Path>, fill: Option<Paint>, stroke: Option<Stroke>) {
        self.put(Shape::Path { path, fill, stroke });
    }

    /// A straight line.
    pub fn segment(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.line(Path::polyline(&[from, to]), stroke);
    }

    /// A shaped text with its left top corner here.
    pub fn text(&mut self, top_left: Point, text: Arc<ShapedText>, color: Color) {
        self.put(Shape::Text { top_left, text, color });
    }

    /// A shaped text that can be changed where it stands, in lines of this room.
    pub fn written(&mut self, top_left: Point, text: Arc<ShapedText>, ink: Color, (spot, room): (TextSpot, f32)) {
        let indent = text.lines.first().map_or(0.0, |line| line.x);
        let size = Size { width: text.width, height: text.height };
        let shape = Some(self.shapes.len());
        let from_corner = point(top_left.x + indent, top_left.y);
        self.words.push(Words { spot, from_corner, size, room, style: text.style, ink, shape });
        self.text(top_left, text, ink);
    }

    /// A place for a text of which nothing is written yet, in lines of this room.
    pub fn unwritten(&mut self, top_left: Point, (style, ink): (TextStyle, Color), (spot, room): (TextSpot, f32)) {
        let size = Size { width: room, height: style.line_height };
        self.words.push(Words { spot, from_corner: top_left, size, room, style, ink, shape: None });
    }

    /// One unbroken line, centred around a place.
    pub fn label(&mut self, shaper: &mut Shaper, center: Point, (words, style): (&str, TextStyle), color: Color) {
        let text = shaper.shape(words, style, None, Align::Left);
        self.centered(center, text, color);
    }

    /// A shaped text, centred around a place.
    pub fn centered(&mut self, center: Point, text: Arc<ShapedText>, color: Color) {
        self.text(point(center.x - text.width / 2.0, center.y - text.height / 2.0), text, color);
    }

    /// An icon drawn with lines, in a square with this left top corner and side.
    pub fn icon(&mut self, icon: Icon, (left_top, side): (Point, f32), color: Color) {
        let width = ICON_STROKE * side / ICON_FIELD;
        self.line(icon.placed(left_top, side), solid(color, width));
    }

    /// A picture.
    pub fn picture(&mut self, area: Rect, picture: &crate::model::Picture, round: bool) {
        self.put(Shape::Picture { rect: area, picture: picture.clone(), round });
    }

    fn put(&mut self, shape: Shape) {
        if let Some(bounds) = shape.bounds() {
            self.grow(bounds);
            self.shapes.push(shape);
        }
    }

    fn grow(&mut self, by: Rect) {
        self.bounds = Some(self.bounds.map_or(by, |bounds| bounds.union(by)));
    }
}
