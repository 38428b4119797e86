//! Writing on the map itself, and gestures that are looked at half way.

use egui::{Event, Modifiers, PointerButton, Pos2, Rect};
use tropa::edit::verbs::written_at;
use tropa::model::{Lane, Subject, TextField, TextSpot, TouchpointId, Transition, Written};
use tropa::scene::HitTarget;

use super::Driver;

impl Driver {
    /// A text of a touchpoint.
    pub(crate) fn spot_of(&self, id: &TouchpointId, field: TextField) -> TextSpot {
        TextSpot { subject: Subject::Touchpoint(self.journey().id.clone(), id.clone()), field }
    }

    /// Where a text stands; it is brought into sight first.
    pub(crate) fn text_rect(&mut self, spot: &TextSpot) -> Rect {
        self.harness.state_mut().reveal_text(spot.clone());
        self.harness.run();
        self.app().text_rect(spot).unwrap_or_else(|| panic!("{spot:?} is not on the map"))
    }

    /// What is written there.
    pub(crate) fn written(&self, spot: &TextSpot) -> String {
        match written_at(self.document(), spot) {
            Some(Written::Words(words)) => words,
            Some(Written::Number(number) | Written::Share(number)) => format!("{number:?}"),
            None => panic!("nothing can be written at {spot:?}"),
        }
    }

    pub(crate) fn click_at(&mut self, pos: Pos2, modifiers: Modifiers) {
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        for pressed in [true, false] {
            self.harness.event_modifiers(
                Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers },
                modifiers,
            );
            self.harness.step();
        }
        self.harness.run();
    }

    /// Presses the other button of the mouse.
    pub(crate) fn press_secondary(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
            self.harness.step();
        }
        self.harness.run();
    }

    pub(crate) fn double_click_at(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.harness.run();
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let click = [true, false].map(|pressed| Event::PointerButton { pos, button, pressed, modifiers });
        // Both clicks in one frame: a frame of the test is longer than a double click may take.
        self.events([click.clone(), click].concat());
    }

    /// Double clicks a text.
    pub(crate) fn begin_writing(&mut self, spot: &TextSpot) {
        let rect = self.text_rect(spot);
        self.double_click_at(rect.center());
    }

    /// Does what a view could ask for.
    pub(crate) fn carry_out(&mut self, action: tropa::ui::action::Action) {
        self.harness.state_mut().carry_out(action);
        self.harness.run();
    }

    /// Where the ways end that are being led just now.
    pub(crate) fn led_ways(&self) -> Vec<Pos2> {
        let end = |shape: &egui::Shape| match shape {
            egui::Shape::CubicBezier(curve) => curve.points.last().copied(),
            _ => None,
        };
        self.harness.output().shapes.iter().filter_map(|it| end(&it.shape)).collect()
    }

    /// Whether a text of the map is being written.
    pub(crate) fn is_writing(&self) -> bool {
        self.sees(&self.word("write-field")) || self.writes_a_title()
    }

    fn writes_a_title(&self) -> bool {
        use egui_kittest::kittest::{NodeT, Queryable};
        let name = self.word("rename-field");
        // The inspector's field of the same name does not count. What is wider than the map begins on it.
        let canvas = self.canvas();
        let on_the_map = |node: &egui_kittest::Node<'_>| canvas.contains(node.rect().left_center());
        self.harness.query_all_by_label(&name).any(|node| node.accesskit_node().is_text_input() && on_the_map(&node))
    }

    /// Holds the pointer pressed with these keys and moves it along; nothing is let go.
    pub(crate) fn hold(&mut self, places: &[Pos2], modifiers: Modifiers) {
        let Some(first) = places.first() else { return };
        self.harness.event_modifiers(Event::PointerMoved(*first), modifiers);
        self.harness.step();
        let pressed = Event::PointerButton { pos: *first, button: PointerButton::Primary, pressed: true, modifiers };
        self.harness.event_modifiers(pressed, modifiers);
        self.harness.step();
        for pair in places.windows(2) {
            for step in 1..=4 {
                let place = pair[0] + (pair[1] - pair[0]) * (step as f32 / 4.0);
                self.harness.event_modifiers(Event::PointerMoved(place), modifiers);
                self.harness.step();
            }
        }
    }

    /// Lets the time of so many frames go by.
    /// Moves the pointer that is pressed, and gives what it carries time to show where it would go.
    pub(crate) fn lead_on(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.frames(4);
    }

    /// Clicks what is ticked under this name.
    pub(crate) fn click_check(&mut self, name: &str) {
        use egui_kittest::kittest::{NodeT, Queryable};
        let is_check = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == egui::accesskit::Role::CheckBox;
        self.harness.query_all_by_label(name).find(is_check).expect("something to be ticked").click();
        self.harness.run();
    }

    pub(crate) fn frames(&mut self, count: usize) {
        for _ in 0..count {
            self.harness.step();
        }
    }

    /// A transition of which both cards are in sight, straight from one column to the next.
    pub(crate) fn short_transition(&self) -> Transition {
        let hits = self.app().hits();
        let beside = |it: &Transition| {
            let (Some(from), Some(to)) = (hits.card(&it.from), hits.card(&it.to)) else { return false };
            let gap = to.left() - from.right();
            (from.center().y - to.center().y).abs() < 1.0 && gap > 0.0 && gap < 60.0
        };
        let ways = &self.journey().transitions;
        ways.iter().find(|it| beside(it)).expect("a short way").as_ref().clone()
    }

    pub(crate) fn release_with(&mut self, pos: Pos2, modifiers: Modifiers) {
        let released = Event::PointerButton { pos, button: PointerButton::Primary, pressed: false, modifiers };
        self.harness.event_modifiers(released, modifiers);
        self.harness.run();
    }

    pub(crate) fn hold_space(&mut self, pressed: bool) {
        let modifiers = Modifiers::NONE;
        self.harness.event(Event::Key { key: egui::Key::Space, physical_key: None, pressed, repeat: false, modifiers });
        self.harness.step();
    }

    /// Where a lane is folded.
    pub(crate) fn lane_name(&self, lane: &Lane) -> Pos2 {
        let hits = self.app().hits();
        let is_it = |target: &HitTarget| matches!(target, HitTarget::LaneName(it) if it == lane);
        hits.all().iter().find(|seen| is_it(seen.target)).expect("its name").rect.center()
    }

    /// Where a lane is folded.
    pub(crate) fn fold_sign(&self, lane: &Lane) -> Pos2 {
        let hits = self.app().hits();
        let is_it = |target: &HitTarget| matches!(target, HitTarget::Fold(it) if it == lane);
        hits.all().iter().find(|seen| is_it(seen.target)).expect("a sign to fold it").rect.center()
    }
}
