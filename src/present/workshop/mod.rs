//! The workshop inside the file: agenda and timer, dot voting, emotion polls, minutes.
//!
//! Everything here is computed from the document and from the time that is passed in; changes are made by
//! [`crate::edit::verbs`].

pub mod agenda;
pub mod minutes;
mod minutes_blocks;
mod minutes_markdown;
mod minutes_pages;
pub mod poll;
pub mod tally;
pub mod timer;

pub use minutes::{Minutes, minutes};
pub use tally::{Scope, Tally, choices, tally};
pub use timer::Timer;
