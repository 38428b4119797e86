//! Flows through the window, driven by names and keys in both languages: no window, no graphics card.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers};
use tropa::app::file_dialogs::Pick;
use tropa::model::Language;

const BOTH: [Language; 2] = [Language::Ru, Language::En];

#[test]
fn the_first_start_shows_the_sample_of_the_language() {
    let check = |language: Language, title: &str, menu: &str| {
        let driver = Driver::new(Setup { language, ..Setup::default() });
        assert_eq!(driver.document().info.title, title);
        assert!(driver.sees(menu), "{language:?}: no {menu}");
        assert!(!driver.is_modified());
    };
    check(Language::Ru, "Кофейня «Зерно»", "Правка");
    check(Language::En, "Clearline", "Edit");
}

#[test]
fn a_card_is_selected_and_renamed_in_place() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        assert_eq!(driver.selected(), std::slice::from_ref(&id));
        driver.key(Key::F2);
        driver.type_text("Renamed / Новое имя");
        driver.key(Key::Enter);
        assert_eq!(driver.title_of(&id), "Renamed / Новое имя");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.title_of(&id), title);
        assert!(!driver.is_modified());
    });
}

#[test]
fn escape_gives_a_renaming_up() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.double_click_card(&title);
        driver.type_text("x");
        driver.key(Key::Escape);
        assert_eq!(driver.title_of(&id), title);
    });
}

#[test]
fn a_touchpoint_is_added_after_the_selected_one_and_named_at_once() {
    check_both(|mut driver| {
        let before = driver.touchpoint_count();
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key(Key::Enter);
        driver.type_text("Next");
        driver.key(Key::Enter);
        assert_eq!(driver.touchpoint_count(), before + 1);
        let new = driver.by_title("Next").expect("it is there");
        assert!(driver.leads(&id, &new), "no transition to the new one");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.touchpoint_count(), before, "adding and naming are taken back together");
    });
}

#[test]
fn what_is_selected_is_deleted_and_comes_back() {
    check_both(|mut driver| {
        let before = driver.touchpoint_count();
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key(Key::Delete);
        assert_eq!(driver.touchpoint_count(), before - 1);
        assert!(driver.selected().is_empty());
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.title_of(&id), title);
    });
}

#[test]
fn a_drag_from_a_cards_edge_connects() {
    check_both(|mut driver| {
        let (from, to) = driver.unconnected_pair();
        driver.drag_from_edge(&from, &to);
        assert!(driver.leads(&from, &to));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.leads(&from, &to));
    });
}

#[test]
fn a_card_is_dragged_into_another_column_and_escape_leaves_it() {
    check_both(|mut driver| {
        let (id, target) = driver.cards_of_two_columns();
        let place = driver.place_of(&id);
        driver.drag_card(&id, &target, Some(Key::Escape));
        assert_eq!(driver.place_of(&id), place);
        driver.drag_card(&id, &target, None);
        assert_ne!(driver.place_of(&id), place);
        assert_eq!(driver.place_of(&id).0, driver.place_of(&target).0, "not the same column");
    });
}

#[test]
fn an_emotion_is_dragged_up_and_is_one_entry_of_the_history() {
    check_both(|mut driver| {
        let (id, before) = driver.drag_an_emotion(-40.0);
        let after = driver.emotion_of(&id).expect("an emotion");
        assert!(after.points() > before.points(), "{before} -> {after}");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.emotion_of(&id), Some(before));
        assert!(!driver.is_modified());
    });
}

#[test]
fn a_barrier_is_added_at_the_selected_touchpoint() {
    check_both(|mut driver| {
        let before = driver.document().barriers.len();
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key_with(Modifiers::COMMAND, Key::B);
        driver.type_text("Slow");
        driver.key(Key::Enter);
        assert_eq!(driver.document().barriers.len(), before + 1);
        let barrier = driver.document().barriers.iter().find(|it| it.statement == "Slow").cloned();
        assert_eq!(barrier.expect("named").touchpoints, [id]);
    });
}

#[test]
fn the_language_is_switched_live_and_kept() {
    let mut driver = Driver::new(Setup { language: Language::Ru, ..Setup::default() });
    assert!(driver.sees("Правка"));
    driver.click("Switch to English");
    assert!(driver.sees("Edit") && !driver.sees("Правка"));
    let again = driver.restart();
    assert!(again.sees("Edit"));
}

