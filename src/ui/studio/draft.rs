//! A copy of a persona that the fields of its sheet change, sent as one edit at the end of the frame.

use std::sync::Arc;

use super::aside::Aside;
use crate::edit::{Command, Edit, EditLabel, ItemValue, MergeKey};
use crate::model::{Persona, Subject};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;

/// The copy, and what was done to it in this frame.
pub(super) struct Draft {
    /// The copy.
    pub(super) persona: Persona,
    /// Buttons beside its fields that are yet to be shown.
    pub(super) asides: Vec<Aside>,
    change: Option<Change>,
}

/// How the history takes a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// Something was typed or moved in this field: what follows there joins it.
    Typed(&'static str),
    /// Something was chosen, added or removed: an entry of its own.
    Done,
}

impl Draft {
    /// A copy to which nothing was done yet.
    pub(super) fn of(persona: &Persona) -> Self {
        Self { persona: persona.clone(), asides: Vec::new(), change: None }
    }

    /// Notes what was done, if anything.
    pub(super) fn note(&mut self, change: Option<Change>) {
        self.change = change.or(self.change);
    }

    /// Asks for the change.
    pub(super) fn send(self, ctx: &ViewCtx<'_>) {
        let Self { persona, asides: _, change } = self;
        let Some(change) = change else { return };
        let merge = match change {
            Change::Typed(field) => Some(MergeKey { subject: Subject::Persona(persona.id.clone()), field }),
            Change::Done => None,
        };
        let commands = vec![Command::Put(ItemValue::Persona(Arc::new(persona)))];
        ctx.push(Action::Edit(Edit { label: EditLabel::ChangePersona, merge, commands }));
    }
}
