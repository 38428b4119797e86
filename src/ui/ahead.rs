//! What is typed faster than the window draws: keys behind one that leaves or opens a field wait until that field has the
//! keyboard. Without that a digit and the Enter behind it would count for two fields at once, and letters that a new
//! field is not there for yet would be lost or be commands.

use std::collections::VecDeque;

use egui::containers::AreaState;
use egui::{Context, Event, Id, Key, Plugin, RawInput, Ui, ViewportId, ViewportIdMap};

use super::keyboard::{has_letter, is_function_key};

/// How many frames what is typed waits for a field to take the keyboard.
const PATIENCE: u8 = 2;
/// The same for a field that is on its way: its card may have to come into sight first.
const MOST_PATIENCE: u8 = 30;

/// Who has the keyboard, or is about to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typing {
    Nobody,
    /// A field that is on its way.
    Awaited,
    /// A text.
    Text,
}

fn awaited(window: ViewportId) -> Id {
    Id::unique(("typing-awaited", window))
}

/// Says whether a field is about to take the keyboard of the window that is shown.
pub fn await_typing(context: &Context, is_awaited: bool) {
    let window = context.viewport_id();
    context.data_mut(|data| data.insert_temp(awaited(window), is_awaited));
}

/// Gives a window one key at a time that may change who has the keyboard, whatever has been pressed meanwhile.
#[derive(Debug, Default)]
pub struct InTurn {
    windows: ViewportIdMap<Turns>,
}

/// What waits in one window.
#[derive(Debug, Default)]
struct Turns {
    waiting: VecDeque<Event>,
    /// How many frames what is typed may still wait.
    patience: u8,
    /// How many frames a field has been on its way.
    awaited: u8,
    /// Whether a text had the keyboard when the window was shown last.
    typed: bool,
}

impl Plugin for InTurn {
    fn debug_name(&self) -> &'static str {
        "keys in turn"
    }

    fn input_hook(&mut self, context: &Context, input: &mut RawInput) {
        let window = input.viewport_id;
        let turns = self.windows.entry(window).or_default();
        // A window that is shown within another one cannot be asked yet: the other one would answer.
        let types = if window == context.viewport_id() { context.text_edit_focused() } else { turns.typed };
        let typing = if types {
            Typing::Text
        } else if context.data(|data| data.get_temp(awaited(window))) == Some(true) {
            Typing::Awaited
        } else {
            Typing::Nobody
        };
        turns.take_turns(typing, &mut input.events);
        // The frames that the next key may have to wait for pass before it is pressed.
        if !turns.waiting.is_empty() || turns.patience > 0 {
            context.request_repaint();
        }
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let context = ui.ctx();
        let typed = context.text_edit_focused();
        self.windows.entry(context.viewport_id()).or_default().typed = typed;
    }
}

impl Turns {
    /// Leaves of the events those for this frame.
    fn take_turns(&mut self, typing: Typing, events: &mut Vec<Event>) {
        self.waiting.extend(events.drain(..));
        let types = typing == Typing::Text;
        self.awaited = if typing == Typing::Awaited { self.awaited.saturating_add(1) } else { 0 };
        // In the frame behind such a key the one who had the keyboard may have it still.
        let settled = match typing {
            Typing::Text => self.patience < PATIENCE,
            Typing::Awaited => self.awaited > MOST_PATIENCE,
            Typing::Nobody => self.patience == 0,
        };
        self.patience = self.patience.saturating_sub(1);
        let is_ready = |event: &Event| settled || !is_typed(event);
        let mut typed = false;
        // A key that turns comes by itself: whoever asks for it asks for no more than that.
        while let Some(event) = self.waiting.pop_front_if(|event| is_ready(event) && !(typed && turns(event, types))) {
            let turns = turns(&event, types);
            typed |= is_typed(&event);
            let letter =
                self.waiting.pop_front_if(|behind| turns && has_letter(&event) && matches!(behind, Event::Text(_)));
            events.push(event);
            events.extend(letter);
            if turns {
                self.patience = PATIENCE;
                // Letting go of keys and moving the pointer belong to the same frame; what is held with the next key not.
                let belongs = |event: &mut Event| !is_typed(event) && !matches!(event, Event::ModifiersChanged(_));
                while let Some(event) = self.waiting.pop_front_if(belongs) {
                    events.push(event);
                }
                return;
            }
        }
    }
}

/// Whether a key may give the keyboard to someone else. Held down it goes on doing what it did.
fn turns(event: &Event, types: bool) -> bool {
    let Event::Key { key, pressed: true, repeat: false, modifiers, .. } = event else { return false };
    let leaves = matches!(key, Key::Enter | Key::Escape | Key::Tab | Key::ArrowUp | Key::ArrowDown);
    let leaves = leaves || is_function_key(*key);
    !types || leaves || modifiers.command || modifiers.ctrl || modifiers.alt
}

/// Whether it is for a field, or for what follows it.
fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Key { pressed: true, .. })
}

/// Gives a field in an area the keyboard; to be asked before the field is shown. A new area is measured before it is
/// shown: until then nothing in it can have the keyboard. Returns whether the field has it.
pub fn begin_in(context: &Context, (area, field): (Id, Id)) -> bool {
    let measured = AreaState::load(context, area).is_some();
    if !measured {
        context.request_repaint();
    } else if !context.memory(|memory| memory.has_focus(field)) {
        context.memory_mut(|memory| memory.request_focus(field));
    }
    measured
}

