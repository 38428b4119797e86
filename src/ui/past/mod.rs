//! The history as a panel: what was done, and a way back to any point of it.

use egui::Ui;

use super::context::ViewCtx;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum PastAction {}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct PastView {}

/// Shows the panel in place of the inspector.
pub fn past_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut PastView) {}
