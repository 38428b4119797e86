//! What can go wrong with files, as data with words in both languages.

use std::io;
use std::path::{Path, PathBuf};

use crate::format::{self, FormatError, WriteError};
use crate::i18n::{Texts, reasons};

/// Why a file cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The system says no.
    Io {
        /// The file.
        path: PathBuf,
        /// What it says.
        error: io::Error,
    },
    /// A directory or a device.
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The file is no document that can be read.
    Format {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: Box<FormatError>,
    },
}

/// Why a file cannot be saved.
#[derive(Debug)]
pub enum SaveError {
    /// Another program changed the file since it was read.
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// Another program moved or deleted the file since it was read.
    Gone {
        /// Where it was.
        path: PathBuf,
    },
    /// A file is there, and none was expected.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file may not be written.
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// No file may be made in the directory.
    DirectoryReadOnly {
        /// The directory.
        path: PathBuf,
    },
    /// The directory does not exist.
    NoDirectory {
        /// The directory.
        path: PathBuf,
    },
    /// A directory, a device, or a ring of links.
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The document exceeds what a file may hold.
    Write(WriteError),
    /// The text that was written does not read: nothing was replaced.
    NotReadable {
        /// What is wrong with it.
        error: Box<FormatError>,
    },
    /// The text that was written reads as something else: nothing was replaced.
    ReadsDifferently,
    /// The system says no.
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What it says.
        error: io::Error,
    },
}

impl OpenError {
    /// The error in words.
    pub fn describe(&self, texts: &Texts) -> String {
        match self {
            Self::Io { path, error } => {
                let reason = reasons::io(error, texts);
                with_path("error-storage-open", path, &reason, texts)
            }
            Self::NotAFile { path } => with_path("error-storage-open-not-a-file", path, "", texts),
            Self::Format { path, error } => format::describe(error, &path.display().to_string(), texts),
        }
    }
}

impl SaveError {
    /// The error in words.
    pub fn describe(&self, texts: &Texts) -> String {
        match self {
            Self::ChangedOutside { path } => with_path("error-storage-changed", path, "", texts),
            Self::Gone { path } => with_path("error-storage-gone", path, "", texts),
            Self::Exists { path } => with_path("error-storage-exists", path, "", texts),
            Self::ReadOnly { path } => with_path("error-storage-read-only", path, "", texts),
            Self::DirectoryReadOnly { path } => with_path("error-storage-directory-read-only", path, "", texts),
            Self::NoDirectory { path } => with_path("error-storage-no-directory", path, "", texts),
            Self::NotAFile { path } => with_path("error-storage-save-not-a-file", path, "", texts),
            Self::Write(WriteError::Io(error)) => reasons::io(error, texts),
            Self::Write(error) => format::describe_write(error, texts),
            Self::NotReadable { error } => {
                let reason = format::message(error, texts);
                texts.with("error-storage-not-readable", &[("reason", reason.into())])
            }
            Self::ReadsDifferently => texts.get("error-storage-reads-differently"),
            Self::Io { path, error } => {
                let reason = reasons::io(error, texts);
                with_path("error-storage-save", path, &reason, texts)
            }
        }
    }
}

fn with_path(key: &str, path: &Path, reason: &str, texts: &Texts) -> String {
    let path = format::printable(&path.display().to_string());
    texts.with(key, &[("path", path.into()), ("reason", reason.into())])
}
