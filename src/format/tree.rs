//! A text as a tree with the place of everything, built only to say where an error is and where ids are.
//!
//! The RON parser gives no places for values and its own are often one line late, so the first error of a text that it
//! refuses is looked for here: what is wrong with the brackets and commas by this parser, the rest by [`super::typed`].

use super::error::FormatErrorKind;
use super::lexer::{Lexer, Mark, Token};
use super::place::Lines;

/// How deep brackets may stand: as deep as the reader follows.
pub(super) const MAX_DEPTH: usize = 64;

/// More fields than any record of ours has: what stands twice is looked for among so many. Beyond, there is a field that
/// does not exist, and that is what is told.
const MOST_FIELDS: usize = 64;

/// Bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What is wrong, and the bytes it concerns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Trouble {
    pub(super) kind: FormatErrorKind,
    pub(super) span: Span,
}

/// A value of the text.
#[derive(Debug)]
pub(super) struct Node<'t> {
    pub(super) span: Span,
    pub(super) kind: Kind<'t>,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind<'t> {
    Text(String),
    Number(&'t str),
    Word(&'t str),
    List(Vec<Node<'t>>),
    /// `(field: value)`, maybe after a name.
    Record(Option<&'t str>, Vec<Field<'t>>),
    /// `(value, value)`, maybe after a name.
    Tuple(Option<&'t str>, Vec<Node<'t>>),
    /// `{…}`, which has no place in our files.
    Map,
}

/// A field of a record.
#[derive(Debug)]
pub(super) struct Field<'t> {
    pub(super) name: &'t str,
    pub(super) name_span: Span,
    pub(super) value: Node<'t>,
}

impl Node<'_> {
    /// The value of a record's field.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        let Kind::Record(_, fields) = &self.kind else { return None };
        fields.iter().find(|field| field.name == name).map(|field| &field.value)
    }

    /// The items of a list.
    pub(super) fn items(&self) -> &[Self] {
        if let Kind::List(items) = &self.kind { items } else { &[] }
    }

    /// The text, if it is one.
    pub(super) fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }
}

/// Reads a whole text.
pub(super) fn parse(text: &str) -> Result<Node<'_>, Trouble> {
    let mut parser = Parser { text, lexer: Lexer::new(text), ahead: None, depth: 0, last_text: None };
    let node = parser.value()?;
    let end = parser.next();
    match end.mark {
        Mark::End => Ok(node),
        _ => Err(trouble(stray(end).unwrap_or(FormatErrorKind::Trailing), end)),
    }
}

struct Parser<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    ahead: Option<Token>,
    depth: usize,
    /// The text that was read last, if it runs over several lines.
    last_text: Option<Token>,
}

fn trouble(kind: FormatErrorKind, token: Token) -> Trouble {
    // What never ends is marked at its start only.
    let end = match kind {
        FormatErrorKind::UnclosedText => token.start + 1,
        FormatErrorKind::UnclosedComment => token.start + 2,
        _ => token.end,
    };
    Trouble { kind, span: Span { start: token.start, end } }
}

/// What is wrong with a token that has no place anywhere.
fn stray(token: Token) -> Option<FormatErrorKind> {
    match token.mark {
        Mark::UnclosedText => Some(FormatErrorKind::UnclosedText),
        Mark::UnclosedComment => Some(FormatErrorKind::UnclosedComment),
        Mark::Stray(found) => Some(FormatErrorKind::UnexpectedCharacter { found }),
        _ => None,
    }
}

impl<'t> Parser<'t> {
    fn next(&mut self) -> Token {
        self.ahead.take().unwrap_or_else(|| self.lexer.next())
    }

    fn peek(&mut self) -> Token {
        let token = self.next();
        self.ahead = Some(token);
        token
    }

