//! What stands where nothing is yet: what belongs here, and the one thing to do first.

use egui::{Ui, vec2};

use super::context::ViewCtx;
use super::fonts;
use super::icon::{self, IconName};
use super::style::rgba;
use super::widgets::{Look, button_ui, ink, rich};
use crate::scene::text::Weight;

/// A heading, what it is about, and one button, in the middle of what is left; true when that is pressed.
pub fn teach_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (icon, keys): (IconName, (&str, &str)), button: &str) -> bool {
    let theme = ctx.theme;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.28).max(24.0));
        let (square, _) = ui.allocate_exact_size(vec2(44.0, 44.0), egui::Sense::hover());
        ui.painter().circle_filled(square.center(), 30.0, rgba(theme.pill));
        icon::paint(ui.painter(), square.shrink(8.0), icon, rgba(theme.mute));
        ui.add_space(18.0);
        ui.label(rich(&ctx.text(keys.0), ink(Weight::Bold, 20.0, theme.ink)));
        ui.add_space(2.0);
        ui.scope(|ui| {
            ui.set_max_width(440.0);
            ui.label(rich(&ctx.text(keys.1), ink(Weight::Regular, fonts::BODY, theme.mute)));
        });
        ui.add_space(12.0);
        button_ui(ui, theme, button, Look::Primary).clicked()
    })
    .inner
}
