//! What a file was like when it was read or written, to notice that another program changed it.

use std::fs::File;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// A file's time, size and content hash. Kept for another run, it lacks the time; the hash is that of one build of the
/// program, and to any other one the file seems to have changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    #[serde(skip)]
    modified: Option<SystemTime>,
    size: u64,
    hash: u64,
}

impl FileStamp {
    pub(super) fn of_bytes(bytes: &[u8], modified: Option<SystemTime>) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self { modified, size: bytes.len() as u64, hash: hasher.finish() }
    }

    /// Whether the file at the path may have changed, by its time and size alone: cheap enough to ask often.
    pub fn may_differ(&self, path: &Path) -> bool {
        match std::fs::metadata(path) {
            Ok(metadata) => metadata.len() != self.size || metadata.modified().ok() != self.modified,
            Err(_) => true,
        }
    }

    /// Whether the file at the path holds other bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn differs(&self, path: &Path) -> io::Result<bool> {
        let mut file = File::open(path)?;
        if file.metadata()?.len() != self.size {
            return Ok(true);
        }
        let mut hasher = DefaultHasher::new();
        let mut chunk = vec![0; 64 << 10];
        loop {
            let count = file.read(&mut chunk)?;
            let Some(read) = chunk.get(..count).filter(|read| !read.is_empty()) else { break };
            hasher.write(read);
        }
        Ok(hasher.finish() != self.hash)
    }
}

/// Passes bytes on and takes their stamp on the way.
pub(super) struct Stamping<W> {
    inner: W,
    hasher: DefaultHasher,
    size: u64,
}

impl<W: Write> Stamping<W> {
    pub(super) fn new(inner: W) -> Self {
        Self { inner, hasher: DefaultHasher::new(), size: 0 }
    }

    /// What was written through, and the writer below.
    pub(super) fn finish(self) -> (FileStamp, W) {
        (FileStamp { modified: None, size: self.size, hash: self.hasher.finish() }, self.inner)
    }
}

impl FileStamp {
    pub(super) fn at(self, modified: Option<SystemTime>) -> Self {
        Self { modified, ..self }
    }
}

impl<W: Write> Write for Stamping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.hasher.write(bytes.get(..count).unwrap_or_default());
        self.size += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
