//! Flows through a show, driven by keys alone, in both languages: no window, no graphics card.

use crate::driver::{Driver, Setup};
use egui::{Event, Key, Modifiers, pos2};
use tropa::model::{Language, StopView};
use tropa::present::show::{Curtain, Overlay, Pointer};
use tropa::scene::ThemeName;

const BOTH: [Language; 2] = [Language::Ru, Language::En];

fn check_both(flow: impl Fn(Driver)) {
    for language in BOTH {
        flow(Driver::new(Setup { language, ..Setup::default() }));
    }
}

/// Presses a letter as a Russian layout gives it: the place of the Latin one, and a Cyrillic text.
fn press_russian(driver: &mut Driver, place: Key, text: &str) {
    let modifiers = Modifiers::NONE;
    let key = |pressed| Event::Key { key: place, physical_key: Some(place), pressed, repeat: false, modifiers };
    driver.events(vec![key(true), Event::Text(text.to_owned()), key(false)]);
}

#[test]
fn f5_shows_every_stop_and_esc_leaves_the_editor_as_it_was() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let (selected, corner) = (driver.selected(), driver.map_corner());
        driver.key_with(Modifiers::SHIFT, Key::F5);
        let names = driver.app().slide_names().to_vec();
        assert!(names.len() > 5, "{names:?}");
        for (at, name) in names.iter().enumerate() {
            assert_eq!(driver.show().at, at, "{name}");
            assert!(!name.is_empty());
            driver.key(Key::ArrowRight);
        }
        assert_eq!(driver.show().at, names.len() - 1);
        driver.key(Key::PageUp);
        assert_eq!(driver.show().at, names.len() - 2);
        driver.key(Key::Escape);
        assert!(!driver.app().is_presenting());
        assert_eq!((driver.selected(), driver.map_corner()), (selected, corner));
        assert!(!driver.is_modified());
        assert!(!driver.asks_for_a_repaint());
    });
}

#[test]
fn keys_change_the_picture_and_nothing_runs_at_rest() {
    check_both(|mut driver| {
        driver.key(Key::F5);
        driver.key(Key::B);
        assert_eq!(driver.show().curtain, Some(Curtain::Black));
        assert!(driver.asks("show-black-name"));
        driver.key(Key::PageDown);
        assert_eq!((driver.show().curtain, driver.show().at), (None, 0), "uncovered first");
        driver.key(Key::W);
        assert!(driver.asks("show-white-name"));
        driver.key(Key::W);
        driver.key(Key::T);
        assert_eq!(driver.show().theme, ThemeName::Light);
        driver.key(Key::Plus);
        driver.key(Key::C);
        assert!(driver.show().curve_only && driver.show().text_scale() > 1.0);
        driver.key(Key::Questionmark);
        assert!(driver.asks("show-help-title") || driver.asks("show-laser"));
        assert!(!driver.asks_for_a_repaint());
        driver.key(Key::Escape);
        driver.key(Key::S);
        assert!(driver.show().strip_hidden);
        assert!(!driver.asks_for_a_repaint());
        driver.key(Key::Escape);
        // The theme and the strip are remembered, the rest is of that show.
        driver.key(Key::F5);
        assert_eq!(driver.show().theme, ThemeName::Light);
        assert!(driver.show().strip_hidden && !driver.show().curve_only);
    });
}

#[test]
fn the_keys_work_in_the_russian_layout() {
    let mut driver = Driver::new(Setup { language: Language::Ru, ..Setup::default() });
    driver.key(Key::F5);
    press_russian(&mut driver, Key::B, "и");
    assert_eq!(driver.show().curtain, Some(Curtain::Black));
    press_russian(&mut driver, Key::B, "и");
    press_russian(&mut driver, Key::N, "т");
    assert_eq!(driver.show().pointer, Pointer::Pen);
    press_russian(&mut driver, Key::N, "т");
    press_russian(&mut driver, Key::D, "в");
    assert!(driver.show().dimmed);
    // "?" is where 7 is.
    let (key, physical_key) = (Key::Questionmark, Some(Key::Num7));
    let pressed = Event::Key { key, physical_key, pressed: true, repeat: false, modifiers: Modifiers::SHIFT };
    driver.events(vec![pressed, Event::Text("?".to_owned())]);
    assert_eq!(driver.show().overlay, Some(Overlay::Help));
    // From a keyboard on the screen it comes as text alone.
    driver.events(vec![Event::Text("?".to_owned())]);
    assert_eq!(driver.show().overlay, None);
    press_russian(&mut driver, Key::G, "п");
    let Some(Overlay::GoTo(list)) = driver.show().overlay.clone() else { panic!("no list") };
    assert_eq!(list.typed, "", "the letter of the key itself is not typed");
    driver.type_text("эмоц");
    let Some(Overlay::GoTo(list)) = driver.show().overlay.clone() else { panic!("no list") };
    assert_eq!(list.typed, "эмоц");
}

