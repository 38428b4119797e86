//! How transcripts come in: from a file, or pasted.

use egui::{Id, TextEdit, Ui};

use super::{SourceAction, SourcesView, ask};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::FIELD_HEIGHT;
use crate::ui::widgets::{Look, button_ui, ink, label_ui, paragraph_ui, told};

/// The buttons; where nothing is there yet, also what they are for.
pub(super) fn ways_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView, first: bool) {
    if first {
        paragraph_ui(ui, &ctx.text("sources-none"), ink(Weight::Regular, fonts::BODY, ctx.theme.mute));
        ui.add_space(6.0);
    }
    ui.horizontal_wrapped(|ui| {
        let look = if first { Look::Primary } else { Look::Plain };
        if button_ui(ui, ctx.theme, &ctx.text("sources-open"), look).clicked() {
            ask(ctx, SourceAction::Open);
        }
        if button_ui(ui, ctx.theme, &ctx.text("sources-paste"), Look::Plain).clicked() {
            view.pasted = Some(Default::default());
            view.wants_focus = true;
        }
    });
    ui.add_space(4.0);
}

/// The fields of a text that is being pasted.
pub(super) fn paste_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SourcesView) {
    let Some((title, text)) = &mut view.pasted else { return };
    let name = ctx.text("sources-paste-title");
    label_ui(ui, ctx.theme, &name);
    let field = TextEdit::singleline(title).id(Id::unique("sources-paste-title")).desired_width(f32::INFINITY);
    let field = field.margin(egui::Margin::symmetric(11, 6)).min_size(egui::vec2(0.0, FIELD_HEIGHT));
    let response = ui.add(field);
    told(ctx, &response, (&name, title));
    let name = ctx.text("sources-paste-field");
    label_ui(ui, ctx.theme, &name);
    let field = TextEdit::multiline(text).id(Id::unique("sources-paste-field")).desired_width(f32::INFINITY);
    let response = ui.add(field.margin(egui::Margin::symmetric(11, 7)).desired_rows(14));
    told(ctx, &response, (&name, text));
    if std::mem::take(&mut view.wants_focus) {
        response.request_focus();
    }
    paragraph_ui(ui, &ctx.text("sources-names-note"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    let ready = !text.trim().is_empty();
    let mut done = false;
    ui.horizontal(|ui| {
        let take = ui.add_enabled_ui(ready, |ui| button_ui(ui, ctx.theme, &ctx.text("sources-take"), Look::Primary));
        if ready && take.inner.clicked() {
            ask(ctx, SourceAction::Add { title: title.trim().to_owned(), text: text.clone() });
            done = true;
        }
        done |= button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked();
    });
    if done {
        view.pasted = None;
        view.wants_focus = true;
    }
}
