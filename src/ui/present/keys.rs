//! egui's events → the show's keys. Letters go by their place on the keyboard, so that they work in every layout.

use egui::{Event, Ui};

use super::{ShowAction, ShowCtx, goto};
use crate::present::show::{Group, Key, Overlay, Press, ShowCommand};
use crate::ui::action::Action;
use crate::ui::command::{self, CommandId, Keyboard};
use crate::ui::keyboard::meanings;

/// Commands of the editor that keep their keys during a show.
pub(super) const OF_THE_EDITOR: [CommandId; 7] = [
    CommandId::Save,
    CommandId::SaveAs,
    CommandId::Undo,
    CommandId::Redo,
    CommandId::TimerToggle,
    CommandId::TimerMore,
    CommandId::TimerNext,
];

/// Asks for what the keys of this frame stand for. While something is typed only shortcuts of the editor count.
pub(super) fn follow(ui: &Ui, ctx: &ShowCtx<'_>, typing: bool) {
    if !typing {
        follow_show(ui, ctx);
    }
    if matches!(ctx.show.overlay, Some(Overlay::GoTo(_))) {
        return;
    }
    if let Some(Overlay::Tool(open)) = ctx.show.overlay {
        for (key, by) in [(egui::Key::PageDown, 1), (egui::Key::PageUp, -1)] {
            if ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, key)) {
                ctx.run(neighbour(open, by));
            }
        }
    }
    let keyboard = if typing { Keyboard::Text } else { Keyboard::Elsewhere };
    let answers = |command: CommandId| OF_THE_EDITOR.contains(&command) && command.enabled(ctx.view);
    for command in command::pressed(ui.ctx(), keyboard, answers) {
        ctx.view.push(Action::Run(command));
    }
}

/// The tool so many places further, around the end: these keys work while something is typed.
fn neighbour(open: ShowCommand, by: isize) -> ShowCommand {
    let tools: Vec<ShowCommand> =
        ShowCommand::ALL.iter().copied().filter(|command| command.group() == Group::Workshop).collect();
    let at = tools.iter().position(|command| *command == open).unwrap_or(0) as isize;
    let place = (at + by).rem_euclid(tools.len().max(1) as isize) as usize;
    tools.get(place).copied().unwrap_or(open)
}

fn follow_show(ui: &Ui, ctx: &ShowCtx<'_>) {
    if let Some(Overlay::GoTo(list)) = &ctx.show.overlay {
        goto::follow(ui, ctx, list);
        return;
    }
    let menu_open = egui::Popup::is_any_open(ui.ctx());
    // A button that has the keyboard is pressed by these itself.
    let on_button = ui.memory(|memory| memory.focused().is_some());
    let free = |press: &Press| !(menu_open || on_button && matches!(press.key, Key::Space | Key::Enter));
    for press in presses(ui).into_iter().filter(free) {
        if let Some(command) = ctx.show.pressed(press) {
            ctx.push(ShowAction::Run(command));
        }
    }
}

/// The keys pressed in this frame.
pub fn presses(ui: &Ui) -> Vec<Press> {
    let presses: Vec<Press> = ui.input(|input| input.events.iter().filter_map(press_of).collect());
    if !presses.is_empty() {
        return presses;
    }
    // A sign may come as text alone, from a keyboard on the screen or through an input method.
    ui.input(|input| input.events.iter().filter_map(press_of_text).collect())
}

/// What a key event is to the show; nothing where a modifier makes it a shortcut.
pub fn press_of(event: &Event) -> Option<Press> {
    let Event::Key { key, physical_key, pressed: true, repeat, modifiers } = event else { return None };
    if modifiers.alt || modifiers.ctrl || modifiers.command || modifiers.mac_cmd {
        return None;
    }
    let key = meanings(*key, *physical_key).find_map(key_of)?;
    // A key held down a little too long must not switch back what it has switched on.
    let steps = matches!(key, Key::Right | Key::Left | Key::Up | Key::Down | Key::PageDown | Key::PageUp);
    let steps = steps || matches!(key, Key::Sign('+' | '−' | '[' | ']'));
    if *repeat && !steps {
        return None;
    }
    let shift = modifiers.shift && !matches!(key, Key::Sign(_) | Key::Digit(_));
    Some(Press { key, shift })
}

fn press_of_text(event: &Event) -> Option<Press> {
    let Event::Text(text) = event else { return None };
    let sign = match text.as_str() {
        "?" => '?',
        "+" => '+',
        "-" | "−" => '−',
        _ => return None,
    };
    Some(Press { key: Key::Sign(sign), shift: false })
}

