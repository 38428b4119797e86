//! Dimming everything but the touchpoint that is spoken of, as far as text stays readable.

use std::sync::Arc;

use crate::model::{Document, Subject, TouchpointId};
use crate::scene::{Color, Fragment, HitTarget, Paint, Scene, Shape, Stroke};

/// The least contrast of dimmed text that is to be read (WCAG 2.2, level AA).
const LEAST_CONTRAST: f64 = 4.5;
/// From this strength on text need not be read any more.
const UNREAD: f32 = 0.9;

/// Dims the scene by `strength` (0–1) towards its background, apart from what belongs to the touchpoint.
pub(super) fn dim(scene: &mut Scene, (document, touchpoint): (&Document, &TouchpointId), strength: f32) {
    let strength = if strength.is_finite() { strength.clamp(0.0, 1.0) } else { 0.0 };
    let is_shown = |fragment: &Arc<Fragment>| match fragment.hit.as_ref().map(|hit| &hit.target) {
        Some(
            HitTarget::Subject(Subject::Touchpoint(_, id))
            | HitTarget::Emotion { touchpoint: Subject::Touchpoint(_, id), .. },
        ) => id == touchpoint,
        _ => false,
    };
    // A stop without it has nothing to step back behind it.
    if strength == 0.0 || !scene.fragments.iter().any(is_shown) {
        return;
    }
    let background = scene.background;
    let all = scene.fragments.iter().map(|fragment| {
        let stays = belongs(fragment, (document, touchpoint));
        if stays { Arc::clone(fragment) } else { Arc::new(dimmed(fragment, background, strength)) }
    });
    scene.fragments = all.collect();
}

fn belongs(fragment: &Fragment, (document, touchpoint): (&Document, &TouchpointId)) -> bool {
    let Some(hit) = &fragment.hit else { return false };
    let is_here = |subject: &Subject| match subject {
        Subject::Touchpoint(_, id) => id == touchpoint,
        Subject::Barrier(id) => document.barriers.get(id).is_some_and(|it| it.touchpoints.contains(touchpoint)),
        Subject::Opportunity(id) => {
            document.opportunities.get(id).is_some_and(|it| it.touchpoints.contains(touchpoint))
        }
        Subject::Strength(id) => document.strengths.get(id).is_some_and(|it| it.touchpoints.contains(touchpoint)),
        _ => false,
    };
    match &hit.target {
        HitTarget::Subject(subject) => is_here(subject),
        HitTarget::Emotion { touchpoint, .. } => is_here(touchpoint),
        // Where one is stays in sight.
        HitTarget::StageHeader(_) => true,
        HitTarget::LaneName(_)
        | HitTarget::Fold(_)
        | HitTarget::Swimlane { .. }
        | HitTarget::Invite { .. }
        | HitTarget::Title => false,
    }
}

fn dimmed(fragment: &Fragment, background: Color, strength: f32) -> Fragment {
    // What words stand on: the last filled rectangle before them.
    let mut ground = background;
    let mut shapes = Vec::with_capacity(fragment.shapes.len());
    let faded = |color: Color| mix(color, background, strength);
    let paint = |fill: &Option<Paint>| {
        fill.map(|fill| match fill {
            Paint::Solid(color) => Paint::Solid(faded(color)),
            Paint::Vertical(top, bottom) => Paint::Vertical(faded(top), faded(bottom)),
        })
    };
    let line = |stroke: &Option<Stroke>| stroke.map(|stroke| Stroke { color: faded(stroke.color), ..stroke });
    for shape in &fragment.shapes {
        shapes.push(match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                let fill = paint(fill);
                if let Some(Paint::Solid(color)) = fill.filter(|_| *radius != 4.0) {
                    ground = over(color, background);
                }
                Shape::Rect { rect: *rect, radius: *radius, fill, stroke: line(stroke) }
            }
            Shape::Circle { center, radius, fill, stroke } => {
                Shape::Circle { center: *center, radius: *radius, fill: paint(fill), stroke: line(stroke) }
            }
            Shape::Path { path, fill, stroke } => {
                Shape::Path { path: Arc::clone(path), fill: paint(fill), stroke: line(stroke) }
            }
            Shape::Text { top_left, text, color } => {
                let color = readable(*color, (background, ground), strength);
                Shape::Text { top_left: *top_left, text: Arc::clone(text), color }
            }
            Shape::Picture { .. } => shape.clone(),
        });
    }
    Fragment { shapes: shapes.into(), ..fragment.clone() }
}

/// A text's colour, dimmed as far as it can still be read on its ground, unless it is to be gone.
fn readable(color: Color, (background, ground): (Color, Color), strength: f32) -> Color {
    if strength >= UNREAD {
        return mix(color, background, strength);
    }
    let mut most = strength;
    while most > 0.0 && contrast(mix(color, background, most), ground) < LEAST_CONTRAST {
        most -= 0.05;
    }
    mix(color, background, most.max(0.0))
}

/// A colour on its way to another: 0 is the first, 1 the second.
pub(super) fn mix(from: Color, to: Color, t: f32) -> Color {
    let part = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * t).round() as u8;
    Color { r: part(from.r, to.r), g: part(from.g, to.g), b: part(from.b, to.b), a: from.a }
}

/// What a colour with alpha looks like on a ground.
fn over(color: Color, ground: Color) -> Color {
    let opaque = mix(ground, color, f32::from(color.a) / 255.0);
    Color { a: 255, ..opaque }
}

/// The contrast of two colours, 1–21 (WCAG 2.2).
fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}
