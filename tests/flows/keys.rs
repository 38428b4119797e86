//! The keyboard's ways through the window: panes, walking the map, the palette, the channel, the cheat-sheet.

use crate::driver::typist::Typist;
use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, vec2};
use tropa::i18n::Texts;
use tropa::model::{Language, Subject, TouchpointId};

const SHIFT: Modifiers = Modifiers::SHIFT;

/// A touchpoint that meets a barrier, and the barrier.
fn with_barrier(driver: &Driver) -> (TouchpointId, Subject) {
    let order = driver.touchpoints_in_order();
    let barriers = || driver.document().barriers.iter();
    let found = order.iter().find_map(|id| {
        let barrier = barriers().find(|barrier| barrier.touchpoints == std::slice::from_ref(id))?;
        Some((id.clone(), Subject::Barrier(barrier.id.clone())))
    });
    found.expect("a barrier of one touchpoint")
}

#[test]
fn the_map_is_one_stop_and_f6_goes_round_the_window() {
    check_both(|mut driver| {
        assert!(driver.map_has_keyboard(), "the map has the keyboard from the start");
        // Tab walks the cards and stays.
        driver.key(Key::Tab);
        let order = driver.touchpoints_in_order();
        assert_eq!(driver.selected(), order[..1]);
        driver.key(Key::Tab);
        driver.key(Key::Tab);
        driver.key_with(SHIFT, Key::Tab);
        assert_eq!(driver.selected(), order[1..2]);
        driver.key_with(SHIFT, Key::Tab);
        driver.key_with(SHIFT, Key::Tab);
        assert_eq!(driver.selected(), order[order.len() - 1..]);
        assert!(driver.map_has_keyboard());
        let mut stops = Vec::new();
        for _ in 0..6 {
            driver.key(Key::F6);
            stops.push(driver.keyboard_is_at());
        }
        assert!(driver.map_has_keyboard(), "round and back: {stops:?}");
        stops.dedup();
        assert_eq!(stops.len(), 6, "{stops:?}");
        driver.key_with(SHIFT, Key::F6);
        assert_eq!(driver.keyboard_is_at(), stops[4]);
        driver.key(Key::Escape);
        assert!(driver.map_has_keyboard(), "Esc leads back to the map");
    });
}

#[test]
fn arrows_lead_from_a_card_to_its_barrier_and_enter_writes_there() {
    check_both(|mut driver| {
        let (id, barrier) = with_barrier(&driver);
        let title = driver.title_of(&id);
        driver.go_to(&id);
        for _ in 0..6 {
            if driver.app().selection() == std::slice::from_ref(&barrier) {
                break;
            }
            driver.key(Key::ArrowDown);
        }
        assert_eq!(driver.app().selection(), std::slice::from_ref(&barrier), "below {title}");
        driver.key(Key::Enter);
        driver.type_text("Said otherwise");
        driver.key(Key::Enter);
        assert!(driver.document().barriers.iter().any(|it| it.statement == "Said otherwise"));
        // Tab leads back to the card that it stands under.
        driver.key(Key::Tab);
        assert_eq!(driver.selected(), [id]);
        driver.key(Key::Escape);
        assert!(driver.app().selection().is_empty());
        assert!(driver.map_has_keyboard());
    });
}

#[test]
fn a_transition_is_reached_by_keys_and_leads_to_its_ends() {
    check_both(|mut driver| {
        let (id, _) = driver.first_touchpoint();
        driver.go_to(&id);
        driver.key(Key::A);
        let [Subject::Transition(_, way)] = driver.app().selection() else { panic!("{:?}", driver.app().selection()) };
        let to = driver.journey().transitions.get(way).expect("there").to.clone();
        driver.key(Key::ArrowRight);
        assert_eq!(driver.selected(), [to]);
    });
}

