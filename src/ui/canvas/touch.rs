//! What a click on the map does: it selects, opens a menu, folds a lane; twice, it begins to write.

use egui::{Response, Ui};

use super::arrange;
use super::camera::Lens;
use super::hits::{Seen, subject_of};
use crate::edit::verbs::{Fold, set_lane_fold};
use crate::model::{ChannelId, Lane, Subject, TextSpot, touchpoints_in_order};
use crate::scene::shape::HitTarget;
use crate::ui::action::{Action, New};
use crate::ui::command::{CommandId, is_named};
use crate::ui::context::ViewCtx;
use crate::ui::menu::{item_ui, menu_look};

/// By how much a lane's height is changed from its menu, in scene points.
const HEIGHT_STEP: f64 = 24.0;

/// What a click on a region does.
pub fn touched(ui: &Ui, ctx: &ViewCtx<'_>, (response, seen): (&Response, &Seen<'_>), lens: &Lens) {
    if lens.camera.zoom < 0.7
        || matches!(seen.target, HitTarget::Emotion { .. } | HitTarget::Subject(Subject::Transition(..)))
    {
        response.clone().on_hover_ui(|ui| {
            ui.label(seen.name(ctx));
        });
    }
    let subject = match seen.target {
        HitTarget::LaneName(lane) => {
            response.context_menu(|ui| lane_menu(ui, ctx, lane));
            if let Some(spot) = doubly_touched(ctx, (response, seen), lens) {
                ctx.push(Action::BeginWriting(spot));
            } else if response.clicked()
                && let Some(journey) = ctx.journey_id()
            {
                ctx.push(Action::Select(vec![Subject::Journey(journey.clone())]));
            }
            return;
        }
        HitTarget::Fold(lane) => {
            response.clone().on_hover_text(seen.label);
            if response.clicked() {
                turn_fold(ctx, lane);
            }
            return;
        }
        HitTarget::Swimlane { channel, .. } => {
            response.context_menu(|ui| lane_menu(ui, ctx, &Lane::Touchpoints));
            if response.clicked() {
                select_channel(ctx, channel.as_ref());
            }
            return;
        }
        HitTarget::StageHeader(stage) => ctx.journey_id().map(|journey| Subject::Stage(journey.clone(), *stage)),
        HitTarget::Title => ctx.journey_id().map(|journey| Subject::Journey(journey.clone())),
        HitTarget::Invite { lane, subject } => {
            if response.clicked() {
                match spot_of(ctx, (response, seen), lens) {
                    Some(spot) => ctx.push(Action::BeginWriting(spot)),
                    None => invite(ctx, lane, subject),
                }
            }
            return;
        }
        target => subject_of(target),
    };
    let Some(subject) = subject else { return };
    if response.secondary_clicked() && !ctx.is_selected(&subject) {
        ctx.push(Action::Select(vec![subject.clone()]));
    }
    response.context_menu(|ui| context_menu(ui, ctx, &subject));
    if let Some(spot) = doubly_touched(ctx, (response, seen), lens) {
        ctx.push(Action::BeginWriting(spot));
    } else if response.double_clicked() && is_named(&subject) {
        ctx.push(Action::BeginRename(subject));
    } else if let (Subject::Persona(persona), true) = (&subject, response.clicked()) {
        // Whoever looks at a touchpoint wants to see how it feels to somebody else.
        let looks_at_a_touchpoint = ctx.selection.iter().any(|it| matches!(it, Subject::Touchpoint(..)));
        let lead = if looks_at_a_touchpoint { Action::LeadPersona } else { Action::ShowPersona };
        ctx.push(lead(persona.clone()));
    } else if response.clicked() {
        select(ui, ctx, subject);
    }
}

/// Selects the touchpoints of a swimlane.
fn select_channel(ctx: &ViewCtx<'_>, channel: Option<&ChannelId>) {
    let Some(journey) = ctx.journey else { return };
    let known = |id: &&ChannelId| ctx.document.channels.contains(id);
    let here = touchpoints_in_order(journey).into_iter().filter(|it| it.channel.as_ref().filter(known) == channel);
    ctx.push(Action::Select(here.map(|it| Subject::Touchpoint(journey.id.clone(), it.id.clone())).collect()));
}