#[test]
fn a_stop_is_found_by_its_name() {
    check_both(|mut driver| {
        driver.key(Key::F5);
        let names = driver.app().slide_names().to_vec();
        let last = names.len() - 1;
        driver.key(Key::G);
        assert!(driver.asks("show-go-to-keys") || matches!(driver.show().overlay, Some(Overlay::GoTo(_))));
        driver.type_text(&names[last]);
        driver.key(Key::Enter);
        assert_eq!(driver.show().at, last);
        driver.key(Key::G);
        driver.type_text("1");
        driver.key(Key::Enter);
        assert_eq!((driver.show().at, driver.show().overlay.clone()), (0, None));
        driver.key(Key::G);
        driver.key(Key::ArrowDown);
        driver.key(Key::ArrowDown);
        driver.key(Key::Enter);
        assert_eq!(driver.show().at, 2);
    });
}

#[test]
fn the_pen_draws_and_its_ink_goes_with_the_stop() {
    check_both(|mut driver| {
        driver.key(Key::F5);
        driver.key(Key::N);
        driver.draw(&[pos2(300.0, 300.0), pos2(400.0, 320.0), pos2(500.0, 400.0)]);
        assert_eq!(driver.show().strokes.len(), 1);
        assert!(driver.show().strokes[0].len() >= 3, "{:?}", driver.show().strokes);
        assert_eq!(driver.show().at, 0, "a stroke is no click");
        driver.key(Key::ArrowRight);
        assert!(driver.show().strokes.is_empty());
        driver.key(Key::Escape);
        assert!(driver.app().is_presenting(), "Esc puts the pen away first");
    });
}

#[test]
fn the_map_is_edited_during_the_show() {
    check_both(|mut driver| {
        let before = driver.touchpoint_count();
        driver.key(Key::F5);
        driver.key(Key::ArrowRight);
        let at = driver.show().at;
        driver.key(Key::E);
        assert!(driver.asks("show-editing"));
        driver.key(Key::Enter);
        driver.type_text("Added in the room");
        driver.key(Key::Enter);
        assert_eq!(driver.touchpoint_count(), before + 1);
        driver.key(Key::Escape);
        assert!(!driver.show().editing);
        assert_eq!(driver.show().at, at);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.touchpoint_count(), before, "undo works in the show");
        driver.key(Key::Escape);
        assert!(!driver.app().is_presenting());
    });
}

#[test]
fn ink_is_kept_with_its_stop_and_taken_away_again() {
    check_both(|mut driver| {
        driver.key(Key::F5);
        driver.key(Key::ArrowRight);
        driver.key(Key::N);
        driver.draw(&[pos2(300.0, 300.0), pos2(400.0, 320.0), pos2(500.0, 400.0)]);
        driver.key(Key::K);
        let kept = |driver: &Driver| driver.document().stops.iter().map(|stop| stop.ink.len()).sum::<usize>();
        assert_eq!((kept(&driver), driver.show().strokes.len()), (1, 0));
        driver.key(Key::ArrowRight);
        driver.key(Key::ArrowLeft);
        driver.draw(&[pos2(600.0, 300.0), pos2(700.0, 320.0)]);
        driver.key(Key::K);
        assert_eq!(kept(&driver), 2);
        driver.key(Key::Z);
        assert_eq!(kept(&driver), 1);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(kept(&driver), 2);
    });
}

