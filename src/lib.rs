//! Tropa ("trail"): customer journey maps as a graph of touchpoints, drawn, edited, checked and exported.
//!
//! # The rooms, in reading order
//! - [`model`]: what a map is. Plain values and pure functions.
//! - [`edit`]: the only room that changes a document: commands, `apply`, history.
//! - [`mod@format`]: text ↔ document: the RON file, its versions, errors that point at the place.
//! - [`storage`]: files: atomic saving, changes from outside.
//! - [`analysis`]: figures from a document: paths, drop-off, metrics, evidence.
//! - [`i18n`]: what the product says, in Russian and English.
//! - [`scene`]: document → display list, the same for screen and every export.
//! - [`export`]: display list → PNG, SVG, PDF.
//! - [`exchange`]: other formats ↔ document, each with a report of what was lost.
//! - [`present`]: the room: stops of a show, the workshop's tools, what is printed.
//! - [`cli`]: the command line over the same calls.
//! - [`ui`], [`app`]: the window: views that push actions, and the shell that carries them out.
//!
//! # Invariants
//! 1. `model`, `analysis`, `scene` and `present` know no window, no files, no clock and no randomness.
//! 2. The interface never gets `&mut Document`: it returns actions, drained once a frame.
//! 3. All edits go through [`edit::apply()`].
//! 4. Screen, PNG, SVG and PDF draw the same [`scene::Scene`].
//! 5. The same document and options give the same bytes of SVG.
//! 6. Opening a file touches nothing but that file.
//! 7. Everything above the model speaks ids, never graph indices.
//! 8. What can be saved can be opened: one set of caps ([`model::limits`]) binds both, and bytes are read back before
//!    they replace a file.

#![forbid(unsafe_code)]

pub mod analysis;
pub mod app;
pub mod cli;
pub mod edit;
pub mod exchange;
pub mod export;
pub mod format;
pub mod i18n;
pub mod model;
pub mod present;
pub mod scene;
pub mod storage;
pub mod ui;
