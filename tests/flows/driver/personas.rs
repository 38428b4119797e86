//! What hands do with personas: fields of a sheet by their names, pictures let go over the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use tropa::model::{Emotion, Persona, PersonaId, Subject, TouchpointId};
use tropa::scene::HitTarget;

use super::Driver;

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.path
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Ok(self.bytes.clone())
    }
}

/// A photo of this size, dark in its left half and light in its right one.
pub(crate) fn photo(width: u32, height: u32) -> Vec<u8> {
    let shade = |x: u32, _| if x < width / 2 { image::Rgb([20; 3]) } else { image::Rgb([230; 3]) };
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(width, height, shade).write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

impl Driver {
    /// A persona by its place.
    pub(crate) fn persona(&self, place: usize) -> &Persona {
        self.document().personas_in_order()[place]
    }

    pub(crate) fn drop_file(&mut self, name: &str, bytes: Vec<u8>) {
        let file = Dropped { path: PathBuf::from(name), bytes };
        self.harness.input_mut().dropped_files.push(Arc::new(file));
        self.harness.run();
    }

    /// Clicks twice in one frame: frames of tests are further apart than the clicks of a double click.
    pub(crate) fn double_click(&mut self, label: &str) {
        let pos = self.rect_of(label).center();
        self.events(vec![egui::Event::PointerMoved(pos)]);
        let button = |pressed| {
            let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
            egui::Event::PointerButton { pos, button, pressed, modifiers }
        };
        self.events([true, false, true, false].map(button).to_vec());
    }

    /// Clicks the field, the box to check or the slider of this name, where other things have it too.
    pub(crate) fn click_role(&mut self, role: Role, label: &str) {
        let is_it = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == role;
        let found = |driver: &Self| driver.harness.query_all_by_label(label).find(is_it).map(|node| node.rect());
        assert!(found(self).is_some(), "no {role:?} is called {label:?}");
        if let Some(node) = self.harness.query_all_by_label(label).find(is_it) {
            node.scroll_to_me();
        }
        self.harness.run();
        self.harness.query_all_by_label(label).find(is_it).expect("it is still there").click();
        self.harness.run();
    }

    /// Gives the keyboard to the row of a list on the sheet, counted from 1.
    pub(crate) fn click_line(&mut self, list: &str, number: usize) {
        let name =
            self.app().texts().with("studio-line", &[("list", self.word(list).into()), ("number", number.into())]);
        self.click_role(Role::TextInput, &name);
    }

    /// How a touchpoint feels to a persona.
    pub(crate) fn felt_by(&self, touchpoint: &TouchpointId, persona: &PersonaId) -> Option<Emotion> {
        let (_, touchpoint) = self.document().touchpoint(touchpoint)?;
        touchpoint.feeling(persona)?.emotion
    }

    /// Whose emotions can be taken hold of on the map, and of how many touchpoints.
    pub(crate) fn curves_in_sight(&self) -> std::collections::BTreeMap<PersonaId, usize> {
        let hits = self.app().hits();
        let mut curves = std::collections::BTreeMap::new();
        for seen in hits.all() {
            if let HitTarget::Emotion { touchpoint: Subject::Touchpoint(..), persona, .. } = seen.target {
                *curves.entry(persona.clone()).or_default() += 1;
            }
        }
        curves
    }

    /// Gives the keyboard to what goes by this name.
    pub(crate) fn focus(&mut self, label: &str) {
        let all: Vec<_> = self.harness.query_all_by_label(label).collect();
        all.last().expect("something of this name").focus();
        self.harness.run();
    }

    /// Clicks what goes by this name at the right of the map.
    pub(crate) fn click_first_in_inspector(&mut self, label: &str) {
        let edge = self.canvas().right();
        let right = |node: &egui_kittest::Node<'_>| node.rect().left() > edge;
        self.harness.query_all_by_label(label).find(right).expect("something of this name").click();
        self.harness.run();
    }

    /// Where a persona's chip above the map is.
    pub(crate) fn persona_chip(&self, id: &PersonaId) -> egui::Rect {
        let hits = self.app().hits();
        let is_it = |target: &HitTarget| matches!(target, HitTarget::Subject(Subject::Persona(it)) if it == id);
        hits.all().iter().find(|seen| is_it(seen.target)).expect("the chip is in sight").rect
    }

    /// Presses and lets go of the button here.
    pub(crate) fn press_at(&mut self, pos: egui::Pos2) {
        self.press(pos);
        self.release(pos);
    }
}
