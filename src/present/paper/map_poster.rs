//! The map on paper: on one sheet as large as it fits, or in parts on several sheets to be glued together.

use std::sync::Arc;

use super::Laid;
use super::fit::Fit;
use super::seams::{begins, taken};
use super::sheet::{PaperSize, mm, sheet, theme, type_of};
use crate::i18n::Texts;
use crate::model::{Document, JourneyId};
use crate::scene::pen::{Pen, solid};
use crate::scene::text::{Align, Shaper, Weight};
use crate::scene::{Color, Fragment, MapOptions, Rect, Scene, SceneCache, Size, map_scene, point, rect};

/// Left free around the map, in millimetres.
const MARGIN: f32 = 12.0;
/// What printers cannot reach, in millimetres.
const UNPRINTABLE: f32 = 8.0;
/// How far neighbouring sheets show the same at the least, to be glued over each other, in millimetres.
const OVERLAP: f32 = 10.0;

/// The journey's map on one sheet, upright or lying as it is larger.
pub fn map_poster(document: &Document, journey: &JourneyId, size: PaperSize) -> Scene {
    let map = map_of(document, journey);
    poster_of(&map, size)
}

/// How much smaller than asked for the map may be where that saves sheets.
const SAVINGS: [f32; 4] = [1.0, 0.95, 0.9, 0.85];

/// The same map in parts on sheets of this size, with an overlap and marks to cut along. Only the map is parted: what
/// a poster leaves free around it would be empty sheets. Where a little less saves sheets, it is that little smaller.
/// Sheets that have room to spare overlap by more, so that the seams run between cards.
pub fn map_tiles(document: &Document, journey: &JourneyId, poster: PaperSize, tile: PaperSize) -> Laid {
    let map = map_of(document, journey);
    let (_, full) = best_fit(&map, poster);
    let whole_at = |factor: f32| Size { width: map.size.width * factor, height: map.size.height * factor };
    let plans = SAVINGS.iter().flat_map(|saving| {
        let factor = full * saving;
        [tile.upright(), tile.lying()].map(|sheet| (factor, Grid::of(whole_at(factor), sheet)))
    });
    // Of plans with as few sheets the first one is the largest.
    let Some((factor, mut grid)) = plans.min_by_key(|(_, grid)| grid.count()) else { return Laid::default() };
    grid.avoid_cards(&map, factor);
    let fit = Fit { factor, by: point(0.0, 0.0) };
    let fragments = map.fragments.iter().map(|fragment| fit.fragment(fragment));
    let sheets = grid.tiles(&sheet(whole_at(factor), fragments, (&map.title, map.language)));
    Laid { sheets, columns: Some(grid.columns) }
}

fn map_of(document: &Document, journey: &JourneyId) -> Scene {
    map_scene(document, &MapOptions::new(journey.clone()), &mut SceneCache::default())
}

/// The sheet, upright or lying, on which the map is larger, and how large it is there.
fn best_fit(map: &Scene, size: PaperSize) -> (Size, f32) {
    let factor_on = |paper: Size| {
        let room = (paper.width - 2.0 * mm(MARGIN), paper.height - 2.0 * mm(MARGIN));
        (room.0 / map.size.width).min(room.1 / map.size.height)
    };
    let (upright, lying) = (size.upright(), size.lying());
    let paper = if factor_on(lying) >= factor_on(upright) { lying } else { upright };
    (paper, factor_on(paper))
}

fn poster_of(map: &Scene, size: PaperSize) -> Scene {
    let (paper, factor) = best_fit(map, size);
    let left = (paper.width - map.size.width * factor) / 2.0;
    // A wide map hangs from the top, as it is read.
    let top = ((paper.height - map.size.height * factor) / 2.0).min(mm(3.0 * MARGIN));
    let fit = Fit { factor, by: point(left, top) };
    let fragments = map.fragments.iter().map(|fragment| fit.fragment(fragment));
    sheet(paper, fragments, (&map.title, map.language))
}

