//! What arranging a map keeps and what it brings about, by pictures of small maps and for any map.

use std::sync::Arc;

use proptest::prelude::*;

use super::super::fixture::{journey, t};
use super::*;
use crate::model::{Rank, Stage, Step, StepId, Touchpoint, Transition, TransitionId};

/// Puts the touchpoints of a one-step journey as a picture says: columns between `|`, from top to bottom.
fn placed(text: &str, picture: &str) -> Journey {
    let mut journey = journey(text);
    let columns: Vec<Vec<&str>> = picture.split('|').map(|column| column.split_whitespace().collect()).collect();
    for (column, rank) in columns.iter().zip(Rank::spread(columns.len())) {
        for (name, row) in column.iter().zip(Rank::spread(column.len())) {
            let place =
                Touchpoint { column: rank.clone(), row, ..journey.touchpoints.get(&t(name)).unwrap().as_ref().clone() };
            journey.touchpoints.put(place);
        }
    }
    journey
}

fn picture(steps: &[StepColumns]) -> String {
    let names = |column: &Vec<TouchpointId>| {
        column.iter().map(|id| id.as_str().trim_start_matches("t-")).collect::<Vec<_>>().join(" ")
    };
    let step = |step: &StepColumns| step.columns.iter().map(names).collect::<Vec<_>>().join(" | ");
    steps.iter().map(step).collect::<Vec<_>>().join(" || ")
}

#[test]
fn columns_follow_the_transitions() {
    let check = |text: &str, today: &str, wanted: &str| {
        assert_eq!(picture(&arrangement(&placed(text, today), None).steps), wanted, "{text} from {today}");
    };
    check("a>b b>c", "c | b a", "a | b | c");
    check("a>b a>c b>d c>d", "a | b | c | d", "a | b c | d");
    // A way that skips a column leaves it where it is.
    check("a>b b>c a>c", "a b c", "a | b | c");
    // What leads to a late touchpoint stands close to it.
    check("a>b b>c s>c", "a s | b | c", "a | b s | c");
    // A loop leads back to where the circle is entered, or to what stands first.
    check("a>b b>c c>b c>d", "d | c | b | a", "a | b | c | d");
    check("a>b b>c c>a", "b | c | a", "b | c | a");
    check("a>b b>a a:start=0.2 b:start=0.8", "a | b", "b | a");
    // Nothing leads anywhere: everything stays.
    check("a b c", "c | a b", "c | a b");
    // Touchpoints without transitions stay with those they stand with, before the others, or behind.
    check("a>b x y z", "x | a y | b | z", "x | a y | b | z");
    check("a>b x", "a | x | b", "a | b | x");
    // The likeliest way runs in the first row.
    check("a>b=0.2 a>c=0.8 b>d c>d", "a | b | c | d", "a | c b | d");
    // Parallel alternatives keep the order that they have.
    check("a>b a>c b>d c>d b:row=z c:row=a", "a | c b | d", "a | c b | d");
}

#[test]
fn few_ways_cross() {
    let check = |text: &str, today: &str, wanted: &str, crossings: (u64, u64)| {
        let found = arrangement(&placed(text, today), None);
        assert_eq!(picture(&found.steps), wanted, "{text} from {today}");
        assert_eq!((found.crossings_before, found.crossings_after), crossings, "{text} from {today}");
    };
    check("a>p b>q", "a b | q p", "a b | p q", (1, 0));
    check("a>p a>q a>r b>p b>q b>r c>p c>q c>r", "a b c | p q r", "a b c | p q r", (9, 9));
    // A long way passes above its last row, so that it crosses what leads down there.
    check("a>b b>c a>d b>e c>d c>f e>f", "a | b | c e | d f", "a | b | c e | d f", (0, 0));
}

#[test]
fn a_part_is_arranged_in_its_own_columns() {
    let check = |text: &str, today: &str, part: &[&str], wanted: &str| {
        let part = part.iter().map(|name| t(name)).collect();
        assert_eq!(picture(&arrangement(&placed(text, today), Some(&part)).steps), wanted, "{text} from {today}");
    };
    check("a>b b>c c>d", "d | c | b | a", &["a", "b"], "d | c | a | b");
    check("a>b b>c x", "a b c | x", &["a", "b", "c"], "a | b | c | x");
    check("a>b x y", "a x | y | b", &["a", "b"], "a x | y | b");
    // What no transition of the part touches stays.
    check("a>b b>c", "c | b | a", &["a", "c"], "c | b | a");
}

#[test]
fn deep_chains_and_tangles_end() {
    let chain: Vec<String> = (0..5000).map(|index| format!("{index:05}>{:05}", index + 1)).collect();
    let found = arrangement(&journey(&chain.join(" ")), None);
    assert_eq!(found.steps[0].columns.len(), 5001);
    let there_and_back: Vec<String> =
        (0..600).map(|index| format!("{index:05}>{:05} {:05}>{index:05}", index + 1, index + 1)).collect();
    let found = arrangement(&journey(&there_and_back.join(" ")), None);
    assert_eq!(found.steps[0].columns.len(), 601);
}

