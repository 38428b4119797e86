//! Carries out what orders the map: arrangement from the graph, columns, swimlanes, other stages.

use super::shell::App;
use crate::ui::command::CommandId;

impl App {
    /// Runs its commands of the table.
    pub(super) fn run_arrange(&mut self, _command: CommandId) {}
}
