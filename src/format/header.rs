//! Reads what must be known before anything else: that the text is one of ours, and its version.

use super::error::FormatErrorKind;
use super::lexer::{Lexer, Mark, Token};

/// What a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// A whole project: a file.
    Project,
    /// A piece of one: the clipboard.
    Piece,
}

impl Head {
    /// The name of the first field, which holds the version.
    fn word(self) -> &'static str {
        match self {
            Self::Project => "tropa",
            Self::Piece => "tropa_piece",
        }
    }
}

/// Whether a text is meant to be such a one, whatever follows.
pub(super) fn begins_with(text: &str, head: Head) -> bool {
    let mut lexer = Lexer::new(text.trim_start_matches('\u{feff}'));
    let opens = lexer.next().mark == Mark::Open('(');
    let name = lexer.next();
    opens && name.mark == Mark::Word && lexer.slice(name) == head.word()
}

/// The version, or what is wrong with the head; each with the bytes it concerns.
pub(super) fn version(text: &str, head: Head) -> Result<(u64, usize, usize), (FormatErrorKind, usize, usize)> {
    let mut lexer = Lexer::new(text);
    let first = lexer.next();
    if first.mark == Mark::End {
        return Err((FormatErrorKind::Empty, 0, 0));
    }
    let not_ours = |token: Token| (FormatErrorKind::NotTropa, token.start, token.end);
    if first.mark == Mark::UnclosedComment {
        return Err((FormatErrorKind::UnclosedComment, first.start, first.start + 2));
    }
    if first.mark != Mark::Open('(') {
        return Err(not_ours(first));
    }
    let name = lexer.next();
    if name.mark != Mark::Word || lexer.slice(name) != head.word() {
        return Err(not_ours(name));
    }
    let colon = lexer.next();
    if colon.mark != Mark::Colon {
        return Err(not_ours(colon));
    }
    let number = lexer.next();
    let version = lexer.slice(number).parse().map_err(|_not_a_number| not_ours(number))?;
    Ok((version, number.start, number.end))
}
