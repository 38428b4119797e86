//! Columns of headings, paragraphs and rows: measured, broken into columns and parts, drawn. What is too much for one
//! picture goes on in the next part; only what is too long for a whole column ends with "…".

use std::sync::Arc;

use super::desk::{Desk, Type};
use super::traits;
use crate::model::{Emotion, Slider};
use crate::scene::face::face;
use crate::scene::icon::Icon;
use crate::scene::pen::{Pen, solid};
use crate::scene::text::ShapedText;
use crate::scene::{Color, HitTarget, Point, Rect, point, rect};

/// Between two rows.
const ROW_GAP: f32 = 18.0;
/// Inside a row, from its edge to its text.
const INSET: f32 = 26.0;
/// Between a row's parts.
const BETWEEN: f32 = 22.0;
/// The radius of a row's mark: usually, and in a large row.
const MARKS: (f32, f32) = (30.0, 46.0);
/// One dash of a barrier's severity: width, height and step.
const DASH: (f32, f32, f32) = (34.0, 11.0, 42.0);

/// A part of a column.
#[derive(Debug, Clone)]
pub(super) enum Unit {
    /// What the following is about.
    Heading(String, Color),
    /// Running text.
    Text(String, Type, Color),
    /// A point of a list.
    Point(String, Color),
    /// Where a persona stands between two ends.
    Trait(Slider, Color),
    /// A card.
    Row(Row),
}

/// A card with a mark, a statement, what stands below it, and a figure.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) mark: Mark,
    pub(super) text: String,
    pub(super) note: String,
    pub(super) figure: String,
    pub(super) severity: Option<u8>,
    pub(super) tone: Tone,
    /// Whether it is set larger, where few rows share a picture.
    pub(super) large: bool,
    pub(super) target: Option<HitTarget>,
}

/// What stands at the left of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mark {
    None,
    Face(Emotion),
    Number(usize),
    Icon(Icon),
}

/// What a row speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Barrier,
    Opportunity,
    Strength,
}

impl Row {
    /// The types of its statement, its note and its figure.
    fn types(&self) -> [Type; 3] {
        if self.large { [Type::Lead, Type::Body, Type::Large] } else { [Type::Statement, Type::Note, Type::Figure] }
    }

    fn mark_radius(&self) -> f32 {
        if self.large { MARKS.1 } else { MARKS.0 }
    }

    pub(super) fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            mark: Mark::None,
            text: text.into(),
            note: String::new(),
            figure: String::new(),
            severity: None,
            tone,
            large: false,
            target: None,
        }
    }
}

/// Units in columns, part by part.
pub(super) type Parts = Vec<Vec<Vec<Unit>>>;

/// A row, measured.
struct RowLay {
    text: Arc<ShapedText>,
    note: Arc<ShapedText>,
    figure: Arc<ShapedText>,
    beside: bool,
    height: f32,
}

fn note_height(text: &ShapedText) -> f32 {
    if text.width > 0.0 { text.height + 6.0 } else { 0.0 }
}

fn row_lay(desk: &mut Desk<'_>, row: &Row, (width, most): (f32, f32)) -> RowLay {
    let [statement, note_type, figure_type] = row.types();
    let radius = row.mark_radius();
    let mark = if row.mark == Mark::None { 0.0 } else { 2.0 * radius + BETWEEN };
    let room = width - 2.0 * INSET - mark;
    let figure_width = desk.measure(&row.figure, figure_type);
    let beside = row.figure.is_empty() || figure_width <= room * 0.4;
    let text_room = if beside && figure_width > 0.0 { room - figure_width - BETWEEN } else { room };
    let dashes = if row.severity.is_some() { DASH.1 + 16.0 } else { 0.0 };
    let note = desk.fit(&row.note, note_type, (text_room, most * 0.35));
    let figure = desk.fit(&row.figure, figure_type, (room, most * 0.25));
    let under = if beside { 0.0 } else { note_height(&figure) };
    let spare = most - 2.0 * INSET * 0.8 - note_height(&note) - under - dashes;
    let text = desk.fit(&row.text, statement, (text_room, spare));
    let inner = text.height + note_height(&note) + under + dashes;
    let least = if row.mark == Mark::None { 0.0 } else { 2.0 * radius };
    let beside_height = if beside { figure.height } else { 0.0 };
    let height = inner.max(least).max(beside_height) + 2.0 * INSET * 0.8;
    RowLay { text, note, figure, beside, height }
}

