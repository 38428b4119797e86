//! The keys that do something, from the command table, and what the pointer does on the map.

use egui::{Grid, Modifiers, Ui};

use super::{close_ui, title_ui};
use crate::scene::text::Weight;
use crate::ui::command::{CommandId, keys_words};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::widgets::{ink, rich};

const GESTURES: [&str; 15] = [
    "pan",
    "zoom",
    "rename",
    "next-text",
    "other-lane",
    "connect",
    "relead",
    "move",
    "lane",
    "fold",
    "step",
    "emotion",
    "several",
    "band",
    "cancel",
];

/// Shows them.
pub(super) fn shortcuts_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.set_width(560.0);
    title_ui(ui, ctx, &ctx.text("shortcuts-title"));
    let key_ink = ink(Weight::SemiBold, fonts::SMALL, ctx.theme.ink);
    // The key that zooms is named as the shortcuts below name it.
    let key = ui.ctx().format_modifiers(Modifiers::COMMAND);
    let word_ink = ink(Weight::Regular, fonts::BODY, ctx.theme.mute);
    egui::ScrollArea::vertical().max_height(440.0).auto_shrink([false, true]).show(ui, |ui| {
        // Rows of words need no room for a finger.
        ui.spacing_mut().interact_size.y = 18.0;
        Grid::new("shortcuts").num_columns(2).spacing([28.0, 8.0]).show(ui, |ui| {
            for gesture in GESTURES {
                ui.label(rich(
                    &ctx.texts.with(&format!("gesture-{gesture}-keys"), &[("key", key.as_str().into())]),
                    key_ink,
                ));
                ui.label(rich(&ctx.text(&format!("gesture-{gesture}")), word_ink));
                ui.end_row();
            }
            for command in CommandId::ALL {
                let Some(shortcut) = command.shortcut() else { continue };
                ui.label(rich(&keys_words(ui.ctx(), &shortcut), key_ink));
                ui.label(rich(&ctx.text(command.name_key()), word_ink));
                ui.end_row();
            }
        });
    });
    close_ui(ui, ctx);
}