    fn value(&mut self) -> Result<Node<'t>, Trouble> {
        let token = self.next();
        let span = Span { start: token.start, end: token.end };
        let kind = match token.mark {
            Mark::Text => {
                let lines = self.lexer.slice(token).contains('\n');
                self.last_text = lines.then_some(token);
                Kind::Text(unescape(self.text, token)?)
            }
            Mark::RawText(hashes) => {
                let inner = self.text.get(token.start + 2 + hashes..token.end - 1 - hashes);
                Kind::Text(inner.unwrap_or_default().to_owned())
            }
            Mark::Number => Kind::Number(self.lexer.slice(token)),
            Mark::Word => {
                let word = self.lexer.slice(token);
                if self.peek().mark == Mark::Open('(') {
                    let open = self.next();
                    let (kind, end) = self.bracket(open, Some(word))?;
                    return Ok(Node { span: Span { start: token.start, end }, kind });
                }
                Kind::Word(word)
            }
            Mark::Open(_) => {
                let (kind, end) = self.bracket(token, None)?;
                return Ok(Node { span: Span { start: token.start, end }, kind });
            }
            _ => return Err(trouble(stray(token).unwrap_or(FormatErrorKind::ExpectedValue), token)),
        };
        Ok(Node { span, kind })
    }

    fn bracket(&mut self, open: Token, name: Option<&'t str>) -> Result<(Kind<'t>, usize), Trouble> {
        if self.depth == MAX_DEPTH {
            return Err(trouble(FormatErrorKind::TooDeep, open));
        }
        self.depth += 1;
        let (kind, end) = match open.mark {
            Mark::Open('[') => {
                let (items, end) = self.items(open, ']')?;
                (Kind::List(items), end)
            }
            Mark::Open('{') => (Kind::Map, self.skip_map(open)?),
            _ if self.is_record() => {
                let (fields, end) = self.fields(open)?;
                (Kind::Record(name, fields), end)
            }
            _ => {
                let (items, end) = self.items(open, ')')?;
                (Kind::Tuple(name, items), end)
            }
        };
        self.depth -= 1;
        Ok((kind, end))
    }

    /// Whether named fields follow: a word and a colon, or nothing at all.
    fn is_record(&mut self) -> bool {
        let first = self.peek();
        let mut ahead = self.lexer.clone();
        match first.mark {
            Mark::Close(')') => true,
            // `(title "x")` is a record whose colon was forgotten rather than two values.
            Mark::Word => matches!(ahead.next().mark, Mark::Colon | Mark::Text | Mark::Number | Mark::Open('[')),
            _ => false,
        }
    }

    fn items(&mut self, open: Token, close: char) -> Result<(Vec<Node<'t>>, usize), Trouble> {
        let mut items = Vec::new();
        loop {
            if let Some(end) = self.closes(open, close)? {
                return Ok((items, end));
            }
            items.push(self.value()?);
            if let Some(end) = self.comma_or_close(open, close)? {
                return Ok((items, end));
            }
        }
    }

    fn fields(&mut self, open: Token) -> Result<(Vec<Field<'t>>, usize), Trouble> {
        let mut fields: Vec<Field<'t>> = Vec::new();
        loop {
            if let Some(end) = self.closes(open, ')')? {
                return Ok((fields, end));
            }
            let token = self.next();
            if let Some(trouble) = self.decimal_comma(token) {
                return Err(trouble);
            }
            if token.mark != Mark::Word {
                return Err(trouble(stray(token).unwrap_or(FormatErrorKind::ExpectedField), token));
            }
            let name = self.lexer.slice(token);
            let colon = self.next();
            if let Some(kind) = stray(colon) {
                return Err(trouble(kind, colon));
            }
            if colon.mark != Mark::Colon {
                return Err(trouble(FormatErrorKind::ExpectedColon { field: name.to_owned() }, token));
            }
            if let Some(first) = fields.iter().take(MOST_FIELDS).find(|field| field.name == name) {
                let first = Lines::new(self.text).place(first.name_span.start);
                return Err(trouble(FormatErrorKind::DuplicateField { name: name.to_owned(), first }, token));
            }
            let name_span = Span { start: token.start, end: token.end };
            let value = self.value()?;
            fields.push(Field { name, name_span, value });
            if let Some(end) = self.comma_or_close(open, ')')? {
                return Ok((fields, end));
            }
        }
    }

    /// Whether the token is what follows the comma of `0,22`.
    fn decimal_comma(&self, token: Token) -> Option<Trouble> {
        let before = self.text.get(..token.start)?.strip_suffix(',')?;
        let whole = before.len() - before.trim_end_matches(|one: char| one.is_ascii_digit()).len();
        let span = Span { start: token.start - 1 - whole, end: token.end };
        (token.mark == Mark::Number && whole > 0).then_some(Trouble { kind: FormatErrorKind::DecimalComma, span })
    }

    /// Passes the closing bracket if it stands here.
    fn closes(&mut self, open: Token, close: char) -> Result<Option<usize>, Trouble> {
        let token = self.peek();
        match token.mark {
            Mark::Close(found) if found == close => {
                self.next();
                Ok(Some(token.end))
            }
            Mark::Close(found) => {
                let opened = Lines::new(self.text).place(open.start);
                Err(trouble(FormatErrorKind::WrongClose { expected: close, found, opened }, token))
            }
            Mark::End => Err(trouble(FormatErrorKind::UnclosedBracket { expected: close }, open)),
            _ => Ok(None),
        }
    }

    fn comma_or_close(&mut self, open: Token, close: char) -> Result<Option<usize>, Trouble> {
        if let Some(end) = self.closes(open, close)? {
            return Ok(Some(end));
        }
        let token = self.next();
        if token.mark == Mark::Comma {
            return Ok(None);
        }
        // A text that lost its closing quote ends at the next one's opening quote, and what follows makes no sense.
        if let Some(text) = self.last_text.filter(|text| text.end == token.start) {
            return Err(trouble(FormatErrorKind::UnclosedText, text));
        }
        Err(trouble(stray(token).unwrap_or(FormatErrorKind::ExpectedComma), token))
    }

    /// Passes a map: only its end matters, as it has no place anywhere.
    fn skip_map(&mut self, open: Token) -> Result<usize, Trouble> {
        let mut depth = 1_usize;
        loop {
            let token = self.next();
            match token.mark {
                Mark::Open(_) => depth += 1,
                Mark::Close(_) if depth == 1 => return Ok(token.end),
                Mark::Close(_) => depth -= 1,
                Mark::End => return Err(trouble(FormatErrorKind::UnclosedBracket { expected: '}' }, open)),
                _ => {
                    if let Some(kind) = stray(token) {
                        return Err(trouble(kind, token));
                    }
                }
            }
        }
    }
}

