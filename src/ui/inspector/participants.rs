//! Who takes part in workshops: names and departments, in the project's inspector.

use std::sync::Arc;

use egui::{ComboBox, Id, Ui, WidgetInfo};

use super::form::chevron;
use super::lanes::field_ui;
use super::owners;
use crate::edit::ItemValue;
use crate::model::{Participant, Subject};
use crate::ui::action::{Action, New};
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
        let half = (ui.available_width() - 22.0 - 12.0) / 2.0;
        let id = Id::unique(("participant", &participant.id));
        let name = ctx.text("field-participant-name");
        if field_ui(ui, ctx, (id, &name), &mut changed.name, half - 16.0).changed() {
            field = Some("name");
        }
        let departments = owners(ctx);
        let current = departments.iter().find(|(id, _)| *id == participant.department).map(|(_, name)| name.clone());
        let combo = ComboBox::from_id_salt(("participant-department", &participant.id)).width(half).truncate();
        let combo = combo.icon(chevron);
        let combo = combo.selected_text(current.unwrap_or_default()).show_ui(ui, |ui| {
            for (id, name) in departments {
                if ui.selectable_label(id == changed.department, name).clicked() {
                    changed.department = id;
                    field = Some("department");
                }
            }
        });
        let label = ctx.text("field-participant-department");
        combo.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &label));
        let remove = ctx.texts.with("unlink-what", &[("title", participant.name.clone().into())]);
        if small_icon_button_ui(ui, ctx.theme, IconName::Close, &remove).clicked() {
            ctx.push(Action::Remove(vec![subject.clone()]));
        }
    });
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Participant(Arc::new(changed)));
    }
}
