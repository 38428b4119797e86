//! Flights of the camera: where it goes when a place is asked for, and how it gets there.

use egui::{Rect, Vec2, pos2, vec2};

use super::camera::{Camera, ZOOM_RANGE};
use super::hits::is_card;
use super::rename::fragment_of;
use crate::model::{Stage, Subject};
use crate::scene::shape::HitTarget;
use crate::scene::{self, Plane, Scene, rect};

/// How long a flight takes, in seconds.
const SECS: f64 = 0.15;
/// No closer than this where a place is shown as a whole.
const CLOSEST: f32 = 1.5;
/// At this zoom the letters of cards can be read.
const READABLE: f32 = 0.6;
/// Air around what is shown, in points on the screen.
const AIR: f32 = 32.0;

/// A camera on its way.
#[derive(Debug, Clone, Copy)]
pub struct Flight {
    from: Camera,
    to: Camera,
    begun: f64,
}

impl Flight {
    /// A flight that begins now.
    pub fn new(from: Camera, to: Camera, now: f64) -> Self {
        Self { from, to, begun: now }
    }

    /// Where it ends.
    pub fn end(&self) -> Camera {
        self.to
    }

    /// Where the camera is now on a canvas of this size; `None` once it has arrived.
    pub fn at(&self, now: f64, canvas: Vec2) -> Option<Camera> {
        let share = ((now - self.begun) / SECS) as f32;
        if !(0.0..1.0).contains(&share) {
            return None;
        }
        let eased = 1.0 - (1.0 - share).powi(3);
        // The zoom grows evenly, and the middle of the view goes straight to its goal.
        let zoom = self.from.zoom * (self.to.zoom / self.from.zoom).powf(eased);
        let middle = |camera: &Camera| (canvas / 2.0 - camera.pan) / camera.zoom;
        let at = middle(&self.from) + (middle(&self.to) - middle(&self.from)) * eased;
        Some(Camera { zoom, pan: canvas / 2.0 - at * zoom })
    }
}

/// The part of the scene that a stage takes up, all lanes included.
pub fn stage_area(scene: &Scene, stage: Stage) -> Option<scene::Rect> {
    let header = scene.frame().find_map(|fragment| match fragment.hit.as_ref() {
        Some(hit) if hit.target == HitTarget::StageHeader(stage) => Some(hit.area),
        _ => None,
    })?;
    let top = scene.header_band.y;
    Some(rect(header.x, top, header.width, scene.size.height - top))
}

/// The stage in the middle of what is seen.
pub fn stage_in_sight(scene: &Scene, camera: Camera, canvas: Vec2) -> Option<Stage> {
    let column = scene.lane_column_width * camera.zoom;
    let middle = (f32::midpoint(canvas.x, column) - camera.pan.x) / camera.zoom;
    let distance = |stage: &Stage| {
        let area = stage_area(scene, *stage)?;
        Some((middle - middle.clamp(area.x, area.right())).abs())
    };
    let stages = Stage::ALL.into_iter().filter_map(|stage| Some((distance(&stage)?, stage)));
    stages.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, stage)| stage)
}

/// The part of the scene that things take up: a touchpoint by its card, everything else by what stands for it.
pub fn area_of(scene: &Scene, subjects: &[Subject]) -> Option<scene::Rect> {
    let whole_stage = |subject: &Subject| match subject {
        Subject::Stage(_, stage) => stage_area(scene, *stage),
        _ => None,
    };
    let body = |subject: &Subject| {
        let fragment = fragment_of(scene, subject)?;
        let in_body = matches!(fragment.plane, Plane::Body | Plane::Header);
        fragment.hit.as_ref().filter(|_| in_body || is_card(fragment)).map(|hit| hit.area)
    };
    let areas = subjects.iter().filter_map(|subject| whole_stage(subject).or_else(|| body(subject)));
    areas.reduce(scene::Rect::union)
}

/// The camera that shows a stage: as wide as the canvas, and as high where that leaves its letters readable.
pub fn onto_stage(scene: &Scene, area: scene::Rect, canvas: Vec2) -> Camera {
    let whole = onto(scene, area, canvas);
    let wide = onto(scene, rect(area.x, area.y, area.width, 1.0), canvas);
    let zoom = wide.zoom.min(1.0);
    if whole.zoom >= READABLE.min(zoom) {
        return whole;
    }
    let mut camera = Camera { zoom, ..whole };
    let column = scene.lane_column_width * zoom;
    camera.pan.x = column + (canvas.x - column) / 2.0 - area.center().x * zoom;
    camera.pan.y = AIR / 2.0 - area.y * zoom;
    camera
}

