//! The minutes as A4 pages: type of 10.5 points and more, no line cut by a page's end, no heading left alone.

use std::sync::Arc;

use super::minutes_blocks::{Block, Table};
use crate::model::Language;
use crate::present::paper::sheet::{PaperSize, mm, sheet_of, theme, type_of};
use crate::scene::pen::{Pen, solid};
use crate::scene::text::{Align, ShapedText, Shaper, TextStyle, Weight};
use crate::scene::{Color, Scene, point};

/// Body text, in scene points: 10.5 points of the printer.
const BODY: f32 = 14.0;
/// The sheet's margins, in millimetres: left and right, above and below.
const MARGINS: (f32, f32) = (20.0, 18.0);
/// Between two columns of a table.
const COLUMN_GAP: f32 = 14.0;

/// Something that is not parted by the end of a page.
struct Row {
    cells: Vec<(f32, Arc<ShapedText>, Color)>,
    /// Left free above it, except at the top of a page.
    above: f32,
    height: f32,
    line_below: Option<Color>,
    /// Whether it must stand on the page of the next row.
    with_next: bool,
}

/// The blocks on pages.
pub(super) fn pages(blocks: &[Block], about: (&str, Language)) -> Vec<Scene> {
    let size = PaperSize::A4.upright();
    let (left, top) = (mm(MARGINS.0), mm(MARGINS.1));
    let (width, bottom) = (size.width - 2.0 * left, size.height - mm(MARGINS.1) - 24.0);
    let mut setter = Setter { shaper: Shaper::default(), width };
    let rows: Vec<Row> = blocks.iter().flat_map(|block| setter.rows(block)).collect();
    let rows: Vec<Row> = rows.into_iter().flat_map(|row| parted(row, bottom - top)).collect();
    let pages = paginate(&rows, bottom - top);
    let count = pages.len();
    let page = |(index, rows): (usize, &[Row])| {
        let mut pen = Pen::body();
        let mut y = top;
        for (place, row) in rows.iter().enumerate() {
            y += if place == 0 { 0.0 } else { row.above };
            for (x, text, color) in &row.cells {
                pen.text(point(left + x, y), Arc::clone(text), *color);
            }
            y += row.height;
            if let Some(color) = row.line_below {
                pen.segment(point(left, y), point(left + width, y), solid(color, 1.0));
            }
        }
        let number = format!("{} / {count}", index + 1);
        let style = type_of(Weight::Regular, 13.4);
        let (name, _) = setter.shaper.shape_clipped(about.0, style, width - 90.0, 1);
        let number = setter.shaper.shape(&number, style, None, Align::Left);
        let y = size.height - mm(MARGINS.1) - 6.0;
        pen.text(point(left, y), name, theme().mute);
        pen.text(point(left + width - number.width, y), number, theme().mute);
        sheet_of(size, pen, about)
    };
    pages.into_iter().enumerate().map(page).collect()
}

/// Rows page by page: what must stay with the next row moves along with it.
fn paginate(rows: &[Row], room: f32) -> Vec<&[Row]> {
    let mut pages = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let mut y = 0.0;
        let fits = |(place, row): &(usize, &Row)| {
            y += row.height + if *place == 0 { 0.0 } else { row.above };
            y <= room
        };
        let count = rest.iter().enumerate().take_while(fits).count().max(1);
        let mut end = count;
        if count < rest.len() {
            while end > 1 && rest.get(end - 1).is_some_and(|row| row.with_next) {
                end -= 1;
            }
            // Nothing but headings: better parted than never set.
            if end == 1 && rest.first().is_some_and(|row| row.with_next) {
                end = count;
            }
        }
        let (page, after) = rest.split_at(end.min(rest.len()));
        pages.push(page);
        rest = after;
    }
    pages
}

