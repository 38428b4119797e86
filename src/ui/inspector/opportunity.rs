//! The inspector of an opportunity.

use std::sync::Arc;

use egui::Ui;

use super::form::{Form, Unit};
use super::words::status_word;
use super::{evidence, kind_ui, links, more_ui, owners, remove_ui};
use crate::analysis::ledger::Status;
use crate::edit::ItemValue;
use crate::edit::verbs::Linked;
use crate::i18n::day::Lean;
use crate::model::{Opportunity, OpportunityStatus, Subject};
use crate::ui::context::ViewCtx;

/// Shows it.
pub(super) fn opportunity_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, opportunity: &Arc<Opportunity>) {
    let subject = Subject::Opportunity(opportunity.id.clone());
    let mut changed = (**opportunity).clone();
    kind_ui(ui, &ctx.text("kind-opportunity"), ctx.theme.opportunity_text);
    let mut field = {
        let mut form = Form::new(ui, ctx, &subject);
        form.title("statement", &mut changed.statement);
        form.score("value-customer", &mut changed.value_to_customer);
        form.score("value-business", &mut changed.value_to_business);
        form.score("effort", &mut changed.effort);
        let statuses: Vec<_> =
            OpportunityStatus::ALL.into_iter().map(|it| (it, status_word(ctx, Status::Opportunity(it)))).collect();
        form.choice("status", &mut changed.status, &statuses);
        form.choice("owner", &mut changed.owner, &owners(ctx));
        form.date("due", Lean::Ahead, &mut changed.due);
        form.number("cost-once", Unit::Plain, &mut changed.cost_once);
        form.number("cost-period", Unit::Plain, &mut changed.cost_per_period);
        form.changed
    };
    links::barriers_ui(ui, ctx, opportunity);
    links::touchpoints_ui(ui, ctx, (&Linked::Opportunity(opportunity.id.clone()), &opportunity.touchpoints));
    evidence::list_ui(ui, ctx, (&subject, &opportunity.evidence));
    more_ui(ui, ctx, "more-rice", |ui| {
        let mut form = Form::new(ui, ctx, &subject);
        form.number("reach", Unit::Plain, &mut changed.reach);
        form.number("impact", Unit::Plain, &mut changed.impact);
        form.number("confidence", Unit::Percent, &mut changed.confidence);
        field = field.or(form.changed);
    });
    let mut form = Form::new(ui, ctx, &subject);
    form.long_text("notes", &mut changed.notes);
    field = field.or(form.changed);
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Opportunity(Arc::new(changed)));
    }
}