/// How a poster is parted.
struct Grid {
    poster: Size,
    sheet: Size,
    columns: usize,
    rows: usize,
    /// Where the sheets of each column begin.
    lefts: Vec<f32>,
    /// Where the sheets of each row begin.
    tops: Vec<f32>,
}

impl Grid {
    fn of(poster: Size, sheet: Size) -> Self {
        // Each sheet brings its width less the overlap with the next.
        let parts = |whole: f32, sheet: f32| {
            let shown = sheet - 2.0 * mm(UNPRINTABLE);
            ((whole - mm(OVERLAP)) / (shown - mm(OVERLAP))).ceil().max(1.0) as usize
        };
        let columns = parts(poster.width, sheet.width);
        let rows = parts(poster.height, sheet.height);
        Self { poster, sheet, columns, rows, lefts: Vec::new(), tops: Vec::new() }
    }

    /// The part of the poster that a sheet shows.
    fn shown(&self) -> Size {
        let margins = 2.0 * mm(UNPRINTABLE);
        Size { width: self.sheet.width - margins, height: self.sheet.height - margins }
    }

    /// Puts the seams where they cut through few cards of the map, which is so large.
    fn avoid_cards(&mut self, map: &Scene, factor: f32) {
        let (across, down) = taken(map, factor);
        let shown = self.shown();
        self.lefts = begins(self.poster.width, (shown.width, mm(OVERLAP)), self.columns, &across);
        self.tops = begins(self.poster.height, (shown.height, mm(OVERLAP)), self.rows, &down);
    }

    fn count(&self) -> usize {
        self.columns * self.rows
    }

    fn tiles(&self, whole: &Scene) -> Vec<Scene> {
        let mut shaper = Shaper::default();
        let places = (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (row, column)));
        places.map(|place| self.tile(whole, place, &mut shaper)).collect()
    }

    fn tile(&self, whole: &Scene, (row, column): (usize, usize), shaper: &mut Shaper) -> Scene {
        let margin = mm(UNPRINTABLE);
        let shown = self.shown();
        let begin = |begins: &[f32], place: usize| begins.get(place).copied();
        let from = point(begin(&self.lefts, column).unwrap_or_default(), begin(&self.tops, row).unwrap_or_default());
        let part = rect(from.x, from.y, shown.width, shown.height);
        let fit = Fit { factor: 1.0, by: point(margin - from.x, margin - from.y) };
        let here = whole.fragments.iter().filter(|fragment| fragment.bounds.intersects(part));
        let mut fragments: Vec<Arc<Fragment>> = here.map(|fragment| fit.fragment(fragment)).collect();
        let mut frame = Pen::on(crate::scene::Plane::Title);
        self.cover(&mut frame, rect(margin, margin, shown.width, shown.height));
        let right = begin(&self.lefts, column + 1).map(|next| next - from.x);
        let below = begin(&self.tops, row + 1).map(|next| next - from.y);
        cut_marks(&mut frame, rect(margin, margin, shown.width, shown.height), (right, below));
        let texts = Texts::of(whole.language);
        let arguments = [
            ("row", (row + 1).into()),
            ("column", (column + 1).into()),
            ("rows", self.rows.into()),
            ("columns", self.columns.into()),
        ];
        let words = texts.with("paper-tile", &arguments);
        let text = shaper.shape(&words, type_of(Weight::Medium, 13.4), None, Align::Left);
        frame.text(point(margin + 40.0, self.sheet.height - margin + 6.0), text, theme().mute);
        fragments.extend(frame.finish());
        sheet(self.sheet, fragments, (&whole.title, whole.language))
    }

    /// White over what the map draws beyond the part, and beyond the poster's own end.
    fn cover(&self, pen: &mut Pen, shown: Rect) {
        let white = Some(Color::rgb(255, 255, 255));
        let Size { width, height } = self.sheet;
        let reach = self.poster.width.max(self.poster.height);
        pen.rect(rect(-reach, -reach, width + 2.0 * reach, reach + shown.y), 0.0, white, None);
        pen.rect(rect(-reach, shown.bottom(), width + 2.0 * reach, reach + height), 0.0, white, None);
        pen.rect(rect(-reach, -reach, reach + shown.x, height + 2.0 * reach), 0.0, white, None);
        pen.rect(rect(shown.right(), -reach, reach + width, height + 2.0 * reach), 0.0, white, None);
    }
}

