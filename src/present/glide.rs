//! From one stop to the next: what is the same glides, the rest cross-fades.
//!
//! Fragments are the same where they stand for the same thing ([`HitTarget`]); of several, the nearest. Of such a pair
//! rectangles, circles and equal words pass into each other; its other shapes move along and cross-fade.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::Subject;
use crate::scene::text::ShapedText;
use crate::scene::{Color, Fragment, HitTarget, Paint, Point, Rect, Scene, Shape, Stroke, point, rect};

/// Which fragments of two scenes are the same: found once, shown at any moment.
#[derive(Debug, Clone)]
pub struct Glide {
    from: Scene,
    to: Scene,
    /// For each fragment of `to` the one of `from` that it is.
    same: Vec<Option<usize>>,
}

/// The scene between two others: at t = 0 and below it is the first, at 1 and above the second.
pub fn between(from: &Scene, to: &Scene, t: f32) -> Scene {
    Glide::new(from.clone(), to.clone()).at(t)
}

impl Glide {
    /// Finds what is the same in both.
    pub fn new(from: Scene, to: Scene) -> Self {
        let mut places: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (index, fragment) in from.fragments.iter().enumerate() {
            if let Some(hit) = &fragment.hit {
                places.entry(key(&hit.target)).or_default().push(index);
            }
        }
        let mut wanted: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (index, fragment) in to.fragments.iter().enumerate() {
            if let Some(hit) = &fragment.hit {
                wanted.entry(key(&hit.target)).or_default().push(index);
            }
        }
        let mut same = vec![None; to.fragments.len()];
        for (key, wanted) in wanted {
            for (before, after) in nearest((&from, places.remove(&key).unwrap_or_default()), (&to, wanted)) {
                if let Some(slot) = same.get_mut(after) {
                    *slot = Some(before);
                }
            }
        }
        Self { from, to, same }
    }

    /// The scene at a moment, 0–1; it sets out and arrives softly.
    pub fn at(&self, t: f32) -> Scene {
        if t.is_nan() || t <= 0.0 {
            return self.from.clone();
        }
        if t >= 1.0 {
            return self.to.clone();
        }
        let e = ease(t);
        let kept: std::collections::BTreeSet<usize> = self.same.iter().flatten().copied().collect();
        let leaving = self.from.fragments.iter().enumerate().filter(|(index, _)| !kept.contains(index));
        let mut fragments: Vec<Arc<Fragment>> =
            leaving.map(|(_, fragment)| Arc::new(faded(fragment, 1.0 - e))).collect();
        for (fragment, same) in self.to.fragments.iter().zip(&self.same) {
            let before = same.and_then(|index| self.from.fragments.get(index));
            fragments.push(match before {
                Some(before) if Arc::ptr_eq(before, fragment) => Arc::clone(fragment),
                Some(before) => Arc::new(gliding(before, fragment, e)),
                None => Arc::new(faded(fragment, e)),
            });
        }
        Scene {
            size: self.to.size,
            background: mixed(self.from.background, self.to.background, e),
            fragments: fragments.into(),
            ..self.to.clone()
        }
    }
}

/// Pairs of fragments that stand for one thing, the nearest first.
fn nearest((from, mut before): (&Scene, Vec<usize>), (to, mut after): (&Scene, Vec<usize>)) -> Vec<(usize, usize)> {
    let area = |scene: &Scene, index: usize| scene.fragments.get(index).and_then(|it| Some(it.hit.as_ref()?.area));
    let mut pairs = Vec::new();
    loop {
        let all = before.iter().flat_map(|before| after.iter().map(move |after| (*before, *after)));
        let distance = |(before, after): &(usize, usize)| {
            area(from, *before).zip(area(to, *after)).map_or(f32::MAX, |(before, after)| apart(before, after))
        };
        let Some(pair) = all.min_by(|a, b| distance(a).total_cmp(&distance(b))) else { return pairs };
        before.retain(|index| *index != pair.0);
        after.retain(|index| *index != pair.1);
        pairs.push(pair);
    }
}

