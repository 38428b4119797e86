//! Where lines end: by the rules of Unicode (UAX 14), long words by graphemes, widths in font units.
//!
//! Two habits of typesetters are added: spaces at a line's end hang and are not drawn, and a dash does not begin a line.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::face::UnitGlyph;

/// More than kerning takes from a line at both its ends, in font units (a quarter of an em).
const KERNING: f32 = 512.0;

/// A line: which bytes are drawn, and where the next begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// What is drawn.
    pub(super) visible: Range<usize>,
    /// Where the next line begins: after the spaces or the line end this one was broken at.
    pub(super) end: usize,
}

/// A piece between two hard line ends.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// Its bytes, without the line end.
    pub(super) visible: Range<usize>,
    /// Where the next begins.
    pub(super) end: usize,
    /// Where it may be broken, its end included.
    breaks: Vec<usize>,
}

/// The pieces of the text between hard line ends; one more, empty, after a last line end. Never none.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut breaks = Vec::new();
    for (at, opportunity) in linebreaks(text) {
        if opportunity == BreakOpportunity::Mandatory {
            let visible = start..start + without_line_end(text.get(start..at).unwrap_or_default()).len();
            breaks.push(visible.end);
            found.push(Paragraph { visible, end: at, breaks: std::mem::take(&mut breaks) });
            start = at;
        } else if !text.get(at..).is_some_and(|rest| rest.starts_with(['—', '–'])) {
            breaks.push(at);
        }
    }
    let ends_open = text.is_empty() || without_line_end(text).len() < text.len();
    if ends_open {
        found.push(Paragraph { visible: text.len()..text.len(), end: text.len(), breaks: vec![text.len()] });
    }
    found
}

/// The lines of a paragraph; `glyphs` are its own, clusters count from its beginning, `limit` is in font units,
/// `anew` shapes a piece by itself and tells its width.
pub(super) fn lines(
    text: &str,
    paragraph: &Paragraph,
    glyphs: &[UnitGlyph],
    limit: Option<f32>,
    anew: &mut dyn FnMut(&str) -> f32,
) -> Vec<Span> {
    let mut ruler = Ruler { text, glyphs, origin: paragraph.visible.start, anew };
    let mut spans = Vec::new();
    let mut start = paragraph.visible.start;
    let mut fits = start;
    if let Some(limit) = limit {
        for at in paragraph.breaks.iter().copied() {
            while !ruler.fits(start..at, limit) {
                let end = if fits > start { fits } else { ruler.graphemes_within(start..at, limit) };
                if end >= at {
                    break;
                }
                spans.push(ruler.span(start..end));
                start = end;
            }
            fits = at;
        }
    }
    let mut last = ruler.span(start..paragraph.visible.end);
    last.end = paragraph.end;
    spans.push(last);
    spans
}

/// The width of a shaped text up to a byte of it, in font units.
pub(super) fn width_before(glyphs: &[UnitGlyph], byte: usize) -> i32 {
    let index = glyphs.partition_point(|glyph| (glyph.cluster as usize) < byte);
    glyphs.get(index).map_or_else(|| glyphs.last().map_or(0, |glyph| glyph.pen + glyph.advance), |glyph| glyph.pen)
}

/// The text without the spaces that hang at its end; no-break spaces stay.
pub(super) fn without_hanging_spaces(text: &str) -> &str {
    text.trim_end_matches(hangs)
}

fn hangs(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

fn without_line_end(text: &str) -> &str {
    let end = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let Some(rest) = text.strip_suffix(end) else {
        return text;
    };
    if text.ends_with('\n') { rest.strip_suffix('\r').unwrap_or(rest) } else { rest }
}

struct Ruler<'a> {
    text: &'a str,
    glyphs: &'a [UnitGlyph],
    origin: usize,
    anew: &'a mut dyn FnMut(&str) -> f32,
}

impl<'a> Ruler<'a> {
    fn part(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    fn span(&self, range: Range<usize>) -> Span {
        let visible = without_hanging_spaces(self.part(range.clone())).len();
        Span { visible: range.start..range.start + visible, end: range.end }
    }

    fn fits(&mut self, range: Range<usize>, limit: f32) -> bool {
        let visible = self.span(range).visible;
        let before = |byte: usize| width_before(self.glyphs, byte - self.origin);
        let width = (before(visible.end) - before(visible.start)) as f32;
        if width > limit || width + KERNING <= limit {
            return width <= limit;
        }
        // Near the limit it counts that letters are not kerned over the end of a line.
        let joined = |byte: usize| {
            let index = self.glyphs.partition_point(|glyph| (glyph.cluster as usize) < byte - self.origin);
            self.glyphs.get(index).is_some_and(|glyph| glyph.joined)
        };
        let alone = !joined(visible.start) && !joined(visible.end);
        let part = self.part(visible);
        alone || (self.anew)(part) <= limit
    }

    /// Where the longest beginning of the range that fits ends; one grapheme at the least.
    fn graphemes_within(&mut self, range: Range<usize>, limit: f32) -> usize {
        let mut end = range.start;
        for (offset, grapheme) in self.part(range.clone()).grapheme_indices(true) {
            let next = range.start + offset + grapheme.len();
            if end > range.start && !self.fits(range.start..next, limit) {
                break;
            }
            end = next;
        }
        // Spaces after it hang, too.
        let rest = self.part(end..range.end);
        end + rest.len() - rest.trim_start_matches(hangs).len()
    }
}
