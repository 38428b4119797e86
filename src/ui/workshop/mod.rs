//! The workshop's tools: a dock in place of the inspector, and the same tools as the room sees them.
//!
//! Reading order: `state` (what the window remembers), [`tool_ui`] (one tool at one scale), [`dock_ui`] (all of them
//! beside the map), then a file for each tool and `room` for what is projected.

mod agenda;
mod capture;
mod decisions;
mod fields;
mod lists;
mod minutes;
mod participants;
mod poll;
mod ranking;
mod room;
mod state;
mod voting;

use egui::{Id, Ui};

pub use state::{Captured, DecisionDraft, Tool, VoteDraft, WorkshopAction, WorkshopView};

use super::action::Action;
use super::command::{CommandId, RoomKey};
use super::context::ViewCtx;
use super::icon::IconName;
use super::inspector::form::chip_ui;
use super::scrolled::{follow_focus, leave_focus};
use super::widgets::{divider_ui, ink, rich, small_icon_button_ui};
use crate::scene::text::Weight;

/// How large a tool is shown, and for whom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    /// Beside the map, to be worked with.
    Dock,
    /// For the last row of the room, to be looked at.
    Room(Room),
}

/// How the room sees a tool.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// A 1080th of the picture's height, in points of the window.
    pub unit: f32,
    /// Whether counts stay hidden even where the result of a vote is shown already.
    pub masked: bool,
}

/// Shows one tool.
pub fn tool_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView, tool: Tool, scale: Scale) {
    if let Scale::Room(room) = scale {
        room::room_ui(ui, ctx, view, (tool, room));
        return;
    }
    let wanted = view.wants_focus;
    match tool {
        Tool::Agenda => agenda::agenda_ui(ui, ctx, view),
        Tool::Participants => participants::participants_ui(ui, ctx, view),
        Tool::Capture => capture::capture_ui(ui, ctx, view),
        Tool::Voting => voting::voting_ui(ui, ctx, view),
        Tool::Poll => poll::poll_ui(ui, ctx, view),
        Tool::Decisions => decisions::decisions_ui(ui, ctx, view),
        Tool::Parking => lists::parking_ui(ui, ctx, view),
        Tool::Glossary => lists::glossary_ui(ui, ctx, view),
        Tool::Minutes => minutes::minutes_ui(ui, ctx, view),
    }
    // What a tool asks for while it is shown is for the next frame.
    view.wants_focus &= !wanted;
}

/// Shows the dock: the tools' names, and the chosen one.
pub fn dock_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let by = RoomKey::WorkshopTool.steps(ui);
    if by != 0 {
        view.show_tool(view.tool.neighbour(by));
    }
    let margin = egui::Margin { left: 20, right: 20, top: 14, bottom: 0 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(rich(&ctx.text("workshop-title"), ink(Weight::Bold, 16.0, ctx.theme.ink)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if small_icon_button_ui(ui, ctx.theme, IconName::Close, &ctx.text("workshop-close")).clicked() {
                    ctx.push(Action::Run(CommandId::Workshop));
                }
            });
        });
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            for tool in Tool::ALL {
                let chip = chip_ui(ui, ctx, &ctx.text(tool.name_key()), tool == view.tool);
                if chip.on_hover_text(ctx.text("workshop-tools-hint")).clicked() {
                    view.show_tool(tool);
                }
            }
        });
        divider_ui(ui, ctx.theme);
    });
    let opens = opens(ui, view.tool);
    let mut area = egui::ScrollArea::vertical().id_salt(("workshop", view.tool)).auto_shrink(false);
    if opens {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        let margin = egui::Margin { left: 20, right: 20, top: 0, bottom: 24 };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            tool_ui(ui, ctx, view, view.tool, Scale::Dock);
        });
        // A tool is opened at its top, wherever in it the keyboard begins.
        if opens {
            leave_focus(ui);
        } else {
            follow_focus(ui);
        }
    });
}

/// Whether this tool was not shown in the last frame.
fn opens(ui: &Ui, tool: Tool) -> bool {
    let store = Id::unique("workshop-shown");
    let frame = ui.ctx().cumulative_frame_nr();
    let before = ui.data(|data| data.get_temp::<(Tool, u64)>(store));
    ui.data_mut(|data| data.insert_temp(store, (tool, frame)));
    before.is_none_or(|(other, last)| other != tool || last + 1 < frame)
}
