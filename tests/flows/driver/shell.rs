//! What is where in the window's shell, and whether what has the keyboard is in sight.

use egui_kittest::kittest::{NodeT, Queryable};

use super::Driver;

/// Where the row of tools begins and ends, from the window's top.
const TOOLS: std::ops::Range<f32> = 40.0..84.0;

impl Driver {
    /// Whether something whose name holds these words is in sight in the row of tools.
    pub(crate) fn in_the_tool_row(&self, words: &str) -> bool {
        let window = self.harness.ctx.content_rect();
        let in_row = |rect: egui::Rect| TOOLS.contains(&rect.center().y) && window.contains_rect(rect);
        self.harness.query_all_by_label_contains(words).any(|node| in_row(node.rect()))
    }

    /// Whether all of what has the keyboard is in sight, if anything has it.
    pub(crate) fn focus_is_seen(&self) -> bool {
        let focused = self.harness.ctx.memory(egui::Memory::focused);
        let Some(widget) = focused.and_then(|id| self.harness.ctx.read_response(id)) else { return true };
        widget.interact_rect.expand(1.0).contains_rect(widget.rect)
    }

    /// Rests with the pointer on this, until a tooltip is shown.
    pub(crate) fn rest_on(&mut self, label: &str) {
        let place = self.rect_of(label).center();
        self.harness.hover_at(place);
        (0..8).for_each(|_| self.harness.step());
    }

    /// Where the tab is whose title has these words in it.
    pub(crate) fn tab(&self, words: &str) -> egui::Rect {
        let is_tab = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == egui::accesskit::Role::Tab;
        let tab = self.harness.query_all_by_label_contains(words).find(is_tab);
        tab.unwrap_or_else(|| panic!("no tab says {words:?}")).rect()
    }
}