/// The height of a unit in a column of this width; never more than `most`, except where one line needs it.
fn height(desk: &mut Desk<'_>, unit: &Unit, (width, most): (f32, f32)) -> f32 {
    match unit {
        Unit::Heading(words, _) => desk.fit(words, Type::Note, (width, most)).height,
        Unit::Text(words, kind, _) => desk.fit(words, *kind, (width, most)).height,
        Unit::Point(words, _) => desk.fit(words, Type::Body, (width - 30.0, most)).height,
        Unit::Trait(slider, _) => traits::height(desk, slider, (width, most)),
        Unit::Row(row) => row_lay(desk, row, (width, most)).height,
    }
}

/// Rows broken into parts: large ones where all fit one picture so, in as few columns as they do.
pub(super) fn pack_rows(desk: &mut Desk<'_>, rows: Vec<Row>, room: (f32, f32), count: usize) -> (Parts, usize) {
    let large: Vec<Unit> = rows.iter().map(|row| Unit::Row(Row { large: true, ..row.clone() })).collect();
    for columns in 1..=count {
        let parts = pack(desk, large.clone(), room, columns);
        if parts.len() == 1 {
            return (parts, columns);
        }
    }
    (pack(desk, rows.into_iter().map(Unit::Row).collect(), room, count), count)
}

/// The height of a unit that is drawn alone.
pub(super) fn height_of(desk: &mut Desk<'_>, unit: &Unit, room: (f32, f32)) -> f32 {
    height(desk, unit, room)
}

/// Draws a unit alone, as [`height_of`] measured it with this `most`.
pub(super) fn draw_one(desk: &mut Desk<'_>, unit: &Unit, area: Rect, most: f32) {
    one(desk, unit, (point(area.x, area.y), area.width, most));
}

/// What is left free above a unit that does not open its column.
fn gap(unit: &Unit) -> f32 {
    match unit {
        Unit::Heading(..) => 30.0,
        Unit::Text(..) | Unit::Point(..) => 8.0,
        Unit::Trait(..) | Unit::Row(_) => ROW_GAP,
    }
}

/// The width of one of `count` columns in a room.
pub(super) fn column_width(room: f32, count: usize) -> f32 {
    (room - 56.0 * (count.max(1) - 1) as f32) / count.max(1) as f32
}

/// Breaks units into columns of a width, one a part, each as full as it gets.
pub(super) fn fill(desk: &mut Desk<'_>, units: Vec<Unit>, (width, room): (f32, f32)) -> Vec<Vec<Unit>> {
    let heights: Vec<f32> = units.iter().map(|unit| height(desk, unit, (width, room - 90.0))).collect();
    let lengths = columns(&units, &heights, room);
    broken(units, lengths)
}

/// Units in columns of these lengths; a list that goes on in the next column has its heading there again.
fn broken(units: Vec<Unit>, lengths: Vec<usize>) -> Vec<Vec<Unit>> {
    let mut units = units.into_iter();
    let mut heading: Option<Unit> = None;
    let mut columns: Vec<Vec<Unit>> = Vec::new();
    for length in lengths {
        let taken: Vec<Unit> = units.by_ref().take(length).collect();
        let goes_on = taken.first().is_some_and(|unit| !matches!(unit, Unit::Heading(..)));
        let mut column: Vec<Unit> = heading.clone().filter(|_| goes_on).into_iter().collect();
        heading = taken.iter().rev().find(|unit| matches!(unit, Unit::Heading(..))).cloned().or(heading);
        column.extend(taken);
        columns.push(column);
    }
    columns
}

/// Breaks units into columns of a room, `count` side by side, and into as many parts as that takes; columns of one part
/// are made about equally long.
pub(super) fn pack(desk: &mut Desk<'_>, units: Vec<Unit>, room: (f32, f32), count: usize) -> Parts {
    let width = column_width(room.0, count);
    let heights: Vec<f32> = units.iter().map(|unit| height(desk, unit, (width, room.1 - 90.0))).collect();
    let most_columns = columns(&units, &heights, room.1).len().div_ceil(count.max(1)).max(1) * count.max(1);
    // What belongs together stays together where that takes no more room.
    let groups = groups(&units, &heights);
    let fits = |group: &Group| group.height <= room.1;
    let together = groups.iter().all(fits) && columns_of(&groups, room.1).len() <= most_columns;
    let lengths = |most: f32| if together { columns_of(&groups, most) } else { columns(&units, &heights, most) };
    // The least height that needs no more parts, by halving.
    let tallest = if together { groups.iter().map(|group| group.height).fold(0.0, f32::max) } else { 0.0 };
    let (mut low, mut high) = (tallest, room.1);
    for _ in 0..8 {
        let middle = f32::midpoint(low, high);
        if lengths(middle).len() > most_columns {
            low = middle;
        } else {
            high = middle;
        }
    }
    let ends = lengths(high);
    broken(units, ends).chunks(count.max(1)).map(<[Vec<Unit>]>::to_vec).collect()
}

