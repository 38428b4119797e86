//! A list of choices that opens below its field. Its keys are those of lists everywhere: it opens with the keyboard on
//! what is chosen, arrows, Home and End go on from there, a letter goes to what begins with it, Enter takes, Esc leaves.

use egui::style::{ScrollAnimation, WidgetVisuals};
use egui::{ComboBox, Event, Id, Key, Rect, Response, RichText, Role, Ui, WidgetInfo, vec2};

use super::icon::{self, IconName};
use super::menu::most_height;
use super::style::rgba;
use crate::scene::Theme;

/// The field of a list.
#[derive(Debug)]
pub struct Combo<'a> {
    /// Tells it from other lists.
    pub salt: Id,
    /// What assistive technology calls it.
    pub name: &'a str,
    /// What the field shows.
    pub shown: RichText,
    /// How wide the field is, in points.
    pub width: f32,
}

/// A list is no higher than this.
const HIGHEST: f32 = 320.0;

/// Shows the field, and its list while that is open; the place of what was picked, which may be what is chosen already.
pub fn combo_ui(
    ui: &mut Ui,
    theme: &Theme,
    combo: Combo<'_>,
    (chosen, choices): (Option<usize>, &[RichText]),
) -> (Response, Option<usize>) {
    let Combo { salt, name, shown, width } = combo;
    let told = shown.text().to_owned();
    let height = HIGHEST.min(most_height(ui));
    let list = ComboBox::from_id_salt(salt).width(width).height(height).truncate().icon(chevron).selected_text(shown);
    let list = list.show_ui(ui, |ui| {
        ui.spacing_mut().interact_size.y = 28.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        let look = &mut ui.visuals_mut().selection;
        look.bg_fill = rgba(theme.accent_tint);
        look.stroke.color = rgba(theme.ink);
        let items = choices.iter().enumerate();
        let items: Vec<_> =
            items.map(|(place, words)| ui.selectable_label(chosen == Some(place), words.clone())).collect();
        let names: Vec<&str> = choices.iter().map(RichText::text).collect();
        list_keys(ui, &items, (chosen, &names));
        let picked = items.iter().position(Response::clicked);
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    list.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(told.clone());
        info
    });
    let picked = list.inner.flatten();
    let is_left = list.inner.is_some() && ui.input(|input| input.key_pressed(Key::Escape));
    let by_keys = picked.is_some() && !ui.input(|input| input.pointer.any_click());
    if is_left || by_keys {
        list.response.request_focus();
    }
    (list.response, picked)
}

/// The mark of a field that opens a list.
fn chevron(ui: &Ui, rect: Rect, visuals: &WidgetVisuals, _open: bool) {
    let square = Rect::from_center_size(rect.center(), vec2(16.0, 16.0));
    icon::paint(ui.painter(), square, IconName::Down, visuals.fg_stroke.color);
}

/// Moves the keyboard within an open list: it begins at what is chosen, and letters go to what begins with them.
pub fn list_keys(ui: &Ui, items: &[Response], (chosen, names): (Option<usize>, &[impl AsRef<str>])) {
    // A list that opens is measured first.
    if ui.is_sizing_pass() {
        return;
    }
    let here = items.iter().position(Response::has_focus);
    let key = |key: Key| ui.input(|input| input.key_pressed(key));
    let wish = if has_opened(ui) {
        chosen
    } else if key(Key::Home) {
        Some(0)
    } else if key(Key::End) {
        items.len().checked_sub(1)
    } else {
        typed(ui).and_then(|begin| next(names, (here.or(chosen), &begin)))
    };
    if let Some(item) = wish.and_then(|place| items.get(place)) {
        item.request_focus();
    }
    let reached = items.iter().find(|item| item.gained_focus());
    if let Some(item) = wish.and_then(|place| items.get(place)).or(reached) {
        item.scroll_to_me_animation(None, ScrollAnimation::none());
    }
}

/// Whether the list was not there in the last pass.
fn has_opened(ui: &Ui) -> bool {
    let store = ui.scope_id().with("list-shown-at");
    let now = ui.ctx().cumulative_pass_nr();
    let before = ui.data(|data| data.get_temp::<u64>(store));
    ui.data_mut(|data| data.insert_temp(store, now));
    before.is_none_or(|before| before + 1 < now)
}

/// What was typed in this frame, in small letters.
fn typed(ui: &Ui) -> Option<String> {
    ui.input(|input| {
        let text = |event: &Event| if let Event::Text(text) = event { Some(text.to_lowercase()) } else { None };
        input.events.iter().find_map(text).filter(|text| !text.trim().is_empty())
    })
}

/// The next choice behind this place, round the end, that begins so.
fn next(names: &[impl AsRef<str>], (place, begin): (Option<usize>, &str)) -> Option<usize> {
    let first = place.map_or(0, |place| place + 1);
    let round = (first..names.len()).chain(0..first.min(names.len()));
    let begins = |place: &usize| names.get(*place).is_some_and(|it| it.as_ref().to_lowercase().starts_with(begin));
    round.into_iter().find(begins)
}
