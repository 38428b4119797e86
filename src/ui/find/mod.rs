//! Finding the way: search, filters, minimap, places, the list of journeys, the outline.

use egui::Ui;

use super::context::ViewCtx;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum FindAction {}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct FindView {}

/// Shows the journeys with their pictures in place of the map.
pub fn journeys_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut FindView) {}

/// Shows the journey as an indented list in place of the map.
pub fn outline_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut FindView) {}
