//! How a dialog fits the window: it is no wider and no higher; its middle scrolls, its title and buttons stay in sight.

use egui::{Context, Id, Order, Popup, ScrollArea, Ui, UiBuilder};

use crate::ui::scrolled::follow_focus;

/// What stands around a dialog's content: its own margin, and a strip of the window that stays free.
const AROUND: f32 = 2.0 * (super::MARGIN + 12.0);
/// The scroll bar stands in the margin, beside what is scrolled.
const BAR: f32 = 14.0;
/// Less than this of a middle helps nobody.
const LEAST: f32 = 64.0;

/// Makes the dialog this wide, or as wide as the window lets it.
pub(in crate::ui) fn width_ui(ui: &mut Ui, wanted: f32) {
    ui.set_width(wanted.min(ui.ctx().content_rect().width() - AROUND));
}

/// Lets the content use the height that the window has. An area begins with 400 points and then keeps what it had.
pub(super) fn give_height(ui: &mut Ui) {
    ui.set_max_height(most_height(ui));
}

/// The middle of a dialog: as high as it needs to be, and scrolled where the window is lower than that.
pub(in crate::ui) fn middle_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let above = ui.cursor().top() - ui.min_rect().top();
    let below = ui.data(|data| data.get_temp::<f32>(below_id())).unwrap_or(44.0);
    let room = (most_height(ui) - above - below).max(LEAST);
    let place = ui.available_rect_before_wrap();
    // The bar takes nothing from the dialog's width.
    let mut wider = ui.new_child(UiBuilder::new().max_rect(place.with_max_x(place.right() + BAR)));
    let area = ScrollArea::vertical().id_salt("dialog-middle").max_height(room).auto_shrink([false, true]);
    let output = area.min_scrolled_height(LEAST).show(&mut wider, |ui| {
        ui.set_max_width(place.width());
        let inner = content(ui);
        follow_focus(ui);
        inner
    });
    ui.advance_cursor_after_rect(wider.min_rect().with_max_x(place.right()));
    // What is lower than the room that it has ends where it ends, and not where the room does.
    ui.data_mut(|data| data.insert_temp(bottom_id(), wider.min_rect().bottom()));
    output.inner
}

/// Remembers what stands below the middle, for which the middle leaves room.
pub(super) fn leave_room(ui: &Ui) {
    let Some(bottom) = ui.data_mut(|data| data.remove_temp::<f32>(bottom_id())) else { return };
    let below = ui.min_rect().bottom() - bottom;
    let before = ui.data_mut(|data| data.get_temp::<f32>(below_id()));
    if before.is_none_or(|before| (before - below).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(below_id(), below));
        ui.ctx().request_discard("what stands below a dialog's middle");
    }
}

/// Keeps the lists that are open above the dialog. Pressed and released within one frame, a field brings the dialog to
/// the top and opens its list; layers that both want to be on top keep their order, and a list of a dialog that was
/// shown before is older than the dialog.
pub(super) fn keep_lists_above(context: &Context, dialog: egui::LayerId) {
    let shown = context.memory(|memory| memory.areas().visible_layer_ids());
    let lists = shown.into_iter().filter(|layer| layer.order == Order::Foreground);
    let lists: Vec<_> = lists.filter(|layer| *layer != dialog && Popup::is_id_open(context, layer.id)).collect();
    for list in lists {
        context.set_sublayer(dialog, list);
    }
}

/// What is left of the window's height for a list, where so much else stands in the dialog.
pub(in crate::ui) fn room_ui(ui: &Ui, others: f32) -> f32 {
    most_height(ui) - others
}

fn most_height(ui: &Ui) -> f32 {
    ui.ctx().content_rect().height() - AROUND
}

fn below_id() -> Id {
    Id::unique("dialog-below-middle")
}

fn bottom_id() -> Id {
    Id::unique("dialog-bottom-of-middle")
}