/// Slow at both ends: 3t² − 2t³.
fn ease(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

/// What a fragment stands for, so that it can be ordered: its kind, and up to two ids.
type Key = (u8, Option<Subject>, String);

fn key(target: &HitTarget) -> Key {
    match target {
        HitTarget::Subject(subject) => (0, Some(subject.clone()), String::new()),
        HitTarget::Emotion { touchpoint, persona, .. } => (1, Some(touchpoint.clone()), persona.as_str().to_owned()),
        HitTarget::StageHeader(stage) => (2, None, stage.key().to_owned()),
        HitTarget::LaneName(lane) => (3, None, lane.key().to_owned()),
        HitTarget::Invite { lane, subject } => (4, Some(subject.clone()), lane.key().to_owned()),
        HitTarget::Title => (5, None, String::new()),
        HitTarget::Fold(lane) => (6, None, lane.key().to_owned()),
        HitTarget::Swimlane { channel, .. } => (7, channel.clone().map(Subject::Channel), String::new()),
    }
}

fn apart(a: Rect, b: Rect) -> f32 {
    let (a_center, b_center) = (a.center(), b.center());
    (a_center.x - b_center.x).abs()
        + (a_center.y - b_center.y).abs()
        + (a.width - b.width).abs()
        + (a.height - b.height).abs()
}

fn lerp(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

fn lerp_point(a: Point, b: Point, t: f32) -> Point {
    point(lerp(a.x, b.x, t), lerp(a.y, b.y, t))
}

fn lerp_rect(a: Rect, b: Rect, t: f32) -> Rect {
    rect(lerp(a.x, b.x, t), lerp(a.y, b.y, t), lerp(a.width, b.width, t), lerp(a.height, b.height, t))
}

fn mixed(a: Color, b: Color, t: f32) -> Color {
    let part = |a: u8, b: u8| lerp(f32::from(a), f32::from(b), t).round() as u8;
    Color { r: part(a.r, b.r), g: part(a.g, b.g), b: part(a.b, b.b), a: part(a.a, b.a) }
}

fn mixed_paint(a: Option<Paint>, b: Option<Paint>, t: f32) -> Option<Paint> {
    match (a, b) {
        (Some(Paint::Solid(a)), Some(Paint::Solid(b))) => Some(Paint::Solid(mixed(a, b, t))),
        (Some(Paint::Vertical(a_top, a_bottom)), Some(Paint::Vertical(b_top, b_bottom))) => {
            Some(Paint::Vertical(mixed(a_top, b_top, t), mixed(a_bottom, b_bottom, t)))
        }
        (a, b) => {
            if t < 0.5 {
                faded_paint(a, 1.0 - 2.0 * t)
            } else {
                faded_paint(b, 2.0 * t - 1.0)
            }
        }
    }
}

fn mixed_stroke(a: Option<Stroke>, b: Option<Stroke>, t: f32) -> Option<Stroke> {
    match (a, b) {
        (Some(a), Some(b)) => {
            let dash = if t < 0.5 { a.dash } else { b.dash };
            Some(Stroke { color: mixed(a.color, b.color, t), width: lerp(a.width, b.width, t), dash })
        }
        (Some(a), None) => faded_stroke(Some(a), 1.0 - t),
        (None, b) => faded_stroke(b, t),
    }
}

fn faded_paint(paint: Option<Paint>, opacity: f32) -> Option<Paint> {
    paint.map(|paint| match paint {
        Paint::Solid(color) => Paint::Solid(color.fade(opacity)),
        Paint::Vertical(top, bottom) => Paint::Vertical(top.fade(opacity), bottom.fade(opacity)),
    })
}

fn faded_stroke(stroke: Option<Stroke>, opacity: f32) -> Option<Stroke> {
    stroke.map(|stroke| Stroke { color: stroke.color.fade(opacity), ..stroke })
}

fn faded(fragment: &Fragment, opacity: f32) -> Fragment {
    let stays = Frame { from: fragment.bounds, to: fragment.bounds };
    let shapes = fragment.shapes.iter().filter_map(|shape| moved(shape, stays, opacity)).collect();
    Fragment { plane: fragment.plane, bounds: fragment.bounds, hit: None, shapes }
}

/// A way from one rectangle to another: what is in the first is carried into the second.
#[derive(Debug, Clone, Copy)]
struct Frame {
    from: Rect,
    to: Rect,
}

impl Frame {
    fn factors(self) -> (f32, f32) {
        let factor = |from: f32, to: f32| if from > 0.5 { to / from } else { 1.0 };
        (factor(self.from.width, self.to.width), factor(self.from.height, self.to.height))
    }

    fn place(self, at: Point) -> Point {
        let (x, y) = self.factors();
        point(self.to.x + (at.x - self.from.x) * x, self.to.y + (at.y - self.from.y) * y)
    }

    fn area(self, area: Rect) -> Rect {
        let (x, y) = self.factors();
        let at = self.place(point(area.x, area.y));
        rect(at.x, at.y, area.width * x, area.height * y)
    }
}

/// A shape carried along and faded. Words keep their size; a picture, which has no opacity, is there or not.
fn moved(shape: &Shape, frame: Frame, opacity: f32) -> Option<Shape> {
    Some(match shape {
        Shape::Rect { rect, radius, fill, stroke } => Shape::Rect {
            rect: frame.area(*rect),
            radius: *radius,
            fill: faded_paint(*fill, opacity),
            stroke: faded_stroke(*stroke, opacity),
        },
        Shape::Circle { center, radius, fill, stroke } => {
            let (x, y) = frame.factors();
            Shape::Circle {
                center: frame.place(*center),
                radius: radius * x.min(y),
                fill: faded_paint(*fill, opacity),
                stroke: faded_stroke(*stroke, opacity),
            }
        }
        Shape::Path { path, fill, stroke } => Shape::Path {
            path: if frame.from == frame.to { Arc::clone(path) } else { Arc::new(path.map(|at| frame.place(at))) },
            fill: faded_paint(*fill, opacity),
            stroke: faded_stroke(*stroke, opacity),
        },
        Shape::Text { top_left, text, color } => {
            Shape::Text { top_left: frame.place(*top_left), text: Arc::clone(text), color: color.fade(opacity) }
        }
        Shape::Picture { .. } if opacity < 0.5 => return None,
        Shape::Picture { rect, picture, round } => {
            Shape::Picture { rect: frame.area(*rect), picture: picture.clone(), round: *round }
        }
    })
}

/// A fragment on its way from what it was to what it will be.
fn gliding(from: &Fragment, to: &Fragment, t: f32) -> Fragment {
    let area = |fragment: &Fragment| fragment.hit.as_ref().map_or(fragment.bounds, |hit| hit.area);
    let here = lerp_rect(area(from), area(to), t);
    let (leave, come) = (Frame { from: area(from), to: here }, Frame { from: area(to), to: here });
    let mut paired: Vec<Option<&Shape>> = vec![None; to.shapes.len()];
    let mut shapes = Vec::with_capacity(from.shapes.len() + to.shapes.len());
    for shape in &from.shapes {
        let partner = to.shapes.iter().zip(&mut paired).find(|(other, pair)| pair.is_none() && is_like(shape, other));
        match partner {
            Some((_, pair)) => *pair = Some(shape),
            None => shapes.extend(moved(shape, leave, 1.0 - t)),
        }
    }
    for (shape, pair) in to.shapes.iter().zip(paired) {
        match pair {
            Some(before) => shapes.extend(passing(before, shape, t)),
            None => shapes.extend(moved(shape, come, t)),
        }
    }
    let hit = to.hit.as_ref().map(|hit| hit.at(here));
    Fragment { plane: to.plane, bounds: from.bounds.union(to.bounds), hit, shapes: shapes.into() }
}

fn words(text: &ShapedText) -> impl Iterator<Item = &str> {
    text.lines.iter().flat_map(|line| line.text.split_whitespace())
}

/// Whether one shape can pass into the other.
fn is_like(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Rect { .. }, Shape::Rect { .. }) | (Shape::Circle { .. }, Shape::Circle { .. }) => true,
        (Shape::Text { text: a, .. }, Shape::Text { text: b, .. }) => {
            a.style.weight == b.style.weight && words(a).eq(words(b)) && a.lines.len() == b.lines.len()
        }
        _ => false,
    }
}

