//! What assistive technology is told of everything that can be operated.

use egui::accesskit::{Action, Role};
use egui_kittest::kittest::NodeT;

use super::Driver;

/// Something that can be operated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Control {
    role: Role,
    name: String,
    size: (i32, i32),
}

impl Control {
    /// Whether its name is made of words: not empty, no mere sign or figure, no key of a message.
    fn is_named(&self, texts: &tropa::i18n::Texts) -> bool {
        self.name.chars().any(char::is_alphabetic) && !texts.has(self.name.trim())
    }
}

impl Driver {
    /// What can be operated in the last frame and does not say by words what it is. The window around the presenter's view is one of tests alone.
    pub(crate) fn nameless(&self) -> Vec<Control> {
        let controls = self.controls();
        assert!(!controls.is_empty(), "there is nothing to operate");
        let has_frame = self.app().running_show().is_some_and(|show| show.presenter);
        let is_frame = |it: &Control| it.role == Role::Unknown && has_frame;
        let nameless = |it: &Control| !is_frame(it) && !it.is_named(self.app().texts());
        controls.into_iter().filter(nameless).collect()
    }

    /// Everything in the last frame that takes the keyboard, or is pressed and says so.
    fn controls(&self) -> Vec<Control> {
        let operated = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            let is_it = |action| node.data().supports_action(action);
            is_it(Action::Focus) || is_it(Action::Click) && node.role() != Role::Unknown
        };
        let control = |node: egui_kittest::Node<'_>| {
            let (size, node) = (node.rect().size(), node.accesskit_node());
            // Words that can be selected are their own name.
            let words = || (node.role() == Role::Label).then(|| node.value()).flatten();
            let name = node.label().or_else(words).unwrap_or_default();
            Control { role: node.role(), name, size: (size.x as i32, size.y as i32) }
        };
        self.harness.root().children_recursive().filter(operated).map(control).collect()
    }
}
