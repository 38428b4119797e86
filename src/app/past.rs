//! Carries out what the history's panel asks for.

use super::shell::App;
use crate::ui::past::PastAction;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn past_action(&mut self, action: PastAction) {
        match action {}
    }
}
