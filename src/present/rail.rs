//! The rail of a trait, with its knob.

use crate::scene::pen::{Pen, solid};
use crate::scene::{Color, Point, Theme, point, rect};

/// Draws a rail around the height of `at`, and on it a knob where `value` (0 … 1) stands between the two ends.
pub(super) fn rail(pen: &mut Pen, theme: &Theme, (at, width, scale): (Point, f32, f32), (value, color): (f64, Color)) {
    let Point { x, y } = at;
    let thick = 4.0 * scale;
    pen.rect(rect(x, y - thick / 2.0, width, thick), thick / 2.0, Some(theme.line), None);
    let (middle, tick) = (x + width / 2.0, 5.0 * scale);
    pen.segment(point(middle, y - tick), point(middle, y + tick), solid(theme.faint, scale));
    let inset = 8.0 * scale;
    let knob = x + inset + (width - 2.0 * inset) * value.clamp(0.0, 1.0) as f32;
    pen.circle(point(knob, y), 7.0 * scale, Some(theme.background), Some(solid(color, 3.0 * scale)));
}
