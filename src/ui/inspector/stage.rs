//! The inspectors of a stage and of a step.

use std::sync::Arc;

use egui::Ui;

use super::form::Form;
use super::{kind_ui, metric, remove_ui};
use crate::edit::{Command, ItemValue};
use crate::model::{Journey, MetricSubject, Stage, Step, Subject};
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::side::stage_name;
use crate::ui::widgets::{Look, button_ui, heading_ui, ink, line_at, paragraph_ui, row_ui, small_icon_button_ui};

/// Shows a stage.
pub(super) fn stage_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, stage): (&Arc<Journey>, Stage)) {
    let subject = Subject::Stage(journey.id.clone(), stage);
    let color = ctx.theme.stages.get(stage.index()).copied().unwrap_or(ctx.theme.mute);
    kind_ui(ui, &format!("{} · {}", ctx.text("kind-stage"), ctx.text(&format!("stage-{}", stage.key()))), color);
    paragraph_ui(ui, &stage_name(ctx, journey, stage), ink(Weight::Bold, 20.0, ctx.theme.ink));
    let question = ctx.text(&format!("map-question-{}", stage.key()));
    paragraph_ui(ui, &question, ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    ui.add_space(4.0);
    let mut info = (*journey.info).clone();
    let mut form = Form::new(ui, ctx, &subject);
    if let Some(words) = info.stages.get_mut(stage.index()) {
        form.text("stage-title", &mut words.title);
        form.long_text("goal-text", &mut words.goal);
        form.long_text("notes", &mut words.notes);
    }
    if let Some(field) = form.changed {
        ctx.change(subject.clone(), field, Command::SetJourney(journey.id.clone(), Arc::new(info)));
    }
    if heading_ui(ui, ctx.theme, &ctx.text("steps"), Some(&ctx.text("add-step"))) {
        ctx.push(Action::Add(New::Step(stage)));
    }
    for step in journey.steps_in_order().into_iter().filter(|step| step.stage == stage) {
        let name = ctx.named(&step.title, "unnamed-step");
        let row = row_ui(ui, ctx, (24.0, 0.0), &name, false);
        let place = (row.rect.left() + 4.0, row.rect.center().y);
        line_at(ui.painter(), place, &name, ink(Weight::Regular, 12.5, ctx.theme.ink), row.rect.width() - 8.0);
        if row.response.clicked() {
            ctx.push(Action::Follow(Subject::Step(journey.id.clone(), step.id.clone())));
        }
    }
    ui.add_space(6.0);
    if button_ui(ui, ctx.theme, &ctx.text("add-touchpoint-here"), Look::Plain).clicked() {
        ctx.push(Action::Add(New::TouchpointIn(stage)));
    }
    ui.add_space(6.0);
    metric::list_ui(ui, ctx, &MetricSubject::Stage(journey.id.clone(), stage));
}

/// Shows a step.
pub(super) fn step_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, step): (&Arc<Journey>, &Arc<Step>)) {
    let subject = Subject::Step(journey.id.clone(), step.id.clone());
    let color = ctx.theme.stages.get(step.stage.index()).copied().unwrap_or(ctx.theme.mute);
    kind_ui(ui, &format!("{} · {}", ctx.text("kind-step"), stage_name(ctx, journey, step.stage)), color);
    let mut changed = (**step).clone();
    let mut form = Form::new(ui, ctx, &subject);
    form.title("step-title", &mut changed.title);
    let field = form.changed;
    places_ui(ui, ctx, (journey, step));
    let alone = journey.steps.iter().filter(|other| other.stage == step.stage).count() < 2;
    if !alone {
        remove_ui(ui, ctx);
    }
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Step(journey.id.clone(), Arc::new(changed)));
    }
}

/// Where the step stands: further left or right in its stage, or in another one.
fn places_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, step): (&Arc<Journey>, &Arc<Step>)) {
    let stages = Stage::ALL.map(|stage| (stage, stage_name(ctx, journey, stage)));
    let mut stage = step.stage;
    Form::new(ui, ctx, Subject::Step(journey.id.clone(), step.id.clone())).choice("step-stage", &mut stage, &stages);
    if stage != step.stage {
        ctx.push(Action::MoveStep(step.id.clone(), stage, usize::MAX));
    }
    let like: Vec<_> = journey.steps_in_order().into_iter().filter(|other| other.stage == step.stage).collect();
    let Some(place) = like.iter().position(|other| other.id == step.id) else { return };
    ui.horizontal(|ui| {
        let left = (place.checked_sub(1), IconName::MoveLeft, "move-left");
        let right = (Some(place + 1).filter(|place| *place < like.len()), IconName::ArrowRight, "move-right");
        for (place, icon, key) in [left, right] {
            let button = |ui: &mut Ui| small_icon_button_ui(ui, ctx.theme, icon, &ctx.text(key));
            let pressed = ui.add_enabled_ui(place.is_some(), button).inner.clicked();
            if let Some(place) = place.filter(|_| pressed) {
                ctx.push(Action::MoveStep(step.id.clone(), step.stage, place));
            }
        }
    });
}
