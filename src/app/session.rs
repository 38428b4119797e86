//! The open document: its editor and the file it belongs to.

use std::path::PathBuf;

use crate::edit::Editor;
use crate::model::{Document, Language, ProjectInfo};
use crate::storage::{FileStamp, OpenedFile};

/// A document with its file.
#[derive(Debug)]
pub(super) struct Session {
    /// Which it is since the window was opened.
    pub(super) number: u64,
    /// Whether there is a document that somebody has opened or begun.
    pub(super) is_begun: bool,
    /// The document and its history.
    pub(super) editor: Editor,
    /// The file; `None` before the first save.
    pub(super) path: Option<PathBuf>,
    /// The file as it was read or written last.
    pub(super) stamp: Option<FileStamp>,
    /// Whether saving takes comments out of the file that nobody has been told of yet.
    pub(super) warn_of_comments: bool,
    /// Whether it is what a crash has left, and was not saved since.
    pub(super) is_recovered: bool,
    /// When it was saved last, as "14:32".
    pub(super) saved_at: Option<String>,
    /// What was copied out of it last: pasted again, its ids are those of this document.
    pub(super) copied: Option<String>,
}

impl Session {
    /// Before anything is opened or begun: an empty document, which is shown nowhere.
    pub(super) fn nothing(language: Language) -> Self {
        let info = ProjectInfo { language, ..ProjectInfo::default() };
        let document = Document { info: info.into(), ..Document::default() };
        Self { is_begun: false, ..Self::fresh(document) }
    }

    /// A document that is in no file, and that would be no loss.
    pub(super) fn fresh(document: Document) -> Self {
        let editor = Editor::new(document);
        Self {
            number: 0,
            is_begun: true,
            editor,
            path: None,
            stamp: None,
            warn_of_comments: false,
            is_recovered: false,
            saved_at: None,
            copied: None,
        }
    }

    /// A document from a file.
    pub(super) fn opened(file: OpenedFile) -> Self {
        let OpenedFile { path, document, has_comments, stamp } = file;
        Self {
            number: 0,
            is_begun: true,
            editor: Editor::new(document),
            path: Some(path),
            stamp: Some(stamp),
            warn_of_comments: has_comments,
            is_recovered: false,
            saved_at: None,
            copied: None,
        }
    }

    /// It has just been written to a file.
    pub(super) fn saved(&mut self, path: PathBuf, stamp: FileStamp) {
        self.path = Some(path);
        self.stamp = Some(stamp);
        self.warn_of_comments = false;
        self.is_recovered = false;
        self.saved_at = Some(jiff::Zoned::now().strftime("%H:%M").to_string());
        self.editor.mark_saved();
    }
}
