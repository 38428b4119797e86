//! Writes the file's text as a stream: blocks of `field: value,` lines, short things on one line, caps checked on the way.
//!
//! Two layouts: a *block* has one entry a line and a trailing comma; a *flow* stands on one line as long as it fits
//! and becomes a block when it does not. Which is which is fixed by the kind of thing, so that changing one value
//! changes few lines.

use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::error::{Spot, WriteError};
use crate::model::limits::{MAX_FILE_BYTES, MAX_ITEMS, MAX_PICTURE_BYTES, MAX_TEXT_BYTES};

/// Spaces for each level of depth.
const INDENT: usize = 4;
/// The longest line of a flow, in characters.
const WIDTH: usize = 120;
/// How much text is gathered before it is handed on.
const CHUNK_BYTES: usize = 64 << 10;

/// How a bracket's entries stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Each on a line of its own.
    Block,
    /// On one line if they fit.
    Flow,
}

#[derive(Debug)]
struct Frame {
    layout: Layout,
    close: char,
    /// Where each entry starts in the buffer; of a block only whether there is one matters.
    entries: Vec<usize>,
    empty: bool,
}

/// The writer. Every bracket that is opened must be closed, then [`Writer::finish`] called.
pub(crate) struct Writer<'w> {
    out: &'w mut dyn io::Write,
    buffer: String,
    /// Where the current line starts in the buffer.
    line_start: usize,
    frames: Vec<Frame>,
    written: usize,
    spot: Spot,
}

impl<'w> Writer<'w> {
    pub(crate) fn new(out: &'w mut dyn io::Write) -> Self {
        let buffer = String::with_capacity(CHUNK_BYTES * 2);
        Self { out, buffer, line_start: 0, frames: Vec::new(), written: 0, spot: Spot::default() }
    }

    /// Opens a `(` with named fields or parts.
    pub(crate) fn open_record(&mut self, layout: Layout) {
        self.open('(', ')', layout);
    }

    /// Opens a `[` for so many items.
    pub(crate) fn open_list(&mut self, layout: Layout, items: usize) -> Result<(), WriteError> {
        if items > MAX_ITEMS {
            return Err(WriteError::TooManyItems { spot: self.spot.clone(), items });
        }
        self.open('[', ']', layout);
        Ok(())
    }

    fn open(&mut self, open: char, close: char, layout: Layout) {
        self.buffer.push(open);
        self.frames.push(Frame { layout, close, entries: Vec::new(), empty: true });
    }

    /// Starts a field of the innermost bracket.
    pub(crate) fn field(&mut self, name: &'static str) -> Result<(), WriteError> {
        self.item()?;
        self.spot.field = name;
        self.buffer.push_str(name);
        self.buffer.push_str(": ");
        Ok(())
    }

    /// Starts an item of the innermost bracket.
    pub(crate) fn item(&mut self) -> Result<(), WriteError> {
        let depth = self.frames.len();
        let Some(frame) = self.frames.last_mut() else { return Ok(()) };
        let first = std::mem::replace(&mut frame.empty, false);
        match frame.layout {
            Layout::Flow => {
                if !first {
                    self.buffer.push_str(", ");
                }
                frame.entries.push(self.buffer.len());
            }
            Layout::Block => {
                if !first {
                    self.buffer.push(',');
                }
                self.new_line(depth);
                let in_flow = self.frames.iter().any(|frame| frame.layout == Layout::Flow);
                if self.buffer.len() >= CHUNK_BYTES && !in_flow {
                    self.flush()?;
                }
            }
        }
        Ok(())
    }

