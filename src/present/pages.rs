//! The show as pages: every shown stop as a picture, with the presenter's notes below where they are asked for.

use std::sync::Arc;

use super::deck::{Slide, deck};
use super::stop::{HEIGHT, StopOptions, stop_scene};
use crate::model::{Document, JourneyId};
use crate::scene::pen::{Pen, solid};
use crate::scene::text::{Align, TextStyle, Weight};
use crate::scene::{
    Fragment, Fragments, Point, Rect, Scene, SceneCache, Shape, Size, Stroke, Theme, ThemeName, point, rect,
};

/// Whether the presenter's notes are on the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notes {
    /// Pages are the stops as the room sees them.
    #[default]
    Without,
    /// Pages are upright: the stop small at the top, what the presenter wants to say below it.
    With,
}

/// A4 upright, in scene points.
const PAGE: Size = Size { width: 793.7, height: 1122.5 };
/// From a page's edge to what it shows.
const MARGIN: f32 = 56.0;
const WORDS: TextStyle = TextStyle { weight: Weight::Regular, size: 16.0, line_height: 23.0 };
const NUMBER: TextStyle = TextStyle { weight: Weight::Medium, size: 12.0, line_height: 16.0 };

/// The pictures of all shown stops, in order; hidden ones are left out.
pub fn pages(
    document: &Document,
    journey: &JourneyId,
    (options, notes): (&StopOptions, Notes),
    cache: &mut SceneCache,
) -> Vec<Scene> {
    let mut pages = Vec::new();
    for slide in deck(document, journey, options, cache).iter().filter(|slide| !slide.hidden) {
        let scene = stop_scene(document, journey, slide, options, cache);
        match notes {
            Notes::Without => pages.push(scene),
            Notes::With => notes_pages(&scene, slide, (cache, &mut pages)),
        }
    }
    pages
}

/// A page with the stop and as much of its notes as fits, then pages with the rest of them.
fn notes_pages(scene: &Scene, slide: &Slide, out: (&mut SceneCache, &mut Vec<Scene>)) {
    let (cache, pages) = out;
    // Pages are printed: the paper is white whatever the stop is.
    let theme = Theme::of(ThemeName::Light);
    let width = PAGE.width - 2.0 * MARGIN;
    let factor = width / scene.size.width.max(1.0);
    let picture = rect(MARGIN, MARGIN, width, HEIGHT * factor);
    let notes = if slide.part == 0 { slide.notes.trim() } else { "" };
    let text = cache.shaper().shape(notes, WORDS, Some(width), Align::Left);
    let number = format!("{} / {}", slide.place + 1, slide.of);
    let number = cache.shaper().shape(&number, NUMBER, None, Align::Left);
    let bottom = PAGE.height - MARGIN - 2.0 * NUMBER.line_height;
    let mut lines = text.lines.as_slice();
    let mut first = true;
    while first || !lines.is_empty() {
        let background = theme.background;
        let mut page =
            Scene { size: PAGE, fragments: Fragments::default(), background, frozen: background, ..scene.clone() };
        let top = if first { picture.bottom() + 32.0 } else { MARGIN };
        if first {
            let mut ground = Pen::body();
            ground.rect(picture, 0.0, Some(scene.background), Some(solid(theme.card_line, 1.0)));
            page.fragments.extend(ground.finish());
            let small = scene.fragments.iter().map(|it| Arc::new(placed(it, factor, (MARGIN, MARGIN))));
            page.fragments.extend(small);
        }
        let take = ((bottom - top) / WORDS.line_height).floor().max(1.0) as usize;
        let (here, rest) = lines.split_at(take.min(lines.len()));
        lines = rest;
        let mut pen = Pen::body();
        for (index, line) in here.iter().enumerate() {
            let words = cache.shaper().shape(&line.text, WORDS, None, Align::Left);
            pen.text(point(MARGIN, top + index as f32 * WORDS.line_height), words, theme.ink);
        }
        let at = point(PAGE.width - MARGIN - number.width, PAGE.height - MARGIN - number.height);
        pen.text(at, Arc::clone(&number), theme.mute);
        page.fragments.extend(pen.finish());
        pages.push(page);
        first = false;
    }
}

/// A fragment made smaller and moved.
pub(super) fn placed(fragment: &Fragment, factor: f32, (dx, dy): (f32, f32)) -> Fragment {
    let place = |at: Point| point(at.x * factor + dx, at.y * factor + dy);
    let area = |it: Rect| rect(it.x * factor + dx, it.y * factor + dy, it.width * factor, it.height * factor);
    let line = |stroke: &Option<Stroke>| {
        let dash = |(dash, gap): (f32, f32)| (dash * factor, gap * factor);
        stroke.map(|it| Stroke { width: it.width * factor, dash: it.dash.map(dash), ..it })
    };
    let shape = |shape: &Shape| match shape {
        Shape::Rect { rect, radius, fill, stroke } => {
            Shape::Rect { rect: area(*rect), radius: radius * factor, fill: *fill, stroke: line(stroke) }
        }
        Shape::Circle { center, radius, fill, stroke } => {
            Shape::Circle { center: place(*center), radius: radius * factor, fill: *fill, stroke: line(stroke) }
        }
        Shape::Path { path, fill, stroke } => {
            Shape::Path { path: Arc::new(path.map(place)), fill: *fill, stroke: line(stroke) }
        }
        Shape::Text { top_left, text, color } => {
            Shape::Text { top_left: place(*top_left), text: Arc::new(text.scaled(factor)), color: *color }
        }
        Shape::Picture { rect, picture, round } => {
            Shape::Picture { rect: area(*rect), picture: picture.clone(), round: *round }
        }
    };
    let hit = fragment.hit.as_ref().map(|hit| hit.at(area(hit.area)));
    let shapes = fragment.shapes.iter().map(shape).collect();
    Fragment { plane: fragment.plane, bounds: area(fragment.bounds), hit, shapes }
}
