//! What fills the middle of the window, and what stands at its right.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

use super::action::{Action, New};
use super::context::ViewCtx;
use super::icon::IconName;
use super::teach::teach_ui;
use super::view::View;
use super::{canvas, find, inspector, ledger, panes, past, sources, start, studio};

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

/// When the page was opened that is shown.
#[derive(Clone, Copy)]
struct Opened {
    page: (Page, bool),
    /// The frames in which it was shown first and last.
    first: u64,
    last: u64,
    by_keys: bool,
}

fn opened_id() -> Id {
    Id::unique("page-opened")
}

/// Notes which page is shown, so that it can take the keyboard as it is opened.
fn note_opened(ui: &Ui, view: &View) {
    let frame = ui.ctx().cumulative_frame_nr();
    let page = (view.page, view.studio.comparing);
    let before = ui.data(|data| data.get_temp::<Opened>(opened_id()));
    let stays = before.filter(|opened| opened.page == page && opened.last + 1 >= frame);
    let first = stays.map_or(frame, |opened| opened.first);
    let opened = Opened { page, first, last: frame, by_keys: view.panes.by_keys };
    ui.data_mut(|data| data.insert_temp(opened_id(), opened));
}

/// Whether the page is opened in this frame.
pub fn arrives(ui: &Ui) -> bool {
    let opened = ui.data(|data| data.get_temp::<Opened>(opened_id()));
    opened.is_some_and(|opened| opened.first == opened.last)
}

/// A stop of the keyboard before what is shown next. It takes the keyboard as the page is opened, unless that has it
/// for something already, and is gone when the keyboard goes on: Tab leads to what stands behind it.
pub fn stop_ui(ui: &Ui, ctx: &ViewCtx<'_>, (area, name): (Rect, &str)) {
    let id = Id::unique("page-stop");
    let takes = arrives(ui) && !ui.ctx().text_edit_focused();
    if !takes && !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let stop = ui.interact(area, id, Sense::focusable_noninteractive());
    stop.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    if takes {
        stop.request_focus();
    }
    let by_keys = ui.data(|data| data.get_temp::<Opened>(opened_id())).is_some_and(|opened| opened.by_keys);
    if by_keys && stop.has_focus() {
        panes::ring_ui(ui, ctx.theme, area);
    }
}

/// Shows what fills the middle.
pub fn page_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    note_opened(ui, view);
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
