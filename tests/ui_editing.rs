//! Flows of arranging and describing a map: transitions without dragging, lanes, steps, paths, pictures, dates.

mod common {
    #[expect(dead_code, reason = "each file of flows uses its part of the driver")]
    pub(crate) mod app;
}

use common::app::{Driver, Setup};
use egui::{Key, Modifiers, vec2};
use tropa::model::{Lane, Language, Stage};

fn check_both(flow: impl Fn(Driver)) {
    for language in [Language::Ru, Language::En] {
        flow(Driver::new(Setup { language, ..Setup::default() }));
    }
}

#[test]
fn a_transition_is_led_to_a_card_by_the_menu_and_a_click() {
    check_both(|mut driver| {
        let (from, title) = driver.first_touchpoint();
        let to = driver.unconnected_from(&from);
        driver.open_menu_of_card(&title);
        driver.click(&driver.word("command-connect"));
        assert!(driver.asks("aim-hint"));
        driver.click_card(&driver.title_of(&to));
        assert!(driver.leads(&from, &to) && !driver.asks("aim-hint"));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.leads(&from, &to));
    });
}

#[test]
fn a_transition_is_led_to_a_card_by_keys_alone_and_escape_gives_up() {
    check_both(|mut driver| {
        let (from, title) = driver.first_touchpoint();
        let before = driver.document().clone();
        let reached = driver.reached_from(&from);
        driver.click_card(&title);
        driver.key_with(Modifiers::COMMAND, Key::L);
        driver.key(Key::ArrowRight);
        driver.key(Key::Escape);
        assert!(!driver.asks("aim-hint"));
        assert_eq!(driver.document(), &before);
        driver.key_with(Modifiers::COMMAND, Key::L);
        for _ in 0..6 {
            driver.key(Key::Tab);
        }
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        driver.key(Key::Enter);
        let order = driver.touchpoints_in_order();
        assert!(!reached.contains(&order[5]), "chosen so that it is not reached before");
        assert!(driver.leads(&from, &order[5]));
    });
}

#[test]
fn without_a_touchpoint_there_is_nothing_to_connect() {
    check_both(|mut driver| {
        driver.click_empty();
        driver.key_with(Modifiers::COMMAND, Key::L);
        assert!(!driver.asks("aim-hint"));
    });
}

#[test]
fn a_lane_is_carried_by_its_name_and_escape_leaves_it() {
    check_both(|mut driver| {
        let names = driver.lanes_in_sight();
        let [(first, _), .., (last, name)] = &names[..] else { panic!("{names:?}") };
        let (above, held) = (driver.rect_of(&names[0].1), driver.rect_of(name));
        let goal = above.left_top() + vec2(10.0, 0.0);
        driver.drag(held.center(), goal, Some(Key::Escape));
        assert_eq!(driver.lanes_in_sight(), names);
        driver.drag(held.center(), goal, None);
        let after = driver.lanes_in_sight();
        assert_eq!((&after[0].0, &after[1].0), (last, first));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.lanes_in_sight(), names);
    });
}

#[test]
fn a_lane_is_stretched_at_its_lower_edge_and_is_one_entry_of_the_history() {
    check_both(|mut driver| {
        let height_of = |driver: &Driver, lane: &Lane| {
            driver.journey().info.lanes.iter().find(|setting| setting.lane == *lane).and_then(|it| it.height)
        };
        let names = driver.lanes_in_sight();
        let lane = names[0].0.clone();
        // The next lane's name begins 8 points below the line, in the map's own points.
        let below = driver.rect_of(&names[1].1);
        let edge = below.left_top() - vec2(0.0, 8.0 * driver.zoom());
        driver.drag(edge, edge + vec2(0.0, 120.0), Some(Key::Escape));
        assert_eq!(height_of(&driver, &lane), None);
        driver.drag(edge, edge + vec2(0.0, 120.0), None);
        let height = height_of(&driver, &lane).expect("a height");
        assert!(height > 120.0, "{height}");
        let moved = driver.rect_of(&names[1].1).top() - below.top();
        assert!((moved - 120.0).abs() < 3.0, "the next lane moved by {moved}");
        // As tall as what it holds is no height of its own.
        let edge = edge + vec2(0.0, 120.0);
        driver.drag(edge, edge - vec2(0.0, 130.0), None);
        assert_eq!(height_of(&driver, &lane), None);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(height_of(&driver, &lane), Some(height));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.is_modified());
    });
}

#[test]
fn a_step_is_carried_to_another_stage_and_escape_leaves_it() {
    check_both(|mut driver| {
        let stage_of = |driver: &Driver, title: &str| {
            driver.journey().steps.iter().find(|step| step.title == title).map(|step| step.stage)
        };
        let titles: Vec<String> = driver.journey().steps_in_order().iter().map(|step| step.title.clone()).collect();
        let seen = titles.iter().find(|title| stage_of(&driver, title) == Some(Stage::Interest));
        let title = seen.expect("a named step").clone();
        let start = driver.rect_of(&title).center();
        let first = titles.iter().find(|title| stage_of(&driver, title) == Some(Stage::Attention));
        let goal = driver.rect_of(first.expect("a named step")).left_center() + vec2(4.0, 0.0);
        driver.drag(start, goal, Some(Key::Escape));
        assert_eq!(stage_of(&driver, &title), Some(Stage::Interest));
        driver.drag(start, goal, None);
        assert_eq!(stage_of(&driver, &title), Some(Stage::Attention));
        assert_eq!(driver.journey().steps_in_order()[0].title, title);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(stage_of(&driver, &title), Some(Stage::Interest));
    });
}
