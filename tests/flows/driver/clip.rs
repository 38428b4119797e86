//! The clipboard: what is put on it, and what is pasted, as the system hands it to the window.

use std::sync::Arc;

use egui::{Color32, ColorImage, Event, OutputCommand};
use egui_kittest::kittest::Queryable;

use super::Driver;

impl Driver {
    /// Copies and says what is on the clipboard then; nothing where nothing was copied.
    pub(crate) fn copy(&mut self) -> String {
        self.taken(Event::Copy)
    }

    /// Cuts and says what is on the clipboard then.
    pub(crate) fn cut(&mut self) -> String {
        self.taken(Event::Cut)
    }

    fn taken(&mut self, event: Event) -> String {
        self.harness.event(event);
        let mut copied = String::new();
        for _ in 0..6 {
            self.harness.step();
            for command in &self.harness.output().platform_output.commands {
                if let OutputCommand::CopyText(text) = command {
                    copied.clone_from(text);
                }
            }
        }
        self.harness.run();
        copied
    }

    pub(crate) fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.to_owned()));
        self.harness.run();
    }

    /// Pastes a picture of one colour.
    pub(crate) fn paste_picture(&mut self, size: [usize; 2]) {
        let image = ColorImage::filled(size, Color32::from_rgb(200, 30, 30));
        self.harness.event(Event::PasteImage(Arc::new(image)));
        self.harness.run();
    }

    /// The titles of the map from the first touchpoint to the last.
    pub(crate) fn titles(&self) -> Vec<String> {
        self.touchpoints_in_order().iter().map(|id| self.title_of(id)).collect()
    }

    /// Whether it is said that so many touchpoints were pasted.
    pub(crate) fn says_pasted(&self, count: usize) -> bool {
        let arguments = [("count", count.into()), ("keys", "".into())];
        self.sees_part(self.app().texts().with("clip-pasted", &arguments).trim_end())
    }

    /// Whether it is said that so many touchpoints were pasted, and these personas with them.
    pub(crate) fn says_pasted_with(&self, count: usize, personas: &str) -> bool {
        let arguments = [("count", count.into()), ("personas", personas.into()), ("keys", "".into())];
        self.sees_part(self.app().texts().with("clip-pasted-with", &arguments).trim_end())
    }

    /// A message with several arguments.
    pub(crate) fn texts_about(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.app().texts().with(key, &arguments)
    }

    /// Clicks what is called by words that begin like these, whatever is said after.
    pub(crate) fn click_beginning(&mut self, words: &str) {
        let begin: String = words.chars().take(24).collect();
        self.harness.get_by_label_contains(&begin).click();
        self.harness.run();
    }
}
