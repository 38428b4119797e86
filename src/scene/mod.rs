//! The map as a picture: document + view options → a display list in points, the same for screen, PNG, SVG and PDF.
//!
//! Pure: no window, no files, no clock. One point is 1/96 inch at 1×. Reading order: [`drawn`] (what can be drawn),
//! [`shape`] (the display list), [`text`] (letters, shaped and broken once), [`theme`] (colours), [`grid`] and [`lanes`] (where everything goes), [`map`] (all
//! of it), `structure`, `kept` and `sections` (what an edit leaves as it was).

mod avatar;
mod bands;
mod bits;
pub mod drawn;
pub mod face;
pub mod faint;
pub mod fragments;
pub mod geometry;
pub mod grid;
mod header;
pub mod icon;
mod kept;
pub mod lanes;
pub mod map;
pub mod pen;
mod sections;
pub mod shape;
pub mod spans;
mod structure;
pub mod style;
pub mod svg_path;
pub mod text;
pub mod theme;

pub use drawn::{Paint, Shape, Shapes, Stroke};
pub use fragments::Fragments;
pub use geometry::{Path, PathVerb, Point, Rect, Size, point, rect};
pub use map::{MapOptions, SceneCache, map_scene};
pub use shape::{Fragment, Hit, HitTarget, Met, Plane, Scene, Words};
pub use spans::{LaneSpan, lane_spans};
pub use theme::{Color, Theme, ThemeName};
