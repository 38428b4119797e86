//! What a frame of the window costs while the map is moved: views, drawing and triangles, without a graphics card.

use std::time::{Duration, Instant};

use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, Vec2, pos2, vec2};
use tropa::app::file_dialogs::Scripted;
use tropa::app::habits::WrittenDown;
use tropa::app::{App, Parts, prepare};
use tropa::model::{Document, Language, SeededIds};
use tropa::storage::{self, Expected};

/// Frames that are measured.
const FRAMES: usize = 360;

/// The mean processor time of a frame while panning over this document, at each zoom.
pub(crate) fn panning(document: &Document, zooms: &[f32]) -> anyhow::Result<Vec<(f32, Duration)>> {
    let mut app = opened(document)?;
    let context = Context::default();
    prepare(&context);
    for _ in 0..4 {
        frame(&context, &mut app, Vec::new());
    }
    let mut figures = Vec::new();
    for zoom in zooms {
        app.zoom_to(*zoom);
        for _ in 0..4 {
            frame(&context, &mut app, Vec::new());
        }
        let begun = spent();
        for at in 0..FRAMES {
            frame(&context, &mut app, scroll(step(at)));
        }
        figures.push((*zoom, spent().saturating_sub(begun) / FRAMES as u32));
    }
    Ok(figures)
}

/// To and fro, so that the map's end is not reached.
fn step(frame: usize) -> Vec2 {
    let step = vec2(-40.0, -3.0);
    if (frame / 60).is_multiple_of(2) { step } else { -step }
}

/// The program with this document open.
pub(crate) fn opened(document: &Document) -> anyhow::Result<App> {
    let directory = tempfile::tempdir()?;
    let path = directory.path().join("map.ron");
    storage::save(&path, document, Expected::New).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let parts = Parts {
        file: Some(path),
        language: None,
        system_language: Language::En,
        directory: None,
        dialogs: Box::new(Scripted::default()),
        windows: Box::new(WrittenDown::default()),
        ids: Box::new(SeededIds::new(1)),
    };
    Ok(App::new(parts))
}

fn scroll(delta: Vec2) -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(pos2(900.0, 500.0)), wheel]
}

/// The processor time this thread has spent (Linux), else the time since the first call.
pub(crate) fn spent() -> Duration {
    static BEGUN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    // Whoever yields is charged what was used until then; read without, the figure is milliseconds old.
    std::thread::yield_now();
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = statistics.split(' ').next().and_then(|nanos| nanos.parse().ok());
    nanos.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

pub(crate) fn frame(context: &Context, app: &mut App, events: Vec<Event>) {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0));
    let input = RawInput { screen_rect: Some(screen), events, ..RawInput::default() };
    let mut output = context.run_ui(input, |ui| app.show(ui));
    let triangles = context.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
    std::hint::black_box(&triangles);
    output.drop_without_applying_deltas();
}
