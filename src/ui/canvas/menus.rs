//! Menus of the map: of a thing, of a lane's name, of empty ground. The other button of the mouse opens them where it is,
//! the keyboard at what is selected.

use egui::{Id, Layout, Popup, PopupKind, Pos2, Rect, Response, Ui};

use super::camera::Lens;
use super::drop::Columns;
use super::{arrange, thing, touch};
use crate::edit::verbs::{Visibility, set_lane_visibility};
use crate::model::{Lane, Subject};
use crate::scene::{Plane, Point};
use crate::ui::action::{Action, New};
use crate::ui::command::{CommandId, is_copyable, is_cuttable};
use crate::ui::context::ViewCtx;
use crate::ui::inspector::lanes::lane_name;
use crate::ui::menu::{item_ui, menu_look, scrolled_menu_ui};
use crate::ui::view::View;

/// By how much a lane's height is changed from its menu, in scene points.
const HEIGHT_STEP: f64 = 24.0;

/// The menu that the keyboard opens.
#[derive(Debug, Default)]
pub struct KeyMenu {
    /// Whether a key has just asked for it.
    pub asked: bool,
    /// Whether its first item has yet to get the keyboard.
    begins: bool,
    /// Of what it is; of the ground where that is nothing.
    subject: Option<Subject>,
    /// Where it stands on the screen.
    pos: Pos2,
}

fn key_menu_id() -> Id {
    Id::unique("map-key-menu")
}

/// Shows the menu that the keyboard has asked for; its first item has the keyboard.
pub fn key_menu_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, lens: &Lens) {
    if std::mem::take(&mut view.key_menu.asked) {
        let place = |subject: &Subject| {
            let (plane, area) = thing(ctx, subject)?;
            Some(lens.screen_rect(plane, area).intersect(lens.clip(plane))).filter(Rect::is_positive)
        };
        let seen = ctx.focus().and_then(|subject| Some((subject.clone(), place(subject)?)));
        let pos = seen.as_ref().map_or(lens.clip(Plane::Body).center(), |(_, seen)| seen.center());
        view.key_menu = KeyMenu { asked: false, begins: true, subject: seen.map(|(subject, _)| subject), pos };
        Popup::open_id(ui.ctx(), key_menu_id());
    }
    let KeyMenu { begins, subject, pos, .. } = &mut view.key_menu;
    let popup = Popup::new(key_menu_id(), ui.ctx().clone(), *pos, ui.layer_id()).kind(PopupKind::Menu);
    let popup = popup.layout(Layout::top_down_justified(egui::Align::Min)).style(egui::containers::menu::menu_style);
    popup.gap(0.0).open_memory(None).show(|ui| {
        let first = match subject {
            Some(subject) => thing_menu(ui, ctx, subject),
            None => ground_menu(ui, ctx, lens.scene_pos(Plane::Body, *pos)),
        };
        // Where it is only measured it is not given the keyboard.
        if let Some(first) = first.filter(|_| *begins) {
            *begins = !first.has_focus();
            first.request_focus();
        }
    });
}

/// What can be done with a thing; its first item that can be chosen.
pub fn thing_menu(ui: &mut Ui, ctx: &ViewCtx<'_>, subject: &Subject) -> Option<Response> {
    let own: &[CommandId] = match subject {
        Subject::Touchpoint(..) => &[
            CommandId::Rename,
            CommandId::AddTouchpoint,
            CommandId::AddAlternative,
            CommandId::Connect,
            CommandId::AddBarrier,
            CommandId::AddOpportunity,
            CommandId::AddStrength,
            CommandId::Channel,
        ],
        Subject::Barrier(_) => &[CommandId::Rename, CommandId::AddOpportunity],
        Subject::Persona(_) => &[CommandId::ShowPersonas, CommandId::Rename],
        Subject::Stage(..) => &[CommandId::AddTouchpoint, CommandId::Paste, CommandId::ZoomStage],
        Subject::Journey(_) => &[CommandId::AddTouchpoint, CommandId::Paste],
        _ => &[CommandId::Rename],
    };
    let mut clip = Vec::new();
    if is_cuttable(subject) {
        clip.push(CommandId::Cut);
    }
    if is_copyable(subject) && !matches!(subject, Subject::Journey(_)) {
        clip.extend([CommandId::Copy, CommandId::Paste, CommandId::Duplicate]);
    }
    let stays = matches!(subject, Subject::Stage(..) | Subject::Journey(_));
    let delete: &[CommandId] = if stays { &[] } else { &[CommandId::Delete] };
    scrolled_menu_ui(ui, |ui| groups_ui(ui, ctx, &[own, &clip, delete]))
}

