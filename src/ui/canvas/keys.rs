//! The keyboard on the map: who has it, arrows from thing to thing, Tab from card to card.

use egui::{Key, Modifiers, Ui, Vec2, vec2};

use super::walk::{self, Way};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::page::Page;
use crate::ui::view::View;

pub use super::walk::neighbour;

/// Where the arrow keys of this frame point: right and down are positive.
pub fn arrows(ui: &Ui) -> Vec2 {
    ui.input(|input| {
        let pressed = |key: Key| if input.modifiers.is_none() && input.key_pressed(key) { 1.0 } else { 0.0 };
        vec2(pressed(Key::ArrowRight) - pressed(Key::ArrowLeft), pressed(Key::ArrowDown) - pressed(Key::ArrowUp))
    })
}

/// Whether the keys of this frame are for the map.
pub fn has_keyboard(ui: &Ui, view: &View) -> bool {
    let nobody_else = ui.memory(egui::Memory::focused).is_none_or(|id| id == super::id());
    nobody_else && is_free(ui, view)
}

/// Whether nothing lies over the map that wants the keyboard.
fn is_free(ui: &Ui, view: &View) -> bool {
    let covered = view.dialog.is_some() || view.palette.is_open() || egui::Popup::is_any_open(ui.ctx());
    view.page == Page::Map && view.rename.is_none() && !covered
}

/// Gives the map the keyboard that nobody else has, so that Tab and arrows walk it.
pub fn hold_keyboard(ui: &Ui, view: &View) {
    if ui.memory(egui::Memory::focused).is_none() && is_free(ui, view) {
        ui.memory_mut(|memory| memory.request_focus(super::id()));
        // Arrow keys are the map's own only from the frame after.
        ui.request_repaint();
    }
}

/// Arrows go from what is selected to what is beside it, or move the map while nothing is selected: by how much. Tab
/// goes through the cards in the order of the journey.
pub fn walk(ui: &Ui, ctx: &ViewCtx<'_>) -> Vec2 {
    let back = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab));
    let on = !back && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    if on || back {
        let way = if back { Way::Back } else { Way::On };
        if let Some(card) = ctx.journey.and_then(|journey| walk::card_beside(journey, ctx.document, ctx.focus(), way)) {
            ctx.push(Action::Reveal(card));
        }
        return Vec2::ZERO;
    }
    let wished = arrows(ui);
    let Some(here) = ctx.focus().filter(|_| wished != Vec2::ZERO) else { return wished * -80.0 };
    let next = match ctx.journey {
        Some(journey) => {
            walk::end_of(journey, here, wished).or_else(|| walk::beside(ctx.scene, &journey.id, here, wished))
        }
        None => None,
    };
    if let Some(next) = next {
        ctx.push(Action::Reveal(next));
    }
    Vec2::ZERO
}
