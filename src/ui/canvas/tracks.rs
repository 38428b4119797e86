//! Long level lines that many ways share: those that hide each other are drawn once.

use std::collections::BTreeMap;

use crate::scene::{Point, Rect, Stroke};

/// The long level lines of a plane, those of one height and look together.
#[derive(Debug, Default)]
pub struct Tracks {
    tracks: BTreeMap<Look, Track>,
}

/// Height, width and colour, by their bits.
type Look = (u32, u32, [u8; 4]);

/// The last fragments of which a line runs all through an area, by its look: it hides those that were drawn before.
pub type Through = BTreeMap<Look, u32>;

#[derive(Debug)]
struct Track {
    y: f32,
    half_width: f32,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, Copy)]
struct Line {
    left: f32,
    right: f32,
    fragment: u32,
}

impl Tracks {
    /// Adds a level line of this fragment.
    pub fn add(&mut self, (from, to): (Point, Point), stroke: Stroke, fragment: u32) {
        let color = [stroke.color.r, stroke.color.g, stroke.color.b, stroke.color.a];
        let look = (from.y.to_bits(), stroke.width.to_bits(), color);
        let half_width = stroke.width / 2.0;
        let track = self.tracks.entry(look).or_insert_with(|| Track { y: from.y, half_width, lines: Vec::new() });
        // Round ends reach out by half the width.
        let (left, right) = (from.x.min(to.x) - half_width, from.x.max(to.x) + half_width);
        track.lines.push(Line { left, right, fragment });
    }

    /// The fragments whose lines are seen in `area` of their drawing, each so far from where it was drawn. Those that run
    /// all through the area go to `through`.
    pub fn find(&self, area: Rect, (down, begin): (f32, u32), found: &mut Vec<u32>, through: &mut Through) {
        for ((_, width, color), track) in &self.tracks {
            if track.y + track.half_width < area.y || track.y - track.half_width > area.bottom() {
                continue;
            }
            for line in &track.lines {
                // A little more than the area, so that no rounding shows at its edges.
                if line.left < area.x - 1.0 && line.right > area.right() + 1.0 {
                    through.insert(((track.y + down).to_bits(), *width, *color), begin + line.fragment);
                } else if line.left <= area.right() && line.right >= area.x {
                    found.push(begin + line.fragment);
                }
            }
        }
    }
}
