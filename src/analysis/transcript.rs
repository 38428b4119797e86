//! A transcript as it is pasted or opened → paragraphs in which nobody is named: speakers get codes.
//!
//! Reading order: `subtitles` (tags of voices), `lines` (times go, who speaks stands before a colon), this file (who of them is a speaker), `naming`
//! (names become codes).

mod lines;
mod naming;
mod subtitles;

use std::collections::BTreeMap;

use lines::{lines_of, named_apart, said_by};
use naming::{Naming, is_role};

use crate::model::{Document, Evidence};

/// Who asks; these are not respondents and keep their word. In lower case.
const ASKING: [&str; 12] =
    ["interviewer", "moderator", "i", "q", "host", "интервьюер", "модератор", "ведущий", "ведущая", "и", "в", "вопрос"];

/// What stands before a colon and is nobody's name. In lower case.
const NO_NAMES: [&str; 71] = [
    "yes",
    "no",
    "да",
    "нет",
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
    "link",
    "start",
    "end",
    "meeting",
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
    "ссылка",
    "начало",
    "конец",
    "встреча",
    "созвон",
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
    let speakers = speakers_of(text, taken, others);
    let naming = Naming::of(&speakers);
    let mut respondents: Vec<String> = Vec::new();
    for Speaker { code, .. } in &speakers {
        if !respondents.contains(code) {
            respondents.push(code.clone());
        }
    }
    let paragraphs = lines_of(text, others).iter().map(|line| naming.unnamed(line)).collect();
    Transcript { paragraphs, respondents }
}

/// Words in which none of these speakers is named: their codes stand instead.
pub fn unnamed(words: &str, speakers: &[Speaker]) -> String {
    Naming::of(speakers).unnamed(words)
}

/// Whether an entry of a list of respondents names somebody, and is no code.
pub fn is_name(entry: &str) -> bool {
    entry.split_whitespace().any(|word| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        // Initials name nobody.
        let initials = letters <= 3 && !word.chars().any(char::is_lowercase);
        letters > 1 && !initials && !word.chars().any(char::is_numeric) && !is_role(word)
    })
}

/// A list of respondents in which codes stand instead of names; `taken` ones are not given again.
pub fn coded(entries: &[String], taken: &[String]) -> Vec<String> {
    let mut codes: Vec<String> = entries.iter().filter(|entry| !is_name(entry)).cloned().collect();
    let mut code = |entry: &String| {
        if !is_name(entry) {
            return entry.clone();
        }
        let code = free_code(taken, &codes);
        codes.push(code.clone());
        code
    };
    entries.iter().map(&mut code).collect()
}

/// A source in which codes stand for the respondents whom it names, wherever it says their names.
pub fn without_names(evidence: &Evidence, taken: &[String]) -> Evidence {
    let codes = coded(&evidence.respondents, taken);
    let speaker = |(name, code): (&String, &String)| Speaker { name: name.clone(), code: code.clone() };
    let speakers: Vec<Speaker> = evidence.respondents.iter().zip(&codes).map(speaker).collect();
    let naming = Naming::of(&speakers);
    let mut changed = evidence.clone();
    changed.respondents = codes;
    for text in [&mut changed.title, &mut changed.note] {
        *text = naming.unnamed(text);
    }
    changed.transcript = evidence.transcript.iter().map(|line| naming.unnamed(line)).collect();
    for excerpt in &mut changed.excerpts {
        excerpt.quote = naming.unnamed(&excerpt.quote);
        excerpt.respondent = naming.unnamed(&excerpt.respondent);
    }
    changed
}

/// The codes that a project has given already.
pub fn respondents(document: &Document) -> Vec<String> {
    document.evidence.iter().flat_map(|it| it.respondents.iter().cloned()).collect()
}

/// Who answers in a transcript, in the order they first speak, with the codes that will stand for them.
///
/// A speaker is who has words after a short name and a colon: more than once, or once where it is written as a name is,
/// or a code already (`R07`, `Р7`), or named apart from the words: by the tag of a voice, alone behind a time.
pub fn speakers(text: &str, taken: &[String]) -> Vec<Speaker> {
    speakers_of(text, taken, &[])
}

