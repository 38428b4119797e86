//! The window's shell: the row of tools, menus, lists of choices and forms at every size, by mouse and by keys.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, vec2};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Language, Subject};
use tropa::ui::action::Action;
use tropa::ui::page::Page;

/// 1280 × 720 at 100, 150, 200 and 250 %.
const SIZES: [(f32, f32); 4] = [(1280.0, 720.0), (853.0, 480.0), (640.0, 360.0), (512.0, 288.0)];

#[test]
fn every_tool_and_every_journey_has_a_way_to_it_on_a_narrow_window() {
    check_both(|mut driver| {
        let tools = ["save", "back", "add-touchpoint", "add-barrier", "delete", "fit", "workshop", "present", "export"];
        // More than have room even with the narrowest tabs.
        (0..4).for_each(|_| driver.run_command("duplicate-journey"));
        let ids: Vec<_> = driver.document().journeys_in_order().into_iter().map(|it| it.id.clone()).collect();
        let journeys: Vec<_> = (1..=ids.len()).map(|place| format!("Way {place} of many")).collect();
        for (id, title) in ids.into_iter().zip(&journeys) {
            driver.carry_out(Action::Rename(Subject::Journey(id), title.clone()));
        }
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

#[test]
fn a_tooltip_goes_when_a_dialog_comes() {
    check_both(|mut driver| {
        let name = driver.word("command-present");
        let tooltip = format!("{name} (F5)");
        assert!(!driver.sees(&tooltip));
        driver.rest_on(&name);
        assert!(driver.sees(&tooltip));
        driver.key_with(Modifiers::COMMAND, Key::Comma);
        assert!(driver.asks("settings-title"));
        (0..3).for_each(|_| driver.settle());
        assert!(!driver.sees(&tooltip));
    });
}

#[test]
fn escape_on_a_sheet_closes_the_panel_beside_it_first() {
    check_both(|mut driver| {
        driver.run_command("show-personas");
        assert_eq!(driver.app().page(), Page::Personas);
        for (panel, key) in [("history", Key::H), ("transcript", Key::T)] {
            driver.key_with(Modifiers::COMMAND, key);
            let close = driver.word(if panel == "history" { "history-close" } else { "sources-close" });
            assert_eq!((driver.sees(&close), driver.app().page()), (true, Page::Personas), "{panel}");
            driver.key(Key::Escape);
            assert_eq!((driver.sees(&close), driver.app().page()), (false, Page::Personas), "{panel}");
        }
        driver.key(Key::Escape);
        assert_eq!(driver.app().page(), Page::Map);
    });
}

#[test]
fn the_blocks_of_a_sheet_stand_exactly_below_each_other() {
    check_both(|mut driver| {
        driver.run_command("show-personas");
        let headings = ["facts", "habits-and-devices", "channels"];
        let left = |key: &str| driver.rect_of(&driver.word(&format!("studio-{key}"))).left();
        let lefts: Vec<f32> = headings.into_iter().map(left).collect();
        assert!(lefts.iter().all(|left| (left - lefts[0]).abs() < 0.1), "{lefts:?}");
    });
}

#[test]
fn each_export_is_called_what_it_is_of() {
    for language in [Language::Ru, Language::En] {
        let dialogs = vec![Pick::Unavailable; 3];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        driver.run_command("export");
        driver.choose(&driver.word("field-export-what"), &driver.word("export-board"));
        driver.click(&driver.word("export-go"));
        assert!(driver.asks("pick-export-board"));
        let (path, name) = (driver.word("path-field"), format!(" {}.png", driver.word("file-board")));
        assert!(driver.value_of(&path).ends_with(&name), "{}", driver.value_of(&path));
        driver.key(Key::Escape);
        driver.run_command("show-personas");
        driver.run_command("export-persona");
        driver.click(&driver.word("export-go"));
        assert!(driver.asks("pick-export-card"));
        driver.key(Key::Escape);
    }
}

#[test]
fn printing_begins_with_the_map_and_shows_its_sheets() {
    check_both(|mut driver| {
        driver.run_command("print");
        assert_eq!(driver.value_of_choice(&driver.word("field-print-kind")), driver.word("print-kind-map"));
        let sheets = |count: usize| driver.app().texts().with("print-sheets", &[("count", count.into())]);
        let one = sheets(1);
        assert!(driver.sees(&one));
        driver.choose(&driver.word("field-print-tiles"), &driver.word("print-tiles-a4"));
        assert!(!driver.sees(&one) && driver.sees_part(" × "));
        driver.key(Key::Escape);
    });
}

#[test]
fn a_page_without_anything_has_one_button_for_what_comes_first() {
    check_both(|mut driver| {
        driver.run_command("start-screen");
        driver.click(&driver.word("template-empty"));
        driver.run_command("show-outline");
        driver.click_last_button(&driver.word("command-add-touchpoint"));
        driver.type_text("First");
        driver.key(Key::Enter);
        assert!(driver.by_title("First").is_some());
        // Without a journey the map itself offers one.
        driver.run_command("show-map");
        driver.run_command("delete-journey");
        if driver.asks("answer-delete") {
            driver.click_last_button(&driver.word("answer-delete"));
        }
        assert!(driver.document().journeys_in_order().is_empty());
        driver.click_last_button(&driver.word("command-add-journey"));
        assert_eq!(driver.document().journeys_in_order().len(), 1);
    });
}
