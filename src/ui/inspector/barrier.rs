//! The inspector of a barrier.

use std::sync::Arc;

use egui::Ui;

use super::form::{Form, Unit};
use super::past_status::history_ui;
use super::words::{blocks_word, status_word};
use super::{evidence, kind_ui, links, owners, remove_ui};
use crate::analysis::ledger::Status;
use crate::edit::ItemValue;
use crate::edit::verbs::Linked;
use crate::model::{Barrier, BarrierStatus, Blocks, JourneyId, Stage, Subject};
use crate::ui::action::{Action, New};
use crate::ui::context::ViewCtx;
use crate::ui::side::stage_name;
use crate::ui::widgets::heading_ui;

/// Shows it.
pub(super) fn barrier_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, barrier: &Arc<Barrier>) {
    let subject = Subject::Barrier(barrier.id.clone());
    let mut changed = (**barrier).clone();
    kind_ui(ui, &ctx.text("kind-barrier"), ctx.theme.negative_text);
    let field = {
        let mut form = Form::new(ui, ctx, &subject);
        form.title("statement", &mut changed.statement);
        let blocks: Vec<_> = Blocks::ALL.into_iter().map(|blocks| (blocks, blocks_word(ctx, blocks))).collect();
        form.chips("blocks", &mut changed.blocks, &blocks);
        form.score("severity", &mut changed.severity);
        let statuses: Vec<_> =
            BarrierStatus::ALL.into_iter().map(|it| (it, status_word(ctx, Status::Barrier(it)))).collect();
        let mut status = changed.status;
        form.choice("status", &mut status, &statuses);
        changed.set_status(status, ctx.today);
        form.number("frequency", Unit::Percent, &mut changed.frequency);
        form.number("leave", Unit::Percent, &mut changed.leave);
        form.number("emotion-cost", Unit::Plain, &mut changed.emotion_cost);
        form.choice("owner", &mut changed.owner, &owners(ctx));
        form.choice("barrier-stage", &mut changed.stage, &stages(ctx, barrier));
        form.chips("concerns", &mut changed.personas, &super::personas(ctx));
        form.changed
    };
    history_ui(ui, ctx, barrier);
    links::touchpoints_ui(ui, ctx, (&Linked::Barrier(barrier.id.clone()), &barrier.touchpoints));
    if heading_ui(ui, ctx.theme, &ctx.text("opportunities"), Some(&ctx.text("command-add-opportunity"))) {
        ctx.push(Action::Add(New::Opportunity(subject.clone())));
    }
    links::opportunities_ui(ui, ctx, barrier);
    evidence::list_ui(ui, ctx, (&subject, &barrier.evidence));
    let mut form = Form::new(ui, ctx, &subject);
    form.long_text("notes", &mut changed.notes);
    let field = field.or(form.changed);
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Barrier(Arc::new(changed)));
    }
}

/// The stages of the shown journey, and the one it is about in another journey.
fn stages(ctx: &ViewCtx<'_>, barrier: &Barrier) -> Vec<(Option<(JourneyId, Stage)>, String)> {
    let mut stages = vec![(None, ctx.text("choice-none"))];
    if let Some(journey) = ctx.journey {
        let stage = |stage| (Some((journey.id.clone(), stage)), stage_name(ctx, journey, stage));
        stages.extend(Stage::ALL.map(stage));
    }
    let elsewhere = barrier.stage.as_ref().filter(|(journey, _)| ctx.journey_id() != Some(journey));
    if let Some((id, stage)) = elsewhere
        && let Some(journey) = ctx.document.journeys.get(id)
    {
        let words = format!("{} · {}", stage_name(ctx, journey, *stage), journey.info.title);
        stages.push((barrier.stage.clone(), words));
    }
    stages
}
