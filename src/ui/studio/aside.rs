//! Buttons that stand beside fields of the sheet. They are shown after all its fields, so that Tab goes from one field to
//! the next and comes to the buttons last.

use egui::{Rect, Ui, UiBuilder};

use super::StudioView;
use super::draft::{Change, Draft};
use super::field::quiet_button_ui;
use super::traits::{arrange, entry_menu_ui};
use crate::model::Persona;
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;

/// A button, and where room was left for it.
pub(super) struct Aside {
    /// Where it stands.
    pub(super) rect: Rect,
    /// What it is of.
    pub(super) of: Of,
}

/// What a button is of.
pub(super) enum Of {
    /// A row of a list: takes it away.
    Line {
        /// The list.
        list: fn(&mut Persona) -> &mut Vec<String>,
        /// Which row.
        place: usize,
        /// Whether the row is pointed at or typed in: the button is not seen otherwise.
        is_seen: bool,
    },
    /// A trait: opens its menu.
    Trait(usize),
    /// A field of the user's own: opens its menu.
    Field(usize),
}

/// Shows the buttons and does what they are pressed for.
pub(super) fn asides_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, studio: &mut StudioView, draft: &mut Draft) {
    for (number, Aside { rect, of }) in std::mem::take(&mut draft.asides).into_iter().enumerate() {
        let mut spot = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("sheet-aside", number)));
        let persona = &mut draft.persona;
        let done = match of {
            Of::Line { list, place, is_seen } => {
                let lines = list(persona);
                let line = lines.get(place).map_or("", String::as_str);
                let name = ctx.texts.with("studio-remove-line", &[("line", line.into())]);
                let pressed = quiet_button_ui(&mut spot, ctx.theme, (IconName::Close, &name), is_seen).clicked();
                if pressed && place < lines.len() {
                    lines.remove(place);
                    studio.empty_row = None;
                }
                pressed
            }
            Of::Trait(place) => {
                let about = persona.sliders.get(place).map(|it| it.name.clone()).unwrap_or_default();
                let entry = entry_menu_ui(&mut spot, ctx, (&about, place, persona.sliders.len()));
                entry.map(|entry| arrange(&mut persona.sliders, place, entry)).is_some()
            }
            Of::Field(place) => {
                let about = persona.fields.get(place).map(|it| it.name.clone()).unwrap_or_default();
                let entry = entry_menu_ui(&mut spot, ctx, (&about, place, persona.fields.len()));
                entry.map(|entry| arrange(&mut persona.fields, place, entry)).is_some()
            }
        };
        draft.note(done.then_some(Change::Done));
    }
}
