//! What a removal takes along, and what it leaves.

use super::*;
use crate::model::{
    Barrier, BarrierId, Comment, CommentId, Feeling, Metric, MetricData, MetricId, MetricSubject, Opportunity,
    OpportunityId, PersonaPath, Poll, PollId, Stop, StopId, StopView, Strength, StrengthId, Vote, VoteId, Workshop,
};

fn touchpoint_subject(name: &str) -> Subject {
    Subject::Touchpoint(journey_id(), touchpoint_id(name))
}

/// Cards a, b (step 0), c (step 1); everything else refers to a, some of it to b as well.
fn referring() -> Document {
    let [a, b] = ["a", "b"].map(touchpoint_id);
    let mut document = map("0: a, b; 1: c", "a>b b>c");
    let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "Queue");
    barrier.touchpoints = vec![a.clone()];
    barrier.personas = vec![persona_id("anna")];
    document.barriers.put(barrier);
    let mut opportunity = Opportunity::new(OpportunityId::parse("o-1").unwrap(), "Second till");
    opportunity.touchpoints = vec![a.clone(), b.clone()];
    opportunity.barriers = vec![BarrierId::parse("b-1").unwrap()];
    document.opportunities.put(opportunity);
    let strength_id = StrengthId::parse("g-1").unwrap();
    let touchpoints = vec![a.clone(), b.clone()];
    document.strengths.put(Strength { id: strength_id, statement: "Smile".into(), touchpoints, evidence: Vec::new() });
    document.metrics.put(Metric {
        id: MetricId::parse("m-1").unwrap(),
        rank: Rank::default(),
        subject: MetricSubject::Touchpoint(a.clone()),
        persona: Some(persona_id("anna")),
        title: String::new(),
        data: MetricData::Share { part: 1, whole: 2 },
        period: String::new(),
        unit: String::new(),
        target: None,
    });
    for (id, view) in [
        ("v-1", StopView::Touchpoint(a.clone())),
        ("v-2", StopView::Selection(vec![a.clone(), b.clone()])),
        ("v-3", StopView::Persona(persona_id("anna"))),
    ] {
        let id = StopId::parse(id).unwrap();
        let notes = String::new();
        document.stops.put(Stop {
            id,
            rank: Rank::default(),
            journey: journey_id(),
            view,
            hidden: false,
            notes,
            ink: Vec::new(),
        });
    }
    document.comments.put(Comment {
        id: CommentId::parse("n-1").unwrap(),
        subject: touchpoint_subject("a"),
        author: String::new(),
        date: None,
        text: "Really?".to_owned(),
        settled: false,
    });
    let mut workshop = Workshop::default();
    workshop.polls.put(Poll {
        id: PollId::parse("z-1").unwrap(),
        rank: Rank::default(),
        touchpoint: a.clone(),
        counts: [0; 11],
    });
    let results = vec![(touchpoint_subject("a"), 3), (touchpoint_subject("b"), 1)];
    let title = String::new();
    let id = VoteId::parse("x-1").unwrap();
    workshop.votes.put(Vote { id, rank: Rank::default(), title, dots_each: 3, voters: 2, results, revealed: true });
    document.workshop = workshop.into();
    let journey = document.journeys.get_mut(&journey_id()).unwrap();
    let info = std::sync::Arc::make_mut(&mut journey.info);
    info.personas = vec![persona_id("anna"), persona_id("boris")];
    info.paths = vec![PersonaPath { persona: persona_id("anna"), touchpoints: vec![a.clone(), b.clone()] }];
    let mut feeling = Feeling::new(persona_id("anna"));
    feeling.word = "calm".to_owned();
    journey.touchpoints.get_mut(&b).unwrap().feelings = vec![feeling];
    document
}

/// Every place where an id is still named, by searching the whole document's debug text.
fn mentions(document: &Document, id: &str) -> usize {
    format!("{document:?}").split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| *word == id).count()
}

#[test]
fn no_reference_to_what_is_removed_stays() {
    let document = referring();
    let subjects = [
        (touchpoint_subject("a"), "t-a"),
        (Subject::Persona(persona_id("anna")), "p-anna"),
        (Subject::Barrier(BarrierId::parse("b-1").unwrap()), "b-1"),
        (Subject::Journey(journey_id()), "j-1"),
        (Subject::Step(journey_id(), step_id(0)), "t-a"),
        (Subject::Journey(journey_id()), "t-b"),
    ];
    for (subject, id) in subjects {
        assert!(mentions(&document, id) > 0, "{id}");
        let next = applied(&document, &remove(std::slice::from_ref(&subject)));
        assert_eq!(mentions(&next, id), 0, "{subject:?}");
    }
}

