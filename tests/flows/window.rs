//! Flows of the window as a whole: how the map is seen, which journey and persona, exports stopped, quitting, sources.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, ViewportCommand, vec2};
use tropa::analysis::{Level, level};
use tropa::app::file_dialogs::Pick;
use tropa::model::{EvidenceKind, Language, Portrait};

#[test]
fn the_wheel_moves_the_map_and_zooms_at_the_pointer() {
    check_both(|mut driver| {
        let canvas = driver.canvas();
        let pointer = canvas.center() + vec2(120.0, 60.0);
        let corner = driver.map_corner();
        driver.wheel(pointer, vec2(-90.0, -60.0), Modifiers::NONE);
        assert!((driver.map_corner() - corner - vec2(-90.0, -60.0)).length() < 1.0, "{:?}", driver.map_corner());
        let under = |driver: &Driver| (pointer - canvas.min - driver.map_corner()) / driver.zoom();
        let (before, zoom) = (under(&driver), driver.zoom());
        driver.wheel(pointer, vec2(0.0, 80.0), Modifiers::COMMAND);
        assert!(driver.zoom() > zoom * 1.05, "{}", driver.zoom());
        assert!((under(&driver) - before).length() < 1.0, "what is under the pointer stays there");
    });
}

#[test]
fn the_map_is_fitted_and_zoomed_by_keys() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num1);
        assert_eq!(driver.zoom(), 1.0);
        driver.key_with(Modifiers::ALT, Key::Plus);
        assert_eq!(driver.zoom(), 1.25);
        driver.key_with(Modifiers::ALT, Key::Minus);
        assert!((driver.zoom() - 1.0).abs() < 1e-3);
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        let (zoom, corner) = (driver.zoom(), driver.map_corner());
        assert!(zoom < 1.0 && corner.min_elem() >= 0.0, "{zoom} {corner:?}");
        let last = driver.touchpoints_in_order().pop().expect("a touchpoint");
        assert!(driver.canvas().contains_rect(driver.card(&last)), "the last card is in sight");
    });
}

#[test]
fn tabs_lead_from_journey_to_journey() {
    check_both(|mut driver| {
        let titles: Vec<String> =
            driver.document().journeys_in_order().iter().map(|journey| journey.info.title.clone()).collect();
        let title = |driver: &Driver| driver.value_of(&driver.word("field-journey-title"));
        assert_eq!(title(&driver), titles[0]);
        driver.click_tab(&titles[1]);
        assert_eq!(title(&driver), titles[1]);
        driver.click_tab(&titles[0]);
        assert_eq!(title(&driver), titles[0]);
        assert!(!driver.is_modified());
    });
}

#[test]
fn a_personas_portrait_is_edited() {
    check_both(|mut driver| {
        let persona = driver.document().personas_in_order()[0].clone();
        let now = |driver: &Driver| driver.document().personas.get(&persona.id).expect("there").clone();
        driver.click_first(&persona.name);
        driver.retype(&driver.word("field-segment"), "Regulars");
        driver.retype(&driver.word("field-segment-share"), "32,5");
        driver.retype(&driver.word("field-persona-goals"), "Be on time");
        driver.click(&driver.word("portrait-initials"));
        let changed = now(&driver);
        assert_eq!((changed.segment.as_str(), changed.share), ("Regulars", Some(0.325)));
        assert_eq!(
            (changed.goals.as_slice(), &changed.portrait),
            (&["Be on time".to_owned()][..], &Portrait::Initials)
        );
        for _ in 0..4 {
            driver.key_with(Modifiers::COMMAND, Key::Z);
        }
        assert_eq!(now(&driver), persona);
    });
}