/// A heading with what stands below it, or a unit that has none.
struct Group {
    /// How many units it has.
    length: usize,
    height: f32,
    /// What is left free above it.
    gap: f32,
}

fn groups(units: &[Unit], heights: &[f32]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut headed = false;
    for (unit, height) in units.iter().zip(heights) {
        let begins = matches!(unit, Unit::Heading(..));
        headed |= begins;
        if let Some(group) = groups.last_mut().filter(|_| headed && !begins) {
            group.length += 1;
            group.height += gap(unit) + height;
        } else {
            groups.push(Group { length: 1, height: *height, gap: gap(unit) });
        }
    }
    groups
}

/// How many units each column takes where no group is broken.
fn columns_of(groups: &[Group], room: f32) -> Vec<usize> {
    let mut lengths: Vec<usize> = Vec::new();
    let mut used = 0.0;
    for group in groups {
        if let Some(length) = lengths.last_mut().filter(|_| used + group.gap + group.height <= room) {
            *length += group.length;
            used += group.gap + group.height;
        } else {
            lengths.push(group.length);
            used = group.height;
        }
    }
    lengths
}

/// How many units each column takes. A heading never ends a column; in a column that a list goes on in it stands again.
fn columns(units: &[Unit], heights: &[f32], room: f32) -> Vec<usize> {
    let mut lengths = Vec::new();
    let (mut length, mut used) = (0, 0.0);
    let mut index = 0;
    let mut heading = 0.0;
    while let (Some(unit), Some(height)) = (units.get(index), heights.get(index)) {
        // A heading takes along what follows it.
        let follower = if matches!(unit, Unit::Heading(..)) {
            units.get(index + 1).zip(heights.get(index + 1)).map_or(0.0, |(unit, height)| gap(unit) + height)
        } else {
            0.0
        };
        let space = if length == 0 { 0.0 } else { gap(unit) };
        if length > 0 && used + space + height + follower > room {
            lengths.push(length);
            (length, used) = (0, 0.0);
            continue;
        }
        if matches!(unit, Unit::Heading(..)) {
            heading = *height;
        } else if length == 0 && heading > 0.0 {
            used = heading + gap(unit);
        }
        used += space + height;
        length += 1;
        index += 1;
    }
    if length > 0 {
        lengths.push(length);
    }
    lengths
}

/// Draws the columns of one part, as wide as [`pack`] measured them.
pub(super) fn draw(desk: &mut Desk<'_>, columns: &[Vec<Unit>], room: Rect, count: usize) {
    let width = column_width(room.width, count);
    let most = room.height - 90.0;
    for (place, column) in columns.iter().enumerate() {
        let x = room.x + place as f32 * (width + 56.0);
        let mut y = room.y;
        for (index, unit) in column.iter().enumerate() {
            y += if index == 0 { 0.0 } else { gap(unit) };
            y += one(desk, unit, (point(x, y), width, most));
        }
    }
}

fn one(desk: &mut Desk<'_>, unit: &Unit, (at, width, most): (Point, f32, f32)) -> f32 {
    match unit {
        Unit::Row(row) => draw_row(desk, row, (at, width, most)),
        Unit::Trait(slider, color) => traits::draw(desk, (slider, *color), (at, width, most)),
        Unit::Heading(words, color) => words_at(desk, (words, Type::Note, *color), (at, width, most)),
        Unit::Text(words, kind, color) => words_at(desk, (words, *kind, *color), (at, width, most)),
        Unit::Point(words, color) => {
            let middle = desk.style(Type::Body).line_height / 2.0;
            let mut pen = Pen::body();
            pen.circle(point(at.x + 8.0, at.y + middle), 6.0, Some(*color), None);
            desk.put(pen);
            let ink = desk.theme.ink;
            words_at(desk, (words, Type::Body, ink), (point(at.x + 30.0, at.y), width - 30.0, most))
        }
    }
}

fn words_at(
    desk: &mut Desk<'_>,
    (words, kind, color): (&str, Type, Color),
    (at, width, most): (Point, f32, f32),
) -> f32 {
    let text = desk.fit(words, kind, (width, most));
    let height = text.height;
    let mut pen = Pen::body();
    pen.text(at, text, color);
    desk.put(pen);
    height
}

/// A tone's fill, edge and the ink of its figures.
pub(super) fn colors(desk: &Desk<'_>, tone: Tone) -> (Color, Color, Color) {
    let theme = desk.theme;
    match tone {
        Tone::Plain => (theme.card, theme.card_line, theme.ink),
        Tone::Barrier => (theme.barrier_fill, theme.barrier_line, theme.negative_text),
        Tone::Opportunity => (theme.opportunity_fill, theme.opportunity_line, theme.opportunity_text),
        Tone::Strength => (theme.strength_fill, theme.strength_line, theme.ink),
    }
}

