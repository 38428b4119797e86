//! What keys do while a list has the keyboard.

use egui::{Key, Modifiers, Ui};

use super::grid::{Plan, ROW};
use super::{LedgerAction, LedgerView, head, menus, row};
use crate::analysis::ledger::{Kind, Line, Table};
use crate::ui::action::Action;
use crate::ui::command::RoomKey;
use crate::ui::context::ViewCtx;

/// Carries out what is pressed.
pub(super) fn keys_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, (table, plan): (&Table, &Plan)) {
    if view.writing.is_some() || table.lines.is_empty() {
        return;
    }
    walk(ui, ctx, view, (table, plan));
    across(ui, view, (table, plan));
    if RoomKey::ListAdd.is_heard(ui) {
        ctx.push(Action::Ledger(Box::new(LedgerAction::Add(view.kind))));
        return;
    }
    let Some(row) = table.row(view.sheet().cursor) else {
        on_group(ui, view, table);
        return;
    };
    let subject = row.subject();
    if RoomKey::ListShow.is_heard(ui) {
        ctx.push(Action::Ledger(Box::new(LedgerAction::ShowOnMap(subject))));
        return;
    }
    if RoomKey::ListWrite.is_heard(ui) {
        ctx.push(Action::BeginRename(subject));
        return;
    }
    if RoomKey::ListToggle.is_heard(ui) {
        ctx.push(Action::ToggleSelected(subject.clone()));
    }
    if RoomKey::ListStatusBack.is_heard(ui) {
        menus::step_status(ctx, row, -1);
    }
    if RoomKey::ListStatus.is_heard(ui) {
        menus::step_status(ctx, row, 1);
    }
    if view.kind == Kind::Barriers
        && let Some((severity, _)) = RoomKey::ListSeverity.heard(ui)
    {
        menus::set_severity(ctx, row, u8::try_from(severity).ok().filter(|severity| *severity > 0));
    }
}

/// Where a key goes from a line, with the lines of a page and the last line.
type Go = fn(usize, usize, usize) -> usize;

/// Up and down: alone they select, with Shift they stretch what is selected, with Ctrl they only go.
fn walk(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, (table, plan): (&Table, &Plan)) {
    let page = ((plan.body.height() / ROW) as usize).saturating_sub(1).max(1);
    let last = table.lines.len().saturating_sub(1);
    let moves: [(Key, Go); 6] = [
        (Key::ArrowUp, |at, _, _| at.saturating_sub(1)),
        (Key::ArrowDown, |at, _, last| (at + 1).min(last)),
        (Key::PageUp, |at, page, _| at.saturating_sub(page)),
        (Key::PageDown, |at, page, last| (at + page).min(last)),
        (Key::Home, |_, _, _| 0),
        (Key::End, |_, _, last| last),
    ];
    for (key, to) in moves {
        for modifiers in [Modifiers::SHIFT, Modifiers::COMMAND, Modifiers::NONE] {
            let times = ui.input_mut(|input| input.count_and_consume_key(modifiers, key));
            for _ in 0..times {
                let line = to(view.sheet().cursor, page, last);
                if modifiers == Modifiers::COMMAND {
                    view.sheet_mut().cursor = line;
                } else {
                    row::select(ctx, view, (table, line), modifiers);
                }
                view.sheet_mut().bring_cursor = true;
            }
        }
    }
}

/// Left and right: fold and unfold on a group's head, move the columns on a row.
fn across(ui: &Ui, view: &mut LedgerView, (table, plan): (&Table, &Plan)) {
    let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f32;
    let (left, right) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
    if left + right == 0.0 {
        return;
    }
    if let Some(Line::Group(group)) = table.lines.get(view.sheet().cursor) {
        if group.folded == (right > 0.0) {
            head::fold(view, group);
        }
        return;
    }
    let sheet = view.sheet_mut();
    let most = (plan.width() - plan.body.width()).max(0.0);
    sheet.wanted_shift = Some((sheet.shift + (right - left) * 120.0).clamp(0.0, most));
}

fn on_group(ui: &Ui, view: &mut LedgerView, table: &Table) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if (pressed(Key::Enter) || pressed(Key::Space))
        && let Some(Line::Group(group)) = table.lines.get(view.sheet().cursor)
    {
        head::fold(view, group);
    }
}
