//! The canvas: the map under the user's hands. Draws the scene, follows the pointer, pushes actions.
//!
//! Reading order: [`camera`] (where things stand), [`index`] (what is seen), [`paint`], [`hits`] (what can be pointed
//! at), [`touch`] (what a click does), [`gesture`], [`overlay`], [`rename`] (writing in place).

pub mod aim;
pub mod arrange;
pub mod band;
pub mod bend;
pub mod burden;
pub mod camera;
pub mod carriage;
pub mod clip;
pub mod drift;
pub mod drop;
pub mod edge;
pub mod fill;
mod first;
pub mod flight;
pub mod gesture;
pub mod ghost;
pub mod hits;
pub mod index;
pub mod keys;
pub mod lettering;
pub mod letters;
pub mod menus;
pub mod outline;
pub mod overlay;
pub mod paint;
pub mod parting;
pub mod relead;
pub mod rename;
pub mod sink;
pub mod spots;
pub mod staging;
pub mod sticky;
pub mod strip;
pub mod text;
pub mod touch;
pub mod tracks;
pub mod walk;

use egui::{EventFilter, Id, Popup, Rect, Response, Role, Sense, Ui, WidgetInfo};

use self::camera::{Lens, ZOOM_RANGE};
use self::flight::Flight;
use self::gesture::Gesture;
use self::hits::Hits;
use self::paint::{Drawing, paint_scene};
use self::staging::Staging;
use self::text::TextSize;
use super::action::{Action, Motion};
use super::context::ViewCtx;
use super::find;
use super::panes;
use super::view::{CameraWish, View};
use crate::model::Subject;
use crate::scene::{self, Plane};

/// What has the keyboard while the map has it: one stop for Tab from outside, whatever is selected inside.
pub fn id() -> Id {
    Id::unique("map-canvas")
}

/// Shows the map on all that is left of the window.
pub fn canvas_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let canvas = ui.available_rect_before_wrap();
    let response = ui.interact(canvas, id(), Sense::click_and_drag());
    let name = ctx.text("canvas");
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &name));
    steer(ui, ctx, view, (&response, canvas));
    view.strip.settle(ctx, (view.camera, canvas.size()));
    let lens = Lens::new(canvas, view.camera, ctx.scene).with_strip(view.strip.scroll());
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
    let dimmed = view.find.filters.dimmed(ctx);
    let pictures = &mut view.pictures;
    let (scene, index, letters, staging) = (ctx.scene, ctx.index, &mut view.letters, &staging);
    paint_scene(ui, &mut Drawing { scene, index, pictures, letters, text_size, dimmed, staging }, &lens);
    find::marks::marks_ui(ui, ctx, &mut view.find, &lens);

    if !view.panes.by_keys {
        view.cursor = None;
    }
    let widgets = hits.widgets(ui, ctx, keys::here(ctx, view));
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
    }
    response.context_menu(|ui| {
        let opened_at = Popup::position_of_id(ui.ctx(), Popup::default_response_id(&response));
        menus::ground_menu(ui, ctx, lens.scene_pos(Plane::Body, opened_at.unwrap_or(canvas.center())));
    });
    menus::key_menu_ui(ui, ctx, view, &lens);
    let carried = view.gesture.carried().to_vec();
    gesture::follow(ui, ctx, view, (&response, &lens, &hits));
    overlay::overlay_ui(ui, ctx, view, (&lens, &hits));
    let pointer = ui.input(|input| input.pointer.hover_pos());
    match (&view.gesture, pointer) {
        (Gesture::Move(carried), Some(pointer)) => {
            ghost::ghost_ui(ui, ctx, (carried, &mut view.pictures), (pointer, &lens));
        }
        (Gesture::Burden(burden), Some(pointer)) => {
            burden.ghost_ui(ui, ctx, &mut view.pictures, (pointer, &lens));
        }
        // Let go in this frame, after the map was painted without them.
        _ => ghost::cards_ui(
            ui,
            ctx,
            (&carried, &mut view.pictures),
            (&lens, &|card| view.drift.offset(card) * lens.camera.zoom),
        ),
    }
    view.strip.buttons_ui(ui, ctx, &lens);
    first::first_ui(ui, ctx, view, &lens);
    rename::rename_ui(ui, ctx, view, &lens);
    if view.capture.awaits_digit() {
        let hint = if view.capture.names { "names-hint" } else { "expects-hint" };
        aim::hint_ui(ui, ctx, (&lens, &view.find.covered), &ctx.text(hint));
    }
    keys::hold_keyboard(ui, view);
    if view.panes.by_keys && response.has_focus() && ctx.selection.is_empty() {
        panes::ring_ui(ui, ctx.theme, canvas);
    }
}

