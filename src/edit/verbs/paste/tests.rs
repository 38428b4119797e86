//! What pasting does to small maps.

use std::sync::Arc;

use super::*;
use crate::edit::verbs::tests::{applied, ids, journey_id, layout, map, persona_id, step_id, touchpoint_id, ways};
use crate::edit::verbs::{ColumnPlace, Line, add_lines, cut};
use crate::model::{
    Barrier, BarrierId, Channel, ChannelIcon, Emotion, Evidence, EvidenceId, EvidenceKind, Excerpt, MetricSubject,
    Opportunity, OpportunityId, Persona, PersonaPath, Rank, Severity, Stage, Step, StepId, Supported, Touchpoint,
};

fn touchpoint(name: &str) -> Subject {
    Subject::Touchpoint(journey_id(), touchpoint_id(name))
}

fn picked(names: &str) -> Vec<Subject> {
    names.split_whitespace().map(touchpoint).collect()
}

fn anchors(names: &str) -> Vec<TouchpointId> {
    names.split_whitespace().map(touchpoint_id).collect()
}

fn barrier(name: &str, statement: &str, at: &str) -> Barrier {
    let id = BarrierId::parse(&format!("b-{name}")).unwrap();
    Barrier { touchpoints: anchors(at), ..Barrier::new(id, statement) }
}

/// Pastes what was copied from one map into another (or the same), behind what is selected there.
fn pasted(from: &Document, names: &str, (into, origin): (&Document, Origin), after: &str) -> Document {
    let piece = Piece::of(from, &picked(names)).unwrap();
    let how = Paste { piece: &piece, origin, journey: &journey_id(), after: &anchors(after) };
    applied(into, &paste(into, &how, &mut ids()).unwrap().0)
}

fn by_title<'d>(document: &'d Document, title: &str) -> Vec<&'d Arc<Touchpoint>> {
    let journeys = document.journeys.iter();
    journeys.flat_map(|journey| &journey.touchpoints).filter(|it| it.title == title).collect()
}

/// The map, each touchpoint titled as its id is.
fn titled(layout: &str, ways: &str) -> Document {
    let mut document = map(layout, ways);
    let journey = document.journeys.get_mut(&journey_id()).unwrap();
    journey.touchpoints.update(|it| Some(Touchpoint { title: it.id.to_string(), ..it.clone() }));
    document
}

#[test]
fn copies_stand_behind_what_is_selected_and_keep_their_arrangement() {
    let check = |places: &str, names: &str, after: &str, expect: &str| {
        let document = map(places, "");
        let after = pasted(&document, names, (&document, Origin::Here), after);
        assert_eq!(layout(&after), expect, "{names} in {places}");
    };
    check("0: a, b", "a", "a", "0: a, *, b");
    check("0: a, b", "a", "b", "0: a, b, *");
    check("0: a, b", "a", "", "0: a, b, *");
    check("0: a+b, c", "a b c", "c", "0: a+b, c, *+*, *");
    check("0: a+b, c", "b", "b", "0: a+b, *, c");
    // Copies of one stage follow the selection into another.
    check("0: a; 2: b, c", "a", "b", "0: a; 2: b, *, c");
    // Copies of several stages stay in theirs.
    check("0: a, x; 2: b, y", "a b", "", "0: a, x, *; 2: b, y, *");
    check("0: a, x; 2: b, y", "a b", "a b", "0: a, *, x; 2: b, *, y");
    check("0: a, x; 2: b, y", "a b", "y", "0: a, x, *; 2: b, y, *");
}

#[test]
fn transitions_among_copies_are_copied_and_others_are_not() {
    let document = map("0: a, b, c", "a>b b>c c>a");
    let after = pasted(&document, "a b", (&document, Origin::Here), "c");
    assert_eq!(layout(&after), "0: a, b, c, *, *");
    assert_eq!(ways(&after), "*>* a>b b>c c>a");
}

#[test]
fn duplicates_stand_right_beside_each_stage_for_itself() {
    let document = map("0: a, b; 3: c+d", "a>b b>c");
    let (edit, made) = duplicate(&document, &journey_id(), &picked("b c a"), &mut ids()).unwrap();
    let after = applied(&document, &edit);
    assert_eq!(layout(&after), "0: a, b, *, *; 3: c+d, *");
    assert_eq!(ways(&after), "*>* *>* a>b b>c");
    assert_eq!((edit.label, made.len()), (EditLabel::Duplicate, 3));
}

