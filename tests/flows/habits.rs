//! Flows of the window's habits: start screen, recovery after a crash, places, other windows, drops, size, settings.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, vec2};
use tropa::app::file_dialogs::Pick;
use tropa::model::Language;
use tropa::ui::action::Action;
use tropa::ui::start::HabitAction;

fn setup(language: Language) -> Setup {
    Setup { language, ..Setup::default() }
}

/// A window with a file open that is on the list of recent ones.
fn with_file(language: Language) -> (Driver, std::path::PathBuf) {
    let driver = Driver::new(setup(language));
    let path = driver.file("my map.ron");
    let again = Setup { file: Some(path.clone()), ..setup(language) };
    (driver.start_again(again), path)
}

fn check_languages(flow: impl Fn(Language)) {
    for language in [Language::Ru, Language::En] {
        flow(language);
    }
}

#[test]
fn whoever_has_files_begins_with_them_and_goes_on_where_they_were() {
    check_languages(|language| {
        let (mut driver, path) = with_file(language);
        driver.wheel(driver.canvas().center(), vec2(-300.0, -40.0), Modifiers::NONE);
        driver.key_with(Modifiers::ALT, Key::Plus);
        let (corner, zoom) = (driver.map_corner(), driver.zoom());
        assert_ne!(zoom, 1.0);
        driver.close_window();
        let mut driver = driver.start_again(setup(language));
        assert!(driver.asks("start-recent") && driver.asks("start-samples"));
        assert!(!driver.sees(&driver.word("canvas")));
        let card = path.display().to_string();
        assert!(driver.recent_names().contains(&"my map.ron".to_owned()), "{card}");
        driver.click_part("my map.ron, ");
        assert!(driver.sees(&driver.word("canvas")));
        assert_eq!((driver.map_corner(), driver.zoom()), (corner, zoom));
    });
}

#[test]
fn the_first_start_offers_samples_and_templates_with_pictures_and_the_last_file_can_be_wished_for() {
    check_languages(|language| {
        let mut driver = Driver::first_start(setup(language));
        assert!(!driver.sees(&driver.word("canvas")));
        assert!(
            !driver.sees_part(&driver.texts_about("start-go-on", &[("title", "")])),
            "there is nothing to go back to"
        );
        driver.wait_until(|driver| driver.app().offer_pictures() == 10);
        for offer in ["template-clinic", "sample-home-internet-en"] {
            driver.run_command("start-screen");
            driver.click(&driver.word(offer));
            assert!(driver.sees(&driver.word("canvas")), "{offer}");
        }
        let (mut driver, _) = with_file(language);
        driver.key_with(Modifiers::COMMAND, Key::Comma);
        driver.click(&driver.word("settings-start-last"));
        driver.click(&driver.word("close"));
        let driver = driver.start_again(setup(language));
        assert!(driver.sees(&driver.word("canvas")) && driver.sees_part("my map.ron"));
    });
}

#[test]
fn a_crash_loses_nothing() {
    check_languages(|language| {
        let mut driver = Driver::new(setup(language));
        let count = driver.touchpoint_count();
        driver.change_something();
        driver.wait_for_copies(1);
        let driver = driver.start_again(setup(language));
        assert!(driver.asks("recovered-title"));
        // Not answered, or left for later, it is offered again.
        let mut driver = driver.start_again(setup(language));
        assert!(driver.asks("recovered-title"));
        driver.key(Key::Escape);
        assert!(!driver.asks("recovered-title"));
        let mut driver = driver.start_again(setup(language));
        driver.click(&driver.word("recovered-restore"));
        assert_eq!(driver.touchpoint_count(), count + 1);
        assert!(driver.is_modified());
        // It is kept anew at once: another crash loses nothing either.
        driver.wait_for_copies(1);
        let mut driver = driver.start_again(setup(language));
        driver.key(Key::Enter);
        assert_eq!(driver.touchpoint_count(), count + 1);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(driver.is_modified(), "it is in no file yet");
    });
}

