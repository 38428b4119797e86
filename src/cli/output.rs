//! What becomes of an output file: its kind by its ending, and whether one may be replaced.

use std::path::Path;

use super::console::Failure;
use crate::i18n::Texts;
use crate::storage::Expected;

/// A path's ending, in lower case.
pub(super) fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The ending's kind of file among those that are known.
pub(super) fn kind_of<T: Copy>(path: &Path, kinds: &[(&'static str, T)], texts: &Texts) -> Result<T, Failure> {
    let ending = ending(path);
    let found = kinds.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
    found.ok_or_else(|| {
        let known = kinds.iter().map(|(known, _)| format!(".{known}")).collect::<Vec<_>>().join(", ");
        let path = path.display().to_string();
        Failure::call(texts.with("cli-error-ending", &[("path", path.into()), ("known", known.into())]))
    })
}

/// What may be in the output's place; asked before any work is done.
pub(super) fn expected(path: &Path, force: Force, texts: &Texts) -> Result<Expected<'static>, Failure> {
    match force {
        Force::Yes => Ok(Expected::Any),
        // A link that leads nowhere is something too.
        Force::No if path.symlink_metadata().is_ok() => Err(Failure::exists(path, texts)),
        Force::No => Ok(Expected::New),
    }
}

/// Whether a file in the output's place is overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// It is.
    Yes,
    /// It stays, and the command fails.
    No,
}

impl From<bool> for Force {
    fn from(force: bool) -> Self {
        if force { Self::Yes } else { Self::No }
    }
}