fn speakers_of(text: &str, taken: &[String], others: &[String]) -> Vec<Speaker> {
    let (lines, apart) = (lines_of(text, &[]), named_apart(text));
    // Who only sends an address is no speaker: "Link: https://…".
    let names = || lines.iter().filter_map(|line| said_by(line)).filter(|(_, said)| !is_address(said)).map(|it| it.0);
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names() {
        *times.entry(name).or_default() += 1;
    }
    let mut found: Vec<Speaker> = Vec::new();
    let mut codes: Vec<String> = Vec::new();
    for name in names() {
        let often = times.get(name).is_some_and(|count| *count > 1);
        let is_same = |it: &Speaker| it.name.to_lowercase() == name.to_lowercase();
        let known = found.iter().any(is_same) || asks(name) || is_no_name(name);
        if known || !(often || is_code(name) || is_written_as_a_name(name) || apart.contains(name)) {
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
    match said_by(paragraph) {
        Some((name, _)) => respondents.iter().find(|code| *code == name).map(String::as_str),
        None => match respondents {
            [only] => Some(only),
            _ => None,
        },
    }
}

/// Whether words begin with an address on the web.
fn is_address(said: &str) -> bool {
    let first = said.split_whitespace().next().unwrap_or_default();
    first.contains("://") || first.to_lowercase().starts_with("www.")
}

fn asks(name: &str) -> bool {
    ASKING.contains(&name.to_lowercase().as_str())
}

fn is_no_name(name: &str) -> bool {
    NO_NAMES.contains(&name.to_lowercase().as_str())
}

/// Whether each word begins with a capital and the rest are small letters: "Oleg", "Anna-Maria", "O'Neil", "Ivan P.".
fn is_written_as_a_name(name: &str) -> bool {
    let mut words = name.split([' ', '-', '\'', '’']).filter(|word| !word.is_empty());
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
    fn names_with_apostrophes_become_codes_however_they_are_set() {
        check(
            "O'Neil: I wait\nD’Arcy: O’Neil waits, D'ARCY does not\nDon't: never",
            &[],
            &["R01: I wait", "R02: R01 waits, R02 does not", "Don't: never"],
            &["R01", "R02"],
        );
    }

    #[test]
    fn voices_of_subtitles_and_names_alone_behind_times_become_codes() {
        check(
            "WEBVTT\nKind: captions\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Anna Gray>Hello, bella</v>\n\n\
             2\n00:00:05.000 --> 00:00:06.000\n<v bella>Anna waits\n",
            &[],
            &["R01: Hello, R02", "R02: R01 waits"],
            &["R01", "R02"],
        );
        check(
            "[0:05] anna\nI wait\n[0:12] Interviewer\nanna, how long?",
            &[],
            &["R01: I wait", "Interviewer: R01, how long?"],
            &["R01"],
        );
    }

    #[test]
    fn speakers_with_times_become_codes_and_addresses_name_nobody() {
        check(
            "[00:05] Лена: Жду, говорит Лена\n00:09 Олег: А я нет\nЛена (00:12): У Олега быстрее",
            &[],
            &["R01: Жду, говорит R01", "R02: А я нет", "R01: У R02 быстрее"],
            &["R01", "R02"],
        );
        check(
            "Интервьюер  0:01\nЛена, как?\n\nЛена  00:05:12\nЖду\nи жду",
            &[],
            &["Интервьюер: R01, как?", "R01: Жду и жду"],
            &["R01"],
        );
        check(
            "Запись тут: https://a.b/c вход\nДиск: www.a.b",
            &[],
            &["Запись тут: https://a.b/c вход", "Диск: www.a.b"],
            &[],
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

    #[test]
    fn parts_of_a_name_and_its_cases_are_the_name_as_well() {
        check(
            "Анна Петрова: Я жду.\nИнтервьюер: Анна, а у Петровой? Мы звали Анну.\nANN: Yes, says Ann",
            &[],
            &["R01: Я жду.", "Интервьюер: R01, а у R01? Мы звали R01.", "ANN: Yes, says Ann"],
            &["R01"],
        );
        check("ANN: Yes\nQ: Ann's?\nANN: No", &[], &["R01: Yes", "Q: R01's?", "R01: No"], &["R01"]);
        check(
            "Ann Gray: Yes\nANN GRAY: No\nann gray: So, GRAY",
            &[],
            &["R01: Yes", "R01: No", "R01: So, R01"],
            &["R01"],
        );
        check(
            "Пётр: Да\nПавел: Нет\nВ: У Петра? У Павла?",
            &[],
            &["R01: Да", "R02: Нет", "В: У R01? У R02?"],
            &["R01", "R02"],
        );
        // Two who share a name are not taken for each other.
        check("Anna Gray: I left\nAnna Reed: Anna left", &[], &["R01: I left", "R02: R01/R02 left"], &["R01", "R02"]);
        check(
            "Respondent 7: Slow\nRespondent 7: So slow\nQ: Respondent?",
            &["R01"],
            &["R02: Slow", "R02: So slow", "Q: Respondent?"],
            &["R02"],
        );
    }

    #[test]
    fn an_entry_is_a_name_or_a_code() {
        let check = |entry: &str, expect: bool| assert_eq!(is_name(entry), expect, "{entry}");
        for code in ["R07", "Р-01", "L-03", "Respondent 7", "Респондент 12", "АП", "A. P.", "12", "INT-3a", ""]
        {
            check(code, false);
        }
        for name in ["Anna", "anna gray", "Анна Петрова", "Anna 34", "Anna P.", "GRAY ANNA"] {
            check(name, true);
        }
    }

    #[test]
    fn a_source_that_names_somebody_gets_codes_instead() {
        let of = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let id = crate::model::EvidenceId::parse("e-1").unwrap();
        let mut evidence = Evidence::new(id, crate::model::EvidenceKind::Interview);
        evidence.title = "Talk with Anna".to_owned();
        evidence.note = "Anna Gray waits".to_owned();
        evidence.respondents = of(&["R02", "Anna Gray", "Oleg"]);
        evidence.transcript = of(&["Oleg: Gray left"]);
        let supports = crate::model::Supported::Barrier(crate::model::BarrierId::parse("b-1").unwrap());
        let excerpt = crate::model::Excerpt { quote: "Oleg left".to_owned(), respondent: "Oleg".to_owned(), supports };
        evidence.excerpts = vec![excerpt];
        let changed = without_names(&evidence, &of(&["R01"]));
        assert_eq!(changed.respondents, ["R02", "R03", "R04"]);
        assert_eq!((changed.title.as_str(), changed.note.as_str()), ("Talk with R03", "R03 waits"));
        assert_eq!(changed.transcript, ["R04: R03 left"]);
        assert_eq!((changed.excerpts[0].quote.as_str(), changed.excerpts[0].respondent.as_str()), ("R04 left", "R04"));
        assert_eq!(without_names(&changed, &of(&["R01"])), changed);
    }
}