/// Moves and zooms the camera as wheel, fingers, keys and commands ask.
fn steer(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (response, canvas): (&Response, Rect)) {
    let size = canvas.size();
    if view.camera_of.as_ref() != ctx.journey_id() && ctx.scene.size.width > 0.0 {
        view.camera_of = ctx.journey_id().cloned();
        view.camera.begin(ctx.scene.size, size);
        view.flight = None;
    }
    // What is found has to stand clear of the bar: it waits for that.
    let too_early = |wish: &CameraWish| matches!(wish, CameraWish::Find(_)) && view.find.search.is_on_its_way();
    if view.wish.as_ref().is_some_and(too_early) {
        ui.request_repaint();
    } else if let Some(wish) = view.wish.take() {
        fly(ui, ctx, view, (&wish, canvas));
    }
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pos| canvas.contains(*pos));
    if let Some(pointer) = pointer.filter(|_| response.contains_pointer() || ui.rect_contains_pointer(canvas)) {
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if zoom != 1.0 || scroll != egui::Vec2::ZERO {
            view.flight = None;
        }
        if zoom != 1.0 {
            view.camera.zoom_at(zoom, pointer - canvas.min);
        } else if scroll != egui::Vec2::ZERO {
            let lens = Lens::new(canvas, view.camera, ctx.scene);
            let taken = view.strip.wheel(pointer, scroll.x, &lens);
            view.camera.pan += if taken { egui::vec2(0.0, scroll.y) } else { scroll };
        }
    }
    if let Some(flight) = view.flight {
        let now = ui.input(|input| input.time);
        if let Some(camera) = flight.at(now, size) {
            view.camera = camera;
            ui.request_repaint();
        } else {
            view.camera = flight.end();
            view.flight = None;
        }
    }
    // Arrow keys and Tab are the map's own while it has the keyboard, and so is Esc while it gives something up.
    let aiming = matches!(view.gesture, Gesture::Aim(_));
    let escape = aiming || view.capture.awaits_digit() || !ctx.selection.is_empty();
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: true, escape };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    if !aiming && keys::has_keyboard(ui, view) {
        let by = keys::walk(ui, ctx, view);
        view.camera.pan += by;
    }
    view.camera.hold(ctx.scene.size, size);
}

/// Grants a wish: at once where the hand is on the map or nothing is to move, else by gliding there.
fn fly(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (wish, canvas): (&CameraWish, Rect)) {
    let size = canvas.size();
    if let Some(flight) = view.flight.take() {
        view.camera = flight.end();
    }
    let before = view.camera;
    grant(ctx, view, wish, canvas);
    view.camera.hold(ctx.scene.size, size);
    let glides = match wish {
        CameraWish::Zoom(_) | CameraWish::By(_) | CameraWish::Reveal(_) | CameraWish::RevealText(..) => false,
        CameraWish::Fit
        | CameraWish::Find(_)
        | CameraWish::Stage
        | CameraWish::Selection
        | CameraWish::Center(_)
        | CameraWish::At(_) => ctx.motion == Motion::Full,
    };
    if glides && view.camera != before {
        let now = ui.input(|input| input.time);
        view.flight = Some(Flight::new(before, view.camera, now));
        view.camera = before;
    }
}

