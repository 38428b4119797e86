//! What is where in the window's shell, and whether what has the keyboard is in sight.

use egui_kittest::kittest::{NodeT, Queryable};

use super::Driver;
use tropa::scene::Theme;

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

/// Something that takes the keyboard, and where it is.
type Stop = (egui::Id, egui::Rect);

impl Driver {
    /// What takes the keyboard in sight and does not show that it has it: its name.
    pub(crate) fn stops_without_a_mark(&mut self) -> Vec<String> {
        let mut faults = Vec::new();
        for (id, _) in self.stops() {
            // The map as a whole is ringed for who comes to it by keys.
            if id == tropa::ui::canvas::id() {
                continue;
            }
            let before = self.harness.ctx.memory(egui::Memory::focused);
            if let Some(before) = before {
                self.harness.ctx.memory_mut(|memory| memory.surrender_focus(before));
            }
            self.harness.step();
            let Some(bare) = self.strokes_at(id) else { continue };
            self.harness.ctx.memory_mut(|memory| memory.request_focus(id));
            self.frames(2);
            let Some(marked) = self.strokes_at(id) else { continue };
            if marked <= bare {
                faults.push(self.focused_name().unwrap_or_else(|| format!("{id:?}")));
            }
        }
        faults
    }

    /// Whether a tooltip is shown.
    pub(crate) fn shows_a_tooltip(&self) -> bool {
        let is_tooltip = |layer: &egui::LayerId| layer.order == egui::Order::Tooltip;
        self.harness.ctx.memory(|memory| memory.areas().visible_layer_ids().iter().any(is_tooltip))
    }

    /// Scrolls to what goes by this name.
    pub(crate) fn bring(&mut self, label: &str) {
        self.harness.get_by_label(label).scroll_to_me();
        self.harness.run();
    }

    /// Gives the keyboard to what is called by words that hold these.
    pub(crate) fn focus_part(&mut self, part: &str) {
        self.harness.query_all_by_label_contains(part).last().expect("something of this name").focus();
        self.harness.run();
    }

    /// The lines and frames that say where what is carried would go.
    pub(crate) fn insertion_marks(&self) -> Vec<egui::Rect> {
        let accent = tropa::ui::style::rgba(Theme::of(self.app().theme_name()).accent);
        let mut marks = Vec::new();
        for clipped in &self.harness.output().shapes {
            match &clipped.shape {
                egui::Shape::LineSegment { stroke, .. } if stroke.width == 3.0 && stroke.color == accent => {
                    marks.push(clipped.shape.visual_bounding_rect());
                }
                egui::Shape::Rect(rect) if rect.stroke.width == 2.0 && rect.fill == accent.gamma_multiply(0.10) => {
                    marks.push(rect.rect);
                }
                _ => {}
            }
        }
        marks
    }

    /// What takes the keyboard, of what is seen at least by half.
    fn stops(&self) -> Vec<Stop> {
        let context = &self.harness.ctx;
        let modal = context.memory(egui::Memory::top_modal_layer);
        context.viewport(|viewport| {
            let widgets = &viewport.prev_pass.widgets;
            let layers = widgets.layer_ids().filter(|layer| modal.is_none_or(|modal| modal == *layer));
            let all = layers.flat_map(|layer| widgets.get_layer(layer));
            let seen = |widget: &&egui::WidgetRect| widget.interact_rect.area() > widget.rect.area() / 2.0;
            let takes = all.filter(|widget| widget.enabled && widget.sense.is_focusable()).filter(seen);
            takes.map(|widget| (widget.id, widget.rect)).collect()
        })
    }

    /// How many lines in the accent's colour are drawn around something.
    fn strokes_at(&self, id: egui::Id) -> Option<usize> {
        let (_, rect) = self.stops().into_iter().find(|(stop, _)| *stop == id)?;
        let accent = tropa::ui::style::rgba(Theme::of(self.app().theme_name()).accent);
        let shapes = self.harness.output().shapes.iter();
        let near = |seen: egui::Rect| rect.expand(6.0).contains_rect(seen);
        let lines = shapes.filter(|it| it.clip_rect.intersects(rect)).map(|it| lines(&it.shape, accent, &near));
        Some(lines.sum())
    }
}

/// How many lines of a colour a shape draws, of those in the right place.
fn lines(shape: &egui::Shape, color: egui::Color32, near: &dyn Fn(egui::Rect) -> bool) -> usize {
    let drawn = match shape {
        egui::Shape::Vec(shapes) => return shapes.iter().map(|shape| lines(shape, color, near)).sum(),
        egui::Shape::Rect(rect) => rect.stroke.width >= 1.0 && rect.stroke.color == color,
        egui::Shape::Circle(circle) => circle.stroke.width >= 1.0 && circle.stroke.color == color,
        egui::Shape::LineSegment { stroke, .. } => stroke.color == color,
        _ => false,
    };
    usize::from(drawn && near(shape.visual_bounding_rect()))
}
