//! A list with nothing in it: says what belongs here and offers the one thing to do.

use egui::Ui;

use super::bar::add_key;
use super::{LedgerAction, LedgerView};
use crate::analysis::ledger::{Kind, Table};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::teach::teach_ui;

/// Shows what stands in place of the rows.
pub(super) fn empty_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, table: &Table) {
    let kind = view.kind;
    let filtered = !table.rows.is_empty() || kind.count(ctx.document) > 0;
    let keys = if filtered { ("ledger-none-passes", "ledger-none-passes-text") } else { keys_of(kind) };
    let button = ctx.text(if filtered { "ledger-clear" } else { add_key(kind) });
    if teach_ui(ui, ctx, (icon_of(kind), keys), &button) {
        if filtered {
            view.sheet_mut().query.clear_filters();
        } else {
            ctx.push(Action::Ledger(Box::new(LedgerAction::Add(kind))));
        }
    }
}

fn icon_of(kind: Kind) -> IconName {
    match kind {
        Kind::Barriers => IconName::AddBarrier,
        Kind::Opportunities => IconName::Idea,
        Kind::Strengths => IconName::ThumbUp,
    }
}

fn keys_of(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Barriers => ("ledger-no-barriers", "ledger-no-barriers-text"),
        Kind::Opportunities => ("ledger-no-opportunities", "ledger-no-opportunities-text"),
        Kind::Strengths => ("ledger-no-strengths", "ledger-no-strengths-text"),
    }
}
