//! Files that are written from the map and never read again: an export, paper or minutes, persona cards. Where each
//! goes is asked alike, and none replaces a file that nobody agreed to replace.

use std::path::{Path, PathBuf};

use super::file_dialogs::Request;
use super::files::{Intent, Replace, file_name, with_extension};
use super::picking::Purpose;
use super::shell::App;
use crate::ui::dialogs::{Doubt, ExportChoice, PaperChoice};
use crate::ui::studio::CardChoice;

/// What is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Output {
    /// A picture of maps, of the board or of slides.
    Export(ExportChoice),
    /// Minutes or paper.
    Print(PaperChoice),
    /// Persona cards.
    Cards(CardChoice),
}

impl Output {
    /// The message that asks for the path.
    pub(super) fn title_key(&self) -> &'static str {
        match self {
            Self::Export(choice) => choice.what.pick_key(),
            Self::Print(choice) => choice.pick_key(),
            Self::Cards(choice) => choice.pick_key(),
        }
    }

    /// The ending of its files.
    pub(super) fn extension(&self) -> &'static str {
        match self {
            Self::Export(choice) => choice.format.extension(),
            Self::Print(choice) => choice.extension(),
            Self::Cards(choice) => choice.format.extension(),
        }
    }
}

impl App {
    /// Closes the dialog it was chosen in and asks where it goes.
    pub(super) fn ask_where_to_write(&mut self, output: Output) {
        self.view.dialog = None;
        let request = Request::SaveExport { name: self.output_name(&output), extension: output.extension() };
        self.ask_path(request, Purpose::Write(output));
    }

    /// The name offered for its file.
    pub(super) fn output_name(&self, output: &Output) -> String {
        match output {
            Output::Export(choice) => self.export_name(choice),
            Output::Print(choice) => self.paper_name(choice),
            Output::Cards(choice) => self.card_name(choice),
        }
    }

    /// Writes it to the path that was picked or typed, after asking about each file that would be replaced unasked:
    /// the ending and the numbers of pages are added to the path, so that the system may have asked about another one.
    pub(super) fn write_to(&mut self, output: Output, picked: &Path, replace: Replace) {
        let path = with_extension(picked.to_owned(), output.extension());
        let targets = self.output_targets(&output, &path);
        let taken = targets.iter().find(|target| !replace.agrees_to(target, picked) && target.exists());
        if let Some(taken) = taken {
            let name = file_name(taken);
            self.pending = Some(Intent::WriteOver(output, path));
            self.ask(Doubt::Exists, name);
        } else {
            self.start_writing(output, path);
        }
    }

    /// Writes it aside from the window, over what is there.
    pub(super) fn start_writing(&mut self, output: Output, path: PathBuf) {
        match output {
            Output::Export(choice) => self.start_export(choice, path),
            Output::Print(choice) => self.start_print(choice, path),
            Output::Cards(choice) => self.start_cards(&choice, path),
        }
    }

    fn output_targets(&self, output: &Output, path: &Path) -> Vec<PathBuf> {
        match output {
            Output::Export(choice) => self.export_targets(choice, path),
            Output::Print(_) => vec![path.to_owned()],
            Output::Cards(choice) => self.card_targets(choice, path),
        }
    }
}
