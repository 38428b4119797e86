//! What is seen of the map: what is where on the screen, and what is brought into sight.

use egui::{Rect, Vec2};

use super::session::Session;
use super::shell::App;
use crate::model::{Subject, TextSpot};
use crate::scene::rect;
use crate::ui::canvas::hits::Hits;
use crate::ui::canvas::spots::shown_at;
use crate::ui::canvas::sticky;
use crate::ui::page::Page;
use crate::ui::view::CameraWish;

impl App {
    /// Shows the map in place of what fills the middle; where nothing is open, the sample's.
    pub fn show_map(&mut self) {
        if !self.session.is_begun {
            self.session = Session::fresh(self.sample());
        }
        self.view.page = Page::Map;
    }

    /// Selects a thing and brings it into sight.
    pub fn show_subject(&mut self, subject: Subject) {
        self.reveal(subject);
    }

    /// What of the map could be pointed at in the last frame.
    pub fn hits(&self) -> Hits<'_> {
        let lens = self.view.lens.as_ref();
        lens.map(|lens| Hits::of(&self.scenes.scene, &self.scenes.index, lens)).unwrap_or_default()
    }

    /// Zooms to this around the middle of the canvas.
    pub fn zoom_to(&mut self, zoom: f32) {
        self.view.wish = Some(CameraWish::Zoom(zoom));
    }

    /// Brings a text of the map into sight.
    pub fn reveal_text(&mut self, spot: TextSpot) {
        self.view.wish = Some(CameraWish::RevealText(spot, None));
    }

    /// Where a text of the map stands on the screen, or would stand.
    pub fn text_rect(&self, spot: &TextSpot) -> Option<Rect> {
        let shown = shown_at(&self.scenes.scene, spot, None)?;
        let size = shown.words.size;
        let area = rect(shown.corner.x, shown.corner.y, size.width, size.height);
        let lens = self.view.lens?;
        Some(lens.screen_rect(shown.plane, area).translate(sticky::off(&shown, &lens)))
    }

    /// Where the map's left top corner is, from the canvas' own, in points.
    pub fn map_corner(&self) -> Vec2 {
        self.view.camera.pan
    }

    /// Points on the screen per point of the map.
    pub fn zoom(&self) -> f32 {
        self.view.camera.zoom
    }
}
