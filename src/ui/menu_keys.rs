//! The keys of the menu bar: Alt with a letter of a title opens its menu, Down the one whose title has the keyboard, Left
//! and Right go from an open menu to its neighbour. Inside of a menu egui leads the keyboard.

use egui::containers::menu::{MenuState, SubMenu};
use egui::os::OperatingSystem;
use egui::{Context, Event, FocusDirection, Id, Key, Modifiers, Popup, Ui};

use super::command::Menu;
use super::context::ViewCtx;
use super::keyboard::{key_of, meanings};
use super::view::View;
use crate::i18n::Texts;
use crate::model::Language;

/// A title of the bar and the menu that it opens.
#[derive(Debug, Clone, Copy)]
pub struct Title {
    /// The title.
    pub id: Id,
    /// Its menu.
    pub popup: Id,
}

/// Opens menus as keys ask for it. To be asked before anything is shown: the titles are those of the last frame.
pub fn follow(ui: &Ui, ctx: &ViewCtx<'_>, view: &View) {
    if view.dialog.is_some() || view.palette.is_open() {
        return;
    }
    let context = ui.ctx();
    let wanted = by_letter(ui, ctx).or_else(|| by_arrow(ui, &view.menu_titles));
    let Some(title) = wanted.and_then(|place| view.menu_titles.get(place)) else { return };
    context.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        // What is typed in ends; the menu's first item gets the keyboard.
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
    Popup::open_id(context, title.popup);
    context.request_repaint();
}

/// Whether Alt with a letter belongs to the menus: on Apple's keyboards it writes signs.
pub fn has_letters(context: &Context) -> bool {
    context.os() != OperatingSystem::Mac
}

/// The letter of a menu's title that opens it, as the language writes it.
pub fn letter(texts: &Texts, menu: Menu) -> Option<char> {
    texts.get(&format!("{}-letter", menu.key())).chars().next()
}

/// Letters of the shown language go first; those of the other one are in many people's fingers.
fn menu_of(key: Key, language: Language) -> Option<usize> {
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    std::iter::once(language).chain(others).find_map(|language| {
        let texts = Texts::of(language);
        Menu::BAR.into_iter().position(|menu| letter(texts, menu).and_then(key_of) == Some(key))
    })
}

fn by_letter(ui: &Ui, ctx: &ViewCtx<'_>) -> Option<usize> {
    if !has_letters(ui.ctx()) {
        return None;
    }
    ui.input_mut(|input| {
        let (at, menu) = input.events.iter().enumerate().find_map(|(at, event)| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. } if *modifiers == Modifiers::ALT => {
                let menu = meanings(*key, *physical_key).find_map(|key| menu_of(key, ctx.language()));
                menu.map(|menu| (at, menu))
            }
            _ => None,
        })?;
        input.events.remove(at);
        if matches!(input.events.get(at), Some(Event::Text(_))) {
            input.events.remove(at);
        }
        Some(menu)
    })
}

fn by_arrow(ui: &Ui, titles: &[Title]) -> Option<usize> {
    let context = ui.ctx();
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let focused = context.memory(egui::Memory::focused);
    let Some(open) = titles.iter().position(|title| Popup::is_id_open(context, title.popup)) else {
        let here = titles.iter().position(|title| Some(title.id) == focused)?;
        return (!Popup::is_any_open(context) && pressed(Key::ArrowDown)).then_some(here);
    };
    let title = titles.get(open)?;
    let layer = focused.and_then(|id| context.read_response(id)).map(|response| response.layer_id.id);
    let is_deep = match layer {
        Some(layer) => layer != title.popup && focused != Some(title.id),
        None => MenuState::from_id(context, title.popup, |state| state.open_item.is_some()),
    };
    let leads_in = focused.is_some_and(|id| opens_inner(context, id));
    if !is_deep && pressed(Key::ArrowLeft) {
        open.checked_sub(1).or(titles.len().checked_sub(1))
    } else if !leads_in && pressed(Key::ArrowRight) {
        Some(if open + 1 < titles.len() { open + 1 } else { 0 })
    } else {
        None
    }
}

/// Whether this item of a menu has a menu of its own.
fn opens_inner(context: &Context, item: Id) -> bool {
    let state = SubMenu::id_from_widget_id(item).with(MenuState::ID);
    context.data(|data| data.get_temp::<MenuState>(state)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_menu_has_a_key_of_its_own_in_each_language_which_stands_in_its_title() {
        let mut keys = BTreeSet::new();
        for texts in Language::ALL.map(Texts::of) {
            for menu in Menu::BAR {
                let letter = letter(texts, menu).expect("a letter");
                assert!(texts.get(menu.key()).to_uppercase().contains(letter), "{menu:?} {letter}");
                let key = key_of(letter).expect("a key");
                assert!(keys.insert(format!("{key:?}")), "{menu:?} {letter}");
            }
        }
    }

    #[test]
    fn letters_open_menus_in_both_layouts() {
        let check = |key: Key, language: Language, expect: Option<Menu>| {
            let found = menu_of(key, language).and_then(|place| Menu::BAR.get(place).copied());
            assert_eq!(found, expect, "{key:?} in {language:?}");
        };
        check(Key::F, Language::En, Some(Menu::File));
        // Ф is where the Latin A is.
        check(Key::A, Language::Ru, Some(Menu::File));
        check(Key::F, Language::Ru, Some(Menu::File));
        check(Key::C, Language::Ru, Some(Menu::Help));
        check(Key::Z, Language::Ru, None);
    }
}