#[test]
fn an_export_is_stopped_and_leaves_no_file() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("map.png");
        let dialogs = vec![Pick::Picked(path.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        driver.key_with(Modifiers::COMMAND, Key::E);
        // As large as it can be, so that there is time to stop it.
        driver.choose(&driver.word("field-export-scale"), &driver.scale_words(8));
        driver.click(&driver.word("export-go"));
        driver.click(&driver.word("export-cancel"));
        driver.wait_until(|driver| driver.asks("export-stopped"));
        let left: Vec<_> = std::fs::read_dir(directory.path()).unwrap().collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn quitting_with_unsaved_work_asks_first() {
    check_both(|mut driver| {
        driver.change_something();
        let changed = driver.document().clone();
        let answer = driver.press_close_button();
        assert!(answer.contains(&ViewportCommand::CancelClose), "{answer:?}");
        driver.settle();
        assert!(driver.asks("ask-unsaved"));
        driver.click(&driver.word("cancel"));
        assert_eq!(driver.document(), &changed);
        driver.key_with(Modifiers::COMMAND, Key::Q);
        assert!(driver.asks("ask-unsaved"));
        let answer = driver.commands_after(&driver.word("answer-discard"));
        assert!(answer.contains(&ViewportCommand::Close), "{answer:?}");
    });
}

#[test]
fn what_is_being_written_is_asked_about_and_saved_as_well() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("map.ron");
        let mut driver = Driver::new(Setup { language, dialogs: vec![Pick::Picked(path.clone())], ..Setup::default() });
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key(Key::F2);
        driver.type_text("Not typed to its end");
        let answer = driver.press_close_button();
        assert!(answer.contains(&ViewportCommand::CancelClose), "{answer:?}");
        driver.settle();
        assert!(driver.asks("ask-unsaved"));
        driver.click(&driver.word("cancel"));
        assert_eq!(driver.title_of(&id), "Not typed to its end");
        driver.key(Key::F2);
        driver.type_text("Saved while it is typed");
        driver.key_with(Modifiers::COMMAND, Key::S);
        let saved = tropa::storage::open(&path).expect("saved").document;
        let (_, touchpoint) = saved.touchpoint(&id).expect("there");
        assert_eq!(touchpoint.title, "Saved while it is typed");
    }
}

#[test]
fn a_window_without_changes_closes_at_once() {
    check_both(|mut driver| {
        let answer = driver.press_close_button();
        assert!(!answer.contains(&ViewportCommand::CancelClose), "{answer:?}");
        assert!(!driver.asks("ask-unsaved"));
    });
}

#[test]
fn sources_are_added_to_a_touchpoint_and_raise_what_is_known() {
    check_both(|mut driver| {
        driver.change_something();
        let id = driver.by_title("One more").expect("added");
        let known = |driver: &Driver| {
            let evidence = driver.journey().touchpoints.get(&id).map(|it| it.evidence.clone()).unwrap_or_default();
            (level(driver.document(), &evidence), evidence)
        };
        assert_eq!(known(&driver).0, Level::Hypothesis);
        driver.click(&driver.word("add-evidence"));
        driver.click(&driver.word("evidence-survey"));
        let (level, evidence) = known(&driver);
        assert_eq!(level, Level::Partial);
        let kind = driver.document().evidence.get(&evidence[0]).map(|source| source.kind);
        assert_eq!(kind, Some(EvidenceKind::Survey));
        driver.retype(&driver.word("field-sample"), "412");
        let source = driver.document().evidence.get(&evidence[0]).cloned().expect("there");
        assert_eq!(source.sample, Some(412));
        // What no sample can be changes nothing, and the field says what can be.
        let most = tropa::i18n::number::number(f64::from(u32::MAX), 0, driver.language());
        let hint = driver.texts_about("count-hint", &[("most", &most)]);
        for wrong in ["-3", "5000000000", "1,5", "many"] {
            driver.retype(&driver.word("field-sample"), wrong);
            assert!(driver.sees(&hint), "{wrong}");
            let source = driver.document().evidence.get(&evidence[0]).cloned().expect("there");
            assert_eq!(source.sample, Some(412), "{wrong}");
        }
        driver.retype(&driver.word("field-sample"), "7");
        let source = driver.document().evidence.get(&evidence[0]).cloned().expect("there");
        assert!(source.sample == Some(7) && !driver.sees(&hint));
    });
}
