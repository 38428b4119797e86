//! Figures from a document: evidence levels, paths, emotion figures, metrics, drop-off. Pure functions; nothing is stored.
//!
//! Reading order: [`graph`] (a journey as a graph), [`share`] (which share takes which way), [`path`] and [`mod@flow`]
//! on top of them; [`mod@layering`] orders a map by its graph; [`mod@figure`] and [`evidence`] stand alone, and so do
//! [`search`] and [`filter`], which find things; [`ledger`] lists claims.

pub mod evidence;
pub mod figure;
pub mod filter;
pub mod flow;
pub mod graph;
pub mod layering;
pub mod ledger;
pub mod path;
pub mod search;
pub mod share;
pub mod transcript;
pub mod voices;

mod visits;

#[cfg(test)]
pub(crate) mod fixture;

pub use evidence::{Level, level};
pub use figure::{Figure, FigureKind, Undefined, figure, is_within_noise};
pub use filter::{Filter, Lit};
pub use flow::{Flow, FlowError, TouchpointFlow, flow, told_flow};
pub use graph::JourneyGraph;
pub use layering::{Arrangement, arrangement};
pub use path::{Felt, PeakEnd, curve_path, peak_end};
pub use search::TextIndex;
pub use share::{Rest, Shares};
