//! The window's views: they read a [`ViewCtx`], keep their own [`View`], and push [`Action`]s; none of them changes a document.
//!
//! Reading order: [`action`] (what can be asked for), [`command`] (the table of what menus offer), [`context`] (what is
//! read), [`frame_ui`] (who stands where), then [`canvas`] and [`inspector`].

pub mod action;
pub mod ahead;
pub mod bars;
pub mod canvas;
pub mod clip;
pub mod combo;
pub mod command;
pub mod context;
pub mod context_menu;
pub mod dialogs;
pub mod dragging;
pub mod find;
pub mod fonts;
pub mod icon;
pub mod inspector;
pub mod keyboard;
pub mod ledger;
pub mod menu;
pub mod menu_keys;
pub mod page;
pub mod palette;
pub mod panes;
pub mod past;
pub mod picture;
pub mod popups;
pub mod portrait;
pub mod present;
pub mod roving;
pub mod scrolled;
pub mod side;
pub mod sources;
pub mod start;
pub mod status;
pub mod studio;
pub mod style;
pub mod tabbed;
pub mod teach;
mod toast;
pub mod toolbar;
pub mod view;
pub mod widgets;
pub mod widths;
pub mod workshop;

use egui::{CentralPanel, Frame, Key, Panel, Rect, Stroke, Ui};

pub use action::Action;
pub use context::ViewCtx;
pub use menu::{project_title, window_title};
pub use toolbar::tab_title;
pub use view::View;
use view::{Beside, Room};

use self::command::{CommandId, Keyboard};
use self::context::Work;
use self::page::Page;
use self::panes::Pane;
use self::style::rgba;
use crate::scene::Color;

const MENU_HEIGHT: f32 = 40.0;
const TOOLBAR_HEIGHT: f32 = 44.0;
const STATUS_HEIGHT: f32 = 28.0;
/// In so many passes a dialog comes to its place.
const MEASURED: u32 = 3;

/// Shows the whole window.
pub fn frame_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let whole = ui.max_rect();
    let theme = ctx.theme;
    if view.dialog.is_some() && view.dialog_passes < MEASURED {
        // A tooltip stays as long as the pointer rests: what is disabled has none any more, and gets none while the
        // dialog is measured and does not cover it yet.
        ui.visuals_mut().disabled_alpha = 1.0;
        ui.disable();
    }
    let sheets = view.page == page::Page::Personas;
    let plan = planned(whole.width(), ctx, view);
    let (side, inspector) = shown(plan, view);
    let tabs = plan.side.min(whole.width() / 4.0);
    panes::follow(ui, view);
    menu_keys::follow(ui, ctx, view);
    popups::follow(ui, view);
    tabbed::follow(ui);
    find::keys(ui, ctx, view);
    follow_keys(ui, ctx, view);
    bar(ui, "menu-bar", (MENU_HEIGHT, theme.panel), |ui| {
        view.panes.place(Pane::Menu, ui.max_rect());
        view.menu_titles = menu::menu_bar_ui(ui, ctx);
        edge(ui, Side::Bottom, theme.line);
    });
    bar(ui, "tool-bar", (TOOLBAR_HEIGHT, theme.background), |ui| {
        view.panes.place(Pane::Tools, ui.max_rect());
        toolbar::toolbar_ui(ui, ctx, view, whole.left() + tabs);
        edge(ui, Side::Bottom, theme.line);
    });
    let frame = Frame::new().fill(rgba(theme.panel));
    Panel::bottom("status-bar").exact_size(STATUS_HEIGHT).show_separator_line(false).frame(frame).show(ui, |ui| {
        view.panes.place(Pane::Status, ui.max_rect());
        let left = whole.left() + tabs + 14.0;
        let right = if view.room == Room::Both { inspector } else { 0.0 };
        status::status_ui(ui, ctx, view, (left, whole.right() - right - 20.0));
        edge(ui, Side::Top, theme.line);
    });
    if side > 0.0 {
        Panel::left("side").exact_size(side).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
            view.panes.place(Pane::Side, ui.max_rect());
            if sheets {
                studio::strip_ui(ui, ctx, view);
            } else {
                side::side_ui(ui, ctx, view);
            }
            edge(ui, Side::Right, theme.line);
        });
    }
    if inspector > 0.0 {
        let panel = Panel::right("inspector").exact_size(inspector).resizable(false).show_separator_line(false);
        panel.frame(frame).show(ui, |ui| {
            view.panes.place(Pane::Dock, ui.max_rect());
            if view.workshop.open {
                workshop::dock_ui(ui, ctx, &mut view.workshop);
            } else {
                page::right_ui(ui, ctx, view);
            }
            edge(ui, Side::Left, theme.line);
        });
    }
    let middle = CentralPanel::default().frame(Frame::new().fill(rgba(theme.background))).show(ui, |ui| {
        view.panes.place(Pane::Middle, ui.max_rect());
        page::page_ui(ui, ctx, view);
    });
    widths::grips_ui(ui, ctx, view, (middle.response.rect, [side > 0.0, inspector > 0.0]));
    find::over_ui(ui, ctx, view, middle.response.rect);
    toast::toast_ui(ui, ctx, toast::room(middle.response.rect, &view.find.covered));
    palette::palette_ui(ui, ctx, view);
    dialogs::dialogs_ui(ui, ctx, view);
    start::drop_hint_ui(ui, ctx);
}

