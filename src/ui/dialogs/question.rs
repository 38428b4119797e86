//! Questions before something would be lost.

use egui::Ui;

use super::{body_ui, buttons_ui, fit, title_ui};
use crate::ui::action::{Action, Answer};
use crate::ui::context::ViewCtx;
use crate::ui::widgets::{Look, button_ui};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is in doubt.
    pub doubt: Doubt,
    /// The name of the file or thing it is about.
    pub name: String,
}

/// What is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// There are changes that are in no file.
    Unsaved,
    /// The file has changed outside since it was read.
    ChangedOutside,
    /// The file has changed since the work that a crash has left was kept.
    ChangedSinceKept,
    /// Saving takes the comments out of a file written by hand.
    Comments,
    /// A file of that name is there already.
    Exists,
    /// The file may not be written.
    ReadOnly,
}

impl Doubt {
    fn key(self) -> &'static str {
        match self {
            Self::Unsaved => "ask-unsaved",
            Self::ChangedOutside => "ask-changed",
            Self::ChangedSinceKept => "ask-changed-kept",
            Self::Comments => "ask-comments",
            Self::Exists => "ask-exists",
            Self::ReadOnly => "ask-read-only",
        }
    }

    /// What Enter answers: the button to press.
    pub(super) fn first_answer(self) -> Answer {
        self.answers().into_iter().next().map_or(Answer::Cancel, |(answer, _, _)| answer)
    }

    /// The answers from the one to press to the one that does nothing.
    fn answers(self) -> Vec<(Answer, &'static str, Look)> {
        let cancel = (Answer::Cancel, "cancel", Look::Plain);
        match self {
            Self::Unsaved => vec![
                (Answer::SaveFirst, "answer-save", Look::Primary),
                cancel,
                (Answer::Discard, "answer-discard", Look::Danger),
            ],
            Self::ChangedOutside | Self::ChangedSinceKept => vec![
                (Answer::SaveAs, "answer-keep-both", Look::Primary),
                cancel,
                (Answer::Reload, "answer-reload", Look::Danger),
                (Answer::Overwrite, "answer-overwrite", Look::Danger),
            ],
            Self::Comments => vec![
                (Answer::SaveAs, "answer-save-copy", Look::Primary),
                (Answer::Proceed, "answer-save-anyway", Look::Plain),
                cancel,
            ],
            Self::Exists => vec![(Answer::Overwrite, "answer-replace", Look::Danger), cancel],
            Self::ReadOnly => vec![(Answer::SaveAs, "answer-save-as", Look::Primary), cancel],
        }
    }
}

/// Shows a question.
pub(super) fn question_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, question: &Question) {
    let has_many_answers = matches!(question.doubt, Doubt::ChangedOutside | Doubt::ChangedSinceKept);
    fit::width_ui(ui, if has_many_answers { 640.0 } else { 460.0 });
    let key = question.doubt.key();
    let arguments = [("name", question.name.clone().into())];
    title_ui(ui, ctx, &ctx.texts.with(key, &arguments));
    fit::middle_ui(ui, |ui| body_ui(ui, ctx, &ctx.texts.with(&format!("{key}-text"), &arguments)));
    buttons_ui(ui, |ui| {
        for (answer, key, look) in question.doubt.answers() {
            if button_ui(ui, ctx.theme, &ctx.text(key), look).clicked() {
                ctx.push(Action::Answer(answer));
            }
        }
    });
}
