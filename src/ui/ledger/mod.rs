//! Barriers, opportunities and strengths as lists, and opportunities on a board of value against effort.
//!
//! Reading order: [`state`] (what is remembered), `bar` and `filters` (what stands above a list), `grid` with `row`,
//! `head` and `cells` (the list itself), `keys`, `menus`, `writing` (what hands do with it), `words`; then `board`.

mod bar;
mod board;
mod cells;
mod empty;
mod filters;
mod grid;
mod head;
mod keys;
mod menus;
mod row;
pub mod state;
mod words;
mod writing;

use egui::Ui;

pub use self::state::LedgerView;
use super::context::ViewCtx;
use super::dialogs::BoardPart;
use crate::analysis::ledger::Kind;
use crate::model::Subject;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum LedgerAction {
    /// Adds one to this list; what the filters ask of it is set at once.
    Add(Kind),
    /// Shows this list.
    ShowList(Kind),
    /// Shows on the map where this is met.
    ShowOnMap(Subject),
    /// Asks how the board is exported.
    ExportBoard(BoardPart),
    /// So many rows were put on the clipboard.
    Copied(usize),
}

/// Shows the lists in place of the map.
pub fn barriers_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView) {
    view.arrive(ui, ctx);
    let table = view.table(ctx);
    bar::bar_ui(ui, ctx, view, &table);
    filters::filters_ui(ui, ctx, (view.kind, &mut view.sheet_mut().query));
    if table.lines.is_empty() {
        empty::empty_ui(ui, ctx, view, &table);
        return;
    }
    grid::grid_ui(ui, ctx, view, &table);
}

/// Shows the board of opportunities in place of the map.
pub fn board_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView) {
    board::board_ui(ui, ctx, view);
}
