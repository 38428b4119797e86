//! Keys as they stand on keyboards, and not as programmers spell them.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::CommandId;
use crate::i18n::Texts;
use crate::model::Language;

/// Other words by which people look for a command, in a language.
pub fn other_words(command: CommandId, language: Language) -> Vec<String> {
    let (texts, key) = (Texts::of(language), command.other_words_key());
    if !texts.has(key) {
        return Vec::new();
    }
    texts.get(key).split(',').map(|word| word.trim().to_owned()).collect()
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_zooms_is_found_by_one_word_in_both_languages() {
        use CommandId::{Fit, ScaleDown, ScaleReset, ScaleUp, ZoomActual, ZoomIn, ZoomOut, ZoomSelection, ZoomStage};
        for (language, word) in [(Language::Ru, "масштаб"), (Language::En, "zoom")] {
            for command in [Fit, ZoomActual, ZoomIn, ZoomOut, ZoomStage, ZoomSelection, ScaleUp, ScaleDown, ScaleReset]
            {
                let name = Texts::of(language).get(command.name_key()).to_lowercase();
                let found = name.contains(word) || other_words(command, language).iter().any(|it| it.contains(word));
                assert!(found, "{command:?} in {language:?}");
            }
        }
    }

    #[test]
    fn other_words_are_those_of_commands_and_say_more_than_their_names() {
        let file = include_str!("../../../assets/i18n/en/also.ftl");
        let said = file.lines().filter(|line| line.starts_with("command-")).count();
        let mut used = 0;
        for command in CommandId::ALL {
            for language in [Language::Ru, Language::En] {
                let name = Texts::of(language).get(command.name_key()).to_lowercase();
                let words = other_words(*command, language);
                used += usize::from(language == Language::En && !words.is_empty());
                for word in words {
                    assert!(!word.is_empty() && !name.contains(&word), "{command:?}: {word:?} in {name:?}");
                }
            }
        }
        assert_eq!(used, said, "a message belongs to no command");
    }
}
