//! Who is in the room: one line a person, the department behind a comma.

use std::sync::Arc;

use egui::{ComboBox, Id, Ui, WidgetInfo};

use super::fields::{LineField, entry_ui, focus, note, told};
use super::state::{Line, WorkshopAction, WorkshopView};
use crate::edit::ItemValue;
use crate::model::{DepartmentId, Participant, Subject};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::inspector::form::chevron;
use crate::ui::widgets::{paragraph_ui, small_icon_button_ui};

pub(super) fn participants_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let (name, hint) = (ctx.text("participants-new"), ctx.text("participants-new-hint"));
    let field = LineField { id: Id::unique("participants-new"), name: &name, hint: &hint, size: fonts::BODY };
    if let Some(typed) = entry_ui(ui, ctx, &field, view.line(Line::Participant)) {
        let (name, department) = typed.split_once(',').unwrap_or((&typed, ""));
        let action = WorkshopAction::Participant(name.trim().to_owned(), department.trim().to_owned());
        ctx.push(Action::Workshop(Box::new(action)));
    }
    if view.wants_focus {
        focus(ui, field.id);
    }
    ui.add_space(4.0);
    let mut participants: Vec<&Arc<Participant>> = ctx.document.participants.iter().collect();
    participants.sort_by_cached_key(|participant| (participant.name.to_lowercase(), participant.id.clone()));
    for participant in &participants {
        participant_ui(ui, ctx, participant);
    }
    if participants.is_empty() {
        paragraph_ui(ui, &ctx.text("participants-empty"), note(ctx));
    }
}

fn participant_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, participant: &Arc<Participant>) {
    let subject = Subject::Participant(participant.id.clone());
    let mut changed = participant.as_ref().clone();
    let mut field = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let room = ui.available_width() - 22.0 - 12.0 - 16.0;
        let (name_width, department_width) = (room * 0.5, room * 0.5);
        let edit = egui::TextEdit::singleline(&mut changed.name)
            .id(Id::unique(("room-participant", &participant.id)))
            .margin(egui::Margin::symmetric(8, 4))
            .desired_width(name_width);
        let response = ui.add(edit);
        told(ctx, &response, (&ctx.text("field-participant-name"), &changed.name));
        if response.changed() {
            field = Some("name");
        }
        let departments = ctx.document.departments_in_order();
        let shown = participant.department.as_ref().and_then(|id| ctx.document.departments.get(id));
        let shown = shown.map_or_else(|| ctx.text("choice-none"), |it| it.name.clone());
        let combo = ComboBox::from_id_salt(("room-department", &participant.id))
            .icon(chevron)
            .width(department_width)
            .truncate();
        let combo = combo.selected_text(shown).show_ui(ui, |ui| {
            let none = std::iter::once((None, ctx.text("choice-none")));
            let known = departments.iter().map(|it| (Some(it.id.clone()), it.name.clone()));
            for (id, name) in none.chain(known) {
                let id: Option<DepartmentId> = id;
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
