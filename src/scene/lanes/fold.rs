//! A folded lane: a thin strip with its name, and a dash under each column of which it holds something.

use std::collections::BTreeSet;

use super::LaneBody;
use crate::model::{CellValue, Lane, MetricSubject, Touchpoint, TouchpointId};
use crate::scene::geometry::{point, rect};
use crate::scene::icon::Icon;
use crate::scene::map::{LANE_PLANE, Lay};
use crate::scene::pen::Pen;
use crate::scene::shape::HitTarget;
use crate::scene::style;

/// The height of a strip.
const STRIP: f32 = 32.0;
/// A dash that says that there is something.
const DASH: (f32, f32) = (28.0, 4.0);
/// The side of the sign that folds and opens.
const CHEVRON: f32 = 14.0;

/// Whether the journey says that this lane is folded; lanes that are asked for by name are shown as they are, and so is
/// one that is opened for a while.
pub(in crate::scene) fn is_folded(lay: &Lay<'_>, lane: &Lane) -> bool {
    let folded = || lay.journey.info.lanes.iter().any(|setting| setting.lane == *lane && setting.folded);
    lay.options.lanes.is_none() && lay.options.opened.as_ref() != Some(lane) && folded()
}

/// Lays the strip; its name is laid already.
pub(super) fn strip(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> LaneBody {
    let color = match lane {
        Lane::Barriers => lay.theme.negative,
        _ => lay.theme.mute.fade(0.45),
    };
    let mut pen = Pen::body();
    for column in held(lay, lane) {
        let left = lay.grid.center(column) - DASH.0 / 2.0;
        pen.rect(rect(left, top + (STRIP - DASH.1) / 2.0, DASH.0, DASH.1), DASH.1 / 2.0, Some(color), None);
    }
    lay.put(pen);
    LaneBody { height: STRIP, name_height: STRIP }
}

/// The sign that folds the lane or opens it again, left of its name.
pub(super) fn sign(lay: &mut Lay<'_>, lane: &Lane, top: f32) {
    let folded = is_folded(lay, lane);
    let (icon, key) = if folded { (Icon::ChevronRight, "map-open-lane") } else { (Icon::ChevronDown, "map-fold-lane") };
    let side = CHEVRON + 8.0;
    let area = rect(style::MARGIN - side - 2.0, top + 9.5, side, side);
    let words = lay.texts.with(key, &[("lane", super::name_words(lay, lane).0.into())]);
    let mut pen = Pen::on(LANE_PLANE).hit(area, HitTarget::Fold(lane.clone()), words);
    pen.icon(icon, (point(area.x + 4.0, area.y + 4.0), CHEVRON), lay.theme.mute);
    lay.put(pen);
}

/// The columns of which a lane holds something.
fn held(lay: &Lay<'_>, lane: &Lane) -> BTreeSet<usize> {
    let by = |holds: &dyn Fn(&Touchpoint) -> bool| -> BTreeSet<usize> {
        let columns = lay.grid.slots.iter().enumerate();
        let held = columns.filter(|(_, slot)| slot.column.touchpoints.iter().any(|touchpoint| holds(touchpoint)));
        held.map(|(index, _)| index).collect()
    };
    let at = |ids: &[TouchpointId]| -> Vec<usize> {
        ids.iter().filter_map(|id| lay.grid.spot(id)).map(|spot| spot.column).collect()
    };
    let said = |words: &str| !words.trim().is_empty();
    let document = lay.document;
    match lane {
        Lane::Touchpoints => by(&|_| true),
        Lane::Actions => by(&|it| said(&it.action)),
        Lane::Needs => by(&|it| said(&it.need)),
        Lane::Thoughts => by(&|it| it.feelings.iter().any(|feeling| said(&feeling.quote))),
        Lane::Emotions => by(&|it| it.feelings.iter().any(|feeling| feeling.emotion.is_some())),
        Lane::Backstage => by(&|it| it.department.is_some() || said(&it.backstage) || said(&it.systems)),
        Lane::Custom(id) => by(&|it| {
            let value = it.cells.iter().find(|cell| cell.lane == *id).map(|cell| &cell.value);
            value.is_some_and(|value| !matches!(value, CellValue::Text(text) if text.trim().is_empty()))
        }),
        Lane::Barriers => document.barriers.iter().flat_map(|it| at(&it.touchpoints)).collect(),
        Lane::Strengths => document.strengths.iter().flat_map(|it| at(&it.touchpoints)).collect(),
        Lane::Opportunities => {
            let of_barriers = |id| document.barriers.get(id).map(|it| at(&it.touchpoints)).unwrap_or_default();
            let opportunities = document.opportunities.iter();
            opportunities
                .flat_map(|it| [at(&it.touchpoints), it.barriers.iter().flat_map(of_barriers).collect()])
                .flatten()
                .collect()
        }
        Lane::Goals => {
            let stages = &lay.journey.info.stages;
            by_stage(lay, &|stage| stages.get(stage.index()).is_some_and(|info| said(&info.goal)))
        }
        Lane::Metrics => {
            let metrics = || document.metrics.iter().map(|metric| &metric.subject);
            let of_stage = |stage| metrics().any(|it| *it == MetricSubject::Stage(lay.journey.id.clone(), stage));
            let mut columns = by_stage(lay, &of_stage);
            columns.extend(metrics().filter_map(|subject| match subject {
                MetricSubject::Touchpoint(id) => Some(lay.grid.spot(id)?.column),
                _ => None,
            }));
            columns
        }
    }
}

fn by_stage(lay: &Lay<'_>, holds: &dyn Fn(crate::model::Stage) -> bool) -> BTreeSet<usize> {
    let columns = lay.grid.slots.iter().enumerate();
    columns.filter(|(_, slot)| holds(slot.column.stage)).map(|(index, _)| index).collect()
}
