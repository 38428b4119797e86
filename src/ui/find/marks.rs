//! What is lit on the map: the words that were found where they can be read, else the block that holds them, and a ring
//! around the current one.

use std::borrow::Cow;
use std::collections::HashSet;

use egui::{Mesh, Shape as EguiShape, Stroke, StrokeKind, Ui};

use super::FindView;
use super::spot::spot_of;
use crate::analysis::search::{Match, Place, Query};
use crate::model::Subject;
use crate::scene::text::ShapedText;
use crate::scene::{Plane, Point, Scene, Shape, point, rect};
use crate::ui::canvas::camera::Lens;
use crate::ui::canvas::hits::{is_card, part_of};
use crate::ui::canvas::index::PLANES;
use crate::ui::canvas::sticky::stuck;
use crate::ui::context::ViewCtx;
use crate::ui::style::rgba;

/// Below this zoom words are too small to be marked one by one.
const LEAST_ZOOM: f32 = 0.35;

/// Where something was found in the scene that is shown.
#[derive(Debug, Default)]
pub struct Marks {
    of: Option<(u64, u64)>,
    places: Vec<Mark>,
}

#[derive(Debug)]
struct Mark {
    subject: Subject,
    plane: Plane,
    area: crate::scene::Rect,
    /// The place of its fragment in the scene.
    fragment: usize,
    /// The found words, each letter run where it is laid out.
    words: Vec<crate::scene::Rect>,
}

/// Draws the marks.
pub fn marks_ui(ui: &Ui, ctx: &ViewCtx<'_>, find: &mut FindView, lens: &Lens) {
    let FindView { search, marks, .. } = find;
    if !search.open || search.query().is_empty() {
        return;
    }
    let key = (ctx.scene_stamp, search.stamp());
    if marks.of != Some(key) {
        marks.places = places(ctx, search.matches(), search.query());
        marks.of = Some(key);
    }
    let light = rgba(ctx.theme.star);
    let zoom = lens.camera.zoom;
    for plane in PLANES {
        let painter = ui.painter_at(lens.clip(plane));
        let seen = lens.seen(plane);
        let mut words = Mesh::default();
        for mark in marks.places.iter().filter(|mark| mark.plane == plane && mark.area.intersects(seen)) {
            if zoom >= LEAST_ZOOM {
                for word in &*words_seen(ctx, mark, search.query(), lens) {
                    words.add_colored_rect(lens.screen_rect(plane, *word), light.gamma_multiply(0.34));
                }
            }
            if mark.words.is_empty() || zoom < LEAST_ZOOM {
                let block = lens.screen_rect(plane, mark.area);
                if matches!(mark.subject, Subject::Transition(..)) {
                    // A way is no block: a dot on it says that its reason has the words.
                    painter.circle_filled(block.center(), (6.0 * zoom).clamp(2.0, 8.0), light.gamma_multiply(0.8));
                } else if block.height() < 12.0 {
                    words.add_colored_rect(block.expand(1.0), light.gamma_multiply(0.55));
                } else {
                    painter.rect_filled(block, 10.0 * zoom, light.gamma_multiply(0.14));
                    painter.rect_stroke(block, 10.0 * zoom, (1.5, light.gamma_multiply(0.8)), StrokeKind::Inside);
                }
            }
        }
        painter.add(EguiShape::mesh(words));
    }
    current_ui(ui, ctx, find, lens);
}

/// Where the words of a mark are drawn: those of a header stay in sight.
fn words_seen<'a>(ctx: &ViewCtx<'_>, mark: &'a Mark, query: &Query, lens: &Lens) -> Cow<'a, [crate::scene::Rect]> {
    let fragment = ctx.scene.fragments.get(mark.fragment).filter(|_| mark.plane == Plane::Header);
    match fragment.and_then(|fragment| stuck(fragment, lens)) {
        Some(stuck) => stuck.shapes.iter().flat_map(|shape| words_in(shape, query)).collect(),
        None => Cow::Borrowed(&mark.words),
    }
}

