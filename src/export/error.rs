//! Why an export did not come about, as data, and its words.

use std::io;

use crate::i18n::{FluentValue, Texts, number, reasons};

use super::{MAX_PIXELS_A_SIDE, SCALES};

/// Why an export did not come about.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The scale is not one of [`SCALES`].
    #[error("scale {scale} is not between {} and {}", SCALES.start(), SCALES.end())]
    Scale {
        /// The scale asked for.
        scale: f32,
    },
    /// The picture would be larger than [`MAX_PIXELS_A_SIDE`] or than its format can say.
    #[error("{width} × {height} px is more than {MAX_PIXELS_A_SIDE} px a side")]
    Size {
        /// Its width in pixels.
        width: f64,
        /// Its height in pixels.
        height: f64,
    },
    /// There is nothing to draw: no page, or no area.
    #[error("nothing to draw")]
    Empty,
    /// An embedded picture cannot be decoded within the limits.
    #[error("a picture cannot be read: {0}")]
    Picture(#[source] image::ImageError),
    /// The PDF could not be put together.
    #[error("the PDF cannot be put together: {0}")]
    Pdf(String),
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Writing failed.
    #[error("cannot write: {0}")]
    Io(#[from] io::Error),
}

impl ExportError {
    /// The reason in words.
    pub fn describe(&self, texts: &Texts) -> String {
        let figure = |value: f64, decimals: usize| -> FluentValue<'static> {
            number::number(value, decimals, texts.language()).into()
        };
        let exact = |value: f32| figure(f64::from(value), usize::from(value.fract() != 0.0) * 2);
        match self {
            Self::Scale { scale } => texts.with(
                "error-export-scale",
                &[
                    ("scale", exact(*scale)),
                    ("least", figure(f64::from(*SCALES.start()), 1)),
                    ("most", exact(*SCALES.end())),
                ],
            ),
            Self::Size { width, height } => texts.with(
                "error-export-size",
                &[
                    ("width", figure(width.ceil(), 0)),
                    ("height", figure(height.ceil(), 0)),
                    ("most", figure(f64::from(MAX_PIXELS_A_SIDE), 0)),
                ],
            ),
            Self::Empty => texts.get("error-export-empty"),
            Self::Picture(reason) => {
                texts.with("error-export-picture", &[("reason", reasons::picture(reason, texts).into())])
            }
            Self::Pdf(_) => texts.get("error-export-pdf"),
            Self::Cancelled => texts.get("error-export-cancelled"),
            Self::Io(reason) => texts.with("error-export-io", &[("reason", reasons::io(reason, texts).into())]),
        }
    }
}
