//! The canvas: the map under the user's hands. Draws the scene, follows the pointer, pushes actions.
//!
//! Reading order: [`camera`] (where things stand), [`index`] (what is seen), [`paint`], [`hits`] (what can be pointed
//! at), [`touch`] (what a click does), [`gesture`], [`overlay`], [`rename`] (writing in place).

pub mod aim;
pub mod arrange;
pub mod band;
pub mod camera;
pub mod clip;
pub mod drift;
pub mod drop;
pub mod edge;
pub mod fill;
pub mod gesture;
pub mod ghost;
pub mod hits;
pub mod index;
pub mod keys;
pub mod lettering;
pub mod outline;
pub mod overlay;
pub mod paint;
pub mod parting;
pub mod relead;
pub mod rename;
pub mod sink;
pub mod spots;
pub mod staging;
pub mod text;
pub mod touch;
pub mod tracks;

use egui::{Color32, EventFilter, Rect, Response, Role, Sense, Ui, WidgetInfo};

use self::camera::{Lens, ZOOM_RANGE};
use self::gesture::Gesture;
use self::hits::Hits;
use self::paint::{Drawing, paint_scene};
use self::staging::Staging;
use self::text::TextSize;
use super::action::{Action, Motion};
use super::context::ViewCtx;
use super::view::{CameraWish, View};
use crate::scene::{self, Color, Plane};

/// A scene's colour on the screen.
fn style_of(color: Color) -> Color32 {
    super::style::rgba(color)
}

/// Shows the map on all that is left of the window.
pub fn canvas_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let canvas = ui.available_rect_before_wrap();
    let response = ui.interact(canvas, ui.scope_id().with("canvas"), Sense::click_and_drag());
    let name = ctx.text("canvas");
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &name));
    steer(ui, ctx, view, (&response, canvas));
    let lens = Lens::new(canvas, view.camera, ctx.scene);
    view.lens = Some(lens);
    let zooming = (view.last_zoom - view.camera.zoom).abs() > f32::EPSILON && view.last_zoom > 0.0;
    view.last_zoom = view.camera.zoom;
    if zooming {
        // The frame after the last step of a zoom draws the letters as they should be.
        ui.request_repaint();
    }
    let text_size = if zooming { TextSize::Steps } else { TextSize::Exact };
    let hits = Hits::of(ctx.scene, ctx.index, &lens);
    let now = ui.input(|input| input.time);
    // What follows the pointer does so at once.
    let follows = matches!(view.gesture, Gesture::Stretch(_) | Gesture::Emotion(_));
    let motion = if follows { Motion::Reduced } else { ctx.motion };
    if view.drift.settle(ctx, &hits, (now, motion)) {
        ui.request_repaint();
    }
    let hidden = view.rename.as_mut().and_then(|rename| rename.hides(ctx.scene));
    let staging = Staging::of(&view.drift, &view.gesture, (&hits, ctx.journey), hidden);
    let mut drawing =
        Drawing { scene: ctx.scene, index: ctx.index, pictures: &mut view.pictures, text_size, staging: &staging };
    paint_scene(ui, &mut drawing, &lens);

    let widgets = hits.widgets(ui, ctx);
    if matches!(view.gesture, Gesture::Aim(_)) {
        aim::follow(ui, ctx, view, (&response, &widgets));
        overlay::overlay_ui(ui, ctx, view, (&lens, &hits));
        return;
    }
    for (widget, seen) in widgets {
        touch::touched(ui, ctx, (&widget, seen), &lens);
    }
    // A click by the keyboard says nothing of what is meant.
    if response.clicked() && response.interact_pointer_pos().is_some() {
        ctx.push(Action::Select(Vec::new()));
        ui.memory_mut(|memory| memory.request_focus(response.id));
    }
    let carried = match &view.gesture {
        Gesture::Move(carried) => carried.cards.clone(),
        _ => Vec::new(),
    };
    gesture::follow(ui, ctx, view, (&response, &lens, &hits));
    overlay::overlay_ui(ui, ctx, view, (&lens, &hits));
    let pointer = ui.input(|input| input.pointer.hover_pos());
    match (&view.gesture, pointer) {
        (Gesture::Move(carried), Some(pointer)) => {
            ghost::ghost_ui(ui, ctx, (carried, &mut view.pictures), (pointer, &lens));
        }
        // Let go in this frame, after the map was painted without them.
        _ => ghost::cards_ui(
            ui,
            ctx,
            (&carried, &mut view.pictures),
            (&lens, &|card| view.drift.offset(card) * lens.camera.zoom),
        ),
    }
    rename::rename_ui(ui, ctx, view, &lens);
}

