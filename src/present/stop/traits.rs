//! A trait on a stop: its name, its rail with the knob, and the two ends below.

use std::sync::Arc;

use super::desk::{Desk, Type};
use crate::model::Slider;
use crate::present::rail::rail;
use crate::scene::pen::Pen;
use crate::scene::text::ShapedText;
use crate::scene::{Color, Point, point};

/// From a trait's name to the middle of its rail, and from there to the words below.
const AROUND: (f32, f32) = (16.0, 14.0);
/// How much larger than on a persona card the rail is drawn.
const SCALE: f32 = 1.7;
/// Between the words of the two ends.
const BETWEEN: f32 = 24.0;

/// A trait, measured.
struct Lay {
    name: Arc<ShapedText>,
    low: Arc<ShapedText>,
    high: Arc<ShapedText>,
}

fn lay(desk: &mut Desk<'_>, slider: &Slider, (width, most): (f32, f32)) -> Lay {
    let name = desk.fit(&slider.name, Type::Note, (width, most / 2.0));
    let ends = [&slider.low, &slider.high];
    let all: f32 = ends.iter().map(|words| desk.measure(words, Type::Note)).sum();
    // Side by side as long as they are, or in halves.
    let room = if all + BETWEEN <= width { width } else { (width - BETWEEN) / 2.0 };
    let [low, high] = ends.map(|words| desk.fit(words, Type::Note, (room, most / 2.0)));
    Lay { name, low, high }
}

fn name_height(name: &ShapedText) -> f32 {
    if name.width > 0.0 { name.height } else { 0.0 }
}

/// The height of a trait in a column of this width.
pub(super) fn height(desk: &mut Desk<'_>, slider: &Slider, room: (f32, f32)) -> f32 {
    let lay = lay(desk, slider, room);
    name_height(&lay.name) + AROUND.0 + AROUND.1 + lay.low.height.max(lay.high.height)
}

/// Draws a trait and returns the height it takes.
pub(super) fn draw(
    desk: &mut Desk<'_>,
    (slider, color): (&Slider, Color),
    (at, width, most): (Point, f32, f32),
) -> f32 {
    let Lay { name, low, high } = lay(desk, slider, (width, most));
    let y = at.y + name_height(&name) + AROUND.0;
    let below = y + AROUND.1;
    let bottom = below + low.height.max(high.height);
    let mut pen = Pen::body();
    rail(&mut pen, desk.theme, (point(at.x, y), width, SCALE), (slider.value, color));
    let right = at.x + width - high.width;
    for (place, text, ink) in [
        (at, name, desk.theme.ink),
        (point(at.x, below), low, desk.theme.mute),
        (point(right, below), high, desk.theme.mute),
    ] {
        if text.width > 0.0 {
            pen.text(place, text, ink);
        }
    }
    desk.put(pen);
    bottom - at.y
}