#[test]
fn one_cause_stays_one_within_a_project_and_comes_along_into_another() {
    let mut document = titled("0: a, b", "");
    document.barriers.put(barrier("queue", "Long queue", "a b"));
    let after = pasted(&document, "a", (&document, Origin::Here), "b");
    let queue = after.barriers.get(&BarrierId::parse("b-queue").unwrap()).unwrap();
    assert_eq!((after.barriers.len(), queue.touchpoints.len()), (1, 3));
    // Into another project: added, without the touchpoint that did not come.
    let other = map("1: z", "");
    let once = pasted(&document, "a", (&other, Origin::Elsewhere), "z");
    let queue = once.barriers.iter().next().unwrap();
    assert_eq!((queue.statement.as_str(), queue.touchpoints.len()), ("Long queue", 1));
    assert_eq!(queue.touchpoints[0], by_title(&once, "t-a")[0].id);
    // Once more: it is known by its words now, whatever its id.
    let mut named = once.clone();
    named.barriers = [Barrier { statement: " long QUEUE ".to_owned(), ..barrier("1", "", "") }].into_iter().collect();
    let twice = pasted(&document, "a", (&named, Origin::Elsewhere), "z");
    assert_eq!(twice.barriers.len(), 1);
    assert_eq!(twice.barriers.iter().next().unwrap().touchpoints.len(), 1);
    // One id for two different things: a hand-written one, say.
    let mut clash = other.clone();
    clash.barriers.put(barrier("queue", "No parking", "z"));
    let after = pasted(&document, "a", (&clash, Origin::Elsewhere), "z");
    let mut said: Vec<&str> = after.barriers.iter().map(|it| it.statement.as_str()).collect();
    said.sort_unstable();
    assert_eq!(said, ["Long queue", "No parking"]);
}

#[test]
fn personas_and_channels_are_found_by_name_in_another_project() {
    let mut document = titled("0: a", "");
    let phone = crate::model::ChannelId::parse("c-phone").unwrap();
    let channel =
        Channel { id: phone.clone(), rank: Rank::default(), name: "Phone".to_owned(), icon: ChannelIcon::Phone };
    document.channels.put(channel.clone());
    let journey = document.journeys.get_mut(&journey_id()).unwrap();
    let card = journey.touchpoints.get_mut(&touchpoint_id("a")).unwrap();
    card.channel = Some(phone);
    for (persona, halves) in [("anna", -3), ("boris", 4)] {
        card.feeling_mut(&persona_id(persona)).emotion = Some(Emotion::from_halves(halves));
    }
    let mut other = map("2: z", "");
    let hotline = crate::model::ChannelId::parse("c-1").unwrap();
    other.channels.put(Channel { id: hotline.clone(), name: "phone".to_owned(), ..channel });
    let anya = crate::model::PersonaId::parse("p-7").unwrap();
    other.personas = [Persona::new(anya.clone(), "anna")].into_iter().collect();
    other.journeys.get_mut(&journey_id()).unwrap().info =
        JourneyInfo { personas: vec![anya.clone()], ..JourneyInfo::default() }.into();
    let after = pasted(&document, "a", (&other, Origin::Elsewhere), "z");
    let card = by_title(&after, "t-a")[0];
    assert_eq!((after.channels.len(), card.channel.as_ref()), (1, Some(&hotline)));
    assert_eq!(card.feeling(&anya).and_then(|it| it.emotion), Some(Emotion::from_halves(-3)));
    let names: Vec<&str> = after.personas.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let going = &after.journeys.get(&journey_id()).unwrap().info.personas;
    assert_eq!((going.len(), &going[0]), (2, &anya));
}

