//! Cuts a text into the marks of RON, each with its place; never fails: what is no mark is a mark of its own kind.

/// What a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    Comma,
    Colon,
    /// A bare word.
    Word,
    /// A number, by its first character.
    Number,
    /// Text in quotes with escapes.
    Text,
    /// Raw text, with so many `#` on each side.
    RawText(usize),
    UnclosedText,
    UnclosedComment,
    /// A character with no meaning in RON.
    Stray(char),
    End,
}

/// A mark and the bytes it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) mark: Mark,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The marks of a text, one after another; at the end [`Mark::End`] for ever.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The bytes of a token.
    pub(super) fn slice(&self, token: Token) -> &'t str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// The next mark.
    pub(super) fn next(&mut self) -> Token {
        if let Some(start) = self.skip_space() {
            self.at = self.text.len();
            return self.token(Mark::UnclosedComment, start);
        }
        let start = self.at;
        let Some(first) = self.rest().chars().next() else { return self.token(Mark::End, start) };
        let mark = match first {
            '(' | '[' | '{' => self.pass(first, Mark::Open(first)),
            ')' | ']' | '}' => self.pass(first, Mark::Close(first)),
            ',' => self.pass(first, Mark::Comma),
            ':' => self.pass(first, Mark::Colon),
            '"' => {
                self.at += 1;
                self.pass_text()
            }
            'r' if self.raw_hashes().is_some() => self.pass_raw_text(),
            '0'..='9' | '+' | '-' | '.' => self.pass_while(is_number_char, Mark::Number),
            first if first == '_' || first.is_alphabetic() => self.pass_while(is_word_char, Mark::Word),
            other => self.pass(other, Mark::Stray(other)),
        };
        self.token(mark, start)
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn token(&self, mark: Mark, start: usize) -> Token {
        Token { mark, start, end: self.at }
    }

    fn pass(&mut self, passed: char, mark: Mark) -> Mark {
        self.at += passed.len_utf8();
        mark
    }

    fn pass_while(&mut self, belongs: fn(char) -> bool, mark: Mark) -> Mark {
        let rest = self.rest();
        self.at += rest.find(|one| !belongs(one)).unwrap_or(rest.len());
        mark
    }

    /// Passes space and comments; the start of a comment that never ends is given back.
    fn skip_space(&mut self) -> Option<usize> {
        loop {
            self.pass_while(is_space, Mark::End);
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                let start = self.at;
                if !self.pass_block_comment() {
                    return Some(start);
                }
            } else {
                return None;
            }
        }
    }

    /// Passes `/* … */`, which may hold others; `false` where it never ends.
    fn pass_block_comment(&mut self) -> bool {
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return true;
                }
            } else {
                let Some(next) = rest.chars().next() else { return false };
                self.at += next.len_utf8();
            }
        }
    }

    fn pass_text(&mut self) -> Mark {
        loop {
            let rest = self.rest();
            let Some(stop) = rest.find(['"', '\\']) else { break };
            self.at += stop + 1;
            if rest.as_bytes().get(stop) == Some(&b'"') {
                return Mark::Text;
            }
            let Some(escaped) = self.rest().chars().next() else { break };
            self.at += escaped.len_utf8();
        }
        self.at = self.text.len();
        Mark::UnclosedText
    }

    /// How many `#` stand in `r##"`, if that is what stands here.
    fn raw_hashes(&self) -> Option<usize> {
        let after = self.rest().strip_prefix('r')?;
        let opened = after.trim_start_matches('#');
        opened.starts_with('"').then(|| after.len() - opened.len())
    }

    fn pass_raw_text(&mut self) -> Mark {
        let hashes = self.raw_hashes().unwrap_or(0);
        self.at += 2 + hashes;
        let close = format!("\"{}", "#".repeat(hashes));
        if let Some(end) = self.rest().find(&close) {
            self.at += end + close.len();
            Mark::RawText(hashes)
        } else {
            self.at = self.text.len();
            Mark::UnclosedText
        }
    }
}

fn is_space(one: char) -> bool {
    matches!(
        one,
        ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_word_char(one: char) -> bool {
    one == '_' || one.is_alphanumeric()
}

fn is_number_char(one: char) -> bool {
    one.is_ascii_alphanumeric() || matches!(one, '_' | '.' | '+' | '-')
}

/// Whether the text holds a comment, looking only at quotes and slashes.
pub(super) fn has_comments(text: &str) -> bool {
    let mut lexer = Lexer::new(text);
    // Everything up to the next quote or slash is of no interest, which makes this many times faster than cutting.
    while let Some(stop) = lexer.rest().bytes().position(|byte| matches!(byte, b'"' | b'/')) {
        let before = lexer.text.as_bytes().get(lexer.at..lexer.at + stop).unwrap_or_default();
        let hashes = before.iter().rev().take_while(|byte| **byte == b'#').count();
        let is_raw = before.len().checked_sub(hashes + 1).and_then(|at| before.get(at)) == Some(&b'r');
        lexer.at += stop;
        if lexer.rest().starts_with('/') {
            return true;
        }
        if is_raw {
            lexer.at -= hashes + 1;
            lexer.pass_raw_text();
        } else {
            lexer.at += 1;
            lexer.pass_text();
        }
    }
    false
}
