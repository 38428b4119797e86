//! A row: its ground, its cells, and what the pointer does with it.

use egui::{Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::grid::Plan;
use super::state::grid_id;
use super::words::sentence;
use super::{LedgerAction, LedgerView, cells, menus, writing};
use crate::analysis::ledger::{Column, Row, Table};
use crate::model::Subject;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::context_menu::context_menu_of;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::widgets::{focus_ring, small_icon_button_ui};

/// The room at the end of a statement for the button that leads to the map.
pub(super) const WAY: f32 = 38.0;

/// Shows a row.
pub(super) fn row_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut LedgerView,
    (table, plan): (&Table, &Plan),
    (line, row, rect): (usize, &Row, Rect),
) {
    let subject = row.subject();
    let selected = ctx.is_selected(&subject);
    // One thing stands in several groups.
    let menus = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(("ledger-menus", line)));
    let response = ui.interact(rect, ui.scope_id().with(("ledger-row", line)), Sense::CLICK);
    let said = sentence(ctx, row);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &said));
    ground(ui, ctx, (rect, selected, &response));
    for placed in plan.columns.iter().rev() {
        let (cell, seen) = plan.cell(placed, rect);
        if !seen.is_positive() {
            continue;
        }
        if placed.column == Column::Statement {
            ground_of_statement(ui, ctx, (seen, selected, &response));
            if writing::is_here(view, &subject, line) {
                writing::writing_ui(ui, ctx, view, cell);
                continue;
            }
        }
        cells::cell_ui(ui, ctx, (row, placed.column), (cell, seen), &response);
        // A thing of several groups stands in several lines, each with cells of its own.
        let id = response.id.with((subject.id_text(), placed.column));
        menus::cell_menu_ui(&menus, ctx, (row, placed.column, id), (cell, seen));
    }
    let here = view.sheet().cursor == line;
    if here && ui.memory(|memory| memory.has_focus(grid_id())) {
        focus_ring(ui, rect.shrink2(vec2(3.0, 2.0)));
    }
    let pointed = ui.rect_contains_pointer(rect);
    if pointed && view.writing.is_none() && !row.places.is_empty() {
        show_on_map_ui(ui, ctx, &subject, (plan, rect));
    }
    touched(ui, ctx, view, (table, line, &subject), &response);
    // The list has the keyboard as a whole: its menu is that of the row where the keyboard is.
    let holder = if here { grid_id() } else { response.id };
    if context_menu_of(&response, holder, |ui| menus::row_menu_ui(ui, ctx, view, row)) && !selected {
        ctx.push(Action::Select(vec![subject]));
    }
}

fn ground(ui: &Ui, ctx: &ViewCtx<'_>, (rect, selected, response): (Rect, bool, &Response)) {
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, 0.0, rgba(ctx.theme.accent_tint));
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, rgba(ctx.theme.pill));
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, rgba(ctx.theme.line)));
}

/// The statements stay while the other columns move under them.
fn ground_of_statement(ui: &Ui, ctx: &ViewCtx<'_>, (seen, selected, response): (Rect, bool, &Response)) {
    let painter = ui.painter();
    painter.rect_filled(seen, 0.0, rgba(ctx.theme.background));
    ground(ui, ctx, (seen, selected, response));
}

/// The button at the end of a statement that leads to the map.
fn show_on_map_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, subject: &Subject, (plan, rect): (&Plan, Rect)) {
    let square = Rect::from_center_size(pos2(plan.frozen() - WAY / 2.0 + 1.0, rect.center().y), vec2(22.0, 22.0));
    ui.painter().rect_filled(square.expand(2.0), 4.0, rgba(ctx.theme.card));
    let mut corner = ui.new_child(egui::UiBuilder::new().max_rect(square));
    if small_icon_button_ui(&mut corner, ctx.theme, IconName::ShowOnMap, &ctx.text("ledger-show-on-map")).clicked() {
        ctx.push(Action::Ledger(Box::new(LedgerAction::ShowOnMap(subject.clone()))));
    }
}

/// What a click means: this one; with Shift all up to it; with Ctrl this one as well; twice, its words.
fn touched(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    view: &mut LedgerView,
    (table, line, subject): (&Table, usize, &Subject),
    response: &Response,
) {
    if response.secondary_clicked() && !ctx.is_selected(subject) {
        view.sheet_mut().cursor = line;
        ctx.push(Action::Select(vec![subject.clone()]));
    }
    if response.double_clicked() {
        ctx.push(Action::BeginRename(subject.clone()));
        return;
    }
    if !response.clicked() {
        return;
    }
    let modifiers = ui.input(|input| input.modifiers);
    select(ctx, view, (table, line), modifiers);
    ui.memory_mut(|memory| memory.request_focus(grid_id()));
}

/// Selects as a click or a key with these modifiers does.
pub(super) fn select(ctx: &ViewCtx<'_>, view: &mut LedgerView, (table, line): (&Table, usize), modifiers: Modifiers) {
    let sheet = view.sheet_mut();
    sheet.cursor = line;
    let Some(row) = table.row(line) else {
        sheet.anchor = line;
        ctx.push(Action::Select(Vec::new()));
        return;
    };
    let subject = row.subject();
    if modifiers.shift {
        ctx.push(Action::Select(table.between(sheet.anchor, line)));
    } else {
        sheet.anchor = line;
        let action = if modifiers.command { Action::ToggleSelected(subject) } else { Action::Select(vec![subject]) };
        ctx.push(action);
    }
    view.pinned = view.pinned.take().filter(|pinned| row.is(pinned));
}
