//! What becomes of things that are carried: they are moved, or copies of them are made while a key is held.

use egui::{CursorIcon, Modifiers, Rect, Ui};

use super::aim::hint_ui;
use super::camera::Lens;
use crate::ui::context::ViewCtx;

/// So near to the bottom of the map a card would cover the hint there.
const LOW: f32 = 220.0;
/// Then it stands in a strip of this height at the top.
const HIGH: f32 = 84.0;

/// What becomes of what is carried where it is put down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Carriage {
    /// It goes there.
    #[default]
    Moved,
    /// It stays where it is, and there is one more there.
    Copied,
}

impl Carriage {
    /// What the keys of this frame ask for: Alt, or the command key where a window manager takes Alt for itself.
    pub fn wished(ui: &Ui) -> Self {
        let Modifiers { alt, command, .. } = ui.input(|input| input.modifiers);
        if alt || command { Self::Copied } else { Self::Moved }
    }

    /// How the pointer shows it.
    pub fn cursor(self) -> CursorIcon {
        match self {
            Self::Moved => CursorIcon::Grabbing,
            Self::Copied => CursorIcon::Copy,
        }
    }

    /// Says while copies are carried what would be without the key: at the bottom of the map, unless they are there.
    pub fn hint_ui(self, ui: &Ui, ctx: &ViewCtx<'_>, (lens, covered): (&Lens, &[Rect]), key: &str) {
        if self == Self::Moved {
            return;
        }
        let mut lens = *lens;
        let pointer = ui.input(|input| input.pointer.hover_pos());
        if pointer.is_some_and(|pos| pos.y > lens.canvas.bottom() - LOW) {
            lens.canvas.max.y = lens.canvas.top() + HIGH;
        }
        let command = ui.ctx().format_modifiers(Modifiers::COMMAND);
        let words = ctx.texts.with(key, &[("key", command.as_str().into())]);
        hint_ui(ui, ctx, (&lens, covered), &words);
    }
}