fn grant(ctx: &ViewCtx<'_>, view: &mut View, wish: &CameraWish, canvas: Rect) {
    let size = canvas.size();
    match wish {
        CameraWish::Fit => view.camera.fit(ctx.scene.size, size),
        CameraWish::Zoom(zoom) => {
            view.camera.zoom_at(zoom / view.camera.zoom, pivot(ctx, view, canvas));
            // Not almost: at its own size the map stands on whole pixels.
            view.camera.zoom = zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        }
        CameraWish::By(factor) => view.camera.zoom_at(*factor, pivot(ctx, view, canvas)),
        CameraWish::Reveal(subject) => show(ctx, view, thing(ctx, subject), canvas),
        CameraWish::Find(spot) => {
            let words = spots::shown_at(ctx.scene, spot, None).map(|shown| (shown.plane, shown.area()));
            show(ctx, view, words.or_else(|| thing(ctx, &spot.subject)), canvas);
        }
        CameraWish::RevealText(spot, fragment) => {
            let Some(shown) = spots::shown_at(ctx.scene, spot, *fragment) else { return };
            // Letters of a size in which they can be written. Those that nearly have it stay as they are.
            if view.camera.zoom * shown.words.style.size < rename::SMALL_LETTERS {
                let least = rename::LEAST_LETTERS / shown.words.style.size;
                let zoom = least.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
                view.camera.zoom_at(zoom / view.camera.zoom, pivot(ctx, view, canvas));
            }
            let lens = Lens::new(canvas, view.camera, ctx.scene);
            let area = sticky::area_of(&shown, &lens);
            // What is written of a card is written with the card in sight, as far as that is wide.
            let is_of_a_card = matches!(spot.subject, Subject::Touchpoint(..)) && shown.plane == Plane::Body;
            let card = thing(ctx, &spot.subject).filter(|(plane, _)| is_of_a_card && *plane == Plane::Body);
            let wide = card.map(|(_, card)| area.union(scene::rect(card.x, area.y, card.width, area.height)));
            let wide = wide.filter(|wide| wide.width < lens.seen(Plane::Body).width - 48.0);
            let place = (shown.plane, wide.unwrap_or(area));
            reveal(ctx, view, place, size);
            uncover(ctx, view, place, canvas);
        }
        CameraWish::Stage => {
            let selected = ctx.focused_stage();
            let stage = selected.or_else(|| flight::stage_in_sight(ctx.scene, view.camera, size));
            if let Some(area) = stage.and_then(|stage| flight::stage_area(ctx.scene, stage)) {
                view.camera = flight::onto_stage(ctx.scene, area, size);
            }
        }
        CameraWish::Selection => {
            if let Some(area) = flight::area_of(ctx.scene, ctx.selection) {
                view.camera = flight::onto(ctx.scene, area, size);
            }
        }
        CameraWish::Center(place) => {
            // In the middle of what is not frozen.
            let free = Lens::new(canvas, view.camera, ctx.scene).clip(Plane::Body);
            view.camera.pan = (free.center() - canvas.min) - egui::vec2(place.x, place.y) * view.camera.zoom;
        }
        CameraWish::At(camera) => view.camera = *camera,
    }
}

/// What stays where it is while the zoom changes, from the canvas' corner: what is selected, where it is in sight, else
/// the middle.
fn pivot(ctx: &ViewCtx<'_>, view: &View, canvas: Rect) -> egui::Vec2 {
    let lens = Lens::new(canvas, view.camera, ctx.scene);
    let seen = |(plane, area)| lens.screen_rect(plane, area).intersect(lens.clip(plane));
    let place = ctx.focus().and_then(|subject| thing(ctx, subject)).filter(|(plane, _)| *plane != Plane::Title);
    let seen = place.map(seen).filter(Rect::is_positive);
    seen.map_or(canvas.size() / 2.0, |seen| seen.center() - canvas.min)
}

/// Where the map shows a thing.
fn thing(ctx: &ViewCtx<'_>, subject: &Subject) -> Option<(Plane, scene::Rect)> {
    let fragment = rename::fragment_of(ctx.scene, subject)?;
    Some((fragment.plane, fragment.hit.as_ref()?.area))
}

/// Brings a part of the map into sight, and out from under what covers the canvas.
fn show(ctx: &ViewCtx<'_>, view: &mut View, place: Option<(Plane, scene::Rect)>, canvas: Rect) {
    let Some(place) = place else { return };
    reveal(ctx, view, place, canvas.size());
    if view.rename.is_none() {
        uncover(ctx, view, place, canvas);
    }
}

/// Brings a part of the map that is in sight out from under what covers the canvas.
fn uncover(ctx: &ViewCtx<'_>, view: &mut View, (plane, area): (Plane, scene::Rect), canvas: Rect) {
    if view.find.covered.is_empty() {
        return;
    }
    let lens = Lens::new(canvas, view.camera, ctx.scene);
    let (place, seen) = (lens.screen_rect(plane, area), lens.clip(plane));
    view.camera.pan += match plane {
        Plane::Body => flight::clear_of(&view.find.covered, place, seen),
        // Headers stand at the top: they can only go aside.
        Plane::Header => {
            let row = Rect::from_x_y_ranges(seen.x_range(), place.y_range());
            egui::vec2(flight::clear_of(&view.find.covered, place, row).x, 0.0)
        }
        Plane::LaneColumn | Plane::Title => egui::Vec2::ZERO,
    };
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
    if plane == Plane::Title {
        view.strip.reveal(area);
        view.camera.pan.y += (air - top).max(0.0).min((-view.camera.pan.y).max(0.0));
    }
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
