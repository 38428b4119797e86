//! A picture embedded in the file: already decoded once within limits, downscaled and encoded without metadata.

use std::fmt;
use std::sync::Arc;

/// How a picture's bytes are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// Encoded picture bytes; cloning shares them.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The encoding.
    pub format: PictureFormat,
    /// The encoded file.
    pub bytes: Arc<[u8]>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} of {} bytes", self.format, self.bytes.len())
    }
}
