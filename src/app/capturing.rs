//! Carries out what the keyboard captures on the map: stages, marks, panes, the palette.

use super::shell::App;
use crate::ui::command::CommandId;

impl App {
    /// Runs its commands of the table.
    pub(super) fn run_capture(&mut self, _command: CommandId) {}
}
