//! The list of barriers by each of its columns, both ways, and in each of its groups: against what the document says.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use crate::driver::{Driver, check_both};
use egui::{Key, Modifiers, vec2};
use tropa::model::{Barrier, BarrierStatus, EvidenceKind, Stage, Touchpoint};

/// What a barrier is sorted by; nothing comes last, whichever end is first.
#[derive(Debug, Clone, PartialEq)]
enum By {
    Number(f64),
    Words(String),
}

impl By {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            (Self::Words(one), Self::Words(other)) => one.cmp(other),
            _ => panic!("{self:?} and {other:?} stand in one column"),
        }
    }
}

/// As an index sorts them.
fn words(text: &str) -> By {
    By::Words(text.to_lowercase().replace('ё', "е"))
}

fn touchpoints<'d>(driver: &'d Driver, barrier: &Barrier) -> Vec<&'d Touchpoint> {
    barrier.touchpoints.iter().filter_map(|id| Some(driver.document().touchpoint(id)?.1.as_ref())).collect()
}

/// Where it is met: at its touchpoints, else in its stage.
fn stages(driver: &Driver, barrier: &Barrier) -> BTreeSet<Stage> {
    let at = |id| driver.document().touchpoint(id).and_then(|(journey, it)| journey.stage_of(it));
    let met: BTreeSet<Stage> = barrier.touchpoints.iter().filter_map(at).collect();
    if met.is_empty() { barrier.stage.iter().map(|(_, stage)| *stage).collect() } else { met }
}

/// Kinds of sources besides the opinion of experts: none is a hypothesis, one is partial, two are researched.
fn known(driver: &Driver, barrier: &Barrier) -> f64 {
    let kinds = barrier.evidence.iter().filter_map(|id| Some(driver.document().evidence.get(id)?.kind));
    let kinds: BTreeSet<_> = kinds.filter(|kind| *kind != EvidenceKind::ExpertOpinion).map(|kind| kind as u8).collect();
    kinds.len().min(2) as f64
}

/// What a column says of a barrier.
type Said = fn(&Driver, &Barrier) -> Option<By>;

const COLUMNS: [(&str, Said); 14] = [
    ("statement", |_, it| Some(words(&it.statement))),
    ("severity", |_, it| it.severity.map(|it| By::Number(f64::from(it)))),
    ("status", |_, it| {
        let place = BarrierStatus::ALL.iter().position(|status| *status == it.status);
        place.map(|place| By::Number(place as f64))
    }),
    ("evidence", |driver, it| Some(By::Number(known(driver, it)))),
    ("stage", |driver, it| stages(driver, it).first().map(|stage| By::Number(stage.index() as f64))),
    ("touchpoints", |driver, it| touchpoints(driver, it).first().map(|it| words(&it.title))),
    ("owner", |driver, it| Some(words(&driver.document().departments.get(it.owner.as_ref()?)?.name))),
    ("channel", |driver, it| {
        let channel = touchpoints(driver, it).into_iter().find_map(|it| it.channel.as_ref())?;
        Some(words(&driver.document().channels.get(channel)?.name))
    }),
    ("frequency", |_, it| it.frequency.map(By::Number)),
    ("leave", |_, it| it.leave.map(By::Number)),
    ("emotion-cost", |_, it| it.emotion_cost.map(By::Number)),
    ("blocks", |_, it| it.blocks.iter().min().map(|it| By::Number(f64::from(*it as u8)))),
    ("personas", |driver, it| Some(words(&driver.document().personas.get(it.personas.first()?)?.name))),
    ("since", |_, it| {
        let date = it.history.last()?.date;
        Some(By::Number(f64::from(date.year()) * 400.0 + f64::from(date.day_of_year())))
    }),
];

/// The list in a window in which all of it is seen.
fn list(driver: &mut Driver) {
    driver.resize(vec2(4800.0, 3000.0));
    driver.key_with(Modifiers::COMMAND, Key::Num7);
}

/// The barriers of the rows in sight, from top to bottom.
fn barriers(driver: &Driver) -> Vec<&Barrier> {
    driver.rows().iter().map(|row| of_row(driver, row)).collect()
}

fn of_row<'d>(driver: &'d Driver, row: &str) -> &'d Barrier {
    let all = driver.document().barriers.iter().filter(|it| row.starts_with(&it.statement));
    all.max_by_key(|it| it.statement.len()).unwrap_or_else(|| panic!("{row:?} is no barrier"))
}

