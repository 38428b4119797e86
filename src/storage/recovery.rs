//! Unsaved work kept aside: a copy of a changed document in a directory of the program's own, so that a crash loses
//! nothing.
//!
//! Each running window has a slot: a file that it holds locked as long as it lives, and beside it the copy with a note
//! of where the document belongs. A slot that nobody holds any more is what a crash has left. A copy goes away only where
//! that is asked for: whoever lets go of a slot in any other way leaves the copy for the next start.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{Expected, write_atomic};
use super::entropy::SystemIds;
use super::error::{OpenError, SaveError};
use super::stamp::FileStamp;
use crate::format;
use crate::model::{Document, IdSource};

const LOCK: &str = "lock";
const COPY: &str = "ron";
const NOTE: &str = "json";
/// A note that large is not ours.
const MAX_NOTE_BYTES: u64 = 64 << 10;

/// What is known of a copy beside its document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Note {
    /// The document's own file, if it has one.
    pub file: Option<PathBuf>,
    /// That file as it was read or written last.
    pub stamp: Option<FileStamp>,
    /// Whether saving takes comments out of that file that nobody has been told of yet.
    pub warn_of_comments: bool,
    /// The project's title.
    pub title: String,
    /// When the copy was made, in words.
    pub time: String,
}

/// The place where one window keeps its unsaved work. Let go of, it leaves the copy, if there is one.
#[derive(Debug)]
pub struct Slot {
    stem: PathBuf,
    lock: Option<File>,
}

impl Slot {
    /// A new slot in the directory, which is made where it is missing.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn create(directory: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(directory)?;
        let stem = directory.join(format!("unsaved-{:016x}", SystemIds.next_bits()));
        let lock = OpenOptions::new().write(true).create_new(true).open(with(&stem, LOCK))?;
        lock.try_lock()?;
        Ok(Self { stem, lock: Some(lock) })
    }

    /// Keeps a copy of the document in place of the one before.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&self, document: &Document, note: &Note) -> Result<(), SaveError> {
        let bytes = format::to_bytes(document).map_err(SaveError::Write)?;
        write_atomic(&with(&self.stem, COPY), Expected::Any, &mut |out| out.write_all(&bytes))?;
        let note = serde_json::to_vec(note).unwrap_or_default();
        write_atomic(&with(&self.stem, NOTE), Expected::Any, &mut |out| out.write_all(&note)).map(|_stamp| ())
    }

    /// Nothing is unsaved: the copy goes away.
    pub fn clear(&self) {
        remove(&self.stem, &[COPY, NOTE]);
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        // Windows removes no file that is open.
        self.lock = None;
        if !with(&self.stem, COPY).exists() {
            remove(&self.stem, &[NOTE, LOCK]);
        }
    }
}

/// Unsaved work that a crash has left; nobody else is offered it as long as it is held here. Let go of, it is left for
/// the next start.
#[derive(Debug)]
pub struct Orphan {
    slot: Slot,
    /// What is known of it.
    pub note: Note,
}

impl Orphan {
    /// The document.
    ///
    /// # Errors
    /// When the copy cannot be read.
    pub fn document(&self) -> Result<Document, OpenError> {
        super::open(&with(&self.slot.stem, COPY)).map(|opened| opened.document)
    }

    /// Nobody wants it any more.
    pub fn discard(self) {
        self.slot.clear();
    }
}

/// What crashes have left in the directory, the latest copy first.
pub fn orphans(directory: &Path) -> Vec<Orphan> {
    let Ok(entries) = std::fs::read_dir(directory) else { return Vec::new() };
    let stems =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == COPY));
    let mut found: Vec<_> = stems.filter_map(|path| Some((modified(&path), orphan(&path)?))).collect();
    found.sort_by(|(one, _), (other, _)| other.cmp(one));
    found.into_iter().map(|(_, orphan)| orphan).collect()
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

/// The slot of this copy, if nobody holds it.
fn orphan(copy: &Path) -> Option<Orphan> {
    let stem = copy.with_extension("");
    // A lock that somebody has swept is made again, so that it can be held.
    let lock = OpenOptions::new().write(true).create(true).truncate(false).open(with(&stem, LOCK)).ok()?;
    lock.try_lock().ok()?;
    let path = with(&stem, NOTE);
    let small = std::fs::metadata(&path).is_ok_and(|metadata| metadata.len() <= MAX_NOTE_BYTES);
    let text = if small { std::fs::read(&path).unwrap_or_default() } else { Vec::new() };
    // A copy without a note is worth as much.
    let note = serde_json::from_slice(&text).unwrap_or_default();
    Some(Orphan { slot: Slot { stem, lock: Some(lock) }, note })
}

fn with(stem: &Path, ending: &str) -> PathBuf {
    stem.with_extension(ending)
}

/// What cannot be removed is offered once more than needed, which harms nobody.
fn remove(stem: &Path, endings: &[&str]) {
    for ending in endings {
        let _ = std::fs::remove_file(with(stem, ending));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ProjectInfo;

    fn titled(title: &str) -> Document {
        let info = ProjectInfo { title: title.to_owned(), ..ProjectInfo::default() };
        Document { info: info.into(), ..Document::default() }
    }

    fn note(title: &str) -> Note {
        Note { file: Some("/maps/a.ron".into()), title: title.to_owned(), time: "14:32".to_owned(), ..Note::default() }
    }

    #[test]
    fn what_a_crash_leaves_is_found_once_and_can_be_read() {
        let directory = tempfile::tempdir().unwrap();
        let slot = Slot::create(directory.path()).unwrap();
        slot.keep(&titled("one"), &note("one")).unwrap();
        slot.keep(&titled("two"), &note("two")).unwrap();
        assert!(orphans(directory.path()).is_empty(), "its window lives");
        drop(slot);
        let mut found = orphans(directory.path());
        assert!(orphans(directory.path()).is_empty(), "it is held");
        let orphan = found.pop().unwrap();
        assert!(found.is_empty());
        assert_eq!((orphan.document().unwrap(), &orphan.note), (titled("two"), &note("two")));
        drop(orphan);
        let orphan = orphans(directory.path()).pop().unwrap();
        orphan.discard();
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_saved_or_given_up_leaves_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let slot = Slot::create(directory.path()).unwrap();
        slot.keep(&titled("one"), &note("one")).unwrap();
        slot.clear();
        drop(slot);
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_copy_without_a_note_or_a_lock_is_offered_all_the_same() {
        let directory = tempfile::tempdir().unwrap();
        let slot = Slot::create(directory.path()).unwrap();
        slot.keep(&titled("one"), &note("one")).unwrap();
        let stem = slot.stem.clone();
        drop(slot);
        remove(&stem, &[NOTE, LOCK]);
        let orphan = orphans(directory.path()).pop().unwrap();
        assert_eq!((orphan.document().unwrap(), &orphan.note), (titled("one"), &Note::default()));
    }

    #[test]
    fn a_broken_copy_says_so_and_stays() {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join("unsaved-1.ron"), "(tropa: 1,").unwrap();
        let orphan = orphans(directory.path()).pop().unwrap();
        assert!(orphan.document().is_err());
        drop(orphan);
        assert_eq!(orphans(directory.path()).len(), 1);
    }
}
