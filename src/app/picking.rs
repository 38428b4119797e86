//! Which file is meant: asked by the system's dialog, or typed by hand.

use std::path::Path;

use super::file_dialogs::{Pick, Request};
use super::files::Replace;
use super::output::Output;
use super::shell::{App, Report};
use crate::model::{LaneId, PersonaId, TouchpointId};
use crate::ui::dialogs::Dialog;

/// What a path is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Purpose {
    /// To open it.
    Open {
        /// The revision whose loss is agreed to: the window can be used while the system asks for the path.
        losing: u64,
    },
    /// To save the document there.
    Save,
    /// To write this there.
    Write(Output),
    /// To read a transcript from there.
    Transcript,
    /// To take a photo from there.
    Photo(PersonaId),
    /// To take a picture of a touchpoint from there.
    TouchpointPicture(TouchpointId),
    /// To take a picture from there into a touchpoint's cell.
    CellPicture(TouchpointId, LaneId),
}

impl Purpose {
    /// The message that asks for the path.
    pub(super) fn title_key(&self) -> &'static str {
        match self {
            Self::Open { .. } => "pick-open",
            Self::Save => "pick-save",
            Self::Write(output) => output.title_key(),
            Self::Transcript => "pick-transcript",
            Self::Photo(_) => "pick-photo",
            Self::TouchpointPicture(_) | Self::CellPicture(..) => "pick-picture",
        }
    }
}

impl App {
    /// Asks for a path, by the system's dialog or, where there is none, by a field of our own.
    pub(super) fn ask_path(&mut self, request: Request, purpose: Purpose) {
        let title = self.texts().get(purpose.title_key());
        let (reports, context) = (self.reports.clone(), self.context.clone());
        let answer = move |pick| {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = reports.send(Report::Picked(purpose, pick));
            context.request_repaint();
        };
        self.dialogs.ask(request, title, Box::new(answer));
    }

    /// A path was picked, or not.
    pub(super) fn picked(&mut self, purpose: Purpose, pick: Pick) {
        match pick {
            Pick::Picked(path) => self.use_path(purpose, path, Replace::AsPicked),
            Pick::Cancelled => self.after_save = None,
            Pick::Unavailable => {
                let title_key = purpose.title_key();
                let typed = match &purpose {
                    Purpose::Save => self.offered_path(&self.offered_name("ron")),
                    Purpose::Write(output) => self.offered_path(&self.output_name(output)),
                    Purpose::Open { .. }
                    | Purpose::Transcript
                    | Purpose::Photo(_)
                    | Purpose::TouchpointPicture(_)
                    | Purpose::CellPicture(..) => String::new(),
                };
                self.typed_for = Some(purpose);
                self.view.dialog = Some(Dialog::Path { title_key, typed, problem: String::new() });
            }
        }
    }

    /// Beside the open file, else in the home directory.
    fn offered_path(&self, name: &str) -> String {
        let beside = self.session.path.as_deref().and_then(Path::parent).map(Path::to_owned);
        let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
        match beside.or_else(home) {
            Some(directory) => directory.join(name).display().to_string(),
            None => name.to_owned(),
        }
    }

    /// The same with what the file is of.
    pub(super) fn name_with(&self, key: &str, extension: &str) -> String {
        format!("{} {}.{extension}", self.offered_stem(), self.texts().get(key))
    }

    /// A name from the file or the project's title.
    pub(super) fn offered_name(&self, extension: &str) -> String {
        format!("{}.{extension}", self.offered_stem())
    }

    fn offered_stem(&self) -> String {
        let stem =
            self.session.path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let title = || {
            let title = self.document().info.title.trim();
            let plain = |letter: char| if letter.is_alphanumeric() || " -_".contains(letter) { letter } else { ' ' };
            let title: String =
                title.chars().map(plain).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
            if title.is_empty() { self.texts().get("untitled-file") } else { title }
        };
        stem.unwrap_or_else(title)
    }
}
