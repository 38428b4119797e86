//! What is set in the list without opening a form: severity, status, owner, place. On a selected row it is set for all
//! that are selected, as one entry of the history.

use egui::{Id, Popup, PopupCloseBehavior, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::filters::radios_ui;
use super::head::CELL_INSET;
use super::words::{column_name, department_name};
use super::{LedgerAction, LedgerView};
use crate::analysis::ledger::{Column, Item, Row, Status};
use crate::edit::EditLabel;
use crate::edit::verbs::{self, Link, Linked};
use crate::model::{Barrier, BarrierId, DepartmentId, Opportunity, OpportunityId, Subject};
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::inspector::{status_word, touchpoint_pick_ui};
use crate::ui::menu::{item_ui, menu_look};
use crate::ui::style::rgba;

/// The barriers that a change of this one is meant for.
fn barriers(ctx: &ViewCtx<'_>, barrier: &Barrier) -> Vec<BarrierId> {
    if !ctx.is_selected(&Subject::Barrier(barrier.id.clone())) {
        return vec![barrier.id.clone()];
    }
    let id = |subject: &Subject| match subject {
        Subject::Barrier(id) => Some(id.clone()),
        _ => None,
    };
    ctx.selection.iter().filter_map(id).collect()
}

/// The opportunities that a change of this one is meant for.
fn opportunities(ctx: &ViewCtx<'_>, opportunity: &Opportunity) -> Vec<OpportunityId> {
    if !ctx.is_selected(&Subject::Opportunity(opportunity.id.clone())) {
        return vec![opportunity.id.clone()];
    }
    let id = |subject: &Subject| match subject {
        Subject::Opportunity(id) => Some(id.clone()),
        _ => None,
    };
    ctx.selection.iter().filter_map(id).collect()
}

/// Sets how bad it is.
pub(super) fn set_severity(ctx: &ViewCtx<'_>, row: &Row, severity: Option<u8>) {
    if let Item::Barrier(barrier) = &row.item {
        let ids = barriers(ctx, barrier);
        let label = label_for(ids.len());
        ctx.push_edit(verbs::change_barriers(ctx.document, &ids, label, |it| it.severity = severity));
    }
}

/// Sets how far it is.
fn set_status(ctx: &ViewCtx<'_>, row: &Row, status: Status) {
    let today = ctx.today;
    match (&row.item, status) {
        (Item::Barrier(barrier), Status::Barrier(status)) => {
            let ids = barriers(ctx, barrier);
            let change = |it: &mut Barrier| it.set_status(status, today);
            ctx.push_edit(verbs::change_barriers(ctx.document, &ids, EditLabel::SetStatus, change));
        }
        (Item::Opportunity(opportunity), Status::Opportunity(status)) => {
            let ids = opportunities(ctx, opportunity);
            let change = |it: &mut Opportunity| it.status = status;
            ctx.push_edit(verbs::change_opportunities(ctx.document, &ids, EditLabel::SetStatus, change));
        }
        _ => {}
    }
}

/// Goes on to the next status, or back to the one before.
pub(super) fn step_status(ctx: &ViewCtx<'_>, row: &Row, steps: isize) {
    let Some(now) = row.status() else { return };
    let all = statuses(row);
    let at = all.iter().position(|status| *status == now);
    let next = at.and_then(|at| at.checked_add_signed(steps)).and_then(|at| all.get(at));
    if let Some(next) = next {
        set_status(ctx, row, *next);
    }
}

fn statuses(row: &Row) -> Vec<Status> {
    crate::analysis::ledger::Kind::of(&row.subject()).map(Status::all).unwrap_or_default()
}

fn set_owner(ctx: &ViewCtx<'_>, row: &Row, owner: Option<&DepartmentId>) {
    match &row.item {
        Item::Barrier(barrier) => {
            let ids = barriers(ctx, barrier);
            let label = label_for(ids.len());
            ctx.push_edit(verbs::change_barriers(ctx.document, &ids, label, |it| it.owner = owner.cloned()));
        }
        Item::Opportunity(opportunity) => {
            let ids = opportunities(ctx, opportunity);
            let label = label_for(ids.len());
            ctx.push_edit(verbs::change_opportunities(ctx.document, &ids, label, |it| it.owner = owner.cloned()));
        }
        Item::Strength(_) => {}
    }
}

fn label_for(count: usize) -> EditLabel {
    if count > 1 { EditLabel::ChangeSeveral } else { EditLabel::ChangeProperty }
}

/// What a press on a cell opens or sets.
pub(super) fn cell_menu_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    (row, column, id): (&Row, Column, Id),
    (cell, seen): (Rect, Rect),
) {
    match column {
        Column::Severity if matches!(row.item, Item::Barrier(_)) => severity_ui(ui, ctx, (row, id), (cell, seen)),
        Column::Status | Column::Owner if row.status().is_some() => choice_ui(ui, ctx, (row, column, id), seen),
        Column::Touchpoints if row.places.is_empty() => place_ui(ui, ctx, (row, id), seen),
        _ => {}
    }
}

