//! Text ↔ piece: what stands on the clipboard, by the same structs, caps and errors as the file.

use super::error::{FormatError, WriteError};
use super::header::{self, Head};
use super::read::{checked_head, parse, text_of};
use super::v1;
use super::writer::Writer;
use crate::model::Piece;

/// The piece as text.
///
/// # Errors
/// When a cap of [`crate::model::limits`] is exceeded or a number is not finite.
pub fn piece_to_text(piece: &Piece) -> Result<String, WriteError> {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes);
    v1::write_piece(piece, &mut writer)?;
    writer.finish()?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a text is meant to be a piece, well-formed or not.
pub fn is_piece(text: &str) -> bool {
    header::begins_with(text, Head::Piece)
}

/// Whether a text is meant to be a whole project.
pub fn is_project(text: &str) -> bool {
    header::begins_with(text, Head::Project)
}

/// Reads a piece.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read_piece(text: &str) -> Result<Piece, FormatError> {
    let text = text_of(text.as_bytes())?;
    checked_head(text, Head::Piece)?;
    parse::<v1::Piece>(text).map(v1::into_piece)
}
