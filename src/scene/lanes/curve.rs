//! The monotone cubic curve through points (Fritsch and Carlson, 1980): smooth, and never beyond its points.

use std::ops::Range;

use crate::scene::geometry::{Path, PathVerb, Point, point};

/// A curve through points whose x grows.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    points: Vec<Point>,
    slopes: Vec<f32>,
}

impl Curve {
    /// The curve through these points; x must grow from each to the next.
    pub fn through(points: Vec<Point>) -> Self {
        let secants: Vec<f32> = points
            .windows(2)
            .map(|pair| match pair {
                [a, b] if b.x > a.x => (b.y - a.y) / (b.x - a.x),
                _ => 0.0,
            })
            .collect();
        let inner = secants.windows(2).map(|pair| match pair {
            // At a turning point the curve is level.
            [before, after] if before * after <= 0.0 => 0.0,
            // The harmonic mean keeps within three times the smaller secant, which is Fritsch and Carlson's bound.
            [before, after] => 2.0 * before * after / (before + after),
            _ => 0.0,
        });
        let first = secants.first().copied().unwrap_or(0.0);
        let last = secants.last().copied().unwrap_or(0.0);
        let mut slopes: Vec<f32> = std::iter::once(first).chain(inner).collect();
        if points.len() > 1 {
            slopes.push(last);
        }
        Self { points, slopes }
    }

    /// The curve from one of its points to another, as cubic pieces.
    pub fn path(&self, from: usize, to: usize) -> Path {
        let mut verbs = Vec::with_capacity(to.saturating_sub(from) + 1);
        for index in from..=to {
            let Some((place, slope)) = self.points.get(index).zip(self.slopes.get(index)) else { break };
            let before = index.checked_sub(1).filter(|_| index > from);
            match before.and_then(|before| self.points.get(before).zip(self.slopes.get(before))) {
                None => verbs.push(PathVerb::Move(*place)),
                Some((left, left_slope)) => {
                    let third = (place.x - left.x) / 3.0;
                    let a = point(left.x + third, left.y + left_slope * third);
                    let b = point(place.x - third, place.y - slope * third);
                    verbs.push(PathVerb::Cubic(a, b, *place));
                }
            }
        }
        Path { verbs }
    }

    /// The curve's y at x; `None` outside of its points.
    pub fn at(&self, x: f32) -> Option<f32> {
        let after = self.points.partition_point(|place| place.x < x);
        let index = after.checked_sub(1).unwrap_or(after);
        let (left, right) = (self.points.get(index)?, self.points.get(index + 1)?);
        if x < left.x || x > right.x {
            return None;
        }
        let (m, n) = (*self.slopes.get(index)?, *self.slopes.get(index + 1)?);
        let width = right.x - left.x;
        let t = (x - left.x) / width;
        let (t2, t3) = (t * t, t * t * t);
        Some(
            (2.0 * t3 - 3.0 * t2 + 1.0) * left.y
                + (t3 - 2.0 * t2 + t) * width * m
                + (3.0 * t2 - 2.0 * t3) * right.y
                + (t3 - t2) * width * n,
        )
    }

    /// Whether it has a stretch between these ends.
    pub fn overlaps(&self, (left, right): (f32, f32)) -> bool {
        let first = self.points.first().is_some_and(|first| first.x < right);
        first && self.points.last().is_some_and(|last| last.x > left)
    }

    /// Its points.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The same curve, so much further.
    #[must_use]
    pub fn moved(mut self, by: Point) -> Self {
        self.points.iter_mut().for_each(|place| *place = point(place.x + by.x, place.y + by.y));
        self
    }

    /// The same curve, of which nothing is known beyond these of its points.
    #[must_use]
    pub fn part(&self, points: Range<usize>) -> Self {
        let slopes = self.slopes.get(points.clone()).unwrap_or_default().to_vec();
        Self { points: self.points.get(points).unwrap_or_default().to_vec(), slopes }
    }
}

/// The areas between two curves where both are, cut where they cross: each with whether `upper` lies above.
pub fn between(reality: &Curve, expectation: &Curve, (left, right): (f32, f32)) -> Vec<(Path, bool)> {
    /// From one sample to the next, in points.
    const STEP: f32 = 6.0;
    let count = ((right - left) / STEP).ceil().max(1.0) as usize;
    let sample = |index: usize| {
        let x = left + (right - left) * index as f32 / count as f32;
        Some((x, reality.at(x)?, expectation.at(x)?))
    };
    let mut areas = Vec::new();
    let mut run: Vec<(f32, f32, f32)> = Vec::new();
    for (x, real, hoped) in (0..=count).filter_map(sample) {
        if let Some(&(last_x, last_real, last_hoped)) = run.last() {
            let (before, now) = (last_hoped - last_real, hoped - real);
            if before * now < 0.0 {
                let t = before / (before - now);
                let cross = (last_x + (x - last_x) * t, last_real + (real - last_real) * t);
                run.push((cross.0, cross.1, cross.1));
                areas.extend(area(&run));
                run = vec![(cross.0, cross.1, cross.1)];
            }
        }
        run.push((x, real, hoped));
    }
    areas.extend(area(&run));
    areas
}

fn area(run: &[(f32, f32, f32)]) -> Option<(Path, bool)> {
    let sum: f32 = run.iter().map(|(_, real, hoped)| hoped - real).sum();
    if run.len() < 2 || sum.abs() < 0.5 {
        return None;
    }
    let there = run.iter().map(|(x, real, _)| point(*x, *real));
    let back = run.iter().rev().map(|(x, _, hoped)| point(*x, *hoped));
    let outline: Vec<Point> = there.chain(back).collect();
    // y grows downwards: reality above expectation is a smaller y.
    Some((Path::polygon(&outline), sum > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_curve_never_leaves_its_points(ys in prop::collection::vec(-5.0_f32..5.0, 2..20)) {
            let points: Vec<Point> = ys.iter().enumerate().map(|(index, y)| point(index as f32 * 10.0, *y)).collect();
            let curve = Curve::through(points);
            for (index, pair) in ys.windows(2).enumerate() {
                for step in 0..=10 {
                    let y = curve.at(index as f32 * 10.0 + step as f32).unwrap();
                    let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
                    prop_assert!(y >= low - 1e-3 && y <= high + 1e-3, "{y} outside {low}…{high}");
                }
            }
        }
    }

    #[test]
    fn areas_split_where_the_curves_cross() {
        let real = Curve::through(vec![point(0.0, 0.0), point(100.0, 100.0)]);
        let hoped = Curve::through(vec![point(0.0, 50.0), point(100.0, 50.0)]);
        let sides: Vec<bool> = between(&real, &hoped, (0.0, 100.0)).into_iter().map(|(_, above)| above).collect();
        assert_eq!(sides, [true, false]);
    }
}
