//! The inspector of a strength.

use std::sync::Arc;

use egui::Ui;

use super::form::Form;
use super::{evidence, kind_ui, links, remove_ui};
use crate::edit::ItemValue;
use crate::edit::verbs::Linked;
use crate::model::{Strength, Subject};
use crate::ui::context::ViewCtx;

/// Shows it.
pub(super) fn strength_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, strength: &Arc<Strength>) {
    let subject = Subject::Strength(strength.id.clone());
    let mut changed = (**strength).clone();
    kind_ui(ui, &ctx.text("kind-strength"), ctx.theme.positive_text);
    let field = {
        let mut form = Form::new(ui, ctx, &subject);
        form.title("statement", &mut changed.statement);
        form.changed
    };
    links::touchpoints_ui(ui, ctx, (&Linked::Strength(strength.id.clone()), &strength.touchpoints));
    evidence::list_ui(ui, ctx, (&subject, &strength.evidence));
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Strength(Arc::new(changed)));
    }
}
