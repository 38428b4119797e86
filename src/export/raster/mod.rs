//! Scene fragments → pixels of a band.
//!
//! A rasteriser of our own rather than a general one: on an opaque background it needs no alpha channel and no
//! blending modes, its coverage is exact, and its bands join without a seam.

mod canvas;
mod coverage;
mod masks;
mod pen;
mod stroke;

use std::sync::Arc;

use crate::model::Picture;
use crate::scene::text::{ShapedLine, ShapedText};
use crate::scene::{Color, Fragment, Paint, Path, Point, Rect, Shape, Stroke};

pub(super) use canvas::Canvas;
use canvas::covered;
use coverage::Coverage;
use masks::{GlyphKey, Masks, STEPS};
use pen::{Pen, Place};
pub(super) use pen::{circle_outline, rect_outline};

use super::ExportError;
use super::glyphs::{Outlines, UNITS_PER_EM};
use super::picture::Pictures;

/// Above so many pixels an em, a glyph is drawn each time instead of kept as a mask.
const LARGEST_MASK: f32 = 96.0;

/// Draws fragments into bands of one picture; what it learns about glyphs serves the next band.
pub(super) struct Painter<'a> {
    scale: f32,
    pictures: &'a Pictures,
    coverage: Coverage,
    masks: Masks,
    outlines: Outlines,
}

/// What a covered pixel becomes.
#[derive(Clone, Copy)]
enum Ink {
    Solid(Color),
    /// From a colour at one y (in pixels) to another at a second.
    Vertical {
        from: (f32, Color),
        to: (f32, Color),
    },
}

impl<'a> Painter<'a> {
    pub(super) fn new(scale: f32, pictures: &'a Pictures) -> Self {
        Self { scale, pictures, coverage: Coverage::default(), masks: Masks::default(), outlines: Outlines::default() }
    }

    /// Draws what of the fragment is in the band.
    pub(super) fn fragment(&mut self, fragment: &Fragment, canvas: &mut Canvas) -> Result<(), ExportError> {
        for shape in &fragment.shapes {
            self.shape(shape, canvas)?;
        }
        Ok(())
    }