#[test]
fn every_column_sorts_both_ways() {
    check_both(|mut driver| {
        list(&mut driver);
        for (column, said) in COLUMNS {
            let name = driver.word(&format!("ledger-column-{column}"));
            let heads = ["ledger-sort-by", "ledger-sorted-up", "ledger-sorted-down"];
            let heads = heads.map(|key| driver.word_with(key, "column", name.clone()));
            let mut ways = BTreeSet::new();
            for _ in 0..2 {
                let head = heads.iter().find(|head| driver.sees(head)).unwrap_or_else(|| panic!("{column}"));
                driver.click(head);
                let ascends = driver.sees(&heads[1]);
                assert!(ascends != driver.sees(&heads[2]), "{column} says which end comes first");
                ways.insert(ascends);
                let shown = barriers(&driver);
                let ids: BTreeSet<_> = shown.iter().map(|it| &it.id).collect();
                assert_eq!(
                    (ids.len(), shown.len()),
                    (driver.document().barriers.len(), ids.len()),
                    "{column}: each once"
                );
                let keys: Vec<Option<By>> = shown.iter().map(|it| said(&driver, it)).collect();
                for pair in keys.windows(2) {
                    let right = match pair {
                        [Some(one), Some(other)] if ascends => one.compare(other) != Ordering::Greater,
                        [Some(one), Some(other)] => one.compare(other) != Ordering::Less,
                        [one, other] => one.is_some() || other.is_none(),
                        _ => unreachable!("pairs"),
                    };
                    assert!(right, "{column}, ascending: {ascends}: {pair:?} of {keys:?}");
                }
                let differ = keys.iter().any(|key| *key != keys[0]);
                assert!(differ, "{column}: the sample has something to sort");
            }
            assert_eq!(ways.len(), 2, "{column}: a second press turns the order");
        }
        assert!(!driver.is_modified());
    });
}

/// The groups of a way to group, in their order, each with its name and whether a barrier stands in it.
type Group<'d> = (String, Box<dyn Fn(&Driver, &Barrier) -> bool + 'd>);

fn groups(driver: &Driver, by: &str) -> Vec<Group<'static>> {
    let mut all: Vec<Group<'static>> = Vec::new();
    let document = driver.document();
    match by {
        "stage" => {
            for stage in Stage::ALL {
                let own = driver.journey().info.stages.get(stage.index()).map_or("", |it| it.title.trim());
                let name = if own.is_empty() { driver.word(&format!("stage-{}", stage.key())) } else { own.to_owned() };
                all.push((name, Box::new(move |driver, it| stages(driver, it).contains(&stage))));
            }
            all.push((driver.word("ledger-not-placed"), Box::new(|driver, it| stages(driver, it).is_empty())));
        }
        "channel" => {
            let has = |driver: &Driver, it: &Barrier, id: Option<&tropa::model::ChannelId>| {
                let mut used = touchpoints(driver, it).into_iter().filter_map(|it| it.channel.as_ref());
                id.map_or_else(
                    || used.next().is_none(),
                    |id| touchpoints(driver, it).iter().any(|it| it.channel.as_ref() == Some(id)),
                )
            };
            for channel in document.channels_in_order() {
                let id = channel.id.clone();
                all.push((channel.name.clone(), Box::new(move |driver, it| has(driver, it, Some(&id)))));
            }
            all.push((driver.word("ledger-no-channel"), Box::new(move |driver, it| has(driver, it, None))));
        }
        "owner" => {
            for department in document.departments_in_order() {
                let id = department.id.clone();
                all.push((department.name.clone(), Box::new(move |_, it| it.owner.as_ref() == Some(&id))));
            }
            all.push((driver.word("ledger-no-owner"), Box::new(|_, it| it.owner.is_none())));
        }
        "severity" => {
            for severity in (1..=5).rev() {
                let name = driver.word_with("ledger-severity", "severity", severity);
                all.push((name, Box::new(move |_, it| it.severity == Some(severity))));
            }
            all.push((driver.word("ledger-no-severity"), Box::new(|_, it| it.severity.is_none())));
        }
        "status" => {
            for status in BarrierStatus::ALL {
                let name = driver.word(&format!("barrier-status-{}", status.key()));
                all.push((name, Box::new(move |_, it| it.status == status)));
            }
        }
        other => panic!("{other}"),
    }
    all
}

#[test]
fn every_grouping_puts_each_barrier_where_it_belongs() {
    check_both(|mut driver| {
        list(&mut driver);
        for by in ["stage", "channel", "owner", "severity", "status"] {
            driver.pick(&driver.word("ledger-group"), &driver.word(&format!("ledger-column-{by}")));
            let all = groups(&driver, by);
            let members = |(name, belongs): &Group<'_>| {
                let members = driver.document().barriers.iter().filter(|it| belongs(&driver, it));
                (name.clone(), members.map(|it| it.statement.clone()).collect::<BTreeSet<_>>())
            };
            // Groups that nothing stands in are left out.
            let expected: Vec<_> = all.iter().map(members).filter(|(_, members)| !members.is_empty()).collect();
            assert!(expected.len() > 1, "{by}: the sample has something to group");
            let heads: HashMap<String, f32> = expected
                .iter()
                .map(|(name, members)| (name.clone(), driver.top_of_group(name, members.len())))
                .collect();
            let tops: Vec<f32> = expected.iter().map(|(name, _)| heads[name]).collect();
            assert!(tops.is_sorted(), "{by}: the groups stand in their order");
            let mut shown = vec![BTreeSet::new(); expected.len()];
            for (top, row) in driver.placed_rows() {
                let group = tops.iter().rposition(|head| *head < top).expect("a head above each row");
                assert!(shown[group].insert(of_row(&driver, &row).statement.clone()), "{by}: each once in its group");
            }
            let expected: Vec<_> = expected.into_iter().map(|(_, members)| members).collect();
            assert_eq!(shown, expected, "{by}");
        }
        driver.pick(&driver.word("ledger-group"), &driver.word("ledger-group-none"));
        assert_eq!(driver.rows().len(), driver.document().barriers.len());
    });
}
