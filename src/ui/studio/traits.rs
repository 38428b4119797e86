//! Traits between two ends, and fields of the user's own: added from what others have, renamed, moved, removed.

use egui::{Align, Id, Layout, Rect, Response, Sense, Ui};

use super::aside::{Aside, Of};
use super::draft::{Change, Draft};
use super::field::{Field, field_ui};
use super::rail::{Look, Rail, rail_ui};
use crate::i18n::Texts;
use crate::model::{Document, Field as OwnField, Persona, PersonaId, Slider};
use crate::scene::text::Weight;
use crate::ui::canvas::rename::select_all;
use crate::ui::combo::list_keys;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::menu::{menu_look, most_height};
use crate::ui::scrolled::follow_focus;
use crate::ui::widgets::{ink, small_icon_button_ui};

/// Traits that are often used, by the names of their messages.
const PRESETS: [&str; 10] = [
    "time",
    "price",
    "digital",
    "novelty",
    "decisions",
    "independence",
    "trust",
    "loyalty",
    "sociability",
    "expertise",
];

/// What is done with an entry of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    Shift(isize),
    Removed,
}

/// The traits that this persona could be given, those of the other personas first. Their words are the map's.
pub(super) fn offered_traits(document: &Document, persona: &Persona) -> Vec<Slider> {
    let texts = Texts::of(document.info.language);
    let mut offered: Vec<Slider> = Vec::new();
    let others = document.personas_in_order().into_iter().filter(|other| other.id != persona.id);
    let of_others = others.flat_map(|other| other.sliders.iter().cloned());
    let presets = PRESETS.iter().map(|preset| {
        let word = |part: &str| texts.get(&format!("trait-{preset}{part}"));
        Slider { name: word(""), low: word("-low"), high: word("-high"), value: 0.5 }
    });
    for slider in of_others.chain(presets) {
        let known = |list: &[Slider]| list.iter().any(|it| is_same(&it.name, &slider.name));
        if !known(&persona.sliders) && !known(&offered) {
            offered.push(Slider { value: 0.5, ..slider });
        }
    }
    offered
}

/// Whether two names say the same, however they are written.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The button that adds a trait.
pub(super) fn add_trait_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    let offered = offered_traits(ctx.document, &draft.persona);
    let names: Vec<String> =
        offered.iter().map(|slider| format!("{}: {} — {}", slider.name, slider.low, slider.high)).collect();
    let word = |key: &str| Texts::of(ctx.document.info.language).get(key);
    match add_ui(ui, ctx, ("add-slider", "studio-own-trait"), &names) {
        Some(Added::Known(place)) => draft.persona.sliders.extend(offered.into_iter().nth(place)),
        Some(Added::Own) => {
            type_next(ui, trait_id(&draft.persona.id, draft.persona.sliders.len(), "name"));
            let (name, low, high) = (word("slider-name"), word("slider-low"), word("slider-high"));
            draft.persona.sliders.push(Slider { name, low, high, value: 0.5 });
        }
        None => return,
    }
    draft.note(Some(Change::Done));
}

/// The button that adds a field.
pub(super) fn add_field_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    let others = ctx.document.personas_in_order().into_iter().filter(|other| other.id != draft.persona.id);
    let mut names: Vec<String> = Vec::new();
    for field in others.flat_map(|other| &other.fields) {
        let known = draft.persona.fields.iter().any(|own| is_same(&own.name, &field.name));
        if !known && !field.name.trim().is_empty() && !names.iter().any(|name| is_same(name, &field.name)) {
            names.push(field.name.clone());
        }
    }
    let id = |part| field_id(&draft.persona.id, draft.persona.fields.len(), part);
    let name = match add_ui(ui, ctx, ("add-field", "studio-own-field"), &names) {
        Some(Added::Known(place)) => {
            type_next(ui, id("value"));
            names.into_iter().nth(place).unwrap_or_default()
        }
        Some(Added::Own) => {
            type_next(ui, id("name"));
            Texts::of(ctx.document.info.language).get("field-name")
        }
        None => return,
    };
    draft.persona.fields.push(OwnField { name, value: String::new() });
    draft.note(Some(Change::Done));
}

