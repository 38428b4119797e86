//! Mermaid journeys: what the reference makes of each probe, what we make of it, and the way back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::Value;
use tropa::exchange::mermaid::{self, Import, LossKind, MermaidErrorKind, MermaidJourney, ReportKind as R};
use tropa::format;
use tropa::i18n::Texts;
use tropa::model::{Document, Emotion, Journey, Language, Persona, PersonaId, Stage, Touchpoint};

fn probes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mermaid");
    let mut probes: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "mmd"))
        .collect();
    probes.sort();
    assert_eq!(probes.len(), 114, "probes are missing or have no test");
    probes
}

fn name_of(probe: &Path) -> String {
    probe.file_stem().unwrap().to_string_lossy().into_owned()
}

fn expected(probe: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(probe.with_extension("expected.json")).unwrap()).unwrap()
}

/// A name as the reference has it, in our terms: entities it keeps for drawing are decoded, `<br>` is a line break,
/// ends are trimmed; of its own it turns `="x"` inside tags into `='x'`, which we do not.
fn in_our_terms(name: &Value) -> String {
    let name = name.as_str().unwrap().trim().replace("ﬂ°°35¶ß", "#").replace("ﬂ°quot¶ß", "\"");
    name.replace("<br/>", "\n").replace("<br>", "\n").replace("='x'", "=\"x\"")
}

