//! Claims, personas, journeys, steps, lanes, lists and names.

use super::*;
use crate::model::{
    Barrier, BarrierId, ChannelIcon, EvidenceKind, Journey, JourneyKind, Lane, LaneContent, MetricData, MetricSubject,
    Opportunity, OpportunityId, Portrait, Strength, StrengthId,
};

fn journey_of(document: &Document) -> &Journey {
    document.journeys.get(&journey_id()).unwrap()
}

#[test]
fn claims_are_added_and_linked() {
    let [a, b] = ["a", "b"].map(touchpoint_id);
    let document = map("0: a, b", "");
    let (edit, barrier) = add_barrier_at(&document, &a, "Queue", &mut SeededIds::new(1)).unwrap();
    let document = applied(&document, &edit);
    let for_barrier = OpportunityFor::Barrier(barrier.clone());
    let (edit, opportunity) = add_opportunity_for(&document, &for_barrier, "Till", &mut SeededIds::new(2)).unwrap();
    let document = applied(&document, &edit);
    let (edit, strength) = add_strength_at(&document, &a, "Smile", &mut SeededIds::new(3)).unwrap();
    let document = applied(&document, &edit);
    let (edit, evidence) = add_evidence(EvidenceKind::Survey, "March", &mut SeededIds::new(4));
    let mut document = applied(&document, &edit);
    for link in [Link::Make, Link::Make, Link::Cut] {
        let linked = [
            Linked::Barrier(barrier.clone()),
            Linked::Strength(strength.clone()),
            Linked::Opportunity(opportunity.clone()),
        ];
        for linked in linked {
            document = applied(&document, &link_touchpoint(&document, &linked, &b, link).unwrap());
        }
        let claims = [
            Claim::Touchpoint(journey_id(), b.clone()),
            Claim::Barrier(barrier.clone()),
            Claim::Strength(strength.clone()),
            Claim::Opportunity(opportunity.clone()),
        ];
        for claim in claims {
            document = applied(&document, &link_evidence(&document, &claim, &evidence, link).unwrap());
        }
        document = applied(&document, &link_barrier(&document, &opportunity, &barrier, link).unwrap());
        let made = usize::from(link == Link::Make);
        let [barrier, strength, opportunity] = [
            document.barriers.get(&barrier).map(|it| (it.touchpoints.len(), it.evidence.len())),
            document.strengths.get(&strength).map(|it| (it.touchpoints.len(), it.evidence.len())),
            document
                .opportunities
                .get(&opportunity)
                .map(|it| (it.barriers.len() + it.touchpoints.len(), it.evidence.len())),
        ];
        assert_eq!((barrier, strength), (Some((1 + made, made)), Some((1 + made, made))));
        assert_eq!(opportunity, Some((2 * made, made)));
        assert_eq!(document.touchpoint(&b).unwrap().1.evidence.len(), made);
    }
    let nowhere = move_linked(&document, &Linked::Barrier(barrier.clone()), (&[], &touchpoint_id("z")));
    assert!(matches!(nowhere, Err(ApplyError::Missing { .. })));
    let nowhere = add_barrier_at(&document, &touchpoint_id("z"), "", &mut ids());
    assert_eq!(nowhere.err(), Some(ApplyError::Missing { id: "t-z".to_owned() }));
}

#[test]
fn personas_get_colours_and_faces_of_their_own() {
    let mut document = map("", "");
    let anna = document.personas.get_mut(&persona_id("anna")).unwrap();
    anna.color = 1;
    let mut faces = Vec::new();
    for (seed, color) in (1..).zip([2, 3, 4, 5]) {
        let source = &mut SeededIds::new(seed);
        let (edit, id) = add_persona(&document, "New", Some(&journey_id()), source).unwrap();
        document = applied(&document, &edit);
        let persona = document.personas.get(&id).unwrap();
        assert_eq!(persona.color, color);
        assert_eq!(document.personas_in_order().last().unwrap().id, id);
        assert_eq!(journey_of(&document).info.personas.last(), Some(&id));
        let Portrait::Avatar(avatar) = persona.portrait else { panic!("{:?}", persona.portrait) };
        assert!(!faces.contains(&avatar));
        faces.push(avatar);
    }
    let personas = ["boris", "anna", "boris"].map(persona_id);
    let next = applied(&document, &set_journey_personas(&document, &journey_id(), &personas).unwrap());
    assert_eq!(journey_of(&next).info.personas, personas[..2]);
}

