//! A sheet of paper in scene points, and how shapes get onto it.

use std::sync::Arc;

use crate::model::Language;
use crate::scene::pen::Pen;
use crate::scene::text::{TextStyle, Weight};
use crate::scene::{Color, Fragment, Scene, Size, Theme, ThemeName};

/// Scene points in a millimetre: 96 an inch.
pub const POINTS_PER_MM: f32 = 96.0 / 25.4;

/// A size of the A series, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperSize {
    /// 841 × 1189 mm.
    A0,
    /// 594 × 841 mm.
    A1,
    /// 420 × 594 mm.
    A2,
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
}

impl PaperSize {
    /// All of them, the largest first.
    pub const ALL: [Self; 5] = [Self::A0, Self::A1, Self::A2, Self::A3, Self::A4];

    /// The name used on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::A0 => "a0",
            Self::A1 => "a1",
            Self::A2 => "a2",
            Self::A3 => "a3",
            Self::A4 => "a4",
        }
    }

    /// Width and height in millimetres, upright.
    pub fn millimetres(self) -> (f32, f32) {
        match self {
            Self::A0 => (841.0, 1189.0),
            Self::A1 => (594.0, 841.0),
            Self::A2 => (420.0, 594.0),
            Self::A3 => (297.0, 420.0),
            Self::A4 => (210.0, 297.0),
        }
    }

    /// The sheet upright, in scene points.
    pub fn upright(self) -> Size {
        let (width, height) = self.millimetres();
        Size { width: mm(width), height: mm(height) }
    }

    /// The sheet lying, in scene points.
    pub fn lying(self) -> Size {
        let Size { width, height } = self.upright();
        Size { width: height, height: width }
    }
}

/// Millimetres in scene points.
pub fn mm(millimetres: f32) -> f32 {
    millimetres * POINTS_PER_MM
}

/// The colours of paper.
pub(crate) fn theme() -> &'static Theme {
    Theme::of(ThemeName::Light)
}

/// Type of this weight and size in scene points, with lines a little apart.
pub(crate) fn type_of(weight: Weight, size: f32) -> TextStyle {
    TextStyle { weight, size, line_height: (size * 1.32).round() }
}

/// A finished sheet.
pub(crate) fn sheet(
    size: Size,
    fragments: impl IntoIterator<Item = Arc<Fragment>>,
    (title, language): (&str, Language),
) -> Scene {
    let white = Color::rgb(255, 255, 255);
    Scene { title: title.to_owned(), language, ..Scene::sheet(size, white, fragments.into_iter().collect()) }
}

/// A sheet drawn with one pen.
pub(crate) fn sheet_of(size: Size, pen: Pen, about: (&str, Language)) -> Scene {
    sheet(size, pen.finish(), about)
}
