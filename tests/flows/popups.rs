//! Pop-up lists and menus by keys: they take the keyboard, keep it while they are open, and give it back.

use crate::driver::check_both;
use egui::{Key, Modifiers, pos2};

#[test]
fn a_list_of_buttons_keeps_the_keyboard_and_gives_it_back() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num6);
        let (button, own) = (driver.word("add-slider"), driver.word("studio-own-trait"));
        driver.focus(&button);
        driver.key(Key::Enter);
        assert_eq!(driver.focused_name(), Some(own.clone()), "it begins at its first item");
        for key in [Key::Tab, Key::ArrowDown, Key::Tab] {
            driver.key(key);
            let name = driver.focused_name().expect("something has the keyboard");
            assert!(name == own || name.contains(" — "), "{key:?} leads out of the list, to {name}");
        }
        driver.key(Key::End);
        let last = driver.focused_name();
        driver.key(Key::ArrowDown);
        assert_eq!(driver.focused_name(), Some(own.clone()), "round to the first");
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        assert_eq!(driver.focused_name(), last);
        driver.key(Key::Home);
        assert_eq!(driver.focused_name(), Some(own.clone()));
        driver.key(Key::Escape);
        assert!(!driver.sees(&own));
        assert_eq!(driver.focused_name(), Some(button.clone()));
        driver.key(Key::Enter);
        let count = driver.persona(0).sliders.len();
        driver.key(Key::Enter);
        assert_eq!(driver.persona(0).sliders.len(), count + 1);
        assert!(!driver.sees(&own) && driver.page() == tropa::ui::page::Page::Personas);
    });
}

#[test]
fn a_list_that_the_mouse_has_opened_is_entered_by_keys() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num6);
        let (button, own) = (driver.word("add-slider"), driver.word("studio-own-trait"));
        driver.focus(&driver.word("studio-trait-name"));
        driver.press_at(driver.rect_of(&button).center());
        assert!(driver.sees(&own));
        driver.key(Key::Tab);
        assert_eq!(driver.focused_name(), Some(own));
        driver.press_at(pos2(900.0, 1000.0));
        assert_ne!(driver.focused_name(), Some(button), "the hand is at the mouse");
    });
}

#[test]
fn a_choice_closes_its_list_which_begins_at_what_is_chosen() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num7);
        let group = driver.word("ledger-group");
        driver.focus(&group);
        driver.key(Key::Enter);
        let none = driver.word("ledger-group-none");
        assert_eq!(driver.focused_name(), Some(none.clone()));
        driver.key(Key::ArrowDown);
        let stage = driver.word("ledger-column-stage");
        assert_eq!(driver.focused_name(), Some(stage.clone()));
        driver.key(Key::Enter);
        assert!(!driver.sees(&none), "the choice closes it");
        assert_eq!(driver.focused_name(), Some(group));
        driver.key(Key::Enter);
        assert_eq!(driver.focused_name(), Some(stage));
        // A letter goes to what begins with it.
        let severity = driver.word("ledger-column-severity");
        let letter: String = severity.chars().take(1).collect();
        driver.type_text(&letter);
        assert!(driver.focused_name().is_some_and(|name| name.starts_with(&letter)), "{:?}", driver.focused_name());
        driver.key(Key::Escape);
        assert!(!driver.sees(&none));
    });
}

#[test]
fn tab_selects_all_of_a_line_so_that_typing_takes_its_place() {
    check_both(|mut driver| {
        let persona = driver.document().personas_in_order()[0].clone();
        driver.click_first(&persona.name);
        let field = driver.word("field-segment");
        driver.retype(&field, "First segment");
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        driver.key(Key::Tab);
        driver.type_text("Regulars");
        assert_eq!(driver.value_of(&field), "Regulars");
        driver.key(Key::Tab);
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        driver.type_text("Newcomers");
        assert_eq!(driver.value_of(&field), "Newcomers");
        // A click puts the caret where it is.
        driver.click(&field);
        driver.key(Key::End);
        driver.type_text("!");
        assert_eq!(driver.value_of(&field), "Newcomers!");
    });
}
