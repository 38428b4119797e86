//! The map as a picture: document + view options → a display list in points, the same for screen, PNG, SVG and PDF.
//!
//! Pure: no window, no files, no clock. One point is 1/96 inch at 1×. Reading order: [`shape`] (what can be drawn),
//! [`text`] (letters, shaped and broken once), [`theme`] (colours), [`layout`] (where everything goes), [`map`] (all of it).

pub mod geometry;
pub mod icon;
pub mod shape;
pub mod svg_path;
pub mod text;
pub mod theme;

pub use geometry::{Path, PathVerb, Point, Rect, Size, point, rect};
pub use shape::{Fragment, Hit, Paint, Plane, Scene, Shape, Stroke};
pub use theme::{Color, Theme, ThemeName};
