//! The YAML block between `---` lines that may stand before a diagram: its title is read, the rest is settings.

use super::report::{MermaidError, MermaidErrorKind, Report, ReportKind, excerpt};
use super::source::trim;

/// What stands before the diagram.
#[derive(Debug, PartialEq)]
pub(super) struct FrontMatter<'a> {
    /// The title, if there is a plain one, and its line.
    pub(super) title: Option<(u32, String)>,
    /// The text after it.
    pub(super) rest: &'a str,
    /// The number of that text's first line.
    pub(super) first_line: u32,
}

/// Takes the front matter off.
pub(super) fn take<'a>(text: &'a str, reports: &mut Vec<Report>) -> Result<FrontMatter<'a>, MermaidError> {
    let mut lines = Numbered { rest: text, number: 0 };
    let opening = loop {
        match lines.next() {
            Some((_, line)) if trim(line).is_empty() => {}
            other => break other,
        }
    };
    let Some((opened_on, fence)) = opening.filter(|(_, line)| trim(line) == "---") else {
        return Ok(FrontMatter { title: None, rest: text, first_line: 1 });
    };
    let indent = indent_of(fence);
    let mut title = None;
    let mut holds_something = false;
    loop {
        let Some((number, line)) = lines.next() else {
            return Err(MermaidErrorKind::FrontMatterUnclosed.on(opened_on));
        };
        if trim(line) == "---" && indent_of(line) == indent {
            break;
        }
        let entry = line.get(indent.len()..).filter(|_| line.starts_with(indent)).unwrap_or(line);
        let Some((key, value)) = key_and_value(entry) else {
            continue;
        };
        holds_something = true;
        match (key, plain(value)) {
            ("title", Some(value)) if indent.is_empty() => title = (!value.is_empty()).then_some((number, value)),
            ("title", _) => reports.push(ReportKind::FrontMatterTitle { text: excerpt(value) }.on(number)),
            _ => reports.push(ReportKind::Settings { text: excerpt(entry) }.on(number)),
        }
    }
    if !holds_something {
        reports.push(ReportKind::FrontMatterEmpty.on(opened_on));
    }
    Ok(FrontMatter { title, rest: lines.rest, first_line: lines.number + 1 })
}

/// Lines with their numbers, leaving the rest of the text at hand.
struct Numbered<'a> {
    rest: &'a str,
    number: u32,
}

impl<'a> Numbered<'a> {
    fn next(&mut self) -> Option<(u32, &'a str)> {
        if self.rest.is_empty() {
            return None;
        }
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        self.number += 1;
        Some((self.number, line))
    }
}

fn indent_of(line: &str) -> &str {
    line.get(..line.len() - line.trim_start().len()).unwrap_or_default()
}

/// The key and value of a top-level entry.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    if line.starts_with([' ', '\t', '#', '-']) {
        return None;
    }
    let (key, value) = line.split_once(':')?;
    Some((key.trim().trim_matches(['"', '\'']), value.trim()))
}

/// A YAML scalar that is written on one line; `None` for anything else.
fn plain(value: &str) -> Option<String> {
    if let Some(quoted) = value.strip_prefix('\'') {
        let end = quoted.rfind('\'')?;
        return Some(quoted.get(..end)?.replace("''", "'"));
    }
    if let Some(quoted) = value.strip_prefix('"') {
        let end = quoted.rfind('"')?;
        return Some(unescaped(quoted.get(..end)?));
    }
    if value.starts_with(['[', '{', '|', '>', '&', '*', '!', '%', '@', '`']) {
        return None;
    }
    let value = if value.starts_with('#') { "" } else { value };
    let value = value.split_once(" #").map_or(value, |(value, _)| value).trim();
    Some(if matches!(value, "~" | "null") { String::new() } else { value.to_owned() })
}

/// The escapes that occur in titles; others stay as they are.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.clone().next() } else { None }) {
            ('\\', Some(escaped @ ('"' | '\\' | '/'))) => {
                out.push(escaped);
                chars.next();
            }
            ('\\', Some('n')) => {
                out.push('\n');
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_read() {
        let check = |yaml: &str, expect: Option<&str>| {
            let text = format!("---\n{yaml}\n---\njourney");
            let front_matter = take(&text, &mut Vec::new()).unwrap();
            assert_eq!(front_matter.title, expect.map(|title| (2, title.to_owned())), "{yaml}");
            assert_eq!((front_matter.rest, front_matter.first_line), ("journey", 4), "{yaml}");
        };
        check("title: FM title", Some("FM title"));
        check("title: 2026", Some("2026"));
        check("title: 'it''s'", Some("it's"));
        check(r#"title: "a \"b\"""#, Some("a \"b\""));
        check("title: a # comment", Some("a"));
        check("title: [unclosed", None);
        check("title:", None);
        check("config:", None);
    }

    #[test]
    fn what_is_no_front_matter_is_left_alone() {
        let front_matter = take("journey\n---\n", &mut Vec::new()).unwrap();
        assert_eq!((front_matter.title, front_matter.rest, front_matter.first_line), (None, "journey\n---\n", 1));
        assert_eq!(take("\n---\ntitle: x\n", &mut Vec::new()), Err(MermaidErrorKind::FrontMatterUnclosed.on(2)));
    }
}
