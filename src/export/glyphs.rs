//! Outlines of the bundled faces' glyphs, in font units with y down.

use std::collections::HashMap;
use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::scene::text::Weight;
use crate::scene::{Path, PathVerb, point};

/// Font units in an em of every bundled face; a test holds it against their files.
pub(super) const UNITS_PER_EM: f32 = 2048.0;

/// Outlines, each read once.
#[derive(Default)]
pub(super) struct Outlines {
    known: HashMap<(Weight, u16), Arc<Path>>,
}

impl Outlines {
    /// The outline of a glyph; empty for a space, a box for what the face has not.
    pub(super) fn get(&mut self, weight: Weight, glyph: u16) -> Arc<Path> {
        let read = || Arc::new(outline(weight, glyph).unwrap_or_default());
        Arc::clone(self.known.entry((weight, glyph)).or_insert_with(read))
    }
}

fn outline(weight: Weight, glyph: u16) -> Option<Path> {
    let font = FontRef::new(weight.font_bytes()).ok()?;
    let glyph = font.outline_glyphs().get(GlyphId::from(glyph))?;
    let mut pen = Pen(Path::default());
    glyph.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    Some(pen.0)
}

struct Pen(Path);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.verbs.push(PathVerb::Move(point(x, -y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.verbs.push(PathVerb::Line(point(x, -y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.verbs.push(PathVerb::Quad(point(cx, -cy), point(x, -y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.verbs.push(PathVerb::Cubic(point(ax, -ay), point(bx, -by), point(x, -y)));
    }

    fn close(&mut self) {
        self.0.verbs.push(PathVerb::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_the_same_em() {
        for weight in Weight::ALL {
            let font = FontRef::new(weight.font_bytes()).unwrap();
            let metrics = font.metrics(Size::unscaled(), LocationRef::default());
            assert_eq!(f32::from(metrics.units_per_em), UNITS_PER_EM, "{weight:?}");
        }
    }
}
