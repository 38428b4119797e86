//! The files opened last, newest first, in a small file of the program's own directory; never worth an error.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::atomic::{Expected, write_atomic};
use super::error::SaveError;

/// How many files are remembered.
pub const MAX_RECENT: usize = 12;
const FILE_NAME: &str = "recent.json";
/// A list that large is not ours.
const MAX_BYTES: u64 = 1 << 20;

/// The directory of the program's settings, by the system's custom; `None` where there is no home.
pub fn default_directory() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "tropa").map(|project| project.config_dir().to_owned())
}

/// The files opened last, newest first; none where the list is missing or broken.
pub fn list(directory: &Path) -> Vec<PathBuf> {
    let path = directory.join(FILE_NAME);
    if std::fs::metadata(&path).map_or(true, |metadata| !metadata.is_file() || metadata.len() > MAX_BYTES) {
        return Vec::new();
    }
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let mut paths: Vec<PathBuf> = serde_json::from_str(&text).unwrap_or_default();
    paths.truncate(MAX_RECENT);
    paths
}

/// Puts a file at the head of the list.
///
/// # Errors
/// When the list cannot be written.
pub fn remember(directory: &Path, file: &Path) -> Result<(), SaveError> {
    let mut paths = list(directory);
    paths.retain(|path| path != file);
    paths.insert(0, file.to_owned());
    paths.truncate(MAX_RECENT);
    write(directory, &paths)
}

/// Takes a file out of the list.
///
/// # Errors
/// When the list cannot be written.
pub fn forget(directory: &Path, file: &Path) -> Result<(), SaveError> {
    let mut paths = list(directory);
    let before = paths.len();
    paths.retain(|path| path != file);
    if paths.len() == before { Ok(()) } else { write(directory, &paths) }
}

fn write(directory: &Path, paths: &[PathBuf]) -> Result<(), SaveError> {
    let io_error = |error| SaveError::Io { path: directory.to_owned(), error };
    std::fs::create_dir_all(directory).map_err(io_error)?;
    // A path that is no Unicode cannot stand in the list, and is not remembered.
    let names: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
    let text = serde_json::to_string_pretty(&names).map_err(|error| io_error(error.into()))?;
    let mut write = |out: &mut dyn Write| out.write_all(text.as_bytes());
    write_atomic(&directory.join(FILE_NAME), Expected::Any, &mut write).map(|_stamp| ())
}
