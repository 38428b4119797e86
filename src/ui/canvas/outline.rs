//! Outlines as straight pieces on the screen: curves are cut finely where they are seen and not at all elsewhere.

use egui::{Pos2, Rect, pos2};

use crate::scene::{Path, PathVerb, Point};

/// A run of straight lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Piece {
    /// Its corners.
    pub points: Vec<Pos2>,
    /// Whether it leads back to its beginning.
    pub closed: bool,
}

/// The pieces of a path that is already in screen space. `tolerance` is how far a line may leave its curve, in points.
pub fn flatten(path: &Path, tolerance: f32) -> Vec<Piece> {
    flatten_seen(path, tolerance, Rect::EVERYTHING)
}

/// Like [`flatten`], yet curves that lie outside `seen` become single lines.
pub fn flatten_seen(path: &Path, tolerance: f32, seen: Rect) -> Vec<Piece> {
    let mut cutter = Cutter { pieces: Vec::new(), current: Piece::default(), tolerance, seen };
    for verb in &path.verbs {
        match *verb {
            PathVerb::Move(to) => {
                cutter.finish();
                cutter.current.points.push(on_screen(to));
            }
            PathVerb::Line(to) => cutter.current.points.push(on_screen(to)),
            PathVerb::Quad(control, to) => {
                let (from, control, to) = (cutter.last(), on_screen(control), on_screen(to));
                let first = from + (control - from) * (2.0 / 3.0);
                let second = to + (control - to) * (2.0 / 3.0);
                cutter.cubic(first, second, to);
            }
            PathVerb::Cubic(first, second, to) => cutter.cubic(on_screen(first), on_screen(second), on_screen(to)),
            PathVerb::Close => {
                cutter.current.closed = true;
                let start = cutter.current.points.first().copied();
                cutter.finish();
                cutter.current.points.extend(start);
            }
        }
    }
    cutter.finish();
    cutter.pieces
}

fn on_screen(place: Point) -> Pos2 {
    pos2(place.x, place.y)
}

struct Cutter {
    pieces: Vec<Piece>,
    current: Piece,
    tolerance: f32,
    seen: Rect,
}

impl Cutter {
    fn last(&self) -> Pos2 {
        self.current.points.last().copied().unwrap_or_default()
    }

    fn finish(&mut self) {
        let mut piece = std::mem::take(&mut self.current);
        piece.points.dedup_by(|a, b| (*a - *b).length_sq() < 1e-6);
        if piece.closed && piece.points.len() > 2 && piece.points.first() == piece.points.last() {
            piece.points.pop();
        }
        // A lone point is where a `Close` left the pen, or a dot: both are drawn by nobody.
        if piece.points.len() > 1 {
            self.pieces.push(piece);
        } else if let [dot] = piece.points[..]
            && piece.closed
        {
            self.pieces.push(Piece { points: vec![dot, dot + egui::vec2(0.01, 0.0)], closed: false });
        }
    }

    fn cubic(&mut self, first: Pos2, second: Pos2, to: Pos2) {
        let from = self.last();
        let bounds = Rect::from_points(&[from, first, second, to]);
        if !bounds.intersects(self.seen) {
            self.current.points.push(to);
            return;
        }
        // The distance of a cubic from its chord is at most 0.75 × the farther control's second difference; halving
        // the step quarters it.
        let bend = ((from - first) - (first - second)).length().max(((first - second) - (second - to)).length());
        let steps = (0.75 * bend / self.tolerance.max(0.01)).sqrt().ceil().clamp(1.0, 64.0) as usize;
        for step in 1..=steps {
            self.current.points.push(cubic_at([from, first, second, to], step as f32 / steps as f32));
        }
    }
}

/// The place on a cubic curve at `t`, by Bernstein's polynomials.
pub fn cubic_at([from, first, second, to]: [Pos2; 4], t: f32) -> Pos2 {
    let s = 1.0 - t;
    let place = from.to_vec2() * (s * s * s)
        + first.to_vec2() * (3.0 * s * s * t)
        + second.to_vec2() * (3.0 * s * t * t)
        + to.to_vec2() * (t * t * t);
    place.to_pos2()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::point;

    fn curve() -> Path {
        let (a, b, c) = (point(0.0, 100.0), point(100.0, 100.0), point(100.0, 0.0));
        Path { verbs: vec![PathVerb::Move(point(0.0, 0.0)), PathVerb::Cubic(a, b, c)] }
    }

    #[test]
    fn curves_are_cut_where_they_are_seen() {
        let pieces = flatten(&curve(), 0.2);
        let [piece] = &pieces[..] else { panic!("{pieces:?}") };
        assert!(piece.points.len() > 8);
        let deepest = piece.points.iter().map(|place| place.y).fold(0.0, f32::max);
        assert!((deepest - 75.0).abs() < 0.5, "{deepest}");
        let unseen = flatten_seen(&curve(), 0.2, Rect::from_min_max(pos2(500.0, 0.0), pos2(600.0, 10.0)));
        assert_eq!(unseen.first().map(|piece| piece.points.len()), Some(2));
    }

    #[test]
    fn closed_pieces_do_not_repeat_their_beginning() {
        let corners = [point(0.0, 0.0), point(4.0, 0.0), point(4.0, 4.0), point(0.0, 0.0)];
        let pieces = flatten(&Path::polygon(&corners), 0.2);
        assert_eq!(pieces.len(), 1);
        assert_eq!(pieces.first().map(|piece| (piece.points.len(), piece.closed)), Some((3, true)));
    }
}
