//! Files of other formats: tables and Mermaid journeys are shown with what they will make and join the open project.

use std::path::Path;

use super::files::file_name;
use super::shell::App;
use crate::exchange::decode::decode;
use crate::exchange::grid::Table;
use crate::storage;
use crate::ui::dialogs::Dialog;

/// What a file is, by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// A spreadsheet.
    Table,
    /// A Mermaid journey.
    Mermaid,
}

impl Foreign {
    /// Of a file of ours: none.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "csv" | "tsv" => Some(Self::Table),
            "mmd" | "mermaid" => Some(Self::Mermaid),
            _ => None,
        }
    }
}

impl App {
    /// Shows what a file of another format will make.
    pub(super) fn import(&mut self, path: &Path, foreign: Foreign) {
        let bytes = match storage::read_bytes(path) {
            Ok((_, bytes, _)) => bytes,
            Err(error) => {
                let text = error.describe(self.texts());
                self.view.dialog = Some(Dialog::Message { title_key: "open-failed", text });
                return;
            }
        };
        let Ok((text, encoding)) = decode(&bytes) else {
            let text = self.texts().with("import-not-text", &[("file", file_name(path).into())]);
            self.view.dialog = Some(Dialog::Message { title_key: "open-failed", text });
            return;
        };
        match foreign {
            Foreign::Table => self.preview_table(Table::read_file(&text), encoding),
            Foreign::Mermaid => self.preview_mermaid(&text, encoding),
        }
    }
}
