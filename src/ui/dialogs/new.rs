//! The choice of a template for a new document.

use egui::{Ui, vec2};

use super::{buttons_ui, fit, title_ui};
use crate::scene::text::Weight;
use crate::ui::action::{Action, Source};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::widgets::{Look, button_ui, ink, line_at, row_ui};

/// Shows the choice.
pub(super) fn new_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    fit::width_ui(ui, 420.0);
    title_ui(ui, ctx, &ctx.text("new-title"));
    fit::middle_ui(ui, |ui| templates_ui(ui, ctx));
    buttons_ui(ui, |ui| {
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
    });
}

fn templates_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for template in ctx.offers.templates.iter().copied() {
        let name = ctx.text(&format!("template-{template}"));
        let note = ctx.text(&format!("template-{template}-note"));
        let row = row_ui(ui, ctx, (46.0, 0.0), &name, false);
        let (left, y) = (row.rect.left() + 12.0, row.rect.center().y);
        let room = row.rect.width() - 24.0;
        line_at(ui.painter(), (left, y - 9.0), &name, ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink), room);
        line_at(ui.painter(), (left, y + 9.0), &note, ink(Weight::Regular, fonts::SMALL, ctx.theme.mute), room);
        if ui.memory(egui::Memory::focused).is_none() {
            row.response.request_focus();
        }
        if row.response.clicked() {
            ctx.push(Action::NewFrom(Source::Template(template)));
        }
    }
    ui.allocate_space(vec2(0.0, 2.0));
}
