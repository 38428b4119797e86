//! A transcript as it is pasted or opened → paragraphs in which nobody is named: speakers get codes.

use std::collections::BTreeMap;

use crate::model::Document;

/// The longest name before a colon that is taken for a speaker's, in letters.
const LONGEST_NAME: usize = 32;
/// Who asks; these are not respondents and keep their word. In lower case.
const ASKING: [&str; 12] =
    ["interviewer", "moderator", "i", "q", "host", "интервьюер", "модератор", "ведущий", "ведущая", "и", "в", "вопрос"];

/// What stands before a colon and is nobody's name. In lower case.
const NO_NAMES: [&str; 58] = [
    "note",
    "notes",
    "important",
    "attention",
    "warning",
    "example",
    "summary",
    "conclusion",
    "result",
    "results",
    "question",
    "answer",
    "topic",
    "subject",
    "goal",
    "problem",
    "idea",
    "task",
    "date",
    "time",
    "place",
    "duration",
    "transcript",
    "recording",
    "ps",
    "todo",
    "next",
    "also",
    "comment",
    "remark",
    "quote",
    "важно",
    "внимание",
    "примечание",
    "заметка",
    "заметки",
    "пример",
    "например",
    "итог",
    "итого",
    "итоги",
    "вывод",
    "выводы",
    "ответ",
    "тема",
    "цель",
    "проблема",
    "идея",
    "задача",
    "дата",
    "время",
    "место",
    "длительность",
    "расшифровка",
    "запись",
    "комментарий",
    "цитата",
    "кстати",
];

/// Somebody who speaks, and the code that stands for the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name in the text.
    pub name: String,
    /// The code instead of it.
    pub code: String,
}

/// A transcript without the names of its speakers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    /// What was said, a paragraph each.
    pub paragraphs: Vec<String>,
    /// The codes of who answered, in the order they first speak.
    pub respondents: Vec<String>,
}

/// Reads a transcript: marks of time and empty lines go, names of speakers become codes, `taken` ones not again; the
/// names in `others` are no speakers'.
pub fn read(text: &str, taken: &[String], others: &[String]) -> Transcript {
    let lines = lines_of(text);
    let speakers = speakers_of(&lines, taken, others);
    let codes: BTreeMap<&str, String> = speakers.iter().map(|it| (it.name.as_str(), it.code.clone())).collect();
    let mut respondents: Vec<String> = Vec::new();
    for Speaker { code, .. } in &speakers {
        if !respondents.contains(code) {
            respondents.push(code.clone());
        }
    }
    let paragraphs = lines.iter().map(|line| without_names(line, &codes)).collect();
    Transcript { paragraphs, respondents }
}

/// The codes that a project has given already.
pub fn respondents(document: &Document) -> Vec<String> {
    document.evidence.iter().flat_map(|it| it.respondents.iter().cloned()).collect()
}

/// Who answers in a transcript, in the order they first speak, with the codes that will stand for them.
///
/// A speaker is who has words after a short name and a colon: more than once, or once where it is written as a name is,
/// or a code already (`R07`, `Р7`).
pub fn speakers(text: &str, taken: &[String]) -> Vec<Speaker> {
    speakers_of(&lines_of(text), taken, &[])
}

/// The lines with words in them.
fn lines_of(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_timing(line)).collect()
}

fn speakers_of(lines: &[&str], taken: &[String], others: &[String]) -> Vec<Speaker> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in lines.iter().filter_map(|line| speaker(line)) {
        *times.entry(name).or_default() += 1;
    }
    let mut found: Vec<Speaker> = Vec::new();
    let mut codes: Vec<String> = Vec::new();
    for name in lines.iter().filter_map(|line| speaker(line)) {
        let often = times.get(name).is_some_and(|count| *count > 1);
        let known = found.iter().any(|it| it.name == name) || asks(name) || is_no_name(name);
        if known || !(often || is_code(name) || is_written_as_a_name(name)) {
            continue;
        }
        let code = if is_code(name) { name.to_owned() } else { free_code(taken, &codes) };
        codes.push(code.clone());
        found.push(Speaker { name: name.to_owned(), code });
    }
    // Who is none after all leaves the codes of the others as they were shown.
    found.retain(|it| !others.contains(&it.name));
    found
}

/// The code of who says a paragraph; where it names nobody, the only respondent there is.
pub fn respondent_of<'a>(paragraph: &str, respondents: &'a [String]) -> Option<&'a str> {
    match speaker(paragraph) {
        Some(name) => respondents.iter().find(|code| *code == name).map(String::as_str),
        None => match respondents {
            [only] => Some(only),
            _ => None,
        },
    }
}

/// The name before the first colon, if it can be a speaker's.
fn speaker(line: &str) -> Option<&str> {
    let (name, said) = line.split_once(':')?;
    let name = name.trim();
    let begins = name.chars().next().is_some_and(char::is_alphabetic);
    let plain = name.chars().all(|letter| letter.is_alphanumeric() || " .-".contains(letter));
    let short = name.chars().count() <= LONGEST_NAME && name.split_whitespace().count() <= 3;
    // No words after it: a heading.
    (begins && plain && short && !said.trim().is_empty()).then_some(name)
}

fn asks(name: &str) -> bool {
    ASKING.contains(&name.to_lowercase().as_str())
}

fn is_no_name(name: &str) -> bool {
    NO_NAMES.contains(&name.to_lowercase().as_str())
}

