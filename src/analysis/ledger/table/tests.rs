//! Filters, orders and groups on a project of a few barriers, told as one line of ids.

use std::collections::BTreeSet;

use super::*;
use crate::analysis::evidence::Level;
use crate::analysis::ledger::{Column, Direction, SortKey};
use crate::model::{
    Barrier, BarrierId, BarrierStatus, Channel, ChannelIcon, ChannelId, Date, Department, DepartmentId, Evidence,
    EvidenceId, EvidenceKind, Journey, Opportunity, OpportunityId, PersonaId, Rank, StatusChange, Step, StepId,
    Touchpoint, TouchpointId,
};

fn journey(id: &str, cards: &[(&str, Stage, &str)]) -> Journey {
    let step = |stage: Stage| StepId::parse(&format!("s-{}-{}", &id[2..], stage.index())).unwrap();
    let steps = Stage::ALL.map(|stage| Step { id: step(stage), stage, rank: Rank::default(), title: String::new() });
    let mut journey = Journey::new(JourneyId::parse(id).unwrap(), steps.into_iter().collect());
    for (id, stage, channel) in cards {
        let at = TouchpointId::parse(id).unwrap();
        let mut touchpoint = Touchpoint::new(at, step(*stage), Rank::default(), Rank::default());
        touchpoint.title = format!("Title of {id}");
        touchpoint.channel = ChannelId::parse(channel).ok();
        journey.touchpoints.put(touchpoint);
    }
    journey
}

fn barrier(id: &str, statement: &str, severity: Option<u8>, touchpoints: &[&str]) -> Barrier {
    let mut barrier = Barrier::new(BarrierId::parse(id).unwrap(), statement);
    barrier.severity = severity;
    barrier.touchpoints = touchpoints.iter().map(|id| TouchpointId::parse(id).unwrap()).collect();
    barrier
}

/// Two journeys, five barriers: a (5, contact), b (3, attention and contact), c (3, the other journey), d (placed
/// nowhere), e (a stage of the first).
fn project() -> Document {
    let mut document = Document::default();
    for (place, (id, name)) in [("c-shop", "Shop"), ("c-app", "App")].into_iter().enumerate() {
        let rank = Rank::spread(2)[place].clone();
        document.channels.put(Channel {
            id: ChannelId::parse(id).unwrap(),
            rank: rank.clone(),
            name: name.into(),
            icon: ChannelIcon::Place,
        });
        let id = DepartmentId::parse(&id.replace("c-", "d-")).unwrap();
        document.departments.put(Department { id, rank, name: format!("{name} team") });
    }
    document.journeys.put(journey("j-1", &[("t-1", Stage::Attention, "c-app"), ("t-2", Stage::Contact, "c-shop")]));
    document.journeys.put(journey("j-2", &[("t-3", Stage::Engagement, "")]));
    document.evidence.put(Evidence::new(EvidenceId::parse("e-1").unwrap(), EvidenceKind::Survey));
    let mut aisle = barrier("b-a", "Ёлка стоит в проходе", Some(5), &["t-2"]);
    aisle.owner = DepartmentId::parse("d-shop").ok();
    aisle.status = BarrierStatus::Fixed;
    aisle.frequency = Some(0.2);
    aisle.history = vec![StatusChange { date: Date::constant(2026, 3, 1), status: BarrierStatus::Fixed }];
    let mut heat = barrier("b-b", "Жарко в зале", Some(3), &["t-2", "t-1"]);
    heat.owner = DepartmentId::parse("d-app").ok();
    heat.evidence = vec![EvidenceId::parse("e-1").unwrap()];
    heat.personas = vec![PersonaId::parse("p-anna").unwrap()];
    let mut far = barrier("b-c", "далеко идти", Some(3), &["t-3"]);
    far.personas = vec![PersonaId::parse("p-oleg").unwrap()];
    far.frequency = Some(0.5);
    let unplaced = barrier("b-d", "A word nobody placed", None, &[]);
    let mut staged = barrier("b-e", "Whole stage", Some(1), &[]);
    staged.stage = Some((JourneyId::parse("j-1").unwrap(), Stage::Interest));
    for barrier in [aisle, heat, far, unplaced, staged] {
        document.barriers.put(barrier);
    }
    document
}

