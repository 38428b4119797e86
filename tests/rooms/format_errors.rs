//! What is wrong with a file is said at its own place, in both languages.
//!
//! The golden text is `tests/fixtures/format/errors.txt`; `TROPA_BLESS=1 cargo test --test rooms format_errors` writes it
//! anew, to be read before it is kept.

use tropa::format::{self, FormatErrorKind};
use tropa::i18n::Texts;
use tropa::model::Language;

/// A name, the text after the head (or all of it, where it has no head), and where the error is.
const CASES: &[(&str, &str, &str)] = &[
    ("empty", "", ""),
    ("blank", " \n\n", ""),
    ("other program", "{ \"tropa\": 1 }", "1:1"),
    ("mermaid", "journey\n  title Buying coffee", "1:1"),
    ("no version", "(title: \"x\")", "1:2"),
    ("version as text", "(tropa: \"1\")", "1:9"),
    ("newer", "// made tomorrow\n(tropa: 7, title: \"x\")", "2:9"),
    ("version 0", "(tropa: 0)", "1:9"),
    ("unknown field", "tittle: \"Coffee\",", "2:1"),
    ("unknown field, nothing near", "budget: 3,", "2:1"),
    (
        "unknown field of a touchpoint",
        "journeys: [(id: \"j-1\", touchpoints: [\n(id: \"t-1\", step: \"s-1\",\n  emotion: 3.0)])],",
        "4:3",
    ),
    ("unknown field of an avatar", "personas: [(id: \"p-1\", portrait: avatar(hat: true))],", "2:41"),
    ("missing id", "personas: [\n  (name: \"Anna\"),\n],", "3:3"),
    ("missing step", "journeys: [(id: \"j-1\", touchpoints: [\n  (id: \"t-1\"),\n])],", "3:3"),
    ("field twice", "title: \"a\",\nsubtitle: \"b\",\ntitle: \"c\",", "4:1"),
    (
        "id twice",
        "channels: [\n  (id: \"c-app\"),\n  (id: \"c-web\"),\n  (name: \"Again\", id: \"c-app\"),\n],",
        "5:23",
    ),
    (
        "persona twice",
        "journeys: [(id: \"j-1\", touchpoints: [(id: \"t-1\", step: \"s-1\", feelings: [\n  (persona: \"p-a\"),\n  (persona: \"p-a\", emotion: 3),\n])])],",
        "4:13",
    ),
    (
        "stage twice",
        "journeys: [(id: \"j-1\", stages: [(stage: contact, title: \"a\"), (stage: contact, title: \"b\")])],",
        "2:71",
    ),
    ("blocks twice", "barriers: [(id: \"b-1\", blocks: [buying, using, buying])],", "2:48"),
    ("word misspelt", "evidence: [(id: \"e-1\", kind: intervew)],", "2:30"),
    ("word in quotes", "evidence: [(id: \"e-1\", kind: \"interview\")],", "2:30"),
    ("word in brackets", "evidence: [(id: \"e-1\", kind: interview(3))],", "2:30"),
    ("unknown subject", "comments: [(id: \"n-1\", subject: touchpont(\"j-1\", \"t-1\"))],", "2:33"),
    ("subject without its journey", "comments: [(id: \"n-1\", subject: touchpoint(\"t-1\"))],", "2:33"),
    ("subject without anything", "comments: [(id: \"n-1\", subject: barrier)],", "2:33"),
    ("text without quotes", "title: Coffee,", "2:8"),
    ("number for text", "title: 3,", "2:8"),
    ("text for number", "personas: [(id: \"p-1\", share: \"0.2\")],", "2:31"),
    ("comma in number", "personas: [(id: \"p-1\", share: 0,2)],", "2:31"),
    ("fraction for count", "evidence: [(id: \"e-1\", kind: survey, sample: 2.5)],", "2:46"),
    ("negative count", "evidence: [(id: \"e-1\", kind: survey, sample: -1)],", "2:46"),
    ("too large for a score", "barriers: [(id: \"b-1\", severity: 300)],", "2:34"),
    ("text for flag", "comments: [(id: \"n-1\", subject: project, settled: \"yes\")],", "2:51"),
    ("item without list", "authors: \"Anna\",", "2:10"),
    ("list without brackets inside", "channels: [\n  \"c-app\",\n],", "3:3"),
    ("list for group", "vision: [\"impression\"],", "2:9"),
    ("pair", "barriers: [(id: \"b-1\", stage: \"contact\")],", "2:31"),
    ("pair of three", "barriers: [(id: \"b-1\", stage: (\"j-1\", contact, 3))],", "2:31"),
    ("map", "vision: { \"impression\": \"x\" },", "2:9"),
    ("other prefix", "channels: [\n  (id: \"x-app\"),\n],", "3:8"),
    ("capital id", "channels: [(id: \"c-App\")],", "2:17"),
    (
        "long id",
        "channels: [(id: \"c-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\")],",
        "2:17",
    ),
    ("rank", "channels: [(id: \"c-app\", rank: \"A b\")],", "2:32"),
    ("date", "created: \"22.11.2026\",", "2:10"),
    ("day that is none", "created: \"2026-02-30\",", "2:10"),
    (
        "emotion too high",
        "journeys: [(id: \"j-1\", touchpoints: [(id: \"t-1\", step: \"s-1\", feelings: [\n  (persona: \"p-a\", emotion: 7),\n])])],",
        "3:29",
    ),
    (
        "emotion between halves",
        "journeys: [(id: \"j-1\", touchpoints: [(id: \"t-1\", step: \"s-1\", feelings: [\n  (persona: \"p-a\", emotion: 1.3),\n])])],",
        "3:29",
    ),
    ("infinite", "personas: [(id: \"p-1\",\n  share: 1e999,\n)],", "3:10"),
    ("not a number", "personas: [(id: \"p-1\", share: NaN)],", "2:31"),
    ("negative infinity", "personas: [(id: \"p-1\", share: -inf)],", "2:31"),
    (
        "nps of ten",
        "metrics: [(id: \"m-1\", subject: journey(\"j-1\"), data: nps([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))],",
        "2:58",
    ),
    ("not base64", "personas: [(id: \"p-1\", portrait: photo(png(\"***\")))],", "2:44"),
    ("picture without format", "personas: [(id: \"p-1\", portrait: photo(\"iVBO\"))],", "2:40"),
    ("unclosed text", "title: \"Coffee,\nsubtitle: 3,", "2:8"),
    ("unclosed text, others after it", "title: \"Coffee,\nsubtitle: \"b\",\nproduct: \"c\",", "2:8"),
    ("unclosed comment", "title: \"x\", /* and so on", "2:13"),
    ("unclosed list", "authors: [\"Anna\",\n)", "3:1"),
    ("wrong close", "authors: [\"Anna\"),", "2:17"),
    ("no comma", "title: \"a\"\nsubtitle: \"b\",", "3:1"),
    ("no colon", "title \"a\",", "2:1"),
    ("no value", "title: ,", "2:8"),
    ("no name", "\"title\": \"x\",", "2:1"),
    ("curly quotes", "title: “Кофе”,", "2:8"),
    ("escape", "title: \"C:\\docs\",", "2:11"),
    ("surrogate", "title: \"\\u{d800}\",", "2:9"),
    ("after the end", "title: \"x\",\n))\n", "3:2"),
    (
        "long line",
        "title: \"начало очень длинной строки, которая не помещается целиком ни в одно окно терминала\", oops: 3, authors: [\"и дальше ещё столько же слов, чтобы было что отрезать справа от места\"],",
        "2:95",
    ),
    ("controls", "title: \"\u{1b}[31mred\u{202e}\", oops\u{7}: 3,", "2:25"),
    (
        "long name",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: 3,",
        "2:1",
    ),
];

