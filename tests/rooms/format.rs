//! The file: what is written is read back as it was, twice gives the same bytes, and a small change changes few lines.

use crate::arbitrary;
use std::sync::Arc;

use proptest::prelude::*;
use tropa::format::{self, Complaint, FormatErrorKind, Place, WriteError};
use tropa::model::limits::{MAX_FILE_BYTES, MAX_ITEMS, MAX_PICTURE_BYTES, MAX_TEXT_BYTES, MAX_TOUCHPOINTS};
use tropa::model::*;

const EXAMPLE: &str = include_str!("../fixtures/format/example.ron");

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_comes_back_and_gives_the_same_bytes(document in arbitrary::document()) {
        let bytes = format::to_bytes(&document).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let opened = format::read(&bytes).map_err(|error| TestCaseError::fail(format!("{error:?}\n{text}")))?;
        prop_assert_eq!(&opened.document, &document, "{}", text);
        prop_assert!(!opened.has_comments);
        prop_assert!(bytes.ends_with(b")\n") && !bytes.contains(&b'\r'));
        let again = format::to_bytes(&opened.document).unwrap();
        prop_assert!(again == bytes);
    }

    #[test]
    fn every_id_has_its_place(document in arbitrary::document()) {
        let text = String::from_utf8(format::to_bytes(&document).unwrap()).unwrap();
        let places = format::places(&text);
        for subject in subjects(&document) {
            let place = places.of(&subject);
            prop_assert!(place.is_some_and(|place| stands_at(&text, place, &subject)), "{subject:?} {place:?}\n{text}");
        }
    }

    #[test]
    fn damaged_text_is_refused_within_the_text_or_read(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..30, "[(){}\\[\\],:\"/*0-9a-z\\\\ \n]{0,3}"), 1..4),
    ) {
        let mut text: Vec<char> = EXAMPLE.chars().collect();
        for (at, length, put) in cuts {
            let start = at.index(text.len().max(1)).min(text.len());
            let end = (start + length).min(text.len());
            text.splice(start..end, put.chars());
        }
        let text: String = text.into_iter().collect();
        if let Err(error) = format::read(text.as_bytes()) {
            if let Some(Place { line, column }) = error.place {
                let lines: Vec<&str> = text.split('\n').collect();
                let line = lines.get(line as usize - 1).copied();
                prop_assert!(line.is_some_and(|line| column as usize <= line.chars().count() + 1), "{error:?}");
            }
            prop_assert!(!matches!(error.kind, FormatErrorKind::Other { .. }), "{error:?}\n{text}");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), head in any::<bool>()) {
        let head: &[u8] = if head { b"(tropa: 1, " } else { b"" };
        let _ = format::read(&[head, &bytes].concat());
    }
}

/// Everything in the document that has a place.
fn subjects(document: &Document) -> Vec<Subject> {
    let mut subjects = vec![Subject::Project];
    subjects.extend(document.channels.iter().map(|item| Subject::Channel(item.id.clone())));
    subjects.extend(document.departments.iter().map(|item| Subject::Department(item.id.clone())));
    subjects.extend(document.participants.iter().map(|item| Subject::Participant(item.id.clone())));
    subjects.extend(document.personas.iter().map(|item| Subject::Persona(item.id.clone())));
    subjects.extend(document.barriers.iter().map(|item| Subject::Barrier(item.id.clone())));
    subjects.extend(document.strengths.iter().map(|item| Subject::Strength(item.id.clone())));
    subjects.extend(document.opportunities.iter().map(|item| Subject::Opportunity(item.id.clone())));
    subjects.extend(document.evidence.iter().map(|item| Subject::Evidence(item.id.clone())));
    subjects.extend(document.metrics.iter().map(|item| Subject::Metric(item.id.clone())));
    subjects.extend(document.stops.iter().map(|item| Subject::Stop(item.id.clone())));
    for journey in &document.journeys {
        let of = || journey.id.clone();
        subjects.push(Subject::Journey(of()));
        subjects.extend(Stage::ALL.map(|stage| Subject::Stage(of(), stage)));
        subjects.extend(journey.steps.iter().map(|item| Subject::Step(of(), item.id.clone())));
        subjects.extend(journey.custom_lanes.iter().map(|item| Subject::Lane(of(), item.id.clone())));
        subjects.extend(journey.touchpoints.iter().map(|item| Subject::Touchpoint(of(), item.id.clone())));
        subjects.extend(journey.transitions.iter().map(|item| Subject::Transition(of(), item.id.clone())));
    }
    subjects
}

