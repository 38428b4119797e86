//! What the lists and the board of barriers and opportunities show and take.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tropa::model::{Barrier, Opportunity, Subject};

use super::Driver;

impl Driver {
    /// The rows of the list in sight, from top to bottom, each as the sentence that it is told as.
    pub(crate) fn rows(&self) -> Vec<String> {
        self.placed_rows().into_iter().map(|(_, label)| label).collect()
    }

    /// The same with where each begins.
    pub(crate) fn placed_rows(&self) -> Vec<(f32, String)> {
        let all = self.harness.query_all_by_role(egui::accesskit::Role::Row);
        let mut rows: Vec<(f32, String)> =
            all.map(|node| (node.rect().top(), node.accesskit_node().label().unwrap_or_default())).collect();
        rows.sort_by(|one, other| one.0.total_cmp(&other.0));
        rows
    }

    /// Where the head of a group begins that has so many rows.
    pub(crate) fn top_of_group(&self, name: &str, count: usize) -> f32 {
        let begin = format!("{name}: {count}");
        let mut all = self.harness.query_all_by_label_contains(&begin);
        let says = |node: &egui_kittest::Node<'_>| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.strip_prefix(&begin).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
        };
        all.find(says).unwrap_or_else(|| panic!("no group is {begin:?}")).rect().top()
    }

    /// The whole label of the row that begins with these words.
    fn row_label(&self, statement: &str) -> String {
        let rows = self.rows();
        rows.iter()
            .find(|row| row.starts_with(statement))
            .unwrap_or_else(|| panic!("{statement:?} of {rows:?}"))
            .clone()
    }

    /// Clicks the words of a row with keys held.
    pub(crate) fn click_row(&mut self, statement: &str, modifiers: Modifiers) {
        let rect = self.rect_of(&self.row_label(statement));
        let pos = rect.left_center() + egui::vec2(60.0, 0.0);
        self.harness.event_modifiers(Event::PointerMoved(pos), modifiers);
        self.harness.step();
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            self.harness.event_modifiers(Event::PointerButton { pos, button, pressed, modifiers }, modifiers);
            self.harness.step();
        }
        self.harness.run();
    }

    /// Opens a pill of the list and presses a choice.
    pub(crate) fn pick(&mut self, pill: &str, choice: &str) {
        self.click(pill);
        self.click(choice);
        self.key(Key::Escape);
    }

    /// Picks a choice of a list in the panel at the right.
    pub(crate) fn choose_at_right(&mut self, field: &str, choice: &str) {
        let left = self.harness.ctx.content_rect().right() - 340.0;
        let fields = self.harness.query_all_by_role_and_label(egui::accesskit::Role::ComboBox, field);
        let field = fields.into_iter().find(|node| node.rect().left() > left);
        field.unwrap_or_else(|| panic!("no list is called {field:?}")).click();
        self.harness.run();
        let offered = self.harness.query_all_by_label(choice).find(|node| node.rect().left() > left);
        offered.unwrap_or_else(|| panic!("{choice:?} is not offered")).click();
        self.harness.run();
    }

    /// What is selected, by its statement.
    pub(crate) fn selected_statements(&self) -> Vec<String> {
        let document = self.document();
        let statement = |subject: &Subject| match subject {
            Subject::Barrier(id) => document.barriers.get(id).map(|it| it.statement.clone()),
            Subject::Opportunity(id) => document.opportunities.get(id).map(|it| it.statement.clone()),
            Subject::Strength(id) => document.strengths.get(id).map(|it| it.statement.clone()),
            _ => None,
        };
        self.app().selection().iter().filter_map(statement).collect()
    }

    /// The barrier that says this.
    pub(crate) fn barrier(&self, statement: &str) -> &Barrier {
        self.document().barriers.iter().find(|it| it.statement == statement).expect("a barrier")
    }

    /// The opportunity that says this.
    pub(crate) fn opportunity(&self, statement: &str) -> &Opportunity {
        self.document().opportunities.iter().find(|it| it.statement == statement).expect("an opportunity")
    }

    /// Where a card of the board is.
    pub(crate) fn board_card(&self, statement: &str) -> egui::Rect {
        let mut all = self.harness.query_all_by_label_contains(statement);
        let is_card = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == egui::accesskit::Role::Button;
        all.find(is_card).unwrap_or_else(|| panic!("no card says {statement:?}")).rect()
    }

    /// Gives the keyboard to a card of the board.
    pub(crate) fn focus_board_card(&mut self, statement: &str) {
        let center = self.board_card(statement).center();
        self.drag(center, center, None);
    }

    /// Presses keys in frames that follow each other at once.
    pub(crate) fn press_in_a_row(&mut self, keys: &[egui::Key]) {
        let modifiers = Modifiers::NONE;
        for key in keys {
            self.harness.event(Event::Key { key: *key, physical_key: None, pressed: true, repeat: false, modifiers });
        }
        for key in keys {
            self.harness.event(Event::Key { key: *key, physical_key: None, pressed: false, repeat: false, modifiers });
        }
        self.harness.run();
    }

    /// How wide a step of effort is on the board.
    pub(crate) fn board_step(&self) -> egui::Vec2 {
        // The tray is a strip beside which the board begins: axis at its left, inspector at its right.
        let tray = self.rect_of(&self.word("board-tray-empty"));
        let right = self.harness.ctx.content_rect().right() - 340.0 - 6.0 - 14.0;
        egui::vec2((right - tray.right() - 6.0 - 34.0) / 5.0, 0.0)
    }

    /// How many things go by this name.
    pub(crate) fn count_of(&self, label: &str) -> usize {
        self.harness.query_all_by_label(label).count()
    }

    /// Clicks the thing at this place of all that go by this name.
    pub(crate) fn click_one_of(&mut self, label: &str, place: usize) {
        self.harness.query_all_by_label(label).nth(place).expect(label).click();
        self.harness.run();
    }

    /// Where something is whose name holds these words.
    pub(crate) fn rect_of_part(&self, part: &str) -> egui::Rect {
        self.harness.get_by_label_contains(part).rect()
    }

    /// Selects a card of the map that stands for this.
    pub(crate) fn select_on_map(&mut self, subject: &Subject) {
        let found = self.app().hits().all().iter().find_map(|seen| match seen.target {
            tropa::scene::HitTarget::Subject(it) if it == subject => Some(seen.label.to_owned()),
            _ => None,
        });
        let Some(label) = found else {
            // Its lane is below the edge of the canvas: bring it up.
            self.wheel(self.canvas().center(), egui::vec2(0.0, -300.0), Modifiers::NONE);
            return self.select_on_map(subject);
        };
        self.click(&label);
    }
}
