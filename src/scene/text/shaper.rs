//! Text → lines of glyphs, each content once: shaped in font units, broken, placed, and kept by what it says.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use harfrust::UnicodeBuffer;
use unicode_segmentation::UnicodeSegmentation;

use super::breaking::{self, Paragraph, Span, without_hanging_spaces};
use super::face::{Face, UnitGlyph, face};
use super::{Align, Glyph, ShapedLine, ShapedText, TextStyle, Weight};

/// What ends a text that was cut.
const ELLIPSIS: &str = "…";

/// How much wider than asked a line may be, in font units: a text set in its own measured width stays in one line.
const TOLERANCE: f32 = 0.5;

/// How many finished blocks a generation of the cache holds.
const BLOCKS: usize = 1 << 15;

/// How many shaped texts are kept for the next question about them, such as measuring before setting.
const RUNS: usize = 1 << 8;

/// Shapes text and remembers it by content.
pub struct Shaper {
    buffer: Option<UnicodeBuffer>,
    blocks: Recent<BlockKey, (Arc<ShapedText>, bool)>,
    runs: Recent<(Weight, String), Arc<[UnitGlyph]>>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct BlockKey {
    text: String,
    weight: Weight,
    size_bits: u32,
    line_height_bits: u32,
    width_bits: Option<u32>,
    align: Align,
    max_lines: usize,
}

/// How a block is asked for.
#[derive(Clone, Copy)]
struct Request {
    style: TextStyle,
    width: Option<f32>,
    align: Align,
    max_lines: usize,
}

/// Where lines are set: from font units to the block.
struct Setting<'a> {
    face: &'a Face,
    request: Request,
    scale: f32,
    limit: Option<f32>,
}

impl Shaper {
    /// A shaper that knows no text yet.
    pub fn new() -> Self {
        Self { buffer: None, blocks: Recent::of(BLOCKS), runs: Recent::of(RUNS) }
    }

    /// The text in lines no wider than `width` (never broken by width where `None`), each standing in `width`, or in
    /// the widest line, as `align` says. A single grapheme wider than `width` stands out of it.
    pub fn shape(&mut self, text: &str, style: TextStyle, width: Option<f32>, align: Align) -> Arc<ShapedText> {
        self.block(text, Request { style, width, align, max_lines: usize::MAX }).0
    }

    /// The width of the text's widest line, broken by nothing but its own line ends, in points.
    pub fn measure(&mut self, text: &str, style: TextStyle) -> f32 {
        self.shape(text, style, None, Align::Left).width
    }

    /// Like [`Self::shape`], at the left, in no more than `max_lines` lines (at least one); what does not fit gives
    /// way to "…", and the answer says whether it did.
    pub fn shape_clipped(
        &mut self,
        text: &str,
        style: TextStyle,
        width: f32,
        max_lines: usize,
    ) -> (Arc<ShapedText>, bool) {
        self.block(text, Request { style, width: Some(width), align: Align::Left, max_lines: max_lines.max(1) })
    }

    fn block(&mut self, text: &str, request: Request) -> (Arc<ShapedText>, bool) {
        let Request { style, width, align, max_lines } = request;
        let width = width.filter(|width| width.is_finite()).map(|width| width.max(0.0));
        let key = BlockKey {
            text: text.to_owned(),
            weight: style.weight,
            size_bits: style.size.to_bits(),
            line_height_bits: style.line_height.to_bits(),
            width_bits: width.map(f32::to_bits),
            align,
            max_lines,
        };
        if let Some(found) = self.blocks.get(&key) {
            return found;
        }
        let made = self.set(text, Request { width, ..request });
        self.blocks.insert(key, made.clone());
        made
    }

    fn set(&mut self, text: &str, request: Request) -> (Arc<ShapedText>, bool) {
        let style = request.style;
        let mut lines = Vec::new();
        let mut cut = false;
        if let Some(face) = face(style.weight) {
            let scale = style.size / face.units_per_em;
            let limit = request.width.map(|width| width / scale + TOLERANCE);
            let setting = Setting { face, request, scale, limit };
            cut = self.lines(text, &setting, &mut lines);
        }
        let width = lines.iter().map(|line: &ShapedLine| line.width).fold(0.0, f32::max);
        let within = request.width.unwrap_or(width);
        for (index, line) in lines.iter_mut().enumerate() {
            line.baseline += index as f32 * style.line_height;
            line.x = match request.align {
                Align::Left => 0.0,
                Align::Center => ((within - line.width) / 2.0).max(0.0),
                Align::Right => (within - line.width).max(0.0),
            };
        }
        let height = lines.len() as f32 * style.line_height;
        (Arc::new(ShapedText { style, lines, width, height }), cut)
    }

