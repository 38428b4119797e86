//! Words beside points of a picture: each stands where it covers nothing, or not at all.

use crate::scene::{Rect, rect};

/// What is taken already, within an area.
#[derive(Debug, Clone)]
pub(super) struct Labels {
    area: Rect,
    taken: Vec<Rect>,
    /// What is better not covered.
    lines: Vec<Rect>,
}

impl Labels {
    /// An area in which nothing is taken.
    pub(super) fn new(area: Rect) -> Self {
        Self { area, taken: Vec::new(), lines: Vec::new() }
    }

    /// Takes a place, whatever is there.
    pub(super) fn take(&mut self, place: Rect) {
        self.taken.push(place);
    }

    /// Keeps clear of a place where there is another.
    pub(super) fn avoid(&mut self, place: Rect) {
        self.lines.push(place);
    }

    /// The first of these places that is free and inside and covers the least of the lines, which is then taken; moved sideways into
    /// the area first.
    pub(super) fn place(&mut self, places: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        self.place_over(places, usize::MAX)
    }

    /// The same, where it covers no more than so many pieces of the lines.
    pub(super) fn place_over(&mut self, places: impl IntoIterator<Item = Rect>, most: usize) -> Option<Rect> {
        let free = places.into_iter().map(|place| self.moved_in(place)).filter(|place| self.is_free(*place));
        let covered = |place: Rect| (self.lines.iter().filter(|line| line.intersects(place)).count(), place);
        let all: Vec<(usize, Rect)> = free.map(covered).collect();
        let (_, free) = *all.iter().min_by_key(|(covered, _)| *covered).filter(|(covered, _)| *covered <= most)?;
        self.taken.push(free);
        Some(free)
    }

    fn moved_in(&self, place: Rect) -> Rect {
        let most = (self.area.right() - place.width).max(self.area.x);
        rect(place.x.clamp(self.area.x, most), place.y, place.width, place.height)
    }

    fn is_free(&self, place: Rect) -> bool {
        let inside = place.y >= self.area.y
            && place.bottom() <= self.area.bottom()
            && place.x >= self.area.x - 0.5
            && place.right() <= self.area.right() + 0.5;
        inside && !self.taken.iter().any(|taken| taken.intersects(place.expand(3.0)))
    }
}

/// The places of a block around a point, the best first: below or above, then aside.
pub(super) fn around((x, y): (f32, f32), reach: f32, (width, height): (f32, f32), above: bool) -> Vec<Rect> {
    let gap = 6.0;
    let under = rect(x - width / 2.0, y + reach + gap, width, height);
    let over = rect(x - width / 2.0, y - reach - gap - height, width, height);
    let right = rect(x + reach + gap, y - height / 2.0, width, height);
    let left = rect(x - reach - gap - width, y - height / 2.0, width, height);
    let [first, second] = if above { [over, under] } else { [under, over] };
    let aside = |place: Rect, by: f32| place.translate(by * width, 0.0);
    vec![
        first,
        aside(first, 0.35),
        aside(first, -0.35),
        second,
        aside(second, 0.35),
        aside(second, -0.35),
        right,
        left,
        first.translate(0.0, if above { -height } else { height }),
        second.translate(0.0, if above { height } else { -height }),
    ]
}