/// A journey of three steps with any transitions, and its touchpoints anywhere.
fn any_journey() -> impl Strategy<Value = Journey> {
    let card = (0..3_usize, 0..4_u8, 0..4_u8, prop::option::weighted(0.1, 0.0..1.0));
    let way = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), prop::option::of(0.0..1.0));
    (prop::collection::vec(card, 1..24), prop::collection::vec(way, 0..40)).prop_map(|(cards, ways)| {
        let step_ids: Vec<StepId> = (0..3).map(|index| StepId::parse(&format!("s-{index}")).unwrap()).collect();
        let step = |(index, id): (usize, &StepId)| Step {
            id: id.clone(),
            stage: if index < 2 { Stage::Interest } else { Stage::Contact },
            rank: Rank::parse(&format!("{index}")).unwrap(),
            title: String::new(),
        };
        let mut journey = super::super::fixture::journey("");
        journey.steps = step_ids.iter().enumerate().map(step).collect();
        for (index, (step, column, row, start)) in cards.iter().enumerate() {
            let rank = |number: &u8| Rank::parse(&format!("{number}")).unwrap();
            // Ids in another order than places.
            let id = t(&format!("{:02}", index * 7 % 24));
            let mut card = Touchpoint::new(id, step_ids[*step].clone(), rank(column), rank(row));
            card.start = *start;
            journey.touchpoints.put(card);
        }
        let ids: Vec<TouchpointId> = journey.touchpoints.iter().map(|it| it.id.clone()).collect();
        for (index, (from, to, share)) in ways.iter().enumerate() {
            let id = TransitionId::parse(&format!("r-{index:02}")).unwrap();
            let mut way = Transition::new(id, from.get(&ids).clone(), to.get(&ids).clone());
            way.share = *share;
            journey.transitions.put(way);
        }
        journey
    })
}

/// The journey with its touchpoints put as wanted.
fn carried_out(journey: &Journey, steps: &[StepColumns]) -> Journey {
    let mut after = journey.clone();
    for step in steps {
        for (column, rank) in step.columns.iter().zip(Rank::spread(step.columns.len())) {
            for (id, row) in column.iter().zip(Rank::spread(column.len())) {
                let card = journey.touchpoints.get(id).unwrap().as_ref().clone();
                after.touchpoints.put(Arc::new(Touchpoint { column: rank.clone(), row, ..card }));
            }
        }
    }
    after
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arranging_twice_changes_nothing_more(
        journey in any_journey(),
        part in prop::option::weighted(0.4, prop::collection::btree_set(0..24_usize, 2..12)),
    ) {
        let part: Option<BTreeSet<TouchpointId>> =
            part.map(|part| part.into_iter().map(|index| t(&format!("{index:02}"))).collect());
        let first = arrangement(&journey, part.as_ref());
        let arranged = carried_out(&journey, &first.steps);
        let mut before: Vec<&TouchpointId> = journey.touchpoints.iter().map(|it| &it.id).collect();
        let mut after: Vec<&TouchpointId> = first.steps.iter().flat_map(|step| step.columns.iter().flatten()).collect();
        before.sort();
        after.sort();
        prop_assert_eq!(before, after, "each stands once");
        for step in &first.steps {
            let stays = |id: &TouchpointId| journey.touchpoints.get(id).unwrap().step == step.step;
            prop_assert!(step.columns.iter().flatten().all(stays), "steps are the user's");
        }
        let second = arrangement(&arranged, part.as_ref());
        prop_assert_eq!(picture(&second.steps), picture(&first.steps));
        prop_assert_eq!(second.crossings_before, first.crossings_after);
    }

    #[test]
    fn other_rows_lead_to_the_same_columns_and_to_no_more_crossings(
        journey in any_journey(),
        rows in prop::collection::vec(0..24_u8, 24),
    ) {
        let arranged = carried_out(&journey, &arrangement(&journey, None).steps);
        let mut shuffled = arranged.clone();
        let mut rows = rows.into_iter();
        shuffled.touchpoints.update(|card| {
            Some(Touchpoint { row: Rank::parse(&format!("{:02}", rows.next()?)).unwrap(), ..card.clone() })
        });
        let found = arrangement(&shuffled, None);
        prop_assert!(found.crossings_after <= found.crossings_before);
        let sets = |journey: &Journey| -> Vec<BTreeSet<TouchpointId>> {
            columns(journey).iter().map(|column| column.touchpoints.iter().map(|it| it.id.clone()).collect()).collect()
        };
        prop_assert_eq!(sets(&carried_out(&shuffled, &found.steps)), sets(&arranged));
    }

    #[test]
    fn ways_within_a_step_lead_right_unless_they_close_a_circle(journey in any_journey()) {
        let found = arrangement(&journey, None);
        let column_of: BTreeMap<&TouchpointId, usize> = found
            .steps
            .iter()
            .flat_map(|step| &step.columns)
            .enumerate()
            .flat_map(|(column, ids)| ids.iter().map(move |id| (id, column)))
            .collect();
        let graph = JourneyGraph::of(&journey);
        for way in graph.graph.edge_weights() {
            let step = |id| &journey.touchpoints.get(id).unwrap().step;
            if step(&way.from) == step(&way.to) && column_of[&way.from] >= column_of[&way.to] {
                let (from, to) = (graph.node(&way.from).unwrap(), graph.node(&way.to).unwrap());
                prop_assert!(petgraph::algo::has_path_connecting(&graph.graph, to, from, None), "{way:?}");
                prop_assert!(column_of[&way.from] != column_of[&way.to], "{way:?}");
            }
        }
    }
}