/// Moves and zooms the camera as wheel, fingers, keys and commands ask.
fn steer(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (response, canvas): (&Response, Rect)) {
    let size = canvas.size();
    if view.camera_of.as_ref() != ctx.journey_id() && ctx.scene.size.width > 0.0 {
        view.camera_of = ctx.journey_id().cloned();
        view.camera.begin(ctx.scene.size, size);
    }
    if let Some(wish) = view.wish.take() {
        grant(ctx, view, &wish, size);
    }
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pos| canvas.contains(*pos));
    if let Some(pointer) = pointer.filter(|_| response.contains_pointer() || ui.rect_contains_pointer(canvas)) {
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if zoom != 1.0 {
            view.camera.zoom_at(zoom, pointer - canvas.min);
        } else if scroll != egui::Vec2::ZERO {
            view.camera.pan += scroll;
        }
    }
    let aiming = matches!(view.gesture, Gesture::Aim(_));
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: aiming, escape: aiming };
    // Arrow keys are the map's own while it has the keyboard.
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let free = view.dialog.is_none() && view.rename.is_none() && !egui::Popup::is_any_open(ui.ctx());
    if free && !aiming && ui.memory(egui::Memory::focused).is_none_or(|id| id == response.id) {
        view.camera.pan += keys::arrow_keys(ui, ctx);
    }
    view.camera.hold(ctx.scene.size, size);
}

fn grant(ctx: &ViewCtx<'_>, view: &mut View, wish: &CameraWish, size: egui::Vec2) {
    match wish {
        CameraWish::Fit => view.camera.fit(ctx.scene.size, size),
        CameraWish::Zoom(zoom) => {
            view.camera.zoom_at(zoom / view.camera.zoom, size / 2.0);
            // Not almost: at its own size the map stands on whole pixels.
            view.camera.zoom = zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        }
        CameraWish::By(factor) => view.camera.zoom_at(*factor, size / 2.0),
        CameraWish::Reveal(subject) => {
            if let Some(fragment) = rename::fragment_of(ctx.scene, subject)
                && let Some(hit) = &fragment.hit
            {
                reveal(ctx, view, (fragment.plane, hit.area), size);
            }
        }
        CameraWish::RevealText(spot) => {
            let Some(shown) = spots::shown_at(ctx.scene, spot, None) else { return };
            // Letters of a size in which they can be written.
            let least = rename::LEAST_LETTERS / shown.words.style.size;
            if view.camera.zoom < least {
                let zoom = least.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
                view.camera.zoom_at(zoom / view.camera.zoom, size / 2.0);
            }
            reveal(ctx, view, (shown.plane, shown.hit.area), size);
        }
    }
}

/// Brings a part of the map into sight.
fn reveal(ctx: &ViewCtx<'_>, view: &mut View, (plane, area): (Plane, scene::Rect), size: egui::Vec2) {
    let zoom = view.camera.zoom;
    // What is frozen is in sight along the edge at which it is.
    let across = matches!(plane, Plane::Body | Plane::Header);
    let down = matches!(plane, Plane::Body | Plane::LaneColumn);
    let column = ctx.scene.lane_column_width * zoom;
    let header = ctx.scene.header_band.height * zoom;
    let (left, top) = (area.x * zoom + view.camera.pan.x, area.y * zoom + view.camera.pan.y);
    let (right, bottom) = (left + area.width * zoom, top + area.height * zoom);
    let air = 24.0;
    // No further than the map's own edge: its corner stays in the canvas' corner.
    if across && left < column {
        view.camera.pan.x = (view.camera.pan.x + column + air - left).min(view.camera.pan.x.max(0.0));
    } else if across && right > size.x {
        view.camera.pan.x -= (right - (size.x - air)).min(left - column);
    }
    if down && top < header {
        view.camera.pan.y = (view.camera.pan.y + header + air - top).min(view.camera.pan.y.max(0.0));
    } else if down && bottom > size.y {
        view.camera.pan.y -= (bottom - (size.y - air)).min(top - header);
    }
}

/// Whether something is being dragged: then nothing else should react to the keyboard.
pub fn is_busy(view: &View) -> bool {
    !matches!(view.gesture, Gesture::None)
}
