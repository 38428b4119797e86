//! What the room sees: the stop's picture, the pointer's dot or ink over it, a curtain, an overlay.

use egui::{Color32, CursorIcon, PointerButton, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo};

use super::picture::{Fit, picture_ui};
use super::{ShowAction, ShowCtx, curtain_key, goto, help, keys, tools};
use crate::present::show::{Curtain, Overlay, Pointer, ShowCommand};
use crate::present::stop::ink::PEN_WIDTH;
use crate::scene::Point;
use crate::ui::style::rgba;
use crate::ui::view::View;

/// The pointer hides when it has not moved for so long, in seconds.
const POINTER_RESTS: f32 = 2.5;
/// The radius of the laser's dot, in the picture's points.
const LASER_RADIUS: f32 = 11.0;

/// What the pointer's context menu offers.
const MENU: [ShowCommand; 9] = [
    ShowCommand::Next,
    ShowCommand::Previous,
    ShowCommand::GoTo,
    ShowCommand::Black,
    ShowCommand::Laser,
    ShowCommand::Pen,
    ShowCommand::Edit,
    ShowCommand::Presenter,
    ShowCommand::Leave,
];

/// Shows it on all that is left of the window.
pub(super) fn room_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View) {
    let area = ui.max_rect();
    let response = ui.interact(area, ui.scope_id().with("room"), Sense::click_and_drag());
    let name = said(ctx);
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &name));
    if let Some(curtain) = ctx.show.curtain {
        let color = if curtain == Curtain::Black { Color32::BLACK } else { Color32::WHITE };
        ui.painter().rect_filled(area, 0.0, color);
        ui.set_cursor_icon(CursorIcon::None);
        if response.clicked() {
            ctx.run(ShowCommand::Next);
        }
        return;
    }
    if let Some(tool) = tools::open_tool(ctx) {
        tools::room_ui(ui, ctx, view, (tool, area));
        return;
    }
    let fit = picture_ui(ui, &mut view.pictures, (ctx.room, ctx.moving), area);
    ink_ui(ui, ctx, fit);
    match ctx.show.overlay.as_ref().filter(|_| !ctx.show.presenter) {
        Some(Overlay::Help) => help::help_ui(ui, ctx, area),
        Some(Overlay::GoTo(list)) => goto::goto_ui(ui, ctx, view, (list, area)),
        Some(Overlay::Tool(_)) | None => pointer_ui(ui, ctx, (&response, fit)),
    }
    if ctx.show.overlay.is_some() && !ctx.show.presenter && response.clicked() {
        ctx.run(if ctx.show.overlay == Some(Overlay::Help) { ShowCommand::Help } else { ShowCommand::GoTo });
    }
    badge_ui(ui, ctx, fit);
}

/// What is said of the picture to those who do not see it.
fn said(ctx: &ShowCtx<'_>) -> String {
    if let Some(curtain) = ctx.show.curtain {
        return ctx.text(curtain_key(curtain));
    }
    if ctx.slides.is_empty() {
        return ctx.text("show-empty");
    }
    let name = ctx.name(ctx.show.at);
    let place = [("number", (ctx.show.at + 1).into()), ("count", ctx.slides.len().into()), ("name", name.into())];
    ctx.view.texts.with("show-picture-of", &place)
}

/// What the pen has drawn.
fn ink_ui(ui: &Ui, ctx: &ShowCtx<'_>, fit: Fit) {
    let painter = ui.painter_at(fit.rect);
    let stroke = Stroke::new(PEN_WIDTH * fit.zoom, rgba(ctx.theme().negative));
    for points in &ctx.show.strokes {
        let points: Vec<Pos2> = points.iter().map(|place| fit.to_screen(*place)).collect();
        if let [only] = points.as_slice() {
            painter.circle_filled(*only, stroke.width * 0.75, stroke.color);
        }
        for end in points.first().into_iter().chain(points.last()) {
            painter.circle_filled(*end, stroke.width / 2.0, stroke.color);
        }
        painter.line(points, stroke);
    }
}

