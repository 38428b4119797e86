//! A band of the picture: rows of RGB pixels, each row with a byte before it for the encoder's filter.

use std::ops::Range;

use crate::scene::Color;

/// Bytes of a run that is worth preparing for.
const LONG_RUN: usize = 192;

/// Rows of opaque pixels.
pub(in super::super) struct Canvas {
    width: usize,
    rows: Range<i32>,
    bytes: Vec<u8>,
}

/// `value` × `by` / 255, rounded.
fn part(value: u8, by: u8) -> u8 {
    let product = u32::from(value) * u32::from(by) + 128;
    ((product + (product >> 8)) >> 8) as u8
}

/// A colour as much of which shows as is covered.
pub(super) fn covered(color: Color, coverage: u8) -> Color {
    Color { a: part(color.a, coverage), ..color }
}

impl Canvas {
    /// A band of no rows.
    pub(in super::super) fn new(width: u32) -> Self {
        Self { width: width as usize, rows: 0..0, bytes: Vec::new() }
    }

    /// Makes it these rows of one colour.
    pub(in super::super) fn clear(&mut self, rows: Range<i32>, color: Color) {
        self.bytes.resize(rows.len() * self.stride(), 0);
        self.rows = rows;
        for row in self.rows.clone() {
            if let Some(pixels) = self.pixels(row, 0..self.width as i32) {
                repeat(pixels, [color.r, color.g, color.b]);
            }
        }
    }

    /// Which rows it is.
    pub(in super::super) fn rows(&self) -> Range<i32> {
        self.rows.clone()
    }

    /// Its width in pixels.
    pub(in super::super) fn width(&self) -> i32 {
        self.width as i32
    }

    /// Bytes of a row, the filter's included.
    pub(in super::super) fn stride(&self) -> usize {
        self.width * 3 + 1
    }

    /// Its rows.
    pub(in super::super) fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }

    /// Pixels of a row, of which it has all.
    fn pixels(&mut self, row: i32, columns: Range<i32>) -> Option<&mut [u8]> {
        let begin = usize::try_from(row - self.rows.start).ok()? * self.stride() + 1;
        self.bytes.get_mut(begin + columns.start as usize * 3..begin + columns.end as usize * 3)
    }

    /// Lays a colour over pixels of a row; columns outside are left out.
    pub(super) fn blend(&mut self, row: i32, columns: Range<i32>, color: Color) {
        let columns = columns.start.max(0)..columns.end.min(self.width as i32);
        if columns.is_empty() || color.a == 0 {
            return;
        }
        let Some(pixels) = self.pixels(row, columns) else { return };
        if color.a == 255 {
            repeat(pixels, [color.r, color.g, color.b]);
        } else if pixels.len() >= LONG_RUN {
            over_all(pixels, color);
        } else {
            for pixel in pixels.chunks_exact_mut(3) {
                over(pixel, color);
            }
        }
    }

    /// Lays a row of colours over a row from a column on, each covered so much.
    pub(super) fn blend_each(&mut self, row: i32, column: i32, colors: impl Iterator<Item = Color>) {
        let columns = column.max(0)..self.width as i32;
        let skip = (columns.start - column) as usize;
        if columns.is_empty() {
            return;
        }
        let Some(pixels) = self.pixels(row, columns) else { return };
        for (pixel, color) in pixels.chunks_exact_mut(3).zip(colors.skip(skip)) {
            match color.a {
                0 => {}
                255 => pixel.copy_from_slice(&[color.r, color.g, color.b]),
                _ => over(pixel, color),
            }
        }
    }
}

fn over(pixel: &mut [u8], color: Color) {
    for (below, above) in pixel.iter_mut().zip([color.r, color.g, color.b]) {
        let sum = u32::from(above) * u32::from(color.a) + u32::from(*below) * u32::from(255 - color.a) + 128;
        *below = ((sum + (sum >> 8)) >> 8) as u8;
    }
}

/// Lays one colour over a run of pixels, many bytes at a time.
fn over_all(pixels: &mut [u8], color: Color) {
    const BYTES: usize = 48;
    let keep = u16::from(255 - color.a);
    let mut add = [0_u16; BYTES];
    for (add, above) in add.iter_mut().zip([color.r, color.g, color.b].iter().cycle()) {
        *add = u16::from(*above) * u16::from(color.a) + 128;
    }
    for run in pixels.chunks_mut(BYTES) {
        for (below, add) in run.iter_mut().zip(add) {
            let sum = add + u16::from(*below) * keep;
            *below = ((sum + (sum >> 8)) >> 8) as u8;
        }
    }
}

/// Fills with one colour, doubling what is there already.
fn repeat(pixels: &mut [u8], color: [u8; 3]) {
    let head = pixels.len().min(48);
    let Some((first, _)) = pixels.split_at_mut_checked(head) else { return };
    for pixel in first.chunks_exact_mut(3) {
        pixel.copy_from_slice(&color);
    }
    let mut filled = head;
    while filled < pixels.len() && filled > 0 {
        let next = filled.min(pixels.len() - filled);
        pixels.copy_within(..next, filled);
        filled += next;
    }
}
