//! Pages that take the keyboard as they are opened, and rows that are one stop of it.

use crate::driver::{Driver, check_both};
use egui::{Key, Modifiers};

/// Presses Tab until this has the keyboard.
fn tab_to(driver: &mut Driver, name: &str) {
    for _ in 0..60 {
        if driver.focused_name().as_deref() == Some(name) {
            return;
        }
        driver.key(Key::Tab);
    }
    panic!("Tab never leads to {name:?}");
}

#[test]
fn tab_leads_from_a_sheet_that_was_just_opened_to_the_name() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num6);
        let sheet = format!("{}: {}", driver.word("command-show-personas"), driver.persona(0).name);
        assert_eq!(driver.focused_name(), Some(sheet));
        driver.key(Key::Tab);
        assert_eq!(driver.focused_name(), Some(driver.word("field-persona-name")));
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        assert_eq!(driver.focused_name(), Some(driver.word("studio-portrait")));
        driver.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num6);
        assert_eq!(driver.focused_name(), Some(driver.word("command-compare-personas")));
        driver.key(Key::Tab);
        assert_eq!(driver.focused_name(), Some(driver.word("studio-only-differences")));
    });
}

#[test]
fn every_page_takes_the_keyboard_from_the_map() {
    check_both(|mut driver| {
        driver.key(Key::ArrowRight);
        for (page, taken) in [(Key::Num5, "command-show-outline"), (Key::Num8, "board-title"), (Key::Num9, "journeys")]
        {
            driver.key_with(Modifiers::COMMAND, Key::Num4);
            driver.key_with(Modifiers::COMMAND, page);
            assert_eq!(driver.focused_name(), Some(driver.word(taken)), "{page:?}");
        }
        driver.key(Key::Tab);
        let card = driver.focused_name().expect("the first card");
        assert!(card.starts_with(&driver.journey().info.title), "{card}");
    });
}

#[test]
fn colours_are_one_stop_and_arrows_pick_one() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num6);
        let before = driver.persona(0).color;
        let color = |driver: &Driver, place: u8| driver.word_with("persona-color", "number", place + 1);
        let here = color(&driver, before);
        tab_to(&mut driver, &here);
        driver.key(Key::ArrowRight);
        let next = driver.persona(0).color;
        assert_eq!(next, before + 1);
        assert_eq!(driver.focused_name(), Some(color(&driver, next)));
        driver.key(Key::Tab);
        let behind = driver.focused_name().expect("something");
        assert!((0..8).all(|place| behind != color(&driver, place)), "{behind}");
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        assert_eq!(driver.focused_name(), Some(color(&driver, next)));
    });
}

#[test]
fn channels_are_one_stop_and_space_toggles_the_one_that_arrows_lead_to() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num6);
        let channels = driver.document().channels_in_order();
        let [first, second] = [0, 1].map(|place| (channels[place].id.clone(), channels[place].name.clone()));
        tab_to(&mut driver, &first.1);
        driver.key(Key::ArrowRight);
        assert_eq!(driver.focused_name(), Some(second.1.clone()));
        let was_on = driver.persona(0).channels.contains(&second.0);
        driver.key(Key::Space);
        assert_eq!(driver.persona(0).channels.contains(&second.0), !was_on);
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        let before = driver.focused_name();
        assert_ne!(before, Some(first.1));
        driver.key(Key::Tab);
        assert_eq!(driver.focused_name(), Some(second.1), "Tab leads back to it");
    });
}
