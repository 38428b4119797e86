//! Lines → the outlines of what they cover.

use tiny_skia::{LineCap, LineJoin, PathBuilder, PathSegment, StrokeDash};

use crate::scene::{Path, PathVerb, Point, Rect, Stroke, point};

use super::pen::{rect_outline, reversed};

/// The outline of a solid line along the edge of a rectangle with round corners (a circle is one, too).
pub(super) fn ring(rect: Rect, radius: f32, width: f32) -> Path {
    let half = width / 2.0;
    let mut path = rect_outline(rect.expand(half), if radius > 0.0 { radius + half } else { 0.0 });
    let inner = rect.expand(-half);
    if inner.width > 0.0 && inner.height > 0.0 {
        path.verbs.extend(reversed(&rect_outline(inner, radius - half)).verbs);
    }
    path
}

/// The outline of a line along a path; `scale` says how finely curves are cut. Empty where there is no line to draw.
pub(super) fn stroked(path: &Path, line: Stroke, scale: f32) -> Path {
    let mut builder = PathBuilder::new();
    for verb in &path.verbs {
        match *verb {
            PathVerb::Move(to) => builder.move_to(to.x, to.y),
            PathVerb::Line(to) => builder.line_to(to.x, to.y),
            PathVerb::Quad(a, to) => builder.quad_to(a.x, a.y, to.x, to.y),
            PathVerb::Cubic(a, b, to) => builder.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            PathVerb::Close => builder.close(),
        }
    }
    let stroke = tiny_skia::Stroke {
        width: line.width,
        line_cap: if line.dash.is_some() { LineCap::Butt } else { LineCap::Round },
        line_join: LineJoin::Round,
        ..tiny_skia::Stroke::default()
    };
    let outline = || {
        let path = builder.finish()?;
        let dash = line.dash.and_then(|(dash, gap)| StrokeDash::new(vec![dash, gap], 0.0));
        let path = match dash {
            Some(dash) => path.dash(&dash, scale)?,
            None => path,
        };
        path.stroke(&stroke, scale)
    };
    outline().map(|path| ours(&path)).unwrap_or_default()
}

fn ours(path: &tiny_skia::Path) -> Path {
    let at = |place: tiny_skia::Point| -> Point { point(place.x, place.y) };
    let verb = |segment: PathSegment| match segment {
        PathSegment::MoveTo(to) => PathVerb::Move(at(to)),
        PathSegment::LineTo(to) => PathVerb::Line(at(to)),
        PathSegment::QuadTo(a, to) => PathVerb::Quad(at(a), at(to)),
        PathSegment::CubicTo(a, b, to) => PathVerb::Cubic(at(a), at(b), at(to)),
        PathSegment::Close => PathVerb::Close,
    };
    Path { verbs: path.segments().map(verb).collect() }
}
