//! What flows of finding look at: places, fields with the keyboard, what is typed letter by letter.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tropa::model::{JourneyId, Subject};
use tropa::ui::page::Page;

use super::Driver;

impl Driver {
    /// Opens the search and types into it.
    pub(crate) fn search_for(&mut self, words: &str) {
        self.key_with(Modifiers::COMMAND, Key::F);
        self.type_text(words);
    }

    /// What is selected, when it is one thing.
    pub(crate) fn selected_thing(&self) -> Option<Subject> {
        match self.app().selection() {
            [subject] => Some(subject.clone()),
            _ => None,
        }
    }

    /// The name of what has the keyboard.
    pub(crate) fn focused_name(&self) -> Option<String> {
        let root = self.harness.root();
        let focused = root.children_recursive().find(|node| node.accesskit_node().is_focused())?;
        focused.accesskit_node().label()
    }

    /// How many things go by this name.
    pub(crate) fn count_of(&self, label: &str) -> usize {
        self.harness.query_all_by_label(label).count()
    }

    pub(crate) fn page(&self) -> Page {
        self.app().page()
    }

    pub(crate) fn shown_journey(&self) -> JourneyId {
        self.app().shown_journey().expect("a journey is shown").clone()
    }
}