#[test]
fn the_theme_is_switched() {
    check_both(|mut driver| {
        let before = driver.background();
        driver.click(&driver.word("switch-theme"));
        driver.click(&driver.word("theme-dark"));
        assert_ne!(driver.background(), before);
    });
}

#[test]
fn a_project_is_saved_and_opened_again() {
    for language in BOTH {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("map.ron");
        let dialogs = vec![Pick::Picked(path.clone()), Pick::Picked(path.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.change_something();
        assert!(driver.is_modified());
        driver.key_with(Modifiers::COMMAND, Key::S);
        assert!(!driver.is_modified());
        let saved = tropa::storage::open(&path).unwrap().document;
        assert_eq!(&saved, driver.document());
        driver.key_with(Modifiers::COMMAND, Key::O);
        assert_eq!(driver.title_of(&id), title);
        assert!(driver.recent_names().contains(&"map.ron".to_owned()));
    }
}

#[test]
fn unsaved_changes_are_guarded() {
    check_both(|mut driver| {
        driver.change_something();
        let changed = driver.document().clone();
        driver.key_with(Modifiers::COMMAND, Key::N);
        driver.click(&driver.word("template-empty"));
        assert!(driver.sees(&driver.word("answer-discard")));
        driver.click(&driver.word("cancel"));
        assert_eq!(driver.document(), &changed);
        driver.key_with(Modifiers::COMMAND, Key::N);
        driver.click(&driver.word("template-empty"));
        driver.click(&driver.word("answer-discard"));
        assert_ne!(driver.document(), &changed);
        assert_eq!(driver.touchpoint_count(), 0);
    });
}

#[test]
fn a_file_changed_elsewhere_is_not_overwritten_unasked() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("map.ron");
    let sample = tropa::format::samples::sample(Language::En);
    std::fs::write(&path, sample).unwrap();
    let mut driver = Driver::new(Setup { file: Some(path.clone()), ..Setup::default() });
    driver.change_something();
    let other = String::from_utf8(sample.to_vec()).unwrap().replace("Clearline", "Somebody else’s");
    std::fs::write(&path, &other).unwrap();
    driver.key_with(Modifiers::COMMAND, Key::S);
    assert!(driver.sees(&driver.word("answer-reload")));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), other);
    driver.click(&driver.word("answer-reload"));
    assert_eq!(driver.document().info.title, "Somebody else’s");
}

#[test]
fn a_warning_precedes_the_loss_of_comments() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("map.ron");
    let sample = String::from_utf8(tropa::format::samples::sample(Language::En).to_vec()).unwrap();
    let commented = format!("// kept by a careful hand\n{sample}");
    std::fs::write(&path, &commented).unwrap();
    let mut driver = Driver::new(Setup { file: Some(path.clone()), ..Setup::default() });
    driver.change_something();
    driver.key_with(Modifiers::COMMAND, Key::S);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), commented);
    driver.click(&driver.word("answer-save-anyway"));
    assert!(!std::fs::read_to_string(&path).unwrap().contains("kept by a careful hand"));
    assert!(!driver.is_modified());
}

