//! What the presenter's pen drew on a stop and was kept.

use crate::model::{Document, InkStroke};
use crate::present::Slide;
use crate::scene::pen::{Pen, solid};
use crate::scene::{Color, Fragment, Path, Point, point};
use std::sync::Arc;

/// The height of one part's picture: kept strokes count through the parts as if these stood below each other.
pub const PART_HEIGHT: u16 = 1080;
/// The width of the pen's line, in the picture's points.
pub const PEN_WIDTH: f32 = 6.0;

/// Puts strokes of one part into the form in which a stop keeps them.
pub fn kept(strokes: &[Vec<Point>], part: usize) -> Vec<InkStroke> {
    let top = u16::try_from(part).unwrap_or(0).saturating_mul(PART_HEIGHT);
    let whole = |value: f32, most: u16| value.round().clamp(0.0, f32::from(most)) as u16;
    let place = |place: &Point| (whole(place.x, u16::MAX), top.saturating_add(whole(place.y, PART_HEIGHT - 1)));
    strokes.iter().map(|stroke| InkStroke { points: stroke.iter().map(place).collect() }).collect()
}

/// Whether a kept stroke belongs to this part.
pub fn is_of_part(stroke: &InkStroke, part: usize) -> bool {
    stroke.points.first().is_some_and(|(_, y)| usize::from(y / PART_HEIGHT) == part)
}

/// The kept strokes of a slide, ready to be drawn.
pub(super) fn fragment(document: &Document, slide: &Slide, color: Color) -> Option<Arc<Fragment>> {
    let stop = document.stops.get(slide.stop.as_ref()?)?;
    let mut pen = Pen::body();
    for stroke in stop.ink.iter().filter(|stroke| is_of_part(stroke, slide.part)) {
        let place = |(x, y): &(u16, u16)| point(f32::from(*x), f32::from(y % PART_HEIGHT));
        match stroke.points.as_slice() {
            [only] => pen.circle(place(only), PEN_WIDTH * 0.75, Some(color), None),
            points => {
                let points: Vec<Point> = points.iter().map(place).collect();
                pen.line(Path::polyline(&points), solid(color, PEN_WIDTH));
            }
        }
    }
    pen.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_stay_with_their_part() {
        let check = |y: f32, part: usize, expect: (u16, u16)| {
            let stroke = kept(&[vec![point(10.4, y)]], part).remove(0);
            assert_eq!(stroke.points, [expect]);
            assert!(is_of_part(&stroke, part) && !is_of_part(&stroke, part + 1), "{y} on {part}");
        };
        check(0.0, 0, (10, 0));
        check(500.6, 0, (10, 501));
        check(1080.0, 0, (10, 1079));
        check(-20.0, 1, (10, 1080));
        check(9999.0, 2, (10, 3239));
    }
}
