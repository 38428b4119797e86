//! A value that is written while it is dragged: one entry of the history, and Esc puts it back to what it was.

use egui::{Context, Id, Response, Ui};

use super::action::Action;
use super::context::ViewCtx;
use crate::edit::EditLabel;

/// Under this the widget is kept that is dragged.
fn dragged() -> Id {
    Id::unique("value-dragged")
}

/// Whether the keyboard belongs to what is dragged.
pub fn is_busy(context: &Context) -> bool {
    let widget: Option<Id> = context.data(|data| data.get_temp(dragged()));
    widget.is_some_and(|id| context.is_being_dragged(id) || context.drag_stopped_id() == Some(id))
}

/// Follows a drag from its beginning to its end; false where what the pointer says is not to be written.
pub fn follow(ui: &Ui, ctx: &ViewCtx<'_>, response: &Response, label: EditLabel) -> bool {
    if response.drag_started() {
        ctx.push(Action::BeginGesture(label));
        ui.data_mut(|data| data.insert_temp(dragged(), response.id));
    }
    if !response.drag_stopped() {
        return true;
    }
    // Esc ends a drag before the button is released.
    let given_up = ui.input(|input| input.pointer.primary_down());
    ctx.push(if given_up { Action::CancelGesture } else { Action::CommitGesture });
    !given_up
}
