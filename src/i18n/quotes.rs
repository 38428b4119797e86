//! What is said, in quotation marks: those of the language, with others for what is quoted within.

use crate::model::Language;

/// Marks around what is said, and around what is quoted within it.
struct Marks {
    outer: (char, char),
    inner: (char, char),
}

fn marks(language: Language) -> Marks {
    match language {
        Language::Ru => Marks { outer: ('«', '»'), inner: ('„', '“') },
        Language::En => Marks { outer: ('“', '”'), inner: ('‘', '’') },
    }
}

/// The words in the language's quotation marks, whichever they brought. A line that stands in marks of its own is one
/// thing said, what stands around it is another: thoughts and quotes written below each other are not put into one.
pub fn quoted(words: &str, language: Language) -> String {
    let marks = marks(language);
    let mut said: Vec<(String, bool)> = Vec::new();
    for line in words.trim().lines() {
        match (unquoted(line.trim()), said.last_mut()) {
            (Some(inside), _) => said.push((inside.to_owned(), true)),
            (None, Some((before, false))) => {
                before.push('\n');
                before.push_str(line);
            }
            (None, _) => said.push((line.to_owned(), false)),
        }
    }
    let (open, close) = marks.outer;
    let said = said.iter().map(|(words, _)| words.trim()).filter(|words| !words.is_empty());
    said.map(|words| format!("{open}{}{close}", with_inner(words, &marks))).collect::<Vec<_>>().join("\n")
}

/// What stands between a mark that opens at the beginning and its own that closes at the end.
fn unquoted(line: &str) -> Option<&str> {
    let pairs = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];
    let (open, close) = pairs.into_iter().find(|(open, _)| line.starts_with(*open))?;
    let inside = line.strip_prefix(open)?.strip_suffix(close)?;
    let mut depth = 1_usize;
    for letter in inside.chars() {
        if letter == close {
            depth -= 1;
        } else if letter == open {
            depth += 1;
        }
        if depth == 0 {
            return None;
        }
    }
    (depth == 1).then_some(inside)
}

/// The words with marks of the inner kind.
fn with_inner(words: &str, marks: &Marks) -> String {
    let (open, close) = marks.inner;
    // Where a low mark opens, the high one that looks to the left closes.
    let low = words.contains('„');
    let mut straight = false;
    let inner = words.chars().map(|letter| match letter {
        '«' | '„' => open,
        '“' if !low => open,
        '»' | '”' | '“' => close,
        '"' => {
            straight = !straight;
            if straight { open } else { close }
        }
        other => other,
    });
    inner.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_stands_in_the_marks_of_the_language() {
        let check = |words: &str, ru: &str, en: &str| {
            assert_eq!(quoted(words, Language::Ru), ru, "{words}");
            assert_eq!(quoted(words, Language::En), en, "{words}");
        };
        check("", "", "");
        check("  Долго ", "«Долго»", "“Долго”");
        check("«Долго»", "«Долго»", "“Долго”");
        check("\"Долго\"", "«Долго»", "“Долго”");
        check("Пишут «ждите» и ждут", "«Пишут „ждите“ и ждут»", "“Пишут ‘ждите’ и ждут”");
        check("They say \"wait\" and “wait”", "«They say „wait“ and „wait“»", "“They say ‘wait’ and ‘wait’”");
        check("«Ждите» — и «ждите»", "«„Ждите“ — и „ждите“»", "“‘Ждите’ — и ‘ждите’”");
        check("„Так“ и „этак“", "«„Так“ и „этак“»", "“‘Так’ и ‘этак’”");
        // A thought, and a quote below it, or above.
        check("Долго\nОчень\n«Очередь стоит»", "«Долго\nОчень»\n«Очередь стоит»", "“Долго\nОчень”\n“Очередь стоит”");
        check("“The line”\nSlow", "«The line»\n«Slow»", "“The line”\n“Slow”");
    }
}
