//! Each kind of problem, found where it is and not where it is not.

use std::sync::Arc;

use super::*;
use crate::model::{
    Barrier, BarrierId, End, Journey, JourneyId, JourneyInfo, JourneyKind, Metric, MetricData, MetricId, MetricSubject,
    Opportunity, OpportunityId, Persona, PersonaId, PersonaPath, Rank, Slider, Stage, Step, StepId, Stop, StopId,
    StopView, Strength, StrengthId, Touchpoint, TouchpointId, Transition, TransitionId,
};

fn t(name: &str) -> TouchpointId {
    TouchpointId::parse(&format!("t-{name}")).unwrap()
}

fn j(name: &str) -> JourneyId {
    JourneyId::parse(&format!("j-{name}")).unwrap()
}

fn r(name: &str) -> TransitionId {
    TransitionId::parse(&format!("r-{name}")).unwrap()
}

fn p(name: &str) -> PersonaId {
    PersonaId::parse(&format!("p-{name}")).unwrap()
}

fn at(name: &str) -> Subject {
    Subject::Touchpoint(j("1"), t(name))
}

fn way(name: &str) -> Subject {
    Subject::Transition(j("1"), r(name))
}

fn journey(name: &str, prefix: &str) -> Journey {
    let step = |stage: Stage| Step {
        id: StepId::parse(&format!("s-{prefix}{}", stage.key())).unwrap(),
        stage,
        rank: Rank::default(),
        title: String::new(),
    };
    let mut journey = Journey::new(j(name), Stage::ALL.into_iter().map(step).collect());
    journey.info =
        Arc::new(JourneyInfo { title: "Journey".into(), personas: vec![p("anna")], ..JourneyInfo::default() });
    for name in ["a", "b", "c"] {
        let id = t(&format!("{prefix}{name}"));
        let step = StepId::parse(&format!("s-{prefix}contact")).unwrap();
        let mut touchpoint = Touchpoint::new(id, step, Rank::default(), Rank::default());
        touchpoint.title = name.into();
        journey.touchpoints.put(touchpoint);
    }
    for (name, from, to) in [("ab", "a", "b"), ("bc", "b", "c")] {
        let [from, to] = [from, to].map(|end| t(&format!("{prefix}{end}")));
        journey.transitions.put(Transition::new(r(&format!("{prefix}{name}")), from, to));
    }
    journey
}

/// A document without problems: journey `j-1` with a → b → c, persona Anna.
fn sound() -> Document {
    Document {
        personas: [Persona::new(p("anna"), "Anna")].into_iter().collect(),
        journeys: [journey("1", "")].into_iter().collect(),
        ..Document::default()
    }
}

fn first(document: &mut Document) -> &mut Journey {
    document.journeys.get_mut(&j("1")).unwrap()
}

fn point<'d>(document: &'d mut Document, name: &str) -> &'d mut Touchpoint {
    first(document).touchpoints.get_mut(&t(name)).unwrap()
}

fn connect(document: &mut Document, name: &str, ends: (&str, &str), share: Option<f64>) {
    let mut transition = Transition::new(r(name), t(ends.0), t(ends.1));
    transition.share = share;
    first(document).transitions.put(transition);
}

fn share(document: &mut Document, name: &str, share: f64) {
    first(document).transitions.get_mut(&r(name)).unwrap().share = Some(share);
}

fn info(document: &mut Document) -> &mut JourneyInfo {
    Arc::make_mut(&mut first(document).info)
}

/// The problems that a change to the sound document makes, in order.
fn check(change: impl FnOnce(&mut Document), expect: &[(Subject, ProblemKind)]) {
    let mut document = sound();
    change(&mut document);
    let got: Vec<(Subject, ProblemKind)> =
        validate(&document).into_iter().map(|problem| (problem.subject, problem.kind)).collect();
    assert_eq!(got, expect);
}

fn dangling(id: &str) -> ProblemKind {
    ProblemKind::Dangling { id: id.into() }
}

fn out(field: &'static str, value: f64, min: f64, max: f64) -> ProblemKind {
    ProblemKind::OutOfRange { field, value, min, max }
}

