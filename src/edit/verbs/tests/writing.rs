//! Every text of the map is read and written at its spot.

use super::*;
use crate::model::{
    Barrier, BarrierId, LaneContent, LaneId, Metric, MetricData, MetricId, MetricSubject, TextField, TextSpot,
    TransitionId, Written,
};

/// A map of two cards with a way, a barrier, a number, a lane of words and one of numbers.
fn document() -> Document {
    let mut document = map("0: a, b", "a>b");
    document.barriers.put(Barrier::new(BarrierId::parse("b-1").unwrap(), "queue"));
    document.metrics.put(Metric {
        id: MetricId::parse("m-1").unwrap(),
        rank: Rank::default(),
        subject: MetricSubject::Journey(journey_id()),
        persona: None,
        title: String::new(),
        data: MetricData::Number { value: 3.0, sample: None },
        period: String::new(),
        unit: String::new(),
        target: None,
    });
    for (seed, content) in [(1, LaneContent::Text), (2, LaneContent::Number), (3, LaneContent::Picture)] {
        let (edit, _) = add_lane(&document, &journey_id(), "", content, &mut SeededIds::new(seed)).unwrap();
        document = applied(&document, &edit);
    }
    document
}

fn lane_of(document: &Document, content: LaneContent) -> LaneId {
    let lanes = &document.journeys.get(&journey_id()).unwrap().custom_lanes;
    lanes.iter().find(|lane| lane.content == content).unwrap().id.clone()
}

#[test]
fn what_is_written_at_a_spot_is_read_there() {
    let document = document();
    let card = || Subject::Touchpoint(journey_id(), touchpoint_id("a"));
    let way = || Subject::Transition(journey_id(), TransitionId::parse("r-ab").unwrap());
    let words = |text: &str| Written::Words(text.to_owned());
    let check = |subject: Subject, field: TextField, written: Written| {
        let spot = TextSpot { subject, field };
        let before = written_at(&document, &spot).unwrap_or_else(|| panic!("nothing can be written at {spot:?}"));
        assert_ne!(before, written);
        let next = applied(&document, &write_at(&document, &spot, &written).unwrap());
        assert_eq!(written_at(&next, &spot), Some(written), "{spot:?}");
        let back = applied(&next, &write_at(&next, &spot, &before).unwrap());
        assert_eq!(back, document, "{spot:?} holds nothing else");
    };
    for subject in [
        card(),
        way(),
        Subject::Journey(journey_id()),
        Subject::Stage(journey_id(), Stage::Contact),
        Subject::Step(journey_id(), step_id(0)),
        Subject::Lane(journey_id(), lane_of(&document, LaneContent::Text)),
        Subject::Persona(persona_id("anna")),
        Subject::Barrier(BarrierId::parse("b-1").unwrap()),
        Subject::Metric(MetricId::parse("m-1").unwrap()),
    ] {
        check(subject, TextField::Name, words("Named"));
    }
    for field in [
        TextField::Action,
        TextField::Need,
        TextField::Backstage,
        TextField::Systems,
        TextField::Word(persona_id("boris")),
        TextField::Quote(persona_id("anna")),
        TextField::Cell(lane_of(&document, LaneContent::Text)),
    ] {
        check(card(), field, words("Two\nlines"));
    }
    check(Subject::Stage(journey_id(), Stage::Contact), TextField::Goal, words("Get in"));
    check(Subject::Journey(journey_id()), TextField::Question, words("Why?"));
    check(Subject::Journey(journey_id()), TextField::ScopeFrom, words("the first call"));
    check(Subject::Journey(journey_id()), TextField::ScopeTo, words("the last one"));
    check(Subject::Project, TextField::Subtitle, words("Below"));
    check(Subject::Persona(persona_id("anna")), TextField::Segment, words("paying core"));
    check(Subject::Persona(persona_id("anna")), TextField::Share, Written::Share(Some(0.4)));
    check(way(), TextField::Share, Written::Share(Some(0.4)));
    check(card(), TextField::Cell(lane_of(&document, LaneContent::Number)), Written::Number(Some(4.5)));
    check(Subject::Metric(MetricId::parse("m-1").unwrap()), TextField::Value, Written::Number(Some(4.0)));
}

#[test]
fn what_has_no_such_text_is_refused() {
    let document = document();
    let card = Subject::Touchpoint(journey_id(), touchpoint_id("a"));
    let check = |subject: &Subject, field: TextField| {
        let spot = TextSpot { subject: subject.clone(), field };
        assert_eq!(written_at(&document, &spot), None, "{spot:?}");
        assert!(write_at(&document, &spot, &Written::Words("x".to_owned())).is_err(), "{spot:?}");
    };
    check(&card, TextField::Goal);
    check(&card, TextField::Share);
    check(&Subject::Persona(persona_id("anna")), TextField::Action);
    check(&Subject::Touchpoint(journey_id(), touchpoint_id("z")), TextField::Name);
    check(&Subject::Touchpoint(journey_id(), touchpoint_id("z")), TextField::Need);
    let picture = TextField::Cell(lane_of(&document, LaneContent::Picture));
    assert_eq!(written_at(&document, &TextSpot { subject: card, field: picture }), None);
}