#[test]
fn what_is_being_written_when_it_crashes_is_not_lost_either() {
    check_languages(|language| {
        let mut driver = Driver::new(setup(language));
        let (first, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key(Key::Enter);
        driver.type_text("Half a ti");
        driver.wait_for_copies(1);
        driver.type_text("tle");
        // The copy is made anew within a second.
        driver.wait_for_text_in_copies("Half a title");
        let mut driver = driver.start_again(setup(language));
        driver.click(&driver.word("recovered-restore"));
        let made = driver.by_title("Half a title").expect("what was typed is there");
        assert!(driver.leads(&first, &made));
    });
}

/// A window that goes on with what a crash has left of a file, which `meanwhile` is done to.
fn recovered(language: Language, meanwhile: impl Fn(&std::path::Path)) -> (Driver, std::path::PathBuf) {
    let (mut driver, path) = with_file(language);
    driver.change_something();
    driver.wait_for_copies(1);
    meanwhile(&path);
    let mut driver = driver.start_again(setup(language));
    driver.click(&driver.word("recovered-restore"));
    assert!(driver.is_modified());
    (driver, path)
}

#[test]
fn recovered_work_is_saved_to_its_own_file_unasked() {
    check_languages(|language| {
        let (mut driver, path) = recovered(language, |_| ());
        driver.key_with(Modifiers::COMMAND, Key::S);
        assert!(!driver.is_modified() && !driver.has_a_dialog());
        let saved = tropa::storage::open(&path).expect("saved").document;
        assert!(saved == *driver.document());
    });
}

#[test]
fn recovered_work_asks_before_it_is_saved_over_what_was_changed_meanwhile() {
    check_languages(|language| {
        let change = |path: &std::path::Path| {
            let text = std::fs::read_to_string(path).expect("a file");
            std::fs::write(path, format!("{text}// Somebody else was here.\n")).expect("written");
        };
        let (mut driver, path) = recovered(language, change);
        driver.key_with(Modifiers::COMMAND, Key::S);
        let asked = driver.word_with("ask-changed-kept", "name", "my map.ron");
        assert!(driver.is_modified() && driver.sees(&asked));
        driver.key(Key::Escape);
        let text = std::fs::read_to_string(&path).expect("a file");
        assert!(text.ends_with("was here.\n"), "nothing was written");
        driver.key_with(Modifiers::COMMAND, Key::S);
        driver.click(&driver.word("answer-overwrite"));
        assert!(!driver.is_modified());
        assert!(tropa::storage::open(&path).expect("saved").document == *driver.document());
    });
}

#[test]
fn what_is_saved_undone_or_thrown_away_is_not_offered() {
    check_languages(|language| {
        let (mut driver, _) = with_file(language);
        driver.change_something();
        driver.wait_for_copies(1);
        // Added and named: two entries.
        driver.keys_at_once(Modifiers::COMMAND, Key::Z, 2);
        driver.wait_for_copies(0);
        driver.keys_at_once(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z, 2);
        driver.wait_for_copies(1);
        driver.key_with(Modifiers::COMMAND, Key::S);
        driver.wait_for_copies(0);
        driver.change_something();
        driver.wait_for_copies(1);
        let mut driver = driver.start_again(setup(language));
        driver.click(&driver.word("recovered-discard"));
        assert!(!driver.asks("recovered-title"));
        driver.wait_for_copies(0);
        let (mut driver, _) = with_file(language);
        driver.change_something();
        driver.wait_for_copies(1);
        driver.key_with(Modifiers::COMMAND, Key::Q);
        driver.click(&driver.word("answer-discard"));
        let driver = driver.start_again(setup(language));
        assert!(!driver.asks("recovered-title"));
    });
}

#[test]
fn the_interface_grows_and_shrinks_by_keys_and_remembers_its_size() {
    check_languages(|language| {
        let mut driver = Driver::new(setup(language));
        assert_eq!(driver.scale(), 1.0);
        driver.key_with(Modifiers::COMMAND, Key::Plus);
        driver.key_with(Modifiers::COMMAND, Key::Equals);
        assert_eq!(driver.scale(), 1.25);
        driver.key_with(Modifiers::COMMAND, Key::Minus);
        assert_eq!(driver.scale(), 1.1);
        let driver = driver.start_again(setup(language));
        assert_eq!(driver.scale(), 1.1);
    });
}

#[test]
fn another_window_is_opened_empty_or_with_a_recent_file() {
    check_languages(|language| {
        let (mut driver, path) = with_file(language);
        driver.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
        assert_eq!(driver.windows.opened(), [None]);
        driver.run_command("start-screen");
        driver.open_menu_of_part("my map.ron, ");
        driver.click(&driver.word("start-open-elsewhere"));
        assert_eq!(driver.windows.opened(), [None, Some(path)]);
        driver.open_menu_of_part("my map.ron, ");
        driver.click(&driver.word("start-forget"));
        assert!(driver.asks("start-no-recent") && driver.recent_names().is_empty());
    });
}

#[test]
fn dropped_files_are_opened_and_pictures_go_to_what_is_selected() {
    check_both(|mut driver| {
        let path = driver.file("dropped.ron");
        let other = driver.file("other.ron");
        driver.change_something();
        driver.drop_files(&[&path, &other]);
        assert!(driver.asks("answer-discard"), "changes are not lost by a drop");
        driver.click(&driver.word("answer-discard"));
        assert!(driver.sees_part("dropped.ron"));
        assert_eq!(driver.windows.opened(), [Some(other)]);
        let picture = path.with_extension("png");
        image::RgbImage::new(8, 8).save(&picture).expect("saved");
        driver.drop_files(&[&picture]);
        assert!(driver.asks("drop-picture-where"));
        let (first, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.drop_files(&[&picture]);
        assert_eq!(driver.journey().touchpoints.get(&first).map(|it| it.pictures.len()), Some(1));
    });
}

#[test]
fn without_file_dialogs_folders_are_gone_through_in_the_window() {
    check_languages(|language| {
        let driver = Driver::new(setup(language));
        let path = driver.file("a map.ron");
        let folder = path.parent().expect("a folder");
        for name in ["a letter.txt", "a table.CSV"] {
            std::fs::write(folder.join(name), "").expect("written");
        }
        std::fs::create_dir(folder.join("a folder.txt")).expect("made");
        let mut driver = driver.start_again(Setup { dialogs: vec![Pick::Unavailable; 2], ..setup(language) });
        driver.key_with(Modifiers::COMMAND, Key::O);
        driver.retype(&driver.word("path-field"), &format!("{}/", folder.display()));
        assert!(driver.sees(&driver.word("folder-up")));
        // Files of other kinds are seen where that is asked for.
        assert!(driver.sees("a table.CSV") && driver.sees("a folder.txt") && !driver.sees("a letter.txt"));
        driver.focus(&driver.word("folder-all-files"));
        driver.key(Key::Space);
        assert!(driver.sees("a letter.txt"));
        driver.focus("a map.ron");
        driver.key(Key::Enter);
        assert_eq!(driver.value_of(&driver.word("path-field")), path.display().to_string());
        driver.click(&driver.word("path-open"));
        assert!(driver.sees_part("a map.ron") && !driver.asks("path-field"));
        // Enter on what is typed already takes it.
        driver.key_with(Modifiers::COMMAND, Key::O);
        driver.retype(&driver.word("path-field"), &format!("{}/", folder.display()));
        driver.focus("a map.ron");
        driver.key(Key::Enter);
        assert!(driver.asks("path-field"));
        driver.key(Key::Enter);
        assert!(!driver.asks("path-field"));
    });
}

#[test]
fn settings_take_effect_at_once() {
    check_both(|mut driver| {
        let before = driver.background();
        driver.key_with(Modifiers::COMMAND, Key::Comma);
        driver.click(&driver.word("theme-dark"));
        assert_ne!(driver.background(), before);
        driver.click(&driver.word("settings-scale-auto"));
        assert_eq!(driver.scale(), 1.0);
    });
}

#[test]
fn nothing_moves_where_motion_is_reduced() {
    check_both(|mut driver| {
        // In how many frames the map stands where a key asks for it.
        let frames = |driver: &mut Driver| {
            driver.key_with(Modifiers::COMMAND, Key::Num1);
            let before = driver.map_corner();
            driver.begin_key(Modifiers::COMMAND, Key::Num0);
            let arrived = (1..20).find(|_| {
                driver.frames(1);
                driver.map_corner() != before
            });
            driver.settle();
            arrived.expect("it is led there")
        };
        let glides = frames(&mut driver);
        assert!(driver.fades());
        driver.run_command("settings");
        driver.click(&driver.word("settings-motion-reduced"));
        driver.key(Key::Escape);
        assert!(frames(&mut driver) < glides, "the map is there at once");
        assert!(!driver.fades(), "and so is what opens above it");
        driver.run_command("settings");
        driver.click(&driver.word("settings-motion-full"));
        driver.key(Key::Escape);
        assert_eq!(frames(&mut driver), glides);
        assert!(driver.fades());
    });
}

#[test]
fn the_interface_is_larger_by_itself_on_a_tall_screen_that_has_no_scale_of_its_own() {
    let mut driver = Driver::new(Setup::default());
    let sizes = [(1080.0, 1.0, 1.0), (2160.0, 1.0, 1.5), (1899.0, 1.0, 1.0), (1900.0, 1.0, 1.5), (2160.0, 2.0, 1.0)];
    for (pixels, native, expected) in sizes {
        driver.put_on_screen(pixels, native);
        assert_eq!(driver.scale(), expected, "{pixels} pixels high, {native} by the system");
    }
    // What was chosen stands, whatever the screen.
    driver.carry_out(Action::Habit(Box::new(HabitAction::SetScale(Some(1.25)))));
    driver.put_on_screen(2160.0, 1.0);
    assert_eq!(driver.scale(), 1.25);
    driver.carry_out(Action::Habit(Box::new(HabitAction::SetScale(None))));
    assert_eq!(driver.scale(), 1.5);
}