/// The text between the quotes, escapes resolved.
fn unescape(text: &str, token: Token) -> Result<String, Trouble> {
    let inner = text.get(token.start + 1..token.end - 1).unwrap_or_default();
    let mut plain = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let start = token.start + 1 + (inner.len() - after.len()) - 1;
        let Some((one, length)) = escaped(after) else {
            let escape = after.chars().next().map_or(0, char::len_utf8);
            let span = Span { start, end: start + 1 + escape };
            return Err(Trouble { kind: FormatErrorKind::BadEscape, span });
        };
        plain.extend(one);
        rest = after.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    Ok(plain)
}

/// What an escape stands for and how many bytes follow its backslash; a broken line stands for nothing.
fn escaped(after: &str) -> Option<(Option<char>, usize)> {
    let simple = |one: char| Some((Some(one), 1));
    match after.chars().next()? {
        'n' => simple('\n'),
        'r' => simple('\r'),
        't' => simple('\t'),
        '0' => simple('\0'),
        one @ ('"' | '\'' | '\\') => simple(one),
        'x' => {
            let code = u8::from_str_radix(after.get(1..3)?, 16).ok()?;
            Some((Some(char::from(code)), 3))
        }
        'u' => {
            let (digits, _) = after.get(1..)?.strip_prefix('{')?.split_once('}')?;
            let fits = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            let code = u32::from_str_radix(digits, 16).ok().filter(|_| fits)?;
            Some((Some(char::from_u32(code)?), digits.len() + 3))
        }
        '\n' | '\r' => {
            let next_line = after.trim_start_matches([' ', '\t', '\n', '\r']);
            Some((None, after.len() - next_line.len()))
        }
        _ => None,
    }
}