#[test]
fn where_the_reference_reads_we_read_the_same() {
    for probe in probes() {
        let (name, expected) = (name_of(&probe), expected(&probe));
        if expected["ok"] != true {
            continue;
        }
        let (journey, _) =
            mermaid::parse(&std::fs::read(&probe).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(journey.title, in_our_terms(&expected["title"]), "{name}");
        assert_eq!(journey.acc_title, in_our_terms(&expected["accTitle"]), "{name}");
        assert_eq!(journey.acc_descr, in_our_terms(&expected["accDescr"]), "{name}");
        let sections: Vec<&str> = journey.sections.iter().map(|section| section.name.as_str()).collect();
        let expected_sections: Vec<String> =
            expected["sections"].as_array().unwrap().iter().map(in_our_terms).collect();
        assert_eq!(sections, expected_sections, "{name}");
        let tasks = expected["tasks"].as_array().unwrap();
        assert_eq!(journey.tasks.len(), tasks.len(), "{name}");
        for (task, expected) in journey.tasks.iter().zip(tasks) {
            let section = task.section.map_or("", |index| journey.sections[index].name.as_str());
            assert_eq!(section, in_our_terms(&expected["section"]), "{name}");
            // Where the reference makes no number of the score, ours may be kinder: see the table below.
            if expected["score"] == "NaN" {
                continue;
            }
            assert_eq!(task.name, in_our_terms(&expected["task"]), "{name}");
            // JSON has no infinity and says null.
            assert_eq!(task.score.filter(|score| score.is_finite()), expected["score"].as_f64(), "{name}");
            let people: Vec<String> = expected["people"].as_array().unwrap().iter().map(in_our_terms).collect();
            assert_eq!(task.people, people, "{name}");
        }
    }
}

/// What the document says of the tasks, along the map: section, name, emotion, people.
fn told(document: &Document) -> Vec<(String, String, Option<f64>, Vec<String>)> {
    let journey = document.journeys.iter().next().unwrap();
    let place = |touchpoint: &Touchpoint| {
        let steps = journey.steps_in_order();
        let step = steps.iter().position(|step| step.id == touchpoint.step).unwrap();
        (step, touchpoint.column.clone(), touchpoint.row.clone())
    };
    let mut touchpoints: Vec<_> = journey.touchpoints.iter().collect();
    touchpoints.sort_by_key(|touchpoint| place(touchpoint));
    let people = |touchpoint: &Touchpoint| {
        let named = |persona: &&std::sync::Arc<Persona>| touchpoint.feeling(&persona.id).is_some();
        document.personas_in_order().into_iter().filter(named).map(|persona| persona.name.clone()).collect()
    };
    let tell = |touchpoint: &std::sync::Arc<Touchpoint>| {
        let section = journey.steps.get(&touchpoint.step).unwrap().title.clone();
        let emotions: BTreeSet<Option<Emotion>> = touchpoint.feelings.iter().map(|feeling| feeling.emotion).collect();
        assert_eq!(emotions.len(), 1, "one score, one emotion");
        let emotion = emotions.into_iter().next().unwrap().map(Emotion::points);
        (section, touchpoint.title.clone(), emotion, people(touchpoint))
    };
    touchpoints.into_iter().map(tell).collect()
}

#[test]
fn documents_say_what_the_texts_say() {
    for probe in probes() {
        let (name, bytes) = (name_of(&probe), std::fs::read(&probe).unwrap());
        let Ok((diagram, _)) = mermaid::parse(&bytes) else {
            continue;
        };
        let Import { document, .. } = mermaid::read(&bytes).unwrap();
        let expect: Vec<_> = diagram.tasks.iter().map(|task| expected_of(&diagram, task)).collect();
        assert_eq!(told(&document), expect, "{name}");
        let journey = document.journeys.iter().next().unwrap();
        assert_eq!(journey.transitions.len(), diagram.tasks.len().saturating_sub(1), "{name}");
        for stage in Stage::ALL {
            assert!(journey.steps.iter().any(|step| step.stage == stage), "{name}: {stage:?}");
        }
        assert!(!document.personas.is_empty(), "{name}");
        let saved = format::to_bytes(&document).unwrap();
        assert_eq!(format::read(&saved).unwrap().document, document, "{name}: saved and opened again");
        assert_eq!(mermaid::read(&bytes).unwrap().document, document, "{name}: the same text, the same document");
    }
}

fn expected_of(diagram: &MermaidJourney, task: &mermaid::Task) -> (String, String, Option<f64>, Vec<String>) {
    let section = task.section.map_or("", |index| diagram.sections[index].name.as_str());
    let mut people: Vec<String> = Vec::new();
    for name in task.people.iter().filter(|name| !name.is_empty()) {
        if !people.contains(name) {
            people.push(name.clone());
        }
    }
    if people.is_empty() {
        people.push("Customer".to_owned());
    }
    let emotion = task.score.map(|score| ((score.clamp(1.0, 5.0) - 3.0) * 2.5 * 2.0).round() / 2.0);
    (section.to_owned(), task.name.clone(), emotion, people)
}

#[test]
fn what_the_reference_rejects_is_read_with_a_word_or_refused_with_a_line() {
    for probe in probes() {
        let (name, expected) = (name_of(&probe), expected(&probe));
        let result = mermaid::read(&std::fs::read(&probe).unwrap());
        if expected["ok"] == true {
            continue;
        }
        match result {
            Ok(import) => assert!(!import.reports.is_empty(), "{name} is read without a word"),
            Err(error) => {
                assert!(error.line.is_some() || name == "empty", "{name}: {error}");
                if let Some(line) = expected["line"].as_u64().filter(|_| name != "acc_multi_unclosed") {
                    assert_eq!(error.line.map(u64::from), Some(line), "{name}: {error}");
                }
            }
        }
    }
}

#[test]
fn kindnesses() {
    let check = |probe: &str, expect: &[(&str, Option<f64>, &[&str])], line: u32, report: fn(&R) -> bool| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mermaid");
        let bytes = std::fs::read(folder.join(probe).with_extension("mmd")).unwrap();
        let (journey, _) = mermaid::parse(&bytes).unwrap_or_else(|error| panic!("{probe}: {error}"));
        let tasks: Vec<_> =
            journey.tasks.iter().map(|task| (task.name.as_str(), task.score, task.people.clone())).collect();
        let expect: Vec<_> = expect
            .iter()
            .map(|(name, score, people)| (*name, *score, people.iter().map(ToString::to_string).collect()))
            .collect();
        assert_eq!(tasks, expect, "{probe}");
        let reports = mermaid::read(&bytes).unwrap().reports;
        assert!(reports.iter().any(|found| found.line == line && report(&found.kind)), "{probe}: {reports:?}");
    };
    let me: &[&str] = &["Me"];
    check("score_comma", &[("A", Some(3.5), me)], 2, |kind| matches!(kind, R::ScoreRepaired { read: 3.5, .. }));
    check("score_frac", &[("A", Some(4.0), me)], 2, |kind| matches!(kind, R::ScoreRepaired { read: 4.0, .. }));
    check("score_text", &[("A", None, me)], 2, |kind| matches!(kind, R::ScoreUnreadable { text } if text == "five"));
    check("score_percent", &[("A", None, me)], 2, |kind| matches!(kind, R::ScoreUnreadable { .. }));
    check("score_big", &[("A", Some(999.0), me)], 2, |kind| *kind == R::ScoreOutside { text: "999".into(), read: 5.0 });
    check("score_zero", &[("A", Some(0.0), me)], 2, |kind| *kind == R::ScoreOutside { text: "0".into(), read: 1.0 });
    check("score_float", &[("A", Some(3.7), me)], 2, |kind| matches!(kind, R::ScoreRounded { .. }));
    check("time_name", &[("10:30 call", Some(5.0), me)], 2, |kind| matches!(kind, R::ColonInName { .. }));
    check("url_name", &[("Visit https://x.y", Some(5.0), me)], 2, |kind| matches!(kind, R::ColonInName { .. }));
    check("task_colon_name", &[("Step 1: sub", Some(5.0), me)], 2, |kind| matches!(kind, R::ColonInName { .. }));
    check("semicolon_after", &[("A", Some(5.0), me), ("B", Some(3.0), &["You"])], 2, |kind| *kind == R::Semicolon);
    check("semicolon_name", &[("Buy; sell", Some(5.0), me)], 2, |kind| *kind == R::Semicolon);
    check("html_entity", &[("A & B <", Some(5.0), me)], 2, |kind| *kind == R::HtmlEntity);
    check("fullwidth_colon", &[("任务", Some(5.0), &["我"])], 2, |kind| *kind == R::FullWidthColon);
    check("header_upper", &[("A", Some(5.0), me)], 1, |kind| matches!(kind, R::HeaderSpelling { .. }));
    check("header_colon", &[("A", Some(5.0), me)], 1, |kind| matches!(kind, R::HeaderSpelling { .. }));
    check("kw_journey_task", &[("Journey map", Some(3.0), me)], 2, |kind| matches!(kind, R::KeywordInName { .. }));
    check("kw_section_task", &[("Section review", Some(3.0), me)], 2, |kind| matches!(kind, R::KeywordInName { .. }));
    check("section_colon", &[("A", Some(5.0), me)], 2, |kind| matches!(kind, R::ColonInName { .. }));
    check("section_empty", &[("A", Some(5.0), me)], 2, |kind| *kind == R::Unnamed);
    check("hash_in_actor", &[("A", Some(5.0), &["Child"])], 2, |kind| *kind == R::Comment { text: "1, Mum".into() });
    check("actor_colon", &[("A", Some(5.0), me)], 2, |kind| *kind == R::ExtraText { text: "You".into() });
    check("title_twice", &[("X", Some(5.0), me)], 2, |kind| *kind == R::TitleReplaced { text: "A".into() });
    check("fm_bad_yaml", &[("A", Some(5.0), me)], 2, |kind| matches!(kind, R::FrontMatterTitle { .. }));
    check("init_multi", &[("A", Some(5.0), me)], 1, |kind| matches!(kind, R::Settings { .. }));
    check("dup_actor", &[("A", Some(5.0), &["Me", "Me"])], 2, |kind| matches!(kind, R::RepeatedPerson { .. }));
    check("empty_actor", &[("A", Some(5.0), &[""])], 2, |kind| *kind == R::EmptyPerson);
}

