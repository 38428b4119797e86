//! Text shaped and broken once, in scene units: the same glyphs at the same places on screen and in every export.

mod breaking;
mod face;
mod shaper;

use std::ops::Range;

pub use shaper::Shaper;

/// A weight of the bundled face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
    /// 700.
    Bold,
}

impl Weight {
    /// Every weight, the lightest first.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Bold];

    /// The bundled face's file.
    pub fn font_bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
            Self::Medium => include_bytes!("../../../assets/fonts/Inter-Medium.ttf"),
            Self::SemiBold => include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
            Self::Bold => include_bytes!("../../../assets/fonts/Inter-Bold.ttf"),
        }
    }
}

/// How a block of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// The face's weight.
    pub weight: Weight,
    /// Size of the em, in points.
    pub size: f32,
    /// From one baseline to the next, in points.
    pub line_height: f32,
}

/// Where lines stand in the block's width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A block of lines, already broken and shaped.
#[derive(Debug, Clone)]
pub struct ShapedText {
    /// How it is set.
    pub style: TextStyle,
    /// The lines from top to bottom.
    pub lines: Vec<ShapedLine>,
    /// The width of the widest line, in points.
    pub width: f32,
    /// Lines × line height, in points.
    pub height: f32,
}

impl ShapedText {
    /// The same lines, so much larger.
    #[must_use]
    pub fn scaled(&self, factor: f32) -> Self {
        let glyph = |glyph: &Glyph| Glyph {
            x: glyph.x * factor,
            y: glyph.y * factor,
            advance: glyph.advance * factor,
            ..*glyph
        };
        let line = |line: &ShapedLine| ShapedLine {
            x: line.x * factor,
            baseline: line.baseline * factor,
            width: line.width * factor,
            glyphs: line.glyphs.iter().map(glyph).collect(),
            ..line.clone()
        };
        let TextStyle { weight, size, line_height } = self.style;
        Self {
            style: TextStyle { weight, size: size * factor, line_height: line_height * factor },
            lines: self.lines.iter().map(line).collect(),
            width: self.width * factor,
            height: self.height * factor,
        }
    }
}

/// One line.
#[derive(Debug, Clone)]
pub struct ShapedLine {
    /// What it says, without the spaces it was broken at.
    pub text: String,
    /// Which bytes of the whole text it covers, with the spaces it was broken at.
    pub range: Range<usize>,
    /// Its left end, from the block's left edge, in points.
    pub x: f32,
    /// Its baseline, from the block's top, in points.
    pub baseline: f32,
    /// Its advance width, in points.
    pub width: f32,
    /// Its glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// One glyph of the face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Its number in the face; 0 is drawn as a box.
    pub id: u16,
    /// Its origin, from the line's left end, in points.
    pub x: f32,
    /// Its origin, below the baseline (above where negative), in points.
    pub y: f32,
    /// Its advance, in points.
    pub advance: f32,
    /// The byte of the line's text where its cluster begins.
    pub cluster: u32,
}
