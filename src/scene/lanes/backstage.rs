//! The backstage lane: which department owns which stretch of the way, and what happens behind it.

use std::sync::Arc;

use super::words;
use crate::model::{Department, Document, Lane, Subject, TextSpot, Touchpoint};
use crate::scene::geometry::{Point, point, rect};
use crate::scene::grid::Slot;
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, solid};
use crate::scene::sections::{Layer, Sections};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING};
use crate::scene::text::ShapedText;
use crate::scene::theme::Theme;

/// The height of a pill.
const PILL: f32 = 24.0;
/// From one row of pills to the next.
const PILL_STEP: f32 = 30.0;

/// Pills over neighbouring columns of one department, processes and systems below; returns the lane's height.
pub(super) fn backstage(lay: &mut Lay<'_>, top: f32) -> f32 {
    let rows = pills(lay, top + LANE_PADDING - 2.0);
    let pills_bottom = top + rows as f32 * PILL_STEP;
    let words = words::texts(lay, &Lane::Backstage, pills_bottom);
    let pills_height = pills_bottom - top + 2.0 * LANE_PADDING - 6.0;
    match (rows, words > 2.0 * LANE_PADDING) {
        (_, true) => pills_bottom - top + words,
        (_, false) => pills_height,
    }
}

/// Draws the pills and returns how many rows they take.
fn pills(lay: &mut Lay<'_>, top: f32) -> usize {
    let grid = Arc::clone(&lay.grid);
    let by_block: Vec<Arc<[Vec<Owned>]>> = lay.each_block(|lay, block| {
        let site = lay.site(&Lane::Backstage, block, top);
        lay.section(site, Departments, |lay, Departments| {
            grid.columns_in(block).map(|(_, slot)| departments(lay.document, slot)).collect()
        })
    });
    let columns: Vec<&[Owned]> = by_block.iter().flat_map(|block| block.iter()).map(Vec::as_slice).collect();
    let rows = columns.iter().map(|column| column.len()).max().unwrap_or(0);
    let mut begun: Vec<Vec<(Pill, Point)>> = lay.blocks().map(|_| Vec::new()).collect();
    for row in 0..rows {
        let department = |column: &[Owned]| column.get(row).map(|(department, _)| Arc::as_ptr(department));
        let mut from = 0;
        for run in columns.chunk_by(|one, other| department(one) == department(other)) {
            let (left, right) = (grid.x(from), grid.x(from + run.len() - 1) + CARD_WIDTH);
            let block = grid.block_of(from);
            from += run.len();
            let owned = run.first().and_then(|column| column.get(row));
            if let Some(((department, first), begun)) = owned.zip(begun.get_mut(block)) {
                let width_bits = (right - left).to_bits();
                let pill = Pill { department: Same::of(department), first: Same::of(first), width_bits };
                begun.push((pill, point(left - grid.block_x(block), row as f32 * PILL_STEP)));
            }
        }
    }
    for (block, begun) in begun.into_iter().enumerate() {
        let site = lay.site(&Lane::Backstage, block, top);
        lay.section(site, Pills(begun), |lay, Pills(begun)| {
            for (pill, at) in begun {
                let pill = lay.know(pill.clone());
                lay.show(pill, *at);
            }
        });
    }
    rows
}

/// The pills that begin over a block.
#[derive(PartialEq)]
pub(in crate::scene) struct Pills(Vec<(Pill, Point)>);

impl Layer for Pills {
    type Laid = ();
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.pills_begun
    }
}

/// Who owns the columns of a block.
#[derive(PartialEq, Eq)]
pub(in crate::scene) struct Departments;

impl Layer for Departments {
    /// Each column's.
    type Laid = Arc<[Vec<Owned>]>;
    const SAYS_ALL: bool = false;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.departments
    }
}

/// A department, and the first of a column's touchpoints that it owns.
type Owned = (Arc<Department>, Arc<Touchpoint>);

/// A column's departments, the first row's first; each once.
fn departments(document: &Document, slot: &Slot) -> Vec<Owned> {
    let mut departments: Vec<Owned> = Vec::new();
    for touchpoint in &slot.column.touchpoints {
        let department = touchpoint.department.as_ref().and_then(|id| document.departments.get(id));
        let known = |department: &Arc<Department>| departments.iter().any(|(there, _)| Arc::ptr_eq(there, department));
        if let Some(department) = department.filter(|it| !known(it)) {
            departments.push((Arc::clone(department), Arc::clone(touchpoint)));
        }
    }
    departments
}

/// A department's name over neighbouring columns.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct Pill {
    department: Same<Department>,
    /// The touchpoint it begins over: one department has many pills.
    first: Same<Touchpoint>,
    /// The width in points, as bits: what does not fit is cut.
    width_bits: u32,
}

impl Thing for Pill {
    type Words = Arc<ShapedText>;
    /// Its left top corner.
    type Place = Point;

    fn say(&self, lay: &mut Lay<'_>) -> Arc<ShapedText> {
        lay.shaper.shape_clipped(&self.department.name, style::PILL, f32::from_bits(self.width_bits) - 24.0, 1).0
    }

    fn draw(&self, text: &Arc<ShapedText>, Point { x: left, y: top }: Point, theme: &Theme) -> Drawn {
        let area = rect(left, top, f32::from_bits(self.width_bits), PILL);
        let subject = Subject::Department(self.department.id.clone());
        let spot = TextSpot::name(subject.clone());
        let target = HitTarget::Subject(subject);
        let mut pen = Pen::body().hit(area, target, self.department.name.as_str());
        pen.rect(area, PILL / 2.0, Some(theme.pill), Some(solid(theme.line, 1.0)));
        let center = area.center();
        let place = point(center.x - text.width / 2.0, center.y - text.height / 2.0);
        pen.written(place, Arc::clone(text), theme.mute, (spot, area.right() - place.x - 12.0));
        one(pen)
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.pills
    }
}
