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
        let current = departments.iter().find(|(id, _)| *id == participant.department).map(|(_, name)| name.clone());
        let combo = ComboBox::from_id_salt(("participant-department", &participant.id)).width(width).truncate();
        let combo = combo.icon(chevron).selected_text(current.unwrap_or_default());
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let combo = ui.allocate_ui_with_layout(egui::vec2(width, 28.0), layout, |ui| {
            ui.set_max_width(width);
            combo.show_ui(ui, |ui| {
                for (id, name) in departments {
                    if ui.selectable_label(id == changed.department, name).clicked() {
                        ui.close();
                        changed.department = id;
                        field = Some("department");
                    }
                }
            })
        });
        let combo = combo.inner;
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
