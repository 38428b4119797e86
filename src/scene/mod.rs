//! The map as a picture: document + view options → a display list in points, the same for screen, PNG, SVG and PDF.
//!
//! Pure: no window, no files, no clock. One point is 1/96 inch at 1×. Reading order: [`shape`] (what can be drawn),
//! [`text`] (letters, shaped and broken once), [`theme`] (colours), [`grid`] and [`lanes`] (where everything goes), [`map`] (all
//! of it), `structure` and `kept` (what an edit leaves as it was).

mod avatar;
mod bands;
pub mod face;
pub mod geometry;
pub mod grid;
mod header;
pub mod icon;
mod kept;
pub mod lanes;
pub mod map;
pub mod pen;
pub mod shape;
pub mod spans;
mod structure;
pub mod style;
pub mod svg_path;
pub mod text;
pub mod theme;

pub use geometry::{Path, PathVerb, Point, Rect, Size, point, rect};
pub use map::{MapOptions, SceneCache, map_scene};
pub use shape::{Fragment, Hit, HitTarget, Paint, Plane, Scene, Shape, Stroke, Words};
pub use spans::{LaneSpan, lane_spans};
pub use theme::{Color, Theme, ThemeName};
