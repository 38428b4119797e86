//! The workshop: whatever is done with it can be undone and saved, minutes say what was entered, votes show on the map
//! when they are shown, and paper has its exact size. Golden minutes are written anew with `UPDATE_GOLDEN=1`.

use crate::arbitrary;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use tropa::edit::verbs::change::FieldKind;
use tropa::edit::verbs::workshop::{self as verb, NewDecision, Shown};
use tropa::edit::verbs::{self, Sticky, StickyNote, StickyPlace};
use tropa::edit::{ApplyError, Edit, EditLabel, Editor};
use tropa::format::{self, samples::sample};
use tropa::model::{Date, Document, Language, SeededIds, Stage, Subject, columns};
use tropa::present::paper::{PaperKind, PaperOptions, PaperSize, sheets};
use tropa::present::workshop::{Scope, agenda, choices, minutes, tally};
use tropa::scene::{MapOptions, Scene, SceneCache, Shape, map_scene};

const JOURNEY: &str = "the sample has a journey";

fn sample_document(language: Language) -> Document {
    format::read(sample(language)).unwrap().document
}

/// One thing that is done, with places to do it at.
#[derive(Debug, Clone)]
enum Op {
    Agenda(usize),
    MoveAgenda(Index, usize),
    Change(u8, Index),
    Remove(u8, Index),
    Park,
    Decide,
    Gloss,
    Vote(u8),
    Dots(Index, Index, u32),
    AddChoices(Index),
    Reveal(Index, bool),
    Poll(Index),
    Answers(Index, usize, u32),
    Capture(u8, Index, bool),
    Undo,
    Redo,
}

fn op() -> impl Strategy<Value = Op> {
    let at = || any::<Index>();
    prop_oneof![
        (1..4_usize).prop_map(Op::Agenda),
        (at(), 0..6_usize).prop_map(|(item, to)| Op::MoveAgenda(item, to)),
        (0..6_u8, at()).prop_map(|(kind, item)| Op::Change(kind, item)),
        (0..6_u8, at()).prop_map(|(kind, item)| Op::Remove(kind, item)),
        Just(Op::Park),
        Just(Op::Decide),
        Just(Op::Gloss),
        (0..3_u8).prop_map(Op::Vote),
        (at(), at(), any::<u32>()).prop_map(|(vote, choice, dots)| Op::Dots(vote, choice, dots)),
        at().prop_map(Op::AddChoices),
        (at(), any::<bool>()).prop_map(|(vote, shown)| Op::Reveal(vote, shown)),
        at().prop_map(Op::Poll),
        (at(), 0..12_usize, any::<u32>()).prop_map(|(poll, place, count)| Op::Answers(poll, place, count)),
        (0..7_u8, at(), any::<bool>()).prop_map(|(sticky, place, stage)| Op::Capture(sticky, place, stage)),
        Just(Op::Undo),
        Just(Op::Redo),
    ]
}

fn pick<T>(items: &[T], index: Index) -> Option<&T> {
    (!items.is_empty()).then(|| &items[index.index(items.len())])
}

