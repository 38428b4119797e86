//! Finds the fragments that can be seen or hit in a part of a scene, without looking at all of them.
//!
//! An edit makes a new scene, and that a new index: it has to be made in next to no time. Parts of the scene that are
//! there already keep their index; what is in a new one is found when somebody first looks near it. What is laid side by
//! side stands side by side in a part's list, so that runs of that list, each with a rectangle around it, are all the
//! order that is needed.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::tracks::{Through, Tracks};
use crate::model::{Subject, TransitionId};
use crate::scene::fragments::Drawing;
use crate::scene::shape::HitTarget;
use crate::scene::{Fragment, Plane, Point, Rect, Scene, Shape, point, rect};

/// What takes more room than this, in square scene points, is found by its parts.
const WIDE: f32 = 24.0 * 512.0 * 512.0;
/// As many places make a run.
const RUN: usize = 32;

/// An index of a scene's fragments by place.
#[derive(Debug, Default)]
pub struct Index {
    parts: Vec<Indexed>,
}

/// A part of a scene with its index.
#[derive(Debug)]
struct Indexed {
    /// The place of its first fragment in the scene.
    begin: u32,
    drawing: Drawing,
    /// How far it stands from where it was drawn.
    by: Point,
    /// The rectangle around all of it, where it was drawn.
    around: Rect,
    /// Made when somebody first looks near it.
    index: Arc<OnceLock<PartIndex>>,
    /// Made when somebody first asks for a transition.
    ways: Arc<OnceLock<Ways>>,
}

/// The fragments that draw transitions, by their place in the part.
type Ways = FxHashMap<TransitionId, Vec<u32>>;

/// What of a part of a scene is drawn in each plane, and what can be hit there.
#[derive(Debug, Default)]
struct PartIndex {
    drawn: [Places; 4],
    hit: [Places; 4],
}

/// Rectangles with the fragments they are of, in runs.
#[derive(Debug, Default)]
struct Places {
    areas: Vec<Rect>,
    /// The places of their fragments in the part.
    fragments: Vec<u32>,
    /// The rectangle around each run.
    runs: Vec<Rect>,
    tracks: Tracks,
}

/// The planes in the order they are drawn.
pub const PLANES: [Plane; 4] = [Plane::Body, Plane::LaneColumn, Plane::Header, Plane::Title];

impl Index {
    /// Indexes a scene.
    pub fn of(scene: &Scene) -> Self {
        Self::default().after(scene)
    }

    /// The index of another scene: drawings that are in both are not looked at again.
    #[must_use]
    pub fn after(&self, scene: &Scene) -> Self {
        let known: FxHashMap<*const Vec<Arc<Fragment>>, &Indexed> =
            self.parts.iter().map(|part| (Arc::as_ptr(&part.drawing), part)).collect();
        let parts = scene.fragments.parts().map(|(begin, part)| {
            let drawing = Arc::clone(part.drawing());
            let known = known.get(&Arc::as_ptr(&drawing)).copied();
            let around = known.map_or_else(|| around(&drawing), |known| known.around);
            let index = known.map(|known| Arc::clone(&known.index)).unwrap_or_default();
            let ways = known.map(|known| Arc::clone(&known.ways)).unwrap_or_default();
            Indexed { begin: begin as u32, drawing, by: part.by(), around, index, ways }
        });
        Self { parts: parts.collect() }
    }

    /// The fragments of a plane that draw something in `area`, in the order they are drawn, by their place in the
    /// scene. Of lines that run along each other through the whole area only the last is named.
    pub fn drawn_in(&self, plane: Plane, area: Rect) -> Vec<u32> {
        self.find(area, |index| index.drawn.get(slot(plane)))
    }

    /// The fragments of a plane that can be hit in `area`, in the order they are drawn, by their place in the scene.
    pub fn hit_in(&self, plane: Plane, area: Rect) -> Vec<u32> {
        self.find(area, |index| index.hit.get(slot(plane)))
    }

    /// The fragments that draw a transition, wherever they are, by their place in the scene.
    pub fn drawn_of(&self, transition: &TransitionId) -> Vec<u32> {
        let of_part = |part: &Indexed| -> Vec<u32> {
            let places = part.ways.get_or_init(|| ways_of(&part.drawing)).get(transition);
            places.into_iter().flatten().map(|place| part.begin + place).collect()
        };
        self.parts.iter().flat_map(of_part).collect()
    }

