//! The bundled faces, and one paragraph shaped by one of them in font units, so that widths are exactly proportional
//! to size.
//!
//! Features, clusters and the advances of tabs, thin spaces and missing glyphs are those of the window's own text
//! layout: a line that is drawn there as one galley is as wide as here. Text always runs from left to right: scripts
//! that run the other way are not promised.

use std::sync::{LazyLock, OnceLock};

use harfrust::{BufferFlags, Direction, Script, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::Weight;

/// A tab, in spaces.
const TAB_SPACES: i32 = 4;

/// The scripts that shape by a plan of their own; all others share the last.
const SCRIPTS: [Script; 4] = [script::CYRILLIC, script::LATIN, script::GREEK, script::UNKNOWN];

static DATA: LazyLock<[Option<FaceData>; 4]> = LazyLock::new(|| Weight::ALL.map(FaceData::of));
static FACES: LazyLock<[Option<Face>; 4]> = LazyLock::new(|| {
    let mut faces = [const { None }; 4];
    for (face, data) in faces.iter_mut().zip(DATA.iter()) {
        *face = data.as_ref().map(Face::of);
    }
    faces
});

struct FaceData {
    font: FontRef<'static>,
    shaping: ShaperData,
}

impl FaceData {
    fn of(weight: Weight) -> Option<Self> {
        let font = FontRef::new(weight.font_bytes()).ok()?;
        let shaping = ShaperData::new(&font);
        Some(Self { font, shaping })
    }
}

/// A face, ready to shape.
pub(super) struct Face {
    shaper: harfrust::Shaper<'static>,
    plans: [OnceLock<ShapePlan>; SCRIPTS.len()],
    /// Font units in an em.
    pub(super) units_per_em: f32,
    /// Font units above the baseline.
    pub(super) ascent: f32,
    /// Font units below the baseline, positive.
    pub(super) descent: f32,
    space: i32,
    space_glyph: u16,
}

/// A glyph in font units.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitGlyph {
    pub(super) id: u16,
    /// Where the pen stands before it.
    pub(super) pen: i32,
    /// Its origin from the pen, rightwards.
    pub(super) dx: i32,
    /// Its origin from the baseline, upwards.
    pub(super) dy: i32,
    pub(super) advance: i32,
    /// The byte of the text where its cluster begins.
    pub(super) cluster: u32,
    /// Whether a line that begins at its cluster has to be shaped anew.
    pub(super) joined: bool,
}

/// The face of this weight; `None` only if its file were damaged.
pub(super) fn face(weight: Weight) -> Option<&'static Face> {
    FACES.get(weight as usize).and_then(Option::as_ref)
}

impl Face {
    fn of(data: &'static FaceData) -> Self {
        let metrics = data.font.metrics(Size::unscaled(), LocationRef::default());
        let space_glyph = data.font.charmap().map(' ').unwrap_or_default();
        let advances = data.font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Self {
            shaper: data.shaping.shaper(&data.font).build(),
            plans: [const { OnceLock::new() }; SCRIPTS.len()],
            units_per_em: f32::from(metrics.units_per_em),
            ascent: metrics.ascent,
            descent: -metrics.descent,
            space: advances.advance_width(space_glyph).unwrap_or_default() as i32,
            space_glyph: space_glyph.to_u32() as u16,
        }
    }

    /// The glyphs of a text without line ends, in the order of the text.
    pub(super) fn shape(&self, text: &str, buffer: &mut Option<UnicodeBuffer>) -> Vec<UnitGlyph> {
        let mut unicode = buffer.take().unwrap_or_default();
        unicode.push_str(text);
        unicode.set_flags(BufferFlags::BEGINNING_OF_TEXT | BufferFlags::END_OF_TEXT);
        unicode.guess_segment_properties();
        let index = SCRIPTS.iter().position(|script| *script == unicode.script()).unwrap_or(SCRIPTS.len() - 1);
        let script = SCRIPTS.get(index).copied().unwrap_or(script::UNKNOWN);
        unicode.set_script(script);
        unicode.set_direction(Direction::LeftToRight);
        let make_plan = || ShapePlan::new(&self.shaper, Direction::LeftToRight, Some(script), None, &[]);
        let plan = self.plans.get(index).map(|plan| plan.get_or_init(make_plan));
        let shaped = self.shaper.shape(unicode, ShapeOptions::new().plan(plan));
        let glyphs = self.collect(text, &shaped);
        *buffer = Some(shaped.clear());
        glyphs
    }

    fn collect(&self, text: &str, shaped: &harfrust::GlyphBuffer) -> Vec<UnitGlyph> {
        let mut glyphs: Vec<UnitGlyph> = Vec::with_capacity(shaped.len());
        let mut pen = 0;
        let mut last_cluster = None;
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let first = text.get(info.cluster as usize..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            let mut glyph = UnitGlyph {
                id: info.glyph_id as u16,
                pen,
                dx: position.x_offset,
                dy: position.y_offset,
                advance: position.x_advance,
                cluster: info.cluster,
                joined: info.unsafe_to_break(),
            };
            let continues = last_cluster == Some(info.cluster);
            last_cluster = Some(info.cluster);
            match first {
                '\t' => {
                    glyph.id = self.space_glyph;
                    glyph.advance = TAB_SPACES * self.space;
                }
                '\u{2009}' | '\u{202f}' => glyph.advance = self.space / 2,
                _ if glyph.id == 0 && continues => continue,
                _ => {}
            }
            pen += glyph.advance;
            glyphs.push(glyph);
        }
        glyphs
    }
}
