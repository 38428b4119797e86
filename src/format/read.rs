//! Bytes → document: caps and encoding first, the version alone, then the structs of that version.

use ron::Options;
use ron::extensions::Extensions;

use super::error::{FormatError, FormatErrorKind};
use super::place::Lines;
use super::{Opened, header, lexer, v1};
use crate::model::limits::MAX_FILE_BYTES;

/// How deep RON is followed: our files need 10, the program's stack bears this many.
const MAX_DEPTH: usize = 64;

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
    let version = header::version(text).map_err(|(kind, start, end)| match kind {
        FormatErrorKind::Empty => FormatError { place: None, excerpt: None, kind },
        kind => error_at(text, kind, start, end),
    })?;
    match version {
        1 => read_v1(text),
        0 => Err(FormatError { place: None, excerpt: None, kind: FormatErrorKind::NoSuchVersion { version } }),
        _ => Err(FormatError { place: None, excerpt: None, kind: FormatErrorKind::Newer { version } }),
    }
}

fn read_v1(text: &str) -> Result<Opened, FormatError> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(MAX_DEPTH);
    let file = options.from_str::<v1::File>(text).map_err(|error| {
        let kind = FormatErrorKind::Other { message: error.code.to_string() };
        let place = super::Place { line: error.span.start.line as u32, column: error.span.start.col as u32 };
        FormatError { place: Some(place), excerpt: None, kind }
    })?;
    Ok(Opened { document: v1::into_document(file), has_comments: lexer::has_comments(text), version: v1::VERSION })
}

/// An error at these bytes of the text.
pub(super) fn error_at(text: &str, kind: FormatErrorKind, start: usize, end: usize) -> FormatError {
    let lines = Lines::new(text);
    FormatError { place: Some(lines.place(start)), excerpt: Some(lines.excerpt(start, end)), kind }
}
