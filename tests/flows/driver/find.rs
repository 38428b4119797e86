//! What flows of finding look at: places, fields with the keyboard, what is typed letter by letter.

use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use egui_kittest::kittest::Queryable;
use tropa::model::{JourneyId, Subject};
use tropa::ui::page::Page;

use super::Driver;

impl Driver {
    /// Opens the search and types into it.
    pub(crate) fn search_for(&mut self, words: &str) {
        self.key_with(Modifiers::COMMAND, Key::F);
        self.type_text(words);
    }

    /// Events that all arrive in one frame.
    pub(crate) fn arrive(&mut self, events: &[egui::Event]) {
        self.harness.input_mut().events.extend_from_slice(events);
        self.harness.run();
    }

    /// What stands in the search's field.
    pub(crate) fn searched(&self) -> Option<String> {
        let name = self.word("find-field");
        let is_field = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().as_ref() == Some(&name);
        self.harness.root().children_recursive().find(is_field)?.accesskit_node().value()
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

    pub(crate) fn page(&self) -> Page {
        self.app().page()
    }

    pub(crate) fn shown_journey(&self) -> JourneyId {
        self.app().shown_journey().expect("a journey is shown").clone()
    }

    /// Where a thing stands that is in sight.
    pub(crate) fn place_of_thing(&self, subject: &Subject) -> egui::Rect {
        let hits = self.app().hits();
        let is_it = |it: &&tropa::ui::canvas::hits::Seen<'_>| matches!(it.target, tropa::scene::HitTarget::Subject(it) if it == subject);
        hits.all().iter().find(is_it).unwrap_or_else(|| panic!("{subject:?} is not in sight")).whole
    }

    /// The search with its list.
    pub(crate) fn find_bar(&self) -> egui::Rect {
        let area = self.harness.ctx.memory(|memory| memory.area_rect(egui::Id::unique("find-bar")));
        area.expect("the search is open")
    }

    /// How the strip above the map says what a filter lets through.
    pub(crate) fn filter_words(&self, lit: usize, count: usize) -> String {
        self.app().texts().with("filter-count", &[("lit", lit.into()), ("count", count.into())])
    }

    /// The name of a button of the tool bar, with its keys.
    pub(crate) fn tool_words(&self, key: &str, keys: &str) -> String {
        format!("{} ({keys})", self.word(key))
    }

    /// Where the outline shows a touchpoint of this title.
    pub(crate) fn outline_row(&self, title: &str) -> egui::Rect {
        let begins =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(title));
        let rects = self.harness.root().children_recursive().filter(begins).map(|node| node.rect());
        // The narrow list at the left calls it so as well.
        rects.max_by(|a, b| a.width().total_cmp(&b.width())).unwrap_or_else(|| panic!("no row says {title:?}"))
    }

    /// Presses a button of the mouse where the pointer is.
    pub(crate) fn press_mouse_button(&mut self, button: egui::PointerButton) {
        let pos = self.canvas().center();
        for pressed in [true, false] {
            let modifiers = Modifiers::NONE;
            self.harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
        }
        self.harness.run();
    }

    /// Gives the keyboard to a journey's card.
    pub(crate) fn focus_card(&mut self, journey: &JourneyId) {
        let order = self.document().journeys_in_order();
        let at = order.iter().position(|it| it.id == *journey).expect("a journey");
        let is_card = |node: &egui_kittest::Node<'_>| {
            node.accesskit_node().role() == egui::accesskit::Role::Button && node.rect().height() > 200.0
        };
        let mut cards: Vec<_> = self.harness.root().children_recursive().filter(is_card).collect();
        let place = |node: &egui_kittest::Node<'_>| (node.rect().top() as i32, node.rect().left() as i32);
        cards.sort_by_key(place);
        cards.get(at).expect("a card").focus();
        self.harness.run();
    }

    /// Clicks what is called so, whatever is said after, in the panel right of the map.
    pub(crate) fn click_in_panel(&mut self, words: &str) {
        let map = self.canvas().right();
        let is_there = |node: &egui_kittest::Node<'_>| node.rect().left() > map;
        self.harness.query_all_by_label_contains(words).find(is_there).expect(words).scroll_to_me();
        self.harness.run();
        self.harness.query_all_by_label_contains(words).find(is_there).expect(words).click();
        self.harness.run();
    }

    /// Whether the outline left of the map shows a row of this title.
    pub(crate) fn is_in_outline(&self, title: &str) -> bool {
        let map = self.canvas().left();
        self.harness.query_all_by_label_contains(title).any(|node| node.rect().right() <= map)
    }
}