    /// Fills `lines`; says whether something was cut.
    fn lines(&mut self, text: &str, setting: &Setting<'_>, lines: &mut Vec<ShapedLine>) -> bool {
        let max_lines = setting.request.max_lines;
        let paragraphs = breaking::paragraphs(text);
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let origin = paragraph.visible.start;
            let visible = text.get(paragraph.visible.clone()).unwrap_or_default();
            let glyphs = self.run(visible, setting);
            let mut anew = |part: &str| width_of(&setting.face.shape(part, &mut self.buffer));
            let spans = breaking::lines(text, paragraph, &glyphs, setting.limit, &mut anew);
            let left = max_lines - lines.len();
            let more_follows = spans.len() > left || (spans.len() == left && index + 1 < paragraphs.len());
            let whole = if more_follows { left - 1 } else { spans.len() };
            for span in spans.iter().take(whole) {
                lines.push(self.line(text, span, (&glyphs, origin), setting));
            }
            if more_follows {
                let from = spans.get(whole).map_or(origin, |span| span.visible.start);
                lines.push(self.cut_line(text, from, paragraph, setting));
                return true;
            }
        }
        false
    }

    /// The glyphs of a text without line ends, in font units.
    fn run(&mut self, text: &str, setting: &Setting<'_>) -> Arc<[UnitGlyph]> {
        let key = (setting.request.style.weight, text.to_owned());
        if let Some(found) = self.runs.get(&key) {
            return found;
        }
        let glyphs: Arc<[UnitGlyph]> = setting.face.shape(text, &mut self.buffer).into();
        self.runs.insert(key, Arc::clone(&glyphs));
        glyphs
    }

    /// A line out of its paragraph's glyphs, or shaped anew where letters join over the place it is broken at.
    fn line(
        &mut self,
        text: &str,
        span: &Span,
        (glyphs, origin): (&[UnitGlyph], usize),
        setting: &Setting<'_>,
    ) -> ShapedLine {
        let says = text.get(span.visible.clone()).unwrap_or_default();
        let index_of = |byte: usize| glyphs.partition_point(|glyph| (glyph.cluster as usize) < byte - origin);
        let (first, last) = (index_of(span.visible.start), index_of(span.visible.end));
        let clean = |index: usize, byte: usize| {
            glyphs.get(index).is_none_or(|glyph| glyph.cluster as usize + origin == byte && !glyph.joined)
        };
        let at_start = span.visible.start == origin;
        let range = span.visible.start..span.end;
        if (at_start || clean(first, span.visible.start)) && clean(last, span.visible.end) {
            let part = glyphs.get(first..last).unwrap_or_default();
            setting.line(says, range, part, (span.visible.start - origin) as u32)
        } else {
            let anew = self.run(says, setting);
            setting.line(says, range, &anew, 0)
        }
    }

    /// What fits of the text from here to its paragraph's end, and "…"; it covers all the rest of the text.
    fn cut_line(&mut self, text: &str, from: usize, paragraph: &Paragraph, setting: &Setting<'_>) -> ShapedLine {
        let rest = text.get(from..paragraph.visible.end).unwrap_or_default();
        let ends: Vec<usize> =
            std::iter::once(0).chain(rest.grapheme_indices(true).map(|(at, part)| at + part.len())).collect();
        let shown = |end: usize| without_hanging_spaces(rest.get(..end).unwrap_or_default());
        let ellipsis = self.run(ELLIPSIS, setting);
        let rest_glyphs = self.run(rest, setting);
        let room = setting.limit.unwrap_or(f32::MAX) - width_of(&ellipsis);
        // The ends grow, so the widths do; the last that fits is found by halving, then checked as it is drawn.
        let mut count =
            ends.partition_point(|end| breaking::width_before(&rest_glyphs, shown(*end).len()) as f32 <= room);
        loop {
            let end = count.checked_sub(1).and_then(|index| ends.get(index)).copied().unwrap_or(0);
            let says = format!("{}{ELLIPSIS}", shown(end));
            let glyphs = setting.face.shape(&says, &mut self.buffer);
            if count <= 1 || setting.limit.is_none_or(|limit| width_of(&glyphs) <= limit) {
                return setting.line(&says, from..text.len(), &glyphs, 0);
            }
            count -= 1;
        }
    }
}

impl Default for Shaper {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shaper({} texts)", self.blocks.young.len() + self.blocks.old.len())
    }
}

impl Setting<'_> {
    /// A line in points; `cluster` is where the glyphs' first cluster counts from.
    fn line(&self, text: &str, range: std::ops::Range<usize>, glyphs: &[UnitGlyph], cluster: u32) -> ShapedLine {
        let Self { face, request, scale, .. } = self;
        let TextStyle { size, line_height, .. } = request.style;
        let pen = glyphs.first().map_or(0, |glyph| glyph.pen);
        let glyph = |glyph: &UnitGlyph| Glyph {
            id: glyph.id,
            x: (glyph.pen - pen + glyph.dx) as f32 * scale,
            y: -glyph.dy as f32 * scale,
            advance: glyph.advance as f32 * scale,
            cluster: glyph.cluster - cluster,
        };
        // As browsers set it: what the line is higher than the face goes half above and half below.
        let ascent = face.ascent * size / face.units_per_em;
        let descent = face.descent * size / face.units_per_em;
        ShapedLine {
            text: text.to_owned(),
            range,
            x: 0.0,
            baseline: (line_height - ascent - descent) / 2.0 + ascent,
            width: width_of(glyphs) * scale,
            glyphs: glyphs.iter().map(glyph).collect(),
        }
    }
}

fn width_of(glyphs: &[UnitGlyph]) -> f32 {
    let pen = glyphs.first().map_or(0, |glyph| glyph.pen);
    glyphs.last().map_or(0.0, |glyph| (glyph.pen + glyph.advance - pen) as f32)
}

/// A map that forgets what has not been asked for lately: two generations, the older is dropped when the younger is full.
struct Recent<K, V> {
    generation: usize,
    young: HashMap<K, V>,
    old: HashMap<K, V>,
}

impl<K: Eq + Hash, V: Clone> Recent<K, V> {
    fn of(generation: usize) -> Self {
        Self { generation, young: HashMap::new(), old: HashMap::new() }
    }

    fn get(&mut self, key: &K) -> Option<V> {
        if let Some(value) = self.young.get(key) {
            return Some(value.clone());
        }
        let (key, value) = self.old.remove_entry(key)?;
        self.insert(key, value.clone());
        Some(value)
    }

    fn insert(&mut self, key: K, value: V) {
        if self.young.len() >= self.generation {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }
}