#[test]
fn the_presenters_window_shows_notes_and_keeps_what_is_typed() {
    check_both(|mut driver| {
        driver.key(Key::F5);
        driver.key(Key::ArrowRight);
        driver.key(Key::X);
        assert!(driver.asks("presenter-notes") && driver.asks("presenter-stops"));
        let label = driver.word("presenter-notes");
        driver.retype(&label, "Say B and E slowly");
        let at = driver.show().at;
        assert_eq!((driver.show().curtain, driver.show().editing), (None, false), "typed letters are no keys");
        driver.key(Key::Escape);
        assert!(driver.app().is_presenting(), "Esc ends the typing first");
        assert!(driver.document().stops.iter().any(|stop| stop.notes == "Say B and E slowly"));
        driver.key(Key::PageDown);
        assert_eq!(driver.show().at, at + 1);
        let name = driver.app().slide_names()[at + 1].clone();
        let hide = driver.texts_with("presenter-hide-stop", &name);
        driver.click(&hide);
        assert_eq!(driver.document().stops.iter().filter(|stop| stop.hidden).count(), 1);
        driver.key(Key::PageUp);
        driver.key(Key::PageDown);
        assert_eq!(driver.show().at, at + 2, "the hidden stop is passed over");
        assert!(!driver.asks_for_a_repaint());
        driver.key(Key::X);
        assert!(!driver.asks("presenter-notes"));
    });
}

#[test]
fn the_notes_of_a_stop_that_has_none_keep_the_keyboard_behind_the_first_letter() {
    check_both(|mut driver| {
        driver.key(Key::F5);
        driver.key(Key::X);
        let stored = |driver: &Driver| driver.document().stops.len();
        // The last stop is one that the file does not speak of.
        driver.key(Key::End);
        let (at, before) = (driver.show().at, stored(&driver));
        let label = driver.word("presenter-notes");
        driver.retype(&label, "B e g");
        assert!(stored(&driver) > before, "the file speaks of it now");
        assert!(driver.document().stops.iter().any(|stop| stop.notes == "B e g"));
        assert_eq!((driver.show().at, driver.show().editing), (at, false));
        assert!(driver.show().overlay.is_none(), "no letter was a key of the show");
    });
}

#[test]
fn the_frozen_picture_stands_while_the_map_is_edited_beside_it() {
    check_both(|mut driver| {
        driver.key(Key::F5);
        driver.key(Key::X);
        driver.key(Key::F);
        driver.key(Key::E);
        assert!(driver.asks("show-editing-frozen"));
        let before = driver.touchpoint_count();
        driver.key(Key::Enter);
        driver.type_text("Beside the show");
        driver.key(Key::Enter);
        assert_eq!(driver.touchpoint_count(), before + 1);
        driver.key(Key::Escape);
        assert!(!driver.show().editing && driver.show().frozen);
        assert!(driver.asks("show-mode-frozen"));
        driver.key(Key::F);
        assert!(!driver.asks("show-mode-frozen"));
        driver.key(Key::X);
        driver.key(Key::Escape);
        assert!(!driver.app().is_presenting());
        assert!(!driver.asks_for_a_repaint());
    });
}

#[test]
fn stops_are_moved_hidden_and_added_in_the_editor() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let menu = driver.word("menu-show");
        let shows = |driver: &Driver| {
            let view = StopView::Touchpoint(id.clone());
            driver.document().stops.iter().filter(|stop| stop.view == view).count()
        };
        let before = shows(&driver);
        let (add, list) = (driver.word("command-add-stop"), driver.word("command-stops"));
        driver.click(&menu);
        driver.click(&add);
        assert_eq!(shows(&driver), before + 1);
        driver.click(&menu);
        driver.click(&list);
        let names = driver.app().slide_names().to_vec();
        driver.key_with(Modifiers::ALT, Key::ArrowDown);
        let moved = driver.app().slide_names().to_vec();
        let now = moved.iter().position(|name| *name == names[0]).expect("still there");
        assert!(now > 0 && moved[0] == names[1], "the picked stop went down: {moved:?}");
        driver.key_with(Modifiers::ALT, Key::H);
        assert_eq!(driver.document().stops.iter().filter(|stop| stop.hidden).count(), 1);
        driver.key(Key::Enter);
        assert_eq!(driver.show().at, now, "the show begins at the picked one");
    });
}

#[test]
fn a_question_is_asked_in_the_show_as_well() {
    check_both(|mut driver| {
        driver.change_something();
        driver.key(Key::F5);
        driver.close_window();
        assert!(driver.asks("ask-unsaved"));
        driver.key(Key::Escape);
        assert!(!driver.asks("ask-unsaved") && driver.app().is_presenting());
    });
}