#[test]
fn what_is_cut_and_pasted_has_its_links_again() {
    let mut document = titled("0: a, b, c; 2: d", "a>b b>c b>d");
    document.barriers.put(barrier("queue", "Long queue", "b c"));
    let opportunity = OpportunityId::parse("o-1").unwrap();
    document.opportunities.put(Opportunity { touchpoints: anchors("b"), ..Opportunity::new(opportunity, "Preorder") });
    let metric = crate::model::Metric {
        id: crate::model::MetricId::parse("m-1").unwrap(),
        rank: Rank::default(),
        subject: MetricSubject::Touchpoint(touchpoint_id("b")),
        persona: None,
        title: "Wait".to_owned(),
        data: crate::model::MetricData::Number { value: 12.0, sample: None },
        period: String::new(),
        unit: String::new(),
        target: None,
    };
    document.metrics.put(metric);
    let piece = Piece::of(&document, &picked("b")).unwrap().cut_from(&document);
    let without = applied(&document, &cut(&picked("b")));
    assert_eq!((layout(&without), ways(&without)), ("0: a, c; 2: d".to_owned(), String::new()));
    assert!(without.metrics.is_empty());
    let how = Paste { piece: &piece, origin: Origin::Here, journey: &journey_id(), after: &anchors("a") };
    let back = applied(&without, &paste(&without, &how, &mut ids()).unwrap().0);
    assert_eq!((layout(&back), ways(&back)), (layout(&document), ways(&document)));
    let links = |document: &Document| {
        let mut at = document.barriers.iter().next().unwrap().touchpoints.clone();
        at.sort();
        (at, document.opportunities.iter().next().unwrap().touchpoints.clone(), document.metrics.clone())
    };
    assert_eq!(links(&back), links(&document));
    // Pasted once more it is one more touchpoint, of the same causes.
    let twice = applied(&back, &paste(&back, &how, &mut ids()).unwrap().0);
    assert_eq!((layout(&twice), twice.metrics.len()), ("0: a, *, b, c; 2: d".to_owned(), 1));
    assert_eq!(twice.barriers.iter().next().unwrap().touchpoints.len(), 3);
}

/// Words about touchpoints b and c.
fn spoken() -> Document {
    let mut document = titled("0: a, b, c", "");
    let excerpt = |quote: &str, at: &str| Excerpt {
        quote: quote.to_owned(),
        respondent: String::new(),
        supports: Supported::Touchpoint(touchpoint_id(at)),
    };
    let id = EvidenceId::parse("e-1").unwrap();
    let excerpts = vec![excerpt("Slow", "b"), excerpt("Loud", "c")];
    let evidence = Evidence { title: "Interview".into(), excerpts, ..Evidence::new(id, EvidenceKind::Interview) };
    let journey = document.journeys.get_mut(&journey_id()).unwrap();
    journey.touchpoints.get_mut(&touchpoint_id("b")).unwrap().evidence = vec![evidence.id.clone()];
    document.evidence.put(evidence);
    document
}

/// The quotes of all evidence with what they support, by title; what is nowhere is `?`.
fn quotes(document: &Document) -> String {
    let title = |supports: &Supported| match supports {
        Supported::Touchpoint(id) => document.touchpoint(id).map_or("?", |(_, it)| it.title.as_str()).to_owned(),
        _ => "?".to_owned(),
    };
    let excerpts = document.evidence.iter().flat_map(|it| &it.excerpts);
    let mut quotes: Vec<String> = excerpts.map(|it| format!("{} {}", it.quote, title(&it.supports))).collect();
    quotes.sort();
    quotes.join(", ")
}

#[test]
fn what_is_cut_and_pasted_is_on_the_paths_and_rests_on_the_words_of_before() {
    let mut document = spoken();
    let path = |persona: &str, at: &str| PersonaPath { persona: persona_id(persona), touchpoints: anchors(at) };
    let journey = document.journeys.get_mut(&journey_id()).unwrap();
    Arc::make_mut(&mut journey.info).paths = vec![path("anna", "a b c"), path("boris", "b")];
    let piece = Piece::of(&document, &picked("b")).unwrap().cut_from(&document);
    let without = applied(&document, &cut(&picked("b")));
    assert_eq!(quotes(&without), "Loud t-c");
    let how = Paste { piece: &piece, origin: Origin::Here, journey: &journey_id(), after: &anchors("a") };
    let back = applied(&without, &paste(&without, &how, &mut ids()).unwrap().0);
    let paths = |document: &Document| document.journeys.get(&journey_id()).unwrap().info.paths.clone();
    assert_eq!((paths(&back), quotes(&back)), (paths(&document), quotes(&document)));
    // A path that was changed in between stays as it was made.
    let mut changed = without;
    let journey = changed.journeys.get_mut(&journey_id()).unwrap();
    Arc::make_mut(&mut journey.info).paths = vec![path("anna", "c a"), path("boris", "c")];
    let back = applied(&changed, &paste(&changed, &how, &mut ids()).unwrap().0);
    assert_eq!(paths(&back), paths(&changed));
}

