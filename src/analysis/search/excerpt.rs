//! The part of a text around what was found in it, on one line.

use std::ops::Range;

/// Letters kept before the first word that was found.
const BEFORE: usize = 24;
/// Letters kept in all.
const MOST: usize = 160;

/// A part of a text with the places of what was found in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The words, on one line; "…" where something was left out before them.
    pub text: String,
    /// Where the found words stand in it, in bytes.
    pub found: Vec<Range<usize>>,
}

/// The part of `text` around the first of the ranges: it begins with a whole word.
pub fn excerpt(text: &str, ranges: &[Range<usize>]) -> Excerpt {
    let first = ranges.first().map_or(0, |range| range.start);
    let before: Vec<(usize, char)> = text.char_indices().take_while(|(at, _)| *at < first).collect();
    let mut start = 0;
    if before.len() > BEFORE {
        let kept = before.iter().skip(before.len() - BEFORE);
        let space = kept.clone().find(|(_, letter)| letter.is_whitespace());
        start = space.map_or(first, |(at, letter)| at + letter.len_utf8());
    }
    let mut shown = String::new();
    if start > 0 {
        shown.push('…');
    }
    let shift = shown.len();
    let kept: String = text.get(start..).unwrap_or_default().chars().take(MOST).collect();
    let end = start + kept.len();
    // Byte for byte as long, so that the places stay where they are.
    shown.extend(kept.chars().map(|letter| if matches!(letter, '\n' | '\r' | '\t') { ' ' } else { letter }));
    let place = |at: usize| at.min(end) - start + shift;
    let inside = ranges.iter().filter(|range| range.start >= start && range.end <= end);
    Excerpt { text: shown, found: inside.map(|range| place(range.start)..place(range.end)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::search::Query;

    #[test]
    fn an_excerpt_begins_with_a_whole_word_and_keeps_the_places() {
        let check = |typed: &str, text: &str, begins: &str| {
            let ranges = Query::parse(typed).ranges(text);
            let excerpt = excerpt(text, &ranges);
            assert!(excerpt.text.starts_with(begins), "{:?}", excerpt.text);
            assert!(!excerpt.text.contains('\n') && excerpt.text.chars().count() <= MOST + 1);
            let found: Vec<&str> = excerpt.found.iter().map(|range| &excerpt.text[range.clone()]).collect();
            assert!(!found.is_empty());
            assert!(found.iter().all(|part| part.to_lowercase() == typed), "{found:?}");
        };
        check("касса", "Касса", "Касса");
        check("касса", "У входа\nи ищет, где касса", "У входа и ищет");
        check("касса", "Очень долго идёт через весь зал мимо витрин туда, где касса", "…");
        check("касса", &"касса ".repeat(100), "касса касса");
        check("касса", &format!("{}касса", "длинноеслово".repeat(9)), "…касса");
    }
}
