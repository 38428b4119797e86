//! The circle that a portrait is cut to: dragged over the picture, resized by wheel, slider or keys.

use egui::{Align2, Key, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::rail::{Look as RailLook, Rail, bare_rail_ui};
use super::{StudioAction, ask};
use crate::model::{PersonaId, Picture};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::{buttons_ui, fit, title_ui};
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{Look, button_ui, ink, paragraph_ui, rich};

/// The least radius that is cut out, in pixels: less is no face any more.
const LEAST_RADIUS: f32 = 16.0;
/// How much of the picture's lesser side an arrow key moves the circle.
const STEP: f32 = 0.02;
/// How much larger a key or a notch of the wheel makes the circle.
const GROWTH: f32 = 1.06;
/// The room that the picture is shown in.
const ROOM: egui::Vec2 = vec2(460.0, 380.0);

/// A circle within a picture, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crop {
    size: (f32, f32),
    center: (f32, f32),
    radius: f32,
}

impl Crop {
    /// The largest circle in the middle of a picture.
    pub fn whole(width: u32, height: u32) -> Self {
        let size = (width.max(1) as f32, height.max(1) as f32);
        Self { size, center: (size.0 / 2.0, size.1 / 2.0), radius: size.0.min(size.1) / 2.0 }
    }

    /// The least and the largest radius.
    fn reach(self) -> (f32, f32) {
        let most = self.size.0.min(self.size.1) / 2.0;
        (LEAST_RADIUS.min(most), most)
    }

    /// Moved by so many pixels, as far as the picture goes.
    #[must_use]
    pub fn moved(self, by_x: f32, by_y: f32) -> Self {
        let held = |at: f32, side: f32| at.clamp(self.radius, (side - self.radius).max(self.radius));
        let center = (held(self.center.0 + by_x, self.size.0), held(self.center.1 + by_y, self.size.1));
        Self { center, ..self }
    }

    /// With this radius around the same place, as far as the picture goes.
    #[must_use]
    pub fn with_radius(self, radius: f32) -> Self {
        let (least, most) = self.reach();
        Self { radius: radius.clamp(least, most), ..self }.moved(0.0, 0.0)
    }

    /// The square around the circle in whole pixels: left, top, side.
    pub fn square(self) -> (u32, u32, u32) {
        let side = (self.radius * 2.0).round().clamp(1.0, self.size.0.min(self.size.1));
        let corner = |at: f32, whole: f32| (at - side / 2.0).round().clamp(0.0, whole - side);
        (corner(self.center.0, self.size.0) as u32, corner(self.center.1, self.size.1) as u32, side as u32)
    }
}

/// A picture that is being cut.
#[derive(Debug, Clone, PartialEq)]
pub struct CropDialog {
    /// Whose portrait it becomes.
    pub persona: PersonaId,
    /// The picture.
    pub picture: Picture,
    /// What of it.
    pub crop: Crop,
}

impl CropDialog {
    /// Asks to take it.
    pub fn take(&self, ctx: &ViewCtx<'_>) {
        let Self { persona, picture, crop } = self;
        ctx.push(ask(StudioAction::TakeCrop(persona.clone(), picture.clone(), *crop)));
    }
}

