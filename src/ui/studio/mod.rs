//! The persona builder: full sheets, side by side, with portraits that are drawn or cut to a circle.
//!
//! Reading order: `strip` (who there is), `sheet` (all of one), `compare` (several beside each other), then what
//! is asked in dialogs: [`crop`], [`avatars`], [`card`].

mod aside;
pub mod avatars;
pub mod card;
mod colors;
mod compare;
mod compare_rows;
pub mod crop;
mod draft;
mod facts;
mod field;
mod head;
mod journeys;
mod lines;
mod rail;
mod sheet;
mod strip;
mod traits;

use std::sync::Arc;

use egui::{Align, Key, Layout, Modifiers, Ui};

use super::action::{Action, New};
use super::command::RoomKey;
use super::context::ViewCtx;
use super::page::{Dock, Page};
use super::view::View;
use super::widgets::{Look, button_ui, ink, paragraph_ui, rich};
use crate::model::{Avatar, Persona, PersonaId, Picture, Subject};
use crate::scene::text::Weight;

pub use card::CardChoice;
pub use colors::colors_ui;
pub use crop::Crop;
pub use strip::strip_ui;

/// The most personas that are shown side by side.
pub const MOST_COMPARED: usize = 4;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum StudioAction {
    /// Shows a persona's sheet.
    OpenSheet(PersonaId),
    /// Shows a persona by its initials.
    ShowInitials(PersonaId),
    /// Offers drawn avatars for a persona.
    DrawAvatar(PersonaId),
    /// Offers other ones.
    Shuffle(PersonaId),
    /// Shows a persona by a drawn avatar.
    TakeAvatar(PersonaId, Avatar),
    /// Lets a persona's photo be cut anew.
    CropPhoto(PersonaId),
    /// Shows a persona by what is inside the circle.
    TakeCrop(PersonaId, Picture, Crop),
    /// Writes persona cards to a file.
    ExportCards(CardChoice),
}

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct StudioView {
    /// Whether personas are shown side by side.
    pub comparing: bool,
    /// Which ones, from left to right.
    pub compared: Vec<PersonaId>,
    /// Whether only those rows are shown in which they differ.
    pub only_differences: bool,
    /// The list row that is empty and in no document yet.
    empty_row: Option<lines::EmptyRow>,
    /// Who is carried to another place.
    carried: Option<PersonaId>,
    /// Whether a field had the keyboard in the last frame.
    typing: bool,
    /// The pass in which a persona was selected while the sheets were shown.
    settled: u64,
}

/// An action of this room.
fn ask(action: StudioAction) -> Action {
    Action::Studio(Box::new(action))
}

/// The persona whose sheet is shown: the selected one, else the one that leads the map, else the first.
fn shown<'a>(ctx: &ViewCtx<'a>) -> Option<&'a Arc<Persona>> {
    let personas = &ctx.document.personas;
    let selected = ctx.focus().and_then(|subject| match subject {
        Subject::Persona(id) => personas.get(id),
        _ => None,
    });
    let leading = || ctx.persona.and_then(|id| personas.get(id));
    selected.or_else(leading).or_else(|| ctx.document.personas_in_order().first().copied())
}

/// Shows the personas in place of the map.
pub fn studio_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let Some(persona) = shown(ctx) else {
        nobody_ui(ui, ctx);
        return;
    };
    settle(ui, ctx, &mut view.studio, persona);
    view.studio.compared.retain(|id| ctx.document.personas.contains(id));
    if view.studio.comparing {
        compare::compare_ui(ui, ctx, view);
    } else {
        sheet::sheet_ui(ui, ctx, view, persona);
    }
    view.studio.typing = ui.ctx().text_edit_focused();
}

/// Keeps the shown persona selected, so that what is pasted, deleted or exported is meant for it. Where something else
/// was selected meanwhile, that is shown where it belongs.
fn settle(ui: &Ui, ctx: &ViewCtx<'_>, studio: &mut StudioView, persona: &Arc<Persona>) {
    let pass = ui.ctx().cumulative_pass_nr();
    let was_settled = pass.saturating_sub(studio.settled) <= 1;
    match ctx.focus() {
        Some(Subject::Persona(_)) => studio.settled = pass,
        Some(_) if was_settled => ctx.push(Action::ShowPage(Page::Map)),
        _ => ctx.push(Action::ShowPersona(persona.id.clone())),
    }
}

/// The keys of the sheets, asked before the commands': Esc leads back, Ctrl+PageUp and `PageDown` to the others.
pub fn keys(ui: &Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    if view.page != Page::Personas || ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::Escape) {
        if view.studio.carried.take().is_some() || view.studio.typing {
            // The row stays where it was; a field is left, and no more.
        } else if view.dock != Dock::Inspector && !view.workshop.open {
            // What was opened last is closed first.
            ctx.push(Action::ShowDock(Dock::Inspector));
        } else if view.studio.comparing {
            view.studio.comparing = false;
        } else {
            ctx.push(Action::ShowPage(Page::Map));
        }
    }
    let by = RoomKey::SheetOther.steps(ui);
    let order = ctx.document.personas_in_order();
    let at = shown(ctx).and_then(|shown| order.iter().position(|it| it.id == shown.id));
    let next = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| order.get(at));
    if let Some(next) = next.filter(|_| by != 0) {
        ctx.push(Action::ShowPersona(next.id.clone()));
    }
}

/// What is shown while there is no persona.
fn nobody_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space((ui.available_height() * 0.3).max(40.0));
        ui.label(rich(&ctx.text("studio-nobody"), ink(Weight::Bold, 20.0, ctx.theme.ink)));
        ui.add_space(6.0);
        ui.set_max_width(420.0);
        paragraph_ui(ui, &ctx.text("studio-nobody-hint"), ink(Weight::Regular, 13.0, ctx.theme.mute));
        ui.add_space(14.0);
        if button_ui(ui, ctx.theme, &ctx.text("command-add-persona"), Look::Primary).clicked() {
            ctx.push(Action::Add(New::Persona));
        }
    });
}
