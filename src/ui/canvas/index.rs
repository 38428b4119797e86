//! Finds the fragments that can be seen or hit in a part of a scene, without looking at all of them.

use super::tracks::Tracks;
use crate::scene::{Fragment, Plane, Rect, Scene, Shape};

/// The side of a cell, in scene points.
const CELL: f32 = 512.0;
/// What lies over more cells than this is kept aside and always looked at.
const MOST_CELLS: u32 = 24;
/// Cells of the largest grid; larger scenes get wider cells.
const MOST_GRID: f32 = 4096.0;

/// An index of a scene's fragments by place: for each plane a grid of what is drawn and one of what can be hit.
#[derive(Debug, Default)]
pub struct Index {
    drawn: [Grid; 4],
    hit: [Grid; 4],
}

#[derive(Debug, Default)]
struct Grid {
    columns: usize,
    rows: usize,
    cell: (f32, f32),
    /// What is to be put into cells.
    small: Vec<(Part, Span)>,
    /// Where each cell's parts begin among all, and at last where they end.
    begins: Vec<u32>,
    /// The parts cell by cell; what lies over several cells is in each of them.
    parts: Vec<Part>,
    wide: Vec<Part>,
    tracks: Tracks,
}

/// A part of a fragment, or all of it.
#[derive(Debug, Clone, Copy)]
struct Part {
    bounds: Rect,
    /// The fragment's place in the scene.
    fragment: u32,
}

/// The cells that a rectangle lies over: columns and rows, both ends included.
#[derive(Debug, Clone, Copy)]
struct Span {
    left: u32,
    right: u32,
    top: u32,
    bottom: u32,
}

impl Span {
    fn is_wide(self) -> bool {
        (self.right - self.left + 1) * (self.bottom - self.top + 1) > MOST_CELLS
    }
}

/// The planes in the order they are drawn.
pub const PLANES: [Plane; 4] = [Plane::Body, Plane::LaneColumn, Plane::Header, Plane::Title];

impl Index {
    /// Indexes a scene: takes time in the number of its fragments, so once a scene.
    pub fn of(scene: &Scene) -> Self {
        let grids = || PLANES.map(|_| Grid::new(scene));
        let (mut drawn, mut hit) = (grids(), grids());
        for (place, fragment) in scene.fragments.iter().enumerate() {
            if let Some(grid) = drawn.get_mut(slot(fragment.plane)) {
                grid.add_fragment(place as u32, fragment);
            }
            if let (Some(region), Some(grid)) = (&fragment.hit, hit.get_mut(slot(fragment.plane))) {
                grid.add(Part { bounds: region.area, fragment: place as u32 });
            }
        }
        for grid in drawn.iter_mut().chain(&mut hit) {
            grid.sort();
        }
        Self { drawn, hit }
    }

    /// The fragments of a plane that draw something in `area`, in the order they are drawn, by their place in the
    /// scene. Of lines that run along each other through the whole area only the last is named.
    pub fn drawn_in(&self, plane: Plane, area: Rect) -> Vec<u32> {
        self.drawn.get(slot(plane)).map(|grid| grid.find(area)).unwrap_or_default()
    }

    /// The fragments of a plane that can be hit in `area`, in the order they are drawn, by their place in the scene.
    pub fn hit_in(&self, plane: Plane, area: Rect) -> Vec<u32> {
        self.hit.get(slot(plane)).map(|grid| grid.find(area)).unwrap_or_default()
    }
}

fn slot(plane: Plane) -> usize {
    match plane {
        Plane::Body => 0,
        Plane::LaneColumn => 1,
        Plane::Header => 2,
        Plane::Title => 3,
    }
}

impl Grid {
    fn new(scene: &Scene) -> Self {
        let cell = (CELL.max(scene.size.width / MOST_GRID), CELL.max(scene.size.height / MOST_GRID));
        let columns = (scene.size.width / cell.0).ceil().max(1.0) as usize;
        let rows = (scene.size.height / cell.1).ceil().max(1.0) as usize;
        Self { columns, rows, cell, ..Self::default() }
    }

    /// The cells that a rectangle lies over, held within the grid.
    fn span(&self, area: Rect) -> Span {
        let place = |at: f32, cell: f32, count: usize| ((at / cell) as u32).min(count as u32 - 1);
        Span {
            left: place(area.x, self.cell.0, self.columns),
            right: place(area.right(), self.cell.0, self.columns),
            top: place(area.y, self.cell.1, self.rows),
            bottom: place(area.bottom(), self.cell.1, self.rows),
        }
    }

