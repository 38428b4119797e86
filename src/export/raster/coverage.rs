//! How much of each pixel a shape covers, exactly, from its outline's straight pieces.
//!
//! All arithmetic is in integers of 1/256 pixel, and a piece crosses a row of pixels at places that depend on the piece
//! alone: whichever rows are asked for, the same pixels come out, so bands join without a seam.

use std::ops::Range;

/// Bits of a pixel's parts.
const BITS: u32 = 8;
/// Parts of a pixel.
const ONE: i32 = 1 << BITS;
/// A whole pixel, as [`Cell::area`] counts it.
const WHOLE: i32 = 2 * ONE * ONE;

/// What the outline adds in one pixel.
#[derive(Clone, Copy)]
struct Cell {
    y: i32,
    x: i32,
    /// How far the outline goes down in it.
    cover: i32,
    /// Twice the area between the outline and the pixel's left edge.
    area: i32,
}

/// Collects outlines and tells what they cover.
#[derive(Default)]
pub(super) struct Coverage {
    cells: Vec<Cell>,
    rows: Range<i32>,
    width: i32,
}

/// Parts of a pixel from pixels.
fn parts(place: (f32, f32)) -> (i32, i32) {
    ((place.0 * ONE as f32).round() as i32, (place.1 * ONE as f32).round() as i32)
}

impl Coverage {
    /// Begins anew for these rows of a picture so many pixels wide.
    pub(super) fn begin(&mut self, rows: Range<i32>, width: i32) {
        self.cells.clear();
        self.rows = rows;
        self.width = width;
    }

    /// Adds a straight piece, in pixels.
    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        let (from, to) = (parts(from), parts(to));
        let (top, bottom, sign) = match from.1.cmp(&to.1) {
            std::cmp::Ordering::Less => (from, to, 1),
            std::cmp::Ordering::Equal => return,
            std::cmp::Ordering::Greater => (to, from, -1),
        };
        let (dx, dy) = (i64::from(bottom.0) - i64::from(top.0), i64::from(bottom.1) - i64::from(top.1));
        let x_at = |y: i32| {
            let down = i64::from(y) - i64::from(top.1);
            if dx == 0 { top.0 } else { (i64::from(top.0) + (dx * down).div_euclid(dy)) as i32 }
        };
        let first = (top.1 >> BITS).max(self.rows.start);
        let last = ((bottom.1 - 1) >> BITS).min(self.rows.end - 1);
        for row in first..=last {
            let row_top = row << BITS;
            let (enter, leave) = (top.1.max(row_top), bottom.1.min(row_top + ONE));
            self.in_row(row, (x_at(enter), enter - row_top), (x_at(leave), leave - row_top), sign);
        }
    }

    /// A piece within one row of pixels, downwards; y counts from the row's top.
    fn in_row(&mut self, row: i32, from: (i32, i32), to: (i32, i32), sign: i32) {
        let (first, last) = (from.0 >> BITS, to.0 >> BITS);
        if first >= self.width && last >= self.width {
            return;
        }
        if first == last || (first < 0 && last < 0) {
            let cover = (to.1 - from.1) * sign;
            let left = first.max(-1) << BITS;
            let area = if first < 0 { 0 } else { cover * (from.0 - left + to.0 - left) };
            self.cells.push(Cell { y: row, x: first.max(-1), cover, area });
            return;
        }
        let (dx, dy) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
        let y_at = |x: i32| from.1 + (dy * i64::from(x - from.0)).div_euclid(dx) as i32;
        let (mut x, mut y) = from;
        let step = if dx > 0 { 1 } else { -1 };
        let mut column = first;
        loop {
            let left = column << BITS;
            let (next_x, next_y) = if column == last {
                to
            } else {
                let edge = if dx > 0 { left + ONE } else { left };
                (edge, y_at(edge))
            };
            let cover = (next_y - y) * sign;
            if cover != 0 && column < self.width {
                let area = if column < 0 { 0 } else { cover * (x - left + next_x - left) };
                self.cells.push(Cell { y: row, x: column.max(-1), cover, area });
            }
            if column == last {
                return;
            }
            (x, y) = (next_x, next_y);
            column += step;
        }
    }

    /// Tells every run of equally covered pixels: row, columns, coverage (never 0; 255 is whole). Non-zero rule.
    pub(super) fn sweep(&mut self, mut span: impl FnMut(i32, Range<i32>, u8)) {
        self.cells.sort_unstable_by_key(|cell| (i64::from(cell.y) << 32) + i64::from(cell.x));
        let mut cells = self.cells.iter().copied().peekable();
        let mut cover = 0;
        while let Some(mut cell) = cells.next() {
            while let Some(same) = cells.next_if(|next| next.y == cell.y && next.x == cell.x) {
                cell.cover += same.cover;
                cell.area += same.area;
            }
            cover += cell.cover;
            let here = alpha(cover * 2 * ONE - cell.area);
            if cell.x >= 0 && here > 0 {
                span(cell.y, cell.x..cell.x + 1, here);
            }
            let next = cells.peek().filter(|next| next.y == cell.y).map_or(self.width, |next| next.x);
            let after = alpha(cover * 2 * ONE);
            if after > 0 && next > cell.x + 1 {
                span(cell.y, (cell.x + 1).max(0)..next, after);
            }
            if cells.peek().is_none_or(|next| next.y != cell.y) {
                cover = 0;
            }
        }
    }
}

fn alpha(area: i32) -> u8 {
    let area = i64::from(area.unsigned_abs()).min(i64::from(WHOLE));
    ((area * 255 + i64::from(WHOLE / 2)) / i64::from(WHOLE)) as u8
}