/// What was picked from the list of what can be added.
enum Added {
    Known(usize),
    Own,
}

fn add_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (key, own_key): (&str, &str), names: &[String]) -> Option<Added> {
    let button = small_icon_button_ui(ui, ctx.theme, IconName::Plus, &ctx.text(key));
    let mut added = None;
    egui::Popup::menu(&button).show(|ui| {
        menu_look(ui);
        ui.set_min_width(260.0);
        let own = ui.button(ctx.text(own_key));
        if own.clicked() {
            added = Some(Added::Own);
        }
        let (mut items, own) = (vec![own], ctx.text(own_key));
        if !names.is_empty() {
            ui.separator();
        }
        let room = most_height(ui) - 48.0;
        egui::ScrollArea::vertical().max_height(room.min(360.0)).show(ui, |ui| {
            for (place, name) in names.iter().enumerate() {
                let item = ui.button(name);
                if item.clicked() {
                    added = Some(Added::Known(place));
                }
                items.push(item);
            }
            let names: Vec<&str> = std::iter::once(&own).chain(names).map(String::as_str).collect();
            list_keys(ui, &items, (None, &names));
            follow_focus(ui);
        });
        if added.is_some() {
            ui.close();
        }
    });
    added
}

/// Shows the traits.
pub(super) fn traits_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    let Draft { persona, asides, .. } = draft;
    let color = ctx.theme.persona(persona.color);
    let id = persona.id.clone();
    let mut change = None;
    for (place, slider) in persona.sliders.iter_mut().enumerate() {
        let part = |part: &'static str| trait_id(&id, place, part);
        let about = slider.name.clone();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let name = ctx.text("studio-trait-name");
            claim(ui, (part("name"), &slider.name));
            let bold = ink(Weight::Medium, fonts::BODY, ctx.theme.ink);
            let field = Field { ink: bold, ..Field::body(ctx.theme, part("name"), (&name, &name)) };
            change =
                one_line(&beside(ui, |ui| field_ui(ui, ctx, &field, &mut slider.name)), &mut slider.name).or(change);
            asides.push(Aside { rect: menu_room(ui), of: Of::Trait(place) });
        });
        let (rail_id, value) = (part("rail"), Some(slider.value));
        let rail = Rail { id: rail_id, name: &about, color, value, step: 0.05, look: Look::Middle };
        if let Some(value) = rail_ui(ui, ctx, &rail) {
            slider.value = value;
            change = Some(Change::Typed("sliders"));
        }
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                let (low, high) = (ctx.text("slider-low-end"), ctx.text("slider-high-end"));
                let small = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
                let field = Field { ink: small, ..Field::body(ctx.theme, part("low"), (&low, &low)) };
                change = one_line(&field_ui(left, ctx, &field, &mut slider.low), &mut slider.low).or(change);
                let field =
                    Field { ink: small, align: Align::RIGHT, ..Field::body(ctx.theme, part("high"), (&high, &high)) };
                change = one_line(&field_ui(right, ctx, &field, &mut slider.high), &mut slider.high).or(change);
            }
        });
        ui.add_space(6.0);
    }
    draft.note(change);
}

