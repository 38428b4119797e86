//! The window's shell: the row of tools, menus, lists of choices and forms at every size, by mouse and by keys.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, vec2};
use tropa::model::Language;

/// 1280 × 720 at 100, 150, 200 and 250 %.
const SIZES: [(f32, f32); 4] = [(1280.0, 720.0), (853.0, 480.0), (640.0, 360.0), (512.0, 288.0)];

#[test]
fn every_tool_and_every_journey_has_a_way_to_it_on_a_narrow_window() {
    check_both(|mut driver| {
        let tools = ["save", "back", "add-touchpoint", "add-barrier", "delete", "fit", "workshop", "present", "export"];
        let journeys: Vec<_> =
            driver.document().journeys_in_order().into_iter().map(|it| it.info.title.clone()).collect();
        let rest = driver.word("toolbar-rest");
        assert!(!driver.sees(&rest), "a wide window has room for all");
        for size in SIZES {
            driver.resize(size.into());
            let in_row = |driver: &Driver, name: &str| driver.in_the_tool_row(name);
            let words: Vec<_> = tools.iter().map(|key| driver.word(&format!("command-{key}"))).collect();
            let all: Vec<_> = words.iter().chain(&journeys).cloned().collect();
            let missing: Vec<_> = all.iter().filter(|name| !in_row(&driver, name)).cloned().collect();
            assert_eq!(driver.sees(&rest), !missing.is_empty(), "{size:?}: {missing:?}");
            if missing.is_empty() {
                continue;
            }
            assert!(driver.in_the_tool_row(&rest), "{size:?}");
            driver.focus(&rest);
            driver.key(Key::Enter);
            for name in &missing {
                assert!(driver.sees_part(name), "{size:?}: {name}");
            }
            driver.key(Key::Escape);
        }
        // A journey without a tab is shown by the menu.
        let hidden = journeys.iter().find(|title| !driver.in_the_tool_row(title)).expect("a tab too many").clone();
        driver.click(&rest);
        driver.click_part(&hidden);
        assert!(driver.in_the_tool_row(&hidden));
    });
}

#[test]
fn a_menu_higher_than_the_window_is_scrolled_to_its_end_by_keys() {
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        let (menu, last) = (driver.word("menu-view"), driver.word("menu-map-language"));
        for size in [(640.0, 360.0), (853.0, 480.0)] {
            driver.resize(size.into());
            driver.focus(&menu);
            driver.key(Key::Enter);
            driver.key(Key::ArrowUp);
            (0..3).for_each(|_| driver.settle());
            assert_eq!(driver.focused_name(), Some(last.clone()), "{language:?} {size:?}");
            assert!(driver.focus_is_seen(), "{language:?} {size:?}: {:?}", driver.rect_of(&last));
            driver.key(Key::Escape);
        }
    }
}

#[test]
fn a_list_of_choices_is_led_by_keys() {
    check_both(|mut driver| {
        driver.run_command("export");
        let field = driver.word("field-export-format");
        let words = ["export-png", "export-svg", "export-pdf"].map(|key| driver.word(key));
        let is = |driver: &Driver, place: usize| assert_eq!(driver.value_of_choice(&field), words[place]);
        let press = |driver: &mut Driver, keys: &[Key]| {
            for key in keys {
                driver.key(*key);
                driver.settle();
            }
        };
        driver.focus(&field);
        press(&mut driver, &[Key::Enter, Key::ArrowDown, Key::Enter]);
        is(&driver, 1);
        assert!(!driver.sees(&words[2]), "Enter closes the list");
        // The field has the keyboard again.
        press(&mut driver, &[Key::Enter, Key::End, Key::Enter]);
        is(&driver, 2);
        press(&mut driver, &[Key::Enter, Key::Home, Key::ArrowDown, Key::Escape]);
        is(&driver, 2);
        assert!(!driver.sees(&words[1]) && driver.asks("export-title"), "Esc closes the list alone");
        press(&mut driver, &[Key::Enter, Key::Home, Key::Enter]);
        is(&driver, 0);
        // A letter goes to the next that begins with it.
        press(&mut driver, &[Key::Enter]);
        driver.type_text("p");
        press(&mut driver, &[Key::Enter]);
        is(&driver, 2);
    });
}

#[test]
fn what_gets_the_keyboard_below_the_edge_of_a_form_comes_into_sight() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        driver.run_command("show-personas");
        for _ in 0..60 {
            driver.key(Key::Tab);
            driver.settle();
            assert!(driver.focus_is_seen(), "{:?}", driver.focused_name());
        }
        for _ in 0..10 {
            driver.key_with(Modifiers::SHIFT, Key::Tab);
            driver.settle();
            assert!(driver.focus_is_seen(), "{:?}", driver.focused_name());
        }
    });
}