#[test]
fn words_about_what_does_not_come_along_stay_where_they_are() {
    let into = map("0: x", "");
    let after = pasted(&spoken(), "b", (&into, Origin::Elsewhere), "x");
    assert_eq!(quotes(&after), "Slow t-b");
    let dangling = crate::model::validate(&after).into_iter().filter(|it| it.kind.severity() == Severity::Error);
    assert_eq!(dangling.collect::<Vec<_>>(), []);
}

#[test]
fn copies_stand_where_they_are_put() {
    let check = |places: &str, names: &str, (step, column, row): (usize, ColumnPlace, usize), expect: &str| {
        let document = map(places, "");
        let place = Place { step: step_id(step), column, row };
        let (edit, made) = duplicate_at(&document, &journey_id(), &anchors(names), (&place, None), &mut ids()).unwrap();
        assert_eq!(made.len(), names.split_whitespace().count());
        assert_eq!(layout(&applied(&document, &edit)), expect, "{names} in {places}");
    };
    check("0: a, b", "a", (0, ColumnPlace::Before(0), 0), "0: *, a, b");
    check("0: a, b", "a", (0, ColumnPlace::In(1), 0), "0: a, *+b");
    check("0: a+b; 3: c", "a", (0, ColumnPlace::In(0), 1), "0: a+*+b; 3: c");
    check("0: a+b; 3: c", "a b c", (3, ColumnPlace::In(0), 9), "0: a+b; 3: c+*+*, *");
}

#[test]
fn copies_take_barriers_and_inner_ways_along_and_a_swimlanes_channel() {
    let mut document = titled("0: a, b; 3: c", "a>b b>c");
    document.barriers.put(barrier("line", "Queue", "b"));
    let chat = crate::model::ChannelId::parse("c-chat").unwrap();
    document.channels.put(Channel {
        id: chat.clone(),
        name: "Chat".to_owned(),
        icon: ChannelIcon::Messenger,
        rank: Rank::default(),
    });
    let place = Place { step: step_id(3), column: ColumnPlace::END, row: 0 };
    let swimlane = Swimlane::of(Some(&chat));
    let at = (&place, Some(&swimlane));
    let (edit, made) = duplicate_at(&document, &journey_id(), &anchors("a b"), at, &mut ids()).unwrap();
    let after = applied(&document, &edit);
    assert_eq!((layout(&after), ways(&after)), ("0: a, b; 3: c, *, *".to_owned(), "*>* a>b b>c".to_owned()));
    assert_eq!(after.barriers.iter().next().unwrap().touchpoints.len(), 2);
    for subject in made {
        let Subject::Touchpoint(_, id) = subject else { panic!("{subject:?}") };
        assert_eq!(after.touchpoint(&id).unwrap().1.channel.as_ref(), Some(&chat));
    }
    let nowhere = Place { step: StepId::parse("s-9").unwrap(), ..place };
    let refused = duplicate_at(&document, &journey_id(), &anchors("a"), (&nowhere, None), &mut ids());
    assert!(matches!(refused, Err(ApplyError::Missing { .. })));
}

#[test]
fn a_picked_barrier_is_linked_with_what_is_selected_or_copied() {
    let mut document = map("0: a, b", "");
    document.barriers.put(barrier("queue", "Long queue", "a"));
    let subject = Subject::Barrier(BarrierId::parse("b-queue").unwrap());
    let piece = Piece::of(&document, std::slice::from_ref(&subject)).unwrap();
    let pasted = |into: &Document, origin: Origin, after: &str| {
        let how = Paste { piece: &piece, origin, journey: &journey_id(), after: &anchors(after) };
        applied(into, &paste(into, &how, &mut ids()).unwrap().0)
    };
    let at = |document: &Document| -> Vec<usize> { document.barriers.iter().map(|it| it.touchpoints.len()).collect() };
    assert_eq!(at(&pasted(&document, Origin::Here, "b")), [2]);
    assert_eq!(at(&pasted(&document, Origin::Here, "")), [1, 1]);
    assert_eq!(at(&pasted(&map("0: z", ""), Origin::Elsewhere, "z")), [1]);
    assert_eq!(at(&pasted(&map("0: z", ""), Origin::Elsewhere, "")), [0]);
    let (edit, made) = duplicate(&document, &journey_id(), &[subject], &mut ids()).unwrap();
    assert_eq!((at(&applied(&document, &edit)), made.len()), (vec![1, 1], 1));
}

