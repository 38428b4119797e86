//! The parts of the window and the key that goes from one to the next: each has a way in and a way out without a mouse.

use egui::{Context, Id, LayerId, Rect, Ui};

use super::style::rgba;
use super::view::View;
use crate::scene::Theme;

/// A part of the window that the keyboard can be given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The menu bar.
    Menu,
    /// The row below it.
    Tools,
    /// Personas and outline.
    Side,
    /// What fills the middle.
    Middle,
    /// What stands at the right.
    Dock,
    /// The status bar.
    Status,
}

impl Pane {
    /// All of them, in the order in which the keyboard goes round.
    const ALL: [Self; 6] = [Self::Menu, Self::Tools, Self::Side, Self::Middle, Self::Dock, Self::Status];
}

/// What the window remembers of its parts.
#[derive(Debug, Default)]
pub struct Panes {
    /// Where each part was in the last frame; `None` where it is hidden.
    areas: [Option<Rect>; 6],
    /// The part that has the keyboard, if something in it has it.
    pub here: Option<Pane>,
    /// What had the keyboard last in each part.
    last: [Option<Id>; 6],
    /// How many parts further the keyboard is wished.
    pub wish: i32,
    /// The part that the pointer pressed last.
    pressed: Option<Pane>,
    /// Whether the hand is at the keyboard and not at the mouse: then the map shows that it has the keyboard.
    pub by_keys: bool,
}

impl Panes {
    /// Notes where a part is in this frame.
    pub fn place(&mut self, pane: Pane, area: Rect) {
        if let Some(place) = self.areas.get_mut(pane as usize) {
            *place = Some(area);
        }
    }

    /// Whether what is typed or pasted is meant for this part: it has the keyboard, or its ground was pressed just now,
    /// which takes the keyboard from everything.
    pub fn is_meant(&self, pane: Pane) -> bool {
        self.here == Some(pane) || !self.by_keys && self.pressed == Some(pane)
    }

    /// The part that this place is in.
    pub fn at(&self, place: egui::Pos2) -> Option<Pane> {
        Pane::ALL.into_iter().find(|pane| holds(self.areas.get(*pane as usize).copied().flatten(), place))
    }
}

/// Gives the keyboard to another part where that is wished, and notes what has it. To be asked before the parts are
/// shown: they then say anew where they are.
pub fn follow(ui: &Ui, view: &mut View) {
    let context = ui.ctx();
    let (pressed_key, pressed_pointer) = context.input(|input| {
        let key = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
        (input.events.iter().any(key), input.pointer.any_pressed())
    });
    if pressed_key || pressed_pointer {
        view.panes.by_keys = pressed_key && !pressed_pointer;
    }
    if pressed_pointer {
        let place = context.input(|input| input.pointer.interact_pos());
        view.panes.pressed = place.and_then(|place| view.panes.at(place));
    }
    let stops = stops(context, ui.layer_id());
    let focused = context.memory(egui::Memory::focused);
    let stop = stops.iter().find(|stop| Some(stop.id) == focused);
    let here = stop.and_then(|stop| view.panes.at(stop.rect.center()));
    view.panes.here = here;
    if let Some(last) = here.and_then(|pane| view.panes.last.get_mut(pane as usize)) {
        *last = focused;
    }
    let wish = std::mem::take(&mut view.panes.wish);
    if wish != 0 {
        view.panes.by_keys = true;
        let target = next(&view.panes, &stops, (here.unwrap_or(Pane::Middle), wish.signum()));
        if let Some(target) = target {
            context.memory_mut(|memory| memory.request_focus(target));
        }
    }
    view.panes.areas = [None; 6];
}

fn holds(area: Option<Rect>, place: egui::Pos2) -> bool {
    area.is_some_and(|area| area.contains(place))
}

/// Something that takes the keyboard.
struct Stop {
    id: Id,
    rect: Rect,
}

/// What takes the keyboard, in the order in which Tab goes through it.
fn stops(context: &Context, layer: LayerId) -> Vec<Stop> {
    context.viewport(|viewport| {
        let widgets = viewport.prev_pass.widgets.get_layer(layer);
        let takes = widgets.filter(|widget| widget.enabled && widget.sense.is_focusable());
        takes.map(|widget| Stop { id: widget.id, rect: widget.rect }).collect()
    })
}

/// What gets the keyboard in the next part that takes it: what had it there last, else its first.
fn next(panes: &Panes, stops: &[Stop], (from, step): (Pane, i32)) -> Option<Id> {
    let count = Pane::ALL.len() as i32;
    (1..=count).find_map(|steps| {
        let place = (from as i32 + steps * step).rem_euclid(count) as usize;
        let area = panes.areas.get(place).copied().flatten();
        let mut inside = stops.iter().filter(|stop| holds(area, stop.rect.center()));
        let last = panes.last.get(place).copied().flatten();
        let again = stops.iter().find(|stop| Some(stop.id) == last && holds(area, stop.rect.center()));
        again.or_else(|| inside.next()).map(|stop| stop.id)
    })
}

/// Rings a part that has the keyboard as a whole.
pub fn ring_ui(ui: &Ui, theme: &Theme, area: Rect) {
    let stroke = egui::Stroke::new(2.0, rgba(theme.accent));
    ui.painter().rect_stroke(area.shrink(1.0), 0.0, stroke, egui::StrokeKind::Inside);
}
