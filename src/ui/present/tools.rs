//! The workshop's tools in a show: large for the room, and beside it or in the presenter's window to be worked with.

use egui::{Frame, Margin, Rect, Ui, UiBuilder};

use super::{ShowCtx, ink};
use crate::present::show::{Overlay, ShowCommand};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::rich;
use crate::ui::workshop::{Room, Scale, Tool, tool_ui};

/// The width of the part that is worked with, in points.
const DOCK_WIDTH: f32 = 392.0;
/// The air around what the room sees, in 1080ths of the height.
const MARGIN: f32 = 84.0;

/// The tool that a command opens.
pub fn tool_of(command: ShowCommand) -> Option<Tool> {
    match command {
        ShowCommand::Agenda => Some(Tool::Agenda),
        ShowCommand::Participants => Some(Tool::Participants),
        ShowCommand::Capture => Some(Tool::Capture),
        ShowCommand::Voting => Some(Tool::Voting),
        ShowCommand::Poll => Some(Tool::Poll),
        ShowCommand::Decisions => Some(Tool::Decisions),
        ShowCommand::Parking => Some(Tool::Parking),
        ShowCommand::Glossary => Some(Tool::Glossary),
        ShowCommand::Minutes => Some(Tool::Minutes),
        _ => None,
    }
}

/// The tool that is open.
pub(super) fn open_tool(ctx: &ShowCtx<'_>) -> Option<Tool> {
    match ctx.show.overlay {
        Some(Overlay::Tool(command)) => tool_of(command),
        _ => None,
    }
}

/// What the room sees of it; with one screen the part that is worked with stands beside.
pub(super) fn room_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, (tool, area): (Tool, Rect)) {
    let theme = ctx.theme();
    let room = if ctx.show.presenter { area } else { area.with_max_x(area.right() - DOCK_WIDTH) };
    ui.painter().rect_filled(area, 0.0, rgba(theme.background));
    // A click here is none on the picture behind; the keyboard has nothing to do here.
    ui.interact(area, ui.scope_id().with("tool-ground"), egui::Sense::CLICK);
    let unit = (area.height() / 1080.0).min(room.width() / 1440.0);
    wall_ui(ui, ctx, view, (tool, room.shrink(MARGIN * unit), unit));
    if !ctx.show.presenter {
        dock_ui(ui, ctx, view, (tool, area.with_min_x(room.right())));
    }
}

/// The tool as it hangs on the wall, with the size of a 1080th of the wall's height.
fn wall_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, (tool, area, unit): (Tool, Rect, f32)) {
    let for_room = ViewCtx { theme: ctx.theme(), ..*ctx.view };
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(area.expand(MARGIN * unit)));
        tool_ui(ui, &for_room, &mut view.workshop, tool, Scale::Room(Room { unit, masked: false }));
    });
}

/// What the room sees of it, small, for the presenter.
pub(super) fn small_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, (tool, area): (Tool, Rect)) {
    ui.painter().rect_filled(area, 0.0, rgba(ctx.theme().background));
    let unit = (area.height() / 1080.0).min(area.width() / 1440.0);
    wall_ui(ui, ctx, view, (tool, area.shrink(MARGIN * unit), unit));
}

/// The part that is worked with.
pub(super) fn dock_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &mut View, (tool, area): (Tool, Rect)) {
    let theme = ctx.view.theme;
    ui.painter().rect_filled(area, 0.0, rgba(theme.panel));
    ui.painter().vline(area.left() + 0.5, area.y_range(), egui::Stroke::new(1.0, rgba(theme.line)));
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        egui::ScrollArea::vertical().id_salt(("show-tool", tool)).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 20, right: 20, top: 18, bottom: 24 }).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                ui.label(rich(&ctx.text(tool.name_key()), ink(Weight::Bold, 16.0, theme.ink)));
                tool_ui(ui, ctx.view, &mut view.workshop, tool, Scale::Dock);
            });
        });
    });
}
