//! What fills the middle of the window, and what stands at its right.

use egui::Ui;

use super::action::{Action, New};
use super::context::ViewCtx;
use super::icon::IconName;
use super::teach::teach_ui;
use super::view::View;
use super::{canvas, find, inspector, ledger, past, sources, start, studio};

/// What fills the middle of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The map.
    #[default]
    Map,
    /// The journey as an indented list.
    Outline,
    /// The personas' full sheets.
    Personas,
    /// The list of barriers.
    Barriers,
    /// The board of opportunities.
    Opportunities,
    /// The journeys with their pictures.
    Journeys,
    /// Recent files, templates, samples.
    Start,
}

/// What stands at the right of the window, where the workshop's tools do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dock {
    /// The form of what is selected.
    #[default]
    Inspector,
    /// The history.
    History,
    /// Transcripts of interviews.
    Sources,
}

/// Shows what fills the middle.
pub fn page_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    match view.page {
        Page::Map | Page::Outline if ctx.journey.is_none() => {
            let keys = ("journey-first", "journey-first-text");
            if teach_ui(ui, ctx, (IconName::NewFile, keys), &ctx.text("command-add-journey")) {
                ctx.push(Action::Add(New::Journey));
            }
        }
        Page::Map => {
            find::strip_ui(ui, ctx, &mut view.find);
            canvas::canvas_ui(ui, ctx, view);
        }
        Page::Outline => find::outline_ui(ui, ctx, view),
        Page::Personas => studio::studio_ui(ui, ctx, view),
        Page::Barriers => ledger::barriers_ui(ui, ctx, &mut view.ledger),
        Page::Opportunities => ledger::board_ui(ui, ctx, &mut view.ledger),
        Page::Journeys => find::journeys_ui(ui, ctx, view),
        Page::Start => start::start_ui(ui, ctx, &mut view.start),
    }
}

/// Shows what stands at the right.
pub fn right_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    match view.dock {
        Dock::Inspector => inspector::inspector_ui(ui, ctx, view),
        Dock::History => past::past_ui(ui, ctx, &mut view.past),
        Dock::Sources => sources::sources_ui(ui, ctx, &mut view.sources),
    }
}
