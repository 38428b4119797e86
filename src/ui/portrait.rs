//! A persona's portrait in lists and editors, drawn as the map draws it.

use egui::{Pos2, Ui, vec2};

use super::canvas::paint::paint_fragment;
use super::canvas::sink::{Detail, Sink};
use super::canvas::text::TextSize;
use super::view::View;
use crate::model::Persona;
use crate::scene::pen::Pen;
use crate::scene::{Theme, face, point};

/// Draws the portrait in a circle.
pub fn portrait_ui(ui: &Ui, theme: &Theme, view: &mut View, (center, radius, persona): (Pos2, f32, &Persona)) {
    let mut pen = Pen::body();
    face::portrait(&mut pen, (theme, &mut view.shaper), (point(radius + 2.0, radius + 2.0), radius), persona);
    let Some(fragment) = pen.finish() else { return };
    let mut sink = Sink::new(ui.painter(), Detail::Full);
    let seat = (center - vec2(radius + 2.0, radius + 2.0), 1.0);
    paint_fragment(&mut sink, (&mut view.pictures, TextSize::Exact), &fragment, seat);
    sink.finish();
}
