//! The shaded gap between what was hoped for and what is felt, along a stretch of both curves.

use std::hash::{Hash, Hasher};
use std::ops::RangeInclusive;

use super::curve::{Curve, between};
use crate::scene::drawn::Paint;
use crate::scene::geometry::{Point, point};
use crate::scene::kept::{Drawn, Kept, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::Pen;
use crate::scene::theme::Theme;

/// A stretch of two curves, with one more point of each at either end; told from where it begins, so that it is the same
/// wherever it is moved.
#[derive(PartialEq)]
pub(in crate::scene) struct Gap {
    /// From where to where.
    span: (f32, f32),
    real: Curve,
    hoped: Curve,
}

// No curve goes through a place that is not a number.
impl Eq for Gap {}

impl Hash for Gap {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for place in self.real.points().iter().chain(self.hoped.points()) {
            (place.x.to_bits(), place.y.to_bits()).hash(state);
        }
    }
}

impl Gap {
    /// The gap along some of the real curve's points; `None` where the other curve does not go.
    pub(super) fn between((real, hoped): (&Curve, &Curve), points: RangeInclusive<usize>) -> Option<(Self, Point)> {
        let (first, last) = (*points.start(), (*points.end()).min(real.points().len().checked_sub(1)?));
        let span = (real.points().get(first)?.x, real.points().get(last)?.x);
        if !hoped.overlaps(span) {
            return None;
        }
        let from = hoped.points().partition_point(|place| place.x < span.0);
        let to = hoped.points().partition_point(|place| place.x <= span.1);
        let begin = point(span.0, 0.0);
        let curve = |curve: &Curve, first: usize, last: usize| around(curve, first, last).moved(point(-span.0, 0.0));
        let (real, hoped) = (curve(real, first, last), curve(hoped, from, to));
        Some((Self { span: (0.0, span.1 - span.0), real, hoped }, begin))
    }
}

fn around(curve: &Curve, first: usize, last: usize) -> Curve {
    curve.part(first.saturating_sub(1)..(last + 2).min(curve.points().len()))
}

impl Thing for Gap {
    type Words = ();
    /// Where it begins.
    type Place = Point;

    fn say(&self, _lay: &mut Lay<'_>) {}

    fn draw(&self, (): &(), begin: Point, theme: &Theme) -> Drawn {
        let mut pen = Pen::body();
        for (area, above) in between(&self.real, &self.hoped, self.span) {
            let color = if above { theme.positive } else { theme.negative };
            let area = area.map(|place| point(begin.x + place.x, begin.y + place.y));
            pen.fill(area, Paint::Solid(color.fade(0.12)));
        }
        one(pen)
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.gaps
    }
}
