//! Replaces a file in one step: whatever happens on the way, the old or the new one is there, whole.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::error::SaveError;
use super::stamp::{FileStamp, Stamping};
use super::temps::{self, Temp};

/// How many links are followed to a file that is yet to be made.
const MAX_LINKS: usize = 40;
/// How much is gathered before it is handed to the system.
const BUFFER_BYTES: usize = 256 << 10;

/// What is thought to be at the path now.
#[derive(Debug, Clone, Copy)]
pub enum Expected<'a> {
    /// Nothing.
    New,
    /// What was read or written last; else [`SaveError::ChangedOutside`].
    Same(&'a FileStamp),
    /// Whatever it is, it is overwritten.
    Any,
}

/// Writes a file and replaces the one at the path, links followed, with its mode kept.
///
/// # Errors
/// When the file is not what was expected or may not be written, or the disk or `write` fails. The old file then stays.
pub fn write_atomic(
    path: &Path,
    expected: Expected<'_>,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<FileStamp, SaveError> {
    let target = resolve(path)?;
    check(&target, expected)?;
    replace(&target, expected, write)
}

/// Replaces a file that was found to be what was expected, unless it is no more when the new one is written.
pub(super) fn replace(
    target: &Path,
    expected: Expected<'_>,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<FileStamp, SaveError> {
    let directory = target.parent().unwrap_or(Path::new("."));
    temps::sweep(directory);
    let temp = Temp::create(directory).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            SaveError::DirectoryReadOnly { path: directory.to_owned() }
        }
        _ => SaveError::Io { path: directory.to_owned(), error },
    })?;
    let io_error = |error| SaveError::Io { path: target.to_owned(), error };
    let stamp = fill(&temp, target, write).map_err(io_error)?;
    check(target, expected)?;
    temp.rename_to(target).map_err(io_error)?;
    sync_directory(directory);
    Ok(stamp)
}

/// Writes the new file to the disk, with the old one's mode.
fn fill(temp: &Temp, target: &Path, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<FileStamp> {
    let mut out = Stamping::new(BufWriter::with_capacity(BUFFER_BYTES, temp.file()?));
    write(&mut out)?;
    let (stamp, buffered) = out.finish();
    let file = buffered.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Ok(old) = std::fs::metadata(target) {
        std::fs::set_permissions(temp.path(), old.permissions())?;
    }
    file.sync_all()?;
    Ok(stamp.at(file.metadata()?.modified().ok()))
}

/// Makes the rename last through a power cut. By now the file is in place, so a failure here is no failure to save.
fn sync_directory(directory: &Path) {
    if cfg!(unix)
        && let Ok(directory) = File::open(directory)
    {
        let _ = directory.sync_all();
    }
}

/// The real path, links followed, of a file that may not be there yet.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, SaveError> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match std::fs::canonicalize(&path) {
            Ok(real) => return Ok(real),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(SaveError::Io { path, error }),
        }
        let parent = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        // A link to a file that is not there: the file is made where the link leads.
        if let Ok(linked) = std::fs::read_link(&path) {
            path = parent.join(linked);
            continue;
        }
        let Some(name) = path.file_name() else { return Err(SaveError::NotAFile { path }) };
        let Ok(directory) = std::fs::canonicalize(&parent) else {
            return Err(SaveError::NoDirectory { path: parent });
        };
        return Ok(directory.join(name));
    }
    Err(SaveError::NotAFile { path })
}

/// Whether the file may be written and is what it is thought to be.
pub(super) fn check(target: &Path, expected: Expected<'_>) -> Result<(), SaveError> {
    let path = || target.to_owned();
    let metadata = match std::fs::metadata(target) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return match expected {
                Expected::Same(_) => Err(SaveError::Gone { path: path() }),
                Expected::New | Expected::Any => Ok(()),
            };
        }
        Err(error) => return Err(SaveError::Io { path: path(), error }),
    };
    if !metadata.is_file() {
        return Err(SaveError::NotAFile { path: path() });
    }
    if matches!(expected, Expected::New) {
        return Err(SaveError::Exists { path: path() });
    }
    // The rename would get round both: only the directory's permissions count for it.
    let opened = File::options().append(true).open(target);
    if metadata.permissions().readonly() || opened.is_err_and(|error| is_denied(&error)) {
        return Err(SaveError::ReadOnly { path: path() });
    }
    if let Expected::Same(stamp) = expected
        && stamp.differs(target).map_err(|error| SaveError::Io { path: path(), error })?
    {
        return Err(SaveError::ChangedOutside { path: path() });
    }
    Ok(())
}

fn is_denied(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}
