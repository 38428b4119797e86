//! Tab leads into a one-line field with all of it selected, as forms do elsewhere: what is typed takes its place.

use egui::{Id, Key, Response, Ui};

use super::canvas::rename::select_all;

/// Backwards, a field gets the keyboard a frame after the key.
const LATE: u64 = 2;

/// Notes that the keyboard is being led on. To be asked once a frame, before anything is shown.
pub fn follow(ui: &Ui) {
    if ui.input(|input| input.key_pressed(Key::Tab)) {
        let now = ui.ctx().cumulative_frame_nr();
        ui.data_mut(|data| data.insert_temp(store(), now));
    }
}

/// Selects all of a field that Tab has just led to.
pub fn select_on_tab(ui: &Ui, response: &Response, text: &str) {
    if !response.gained_focus() {
        return;
    }
    let now = ui.ctx().cumulative_frame_nr();
    let by_tab = ui.data(|data| data.get_temp::<u64>(store())).is_some_and(|at| at + LATE >= now);
    if by_tab {
        select_all(ui.ctx(), response.id, text);
    }
}

fn store() -> Id {
    Id::unique("tab-pressed-at")
}