/// The ring around the current one: two lines, so that it is seen on any ground.
fn current_ui(ui: &Ui, ctx: &ViewCtx<'_>, find: &FindView, lens: &Lens) {
    let Some(Place::Thing(subject)) = find.search.current().map(|entry| &entry.place) else { return };
    // The fragment that shows this text, else one that shows the words, else the one that stands for the thing.
    let spot = find.search.current().and_then(|entry| spot_of(ctx.document, entry));
    let shows = |mark: &Mark| {
        let hit = ctx.scene.fragments.get(mark.fragment).and_then(|it| it.hit.as_ref());
        hit.is_some_and(|hit| hit.words.iter().any(|words| Some(&words.spot) == spot.as_ref()))
    };
    let marks = find.marks.places.iter().filter(|mark| mark.subject == *subject);
    let Some(mark) = marks.min_by_key(|mark| (!shows(mark), mark.words.is_empty())) else { return };
    let ring = lens.screen_rect(mark.plane, mark.area).expand(4.0);
    let painter = ui.painter_at(lens.clip(mark.plane).intersect(lens.canvas));
    let radius = 12.0 * lens.camera.zoom;
    painter.rect_stroke(ring, radius, Stroke::new(5.0, rgba(ctx.theme.background)), StrokeKind::Middle);
    painter.rect_stroke(ring, radius, Stroke::new(2.5, rgba(ctx.theme.star)), StrokeKind::Middle);
}

/// The fragments in which something was found.
fn places(ctx: &ViewCtx<'_>, matches: &[Match], query: &Query) -> Vec<Mark> {
    let found: HashSet<&Subject> = matches
        .iter()
        .filter_map(|found| match &found.entry()?.place {
            Place::Thing(subject) => Some(subject),
            Place::Workshop(_) => None,
        })
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    let scene: &Scene = ctx.scene;
    let mut places = Vec::new();
    for (place, fragment) in scene.fragments.iter().enumerate() {
        let Some(hit) = fragment.hit.as_ref() else { continue };
        let Some(subject) = part_of(&hit.target, ctx) else { continue };
        if !found.contains(&subject) {
            continue;
        }
        let words: Vec<_> = fragment.shapes.iter().flat_map(|shape| words_in(shape, query)).collect();
        let stands_for_it = !matches!(subject, Subject::Touchpoint(..)) || is_card(fragment);
        if stands_for_it || !words.is_empty() {
            places.push(Mark { subject, plane: fragment.plane, area: hit.area, fragment: place, words });
        }
    }
    places
}

/// Where the words stand in a text that is drawn. A word that is broken over two lines is not found.
fn words_in(shape: &Shape, query: &Query) -> Vec<crate::scene::Rect> {
    let Shape::Text { top_left, text, .. } = shape else { return Vec::new() };
    let lines = text.lines.iter();
    lines
        .flat_map(|line| {
            query.ranges(&line.text).into_iter().map(move |range| {
                let (from, to) = (x_at(line, range.start), x_at(line, range.end));
                place_of(text, (*top_left, line.baseline), (line.x + from, line.x + to))
            })
        })
        .collect()
}

fn place_of(text: &ShapedText, (top_left, baseline): (Point, f32), (from, to): (f32, f32)) -> crate::scene::Rect {
    let size = text.style.size;
    let corner = point(top_left.x + from - 1.0, top_left.y + baseline - size);
    rect(corner.x, corner.y, to - from + 2.0, size * 1.28)
}

/// How far from the line's left end the letter at this byte begins.
fn x_at(line: &crate::scene::text::ShapedLine, byte: usize) -> f32 {
    let at_or_after = line.glyphs.iter().filter(|glyph| glyph.cluster as usize >= byte);
    at_or_after.map(|glyph| glyph.x).reduce(f32::min).unwrap_or(line.width)
}
