//! Bytes → document: caps and encoding first, the version alone, then the structs of that version.

use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;

use super::complaint::Complaint;
use super::error::{FormatError, FormatErrorKind};
use super::place::Lines;
use super::tree::{self, Span};
use super::typed::{Refusal, Typed};
use super::{Opened, header, lexer, v1};
use crate::model::limits::MAX_FILE_BYTES;

/// Reads a file's bytes.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read(bytes: &[u8]) -> Result<Opened, FormatError> {
    if bytes.len() > MAX_FILE_BYTES {
        let kind = FormatErrorKind::FileTooLarge { bytes: bytes.len() };
        return Err(FormatError { place: None, excerpt: None, kind });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let valid = String::from_utf8_lossy(valid);
            return Err(error_at(&valid, FormatErrorKind::NotUtf8, valid.len(), valid.len()));
        }
    };
    let (version, start, end) = header::version(text).map_err(|(kind, start, end)| match kind {
        FormatErrorKind::Empty => FormatError { place: None, excerpt: None, kind },
        kind => error_at(text, kind, start, end),
    })?;
    match version {
        1 => read_v1(text),
        0 => Err(error_at(text, FormatErrorKind::NoSuchVersion { version }, start, end)),
        _ => Err(error_at(text, FormatErrorKind::Newer { version }, start, end)),
    }
}

fn read_v1(text: &str) -> Result<Opened, FormatError> {
    let options =
        Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(tree::MAX_DEPTH);
    let file = options.from_str::<v1::File>(text).map_err(|error| diagnose(text, &error))?;
    Ok(Opened { document: v1::into_document(file), has_comments: lexer::has_comments(text), version: v1::VERSION })
}

/// Finds the true place and reason of what the RON parser refused.
fn diagnose(text: &str, error: &ron::error::SpannedError) -> FormatError {
    let refused = match tree::parse(text) {
        Ok(root) => v1::File::deserialize(Typed(&root)).err(),
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
