//! Carries out copy, cut, paste and duplicate.

use super::shell::App;
use crate::ui::clip::ClipAction;
use crate::ui::command::CommandId;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn clip_action(&mut self, action: ClipAction) {
        match action {}
    }

    /// Runs its commands of the table.
    pub(super) fn run_clip(&mut self, _command: CommandId) {}
}
