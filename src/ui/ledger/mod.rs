//! Barriers and opportunities as lists and as a board of value against effort.

use egui::Ui;

use super::context::ViewCtx;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum LedgerAction {}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct LedgerView {}

/// Shows the list of barriers in place of the map.
pub fn barriers_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut LedgerView) {}

/// Shows the board of opportunities in place of the map.
pub fn board_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut LedgerView) {}
