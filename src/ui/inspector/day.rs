//! A day as a line of text: read as people write it, kept as typed until it can be read.

use egui::Ui;

use super::form::Form;
use crate::model::Date;
use crate::scene::text::Weight;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, paragraph_ui};

/// What was typed and is no day, and what the field would show without it: it is dropped when that changes elsewhere.
#[derive(Debug, Clone, PartialEq)]
struct Unread {
    text: String,
    instead_of: String,
}

impl Form<'_, '_> {
    /// A day, written 2026-11-22; empty where it is not known. What cannot be read stays to be put right.
    pub fn date(&mut self, field: &'static str, value: &mut Option<Date>) {
        let id = self.id(field);
        let shown = value.map(|date| date.to_string()).unwrap_or_default();
        let unread = self.ui.data(|data| data.get_temp::<Unread>(id)).filter(|unread| unread.instead_of == shown);
        let mut text = unread.map_or_else(|| self.buffer(id, || shown.clone()), |unread| unread.text);
        let before = text.clone();
        let label = self.label(field);
        let wrong = read_day(&text).is_err();
        let hint = self.ctx.text("date-hint");
        let error = rgba(self.ctx.theme.negative_text);
        let response = self.ui.scope(|ui| {
            if wrong {
                dress_as_wrong(ui, error);
            }
            let mut form = Form { ui, ctx: self.ctx, salt: self.salt, changed: None };
            form.line_edit(field, &mut text)
        });
        let mut response = response.inner.labelled_by(label.id);
        if wrong {
            response = response.on_hover_text(hint.as_str());
            paragraph_ui(self.ui, &hint, ink(Weight::Regular, fonts::LABEL, self.ctx.theme.negative_text));
        }
        let read = read_day(&text);
        if let Some(day) = read.ok().filter(|_| text != before) {
            *value = day;
            self.note(field, true);
        }
        self.ui.data_mut(|data| {
            data.remove::<Unread>(id);
            if read.is_err() {
                data.insert_temp(id, Unread { text: text.clone(), instead_of: shown });
            }
        });
        self.keep_buffer(id, &text, &response);
        self.gap();
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

/// What is typed is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoDay;

/// The day that is typed, the year first or last; nothing: none.
pub(super) fn read_day(text: &str) -> Result<Option<Date>, NoDay> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = typed.split(['-', '.', '/']).collect();
    let [first, month, last] = parts[..] else { return Err(NoDay) };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    // Day and month change places between countries where they are parted by slashes.
    let doubtful = typed.contains('/') && first.len() != 4;
    if year.len() != 4 || doubtful {
        return Err(NoDay);
    }
    let date = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    date().map(Some).ok_or(NoDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = Date::constant(2026, 11, 2);
        let check = |text: &str, expect: Result<Option<Date>, NoDay>| assert_eq!(read_day(text), expect, "{text}");
        check("", Ok(None));
        check("2026-11-02", Ok(Some(day)));
        check("2026-11-2", Ok(Some(day)));
        check("02.11.2026", Ok(Some(day)));
        check("2.11.2026 ", Ok(Some(day)));
        check("2026/11/02", Ok(Some(day)));
        check("02/11/2026", Err(NoDay));
        check("2026-11", Err(NoDay));
        check("2026-13-02", Err(NoDay));
        check("31.11.2026", Err(NoDay));
        check("02.11.26", Err(NoDay));
        check("tomorrow", Err(NoDay));
    }
}
