//! What an empty map says: what to do first, and the button for it.

use egui::{Frame, Margin, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::camera::Lens;
use crate::scene::Plane;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::WIDE_CORNER;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{Look, button_ui, ink, rich};

const WIDTH: f32 = 380.0;
/// From the foot of the canvas.
const ABOVE_THE_FOOT: f32 = 96.0;

/// Shows it over the map as long as there is no touchpoint and none is being written.
pub(super) fn first_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &View, lens: &Lens) {
    let is_empty = ctx.journey.is_some_and(|journey| journey.touchpoints.is_empty());
    if !is_empty || view.rename.is_some() {
        return;
    }
    let body = lens.clip(Plane::Body);
    let width = WIDTH.min(body.width() - 24.0);
    let top = (body.bottom() - ABOVE_THE_FOOT).max(body.top());
    let area = Rect::from_min_size(pos2(body.center().x - width / 2.0, top), vec2(width, ABOVE_THE_FOOT - 12.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("first-touchpoint"));
    let frame = Frame::new()
        .fill(rgba(ctx.theme.card))
        .stroke(Stroke::new(1.0, rgba(ctx.theme.card_line)))
        .corner_radius(WIDE_CORNER)
        .inner_margin(Margin::symmetric(16, 12));
    frame.show(&mut child, |ui| {
        ui.vertical_centered(|ui| {
            ui.label(rich(&ctx.text("map-first"), ink(Weight::Regular, fonts::BODY, ctx.theme.ink)));
            ui.add_space(6.0);
            if button_ui(ui, ctx.theme, &ctx.text("map-first-button"), Look::Primary).clicked() {
                ctx.push(Action::Run(CommandId::AddTouchpoint));
            }
        });
    });
}