fn passing(a: &Shape, b: &Shape, t: f32) -> Option<Shape> {
    Some(match (a, b) {
        (
            Shape::Rect { rect: a_rect, radius: a_radius, fill: a_fill, stroke: a_stroke },
            Shape::Rect { rect: b_rect, radius: b_radius, fill: b_fill, stroke: b_stroke },
        ) => Shape::Rect {
            rect: lerp_rect(*a_rect, *b_rect, t),
            radius: lerp(*a_radius, *b_radius, t),
            fill: mixed_paint(*a_fill, *b_fill, t),
            stroke: mixed_stroke(*a_stroke, *b_stroke, t),
        },
        (
            Shape::Circle { center: a_center, radius: a_radius, fill: a_fill, stroke: a_stroke },
            Shape::Circle { center: b_center, radius: b_radius, fill: b_fill, stroke: b_stroke },
        ) => Shape::Circle {
            center: lerp_point(*a_center, *b_center, t),
            radius: lerp(*a_radius, *b_radius, t),
            fill: mixed_paint(*a_fill, *b_fill, t),
            stroke: mixed_stroke(*a_stroke, *b_stroke, t),
        },
        (
            Shape::Text { top_left: a_at, text: a, color: a_color },
            Shape::Text { top_left: b_at, text: b, color: b_color },
        ) => {
            let size = lerp(a.style.size, b.style.size, t);
            let text = if a.style == b.style { Arc::clone(b) } else { Arc::new(b.scaled(size / b.style.size)) };
            Shape::Text { top_left: lerp_point(*a_at, *b_at, t), text, color: mixed(*a_color, *b_color, t) }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{JourneyId, PersonaId, TouchpointId};
    use crate::scene::pen::Pen;
    use crate::scene::text::{Align, Shaper, TextStyle, Weight};
    use crate::scene::{Size, Theme, ThemeName};

    fn card(id: &str, area: Rect, words: &str, size: f32) -> Arc<Fragment> {
        let subject =
            Subject::Touchpoint(JourneyId::parse("j-1").unwrap(), TouchpointId::parse(&format!("t-{id}")).unwrap());
        let style = TextStyle { weight: Weight::SemiBold, size, line_height: size };
        let text = Shaper::new().shape(words, style, None, Align::Left);
        let mut pen = Pen::body().hit(area, HitTarget::Subject(subject), words.to_owned());
        pen.rect(area, 10.0, Some(Theme::of(ThemeName::Light).card), None);
        pen.text(point(area.x, area.y), text, Theme::of(ThemeName::Light).ink);
        pen.finish().unwrap()
    }

    fn scene(fragments: Vec<Arc<Fragment>>) -> Scene {
        Scene::sheet(Size { width: 100.0, height: 100.0 }, Theme::of(ThemeName::Light).background, fragments)
    }

    #[test]
    fn the_same_thing_glides_and_the_rest_fades() {
        let from = scene(vec![
            card("a", rect(0.0, 0.0, 10.0, 10.0), "Queue", 10.0),
            card("b", rect(50.0, 0.0, 10.0, 10.0), "Till", 10.0),
        ]);
        let to = scene(vec![
            card("c", rect(0.0, 0.0, 5.0, 5.0), "Door", 10.0),
            card("a", rect(40.0, 20.0, 30.0, 50.0), "Queue", 30.0),
        ]);
        let half = between(&from, &to, 0.5);
        let shown: Vec<_> = half.fragments.iter().collect();
        let [leaving, coming, gliding] = shown[..] else { panic!("{:?}", shown.len()) };
        let area = |fragment: &Fragment| fragment.hit.as_ref().map(|hit| hit.area);
        assert_eq!((area(leaving), area(coming).is_some()), (None, false));
        assert_eq!(area(gliding), Some(rect(20.0, 10.0, 20.0, 30.0)));
        let [Shape::Rect { rect: ground, .. }, Shape::Text { top_left, text, color }] = &gliding.shapes[..] else {
            panic!("{:?}", gliding.shapes);
        };
        assert_eq!((*ground, *top_left), (rect(20.0, 10.0, 20.0, 30.0), point(20.0, 10.0)));
        assert_eq!((text.style.size, color.a), (20.0, 255));
        let Some(Shape::Text { color, .. }) = coming.shapes.last() else { panic!("no text") };
        assert!(color.a > 100 && color.a < 150, "{color:?}");
    }

    #[test]
    fn the_ends_are_the_scenes_themselves() {
        let from = scene(vec![card("a", rect(0.0, 0.0, 10.0, 10.0), "Queue", 10.0)]);
        let to = scene(vec![card("a", rect(9.0, 9.0, 10.0, 10.0), "Till", 10.0)]);
        let check = |t: f32, expect: &Scene| {
            let got = between(&from, &to, t);
            assert_eq!(got.fragments.len(), expect.fragments.len(), "{t}");
            let same = got.fragments.iter().zip(&expect.fragments).all(|(a, b)| Arc::ptr_eq(a, b));
            assert!(same, "{t}");
        };
        check(0.0, &from);
        check(-3.0, &from);
        check(f32::NAN, &from);
        check(1.0, &to);
        check(7.0, &to);
    }

    #[test]
    fn of_several_equal_ones_the_nearest_is_the_same() {
        let from = scene(vec![
            card("a", rect(90.0, 90.0, 9.0, 9.0), "Far", 10.0),
            card("a", rect(0.0, 0.0, 9.0, 9.0), "Near", 10.0),
        ]);
        let to = scene(vec![card("a", rect(2.0, 0.0, 9.0, 9.0), "Near", 10.0)]);
        assert_eq!(Glide::new(from, to).same, [Some(1)]);
        let emotion = |id: &str| HitTarget::Emotion {
            touchpoint: Subject::Project,
            persona: PersonaId::parse(id).unwrap(),
            emotion: None,
            scale_y: (0.0, 1.0),
        };
        assert_ne!(key(&emotion("p-a")), key(&emotion("p-b")));
    }
}