#[test]
fn refusals_say_what_to_do() {
    let check = |text: &[u8], line: Option<u32>, is_kind: fn(&MermaidErrorKind) -> bool| {
        let error = mermaid::read(text).unwrap_err();
        assert_eq!(error.line, line, "{error}");
        assert!(is_kind(&error.kind), "{error:?}");
        for language in Language::ALL {
            let said = error.kind.describe(Texts::of(language));
            assert!(said.contains(' ') && !said.contains("exchange-"), "{said}");
        }
    };
    check(b"", None, |kind| *kind == MermaidErrorKind::Empty);
    check(b"flowchart LR\nA-->B", Some(1), |kind| matches!(kind, MermaidErrorKind::NotAJourney { .. }));
    check(b"journey\nMake tea", Some(2), |kind| matches!(kind, MermaidErrorKind::TaskWithoutScore { .. }));
    check(b"---\ntitle: x\njourney", Some(1), |kind| *kind == MermaidErrorKind::FrontMatterUnclosed);
    check(b"\n%%{init\njourney", Some(2), |kind| *kind == MermaidErrorKind::DirectiveUnclosed);
    check(b"journey\naccDescr { a\nb", Some(2), |kind| *kind == MermaidErrorKind::DescriptionUnclosed);
    check(b"journey\n\xff\xfe: 5", Some(2), |kind| *kind == MermaidErrorKind::NotUtf8);
    let long = format!("journey\nA: 5\n{}: 5", "x".repeat(70_000));
    check(long.as_bytes(), Some(3), |kind| *kind == MermaidErrorKind::TextTooLong);
}

