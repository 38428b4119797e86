//! Where results and messages go, and how a command fails.

use std::io::{self, Write};

use super::WRONG_CALL;
use crate::format::printable;
use crate::i18n::Texts;
use crate::storage::{OpenError, SaveError};

/// Where results and messages go.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Messages.
    pub err: &'a mut dyn Write,
}

/// Why a command ends early.
#[derive(Debug)]
pub(super) struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    /// The input is at fault.
    pub(super) fn input(message: impl Into<String>) -> Self {
        Self { code: 1, message: message.into() }
    }

    /// The call is wrong.
    pub(super) fn call(message: impl Into<String>) -> Self {
        Self { code: WRONG_CALL, message: message.into() }
    }

    /// A file does not open.
    pub(super) fn open(error: &OpenError, texts: &Texts) -> Self {
        Self::input(error.describe(texts))
    }

    /// A file is not written.
    pub(super) fn save(error: &SaveError, texts: &Texts) -> Self {
        match error {
            SaveError::Exists { path } => Self::exists(path, texts),
            _ => Self::input(error.describe(texts)),
        }
    }

    /// Something is in the place of the output.
    pub(super) fn exists(path: &std::path::Path, texts: &Texts) -> Self {
        let path = path.display().to_string();
        Self::call(texts.with("cli-error-exists", &[("path", path.into())]))
    }
}

impl From<io::Error> for Failure {
    /// Results cannot be written. A closed pipe is no failure: whoever closed it has read enough.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self { code: 0, message: String::new() };
        }
        Self::input(error.to_string())
    }
}

impl Console<'_> {
    /// A line of the result, made printable.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", printable(text))
    }

    /// A message, made printable. Where nobody listens it is lost.
    pub(super) fn note(&mut self, text: &str) {
        let _ = writeln!(self.err, "{}", printable(text));
    }

    /// A message of several lines, each made printable.
    pub(super) fn note_lines(&mut self, text: &str) {
        text.lines().for_each(|line| self.note(line));
    }

    /// Says why a command failed and returns the exit code.
    pub(super) fn fail(&mut self, failure: Failure, texts: &Texts) -> u8 {
        let Failure { code, message } = failure;
        if !message.is_empty() {
            self.note_lines(&texts.with("cli-error", &[("message", message.into())]));
        }
        code
    }
}

impl std::fmt::Debug for Console<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Console")
    }
}
