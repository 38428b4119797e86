//! The places one has been to: left by a jump, gone back to and forward again. Moving the map by hand leaves no trace.

use crate::model::{JourneyId, Subject};
use crate::ui::canvas::camera::Camera;
use crate::ui::page::Page;

/// More places than this are not remembered.
const MOST: usize = 100;
/// A jump of the middle of the view shorter than this is none, in points on the screen.
const NEAR: f32 = 240.0;
/// Nor is a change of the zoom by less than this factor.
const ALIKE: f32 = 1.3;

/// What is seen at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// What fills the middle of the window.
    pub page: Page,
    /// The journey that is shown.
    pub journey: Option<JourneyId>,
    /// How the map is seen.
    pub camera: Camera,
    /// What is selected.
    pub selection: Vec<Subject>,
}

impl Spot {
    /// Whether going from one to the other is a jump.
    fn is_far_from(&self, other: &Self) -> bool {
        if self.page != other.page || self.journey != other.journey {
            return true;
        }
        if self.page != Page::Map {
            return false;
        }
        let (one, two) = (self.camera, other.camera);
        let ratio = one.zoom / two.zoom;
        // The left top corner of the view stands for it: the canvas is as large as before.
        let moved = (one.pan / one.zoom - two.pan / two.zoom).length() * one.zoom.min(two.zoom);
        moved > NEAR || !(1.0 / ALIKE..=ALIKE).contains(&ratio)
    }
}

/// The places one has been to.
#[derive(Debug, Default)]
pub struct Trail {
    back: Vec<Spot>,
    forward: Vec<Spot>,
    leaving: Option<Spot>,
}

impl Trail {
    /// Something is about to be done that may be a jump.
    pub fn leave(&mut self, from: Spot) {
        self.leaving.get_or_insert(from);
    }

    /// Whether it is not known yet where that led.
    pub fn is_leaving(&self) -> bool {
        self.leaving.is_some()
    }

    /// What was done has led here: if that is another place, the one left is remembered.
    pub fn arrive(&mut self, at: &Spot) {
        let Some(left) = self.leaving.take().filter(|left| left.is_far_from(at)) else { return };
        if self.back.last().is_none_or(|last| last.is_far_from(&left)) {
            self.back.push(left);
        }
        self.forward.clear();
        let surplus = self.back.len().saturating_sub(MOST);
        self.back.drain(..surplus);
    }

    /// The last place before this one that is still there.
    pub fn back(&mut self, here: Spot, is_there: impl Fn(&Spot) -> bool) -> Option<Spot> {
        self.leaving = None;
        go(&mut self.back, &mut self.forward, here, is_there)
    }

    /// The place that was gone back from.
    pub fn forward(&mut self, here: Spot, is_there: impl Fn(&Spot) -> bool) -> Option<Spot> {
        self.leaving = None;
        go(&mut self.forward, &mut self.back, here, is_there)
    }

    /// Whether there is a place to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

fn go(from: &mut Vec<Spot>, to: &mut Vec<Spot>, here: Spot, is_there: impl Fn(&Spot) -> bool) -> Option<Spot> {
    while let Some(spot) = from.pop() {
        if is_there(&spot) && spot.is_far_from(&here) {
            to.push(here);
            return Some(spot);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    fn spot(page: Page, x: f32) -> Spot {
        Spot { page, journey: None, camera: Camera { zoom: 1.0, pan: vec2(x, 0.0) }, selection: Vec::new() }
    }

    #[test]
    fn jumps_are_gone_back_and_forward_exactly() {
        let mut trail = Trail::default();
        let (first, second) = (spot(Page::Map, 0.0), spot(Page::Map, -900.0));
        // Moved a little by hand since, which is where one comes back to.
        let (left, third) = (spot(Page::Map, -950.0), spot(Page::Outline, -950.0));
        trail.leave(first.clone());
        trail.arrive(&second);
        trail.leave(left.clone());
        trail.arrive(&third);
        let all = |_: &Spot| true;
        assert_eq!(trail.back(third.clone(), all), Some(left.clone()));
        assert_eq!(trail.back(left.clone(), all), Some(first.clone()));
        assert_eq!(trail.back(first.clone(), all), None);
        assert_eq!(trail.forward(first.clone(), all), Some(left.clone()));
        assert_eq!(trail.forward(left.clone(), all), Some(third));
        assert!(trail.can_go_back() && !trail.can_go_forward());
    }

    #[test]
    fn small_steps_are_no_places_and_a_jump_forgets_what_was_ahead() {
        let mut trail = Trail::default();
        trail.leave(spot(Page::Map, 0.0));
        trail.arrive(&spot(Page::Map, -100.0));
        assert!(!trail.can_go_back());
        trail.leave(spot(Page::Map, 0.0));
        trail.arrive(&spot(Page::Personas, 0.0));
        trail.back(spot(Page::Personas, 0.0), |_| true);
        assert!(trail.can_go_forward());
        trail.leave(spot(Page::Map, 0.0));
        trail.arrive(&spot(Page::Map, -5000.0));
        assert!(!trail.can_go_forward() && trail.can_go_back());
    }

    #[test]
    fn places_that_are_gone_are_passed_over() {
        let mut trail = Trail::default();
        for (from, to) in [(Page::Map, Page::Outline), (Page::Outline, Page::Personas)] {
            trail.leave(spot(from, 0.0));
            trail.arrive(&spot(to, 0.0));
        }
        let there = |spot: &Spot| spot.page != Page::Outline;
        assert_eq!(trail.back(spot(Page::Personas, 0.0), there), Some(spot(Page::Map, 0.0)));
    }
}
