//! A text as it is pasted or opened → lines of what was said: times go, and who speaks stands before a colon.
//!
//! Programs that write down talks put the time before a name, behind it, or on a line of its own with it; all of these
//! become the one form "Name: words".

use std::collections::BTreeSet;

use super::subtitles::{plain, voices};
use super::{asks, is_code, is_no_name, is_written_as_a_name};
use crate::analysis::transcript::naming::is_role;

/// The longest name before a colon that is taken for a speaker's, in letters.
pub(super) const LONGEST_NAME: usize = 32;
/// The most words of such a name.
pub(super) const MOST_WORDS: usize = 3;
/// What stands between a time and a name besides spaces.
const BETWEEN: [char; 5] = ['-', '–', '—', '|', ','];

/// The lines with words in them; the names in `others` are no speakers', so that no line is their head.
pub(super) fn lines_of(text: &str, others: &[String]) -> Vec<String> {
    let text = &*plain(text);
    let alone = heads_alone(text);
    let mut lines: Vec<String> = Vec::new();
    let mut turn = Turn::Open;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            // Behind it nobody knows who goes on, but a head may stand apart from its words.
            if turn == Turn::Begun {
                turn = Turn::Open;
            }
            continue;
        }
        if is_timing(line) {
            continue;
        }
        if let Some(name) = head_of(line, &alone).filter(|name| !others.iter().any(|other| other == name)) {
            lines.extend(turn.left());
            turn = Turn::Named(name);
            continue;
        }
        let line = without_times(line);
        match turn {
            Turn::Named(name) if said_by(&line).is_none() => {
                lines.push(format!("{name}: {line}"));
                turn = Turn::Begun;
            }
            Turn::Begun if said_by(&line).is_none() => {
                // Lines that are broken within one answer.
                if let Some(last) = lines.last_mut() {
                    last.push(' ');
                    last.push_str(&line);
                }
            }
            Turn::Open | Turn::Begun | Turn::Named(_) => {
                lines.extend(turn.left());
                turn = Turn::Open;
                lines.push(line);
            }
        }
    }
    lines.extend(turn.left());
    lines
}

/// Who goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn<'a> {
    /// Nobody in particular.
    Open,
    /// Who was named on a line of its own with a time, and has said nothing yet.
    Named(&'a str),
    /// The one whose words were begun under such a line.
    Begun,
}

impl Turn<'_> {
    /// Who was named and said nothing stays nevertheless.
    fn left(self) -> Option<String> {
        match self {
            Self::Named(name) => Some(format!("{name}: …")),
            Self::Open | Self::Begun => None,
        }
    }
}

/// The name before the first colon, if it can be a speaker's, and the words behind it.
pub(super) fn said_by(line: &str) -> Option<(&str, &str)> {
    let (name, said) = line.split_once(':')?;
    // "Time is 12:30 now".
    let is_time = name.ends_with(|letter: char| letter.is_ascii_digit())
        && said.starts_with(|letter: char| letter.is_ascii_digit());
    let (name, said) = (name.trim(), said.trim());
    // No words after it: a heading.
    (!is_time && can_be_a_name(name) && !said.is_empty()).then_some((name, said))
}

/// Whether a letter or sign may stand in a name: "O'Neil-Gray Jr."
pub(super) fn stands_in_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || " .-'’".contains(letter)
}

fn can_be_a_name(name: &str) -> bool {
    let begins = name.chars().next().is_some_and(char::is_alphabetic);
    let plain = name.chars().all(stands_in_a_name);
    begins && plain && name.chars().count() <= LONGEST_NAME && name.split_whitespace().count() <= MOST_WORDS
}

/// Who speaks on the lines after this one: a name and a time, and nothing else.
fn head_of<'l>(line: &'l str, alone: &BTreeSet<&str>) -> Option<&'l str> {
    let line = line.trim_end_matches(':').trim_end();
    let (name, is_behind) = match (time_at_end(line), time_at_start(line)) {
        (Some((name, _)), _) => (name, true),
        (None, Some((_, name))) => (name, false),
        (None, None) => return None,
    };
    let numbered = || {
        let mut words = name.split_whitespace();
        words.next().is_some_and(is_role) && words.all(|word| word.chars().all(|digit| digit.is_ascii_digit()))
    };
    // One word behind a time may be an answer, unless all times of the text stand above words: "[0:05] Yes".
    let named =
        || is_behind && is_written_as_a_name(name) || is_code(name) || asks(name) || numbered() || alone.contains(name);
    (can_be_a_name(name) && !is_no_name(name) && named()).then_some(name)
}

