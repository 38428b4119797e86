//! Small courtesies of the window: Enter and Esc, the keyboard's focus, menus, several presses at once.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers};
use tropa::app::file_dialogs::Pick;
use tropa::model::Language;

#[test]
fn enter_confirms_a_typed_path() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("typed.ron");
    let mut driver = Driver::new(Setup { dialogs: vec![Pick::Unavailable], ..Setup::default() });
    driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    driver.retype(&driver.word("path-field"), &path.display().to_string());
    driver.key(Key::Enter);
    assert!(path.exists());
    assert!(!driver.asks("path-save"));
}

#[test]
fn what_is_being_named_is_no_problem_yet() {
    check_both(|mut driver| {
        let count = |driver: &Driver| tropa::model::validate(driver.document()).len();
        let said = |driver: &Driver, count: usize| driver.sees(&driver.word_with("count-problems", "count", count));
        let before = count(&driver);
        driver.key(Key::Enter);
        assert!(driver.is_writing());
        let problems = tropa::model::validate(driver.document());
        assert!(problems.len() > before, "so far it has no name");
        assert!(before == 0 || said(&driver, before));
        assert!(!said(&driver, problems.len()));
    });
}

#[test]
fn enter_does_what_the_first_button_does_and_escape_nothing() {
    check_both(|mut driver| {
        driver.key(Key::F1);
        assert!(driver.asks("shortcuts-title"));
        driver.key(Key::Enter);
        assert!(!driver.asks("shortcuts-title"));
        let before = driver.document().clone();
        driver.key_with(Modifiers::COMMAND, Key::N);
        driver.key(Key::Escape);
        assert_eq!(driver.document(), &before);
        driver.key_with(Modifiers::COMMAND, Key::N);
        driver.key(Key::Enter);
        assert_ne!(driver.document(), &before, "the first template");
    });
}

#[test]
fn enter_saves_what_is_guarded() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("map.ron");
    let mut driver = Driver::new(Setup { dialogs: vec![Pick::Picked(path.clone())], ..Setup::default() });
    driver.change_something();
    driver.key_with(Modifiers::COMMAND, Key::O);
    assert!(driver.asks("answer-discard"));
    driver.key(Key::Enter);
    assert!(path.exists());
}

#[test]
fn keys_of_the_map_rest_while_something_is_asked() {
    check_both(|mut driver| {
        let before = driver.map_corner();
        driver.key(Key::F1);
        driver.key(Key::ArrowRight);
        driver.key(Key::Escape);
        assert_eq!(driver.map_corner(), before);
        driver.key(Key::ArrowRight);
        assert_ne!(driver.map_corner(), before);
    });
}

#[test]
fn a_menu_opens_after_another_was_closed_by_escape() {
    check_both(|mut driver| {
        for menu in ["menu-file", "menu-view", "menu-file"] {
            driver.click(&driver.word(menu));
            let item = if menu == "menu-file" { "command-project" } else { "menu-language" };
            assert!(driver.asks(item), "{menu}");
            driver.key(Key::Escape);
            assert!(!driver.asks(item), "{menu}");
        }
    });
}

#[test]
fn presses_of_one_frame_all_count() {
    check_both(|mut driver| {
        let before = driver.touchpoint_count();
        driver.change_something();
        driver.change_something();
        driver.keys_at_once(Modifiers::COMMAND, Key::Z, 4);
        assert_eq!(driver.touchpoint_count(), before);
        assert!(!driver.is_modified());
    });
}

#[test]
fn no_barrier_is_added_to_nothing() {
    check_both(|mut driver| {
        let before = driver.document().barriers.len();
        driver.key_with(Modifiers::COMMAND, Key::B);
        assert_eq!(driver.document().barriers.len(), before);
    });
}

#[test]
fn what_was_just_added_goes_again_by_escape() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        driver.key(Key::Enter);
        driver.key(Key::Escape);
        assert_eq!(driver.document(), &before);
        driver.key(Key::Tab);
        driver.key_with(Modifiers::COMMAND, Key::B);
        driver.key(Key::Escape);
        assert_eq!(driver.document(), &before);
    });
}

#[test]
fn what_is_new_is_named_at_once() {
    check_both(|mut driver| {
        driver.click(&driver.word("command-add-persona"));
        driver.type_text("Vera");
        assert!(driver.document().personas.iter().any(|persona| persona.name == "Vera"));
        driver.click(&driver.word("command-add-journey"));
        driver.type_text("Another way");
        assert!(driver.document().journeys.iter().any(|journey| journey.info.title == "Another way"));
    });
}

#[test]
fn an_opportunity_and_a_strength_are_stated_at_once() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.click(&driver.word("command-add-opportunity"));
        driver.type_text("Better");
        driver.key(Key::Enter);
        assert!(driver.document().opportunities.iter().any(|it| it.statement == "Better"));
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        driver.click_card(&title);
        driver.click(&driver.word("add-strength"));
        driver.type_text("Good");
        driver.key(Key::Enter);
        assert!(driver.document().strengths.iter().any(|it| it.statement == "Good"));
    });
}

#[test]
fn a_new_map_begins_in_the_corner() {
    check_both(|mut driver| {
        let corner = driver.map_corner();
        driver.click(&driver.word("command-add-journey"));
        assert_eq!(driver.map_corner(), corner);
        driver.click(&driver.word("command-add-persona"));
        assert_eq!(driver.map_corner(), corner);
    });
}

#[test]
fn arrow_keys_go_from_card_to_card() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key(Key::ArrowRight);
        let there = driver.selected();
        assert!(there.len() == 1 && there != std::slice::from_ref(&id), "{there:?}");
        driver.key(Key::ArrowLeft);
        assert_eq!(driver.selected(), [id]);
    });
}

#[test]
fn a_tab_is_renamed_as_anything_else_is() {
    check_both(|mut driver| {
        let title = driver.journey().info.title.clone();
        driver.double_click_at(driver.tab(&title).center());
        assert_eq!(driver.value_of(&driver.word("rename-field")), title);
        driver.type_text("Another name");
        driver.key(Key::Enter);
        assert_eq!(driver.journey().info.title, "Another name");
    });
}

#[test]
fn a_large_number_may_be_corrected_digit_by_digit() {
    check_both(|mut driver| {
        driver.key(Key::Escape);
        let field = driver.word("field-customers");
        driver.retype(&field, "18400");
        driver.key(Key::Tab);
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        for (key, expect) in [(Key::End, 18400.0), (Key::Backspace, 1840.0), (Key::Backspace, 184.0)] {
            driver.key(key);
            assert_eq!(driver.journey().info.customers, Some(expect));
        }
        // A comma means what it means in the language.
        driver.retype(&field, "1,234");
        let expect = if driver.language() == Language::Ru { 1.234 } else { 1234.0 };
        assert_eq!(driver.journey().info.customers, Some(expect));
    });
}
