//! Tables of keys and what they lead to; random commands never lead out of the deck.

use super::*;
use crate::model::Stage;
use proptest::prelude::*;

fn touchpoint(name: &str) -> TouchpointId {
    TouchpointId::parse(&format!("t-{name}")).unwrap()
}

fn slide(view: StopView) -> Slide {
    Slide { view, part: 0, parts: 1, index: 0, place: 0, of: 0, stop: None, hidden: false, notes: String::new() }
}

fn slides() -> Vec<Slide> {
    let persona = PersonaId::parse("p-ann").unwrap();
    let mut slides = vec![
        slide(StopView::Overview),
        slide(StopView::Persona(persona)),
        slide(StopView::Stage(Stage::Attention)),
        slide(StopView::Stage(Stage::Contact)),
        slide(StopView::Touchpoint(touchpoint("b"))),
        slide(StopView::Emotions),
        slide(StopView::Decisions),
    ];
    slides[1].hidden = true;
    slides
}

struct World {
    slides: Vec<Slide>,
    personas: Vec<PersonaId>,
    touchpoints: Vec<TouchpointId>,
}

impl World {
    fn new() -> Self {
        let personas = ["p-ann", "p-ben"].map(|id| PersonaId::parse(id).unwrap()).to_vec();
        Self { slides: slides(), personas, touchpoints: ["a", "b", "c"].map(touchpoint).to_vec() }
    }

    fn facts(&self) -> Facts<'_> {
        Facts { slides: &self.slides, personas: &self.personas, touchpoints: &self.touchpoints }
    }
}

fn press(word: &str) -> Press {
    let shift = word.starts_with("shift+");
    let name = word.trim_start_matches("shift+");
    let key = match name {
        "right" => Key::Right,
        "left" => Key::Left,
        "up" => Key::Up,
        "down" => Key::Down,
        "space" => Key::Space,
        "enter" => Key::Enter,
        "back" => Key::Backspace,
        "pgdn" => Key::PageDown,
        "pgup" => Key::PageUp,
        "home" => Key::Home,
        "end" => Key::End,
        "esc" => Key::Escape,
        one => match one.chars().next().unwrap() {
            digit @ '0'..='9' => Key::Digit(digit as u8 - b'0'),
            letter @ 'A'..='Z' => Key::Letter(letter),
            sign => Key::Sign(sign),
        },
    };
    Press { key, shift }
}

/// Presses keys one after another and says where that leads: the slide and what differs from the beginning.
fn played(keys: &str) -> (Show, Option<Effect>) {
    let world = World::new();
    let mut show = Show::new(0, ThemeName::Contrast);
    let mut last = None;
    for word in keys.split_whitespace() {
        if word == "ink" {
            show.begin_stroke(crate::scene::point(1.0, 2.0));
            show.draw_to(crate::scene::point(3.0, 4.0));
            continue;
        }
        let command = show.pressed(press(word));
        last = command.and_then(|command| show.run(command, &world.facts()));
    }
    (show, last)
}

#[test]
fn keys_lead_from_stop_to_stop() {
    let check = |keys: &str, expect: usize| assert_eq!(played(keys).0.at, expect, "{keys}");
    check("", 0);
    // The hidden one is passed over.
    check("right", 2);
    check("space pgdn", 3);
    check("enter right right", 4);
    check("right left", 0);
    check("end", 6);
    check("end right", 6);
    check("left", 0);
    check("end pgup back", 4);
    check("end shift+space", 5);
    check("end home", 0);
    check("3", 3);
    check("1", 2);
    // No such stage in the deck.
    check("3 2", 3);
    check("end 0", 0);
    // A covered picture is uncovered first.
    check("right B right", 2);
    check("right B right right", 3);
    check("right . pgdn pgdn", 3);
    check("shift+right", 0);
}