#[test]
fn letters_typed_into_a_field_are_no_commands() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let before = (driver.document().barriers.len(), driver.touchpoint_count());
        driver.retype(&driver.word("field-action"), "bmg 5");
        driver.key_with(SHIFT, Key::Num3);
        driver.key(Key::B);
        assert_eq!((driver.document().barriers.len(), driver.touchpoint_count()), before);
        assert_eq!(driver.action_of(&id), "bmg 5");
    });
}

#[test]
fn emotions_and_expectations_are_set_by_digits_for_all_that_is_selected() {
    check_both(|driver| {
        let mut typist = Typist::new(driver);
        let order = typist.driver.touchpoints_in_order();
        typist.driver.go_to(&order[0]);
        typist.place(false, Key::Num4);
        typist.key(Key::Minus);
        let points = |typist: &Typist, id| typist.driver.emotion_of(id).map(tropa::model::Emotion::points);
        assert_eq!(points(&typist, &order[0]), Some(3.5));
        typist.key(Key::Plus);
        assert_eq!(points(&typist, &order[0]), Some(4.0));
        typist.chord(Modifiers::COMMAND, Key::A);
        typist.place(true, Key::Num2);
        assert!(order.iter().all(|id| points(&typist, id) == Some(-2.0)));
        typist.chord(Modifiers::COMMAND, Key::Z);
        assert_eq!(points(&typist, &order[0]), Some(4.0), "all of them are one entry");
        typist.driver.go_to(&order[0]);
        typist.place(false, Key::E);
        assert!(typist.driver.asks("expects-hint"));
        typist.place(true, Key::Num3);
        assert!(!typist.driver.asks("expects-hint"));
        assert_eq!(typist.driver.expectation_of(&order[0]).map(tropa::model::Emotion::points), Some(-3.0));
        assert_eq!(points(&typist, &order[0]), Some(4.0));
        typist.place(false, Key::E);
        typist.key(Key::Escape);
        assert_eq!(typist.driver.selected(), order[..1], "Esc gives up one thing at a time");
    });
}

#[test]
fn marks_are_set_and_taken_away_and_cards_are_moved() {
    check_both(|mut driver| {
        let (id, _) = driver.first_touchpoint();
        driver.go_to(&id);
        let marks = |driver: &Driver| {
            driver.journey().touchpoints.get(&id).map(|it| (it.moment_of_truth, it.goal)).expect("there")
        };
        let (truth, goal) = marks(&driver);
        driver.key(Key::M);
        driver.key(Key::G);
        assert_eq!(marks(&driver), (!truth, !goal));
        driver.key(Key::G);
        assert_eq!(marks(&driver), (!truth, goal));
        let place = driver.place_of(&id);
        driver.key_with(Modifiers::COMMAND.plus(SHIFT), Key::ArrowRight);
        assert_ne!(driver.place_of(&id), place);
    });
}

#[test]
fn a_channel_is_chosen_by_its_first_letters_or_made_by_a_new_name() {
    check_both(|driver| {
        let mut typist = Typist::new(driver);
        let id = typist.driver.touchpoints_in_order()[0].clone();
        let channel_of = |typist: &Typist| {
            let touchpoint = typist.driver.journey().touchpoints.get(&id).expect("there");
            let channel = touchpoint.channel.clone()?;
            typist.driver.document().channels.get(&channel).map(|channel| channel.name.clone())
        };
        typist.driver.go_to(&id);
        let last = typist.driver.document().channels_in_order().last().expect("channels").name.clone();
        typist.place(false, Key::C);
        assert!(typist.driver.sees_field(&typist.driver.word("channels")));
        typist.write(&last);
        typist.key(Key::Enter);
        assert_eq!(channel_of(&typist), Some(last));
        typist.place(false, Key::C);
        typist.write("Zoo 77");
        typist.key(Key::Enter);
        assert_eq!(channel_of(&typist).as_deref(), Some("Zoo 77"));
        assert_eq!(typist.driver.selected(), std::slice::from_ref(&id), "capture goes on");
        typist.place(false, Key::C);
        typist.key(Key::Escape);
        assert_eq!(channel_of(&typist).as_deref(), Some("Zoo 77"));
        assert!(!typist.driver.sees_field(&typist.driver.word("channels")));
    });
}

