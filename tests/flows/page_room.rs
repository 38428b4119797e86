//! What has little room on a screen of 1280 × 720 at 200 %: heads of personas, tools of the workshop.

use crate::driver::{Driver, check_both};
use egui::{Key, Modifiers, vec2};

#[test]
fn names_of_compared_personas_are_whole_at_200_percent() {
    check_both(|mut driver| {
        driver.resize(vec2(640.0, 360.0));
        driver.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num6);
        let lines = driver.lines_of_the_last_frame();
        let shortened = driver.shortened();
        for persona in driver.document().personas_in_order() {
            assert!(lines.contains(&persona.name), "{} is shown", persona.name);
            assert!(!shortened.contains(&persona.name), "{} is whole", persona.name);
        }
    });
}

#[test]
fn a_tool_of_the_workshop_opens_at_its_top() {
    check_both(|mut driver| {
        driver.resize(vec2(640.0, 360.0));
        driver.key(Key::F4);
        (0..4).for_each(|_| driver.settle());
        let last_chip = driver.rect_of(&driver.word("tool-minutes"));
        let timer = driver.rect_of(&driver.word_with("timer-left", "time", "0:00"));
        assert!(timer.top() > last_chip.bottom(), "{timer:?} below {last_chip:?}");
    });
}

#[test]
fn the_panel_of_the_workshop_keeps_the_room_that_its_rows_need() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        driver.key(Key::F4);
        let before = driver.rect_of(&driver.word("timer-start"));
        for _ in 0..3 {
            driver.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Comma);
        }
        let after = driver.rect_of(&driver.word("timer-start"));
        assert_eq!(after.left(), before.left());
    });
}

#[test]
fn decisions_stand_in_the_order_in_which_they_were_made() {
    check_both(|mut driver| {
        driver.key(Key::F4);
        driver.click(&driver.word("tool-decisions"));
        for what in ["First", "Second"] {
            driver.retype(&driver.word("decision-what"), what);
            driver.key(Key::Enter);
        }
        let at = |what: &str| driver.rect_of(&format!("{}: {what}", driver.word("decision-what"))).top();
        assert!(at("First") < at("Second"));
    });
}

#[test]
fn a_name_that_can_be_read_on_the_map_has_no_tooltip() {
    check_both(|mut driver| {
        let header = |driver: &Driver| {
            let name = driver.word("stage-interest");
            let hits = driver.app().hits();
            hits.all().iter().find(|seen| seen.label == name).expect("the stage's header").rect.center()
        };
        let shows_from = |driver: &mut Driver, zoom: f32| {
            while driver.zoom() >= zoom {
                driver.key_with(Modifiers::ALT, Key::Minus);
            }
            let place = header(driver);
            driver.point_at(place);
            driver.frames(8);
            driver.shows_a_tooltip()
        };
        let shown = shows_from(&mut driver, 0.7);
        assert!(!shown, "its letters are large at {}", driver.zoom());
        assert!(shows_from(&mut driver, 0.5), "its letters are small");
    });
}
