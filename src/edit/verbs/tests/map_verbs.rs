//! Touchpoints, transitions and feelings: told by where the cards stand and what leads where.

use super::*;
use crate::model::{PersonaPath, TransitionId};

type Add = fn(&Document, &JourneyId, &TouchpointId, &mut dyn IdSource) -> Result<(Edit, TouchpointId), ApplyError>;

#[test]
fn touchpoints_are_added_after_and_beside() {
    let check = |verb: Add, before: (&str, &str), card: &str, after: (&str, &str)| {
        let document = map(before.0, before.1);
        let (edit, id) = verb(&document, &journey_id(), &touchpoint_id(card), &mut ids()).unwrap();
        let next = applied(&document, &edit);
        assert_eq!((layout(&next).as_str(), ways(&next).as_str()), after, "{before:?} {card}");
        assert!(next.touchpoint(&id).is_some());
    };
    check(add_touchpoint_after, ("0: a", ""), "a", ("0: a, *", "a>*"));
    // The only way on leads through it; of several, and of ways back, none does.
    check(add_touchpoint_after, ("0: a, b", "a>b"), "a", ("0: a, *, b", "*>b a>*"));
    check(add_touchpoint_after, ("0: z+a, b", "a>b"), "a", ("0: z+a, *, b", "*>b a>*"));
    check(add_touchpoint_after, ("0: a; 1: b", "a>b b>a"), "a", ("0: a, *; 1: b", "*>b a>* b>a"));
    check(add_touchpoint_after, ("0: a, b", "a>b b>a"), "b", ("0: a, b, *", "a>b b>* b>a"));
    check(add_touchpoint_after, ("0: a, b, c", "a>b a>c"), "a", ("0: a, *, b, c", "a>* a>b a>c"));
    check(add_touchpoint_after, ("0: a+b", "a>b"), "a", ("0: a+b, *", "a>* a>b"));
    check(add_touchpoint_after, ("0: a, b+c, d", ""), "c", ("0: a, b+c, d+*", "c>*"));
    check(add_touchpoint_after, ("0: a; 1: b", ""), "a", ("0: a, *; 1: b", "a>*"));
    check(add_alternative, ("0: a, b, c", "a>b b>c"), "b", ("0: a, b+*, c", "a>* a>b b>c"));
    check(add_alternative, ("0: a, b+c", "a>b a>c"), "b", ("0: a, b+*+c", "a>* a>b a>c"));
    check(add_alternative, ("0: a", ""), "a", ("0: a+*", ""));
}

#[test]
fn touchpoints_are_added_at_places() {
    let check = |before: &str, column: ColumnPlace, row: usize, after: &str| {
        let document = map(before, "");
        let place = Place { step: step_id(0), column, row };
        let (edit, _) = add_touchpoint_at(&document, &journey_id(), &place, &mut ids()).unwrap();
        assert_eq!(layout(&applied(&document, &edit)), after, "{place:?}");
    };
    check("", ColumnPlace::END, 0, "0: *");
    check("0: a, b", ColumnPlace::Before(0), 0, "0: *, a, b");
    check("0: a, b", ColumnPlace::Before(1), 0, "0: a, *, b");
    check("0: a, b", ColumnPlace::In(1), 0, "0: a, *+b");
    check("0: a, b+c", ColumnPlace::In(1), 1, "0: a, b+*+c");
    check("0: a, b+c", ColumnPlace::In(1), 99, "0: a, b+c+*");
    check("0: a", ColumnPlace::In(9), 0, "0: a, *");
    let document = map("1: a", "");
    let (edit, _) = add_touchpoint_in(&document, &journey_id(), &step_id(1), &mut ids()).unwrap();
    assert_eq!(layout(&applied(&document, &edit)), "1: a, *");
    let (edit, _) = add_touchpoint_in_stage(&document, &journey_id(), Stage::Engagement, &mut ids()).unwrap();
    assert_eq!(layout(&applied(&document, &edit)), "1: a; 4: *");
}

fn transition_id(ends: &str) -> TransitionId {
    TransitionId::parse(&format!("r-{ends}")).unwrap()
}

