//! Scrolling while something is carried near the canvas' edge: the nearer, the faster, by the second and not by the frame.

use egui::{Pos2, Rect, Vec2, vec2};

/// How near to an edge the map begins to move, in points.
const ZONE: f32 = 48.0;
/// How fast it moves at the edge itself, in points a second.
const AT_EDGE: f32 = 900.0;
/// Beyond the edge it goes on to grow up to this many times the zone's depth.
const DEEPEST: f32 = 1.6;

/// Along which ways a map may be scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// Both.
    Both,
    /// From side to side.
    Sideways,
    /// Up and down.
    Upright,
}

/// Which edges move the map: those that the pointer has been away from since it was pressed, so that what is taken up
/// near an edge stays where it is until it is carried away and back, or beyond the edge.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct EdgeScroll {
    /// Left, right, top, bottom.
    awake: [bool; 4],
}

impl EdgeScroll {
    /// How the map moves under the pointer now, in points a second; `area` is where it is seen.
    pub fn velocity(&mut self, pointer: Pos2, area: Rect, along: Along) -> Vec2 {
        let depths = [
            area.left() + ZONE - pointer.x,
            pointer.x - area.right() + ZONE,
            area.top() + ZONE - pointer.y,
            pointer.y - area.bottom() + ZONE,
        ];
        for (awake, depth) in self.awake.iter_mut().zip(depths) {
            *awake |= depth <= 0.0 || depth > ZONE;
        }
        let velocity = |(depth, awake): (f32, bool)| if awake { speed(depth) } else { 0.0 };
        let [left, right, top, bottom] = [0, 1, 2, 3].map(|edge| {
            let both = depths.get(edge).copied().zip(self.awake.get(edge).copied());
            both.map_or(0.0, velocity)
        });
        match along {
            Along::Both => vec2(left - right, top - bottom),
            Along::Sideways => vec2(left - right, 0.0),
            Along::Upright => vec2(0.0, top - bottom),
        }
    }
}

/// Slow where the zone begins, so that nobody is thrown across the map.
fn speed(depth: f32) -> f32 {
    let share = (depth / ZONE).clamp(0.0, DEEPEST);
    AT_EDGE * share * share
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn the_map_moves_the_faster_the_nearer_the_edge_is() {
        let area = Rect::from_min_max(pos2(100.0, 100.0), pos2(900.0, 700.0));
        let mut edge = EdgeScroll::default();
        assert_eq!(edge.velocity(pos2(500.0, 400.0), area, Along::Both), Vec2::ZERO);
        let at = |edge: &mut EdgeScroll, x: f32| edge.velocity(pos2(x, 400.0), area, Along::Both).x;
        let speeds: Vec<f32> = [860.0, 880.0, 899.0, 930.0].into_iter().map(|x| at(&mut edge, x)).collect();
        assert!(speeds.windows(2).all(|pair| pair[0] > pair[1]) && speeds[0] < 0.0, "{speeds:?}");
        assert_eq!(at(&mut edge, 2000.0), at(&mut edge, 3000.0));
        assert!(at(&mut edge, 110.0) > 0.0);
        assert_eq!(edge.velocity(pos2(895.0, 400.0), area, Along::Upright), Vec2::ZERO);
    }

    #[test]
    fn what_is_taken_up_at_the_edge_stays_until_it_was_away() {
        let area = Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0));
        let mut edge = EdgeScroll::default();
        let at = |edge: &mut EdgeScroll, x: f32| edge.velocity(pos2(x, 300.0), area, Along::Sideways).x;
        assert_eq!(at(&mut edge, 20.0), 0.0);
        assert_eq!(at(&mut edge, 100.0), 0.0);
        assert!(at(&mut edge, 20.0) > 0.0);
        // Beyond the edge there is no doubt.
        assert!(at(&mut EdgeScroll::default(), -5.0) > 0.0);
    }
}
