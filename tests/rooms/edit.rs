//! Editing: whatever is done can be undone to the byte and redone, and whatever comes out can be saved and read again.

use crate::arbitrary;
use crate::commands::{Op, op, perform};
use proptest::prelude::*;
use tropa::analysis::arrangement;
use tropa::edit::verbs::{self, change::FieldKind};
use tropa::edit::{Changed, Editor, changes};
use tropa::format;
use tropa::model::{Document, Emotion, SeededIds, Stage, Subject, Touchpoint};

fn bytes(document: &Document) -> Vec<u8> {
    format::to_bytes(document).expect("a document that can be written")
}

/// The document is saved and comes back as it is, in no more bytes than the editor reckons with.
fn check_saves(editor: &Editor) -> Result<Vec<u8>, TestCaseError> {
    let document = editor.document();
    let bytes = format::to_bytes(document).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
    let opened = format::read(&bytes).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
    prop_assert_eq!(&opened.document, document);
    prop_assert!(bytes.len() as u64 <= editor.file_bytes(), "{} > {}", bytes.len(), editor.file_bytes());
    Ok(bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_time: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_can_be_undone_redone_and_saved(
        first in arbitrary::document(),
        ops in prop::collection::vec(op(), 1..24),
        seed in any::<u64>(),
    ) {
        let first_bytes = bytes(&first);
        let mut editor = Editor::new(first.clone());
        let mut source = SeededIds::new(seed);
        for op in &ops {
            let (before, revision) = (bytes(editor.document()), editor.revision());
            let refused = perform(op, &mut editor, &mut source);
            let after = check_saves(&editor)?;
            // Undo and redo commit a gesture first, which may drop a revision that changed nothing.
            let steps = matches!(op, Op::Undo | Op::Redo);
            prop_assert!(!refused || before == after, "{op:?} was refused and yet changed something");
            prop_assert!(!refused || steps || editor.revision() == revision);
        }
        while editor.redo().is_some() {}
        let last = bytes(editor.document());
        while editor.undo().is_some() {}
        prop_assert_eq!(editor.document(), &first);
        prop_assert!(bytes(editor.document()) == first_bytes);
        while editor.redo().is_some() {}
        prop_assert!(bytes(editor.document()) == last);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_time: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_removal_costs_what_was_said_and_comes_back_whole(
        first in arbitrary::document(),
        subjects in prop::collection::vec(arbitrary::subject(), 1..4),
    ) {
        let there: Vec<Subject> = subjects.into_iter().filter(|it| it.is_in(&first)).collect();
        let Ok(toll) = verbs::toll(&first, &there) else { return Ok(()) };
        let mut editor = Editor::new(first.clone());
        editor.apply(verbs::remove(&there)).unwrap();
        for subject in &toll.goes {
            prop_assert!(subject.is_in(&first) && !subject.is_in(editor.document()), "{subject:?} was to go");
        }
        for subject in &toll.loses {
            prop_assert!(subject.is_in(editor.document()), "{subject:?} was to stay");
        }
        let gone = changes(&first, editor.document()).into_iter().filter(|it| it.changed == Changed::Removed);
        for change in gone {
            let said = toll.named.contains(&change.subject) || toll.goes.contains(&change.subject);
            prop_assert!(said, "{change:?} went unsaid");
        }
        editor.undo();
        prop_assert!(editor.document() == &first);
    }

    #[test]
    fn what_is_arranged_stays_and_is_one_entry(first in arbitrary::document(), seed in any::<u64>()) {
        let mut editor = Editor::new(first.clone());
        let mut source = SeededIds::new(seed);
        for journey in &first.journeys {
            let before = editor.entries().len();
            let wanted = arrangement(journey, None);
            let edit = verbs::arrange(editor.document(), &journey.id, &wanted.steps, &mut source).unwrap();
            let something = !edit.commands.is_empty();
            editor.apply(edit).unwrap();
            prop_assert_eq!(editor.entries().len(), before + usize::from(something));
            let arranged = editor.document().journeys.get(&journey.id).unwrap();
            let again = arrangement(arranged, None);
            let edit = verbs::arrange(editor.document(), &journey.id, &again.steps, &mut source).unwrap();
            prop_assert!(edit.commands.is_empty(), "{:?} then {:?}", wanted.steps, again.steps);
        }
        editor.go_to(0);
        prop_assert_eq!(editor.document(), &first);
    }
}

#[test]
fn the_file_is_reckoned_close_above_its_size() {
    let mut editor = Editor::new(Document::default());
    let mut source = SeededIds::new(1);
    let (edit, journey_id) = verbs::add_journey(editor.document(), "Путь", &mut source);
    editor.apply(edit).unwrap();
    let (edit, persona_id) = verbs::add_persona(editor.document(), "Анна, 29", Some(&journey_id), &mut source).unwrap();
    editor.apply(edit).unwrap();
    let mut last = None;
    for number in 0..300 {
        let added = match &last {
            None => verbs::add_touchpoint_in_stage(editor.document(), &journey_id, Stage::Contact, &mut source),
            Some(last) => verbs::add_touchpoint_after(editor.document(), &journey_id, last, &mut source),
        };
        let (edit, touchpoint_id) = added.unwrap();
        editor.apply(edit).unwrap();
        let change = |touchpoint: &mut Touchpoint| {
            touchpoint.title = "Выбирает напиток у стойки".to_owned();
            touchpoint.action = "Reads the menu above the counter".to_owned();
            touchpoint.goal = true;
            touchpoint.duration_minutes = Some(12.5);
            let feeling = touchpoint.feeling_mut(&persona_id);
            feeling.emotion = Some(Emotion::from_halves(number % 21 - 10));
            feeling.quote = "\"А что сегодня вкусного?\"\n".to_owned();
        };
        let property = FieldKind::Property;
        let edit = verbs::change::touchpoint(editor.document(), &journey_id, &touchpoint_id, property, change).unwrap();
        // Every other card stays as bare as it was added.
        if number % 2 == 0 {
            editor.apply(edit).unwrap();
        }
        last = Some(touchpoint_id);
    }
    let (reckoned, real) = (editor.file_bytes() as f64, bytes(editor.document()).len() as f64);
    assert!((1.0..1.6).contains(&(reckoned / real)), "{reckoned} for {real}");
    // Reckoned edit by edit it is what it is reckoned at once.
    assert_eq!(editor.file_bytes(), Editor::new(editor.document().clone()).file_bytes());
}