#[test]
fn a_touchpoint_on_a_transition_splits_it() {
    let document = map("0: a, b", "a>b");
    let (edit, _) = add_touchpoint_on(&document, &journey_id(), &transition_id("ab"), &mut ids()).unwrap();
    let next = applied(&document, &edit);
    assert_eq!((layout(&next).as_str(), ways(&next).as_str()), ("0: a, *, b", "*>b a>*"));
}

#[test]
fn who_takes_a_way_passes_what_is_put_on_it() {
    let mut document = map("0: a, b; 1: c", "a>b b>c a>c");
    let path = |persona: &str, at: &str| PersonaPath {
        persona: persona_id(persona),
        touchpoints: at.split(' ').map(touchpoint_id).collect(),
    };
    let journey = document.journeys.get_mut(&journey_id()).unwrap();
    let info = std::sync::Arc::make_mut(&mut journey.info);
    info.paths = vec![path("anna", "a b c"), path("boris", "a c"), path("vera", "c b")];
    let mut way = (**journey.transitions.get(&transition_id("bc")).unwrap()).clone();
    (way.share, way.reason) = (Some(0.4), "No answer".to_owned());
    journey.transitions.put(way.clone());
    let (edit, id) = add_touchpoint_after(&document, &journey_id(), &touchpoint_id("b"), &mut ids()).unwrap();
    let next = applied(&document, &edit);
    let journey = next.journeys.get(&journey_id()).unwrap();
    let walked = |nth: usize| -> Vec<&TouchpointId> { journey.info.paths[nth].touchpoints.iter().collect() };
    assert_eq!(walked(0), [&touchpoint_id("a"), &touchpoint_id("b"), &id, &touchpoint_id("c")]);
    assert_eq!(
        [1, 2].map(|nth| &journey.info.paths[nth]),
        [1, 2].map(|nth| &document.journeys.get(&journey_id()).unwrap().info.paths[nth])
    );
    // As many take it, for the same reason; all of them go on.
    assert_eq!(**journey.transitions.get(&transition_id("bc")).unwrap(), Transition { to: id.clone(), ..way });
    let on = journey.transitions.iter().find(|it| it.from == id).unwrap();
    assert_eq!((&on.to, on.share, on.reason.as_str()), (&touchpoint_id("c"), None, ""));
}

#[test]
fn inserting_at_one_place_for_ever_keeps_order() {
    let mut document = map("0: a, b", "");
    for count in 1..400 {
        let place = Place { step: step_id(0), column: ColumnPlace::Before(1), row: 0 };
        let (edit, _) = add_touchpoint_at(&document, &journey_id(), &place, &mut SeededIds::new(count)).unwrap();
        document = applied(&document, &edit);
        let journey = document.journeys.get(&journey_id()).unwrap();
        let columns = columns(journey);
        assert_eq!(columns.len() as u64, count + 2);
        let ends = [columns.first(), columns.last()].map(|column| column.unwrap().touchpoints[0].id.clone());
        assert_eq!(ends, ["a", "b"].map(touchpoint_id));
        assert!(columns.iter().all(|column| column.rank.as_str().len() <= crate::model::rank::MAX_RANK_BYTES));
    }
}

#[test]
fn touchpoints_move_to_places() {
    let check = |before: &str, cards: &[&str], place: (usize, ColumnPlace, usize), after: &str| {
        let document = map(before, "");
        let cards: Vec<TouchpointId> = cards.iter().copied().map(touchpoint_id).collect();
        let place = Place { step: step_id(place.0), column: place.1, row: place.2 };
        let edit = move_touchpoints(&document, &journey_id(), &cards, &place, &mut ids()).unwrap();
        assert_eq!(layout(&applied(&document, &edit)), after, "{cards:?} {place:?}");
        assert_eq!(edit.commands.is_empty(), before == after);
    };
    check("0: a, b", &["a"], (1, ColumnPlace::END, 0), "0: b; 1: a");
    check("0: a, b, c", &["a"], (0, ColumnPlace::Before(3), 0), "0: b, c, a");
    check("0: a, b, c", &["c"], (0, ColumnPlace::In(0), 0), "0: c+a, b");
    check("0: a, b, c", &["c"], (0, ColumnPlace::In(0), 1), "0: a+c, b");
    check("0: a, b+c; 2: d", &["a", "c"], (2, ColumnPlace::In(0), 1), "0: b; 2: d+a, c");
    check("0: a, b+c; 2: d", &["a", "c"], (2, ColumnPlace::Before(0), 0), "0: b; 2: a, c, d");
    check("0: a+b+c", &["a"], (0, ColumnPlace::In(0), 2), "0: b+a+c");
    check("0: a+b+c", &["a"], (0, ColumnPlace::In(0), 3), "0: b+c+a");
    // Where a card already stands: nothing is done.
    check("0: a+b", &["a"], (0, ColumnPlace::In(0), 1), "0: a+b");
    check("0: a, b", &["a"], (0, ColumnPlace::Before(1), 0), "0: a, b");
}

