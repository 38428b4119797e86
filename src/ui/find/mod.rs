//! Finding the way: search, filters, minimap, places, the list of journeys, the outline.
//!
//! Reading order: [`search`] (what is found), [`bar`] (the bar and its list), [`marks`] (what is lit on the map);
//! [`filter`] (what is dimmed) and [`filter_panel`]; [`minimap`]; [`trail`] (places one has been to).

pub mod bar;
pub mod filter;
pub mod filter_panel;
pub mod journeys;
pub mod marks;
pub mod minimap;
pub mod names;
pub mod outline;
pub mod search;
pub mod spot;
pub mod trail;

use egui::{PointerButton, Rect, Ui};

pub use filter::Filters;
pub use filter_panel::strip_ui;
pub use journeys::{JourneysView, journeys_ui};
pub use minimap::Minimap;
pub use outline::{OutlineView, outline_ui};
pub use search::Search;
pub use trail::Trail;

use super::action::Action;
use super::canvas;
use super::command::CommandId;
use super::context::ViewCtx;
use super::page::Page;
use super::view::View;
use crate::analysis::search::Place;
use crate::edit::verbs::Place as MapPlace;
use crate::model::{Lane, StepId, TouchpointId};

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum FindAction {
    /// Shows what was found: its journey, page, place on the map, or its form.
    Go(Place),
    /// Goes to the touchpoint before or after the selected one, of those that the filter lets through.
    Lit(canvas::walk::Way),
    /// Folds the lane again that was opened for what was found in it.
    FoldBack,
    /// Moves the selected rows of the outline by one place.
    MoveRows(Way),
    /// Moves touchpoints of the shown journey to a place in it.
    MoveTo(Vec<TouchpointId>, MapPlace),
    /// Adds a touchpoint at the end of a step of the shown journey.
    AddToStep(StepId),
}

/// A way through the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards its beginning.
    Up,
    /// Towards its end.
    Down,
}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct FindView {
    /// The search.
    pub search: Search,
    /// The filters.
    pub filters: Filters,
    /// What is lit on the map.
    pub marks: marks::Marks,
    /// The whole map in small.
    pub minimap: Minimap,
    /// The places one has been to.
    pub trail: Trail,
    /// The list of journeys.
    pub journeys: JourneysView,
    /// The outline.
    pub outline: OutlineView,
    /// A folded lane that is shown open, because something was found in it.
    pub opened: Option<Lane>,
    /// Parts of the canvas that are covered by bars, on the screen.
    pub covered: Vec<Rect>,
}

impl FindView {
    /// Another document was opened: what is typed stays, what was found is found anew.
    pub fn forget(&mut self) {
        self.filters.forget();
        self.trail = Trail::default();
        self.journeys = JourneysView::default();
        self.outline = OutlineView::default();
        self.opened = None;
    }
}

/// Keys that belong to what stands over the middle of the window: taken before commands see them.
pub fn keys(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    bar::keys(ui, ctx, view);
    filter_panel::keys(ui, view);
    if view.dialog.is_some() {
        return;
    }
    for (button, command) in [(PointerButton::Extra1, CommandId::Back), (PointerButton::Extra2, CommandId::Forward)] {
        if ui.input(|input| input.pointer.button_pressed(button)) {
            ctx.push(Action::Run(command));
        }
    }
}

/// Shows what stands over the middle of the window.
pub fn over_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, middle: Rect) {
    view.find.covered.clear();
    bar::bar_ui(ui, ctx, &mut view.find, middle);
    if view.page == Page::Map {
        filter_panel::panel_ui(ui, ctx, &mut view.find, middle);
        minimap::minimap_ui(ui, ctx, view);
    }
}
