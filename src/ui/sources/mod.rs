//! Transcripts beside the map: what is selected there becomes a claim that keeps its source.

use egui::Ui;

use super::context::ViewCtx;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum SourceAction {}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct SourcesView {}

/// Shows the panel in place of the inspector.
pub fn sources_ui(_ui: &mut Ui, _ctx: &ViewCtx<'_>, _view: &mut SourcesView) {}