#[test]
fn touchpoints_move_by_one() {
    let check = |before: &str, cards: &[&str], direction: Direction, after: &str| {
        let document = map(before, "");
        let cards: Vec<TouchpointId> = cards.iter().copied().map(touchpoint_id).collect();
        let edit = nudge(&document, &journey_id(), &cards, direction, &mut ids()).unwrap();
        assert_eq!(layout(&applied(&document, &edit)), after, "{before} {cards:?} {direction:?}");
    };
    check("0: a+b+c", &["c"], Direction::Up, "0: a+c+b");
    check("0: a+b+c", &["b", "c"], Direction::Up, "0: b+c+a");
    check("0: a+b+c", &["a"], Direction::Up, "0: a+b+c");
    check("0: a+b+c", &["a", "b"], Direction::Down, "0: c+a+b");
    check("0: a+b+c", &["a", "c"], Direction::Down, "0: b+a+c");
    check("0: a, b", &["a"], Direction::Right, "0: b+a");
    check("0: b+a", &["a"], Direction::Right, "0: b, a");
    check("0: a, b", &["b"], Direction::Left, "0: a+b");
    check("0: a+b", &["b"], Direction::Left, "0: b, a");
    check("0: a, b, c", &["a", "b"], Direction::Right, "0: c, a, b");
    check("0: a, b, c", &["b", "c"], Direction::Left, "0: b, c, a");
    check("0: a; 1: b", &["a"], Direction::Right, "1: a, b");
    check("0: a; 1: b", &["b"], Direction::Left, "0: a, b");
    check("0: a; 1: b", &["a", "b"], Direction::Right, "1: a; 2: b");
    check("0: a", &["a"], Direction::Left, "0: a");
    check("4: a", &["a"], Direction::Right, "4: a");
}

#[test]
fn touchpoints_move_to_neighbouring_stages() {
    let check = |before: &str, cards: &[&str], towards: Towards, after: &str| {
        let document = map(before, "");
        let cards: Vec<TouchpointId> = cards.iter().copied().map(touchpoint_id).collect();
        let edit = move_touchpoints_to_stage(&document, &journey_id(), &cards, towards, &mut ids()).unwrap();
        assert_eq!(layout(&applied(&document, &edit)), after, "{before} {cards:?} {towards:?}");
    };
    check("0: a, b; 1: c", &["a", "b"], Towards::NextStage, "1: a, b, c");
    check("0: a; 1: b+c", &["b", "c"], Towards::PreviousStage, "0: a, b+c");
    check("0: a; 1: b", &["a", "b"], Towards::NextStage, "1: a; 2: b");
    check("0: a; 4: b", &["a", "b"], Towards::PreviousStage, "0: a; 3: b");
}

#[test]
fn ways_are_connected_and_hung_elsewhere() {
    let document = map("0: a, b, c", "a>b");
    let journey = journey_id();
    let [a, b, c] = ["a", "b", "c"].map(touchpoint_id);
    let (edit, id) = connect(&document, &journey, &b, &c, &mut ids()).unwrap();
    let next = applied(&document, &edit);
    assert_eq!(ways(&next), "a>b b>c");
    let (again, same_id) = connect(&next, &journey, &b, &c, &mut ids()).unwrap();
    assert!(again.commands.is_empty() && same_id == id);
    let hung = applied(&next, &reconnect(&next, &journey, &id, TransitionEnd::From, &a).unwrap());
    assert_eq!(ways(&hung), "a>b a>c");
    let to_itself = ApplyError::SelfTransition { id: "t-a".to_owned() };
    assert_eq!(connect(&document, &journey, &a, &a, &mut ids()), Err(to_itself.clone()));
    assert_eq!(reconnect(&hung, &journey, &id, TransitionEnd::To, &a), Err(to_itself));
    let there_already = ApplyError::Connected { id: "t-b".to_owned() };
    assert_eq!(reconnect(&hung, &journey, &id, TransitionEnd::To, &b), Err(there_already));
    let as_it_is = reconnect(&hung, &journey, &id, TransitionEnd::To, &c).unwrap();
    assert_eq!((as_it_is.label, applied(&hung, &as_it_is)), (EditLabel::Reconnect, hung));
}