/// The lines in short: rows by the last letter of their id, heads as `(group count/severe/over)`.
fn told(table: &Table) -> String {
    let short = |id: &str| id[id.len() - 1..].to_owned();
    let head = |key: &GroupKey| match key {
        GroupKey::Stage(it) => it.map_or("-", Stage::key).to_owned(),
        GroupKey::Channel(it) => it.as_ref().map_or("-".to_owned(), ToString::to_string),
        GroupKey::Owner(it) => it.as_ref().map_or("-".to_owned(), ToString::to_string),
        GroupKey::Severity(it) => it.map_or("-".to_owned(), |it| it.to_string()),
        GroupKey::Status(it) => format!("{:?}", it.unwrap()),
    };
    let line = |line: &Line| match line {
        Line::Row(index) => short(table.rows[*index].subject().id_text()),
        Line::Group(Group { key, sums: Sums { count, severe, over, .. }, .. }) => {
            format!("({} {count}/{severe}/{over})", head(key))
        }
    };
    table.lines.iter().map(line).collect::<Vec<_>>().join(" ")
}

fn table(change: impl FnOnce(&mut Query)) -> Table {
    let mut query = Query::usual(Kind::Barriers);
    change(&mut query);
    let journey = JourneyId::parse("j-1").unwrap();
    Table::of(&project(), (Kind::Barriers, Some(&journey)), &query, None)
}

#[test]
fn rows_stand_by_each_key_in_turn_and_unknown_ones_last_either_way() {
    use Column::{Channel, Evidence, Frequency, Owner, Severity, Since, Stage, Statement, Status, Touchpoints};
    use Direction::{Ascending, Descending};
    let check = |sort: &[(Column, Direction)], expect: &str| {
        let sort = sort.iter().map(|(column, direction)| SortKey { column: *column, direction: *direction });
        assert_eq!(told(&table(|query| query.sort = sort.clone().collect())), expect, "{:?}", sort.collect::<Vec<_>>());
    };
    // Equals stand by their words: "далеко" before "Жарко".
    check(&[(Severity, Descending)], "a c b e d");
    check(&[(Severity, Ascending)], "e c b a d");
    check(&[(Frequency, Descending)], "c a d e b");
    check(&[(Frequency, Ascending)], "a c d e b");
    // ё beside е, capitals beside small letters.
    check(&[(Statement, Ascending)], "d e c a b");
    check(&[(Statement, Descending)], "b a c e d");
    check(&[(Owner, Ascending)], "b a d e c");
    check(&[(Stage, Ascending)], "b e a c d");
    check(&[(Channel, Ascending)], "a b d e c");
    check(&[(Touchpoints, Descending)], "c a b d e");
    check(&[(Evidence, Descending), (Severity, Ascending)], "b e c a d");
    check(&[(Status, Descending), (Severity, Descending)], "a c b e d");
    check(&[(Since, Descending), (Statement, Ascending)], "a d e c b");
    check(&[], "d e c a b");
}

#[test]
fn a_column_pressed_again_turns_its_order_and_the_one_before_decides_between_equals() {
    let mut query = Query { sort: Vec::new(), ..Query::default() };
    let mut seen = Vec::new();
    for column in [Column::Statement, Column::Severity, Column::Severity, Column::Owner, Column::Status] {
        query.sort_by(column);
        let keys = query.sort.iter().map(|key| format!("{}{}", key.column.key(), sign(key.direction)));
        seen.push(keys.collect::<Vec<_>>().join(" "));
    }
    assert_eq!(
        seen,
        [
            "statement+",
            "severity- statement+",
            "severity+ statement+",
            "owner+ severity+ statement+",
            "status+ owner+ severity+",
        ]
    );
}

#[test]
fn filters_pass_what_they_name_and_none_means_that_nothing_is_said() {
    let check = |name: &str, change: fn(&mut Query), expect: &str| {
        let mut query = Query::default();
        change(&mut query);
        assert!(query.is_filtered(), "{name}");
        assert_eq!(told(&table(change)), expect, "{name}");
        query.clear_filters();
        assert!(!query.is_filtered(), "{name}");
    };
    check("this journey and the inbox", |it| it.scope = Scope::Journey, "a b e d");
    check("two words anywhere", |it| it.text = "ЗАЛЕ жарко".into(), "b");
    check("words of a touchpoint", |it| it.text = "of t-3".into(), "c");
    check("a stage", |it| it.stages = set([Some(Stage::Contact)]), "a b");
    check("the inbox", |it| it.stages = set([None]), "d");
    check("a channel", |it| it.channels = set([ChannelId::parse("c-app").ok()]), "b");
    check("no channel", |it| it.channels = set([None]), "c e d");
    check("owners", |it| it.owners = set([DepartmentId::parse("d-shop").ok(), None]), "a c e d");
    check("severity", |it| it.least_severity = Some(3), "a c b");
    check("status", |it| it.statuses = set([Status::Barrier(BarrierStatus::Fixed)]), "a");
    check("a persona and everybody", |it| it.personas = set([PersonaId::parse("p-anna").unwrap()]), "a b e d");
    check("evidence", |it| it.levels = set([Level::Partial]), "b");
    check(
        "together",
        |it| {
            it.stages = set([Some(Stage::Contact)]);
            it.least_severity = Some(4);
        },
        "a",
    );
}

