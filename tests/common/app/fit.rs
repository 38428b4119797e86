//! What of the window's own words is cut: shortened by "…", or beyond the edge of what it stands in.

use std::collections::BTreeSet;

use egui::Rect;
use egui::epaint::{ClippedShape, Shape};
use egui_kittest::kittest::Queryable;

use super::Driver;

/// How a view is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scrolled {
    /// Up and down alone.
    Down,
    /// A wide table, sideways as well.
    Sideways,
}

impl Driver {
    /// The program's own words that are cut in the last frame. Words of the document may be shortened: all of them is
    /// told where they are pointed at.
    pub(crate) fn cut_words(&self, scrolled: Scrolled) -> BTreeSet<String> {
        let mut own = own_words(self.language());
        // What the document calls so as well is no word of the window's own.
        for department in &self.document().departments {
            own.remove(&department.name);
        }
        // The map slides under the canvas' edges.
        let name = self.word("canvas");
        let canvas = self.harness.query_by_label(&name).map(|canvas| canvas.rect());
        let mut cut = BTreeSet::new();
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            if canvas.is_some_and(|canvas| canvas.contains_rect(*clip_rect)) {
                continue;
            }
            look(shape, *clip_rect, &mut |words, clip, text| {
                let beyond = scrolled == Scrolled::Down
                    && text.is_positive()
                    && clip.intersects(text)
                    && !sideways(clip).contains_rect(text);
                let shortened = words.elided;
                if (shortened || beyond) && own.contains(words.job.text.as_str()) {
                    cut.insert(words.job.text.clone());
                }
            });
        }
        cut
    }
}

impl Driver {
    /// Whether a line of the last frame ends so, with nothing left out behind it.
    pub(crate) fn shows_the_end(&self, end: &str) -> bool {
        let mut shown = false;
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            look(shape, *clip_rect, &mut |words, clip, text| {
                shown |= !words.elided && clip.contains_rect(text) && words.job.text.ends_with(end);
            });
        }
        shown
    }
}

/// What is scrolled may be cut above and below, but not at its sides.
fn sideways(clip: Rect) -> Rect {
    Rect::from_x_y_ranges(clip.left() - 1.0..=clip.right() + 1.0, f32::MIN..=f32::MAX)
}

fn look(shape: &Shape, clip: Rect, found: &mut impl FnMut(&egui::Galley, Rect, Rect)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| look(shape, clip, found)),
        Shape::Text(text) => found(&text.galley, clip, text.galley.rect.translate(text.pos.to_vec2())),
        _ => {}
    }
}

/// Every message without arguments, in this language.
fn own_words(language: tropa::model::Language) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(language.tag());
    let files = std::fs::read_dir(folder).expect("the words").flatten();
    let lines = files.flat_map(|file| {
        let text = std::fs::read_to_string(file.path()).expect("text");
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    let message = |line: String| {
        let (key, words) = line.split_once(" = ")?;
        let plain = !key.starts_with(['#', ' ']) && !words.contains('{') && !words.trim().is_empty();
        plain.then(|| words.trim().to_owned())
    };
    lines.filter_map(message).collect()
}