#[test]
fn feelings_are_set_for_one_persona() {
    use crate::model::Emotion;
    let (journey, card) = (journey_id(), touchpoint_id("a"));
    let mut document = map("0: a", "");
    let emotion = Emotion::from_halves(-3);
    for persona in ["boris", "anna"].map(persona_id) {
        let edit = set_emotion(&document, &journey, &card, &persona, Some(emotion)).unwrap();
        document = applied(&document, &edit);
    }
    let anna = persona_id("anna");
    let edit = set_expectation(&document, &journey, &card, &anna, Some(Emotion::MAX)).unwrap();
    document = applied(&document, &edit);
    let edit = set_feeling_text(&document, &journey, &card, &anna, (FeelingText::Word, "relief")).unwrap();
    document = applied(&document, &edit);
    let feelings = document.touchpoint(&card).unwrap().1.feelings.clone();
    assert!(feelings.is_sorted_by(|a, b| a.persona < b.persona));
    assert_eq!(feelings.iter().map(|feeling| feeling.emotion).collect::<Vec<_>>(), [Some(emotion); 2]);
    assert_eq!((feelings[0].expectation, feelings[0].word.as_str()), (Some(Emotion::MAX), "relief"));
    // A feeling of which nothing is known any more goes.
    let edit = set_emotion(&document, &journey, &card, &persona_id("boris"), None).unwrap();
    assert_eq!(applied(&document, &edit).touchpoint(&card).unwrap().1.feelings.len(), 1);
    let nobody = set_emotion(&document, &journey, &card, &persona_id("nobody"), None);
    assert_eq!(nobody, Err(ApplyError::Missing { id: "p-nobody".to_owned() }));
}

#[test]
fn verbs_on_what_is_not_there_say_so() {
    let document = map("0: a", "");
    let (journey, nowhere) = (journey_id(), touchpoint_id("nowhere"));
    let missing = |id: &str| Some(ApplyError::Missing { id: id.to_owned() });
    let other = JourneyId::parse("j-other").unwrap();
    assert_eq!(add_touchpoint_after(&document, &journey, &nowhere, &mut ids()).err(), missing("t-nowhere"));
    assert_eq!(add_alternative(&document, &other, &nowhere, &mut ids()).err(), missing("j-other"));
    let place = Place { step: step_id(9), column: ColumnPlace::END, row: 0 };
    assert_eq!(add_touchpoint_at(&document, &journey, &place, &mut ids()).err(), missing("s-9"));
    let a = [touchpoint_id("a")];
    assert_eq!(move_touchpoints(&document, &journey, &a, &place, &mut ids()).err(), missing("s-9"));
    assert_eq!(nudge(&document, &journey, &[nowhere], Direction::Up, &mut ids()).err(), missing("t-nowhere"));
}

#[test]
fn typing_merges_by_field() {
    let document = map("0: a", "");
    let card = touchpoint_id("a");
    let title = change::FieldKind::Text("title");
    let edit = change::touchpoint(&document, &journey_id(), &card, title, |it| it.title = "Queue".to_owned()).unwrap();
    let subject = Subject::Touchpoint(journey_id(), card.clone());
    assert_eq!(edit.merge, Some(crate::edit::MergeKey { subject, field: "title" }));
    assert_eq!(applied(&document, &edit).touchpoint(&card).unwrap().1.title, "Queue");
    let kind = change::FieldKind::Property;
    assert_eq!(change::touchpoint(&document, &journey_id(), &card, kind, |it| it.goal = true).unwrap().merge, None);
}