/// Whether the thing's own name stands at the place: its id in quotes, or a stage's word.
fn stands_at(text: &str, place: Place, subject: &Subject) -> bool {
    let line = text.split('\n').nth(place.line as usize - 1).unwrap_or_default();
    let rest: String = line.chars().skip(place.column as usize - 1).collect();
    match subject {
        Subject::Project => !rest.is_empty(),
        Subject::Stage(_, stage) if rest.starts_with(stage.key()) => true,
        _ => rest.starts_with(&format!("\"{}\"", subject.id_text())),
    }
}

fn id<T, E: std::fmt::Debug>(parse: impl Fn(&str) -> Result<T, E>, text: &str) -> T {
    parse(text).expect("an id")
}

fn example() -> Document {
    format::read(EXAMPLE.as_bytes()).unwrap_or_else(|error| panic!("{error:?}")).document
}

#[test]
fn the_annotated_example_says_what_it_says() {
    let opened = format::read(EXAMPLE.as_bytes()).unwrap();
    assert!(opened.has_comments);
    assert_eq!(opened.version, 1);
    let journey = opened.document.journeys.get(&id(JourneyId::parse, "j-morning")).unwrap();
    let line = journey.touchpoints.get(&id(TouchpointId::parse, "t-line")).unwrap();
    let feeling = line.feeling(&id(PersonaId::parse, "p-anna")).unwrap();
    assert_eq!(feeling.emotion, Some(Emotion::from_halves(-7)));
    assert_eq!(journey.stage_of(line), Some(Stage::Contact));
    assert_eq!(journey.info.customers, Some(18_400.0));
    assert!(EXAMPLE.lines().count() <= 120);
}

#[test]
fn the_writers_layout_is_the_example_without_comments() {
    let written = String::from_utf8(format::to_bytes(&example()).unwrap()).unwrap();
    let found: Vec<&str> = written.lines().collect();
    let plain: Vec<&str> = EXAMPLE.lines().map(|line| line.split("//").next().unwrap_or_default().trim_end()).collect();
    let expect: Vec<&str> = plain.into_iter().filter(|line| !line.is_empty()).collect();
    // Short hand-written lines are broken up where the program gives each field a line, and defaults go.
    let kept = expect.iter().filter(|line| found.contains(line)).count();
    assert!(kept * 100 >= expect.len() * 90, "{kept} of {}\n{written}", expect.len());
    assert_eq!(found.first(), Some(&"("));
    assert_eq!(found.get(1), Some(&"    tropa: 1,"));
}

#[test]
fn moving_a_card_changes_three_lines() {
    let before = example();
    let mut after = before.clone();
    let journey = after.journeys.get_mut(&id(JourneyId::parse, "j-morning")).unwrap();
    let touchpoint = journey.touchpoints.get_mut(&id(TouchpointId::parse, "t-line")).unwrap();
    touchpoint.step = id(StepId::parse, "s-street");
    touchpoint.column = Rank::parse("k").unwrap();
    touchpoint.row = Rank::parse("m").unwrap();
    let text = |document: &Document| String::from_utf8(format::to_bytes(document).unwrap()).unwrap();
    let (before, after) = (text(&before), text(&after));
    let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after).count();
    assert_eq!((changed, before.lines().count()), (3, after.lines().count()));
}

