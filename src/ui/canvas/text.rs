//! Letters on the canvas: one galley per line that the scene has already broken, at the scene's own places.

use egui::epaint::TextShape;
use egui::{Color32, FontId, Pos2, Rect, pos2, vec2};

use super::sink::Sink;
use crate::scene::Paint;
use crate::scene::text::{ShapedLine, ShapedText};
use crate::ui::fonts;

/// Letters lower than this are drawn as bars, in points on the screen.
const BARS_BELOW: f32 = 4.0;
/// Letters lower than this are not drawn.
const NOTHING_BELOW: f32 = 1.2;

/// How letters are sized on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    /// As large as the zoom says.
    #[default]
    Exact,
    /// In eight steps an octave, so that zooming does not fill the glyph atlas.
    Steps,
}

/// Draws shaped text whose block begins at `top_left` on the screen.
pub fn text_ui(
    sink: &mut Sink<'_>,
    text: &ShapedText,
    (top_left, zoom, text_size): (Pos2, f32, TextSize),
    color: Color32,
) {
    let size = text.style.size * zoom;
    if size < NOTHING_BELOW {
        return;
    }
    if size < BARS_BELOW {
        for line in &text.lines {
            bar(sink, (line, text.style.size), (top_left, zoom), color);
        }
        return;
    }
    let size = match text_size {
        TextSize::Exact => size,
        TextSize::Steps => ((size.log2() * 8.0).round() / 8.0).exp2(),
    };
    let font = FontId::new(size, fonts::family(text.style.weight));
    let painter = sink.context();
    let clip = painter.clip_rect();
    for line in &text.lines {
        let baseline = top_left + vec2(line.x, line.baseline) * zoom;
        let seen = Rect::from_min_max(
            baseline - vec2(0.0, size * 1.2),
            pos2(baseline.x + line.width * zoom + 2.0, baseline.y + size * 0.5),
        );
        if line.text.is_empty() || !seen.intersects(clip) {
            continue;
        }
        if !sink.is_due(&line.text, &font) {
            bar(sink, (line, text.style.size), (top_left, zoom), color);
            continue;
        }
        let galley = painter.layout_no_wrap(line.text.clone(), font.clone(), Color32::PLACEHOLDER);
        let ascent = galley
            .rows
            .first()
            .and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y))
            .unwrap_or(size * 0.97);
        sink.letters(TextShape::new(pos2(baseline.x, baseline.y - ascent), galley, color));
    }
}

fn bar(sink: &mut Sink<'_>, (line, size): (&ShapedLine, f32), (top_left, zoom): (Pos2, f32), color: Color32) {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    let faint = Paint::Solid(crate::scene::Color { r, g, b, a }.fade(0.35));
    let baseline = top_left + vec2(line.x, line.baseline) * zoom;
    let height = size * zoom * 0.5;
    sink.quad(Rect::from_min_size(baseline - vec2(0.0, height), vec2(line.width * zoom, height)), faint);
}