/// A row higher than a page, line by line.
fn parted(row: Row, room: f32) -> Vec<Row> {
    if row.height <= room {
        return vec![row];
    }
    let lines = row.cells.iter().map(|(_, text, _)| text.lines.len()).max().unwrap_or(0);
    let one = |line: usize| {
        let cell = |(x, text, color): &(f32, Arc<ShapedText>, Color)| Some((*x, line_of(text, line)?, *color));
        let height = row.cells.iter().map(|(_, text, _)| text.style.line_height).fold(0.0, f32::max);
        Row {
            cells: row.cells.iter().filter_map(cell).collect(),
            above: if line == 0 { row.above } else { 0.0 },
            height,
            line_below: row.line_below.filter(|_| line + 1 == lines),
            with_next: false,
        }
    };
    (0..lines).map(one).collect()
}

/// One line of a text, as a text.
fn line_of(text: &ShapedText, line: usize) -> Option<Arc<ShapedText>> {
    let mut one = text.lines.get(line)?.clone();
    one.baseline -= text.style.line_height * line as f32;
    let (style, width) = (text.style, text.width);
    Some(Arc::new(ShapedText { style, lines: vec![one], width, height: style.line_height }))
}

struct Setter {
    shaper: Shaper,
    width: f32,
}

impl Setter {
    fn rows(&mut self, block: &Block) -> Vec<Row> {
        let ink = theme().ink;
        match block {
            Block::Title(words) => vec![self.words(words, (type_of(Weight::Bold, 26.0), ink), 0.0)],
            Block::Heading(words) => {
                let mut row = self.words(words, (type_of(Weight::Bold, 19.0), ink), 26.0);
                row.with_next = true;
                vec![row]
            }
            Block::Subheading(words) => {
                let mut row = self.words(words, (type_of(Weight::SemiBold, 15.0), ink), 14.0);
                row.with_next = true;
                vec![row]
            }
            Block::Paragraph(words) => vec![self.words(words, (body(Weight::Regular), theme().mute), 6.0)],
            Block::Bullets(points) => points.iter().map(|point| self.bullet(point)).collect(),
            Block::Table(table) => self.table(table),
        }
    }

    fn words(&mut self, words: &str, (style, color): (TextStyle, Color), above: f32) -> Row {
        let text = self.shaper.shape(words, style, Some(self.width), Align::Left);
        Row { height: text.height, cells: vec![(0.0, text, color)], above, line_below: None, with_next: false }
    }

    fn bullet(&mut self, words: &str) -> Row {
        let style = body(Weight::Regular);
        let dot = self.shaper.shape("•", style, None, Align::Left);
        let text = self.shaper.shape(words, style, Some(self.width - 18.0), Align::Left);
        let (height, color) = (text.height, theme().ink);
        let cells = vec![(2.0, dot, color), (18.0, text, color)];
        Row { cells, above: 5.0, height, line_below: None, with_next: false }
    }

    fn table(&mut self, table: &Table) -> Vec<Row> {
        let names: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
        let head = (type_of(Weight::SemiBold, 13.4), theme().mute);
        let mut rows = vec![Row { with_next: true, above: 8.0, ..self.cells(table, &names, head) }];
        let style = (body(Weight::Regular), theme().ink);
        for cells in &table.rows {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            rows.push(self.cells(table, &cells, style));
        }
        rows
    }

    fn cells(&mut self, table: &Table, words: &[&str], (style, color): (TextStyle, Color)) -> Row {
        let mut x = 0.0;
        let mut cells = Vec::new();
        for ((_, share), words) in table.columns.iter().zip(words) {
            let room = self.width * share;
            let text = self.shaper.shape(words, style, Some(room - COLUMN_GAP), Align::Left);
            cells.push((x, text, color));
            x += room;
        }
        let height = cells.iter().map(|(_, text, _)| text.height).fold(style.line_height, f32::max) + 5.0;
        Row { cells, above: 5.0, height, line_below: Some(theme().line), with_next: false }
    }
}

fn body(weight: Weight) -> TextStyle {
    type_of(weight, BODY)
}
