//! A list with nothing in it: says what belongs here and offers the one thing to do.

use egui::{Ui, vec2};

use super::bar::add_key;
use super::{LedgerAction, LedgerView};
use crate::analysis::ledger::{Kind, Table};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, ink, rich};

/// Shows what stands in place of the rows.
pub(super) fn empty_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, table: &Table) {
    let kind = view.kind;
    let filtered = !table.rows.is_empty() || kind.count(ctx.document) > 0;
    let keys = if filtered { ("ledger-none-passes", "ledger-none-passes-text") } else { keys_of(kind) };
    let button = ctx.text(if filtered { "ledger-clear" } else { add_key(kind) });
    if teach_ui(ui, ctx, keys, &button) {
        if filtered {
            view.sheet_mut().query.clear_filters();
        } else {
            ctx.push(Action::Ledger(Box::new(LedgerAction::Add(kind))));
        }
    }
}

fn keys_of(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Barriers => ("ledger-no-barriers", "ledger-no-barriers-text"),
        Kind::Opportunities => ("ledger-no-opportunities", "ledger-no-opportunities-text"),
        Kind::Strengths => ("ledger-no-strengths", "ledger-no-strengths-text"),
    }
}

/// A heading, what it is about, and one button, in the middle of what is left; true when that is pressed.
pub(super) fn teach_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, keys: (&str, &str), button: &str) -> bool {
    let theme = ctx.theme;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.28).max(24.0));
        let (square, _) = ui.allocate_exact_size(vec2(44.0, 44.0), egui::Sense::hover());
        ui.painter().circle_filled(square.center(), 30.0, rgba(theme.pill));
        icon::paint(ui.painter(), square.shrink(8.0), IconName::AddBarrier, rgba(theme.mute));
        ui.add_space(18.0);
        ui.label(rich(&ctx.text(keys.0), ink(Weight::Bold, 20.0, theme.ink)));
        ui.add_space(2.0);
        ui.scope(|ui| {
            ui.set_max_width(440.0);
            ui.label(rich(&ctx.text(keys.1), ink(Weight::Regular, fonts::BODY, theme.mute)));
        });
        ui.add_space(12.0);
        button_ui(ui, theme, button, Look::Primary).clicked()
    })
    .inner
}