fn key_of(key: egui::Key) -> Option<Key> {
    use egui::Key as K;
    let key = match key {
        K::ArrowRight => Key::Right,
        K::ArrowLeft => Key::Left,
        K::ArrowUp => Key::Up,
        K::ArrowDown => Key::Down,
        K::Space => Key::Space,
        K::Enter => Key::Enter,
        K::Backspace => Key::Backspace,
        K::PageUp => Key::PageUp,
        K::PageDown => Key::PageDown,
        K::Home => Key::Home,
        K::End => Key::End,
        K::Escape => Key::Escape,
        K::Plus | K::Equals => Key::Sign('+'),
        K::Minus => Key::Sign('−'),
        K::Questionmark => Key::Sign('?'),
        K::Period => Key::Sign('.'),
        K::Comma => Key::Sign(','),
        K::OpenBracket => Key::Sign('['),
        K::CloseBracket => Key::Sign(']'),
        other => {
            let mut name = other.name().chars();
            match (name.next(), name.next()) {
                (Some(letter @ 'A'..='Z'), None) => Key::Letter(letter),
                (Some(digit @ '0'..='9'), None) => Key::Digit(digit as u8 - b'0'),
                _ => return None,
            }
        }
    };
    Some(key)
}

/// What stands on a key, in the interface's language.
pub fn label(ctx: &ShowCtx<'_>, press: Press) -> String {
    let name = match press.key {
        Key::Right => "→".to_owned(),
        Key::Left => "←".to_owned(),
        Key::Up => "↑".to_owned(),
        Key::Down => "↓".to_owned(),
        Key::Backspace => "⌫".to_owned(),
        Key::Space => ctx.text("key-space"),
        Key::Enter => ctx.text("key-enter"),
        Key::PageUp => ctx.text("key-page-up"),
        Key::PageDown => ctx.text("key-page-down"),
        Key::Home => ctx.text("key-home"),
        Key::End => ctx.text("key-end"),
        Key::Escape => ctx.text("key-esc"),
        Key::Digit(digit) => digit.to_string(),
        Key::Letter(sign) | Key::Sign(sign) => sign.to_string(),
    };
    if press.shift { ctx.view.texts.with("key-shift", &[("key", name.into())]) } else { name }
}

/// The first key of a command, for tooltips and hints.
pub fn first_label(ctx: &ShowCtx<'_>, command: ShowCommand) -> String {
    command.presses().first().map(|press| label(ctx, *press)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Key as K, Modifiers};

    fn event(key: K, physical: Option<K>, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: physical, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn letters_go_by_their_place_and_signs_by_what_they_are() {
        let check = |key: K, physical: Option<K>, modifiers: Modifiers, expect: Option<(Key, bool)>| {
            let press = expect.map(|(key, shift)| Press { key, shift });
            assert_eq!(press_of(&event(key, physical, modifiers)), press, "{key:?} {physical:?}");
        };
        let none = Modifiers::NONE;
        check(K::B, Some(K::B), none, Some((Key::Letter('B'), false)));
        // A letter that egui does not know comes with its place alone.
        check(K::F35, Some(K::G), none, Some((Key::Letter('G'), false)));
        // On a French keyboard W stands where Z is elsewhere.
        check(K::W, Some(K::Z), none, Some((Key::Letter('W'), false)));
        // "?" on a Russian keyboard is Shift+7.
        check(K::Questionmark, Some(K::Num7), Modifiers::SHIFT, Some((Key::Sign('?'), false)));
        check(K::Equals, Some(K::Equals), none, Some((Key::Sign('+'), false)));
        check(K::Plus, Some(K::Equals), Modifiers::SHIFT, Some((Key::Sign('+'), false)));
        check(K::Minus, None, none, Some((Key::Sign('−'), false)));
        check(K::D, Some(K::D), Modifiers::SHIFT, Some((Key::Letter('D'), true)));
        check(K::Num3, Some(K::Num3), none, Some((Key::Digit(3), false)));
        check(K::Period, None, none, Some((Key::Sign('.'), false)));
        check(K::PageDown, None, none, Some((Key::PageDown, false)));
        check(K::B, Some(K::B), Modifiers::COMMAND, None);
        check(K::S, Some(K::S), Modifiers::CTRL, None);
        check(K::F5, None, none, None);
    }

    #[test]
    fn a_key_held_down_does_not_switch_back() {
        let held =
            |key: K| Event::Key { key, physical_key: None, pressed: true, repeat: true, modifiers: Modifiers::NONE };
        assert_eq!(press_of(&held(K::B)), None);
        assert_eq!(press_of(&held(K::Space)), None);
        assert!(press_of(&held(K::ArrowRight)).is_some());
        assert!(press_of(&held(K::Minus)).is_some());
    }
}