#[test]
fn groups_stand_in_their_own_order_and_fold() {
    let check = |by: GroupBy, expect: &str| assert_eq!(told(&table(|it| it.group = Some(by))), expect, "{by:?}");
    check(
        GroupBy::Stage,
        "(attention 1/0/0) b (interest 1/0/0) e (contact 2/1/1) a b (engagement 1/0/0) c (- 1/0/0) d",
    );
    check(GroupBy::Channel, "(c-shop 2/1/1) a b (c-app 1/0/0) b (- 3/0/0) c e d");
    check(GroupBy::Owner, "(d-shop 1/1/1) a (d-app 1/0/0) b (- 3/0/0) c e d");
    check(GroupBy::Severity, "(5 1/1/1) a (3 2/0/0) c b (1 1/0/0) e (- 1/0/0) d");
    check(GroupBy::Status, "(Barrier(Found) 4/0/0) c b e d (Barrier(Fixed) 1/1/1) a");
    let folded = table(|it| {
        it.group = Some(GroupBy::Severity);
        it.folded = [GroupKey::Severity(Some(3)), GroupKey::Severity(None)].into();
    });
    assert_eq!(told(&folded), "(5 1/1/1) a (3 2/0/0) (1 1/0/0) e (- 1/0/0)");
    assert_eq!((folded.wanted.len(), folded.sums.count, folded.sums.severe), (5, 5, 1));
}

#[test]
fn rows_of_a_missing_owner_are_not_lost() {
    let mut document = project();
    document.departments = crate::model::List::default();
    let query = Query { group: Some(GroupBy::Owner), ..Query::usual(Kind::Barriers) };
    let table = Table::of(&document, (Kind::Barriers, None), &query, None);
    assert_eq!(told(&table), "(- 3/0/0) c e d (d-app 1/0/0) b (d-shop 1/1/1) a");
}

#[test]
fn what_was_added_just_now_is_shown_whatever_the_filters_say() {
    let query = Query { least_severity: Some(5), ..Query::usual(Kind::Barriers) };
    let added = Subject::Barrier(BarrierId::parse("b-d").unwrap());
    let table = Table::of(&project(), (Kind::Barriers, None), &query, Some(&added));
    assert_eq!(told(&table), "a d");
}

#[test]
fn lines_are_found_and_ranges_hold_each_thing_once() {
    let table = table(|it| it.group = Some(GroupBy::Stage));
    // (attention) b (interest) e (contact) a b (engagement) c (-) d
    let subject = |id: &str| Subject::Barrier(BarrierId::parse(id).unwrap());
    assert_eq!(table.line_of(&subject("b-b"), 0), Some(1));
    assert_eq!(table.line_of(&subject("b-b"), 5), Some(6));
    assert_eq!(table.line_of(&subject("b-z"), 5), None);
    assert_eq!(table.between(1, 6), [subject("b-b"), subject("b-e"), subject("b-a")]);
    assert_eq!(table.between(3, 1), [subject("b-e"), subject("b-b")]);
    assert_eq!((table.next_row(0, true), table.next_row(4, false)), (Some(1), Some(3)));
    assert_eq!((table.next_row(99, true), table.next_row(0, false)), (None, None));
}

#[test]
fn opportunities_stand_where_their_barriers_are_and_their_costs_add_up() {
    let mut document = project();
    for (id, cost, reach) in [("o-1", 100.0, Some(40.0)), ("o-2", 50.0, None), ("o-3", 1.0, Some(200.0))] {
        let mut it = Opportunity::new(OpportunityId::parse(id).unwrap(), id);
        it.cost_once = Some(cost);
        it.effort = Some(4);
        (it.reach, it.impact, it.confidence) = (reach, Some(2.0), Some(0.5));
        it.barriers = vec![BarrierId::parse("b-b").unwrap()];
        document.opportunities.put(it);
    }
    let query = Query { group: Some(GroupBy::Stage), ..Query::usual(Kind::Opportunities) };
    let table = Table::of(&document, (Kind::Opportunities, None), &query, None);
    assert_eq!(told(&table), "(attention 3/0/0) 3 1 2 (contact 3/0/0) 3 1 2");
    assert!((table.sums.cost_once - 151.0).abs() < 1e-9, "{:?}", table.sums);
    let rice = |id: &str| {
        crate::analysis::ledger::rice(document.opportunities.get(&OpportunityId::parse(id).unwrap()).unwrap())
    };
    assert_eq!((rice("o-1"), rice("o-2")), (Some(10.0), None));
}

fn sign(direction: Direction) -> char {
    if direction == Direction::Ascending { '+' } else { '-' }
}

fn set<T: Ord, const N: usize>(values: [T; N]) -> BTreeSet<T> {
    values.into_iter().collect()
}