    fn find(&self, area: Rect, places: impl Fn(&PartIndex) -> Option<&Places>) -> Vec<u32> {
        let (mut all, mut through) = (Vec::new(), Through::new());
        for Indexed { begin, drawing, by, around, index, ways: _ } in &self.parts {
            let area = area.translate(-by.x, -by.y);
            if !around.intersects(area) {
                continue;
            }
            if let Some(places) = places(index.get_or_init(|| PartIndex::of(drawing))) {
                places.find(area, *begin, &mut all);
                places.tracks.find(area, (by.y, *begin), &mut all, &mut through);
            }
        }
        all.extend(through.into_values());
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn ways_of(part: &[Arc<Fragment>]) -> Ways {
    let mut ways = Ways::default();
    for (fragment, place) in part.iter().zip(0..) {
        let target = fragment.hit.as_ref().map(|hit| &hit.target);
        if let Some(HitTarget::Subject(Subject::Transition(_, id))) = target {
            ways.entry(id.clone()).or_default().push(place);
        }
    }
    ways
}

impl PartIndex {
    /// One walk over the part's fragments.
    fn of(part: &[Arc<Fragment>]) -> Self {
        let mut index = Self::default();
        // Nearly all of a part is on one plane.
        let plane = part.first().map(|fragment| slot(fragment.plane));
        for places in [&mut index.drawn, &mut index.hit].into_iter().filter_map(|planes| planes.get_mut(plane?)) {
            places.make_room(part.len());
        }
        for (place, fragment) in part.iter().enumerate() {
            let slot = slot(fragment.plane);
            if let Some(drawn) = index.drawn.get_mut(slot) {
                drawn.add_fragment(place as u32, fragment);
            }
            if let (Some(region), Some(hit)) = (&fragment.hit, index.hit.get_mut(slot)) {
                hit.add(place as u32, region.area);
            }
        }
        index
    }
}

/// The rectangle around all fragments, and where they can be hit.
fn around(part: &[Arc<Fragment>]) -> Rect {
    let bounds =
        |fragment: &Arc<Fragment>| fragment.hit.as_ref().map_or(fragment.bounds, |hit| fragment.bounds.union(hit.area));
    part.iter().map(bounds).reduce(Rect::union).unwrap_or_default()
}

fn slot(plane: Plane) -> usize {
    match plane {
        Plane::Body => 0,
        Plane::LaneColumn => 1,
        Plane::Header => 2,
        Plane::Title => 3,
    }
}

/// The smallest rectangle around two points.
fn around_both(one: Point, other: Point) -> Rect {
    let (left, top) = (one.x.min(other.x), one.y.min(other.y));
    rect(left, top, one.x.max(other.x) - left, one.y.max(other.y) - top)
}

fn is_wide(area: Rect) -> bool {
    area.width.max(512.0) * area.height.max(512.0) > WIDE
}

impl Places {
    /// Makes room for so many, with some for those that are found by their parts.
    fn make_room(&mut self, count: usize) {
        let count = count + count / 2;
        self.areas.reserve(count);
        self.fragments.reserve(count);
        self.runs.reserve(count.div_ceil(RUN));
    }

    fn add(&mut self, fragment: u32, area: Rect) {
        match self.runs.last_mut() {
            Some(run) if !self.areas.len().is_multiple_of(RUN) => *run = run.union(area),
            _ => self.runs.push(area),
        }
        self.areas.push(area);
        self.fragments.push(fragment);
    }

    /// A wide fragment is found by its parts: a way across the map is not seen wherever its bounds are.
    fn add_fragment(&mut self, fragment: u32, drawn: &Fragment) {
        if !is_wide(drawn.bounds) {
            self.add(fragment, drawn.bounds);
            return;
        }
        // Small parts that follow each other are found together.
        let mut near: Option<Rect> = None;
        if let Some((run, by)) = drawn.shapes.run() {
            let here = |at: Point| point(at.x + by.x, at.y + by.y);
            for (from, to) in run.pieces() {
                let bounds = around_both(from, to).expand(run.slack);
                if run.stroke.dash.is_none() && from.y == to.y && is_wide(bounds) {
                    let level = if to.x < from.x { -run.slack } else { run.slack };
                    let ends = (here(point(from.x + level, from.y)), here(point(to.x - level, to.y)));
                    self.tracks.add(ends, run.stroke, fragment);
                } else {
                    self.add_near(fragment, &mut near, (bounds, by));
                }
            }
            if let Some(near) = near {
                self.add(fragment, near);
            }
            return;
        }
        let (shapes, by) = drawn.shapes.as_drawn();
        for shape in shapes {
            match shape {
                Shape::Path { path, fill: None, stroke: Some(stroke) } => {
                    for (from, to, bounds) in path.segments() {
                        let bounds = bounds.expand(stroke.width / 2.0);
                        if stroke.dash.is_none() && from.y == to.y && is_wide(bounds) {
                            let here = |at: Point| point(at.x + by.x, at.y + by.y);
                            self.tracks.add((here(from), here(to)), *stroke, fragment);
                        } else {
                            self.add_near(fragment, &mut near, (bounds, by));
                        }
                    }
                }
                _ => {
                    if let Some(bounds) = shape.bounds() {
                        self.add_near(fragment, &mut near, (bounds, by));
                    }
                }
            }
        }
        if let Some(near) = near {
            self.add(fragment, near);
        }
    }

    /// Takes a part of a wide fragment, with those before it where all of them are `near` each other.
    fn add_near(&mut self, fragment: u32, near: &mut Option<Rect>, (bounds, by): (Rect, Point)) {
        let here = bounds.translate(by.x, by.y);
        *near = match near.map(|near| (near, near.union(here))) {
            Some((_, both)) if !is_wide(both) => Some(both),
            Some((near, _)) => {
                self.add(fragment, near);
                Some(here)
            }
            None => Some(here),
        };
    }

    /// Adds those in `area` to what was found, by their place in the scene; long level lines are found in their tracks.
    fn find(&self, area: Rect, begin: u32, found: &mut Vec<u32>) {
        let runs = self.runs.iter().zip(self.areas.chunks(RUN).zip(self.fragments.chunks(RUN)));
        for (_, (areas, fragments)) in runs.filter(|(run, _)| run.intersects(area)) {
            let here = areas.iter().zip(fragments).filter(|(there, _)| there.intersects(area));
            found.extend(here.map(|(_, fragment)| begin + fragment));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::scene::pen::{Pen, solid};
    use crate::scene::{Color, Path, Size, point, rect};

    fn scene(bounds: &[Rect]) -> Scene {
        let fragment = |bounds: &Rect| {
            let mut pen = Pen::body();
            pen.rect(*bounds, 0.0, Some(Color::rgb(0, 0, 0)), None);
            pen.finish().expect("something is drawn")
        };
        Scene {
            size: Size { width: 20_000.0, height: 900.0 },
            background: Color::rgb(255, 255, 255),
            frozen: Color::rgb(255, 255, 255),
            lane_column_width: 100.0,
            header_band: rect(0.0, 0.0, 20_000.0, 50.0),
            fragments: bounds.iter().map(fragment).collect(),
            title: String::new(),
            language: Language::En,
        }
    }

    #[test]
    fn finds_what_is_there_in_drawing_order() {
        let mut bounds: Vec<Rect> = (0..100).map(|at| rect(at as f32 * 200.0, 100.0, 150.0, 100.0)).collect();
        bounds.push(rect(0.0, 400.0, 20_000.0, 100.0));
        let index = Index::of(&scene(&bounds));
        let seen = rect(3000.0, 0.0, 1000.0, 900.0);
        let found = index.drawn_in(Plane::Body, seen);
        assert!(found.is_sorted());
        assert!(found.len() < 20, "{}", found.len());
        for (place, bounds) in bounds.iter().enumerate() {
            if bounds.intersects(seen) {
                assert!(found.contains(&(place as u32)), "{place}");
            }
        }
        assert!(index.drawn_in(Plane::Header, seen).is_empty());
    }

    fn line(points: &[(f32, f32)]) -> Arc<Fragment> {
        let mut pen = Pen::body();
        let points: Vec<_> = points.iter().map(|(x, y)| point(*x, *y)).collect();
        pen.line(Path::polyline(&points), solid(Color::rgb(0, 0, 0), 2.0));
        pen.finish().expect("something is drawn")
    }

    #[test]
    fn ways_across_the_map_are_found_where_they_are_seen() {
        let mut scene = scene(&[]);
        // Round the seen part; through it; in another part the same again further, and one that ends in it.
        scene.fragments.extend([
            line(&[(100.0, 100.0), (100.0, 800.0), (19_000.0, 800.0), (19_000.0, 100.0)]),
            line(&[(200.0, 50.0), (200.0, 300.0), (19_000.0, 300.0)]),
        ]);
        scene.fragments.extend([
            line(&[(300.0, 50.0), (300.0, 300.0), (19_500.0, 300.0)]),
            line(&[(400.0, 50.0), (400.0, 300.0), (9_500.0, 300.0)]),
        ]);
        let index = Index::of(&scene);
        assert_eq!(index.drawn_in(Plane::Body, rect(9000.0, 200.0, 1000.0, 200.0)), [2, 3]);
        assert_eq!(index.drawn_in(Plane::Body, rect(9000.0, 750.0, 1000.0, 200.0)), [0]);
        assert_eq!(index.drawn_in(Plane::Body, rect(9000.0, 400.0, 1000.0, 200.0)), [0_u32; 0]);
        assert_eq!(index.drawn_in(Plane::Body, rect(0.0, 0.0, 1000.0, 900.0)), [0, 1, 2, 3]);
    }
}
