//! What one stop shows: its own picture, laid out for the last row of the room.
//!
//! Nothing is shrunk to fit: what is too much goes on in the next part, and what is too long even for that ends with
//! "…", which [`crate::present::legibility`] names. Reading order: `desk` (type and room), `frame` (header and band),
//! `units` and `cards` (what is put together), `feel` (curves), then a file for each kind of stop.

mod answers;
mod cards;
mod decisions;
mod desk;
mod dim;
mod emotions;
mod feel;
mod frame;
pub mod ink;
mod labels;
mod overview;
mod persona;
mod rows;
mod stage;
mod touchpoint;
mod traits;
mod units;

pub use self::desk::{HEIGHT, LEAST_TEXT, OVERSCAN};

use self::desk::Desk;
use super::deck::Slide;
use crate::model::{Document, Journey, JourneyId, PersonaId, Stage, StopView, TouchpointId};
use crate::scene::{Plane, Scene, SceneCache, Size, Theme, ThemeName};

/// How a stop is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct StopOptions {
    /// In which colours.
    pub theme: ThemeName,
    /// The picture's size in points: always 1080 high, as wide as the screen's proportions ask for.
    pub size: Size,
    /// How much larger letters are than usual, from 1 to 2.
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
        let size = Size { width: 1920.0, height: HEIGHT };
        Self { theme: ThemeName::Contrast, size, text_scale: 1.0, persona: None, curve_only: false, focus: None }
    }
}

impl Default for StopOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// The picture of one stop. An unknown journey gives an empty picture.
pub fn stop_scene(
    document: &Document,
    journey: &JourneyId,
    slide: &Slide,
    options: &StopOptions,
    cache: &mut SceneCache,
) -> Scene {
    let theme = Theme::of(options.theme);
    let size = Size { width: options.size.width, height: HEIGHT };
    let (title, language) = (document.info.title.clone(), document.info.language);
    let mut scene = Scene { title, language, ..Scene::sheet(size, theme.background, Vec::new()) };
    let Some(journey) = document.journeys.get(journey) else { return scene };
    let mut desk = Desk::new(document, journey, options, cache.shaper());
    draw(&mut desk, slide);
    frame::band(&mut desk, stage_of(journey, &slide.view), slide);
    scene.title = overview::title(&desk);
    scene.fragments = desk.out.into();
    scene.fragments.extend(ink::fragment(document, slide, theme.negative));
    if let Some((touchpoint, strength)) = &options.focus {
        dim::dim(&mut scene, (document, touchpoint), *strength);
    }
    debug_assert!(scene.fragments.iter().all(|fragment| fragment.plane == Plane::Body), "a stop has one plane");
    scene
}

/// The stage that a stop is part of.
pub fn stage_of(journey: &Journey, view: &StopView) -> Option<Stage> {
    match view {
        StopView::Stage(stage) => Some(*stage),
        StopView::Touchpoint(id) => journey.touchpoints.get(id).and_then(|it| journey.stage_of(it)),
        StopView::Selection(ids) => {
            let first = ids.iter().find_map(|id| journey.touchpoints.get(id))?;
            journey.stage_of(first)
        }
        _ => None,
    }
}

/// How many parts a stop is split into.
fn part_count(desk: &mut Desk<'_>, view: &StopView) -> usize {
    let count = match view {
        StopView::Overview => overview::parts(desk).len(),
        StopView::Emotions => 1,
        StopView::Persona(id) => {
            desk.document.personas.get(id).map_or(1, |persona| persona::parts(desk, persona).len())
        }
        StopView::Stage(stage) => stage::parts(desk, *stage).len(),
        StopView::Touchpoint(id) => desk.journey.touchpoints.get(id).map_or(1, |it| touchpoint::parts(desk, it).len()),
        StopView::Answers => answers::parts(desk).len(),
        StopView::Decisions => decisions::parts(desk).len(),
        StopView::Selection(ids) => stage::selection_parts(desk, ids).len(),
    };
    count.max(1)
}

/// How many parts each of these stops is split into.
pub(super) fn part_counts(
    (document, journey): (&Document, &JourneyId),
    views: &[StopView],
    options: &StopOptions,
    cache: &mut SceneCache,
) -> Vec<usize> {
    let Some(journey) = document.journeys.get(journey) else { return Vec::new() };
    let mut desk = Desk::new(document, journey, options, cache.shaper());
    views.iter().map(|view| part_count(&mut desk, view)).collect()
}

/// Draws a stop; where the curve alone is asked for and the stop has none of its own, the whole one.
fn draw(desk: &mut Desk<'_>, slide: &Slide) {
    let own_curve = matches!(slide.view, StopView::Stage(_) | StopView::Selection(_));
    if desk.options.curve_only && !own_curve {
        return draw_emotions(desk, slide);
    }
    match &slide.view {
        StopView::Overview => {
            let (title, note) = (overview::title(desk), overview::subtitle(desk));
            let room = frame::title(desk, &title, &note, slide);
            overview::draw(desk, room, slide.part);
        }
        StopView::Emotions => draw_emotions(desk, slide),
        StopView::Persona(id) => {
            let Some(persona) = desk.document.personas.get(id) else { return };
            let parts = persona::parts(desk, persona);
            let columns = parts.into_iter().nth(slide.part).unwrap_or_default();
            persona::draw(desk, persona, &columns, slide);
        }
        StopView::Stage(stage) => {
            let part = stage::parts(desk, *stage).into_iter().nth(slide.part);
            let room = frame::stage(desk, *stage, slide);
            if let Some(part) = part {
                stage::draw(desk, &part, room);
            }
        }
        StopView::Selection(ids) => {
            let part = stage::selection_parts(desk, ids).into_iter().nth(slide.part);
            let title = desk.texts.get("stop-selection");
            let room = frame::title(desk, &title, "", slide);
            if let Some(part) = part {
                stage::draw(desk, &part, room);
            }
        }
        StopView::Touchpoint(id) => {
            let Some(it) = desk.journey.touchpoints.get(id) else { return };
            let columns = touchpoint::parts(desk, it).into_iter().nth(slide.part).unwrap_or_default();
            let room = if let Some(stage) = desk.journey.stage_of(it) {
                frame::stage(desk, stage, slide)
            } else {
                let title = desk.texts.get("lane-touchpoints");
                frame::title(desk, &title, "", slide)
            };
            touchpoint::draw(desk, it, &columns, room);
        }
        StopView::Answers => {
            if let Some(part) = answers::parts(desk).into_iter().nth(slide.part) {
                answers::draw(desk, &part, slide);
            }
        }
        StopView::Decisions => {
            let parts = decisions::parts(desk);
            if let Some(part) = decisions::with_place(&parts, slide.part) {
                decisions::draw(desk, part, slide);
            }
        }
    }
}

fn draw_emotions(desk: &mut Desk<'_>, slide: &Slide) {
    let title = desk.texts.get("stop-emotions");
    let note = overview::title(desk);
    let room = frame::title(desk, &title, &note, slide);
    emotions::draw(desk, room);
}
