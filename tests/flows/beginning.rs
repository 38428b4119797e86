//! Before a map is open, and beside one: the start screen shows, changes and saves nothing that is not seen.

use crate::driver::{Driver, Setup};
use egui::{Key, Modifiers, pos2};
use tropa::app::file_dialogs::Pick;
use tropa::model::Language;
use tropa::ui::page::Page;

fn check_languages(flow: impl Fn(Language)) {
    for language in [Language::Ru, Language::En] {
        flow(language);
    }
}

fn setup(language: Language) -> Setup {
    Setup { language, ..Setup::default() }
}

#[test]
fn before_anything_is_opened_there_is_nothing_to_see_to_change_or_to_save() {
    check_languages(|language| {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("nobody's.ron");
        let mut driver = Driver::first_start(Setup { dialogs: vec![Pick::Picked(path.clone())], ..setup(language) });
        assert_eq!(driver.app().title(), "Tropa");
        for words in ["untitled-project", "status-never-saved", "command-add-journey", "status-no-journey"] {
            assert!(!driver.asks(words), "{words}");
        }
        driver.key_with(Modifiers::COMMAND, Key::S);
        driver.paste("One\nTwo");
        for key in [Key::Enter, Key::B, Key::F4, Key::F8] {
            driver.key(key);
        }
        driver.key_with(Modifiers::COMMAND, Key::Num4);
        driver.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
        driver.run_command("add-persona");
        driver.key(Key::Escape);
        assert_eq!(driver.page(), Page::Start);
        assert!(!path.exists() && !driver.is_modified());
        assert!(driver.document().journeys.is_empty() && driver.document().personas.is_empty());
        driver.click(&driver.word("template-clinic"));
        assert_eq!(driver.page(), Page::Map);
        assert!(driver.app().title().contains(&driver.document().info.title));
        assert!(driver.asks("status-never-saved") && driver.asks("command-add-journey"));
    });
}

#[test]
fn a_table_is_taken_where_nothing_is_open_yet() {
    check_languages(|language| {
        let mut driver = Driver::first_start(setup(language));
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("way.csv");
        std::fs::write(&path, "Attention,Contact\nFlyer,Shop\n").expect("written");
        driver.drop_files(&[&path]);
        driver.click(&driver.word("paste-go"));
        assert_eq!(driver.page(), Page::Map);
        assert_eq!(driver.titles(), ["Flyer", "Shop"]);
        assert_eq!(driver.document().info.language, language);
    });
}

#[test]
fn esc_leads_back_from_the_start_screen_to_the_open_map_which_stays_as_it_was() {
    check_languages(|language| {
        let mut driver = Driver::new(setup(language));
        driver.change_something();
        let (count, selected) = (driver.touchpoint_count(), driver.selected());
        driver.run_command("start-screen");
        driver.paste("One\nTwo");
        driver.key(Key::Delete);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        driver.run_command("add-touchpoint");
        assert_eq!((driver.touchpoint_count(), driver.page()), (count, Page::Start));
        assert!(driver.app().title().contains(&driver.document().info.title));
        driver.key(Key::Escape);
        assert_eq!((driver.page(), driver.selected()), (Page::Map, selected));
        assert!(driver.is_modified());
        // A journey's tab leads there too.
        driver.run_command("start-screen");
        let title = driver.journey().info.title.clone();
        driver.click_tab(&title);
        assert_eq!(driver.page(), Page::Map);
    });
}

#[test]
fn found_work_waits_until_somebody_decides() {
    check_languages(|language| {
        let mut driver = Driver::new(setup(language));
        let count = driver.touchpoint_count();
        driver.change_something();
        driver.wait_for_copies(1);
        let mut driver = driver.start_again(setup(language));
        driver.press_at(pos2(12.0, 540.0));
        assert!(driver.asks("recovered-title"), "a click beside it answers nothing");
        driver.key(Key::Escape);
        assert!(!driver.asks("recovered-title") && driver.asks("recovered-kept"));
        // It is in reach from the start screen and from the menu, whatever is opened meanwhile.
        driver.click(&driver.word("command-unsaved-work"));
        driver.click(&driver.word("recovered-later"));
        driver.click(&driver.word("template-clinic"));
        driver.change_something();
        driver.run_command("unsaved-work");
        driver.click(&driver.word("recovered-restore"));
        assert!(driver.asks("ask-unsaved"), "what is open is not lost by it");
        driver.click(&driver.word("answer-discard"));
        assert_eq!(driver.touchpoint_count(), count + 1);
        assert!(driver.is_modified());
    });
}

#[test]
fn a_window_closed_while_found_work_waits_leaves_it_for_the_next_start() {
    check_languages(|language| {
        let mut driver = Driver::new(setup(language));
        driver.change_something();
        driver.wait_for_copies(1);
        let driver = driver.start_again(setup(language));
        assert!(driver.asks("recovered-title"));
        let mut driver = driver.start_again(setup(language));
        assert!(driver.asks("recovered-title"));
        driver.key(Key::Escape);
        let driver = driver.start_again(setup(language));
        assert!(driver.asks("recovered-title"));
    });
}
