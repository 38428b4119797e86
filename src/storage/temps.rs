//! Temporary files beside the ones to be replaced: named so that they are known as ours, locked while they are in use.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::entropy::SystemIds;
use crate::model::IdSource;

const PREFIX: &str = ".tropa-save-";
const SUFFIX: &str = ".tmp";
const HEX_DIGITS: usize = 16;
/// A younger one may have been made but not locked yet.
const STALE_AFTER: Duration = Duration::from_mins(1);

/// A temporary file; it goes away unless it is kept.
pub(super) struct Temp {
    path: PathBuf,
    file: Option<File>,
}

impl Temp {
    /// A new empty file in the directory.
    pub(super) fn create(directory: &Path) -> io::Result<Self> {
        let mut source = SystemIds;
        loop {
            let path = directory.join(format!("{PREFIX}{:016x}{SUFFIX}", source.next_bits()));
            match OpenOptions::new().read(true).write(true).create_new(true).open(&path) {
                Ok(file) => {
                    // Where a file system knows no locks, the age alone keeps others from sweeping it.
                    let _ = file.try_lock();
                    return Ok(Self { path, file: Some(file) });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The open file.
    pub(super) fn file(&self) -> io::Result<&File> {
        self.file.as_ref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Puts it in the target's place in one step.
    pub(super) fn rename_to(mut self, target: &Path) -> io::Result<()> {
        // Elsewhere the lock is held until the rename is done; Windows wants no open handle.
        if cfg!(windows) {
            self.file = None;
        }
        std::fs::rename(&self.path, target)?;
        // Nothing is left to remove.
        self.path = PathBuf::new();
        Ok(())
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        self.file = None;
        if !self.path.as_os_str().is_empty() {
            // There is nothing better to do where this fails: the next save sweeps it.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Removes our temporary files that nobody uses any more from the directory.
pub(super) fn sweep(directory: &Path) {
    let Ok(entries) = std::fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(is_temp_name);
        if is_ours && is_stale(&entry.path()) {
            // One that cannot be removed is tried again at the next save.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn is_temp_name(name: &str) -> bool {
    let digits = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    digits.is_some_and(|digits| digits.len() == HEX_DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether it has lain untouched and no living process holds its lock.
fn is_stale(path: &Path) -> bool {
    let old_and_free = || -> io::Result<bool> {
        let metadata = std::fs::symlink_metadata(path)?;
        if !metadata.is_file() || metadata.modified()?.elapsed().unwrap_or_default() < STALE_AFTER {
            return Ok(false);
        }
        Ok(OpenOptions::new().read(true).write(true).open(path)?.try_lock().is_ok())
    };
    old_and_free().unwrap_or(false)
}