/// Shows the picture with its circle.
pub fn crop_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, dialog: &mut CropDialog) {
    fit::width_ui(ui, ROOM.x);
    title_ui(ui, ctx, &ctx.text("crop-title"));
    paragraph_ui(ui, &ctx.text("crop-hint"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    picture_ui(ui, ctx, view, dialog);
    slider_ui(ui, ctx, dialog);
    arrow_keys(ui, dialog);
    buttons_ui(ui, |ui| {
        if button_ui(ui, ctx.theme, &ctx.text("crop-take"), Look::Primary).clicked() {
            dialog.take(ctx);
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
    });
}

fn picture_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, dialog: &mut CropDialog) {
    let size = vec2(ui.available_width(), fit::room_ui(ui, 150.0).clamp(90.0, ROOM.y));
    let (place, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let name = ctx.text("crop-picture");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &name));
    let crop = dialog.crop;
    let zoom = (place.width() / crop.size.0).min(place.height() / crop.size.1);
    let shown = Align2::CENTER_CENTER.align_size_within_rect(vec2(crop.size.0, crop.size.1) * zoom, place);
    let painter = ui.painter_at(place);
    painter.rect_filled(place, 8.0, rgba(ctx.theme.pill));
    if let Some((texture, _)) = view.pictures.texture(ui.ctx(), &dialog.picture) {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.image(texture, shown, whole, egui::Color32::WHITE);
    }
    let center = shown.min + vec2(crop.center.0, crop.center.1) * zoom;
    let radius = crop.radius * zoom;
    shade_around(&ui.painter_at(shown), (center, radius), shown.width() + shown.height());
    painter.circle_stroke(center, radius, Stroke::new(2.0, egui::Color32::WHITE));
    let mut crop = crop;
    if response.dragged() {
        let by = response.drag_delta() / zoom;
        crop = crop.moved(by.x, by.y);
    }
    if response.hovered() {
        let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        crop = crop.with_radius(crop.radius * pinch * GROWTH.powf(scroll / 50.0));
    }
    dialog.crop = crop;
    response.on_hover_cursor(egui::CursorIcon::Grab);
}

/// Makes everything outside a circle darker, as far as `reach`.
fn shade_around(painter: &egui::Painter, (center, radius): (egui::Pos2, f32), reach: f32) {
    const CORNERS: u32 = 128;
    let mut ring = egui::Mesh::default();
    for corner in 0..CORNERS {
        let angle = corner as f32 / CORNERS as f32 * std::f32::consts::TAU;
        let (inner, outer) = (2 * corner, 2 * corner + 1);
        for distance in [radius, radius + reach] {
            ring.colored_vertex(center + distance * egui::Vec2::angled(angle), egui::Color32::from_black_alpha(150));
        }
        let (next_inner, next_outer) = (2 * ((corner + 1) % CORNERS), 2 * ((corner + 1) % CORNERS) + 1);
        ring.add_triangle(inner, outer, next_outer);
        ring.add_triangle(inner, next_outer, next_inner);
    }
    painter.add(ring);
}

fn slider_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, dialog: &mut CropDialog) {
    let (least, most) = dialog.crop.reach();
    let span = f64::from((most - least).max(0.1));
    let name = ctx.text("crop-size");
    ui.horizontal(|ui| {
        ui.label(rich(&name, ink(Weight::Medium, fonts::SMALL, ctx.theme.mute)));
        let rail = Rail {
            id: egui::Id::unique("crop-size"),
            name: &name,
            color: ctx.theme.accent,
            value: Some(f64::from(dialog.crop.radius - least) / span),
            step: 0.01,
            look: RailLook::Filled,
        };
        let (response, moved) = bare_rail_ui(ui, ctx, &rail);
        if let Some(moved) = moved {
            dialog.crop = dialog.crop.with_radius(least + (moved * span) as f32);
        }
        if response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            dialog.take(ctx);
        }
    });
}

/// While nothing else has the keyboard, arrows move the circle, plus and minus resize it.
fn arrow_keys(ui: &Ui, dialog: &mut CropDialog) {
    if ui.memory(egui::Memory::focused).is_some() {
        return;
    }
    let pressed = |key: Key| ui.input(|input| input.num_presses(key)) as f32;
    let step = dialog.crop.size.0.min(dialog.crop.size.1) * STEP;
    let right = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
    let down = pressed(Key::ArrowDown) - pressed(Key::ArrowUp);
    let larger = pressed(Key::Plus) + pressed(Key::Equals) - pressed(Key::Minus);
    let crop = dialog.crop.with_radius(dialog.crop.radius * GROWTH.powf(larger));
    dialog.crop = crop.moved(right * step, down * step);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_circle_begins_as_large_as_it_can_be() {
        let check = |size: (u32, u32), expect: (u32, u32, u32)| {
            assert_eq!(Crop::whole(size.0, size.1).square(), expect, "{size:?}");
        };
        check((400, 300), (50, 0, 300));
        check((300, 400), (0, 50, 300));
        check((5, 5), (0, 0, 5));
        check((1, 9), (0, 4, 1));
    }

    #[test]
    fn a_circle_is_moved_and_resized_around_its_middle() {
        let crop = Crop::whole(400, 300).with_radius(50.0);
        assert_eq!(crop.square(), (150, 100, 100));
        assert_eq!(crop.moved(20.0, -30.0).square(), (170, 70, 100));
        assert_eq!(crop.moved(1000.0, 0.0).square(), (300, 100, 100));
        // What grows at an edge moves away from it.
        assert_eq!(crop.moved(-1000.0, -1000.0).with_radius(100.0).square(), (0, 0, 200));
        assert_eq!(crop.with_radius(1.0).square(), (184, 134, 32));
        assert_eq!(crop.with_radius(1e9).square(), (50, 0, 300));
    }

    proptest! {
        #[test]
        fn a_circle_stays_in_its_picture(
            width in 1..3000_u32,
            height in 1..3000_u32,
            moves in prop::collection::vec((-4000.0..4000.0_f32, -4000.0..4000.0_f32, 0.0..4000.0_f32), 0..8),
        ) {
            let mut crop = Crop::whole(width, height);
            for (x, y, radius) in moves {
                crop = crop.moved(x, y).with_radius(radius);
                let (left, top, side) = crop.square();
                prop_assert!(side >= 1 && left + side <= width && top + side <= height, "{crop:?}");
            }
        }
    }
}
