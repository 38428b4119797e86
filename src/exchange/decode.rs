//! Bytes of a text file → its words, in whichever encoding an office program has written them.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1251};

/// How the letters of a text are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// What most programs write.
    Utf8,
    /// What spreadsheets call "Unicode text".
    Utf16,
    /// What Windows writes for Cyrillic letters where nobody asked for another; nothing in the file says so.
    Windows1251,
}

impl Encoding {
    /// What to say of a text that was read so; `None` where it is certain.
    pub fn doubt_key(self) -> Option<&'static str> {
        match self {
            Self::Utf8 | Self::Utf16 => None,
            Self::Windows1251 => Some("exchange-read-as-windows-1251"),
        }
    }
}

/// The bytes are no text, or one in an encoding that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a text")]
pub struct NotText;

/// The text, without a byte order mark, and how it was written.
///
/// # Errors
/// When the bytes are no text: a picture, say, or a text that was cut off within a letter.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), NotText> {
    let (text, encoding) = match bytes {
        [0xff, 0xfe, rest @ ..] => (whole(UTF_16LE, rest)?, Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (whole(UTF_16BE, rest)?, Encoding::Utf16),
        [0xef, 0xbb, 0xbf, rest @ ..] => (utf8(rest).ok_or(NotText)?, Encoding::Utf8),
        _ => match utf8(bytes) {
            Some(text) => (text, Encoding::Utf8),
            None if is_broken_utf8(bytes) => return Err(NotText),
            None => (whole(WINDOWS_1251, bytes)?, Encoding::Windows1251),
        },
    };
    if text.chars().any(|letter| is_no_letter(letter, encoding)) { Err(NotText) } else { Ok((text, encoding)) }
}

fn utf8(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

fn whole(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, NotText> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned).ok_or(NotText)
}

/// What stands in no text. Where the encoding is guessed, nothing that people do not write is let through.
fn is_no_letter(letter: char, encoding: Encoding) -> bool {
    match encoding {
        Encoding::Utf8 | Encoding::Utf16 => letter == '\0',
        Encoding::Windows1251 => letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}'),
    }
}

/// Whether most of what is not ASCII is in UTF-8: then a guess at another encoding would turn its letters into others.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        wrong += chunk.invalid().len();
    }
    letters > wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_in_whichever_encoding_they_are() {
        let check = |bytes: &[u8], expect: Result<(&str, Encoding), NotText>| {
            assert_eq!(decode(bytes), expect.map(|(text, encoding)| (text.to_owned(), encoding)), "{bytes:?}");
        };
        let units = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        check("Ждёт; −2".as_bytes(), Ok(("Ждёт; −2", Encoding::Utf8)));
        check(b"\xef\xbb\xbfa;b", Ok(("a;b", Encoding::Utf8)));
        check(b"", Ok(("", Encoding::Utf8)));
        check(&units("Ждёт\tещё 👍", u16::to_le_bytes), Ok(("Ждёт\tещё 👍", Encoding::Utf16)));
        check(&units("Ждёт\tещё 👍", u16::to_be_bytes), Ok(("Ждёт\tещё 👍", Encoding::Utf16)));
        check(b"\xcf\xf0\xe8\xe2\xe5\xf2; \xab\xb8\xbb\r\n", Ok(("Привет; «ё»\r\n", Encoding::Windows1251)));
        check("ПАО «ЦУМ»".as_bytes(), Ok(("ПАО «ЦУМ»", Encoding::Utf8)));
        check(b"\xcf\xc0\xce\xbb \xd6\xd3\xcc\xbb", Ok(("ПАО» ЦУМ»", Encoding::Windows1251)));
        // Half a letter, half a pair, a picture, and a byte that stands for nothing.
        check(b"\xff\xfea", Err(NotText));
        check(b"\xff\xfe\x3d\xd8a\0", Err(NotText));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Err(NotText));
        check(b"a\0b", Err(NotText));
        check(b"\xcf\xf0\x98", Err(NotText));
        let mut cut = "Ждёт курьера".as_bytes().to_vec();
        cut.pop();
        check(&cut, Err(NotText));
    }
}
