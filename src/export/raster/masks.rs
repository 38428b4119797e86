//! Coverage of glyphs, each drawn once per face, size and quarter of a pixel it stands at.

use std::collections::HashMap;

use crate::scene::text::Weight;

use super::super::glyphs::{Outlines, UNITS_PER_EM};
use super::coverage::Coverage;
use super::pen::{Pen, Place};

/// Quarters of a pixel: steps across at which a glyph may stand. Downwards it stands on whole pixels, as on screen.
pub(super) const STEPS: f32 = 4.0;

/// Bytes of masks that are kept.
const KEPT_BYTES: usize = 8 << 20;

/// Which glyph, how large and where within a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct GlyphKey {
    pub(super) weight: Weight,
    pub(super) glyph: u16,
    /// Bits of the em's size in pixels.
    pub(super) size_bits: u32,
    /// Quarters of a pixel rightwards.
    pub(super) step: u8,
}

/// How much of each pixel a glyph covers.
#[derive(Debug, Default)]
pub(super) struct Mask {
    /// Columns from the glyph's origin to its left edge.
    pub(super) left: i32,
    /// Rows from the baseline to its top, negative above.
    pub(super) top: i32,
    pub(super) width: usize,
    /// Row by row.
    pub(super) coverage: Vec<u8>,
}

/// Masks, kept until they are too many.
#[derive(Default)]
pub(super) struct Masks {
    known: HashMap<GlyphKey, Mask>,
    bytes: usize,
}

impl Masks {
    pub(super) fn get(&mut self, key: GlyphKey, outlines: &mut Outlines, coverage: &mut Coverage) -> &Mask {
        if self.bytes > KEPT_BYTES {
            self.known.clear();
            self.bytes = 0;
        }
        let bytes = &mut self.bytes;
        self.known.entry(key).or_insert_with(|| {
            let mask = draw(key, outlines, coverage);
            *bytes += mask.coverage.len() + size_of::<Mask>();
            mask
        })
    }
}

fn draw(key: GlyphKey, outlines: &mut Outlines, coverage: &mut Coverage) -> Mask {
    let path = outlines.get(key.weight, key.glyph);
    let Some(bounds) = path.bounds() else { return Mask::default() };
    let scale = f32::from_bits(key.size_bits) / UNITS_PER_EM;
    let shift = f32::from(key.step) / STEPS;
    let left = (bounds.x * scale + shift).floor() as i32 - 1;
    let top = (bounds.y * scale).floor() as i32 - 1;
    let width = (bounds.right() * scale + shift).ceil() as i32 + 1 - left;
    let height = (bounds.bottom() * scale).ceil() as i32 + 1 - top;
    let mut mask = Mask { left, top, width: width as usize, coverage: vec![0; (width * height) as usize] };
    coverage.begin(0..height, width);
    Pen::new(coverage, Place { scale, x: shift - left as f32, y: -top as f32 }).path(&path);
    coverage.sweep(|row, columns, alpha| {
        let begin = row as usize * width as usize;
        if let Some(run) = mask.coverage.get_mut(begin + columns.start as usize..begin + columns.end as usize) {
            run.fill(alpha);
        }
    });
    mask
}