#[test]
fn the_map_is_exported_aside_from_the_window() {
    for language in BOTH {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("map.png");
        let dialogs = vec![Pick::Picked(path.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        driver.key_with(Modifiers::COMMAND, Key::E);
        driver.click(&driver.word("export-go"));
        driver.wait_until(|_| path.exists());
        assert!(std::fs::read(&path).unwrap().starts_with(b"\x89PNG"));
        assert!(!driver.is_modified());
    }
}

#[test]
fn a_filter_dims_the_exported_map_where_that_is_wished() {
    for language in BOTH {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("map.svg");
        let dialogs = vec![Pick::Picked(path.clone()); 3];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        let dims = driver.word("field-export-dims");
        let exported = |driver: &mut Driver, is_first: &mut bool, is_wished: bool| {
            let _ = std::fs::remove_file(&path);
            driver.key_with(Modifiers::COMMAND, Key::E);
            let (format, svg) = (driver.word("field-export-format"), driver.word("export-svg"));
            if *is_first {
                driver.choose(&format, &svg);
            }
            *is_first = false;
            assert_eq!(driver.value_of_choice(&format), svg, "as it was chosen last");
            if is_wished {
                driver.click(&dims);
            }
            let offered = driver.sees(&dims);
            driver.click(&driver.word("export-go"));
            driver.wait_until(|driver| path.exists() && !driver.asks("export-title"));
            (std::fs::read_to_string(&path).unwrap(), offered)
        };
        let mut is_first = true;
        let (whole, offered) = exported(&mut driver, &mut is_first, false);
        assert!(!offered, "nothing is filtered");
        driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
        driver.click_first(&driver.word("field-moment-of-truth"));
        driver.key(Key::Escape);
        let (unwished, offered) = exported(&mut driver, &mut is_first, false);
        assert!(offered);
        assert_eq!(unwished, whole, "off by itself");
        let (dimmed, _) = exported(&mut driver, &mut is_first, true);
        assert_ne!(dimmed, whole);
        // Every word is still there.
        let texts = |svg: &str| svg.matches("<tspan").count() + svg.matches("<text").count();
        assert_eq!(texts(&dimmed), texts(&whole));
    }
}

#[test]
fn the_slides_are_exported_as_pages_and_as_pictures() {
    for language in BOTH {
        let directory = tempfile::tempdir().unwrap();
        let (pages, picture) = (directory.path().join("show.pdf"), directory.path().join("show.png"));
        let dialogs = vec![Pick::Picked(pages.clone()), Pick::Picked(picture.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        let field = driver.word("field-export-what");
        driver.key_with(Modifiers::COMMAND, Key::E);
        driver.choose(&field, &driver.word("export-slides-with-notes"));
        driver.click(&driver.word("export-go"));
        driver.wait_until(|driver| driver.sees_part(&pages.display().to_string()));
        assert!(std::fs::read(&pages).unwrap().starts_with(b"%PDF"));
        driver.key_with(Modifiers::COMMAND, Key::E);
        driver.choose(&field, &driver.word("export-slides"));
        driver.choose(&driver.word("field-export-format"), &driver.word("export-png"));
        driver.choose(&driver.word("field-export-scale"), &driver.scale_words(1));
        driver.click(&driver.word("export-go"));
        let folder = directory.path().display().to_string();
        driver.wait_until(|driver| driver.sees_part(&folder) && !driver.sees_part("show.pdf"));
        assert!(std::fs::read(directory.path().join("show-02.png")).unwrap().starts_with(b"\x89PNG"));
        assert!(!picture.exists(), "pictures are numbered");
    }
}

#[test]
fn a_file_that_nobody_was_asked_about_is_not_replaced_unasked() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name);
    // The system asks about the path as it is picked, and not about the one with the ending.
    let dialogs = vec![Pick::Picked(path("map")), Pick::Picked(path("show.png"))];
    let mut driver = Driver::new(Setup { dialogs, ..Setup::default() });
    let kept = |name: &str| std::fs::read(path(name)).unwrap() == b"kept";
    for name in ["map.ron", "show-02.png"] {
        std::fs::write(path(name), b"kept").unwrap();
    }
    driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    assert!(driver.asks("answer-replace") && kept("map.ron"));
    driver.click(&driver.word("answer-replace"));
    assert!(!kept("map.ron"));
    driver.key_with(Modifiers::COMMAND, Key::E);
    driver.choose(&driver.word("field-export-what"), &driver.word("export-slides"));
    driver.choose(&driver.word("field-export-format"), &driver.word("export-png"));
    driver.click(&driver.word("export-go"));
    assert!(driver.asks("answer-replace"));
    driver.click(&driver.word("cancel"));
    assert!(kept("show-02.png") && !path("show-01.png").exists());
}

#[test]
fn without_dialogs_a_path_is_typed() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("typed.ron");
    let mut driver = Driver::new(Setup { dialogs: vec![Pick::Unavailable], ..Setup::default() });
    driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    driver.retype(&driver.word("path-field"), &path.display().to_string());
    driver.click(&driver.word("path-save"));
    assert!(path.exists());
}

#[test]
fn a_field_of_the_inspector_changes_the_document_and_merges() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let before = driver.action_of(&id);
        driver.retype(&driver.word("field-action"), "one two three");
        assert_eq!(driver.action_of(&id), "one two three");
        driver.click_empty();
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.action_of(&id), before, "typing is one entry");
    });
}

#[test]
fn nothing_is_painted_when_nothing_moves() {
    let mut driver = Driver::new(Setup::default());
    driver.settle();
    assert!(!driver.asks_for_a_repaint());
}
