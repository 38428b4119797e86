//! Bytes → numbered lines, without directives and comment lines.

use std::borrow::Cow;

use super::report::{MermaidError, MermaidErrorKind, Report, ReportKind, excerpt};
use crate::model::limits::MAX_FILE_BYTES;

/// A line of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Its number in the file, from 1.
    pub(super) number: u32,
    /// What it says, without its end.
    pub(super) text: &'a str,
}

/// White space as Mermaid sees it.
pub(super) fn is_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}

/// The text without white space around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// The bytes as text with `\n` ends of line and without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<String, MermaidError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(MermaidErrorKind::TooLarge.on_file());
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            return Err(MermaidErrorKind::NotUtf8.on(before.split(|byte| *byte == b'\n').count() as u32));
        }
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.contains('\r') {
        return Ok(text.to_owned());
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The text with every `%%{ … }%%` taken out; ends of line stay, so that numbers still count.
pub(super) fn without_directives<'a>(
    text: &'a str,
    first_line: u32,
    reports: &mut Vec<Report>,
) -> Result<Cow<'a, str>, MermaidError> {
    let Some(first) = text.find("%%{") else {
        return Ok(Cow::Borrowed(text));
    };
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut start, mut line) = (text, first, first_line);
    loop {
        let (before, from) = rest.split_at(start);
        line += ends_in(before);
        let Some(end) = from.find("}%%") else {
            return Err(MermaidErrorKind::DirectiveUnclosed.on(line));
        };
        let (directive, after) = from.split_at(end + "}%%".len());
        out.push_str(before);
        out.extend(directive.chars().filter(|c| *c == '\n'));
        reports.push(ReportKind::Settings { text: excerpt(directive) }.on(line));
        line += ends_in(directive);
        rest = after;
        match rest.find("%%{") {
            Some(next) => start = next,
            None => break,
        }
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}

fn ends_in(text: &str) -> u32 {
    text.matches('\n').count() as u32
}

/// The lines that say something to the parser: all but comments.
pub(super) fn lines<'a>(text: &'a str, first_line: u32, reports: &mut Vec<Report>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (index, text) in text.split('\n').enumerate() {
        let number = first_line + index as u32;
        match trim(text).strip_prefix("%%") {
            Some(comment) if trim(comment).is_empty() => {}
            Some(comment) => reports.push(ReportKind::Comment { text: excerpt(comment) }.on(number)),
            None => lines.push(Line { number, text }),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_line_of_every_system_count_once() {
        let text = decode(b"\xef\xbb\xbfa\r\nb\rc\nd").unwrap();
        let mut reports = Vec::new();
        let lines = lines(&text, 1, &mut reports);
        let seen: Vec<(u32, &str)> = lines.iter().map(|line| (line.number, line.text)).collect();
        assert_eq!(seen, [(1, "a"), (2, "b"), (3, "c"), (4, "d")]);
    }

    #[test]
    fn directives_vanish_and_lines_keep_their_numbers() {
        let mut reports = Vec::new();
        let text = without_directives("%%{\ninit\n}%%\nx %%{wrap}%% y", 1, &mut reports).unwrap();
        assert_eq!(text, "\n\n\nx  y");
        let seen: Vec<u32> = reports.iter().map(|report| report.line).collect();
        assert_eq!(seen, [1, 4]);
        let error = without_directives("a\nb\n%%{init", 1, &mut reports).unwrap_err();
        assert_eq!(error.line, Some(3));
    }

    #[test]
    fn bytes_that_are_not_utf8_are_refused_with_their_line() {
        let error = decode(b"journey\nA\xff").unwrap_err();
        assert_eq!(error, MermaidErrorKind::NotUtf8.on(2));
    }
}
