//! Carries out the window's habits: other windows, the size of the interface, what is restored.

use super::shell::App;
use crate::ui::command::CommandId;
use crate::ui::start::HabitAction;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn habit_action(&mut self, action: HabitAction) {
        match action {}
    }

    /// Runs its commands of the table.
    pub(super) fn run_habit(&mut self, _command: CommandId) {}
}
