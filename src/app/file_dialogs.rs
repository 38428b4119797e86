//! Asking for a path: the system's dialogs behind a trait, so that tests can script the answers.

use std::path::PathBuf;

/// The endings of projects and of what can be taken into one.
pub(super) const PROJECTS: [&str; 5] = ["ron", "csv", "tsv", "mmd", "mermaid"];
/// The endings of photos and pictures.
pub(super) const PHOTOS: [&str; 4] = ["png", "jpg", "jpeg", "webp"];
/// The endings of transcripts.
pub(super) const TRANSCRIPTS: [&str; 4] = ["txt", "md", "vtt", "srt"];

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// A project to open.
    OpenProject,
    /// Where to save a project.
    SaveProject {
        /// The name that is offered.
        name: String,
    },
    /// Where to write an export.
    SaveExport {
        /// The name that is offered.
        name: String,
        /// The ending.
        extension: &'static str,
    },
    /// A photo.
    OpenPhoto,
    /// A transcript of an interview.
    OpenTranscript,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A path. For saving the system has asked already whether to replace what is there.
    Picked(PathBuf),
    /// The user wants nothing.
    Cancelled,
    /// There are no dialogs on this system.
    Unavailable,
}

/// Dialogs for paths.
pub trait FileDialogs {
    /// Asks, and calls `answer` later, maybe from another thread, maybe at once.
    fn ask(&mut self, request: Request, title: String, answer: Box<dyn FnOnce(Pick) + Send>);
}

/// Answers written down beforehand, for tests; when they run out everything is cancelled.
#[derive(Debug, Default)]
pub struct Scripted {
    answers: std::collections::VecDeque<Pick>,
}

impl Scripted {
    /// Gives these answers one after the other.
    pub fn new(answers: impl IntoIterator<Item = Pick>) -> Self {
        Self { answers: answers.into_iter().collect() }
    }
}

impl FileDialogs for Scripted {
    fn ask(&mut self, _request: Request, _title: String, answer: Box<dyn FnOnce(Pick) + Send>) {
        answer(self.answers.pop_front().unwrap_or(Pick::Cancelled));
    }
}
