//! Files: opening without touching, saving without ever losing the old file, and noticing changes from outside.
//!
//! Saving: resolve links, compare the file with what was read, write the text and read it back, put it into a new file
//! in the same directory, copy the mode, wait for the disk, rename over the old file, wait for the directory.

mod atomic;
pub mod entropy;
mod error;
pub mod places;
pub mod recent;
pub mod recovery;
mod stamp;
mod temps;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

pub use self::atomic::{Expected, write_atomic};
pub use self::error::{OpenError, SaveError};
pub use self::stamp::FileStamp;
use crate::format;
use crate::format::{FormatError, FormatErrorKind};
use crate::model::Document;
use crate::model::limits::MAX_FILE_BYTES;

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedFile {
    /// Where it really is: links followed.
    pub path: PathBuf,
    /// What it holds.
    pub document: Document,
    /// Whether its text has comments, which saving would lose.
    pub has_comments: bool,
    /// What it was like, to notice changes from outside.
    pub stamp: FileStamp,
}

/// Opens a document's file; nothing is written anywhere.
///
/// # Errors
/// When the file cannot be read or is no document.
pub fn open(path: &Path) -> Result<OpenedFile, OpenError> {
    let (path, bytes, stamp) = read_bytes(path)?;
    let opened =
        format::read(&bytes).map_err(|error| OpenError::Format { path: path.clone(), error: Box::new(error) })?;
    let format::Opened { document, has_comments, version: _ } = opened;
    Ok(OpenedFile { path, document, has_comments, stamp })
}

/// A file's bytes, read once and within the caps, with its real path and stamp.
///
/// # Errors
/// When it cannot be read, is no file, or is larger than a document may be.
pub fn read_bytes(path: &Path) -> Result<(PathBuf, Vec<u8>, FileStamp), OpenError> {
    let io_error = |error| OpenError::Io { path: path.to_owned(), error };
    let real_path = std::fs::canonicalize(path).map_err(io_error)?;
    // Asked before opening: opening a pipe would wait for its other end.
    if !std::fs::metadata(&real_path).map_err(io_error)?.is_file() {
        return Err(OpenError::NotAFile { path: path.to_owned() });
    }
    let file = File::open(&real_path).map_err(io_error)?;
    let metadata = file.metadata().map_err(io_error)?;
    let mut bytes = Vec::with_capacity(metadata.len().min(MAX_FILE_BYTES as u64) as usize + 1);
    file.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(io_error)?;
    if bytes.len() > MAX_FILE_BYTES {
        let kind = FormatErrorKind::FileTooLarge { bytes: (metadata.len() as usize).max(bytes.len()) };
        let error = Box::new(FormatError { place: None, excerpt: None, kind });
        return Err(OpenError::Format { path: path.to_owned(), error });
    }
    let stamp = FileStamp::of_bytes(&bytes, metadata.modified().ok());
    Ok((real_path, bytes, stamp))
}

/// Saves a document. Whatever goes wrong, the old file stays as it was.
///
/// # Errors
/// When the document exceeds a cap, the text does not read back as the document, the file is not what was expected,
/// may not be written, or the disk fails.
pub fn save(path: &Path, document: &Document, expected: Expected<'_>) -> Result<FileStamp, SaveError> {
    let target = atomic::resolve(path)?;
    // Asked before the work is done, and again before the file is replaced.
    atomic::check(&target, expected)?;
    let bytes = format::to_bytes(document).map_err(SaveError::Write)?;
    check_reads_back(document, &bytes)?;
    atomic::replace(&target, expected, &mut |out| out.write_all(&bytes))
}

/// Whether the bytes read as this document.
fn check_reads_back(document: &Document, bytes: &[u8]) -> Result<(), SaveError> {
    let opened = format::read(bytes).map_err(|error| SaveError::NotReadable { error: Box::new(error) })?;
    // A list that the model wants sorted may stand unsorted in memory; in the file it never does.
    let same = opened.document == *document || opened.document == format::sorted(document);
    if same { Ok(()) } else { Err(SaveError::ReadsDifferently) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Audit, AuditAnswer, Barrier, BarrierId, Blocks, Component, Feeling, Journey, JourneyId, List};
    use crate::model::{PersonaId, Rank, StepId, Touchpoint, TouchpointId};

    /// A document whose sorted lists stand the wrong way round.
    fn unsorted() -> Document {
        let mut document = Document::default();
        let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "Line");
        barrier.blocks = vec![Blocks::Loving, Blocks::Buying];
        document.barriers.put(barrier);
        let step = StepId::parse("s-1").unwrap();
        let id = TouchpointId::parse("t-1").unwrap();
        let mut touchpoint = Touchpoint::new(id, step, Rank::default(), Rank::default());
        touchpoint.feelings = ["p-b", "p-a"].map(|id| Feeling::new(PersonaId::parse(id).unwrap())).into();
        let mut journey = Journey::new(JourneyId::parse("j-1").unwrap(), List::default());
        journey.touchpoints.put(touchpoint);
        document.journeys.put(journey);
        let answer =
            |component| AuditAnswer { component, question: 1, score: None, note: String::new(), evidence: vec![] };
        let answers = [Component::PleasantUse, Component::Reach].map(answer).into();
        document.audit = Audit { answers }.into();
        document
    }

    #[test]
    fn what_does_not_read_back_is_not_saved() {
        let bytes = format::to_bytes(&unsorted()).unwrap();
        assert!(check_reads_back(&unsorted(), &bytes).is_ok());
        let outcome = check_reads_back(&Document::default(), &bytes);
        assert!(matches!(outcome, Err(SaveError::ReadsDifferently)), "{outcome:?}");
        let outcome = check_reads_back(&unsorted(), b"(tropa: 1,");
        assert!(matches!(outcome, Err(SaveError::NotReadable { .. })), "{outcome:?}");
    }
}
