//! Which commands the keyboard asks for in this frame.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{ALT, COMMAND, CommandId, NONE};

/// The commands that the keyboard asks for now. The more modified of two alike comes first, so that
/// Ctrl+Shift+Z is not taken for Ctrl+Z.
pub fn pressed(context: &egui::Context, typing: bool) -> Vec<CommandId> {
    let mut commands: Vec<(KeyboardShortcut, CommandId)> =
        CommandId::ALL.iter().filter_map(|command| Some((command.shortcut()?, *command))).collect();
    // What people's fingers know from elsewhere.
    commands.push((KeyboardShortcut::new(COMMAND, Key::Y), CommandId::Redo));
    commands.push((KeyboardShortcut::new(NONE, Key::Backspace), CommandId::Delete));
    commands.push((KeyboardShortcut::new(COMMAND, Key::Equals), CommandId::ScaleUp));
    commands.push((KeyboardShortcut::new(ALT, Key::Equals), CommandId::ZoomIn));
    commands.sort_by_key(|(shortcut, _)| std::cmp::Reverse(weight(shortcut.modifiers)));
    let belongs_to_text = |command: CommandId| {
        use CommandId::{Delete, Redo, Rename, SelectAll, SelectNone, Undo};
        matches!(command, Undo | Redo | Delete | SelectAll | SelectNone | Rename)
    };
    commands
        .into_iter()
        .filter(|(_, command)| !(typing && belongs_to_text(*command)))
        .flat_map(|(shortcut, command)| {
            let KeyboardShortcut { modifiers, logical_key } = shortcut;
            let times = context.input_mut(|input| input.count_and_consume_key(modifiers, logical_key));
            std::iter::repeat_n(command, times)
        })
        .collect()
}

fn weight(modifiers: Modifiers) -> u8 {
    u8::from(modifiers.command) + u8::from(modifiers.shift) + u8::from(modifiers.alt)
}
