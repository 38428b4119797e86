//! Copy and paste of any touchpoints of any project: what comes back is what went, and undo takes it back.

use crate::arbitrary;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use tropa::edit::verbs::{self, Origin, Paste};
use tropa::edit::{Editor, apply};
use tropa::format;
use tropa::model::{
    Audit, AuditAnswer, Component, Decision, DecisionId, Document, JourneyId, Opportunity, Piece, Poll, PollId, Rank,
    SeededIds, Stop, StopId, StopView, Subject, Touchpoint, TouchpointId, Vote, VoteId, Workshop, columns,
};

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

/// The sample, with a workshop, an audit and stops that speak of its things.
fn spoken_of() -> Document {
    let bytes = include_bytes!("../../assets/samples/coffee-chain.ru.ron");
    let mut document = format::read(bytes).expect("the sample").document;
    let journey = document.journeys_in_order()[0].clone();
    let touchpoints: Vec<TouchpointId> = journey.touchpoints.iter().map(|it| it.id.clone()).collect();
    let subjects = subjects(&document);
    let vote = |id: &str, kind: fn(&Subject) -> bool| Vote {
        id: VoteId::parse(id).expect("an id"),
        rank: Rank::default(),
        title: "Which one?".to_owned(),
        dots_each: 3,
        voters: 9,
        results: subjects.iter().filter(|it| kind(it)).cloned().zip(1..).collect(),
        revealed: true,
    };
    let poll = |(touchpoint, number): (&TouchpointId, u32)| Poll {
        id: PollId::parse(&format!("z-{number}")).expect("an id"),
        rank: Rank::default(),
        touchpoint: touchpoint.clone(),
        counts: [number; 11],
    };
    let decision = Decision {
        id: DecisionId::parse("q-all").expect("an id"),
        rank: Rank::default(),
        what: "Do it all".to_owned(),
        who: String::new(),
        due: None,
        opportunities: document.opportunities.iter().map(|it| it.id.clone()).collect(),
    };
    let workshop = Workshop {
        votes: [
            vote("x-1", |it| matches!(it, Subject::Touchpoint(..))),
            vote("x-2", |it| matches!(it, Subject::Barrier(_) | Subject::Opportunity(_))),
        ]
        .into_iter()
        .collect(),
        polls: touchpoints.iter().zip(1..).map(poll).collect(),
        decisions: [decision].into_iter().collect(),
        ..Workshop::default()
    };
    document.workshop = workshop.into();
    let answer = AuditAnswer {
        component: Component::Reach,
        question: 1,
        score: Some(2),
        note: String::new(),
        evidence: document.evidence.iter().map(|it| it.id.clone()).collect(),
    };
    document.audit = Audit { answers: vec![answer] }.into();
    let id = StopId::parse("v-pair").expect("an id");
    let view = StopView::Selection(touchpoints.iter().take(3).cloned().collect());
    document.stops.put(Stop {
        id,
        view,
        ..document.stops.iter().next().map_or_else(|| panic!("no stop"), |it| it.as_ref().clone())
    });
    document
}

/// All that can be cut, but for personas, of which it is said before that they come back without their feelings.
fn subjects(document: &Document) -> Vec<Subject> {
    let journey = &document.journeys_in_order()[0];
    let steps = journey.steps.iter().map(|it| Subject::Step(journey.id.clone(), it.id.clone()));
    let touchpoints = journey.touchpoints.iter().map(|it| Subject::Touchpoint(journey.id.clone(), it.id.clone()));
    let claims = document.barriers.iter().map(|it| Subject::Barrier(it.id.clone()));
    let claims = claims.chain(document.strengths.iter().map(|it| Subject::Strength(it.id.clone())));
    let claims = claims.chain(document.opportunities.iter().map(|it| Subject::Opportunity(it.id.clone())));
    let evidence = document.evidence.iter().map(|it| Subject::Evidence(it.id.clone()));
    touchpoints.chain(claims).chain(evidence).chain(steps).collect()
}

