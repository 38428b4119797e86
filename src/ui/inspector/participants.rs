//! Who takes part in workshops: names and departments, in the project's inspector.

use std::sync::Arc;

use egui::{Id, RichText, Ui};

use super::lanes::field_ui;
use super::owners;
use crate::edit::ItemValue;
use crate::model::{Participant, Subject};
use crate::ui::action::{Action, New};
use crate::ui::combo::{Combo, combo_ui};
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::widgets::{heading_ui, small_icon_button_ui};

/// The participants as rows to be changed in place, and a way to add one.
pub(super) fn participants_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.add_space(8.0);
    if heading_ui(ui, ctx.theme, &ctx.text("participants"), Some(&ctx.text("add-participant"))) {
        ctx.push(Action::Add(New::Participant));
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    for participant in &ctx.document.participants {
        participant_ui(ui, ctx, participant);
    }
}

/// A participant to be changed in place or taken away.
pub fn participant_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, participant: &Arc<Participant>) {
    let subject = Subject::Participant(participant.id.clone());
    let mut changed = (**participant).clone();
    let mut field = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().interact_size.y = 28.0;
        let room = ui.available_width() - 22.0 - 12.0;
        // Names and roles are longer than departments, which end with "…" where they are not.
        let (name_width, width) = (room * 0.58, room * 0.42);
        let id = Id::unique(("participant", &participant.id));
        let name = ctx.text("field-participant-name");
        let name_field = field_ui(ui, ctx, (id, &name), &mut changed.name, name_width - 16.0);
        if name_field.on_hover_text(&participant.name).changed() {
            field = Some("name");
        }
        let departments = owners(ctx);
        let chosen = departments.iter().position(|(id, _)| *id == participant.department);
        let words: Vec<_> = departments.iter().map(|(_, name)| RichText::new(name)).collect();
        let shown = chosen.and_then(|place| words.get(place)).cloned().unwrap_or_default();
        let label = ctx.text("field-participant-department");
        let salt = Id::unique(("participant-department", &participant.id));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let picked = ui.allocate_ui_with_layout(egui::vec2(width, 28.0), layout, |ui| {
            ui.set_max_width(width);
            combo_ui(ui, ctx.theme, Combo { salt, name: &label, shown, width }, (chosen, &words)).1
        });
        if let Some((id, _)) = picked.inner.and_then(|place| departments.get(place)) {
            changed.department.clone_from(id);
            field = Some("department");
        }
        let remove = ctx.texts.with("unlink-what", &[("title", participant.name.clone().into())]);
        if small_icon_button_ui(ui, ctx.theme, IconName::Close, &remove).clicked() {
            ctx.push(Action::Remove(vec![subject.clone()]));
        }
    });
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Participant(Arc::new(changed)));
    }
}
