//! A band around cards: what it touches, in sight or scrolled out of it, will be selected.

use egui::{Modifiers, Rect as ScreenRect, StrokeKind, Ui};

use super::camera::Lens;
use super::hits::{is_card, subject_of};
use crate::model::Subject;
use crate::scene::{Fragment, Plane, Point, Rect, rect};
use crate::ui::context::ViewCtx;
use crate::ui::style::rgba;

/// A band from where it was begun to where it is drawn, in the scene.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    from: Point,
    to: Point,
}

impl Band {
    /// Begins here.
    pub fn from(place: Point) -> Self {
        Self { from: place, to: place }
    }

    /// Is drawn to here.
    pub fn update(&mut self, place: Point) {
        self.to = place;
    }

    fn area(self) -> Rect {
        let (left, top) = (self.from.x.min(self.to.x), self.from.y.min(self.to.y));
        rect(left, top, (self.from.x - self.to.x).abs(), (self.from.y - self.to.y).abs())
    }

    /// The cards that touch this area.
    fn cards<'a>(ctx: &ViewCtx<'a>, area: Rect) -> Vec<&'a Fragment> {
        let places = ctx.index.hit_in(Plane::Body, area);
        let fragments = places.into_iter().filter_map(|place| ctx.scene.fragments.get(place as usize));
        let touched = |fragment: &Fragment| fragment.hit.as_ref().is_some_and(|hit| hit.area.intersects(area));
        fragments.map(AsRef::as_ref).filter(|fragment| is_card(fragment) && touched(fragment)).collect()
    }

    /// What is selected when it is let go: Shift adds to what is selected, the command key turns each card around.
    pub fn selection(self, ctx: &ViewCtx<'_>, modifiers: Modifiers) -> Vec<Subject> {
        let cards = Self::cards(ctx, self.area()).into_iter().filter_map(|card| subject_of(&card.hit.as_ref()?.target));
        if !modifiers.shift && !modifiers.command {
            return cards.collect();
        }
        let mut picked = ctx.selection.to_vec();
        for card in cards {
            match picked.iter().position(|subject| *subject == card) {
                Some(place) if modifiers.command => drop(picked.remove(place)),
                Some(_) => {}
                None => picked.push(card),
            }
        }
        picked
    }

    /// Draws it, and rings what it touches.
    pub fn marks(self, ui: &Ui, ctx: &ViewCtx<'_>, lens: &Lens) {
        let accent = rgba(ctx.theme.accent);
        let zoom = lens.camera.zoom;
        let painter = ui.painter_at(lens.clip(Plane::Body));
        let corner = |place: Point| lens.screen_pos(Plane::Body, place);
        let band = ScreenRect::from_two_pos(corner(self.from), corner(self.to));
        let seen = band.intersect(lens.clip(Plane::Body));
        let (from, to) = (lens.scene_pos(Plane::Body, seen.min), lens.scene_pos(Plane::Body, seen.max));
        for card in Self::cards(ctx, rect(from.x, from.y, (to.x - from.x).max(0.0), (to.y - from.y).max(0.0))) {
            let Some(hit) = &card.hit else { continue };
            let area = lens.screen_rect(Plane::Body, hit.area);
            painter.rect_stroke(area, 10.0 * zoom, (1.5, accent.gamma_multiply(0.7)), StrokeKind::Middle);
        }
        let above = ui.painter_at(lens.canvas);
        above.rect(band, 2.0, accent.gamma_multiply(0.08), (1.0, accent), StrokeKind::Inside);
    }
}