const TEXT: &str = "journey
    title Покупка кофе
    accTitle: Короткий путь
    accDescr {
        Первая строка
        Вторая строка
    }
    section Привлечение внимания
      Видит вывеску: 4: Анна, Борис
    section Контакт
      Стоит 10#58;30 в очереди: 1: Борис
      Пьёт кофе: 5: Анна, Борис
    section Вовлечение
      Советует друзьям: 3: Анна
";

#[test]
fn a_text_comes_back_as_it_was() {
    let Import { document, reports } = mermaid::read(TEXT.as_bytes()).unwrap();
    assert_eq!(reports, []);
    assert_eq!(document.info.language, Language::Ru);
    let export = mermaid::write(&document, &document.journeys.iter().next().unwrap().id).unwrap();
    assert_eq!(export.text, TEXT);
    assert_eq!(export.losses, []);
}

#[test]
fn probes_come_back_in_meaning() {
    for probe in probes() {
        let Ok(first) = mermaid::read(&std::fs::read(&probe).unwrap()) else {
            continue;
        };
        let export = mermaid::write(&first.document, &first.document.journeys.iter().next().unwrap().id).unwrap();
        let second = mermaid::read(export.text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{}", export.text));
        let without_sections = |document: &Document| {
            let scores = |emotion: f64| (emotion / 2.5).round() * 2.5;
            let named = |name: String| if name.is_empty() { "—".to_owned() } else { name };
            let tell = |(_, name, emotion, people): (_, String, Option<f64>, Vec<String>)| {
                let people = if emotion.is_none() { vec!["Customer".to_owned()] } else { people };
                (named(name), scores(emotion.unwrap_or(0.0)), people)
            };
            told(document).into_iter().map(tell).collect::<Vec<_>>()
        };
        assert_eq!(without_sections(&second.document), without_sections(&first.document), "{}", export.text);
    }
}

#[test]
fn what_mermaid_cannot_hold_is_listed() {
    let Import { mut document, .. } = mermaid::read(TEXT.as_bytes()).unwrap();
    let journey_id = document.journeys.iter().next().unwrap().id.clone();
    let persona_id = document.personas_in_order()[0].id.clone();
    change_a_touchpoint(document.journeys.get_mut(&journey_id).unwrap(), &persona_id);
    document.personas.get_mut(&persona_id).unwrap().quote = "Без кофе я не я".to_owned();
    let export = mermaid::write(&document, &journey_id).unwrap();
    let kinds: Vec<(LossKind, usize)> = export.losses.iter().map(|loss| (loss.kind, loss.count)).collect();
    let expect = [
        (LossKind::PersonaDetails, 1),
        (LossKind::DifferingEmotions, 1),
        (LossKind::Expectations, 1),
        (LossKind::TouchpointDetails, 1),
        (LossKind::Marks, 1),
        (LossKind::Branches, 1),
        (LossKind::ImpliedTransitions, 1),
        (LossKind::TransitionDetails, 1),
    ];
    assert_eq!(kinds, expect);
    assert!(export.text.contains("Видит вывеску: 3: Анна, Борис"), "{}", export.text);
}

fn change_a_touchpoint(journey: &mut Journey, persona_id: &PersonaId) {
    let find = |title: &str| journey.touchpoints.iter().find(|item| item.title == title).unwrap().id.clone();
    let (first, last) = (find("Видит вывеску"), find("Советует друзьям"));
    let touchpoint = journey.touchpoints.get_mut(&first).unwrap();
    touchpoint.moment_of_truth = true;
    touchpoint.action.push_str("Идёт мимо");
    touchpoint.feeling_mut(persona_id).expectation = Emotion::from_points(1.0);
    touchpoint.feeling_mut(persona_id).emotion = Emotion::from_points(-2.5);
    let from_first = journey.transitions.iter().find(|item| item.from == first).unwrap().id.clone();
    let transition = journey.transitions.get_mut(&from_first).unwrap();
    transition.to = last;
    transition.share = Some(0.5);
}

#[test]
fn every_loss_has_words() {
    for language in Language::ALL {
        for kind in LossKind::ALL {
            for count in [1, 3, 11] {
                let loss = mermaid::Loss { kind: *kind, count, first: tropa::model::Subject::Project };
                let said = loss.describe(Texts::of(language));
                assert!(said.contains(' ') && !said.contains("exchange-") && !said.contains('{'), "{said}");
            }
        }
    }
}

/// Pieces of the grammar and of the probes' lines, in any order.
fn any_journey() -> impl Strategy<Value = String> {
    let lines: Vec<String> = probes()
        .iter()
        .flat_map(|probe| {
            String::from_utf8_lossy(&std::fs::read(probe).unwrap()).lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|line| line.len() < 200)
        .collect();
    let pieces = prop_oneof![
        4 => prop::sample::select(lines),
        1 => "[:;#,&<>%{}\\- \t\r\n\u{a0}a-zжё0-9]{0,12}",
        1 => Just("journey".to_owned()),
    ];
    let ends = prop::sample::select(vec!["\n", "\r", "\r\n", "", "; ", " : "]);
    prop::collection::vec((pieces, ends), 0..12)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, end)| piece + end).collect::<String>())
        .prop_flat_map(|text| prop_oneof![Just(text.clone()), Just(format!("journey\n{text}"))])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = mermaid::read(&bytes);
        let _ = mermaid::read(&[b"journey\n", bytes.as_slice()].concat());
    }

    #[test]
    fn whatever_is_read_is_written_and_read_again(text in any_journey()) {
        if let Ok(Import { document, reports }) = mermaid::read(text.as_bytes()) {
            let lines = text.replace("\r\n", "\n").replace('\r', "\n").split('\n').count();
            for report in reports {
                prop_assert!((1..=lines).contains(&(report.line as usize)), "{report:?}");
                for language in Language::ALL {
                    prop_assert!(!report.kind.describe(Texts::of(language)).starts_with("exchange-"));
                }
            }
            prop_assert_eq!(&format::read(&format::to_bytes(&document).unwrap()).unwrap().document, &document);
            let export = mermaid::write(&document, &document.journeys.iter().next().unwrap().id).unwrap();
            let again = mermaid::read(export.text.as_bytes());
            let titles = |document: &Document| -> Vec<String> {
                told(document).into_iter().map(|task| task.1).map(|name| if name.trim().is_empty() { "—".to_owned() } else { name }).collect()
            };
            match again {
                Ok(again) => prop_assert_eq!(titles(&again.document), titles(&document)),
                Err(error) => prop_assert!(false, "{} in\n{}", error, export.text),
            }
        }
    }
}
