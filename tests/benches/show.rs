//! What a frame of a show costs while the picture glides from stop to stop: layout, views, drawing and triangles,
//! without a graphics card.

use std::time::{Duration, Instant};

use egui::{Context, Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use tropa::app::{App, prepare};
use tropa::model::Document;

use super::pan::opened;

/// Frames of one glide at 60 a second after its first, and some at rest.
const MOVING: usize = 20;
const RESTING: usize = 5;
/// Stops that are walked through at most.
const MOST_STOPS: usize = 60;

/// The frames of a walk through a show.
pub(crate) struct Walk {
    /// How many slides the deck has.
    pub(crate) slides: usize,
    /// The first frame of the show, in which the deck is made.
    pub(crate) first: Duration,
    /// The first frames after a key, in which the picture turns to another stop, sorted.
    pub(crate) turns: Vec<Duration>,
    /// The frames on the way to it, sorted.
    pub(crate) moving: Vec<Duration>,
    /// The frames after that, in which the stop after it is made ready, sorted.
    pub(crate) resting: Vec<Duration>,
}

/// Walks through a show of this document and back by keys.
pub(crate) fn walk(document: &Document) -> anyhow::Result<Walk> {
    let mut window = Window { app: opened(document)?, context: Context::default(), time_secs: 0.0 };
    prepare(&window.context);
    for _ in 0..4 {
        window.frame(None);
    }
    window.frame(Some(Key::F5));
    let first = window.frame(None);
    for _ in 0..4 {
        window.frame(None);
    }
    let slides = window.app.slide_names().len();
    let (mut turns, mut moving, mut resting) = (Vec::new(), Vec::new(), Vec::new());
    for step in 0..slides.min(MOST_STOPS) {
        let key = if step + 1 == slides.min(MOST_STOPS) { Key::Home } else { Key::ArrowRight };
        window.frame(Some(key));
        turns.push(window.frame(None));
        moving.extend((0..MOVING).map(|_| window.frame(None)));
        resting.extend((0..RESTING).map(|_| window.frame(None)));
    }
    for times in [&mut turns, &mut moving, &mut resting] {
        times.sort_unstable();
    }
    Ok(Walk { slides, first, turns, moving, resting })
}

struct Window {
    app: App,
    context: Context,
    time_secs: f64,
}

impl Window {
    fn frame(&mut self, key: Option<Key>) -> Duration {
        let (physical_key, repeat, modifiers) = (None, false, Modifiers::NONE);
        let event = |pressed| key.map(|key| Event::Key { key, physical_key, pressed, repeat, modifiers });
        let events = [event(true), event(false)].into_iter().flatten().collect();
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0));
        self.time_secs += 1.0 / 60.0;
        let time = Some(self.time_secs);
        let input = RawInput { screen_rect: Some(screen), events, time, ..RawInput::default() };
        let begun = Instant::now();
        let mut output = self.context.run_ui(input, |ui| self.app.show(ui));
        let triangles = self.context.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        std::hint::black_box(&triangles);
        let spent = begun.elapsed();
        output.drop_without_applying_deltas();
        spent
    }
}
