//! Places in a text: line and column for people, and the line itself, fit to be shown.

/// A place: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// The longest part of a line that is shown, in characters.
const MAX_SHOWN: usize = 100;
/// How much of a long line is shown before the caret.
const SHOWN_BEFORE: usize = 60;

/// The offending line, cut and escaped, with what the caret marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line.
    pub text: String,
    /// How many characters of it stand before the mark.
    pub mark_start: usize,
    /// How many characters are marked, at least one.
    pub mark_length: usize,
}

/// Finds lines and columns of byte offsets.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The place of a byte; past the end, the place behind the last character.
    pub(crate) fn place(&self, offset: usize) -> Place {
        let (line, start) = self.line_of(offset);
        let before = self.text.get(start..offset.min(self.text.len())).unwrap_or_default();
        Place { line: line as u32 + 1, column: before.chars().count() as u32 + 1 }
    }

    /// The line that holds the span's start, the span marked as far as it reaches there.
    pub(crate) fn excerpt(&self, start: usize, end: usize) -> Excerpt {
        let (index, line_start) = self.line_of(start);
        let line_end = self.starts.get(index + 1).map_or(self.text.len(), |next| next - 1);
        let line = self.text.get(line_start..line_end).unwrap_or_default().trim_end_matches('\r');
        let at = start.saturating_sub(line_start).min(line.len());
        let to = end.saturating_sub(line_start).clamp(at, line.len());
        let before: Vec<char> = line.get(..at).unwrap_or_default().chars().collect();
        let marked: Vec<char> = line.get(at..to).unwrap_or_default().chars().collect();
        let after = line.get(to..).unwrap_or_default().chars();

        let mut shown = String::new();
        let skipped = before.len().saturating_sub(SHOWN_BEFORE);
        if skipped > 0 {
            shown.push('…');
        }
        before.iter().skip(skipped).for_each(|one| show(*one, &mut shown));
        let mark_start = shown.chars().count();
        let room = MAX_SHOWN - before.len().min(SHOWN_BEFORE);
        marked.iter().take(room).for_each(|one| show(*one, &mut shown));
        let mark_length = (shown.chars().count() - mark_start).max(1);
        let mut after = after.chain([]);
        after.by_ref().take(room.saturating_sub(marked.len())).for_each(|one| show(one, &mut shown));
        if marked.len() > room || after.next().is_some() {
            shown.push('…');
        }
        Excerpt { text: shown, mark_start, mark_length }
    }

    fn line_of(&self, offset: usize) -> (usize, usize) {
        let index = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        (index, self.starts.get(index).copied().unwrap_or(0))
    }
}

/// Adds a character as a terminal may show it: tabs as a space, controls escaped.
pub(super) fn show(one: char, shown: &mut String) {
    match one {
        '\t' => shown.push(' '),
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            shown.extend(one.escape_unicode());
        }
        other if other.is_control() => shown.extend(other.escape_unicode()),
        other => shown.push(other),
    }
}
