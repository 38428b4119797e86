//! Letters as search compares them: without case, stress marks and typographic niceties; ё is е.

use std::ops::Range;

/// What is searched for: words that all have to be in one text, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// What was typed, as words.
    pub fn parse(typed: &str) -> Self {
        let mut words: Vec<String> = typed.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        words.sort();
        words.dedup();
        Self { words }
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a text that is folded already has all the words.
    pub(super) fn is_in_folded(&self, folded: &str) -> bool {
        !self.is_empty() && self.words.iter().all(|word| folded.contains(word.as_str()))
    }

    /// Whether a text has all the words.
    pub fn is_in(&self, text: &str) -> bool {
        !self.is_empty() && self.is_in_folded(&fold(text))
    }

    /// Where the words stand in a text, in bytes, from its beginning; what touches is one range.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut folded = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len() + 1);
        fold_each(text, |at, letter| {
            folded.push(letter);
            origins.resize(folded.len(), at);
        });
        origins.push(text.len());
        let origin = |at: usize| origins.get(at).copied().unwrap_or(text.len());
        let mut ranges: Vec<Range<usize>> = self
            .words
            .iter()
            .flat_map(|word| folded.match_indices(word.as_str()))
            .map(|(at, word)| origin(at)..origin(at + word.len()))
            .collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges.dedup_by(|next, last| {
            let touches = next.start <= last.end;
            if touches {
                last.end = last.end.max(next.end);
            }
            touches
        });
        ranges
    }
}

/// A text as search compares it.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_each(text, |_, letter| folded.push(letter));
    folded
}

/// Gives every letter of the folded text with the byte at which what it comes from begins.
fn fold_each(text: &str, mut put: impl FnMut(usize, char)) {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            'ё' | 'Ё' => put(at, 'е'),
            // и and a breve are й, however they were typed.
            'и' | 'И' if letters.peek().is_some_and(|(_, next)| *next == '\u{306}') => {
                letters.next();
                put(at, 'й');
            }
            '\u{300}'..='\u{36f}' | '\u{ad}' => {}
            '\u{2019}' | '\u{2bc}' => put(at, '\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => put(at, '-'),
            letter if letter.is_ascii() => put(at, letter.to_ascii_lowercase()),
            letter => letter.to_lowercase().filter(|lower| *lower != '\u{307}').for_each(|lower| put(at, lower)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_found_whatever_their_case_and_dots() {
        let check = |typed: &str, text: &str, expect: &[&str]| {
            let query = Query::parse(typed);
            let found: Vec<&str> = query.ranges(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expect, "{typed:?} in {text:?}");
            assert_eq!(
                query.is_in(text),
                query.words.iter().all(|word| fold(text).contains(word)) && !query.is_empty()
            );
        };
        check("ждёт", "Ждет заказ, ЖДЁТ ответа", &["Ждет", "ЖДЁТ"]);
        check("ждет", "Ждёт у стойки", &["Ждёт"]);
        check("ЧАЙ", "ча\u{439} и чаи\u{306}ник", &["чай", "чаи\u{306}"]);
        check("замок", "за\u{301}мок", &["за\u{301}мок"]);
        check("queue long", "Long QUEUE at noon, queueing", &["Long", "QUEUE", "queue"]);
        check("wi-fi", "Wi\u{2011}Fi", &["Wi\u{2011}Fi"]);
        check("it's", "It’s late", &["It’s"]);
        check("istanbul", "İSTANBUL", &["İSTANBUL"]);
        check("аб бв", "абв", &["абв"]);
        check("", "text", &[]);
        check("   ", "text", &[]);
    }

    #[test]
    fn all_words_have_to_be_there() {
        assert!(Query::parse("долгая очередь").is_in("Очередь слишком долгая"));
        assert!(!Query::parse("долгая очередь").is_in("Очередь слишком длинная"));
    }

    proptest! {
        #[test]
        fn ranges_are_apart_and_at_the_edges_of_letters(typed in "[а-яёa-z\u{301}İ ]{0,6}", text in "\\PC{0,40}") {
            let ranges = Query::parse(&typed).ranges(&text);
            for range in &ranges {
                prop_assert!(text.get(range.clone()).is_some_and(|part| !part.is_empty()));
            }
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }
}
