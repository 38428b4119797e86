//! What of the map is painted otherwise than it is laid out: moved, faint, or left out while something else stands for it.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Vec2;

use super::carriage::Carriage;
use super::drift::{Drift, Shift};
use super::gesture::Gesture;
use super::hits::Hits;
use crate::model::{Journey, Subject, TouchpointId};
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Paint, Path, PathVerb, Point, Shape, Stroke, point};

/// How much is left of what is faint.
const FAINT: f32 = 0.22;

/// What is painted otherwise in this frame.
pub struct Staging<'a> {
    drift: &'a Drift,
    /// Fragments that something else stands for.
    absent: BTreeSet<u32>,
    /// Fragments that matter less just now.
    faint: BTreeSet<u32>,
    /// A shape of a fragment that a field stands for.
    hidden: Option<(usize, usize)>,
}

/// A fragment as it is painted, and by how much it is moved, in scene points.
pub enum Staged {
    /// As it is, somewhere else.
    Moved(Vec2),
    /// Another in its place.
    Other(Arc<Fragment>),
    /// Not at all.
    Absent,
}

impl<'a> Staging<'a> {
    /// What the drift, a gesture and a field change; the hidden shape is a fragment's and one of its own.
    pub fn of(
        drift: &'a Drift,
        gesture: &Gesture,
        (hits, journey): (&Hits<'_>, Option<&Arc<Journey>>),
        hidden: Option<(usize, usize)>,
    ) -> Self {
        let mut staging = Self { drift, absent: BTreeSet::new(), faint: BTreeSet::new(), hidden };
        match gesture {
            Gesture::Move(carried) if carried.carriage == Carriage::Moved => {
                staging.absent.extend(&carried.cards);
                staging.absent.extend(&carried.losses);
                let touched: BTreeSet<&TouchpointId> = carried.touchpoints.iter().collect();
                let hangs = |from: &TouchpointId, to: &TouchpointId| touched.contains(from) || touched.contains(to);
                for seen in hits.all() {
                    let HitTarget::Subject(Subject::Transition(_, id)) = seen.target else { continue };
                    let transition = journey.and_then(|journey| journey.transitions.get(id));
                    if transition.is_some_and(|it| hangs(&it.from, &it.to)) {
                        staging.faint.insert(seen.fragment);
                    }
                }
            }
            Gesture::Burden(burden) if burden.carriage == Carriage::Moved => {
                staging.absent.insert(burden.card);
            }
            Gesture::Relead(relead) => {
                let is_it = |target: &HitTarget| matches!(target, HitTarget::Subject(Subject::Transition(_, id)) if *id == relead.transition);
                staging.faint.extend(hits.all().iter().filter(|seen| is_it(seen.target)).map(|seen| seen.fragment));
            }
            _ => {}
        }
        staging
    }

    /// How a fragment is painted; `None`: as it is laid out.
    pub fn staged(&self, place: u32, fragment: &Fragment) -> Option<Staged> {
        if self.absent.contains(&place) {
            return Some(Staged::Absent);
        }
        if let Some((_, shape)) = self.hidden.filter(|(hidden, _)| *hidden == place as usize) {
            return Some(Staged::Other(Arc::new(without(fragment, shape))));
        }
        if self.faint.contains(&place) {
            return Some(Staged::Other(Arc::new(faint(fragment))));
        }
        match self.drift.shift(place) {
            Some(Shift::Whole(by)) => Some(Staged::Moved(by)),
            Some(Shift::Ends(from, to)) => Some(Staged::Other(Arc::new(stretched(fragment, (from, to))))),
            None => self.drift.bent(fragment).map(|bent| Staged::Other(Arc::new(bent))),
        }
    }
}

/// A fragment less one of its shapes.
fn without(fragment: &Fragment, shape: usize) -> Fragment {
    let rest = fragment.shapes.iter().enumerate().filter(|(place, _)| *place != shape);
    Fragment { shapes: rest.map(|(_, shape)| shape.clone()).collect(), ..fragment.clone() }
}

fn faint(fragment: &Fragment) -> Fragment {
    let paint = |fill: Option<Paint>| {
        fill.map(|fill| match fill {
            Paint::Solid(color) => Paint::Solid(color.fade(FAINT)),
            Paint::Vertical(top, bottom) => Paint::Vertical(top.fade(FAINT), bottom.fade(FAINT)),
        })
    };
    let line = |stroke: Option<Stroke>| stroke.map(|it| Stroke { color: it.color.fade(FAINT), ..it });
    let mut shapes = fragment.shapes.to_vec();
    for shape in &mut shapes {
        match shape {
            Shape::Rect { fill, stroke, .. }
            | Shape::Circle { fill, stroke, .. }
            | Shape::Path { fill, stroke, .. } => {
                (*fill, *stroke) = (paint(*fill), line(*stroke));
            }
            Shape::Text { color, .. } => *color = color.fade(FAINT),
            Shape::Picture { .. } => {}
        }
    }
    Fragment { shapes: shapes.into(), ..fragment.clone() }
}

/// A way whose ends have moved: what lies between follows the nearer end more. Its head goes with its end.
fn stretched(fragment: &Fragment, (from, to): (Vec2, Vec2)) -> Fragment {
    let mut shapes = fragment.shapes.to_vec();
    let mut moved = Vec2::ZERO;
    for (index, shape) in shapes.iter_mut().enumerate() {
        let Shape::Path { path, .. } = shape else { continue };
        *path = Arc::new(if index == 0 {
            stretched_path(path, (from, to))
        } else {
            path.map(|at| point(at.x + to.x, at.y + to.y))
        });
        moved = moved.max(from.abs()).max(to.abs());
    }
    let bounds = fragment.bounds.expand(moved.max_elem());
    Fragment { bounds, shapes: shapes.into(), ..fragment.clone() }
}

fn stretched_path(path: &Path, (from, to): (Vec2, Vec2)) -> Path {
    let count = path.verbs.iter().map(|verb| points_of(*verb).len()).sum::<usize>();
    let mut index = 0;
    let mut next = |at: Point| {
        let t = index as f32 / (count.max(2) - 1) as f32;
        index += 1;
        let by = from + (to - from) * t.clamp(0.0, 1.0);
        point(at.x + by.x, at.y + by.y)
    };
    let verbs = path.verbs.iter().map(|verb| match *verb {
        PathVerb::Move(to) => PathVerb::Move(next(to)),
        PathVerb::Line(to) => PathVerb::Line(next(to)),
        PathVerb::Quad(control, to) => PathVerb::Quad(next(control), next(to)),
        PathVerb::Cubic(first, second, to) => PathVerb::Cubic(next(first), next(second), next(to)),
        PathVerb::Close => PathVerb::Close,
    });
    Path { verbs: verbs.collect() }
}

fn points_of(verb: PathVerb) -> Vec<Point> {
    match verb {
        PathVerb::Move(to) | PathVerb::Line(to) => vec![to],
        PathVerb::Quad(control, to) => vec![control, to],
        PathVerb::Cubic(first, second, to) => vec![first, second, to],
        PathVerb::Close => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn a_way_follows_both_of_its_ends() {
        let (a, b, c, d) = (point(0.0, 0.0), point(10.0, 0.0), point(20.0, 0.0), point(30.0, 0.0));
        let path = Path { verbs: vec![PathVerb::Move(a), PathVerb::Cubic(b, c, d)] };
        let stretched = stretched_path(&path, (Vec2::ZERO, vec2(0.0, 30.0)));
        let [PathVerb::Move(begin), PathVerb::Cubic(first, second, end)] = stretched.verbs[..] else { panic!() };
        assert_eq!((begin, end), (a, point(30.0, 30.0)));
        assert!(first.y < second.y && second.y < end.y, "{stretched:?}");
    }
}
