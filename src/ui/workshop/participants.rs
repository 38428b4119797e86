//! Who is in the room: one line a person, the department behind a comma.

use egui::{Id, Ui};

use super::fields::{LineField, entry_ui, focus, note};
use super::state::{Line, WorkshopAction, WorkshopView};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::inspector::participants::participant_ui;
use crate::ui::widgets::paragraph_ui;

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
    let participants = ctx.document.participants_in_order();
    for participant in &participants {
        participant_ui(ui, ctx, participant);
    }
    if participants.is_empty() {
        paragraph_ui(ui, &ctx.text("participants-empty"), note(ctx));
    }
}
