//! The keys of the outline: arrows walk, fold and unfold; Enter adds; with Alt the selected rows move.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

use super::rows::{Row, row_of};
use crate::model::Subject;
use crate::ui::action::{Action, New};
use crate::ui::command::RoomKey;
use crate::ui::context::ViewCtx;
use crate::ui::find::{FindAction, Way};
use crate::ui::view::View;

/// Rows that Page Up and Page Down go.
const PAGE: usize = 12;

/// Follows the keys while the list has the keyboard; returns the row that is to be brought into sight.
pub(super) fn keys(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View, (list, rows): (&Response, &[Row])) -> Option<usize> {
    let held = view.find.outline.is_busy();
    let free = !held && view.dialog.is_none() && view.rename.is_none() && !egui::Popup::is_any_open(ui.ctx());
    let ours = ui.memory(egui::Memory::focused).is_none_or(|id| id == list.id);
    if !free || !ours || rows.is_empty() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let steps = RoomKey::OutlineMove.steps(ui);
    let way = if steps < 0 { Way::Up } else { Way::Down };
    for _ in 0..steps.unsigned_abs() {
        ctx.push(Action::Find(Box::new(FindAction::MoveRows(way))));
    }
    let at = ctx.focus().and_then(|subject| row_of(rows, subject, view.find.outline.at));
    let last = rows.len() - 1;
    let steps: [(Key, &dyn Fn(usize) -> usize); 6] = [
        (Key::ArrowUp, &|at| at.saturating_sub(1)),
        (Key::ArrowDown, &|at| at + 1),
        (Key::PageUp, &|at| at.saturating_sub(PAGE)),
        (Key::PageDown, &|at| at + PAGE),
        (Key::Home, &|_| 0),
        (Key::End, &|_| last),
    ];
    let mut goal = None;
    for (key, step) in steps {
        for modifiers in [Modifiers::SHIFT, Modifiers::NONE] {
            if pressed(modifiers, key) {
                let next = nearest_thing(rows, at.map_or(0, step).min(last), key);
                let subject = rows.get(next).map(|row| row.subject.clone())?;
                let mut selection = vec![subject.clone()];
                if modifiers.shift {
                    selection = ctx.selection.iter().filter(|it| **it != subject).cloned().chain(selection).collect();
                }
                ctx.push(Action::Select(selection));
                goal = Some(next);
            }
        }
    }
    let Some((at, row)) = at.and_then(|at| Some((at, rows.get(at)?))) else { return goal };
    let folds = &mut view.find.outline.folds;
    if pressed(Modifiers::NONE, Key::ArrowLeft) {
        if row.folds && folds.is_open(&row.subject) {
            folds.set(&row.subject, false);
        } else if let Some((above, parent)) = rows.iter().enumerate().take(at).rfind(|(_, it)| it.depth < row.depth) {
            ctx.push(Action::Select(vec![parent.subject.clone()]));
            goal = Some(above);
        }
    } else if pressed(Modifiers::NONE, Key::ArrowRight) && row.folds {
        if folds.is_open(&row.subject) {
            let child = rows.iter().enumerate().skip(at + 1).find(|(_, below)| below.quote.is_none());
            if let Some((below, child)) = child.filter(|(_, child)| child.depth > row.depth) {
                ctx.push(Action::Select(vec![child.subject.clone()]));
                goal = Some(below);
            }
        } else {
            folds.set(&row.subject, true);
        }
    } else if row.folds && RoomKey::OutlineFold.is_heard(ui) {
        let open = folds.is_open(&row.subject);
        folds.set(&row.subject, !open);
    } else if RoomKey::OutlineEnter.is_heard(ui) {
        enter(ctx, &row.subject);
    }
    goal
}

/// Enter adds what follows, or begins to rename what nothing is added after.
fn enter(ctx: &ViewCtx<'_>, subject: &Subject) {
    match subject {
        Subject::Touchpoint(..) => ctx.push(Action::Add(New::Touchpoint)),
        Subject::Stage(_, stage) => ctx.push(Action::Add(New::TouchpointIn(*stage))),
        Subject::Step(_, step) => ctx.push(Action::Find(Box::new(FindAction::AddToStep(step.clone())))),
        subject => ctx.push(Action::BeginRename(subject.clone())),
    }
}

/// A row that shows a thing, here or further the way of the key.
fn nearest_thing(rows: &[Row], at: usize, key: Key) -> usize {
    let is_thing = |at: &usize| rows.get(*at).is_some_and(|row| row.quote.is_none());
    let down = || (at..rows.len()).find(is_thing);
    let up = || (0..=at).rev().find(is_thing);
    let found = match key {
        Key::ArrowDown | Key::PageDown | Key::Home => down().or_else(up),
        _ => up().or_else(down),
    };
    found.unwrap_or(at)
}
