//! A day as a line of text: read as people write it, kept as typed until it can be read.

use super::form::Form;
use crate::i18n::day::{Lean, typed_day};
use crate::model::Date;

impl Form<'_, '_> {
    /// A day, written 2026-11-22; empty where it is not known. What cannot be read stays to be put right.
    pub fn date(&mut self, field: &'static str, lean: Lean, value: &mut Option<Date>) {
        let shown = value.map(|date| date.to_string()).unwrap_or_default();
        let (today, hint) = (self.ctx.today, self.ctx.text("date-hint"));
        let read = |text: &str| typed_day(text, (today, lean)).map_err(|_not_a_day| hint.clone());
        if let Some(day) = self.typed(field, shown, read) {
            *value = day;
        }
    }
}
