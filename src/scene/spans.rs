//! Where a finished map has its lanes from top to bottom: told from their names, which begin right below their top lines.

use super::shape::{HitTarget, Plane, Scene};
use super::style;
use crate::model::Lane;

/// A lane's stretch of the map, in scene points.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneSpan {
    /// Which lane.
    pub lane: Lane,
    /// Its top line.
    pub top: f32,
    /// Where the next lane begins, or the map ends.
    pub bottom: f32,
}

/// The lanes of a map from top to bottom.
pub fn lane_spans(scene: &Scene) -> Vec<LaneSpan> {
    let top_of = |target: &HitTarget, y: f32| match target {
        HitTarget::LaneName(lane) => Some((lane.clone(), y - style::LANE_NAME_TOP)),
        _ => None,
    };
    let names = scene.frame().filter(|fragment| fragment.plane == Plane::LaneColumn);
    let hits = names.filter_map(|fragment| fragment.hit.as_ref());
    let mut tops: Vec<(Lane, f32)> = hits.filter_map(|hit| top_of(&hit.target, hit.area.y)).collect();
    tops.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let ends = tops.iter().skip(1).map(|(_, top)| *top).chain([scene.size.height - style::BELOW_LANES]);
    let bottoms: Vec<f32> = ends.collect();
    tops.into_iter().zip(bottoms).map(|((lane, top), bottom)| LaneSpan { lane, top, bottom }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{read, samples};
    use crate::model::Language;
    use crate::scene::{MapOptions, SceneCache, lanes, map_scene};

    #[test]
    fn lanes_follow_each_other_without_gaps() {
        let document = read(samples::sample(Language::En)).unwrap().document;
        let journey = document.journeys_in_order()[0];
        let scene = map_scene(&document, &MapOptions::new(journey.id.clone()), &mut SceneCache::default());
        let spans = lane_spans(&scene);
        let names: Vec<Lane> = spans.iter().map(|span| span.lane.clone()).collect();
        assert_eq!(names, lanes::shown(&document, journey, false));
        assert_eq!(spans[0].top, scene.header_band.bottom());
        for pair in spans.windows(2) {
            assert_eq!(pair[0].bottom, pair[1].top);
        }
        assert!(spans.iter().all(|span| span.bottom - span.top > 20.0), "{spans:?}");
    }
}
