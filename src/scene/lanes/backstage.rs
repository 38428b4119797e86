//! The backstage lane: which department owns which stretch of the way, and what happens behind it.

use std::collections::BTreeMap;

use super::words;
use crate::model::{DepartmentId, Subject, TextSpot};
use crate::scene::geometry::{point, rect};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING};

/// The height of a pill.
const PILL: f32 = 24.0;
/// From one row of pills to the next.
const PILL_STEP: f32 = 30.0;

/// Pills over neighbouring columns of one department, processes and systems below; returns the lane's height.
pub(super) fn backstage(lay: &mut Lay<'_>, top: f32) -> f32 {
    let rows = pills(lay, top + LANE_PADDING - 2.0);
    let pills_bottom = top + rows as f32 * PILL_STEP;
    let words = words::backstage(lay, pills_bottom);
    let pills_height = pills_bottom - top + 2.0 * LANE_PADDING - 6.0;
    match (rows, words > 2.0 * LANE_PADDING) {
        (_, true) => pills_bottom - top + words,
        (_, false) => pills_height,
    }
}

/// Draws the pills and returns how many rows they take.
fn pills(lay: &mut Lay<'_>, top: f32) -> usize {
    let columns = departments(lay);
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..rows {
        let mut from = 0;
        while from < columns.len() {
            let department = columns.get(from).and_then(|column| column.get(row)).cloned();
            let same = |column: &&Vec<DepartmentId>| column.get(row) == department.as_ref();
            let to = from + columns.iter().skip(from).take_while(same).count().max(1);
            if let Some(department) = department {
                pill(lay, &department, (from, to - 1), top + row as f32 * PILL_STEP);
            }
            from = to;
        }
    }
    rows
}

/// Each column's departments, the first row's first; each once.
fn departments(lay: &Lay<'_>) -> Vec<Vec<DepartmentId>> {
    let of = |slot: &crate::scene::grid::Slot| {
        let mut order: BTreeMap<&DepartmentId, usize> = BTreeMap::new();
        for (row, touchpoint) in slot.column.touchpoints.iter().enumerate() {
            if let Some(id) = touchpoint.department.as_ref().filter(|id| lay.document.departments.contains(id)) {
                order.entry(id).or_insert(row);
            }
        }
        let mut departments: Vec<(usize, &DepartmentId)> = order.into_iter().map(|(id, row)| (row, id)).collect();
        departments.sort();
        departments.into_iter().map(|(_, id)| id.clone()).collect()
    };
    lay.grid.slots.iter().map(of).collect()
}

fn pill(lay: &mut Lay<'_>, department: &DepartmentId, (from, to): (usize, usize), y: f32) {
    let name = lay.document.departments.get(department).map_or(String::new(), |department| department.name.clone());
    let left = lay.grid.x(from);
    let width = lay.grid.x(to) + CARD_WIDTH - left;
    let area = rect(left, y, width, PILL);
    let subject = Subject::Department(department.clone());
    let spot = TextSpot::name(subject.clone());
    let target = HitTarget::Subject(subject);
    let mut pen = Pen::body().hit(area, target, name.clone());
    pen.rect(area, PILL / 2.0, Some(lay.theme.pill), Some(solid(lay.theme.line, 1.0)));
    let (text, _) = lay.shaper.shape_clipped(&name, style::PILL, width - 24.0, 1);
    let place = point(area.center().x - text.width / 2.0, area.center().y - text.height / 2.0);
    let room = area.right() - place.x - 12.0;
    pen.written(place, text, lay.theme.mute, (spot, room));
    lay.put(pen);
}