    /// Closes the innermost bracket.
    pub(crate) fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let depth = self.frames.len();
        match frame.layout {
            Layout::Block if !frame.empty => {
                self.buffer.push(',');
                self.new_line(depth);
            }
            Layout::Block => {}
            Layout::Flow => self.break_flow(&frame.entries, depth),
        }
        self.buffer.push(frame.close);
    }

    /// Puts the entries of a flow on lines of their own where one line cannot hold them.
    fn break_flow(&mut self, entries: &[usize], depth: usize) {
        let Some(first) = entries.first().copied() else { return };
        let line = self.buffer.get(self.line_start.min(first)..).unwrap_or_default();
        // Two more characters follow: the bracket and a comma.
        let fits = line.len() + 2 <= WIDTH || line.chars().count() + 2 <= WIDTH;
        if fits && !line.contains('\n') {
            return;
        }
        let tail = self.buffer.split_off(first);
        let starts = entries.iter().map(|start| start - first);
        let ends = entries.iter().skip(1).map(|start| start - first - ", ".len()).chain([tail.len()]);
        for (start, end) in starts.zip(ends) {
            self.new_line(depth + 1);
            self.buffer.push_str(tail.get(start..end).unwrap_or_default());
            self.buffer.push(',');
        }
        self.new_line(depth);
    }

    fn new_line(&mut self, depth: usize) {
        self.buffer.push('\n');
        self.line_start = self.buffer.len();
        self.buffer.extend(std::iter::repeat_n(' ', depth * INDENT));
    }

    /// Writes a bare word: an enum's value, `true`.
    pub(crate) fn word(&mut self, word: &str) {
        self.buffer.push_str(word);
    }

    /// Writes an id; within the field `id` it becomes the name of what is written next.
    pub(crate) fn id(&mut self, id: &str) {
        if self.spot.field == "id" {
            id.clone_into(&mut self.spot.id);
        }
        self.plain(id);
    }

    /// Writes quoted text that needs no escapes.
    pub(crate) fn plain(&mut self, text: &str) {
        self.buffer.push('"');
        self.buffer.push_str(text);
        self.buffer.push('"');
    }

    /// Writes quoted text, escaping what an editor would not show or a line could not hold.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), WriteError> {
        if text.len() > MAX_TEXT_BYTES {
            return Err(WriteError::TextTooLong { spot: self.spot.clone(), bytes: text.len() });
        }
        self.buffer.push('"');
        let mut rest = text;
        while let Some((at, found)) = rest.char_indices().find(|(_, found)| needs_escape(*found)) {
            let (before, after) = rest.split_at(at);
            self.buffer.push_str(before);
            self.escape(found);
            rest = after.get(found.len_utf8()..).unwrap_or_default();
        }
        self.buffer.push_str(rest);
        self.buffer.push('"');
        Ok(())
    }

    fn escape(&mut self, found: char) {
        match found {
            '"' => self.buffer.push_str("\\\""),
            '\\' => self.buffer.push_str("\\\\"),
            '\n' => self.buffer.push_str("\\n"),
            '\r' => self.buffer.push_str("\\r"),
            '\t' => self.buffer.push_str("\\t"),
            other => self.buffer.extend(other.escape_unicode()),
        }
    }

    /// Writes a whole number.
    pub(crate) fn whole(&mut self, value: u64) {
        self.buffer.push_str(&value.to_string());
    }

    /// Writes a number so that reading gives the same one: `0.22`, `18400`, `1e300`.
    pub(crate) fn number(&mut self, value: f64) -> Result<(), WriteError> {
        if !value.is_finite() {
            return Err(WriteError::NotFinite { spot: self.spot.clone() });
        }
        let size = value.abs();
        // Beyond these, positional digits would be rows of zeros.
        let positional = size == 0.0 || (1e-5..1e15).contains(&size);
        let text = if positional { format!("{value}") } else { format!("{value:e}") };
        self.buffer.push_str(&text);
        Ok(())
    }

    /// Writes bytes as base64.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        if bytes.len() > MAX_PICTURE_BYTES {
            return Err(WriteError::PictureTooLarge { spot: self.spot.clone(), bytes: bytes.len() });
        }
        self.buffer.push('"');
        STANDARD.encode_string(bytes, &mut self.buffer);
        self.buffer.push('"');
        Ok(())
    }

    /// Ends the last line and hands everything on.
    pub(crate) fn finish(mut self) -> Result<(), WriteError> {
        self.buffer.push('\n');
        self.flush()?;
        self.out.flush().map_err(WriteError::Io)
    }

    fn flush(&mut self) -> Result<(), WriteError> {
        self.written += self.buffer.len();
        if self.written > MAX_FILE_BYTES {
            return Err(WriteError::FileTooLarge);
        }
        self.out.write_all(self.buffer.as_bytes()).map_err(WriteError::Io)?;
        self.buffer.clear();
        self.line_start = 0;
        Ok(())
    }
}

/// What is written as an escape: quotes, backslashes, control characters, and those that change the look of a line.
fn needs_escape(found: char) -> bool {
    match found {
        ' ' | '!' | '#'..='[' | ']'..='~' => false,
        '"' | '\\' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        other => other.is_control(),
    }
}