#[test]
fn a_picked_step_comes_along_with_its_name() {
    let document = titled("1: a, b", "a>b");
    let step = Subject::Step(journey_id(), step_id(1));
    let piece = Piece::of(&document, &[step]).unwrap();
    let steps = |document: &Document| -> Vec<String> {
        let steps = document.journeys.get(&journey_id()).unwrap().steps_in_order();
        steps.iter().filter(|it| it.stage == Stage::Interest).map(|it| it.title.clone()).collect()
    };
    let into = |steps: &[(&str, &str)]| {
        let mut other = map("0: z", "");
        let step = |(id, title): &(&str, &str)| Step {
            id: StepId::parse(id).unwrap(),
            stage: Stage::Interest,
            rank: Rank::default(),
            title: (*title).to_owned(),
        };
        let journey = other.journeys.get_mut(&journey_id()).unwrap();
        journey.steps.retain(|it| it.stage != Stage::Interest);
        for it in steps.iter().map(step) {
            journey.steps.put(it);
        }
        let how = Paste { piece: &piece, origin: Origin::Elsewhere, journey: &journey_id(), after: &anchors("z") };
        applied(&other, &paste(&other, &how, &mut ids()).unwrap().0)
    };
    assert_eq!(steps(&into(&[("s-x", "")])), ["Step 1"]);
    assert_eq!(steps(&into(&[("s-x", "Other")])), ["Other", "Step 1"]);
    assert_eq!(steps(&into(&[("s-x", "step 1")])), ["step 1"]);
}

#[test]
fn a_journey_of_its_own_takes_the_pieces_words_and_personas() {
    let mut document = titled("0: a; 4: b", "a>b");
    let journey = document.journeys.get_mut(&journey_id()).unwrap();
    journey.touchpoints.get_mut(&touchpoint_id("a")).unwrap().feeling_mut(&persona_id("anna")).emotion =
        Some(Emotion::MAX);
    let piece = Piece::of(&document, &picked("a b")).unwrap();
    let (edit, id) = paste_as_journey(&document, (&piece, Origin::Here), "Pasted", &mut ids()).unwrap();
    let after = applied(&document, &edit);
    let journey = after.journeys.get(&id).unwrap();
    assert_eq!((journey.touchpoints.len(), journey.transitions.len()), (2, 1));
    assert_eq!((journey.info.title.as_str(), journey.info.personas.as_slice()), ("Pasted", &[persona_id("anna")][..]));
    assert_eq!(after.touchpoint_count(), 4);
}

#[test]
fn lines_stand_one_after_the_other_and_are_connected() {
    let check = |(places, led): (&str, &str), after: Option<&str>, titles: &[&str], expect: (&str, &str)| {
        let document = map(places, led);
        let lines: Vec<Line> = titles.iter().map(|title| Line { title: (*title).to_owned(), felt: None }).collect();
        let after = after.map(touchpoint_id);
        let (edit, made) = add_lines(&document, &journey_id(), after.as_ref(), &lines, &mut ids()).unwrap();
        let document = applied(&document, &edit);
        assert_eq!((layout(&document).as_str(), ways(&document).as_str()), expect, "{places}");
        let journey = document.journeys.get(&journey_id()).unwrap();
        let said: Vec<&str> = made.iter().map(|id| journey.touchpoints.get(id).unwrap().title.as_str()).collect();
        assert_eq!(said, titles);
    };
    check(("", ""), None, &["x"], ("0: *", ""));
    check(("0: a; 2: b", ""), None, &["x", "y"], ("0: a; 2: b, *, *", "*>*"));
    check(("0: a, b", ""), Some("a"), &["x"], ("0: a, *, b", "a>*"));
    check(("0: a, b", ""), Some("a"), &["x", "y"], ("0: a, *, *, b", "*>* a>*"));
    // In the middle of a way they stand on it.
    check(("0: z+a, b", "a>b"), Some("a"), &["x"], ("0: z+a, *, b", "*>b a>*"));
    check(("0: a; 1: b", "a>b"), Some("a"), &["x", "y"], ("0: a, *, *; 1: b", "*>* *>b a>*"));
    check(("0: a, b+c", "a>b a>c"), Some("a"), &["x", "y"], ("0: a, *, *, b+c", "*>* a>* a>b a>c"));
}
