//! How well the words of the window stand out from what they are painted on.

use std::collections::BTreeSet;

use egui::epaint::{Shape, TextShape};
use egui::{Color32, Pos2, Rect};

use super::Driver;

/// The least contrast of words, WCAG 2.2 AA.
const LEAST: f64 = 4.5;

impl Driver {
    /// Words of the last frame that do not stand out enough: each with its contrast. What is off now is drawn pale on
    /// purpose, and pictures are drawn from scenes, whose colours have a test of their own.
    pub(crate) fn pale_words(&self) -> BTreeSet<String> {
        let (mut grounds, mut pale): (Vec<Ground<'_>>, _) = (Vec::new(), BTreeSet::new());
        for (clip, shape) in self.shapes_but_of_the_map() {
            flat(shape, &mut |shape| match shape {
                Shape::Text(text) => {
                    let place = text.galley.rect.translate(text.pos.to_vec2()).intersect(clip);
                    let ground = ground_at(&grounds, place.center());
                    let words = text.galley.job.text.as_str();
                    let colors = colors(text).into_iter().filter(Color32::is_opaque);
                    let worst = colors.map(|color| contrast(color, ground)).fold(f64::MAX, f64::min);
                    if place.is_positive() && !words.trim().is_empty() && worst < LEAST {
                        pale.insert(format!("{worst:.2} on {ground:?}: {words:?}"));
                    }
                }
                shape => grounds.push(Ground { clip, shape }),
            });
        }
        pale
    }
}

/// The shapes that a shape is made of.
fn flat<'s>(shape: &'s Shape, found: &mut impl FnMut(&'s Shape)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(shape, found)),
        shape => found(shape),
    }
}

/// Something that words may be painted on.
struct Ground<'s> {
    clip: Rect,
    shape: &'s Shape,
}

impl Ground<'_> {
    /// Its colour at a place.
    fn at(&self, place: Pos2) -> Option<Color32> {
        if !self.clip.contains(place) || !self.shape.visual_bounding_rect().contains(place) {
            return None;
        }
        match self.shape {
            Shape::Rect(rect) if rect.blur_width == 0.0 => rect.rect.contains(place).then_some(rect.fill),
            Shape::Circle(circle) => (circle.center.distance(place) < circle.radius).then_some(circle.fill),
            Shape::Path(path) if path.closed => is_inside(&path.points, place).then_some(path.fill),
            Shape::Mesh(mesh) => {
                let corners =
                    |three: &[u32]| -> Vec<_> { three.iter().map(|at| mesh.vertices[*at as usize]).collect() };
                let mut triangles = mesh.indices.chunks(3).map(corners);
                let inside = |corners: &Vec<egui::epaint::Vertex>| {
                    is_inside(&corners.iter().map(|corner| corner.pos).collect::<Vec<_>>(), place)
                };
                triangles.rfind(inside).map(|corners| corners[0].color)
            }
            _ => None,
        }
    }
}

/// Whether a place is within a shape with these corners.
fn is_inside(corners: &[Pos2], place: Pos2) -> bool {
    let next = corners.iter().cycle().skip(1);
    let crosses = |(a, b): &(&Pos2, &Pos2)| {
        let across = (a.y > place.y) != (b.y > place.y);
        across && place.x < a.x + (b.x - a.x) * (place.y - a.y) / (b.y - a.y)
    };
    corners.iter().zip(next).filter(crosses).count() % 2 == 1
}

/// What lies under this place, one painted over the other.
fn ground_at(grounds: &[Ground<'_>], place: Pos2) -> Color32 {
    grounds.iter().filter_map(|ground| ground.at(place)).fold(Color32::WHITE, Color32::blend)
}

/// The colours of its words.
fn colors(text: &TextShape) -> std::collections::HashSet<Color32> {
    let drawn = |color| if color == Color32::PLACEHOLDER { text.fallback_color } else { color };
    let letters = text.galley.rows.iter().flat_map(|row| &row.visuals.mesh.vertices);
    letters.map(|corner| text.override_text_color.unwrap_or_else(|| drawn(corner.color))).collect()
}

/// Relative luminance, WCAG 2.2.
fn luminance(color: Color32) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
