//! Curves on their way: while the points of the emotions' lane glide, the lines through them are bent along.

use std::sync::Arc;

use egui::{Vec2, vec2};

use crate::scene::{Color, Fragment, Plane, Point, Shape, point};

/// How the lines of the lane are bent when their points are as far from their places as they ever are.
#[derive(Debug)]
pub struct Bend {
    /// When the points set out.
    pub began: f64,
    /// Top and bottom of the lane, in the scene.
    band: (f32, f32),
    /// Where the points of the leading persona stand from left to right, and how far each was from there.
    through: Vec<(f32, Vec2)>,
    /// The colour of that persona's own line.
    leading: Color,
    /// How far up or down all lines were.
    down: f32,
}

impl Bend {
    /// How lines are bent through these points; `None` where they stay, or would be folded over.
    pub fn through(mut through: Vec<(f32, Vec2)>, band: (f32, f32), (leading, began): (Color, f64)) -> Option<Self> {
        through.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let stood = |(x, by): &(f32, Vec2)| x + by.x;
        let in_order = through.windows(2).all(|pair| matches!(pair, [one, other] if stood(one) <= stood(other)));
        let moved = through.iter().any(|(_, by)| *by != Vec2::ZERO);
        let down = through.first()?.1.y;
        let alike = through.iter().all(|(_, by)| (by.y - down).abs() < 0.5);
        (moved && in_order).then_some(Self { began, band, through, leading, down: if alike { down } else { 0.0 } })
    }

    /// A line of the lane as it is on its way, of which this share is left; `None` for what is no line of the lane.
    pub fn bent(&self, fragment: &Fragment, left: f32) -> Option<Fragment> {
        let (top, bottom) = self.band;
        let inside = fragment.bounds.y >= top && fragment.bounds.bottom() <= bottom;
        let is_line = matches!(fragment.shapes.first(), Some(Shape::Path { .. }));
        if fragment.plane != Plane::Body || fragment.hit.is_some() || !inside || !is_line {
            return None;
        }
        let own = fragment.shapes.iter().any(
            |shape| matches!(shape, Shape::Path { fill: None, stroke: Some(stroke), .. } if stroke.color == self.leading),
        );
        let by = |at: Point| {
            let by = self.offset(at.x);
            vec2(by.x, if own { by.y } else { self.down }) * left
        };
        let place = |at: Point| point(at.x + by(at).x, at.y + by(at).y);
        let mut shapes = fragment.shapes.to_vec();
        for shape in &mut shapes {
            match shape {
                Shape::Path { path, .. } => *path = Arc::new(path.map(place)),
                Shape::Text { top_left, .. } => *top_left = place(*top_left),
                Shape::Circle { center, .. } => *center = place(*center),
                Shape::Rect { rect, .. } | Shape::Picture { rect, .. } => {
                    let by = by(point(rect.x, rect.y));
                    *rect = rect.translate(by.x, by.y);
                }
            }
        }
        let farthest = self.through.iter().map(|(_, by)| by.abs().max_elem()).fold(0.0, f32::max);
        Some(Fragment { bounds: fragment.bounds.expand(farthest), shapes: shapes.into(), ..fragment.clone() })
    }

    /// How far a line was from here: between two points, between what these were.
    fn offset(&self, x: f32) -> Vec2 {
        let next = self.through.partition_point(|(at, _)| *at < x);
        let before = next.checked_sub(1).and_then(|at| self.through.get(at));
        match (before, self.through.get(next)) {
            (Some((from, one)), Some((to, other))) => *one + (*other - *one) * ((x - from) / (to - from).max(0.01)),
            (Some((_, by)), None) | (None, Some((_, by))) => *by,
            (None, None) => Vec2::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Path, PathVerb, rect};

    const BLUE: Color = Color::rgb(0, 0, 200);

    fn line(color: Color) -> Fragment {
        let stroke = Some(crate::scene::Stroke { color, width: 1.0, dash: None });
        let path = Arc::new(Path { verbs: vec![PathVerb::Move(point(0.0, 50.0)), PathVerb::Line(point(200.0, 50.0))] });
        let shapes = vec![Shape::Path { path, fill: None, stroke }];
        Fragment { plane: Plane::Body, bounds: rect(0.0, 49.0, 200.0, 2.0), hit: None, shapes: shapes.into() }
    }

    fn ends(fragment: &Fragment) -> [Point; 2] {
        let Some(Shape::Path { path, .. }) = fragment.shapes.first() else { panic!("a line") };
        let [PathVerb::Move(from), PathVerb::Line(to)] = path.verbs[..] else { panic!("{path:?}") };
        [from, to]
    }

    #[test]
    fn lines_follow_their_points_and_those_of_others_only_along() {
        let points = vec![(100.0, vec2(40.0, 0.0)), (0.0, vec2(0.0, 10.0))];
        let bend = Bend::through(points, (0.0, 100.0), (BLUE, 0.0)).expect("it moves");
        let bent = bend.bent(&line(BLUE), 0.5).expect("a line of the lane");
        assert_eq!(ends(&bent), [point(0.0, 55.0), point(220.0, 50.0)]);
        let other = bend.bent(&line(Color::rgb(200, 0, 0)), 1.0).expect("a line of the lane");
        assert_eq!(ends(&other), [point(0.0, 50.0), point(240.0, 50.0)]);
    }

    #[test]
    fn what_would_be_folded_or_stays_is_left_alone() {
        let check = |points: &[(f32, Vec2)], expect: bool| {
            assert_eq!(Bend::through(points.to_vec(), (0.0, 100.0), (BLUE, 0.0)).is_some(), expect, "{points:?}");
        };
        check(&[(0.0, vec2(0.0, 0.0)), (100.0, vec2(-150.0, 0.0))], false);
        check(&[(0.0, Vec2::ZERO), (100.0, Vec2::ZERO)], false);
        check(&[], false);
        check(&[(0.0, vec2(0.0, 5.0)), (100.0, vec2(0.0, 5.0))], true);
    }
}
