//! A table's cells by places of the way: a column of lanes, or a row with what belongs to it.

use super::field::Field;
use super::mapping::{Layout, Mapping, Part, header_row};
use super::table::Table;
use crate::model::Stage;

/// What stands at one place of the way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place<'t> {
    pub(super) stage: Stage,
    /// The name of the step; empty: none.
    pub(super) step: &'t str,
    pub(super) entries: Vec<Entry<'t>>,
}

/// A cell that says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry<'t> {
    /// The place of its head among the heads.
    pub(super) head: usize,
    pub(super) field: Field,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) text: &'t str,
}

/// The places in their order.
pub(super) fn places<'t>(table: &'t Table, mapping: &'t Mapping) -> Vec<Place<'t>> {
    match mapping.layout {
        Layout::Lanes => by_columns(table, mapping),
        Layout::Rows => by_rows(table, mapping),
    }
}

fn entry<'t>(table: &'t Table, mapping: &Mapping, (row, column): (usize, usize)) -> Option<Entry<'t>> {
    let at = if mapping.layout == Layout::Lanes { row } else { column };
    let index = mapping.head_of(at)?;
    let field = mapping.heads.get(index)?.field;
    let text = table.cell(row, column);
    (field != Field::Skip && !text.is_empty()).then_some(Entry { head: index, field, row, column, text })
}

/// The name of the step that a part's touchpoints stand in, unless a lane or a column of its own says it.
fn own_step(part: &Part) -> &str {
    if part.is_step { part.title.trim() } else { "" }
}

fn by_columns<'t>(table: &'t Table, mapping: &'t Mapping) -> Vec<Place<'t>> {
    let header = header_row(table);
    let mut places = Vec::new();
    // A merged cell says its step to the columns below it.
    let mut step: Option<(usize, &str)> = None;
    for column in mapping.cells_begin()..table.width() {
        let Some(index) = mapping.part_of(column) else { continue };
        let Some((part, stage)) = mapping.parts.get(index).and_then(|part| Some((part, part.stage?))) else { continue };
        let rows = header + 1..table.height();
        let mut entries: Vec<Entry<'t>> = rows.filter_map(|row| entry(table, mapping, (row, column))).collect();
        let said = entries.iter().find(|entry| entry.field == Field::Step).map(|entry| (index, entry.text));
        step = said.or(step.filter(|(of, _)| *of == index));
        entries.retain(|entry| entry.field != Field::Step);
        if !entries.is_empty() {
            places.push(Place { stage, step: step.map_or(own_step(part), |(_, step)| step), entries });
        }
    }
    places
}

fn by_rows<'t>(table: &'t Table, mapping: &'t Mapping) -> Vec<Place<'t>> {
    let mut places: Vec<Place<'t>> = Vec::new();
    let mut step: Option<(usize, &str)> = None;
    let mut last_part = None;
    for row in header_row(table) + 1..table.height() {
        let Some(index) = mapping.part_of(row) else { continue };
        let Some((part, stage)) = mapping.parts.get(index).and_then(|part| Some((part, part.stage?))) else { continue };
        let columns = 0..table.width();
        let mut entries: Vec<Entry<'t>> = columns.filter_map(|column| entry(table, mapping, (row, column))).collect();
        let said = entries.iter().find(|entry| entry.field == Field::Step).map(|entry| (index, entry.text));
        step = said.or(step.filter(|(of, _)| *of == index));
        entries.retain(|entry| !matches!(entry.field, Field::Step | Field::Stage));
        // A row without a touchpoint says more of the one above it, as a merged cell does.
        let begins = entries.iter().any(|entry| entry.field == Field::Touchpoint) || last_part != Some(index);
        match places.last_mut().filter(|_| !begins) {
            Some(place) => place.entries.extend(entries),
            None if entries.is_empty() => continue,
            None => places.push(Place { stage, step: step.map_or(own_step(part), |(_, step)| step), entries }),
        }
        last_part = Some(index);
    }
    places
}
