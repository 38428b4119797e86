//! A path typed or picked from folders, where the system has no file dialog of its own.

use egui::{Id, Ui};

use super::{body_ui, buttons_ui, fit, title_ui};
use crate::scene::text::Weight;
use crate::ui::action::{Action, Answer};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::start::{Listed, folder_ui};
use crate::ui::widgets::{Look, button_ui, ink, name_field, paragraph_ui};

/// Shows the field, what is in the folder that is typed so far, and what was wrong with what was typed before.
pub(super) fn path_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (title_key, problem): (&str, &str),
    (typed, listed): (&mut String, &mut Listed),
) {
    fit::width_ui(ui, 520.0);
    title_ui(ui, ctx, &ctx.text(title_key));
    body_ui(ui, ctx, &ctx.text("path-hint"));
    let edit = egui::TextEdit::singleline(typed).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(11, 7));
    let response = ui.add(edit.id(Id::unique("typed-path")));
    name_field(&response, (&ctx.text("path-field"), typed));
    if ui.memory(egui::Memory::focused).is_none() {
        response.request_focus();
    }
    let mut taken = false;
    if let Some(folder) = &ctx.file.folder {
        taken = folder_ui(ui, ctx, (folder, listed), typed);
    }
    if !problem.is_empty() {
        let words = ink(Weight::Regular, fonts::SMALL, ctx.theme.negative_text);
        paragraph_ui(ui, problem, words);
    }
    let go_key = match title_key {
        "pick-open" | "pick-transcript" => "path-open",
        "pick-photo" | "pick-picture" => "path-choose",
        _ => "path-save",
    };
    buttons_ui(ui, |ui| {
        let ready = !typed.trim().is_empty();
        let go = ui.add_enabled_ui(ready, |ui| button_ui(ui, ctx.theme, &ctx.text(go_key), Look::Primary)).inner;
        if ready && (taken || go.clicked()) {
            ctx.push(Action::Answer(Answer::Path(typed.trim().into())));
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::Answer(Answer::Cancel));
        }
    });
}
