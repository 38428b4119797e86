//! What a line says: its comment cut off, its statements apart, each with its keyword.

use super::entity;
use super::source::{is_space, trim};

/// One statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Statement<'a> {
    /// Nothing.
    Blank,
    /// `title` and what follows; `None` where the line ends right after it.
    Title(Option<&'a str>),
    /// `accTitle:` and what follows.
    AccTitle(&'a str),
    /// `accDescr:` and what follows.
    AccDescr(&'a str),
    /// `accDescr {` and what follows.
    AccDescrOpen(&'a str),
    /// `section` and what follows; `None` where the line ends right after it.
    Section(Option<&'a str>),
    /// Anything else: a task.
    Task(&'a str),
}

/// Which statement it is. Keywords count in any case.
pub(super) fn statement(text: &str) -> Statement<'_> {
    let text = text.trim_start_matches(is_space);
    if trim(text).is_empty() {
        return Statement::Blank;
    }
    let after_spaces = |rest: &'static str| keyword(text, rest).map(|rest| rest.trim_start_matches(is_space));
    if let Some(value) = after_spaces("acctitle").and_then(|rest| rest.strip_prefix(':')) {
        return Statement::AccTitle(value);
    }
    if let Some(value) = after_spaces("accdescr").and_then(|rest| rest.strip_prefix(':')) {
        return Statement::AccDescr(value);
    }
    if let Some(value) = after_spaces("accdescr").and_then(|rest| rest.strip_prefix('{')) {
        return Statement::AccDescrOpen(value);
    }
    if let Some(rest) = keyword(text, "title").filter(|rest| ends_word(rest)) {
        return Statement::Title((!rest.is_empty()).then_some(rest));
    }
    if let Some(rest) = keyword(text, "section").filter(|rest| ends_word(rest)) {
        return Statement::Section((!rest.is_empty()).then_some(rest));
    }
    Statement::Task(text)
}

fn ends_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(is_space)
}

/// What follows the keyword, in any case, at the start of the text.
pub(super) fn keyword<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// A line cut at the `#` that makes the rest a comment.
pub(super) fn without_comment(line: &str) -> (&str, Option<&str>) {
    match entity::find(line, &['#']) {
        Some(at) => (line.get(..at).unwrap_or_default(), line.get(at + 1..)),
        None => (line, None),
    }
}

/// A line's statements, apart at `;`. A piece that could not stand alone stays with its neighbour: `title A; B`.
pub(super) fn statements(line: &str) -> Vec<String> {
    let mut statements: Vec<String> = Vec::new();
    for piece in entity::split(line, ';') {
        if trim(piece).is_empty() {
            continue;
        }
        match statements.last_mut() {
            Some(last) if !stands_alone(last) || !stands_alone(piece) => {
                last.push_str("#59;");
                last.push_str(piece);
            }
            _ => statements.push(piece.to_owned()),
        }
    }
    statements
}

fn stands_alone(text: &str) -> bool {
    match statement(text) {
        Statement::Task(text) => entity::find(text, &[':']).is_some(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords() {
        let check = |text: &str, expect: Statement<'_>| assert_eq!(statement(text), expect, "{text}");
        check("  ", Statement::Blank);
        check(" title  X ", Statement::Title(Some("  X ")));
        check("Title page: 3", Statement::Title(Some(" page: 3")));
        check("title", Statement::Title(None));
        check("titles: 3", Statement::Task("titles: 3"));
        check("ACCTITLE : T: x", Statement::AccTitle(" T: x"));
        check("accTitle page: 3", Statement::Task("accTitle page: 3"));
        check("accDescr: D", Statement::AccDescr(" D"));
        check("accDescr { D", Statement::AccDescrOpen(" D"));
        check("SECTION Go", Statement::Section(Some(" Go")));
        check("Ж: 5", Statement::Task("Ж: 5"));
    }

    #[test]
    fn semicolons_separate_what_can_stand_alone() {
        let check = |line: &str, expect: &[&str]| assert_eq!(statements(line), expect, "{line}");
        check("A: 5: Me; B: 3: You", &["A: 5: Me", " B: 3: You"]);
        check("Buy; sell: 5: Me", &["Buy#59; sell: 5: Me"]);
        check("title A; B", &["title A#59; B"]);
        check("A: 5: Me;", &["A: 5: Me"]);
        check("A #35; B: 5", &["A #35; B: 5"]);
        check(";;", &[]);
    }
}
