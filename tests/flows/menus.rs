//! The menu bar by keys: Alt with a letter, Left and Right from menu to menu, Down from a title.

use crate::driver::{Driver, check_both};
use egui::{Event, Key, Modifiers};
use tropa::model::Language;

/// The key of the letter that opens the menu of files.
fn file_key(driver: &Driver) -> Key {
    // Ф is where the Latin A is.
    if driver.language() == Language::Ru { Key::A } else { Key::F }
}

fn check_open(driver: &Driver, command: &str, others: &[&str]) {
    assert!(driver.sees(&driver.word(command)), "{command} is offered");
    for other in others {
        assert!(!driver.sees(&driver.word(other)), "{other} is not");
    }
}

#[test]
fn alt_with_a_letter_opens_a_menu_and_arrows_go_on_to_its_neighbours() {
    check_both(|mut driver| {
        let key = file_key(&driver);
        driver.key_with(Modifiers::ALT, key);
        check_open(&driver, "command-save-as", &["command-history", "command-about"]);
        assert_eq!(driver.focused_name(), Some(driver.word("command-new")));
        driver.key(Key::ArrowRight);
        check_open(&driver, "command-history", &["command-save-as"]);
        let first = driver.focused_name().expect("it begins at its first item");
        driver.key(Key::ArrowDown);
        assert_ne!(driver.focused_name(), Some(first));
        driver.key(Key::ArrowLeft);
        check_open(&driver, "command-save-as", &["command-history"]);
        driver.key(Key::ArrowLeft);
        check_open(&driver, "command-about", &["command-save-as"]);
        driver.key(Key::ArrowRight);
        check_open(&driver, "command-save-as", &["command-about"]);
        driver.key(Key::Escape);
        assert!(!driver.sees(&driver.word("command-save-as")));
    });
}

#[test]
fn arrows_lead_on_from_a_menu_that_the_mouse_has_opened() {
    check_both(|mut driver| {
        let title = driver.word("menu-file");
        driver.press_at(driver.rect_of(&title).center());
        check_open(&driver, "command-save-as", &["command-history"]);
        driver.key(Key::ArrowRight);
        check_open(&driver, "command-history", &["command-save-as"]);
        driver.key(Key::ArrowLeft);
        check_open(&driver, "command-save-as", &["command-history"]);
        // The pointer still opens those that it comes by.
        let next = driver.rect_of(&driver.word("menu-edit")).center();
        driver.events(vec![Event::PointerMoved(next)]);
        check_open(&driver, "command-history", &["command-save-as"]);
    });
}

#[test]
fn down_opens_the_menu_whose_title_has_the_keyboard() {
    check_both(|mut driver| {
        driver.focus(&driver.word("menu-view"));
        driver.key(Key::ArrowDown);
        assert_eq!(driver.focused_name(), Some(driver.word("command-show-map")));
        // A menu inside of it is entered and left.
        let inner = driver.word("menu-zoom");
        while driver.focused_name().as_ref() != Some(&inner) {
            driver.key(Key::ArrowDown);
        }
        driver.key(Key::ArrowRight);
        check_open(&driver, "command-fit", &["command-save-as"]);
        assert_eq!(driver.focused_name(), Some(driver.word("command-fit")));
        driver.key(Key::ArrowLeft);
        assert_eq!(driver.focused_name(), Some(inner));
        check_open(&driver, "command-show-map", &["command-about"]);
    });
}

#[test]
fn a_letter_with_alt_is_not_typed() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num6);
        let field = driver.word("field-segment");
        driver.retype(&field, "Regulars");
        let key = file_key(&driver);
        let pressed =
            Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers: Modifiers::ALT };
        driver.events(vec![pressed, Event::Text("f".to_owned())]);
        assert_eq!(driver.value_of(&field), "Regulars");
        assert_eq!(driver.focused_name(), Some(driver.word("command-new")));
    });
}
