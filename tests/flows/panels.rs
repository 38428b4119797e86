//! Panels come into sight when something is asked of them, what has the keyboard shows it, and a drag in a form is given
//! up by Esc.

use crate::driver::{Driver, check_both};
use egui::{Event, Key, Modifiers, Pos2, vec2};
use tropa::model::{PersonaId, Subject};

/// 1280 × 720 at 200 %: there is no room for a panel beside the map.
const NARROW: egui::Vec2 = vec2(640.0, 360.0);
const WIDE: egui::Vec2 = vec2(1920.0, 1080.0);

/// Shows no panel at the right, whatever room there is.
fn without_panels(driver: &mut Driver, size: egui::Vec2) {
    driver.resize(size);
    driver.settle();
    if size == WIDE {
        driver.run_command("toggle-inspector");
    }
    driver.key(Key::Escape);
}

#[test]
fn what_a_command_shows_at_the_right_is_seen_whatever_hid_the_panel() {
    for size in [NARROW, WIDE] {
        for (command, seen) in [
            ("project", "field-company"),
            ("journey", "field-customers"),
            ("workshop", "tool-agenda"),
            ("minutes", "tool-minutes"),
            ("history", "history-title"),
            ("transcript", "sources-title"),
        ] {
            check_both(|mut driver| {
                without_panels(&mut driver, size);
                let seen = driver.word(seen);
                assert!(!driver.sees(&seen), "{command}, {size:?}");
                driver.run_command(command);
                assert!(driver.sees(&seen), "{command}, {size:?}");
            });
        }
    }
}

#[test]
fn the_workshops_key_shows_and_hides_it_where_there_is_no_room_beside_the_map() {
    check_both(|mut driver| {
        without_panels(&mut driver, NARROW);
        let whole = driver.canvas();
        let tool = driver.word("tool-agenda");
        driver.key(Key::F4);
        assert!(driver.sees(&tool) && driver.canvas().width() < whole.width());
        driver.key(Key::F4);
        assert!(!driver.sees(&tool));
        assert_eq!(driver.canvas(), whole, "the map has its room again");
        // Hidden by the key of the panel, it is not lost.
        driver.key(Key::F4);
        driver.key(Key::F10);
        assert!(!driver.sees(&tool));
        driver.key(Key::F4);
        assert!(driver.sees(&tool));
    });
}

#[test]
fn a_source_that_was_searched_for_is_shown_where_there_is_no_room_beside_the_map() {
    for size in [NARROW, WIDE] {
        check_both(|mut driver| {
            let title = driver.document().evidence.iter().next().expect("a source").title.clone();
            without_panels(&mut driver, size);
            driver.search_for(&title);
            driver.key(Key::Enter);
            driver.key(Key::Escape);
            assert!(driver.sees(&driver.word("kind-evidence")), "{size:?}");
            assert_eq!(driver.value_of(&driver.word("field-evidence-title")), title, "{size:?}");
        });
    }
}

/// From the middle of a slider by so many points to the right.
fn along(driver: &Driver, name: &str) -> (Pos2, Pos2) {
    let rail = driver.rect_of(name);
    (rail.center(), rail.right_center() - vec2(20.0, 0.0))
}

#[test]
fn escape_puts_an_emotion_that_is_dragged_in_the_form_back() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let persona = driver.journey().info.personas[0].clone();
        let name = driver.document().personas.get(&persona).expect("there").name.clone();
        let felt = |driver: &Driver| {
            let touchpoint = driver.journey().touchpoints.get(&id).expect("there");
            touchpoint.feeling(&persona).map(|it| (it.emotion, it.expectation))
        };
        let before = felt(&driver);
        for rail in [driver.word_with("field-emotion-of", "persona", name), driver.word("field-expectation")] {
            let (from, to) = along(&driver, &rail);
            driver.carry(from, to);
            assert_ne!(felt(&driver), before, "{rail} follows the pointer");
            driver.key(Key::Escape);
            assert_eq!(felt(&driver), before, "{rail} is put back at once");
            driver.events(vec![Event::PointerMoved(from + vec2(9.0, 0.0))]);
            driver.release(from);
            assert_eq!(felt(&driver), before, "{rail} stays where it was");
            assert!(!driver.is_modified() && driver.selected() == [id.clone()], "{rail}");
            // Not given up, it is one entry of the history.
            driver.drag(from, to, None);
            assert_ne!(felt(&driver), before, "{rail}");
            driver.undo();
            assert_eq!(felt(&driver), before, "{rail}");
        }
    });
}

#[test]
fn escape_puts_a_share_and_a_trait_that_are_dragged_in_the_sheet_back() {
    check_both(|mut driver| {
        let id: PersonaId = driver.document().personas_in_order()[0].id.clone();
        driver.reveal(Subject::Persona(id.clone()));
        driver.run_command("show-personas");
        let persona = |driver: &Driver| driver.document().personas.get(&id).expect("there").clone();
        let before = persona(&driver);
        let slider = before.sliders.first().expect("a trait").name.clone();
        for rail in [driver.word("field-segment-share"), slider] {
            let (from, to) = along(&driver, &rail);
            driver.drag(from, to, Some(Key::Escape));
            assert_eq!(persona(&driver), before, "{rail}");
            assert!(driver.sees(&rail), "the sheet is still shown");
            driver.drag(from, to, None);
            assert_ne!(persona(&driver), before, "{rail}");
            driver.undo();
            assert_eq!(persona(&driver), before, "{rail}");
        }
    });
}

/// What is shown, and the way there.
type View<'a> = (&'a str, &'a dyn Fn(&mut Driver));

#[test]
fn whatever_has_the_keyboard_shows_it() {
    let views: [View<'_>; 10] = [
        ("touchpoint", &|driver| {
            let (_, title) = driver.first_touchpoint();
            driver.click_card(&title);
        }),
        ("project", &|driver| driver.run_command("project")),
        ("workshop", &|driver| driver.run_command("workshop")),
        ("filter", &|driver| {
            driver.run_command("filter");
            let channel = driver.document().channels_in_order()[0].name.clone();
            driver.click(&channel);
        }),
        ("barriers", &|driver| driver.run_command("show-barriers")),
        ("board", &|driver| driver.run_command("show-opportunities")),
        ("journeys", &|driver| driver.run_command("show-journeys")),
        ("sheet", &|driver| driver.run_command("show-personas")),
        ("start", &|driver| driver.run_command("start-screen")),
        ("settings", &|driver| driver.run_command("settings")),
    ];
    let mut faults = Vec::new();
    let mut driver = Driver::new(crate::driver::Setup::default());
    driver.resize(vec2(1280.0, 720.0));
    for (name, show) in views {
        driver.run_command("show-map");
        driver.click_empty();
        show(&mut driver);
        driver.settle();
        let bare = driver.stops_without_a_mark();
        if !bare.is_empty() {
            faults.push(format!("{name}: {bare:?}"));
        }
        driver.key(Key::Escape);
        driver.key_with(Modifiers::NONE, Key::Escape);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
