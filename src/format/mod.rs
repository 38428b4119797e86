//! Text ↔ document: the RON file, its versions, and errors that point at the place.

mod complaint;
pub mod error;
mod header;
mod lexer;
mod normal;
mod piece;
mod place;
mod places;
mod read;
mod report;
pub mod samples;
pub mod suggest;
mod tree;
mod typed;
mod v1;
mod writer;

use std::io;

pub use self::complaint::Complaint;
pub use self::error::{Expected, FormatError, FormatErrorKind, Found, Spot, WriteError};
pub(crate) use self::normal::sorted;
pub use self::piece::{is_piece, is_project, piece_to_text, read_piece};
pub use self::place::{Excerpt, Place};
pub use self::places::{Places, places};
pub use self::read::read;
pub use self::report::{describe, describe_write, message, printable};
use self::writer::Writer;
use crate::model::Document;
use crate::model::limits::MAX_TOUCHPOINTS;

/// What a file held.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// Whether the text has comments, which saving would lose.
    pub has_comments: bool,
    /// The version of the format it is written in.
    pub version: u32,
}

/// Streams a document's text.
///
/// # Errors
/// When a cap of [`crate::model::limits`] is exceeded, a number is not finite, or `out` fails.
pub fn write(document: &Document, out: &mut dyn io::Write) -> Result<(), WriteError> {
    let touchpoints = document.touchpoint_count();
    if touchpoints > MAX_TOUCHPOINTS {
        return Err(WriteError::TooManyTouchpoints { touchpoints });
    }
    let mut writer = Writer::new(out);
    v1::write(document, &mut writer)?;
    writer.finish()
}

/// A document's text in memory.
///
/// # Errors
/// When a cap of [`crate::model::limits`] is exceeded or a number is not finite.
pub fn to_bytes(document: &Document) -> Result<Vec<u8>, WriteError> {
    let mut bytes = Vec::new();
    write(document, &mut bytes)?;
    Ok(bytes)
}
