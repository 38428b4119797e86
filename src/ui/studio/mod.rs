//! The persona builder: full sheets, side by side, with portraits that are drawn or cut to a circle.

use egui::Ui;

use super::context::ViewCtx;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum StudioAction {}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct StudioView {}

/// Shows the personas in place of the map.
pub fn studio_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut StudioView) {}
