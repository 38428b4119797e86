//! Letters that are being typed on the map: broken into the same lines as the scene breaks them, so that nothing jumps
//! when typing begins or ends.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Ui};

use crate::scene::text::{Align, Shaper, TextStyle};
use crate::ui::fonts;

/// How typed letters are set.
pub struct Lettering<'a> {
    /// Breaks the lines, in the scene's units.
    pub shaper: &'a mut Shaper,
    /// How they are set.
    pub style: TextStyle,
    /// How wide a line may be, in scene points.
    pub room: f32,
    /// Screen points per scene point.
    pub zoom: f32,
    /// Their colour.
    pub color: Color32,
}

impl Lettering<'_> {
    /// The text as it stands on the screen.
    pub fn galley(&mut self, ui: &Ui, text: &str) -> Arc<Galley> {
        let shaped = self.shaper.shape(text, self.style, Some(self.room), Align::Left);
        let lines: Vec<&str> = shaped.lines.iter().filter_map(|line| text.get(line.range.clone())).collect();
        let whole = Arc::new(self.job(text));
        // Typing must always be possible: a text that does not come apart into its lines is set by egui alone.
        if lines.concat() != text || lines.is_empty() {
            return ui.fonts_mut(|fonts| fonts.layout_job((*whole).clone()));
        }
        let rows: Vec<Arc<Galley>> = lines
            .iter()
            .map(|line| ui.fonts_mut(|fonts| fonts.layout_job(self.job(line.trim_end_matches('\n')))))
            .collect();
        let mut galley = Galley::concat(whole, &rows, ui.pixels_per_point());
        for (row, line) in galley.rows.iter_mut().zip(&lines) {
            row.ends_with_newline = line.ends_with('\n');
        }
        Arc::new(galley)
    }

    fn job(&self, text: &str) -> LayoutJob {
        let font = FontId::new(self.style.size * self.zoom, fonts::family(self.style.weight));
        let mut format = TextFormat::simple(font, self.color);
        format.line_height = Some(self.style.line_height * self.zoom);
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap.max_width = f32::INFINITY;
        job
    }
}

/// The first line's baseline, from the galley's top.
pub fn baseline(galley: &Galley) -> f32 {
    let first = galley.rows.first();
    first
        .and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y))
        .unwrap_or_else(|| galley.size().y * 0.75)
}
