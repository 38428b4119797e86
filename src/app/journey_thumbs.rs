//! Thumbnails of journeys' maps, drawn aside from the window while the list of journeys is shown.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::ImageFormat;
use image::imageops::FilterType;

use super::shell::{App, Report};
use crate::export::{self, Continue};
use crate::model::{Document, JourneyId, Picture, PictureFormat};
use crate::scene::{MapOptions, Scene, SceneCache, ThemeName, map_scene};
use crate::ui::page::Page;

/// The size of a thumbnail, in pixels: twice what it takes in the window.
const PIXELS: (f32, f32) = (640.0, 320.0);
/// A map is made no smaller than this; of longer ones the beginning is shown.
const LEAST_SCALE: f32 = 0.22;

/// What thumbnails are of, and which one is being drawn.
#[derive(Debug, Default)]
pub(super) struct Thumbs {
    drawn: BTreeMap<JourneyId, Source>,
    drawing: Option<JourneyId>,
}

/// What a thumbnail rests on.
#[derive(Debug, Clone)]
struct Source {
    document: Document,
    theme: ThemeName,
}

impl Source {
    fn is_same(&self, other: &Self) -> bool {
        self.theme == other.theme && self.document.is_same(&other.document)
    }
}

impl App {
    /// Draws the next thumbnail that is missing or out of date, while the list of journeys is shown.
    pub(super) fn refresh_thumbs(&mut self) {
        if self.view.page != Page::Journeys || self.thumbs.drawing.is_some() {
            return;
        }
        let source = Source { document: self.document().clone(), theme: self.theme_name() };
        let is_drawn = |id: &JourneyId| self.thumbs.drawn.get(id).is_some_and(|drawn| drawn.is_same(&source));
        let missing = source.document.journeys_in_order().into_iter().find(|journey| !is_drawn(&journey.id));
        let Some(journey) = missing.map(|journey| journey.id.clone()) else { return };
        self.thumbs.drawing = Some(journey.clone());
        self.thumbs.drawn.insert(journey.clone(), source.clone());
        let (reports, context) = (self.reports.clone(), self.context.clone());
        std::thread::spawn(move || {
            let options = MapOptions { theme: source.theme, ..MapOptions::new(journey.clone()) };
            let picture = thumb(map_scene(&source.document, &options, &mut SceneCache::default()));
            // The window may be gone by now, and nobody misses the picture.
            let _ = reports.send(Report::Thumb(journey, picture));
            context.request_repaint();
        });
    }

    /// Whether a journey's thumbnail has been drawn.
    pub fn has_thumb(&self, journey: &JourneyId) -> bool {
        self.view.find.journeys.thumbs.contains_key(journey)
    }

    /// A thumbnail is there; what could not be drawn keeps its empty place.
    pub(super) fn thumb_drawn(&mut self, journey: JourneyId, picture: Option<Picture>) {
        self.thumbs.drawing = None;
        if let Some(picture) = picture {
            self.view.find.journeys.thumbs.insert(journey, picture);
        }
    }
}

/// The scene, or its beginning, as a small picture: drawn larger and made smaller, so that hairlines stay even.
fn thumb(mut scene: Scene) -> Option<Picture> {
    let whole = (PIXELS.0 / scene.size.width).min(PIXELS.1 / scene.size.height);
    let scale = whole.clamp(LEAST_SCALE, 1.0);
    let (width, height) = (scene.size.width.min(PIXELS.0 / scale), scene.size.height.min(PIXELS.1 / scale));
    let seen = scene.fragments.iter().filter(|fragment| fragment.bounds.x < width && fragment.bounds.y < height);
    scene.fragments = seen.cloned().collect();
    (scene.size.width, scene.size.height) = (width, height);
    let mut bytes = Vec::new();
    export::png(&scene, *export::SCALES.start(), &mut bytes, &mut |_| Continue::Yes).ok()?;
    let image = image::load_from_memory_with_format(&bytes, ImageFormat::Png).ok()?;
    let pixels = |points: f32| (points * scale).round().max(1.0) as u32;
    let small = image.resize_exact(pixels(width), pixels(height), FilterType::Triangle);
    let mut bytes = Vec::new();
    small.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).ok()?;
    Some(Picture { format: PictureFormat::Png, bytes: bytes.into() })
}