fn number_metric(subject: MetricSubject, data: MetricData) -> Metric {
    Metric {
        id: MetricId::parse("m-1").unwrap(),
        rank: Rank::default(),
        subject,
        persona: None,
        title: String::new(),
        data,
        period: String::new(),
        unit: String::new(),
        target: None,
    }
}

#[test]
fn a_sound_document_has_no_problem() {
    check(|_| {}, &[]);
    assert_eq!(validate(&Document::default()), []);
}

#[test]
fn references_that_lead_to_nothing() {
    check(|document| point(document, "b").step = StepId::parse("s-gone").unwrap(), &[(at("b"), dangling("s-gone"))]);
    check(
        |document| {
            point(document, "b").feeling_mut(&p("gone"));
        },
        &[(at("b"), dangling("p-gone"))],
    );
    check(|document| connect(document, "x", ("a", "gone"), None), &[(way("x"), dangling("t-gone"))]);
    check(|document| info(document).improves = Some(j("gone")), &[(Subject::Journey(j("1")), dangling("j-gone"))]);
    check(
        |document| {
            let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "Barrier");
            barrier.touchpoints = vec![t("a"), t("gone"), t("gone")];
            document.barriers.put(barrier);
        },
        &[(Subject::Barrier(BarrierId::parse("b-1").unwrap()), dangling("t-gone"))],
    );
    check(
        |document| {
            let mut opportunity = Opportunity::new(OpportunityId::parse("o-1").unwrap(), "Opportunity");
            opportunity.barriers = vec![BarrierId::parse("b-gone").unwrap()];
            document.opportunities.put(opportunity);
        },
        &[(Subject::Opportunity(OpportunityId::parse("o-1").unwrap()), dangling("b-gone"))],
    );
    check(
        |document| {
            let data = MetricData::Number { value: 1.0, sample: None };
            document.metrics.put(number_metric(MetricSubject::Touchpoint(t("gone")), data));
        },
        &[(Subject::Metric(MetricId::parse("m-1").unwrap()), dangling("t-gone"))],
    );
    // A stop shows touchpoints of its own journey only.
    check(
        |document| {
            document.journeys.put(journey("2", "other-"));
            let view = StopView::Selection(vec![t("a"), t("other-a")]);
            let id = StopId::parse("v-1").unwrap();
            let stop = Stop {
                id,
                rank: Rank::default(),
                journey: j("1"),
                view,
                hidden: false,
                notes: String::new(),
                ink: Vec::new(),
            };
            document.stops.put(stop);
        },
        &[(Subject::Stop(StopId::parse("v-1").unwrap()), dangling("t-other-a"))],
    );
}

#[test]
fn ids_that_two_journeys_use() {
    check(|document| drop(document.journeys.put(journey("2", "other-"))), &[]);
    let two = |name: &str| Subject::Touchpoint(j("2"), t(name));
    check(
        |document| {
            let mut other = journey("2", "other-");
            let mut shared = Touchpoint::clone(other.touchpoints.get(&t("other-a")).unwrap());
            shared.id = t("a");
            shared.step = StepId::parse("s-other-contact").unwrap();
            other.touchpoints.put(shared);
            document.journeys.put(other);
        },
        &[(two("a"), ProblemKind::SharedId)],
    );
}

#[test]
fn numbers_out_of_range() {
    check(|document| point(document, "a").start = Some(1.0), &[]);
    check(|document| point(document, "a").waiting_minutes = Some(0.0), &[]);
    check(
        |document| point(document, "a").waiting_minutes = Some(-1.0),
        &[(at("a"), out("waiting_minutes", -1.0, 0.0, f64::MAX))],
    );
    check(|document| share(document, "ab", -0.5), &[(way("ab"), out("share", -0.5, 0.0, 1.0))]);
    check(
        |document| {
            let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "Barrier");
            barrier.touchpoints = vec![t("a")];
            barrier.severity = Some(6);
            barrier.emotion_cost = Some(10.0);
            document.barriers.put(barrier);
        },
        &[(Subject::Barrier(BarrierId::parse("b-1").unwrap()), out("severity", 6.0, 1.0, 5.0))],
    );
    check(
        |document| {
            let slider = Slider { name: "x".into(), low: "l".into(), high: "h".into(), value: 1.5 };
            document.personas.get_mut(&p("anna")).unwrap().sliders.push(slider);
        },
        &[(Subject::Persona(p("anna")), out("value", 1.5, 0.0, 1.0))],
    );
    check(
        |document| {
            let data = MetricData::Share { part: 3, whole: 2 };
            document.metrics.put(number_metric(MetricSubject::Journey(j("1")), data));
        },
        &[(Subject::Metric(MetricId::parse("m-1").unwrap()), out("part", 3.0, 0.0, 2.0))],
    );
    let mut document = sound();
    info(&mut document).ltv = Some(f64::NAN);
    assert!(matches!(validate(&document)[..], [Problem { kind: ProblemKind::OutOfRange { field: "ltv", .. }, .. }]));
}

