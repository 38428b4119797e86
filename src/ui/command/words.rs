//! Keys as they stand on keyboards, and not as programmers spell them.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::CommandId;

/// What a button is called that does what a command does: "Find (Ctrl+F)".
pub fn name_with_keys(context: &Context, name: String, command: CommandId) -> String {
    match command.shortcut() {
        Some(shortcut) => format!("{name} ({})", keys_words(context, &shortcut)),
        None => name,
    }
}

/// A shortcut in words.
pub fn keys_words(context: &Context, shortcut: &KeyboardShortcut) -> String {
    let KeyboardShortcut { modifiers, logical_key } = *shortcut;
    let key = key_words(logical_key);
    if modifiers == Modifiers::NONE {
        return key.to_owned();
    }
    let spelt = context.format_modifiers(modifiers);
    // Apple's signs stand side by side.
    if spelt.is_ascii() { format!("{spelt}+{key}") } else { format!("{spelt}{key}") }
}

fn key_words(key: Key) -> &'static str {
    match key {
        Key::Plus => "+",
        Key::Minus => "\u{2212}",
        Key::Equals => "=",
        Key::Comma => ",",
        Key::Period => ".",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Questionmark => "?",
        Key::Escape => "Esc",
        Key::Delete => "Del",
        Key::Backspace => "⌫",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::PageUp => "PgUp",
        Key::PageDown => "PgDn",
        other => other.name(),
    }
}