/// What can be done where nothing stands; its first item that can be chosen.
pub fn ground_menu(ui: &mut Ui, ctx: &ViewCtx<'_>, place: Point) -> Option<Response> {
    scrolled_menu_ui(ui, |ui| {
        let add = ui.add_enabled(ctx.journey.is_some(), egui::Button::new(ctx.text("add-touchpoint-here")));
        if add.clicked() {
            let target = ctx.journey.and_then(|journey| Columns::of(ctx.scene, journey).target_beside(place));
            ctx.push(Action::Add(target.map_or(New::Touchpoint, |it| New::TouchpointAt(it.place, it.swimlane))));
            ui.close();
        }
        item_ui(ui, ctx, CommandId::Paste);
        ui.separator();
        item_ui(ui, ctx, CommandId::SelectAll);
        item_ui(ui, ctx, CommandId::Fit);
        item_ui(ui, ctx, CommandId::Minimap);
        ui.separator();
        item_ui(ui, ctx, CommandId::Arrange);
        item_ui(ui, ctx, CommandId::Swimlanes);
        ui.menu_button(ctx.text("lanes"), |ui| scrolled_menu_ui(ui, |ui| lanes_ui(ui, ctx)));
        Some(add).filter(Response::enabled)
    })
}

/// Which lanes are shown.
fn lanes_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    let Some(journey) = ctx.journey else { return };
    for setting in journey.lanes_in_order() {
        let mut shown = !setting.hidden;
        if ui.checkbox(&mut shown, lane_name(ctx, journey, &setting.lane)).changed() {
            let visibility = if shown { Visibility::Shown } else { Visibility::Hidden };
            ctx.push_edit(set_lane_visibility(ctx.document, &journey.id, &setting.lane, visibility));
        }
    }
}

/// Groups of commands with lines between them; the first that can be run.
fn groups_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, groups: &[&[CommandId]]) -> Option<Response> {
    let mut first = None;
    for (nth, group) in groups.iter().filter(|group| !group.is_empty()).enumerate() {
        if nth > 0 {
            ui.separator();
        }
        for command in *group {
            let item = item_ui(ui, ctx, *command);
            first = first.or_else(|| Some(item).filter(Response::enabled));
        }
    }
    first
}

/// What can be done with a lane: put it elsewhere, make it taller or lower, fold it, or leave it out of the map.
pub fn lane_menu(ui: &mut Ui, ctx: &ViewCtx<'_>, lane: &Lane) {
    menu_look(ui);
    for (key, places) in [("move-up", -1), ("move-down", 1)] {
        if ui.button(ctx.text(key)).clicked() {
            ctx.push(Action::MoveLane(lane.clone(), places));
            ui.close();
        }
    }
    ui.separator();
    if *lane == Lane::Touchpoints {
        item_ui(ui, ctx, CommandId::Swimlanes);
        item_ui(ui, ctx, CommandId::Arrange);
        ui.separator();
    }
    let folded = touch::is_folded(ctx, lane);
    for (key, by) in [("lane-taller", HEIGHT_STEP), ("lane-lower", -HEIGHT_STEP)] {
        if ui.add_enabled(!folded, egui::Button::new(ctx.text(key))).clicked() {
            arrange::change_height(ctx, lane, by);
        }
    }
    let setting = ctx.journey.and_then(|journey| journey.info.lanes.iter().find(|setting| setting.lane == *lane));
    if setting.is_some_and(|setting| setting.height.is_some()) && ui.button(ctx.text("reset-lane-height")).clicked() {
        arrange::set_height(ctx, lane, None);
        ui.close();
    }
    ui.separator();
    if ui.button(ctx.text(if folded { "open-lane" } else { "fold-lane" })).clicked() {
        touch::turn_fold(ctx, lane);
        ui.close();
    }
    if ui.button(ctx.text("hide-lane")).clicked() {
        ctx.push(Action::HideLane(lane.clone()));
        ui.close();
    }
}
