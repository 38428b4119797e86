//! What a click on the map does: it selects, opens a menu, folds a lane; twice, it begins to write.

use egui::{Response, Ui};

use super::camera::Lens;
use super::hits::{Seen, part_of};
use super::menus;
use crate::edit::verbs::{Fold, set_lane_fold};
use crate::model::{ChannelId, Lane, Subject, TextSpot, touchpoints_in_order};
use crate::scene::Shape;
use crate::scene::shape::HitTarget;
use crate::ui::action::{Action, New};
use crate::ui::command::{CommandId, is_named};
use crate::ui::context::ViewCtx;
use crate::ui::find::FindAction;

/// What a click on a region does.
pub fn touched(ui: &Ui, ctx: &ViewCtx<'_>, (response, seen): (&Response, &Seen<'_>), lens: &Lens) {
    if response.hovered() && (is_small(ctx, seen, lens.camera.zoom) || is_cut(ctx, seen))
        || matches!(seen.target, HitTarget::Emotion { .. } | HitTarget::Subject(Subject::Transition(..)))
    {
        response.clone().on_hover_ui(|ui| {
            ui.label(seen.name(ctx));
        });
    }
    let begin = |spot| ctx.push(Action::BeginWriting(spot, Some(seen.fragment as usize)));
    let subject = match seen.target {
        HitTarget::LaneName(lane) => {
            response.context_menu(|ui| menus::lane_menu(ui, ctx, lane));
            if let Some(spot) = doubly_touched(ctx, (response, seen), lens) {
                begin(spot);
            } else if response.double_clicked() {
                // The name of a lane that every map has is the language's own: there is nothing to be written.
                turn_fold(ctx, lane);
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
            response.context_menu(|ui| menus::lane_menu(ui, ctx, &Lane::Touchpoints));
            if response.clicked() {
                select_channel(ctx, channel.as_ref());
            }
            return;
        }
        HitTarget::Invite { lane, subject } => {
            if response.clicked() {
                match spot_of(ctx, (response, seen), lens) {
                    Some(spot) => begin(spot),
                    None => invite(ctx, lane, subject),
                }
            }
            return;
        }
        target => part_of(target, ctx),
    };
    let Some(subject) = subject else { return };
    if response.secondary_clicked() && !ctx.is_selected(&subject) {
        ctx.push(Action::Select(vec![subject.clone()]));
    }
    response.context_menu(|ui| {
        menus::thing_menu(ui, ctx, &subject);
    });
    if let Some(spot) = doubly_touched(ctx, (response, seen), lens) {
        begin(spot);
    } else if let (HitTarget::Emotion { persona, .. }, true) = (seen.target, response.double_clicked()) {
        // Another persona's point has no word to be written: whoever means it wants to see it lead.
        ctx.push(Action::LeadPersona(persona.clone()));
        ctx.push(Action::Select(vec![subject]));
    } else if let (HitTarget::Subject(Subject::Journey(_)), true) = (seen.target, response.double_clicked()) {
        // What kind of journey it is is chosen in its form.
        ctx.push(Action::Run(CommandId::JourneyInfo));
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

/// Letters that are smaller on the screen are hard to read, in points.
const READABLE: f32 = 9.0;

/// Whether its words are too small to be read; what has none is small where cards are.
fn is_small(ctx: &ViewCtx<'_>, seen: &Seen<'_>, zoom: f32) -> bool {
    let size = |shape: &Shape| if let Shape::Text { text, .. } = shape { Some(text.style.size) } else { None };
    let shapes = ctx.scene.fragments.get(seen.fragment as usize).into_iter().flat_map(|fragment| &fragment.shapes);
    let largest = shapes.filter_map(size).reduce(f32::max);
    largest.unwrap_or(crate::scene::style::CARD.size) * zoom < READABLE
}

/// Whether some of its words are shown in part.
fn is_cut(ctx: &ViewCtx<'_>, seen: &Seen<'_>) -> bool {
    let fragment = ctx.scene.fragments.get(seen.fragment as usize);
    fragment.is_some_and(|fragment| {
        fragment.shapes.iter().any(|shape| {
            let Shape::Text { text, .. } = shape else { return false };
            text.lines.last().is_some_and(|line| line.text.ends_with('…'))
        })
    })
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
pub fn turn_fold(ctx: &ViewCtx<'_>, lane: &Lane) {
    if ctx.opened == Some(lane) {
        ctx.push(Action::Find(Box::new(FindAction::FoldBack)));
        return;
    }
    if let Some(journey) = ctx.journey {
        let fold = if is_folded(ctx, lane) { Fold::Open } else { Fold::Folded };
        ctx.push_edit(set_lane_fold(ctx.document, &journey.id, lane, fold));
    }
}

/// Whether a lane is shown as a strip.
pub fn is_folded(ctx: &ViewCtx<'_>, lane: &Lane) -> bool {
    let opened = ctx.opened == Some(lane);
    !opened && ctx.journey.is_some_and(|journey| journey.info.lanes.iter().any(|it| it.lane == *lane && it.folded))
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
