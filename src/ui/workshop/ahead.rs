//! What is typed faster than the window draws: keys behind one that leaves a field wait for the next frame, in which the
//! next field has the keyboard. Without that a digit and the Enter behind it would count for two fields at once.

use egui::{Event, Id, Key, Modifiers, Ui};

/// What waits, and since which frame.
#[derive(Debug, Clone, Default)]
struct Ahead {
    frame: u64,
    events: Vec<Event>,
}

fn store() -> Id {
    Id::unique("workshop-typed-ahead")
}

/// Whether it is for a field and for nothing else.
fn is_typed(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Paste(_) | Event::Ime(_) => true,
        Event::Key { key, modifiers: Modifiers::NONE, .. } => {
            matches!(key, Key::Enter | Key::ArrowDown | Key::ArrowUp | Key::Backspace | Key::Delete)
        }
        _ => false,
    }
}

fn is_press_of(event: &Event, keys: &[Key]) -> bool {
    matches!(event, Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } if keys.contains(key))
}

/// Takes up what waited, and lets wait what comes behind the first of these keys; to be asked before the field that has
/// the keyboard is shown.
pub(super) fn in_turn(ui: &Ui, keys: &[Key]) {
    let frame = ui.ctx().cumulative_frame_nr();
    let waiting = ui.data(|data| data.get_temp::<Ahead>(store()));
    // The field that just got the keyboard waits as well.
    if waiting.as_ref().is_some_and(|ahead| ahead.frame == frame) {
        return;
    }
    if let Some(ahead) = waiting {
        ui.data_mut(|data| data.remove::<Ahead>(store()));
        let events = if frame == ahead.frame + 1 { ahead.events } else { Vec::new() };
        ui.input_mut(|input| drop(input.events.splice(0..0, events)));
    }
    let events: Vec<Event> = ui.input_mut(|input| {
        let Some(at) = input.events.iter().position(|event| is_press_of(event, keys)) else { return Vec::new() };
        let behind = input.events.split_off(at + 1);
        let (typed, others): (Vec<Event>, Vec<Event>) = behind.into_iter().partition(is_typed);
        input.events.extend(others);
        typed
    });
    if !events.is_empty() {
        ui.data_mut(|data| data.insert_temp(store(), Ahead { frame, events }));
        ui.ctx().request_repaint();
    }
}

/// Forgets what was typed in this frame, after the field that it was for was shown.
pub(super) fn used_up(ui: &Ui) {
    ui.input_mut(|input| input.events.retain(|event| !is_typed(event)));
}