fn draw_row(desk: &mut Desk<'_>, row: &Row, (at, width, most): (Point, f32, f32)) -> f32 {
    let RowLay { text, note, figure, beside, height } = row_lay(desk, row, (width, most));
    let area = rect(at.x, at.y, width, height);
    let (fill, line, figure_ink) = colors(desk, row.tone);
    let mut pen = Pen::body();
    if let Some(target) = &row.target {
        let label = [row.text.trim(), row.note.trim(), row.figure.trim()].join(", ");
        pen = pen.hit(area, target.clone(), label.trim_end_matches(", ").to_owned());
    }
    pen.rect(area.expand(-1.0), 16.0, Some(fill), Some(solid(line, 2.0)));
    let mut left = area.x + INSET;
    if row.mark != Mark::None {
        let radius = row.mark_radius();
        mark(desk, &mut pen, row, point(left + radius, area.y + height / 2.0));
        left += 2.0 * radius + BETWEEN;
    }
    let under = if beside { 0.0 } else { note_height(&figure) };
    let dashes = if row.severity.is_some() { DASH.1 + 16.0 } else { 0.0 };
    let mut y = area.y + (height - text.height - note_height(&note) - under - dashes) / 2.0;
    let text_height = text.height;
    pen.text(point(left, y), text, desk.theme.ink);
    y += text_height;
    if let Some(severity) = row.severity {
        severity_at(desk, &mut pen, severity, point(left, y + 12.0));
        y += DASH.1 + 16.0;
    }
    if note.width > 0.0 {
        let taken = note_height(&note);
        pen.text(point(left, y + 6.0), note, desk.theme.mute);
        y += taken;
    }
    if figure.width > 0.0 {
        let place = if beside {
            point(area.right() - INSET - figure.width, area.y + (height - figure.height) / 2.0)
        } else {
            point(left, y + 6.0)
        };
        pen.text(place, figure, figure_ink);
    }
    desk.put(pen);
    height
}

/// Five dashes, as many of them in colour as the barrier is severe.
pub(super) fn severity_at(desk: &Desk<'_>, pen: &mut Pen, severity: u8, at: Point) {
    for place in 0..5_u8 {
        let color = if place < severity { desk.theme.negative } else { desk.theme.line };
        pen.rect(rect(at.x + f32::from(place) * DASH.2, at.y, DASH.0, DASH.1), DASH.1 / 2.0, Some(color), None);
    }
}

fn mark(desk: &mut Desk<'_>, pen: &mut Pen, row: &Row, center: Point) {
    let radius = row.mark_radius();
    match row.mark {
        Mark::None => {}
        Mark::Face(emotion) => face(pen, desk.theme, (center, radius), emotion),
        Mark::Number(number) => {
            pen.circle(center, radius, Some(desk.theme.accent), None);
            let style = crate::scene::text::TextStyle { size: 30.0, line_height: 36.0, ..desk.style(Type::Figure) };
            pen.label(desk.shaper, center, (&number.to_string(), style), desk.theme.on_accent);
        }
        Mark::Icon(icon) => {
            let (_, line, ink) = colors(desk, row.tone);
            pen.circle(center, radius, None, Some(solid(line, 2.0)));
            let side = radius * 1.14;
            pen.icon(icon, (point(center.x - side / 2.0, center.y - side / 2.0), side), ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_is_one_group() {
        let color = Color::rgb(0, 0, 0);
        let unit = |kind: char| match kind {
            'H' => Unit::Heading(String::new(), color),
            'p' => Unit::Point(String::new(), color),
            _ => Unit::Row(Row::new("", Tone::Plain)),
        };
        let lengths = |kinds: &str, room: f32| {
            let units: Vec<Unit> = kinds.chars().map(unit).collect();
            let heights: Vec<f32> = kinds.chars().map(|kind| if kind == 'H' { 10.0 } else { 20.0 }).collect();
            columns_of(&groups(&units, &heights), room)
        };
        // A heading with three points is 10 + 3 × (8 + 20) high, and 30 are left free above the next one.
        assert_eq!(lengths("Hppp", 94.0), [4]);
        assert_eq!(lengths("HpppHppp", 94.0), [4, 4]);
        assert_eq!(lengths("HpppHppp", 94.0 + 30.0 + 94.0), [8]);
        assert_eq!(lengths("HpHpHp", 38.0 + 30.0 + 38.0), [4, 2]);
        // Rows without a heading stand for themselves.
        assert_eq!(lengths("rrrr", 20.0 + 18.0 + 20.0), [2, 2]);
        assert_eq!(lengths("", 100.0), [0_usize; 0]);
    }
}
