//! The only room that changes a document: commands are data, `apply` runs them, the history remembers.
//!
//! Reading order: [`command`] (what can be done), [`apply()`] with its helpers `put`, `gone` and `purge`,
//! [`history`], [`editor`] (the document being edited), [`mod@changes`] and [`story`] (what an entry of the history did), [`verbs`] (what users do, put together from commands).

pub mod apply;
pub mod changes;
mod check;
pub mod command;
pub mod editor;
pub mod error;
mod fields;
mod gone;
pub mod history;
mod normal;
mod purge;
mod put;
pub mod story;
pub mod verbs;
mod weight;

pub use apply::apply;
pub use changes::{Change, Changed, changes};
pub use command::{Command, Edit, EditLabel, ItemValue, MergeKey};
pub use editor::{Editor, Entry};
pub use error::ApplyError;
