//! Finds the fragments that can be seen or hit in a part of a scene, without looking at all of them.

use crate::scene::{Plane, Point, Rect, Scene, rect};

/// The side of a cell, in scene points.
const CELL: f32 = 512.0;
/// Fragments over more cells than this are kept aside and always looked at.
const MOST_CELLS: usize = 24;
/// Cells of the largest grid; larger scenes get wider cells.
const MOST_GRID: f32 = 4096.0;

/// An index of a scene's fragments by place, one grid for each plane.
#[derive(Debug, Default)]
pub struct Index {
    planes: [Grid; 4],
}

#[derive(Debug, Default)]
struct Grid {
    columns: usize,
    rows: usize,
    cell: (f32, f32),
    cells: Vec<Vec<u32>>,
    wide: Vec<u32>,
}

/// The planes in the order they are drawn.
pub const PLANES: [Plane; 4] = [Plane::Body, Plane::LaneColumn, Plane::Header, Plane::Title];

impl Index {
    /// Indexes a scene: takes time in the number of its fragments, so once a scene.
    pub fn of(scene: &Scene) -> Self {
        let mut planes = PLANES.map(|_| Grid::new(scene));
        for (place, fragment) in scene.fragments.iter().enumerate() {
            let bounds = fragment.hit.as_ref().map_or(fragment.bounds, |hit| fragment.bounds.union(hit.area));
            if let Some(grid) = planes.get_mut(slot(fragment.plane)) {
                grid.add(place as u32, bounds);
            }
        }
        Self { planes }
    }

    /// The fragments of a plane that may touch `area`, in the order they are drawn, by their place in the scene.
    pub fn find(&self, plane: Plane, area: Rect) -> Vec<u32> {
        self.planes.get(slot(plane)).map(|grid| grid.find(area)).unwrap_or_default()
    }

    /// Like [`Self::find`] for a single place.
    pub fn find_at(&self, plane: Plane, place: Point) -> Vec<u32> {
        self.find(plane, rect(place.x, place.y, 0.0, 0.0))
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
        Self { columns, rows, cell, cells: vec![Vec::new(); columns * rows], wide: Vec::new() }
    }

    /// Columns and rows, both ends included, held within the grid.
    fn span(&self, area: Rect) -> [usize; 4] {
        let place = |at: f32, cell: f32, count: usize| ((at / cell).max(0.0) as usize).min(count - 1);
        [
            place(area.x, self.cell.0, self.columns),
            place(area.right(), self.cell.0, self.columns),
            place(area.y, self.cell.1, self.rows),
            place(area.bottom(), self.cell.1, self.rows),
        ]
    }

    fn add(&mut self, fragment: u32, bounds: Rect) {
        let [left, right, top, bottom] = self.span(bounds);
        if (right - left + 1) * (bottom - top + 1) > MOST_CELLS {
            self.wide.push(fragment);
            return;
        }
        for row in top..=bottom {
            for column in left..=right {
                if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
                    cell.push(fragment);
                }
            }
        }
    }

    fn find(&self, area: Rect) -> Vec<u32> {
        if self.columns == 0 {
            return Vec::new();
        }
        let [left, right, top, bottom] = self.span(area);
        let mut found = self.wide.clone();
        for row in top..=bottom {
            for column in left..=right {
                found.extend(self.cells.get(row * self.columns + column).into_iter().flatten());
            }
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
    use crate::scene::{Color, Fragment, Size};
    use std::sync::Arc;

    fn scene(bounds: &[Rect]) -> Scene {
        let fragment =
            |bounds: &Rect| Arc::new(Fragment { plane: Plane::Body, bounds: *bounds, hit: None, shapes: Vec::new() });
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
        let found = index.find(Plane::Body, seen);
        assert!(found.is_sorted());
        assert!(found.len() < 20, "{}", found.len());
        for (place, bounds) in bounds.iter().enumerate() {
            if bounds.intersects(seen) {
                assert!(found.contains(&(place as u32)), "{place}");
            }
        }
        assert!(index.find(Plane::Header, seen).is_empty());
        assert!(index.find_at(Plane::Body, crate::scene::point(-50.0, 2000.0)).contains(&100));
    }
}
