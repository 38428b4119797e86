//! Copy and paste of any touchpoints of any project: what comes back is what went, and undo takes it back.

use crate::arbitrary;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use tropa::edit::Editor;
use tropa::edit::verbs::{self, Origin, Paste};
use tropa::format;
use tropa::model::{Document, JourneyId, Piece, SeededIds, Subject, Touchpoint, TouchpointId, columns};

/// Some touchpoints of the journey that has most of them.
fn some(document: &Document, picks: &[Index]) -> Option<(JourneyId, Vec<Subject>)> {
    let journey = document.journeys.iter().max_by_key(|journey| journey.touchpoints.len())?;
    // What stands in no step stands nowhere on the map.
    let standing: Vec<&TouchpointId> =
        journey.touchpoints.iter().filter(|it| journey.steps.contains(&it.step)).map(|it| &it.id).collect();
    if standing.is_empty() {
        return None;
    }
    let picked: BTreeSet<&TouchpointId> = picks.iter().map(|pick| standing[pick.index(standing.len())]).collect();
    let subject = |id: &TouchpointId| Subject::Touchpoint(journey.id.clone(), id.clone());
    Some((journey.id.clone(), picked.into_iter().map(subject).collect()))
}

/// The picked touchpoints by columns, each told by what does not change on the way.
fn told(document: &Document, journey: &JourneyId, picked: &[Subject]) -> Vec<Vec<String>> {
    let personas = &document.personas;
    let journey = document.journeys.get(journey).expect("the journey");
    let is_picked = |it: &Touchpoint| picked.contains(&Subject::Touchpoint(journey.id.clone(), it.id.clone()));
    let columns = columns(journey);
    let column = |column: &tropa::model::Column| -> Vec<String> {
        let cards = column.touchpoints.iter().filter(|it| is_picked(it));
        cards
            .map(|it| {
                // A feeling of nobody cannot come along.
                let felt = it.feelings.iter().filter(|it| personas.contains(&it.persona));
                let feelings: Vec<_> = felt.map(|it| (it.emotion, it.expectation, &it.quote)).collect();
                format!("{:?} {:?} {:?} {:?}", it.title, it.action, feelings, it.pictures)
            })
            .collect()
    };
    columns.iter().map(column).filter(|column| !column.is_empty()).collect()
}

fn ways_among(document: &Document, journey: &JourneyId, picked: &[Subject]) -> usize {
    let journey = document.journeys.get(journey).expect("the journey");
    let is_picked = |id: &TouchpointId| picked.contains(&Subject::Touchpoint(journey.id.clone(), id.clone()));
    journey.transitions.iter().filter(|it| is_picked(&it.from) && is_picked(&it.to)).count()
}

/// Whether every id names one thing.
fn ids_are_unique(document: &Document) -> bool {
    let all: Vec<&TouchpointId> = document.journeys.iter().flat_map(|it| &it.touchpoints).map(|it| &it.id).collect();
    all.iter().collect::<BTreeSet<_>>().len() == all.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_time: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn copies_are_what_was_copied(
        document in arbitrary::document(),
        picks in prop::collection::vec(any::<Index>(), 1..6),
        seed in any::<u64>(),
    ) {
        let Some((journey, picked)) = some(&document, &picks) else { return Ok(()) };
        let piece = Piece::of(&document, &picked).expect("touchpoints");
        let text = format::piece_to_text(&piece).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        let read = format::read_piece(&text).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        prop_assert_eq!(&read, &piece);
        let unique = ids_are_unique(&document);
        let mut editor = Editor::new(document.clone());
        let mut source = SeededIds::new(seed);
        for origin in [Origin::Here, Origin::Elsewhere] {
            let before = editor.document().clone();
            let how = Paste { piece: &read, origin, journey: &journey, after: &[] };
            let (edit, made) = verbs::paste(&before, &how, &mut source).expect("a journey");
            editor.apply(edit).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
            let after = editor.document();
            prop_assert_eq!(made.len(), picked.len());
            prop_assert!(told(after, &journey, &made) == told(&document, &journey, &picked), "copies differ");
            prop_assert_eq!(ways_among(after, &journey, &made), ways_among(&document, &journey, &picked));
            prop_assert!(!unique || ids_are_unique(after));
            prop_assert_eq!(after.barriers.len(), before.barriers.len());
        }
        while editor.undo().is_some() {}
        prop_assert_eq!(editor.document(), &document);
    }

    #[test]
    fn any_piece_joins_any_other_project_and_is_one_entry(
        from in arbitrary::document(),
        into in arbitrary::document(),
        picks in prop::collection::vec(any::<Index>(), 1..6),
        seed in any::<u64>(),
    ) {
        let Some((_, picked)) = some(&from, &picks) else { return Ok(()) };
        let piece = Piece::of(&from, &picked).expect("touchpoints");
        let mut editor = Editor::new(into.clone());
        let mut source = SeededIds::new(seed);
        let (edit, journey) = verbs::paste_as_journey(&into, (&piece, Origin::Elsewhere), "Pasted", &mut source)
            .map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        editor.apply(edit).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        let made = editor.document().journeys.get(&journey).expect("the new journey");
        prop_assert_eq!(made.touchpoints.len(), picked.len());
        prop_assert!(editor.undo().is_some() && editor.undo().is_none());
        prop_assert_eq!(editor.document(), &into);
    }
}

#[test]
fn a_piece_reads_well_and_bad_ones_are_refused_with_their_place() {
    let document = Document::default();
    assert_eq!(Piece::of(&document, &[Subject::Project]), None);
    let text = "(\n    tropa_piece: 1,\n    picked: [barrier(\"b-1\")],\n    barriers: [\n        (\n            id: \"b-1\",\n            statement: \"Queue\",\n        ),\n    ],\n)\n";
    let piece = format::read_piece(text).expect("a piece");
    assert_eq!(format::piece_to_text(&piece).expect("text"), text);
    let check = |text: &str, line: u32| {
        assert!(format::is_piece(text), "{text}");
        let error = format::read_piece(text).expect_err("refused");
        assert_eq!(error.place.map(|place| place.line), Some(line), "{text}");
    };
    check("(tropa_piece: 2, barriers: [])", 1);
    check("(tropa_piece: 1,\n barrierz: [])", 2);
    check("(tropa_piece: 1,\n journeys: [(id: \"x\")])", 2);
    check("\u{feff} (tropa_piece: 1,\n", 1);
    assert!(!format::is_piece("(tropa: 1)") && format::is_project("(tropa: 1)") && !format::is_project("tropa"));
}
