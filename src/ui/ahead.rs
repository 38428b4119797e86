//! What is typed faster than the window draws: keys behind one that leaves or opens a field wait for the next frame, in
//! which that field has the keyboard. Without that a digit and the Enter behind it would count for two fields at once.

use egui::containers::AreaState;
use egui::{Context, Event, Id, Key, Modifiers, Ui};

/// What waits, and since which frame.
#[derive(Debug, Clone, Default)]
struct Ahead {
    frame: u64,
    events: Vec<Event>,
}

fn store() -> Id {
    Id::unique("typed-ahead")
}

/// Whether it is for a field, or for what follows it.
fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Key { pressed: true, .. })
}

fn is_press_of(event: &Event, keys: &[Key]) -> bool {
    matches!(event, Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } if keys.contains(key))
}

/// Takes up what has waited for this frame; to be asked before anything looks at the keyboard.
pub fn take_up(context: &Context) {
    let frame = context.cumulative_frame_nr();
    let Some(ahead) = context.data(|data| data.get_temp::<Ahead>(store())) else { return };
    // What waits since this very frame is for the next.
    if ahead.frame == frame {
        return;
    }
    context.data_mut(|data| data.remove::<Ahead>(store()));
    if frame == ahead.frame + 1 {
        context.input_mut(|input| drop(input.events.splice(0..0, ahead.events)));
    }
}

/// Lets wait what is typed from this event on.
pub fn wait_from(context: &Context, at: usize) {
    let frame = context.cumulative_frame_nr();
    let mut events: Vec<Event> = context.input_mut(|input| {
        let behind = input.events.split_off(at.min(input.events.len()));
        let (typed, others): (Vec<Event>, Vec<Event>) = behind.into_iter().partition(is_typed);
        input.events.extend(others);
        typed
    });
    if events.is_empty() {
        return;
    }
    // What has been cut off before in this frame stood further behind.
    let waiting = context.data(|data| data.get_temp::<Ahead>(store())).filter(|ahead| ahead.frame == frame);
    events.extend(waiting.map(|ahead| ahead.events).unwrap_or_default());
    context.data_mut(|data| data.insert_temp(store(), Ahead { frame, events }));
    context.request_repaint();
}

/// Gives a field in an area the keyboard, with what is typed in this very frame; to be asked before the field is shown.
/// A new area is measured before it is shown: until then nothing in it can have the keyboard, and what is typed waits.
/// Returns whether the field has the keyboard.
pub fn begin_in(context: &Context, (area, field): (Id, Id)) -> bool {
    let measured = AreaState::load(context, area).is_some();
    if !measured {
        wait_from(context, 0);
        context.request_repaint();
    } else if !context.memory(|memory| memory.has_focus(field)) {
        context.memory_mut(|memory| memory.request_focus(field));
    }
    measured
}

/// Takes up what waited, and lets wait what comes behind the first of these keys; to be asked before the field that has
/// the keyboard is shown.
pub fn in_turn(context: &Context, keys: &[Key]) {
    take_up(context);
    let at = context.input(|input| input.events.iter().position(|event| is_press_of(event, keys)));
    if let Some(at) = at {
        wait_from(context, at + 1);
    }
}

/// Forgets what was typed in this frame, after the field that it was for was shown.
pub fn used_up(ui: &Ui) {
    let is_bare = |event: &Event| !matches!(event, Event::Key { modifiers, .. } if modifiers.any());
    ui.input_mut(|input| input.events.retain(|event| !(is_typed(event) && is_bare(event))));
}