#[test]
fn keys_change_what_the_room_sees() {
    fn check<T: PartialEq + std::fmt::Debug>(keys: &str, of: impl Fn(&Show) -> T, expect: impl Into<T>) {
        assert_eq!(of(&played(keys).0), expect.into(), "{keys}");
    }
    check("B", |show| show.curtain, Some(Curtain::Black));
    check(".", |show| show.curtain, Some(Curtain::Black));
    check("B B", |show| show.curtain, None);
    check("B W", |show| show.curtain, Some(Curtain::White));
    check(",", |show| show.curtain, Some(Curtain::White));
    check("B esc", |show| show.curtain, None);
    check("B 3", |show| show.curtain, None);
    check("C", |show| show.curve_only, true);
    check("C C", |show| show.curve_only, false);
    check("C right", |show| show.curve_only, true);
    let name = |show: &Show| show.persona.as_ref().map(|id| id.as_str().to_owned());
    check("P", name, Some("p-ben".to_owned()));
    check("P P", name, Some("p-ann".to_owned()));
    check("+ +", Show::text_scale, 1.3);
    check("+ + + + + + + + −", Show::text_scale, 1.5);
    check("− − − − −", Show::text_scale, 0.8);
    check("T", |show| show.theme, ThemeName::Light);
    check("T T T", |show| show.theme, ThemeName::Contrast);
    check("S", |show| show.strip_hidden, true);
    check("X", |show| show.presenter, true);
    check("F", |show| show.frozen, true);
    check("F F", |show| show.frozen, false);
    check("?", |show| show.overlay.clone(), Some(Overlay::Help));
    check("? ?", |show| show.overlay.clone(), None);
    check("? space", |show| show.overlay.clone(), None);
    check("? space", |show| show.at, 0_usize);
    check("right G", |show| show.overlay.clone(), Some(Overlay::GoTo(GoTo::new(2))));
    check("G esc", |show| show.overlay.clone(), None);
}

#[test]
fn one_touchpoint_is_spoken_of_and_the_rest_dimmed() {
    let check = |keys: &str, expect: Option<(&str, f32)>| {
        let world = World::new();
        let options = played(keys).0.options(&world.facts(), StopOptions::new().size);
        assert_eq!(options.focus, expect.map(|(name, dim)| (touchpoint(name), dim)), "{keys}");
    };
    check("", None);
    check("D", Some(("a", 0.6)));
    check("D D", None);
    check("down", Some(("a", 0.6)));
    check("down down", Some(("b", 0.6)));
    check("down up", Some(("c", 0.6)));
    check("down down down down", Some(("a", 0.6)));
    check("]", Some(("a", 0.6)));
    check("] ]", Some(("a", 0.75)));
    check("D shift+D shift+D shift+D shift+D", Some(("a", 0.95)));
    check("D [ [ [ [", Some(("a", 0.3)));
    // The touchpoint's own stop, and nothing of it on the next.
    check("end left left D", Some(("b", 0.6)));
    check("D right", None);
}

#[test]
fn ink_vanishes_with_its_stop_unless_kept() {
    let strokes = vec![vec![crate::scene::point(1.0, 2.0), crate::scene::point(3.0, 4.0)]];
    let check = |keys: &str, left: usize, effect: Option<Effect>| {
        let (show, last) = played(keys);
        assert_eq!((show.strokes.len(), last), (left, effect), "{keys}");
    };
    check("N ink ink", 2, None);
    check("N ink ink Z", 1, None);
    check("N ink Z Z", 0, Some(Effect::DropKeptStroke));
    check("N ink right", 0, None);
    check("N ink K", 0, Some(Effect::KeepInk(strokes)));
    check("K", 0, None);
    assert_eq!(played("N").0.pointer, Pointer::Pen);
    assert_eq!(played("N N").0.pointer, Pointer::Plain);
    assert_eq!(played("N L").0.pointer, Pointer::Laser);
}

#[test]
fn esc_puts_away_one_thing_after_another() {
    let check = |keys: &str, leaves: bool| {
        assert_eq!(played(keys).1 == Some(Effect::Leave), leaves, "{keys}");
    };
    check("esc", true);
    check("? esc", false);
    check("? esc esc", true);
    check("B G esc", false);
    check("B esc esc", true);
    check("N esc", false);
    check("N esc esc", true);
    check("E esc", false);
    check("E esc esc", true);
    check("F esc", true);
    check("V esc", false);
    check("V B esc", false);
    check("V B esc esc", false);
    check("V B esc esc esc", true);
}