/// Everything the document says, but for where touchpoints and steps stand, and for the order of lists of links.
fn said(document: &Document) -> Vec<String> {
    fn sorted<T: Ord + Clone>(list: &[T]) -> Vec<T> {
        let mut sorted = list.to_vec();
        sorted.sort();
        sorted
    }
    let mut document = document.clone();
    document.journeys.update(|it| {
        let mut journey = it.clone();
        journey.steps.update(|it| Some(tropa::model::Step { rank: Rank::default(), ..it.clone() }));
        journey.touchpoints.update(|it| {
            let (column, row) = (Rank::default(), Rank::default());
            Some(Touchpoint { column, row, evidence: sorted(&it.evidence), ..it.clone() })
        });
        Some(journey)
    });
    document.barriers.update(|it| {
        let (touchpoints, evidence) = (sorted(&it.touchpoints), sorted(&it.evidence));
        Some(tropa::model::Barrier { touchpoints, evidence, ..it.clone() })
    });
    document.strengths.update(|it| {
        let (touchpoints, evidence) = (sorted(&it.touchpoints), sorted(&it.evidence));
        Some(tropa::model::Strength { touchpoints, evidence, ..it.clone() })
    });
    document.opportunities.update(|it| {
        let (touchpoints, barriers) = (sorted(&it.touchpoints), sorted(&it.barriers));
        Some(Opportunity { touchpoints, barriers, evidence: sorted(&it.evidence), ..it.clone() })
    });
    document.evidence.update(|it| {
        let mut evidence = it.clone();
        evidence.excerpts.sort_by_key(|it| format!("{it:?}"));
        Some(evidence)
    });
    let mut workshop = document.workshop.as_ref().clone();
    workshop.votes.update(|it| Some(Vote { results: sorted(&it.results), ..it.clone() }));
    workshop.decisions.update(|it| Some(Decision { opportunities: sorted(&it.opportunities), ..it.clone() }));
    document.workshop = workshop.into();
    let answers = document.audit.answers.iter();
    let answers = answers.map(|it| AuditAnswer { evidence: sorted(&it.evidence), ..it.clone() }).collect();
    document.audit = Audit { answers }.into();
    format!("{document:#?}").lines().map(str::to_owned).collect()
}

#[test]
fn what_is_cut_and_pasted_is_all_there_again() {
    let document = spoken_of();
    let journey = document.journeys_in_order()[0].id.clone();
    for subject in subjects(&document) {
        let piece = Piece::of(&document, std::slice::from_ref(&subject)).expect("a piece").cut_from(&document);
        let text = format::piece_to_text(&piece).expect("text");
        let piece = format::read_piece(&text).expect("the piece");
        let cut = verbs::cut(std::slice::from_ref(&subject));
        let without = apply(&document, &cut.commands).expect("it goes");
        assert_ne!(said(&without), said(&document), "{subject:?}");
        let how = Paste { piece: &piece, origin: Origin::Here, journey: &journey, after: &[] };
        let (edit, _) = verbs::paste(&without, &how, &mut SeededIds::new(3)).expect("a journey");
        let back = apply(&without, &edit.commands).expect("it comes");
        let (expect, found) = (said(&document), said(&back));
        let differs = expect.iter().zip(&found).position(|(one, other)| one != other);
        if let Some(at) = differs {
            let around = at.saturating_sub(12)..(at + 3);
            panic!("{subject:?}:\n{:#?}\nbut\n{:#?}", expect.get(around.clone()), found.get(around));
        }
        assert_eq!(expect.len(), found.len(), "{subject:?}");
        // Pasted once more, nothing of the workshop speaks of the copy.
        let (again, _) = verbs::paste(&back, &how, &mut SeededIds::new(4)).expect("a journey");
        let twice = apply(&back, &again.commands).expect("it comes");
        assert_eq!(twice.workshop, back.workshop, "{subject:?}");
    }
}

#[test]
fn evidence_cut_in_one_window_supports_the_same_things_in_another_that_has_them() {
    let document = spoken_of();
    let evidence = document.evidence.iter().map(|it| Subject::Evidence(it.id.clone())).collect::<Vec<_>>();
    let piece = Piece::of(&document, &evidence).expect("a piece").cut_from(&document);
    assert!(!piece.cited.is_empty());
    let other = apply(&document, &verbs::remove(&evidence).commands).expect("it goes");
    let journey = document.journeys_in_order()[0].id.clone();
    let how = Paste { piece: &piece, origin: Origin::Elsewhere, journey: &journey, after: &[] };
    let (edit, _) = verbs::paste(&other, &how, &mut SeededIds::new(3)).expect("a journey");
    let back = apply(&other, &edit.commands).expect("it comes");
    for (id, subject) in &piece.cited {
        let rests = match subject {
            Subject::Touchpoint(_, it) => back.touchpoint(it).is_some_and(|(_, it)| it.evidence.contains(id)),
            Subject::Barrier(it) => back.barriers.get(it).is_some_and(|it| it.evidence.contains(id)),
            Subject::Strength(it) => back.strengths.get(it).is_some_and(|it| it.evidence.contains(id)),
            Subject::Opportunity(it) => back.opportunities.get(it).is_some_and(|it| it.evidence.contains(id)),
            _ => false,
        };
        assert!(rests, "{subject:?} on {id}");
    }
}