#[test]
fn stages_transitions_and_sums() {
    let stage = |stage| Subject::Stage(j("1"), stage);
    check(
        |document| drop(first(document).steps.remove(&StepId::parse("s-interest").unwrap())),
        &[(stage(Stage::Interest), ProblemKind::StageWithoutStep)],
    );
    check(|document| connect(document, "x", ("a", "a"), None), &[(way("x"), ProblemKind::SelfTransition)]);
    check(|document| connect(document, "x", ("a", "b"), None), &[(way("x"), ProblemKind::DoubledTransition)]);
    check(|document| connect(document, "x", ("b", "a"), Some(0.5)), &[]);
    let halves = |document: &mut Document, second: f64| {
        share(document, "ab", 0.5);
        connect(document, "x", ("a", "c"), Some(second));
    };
    check(|document| halves(document, 0.5), &[]);
    check(|document| halves(document, 0.75), &[(at("a"), ProblemKind::SharesAboveOne { sum: 1.25 })]);
    // Three tenths and seven tenths are not exactly one in binary.
    check(
        |document| {
            share(document, "ab", 0.1);
            connect(document, "x", ("a", "c"), Some(0.2));
            first(document).touchpoints.put(Touchpoint { id: t("d"), ..point(&mut sound(), "c").clone() });
            connect(document, "y", ("a", "d"), Some(0.7));
        },
        &[],
    );
    let starts = |document: &mut Document, second: f64| {
        point(document, "a").start = Some(0.5);
        point(document, "b").start = Some(second);
    };
    check(|document| starts(document, 0.5), &[]);
    check(|document| starts(document, 0.75), &[(Subject::Journey(j("1")), ProblemKind::StartsAboveOne { sum: 1.25 })]);
}

#[test]
fn loops_and_what_is_out_of_reach() {
    let closed = |touchpoints| ProblemKind::ClosedLoop { touchpoints };
    check(|document| connect(document, "x", ("c", "a"), None), &[(at("a"), closed(3))]);
    check(|document| connect(document, "x", ("c", "b"), None), &[(at("b"), closed(2))]);
    check(|document| connect(document, "x", ("c", "b"), Some(0.9)), &[]);
    check(|document| connect(document, "x", ("b", "a"), None), &[]);
    check(
        |document| {
            connect(document, "x", ("b", "a"), Some(1.0));
            share(document, "bc", 0.0);
        },
        &[(at("a"), closed(2))],
    );
    check(|document| point(document, "b").start = Some(1.0), &[(at("a"), ProblemKind::Unreachable)]);
    check(
        |document| {
            connect(document, "x", ("c", "b"), None);
            drop(first(document).transitions.remove(&r("ab")));
        },
        &[(at("b"), closed(2)), (at("b"), ProblemKind::Unreachable), (at("c"), ProblemKind::Unreachable)],
    );
}

#[test]
fn ends_behind_a_goal_say_how() {
    let lost = || ProblemKind::LostBehindGoal { goal: "t-b".into() };
    let goal = |document: &mut Document| point(document, "b").goal = true;
    check(goal, &[(at("c"), lost())]);
    let end = |end: End| {
        move |document: &mut Document| {
            goal(document);
            point(document, "c").end = end;
        }
    };
    check(end(End::Reached), &[]);
    check(end(End::Lost), &[]);
    // Another goal behind it says it as well, and a goal at the end is enough.
    check(
        |document| {
            goal(document);
            point(document, "c").goal = true;
        },
        &[],
    );
    // What does not come from the goal has ended without it.
    check(|document| point(document, "c").goal = true, &[]);
}