/// Whom a text names apart from what they say: by the tags of voices, or on lines of their own behind a time.
pub(super) fn named_apart(text: &str) -> BTreeSet<String> {
    let heads = heads_alone(&plain(text)).into_iter().map(str::to_owned).collect();
    voices(text).union(&heads).cloned().collect()
}

/// The names that stand alone behind a time, where no line of the text has a time and words: "[0:05] anna". One such
/// line may be anything.
fn heads_alone(text: &str) -> BTreeSet<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|it| !it.is_empty() && !is_timing(it)).collect();
    let mut heads = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let Some((_, rest)) = time_at_start(line) else { continue };
        let name = rest.trim_end_matches(':').trim_end();
        let has_words = lines.get(place + 1).is_some_and(|next| time_at_start(next).is_none());
        if !(has_words && can_be_a_name(name)) || is_no_name(name) {
            return BTreeSet::new();
        }
        heads.push(name);
    }
    // Several words that are not written as a name and come once are what somebody says.
    let comes_again = |name: &str| heads.iter().filter(|it| **it == name).count() > 1;
    let is_name = |name: &&str| !name.contains(' ') || is_written_as_a_name(name) || comes_again(name);
    if heads.len() > 1 && heads.iter().all(is_name) { heads.into_iter().collect() } else { BTreeSet::new() }
}

/// A line without the times around the name of who speaks.
fn without_times(line: &str) -> String {
    let line = match time_at_start(line) {
        // "10:30 came" is said by somebody.
        Some((time, rest)) if time.is_sure() || said_by(&without_time_of_name(rest)).is_some() => rest,
        _ => line,
    };
    without_time_of_name(line)
}

/// "Name (0:05): words" and "Name: [0:05] words" as "Name: words".
fn without_time_of_name(line: &str) -> String {
    let colons = line.match_indices(':').map(|(at, _)| at);
    for at in colons {
        let (before, after) = (line.get(..at).unwrap_or_default(), line.get(at + 1..).unwrap_or_default());
        if let Some((name, _)) = time_at_end(before).filter(|(name, _)| can_be_a_name(name)) {
            return format!("{name}: {}", after.trim_start());
        }
        if can_be_a_name(before)
            && let Some((_, words)) = time_at_start(after.trim_start()).filter(|(time, _)| time.is_sure())
        {
            return format!("{}: {words}", before.trim_end());
        }
    }
    line.to_owned()
}

/// How a time is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Time {
    in_brackets: bool,
    with_hours: bool,
}

impl Time {
    /// Whether nobody says a time like this: "[0:05]", "00:00:05".
    fn is_sure(self) -> bool {
        self.in_brackets || self.with_hours
    }
}

/// The time that a line begins with, and what follows.
fn time_at_start(line: &str) -> Option<(Time, &str)> {
    let trimmed = |rest: &'_ str| {
        rest.trim_start_matches(|letter: char| letter.is_whitespace() || BETWEEN.contains(&letter)).len()
    };
    let rest_of = |rest: &str| line.get(line.len() - trimmed(rest)..).unwrap_or_default();
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let Some((time, rest)) = line.strip_prefix(open).and_then(|inner| inner.split_once(close)) {
            let time = Time { in_brackets: true, ..time_of(time)? };
            return Some((time, rest_of(rest)));
        }
    }
    let (time, rest) = line.split_once(char::is_whitespace)?;
    Some((time_of(time)?, rest_of(rest)))
}

/// What stands before the time that a line ends with.
fn time_at_end(line: &str) -> Option<(&str, Time)> {
    let line = line.trim_end();
    let name_of =
        |rest: &'_ str| rest.trim_end_matches(|letter: char| letter.is_whitespace() || BETWEEN.contains(&letter)).len();
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let Some((rest, time)) = line.strip_suffix(close).and_then(|inner| inner.rsplit_once(open)) {
            let time = Time { in_brackets: true, ..time_of(time)? };
            return Some((line.get(..name_of(rest)).unwrap_or_default(), time));
        }
    }
    let (rest, time) = line.rsplit_once(char::is_whitespace)?;
    Some((line.get(..name_of(rest)).unwrap_or_default(), time_of(time)?))
}

/// "0:05", "00:05:12", "00:00:05.120".
fn time_of(word: &str) -> Option<Time> {
    let word = word.trim();
    let whole =
        word.split_once(['.', ',']).map_or(Some(word), |(whole, part)| is_number(part, 1..=3).then_some(whole))?;
    let mut parts = whole.split(':');
    let first = is_number(parts.next()?, 1..=2);
    let count = parts.clone().count();
    (first && (1..=2).contains(&count) && parts.all(|part| is_number(part, 2..=2)))
        .then_some(Time { in_brackets: false, with_hours: count == 2 })
}

fn is_number(text: &str, digits: std::ops::RangeInclusive<usize>) -> bool {
    digits.contains(&text.len()) && text.chars().all(|digit| digit.is_ascii_digit())
}

