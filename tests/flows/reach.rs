//! What a mouse does is done by keys as well: cards are chosen one by one, menus opened, files forgotten, pictures looked at.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Language, Subject};

#[test]
fn cards_are_chosen_by_keys() {
    check_both(|mut driver| {
        let order = driver.touchpoints_in_order();
        let first = Subject::Touchpoint(driver.shown_journey(), order[0].clone());
        driver.reveal(first.clone());
        let walk = |driver: &mut Driver, keys: &[Modifiers]| {
            let mut seen = Vec::new();
            for modifiers in keys {
                driver.key_with(*modifiers, Key::ArrowRight);
                seen.push(driver.selected());
            }
            seen
        };
        // The cards to the right of the first, as arrows go.
        let row: Vec<_> = walk(&mut driver, &[Modifiers::NONE; 4]).into_iter().flatten().collect();
        driver.reveal(first.clone());
        let grown = walk(&mut driver, &[Modifiers::SHIFT; 2]).pop().expect("two");
        assert_eq!(grown, [order[0].clone(), row[0].clone(), row[1].clone()]);
        driver.key_with(Modifiers::SHIFT, Key::ArrowLeft);
        assert_eq!(driver.selected(), [order[0].clone(), row[0].clone()], "back again it shrinks");
        // The command key leads on without selecting; with Space what is there is selected as well.
        walk(&mut driver, &[Modifiers::COMMAND; 2]);
        assert_eq!(driver.selected(), [order[0].clone(), row[0].clone()]);
        driver.key_with(Modifiers::COMMAND, Key::Space);
        assert_eq!(driver.selected(), [order[0].clone(), row[0].clone(), row[2].clone()]);
        driver.key_with(Modifiers::COMMAND, Key::Space);
        assert_eq!(driver.selected(), [order[0].clone(), row[0].clone()], "and no longer");
        driver.key_with(Modifiers::COMMAND, Key::ArrowRight);
        driver.key_with(Modifiers::COMMAND, Key::Space);
        assert_eq!(driver.selected().last(), Some(&row[3]));
        // What is chosen so is changed together.
        let chosen = driver.selected();
        driver.key(Key::G);
        let goals =
            |driver: &Driver| chosen.iter().all(|id| driver.journey().touchpoints.get(id).is_some_and(|it| it.goal));
        assert!(goals(&driver));
        driver.key(Key::ArrowLeft);
        assert_eq!(driver.selected(), [row[2].clone()], "arrows alone go on from where the keyboard is");
        assert!(!driver.is_writing());
    });
}

/// Opens the menu of what has the keyboard by one of its keys, presses its first item that is called so, and says what
/// had the keyboard in the menu first.
fn by_menu_key(driver: &mut Driver, key: (Modifiers, Key), item: &str) -> Option<String> {
    driver.key_with(key.0, key.1);
    (0..3).for_each(|_| driver.settle());
    assert!(driver.sees(item), "{item}");
    let first = driver.focused_name();
    driver.click(item);
    first
}

const KEYS: [(Modifiers, Key); 2] = [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)];

#[test]
fn the_menu_key_opens_the_menu_of_a_tab_and_of_a_persona() {
    for key in KEYS {
        check_both(|mut driver| {
            driver.run_command("toggle-inspector");
            let tab = driver.journey().info.title.clone();
            let count = driver.document().journeys.len();
            driver.focus(&tab);
            let (rename, duplicate) = (driver.word("command-rename"), driver.word("command-duplicate-journey"));
            assert_eq!(by_menu_key(&mut driver, key, &duplicate), Some(rename), "the first item has the keyboard");
            assert_eq!(driver.document().journeys.len(), count + 1);
            driver.undo();
            let persona = driver.document().personas_in_order()[1].clone();
            driver.focus(&persona.name);
            let up = driver.word("move-up");
            by_menu_key(&mut driver, key, &up);
            assert_eq!(driver.document().personas_in_order()[0].id, persona.id);
        });
    }
}

#[test]
fn escape_leads_back_from_a_menu_to_what_it_was_opened_at() {
    check_both(|mut driver| {
        let tab = driver.journey().info.title.clone();
        driver.focus(&tab);
        driver.key_with(Modifiers::SHIFT, Key::F10);
        (0..3).for_each(|_| driver.settle());
        assert_ne!(driver.focused_name(), Some(tab.clone()));
        driver.key(Key::Escape);
        (0..3).for_each(|_| driver.settle());
        assert_eq!(driver.focused_name(), Some(tab));
    });
}

#[test]
fn the_menu_key_opens_the_menu_of_a_row() {
    check_both(|mut driver| {
        driver.run_command("show-barriers");
        driver.focus(&driver.word_with("ledger-list", "name", driver.word("barriers")));
        driver.key(Key::ArrowDown);
        let [row] = driver.app().selection() else { panic!("a row") };
        let (row, shown) = (row.clone(), driver.word("command-add-opportunity"));
        assert!(matches!(row, Subject::Barrier(_)));
        let count = driver.document().opportunities.len();
        by_menu_key(&mut driver, KEYS[0], &shown);
        assert_eq!(driver.document().opportunities.len(), count + 1);
    });
}

#[test]
fn a_recent_file_is_forgotten_by_keys() {
    for language in [Language::Ru, Language::En] {
        let driver = Driver::new(Setup { language, ..Setup::default() });
        let path = driver.file("my map.ron");
        let mut driver = driver.start_again(Setup { language, file: Some(path), ..Setup::default() });
        let barrier = driver.document().barriers.iter().next().expect("a barrier").id.clone();
        driver.reveal(Subject::Barrier(barrier.clone()));
        driver.run_command("start-screen");
        assert_eq!(driver.recent_names(), ["my map.ron"]);
        driver.focus_part("my map.ron, ");
        driver.key(Key::Delete);
        assert!(driver.recent_names().is_empty() && driver.asks("start-no-recent"));
        assert!(driver.document().barriers.contains(&barrier), "what is selected behind it stays");
    }
}

#[test]
fn a_picture_is_shown_in_large_to_the_keyboard_as_well() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("counter.png");
    image::RgbImage::from_pixel(320, 240, image::Rgb([200, 40, 40])).save(&file).expect("a picture");
    for language in [Language::Ru, Language::En] {
        let dialogs = vec![Pick::Picked(file.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.click(&driver.word("add-picture"));
        let name = driver.word_with("picture-number", "number", 1);
        driver.bring(&name);
        assert!(!driver.shows_a_tooltip());
        driver.focus(&name);
        (0..3).for_each(|_| driver.settle());
        assert!(driver.shows_a_tooltip());
        driver.key(Key::Tab);
        (0..3).for_each(|_| driver.settle());
        assert!(!driver.shows_a_tooltip());
    }
}