/// The first cases are whole texts; the others stand in a file of version 1.
fn whole_text(index: usize) -> String {
    let (name, text, _) = CASES[index];
    let headless = CASES.iter().position(|(name, _, _)| *name == "unknown field").expect("the first with a head");
    match name {
        _ if index < headless => text.to_owned(),
        "unclosed text" | "unclosed comment" | "unclosed list" | "after the end" => format!("(tropa: 1,\n{text}"),
        _ => format!("(tropa: 1,\n{text}\n)\n"),
    }
}

#[test]
fn errors_are_found_at_their_place_and_said_well() {
    let mut golden = String::new();
    let mut astray = Vec::new();
    for (index, (name, _, place)) in CASES.iter().enumerate() {
        let error = format::read(whole_text(index).as_bytes()).expect_err(name);
        let found = error.place.map(|place| format!("{}:{}", place.line, place.column)).unwrap_or_default();
        if found != *place || matches!(error.kind, FormatErrorKind::Other { .. }) {
            astray.push(format!("{name}: at {found}, expected {place}: {:?}", error.kind));
        }
        golden = golden + "# " + name + "\n";
        for language in [Language::En, Language::Ru] {
            golden.push_str(&format::describe(&error, "map.ron", Texts::of(language)));
            golden.push('\n');
        }
        golden.push('\n');
    }
    assert!(astray.is_empty(), "{astray:#?}");
    check_golden("errors.txt", &golden);
}

fn check_golden(name: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format").join(name);
    if std::env::var_os("TROPA_BLESS").is_some() {
        std::fs::write(&path, found).expect("the golden file can be written");
    }
    let expect = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    for (number, (found, expect)) in found.lines().zip(expect.lines()).enumerate() {
        assert_eq!(found, expect, "{name}:{}", number + 1);
    }
    assert_eq!(found.lines().count(), expect.lines().count(), "{name}");
}
