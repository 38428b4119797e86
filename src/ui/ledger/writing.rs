//! A statement that is written in its row.

use egui::{Id, Key, Rect, TextEdit, Ui, pos2, vec2};

use super::LedgerView;
use super::bar::INSET;
use super::state::grid_id;
use crate::model::Subject;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::canvas::rename::select_all;
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::widgets::told;

fn field_id() -> Id {
    Id::unique("ledger-writing")
}

/// Whether the statement of this line is the one that is written.
pub(super) fn is_here(view: &LedgerView, subject: &Subject, line: usize) -> bool {
    view.sheet().cursor == line && view.writing.as_ref().is_some_and(|writing| writing.subject == *subject)
}

/// Shows the field in place of the words.
pub(super) fn writing_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, cell: Rect) {
    let Some(writing) = &mut view.writing else { return };
    let opening = !writing.focused;
    if opening {
        // Before the field is shown, so that it takes what is typed in this very frame.
        writing.focused = true;
        ui.memory_mut(|memory| memory.request_focus(field_id()));
        select_all(ui.ctx(), field_id(), &writing.text);
    }
    let field = Rect::from_min_max(pos2(cell.left() + INSET - 8.0, cell.top() + 3.0), cell.max - vec2(4.0, 4.0));
    let edit = TextEdit::singleline(&mut writing.text)
        .id(field_id())
        .font(font(Weight::Medium, fonts::BODY))
        .margin(egui::Margin::symmetric(7, 5))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(field.width());
    let response = ui.put(field, edit);
    told(ctx, &response, (&ctx.text("field-statement"), &writing.text));
    if opening {
        return;
    }
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let left = response.lost_focus() || !response.has_focus();
    if !(entered || escaped || left) {
        return;
    }
    let Some(writing) = view.writing.take() else { return };
    // What was typed for something new stays.
    if !escaped || writing.fresh && !writing.text.trim().is_empty() {
        ctx.push(Action::Rename(writing.subject, writing.text.trim().to_owned()));
    } else if writing.fresh {
        ctx.push(Action::Run(CommandId::Undo));
    }
    if entered || escaped {
        view.sheet_mut().bring_cursor = true;
        ui.memory_mut(|memory| memory.request_focus(grid_id()));
    }
}