#[test]
fn personas_join_and_leave_a_journey_and_somebody_always_goes() {
    let check = |named: &[&str], (name, part): (&str, Part), expect: Option<&[&str]>| {
        let mut document = map("", "");
        let named: Vec<PersonaId> = named.iter().map(|name| persona_id(name)).collect();
        document = applied(&document, &set_journey_personas(&document, &journey_id(), &named).unwrap());
        let edit = set_part(&document, &journey_id(), &persona_id(name), part);
        let after = edit.ok().map(|edit| journey_of(&applied(&document, &edit)).info.personas.clone());
        let expect = expect.map(|names| names.iter().map(|name| persona_id(name)).collect::<Vec<_>>());
        assert_eq!(after, expect, "{named:?} {name} {part:?}");
    };
    check(&["anna"], ("boris", Part::Takes), Some(&["anna", "boris"]));
    check(&["anna", "boris"], ("anna", Part::Leaves), Some(&["boris"]));
    check(&["boris", "anna"], ("anna", Part::Takes), Some(&["boris", "anna"]));
    // Nobody named means everybody.
    check(&[], ("anna", Part::Leaves), Some(&["boris"]));
    check(&["anna"], ("anna", Part::Leaves), None);
    check(&["anna"], ("nobody", Part::Takes), None);
}

#[test]
fn a_new_journey_has_five_empty_stages() {
    let document = map("0: a", "");
    let (edit, id) = add_journey(&document, "Return", &mut ids());
    let next = applied(&document, &edit);
    let journey = next.journeys.get(&id).unwrap();
    assert_eq!(journey.steps_in_order().iter().map(|step| step.stage).collect::<Vec<_>>(), Stage::ALL);
    assert!(journey.touchpoints.is_empty() && journey.info.title == "Return");
    assert_eq!(next.journeys_in_order().last().unwrap().id, id);
}

#[test]
fn a_duplicate_looks_the_same_and_shares_no_id() {
    let check = |duplicate_as: DuplicateAs, barrier_links: usize, kind: JourneyKind, improves: Option<JourneyId>| {
        let mut document = map("0: a, b+c; 3: d", "a>b a>c c>d");
        let [a, d] = ["a", "d"].map(touchpoint_id);
        let (edit, _) = add_barrier_at(&document, &a, "Queue", &mut SeededIds::new(2)).unwrap();
        document = applied(&document, &edit);
        let (edit, _) =
            add_lane(&document, &journey_id(), "Cost", LaneContent::Number, &mut SeededIds::new(3)).unwrap();
        document = applied(&document, &edit);
        let path = crate::model::PersonaPath { persona: persona_id("anna"), touchpoints: vec![a, d] };
        let property = change::FieldKind::Property;
        let edit = change::journey_info(&document, &journey_id(), property, |info| info.paths.push(path)).unwrap();
        document = applied(&document, &edit);
        let (edit, id) = duplicate_journey(&document, &journey_id(), "Copy", duplicate_as, &mut ids()).unwrap();
        let next = applied(&document, &edit);
        let (old, new) = (journey_of(&next), next.journeys.get(&id).unwrap());
        let shape = |journey: &Journey| -> Vec<(Stage, Rank, usize)> {
            columns(journey).iter().map(|it| (it.stage, it.rank.clone(), it.touchpoints.len())).collect()
        };
        assert_eq!(shape(old), shape(new));
        let ends =
            |journey: &Journey| journey.transitions.iter().filter(|it| journey.touchpoints.contains(&it.to)).count();
        assert_eq!((ends(new), new.custom_lanes.len()), (3, 1));
        assert!(new.info.paths[0].touchpoints.iter().all(|id| new.touchpoints.contains(id)));
        assert!(!old.touchpoints.iter().any(|it| new.touchpoints.contains(&it.id)));
        assert!(!old.transitions.iter().any(|it| new.transitions.contains(&it.id)));
        assert!(!old.steps.iter().any(|it| new.steps.contains(&it.id)));
        assert_eq!(next.barriers.iter().map(|it| it.touchpoints.len()).sum::<usize>(), barrier_links);
        assert_eq!((new.info.kind, &new.info.improves, new.info.title.as_str()), (kind, &improves, "Copy"));
        let order: Vec<&JourneyId> = next.journeys_in_order().iter().map(|journey| &journey.id).collect();
        assert_eq!(order, [&journey_id(), &id]);
    };
    check(DuplicateAs::Variant, 2, JourneyKind::AsIs, None);
    check(DuplicateAs::ToBe, 1, JourneyKind::ToBe, Some(journey_id()));
}

