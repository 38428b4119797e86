//! What a keyboard sends in its layout, key by key, and how many presses that took.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tropa::model::{Emotion, Language, TouchpointId};

use super::Driver;

/// Letters of the Russian layout and the keys that they are on.
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбю.ё";
const PLACES: [Key; 34] = [
    Key::Q,
    Key::W,
    Key::E,
    Key::R,
    Key::T,
    Key::Y,
    Key::U,
    Key::I,
    Key::O,
    Key::P,
    Key::OpenBracket,
    Key::CloseBracket,
    Key::A,
    Key::S,
    Key::D,
    Key::F,
    Key::G,
    Key::H,
    Key::J,
    Key::K,
    Key::L,
    Key::Semicolon,
    Key::Quote,
    Key::Z,
    Key::X,
    Key::C,
    Key::V,
    Key::B,
    Key::N,
    Key::M,
    Key::Comma,
    Key::Period,
    Key::Slash,
    Key::Backtick,
];

/// Somebody at the keyboard.
pub(crate) struct Typist {
    pub(crate) driver: Driver,
    layout: Language,
    /// Keys pressed so far, Ctrl and Shift among them.
    pub(crate) presses: usize,
    /// Letters of what was written so far.
    pub(crate) letters: usize,
    /// Keys of somebody faster than the window draws.
    held: Option<Vec<Event>>,
}

impl Typist {
    pub(crate) fn new(driver: Driver) -> Self {
        let layout = driver.language();
        Self { driver, layout, presses: 0, letters: 0, held: None }
    }

    /// From now on presses keys without waiting for the window to draw.
    pub(crate) fn hurry(&mut self) {
        self.held = Some(Vec::new());
    }

    /// Everything that was pressed in a hurry comes in one frame; the window draws so many.
    pub(crate) fn let_draw(&mut self, frames: usize) {
        self.driver.harness.input_mut().events.extend(self.held.take().unwrap_or_default());
        self.driver.harness.run_steps(frames);
        self.driver.harness.run();
    }

    fn send(&mut self, events: Vec<Event>) {
        match &mut self.held {
            Some(held) => held.extend(events),
            None => self.driver.events(events),
        }
    }

    /// A key that types nothing.
    pub(crate) fn key(&mut self, key: Key) {
        self.chord(Modifiers::NONE, key);
    }

    /// Keys held down together.
    pub(crate) fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.presses += 1 + [modifiers.command, modifiers.shift, modifiers.alt].into_iter().filter(|it| *it).count();
        let down = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
        self.send(vec![Event::ModifiersChanged(modifiers), down(true), down(false)]);
        self.send(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// The key at this place of the keyboard, with what it types in the layout: as a command, not as a text.
    pub(crate) fn place(&mut self, shift: bool, place: Key) {
        self.presses += 1 + usize::from(shift);
        let (key, text) = typed_by(self.layout, shift, place);
        let modifiers = if shift { Modifiers::SHIFT } else { Modifiers::NONE };
        let down = |pressed| Event::Key { key, physical_key: Some(place), pressed, repeat: false, modifiers };
        let mut events = vec![Event::ModifiersChanged(modifiers), down(true)];
        events.extend((!text.is_empty()).then_some(Event::Text(text)));
        events.push(down(false));
        self.send(events);
        self.send(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// A text, as fast as it gets: all of it within one frame.
    pub(crate) fn write(&mut self, text: &str) {
        self.letters += text.chars().count();
        let mut events = Vec::new();
        for letter in text.chars() {
            self.presses += 1 + usize::from(letter.is_uppercase());
            let shift = if letter.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE };
            let key = key_of(letter);
            let down = |pressed| {
                let event = |key| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers: shift };
                key.map(event)
            };
            events.extend(down(true));
            events.push(Event::Text(letter.to_string()));
            events.extend(down(false));
        }
        self.send(events);
    }
}

/// What egui is told of a key, and what it types.
fn typed_by(layout: Language, shift: bool, place: Key) -> (Key, String) {
    let digit = place.name().parse::<usize>().ok().filter(|_| place.name().len() == 1);
    match (layout, digit, shift) {
        (Language::Ru, Some(digit), true) => {
            let signs = [")", "!", "\"", "№", ";", "%"];
            let sign = signs.get(digit).copied().unwrap_or_default();
            (Key::from_name(sign).unwrap_or(place), sign.to_owned())
        }
        (Language::En, Some(digit), true) => {
            let signs = [")", "!", "@", "#", "$", "%"];
            let sign = signs.get(digit).copied().unwrap_or_default();
            (Key::from_name(sign).unwrap_or(place), sign.to_owned())
        }
        (_, Some(_), false) => (place, place.name().to_owned()),
        (Language::Ru, ..) => {
            let at = PLACES.iter().position(|key| *key == place);
            let letter = at.and_then(|at| RUSSIAN.chars().nth(at)).map(String::from).unwrap_or_default();
            (place, if shift { letter.to_uppercase() } else { letter })
        }
        (Language::En, ..) => {
            let letter = if place.name().len() == 1 { place.name().to_lowercase() } else { String::new() };
            (place, if shift { letter.to_uppercase() } else { letter })
        }
    }
}

/// The key that a letter is on.
fn key_of(letter: char) -> Option<Key> {
    let small = letter.to_lowercase().next()?;
    match RUSSIAN.chars().position(|russian| russian == small) {
        Some(at) => PLACES.get(at).copied(),
        None => Key::from_name(&letter.to_string()),
    }
}

impl Driver {
    /// Whether the map has the keyboard.
    pub(crate) fn map_has_keyboard(&self) -> bool {
        self.harness.ctx.memory(egui::Memory::focused) == Some(tropa::ui::canvas::id())
    }

    /// What has the keyboard, by its place and its name.
    pub(crate) fn keyboard_is_at(&self) -> String {
        let focused = self.harness.ctx.memory(egui::Memory::focused);
        let response = focused.and_then(|id| self.harness.ctx.read_response(id));
        response.map(|response| format!("{:?}", response.rect.round())).unwrap_or_default()
    }

    /// Selects a touchpoint of the map by Tab.
    pub(crate) fn go_to(&mut self, id: &TouchpointId) {
        self.click_empty();
        for _ in 0..=self.touchpoint_count() {
            self.key(Key::Tab);
            if self.selected() == std::slice::from_ref(id) {
                return;
            }
        }
        panic!("Tab does not lead to {id}");
    }

    /// Selects what is called so, by the palette.
    pub(crate) fn go_by_palette(&mut self, title: &str) {
        self.key_with(Modifiers::COMMAND, Key::K);
        self.type_text(title);
        self.key(Key::Enter);
    }

    pub(crate) fn expectation_of(&self, id: &TouchpointId) -> Option<Emotion> {
        let journey = self.journey();
        let leading = journey.info.personas.first()?;
        journey.touchpoints.get(id)?.feeling(leading)?.expectation
    }

    /// Whether there is a field of this name.
    pub(crate) fn sees_field(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).any(|node| node.accesskit_node().is_text_input())
    }

    pub(crate) fn resize(&mut self, size: egui::Vec2) {
        self.harness.set_size(size);
        self.harness.run();
    }

    /// Where the last thing is whose name has these words in it.
    pub(crate) fn last_rect_with(&self, words: &str) -> Option<egui::Rect> {
        self.harness.query_all_by_label_contains(words).last().map(|node| node.rect())
    }
}
