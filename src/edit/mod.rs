//! The only room that changes a document: commands are data, `apply` runs them, the history remembers.

pub mod apply;
pub mod command;
pub mod editor;
pub mod history;
pub mod verbs;

pub use apply::{ApplyError, apply};
pub use command::{Command, Edit, EditLabel, ItemValue, MergeKey};
pub use editor::Editor;
