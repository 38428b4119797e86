//! Menus of things: the other button of the mouse opens them where it is pressed, the menu key and Shift+F10 at what has
//! the keyboard.

use egui::{Id, Key, LayerId, Modifiers, Popup, Response, Ui};

/// Shows the menu of a widget while it is open.
pub fn context_menu(response: &Response, content: impl FnOnce(&mut Ui)) {
    context_menu_of(response, response.id, content);
}

/// The same for a widget of a list that has the keyboard as a whole: `holder`. True when a key has just opened it.
pub fn context_menu_of(response: &Response, holder: Id, content: impl FnOnce(&mut Ui)) -> bool {
    let context = &response.ctx;
    let popup_id = Popup::default_response_id(response);
    // Whether a key has opened it: true until its first item has the keyboard.
    let by_key = popup_id.with("by-key");
    let asked = context.memory(|memory| memory.has_focus(holder))
        && context.input_mut(|input| {
            input.consume_key(Modifiers::SHIFT, Key::F10) || input.consume_key(Modifiers::NONE, Key::Menu)
        });
    if asked {
        Popup::open_id(context, popup_id);
        context.data_mut(|data| data.insert_temp(by_key, true));
    } else if response.secondary_clicked() {
        context.data_mut(|data| data.remove::<bool>(by_key));
    }
    let begins: Option<bool> = context.data(|data| data.get_temp(by_key));
    let popup = Popup::context_menu(response);
    let popup = if begins.is_some() { popup.anchor(response.rect) } else { popup };
    let layer = popup.show(content).map(|shown| shown.response.layer_id);
    let Some(begins) = begins else { return asked };
    let items = |layer: LayerId| {
        context.viewport(|viewport| {
            let items = viewport.this_pass.widgets.get_layer(layer);
            let takes = items.filter(|item| item.enabled && item.sense.is_focusable());
            takes.map(|item| item.id).collect::<Vec<Id>>()
        })
    };
    let items = layer.map(items).unwrap_or_default();
    let focused = context.memory(egui::Memory::focused);
    if layer.is_none() || !Popup::is_id_open(context, popup_id) {
        context.data_mut(|data| data.remove::<bool>(by_key));
        // Back to where it was opened, unless an item has led elsewhere.
        if focused.is_none_or(|focused| items.contains(&focused)) {
            context.memory_mut(|memory| memory.request_focus(holder));
        }
    } else if let (true, Some(first)) = (begins, items.first()) {
        // Where it is only measured it is not given the keyboard.
        context.data_mut(|data| data.insert_temp(by_key, focused != Some(*first)));
        context.memory_mut(|memory| memory.request_focus(*first));
        context.request_repaint();
    }
    asked
}