#[test]
fn a_tool_has_most_keys_to_itself() {
    let check = |keys: &str, tool: Option<ShowCommand>, at: usize| {
        let (show, _) = played(keys);
        assert_eq!((show.overlay, show.at), (tool.map(Overlay::Tool), at), "{keys}");
    };
    check("V", Some(ShowCommand::Voting), 0);
    check("V V", None, 0);
    check("V A", Some(ShowCommand::Agenda), 0);
    check("V right 3 G E", Some(ShowCommand::Voting), 0);
    check("V B B", Some(ShowCommand::Voting), 0);
    check("right I esc right", None, 3);
}

#[test]
fn every_key_means_one_thing() {
    let mut seen = std::collections::BTreeMap::new();
    for command in ShowCommand::ALL {
        for press in command.presses() {
            assert_eq!(seen.insert(*press, command), None, "{press:?}");
            assert_eq!(ShowCommand::of(*press), Some(*command));
        }
        assert!(!command.presses().is_empty(), "{command:?}");
        for language in crate::model::Language::ALL {
            let texts = crate::i18n::Texts::of(language);
            assert!(texts.has(command.name_key()), "{} in {language:?}", command.name_key());
            assert!(texts.has(command.group().key()), "{} in {language:?}", command.group().key());
        }
    }
}

#[test]
fn a_stop_is_found_by_number_and_by_name() {
    let names: Vec<String> = ["Overview", "Anna", "Contact", "Queue 2", "Контакт"].map(str::to_owned).to_vec();
    let check = |typed: &str, found: &[usize], picked: usize| {
        let mut list = GoTo::new(4);
        for letter in typed.chars() {
            if letter == '⌫' { list.erase(&names) } else { list.type_text(&letter.to_string(), &names) }
        }
        assert_eq!((list.found(&names).as_slice(), list.picked), (found, picked), "{typed}");
    };
    check("", &[0, 1, 2, 3, 4], 4);
    check("an", &[1], 1);
    check("  AN", &[1], 1);
    check("2", &[1, 3], 1);
    check("2⌫3", &[2], 2);
    check("конт", &[4], 4);
    check("zzz", &[], 4);
    check("9", &[], 4);
    let mut list = GoTo::new(1);
    let mut walked = Vec::new();
    for by in [1, 1, 1, 1, 1, -1] {
        list.pick_by(by, &names);
        walked.push(list.picked);
    }
    assert_eq!(walked, [2, 3, 4, 4, 4, 3]);
}

#[test]
fn the_shown_slide_is_followed_into_a_changed_deck() {
    let check = |at: usize, change: &dyn Fn(&mut Vec<Slide>), expect: usize| {
        let before = slides();
        let mut after = slides();
        change(&mut after);
        let mut show = Show::new(at, ThemeName::Light);
        show.follow(&before, &after);
        assert_eq!(show.at, expect);
    };
    check(4, &|_| {}, 4);
    check(4, &|slides| slides.insert(0, slide(StopView::Answers)), 5);
    check(4, &|slides| drop(slides.remove(0)), 3);
    check(4, &|slides| slides.swap(0, 4), 0);
    check(6, &|slides| slides.truncate(2), 1);
    check(6, &Vec::clear, 0);
    let stop = crate::model::StopId::parse("v-own").ok();
    check(4, &|slides| slides[4].stop.clone_from(&stop), 4);
}

proptest! {
    #[test]
    fn no_keys_lead_out_of_the_deck(picks in proptest::collection::vec(0..ShowCommand::ALL.len(), 0..60), few in 0..8_usize) {
        let mut world = World::new();
        world.slides.truncate(few);
        let mut show = Show::new(0, ThemeName::Light);
        for pick in picks {
            show.run(ShowCommand::ALL[pick], &world.facts());
            prop_assert!(show.at < world.slides.len().max(1));
            prop_assert!((0.8..=1.75).contains(&show.text_scale()) && (0.3..=0.95).contains(&show.dim_strength()));
        }
    }
}
