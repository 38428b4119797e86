//! Which commands the keyboard asks for in this frame.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::{CommandId, Scope};
use crate::ui::keyboard::{has_letter, is_function_key, meanings};

/// Who has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyboard {
    /// A text that is being typed.
    Text,
    /// The map: letters and digits are commands.
    Map,
    /// A button, a list, or nobody.
    Elsewhere,
}

/// The commands that the keyboard asks for now, in the order of the keys, of those that answer. Their events are used
/// up, with the letters that the same keys have typed.
pub fn pressed(context: &Context, keyboard: Keyboard, answers: impl Fn(CommandId) -> bool) -> Vec<CommandId> {
    let mut commands: Vec<CommandId> = Vec::new();
    context.input_mut(|input| {
        let mut at = 0;
        while let Some(event) = input.events.get(at) {
            let Some(command) = asked(event, keyboard).into_iter().find(|command| answers(*command)) else {
                at += 1;
                continue;
            };
            let has_letter = has_letter(event);
            input.events.remove(at);
            if has_letter && matches!(input.events.get(at), Some(Event::Text(_))) {
                input.events.remove(at);
            }
            commands.push(command);
        }
    });
    commands
}

/// What a key asks for, the likeliest first: which of them can be run is not known here.
fn asked(event: &Event, keyboard: Keyboard) -> Vec<CommandId> {
    let Event::Key { key, physical_key, pressed: true, repeat, modifiers } = event else { return Vec::new() };
    let mut asked = Vec::new();
    for meant in meanings(*key, *physical_key) {
        for command in CommandId::ALL {
            let held = *repeat && command.begins_typing();
            let is_it = |press: &KeyboardShortcut| {
                press.logical_key == meant && fits(*press, *modifiers) && is_heard(*command, *press, keyboard)
            };
            if !held && !asked.contains(command) && command.presses().any(|press| is_it(&press)) {
                asked.push(*command);
            }
        }
    }
    asked
}

/// Whether these modifiers are held, and no others. Signs say by themselves whether Shift was needed.
fn fits(press: KeyboardShortcut, held: Modifiers) -> bool {
    let wanted = press.modifiers;
    let shift = matches!(press.logical_key, Key::Plus | Key::Questionmark) || wanted.shift == held.shift;
    shift && wanted.alt == held.alt && wanted.command == (held.command || held.ctrl)
}

fn is_heard(command: CommandId, press: KeyboardShortcut, keyboard: Keyboard) -> bool {
    use CommandId::{Copy, Cut, Paste, Redo, Rename, SelectAll, Undo};
    match keyboard {
        Keyboard::Map => true,
        Keyboard::Elsewhere => command.scope() == Scope::Always && press.logical_key != Key::Enter,
        Keyboard::Text => {
            let bare = !press.modifiers.command && !press.modifiers.alt;
            let types = bare && !is_function_key(press.logical_key);
            let of_text = matches!(command, Undo | Redo | Cut | Copy | Paste | SelectAll | Rename);
            command.scope() == Scope::Always && !types && !of_text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: (Key, Option<Key>), modifiers: Modifiers, keyboard: Keyboard, expect: &[CommandId]) {
        let (key, physical_key) = key;
        let event = Event::Key { key, physical_key, pressed: true, repeat: false, modifiers };
        assert_eq!(asked(&event, keyboard), expect, "{key:?} at {physical_key:?}");
    }

    #[test]
    fn letters_are_commands_on_the_map_alone() {
        use CommandId::{AddBarrier, AddTouchpoint, Rename};
        let (none, b) = (Modifiers::NONE, (Key::B, Some(Key::B)));
        check(b, none, Keyboard::Map, &[AddBarrier]);
        check(b, none, Keyboard::Text, &[]);
        check(b, none, Keyboard::Elsewhere, &[]);
        check((Key::Enter, None), none, Keyboard::Map, &[AddTouchpoint, Rename]);
        check((Key::Enter, None), none, Keyboard::Elsewhere, &[]);
        check((Key::Delete, None), none, Keyboard::Elsewhere, &[CommandId::Delete]);
        check((Key::Delete, None), none, Keyboard::Text, &[]);
        check((Key::Escape, None), none, Keyboard::Text, &[]);
        check((Key::F2, None), none, Keyboard::Text, &[]);
        check((Key::F6, None), none, Keyboard::Text, &[CommandId::NextPane]);
        check((Key::S, None), Modifiers::COMMAND, Keyboard::Text, &[CommandId::Save]);
        check((Key::Z, None), Modifiers::COMMAND, Keyboard::Text, &[]);
        check((Key::CloseBracket, None), Modifiers::COMMAND, Keyboard::Text, &[CommandId::NextStage]);
    }

    #[test]
    fn the_more_modified_of_two_alike_is_not_taken_for_the_other() {
        let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        check((Key::Z, None), Modifiers::COMMAND, Keyboard::Map, &[CommandId::Undo]);
        check((Key::Z, None), both, Keyboard::Map, &[CommandId::Redo]);
        check((Key::P, None), Modifiers::SHIFT, Keyboard::Map, &[CommandId::AddPersona]);
        check((Key::P, None), Modifiers::CTRL, Keyboard::Map, &[CommandId::Print]);
    }

    #[test]
    fn keys_mean_the_same_in_the_russian_layout() {
        use CommandId::{AddBarrier, EmotionDown, EmotionMinus3, EmotionMinus4, EmotionUp, NextStage, Shortcuts};
        let (none, shift, ctrl) = (Modifiers::NONE, Modifiers::SHIFT, Modifiers::CTRL.plus(Modifiers::COMMAND));
        // И types no Latin letter: egui names it by its place.
        check((Key::B, Some(Key::B)), none, Keyboard::Map, &[AddBarrier]);
        // Shift+3 types №, which egui does not know; Shift+4 a semicolon; Shift+7 a question mark.
        check((Key::Num3, Some(Key::Num3)), shift, Keyboard::Map, &[EmotionMinus3]);
        check((Key::Semicolon, Some(Key::Num4)), shift, Keyboard::Map, &[EmotionMinus4]);
        check((Key::Questionmark, Some(Key::Num7)), shift, Keyboard::Map, &[Shortcuts]);
        // Ъ is where the bracket is.
        check((Key::CloseBracket, Some(Key::CloseBracket)), ctrl, Keyboard::Text, &[NextStage]);
        check((Key::Plus, Some(Key::Equals)), shift, Keyboard::Map, &[EmotionUp, CommandId::ZoomIn]);
        check((Key::Minus, Some(Key::Minus)), none, Keyboard::Map, &[EmotionDown, CommandId::ZoomOut]);
        // Shift+1 in English is an exclamation mark.
        check((Key::Exclamationmark, Some(Key::Num1)), shift, Keyboard::Map, &[CommandId::EmotionMinus1]);
        // A French Shift+1 is the digit itself, and means the same key.
        check((Key::Num1, Some(Key::Num1)), shift, Keyboard::Map, &[CommandId::EmotionMinus1]);
    }

    #[test]
    fn a_key_held_down_types_on_and_opens_nothing() {
        let held = |key: Key| {
            let modifiers = Modifiers::NONE;
            asked(&Event::Key { key, physical_key: None, pressed: true, repeat: true, modifiers }, Keyboard::Map)
        };
        assert_eq!(held(Key::B), []);
        assert!(held(Key::Plus).contains(&CommandId::EmotionUp));
    }
}