    fn shape(&mut self, shape: &Shape, canvas: &mut Canvas) -> Result<(), ExportError> {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => self.rect(*rect, *radius, (*fill, *stroke), canvas),
            Shape::Circle { center, radius, fill, stroke } => {
                let rect =
                    Rect { x: center.x - radius, y: center.y - radius, width: 2.0 * radius, height: 2.0 * radius };
                self.rect(rect, *radius, (*fill, *stroke), canvas);
            }
            Shape::Path { path, fill, stroke } => self.path(path, (*fill, *stroke), canvas),
            Shape::Text { top_left, text, color } => self.text(*top_left, text, *color, canvas),
            Shape::Picture { rect, picture, round } => return self.picture(*rect, picture, *round, canvas),
        }
        Ok(())
    }

    /// Whether anything between two heights of the scene, so much thicker, can show in the band.
    fn shows(&self, top: f32, bottom: f32, around: f32, canvas: &Canvas) -> bool {
        let rows = canvas.rows();
        (bottom + around) * self.scale >= rows.start as f32 && (top - around) * self.scale <= rows.end as f32
    }

    fn rect(&mut self, rect: Rect, radius: f32, look: (Option<Paint>, Option<Stroke>), canvas: &mut Canvas) {
        let (fill, line) = look;
        let around = line.map_or(0.0, |line| line.width / 2.0);
        if !self.shows(rect.y, rect.bottom(), around, canvas) {
            return;
        }
        if let Some(paint) = fill {
            let ink = self.ink(paint, rect);
            self.fill(&rect_outline(rect, radius), ink, canvas);
        }
        if let Some(line) = line {
            let outlines = match line.dash {
                None => stroke::ring(rect, radius, line.width),
                Some(_) => stroke::stroked(&rect_outline(rect, radius), line, self.scale),
            };
            self.fill(&outlines, Ink::Solid(line.color), canvas);
        }
    }

    fn path(&mut self, path: &Arc<Path>, (fill, line): (Option<Paint>, Option<Stroke>), canvas: &mut Canvas) {
        let Some(bounds) = path.bounds() else { return };
        let around = line.map_or(0.0, |line| line.width);
        if !self.shows(bounds.y, bounds.bottom(), around, canvas) {
            return;
        }
        if let Some(paint) = fill {
            let ink = self.ink(paint, bounds);
            self.fill(path, ink, canvas);
        }
        if let Some(line) = line {
            self.fill(&stroke::stroked(path, line, self.scale), Ink::Solid(line.color), canvas);
        }
    }

    fn ink(&self, paint: Paint, bounds: Rect) -> Ink {
        match paint {
            Paint::Solid(color) => Ink::Solid(color),
            Paint::Vertical(from, to) => {
                Ink::Vertical { from: (bounds.y * self.scale, from), to: (bounds.bottom() * self.scale, to) }
            }
        }
    }

    fn fill(&mut self, path: &Path, ink: Ink, canvas: &mut Canvas) {
        self.fill_at(path, Place { scale: self.scale, x: 0.0, y: 0.0 }, ink, canvas);
    }

    fn fill_at(&mut self, path: &Path, place: Place, ink: Ink, canvas: &mut Canvas) {
        self.coverage.begin(canvas.rows(), canvas.width());
        Pen::new(&mut self.coverage, place).path(path);
        self.coverage.sweep(|row, columns, alpha| canvas.blend(row, columns, covered(ink.at(row), alpha)));
    }

    fn text(&mut self, top_left: Point, text: &ShapedText, color: Color, canvas: &mut Canvas) {
        for line in &text.lines {
            let baseline = top_left.y + line.baseline;
            // Glyphs reach no further than this from the baseline, accents included.
            let size = text.style.size;
            if self.shows(baseline - 1.5 * size, baseline + size, 1.0, canvas) {
                self.line(top_left, text, line, color, canvas);
            }
        }
    }

    fn line(&mut self, top_left: Point, text: &ShapedText, line: &ShapedLine, color: Color, canvas: &mut Canvas) {
        let size = text.style.size * self.scale;
        for glyph in &line.glyphs {
            let x = (top_left.x + line.x + glyph.x) * self.scale;
            let y = ((top_left.y + line.baseline + glyph.y) * self.scale).round();
            if size > LARGEST_MASK {
                let outline = self.outlines.get(text.style.weight, glyph.id);
                self.fill_at(&outline, Place { scale: size / UNITS_PER_EM, x, y }, Ink::Solid(color), canvas);
                continue;
            }
            let quarters = (x * STEPS).round() as i32;
            let key = GlyphKey {
                weight: text.style.weight,
                glyph: glyph.id,
                size_bits: size.to_bits(),
                step: quarters.rem_euclid(STEPS as i32) as u8,
            };
            let column = quarters.div_euclid(STEPS as i32);
            let mask = self.masks.get(key, &mut self.outlines, &mut self.coverage);
            if mask.width == 0 {
                continue;
            }
            let rows = canvas.rows();
            let top = y as i32 + mask.top;
            for (row, run) in (top..rows.end).zip(mask.coverage.chunks_exact(mask.width)) {
                if row >= rows.start {
                    canvas.blend_each(row, column + mask.left, run.iter().map(|alpha| covered(color, *alpha)));
                }
            }
        }
    }

    fn picture(&mut self, rect: Rect, picture: &Picture, round: bool, canvas: &mut Canvas) -> Result<(), ExportError> {
        if rect.width <= 0.0 || rect.height <= 0.0 || !self.shows(rect.y, rect.bottom(), 0.0, canvas) {
            return Ok(());
        }
        let (left, top) = ((rect.x * self.scale).floor() as i32, (rect.y * self.scale).floor() as i32);
        let width = (rect.right() * self.scale).ceil() as i32 - left;
        let height = (rect.bottom() * self.scale).ceil() as i32 - top;
        let scaled = self.pictures.scaled(picture, width.max(1) as u32, height.max(1) as u32)?;
        let radius = if round { rect.width.min(rect.height) / 2.0 } else { 0.0 };
        let outline = if round { circle_outline(rect.center(), radius) } else { rect_outline(rect, 0.0) };
        self.coverage.begin(canvas.rows(), canvas.width());
        Pen::new(&mut self.coverage, Place { scale: self.scale, x: 0.0, y: 0.0 }).path(&outline);
        self.coverage.sweep(|row, columns, alpha| {
            let pixel = |column: i32| {
                let at = ((column - left).clamp(0, width - 1) as u32, (row - top).clamp(0, height - 1) as u32);
                let [r, g, b, a] = scaled.get_pixel(at.0, at.1).0;
                covered(Color { r, g, b, a }, alpha)
            };
            canvas.blend_each(row, columns.start, columns.clone().map(pixel));
        });
        Ok(())
    }
}

impl Ink {
    fn at(self, row: i32) -> Color {
        match self {
            Self::Solid(color) => color,
            Self::Vertical { from: (top, from), to: (bottom, to) } => {
                let t = if bottom > top { ((row as f32 + 0.5 - top) / (bottom - top)).clamp(0.0, 1.0) } else { 0.0 };
                let mix = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * t).round() as u8;
                Color { r: mix(from.r, to.r), g: mix(from.g, to.g), b: mix(from.b, to.b), a: mix(from.a, to.a) }
            }
        }
    }
}