/// The edit of an operation; `None` where there is nothing to do it with.
fn edit_of(op: &Op, document: &Document, ids: &mut SeededIds) -> Option<Result<Edit, ApplyError>> {
    let workshop = &document.workshop;
    let journey = document.journeys_in_order().first().copied().cloned();
    Some(match op {
        Op::Agenda(count) => {
            let items: Vec<(String, f64)> = (0..*count).map(|index| (format!("Part {index}"), index as f64)).collect();
            Ok(verb::add_agenda_items(document, &items, ids))
        }
        Op::MoveAgenda(item, to) => {
            verb::move_agenda_item(document, &pick(&workshop.agenda_in_order(), *item)?.id, *to, ids)
        }
        Op::Change(kind, item) => change(document, (*kind, *item))?,
        Op::Remove(kind, item) => remove(document, (*kind, *item))?,
        Op::Park => Ok(verb::add_parking_item(document, "Later", None, ids).0),
        Op::Decide => {
            let opportunities = document.opportunities.iter().take(1).map(|it| it.id.clone()).collect();
            let due = Some(Date::new(2027, 1, 15).unwrap());
            let decision = NewDecision { what: "Do it".into(), who: "Sales".into(), due, opportunities };
            Ok(verb::add_decision(document, decision, ids).0)
        }
        Op::Gloss => Ok(verb::add_glossary_entry(document, ("Word", "Meaning"), ids).0),
        Op::Vote(scope) => {
            let choices = choices(document, journey.as_ref()?, Scope::ALL[usize::from(*scope)]);
            Ok(verb::add_vote(document, "Which?", (3, 12), &choices, ids).0)
        }
        Op::Dots(vote, choice, dots) => {
            let vote = pick(&workshop.votes_in_order(), *vote).copied()?.clone();
            let (choice, _) = pick(&vote.results, *choice)?.clone();
            verb::set_dots(document, &vote.id, &choice, *dots)
        }
        Op::AddChoices(vote) => {
            let choices = choices(document, journey.as_ref()?, Scope::Touchpoints);
            verb::add_choices(document, &pick(&workshop.votes_in_order(), *vote)?.id, &choices)
        }
        Op::Reveal(vote, shown) => {
            let shown = if *shown { Shown::Yes } else { Shown::No };
            verb::reveal(document, &pick(&workshop.votes_in_order(), *vote)?.id, shown)
        }
        Op::Poll(touchpoint) => {
            let touchpoints: Vec<_> = journey?.touchpoints.iter().cloned().collect();
            verb::add_poll(document, &pick(&touchpoints, *touchpoint)?.id, ids).map(|(edit, _)| edit)
        }
        Op::Answers(poll, place, count) => {
            verb::set_answers(document, &pick(&workshop.polls_in_order(), *poll)?.id, *place, *count)
        }
        Op::Capture(sticky, place, stage) => {
            let journey = journey?;
            let touchpoints: Vec<_> = journey.touchpoints.iter().cloned().collect();
            let place = match pick(&touchpoints, *place) {
                Some(touchpoint) if !stage => StickyPlace::Touchpoint(touchpoint.id.clone()),
                _ => StickyPlace::Stage(Stage::ALL[place.index(5)]),
            };
            let sticky = Sticky::ALL[usize::from(*sticky)];
            let note = StickyNote { sticky, place, persona: None, text: " A line ".into() };
            verbs::capture(document, &journey.id, &note, ids).map(|(edit, _)| edit)
        }
        Op::Undo | Op::Redo => return None,
    })
}

fn change(document: &Document, (kind, item): (u8, Index)) -> Option<Result<Edit, ApplyError>> {
    let workshop = &document.workshop;
    let field = FieldKind::Text("test");
    Some(match kind {
        0 => verb::change_agenda_item(document, &pick(&workshop.agenda_in_order(), item)?.id, field, |it| {
            it.minutes += 5.0;
        }),
        1 => verb::change_parking_item(document, &pick(&workshop.parking_in_order(), item)?.id, field, |it| {
            it.text.push('!');
        }),
        2 => verb::change_decision(document, &pick(&workshop.decisions_in_order(), item)?.id, field, |it| {
            it.due = None;
        }),
        3 => verb::change_glossary_entry(document, &pick(&workshop.glossary_in_order(), item)?.id, field, |it| {
            it.meaning.push('?');
        }),
        4 => verb::change_vote(document, &pick(&workshop.votes_in_order(), item)?.id, field, |it| it.voters ^= 7),
        _ => verb::change_poll(document, &pick(&workshop.polls_in_order(), item)?.id, field, |it| it.counts[3] ^= 1),
    })
}