/// What the pointer does: goes on, points or draws.
fn pointer_ui(ui: &Ui, ctx: &ShowCtx<'_>, (response, fit): (&Response, Fit)) {
    response.context_menu(|ui| {
        for command in MENU {
            let button = egui::Button::new(ctx.text(command.name_key())).frame_when_inactive(false);
            if ui.add(button.shortcut_text(keys::first_label(ctx, command))).clicked() {
                ctx.run(command);
                ui.close();
            }
        }
    });
    match ctx.show.pointer {
        Pointer::Plain => {
            if response.clicked() && response.interact_pointer_pos().is_some() {
                ctx.run(ShowCommand::Next);
            }
            rest(ui, response);
        }
        Pointer::Laser => {
            ui.set_cursor_icon(CursorIcon::None);
            if let Some(pos) = response.hover_pos() {
                laser(ui, pos, fit.zoom);
            }
        }
        Pointer::Pen => {
            ui.set_cursor_icon(CursorIcon::Crosshair);
            draw(ui, ctx, (response, fit));
        }
    }
}

fn laser(ui: &Ui, pos: Pos2, zoom: f32) {
    let red = Color32::from_rgb(230, 20, 20);
    let radius = (LASER_RADIUS * zoom).max(5.0);
    ui.painter().circle_filled(pos, radius * 2.2, red.gamma_multiply(0.18));
    ui.painter().circle_filled(pos, radius * 1.5, red.gamma_multiply(0.3));
    ui.painter().circle(pos, radius, red, Stroke::new(radius * 0.2, Color32::WHITE));
}

/// The pointer goes out of the picture's way when it rests.
fn rest(ui: &Ui, response: &Response) {
    if !response.hovered() {
        return;
    }
    let still = ui.input(|input| input.pointer.time_since_last_movement());
    if still >= POINTER_RESTS {
        ui.set_cursor_icon(CursorIcon::None);
    } else {
        ui.ctx().request_repaint_after_secs(POINTER_RESTS - still);
    }
}

/// Takes the pen along with the pointer, through every place that it was at since the last frame.
fn draw(ui: &Ui, ctx: &ShowCtx<'_>, (response, fit): (&Response, Fit)) {
    let primary = PointerButton::Primary;
    let place = |pos: Pos2| -> Point { fit.to_picture(pos) };
    let began = response.is_pointer_button_down_on() && ui.input(|input| input.pointer.primary_pressed());
    if began && let Some(pos) = ui.input(|input| input.pointer.press_origin()) {
        ctx.push(ShowAction::BeginStroke(place(pos)));
    }
    if !response.dragged_by(primary) && !began {
        return;
    }
    let moved = ui.input(|input| {
        let moved = input.events.iter().filter_map(|event| match event {
            egui::Event::PointerMoved(pos) => Some(*pos),
            _ => None,
        });
        moved.collect::<Vec<Pos2>>()
    });
    // The way to the place of the press was not drawn.
    for pos in moved.into_iter().filter(|_| !began) {
        ctx.push(ShowAction::DrawTo(place(pos)));
    }
}

/// A small mark in the corner while the picture stands still on purpose and nothing else says so.
fn badge_ui(ui: &Ui, ctx: &ShowCtx<'_>, fit: Fit) {
    if ctx.show.presenter || !ctx.show.frozen || !ctx.show.strip_hidden {
        return;
    }
    let unit = fit.zoom;
    let words = ctx.text("show-mode-frozen");
    let ink = super::ink(super::Weight::SemiBold, 22.0 * unit, ctx.theme().mute);
    let galley = crate::ui::widgets::line(ui.painter(), &words, ink, fit.rect.width());
    let pos = fit.rect.right_top() + egui::vec2(-galley.size().x - 24.0 * unit, 12.0 * unit);
    ui.painter().galley(pos, galley, Color32::PLACEHOLDER);
}