#[test]
fn an_empty_document_is_two_lines_of_struct() {
    assert_eq!(format::to_bytes(&Document::default()).unwrap(), b"(\n    tropa: 1,\n)\n");
}

#[test]
fn other_editors_ways_are_accepted() {
    let plain = example();
    let check = |name: &str, bytes: Vec<u8>| {
        let opened = format::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(opened.document, plain, "{name}");
    };
    check("byte order mark", [b"\xef\xbb\xbf", EXAMPLE.as_bytes()].concat());
    check("CRLF", EXAMPLE.replace('\n', "\r\n").into_bytes());
    check("tabs", EXAMPLE.replace("    ", "\t").into_bytes());
    check("no newline at the end", EXAMPLE.trim_end().as_bytes().to_vec());
    check("explicit Some", EXAMPLE.replace("share: 0.62", "share: Some(0.62)").into_bytes());
    let reordered = EXAMPLE.replacen("    company: \"Coffee round the corner\",\n", "", 1);
    check(
        "fields in another order",
        reordered.replace("\n)\n", "\n    company: \"Coffee round the corner\",\n)\n").into(),
    );
    check("raw text", EXAMPLE.replace("\"CX team\"", "r#\"CX team\"#").into_bytes());
}

#[test]
fn lists_are_sorted_on_reading() {
    let text = "(tropa: 1, channels: [(id: \"c-z\"), (id: \"c-a\")], journeys: [(id: \"j-1\", touchpoints: [(id: \"t-1\", \
                step: \"s-1\", feelings: [(persona: \"p-z\", emotion: 1), (persona: \"p-a\")])])])";
    let document = format::read(text.as_bytes()).unwrap().document;
    let channels: Vec<&str> = document.channels.iter().map(|channel| channel.id.as_str()).collect();
    assert_eq!(channels, ["c-a", "c-z"]);
    let (_, touchpoint) = document.touchpoint(&id(TouchpointId::parse, "t-1")).unwrap();
    let personas: Vec<&str> = touchpoint.feelings.iter().map(|feeling| feeling.persona.as_str()).collect();
    assert_eq!(personas, ["p-a", "p-z"]);
}

#[test]
fn comments_are_noticed_and_text_is_no_comment() {
    let check = |text: &str, expect: bool| {
        assert_eq!(format::read(text.as_bytes()).unwrap().has_comments, expect, "{text}");
    };
    check("(tropa: 1, title: \"x\")", false);
    check("(tropa: 1, title: \"http://x /* */\")", false);
    check("(tropa: 1, title: \"\\\" // \")", false);
    check("(tropa: 1, title: r#\"\" // \"#)", false);
    check("(tropa: 1, title: \"x\") // end", true);
    check("/* start */ (tropa: 1)", true);
    check("(tropa: 1, title: \"a/b\", /* /* nested */ */ subtitle: \"\\\\\")", true);
}

#[test]
fn encoding_errors_have_a_place() {
    let error = format::read(b"(tropa: 1,\ntitle: \"\xd0\x9a\xff\xfe\")").unwrap_err();
    assert_eq!((error.kind, error.place), (FormatErrorKind::NotUtf8, Some(Place { line: 2, column: 10 })));
}

#[test]
fn deep_nesting_is_refused_without_using_up_the_stack() {
    for (open, close) in [("[", "]"), ("(", ")"), ("a(", ")"), ("Some(", ")"), ("(a:", ")")] {
        for depth in [100, 200_000] {
            let text = format!("(tropa: 1, authors: {}{})", open.repeat(depth), close.repeat(depth));
            let error = format::read(text.as_bytes()).unwrap_err();
            assert_eq!(error.place.map(|place| place.line), Some(1), "{open}");
        }
    }
}