/// A click selects; with Shift as well as what is selected already, with the command key as well or no longer.
fn select(ui: &Ui, ctx: &ViewCtx<'_>, subject: Subject) {
    let modifiers = ui.input(|input| input.modifiers);
    if modifiers.command {
        ctx.push(Action::ToggleSelected(subject));
        return;
    }
    let mut selected = if modifiers.shift { ctx.selection.to_vec() } else { Vec::new() };
    // What was pointed at last leads: the inspector shows it.
    selected.retain(|other| *other != subject);
    selected.push(subject);
    ctx.push(Action::Select(selected));
}

/// The text under the pointer, or the nearest one of what it touches.
fn spot_of(ctx: &ViewCtx<'_>, (response, seen): (&Response, &Seen<'_>), lens: &Lens) -> Option<TextSpot> {
    let fragment = ctx.scene.fragments.get(seen.fragment as usize)?;
    let hit = fragment.hit.as_ref()?;
    let pos = response.interact_pointer_pos().unwrap_or(seen.rect.center());
    hit.words_at(lens.scene_pos(fragment.plane, pos)).map(|words| words.spot.clone())
}

/// The text that a double click is to change.
fn doubly_touched(ctx: &ViewCtx<'_>, touched: (&Response, &Seen<'_>), lens: &Lens) -> Option<TextSpot> {
    touched.0.double_clicked().then(|| spot_of(ctx, touched, lens)).flatten()
}

/// Folds a lane, or opens a folded one.
fn turn_fold(ctx: &ViewCtx<'_>, lane: &Lane) {
    if let Some(journey) = ctx.journey {
        let fold = if is_folded(ctx, lane) { Fold::Open } else { Fold::Folded };
        ctx.push_edit(set_lane_fold(ctx.document, &journey.id, lane, fold));
    }
}

fn is_folded(ctx: &ViewCtx<'_>, lane: &Lane) -> bool {
    ctx.journey.is_some_and(|journey| journey.info.lanes.iter().any(|it| it.lane == *lane && it.folded))
}

/// What can be done with a lane: put it elsewhere, make it taller or lower, fold it, or leave it out of the map.
fn lane_menu(ui: &mut Ui, ctx: &ViewCtx<'_>, lane: &Lane) {
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
    let folded = is_folded(ctx, lane);
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
        turn_fold(ctx, lane);
        ui.close();
    }
    if ui.button(ctx.text("hide-lane")).clicked() {
        ctx.push(Action::HideLane(lane.clone()));
        ui.close();
    }
}

fn context_menu(ui: &mut Ui, ctx: &ViewCtx<'_>, subject: &Subject) {
    menu_look(ui);
    let commands: &[CommandId] = match subject {
        Subject::Touchpoint(..) => &[
            CommandId::Rename,
            CommandId::AddTouchpoint,
            CommandId::AddAlternative,
            CommandId::Connect,
            CommandId::AddBarrier,
            CommandId::AddOpportunity,
            CommandId::AddStrength,
            CommandId::Channel,
            CommandId::Delete,
        ],
        Subject::Barrier(_) => &[CommandId::Rename, CommandId::AddOpportunity, CommandId::Delete],
        Subject::Persona(_) => &[CommandId::ShowPersonas, CommandId::Rename, CommandId::Delete],
        Subject::Stage(..) => &[CommandId::AddTouchpoint, CommandId::ZoomStage],
        Subject::Journey(_) => &[CommandId::AddTouchpoint],
        _ => &[CommandId::Rename, CommandId::Delete],
    };
    for command in commands {
        item_ui(ui, ctx, *command);
    }
}

/// What a click on an empty cell adds.
fn invite(ctx: &ViewCtx<'_>, lane: &Lane, subject: &Subject) {
    let new = match (lane, subject) {
        (Lane::Touchpoints, Subject::Stage(_, stage)) => New::TouchpointIn(*stage),
        (Lane::Barriers, Subject::Touchpoint(_, touchpoint)) => New::Barrier(Some(touchpoint.clone())),
        (Lane::Barriers, Subject::Stage(_, stage)) => New::StageBarrier(*stage),
        (Lane::Opportunities, subject) => New::Opportunity(subject.clone()),
        (Lane::Strengths, Subject::Touchpoint(_, touchpoint)) => New::Strength(touchpoint.clone()),
        _ => {
            ctx.push(Action::Select(vec![subject.clone()]));
            return;
        }
    };
    ctx.push(Action::Add(new));
}
