//! What a crash has left: what it is, and what is to become of it.

use egui::Ui;

use super::HabitAction;
use crate::i18n::day::date_words;
use crate::model::Language;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::{fit, title_ui};
use crate::ui::fonts;
use crate::ui::widgets::{Look, button_ui, ink, rich};

/// Unsaved work, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The project's title.
    pub title: String,
    /// The file it belongs to; empty where it was in none.
    pub file: String,
    /// When the copy was made.
    pub time: String,
}

/// What is to become of it, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rescue {
    /// It is opened.
    Restore(usize),
    /// Nobody wants it any more.
    Discard(usize),
    /// Everything is left for the next start.
    Later,
}

/// Asks for something of it.
pub fn ask(ctx: &ViewCtx<'_>, rescue: Rescue) {
    ctx.push(Action::Habit(Box::new(HabitAction::Rescue(rescue))));
}

/// Shows the list.
pub fn recovered_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, found: &[Recovered]) {
    title_ui(ui, ctx, &ctx.text("recovered-title"));
    let note = ink(Weight::Regular, fonts::BODY, ctx.theme.mute);
    crate::ui::widgets::paragraph_ui(ui, &ctx.text("recovered-text"), note);
    fit::middle_ui(ui, |ui| {
        for (place, work) in found.iter().enumerate() {
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let first = if place == 0 { Look::Primary } else { Look::Plain };
                    if button_ui(ui, ctx.theme, &ctx.text("recovered-restore"), first).clicked() {
                        ask(ctx, Rescue::Restore(place));
                    }
                    if button_ui(ui, ctx.theme, &ctx.text("recovered-discard"), Look::Danger).clicked() {
                        ask(ctx, Rescue::Discard(place));
                    }
                    ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                        ui.spacing_mut().item_spacing.y = 2.0;
                        let name = ctx.named(&work.title, "untitled-project");
                        ui.add(egui::Label::new(rich(&name, ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink))).wrap());
                        let file = ctx.named(&work.file, "status-never-saved");
                        let time = time_words(&work.time, ctx.language());
                        let words = if time.is_empty() { file } else { format!("{time} · {file}") };
                        let small = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
                        ui.add(egui::Label::new(rich(&words, small)).wrap());
                    });
                });
            });
        }
    });
}

/// A day and a time as the language writes the day.
fn time_words(time: &str, language: Language) -> String {
    let day = time.split_once(' ').and_then(|(day, hour)| Some((day.parse().ok()?, hour)));
    day.map_or_else(|| time.to_owned(), |(day, hour)| format!("{} {hour}", date_words(day, language)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_as_the_language_writes_days() {
        assert_eq!(time_words("2026-11-22 09:05", Language::Ru), "22.11.2026 09:05");
        assert_eq!(time_words("2026-11-22 09:05", Language::En), "22 Nov 2026 09:05");
        assert_eq!(time_words("", Language::En), "");
        assert_eq!(time_words("lately", Language::En), "lately");
    }
}
