//! Flows through the inspector: links are made and cut, a status is dated, lanes are arranged; in both languages.

use crate::driver::{Driver, Setup};
use egui::{Key, Modifiers};
use tropa::i18n::Texts;
use tropa::model::{
    Barrier, BarrierStatus, CellValue, Journey, Lane, LaneContent, Language, StatusChange, TouchpointId, columns,
};

fn check_both(flow: impl Fn(Driver, &'static Texts)) {
    for language in [Language::Ru, Language::En] {
        flow(Driver::new(Setup { language, ..Setup::default() }), Texts::of(language));
    }
}

fn about(texts: &Texts, key: &str, title: &str) -> String {
    texts.with(key, &[("title", title.to_owned().into())])
}

fn journey(driver: &Driver) -> &Journey {
    driver.document().journeys_in_order()[0]
}

fn barrier(driver: &Driver) -> &Barrier {
    driver.document().barriers.iter().find(|it| it.statement == "Slow").expect("the barrier")
}

/// A new barrier at the first touchpoint, shown in the inspector.
fn add_barrier(driver: &mut Driver) -> TouchpointId {
    let (id, title) = driver.first_touchpoint();
    driver.click_card(&title);
    driver.key_with(Modifiers::COMMAND, Key::B);
    driver.type_text("Slow");
    driver.key(Key::Enter);
    driver.go_by_palette("Slow");
    id
}

/// A touchpoint other than the first, its title, and what the list to pick from calls it.
fn another_touchpoint(driver: &Driver, texts: &Texts) -> (TouchpointId, String, String) {
    let journey = journey(driver);
    let last = columns(journey).last().expect("a column").touchpoints[0].clone();
    let stage = journey.stage_of(&last).expect("a stage");
    let own = journey.info.stages[stage.index()].title.clone();
    let stage = if own.is_empty() { texts.get(&format!("stage-{}", stage.key())) } else { own };
    (last.id.clone(), last.title.clone(), format!("{} · {stage}", last.title))
}

#[test]
fn a_barrier_is_put_at_a_further_touchpoint_and_taken_off() {
    check_both(|mut driver, texts| {
        let first = add_barrier(&mut driver);
        let (other, title, choice) = another_touchpoint(&driver, texts);
        driver.click(&texts.get("link-touchpoint"));
        driver.type_text(&title.to_uppercase());
        driver.click(&choice);
        assert_eq!(barrier(&driver).touchpoints, [first.clone(), other.clone()]);
        driver.click(&about(texts, "unlink-what", &title));
        assert_eq!(barrier(&driver).touchpoints, [first]);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(barrier(&driver).touchpoints.contains(&other));
    });
}

#[test]
fn an_opportunity_is_linked_with_a_barrier_and_unlinked() {
    check_both(|mut driver, texts| {
        add_barrier(&mut driver);
        let opportunity = driver.document().opportunities.iter().next().expect("an opportunity").clone();
        driver.click(&texts.get("link-opportunity"));
        driver.type_text(&opportunity.statement);
        driver.click(&opportunity.statement);
        let id = barrier(&driver).id.clone();
        let closes =
            |driver: &Driver| driver.document().opportunities.get(&opportunity.id).unwrap().barriers.contains(&id);
        assert!(closes(&driver));
        driver.click(&about(texts, "unlink-what", &opportunity.statement));
        assert!(!closes(&driver));
    });
}

#[test]
fn known_evidence_is_attached_and_detached() {
    check_both(|mut driver, texts| {
        add_barrier(&mut driver);
        let source = driver.document().evidence.iter().find(|it| !it.title.is_empty()).expect("a source").clone();
        driver.click(&texts.get("known-evidence"));
        driver.click(&source.title);
        assert_eq!(barrier(&driver).evidence, std::slice::from_ref(&source.id));
        driver.click(&about(texts, "unlink-what", &source.title));
        assert!(barrier(&driver).evidence.is_empty());
    });
}

#[test]
fn a_new_status_is_dated() {
    check_both(|mut driver, texts| {
        add_barrier(&mut driver);
        let before = jiff::Zoned::now().date();
        driver.click(&texts.get("field-status"));
        driver.click(&texts.get("barrier-status-in-work"));
        let after = jiff::Zoned::now().date();
        let barrier = barrier(&driver);
        assert_eq!(barrier.status, BarrierStatus::InWork);
        let [StatusChange { date, status: BarrierStatus::InWork }] = barrier.history[..] else {
            panic!("{:?}", barrier.history)
        };
        assert!(before <= date && date <= after, "{date}");
        assert_eq!(driver.value_of(&driver.word_with("status-day", "number", 1)), date.to_string());
        let entry = driver.word_with("status-entry", "number", 1);
        assert_eq!(driver.value_of_choice(&entry), texts.get("barrier-status-in-work"));
    });
}

#[test]
fn lanes_are_moved_and_made_taller() {
    check_both(|mut driver, texts| {
        let place = |driver: &Driver, lane: &Lane| {
            journey(driver).lanes_in_order().iter().position(|setting| setting.lane == *lane).expect("the lane")
        };
        driver.click(&texts.get("lanes"));
        let name = texts.get("lane-touchpoints");
        let before = place(&driver, &Lane::Touchpoints);
        driver.click(&about(texts, "move-lane-down", &name));
        assert!(place(&driver, &Lane::Touchpoints) > before);
        driver.click(&about(texts, "move-lane-up", &name));
        assert_eq!(place(&driver, &Lane::Touchpoints), before);
        let height = |driver: &Driver| journey(driver).lanes_in_order()[before].height;
        let field = about(texts, "height-of-lane", &name);
        driver.retype(&field, "240");
        assert_eq!(height(&driver), Some(240.0));
        driver.retype(&field, "240x");
        assert_eq!(height(&driver), Some(240.0), "what cannot be read changes nothing");
        driver.key_with(Modifiers::COMMAND, Key::A);
        driver.key(Key::Delete);
        assert_eq!(height(&driver), None);
    });
}

#[test]
fn a_lane_of_ones_own_is_added_filled_and_deleted() {
    check_both(|mut driver, texts| {
        let before = journey(&driver).custom_lanes.len();
        driver.click(&texts.get("lanes"));
        driver.click(&texts.get("add-lane"));
        driver.click(&texts.get("lane-of-numbers"));
        assert_eq!(journey(&driver).custom_lanes.len(), before + 1);
        driver.retype(&texts.get("field-lane-title"), "Mine");
        let lane = journey(&driver).custom_lanes.iter().find(|lane| lane.title == "Mine").expect("named").clone();
        assert_eq!(lane.content, LaneContent::Number);
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.retype("Mine", "12,5");
        let cells = |driver: &Driver| {
            let touchpoint = journey(driver).touchpoints.get(&id).unwrap();
            let own = touchpoint.cells.iter().filter(|cell| cell.lane == lane.id);
            own.map(|cell| cell.value.clone()).collect::<Vec<_>>()
        };
        assert_eq!(cells(&driver), [CellValue::Number(12.5)]);
        driver.click_empty();
        driver.click(&about(texts, "delete-lane", "Mine"));
        // What stands in its cells goes along, which is asked about.
        driver.click(&texts.get("answer-delete"));
        assert_eq!(journey(&driver).custom_lanes.len(), before);
        assert!(cells(&driver).is_empty());
    });
}

#[test]
fn a_participant_is_added_and_only_a_date_is_taken_as_one() {
    check_both(|mut driver, texts| {
        driver.click(&texts.get("menu-file"));
        driver.click(&texts.get("command-project"));
        let before = driver.document().participants.len();
        driver.click(&texts.get("add-participant"));
        assert_eq!(driver.document().participants.len(), before + 1);
        let updated = driver.document().info.updated;
        driver.retype(&texts.get("field-updated"), "2026-13-40");
        assert_eq!(driver.document().info.updated, updated);
        driver.retype(&texts.get("field-updated"), "2026-11-22");
        assert_eq!(driver.document().info.updated.map(|date| date.to_string()).as_deref(), Some("2026-11-22"));
    });
}
