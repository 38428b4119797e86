//! A finished picture made larger or smaller and moved: letters, lines and dashes alike.

use std::sync::Arc;

use crate::scene::{Fragment, Path, Point, Rect, Shape, Stroke, point, rect};

/// Where a picture goes: every place is multiplied, then moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    /// How much larger.
    pub(super) factor: f32,
    /// How far it is moved afterwards.
    pub(super) by: Point,
}

impl Fit {
    fn point(self, place: Point) -> Point {
        point(place.x * self.factor + self.by.x, place.y * self.factor + self.by.y)
    }

    /// Where a rectangle goes.
    pub(super) fn rect(self, area: Rect) -> Rect {
        let corner = self.point(point(area.x, area.y));
        rect(corner.x, corner.y, area.width * self.factor, area.height * self.factor)
    }

    /// The fragment at its new place; what a pointer meets is left out.
    pub(super) fn fragment(self, fragment: &Fragment) -> Arc<Fragment> {
        let shapes = fragment.shapes.iter().map(|shape| self.shape(shape)).collect();
        Arc::new(Fragment { plane: fragment.plane, bounds: self.rect(fragment.bounds), hit: None, shapes })
    }

    fn shape(self, shape: &Shape) -> Shape {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => Shape::Rect {
                rect: self.rect(*rect),
                radius: radius * self.factor,
                fill: *fill,
                stroke: stroke.map(|stroke| self.stroke(stroke)),
            },
            Shape::Circle { center, radius, fill, stroke } => Shape::Circle {
                center: self.point(*center),
                radius: radius * self.factor,
                fill: *fill,
                stroke: stroke.map(|stroke| self.stroke(stroke)),
            },
            Shape::Path { path, fill, stroke } => Shape::Path {
                path: Arc::new(self.path(path)),
                fill: *fill,
                stroke: stroke.map(|stroke| self.stroke(stroke)),
            },
            Shape::Text { top_left, text, color } => {
                Shape::Text { top_left: self.point(*top_left), text: Arc::new(text.scaled(self.factor)), color: *color }
            }
            Shape::Picture { rect, picture, round } => {
                Shape::Picture { rect: self.rect(*rect), picture: picture.clone(), round: *round }
            }
        }
    }

    fn path(self, path: &Path) -> Path {
        path.map(|place| self.point(place))
    }

    fn stroke(self, stroke: Stroke) -> Stroke {
        let dash = stroke.dash.map(|(dash, gap)| (dash * self.factor, gap * self.factor));
        Stroke { width: stroke.width * self.factor, dash, ..stroke }
    }
}
