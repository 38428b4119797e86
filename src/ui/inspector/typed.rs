//! A line whose text means a value: kept as typed until it can be read, and told what is wrong with it.

use egui::Ui;

use super::form::Form;
use crate::scene::text::Weight;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, paragraph_ui};

/// What was typed and cannot be read, and what the field would show without it: it is dropped when that changes
/// elsewhere.
#[derive(Debug, Clone, PartialEq)]
struct Unread {
    text: String,
    instead_of: String,
}

impl Form<'_, '_> {
    /// A field that shows this and gives back what is typed instead, once it can be read. While it cannot, the value
    /// stays and the words that come with the error say what is possible.
    pub(super) fn typed<T>(
        &mut self,
        field: &'static str,
        shown: String,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let id = self.id(field);
        let unread = self.ui.data(|data| data.get_temp::<Unread>(id)).filter(|unread| unread.instead_of == shown);
        let mut text = unread.map_or_else(|| self.buffer(id, || shown.clone()), |unread| unread.text);
        let before = text.clone();
        let label = self.label(field);
        let wrong = if text == shown { None } else { read(&text).err() };
        let error = self.ctx.theme.negative_text;
        let response = self.ui.scope(|ui| {
            if wrong.is_some() {
                dress_as_wrong(ui, rgba(error));
            }
            let mut form = Form { ui, ctx: self.ctx, salt: self.salt, changed: None };
            form.line_edit(field, &mut text)
        });
        let mut response = response.inner.labelled_by(label.id);
        if let Some(possible) = &wrong {
            response = response.on_hover_text(possible.as_str());
            paragraph_ui(self.ui, possible, ink(Weight::Regular, fonts::LABEL, error));
        }
        let read = read(&text);
        let is_unread = read.is_err() && text != shown;
        self.ui.data_mut(|data| {
            data.remove::<Unread>(id);
            if is_unread {
                data.insert_temp(id, Unread { text: text.clone(), instead_of: shown });
            }
        });
        self.keep_buffer(id, &text, &response);
        self.gap();
        let value = read.ok().filter(|_| text != before);
        self.note(field, value.is_some());
        value
    }
}

pub(super) fn dress_as_wrong(ui: &mut Ui, error: egui::Color32) {
    let visuals = ui.visuals_mut();
    visuals.override_text_color = Some(error);
    visuals.selection.stroke.color = error;
    for look in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
        look.bg_stroke.color = error;
    }
}