/// Forgets what was typed in this frame, after the field that it was for was shown.
pub fn used_up(ui: &Ui) {
    let is_bare = |event: &Event| !matches!(event, Event::Key { modifiers, .. } if modifiers.any());
    ui.input_mut(|input| input.events.retain(|event| !(is_typed(event) && is_bare(event))));
}

#[cfg(test)]
mod tests {
    use super::Typing::{Awaited, Nobody, Text};
    use super::*;
    use egui::{Modifiers, pos2};
    use std::cell::RefCell;
    use std::rc::Rc;

    fn press(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    fn typed(text: &str) -> impl Iterator<Item = Event> {
        text.chars().map(|letter| Event::Text(letter.to_string()))
    }

    /// What each frame gets of what comes with the first, until nothing waits.
    fn frames(events: Vec<Event>, typing: &[Typing]) -> Vec<Vec<Event>> {
        let (mut turns, mut events) = (Turns::default(), events);
        let mut frames = Vec::new();
        let mut typing = typing.iter().copied();
        loop {
            turns.take_turns(typing.next().unwrap_or(Text), &mut events);
            frames.push(std::mem::take(&mut events));
            if turns.waiting.is_empty() {
                return frames;
            }
        }
    }

    #[test]
    fn what_is_typed_into_a_text_comes_at_once() {
        let events: Vec<Event> = typed("a whole line").collect();
        assert_eq!(frames(events.clone(), &[Text]), [events]);
    }

    #[test]
    fn what_stands_behind_a_key_that_leaves_a_text_waits_until_the_next_has_the_keyboard() {
        let [one, two]: [Vec<Event>; 2] = ["one", "two"].map(|text| typed(text).collect());
        let [enter, escape] = [Key::Enter, Key::Escape].map(|key| vec![press(key)]);
        let events = [one.clone(), enter.clone(), two.clone(), escape.clone()].concat();
        assert_eq!(frames(events.clone(), &[Text]), [one, enter, vec![], two, escape]);
        // No text takes it: it is not kept back for ever.
        let patient = frames(events.clone(), &[Text, Text, Nobody, Nobody]);
        assert_eq!(patient.get(2..4), Some(&[vec![], vec![]][..]));
        assert_eq!(patient.concat(), events);
        // Where a field is on its way it waits longer.
        let [begun, on_its_way] = [vec![Text, Text], vec![Awaited; 9]];
        let patient = frames(events.clone(), &[begun, on_its_way].concat());
        assert_eq!(patient.get(2..11), Some(&vec![Vec::new(); 9][..]));
        assert_eq!(patient.concat(), events);
    }

    #[test]
    fn a_letter_that_is_a_command_comes_alone_with_what_it_types() {
        let events: Vec<Event> = [press(Key::B)].into_iter().chain(typed("bno")).collect();
        let [command, text] =
            [[press(Key::B)].into_iter().chain(typed("b")).collect::<Vec<_>>(), typed("no").collect()];
        assert_eq!(frames(events, &[Nobody]), [command, vec![], text]);
    }

    #[test]
    fn keys_that_are_held_and_the_pointer_do_not_wait_for_a_text() {
        let held = Event::Key {
            key: Key::ArrowRight,
            physical_key: None,
            pressed: true,
            repeat: true,
            modifiers: Modifiers::NONE,
        };
        let events = vec![held.clone(), Event::PointerMoved(pos2(1.0, 2.0)), held];
        assert_eq!(frames(events.clone(), &[Nobody]), [events]);
    }

    #[test]
    fn what_is_typed_in_a_second_window_stays_there() {
        let context = Context::default();
        context.set_embed_viewports(false);
        context.add_plugin(InTurn::default());
        let second = ViewportId::from_hash_of("second");
        // One letter a frame, as they come from a keyboard; in the first one the field has it not yet.
        let typed: Rc<RefCell<VecDeque<Vec<Event>>>> = Rc::new(RefCell::new([vec![]].into()));
        typed.borrow_mut().extend(
            [Key::A, Key::B, Key::C]
                .map(|key| [press(key)].into_iter().chain(self::typed(&key.name().to_lowercase())).collect()),
        );
        let waiting = Rc::clone(&typed);
        Context::set_immediate_viewport_renderer(move |context, mut shown| {
            let events = waiting.borrow_mut().pop_front().unwrap_or_default();
            let mut input = RawInput { viewport_id: shown.ids.this, focused: true, events, ..RawInput::default() };
            input
                .viewports
                .insert(shown.ids.this, egui::ViewportInfo { parent: Some(shown.ids.parent), ..Default::default() });
            context.run_ui(input, |ui| (shown.viewport_ui_cb)(ui)).drop_without_applying_deltas();
        });
        let (mut text, mut strays) = (String::new(), 0);
        for _ in 0..8 {
            let output = context.run_ui(RawInput::default(), |ui| {
                strays += ui.input(|input| input.events.len());
                ui.ctx().show_viewport_immediate(second, egui::ViewportBuilder::default(), |ui, _| {
                    ui.text_edit_singleline(&mut text).request_focus();
                });
            });
            output.drop_without_applying_deltas();
        }
        assert_eq!((text.as_str(), strays), ("abc", 0));
    }
}