fn remove(document: &Document, (kind, item): (u8, Index)) -> Option<Result<Edit, ApplyError>> {
    let workshop = &document.workshop;
    Some(match kind {
        0 => verb::remove_agenda_item(document, &pick(&workshop.agenda_in_order(), item)?.id),
        1 => verb::remove_parking_item(document, &pick(&workshop.parking_in_order(), item)?.id),
        2 => verb::remove_decision(document, &pick(&workshop.decisions_in_order(), item)?.id),
        3 => verb::remove_glossary_entry(document, &pick(&workshop.glossary_in_order(), item)?.id),
        4 => verb::remove_vote(document, &pick(&workshop.votes_in_order(), item)?.id),
        _ => verb::remove_poll(document, &pick(&workshop.polls_in_order(), item)?.id),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_time: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_workshop_does_is_undone_and_saved(
        first in prop_oneof![Just(sample_document(Language::Ru)), arbitrary::document()],
        ops in prop::collection::vec(op(), 1..24),
        seed in any::<u64>(),
    ) {
        let mut editor = Editor::new(first.clone());
        let mut ids = SeededIds::new(seed);
        for op in &ops {
            match op {
                Op::Undo => drop(editor.undo()),
                Op::Redo => drop(editor.redo()),
                op => {
                    let Some(edit) = edit_of(op, editor.document(), &mut ids) else { continue };
                    let before = editor.document().clone();
                    let applied = edit.and_then(|edit| editor.apply(edit));
                    prop_assert!(applied.is_ok() || *editor.document() == before, "{op:?}");
                }
            }
            let bytes = format::to_bytes(editor.document()).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
            let opened = format::read(&bytes).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
            prop_assert_eq!(&opened.document, editor.document());
            let journey = editor.document().journeys_in_order().first().map(|it| it.id.clone());
            if let Some(journey) = journey {
                prop_assert!(!minutes(editor.document(), &journey, None).markdown().is_empty());
            }
        }
        while editor.undo().is_some() {}
        prop_assert_eq!(editor.document(), &first);
    }
}

fn applied(document: &mut Document, edit: Result<Edit, ApplyError>) {
    *document = tropa::edit::apply(document, &edit.unwrap().commands).unwrap();
}

/// The sample after a short workshop: agenda, vote, poll, decision, parking lot, glossary, notes.
fn after_a_workshop(language: Language) -> Document {
    let mut document = sample_document(language);
    let mut ids = SeededIds::new(3);
    let journey = document.journeys_in_order().first().copied().cloned().expect(JOURNEY);
    let edit = verb::add_agenda_items(&document, &agenda::preset(language), &mut ids);
    applied(&mut document, Ok(edit));
    for (scope, shown) in [(Scope::Barriers, Shown::Yes), (Scope::Opportunities, Shown::No)] {
        let choices = choices(&document, &journey, scope);
        let (edit, vote) = verb::add_vote(&document, "A | B?", (3, 4), &choices, &mut ids);
        applied(&mut document, Ok(edit));
        for (choice, dots) in choices.iter().zip([2, 5, 5]) {
            let edit = verb::set_dots(&document, &vote, choice, dots);
            applied(&mut document, edit);
        }
        let edit = verb::reveal(&document, &vote, shown);
        applied(&mut document, edit);
    }
    let touchpoint = columns(&journey)[1].touchpoints[0].id.clone();
    let (edit, poll) = verb::add_poll(&document, &touchpoint, &mut ids).unwrap();
    applied(&mut document, Ok(edit));
    for (place, count) in [(2, 3), (4, 1), (8, 2)] {
        let edit = verb::set_answers(&document, &poll, place, count);
        applied(&mut document, edit);
    }
    let decision = NewDecision { what: "# First".into(), who: "*Team*".into(), due: None, opportunities: Vec::new() };
    let edit = verb::add_decision(&document, decision, &mut ids).0;
    applied(&mut document, Ok(edit));
    let edit = verb::add_parking_item(&document, "Line one\nline two", None, &mut ids).0;
    applied(&mut document, Ok(edit));
    let edit = verbs::change::workshop(&document, FieldKind::Property, |it| it.notes = "One.\n\nTwo <b>.".into());
    applied(&mut document, Ok(edit));
    document
}

fn first_journey(document: &Document) -> tropa::model::JourneyId {
    document.journeys_in_order().first().expect(JOURNEY).id.clone()
}

#[test]
fn minutes_read_as_they_are_kept_here() {
    for language in Language::ALL {
        let document = after_a_workshop(language);
        let date = Some(Date::new(2026, 11, 22).unwrap());
        let text = minutes(&document, &first_journey(&document), date).markdown();
        let name = format!("tests/fixtures/workshop/minutes.{}.md", language.tag());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(&path).unwrap(), "{}", path.display());
    }
}

#[test]
fn respondents_are_never_named() {
    for language in Language::ALL {
        let mut document = after_a_workshop(language);
        let mut evidence = document.evidence.iter().next().unwrap().as_ref().clone();
        evidence.respondents = vec!["Zebedee Quill".into()];
        evidence.note = "Zebedee Quill said so".into();
        document.evidence.put(evidence);
        let minutes = minutes(&document, &first_journey(&document), None);
        assert!(!minutes.markdown().contains("Zebedee"));
        assert!(!words(&minutes.pages()).iter().any(|line| line.contains("Zebedee")));
    }
}

/// Every line of text, in the order it is drawn.
fn words(pages: &[Scene]) -> Vec<String> {
    let shapes = pages.iter().flat_map(|page| &page.fragments).flat_map(|fragment| &fragment.shapes);
    let lines = |shape: &Shape| match shape {
        Shape::Text { text, .. } => text.lines.iter().map(|line| line.text.clone()).collect(),
        _ => Vec::new(),
    };
    shapes.flat_map(lines).collect()
}

#[test]
fn pages_hold_every_word_in_letters_that_can_be_read() {
    for language in Language::ALL {
        let mut document = after_a_workshop(language);
        let long: Vec<String> = (0..900).map(|number| format!("слово{number}")).collect();
        let long = long.join(" ");
        let mut ids = SeededIds::new(9);
        for _ in 0..40 {
            let edit = verb::add_parking_item(&document, "Short", None, &mut ids).0;
            applied(&mut document, Ok(edit));
        }
        let edit = verb::add_glossary_entry(&document, ("Long", &long), &mut ids).0;
        applied(&mut document, Ok(edit));
        let pages = minutes(&document, &first_journey(&document), None).pages();
        assert!(pages.len() > 3, "{} pages", pages.len());
        let said = words(&pages).join(" ");
        assert!((0..900).all(|number| said.contains(&format!("слово{number}"))));
        assert_eq!(said.matches("Short").count(), 40);
        for page in &pages {
            let (size, paper) = (page.size, PaperSize::A4.upright());
            assert_eq!((size.width, size.height), (paper.width, paper.height));
            for fragment in &page.fragments {
                let inside = fragment.bounds.right() <= size.width && fragment.bounds.bottom() <= size.height;
                assert!(inside && fragment.bounds.x >= 0.0 && fragment.bounds.y >= 0.0, "{:?}", fragment.bounds);
                for shape in &fragment.shapes {
                    // 10 points of the printer are 13.33 of the scene.
                    assert!(!matches!(shape, Shape::Text { text, .. } if text.style.size < 13.33), "{shape:?}");
                }
            }
        }
    }
}

#[test]
fn only_shown_votes_are_on_the_map() {
    let mut document = after_a_workshop(Language::Ru);
    for vote in document.clone().workshop.votes_in_order().iter().filter(|vote| vote.title != "A | B?") {
        let edit = verb::remove_vote(&document, &vote.id);
        applied(&mut document, edit);
    }
    let journey = first_journey(&document);
    let map = |document: &Document| {
        let scene = map_scene(document, &MapOptions::new(journey.clone()), &mut SceneCache::default());
        let labels = scene.fragments.iter().filter_map(|fragment| fragment.hit.as_ref());
        labels.filter(|hit| hit.label.contains("голос")).count()
    };
    let shown = document.workshop.votes_in_order()[0].clone();
    let voted: Vec<&Subject> = shown.results.iter().filter(|(_, dots)| *dots > 0).map(|(choice, _)| choice).collect();
    assert_eq!(voted.len(), 3);
    assert!(map(&document) >= 3, "a barrier stands at each of its touchpoints");
    let hidden = verb::reveal(&document, &shown.id, Shown::No);
    let mut without = document.clone();
    applied(&mut without, hidden);
    assert_eq!(map(&without), 0);
    assert_eq!(without.workshop.dots(voted[0]), None);
    // A later round speaks for what it voted on.
    let mut ids = SeededIds::new(1);
    let (edit, later) = verb::add_vote(&document, "Again", (1, 9), &[voted[0].clone()], &mut ids);
    let mut again = document.clone();
    applied(&mut again, Ok(edit));
    let edit = verb::set_dots(&again, &later, voted[0], 9);
    applied(&mut again, edit);
    assert_eq!(again.workshop.dots(voted[0]), Some(2));
    let edit = verb::reveal(&again, &later, Shown::Yes);
    applied(&mut again, edit);
    assert_eq!((again.workshop.dots(voted[0]), again.workshop.dots(voted[1])), (Some(9), Some(5)));
    assert_eq!(tally(&shown).ranking[0].place, 1);
}

#[test]
fn a_line_becomes_what_was_chosen_where_it_was_chosen() {
    let check = |sticky: Sticky, at_stage: bool, expect: Option<EditLabel>| {
        let mut document = sample_document(Language::Ru);
        let journey = document.journeys_in_order().first().copied().cloned().expect(JOURNEY);
        let column = columns(&journey)[1].clone();
        let touchpoint = column.touchpoints[0].clone();
        let place =
            if at_stage { StickyPlace::Stage(column.stage) } else { StickyPlace::Touchpoint(touchpoint.id.clone()) };
        let persona = journey.info.personas.first().cloned();
        let note = StickyNote { sticky, place, persona: None, text: "  New line ".into() };
        let captured = verbs::capture(&document, &journey.id, &note, &mut SeededIds::new(5));
        let label = captured.as_ref().map(|(edit, _)| edit.label).ok();
        assert_eq!(label, expect, "{sticky:?} at stage: {at_stage}");
        let Ok((edit, _)) = captured else { return };
        applied(&mut document, Ok(edit));
        let after = document.journeys.get(&journey.id).unwrap();
        let said = after.touchpoints.get(&touchpoint.id).unwrap();
        let here = |ids: &[tropa::model::TouchpointId]| ids.contains(&touchpoint.id) != at_stage;
        let found = match sticky {
            Sticky::Barrier => document.barriers.iter().any(|it| it.statement == "New line" && here(&it.touchpoints)),
            Sticky::Strength => document.strengths.iter().any(|it| it.statement == "New line" && here(&it.touchpoints)),
            Sticky::Opportunity => {
                document.opportunities.iter().any(|it| it.statement == "New line" && here(&it.touchpoints))
            }
            Sticky::Thought => {
                let quote = &said.feeling(&persona.unwrap()).unwrap().quote;
                quote.ends_with("New line") && quote.len() > "New line".len()
            }
            Sticky::Need => said.need.ends_with("\nNew line"),
            Sticky::Touchpoint => {
                let new = after.touchpoints.iter().find(|it| it.title == "New line");
                new.is_some_and(|it| after.stage_of(it) == Some(column.stage))
            }
            Sticky::Parking => document.workshop.parking_in_order().last().unwrap().text == "New line",
        };
        assert!(found, "{sticky:?} at stage: {at_stage}");
    };
    check(Sticky::Barrier, false, Some(EditLabel::AddBarrier));
    check(Sticky::Barrier, true, Some(EditLabel::AddBarrier));
    check(Sticky::Strength, false, Some(EditLabel::Add));
    check(Sticky::Strength, true, None);
    check(Sticky::Opportunity, false, Some(EditLabel::AddOpportunity));
    check(Sticky::Opportunity, true, Some(EditLabel::AddOpportunity));
    check(Sticky::Thought, false, Some(EditLabel::ChangeText));
    check(Sticky::Thought, true, None);
    check(Sticky::Need, false, Some(EditLabel::ChangeText));
    check(Sticky::Need, true, None);
    check(Sticky::Touchpoint, false, Some(EditLabel::AddTouchpoint));
    check(Sticky::Touchpoint, true, Some(EditLabel::AddTouchpoint));
    check(Sticky::Parking, true, Some(EditLabel::Park));
}

#[test]
fn paper_is_as_large_as_it_says_and_holds_all_choices() {
    let check = |language: Language, options: PaperOptions, (width, height): (f32, f32), least: usize| {
        let document = sample_document(language);
        let pages = sheets(&document, &first_journey(&document), &options);
        assert!(pages.len() >= least, "{options:?}: {}", pages.len());
        for page in &pages {
            let inches = (page.size.width / 96.0 * 25.4, page.size.height / 96.0 * 25.4);
            let is = |(wide, high): (f32, f32)| (inches.0 - wide).abs() < 0.01 && (inches.1 - high).abs() < 0.01;
            // The map lies or stands as it is larger, its parts as they are fewer.
            let right = is((width, height)) || options.kind == PaperKind::Map && is((height, width));
            assert!(right, "{options:?}: {inches:?} mm");
        }
        words(&pages).join(" ")
    };
    for language in Language::ALL {
        let usual = PaperOptions::default();
        let poster = check(language, usual, (1189.0, 841.0), 1);
        assert!(poster.contains("+5") && poster.contains("−5"));
        check(language, PaperOptions { size: PaperSize::A2, ..usual }, (594.0, 420.0), 1);
        let map = PaperOptions { kind: PaperKind::Map, size: PaperSize::A1, ..usual };
        let whole = check(language, map, (841.0, 594.0), 1);
        let parts = check(language, PaperOptions { tiles: Some(PaperSize::A4), ..map }, (210.0, 297.0), 6);
        assert!(whole.split(' ').all(|word| parts.contains(word)));
        let voting = check(language, PaperOptions { kind: PaperKind::Voting, ..usual }, (210.0, 297.0), 1);
        let stickers = check(language, PaperOptions { kind: PaperKind::Stickers, ..usual }, (210.0, 297.0), 6);
        let document = sample_document(language);
        let journey = document.journeys_in_order().first().copied().cloned().expect(JOURNEY);
        for choice in choices(&document, &journey, Scope::Barriers) {
            let Subject::Barrier(id) = choice else { panic!("{choice:?}") };
            let statement = &document.barriers.get(&id).unwrap().statement;
            assert!(voting.contains(statement.as_str()), "{statement}");
            assert!(statement.split(' ').all(|word| stickers.contains(word)), "{statement}");
        }
    }
}