/// Shows the fields of the user's own.
pub(super) fn fields_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &mut Draft) {
    let Draft { persona, asides, .. } = draft;
    let id = persona.id.clone();
    let mut change = None;
    for (place, own) in persona.fields.iter_mut().enumerate() {
        let part = |part: &'static str| field_id(&id, place, part);
        let about = own.name.clone();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let name = ctx.text("studio-field-name");
            claim(ui, (part("name"), &own.name));
            let small = ink(Weight::Medium, fonts::LABEL, ctx.theme.mute);
            let field = Field { ink: small, ..Field::body(ctx.theme, part("name"), (&name, &name)) };
            change = one_line(&beside(ui, |ui| field_ui(ui, ctx, &field, &mut own.name)), &mut own.name).or(change);
            asides.push(Aside { rect: menu_room(ui), of: Of::Field(place) });
        });
        let value = if about.trim().is_empty() { ctx.text("field-value") } else { about };
        let hint = ctx.text("studio-value-hint");
        claim(ui, (part("value"), &own.value));
        let field =
            Field { lines: super::field::Lines::Many, ..Field::body(ctx.theme, part("value"), (&value, &hint)) };
        if field_ui(ui, ctx, &field, &mut own.value).changed() {
            change = Some(Change::Typed("fields"));
        }
        ui.add_space(4.0);
    }
    draft.note(change);
}

/// The room for the button of an entry.
fn menu_room(ui: &mut Ui) -> Rect {
    ui.allocate_exact_size(egui::vec2(22.0, 22.0), Sense::hover()).0
}

fn trait_id(persona: &PersonaId, place: usize, part: &'static str) -> Id {
    Id::unique(("persona-trait", persona, place, part))
}

fn field_id(persona: &PersonaId, place: usize, part: &'static str) -> Id {
    Id::unique(("persona-field", persona, place, part))
}

/// Lets what was added be typed: from the next frame on, in which its field is not left by the very press that added it.
fn type_next(ui: &Ui, id: Id) {
    let now = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| data.insert_temp(awaited(), (id, now)));
}

/// Gives the keyboard to this field with its text marked, where it was added in the frame before.
fn claim(ui: &Ui, (id, text): (Id, &str)) {
    let now = ui.ctx().cumulative_frame_nr();
    if ui.data(|data| data.get_temp::<(Id, u64)>(awaited())).is_some_and(|(it, at)| it == id && at < now) {
        ui.data_mut(|data| data.remove::<(Id, u64)>(awaited()));
        ui.memory_mut(|memory| memory.request_focus(id));
        select_all(ui.ctx(), id, text);
    }
}

fn awaited() -> Id {
    Id::unique("sheet-awaits-words")
}

/// A field that leaves room for the button beside it.
fn beside(ui: &mut Ui, field: impl FnOnce(&mut Ui) -> Response) -> Response {
    let width = ui.available_width() - 24.0;
    let size = egui::vec2(width, 26.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
        ui.set_width(width);
        field(ui)
    })
    .inner
}

/// What was typed into a name, held in one line.
fn one_line(response: &Response, text: &mut String) -> Option<Change> {
    if response.changed() && text.contains('\n') {
        *text = text.replace('\n', " ");
    }
    response.changed().then_some(Change::Typed("names"))
}

/// The button of an entry with its menu; what was picked there.
pub(super) fn entry_menu_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (about, place, count): (&str, usize, usize),
) -> Option<Entry> {
    let name = ctx.texts.with("studio-entry-menu", &[("name", about.into())]);
    let button = small_icon_button_ui(ui, ctx.theme, IconName::MoreVertical, &name);
    let mut entry = None;
    egui::Popup::menu(&button).show(|ui| {
        menu_look(ui);
        for (key, by, possible) in [("move-up", -1, place > 0), ("move-down", 1, place + 1 < count)] {
            if ui.add_enabled(possible, egui::Button::new(ctx.text(key)).frame_when_inactive(false)).clicked() {
                entry = Some(Entry::Shift(by));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(ctx.text("remove")).clicked() {
            entry = Some(Entry::Removed);
            ui.close();
        }
    });
    entry
}

/// Does with the entry at this place of a list what its menu was asked for.
pub(super) fn arrange<T>(list: &mut Vec<T>, place: usize, entry: Entry) {
    match entry {
        Entry::Removed if place < list.len() => drop(list.remove(place)),
        Entry::Shift(by) => {
            if let Some(to) = place.checked_add_signed(by).filter(|to| *to < list.len()) {
                list.swap(place, to);
            }
        }
        Entry::Removed => {}
    }
}
