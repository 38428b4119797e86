//! Carries out what transcripts ask for.

use super::shell::App;
use crate::ui::sources::SourceAction;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn source_action(&mut self, action: SourceAction) {
        match action {}
    }
}
