//! An open pop-up has the keyboard: Tab, Home and End walk what is in it, and arrows lead into it whatever had the
//! keyboard before. One that a key has opened begins at its first item, and what it belongs to gets the keyboard back.

use egui::{Context, FocusDirection, Id, Key, LayerId, Modifiers, Order, Popup, Response, Ui};

use super::page::Page;
use super::panes::Pane;
use super::view::View;

/// What the window remembers of the pop-up that is open.
#[derive(Debug, Default)]
pub struct Popups {
    open: Option<LayerId>,
    /// What it belongs to.
    opener: Option<Id>,
    /// Whether its first item has yet to get the keyboard.
    begins: bool,
}

/// Gives the keyboard to the pop-up that is open, and back from one that was. To be asked before anything is shown.
pub fn follow(ui: &Ui, view: &mut View) {
    let context = ui.ctx();
    let open = open_layer(context);
    if open != view.popups.open {
        if let Some(closed) = view.popups.open {
            give_back(ui, view, closed);
        }
        let opener = open.and_then(|layer| opener_of(context, layer.id));
        view.popups = Popups { open, opener, begins: open.is_some() && view.panes.by_keys };
    }
    let Some(layer) = open else { return };
    let opener = view.popups.opener.and_then(|id| context.read_response(id));
    let focused = context.memory(egui::Memory::focused);
    // A menu inside of it is a layer of its own.
    let is_within = |response: &Response| {
        let at = response.layer_id;
        let behind = at == ui.layer_id() || opener.as_ref().is_some_and(|opener| opener.layer_id == at);
        at == layer || at.order == Order::Foreground && !behind
    };
    let inside = focused.and_then(|id| context.read_response(id)).filter(is_within);
    let types = context.text_edit_focused();
    if types && inside.is_none() {
        return;
    }
    let stops = stops(context, inside.as_ref().map_or(layer, |response| response.layer_id));
    let here = inside.and_then(|response| stops.iter().position(|stop| *stop == response.id));
    view.popups.begins &= here.is_none();
    // egui goes by arrows from item to item, and in from what has opened the pop-up.
    let arrows = types || here.is_none() && focused.is_some() && focused != view.popups.opener;
    let last = stops.len().saturating_sub(1);
    let to = match (step(ui, (types, arrows)), here) {
        (Some(Step::On), Some(here)) if here < last => here + 1,
        (Some(Step::Back), Some(here)) if here > 0 => here - 1,
        (Some(Step::On | Step::Home), _) => 0,
        (Some(Step::Back | Step::End), _) => last,
        (None, _) if view.popups.begins => 0,
        (None, _) => return,
    };
    if let Some(stop) = stops.get(to) {
        view.popups.begins = false;
        context.memory_mut(|memory| {
            memory.move_focus(FocusDirection::None);
            memory.request_focus(*stop);
        });
    }
}

enum Step {
    On,
    Back,
    Home,
    End,
}

/// Where a key leads. Its event is used up: nothing else goes anywhere by it.
fn step(ui: &Ui, (types, arrows): (bool, bool)) -> Option<Step> {
    let key = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if key(Modifiers::SHIFT, Key::Tab) || arrows && key(Modifiers::NONE, Key::ArrowUp) {
        Some(Step::Back)
    } else if key(Modifiers::NONE, Key::Tab) || arrows && key(Modifiers::NONE, Key::ArrowDown) {
        Some(Step::On)
    } else if !types && key(Modifiers::NONE, Key::Home) {
        Some(Step::Home)
    } else if !types && key(Modifiers::NONE, Key::End) {
        Some(Step::End)
    } else {
        None
    }
}

/// What the closed pop-up belonged to has the keyboard again, where nothing else has got it. A menu of commands leaves
/// it to the map.
fn give_back(ui: &Ui, view: &View, closed: LayerId) {
    let context = ui.ctx();
    let focused = context.memory(egui::Memory::focused);
    let is_elsewhere = |id: Id| context.read_response(id).is_some_and(|response| response.layer_id != closed);
    if !view.panes.by_keys || focused.is_some_and(is_elsewhere) {
        return;
    }
    let Some(opener) = view.popups.opener.and_then(|id| context.read_response(id)) else { return };
    let pane = view.panes.at(opener.rect.center()).filter(|_| opener.layer_id == ui.layer_id());
    let leads_to_map = match pane {
        Some(Pane::Menu | Pane::Tools | Pane::Status) => true,
        Some(Pane::Middle) => view.page == Page::Map,
        Some(Pane::Side | Pane::Dock) | None => false,
    };
    if !leads_to_map {
        opener.request_focus();
    }
}

/// The pop-up that is open.
fn open_layer(context: &Context) -> Option<LayerId> {
    if !Popup::is_any_open(context) {
        return None;
    }
    let shown = context.memory(|memory| memory.areas().visible_layer_ids());
    shown.into_iter().find(|layer| layer.order == Order::Foreground && Popup::is_id_open(context, layer.id))
}

/// What opens this pop-up.
fn opener_of(context: &Context, popup: Id) -> Option<Id> {
    context.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let mut ids = widgets.layers().flat_map(|(_, widgets)| widgets.iter().map(|widget| widget.id));
        ids.find(|id| id.with("popup") == popup)
    })
}

/// What takes the keyboard in a layer, in its order.
fn stops(context: &Context, layer: LayerId) -> Vec<Id> {
    context.viewport(|viewport| {
        let widgets = viewport.prev_pass.widgets.get_layer(layer);
        // The pop-up itself takes presses, but no keys.
        let own = [layer.id, layer.id.with("move")];
        let takes = widgets.filter(|it| it.enabled && it.sense.is_focusable() && !own.contains(&it.id));
        takes.map(|widget| widget.id).collect()
    })
}