/// Whatever ends in `.ron` may be opened: however many names it has, the first wrong one is told, and at once.
#[test]
fn many_unknown_fields_are_refused_in_no_time() {
    let fields = (0..150_000).map(|number| format!("f{number}: 1,\n")).collect::<Vec<_>>().concat();
    let error = format::read(format!("(tropa: 1,\n{fields})").as_bytes()).unwrap_err();
    assert!(matches!(error.kind, FormatErrorKind::UnknownField { .. }), "{error:?}");
    assert_eq!(error.place, Some(Place { line: 2, column: 1 }));
}

#[test]
fn caps_bind_the_reader() {
    let check = |name: &str, text: String, expect: &FormatErrorKind| {
        let error = format::read(text.as_bytes()).expect_err(name);
        assert_eq!(&error.kind, expect, "{name}");
    };
    let long = "x".repeat(MAX_TEXT_BYTES);
    assert!(format::read(format!("(tropa: 1, title: \"{long}\")").as_bytes()).is_ok());
    let too_long = FormatErrorKind::Value(Complaint::TextTooLong);
    check("text", format!("(tropa: 1, title: \"{long}x\")"), &too_long);
    let many = "\"\",".repeat(MAX_ITEMS + 1);
    check("items", format!("(tropa: 1, authors: [{many}])"), &FormatErrorKind::Value(Complaint::TooManyItems));
    let touchpoints =
        |count: usize| (0..count).fold(String::new(), |text, n| text + &format!("(id:\"t-{n:06}\",step:\"s-1\"),"));
    let half = touchpoints(MAX_TOUCHPOINTS / 2 + 1);
    let text =
        format!("(tropa: 1, journeys: [(id: \"j-1\", touchpoints: [{half}]), (id: \"j-2\", touchpoints: [{half}])])");
    check("touchpoints", text, &FormatErrorKind::Value(Complaint::TooManyTouchpoints));
    let picture = "A".repeat(MAX_PICTURE_BYTES / 3 * 4 + 8);
    let text = format!("(tropa: 1, personas: [(id: \"p-1\", portrait: photo(png(\"{picture}\")))])");
    check("picture", text, &FormatErrorKind::Value(Complaint::PictureTooLarge));
    let bytes = MAX_FILE_BYTES + 1;
    check("file", " ".repeat(bytes), &FormatErrorKind::FileTooLarge { bytes });
}

#[test]
fn caps_bind_the_writer_and_name_the_thing() {
    let with = |change: &dyn Fn(&mut Persona)| {
        let mut persona = Persona::new(id(PersonaId::parse, "p-anna"), "Anna");
        change(&mut persona);
        let mut document = Document::default();
        document.personas.put(persona);
        format::to_bytes(&document).map(|bytes| bytes.len())
    };
    assert!(with(&|persona| persona.quote = "я".repeat(MAX_TEXT_BYTES / 2)).is_ok());
    let error = with(&|persona| persona.quote = "я".repeat(MAX_TEXT_BYTES / 2 + 1)).unwrap_err();
    assert!(matches!(&error, WriteError::TextTooLong { spot, .. } if spot.id == "p-anna" && spot.field == "quote"));
    let error = with(&|persona| persona.share = Some(f64::NAN)).unwrap_err();
    assert!(matches!(&error, WriteError::NotFinite { spot } if spot.id == "p-anna" && spot.field == "share"));
    let error = with(&|persona| persona.goals = vec![String::new(); MAX_ITEMS + 1]).unwrap_err();
    assert!(matches!(&error, WriteError::TooManyItems { spot, .. } if spot.field == "goals"));
    let bytes: Arc<[u8]> = vec![0; MAX_PICTURE_BYTES + 1].into();
    let picture = Picture { format: PictureFormat::Png, bytes };
    let error = with(&|persona| persona.portrait = Portrait::Photo(picture.clone())).unwrap_err();
    assert!(matches!(error, WriteError::PictureTooLarge { .. }));
    // A thousand texts of 64 KiB are within each cap but together above the file's.
    let error = with(&|persona| persona.goals = vec!["x".repeat(MAX_TEXT_BYTES); 1025]).unwrap_err();
    assert!(matches!(error, WriteError::FileTooLarge));
}
