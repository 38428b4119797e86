//! What is printed before a workshop: a blank poster, voting sheets, stickers; and the map as a poster.
//!
//! All of it is scenes of the paper's exact size: one scene point is 1/96 inch.

pub mod sheet;

pub use sheet::PaperSize;
