//! Carries out what the persona builder asks for.

use super::shell::App;
use crate::ui::studio::StudioAction;

impl App {
    /// Carries out what its views ask for.
    pub(super) fn studio_action(&mut self, action: StudioAction) {
        match action {}
    }
}
