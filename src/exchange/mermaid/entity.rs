//! Mermaid's entities (`#58;`, `#quot;`): where they stand, what they mean, and how names are written with them.

use super::source::{is_space, trim};

/// Names that may stand in an entity, and what they mean.
const NAMED: [(&str, char); 24] = [
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("colon", ':'),
    ("comma", ','),
    ("copy", '©'),
    ("deg", '°'),
    ("euro", '€'),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("larr", '←'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("num", '#'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rarr", '→'),
    ("reg", '®'),
    ("semi", ';'),
    ("trade", '™'),
];
/// The longest entity or `<br>` that is looked for, in bytes.
const LONGEST: usize = 34;

/// Where this character stands, if it could end an entity or a `<br>` that the text starts with. No further is looked,
/// whatever the text holds: it is asked of every `#`, `&` and `<`.
fn end_of(text: &str, last: u8) -> Option<usize> {
    text.bytes().take(LONGEST).position(|byte| byte == last)
}

/// The length of the entity the text starts with: `#word;`, or HTML's `&word;` and `&#1;`.
pub(super) fn entity_len(text: &str) -> Option<usize> {
    let end = end_of(text, b';')?;
    let name = text.strip_prefix("&#").or_else(|| text.strip_prefix(['#', '&']))?;
    let name = name.get(..name.len() - (text.len() - end))?;
    let word = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    // `&word;` is HTML's only with a name that we know; else the semicolon ends a statement.
    let known = text.starts_with('#') || text.starts_with("&#") || NAMED.iter().any(|(known, _)| *known == name);
    (word && known).then_some(end + 1)
}

/// Whether one of HTML's entities stands in the text.
pub(super) fn has_html(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| text.get(at..).and_then(entity_len).is_some())
}

/// The first of these characters that is not part of an entity.
pub(super) fn find(text: &str, wanted: &[char]) -> Option<usize> {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        at += rest.find(|c| c == '#' || c == '&' || wanted.contains(&c))?;
        let rest = text.get(at..)?;
        if let Some(length) = entity_len(rest) {
            at += length;
            continue;
        }
        let c = rest.chars().next()?;
        if wanted.contains(&c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
    None
}

/// The parts between separators that are not part of an entity.
pub(super) fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = find(rest, &[separator]) {
        let (part, after) = rest.split_at(at);
        parts.push(part);
        rest = after.get(separator.len_utf8()..).unwrap_or_default();
    }
    parts.push(rest);
    parts
}

/// The text with its entities decoded and `<br>` as a line break.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['#', '&', '<']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (c, length) = first_char(from);
        out.push(c);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The character that the text starts with or writes as an entity, and how many bytes it takes.
fn first_char(text: &str) -> (char, usize) {
    if let Some(length) = break_len(text) {
        return ('\n', length);
    }
    let entity = entity_len(text).and_then(|length| {
        let name = text.get(..length)?.trim_start_matches(['&', '#']).strip_suffix(';')?;
        Some((meaning(name)?, length))
    });
    let plain = || text.chars().next().map_or(('\0', 1), |c| (c, c.len_utf8()));
    entity.unwrap_or_else(plain)
}

fn meaning(name: &str) -> Option<char> {
    if let Ok(code) = name.parse::<u32>() {
        return char::from_u32(code);
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

/// The length of the `<br>`, `<br/>` or `<br />` the text starts with.
fn break_len(text: &str) -> Option<usize> {
    let inner = text.get(1..4.min(text.len()))?;
    if !text.starts_with('<') || !inner.get(..2)?.eq_ignore_ascii_case("br") {
        return None;
    }
    let end = end_of(text, b'>')?;
    trim_end_slash(text.get(3..end)?).is_empty().then_some(end + 1)
}

fn trim_end_slash(text: &str) -> &str {
    text.trim_matches(|c| is_space(c) || c == '/')
}

/// The text so that Mermaid and [`decode`] read it back as it is: what would end a name, start another statement, be
/// taken for markup or be trimmed becomes an entity; `also` names further characters to be so written.
pub(super) fn encode(text: &str, also: &[char]) -> String {
    let structural = |c: char| matches!(c, ':' | ';' | '#' | '<' | '>') || also.contains(&c);
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let at_the_edge = (at == 0 || rest.is_empty()) && is_space(c);
        // Two percent signs begin a comment or a directive, and `&#58;` would be an entity of HTML's.
        let ambiguous = match c {
            '%' => before == '%',
            '&' => rest.starts_with(structural) || rest.starts_with('&') || trim(rest).is_empty(),
            _ => false,
        };
        match c {
            '\n' => out.push_str("<br/>"),
            _ if structural(c) || at_the_edge || ambiguous => {
                out.push('#');
                out.push_str(&u32::from(c).to_string());
                out.push(';');
            }
            _ => out.push(c),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn entities_are_decoded() {
        let check = |text: &str, expect: &str| assert_eq!(decode(text), expect, "{text}");
        check("A #35; #quot;x#quot;", "A # \"x\"");
        check("10#58;30", "10:30");
        check("A<br>B<BR />C<br/>D", "A\nB\nC\nD");
        check("a & b < c # d", "a & b < c # d");
        check("#nothing; #1114112;", "#nothing; #1114112;");
        check("&amp; &#39;", "& '");
        check("<bravo>", "<bravo>");
        check("#9829;", "♥");
    }

    #[test]
    fn separators_inside_entities_do_not_count() {
        assert_eq!(split("a#58;b:c &amp; d", ':'), ["a#58;b", "c &amp; d"]);
        assert_eq!(find("x #35; y # z", &['#']), Some(9));
        assert_eq!(find("x &amp; y; z", &[';']), Some(9));
        assert_eq!(find("x &fooo; y", &[';']), Some(7));
    }

    #[test]
    fn rows_of_marks_are_read_in_no_time() {
        for mark in ["&", "#", "<br", "&amp"] {
            let text = mark.repeat(300_000);
            assert_eq!((decode(&text), has_html(&text)), (text.clone(), false), "{mark}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_reads_back(text in "[a-z:;#,&<>%/ \n\u{a0}а-яbr0-9]{0,40}") {
            let written = encode(&text, &[',']);
            prop_assert_eq!(find(&written, &[':', ';', '#', ',', '\n']), None);
            prop_assert!(!written.contains("%%"));
            prop_assert_eq!(decode(super::super::source::trim(&written)), text);
        }
    }
}
