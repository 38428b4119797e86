//! Well-formed markup whatever the labels hold, and short numbers: at most so many decimals, no trailing zeros.

use std::io::Write;

use crate::scene::{Color, Point};

use super::super::ExportError;

/// Bytes that are gathered before they are written.
const GATHERED: usize = 1 << 16;

/// Markup on its way out.
pub(super) struct Markup<'a> {
    out: &'a mut dyn Write,
    bytes: Vec<u8>,
}

impl<'a> Markup<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, bytes: Vec::with_capacity(GATHERED + (1 << 12)) }
    }

    /// Text that is markup itself.
    pub(super) fn raw(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Any text, as character data or an attribute's value; what XML cannot hold becomes U+FFFD.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\t' | '\n' | '\r' => self.raw(" "),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.raw("\u{fffd}"),
                _ => self.raw(c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// ` name="value"` with any text.
    pub(super) fn text_attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }

    /// ` name="value"` with a number of two decimals.
    pub(super) fn attribute(&mut self, name: &str, value: f32) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.number(value);
        self.raw("\"");
    }

    /// A number of at most two decimals.
    pub(super) fn number(&mut self, value: f32) {
        self.decimal((f64::from(value) * 100.0).round() as i64, 2);
    }

    /// A number of at most eight decimals.
    pub(super) fn precise(&mut self, value: f32) {
        self.decimal((f64::from(value) * 1e8).round() as i64, 8);
    }

    /// A whole number.
    pub(super) fn whole(&mut self, value: i32) {
        self.decimal(i64::from(value), 0);
    }

    /// A step of a path: its letter and its points.
    pub(super) fn step(&mut self, letter: &str, points: &[Point]) {
        self.raw(letter);
        for (index, place) in points.iter().enumerate() {
            if index > 0 && place.x >= 0.0 {
                self.raw(" ");
            }
            self.number(place.x);
            if place.y >= 0.0 {
                self.raw(" ");
            }
            self.number(place.y);
        }
    }

    /// A colour without its alpha.
    pub(super) fn color(&mut self, color: Color) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        self.bytes.push(b'#');
        let parts = [color.r, color.g, color.b];
        let short = parts.iter().all(|part| part >> 4 == part & 15);
        for part in parts {
            let digits = [part >> 4, part & 15];
            for digit in digits.iter().take(if short { 1 } else { 2 }) {
                self.bytes.extend(DIGITS.get(usize::from(*digit)));
            }
        }
    }

    /// Writes what was gathered, if it is much.
    pub(super) fn flush_when_full(&mut self) -> Result<(), ExportError> {
        if self.bytes.len() >= GATHERED {
            self.out.write_all(&self.bytes)?;
            self.bytes.clear();
        }
        Ok(())
    }

    /// Writes the rest.
    pub(super) fn finish(self) -> Result<(), ExportError> {
        self.out.write_all(&self.bytes)?;
        self.out.flush()?;
        Ok(())
    }

    /// `value` / 10^`decimals`, without trailing zeros and without a zero before the point.
    fn decimal(&mut self, value: i64, decimals: usize) {
        let mut digits = [b'0'; 24];
        let mut rest = value.unsigned_abs();
        let mut count = 0;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            count += 1;
            if rest == 0 && count > decimals {
                break;
            }
        }
        let (_, digits) = digits.split_at(digits.len() - count);
        let (whole, fraction) = digits.split_at(count - decimals);
        let kept = fraction.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
        if value < 0 {
            self.bytes.push(b'-');
        }
        if whole != b"0" || kept == 0 {
            self.bytes.extend_from_slice(whole);
        }
        if kept > 0 {
            self.bytes.push(b'.');
            self.bytes.extend(fraction.iter().take(kept));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Markup<'_>)) -> String {
        let mut out = Vec::new();
        let mut markup = Markup::new(&mut out);
        write(&mut markup);
        markup.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_short() {
        let check = |value: f32, expect: &str| assert_eq!(written(|markup| markup.number(value)), expect);
        check(0.0, "0");
        check(-0.0, "0");
        check(-0.001, "0");
        check(0.5, ".5");
        check(-0.25, "-.25");
        check(12.0, "12");
        check(12.3456, "12.35");
        check(100.1, "100.1");
        check(-1200.05, "-1200.05");
        check(f32::NAN, "0");
        assert_eq!(written(|markup| markup.precise(13.0 / 2048.0)), ".00634766");
        assert_eq!(written(|markup| markup.whole(-120)), "-120");
    }

    #[test]
    fn any_text_is_well_formed() {
        let check = |text: &str, expect: &str| assert_eq!(written(|markup| markup.text(text)), expect);
        check("a < b && \"c\" ]]> d", "a &lt; b &amp;&amp; &quot;c&quot; ]]&gt; d");
        check("\u{0}\u{b}\u{fffe}\n\tя", "\u{fffd}\u{fffd}\u{fffd}  я");
    }

    #[test]
    fn colours_are_short() {
        let color = |r, g, b| Color { r, g, b, a: 255 };
        assert_eq!(written(|markup| markup.color(color(255, 255, 255))), "#fff");
        assert_eq!(written(|markup| markup.color(color(0x12, 0x34, 0xab))), "#1234ab");
    }
}
