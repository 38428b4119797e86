//! The start screen: recent files, templates, samples.

use egui::Ui;

use super::context::ViewCtx;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum HabitAction {}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct StartView {}

/// Shows the start screen in place of the map.
pub fn start_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut StartView) {}