/// A line that says when and not what: a time, a number, a span of time, the head of a file of subtitles.
fn is_timing(line: &str) -> bool {
    let bare = line.trim_matches(|letter: char| "[]()".contains(letter));
    line == "WEBVTT"
        || line.contains("-->")
        || line.chars().all(|letter| letter.is_ascii_digit())
        || time_of(bare).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_go_and_who_speaks_stands_before_a_colon() {
        let check = |text: &str, expect: &[&str]| assert_eq!(lines_of(text, &[]), expect, "{text}");
        for line in [
            "[00:05] Лена: Жду",
            "(0:05) Лена: Жду",
            "00:05 Лена: Жду",
            "00:00:05.120 Лена: Жду",
            "00:05 - Лена: Жду",
            "Лена (00:05): Жду",
            "Лена [01:00:05]: Жду",
            "Лена 00:05: Жду",
            "Лена, 0:05: Жду",
            "[00:05] Лена (00:05): Жду",
            "Лена: [00:05] Жду",
            "Лена 0:05\nЖду",
            "Лена  00:05:12\n\nЖду",
            "Лена (0:05):\nЖду",
            "Лена [00:05]\n[00:06] Жду",
            "00:05\nЛена: Жду",
            "[00:05]\nЛена: Жду",
        ] {
            check(line, &["Лена: Жду"]);
        }
        check("Speaker 1  0:05\nSlow", &["Speaker 1: Slow"]);
        check("R07 0:05\nSlow", &["R07: Slow"]);
        check("[0:05] Респондент 2\n[0:06] Да", &["Респондент 2: Да"]);
        check("[0:05] Лена: Ждали?\n[0:06] Да", &["Лена: Ждали?", "Да"]);
    }

    #[test]
    fn an_answer_goes_on_until_somebody_else_is_named() {
        let check = |text: &str, expect: &[&str]| assert_eq!(lines_of(text, &[]), expect, "{text}");
        check(
            "Лена 0:05\nЖду\nи жду\n\nКонец записи\nОлег 0:15\nА я ушёл",
            &["Лена: Жду и жду", "Конец записи", "Олег: А я ушёл"],
        );
        check("Лена 0:05\nОлег: Нет\nи так далее", &["Лена: …", "Олег: Нет", "и так далее"]);
        check("Лена 0:05", &["Лена: …"]);
    }

    #[test]
    fn names_alone_behind_times_are_heads_where_the_form_repeats() {
        let check = |text: &str, expect: &[&str]| assert_eq!(lines_of(text, &[]), expect, "{text}");
        check("[0:05] Anna\nI wait\n[0:12] Ben\nMe too", &["Anna: I wait", "Ben: Me too"]);
        check("0:05 anna gray\n\nI wait\nlong\n\n0:12 anna gray\nYes", &["anna gray: I wait long", "anna gray: Yes"]);
        check("[0:05] Anna\nI wait", &["Anna", "I wait"]);
        // Answers behind times are no names.
        check("[0:05] Slow\n[0:08] Never\nand never", &["Slow", "Never", "and never"]);
        check("[0:05] Slow\nindeed\n[0:08] I think so\nor not", &["Slow", "indeed", "I think so", "or not"]);
        check("[0:05] Yes\nindeed\n[0:08] No\nnever", &["Yes", "indeed", "No", "never"]);
        assert_eq!(
            lines_of("[0:05] Lift\nI wait\n[0:12] Lift\nDown", &["Lift".to_owned()]),
            ["Lift", "I wait", "Lift", "Down"]
        );
    }

    #[test]
    fn times_that_are_said_stay() {
        for line in [
            "10:30 came",
            "Time is 12:30 now",
            "Мы встретились в 10:30",
            "Начало 10:30",
            "Лена: в 10:30 уже ждала",
            "Лена: 10:30 уже поздно",
            "см. [1] и (2)",
            "https://a.b/c",
        ] {
            assert_eq!(lines_of(line, &[]), [line]);
        }
        let others = ["Обед".to_owned()];
        assert_eq!(lines_of("Обед 10:30\nЛена: Жду", &others), ["Обед 10:30", "Лена: Жду"]);
    }

    #[test]
    fn words_that_follow_a_name_and_a_colon_are_said_by_it() {
        let check = |line: &str, expect: Option<(&str, &str)>| assert_eq!(said_by(line), expect, "{line}");
        check("Anna-Maria P.: Slow: so slow", Some(("Anna-Maria P.", "Slow: so slow")));
        check("R07:5 minutes", None);
        check("Goals:", None);
        check("at 12:30", None);
        check("a rather long way to begin: no", None);
    }
}
