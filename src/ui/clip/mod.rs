//! The clipboard's views: what copy, cut and paste ask for, and what a pasted table will make, before it is made.

mod counts;
mod preview;
mod table;
mod values;

use std::sync::Arc;

use egui::{ColorImage, Event, Ui};

use self::counts::counted;
pub use self::preview::{Preview, known, preview_ui};
use super::action::Action;
use super::command::CommandId;
use super::context::ViewCtx;
use crate::model::Piece;

/// What this room asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum ClipAction {
    /// Puts in what this text stands for.
    Paste(String),
    /// Puts a picture where the selection wants one.
    PastePicture(Arc<ColorImage>),
    /// Puts in what was shown beforehand.
    Make(Arc<Piece>, Target),
}

/// Where what was shown beforehand goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Into the journey that is shown.
    ThisJourney,
    /// Into one of its own.
    NewJourney,
}

/// Takes what the system's clipboard keys ask for, while no text field does: they come as events and not as keys.
pub fn clipboard_ui(ui: &Ui, ctx: &ViewCtx<'_>, heard: impl Fn(CommandId) -> bool) {
    let asked = |event: &Event| matches!(event, Event::Copy | Event::Cut | Event::Paste(_) | Event::PasteImage(_));
    let events: Vec<Event> = ui.input_mut(|input| input.events.extract_if(.., |event| asked(event)).collect());
    for event in events {
        match event {
            Event::Copy if CommandId::Copy.enabled(ctx) => ctx.push(Action::Run(CommandId::Copy)),
            Event::Cut if CommandId::Cut.enabled(ctx) && heard(CommandId::Cut) => ctx.push(Action::Run(CommandId::Cut)),
            Event::Paste(text) if CommandId::Paste.enabled(ctx) => {
                ctx.push(Action::Clip(Box::new(ClipAction::Paste(text))));
            }
            Event::PasteImage(image) if CommandId::Paste.enabled(ctx) => {
                ctx.push(Action::Clip(Box::new(ClipAction::PastePicture(image))));
            }
            _ => {}
        }
    }
}
