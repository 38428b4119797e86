//! Carries out search, filters, and the ways between places.

use super::shell::App;
use crate::ui::command::CommandId;
use crate::ui::find::FindAction;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn find_action(&mut self, action: FindAction) {
        match action {}
    }

    /// Runs its commands of the table.
    pub(super) fn run_find(&mut self, _command: CommandId) {}
}
