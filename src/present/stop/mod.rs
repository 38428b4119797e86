//! What one stop shows: its own picture, laid out for the last row of the room.

use super::deck::Slide;
use crate::model::{Document, JourneyId, PersonaId, TouchpointId};
use crate::scene::{MapOptions, Scene, SceneCache, Size, ThemeName, map_scene};

/// How a stop is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct StopOptions {
    /// In which colours.
    pub theme: ThemeName,
    /// The picture's size in points: always 1080 high, as wide as the screen's proportions ask for.
    pub size: Size,
    /// How much larger letters are than usual, from 1.
    pub text_scale: f32,
    /// Whose curve leads; `None`: the journey's first persona.
    pub persona: Option<PersonaId>,
    /// Whether only the emotion curve is shown.
    pub curve_only: bool,
    /// The touchpoint that is spoken of, and how far the rest is dimmed (0: not at all, 1: gone).
    pub focus: Option<(TouchpointId, f32)>,
}

impl StopOptions {
    /// As a projector shows it best: 16:9, light, high contrast.
    pub fn new() -> Self {
        let size = Size { width: 1920.0, height: 1080.0 };
        Self { theme: ThemeName::Contrast, size, text_scale: 1.0, persona: None, curve_only: false, focus: None }
    }
}

impl Default for StopOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// The picture of one stop.
pub fn stop_scene(
    document: &Document,
    journey: &JourneyId,
    _slide: &Slide,
    options: &StopOptions,
    cache: &mut SceneCache,
) -> Scene {
    map_scene(document, &MapOptions { theme: options.theme, ..MapOptions::new(journey.clone()) }, cache)
}
