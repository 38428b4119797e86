//! What hands do: wheel, press, drag, and the window's own buttons.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::Queryable;
use tropa::model::{BarrierId, Emotion, Subject, TouchpointId};
use tropa::scene::HitTarget;

use super::Driver;

impl Driver {
    /// Whether this is the card of a touchpoint whose title begins so.
    pub(crate) fn is_card_of(&self, seen: &tropa::ui::canvas::hits::Seen<'_>, title: &str) -> bool {
        let subject = tropa::ui::canvas::hits::subject_of(seen.target);
        let Some(tropa::model::Subject::Touchpoint(_, id)) = subject else { return false };
        seen.card && self.journey().touchpoints.get(&id).is_some_and(|it| it.title.trim().starts_with(title))
    }

    /// Turns the wheel at a place; with the command key it zooms.
    pub(crate) fn wheel(&mut self, pos: Pos2, points: egui::Vec2, modifiers: Modifiers) {
        self.harness.hover_at(pos);
        self.harness.step();
        let (unit, delta) = (egui::MouseWheelUnit::Point, points);
        let (phase, source) = (egui::TouchPhase::Move, egui::MouseWheelSource::Unknown);
        self.harness.event_modifiers(Event::MouseWheel { unit, delta, modifiers, phase, source }, modifiers);
        self.harness.run();
    }

    /// What the window is told when its close button is pressed, and what it answers.
    pub(crate) fn press_close_button(&mut self) -> Vec<egui::ViewportCommand> {
        let root = self.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        root.events.push(egui::ViewportEvent::Close);
        self.commands_of_one_frame()
    }

    /// What a frame asks of the window itself.
    pub(crate) fn commands_of_one_frame(&mut self) -> Vec<egui::ViewportCommand> {
        self.harness.step();
        let output = self.harness.output();
        output.viewport_output.values().flat_map(|viewport| viewport.commands.clone()).collect()
    }

    /// Presses a key and says what the frames after ask of the window itself.
    pub(crate) fn commands_after(&mut self, label: &str) -> Vec<egui::ViewportCommand> {
        self.harness.get_by_label(label).click();
        (0..4).flat_map(|_| self.commands_of_one_frame()).collect()
    }

    pub(crate) fn click_empty(&mut self) {
        let name = self.word("canvas");
        let canvas = self.harness.get_by_label(&name).rect();
        let corner = canvas.left_top() + vec2(6.0, 6.0);
        self.press(corner);
        self.release(corner);
    }

    pub(crate) fn drag_from_edge(&mut self, from: &TouchpointId, to: &TouchpointId) {
        let start = self.card(from).right_center() - vec2(1.0, 0.0);
        let end = self.card(to).center();
        self.drag(start, end, None);
    }

    pub(crate) fn drag_card(&mut self, id: &TouchpointId, onto: &TouchpointId, cancel: Option<Key>) {
        let start = self.card(id).center();
        let end = self.card(onto).center_top() + vec2(0.0, 4.0);
        self.drag(start, end, cancel);
    }

    /// Drags the first emotion in sight by so many points on the screen; says whose it was and what it was.
    pub(crate) fn drag_an_emotion(&mut self, by: f32) -> (TouchpointId, Emotion) {
        let leading = self.journey().info.personas.first().cloned();
        let hits = self.app().hits();
        let found = hits.all().iter().find_map(|seen| match seen.target {
            HitTarget::Emotion { touchpoint: Subject::Touchpoint(_, id), persona, .. }
                if Some(persona) == leading.as_ref() =>
            {
                let emotion = self.emotion_of(id).filter(|emotion| emotion.points() < 3.0)?;
                Some((id.clone(), emotion, seen.rect.center()))
            }
            _ => None,
        });
        let Some((id, emotion, center)) = found else {
            // The curve is below the edge of the canvas: bring it up.
            self.wheel(self.canvas().center(), vec2(0.0, -300.0), Modifiers::NONE);
            return self.drag_an_emotion(by);
        };
        self.drag(center, center + vec2(0.0, by), None);
        (id, emotion)
    }

    /// Presses at one place and goes to another one.
    pub(crate) fn carry(&mut self, start: Pos2, end: Pos2) {
        self.press(start);
        for step in 1..=4 {
            self.harness.event(Event::PointerMoved(start + (end - start) * (step as f32 / 4.0)));
            self.harness.step();
        }
    }

    pub(crate) fn drag(&mut self, start: Pos2, end: Pos2, cancel: Option<Key>) {
        self.carry(start, end);
        if let Some(key) = cancel {
            self.harness.key_press(key);
            self.harness.step();
        }
        self.release(end);
    }

    /// Draws with the pointer through these places of the window.
    pub(crate) fn draw(&mut self, places: &[Pos2]) {
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return };
        self.press(*first);
        for place in places {
            self.harness.event(Event::PointerMoved(*place));
            self.harness.step();
        }
        self.release(*last);
    }

    /// From now on these keys are held, until others are.
    pub(crate) fn hold_keys(&mut self, modifiers: Modifiers) {
        self.harness.event(Event::ModifiersChanged(modifiers));
        self.harness.step();
    }

    /// Where the cards of a barrier are.
    pub(crate) fn barrier_cards(&self, barrier: &BarrierId) -> Vec<egui::Rect> {
        let is_it = |target: &HitTarget| matches!(target, HitTarget::Subject(Subject::Barrier(id)) if id == barrier);
        self.app().hits().all().iter().filter(|seen| is_it(seen.target)).map(|seen| seen.rect).collect()
    }

    pub(crate) fn press(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        self.button(pos, true);
        self.harness.step();
    }

    pub(crate) fn release(&mut self, pos: Pos2) {
        self.button(pos, false);
        self.harness.run();
    }

    pub(crate) fn button(&mut self, pos: Pos2, pressed: bool) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
    }
}
