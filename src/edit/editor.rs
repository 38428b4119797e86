//! The editor: a document, its history, and whether it differs from what was saved.

/// A document being edited.
#[derive(Debug)]
pub struct Editor;
