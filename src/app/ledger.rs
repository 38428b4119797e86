//! Carries out what the lists and the board of barriers and opportunities ask for.

use super::shell::App;
use crate::ui::ledger::LedgerAction;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn ledger_action(&mut self, action: LedgerAction) {
        match action {}
    }
}