/// Marks outside the part's corners; a dashed line so far in where the next sheet is glued on.
fn cut_marks(pen: &mut Pen, shown: Rect, (right, below): (Option<f32>, Option<f32>)) {
    let stroke = solid(theme().ink, 0.8);
    let (out, gap) = (mm(5.0), 4.0);
    for x in [shown.x, shown.right()] {
        pen.segment(point(x, shown.y - gap), point(x, shown.y - out), stroke);
        pen.segment(point(x, shown.bottom() + gap), point(x, shown.bottom() + out), stroke);
    }
    for y in [shown.y, shown.bottom()] {
        pen.segment(point(shown.x - gap, y), point(shown.x - out, y), stroke);
        pen.segment(point(shown.right() + gap, y), point(shown.right() + out, y), stroke);
    }
    let glue = crate::scene::pen::dashed(theme().faint, 0.8, (4.0, 4.0));
    if let Some(x) = right.map(|right| shown.x + right) {
        pen.segment(point(x, shown.y), point(x, shown.bottom()), glue);
    }
    if let Some(y) = below.map(|below| shown.y + below) {
        pen.segment(point(shown.x, y), point(shown.right(), y), glue);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{read, samples};
    use crate::model::Language;

    #[test]
    fn fewer_cards_are_cut_than_by_even_seams_and_all_of_the_map_is_shown() {
        let cut = |begins: &[f32], taken: &[(f32, f32)]| {
            let seams = begins.iter().skip(1);
            seams.map(|seam| taken.iter().filter(|(from, to)| from < seam && seam < to).count()).sum::<usize>()
        };
        let (mut even, mut chosen) = (0, 0);
        for language in Language::ALL {
            let document = read(samples::sample(language)).unwrap().document;
            let map = map_of(&document, &document.journeys_in_order()[0].id);
            for (poster, tile) in
                [(PaperSize::A1, PaperSize::A4), (PaperSize::A0, PaperSize::A4), (PaperSize::A0, PaperSize::A3)]
            {
                for sheet in [tile.upright(), tile.lying()] {
                    let (_, factor) = best_fit(&map, poster);
                    let size = Size { width: map.size.width * factor, height: map.size.height * factor };
                    let mut grid = Grid::of(size, sheet);
                    grid.avoid_cards(&map, factor);
                    let shown = grid.shown();
                    assert_eq!((grid.lefts.len(), grid.tops.len()), (grid.columns, grid.rows));
                    for (begins, shown, whole) in
                        [(&grid.lefts, shown.width, size.width), (&grid.tops, shown.height, size.height)]
                    {
                        assert!(begins.windows(2).all(|pair| pair[1] - pair[0] <= shown - mm(OVERLAP) + 0.01));
                        assert!(begins.last().is_some_and(|last| last + shown >= whole - 0.01));
                    }
                    let (across, down) = taken(&map, factor);
                    let evenly = |count: usize, shown: f32| -> Vec<f32> {
                        (0..count).map(|place| place as f32 * (shown - mm(OVERLAP))).collect()
                    };
                    even += cut(&evenly(grid.columns, shown.width), &across);
                    even += cut(&evenly(grid.rows, shown.height), &down);
                    chosen += cut(&grid.lefts, &across) + cut(&grid.tops, &down);
                }
            }
        }
        assert!(chosen * 2 < even, "{chosen} of {even}");
    }
}
