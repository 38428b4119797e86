//! What a key means in whichever layout: what is printed on it, and where that is no Latin letter, its place.
//!
//! In the Russian layout egui names letters by their place already; digits with Shift and signs it names by what they
//! type there, so that Shift+4 is a semicolon.

use egui::{Event, Key};

/// What a key may stand for, the likeliest first.
pub fn meanings(key: Key, physical_key: Option<Key>) -> impl Iterator<Item = Key> {
    // A Latin letter is meant as it is typed, wherever it stands in the layout.
    let by_place = physical_key.filter(|place| *place != key && !is_letter(key));
    std::iter::once(key).chain(by_place)
}

/// The key that types this letter: a Latin one, or where a Russian keyboard has it.
pub fn key_of(letter: char) -> Option<Key> {
    const RUSSIAN: &str = "йцукенгшщзфывапролджячсмить";
    const LATIN: &str = "QWERTYUIOPASDFGHJKL;ZXCVBNM";
    let small = letter.to_lowercase().next()?;
    let place = RUSSIAN.chars().position(|other| other == small);
    let latin = place.map_or(Some(letter), |place| LATIN.chars().nth(place))?;
    Key::from_name(&latin.to_uppercase().to_string())
}

/// Whether this is a Latin letter.
pub fn is_letter(key: Key) -> bool {
    let mut name = key.name().chars();
    name.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && name.next().is_none()
}

/// Whether it types a letter, a digit or a sign.
pub fn types(key: Key) -> bool {
    let name = key.name();
    let sign = matches!(
        key,
        Key::Plus | Key::Minus | Key::Equals | Key::Questionmark | Key::OpenBracket | Key::CloseBracket | Key::Space
    );
    sign || name.chars().count() == 1 && name.chars().all(char::is_alphanumeric)
}

/// Whether it is one of those that never type.
pub fn is_function_key(key: Key) -> bool {
    let name = key.name();
    name.len() > 1 && name.starts_with('F') && name.chars().skip(1).all(|digit| digit.is_ascii_digit())
}

/// Whether what it types comes with the press of a key.
pub fn has_letter(event: &Event) -> bool {
    let Event::Key { key, physical_key, modifiers, .. } = event else { return false };
    let is_text = !(modifiers.command || modifiers.ctrl || modifiers.alt);
    is_text && meanings(*key, *physical_key).any(types)
}

/// Whether it writes words: letters and what goes with them, and no digits or signs of numbers.
pub fn is_for_words(event: &Event) -> bool {
    let is_figure = |key: Key| {
        let digit = key.name().chars().all(|letter| letter.is_ascii_digit());
        digit || matches!(key, Key::Plus | Key::Equals | Key::Minus)
    };
    match event {
        Event::Text(_) => true,
        Event::Key { key: Key::Enter | Key::Backspace, modifiers, .. } => modifiers.is_none(),
        Event::Key { key, physical_key, .. } => has_letter(event) && !meanings(*key, *physical_key).any(is_figure),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_meant_as_typed_and_the_rest_by_its_place_as_well() {
        let check = |key: Key, place: Option<Key>, expect: &[Key]| {
            assert_eq!(meanings(key, place).collect::<Vec<_>>(), expect, "{key:?} at {place:?}");
        };
        check(Key::B, Some(Key::B), &[Key::B]);
        check(Key::B, None, &[Key::B]);
        // A French Z is where a Latin W is.
        check(Key::Z, Some(Key::W), &[Key::Z]);
        // Shift+4 in Russian.
        check(Key::Semicolon, Some(Key::Num4), &[Key::Semicolon, Key::Num4]);
        check(Key::Questionmark, Some(Key::Num7), &[Key::Questionmark, Key::Num7]);
        check(Key::F35, Some(Key::G), &[Key::F35, Key::G]);
    }

    #[test]
    fn letters_are_found_on_both_keyboards() {
        let check = |letter: char, expect: Option<Key>| assert_eq!(key_of(letter), expect, "{letter}");
        check('F', Some(Key::F));
        check('f', Some(Key::F));
        check('Ф', Some(Key::A));
        check('в', Some(Key::D));
        check('ь', Some(Key::M));
        check('ш', Some(Key::I));
        check('→', None);
    }

    #[test]
    fn words_are_told_from_figures() {
        let check = |key: Key, place: Option<Key>, modifiers: egui::Modifiers, expect: bool| {
            let event = Event::Key { key, physical_key: place, pressed: true, repeat: false, modifiers };
            assert_eq!(is_for_words(&event), expect, "{key:?} at {place:?}");
        };
        let (none, shift) = (egui::Modifiers::NONE, egui::Modifiers::SHIFT);
        check(Key::A, None, none, true);
        check(Key::Enter, None, none, true);
        check(Key::Num3, None, none, false);
        // Shift+4 in Russian.
        check(Key::Semicolon, Some(Key::Num4), shift, false);
        check(Key::Minus, None, none, false);
        check(Key::S, None, egui::Modifiers::COMMAND, false);
        check(Key::Escape, None, none, false);
        check(Key::F1, None, none, false);
    }

    #[test]
    fn function_keys_are_told_from_the_letter() {
        assert!(is_function_key(Key::F2) && is_function_key(Key::F12));
        assert!(!is_function_key(Key::F) && !is_function_key(Key::Enter));
    }
}