#[test]
fn the_palette_finds_a_command_in_either_language_and_in_the_wrong_layout() {
    for language in [Language::Ru, Language::En] {
        for typed in ["workshop panel", "панель воркш", "gfytkm djhri"] {
            let driver = Driver::new(Setup { language, ..Setup::default() });
            let mut typist = Typist::new(driver);
            typist.chord(Modifiers::COMMAND, Key::K);
            typist.write(typed);
            typist.key(Key::Enter);
            assert!(typist.driver.sees(&typist.driver.word("tool-agenda")), "{typed:?} in {language:?}");
        }
    }
}

#[test]
fn the_palette_finds_a_command_by_another_word_for_it() {
    for language in [Language::Ru, Language::En] {
        for typed in ["board", "доска", "kanb"] {
            let mut typist = Typist::new(Driver::new(Setup { language, ..Setup::default() }));
            typist.chord(Modifiers::COMMAND, Key::K);
            typist.write(typed);
            assert!(typist.driver.sees_part(&typist.driver.word("command-show-opportunities")));
            typist.key(Key::Enter);
            assert!(typist.driver.sees(&typist.driver.word("board-value")), "{typed:?} in {language:?}");
        }
    }
}

#[test]
fn the_palette_says_what_has_to_be_done_first_and_leads_to_things() {
    check_both(|driver| {
        let mut typist = Typist::new(driver);
        let (last, title) = {
            let order = typist.driver.touchpoints_in_order();
            let last = order.last().expect("a touchpoint").clone();
            (last.clone(), typist.driver.title_of(&last))
        };
        typist.chord(Modifiers::COMMAND, Key::K);
        typist.write(&typist.driver.word("command-add-alternative"));
        assert!(typist.driver.sees_part(&typist.driver.word("command-off-touchpoint")));
        let before = typist.driver.touchpoint_count();
        typist.key(Key::Enter);
        assert_eq!(typist.driver.touchpoint_count(), before, "what is grey cannot be taken");
        typist.key(Key::Escape);
        assert!(!typist.driver.sees_field(&typist.driver.word("palette")));
        typist.chord(Modifiers::COMMAND, Key::K);
        typist.write(&title);
        typist.key(Key::Enter);
        assert_eq!(typist.driver.selected(), [last]);
        // What was used comes first where nothing is typed.
        typist.chord(Modifiers::COMMAND, Key::K);
        typist.write(&typist.driver.word("command-toggle-side"));
        typist.key(Key::Enter);
        typist.chord(Modifiers::COMMAND, Key::K);
        assert!(typist.driver.sees(&typist.driver.word("palette-recent")));
        typist.key(Key::Enter);
        typist.chord(Modifiers::COMMAND, Key::K);
        typist.chord(Modifiers::COMMAND, Key::K);
        assert!(!typist.driver.sees_field(&typist.driver.word("palette")), "the same keys close it");
    });
}

#[test]
fn the_palette_opens_from_its_field_in_the_menu_bar() {
    check_both(|mut driver| {
        driver.click_first(&driver.word("command-palette"));
        assert!(driver.sees_field(&driver.word("palette")));
        driver.click_empty();
        assert!(!driver.sees_field(&driver.word("palette")), "a click beside closes it");
    });
}

#[test]
fn the_cheat_sheet_says_every_key_and_fits_a_small_window() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        driver.key(Key::Questionmark);
        let texts = Texts::of(driver.language());
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1280.0, 720.0));
        for command in tropa::ui::command::CommandId::ALL {
            if command.shortcut().is_none() || command.emotion().is_some() {
                continue;
            }
            let name = texts.get(command.name_key());
            let row = driver.last_rect_with(&format!(": {}", name.trim_end_matches('…')));
            assert!(row.is_some_and(|row| screen.contains_rect(row)), "{name:?} at {row:?}");
        }
        driver.key(Key::Escape);
        assert!(!driver.asks("shortcuts-hint"));
    });
}
