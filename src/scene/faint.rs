//! What is dimmed in a picture: faded towards its background, below all the rest, so that nothing of it shows through.

use std::sync::Arc;

use super::drawn::{Paint, Shape, Stroke};
use super::shape::{Fragment, Plane, Scene};
use super::theme::Color;

/// How much is left of what is dimmed.
pub const LEFT: f32 = 0.2;

impl Scene {
    /// Dims these fragments, by their place in the scene; those beyond the end of `dimmed` are not.
    pub fn dim(&mut self, dimmed: &[bool]) {
        let is_dimmed = |place: usize| dimmed.get(place) == Some(&true);
        let background = self.background;
        let (mut below, mut above) = (Vec::new(), Vec::new());
        for (place, fragment) in self.fragments.iter().enumerate() {
            match (is_dimmed(place), fragment.plane) {
                (true, Plane::Body) => below.push(Arc::new(faint(fragment, background))),
                (true, _) => above.push(Arc::new(faint(fragment, background))),
                (false, _) => above.push(Arc::clone(fragment)),
            }
        }
        self.fragments = below.into_iter().chain(above).collect();
    }
}

fn faint(fragment: &Fragment, background: Color) -> Fragment {
    let mut shapes = Vec::with_capacity(fragment.shapes.len());
    let paint = |fill: Option<Paint>| {
        fill.map(|fill| match fill {
            Paint::Solid(color) => Paint::Solid(mixed(color, background)),
            Paint::Vertical(top, bottom) => Paint::Vertical(mixed(top, background), mixed(bottom, background)),
        })
    };
    let line =
        |stroke: Option<Stroke>| stroke.map(|stroke| Stroke { color: mixed(stroke.color, background), ..stroke });
    for shape in &fragment.shapes {
        match shape.clone() {
            Shape::Rect { rect, radius, fill, stroke } => {
                shapes.push(Shape::Rect { rect, radius, fill: paint(fill), stroke: line(stroke) });
            }
            Shape::Circle { center, radius, fill, stroke } => {
                shapes.push(Shape::Circle { center, radius, fill: paint(fill), stroke: line(stroke) });
            }
            Shape::Path { path, fill, stroke } => {
                shapes.push(Shape::Path { path, fill: paint(fill), stroke: line(stroke) });
            }
            Shape::Text { top_left, text, color } => {
                shapes.push(Shape::Text { top_left, text, color: mixed(color, background) });
            }
            picture @ Shape::Picture { rect, round, .. } => {
                // A picture's own colours are what they are: a veil lies over it.
                let radius = if round { rect.width.min(rect.height) / 2.0 } else { 0.0 };
                let veil = Some(Paint::Solid(background.fade(1.0 - LEFT)));
                shapes.extend([picture, Shape::Rect { rect, radius, fill: veil, stroke: None }]);
            }
        }
    }
    Fragment { shapes: shapes.into(), ..fragment.clone() }
}

/// A colour of which so much is left on this background.
fn mixed(color: Color, background: Color) -> Color {
    let part = |from: u8, to: u8| (f32::from(to) + (f32::from(from) - f32::from(to)) * LEFT).round() as u8;
    Color { r: part(color.r, background.r), g: part(color.g, background.g), b: part(color.b, background.b), a: color.a }
}

#[cfg(test)]
mod tests {
    use crate::format::{read, samples};
    use crate::model::Language;
    use crate::scene::shape::Plane;
    use crate::scene::{Color, Fragment, MapOptions, Paint, SceneCache, Shape, map_scene};

    fn ground(fragment: &Fragment) -> Option<Color> {
        fragment.shapes.iter().find_map(|shape| match shape {
            Shape::Rect { fill: Some(Paint::Solid(color)), .. } => Some(*color),
            _ => None,
        })
    }

    #[test]
    fn what_is_dimmed_is_faint_and_lies_below_the_rest() {
        let document = read(samples::sample(Language::En)).unwrap().document;
        let journey = document.journeys_in_order()[0].id.clone();
        let whole = map_scene(&document, &MapOptions::new(journey), &mut SceneCache::default());
        let places: Vec<usize> = (0..whole.fragments.len())
            .filter(|place| {
                whole.fragments.get(*place).is_some_and(|it| it.plane == Plane::Body && ground(it).is_some())
            })
            .collect();
        let (first, last) = (places[0], places[places.len() - 1]);
        let mut dimmed = vec![false; last + 1];
        dimmed[last] = true;
        let mut scene = whole.clone();
        scene.dim(&dimmed);
        assert_eq!(scene.fragments.len(), whole.fragments.len());
        let faint = scene.fragments.get(0).unwrap();
        let was = whole.fragments.get(last).unwrap();
        assert_eq!(faint.bounds, was.bounds);
        assert_ne!(ground(faint), ground(was));
        assert_eq!(ground(scene.fragments.get(first + 1).unwrap()), ground(whole.fragments.get(first).unwrap()));
        let mut same = whole.clone();
        same.dim(&[]);
        assert_eq!(same.fragments.get(0).map(|it| it.bounds), whole.fragments.get(0).map(|it| it.bounds));
    }

    #[test]
    fn a_fifth_is_left_of_a_colour() {
        let check =
            |color: Color, background: Color, expect: Color| assert_eq!(super::mixed(color, background), expect);
        check(Color::rgb(0, 0, 0), Color::rgb(255, 255, 255), Color::rgb(204, 204, 204));
        check(
            Color { a: 40, ..Color::rgb(255, 0, 0) },
            Color::rgb(20, 20, 20),
            Color { a: 40, ..Color::rgb(67, 16, 16) },
        );
    }
}