/// How wide the panels are: as set, or as one is being dragged.
fn planned(whole: f32, ctx: &ViewCtx<'_>, view: &View) -> widths::Plan {
    let set = ctx.file.preferences.widths;
    let wanted = view.pulled.map_or(set, |(panel, width)| set.with(panel, Some(width)));
    // The workshop's rows of figures need their room on narrow windows too.
    widths::plan(whole, wanted, view.workshop.open)
}

/// How wide the panels are that are shown: of the left one and of the right one.
fn shown(plan: widths::Plan, view: &mut View) -> (f32, f32) {
    // The start screen is about other maps than the one that is open.
    let starting = view.page == Page::Start;
    let side = if view.hide_side || starting { 0.0 } else { plan.side };
    // A sheet says all that the inspector would say of a persona, and has its own list at the left.
    let is_hidden = view.hide_inspector || (view.page == Page::Personas && view.dock == page::Dock::Inspector);
    let inspector = if (is_hidden && !view.workshop.open) || starting { 0.0 } else { plan.dock };
    view.room = plan.room;
    match (plan.room, view.preferred) {
        (Room::Both, _) => (side, inspector),
        (Room::One, _) if side == 0.0 || inspector == 0.0 => (side, inspector),
        (Room::One | Room::None, Some(Beside::Side)) => (side, 0.0),
        (Room::One, _) | (Room::None, Some(Beside::Dock)) => (0.0, inspector),
        (Room::None, None) => (0.0, 0.0),
    }
}

/// Asks for the commands whose keys were pressed.
fn follow_keys(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let context = ui.ctx();
    let keyboard = keyboard(ui, view);
    ahead::await_typing(context, keyboard == Keyboard::Text && !context.text_edit_focused());
    // What a dialog, an open menu or a gesture has the keyboard for is no command.
    let busy = canvas::is_busy(view) || view.ledger.is_busy() || view.find.outline.is_busy();
    let busy = busy || view.pulled.is_some() || dragging::is_busy(context);
    if view.dialog.is_none() && !egui::Popup::is_any_open(context) && !busy {
        studio::keys(ui, ctx, view);
        let (in_place, in_palette) = (view.rename.is_some(), view.palette.is_open());
        // Nothing is changed that is not seen.
        let shows_map = matches!(view.page, Page::Map | Page::Outline);
        let starts = view.page == Page::Start;
        let answers = |command: CommandId| {
            let heard = !in_place || command.goes_with_typing();
            let heard = heard && (!in_palette || command == CommandId::Palette);
            let of_map = command.changes_map(ctx) || (starts && command.removes());
            heard && command.answers(ctx) && (shows_map || !of_map)
        };
        if view.capture.names && keyboard == Keyboard::Map {
            ui.input_mut(|input| input.events.retain(|event| !self::keyboard::is_for_words(event)));
        }
        for command in command::pressed(context, keyboard, answers) {
            ctx.push(Action::Run(command));
        }
        if keyboard != Keyboard::Text {
            if view.panes.is_meant(Pane::Dock) && view.dock == page::Dock::Sources && !view.workshop.open {
                view.sources.take_pasted(ui);
            }
            if view.page == Page::Start
                && ctx.file.work == Work::Aside
                && ui.input(|input| input.key_pressed(Key::Escape))
            {
                ctx.push(Action::Run(CommandId::ShowMap));
            }
            clip::clipboard_ui(ui, ctx, |command| shows_map || !command.changes_map(ctx));
        }
    }
}

/// Who has the keyboard.
fn keyboard(ui: &Ui, view: &mut View) -> Keyboard {
    // A field that is shown in this frame for the first time has the keyboard already.
    let begins = std::mem::take(&mut view.capture.begins_typing);
    let begins = begins || view.find.search.is_typed_ahead();
    if begins || view.rename.is_some() || view.palette.is_open() || ui.ctx().text_edit_focused() {
        Keyboard::Text
    } else if view.page == Page::Map && ui.memory(egui::Memory::focused).is_none_or(|id| id == canvas::id()) {
        Keyboard::Map
    } else {
        Keyboard::Elsewhere
    }
}

fn bar(ui: &mut Ui, id: &'static str, (height, color): (f32, Color), content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(rgba(color));
    Panel::top(id).exact_size(height).show_separator_line(false).frame(frame).show(ui, content);
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// The thin line that parts one panel from the next.
fn edge(ui: &Ui, side: Side, color: Color) {
    let rect: Rect = ui.max_rect();
    let stroke = Stroke::new(1.0, rgba(color));
    let painter = ui.painter();
    match side {
        Side::Left => painter.vline(rect.left() + 0.5, rect.y_range(), stroke),
        Side::Right => painter.vline(rect.right() - 0.5, rect.y_range(), stroke),
        Side::Top => painter.hline(rect.x_range(), rect.top() + 0.5, stroke),
        Side::Bottom => painter.hline(rect.x_range(), rect.bottom() - 0.5, stroke),
    };
}