/// Five dashes, each of which sets a severity; the one it has takes it away.
fn severity_ui(ui: &Ui, ctx: &ViewCtx<'_>, (row, id): (&Row, Id), (cell, seen): (Rect, Rect)) {
    if !ui.rect_contains_pointer(seen) {
        return;
    }
    for severity in 1..=5_u8 {
        let left = cell.left() + CELL_INSET + 15.0 * f32::from(severity - 1) - 1.5;
        let dash = Rect::from_center_size(pos2(left + 7.5, cell.center().y), vec2(15.0, 24.0)).intersect(seen);
        let response = ui.interact(dash, id.with(severity), Sense::CLICK);
        let name = ctx.texts.with("ledger-severity", &[("severity", severity.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() {
            let mark = Rect::from_center_size(dash.center(), vec2(13.0, 9.0));
            ui.painter().rect_stroke(mark, 4.0, (1.0, rgba(ctx.theme.accent)), egui::StrokeKind::Outside);
        }
        if response.on_hover_text(&name).clicked() {
            set_severity(ctx, row, (row.severity() != Some(severity)).then_some(severity));
        }
    }
}

/// The statuses or the departments to choose from.
fn choice_ui(ui: &Ui, ctx: &ViewCtx<'_>, (row, column, id): (&Row, Column, Id), seen: Rect) {
    let response = ui.interact(seen.shrink2(vec2(3.0, 4.0)), id, Sense::CLICK);
    let name = named_cell(ctx, (row, column));
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
    if response.hovered() {
        let edge = (1.0, rgba(ctx.theme.card_line));
        ui.painter().rect_stroke(seen.shrink2(vec2(3.0, 4.0)), 6.0, edge, egui::StrokeKind::Inside);
    }
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        menu_look(ui);
        if column == Column::Status {
            let choices: Vec<_> = statuses(row).into_iter().map(|it| (Some(it), status_word(ctx, it))).collect();
            if let Some(Some(status)) = radios_ui(ui, (row.status(), &choices)) {
                set_status(ctx, row, status);
            }
            return;
        }
        let named = ctx.document.departments_in_order().into_iter();
        let named = named.map(|it| (Some(it.id.clone()), department_name(ctx, &it.id)));
        let choices: Vec<_> = std::iter::once((None, ctx.text("ledger-no-owner"))).chain(named).collect();
        if let Some(owner) = radios_ui(ui, (row.owner().cloned(), &choices)) {
            set_owner(ctx, row, owner.as_ref());
        }
    });
}

/// "Status: in work — 12 minutes of waiting".
fn named_cell(ctx: &ViewCtx<'_>, (row, column): (&Row, Column)) -> String {
    let what = super::words::cell(ctx, row, column);
    let what = if what.is_empty() { ctx.text("choice-none") } else { what };
    let name = column_name(ctx, column);
    let statement = super::words::statement(ctx, row);
    ctx.texts.with("ledger-cell", &[("name", name.into()), ("what", what.into()), ("statement", statement.into())])
}

/// The touchpoints at which what stands nowhere yet can be placed.
fn place_ui(ui: &Ui, ctx: &ViewCtx<'_>, (row, id): (&Row, Id), seen: Rect) {
    let response = ui.interact(seen.shrink2(vec2(3.0, 4.0)), id, Sense::CLICK);
    let statement = super::words::statement(ctx, row);
    let name = ctx.texts.with("ledger-place", &[("statement", statement.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        let edge = (1.0, rgba(ctx.theme.card_line));
        ui.painter().rect_stroke(seen.shrink2(vec2(3.0, 4.0)), 6.0, edge, egui::StrokeKind::Inside);
    }
    if let Some(touchpoint) = touchpoint_pick_ui(ctx, &response) {
        let linked = match &row.item {
            Item::Barrier(it) => Linked::Barrier(it.id.clone()),
            Item::Opportunity(it) => Linked::Opportunity(it.id.clone()),
            Item::Strength(it) => Linked::Strength(it.id.clone()),
        };
        ctx.push_edit(verbs::link_touchpoint(ctx.document, &linked, &touchpoint, Link::Make));
    }
}

/// What can be done with a row.
pub(super) fn row_menu_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &LedgerView, row: &Row) {
    menu_look(ui);
    let subject = row.subject();
    let shown = egui::Button::new(ctx.text("ledger-show-on-map"));
    if ui.add_enabled(!row.places.is_empty(), shown).clicked() {
        ctx.push(Action::Ledger(Box::new(LedgerAction::ShowOnMap(subject.clone()))));
        ui.close();
    }
    item_ui(ui, ctx, CommandId::Rename);
    if matches!(row.item, Item::Barrier(_)) {
        item_ui(ui, ctx, CommandId::AddOpportunity);
    }
    ui.separator();
    for status in statuses(row) {
        if ui.radio(row.status() == Some(status), status_word(ctx, status)).clicked() {
            set_status(ctx, row, status);
            ui.close();
        }
    }
    if view.kind != crate::analysis::ledger::Kind::Strengths {
        ui.separator();
    }
    item_ui(ui, ctx, CommandId::Delete);
}
