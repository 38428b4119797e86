//! A window's program for tests of single parts, without a window.

use super::file_dialogs::Scripted;
use super::habits::WrittenDown;
use super::session::Session;
use super::shell::{App, Parts};
use crate::model::{Document, Language, SeededIds};

/// The program with this document, which is in no file.
pub(super) fn app_with(document: Document) -> App {
    let parts = Parts {
        file: None,
        language: None,
        system_language: Language::En,
        directory: None,
        dialogs: Box::new(Scripted::default()),
        windows: Box::new(WrittenDown::default()),
        ids: Box::new(SeededIds::new(7)),
    };
    let mut app = App::new(parts);
    app.replace(Session::fresh(document));
    app
}
