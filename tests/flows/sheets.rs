//! Flows of what is done on a persona's sheet by keys and given up in its dialogs.

use crate::driver::{Driver, check_both};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

/// Runs a flow in both languages with the sheets open.
fn check_sheet(flow: impl Fn(Driver)) {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num6);
        flow(driver);
    });
}

#[test]
fn the_name_of_a_new_trait_or_field_is_typed_at_once() {
    check_sheet(|mut driver| {
        driver.click(&driver.word("add-slider"));
        driver.click(&driver.word("studio-own-trait"));
        driver.type_text("Courage");
        assert_eq!(driver.persona(0).sliders.last().map(|it| it.name.as_str()), Some("Courage"));
        driver.click(&driver.word("add-field"));
        driver.click(&driver.word("studio-own-field"));
        driver.type_text("Pet");
        let field = driver.persona(0).fields.last().expect("a field").clone();
        assert_eq!((field.name.as_str(), field.value.as_str()), ("Pet", ""));
        driver.key(Key::Tab);
        driver.type_text("a cat");
        assert_eq!(driver.persona(0).fields.last().map(|it| it.value.as_str()), Some("a cat"));
    });
}

#[test]
fn tab_goes_from_field_to_field_and_comes_to_the_buttons_beside_them_last() {
    check_sheet(|mut driver| {
        let (goals, needs) = (driver.persona(0).goals.clone(), driver.persona(0).needs.clone());
        driver.click_line("studio-goals", 1);
        driver.key(Key::Tab);
        driver.type_text("Second");
        assert_eq!(driver.persona(0).goals, [goals[0].as_str(), "Second"]);
        // Behind the last one is the row for one more, then the next list.
        driver.key(Key::Tab);
        driver.key(Key::Tab);
        driver.type_text("First");
        assert_eq!(driver.persona(0).needs[0], "First");
        assert_eq!(driver.persona(0).needs[1..], needs[1..]);
        let name = driver.word("studio-trait-name");
        driver.click_role(Role::TextInput, &name);
        driver.key(Key::Tab);
        let slider = driver.persona(0).sliders[0].clone();
        driver.key(Key::ArrowRight);
        assert!(driver.persona(0).sliders[0].value != slider.value, "the rail has the keyboard");
        let remove = driver.word_with("studio-remove-line", "line", "Second");
        let comes = (0..120).any(|_| {
            driver.key(Key::Tab);
            driver.focused_name().as_ref() == Some(&remove)
        });
        assert!(comes, "the button is reached as well");
        driver.key(Key::Enter);
        assert_eq!(driver.persona(0).goals, goals[..1]);
    });
}

#[test]
fn an_avatar_that_is_given_up_leaves_the_portrait_and_no_trace() {
    check_sheet(|mut driver| {
        let before = driver.persona(0).portrait.clone();
        let number = driver.word_with("avatar-suggestion", "number", 3);
        for by_key in [true, false] {
            driver.click(&driver.word("studio-portrait"));
            driver.click(&driver.word("studio-draw-avatar"));
            driver.click(&number);
            driver.click(&driver.word("hair-cap"));
            if by_key {
                driver.key(Key::Escape);
            } else {
                driver.click(&driver.word("cancel"));
            }
            assert!(!driver.sees(&number) && !driver.is_modified());
            assert!(driver.persona(0).portrait == before);
        }
        assert!(driver.sees(&driver.word("studio-journeys")), "the sheet is still shown");
    });
}