/// Whether each word begins with a capital and the rest are small letters: "Oleg", "Anna-Maria", "Ivan P.".
fn is_written_as_a_name(name: &str) -> bool {
    let mut words = name.split([' ', '-']).filter(|word| !word.is_empty());
    let is_name = |word: &str| {
        let mut letters = word.trim_end_matches('.').chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    name.chars().filter(|letter| letter.is_alphabetic()).count() > 1 && words.all(is_name)
}

/// Whether it is a code already: one or two letters and a number.
fn is_code(name: &str) -> bool {
    let letters = name.chars().take_while(|letter| letter.is_alphabetic()).count();
    let rest: String = name.chars().skip(letters).collect();
    (1..=2).contains(&letters) && !rest.is_empty() && rest.chars().all(|digit| digit.is_ascii_digit() || digit == '-')
}

fn free_code(taken: &[String], here: &[String]) -> String {
    let code = |number: usize| format!("R{number:02}");
    let free = |code: &String| !taken.contains(code) && !here.contains(code);
    // One number more than there are codes is free for certain.
    (1..=taken.len() + here.len() + 1).map(code).find(free).unwrap_or_default()
}

/// A line in which the speakers are named by their codes, also where somebody else says their name.
fn without_names(line: &str, codes: &BTreeMap<&str, String>) -> String {
    let mut line = line.to_owned();
    // Longer names first: "Anna Maria" before "Anna".
    let mut names: Vec<(&&str, &String)> = codes.iter().filter(|(name, code)| **name != code.as_str()).collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, code) in names {
        line = replace_word(&line, name, code);
    }
    line
}

fn replace_word(line: &str, name: &str, code: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(name) {
        let (before, found) = rest.split_at(at);
        let after = found.get(name.len()..).unwrap_or_default();
        let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        out.push_str(before);
        let whole =
            !joins(before.chars().next_back().or_else(|| out.chars().next_back())) && !joins(after.chars().next());
        out.push_str(if whole { code } else { name });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A line of subtitles that says when and not what: a number, a span of time, the head of the file.
fn is_timing(line: &str) -> bool {
    line == "WEBVTT" || line.contains("-->") || line.chars().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, taken: &[&str], paragraphs: &[&str], respondents: &[&str]) {
        let taken: Vec<String> = taken.iter().map(ToString::to_string).collect();
        let found = read(text, &taken, &[]);
        assert_eq!(found.paragraphs, paragraphs, "{text}");
        assert_eq!(found.respondents, respondents, "{text}");
    }

    #[test]
    fn speakers_are_named_by_codes_wherever_their_names_are_said() {
        check(
            "Интервьюер: Анна, расскажите.\r\n\r\nАнна: Я жду двадцать минут.\nИнтервьюер: А потом?\nАнна: Анна-то? Ухожу.\n",
            &[],
            &[
                "Интервьюер: R01, расскажите.",
                "R01: Я жду двадцать минут.",
                "Интервьюер: А потом?",
                "R01: R01-то? Ухожу.",
            ],
            &["R01"],
        );
        check(
            "Ann: One\nBo: Two\nAnn: Annually, Ann says\nBo: Yes",
            &["R01"],
            &["R02: One", "R03: Two", "R02: Annually, R02 says", "R03: Yes"],
            &["R02", "R03"],
        );
    }

    #[test]
    fn codes_stay_and_what_is_no_speaker_stays() {
        check(
            "R07: Slow\nNote: once\nTime is 12:30 now\nQ: Why?",
            &[],
            &["R07: Slow", "Note: once", "Time is 12:30 now", "Q: Why?"],
            &["R07"],
        );
        check("Just words\n\nof one person", &[], &["Just words", "of one person"], &[]);
    }

    #[test]
    fn who_speaks_once_loses_the_name_as_well() {
        check("Oleg: I left\nAnd Oleg waited", &[], &["R01: I left", "And R01 waited"], &["R01"]);
        check("Q: Why?\nАнна-Мария П.: Долго", &[], &["Q: Why?", "R01: Долго"], &["R01"]);
        check(
            "Важно: сроки\nNote: once\nNote: twice\nNext step: call\n10:30 came\nUSA: far\nhttps://a.b/c",
            &[],
            &[
                "Важно: сроки",
                "Note: once",
                "Note: twice",
                "Next step: call",
                "10:30 came",
                "USA: far",
                "https://a.b/c",
            ],
            &[],
        );
    }

    #[test]
    fn who_is_said_to_be_no_speaker_stays() {
        let text = "Delivery: slow\nOleg: I left";
        let speaker = |name: &str, code: &str| Speaker { name: name.to_owned(), code: code.to_owned() };
        assert_eq!(speakers(text, &[]), [speaker("Delivery", "R01"), speaker("Oleg", "R02")]);
        let found = read(text, &[], &["Delivery".to_owned()]);
        assert_eq!(found.paragraphs, ["Delivery: slow", "R02: I left"]);
        assert_eq!(found.respondents, ["R02"]);
    }

    #[test]
    fn subtitles_lose_their_times() {
        check(
            "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nAnn: Hello\n\n2\n00:00:05.000 --> 00:00:06.000\nAnn: Bye",
            &[],
            &["R01: Hello", "R01: Bye"],
            &["R01"],
        );
    }

    #[test]
    fn who_says_a_paragraph() {
        let both = ["R01".to_owned(), "R02".to_owned()];
        assert_eq!(respondent_of("R02: Slow", &both), Some("R02"));
        assert_eq!(respondent_of("Q: Why?", &both), None);
        assert_eq!(respondent_of("and so on", &both), None);
        assert_eq!(respondent_of("and so on", &both[..1]), Some("R01"));
    }
}
