//! The palette: every command by its name, in both languages, from one field; below them the project's own things.
//!
//! The same list chooses a touchpoint's channel. Reading order: [`fuzzy`] (what fits), `entries` (what is offered),
//! `chooser` (the list), `channels`.

mod channels;
mod chooser;
mod entries;
pub mod fuzzy;

use egui::{Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use self::chooser::{Choice, Chooser, Outcome, Sheet, chooser_ui};
use self::entries::{Goal, entries};
use super::action::Action;
use super::command::{CommandId, keys_words};
use super::context::ViewCtx;
use super::fonts;
use super::icon::{self, IconName};
use super::page::Page;
use super::style::{CORNER, rgba};
use super::view::View;
use super::widgets::{focus_ring, ink, line_at};
use crate::model::{Subject, TouchpointId};
use crate::scene::text::Weight;

const WIDTH: f32 = 640.0;
const HEIGHT: f32 = 460.0;
const TOP: f32 = 56.0;
/// How many commands are remembered.
const MOST_RECENT: usize = 6;

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct PaletteView {
    open: Option<Open>,
    /// Commands that were run from it, the last one first.
    recent: Vec<CommandId>,
}

/// The list that is open.
#[derive(Debug)]
struct Open {
    chooser: Chooser,
    what: What,
    /// The rows for what is typed; none while they have to be found anew.
    rows: Option<Rows>,
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// A command, or a thing of the project.
    Command,
    /// The channel of these touchpoints.
    Channel(Vec<TouchpointId>),
}

#[derive(Debug)]
enum Rows {
    Command(Vec<Choice>, Vec<Goal>),
    Channel(Vec<Choice>, Vec<channels::Goal>),
}

impl PaletteView {
    /// Whether it lies over the window.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens it, or closes it where it is open.
    pub fn open_commands(&mut self) {
        let was_open = self.open.take().is_some_and(|open| open.what == What::Command);
        self.open = (!was_open).then(|| Open { chooser: Chooser::default(), what: What::Command, rows: None });
    }

    /// Opens the list of channels for these touchpoints.
    pub fn open_channels(&mut self, touchpoints: Vec<TouchpointId>) {
        let what = What::Channel(touchpoints);
        self.open = Some(Open { chooser: Chooser::default(), what, rows: None });
    }

    fn used(&mut self, command: CommandId) {
        self.recent.retain(|other| *other != command);
        self.recent.insert(0, command);
        self.recent.truncate(MOST_RECENT);
    }
}

/// Shows the list that is open.
pub fn palette_ui(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let Some(mut open) = view.palette.open.take() else { return };
    if view.dialog.is_some() {
        return;
    }
    let whole = ui.ctx().content_rect();
    let rows = open.rows.take().unwrap_or_else(|| match &open.what {
        What::Command => {
            let (choices, goals) =
                entries(ui.ctx(), ctx, &open.chooser.typed, &view.palette.recent).into_iter().unzip();
            Rows::Command(choices, goals)
        }
        What::Channel(touchpoints) => {
            let (choices, goals) = channels::entries(ctx, touchpoints, &open.chooser.typed).into_iter().unzip();
            Rows::Channel(choices, goals)
        }
    });
    let (name, hint, nothing) = match &rows {
        Rows::Command(..) => (ctx.text("palette"), ctx.text("palette-hint"), ctx.text("palette-nothing")),
        Rows::Channel(..) => (ctx.text("channels"), ctx.text("channels-hint"), ctx.text("palette-nothing")),
    };
    let (corner, width, height) = match &rows {
        Rows::Command(..) => {
            let width = WIDTH.min(whole.width() - 48.0);
            (pos2(whole.center().x - width / 2.0, whole.top() + TOP), width, HEIGHT.min(whole.height() - 2.0 * TOP))
        }
        Rows::Channel(..) => channels::place(ctx, view, whole),
    };
    let sheet = Sheet { name: &name, hint: &hint, nothing: &nothing, corner, width, height };
    let (Rows::Command(choices, _) | Rows::Channel(choices, _)) = &rows;
    let outcome = chooser_ui(ui, ctx, sheet, (&mut open.chooser, choices));
    match outcome {
        Outcome::Open => view.palette.open = Some(Open { rows: Some(rows), ..open }),
        Outcome::Typed => view.palette.open = Some(open),
        Outcome::Closed => {}
        Outcome::Taken(place) => match rows {
            Rows::Command(_, goals) => {
                if let Some(goal) = goals.into_iter().nth(place) {
                    go(ctx, view, goal);
                }
            }
            Rows::Channel(_, goals) => {
                if let (Some(goal), What::Channel(touchpoints)) = (goals.into_iter().nth(place), &open.what) {
                    channels::choose(ctx, touchpoints, &goal);
                }
            }
        },
    }
    if outcome != Outcome::Open {
        ui.request_repaint();
    }
}

/// Does what a row stands for.
fn go(ctx: &ViewCtx<'_>, view: &mut View, goal: Goal) {
    let subject = match goal {
        Goal::Run(command) => {
            view.palette.used(command);
            ctx.push(Action::Run(command));
            return;
        }
        Goal::Go(subject) => subject,
    };
    match subject {
        Subject::Persona(persona) => ctx.push(Action::ShowPersona(persona)),
        Subject::Journey(journey) => {
            ctx.push(Action::ShowPage(Page::Map));
            ctx.push(Action::ShowJourney(journey));
        }
        subject => {
            ctx.push(Action::ShowPage(Page::Map));
            if let Subject::Touchpoint(journey, _) = &subject {
                ctx.push(Action::ShowJourney(journey.clone()));
            }
            ctx.push(Action::Reveal(subject));
        }
    }
}

/// The field in the menu bar that opens it.
pub fn field_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, width: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
    let name = ctx.text(CommandId::Palette.name_key());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let theme = ctx.theme;
    let edge = if response.hovered() { theme.faint } else { theme.card_line };
    ui.painter().rect(rect, f32::from(CORNER), rgba(theme.card), Stroke::new(1.0, rgba(edge)), StrokeKind::Inside);
    let mark = egui::Rect::from_center_size(pos2(rect.left() + 15.0, rect.center().y), vec2(14.0, 14.0));
    icon::paint(ui.painter(), mark, IconName::Search, rgba(theme.mute));
    let mute = ink(Weight::Regular, fonts::SMALL, theme.mute);
    let keys = CommandId::Palette.shortcut().map(|shortcut| keys_words(ui.ctx(), &shortcut)).unwrap_or_default();
    let keys = super::widgets::line(ui.painter(), &keys, ink(Weight::Regular, fonts::LABEL, theme.mute), width);
    let right = rect.right() - 10.0 - keys.size().x;
    line_at(
        ui.painter(),
        (rect.left() + 28.0, rect.center().y),
        &ctx.text("palette-field"),
        mute,
        right - rect.left() - 36.0,
    );
    ui.painter().galley(pos2(right, rect.center().y - keys.size().y / 2.0), keys, egui::Color32::PLACEHOLDER);
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    if response.on_hover_text(ctx.text(CommandId::Palette.doc_key())).clicked() {
        ctx.push(Action::Run(CommandId::Palette));
    }
}
