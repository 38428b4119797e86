//! A finished scene → PNG, SVG, PDF: the same geometry and look in each, at the size asked for, or a reason why not.
//!
//! Nothing is shrunk, clipped or dropped in silence. Solid lines of a path end and turn round, dashes end square; what
//! a picture's own proportions leave over is cut evenly at both sides. Reading order: [`png()`] and what it draws with
//! (`raster`), [`svg()`], [`pdf()`].

mod deflate;
mod error;
mod glyphs;
mod numbered;
mod pdf;
mod picture;
mod png;
mod raster;
mod svg;

pub use error::ExportError;
pub use numbered::numbered;
pub use pdf::{PdfReport, ScaledPage, pdf};
pub use png::{png, png_in_bands};
pub use svg::svg;

/// The smallest and the largest scale of a PNG.
pub const SCALES: std::ops::RangeInclusive<f32> = 0.5..=8.0;

/// The widest and the tallest PNG, in pixels.
pub const MAX_PIXELS_A_SIDE: u32 = 1 << 22;

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continue {
    /// Go on.
    Yes,
    /// Stop here; what was written so far is of no use.
    Cancel,
}

/// The scene's width and height, if it has any.
fn area(scene: &crate::scene::Scene) -> Result<(f32, f32), ExportError> {
    let (width, height) = (scene.size.width, scene.size.height);
    let is_some = width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite();
    if is_some { Ok((width, height)) } else { Err(ExportError::Empty) }
}
