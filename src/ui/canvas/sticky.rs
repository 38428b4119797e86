//! The names of stages and steps stay in sight: in a header that is wider than the window they stand in the part of it
//! that is seen.

use std::sync::Arc;

use egui::Vec2;

use super::camera::Lens;
use super::spots::Shown;
use crate::scene::shape::HitTarget;
use crate::scene::text::ShapedText;
use crate::scene::{Fragment, Plane, Point, Rect, Shape, point, rect};

/// Between a name and the edge of what is seen, in points on the screen.
const AIR: f32 = 12.0;
/// Between a name and the ends of a stage's header, which are not straight, in scene points.
const INSET: f32 = 20.0;
/// So much of a field is seen from where its words begin, in scene points.
const ROOM: f32 = 180.0;

/// A header with its words where they are seen; `None` where they stand as they are laid out.
pub fn stuck(fragment: &Fragment, lens: &Lens) -> Option<Fragment> {
    let shapes = &fragment.shapes;
    if fragment.plane != Plane::Header || !shapes.iter().any(|shape| aside(fragment, shape, lens) != 0.0) {
        return None;
    }
    let moved = shapes.iter().map(|shape| shape.moved(point(aside(fragment, shape, lens), 0.0)));
    Some(Fragment { shapes: moved.collect(), ..fragment.clone() })
}

/// By how much a text stands aside of where it is laid out, in points on the screen.
pub fn off(shown: &Shown<'_>, lens: &Lens) -> Vec2 {
    let shape = shown.words.shape.and_then(|shape| shown.hit_fragment.shapes.get(shape));
    let aside = shape.filter(|_| shown.plane == Plane::Header).map(|shape| aside(shown.hit_fragment, shape, lens));
    egui::vec2(aside.unwrap_or(0.0) * lens.camera.zoom, 0.0)
}

/// What has to be in sight for a text to be written, in the scene: of a header only its words, and of what is wider than
/// the window its words with some room for what is typed.
pub fn area_of(shown: &Shown<'_>, lens: &Lens) -> Rect {
    let area = shown.hit.area;
    if shown.plane != Plane::Header && area.width < lens.seen(shown.plane).width {
        return area;
    }
    let room = if shown.plane == Plane::Header { 0.0 } else { shown.words.room.min(ROOM) };
    let left = shown.corner.x + off(shown, lens).x / lens.camera.zoom;
    rect(left, area.y, shown.words.size.width.max(room), area.height)
}

/// By how much a shape of a header stands aside of where it is laid out, in scene points: only words do.
fn aside(header: &Fragment, shape: &Shape, lens: &Lens) -> f32 {
    let (Shape::Text { top_left, text, .. }, Some(hit)) = (shape, &header.hit) else { return 0.0 };
    let inset = if matches!(hit.target, HitTarget::StageHeader(_)) { INSET } else { 0.0 };
    within((*top_left, text), (hit.area, inset), (lens.seen(Plane::Header), AIR / lens.camera.zoom))
}

fn within((top_left, text): (Point, &Arc<ShapedText>), (header, inset): (Rect, f32), (seen, air): (Rect, f32)) -> f32 {
    let indent = text.lines.iter().map(|line| line.x).reduce(f32::min).unwrap_or(0.0);
    let left = top_left.x + indent;
    // Its beginning before its end, and both within the header.
    let wished = left.min(seen.right() - air - text.width).max(seen.x + air);
    let (first, last) = (header.x + inset, header.right() - inset - text.width);
    wished.clamp(first.min(left), last.max(left)) - left
}
