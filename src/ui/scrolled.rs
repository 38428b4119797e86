//! What is scrolled follows the keyboard: what gets it beyond the edge is brought into sight. Its bars may stand beside it.

use egui::style::ScrollAnimation;
use egui::{Id, Ui};

/// Free room around what is brought into sight.
const AROUND: f32 = 8.0;

/// So much of what is higher than the room is brought into sight.
const BEGINNING: f32 = 64.0;

/// Lets the bars of what is scrolled here stand beside it, not on it.
pub fn bar_beside(ui: &mut Ui) {
    let scroll = &mut ui.spacing_mut().scroll;
    scroll.floating_allocated_width = scroll.bar_width + 4.0;
}

fn store(ui: &Ui) -> Id {
    ui.scope_id().with("followed-focus")
}

/// Leaves what is scrolled where it is though something in it has the keyboard; to be asked in place of
/// [`follow_focus`].
pub fn leave_focus(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused);
    ui.data_mut(|data| data.insert_temp(store(ui), focused));
}

/// Scrolls to what has got the keyboard since the last frame; to be asked at the end of what is scrolled.
pub fn follow_focus(ui: &Ui) {
    let store = store(ui);
    let focused = ui.memory(egui::Memory::focused);
    let before = ui.data(|data| data.get_temp::<Option<Id>>(store)).flatten();
    if focused == before {
        return;
    }
    ui.data_mut(|data| data.insert_temp(store, focused));
    // What is clicked is in sight already, and stays under the pointer.
    let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    let Some(widget) = focused.filter(|_| !by_pointer).and_then(|id| ui.ctx().read_response(id)) else { return };
    let clip = ui.clip_rect();
    let seen = widget.interact_rect;
    // What is in sight elsewhere stands in another part of the window.
    let is_here = widget.layer_id == ui.layer_id()
        && ui.min_rect().expand(AROUND).contains_rect(widget.rect)
        && (!seen.is_positive() || clip.contains_rect(seen));
    // Of what is higher than the room its beginning is shown, and as much of what stands above it as can be.
    let mut wanted = widget.rect;
    if wanted.height() > clip.height() {
        wanted.set_height(BEGINNING.min(clip.height()));
    }
    if is_here && !clip.contains_rect(wanted) {
        ui.scroll_to_rect_animation(wanted.expand(AROUND), None, ScrollAnimation::none());
    }
}
