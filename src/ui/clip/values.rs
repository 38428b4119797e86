//! The stages of a table with a touchpoint a row: each value of its column of stages with the stage that it means.

use egui::{Align, Layout as Direction, ScrollArea, Ui, vec2};

use super::table::{Change, combo_ui, stage_choices};
use crate::exchange::grid::{Field, Layout, Mapping, Part};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::widgets::{ink, line};

const LIST_WIDTH: f32 = 168.0;
const WORDS_WIDTH: f32 = 150.0;
const HEIGHT: f32 = 30.0;
/// Three rows of them.
const HIGHEST: f32 = 3.0 * HEIGHT + 12.0;

/// Shows them, and lets others be chosen.
pub(super) fn values_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, mapping: &Mapping) -> Option<Change> {
    if mapping.layout != Layout::Rows {
        return None;
    }
    let mut values: Vec<&Part> = Vec::new();
    for part in &mapping.parts {
        if !values.iter().any(|known| known.title == part.title) {
            values.push(part);
        }
    }
    let has_column = mapping.heads.iter().any(|head| head.field == Field::Stage);
    let mut change = None;
    ScrollArea::vertical().id_salt("paste-values").max_height(HIGHEST).auto_shrink([false, true]).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(16.0, 4.0);
            for (place, part) in values.into_iter().enumerate() {
                change = value_ui(ui, ctx, (place, part), has_column).or(change.take());
            }
        });
    });
    change
}

fn value_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (place, part): (usize, &Part), has_column: bool) -> Option<Change> {
    let (words, name) = match (part.title.as_str(), has_column) {
        ("", true) => (ctx.text("paste-rows-without"), ctx.text("paste-rows-without")),
        ("", false) => (ctx.text("paste-rows-all"), ctx.text("paste-rows-all")),
        (title, _) => (title.to_owned(), ctx.texts.with("paste-value-stage", &[("title", title.into())])),
    };
    let words = line(ui.painter(), &words, ink(Weight::Medium, fonts::BODY, ctx.theme.ink), WORDS_WIDTH);
    let size = vec2(words.size().x + 8.0 + LIST_WIDTH, HEIGHT);
    let inner = ui.allocate_ui_with_layout(size, Direction::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (label, _) = ui.allocate_exact_size(vec2(words.size().x, HEIGHT), egui::Sense::hover());
        let top = label.center().y - words.size().y / 2.0;
        ui.painter().galley(egui::pos2(label.left(), top), words, egui::Color32::PLACEHOLDER);
        let (room, _) = ui.allocate_exact_size(vec2(LIST_WIDTH, HEIGHT), egui::Sense::hover());
        let hint = if part.guessed { ctx.text("paste-stage-guessed") } else { String::new() };
        let choices = stage_choices(ctx);
        combo_ui(ui, ctx, (room, ("paste-value", place)), (&name, &hint), (part.stage, &choices))
    });
    inner.inner.map(|stage| Change::Value(part.title.clone(), stage))
}