#[test]
fn a_duplicate_stands_right_behind_even_where_no_rank_was_given() {
    let mut document = map("0: a", "");
    let (edit, second) = add_journey(&document, "", &mut SeededIds::new(9));
    document = applied(&document, &edit);
    let property = change::FieldKind::Property;
    let edit = change::journey_info(&document, &second, property, |info| info.rank = Rank::default()).unwrap();
    document = applied(&document, &edit);
    let before: Vec<JourneyId> = document.journeys_in_order().iter().map(|it| it.id.clone()).collect();
    let (edit, copy) =
        duplicate_journey(&document, &before[0], "", DuplicateAs::Variant, &mut SeededIds::new(10)).unwrap();
    let next = applied(&document, &edit);
    let after: Vec<JourneyId> = next.journeys_in_order().iter().map(|it| it.id.clone()).collect();
    assert_eq!(after, [before[0].clone(), copy, before[1].clone()]);
}

#[test]
fn steps_are_added_and_moved() {
    let document = map("0: a; 1: b", "");
    let order = |document: &Document| -> String {
        let steps = journey_of(document).steps_in_order();
        steps
            .iter()
            .map(|step| format!("{}{}", step.stage.index(), step.title.replace("Step ", ":")))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let add = |document: &Document, place: (Stage, usize), title: &str, seed: u64| {
        let (edit, id) = add_step(document, &journey_id(), place, title, &mut SeededIds::new(seed)).unwrap();
        (applied(document, &edit), id)
    };
    let (document, first) = add(&document, (Stage::Attention, 0), ":x", 1);
    let (document, _) = add(&document, (Stage::Attention, 9), ":y", 2);
    let (document, _) = add(&document, (Stage::Attention, 1), ":z", 3);
    assert_eq!(order(&document), "0:x 0:z 0:0 0:y 1:1 2:2 3:3 4:4");
    let moved = |step: &StepId, place: (Stage, usize)| {
        let edit = move_step(&document, &journey_id(), step, place, &mut SeededIds::new(4)).unwrap();
        applied(&document, &edit)
    };
    assert_eq!(order(&moved(&first, (Stage::Attention, 2))), "0:z 0:0 0:x 0:y 1:1 2:2 3:3 4:4");
    let next = moved(&step_id(0), (Stage::Interest, 1));
    assert_eq!(order(&next), "0:x 0:z 0:y 1:1 1:0 2:2 3:3 4:4");
    assert_eq!(layout(&next), "1: b; 0: a");
    // The last step of a stage leaves an unnamed one behind.
    assert_eq!(order(&moved(&step_id(2), (Stage::Engagement, 0))), "0:x 0:z 0:0 0:y 1:1 2 3:3 4:2 4:4");
    let leaving = crate::model::Step {
        stage: Stage::Contact,
        ..journey_of(&document).steps.get(&step_id(1)).unwrap().as_ref().clone()
    };
    let put = Command::Put(ItemValue::Step(journey_id(), leaving.into()));
    assert_eq!(apply(&document, &[put]), Err(ApplyError::LastStep { id: "s-1".to_owned() }));
}

#[test]
fn lanes_are_hidden_moved_and_resized() {
    let document = map("", "");
    let (edit, own) = add_lane(&document, &journey_id(), "Cost", LaneContent::Number, &mut ids()).unwrap();
    let mut document = applied(&document, &edit);
    let own = Lane::Custom(own);
    let keys = |document: &Document| -> Vec<String> {
        journey_of(document).lanes_in_order().iter().map(|it| it.lane.key().to_owned()).collect()
    };
    assert_eq!(keys(&document).len(), 12);
    assert_eq!(keys(&document)[11], own.key());
    document = applied(&document, &move_lane(&document, &journey_id(), &own, 1).unwrap());
    document = applied(&document, &move_lane(&document, &journey_id(), &Lane::Goals, 99).unwrap());
    assert_eq!((keys(&document)[0].as_str(), keys(&document)[11].as_str()), (own.key(), "goals"));
    let hide = set_lane_visibility(&document, &journey_id(), &Lane::Needs, Visibility::Hidden).unwrap();
    document = applied(&document, &hide);
    let tall = set_lane_height(&document, &journey_id(), &Lane::Needs, Some(80.0)).unwrap();
    document = applied(&document, &tall);
    let needs = journey_of(&document).lanes_in_order().into_iter().find(|it| it.lane == Lane::Needs).unwrap();
    assert!(needs.hidden && needs.height == Some(80.0));
    for (fold, label) in [(Fold::Folded, EditLabel::FoldLane), (Fold::Open, EditLabel::UnfoldLane)] {
        let edit = set_lane_fold(&document, &journey_id(), &Lane::Needs, fold).unwrap();
        let setting = |it: &&crate::model::LaneSetting| it.lane == Lane::Needs;
        let folded = applied(&document, &edit);
        let folded = journey_of(&folded).lanes_in_order().iter().find(setting).map(|it| (it.folded, it.height));
        assert_eq!((folded, edit.label), (Some((fold == Fold::Folded, Some(80.0))), label));
    }
    let same = set_lane_visibility(&document, &journey_id(), &Lane::Needs, Visibility::Hidden).unwrap();
    assert_eq!(applied(&document, &same), document);
    let endless = set_lane_height(&document, &journey_id(), &Lane::Needs, Some(f64::INFINITY)).unwrap();
    assert_eq!(apply(&document, &endless.commands), Err(ApplyError::NotANumber { field: "height" }));
}

#[test]
fn lists_grow_at_their_ends_and_are_reordered() {
    let mut document = map("", "");
    let mut channels = Vec::new();
    for (seed, name) in (1..).zip(["Shop", "Site", "App"]) {
        let (edit, id) = add_channel(&document, name, ChannelIcon::Shop, &mut SeededIds::new(seed));
        document = applied(&document, &edit);
        channels.push(id);
    }
    let names = |document: &Document| -> Vec<String> {
        document.channels_in_order().iter().map(|it| it.name.clone()).collect()
    };
    assert_eq!(names(&document), ["Shop", "Site", "App"]);
    let check = |index: usize, to: usize, after: [&str; 3]| {
        let subject = Subject::Channel(channels[index].clone());
        let edit = reorder(&document, &subject, to, &mut SeededIds::new(9)).unwrap();
        assert_eq!(names(&applied(&document, &edit)), after);
    };
    check(0, 2, ["Site", "App", "Shop"]);
    check(2, 0, ["App", "Shop", "Site"]);
    check(1, 1, ["Shop", "Site", "App"]);
    let first = document.personas_in_order()[0].id.clone();
    let edit = reorder(&document, &Subject::Persona(first.clone()), 1, &mut ids()).unwrap();
    assert_eq!(applied(&document, &edit).personas_in_order()[1].id, first);
    let (edit, department) = add_department(&document, "Care", &mut ids());
    document = applied(&document, &edit);
    let (edit, _) = add_participant("Ivan", Some(department), &mut ids());
    document = applied(&document, &edit);
    let subject = MetricSubject::Journey(journey_id());
    let (edit, _) = add_metric(&document, &subject, MetricData::Csat([1; 5]), &mut ids());
    document = applied(&document, &edit);
    let counts = [document.departments.len(), document.participants.len(), document.metrics.len()];
    assert_eq!(counts, [1; 3]);
}

#[test]
fn everything_with_a_name_is_renamed() {
    let mut document = map("0: a, b", "a>b");
    let mut subjects = vec![
        Subject::Project,
        Subject::Persona(persona_id("anna")),
        Subject::Journey(journey_id()),
        Subject::Stage(journey_id(), Stage::Contact),
        Subject::Step(journey_id(), step_id(0)),
        Subject::Touchpoint(journey_id(), touchpoint_id("a")),
        Subject::Transition(journey_id(), crate::model::TransitionId::parse("r-ab").unwrap()),
    ];
    let (edit, id) = add_barrier_at(&document, &touchpoint_id("a"), "", &mut ids()).unwrap();
    document = applied(&document, &edit);
    subjects.push(Subject::Barrier(id));
    let (edit, id) = add_channel(&document, "", ChannelIcon::App, &mut ids());
    document = applied(&document, &edit);
    subjects.push(Subject::Channel(id));
    for subject in subjects {
        let text = "A name of its own";
        let edit = rename(&document, &subject, text).unwrap();
        assert_eq!(edit.merge.as_ref().map(|merge| &merge.subject), Some(&subject));
        let next = applied(&document, &edit);
        assert!(!format!("{document:?}").contains(text) && format!("{next:?}").contains(text), "{subject:?}");
        let difference = (format!("{document:?}").len() as isize - format!("{next:?}").len() as isize).abs();
        assert!(difference <= text.len() as isize, "{subject:?}: only the name changed");
    }
}

#[test]
fn a_barrier_moves_only_from_where_it_is_taken() {
    let check = |before: &str, from: &str, to: &str, expect: &str| {
        let ids = |names: &str| names.split_whitespace().map(touchpoint_id).collect::<Vec<_>>();
        let mut document = map("0: a, b, c; 1: d", "");
        let id = BarrierId::parse("b-line").unwrap();
        let stage = Some((journey_id(), Stage::Contact));
        document.barriers.put(Barrier { touchpoints: ids(before), stage, ..Barrier::new(id.clone(), "Queue") });
        let edit = move_linked(&document, &Linked::Barrier(id.clone()), (&ids(from), &touchpoint_id(to))).unwrap();
        let after = applied(&document, &edit).barriers.get(&id).unwrap().as_ref().clone();
        assert_eq!(after.touchpoints, ids(expect), "{before}: {from} to {to}");
        assert_eq!(after.stage.is_none(), from.is_empty(), "{before}: {from} to {to}");
    };
    check("a", "a", "b", "b");
    check("a b", "a", "c", "c b");
    check("a b", "b", "c", "a c");
    check("a b c", "a b", "d", "d c");
    check("a b", "a", "b", "b");
    // A whole stage's becomes one touchpoint's.
    check("", "", "d", "d");
}

#[test]
fn strengths_and_opportunities_move_only_from_where_they_are_taken() {
    let mut document = map("0: a, b, c; 1: d", "");
    let ids = |names: &str| names.split_whitespace().map(touchpoint_id).collect::<Vec<_>>();
    let (strength, opportunity) = (StrengthId::parse("g-1").unwrap(), OpportunityId::parse("o-1").unwrap());
    let evidence = Vec::new();
    document.strengths.put(Strength {
        id: strength.clone(),
        statement: "Fast".to_owned(),
        touchpoints: ids("a b"),
        evidence,
    });
    let wish = Opportunity { touchpoints: ids("a b"), ..Opportunity::new(opportunity.clone(), "Faster") };
    document.opportunities.put(wish);
    for linked in [Linked::Strength(strength.clone()), Linked::Opportunity(opportunity.clone())] {
        let moved = move_linked(&document, &linked, (&ids("a"), &touchpoint_id("d"))).unwrap();
        let missing = move_linked(&document, &linked, (&ids("a"), &touchpoint_id("z")));
        assert!(matches!(missing, Err(ApplyError::Missing { .. })), "{linked:?}");
        document = applied(&document, &moved);
    }
    assert_eq!(document.strengths.get(&strength).unwrap().touchpoints, ids("d b"));
    assert_eq!(document.opportunities.get(&opportunity).unwrap().touchpoints, ids("d b"));
}