#[test]
fn names_personas_and_places() {
    check(|document| point(document, "b").title = " \n".into(), &[(at("b"), ProblemKind::Untitled)]);
    check(
        |document| document.personas.get_mut(&p("anna")).unwrap().name.clear(),
        &[(Subject::Persona(p("anna")), ProblemKind::Untitled)],
    );
    check(|document| info(document).personas.clear(), &[(Subject::Journey(j("1")), ProblemKind::NoPersona)]);
    let barrier = || Barrier::new(BarrierId::parse("b-1").unwrap(), "Barrier");
    let strength = |touchpoints| Strength {
        id: StrengthId::parse("g-1").unwrap(),
        statement: "Strength".into(),
        touchpoints,
        evidence: Vec::new(),
    };
    check(
        |document| drop(document.barriers.put(barrier())),
        &[(Subject::Barrier(barrier().id), ProblemKind::Unplaced)],
    );
    check(|document| drop(document.barriers.put(Barrier { stage: Some((j("1"), Stage::Contact)), ..barrier() })), &[]);
    check(
        |document| drop(document.strengths.put(strength(Vec::new()))),
        &[(Subject::Strength(strength(Vec::new()).id), ProblemKind::Unplaced)],
    );
    check(|document| drop(document.strengths.put(strength(vec![t("a")]))), &[]);
}

#[test]
fn stored_paths_and_what_is_improved() {
    let journey_1 = || Subject::Journey(j("1"));
    let path =
        |names: &[&str]| PersonaPath { persona: p("anna"), touchpoints: names.iter().map(|name| t(name)).collect() };
    check(|document| info(document).paths.push(path(&["a", "b", "c"])), &[]);
    check(
        |document| info(document).paths.push(path(&["a", "c"])),
        &[(journey_1(), ProblemKind::BrokenPath { after: "t-a".into() })],
    );
    check(|document| info(document).improves = Some(j("1")), &[(journey_1(), ProblemKind::ImprovesNoAsIs)]);
    let improve = |document: &mut Document, kind: JourneyKind| {
        let mut other = journey("2", "other-");
        Arc::make_mut(&mut other.info).kind = kind;
        document.journeys.put(other);
        info(document).kind = JourneyKind::ToBe;
        info(document).improves = Some(j("2"));
    };
    check(|document| improve(document, JourneyKind::AsIs), &[]);
    check(|document| improve(document, JourneyKind::ToBe), &[(journey_1(), ProblemKind::ImprovesNoAsIs)]);
}

#[test]
fn letters_that_the_font_does_not_have() {
    let undrawn = |sample: &str| ProblemKind::UndrawnScript { sample: sample.into() };
    check(|document| point(document, "a").need = "Ёлка, naïve, ψυχή: 18\u{a0}400 ₽ → ✓ ★ «так»…\n\tй".into(), &[]);
    check(|document| point(document, "a").need = "茶 and 茶屋".into(), &[(at("a"), undrawn("茶屋"))]);
    check(|document| point(document, "a").feeling_mut(&p("anna")).quote = "wow 😀".into(), &[(at("a"), undrawn("😀"))]);
    check(
        |document| Arc::make_mut(&mut document.info).title = "一二三四五六七八九十".into(),
        &[(Subject::Project, undrawn("一二三四五六七八"))],
    );
}

#[test]
fn errors_come_first_then_subjects() {
    check(
        |document| {
            document.personas.get_mut(&p("anna")).unwrap().name.clear();
            connect(document, "x", ("c", "c"), None);
            info(document).personas.clear();
            point(document, "a").start = Some(7.0);
        },
        &[
            (Subject::Journey(j("1")), ProblemKind::StartsAboveOne { sum: 7.0 }),
            (at("a"), out("start", 7.0, 0.0, 1.0)),
            (way("x"), ProblemKind::SelfTransition),
            (Subject::Persona(p("anna")), ProblemKind::Untitled),
            (Subject::Journey(j("1")), ProblemKind::NoPersona),
        ],
    );
}