#[test]
fn what_goes_along_is_told_before() {
    let document = referring();
    // What goes; what stays but notices; comments, polls and feelings.
    let check = |subjects: &[Subject], goes: &str, loses: &str, counts: (usize, usize, usize)| {
        let toll = toll(&document, subjects).unwrap();
        let names = |subjects: &[Subject]| {
            let mut names: Vec<&str> = subjects.iter().map(Subject::id_text).collect();
            names.sort_unstable();
            names.join(" ")
        };
        assert_eq!((names(&toll.goes).as_str(), names(&toll.loses).as_str()), (goes, loses), "{subjects:?}");
        assert_eq!((toll.comments, toll.polls, toll.feelings), counts, "{subjects:?}");
    };
    check(&[touchpoint_subject("a")], "m-1 r-ab v-1", "b-1 g-1 o-1 v-2", (1, 1, 0));
    let a_and_its_way = [touchpoint_subject("a"), Subject::Transition(journey_id(), way("ab"))];
    check(&a_and_its_way, "m-1 v-1", "b-1 g-1 o-1 v-2", (1, 1, 0));
    let both = [touchpoint_subject("a"), touchpoint_subject("b"), touchpoint_subject("a")];
    check(&both, "m-1 r-ab r-bc v-1 v-2", "b-1 g-1 o-1", (1, 1, 0));
    check(&[Subject::Step(journey_id(), step_id(0))], "m-1 r-ab r-bc t-a t-b v-1 v-2", "b-1 g-1 o-1", (1, 1, 0));
    check(&[Subject::Persona(persona_id("anna"))], "m-1 v-3", "b-1 j-1 t-b", (0, 0, 1));
    check(&[Subject::Step(journey_id(), step_id(4))], "", "", (0, 0, 0));
}

fn way(name: &str) -> crate::model::TransitionId {
    crate::model::TransitionId::parse(&format!("r-{name}")).unwrap()
}

#[test]
fn the_last_step_of_a_stage_stays_emptied() {
    let document = map("0: a, b; 1: c", "a>b b>c");
    let next = applied(&document, &remove(&[Subject::Step(journey_id(), step_id(0))]));
    assert_eq!((layout(&next).as_str(), ways(&next).as_str()), ("1: c", ""));
    let journey = next.journeys.get(&journey_id()).unwrap();
    assert_eq!(journey.steps.len(), 5);
    assert_eq!(journey.steps.get(&step_id(0)).unwrap().title, "");
    // With another step in the stage it goes, its touchpoints with it.
    let (edit, _) = add_step(&document, &journey_id(), (Stage::Attention, 0), "New", &mut ids()).unwrap();
    let document = applied(&document, &edit);
    let next = applied(&document, &remove(&[Subject::Step(journey_id(), step_id(0))]));
    assert_eq!(layout(&next), "1: c");
    assert_eq!(next.journeys.get(&journey_id()).unwrap().steps.len(), 5);
}

#[test]
fn removals_are_refused_where_nothing_is() {
    let document = map("0: a", "");
    let check = |subject: Subject, error: ApplyError| {
        assert_eq!(apply(&document, &remove(&[subject]).commands), Err(error));
    };
    let missing = |id: &str| ApplyError::Missing { id: id.to_owned() };
    check(touchpoint_subject("z"), missing("t-z"));
    check(Subject::Touchpoint(JourneyId::parse("j-9").unwrap(), touchpoint_id("a")), missing("t-a"));
    check(Subject::Project, ApplyError::Permanent);
    check(Subject::Stage(journey_id(), Stage::Contact), ApplyError::Permanent);
    // Named twice in a row is once; again later it is missing.
    let twice = [touchpoint_subject("a"), touchpoint_subject("a")];
    assert!(apply(&document, &remove(&twice).commands).is_ok());
}

#[test]
fn a_touchpoint_id_that_two_journeys_share_keeps_its_references() {
    let mut document = referring();
    let other = JourneyId::parse("j-2").unwrap();
    let mut twin = document.journeys.get(&journey_id()).unwrap().as_ref().clone();
    twin.id = other;
    document.journeys.put(twin);
    let next = applied(&document, &remove(&[touchpoint_subject("a")]));
    assert_eq!(next.barriers.iter().map(|barrier| barrier.touchpoints.len()).sum::<usize>(), 1);
}