/// The camera that shows a part of the scene beside the frozen column and below the frozen headers.
pub fn onto(scene: &Scene, area: scene::Rect, canvas: Vec2) -> Camera {
    let room = canvas - Vec2::splat(2.0 * AIR);
    let (column, band) = (scene.lane_column_width, scene.header_band);
    // What is frozen grows with the zoom as well; headers that are part of the area cover nothing of it.
    let above = if area.y <= band.y { 0.0 } else { band.height };
    let zoom = (room.x / (area.width + column).max(1.0)).min(room.y / (area.height + above).max(1.0));
    let zoom = zoom.clamp(*ZOOM_RANGE.start(), CLOSEST);
    let left_top = vec2(column, above) * zoom;
    let free = canvas - left_top;
    let middle = vec2(area.center().x, area.center().y) * zoom;
    Camera { zoom, pan: left_top + free / 2.0 - middle }
}

/// The part of a view that nothing covers: of each cover the strip is given up that costs least.
fn free_part(view: Rect, covered: &[Rect]) -> Rect {
    let mut free = view;
    for cover in covered.iter().filter(|cover| cover.is_positive()) {
        if !cover.intersects(free) {
            continue;
        }
        let cuts = [
            Rect::from_min_max(free.min, pos2(cover.left(), free.max.y)),
            Rect::from_min_max(pos2(cover.right(), free.min.y), free.max),
            Rect::from_min_max(free.min, pos2(free.max.x, cover.top())),
            Rect::from_min_max(pos2(free.min.x, cover.bottom()), free.max),
        ];
        let area = |cut: &Rect| cut.width().max(0.0) * cut.height().max(0.0);
        free = cuts.into_iter().max_by(|one, other| area(one).total_cmp(&area(other))).unwrap_or(free);
    }
    free
}

/// How far a place in the view has to move so that nothing covers it; not at all where nothing does.
pub fn clear_of(covered: &[Rect], place: Rect, view: Rect) -> Vec2 {
    if !covered.iter().any(|cover| cover.intersects(place)) {
        return Vec2::ZERO;
    }
    let free = free_part(view, covered).shrink(AIR / 2.0);
    // What is larger than the free part begins where that begins.
    let shift = |low: f32, high: f32, from: f32, to: f32| {
        if low < from || high - low > to - from { from - low } else { (to - high).min(0.0) }
    };
    vec2(
        shift(place.left(), place.right(), free.left(), free.right()),
        shift(place.top(), place.bottom(), free.top(), free.bottom()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flight_begins_and_ends_where_it_should() {
        let (from, to) = (Camera { zoom: 1.0, pan: Vec2::ZERO }, Camera { zoom: 2.0, pan: vec2(-900.0, -300.0) });
        let flight = Flight::new(from, to, 10.0);
        let canvas = vec2(800.0, 600.0);
        let begun = flight.at(10.0, canvas).expect("on its way");
        assert!((begun.zoom - 1.0).abs() < 1e-6 && begun.pan.length() < 1e-3);
        let mut last = begun.zoom;
        for step in 1..15 {
            let camera = flight.at(10.0 + f64::from(step) * 0.01, canvas).expect("on its way");
            assert!(camera.zoom > last && camera.zoom < 2.0);
            last = camera.zoom;
        }
        assert_eq!(flight.at(10.15, canvas), None);
        assert_eq!(flight.at(9.0, canvas), None, "a clock that was set back does not hold it up");
    }

    #[test]
    fn what_is_covered_moves_out() {
        let view = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        let bar = Rect::from_min_size(pos2(600.0, 0.0), vec2(200.0, 300.0));
        let minimap = Rect::from_min_size(pos2(650.0, 500.0), vec2(150.0, 100.0));
        let check = |place: (f32, f32), shift: Vec2| {
            let place = Rect::from_min_size(pos2(place.0, place.1), vec2(100.0, 50.0));
            assert_eq!(clear_of(&[bar, minimap], place, view), shift, "{place:?}");
        };
        // What is free is left of the bar.
        check((100.0, 10.0), Vec2::ZERO);
        check((620.0, 320.0), Vec2::ZERO);
        check((550.0, 100.0), vec2(-66.0, 0.0));
        check((700.0, 520.0), vec2(-216.0, 0.0));
        check((700.0, 560.0), vec2(-216.0, -26.0));
    }
}
