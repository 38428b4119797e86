//! The inspector of a journey as a whole.

use std::sync::Arc;

use egui::Ui;

use super::form::{Form, Unit};
use super::{kind_ui, lanes, metric, more_ui, paths};
use crate::edit::Command;
use crate::i18n::day::Lean;
use crate::model::{Journey, JourneyInfo, JourneyKind, MetricSubject, Subject};
use crate::ui::context::ViewCtx;

/// Shows it.
pub(super) fn journey_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, journey: &Arc<Journey>) {
    let subject = Subject::Journey(journey.id.clone());
    kind_ui(ui, &ctx.text("kind-journey"), ctx.theme.accent);
    let mut info = (*journey.info).clone();
    let mut field = {
        let mut form = Form::new(ui, ctx, &subject);
        form.title("journey-title", &mut info.title);
        kind_fields(&mut form, journey, &mut info);
        form.long_text("question", &mut info.question);
        form.chips("journey-personas", &mut info.personas, &super::personas(ctx));
        form.number("customers", Unit::Plain, &mut info.customers);
        form.text("period", &mut info.period);
        form.number("ltv", Unit::Plain, &mut info.ltv);
        form.changed
    };
    metric::list_ui(ui, ctx, &MetricSubject::Journey(journey.id.clone()));
    more_ui(ui, ctx, "paths", |ui| field = paths::paths_ui(ui, ctx, (journey, &mut info)).or(field));
    more_ui(ui, ctx, "lanes", |ui| {
        let mut form = Form::new(ui, ctx, &subject);
        form.toggle("swimlanes", &mut info.swimlanes);
        field = field.or(form.changed);
        lanes::lanes_ui(ui, ctx, journey);
    });
    more_ui(ui, ctx, "more-journey", |ui| {
        let mut form = Form::new(ui, ctx, &subject);
        form.text("scope-from", &mut info.scope_from);
        form.text("scope-to", &mut info.scope_to);
        form.number("revenue", Unit::Plain, &mut info.revenue_per_customer);
        form.text("currency", &mut info.currency);
        form.date("date", Lean::Back, &mut info.date);
        form.lines("authors", &mut info.authors);
        field = field.or(form.changed);
    });
    if let Some(field) = field {
        ctx.change(subject, field, Command::SetJourney(journey.id.clone(), Arc::new(info)));
    }
}

fn kind_fields(form: &mut Form<'_, '_>, journey: &Journey, info: &mut JourneyInfo) {
    let ctx = form.ctx;
    let kinds = [(JourneyKind::AsIs, ctx.text("map-as-is")), (JourneyKind::ToBe, ctx.text("map-to-be"))];
    form.choice("journey-kind", &mut info.kind, &kinds);
    if info.kind == JourneyKind::ToBe {
        let none = std::iter::once((None, ctx.text("choice-none")));
        let others = ctx.document.journeys_in_order();
        let others = others.into_iter().filter(|other| other.id != journey.id && other.info.kind == JourneyKind::AsIs);
        let choices: Vec<_> = none
            .chain(others.map(|other| (Some(other.id.clone()), ctx.named(&other.info.title, "untitled-journey"))))
            .collect();
        form.choice("improves", &mut info.improves, &choices);
    }
}