    /// A wide fragment is found by its parts: a way across the map is not seen wherever its bounds are.
    fn add_fragment(&mut self, fragment: u32, drawn: &Fragment) {
        let span = self.span(drawn.bounds);
        if !span.is_wide() {
            self.small.push((Part { bounds: drawn.bounds, fragment }, span));
            return;
        }
        for shape in &drawn.shapes {
            match shape {
                Shape::Path { path, fill: None, stroke: Some(stroke) } => {
                    for (from, to, bounds) in path.segments() {
                        let bounds = bounds.expand(stroke.width / 2.0);
                        let span = self.span(bounds);
                        if stroke.dash.is_none() && from.y == to.y && span.is_wide() {
                            self.tracks.add((from, to), *stroke, fragment);
                        } else {
                            self.add_over(span, Part { bounds, fragment });
                        }
                    }
                }
                _ => self.extend_with(shape.bounds(), fragment),
            }
        }
    }

    fn extend_with(&mut self, bounds: Option<Rect>, fragment: u32) {
        if let Some(bounds) = bounds {
            self.add(Part { bounds, fragment });
        }
    }

    fn add(&mut self, part: Part) {
        self.add_over(self.span(part.bounds), part);
    }

    fn add_over(&mut self, span: Span, part: Part) {
        if span.is_wide() {
            self.wide.push(part);
        } else {
            self.small.push((part, span));
        }
    }

    /// The cells of a span, row by row.
    fn cells(&self, span: Span) -> impl Iterator<Item = usize> + use<> {
        let Span { left, right, top, bottom } = span;
        let columns = self.columns;
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row as usize * columns + column as usize))
    }

    /// Puts the parts in the order of their cells, by counting: two walks over them, and no list for each cell.
    fn sort(&mut self) {
        let small = std::mem::take(&mut self.small);
        let mut ends = vec![0_u32; self.columns * self.rows + 1];
        for cell in small.iter().flat_map(|(_, span)| self.cells(*span)) {
            if let Some(count) = ends.get_mut(cell) {
                *count += 1;
            }
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        let Some((nothing, _)) = small.first().copied() else { return };
        self.parts = vec![nothing; end as usize];
        // From the last part to the first, each cell is filled from its end: its parts keep their order.
        for (part, span) in small.into_iter().rev() {
            for cell in self.cells(span) {
                let Some(end) = ends.get_mut(cell) else { continue };
                *end -= 1;
                if let Some(slot) = self.parts.get_mut(*end as usize) {
                    *slot = part;
                }
            }
        }
        self.begins = ends;
    }

    fn cell(&self, cell: usize) -> &[Part] {
        let range = self.begins.get(cell).zip(self.begins.get(cell + 1));
        range.and_then(|(from, to)| self.parts.get(*from as usize..*to as usize)).unwrap_or_default()
    }

    fn find(&self, area: Rect) -> Vec<u32> {
        if self.columns == 0 {
            return Vec::new();
        }
        let mut found = self.tracks.find(area);
        let mut look = |parts: &[Part]| {
            found.extend(parts.iter().filter(|part| part.bounds.intersects(area)).map(|part| part.fragment));
        };
        look(&self.wide);
        for cell in self.cells(self.span(area)) {
            look(self.cell(cell));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::scene::pen::{Pen, solid};
    use crate::scene::{Color, Path, Size, point, rect};
    use std::sync::Arc;

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
        // Round the seen part; through it; the same again further; and one that ends in it.
        scene.fragments = vec![
            line(&[(100.0, 100.0), (100.0, 800.0), (19_000.0, 800.0), (19_000.0, 100.0)]),
            line(&[(200.0, 50.0), (200.0, 300.0), (19_000.0, 300.0)]),
            line(&[(300.0, 50.0), (300.0, 300.0), (19_500.0, 300.0)]),
            line(&[(400.0, 50.0), (400.0, 300.0), (9_500.0, 300.0)]),
        ];
        let index = Index::of(&scene);
        assert_eq!(index.drawn_in(Plane::Body, rect(9000.0, 200.0, 1000.0, 200.0)), [2, 3]);
        assert_eq!(index.drawn_in(Plane::Body, rect(9000.0, 750.0, 1000.0, 200.0)), [0]);
        assert_eq!(index.drawn_in(Plane::Body, rect(9000.0, 400.0, 1000.0, 200.0)), [0_u32; 0]);
        assert_eq!(index.drawn_in(Plane::Body, rect(0.0, 0.0, 1000.0, 900.0)), [0, 1, 2, 3]);
    }
}
