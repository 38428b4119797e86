//! Bytes → document: caps and encoding first, the version alone, then the structs of that version.

use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::complaint::Complaint;
use super::error::{FormatError, FormatErrorKind};
use super::header::{self, Head};
use super::place::Lines;
use super::tree::{self, Span};
use super::typed::{Refusal, Typed};
use super::{Opened, lexer, v1};
use crate::model::limits::MAX_FILE_BYTES;

/// Reads a file's bytes.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read(bytes: &[u8]) -> Result<Opened, FormatError> {
    let text = text_of(bytes)?;
    checked_head(text, Head::Project)?;
    let file = parse::<v1::File>(text)?;
    Ok(Opened { document: v1::into_document(file), has_comments: lexer::has_comments(text), version: v1::VERSION })
}

/// The bytes as text, within the cap and without a byte order mark.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, FormatError> {
    if bytes.len() > MAX_FILE_BYTES {
        let kind = FormatErrorKind::FileTooLarge { bytes: bytes.len() };
        return Err(FormatError { place: None, excerpt: None, kind });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let valid = String::from_utf8_lossy(valid);
        error_at(&valid, FormatErrorKind::NotUtf8, valid.len(), valid.len())
    })
}

/// Refuses what is not such a text, or of a version that is not known.
pub(super) fn checked_head(text: &str, head: Head) -> Result<(), FormatError> {
    let (version, start, end) = header::version(text, head).map_err(|(kind, start, end)| match kind {
        FormatErrorKind::Empty => FormatError { place: None, excerpt: None, kind },
        kind => error_at(text, kind, start, end),
    })?;
    match version {
        1 => Ok(()),
        0 => Err(error_at(text, FormatErrorKind::NoSuchVersion { version }, start, end)),
        _ => Err(error_at(text, FormatErrorKind::Newer { version }, start, end)),
    }
}

/// Reads the structs of a version.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, FormatError> {
    let options =
        Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(tree::MAX_DEPTH);
    options.from_str::<T>(text).map_err(|error| diagnose::<T>(text, &error))
}

/// Finds the true place and reason of what the RON parser refused.
fn diagnose<T: DeserializeOwned>(text: &str, error: &ron::error::SpannedError) -> FormatError {
    let refused = match tree::parse(text) {
        Ok(root) => T::deserialize(Typed(&root)).err(),
        Err(trouble) => Some(trouble.into()),
    };
    let Some(Refusal { mut kind, span, first }) = refused else {
        // What only the RON parser refuses is said in its words.
        let start = byte_of(text, error.span.start.line, error.span.start.col);
        return error_at(text, FormatErrorKind::Other { message: error.code.to_string() }, start, start);
    };
    let span = span.unwrap_or(Span { start: 0, end: 0 });
    if let (FormatErrorKind::Value(Complaint::Twice { .. }), Some(first)) = (&kind, first) {
        let name = text.get(span.start..span.end).unwrap_or_default().trim_matches('"').to_owned();
        kind = FormatErrorKind::Twice { name, first: Lines::new(text).place(first.start) };
    }
    error_at(text, kind, span.start, span.end)
}

/// The byte at a line and column, both from 1.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let line = text.get(line_start..).unwrap_or_default();
    line_start + line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// An error at these bytes of the text.
pub(super) fn error_at(text: &str, kind: FormatErrorKind, start: usize, end: usize) -> FormatError {
    let lines = Lines::new(text);
    FormatError { place: Some(lines.place(start)), excerpt: Some(lines.excerpt(start, end)), kind }
}
