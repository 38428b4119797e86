//! The lanes: which are shown, in which order, and how each is laid from its top line downwards.

pub(super) mod backstage;
mod bands;
pub(super) mod card;
pub(super) mod cards;
pub mod curve;
pub(super) mod emotions;
mod fold;
pub(super) mod gap;
pub(super) mod labels;
mod lines;
mod marks;
mod metrics;
pub(super) mod note;
pub(super) mod notes;
pub(super) mod plan;
pub(super) mod points;
pub(super) mod way;
pub(super) mod ways;
pub(super) mod words;

pub(super) use fold::is_folded;
pub(crate) use marks::evidence_ring;
pub use metrics::value_words;

use crate::model::{
    BarrierId, CellValue, Document, Journey, Lane, MetricSubject, Opportunity, Subject, TextSpot, Touchpoint,
    TouchpointId,
};
use crate::scene::geometry::{point, rect};
use crate::scene::map::{LANE_PLANE, Lay};
use crate::scene::pen::Pen;
use crate::scene::shape::HitTarget;
use crate::scene::style;
use crate::scene::text::Align;

/// How much room a lane takes.
pub(in crate::scene) struct LaneBody {
    /// What it shows, with its padding.
    pub(in crate::scene) height: f32,
    /// Its name and what stands below it, with padding.
    pub(in crate::scene) name_height: f32,
}

/// The lanes that a journey's map shows, from top to bottom: those not hidden that hold something; in the editor
/// (`invites`) also empty ones that belong to every map or that the journey names.
pub fn shown(document: &Document, journey: &Journey, invites: bool) -> Vec<Lane> {
    shown_with(document, journey, (invites, None))
}

/// The same with one that is opened for the moment, though it is hidden or empty.
pub(super) fn shown_with(
    document: &Document,
    journey: &Journey,
    (invites, opened): (bool, Option<&Lane>),
) -> Vec<Lane> {
    let named = |lane: &Lane| journey.info.lanes.iter().any(|setting| setting.lane == *lane);
    let wanted = |lane: &Lane| invites && (is_core(lane) || named(lane));
    let lanes = journey.lanes_in_order().into_iter();
    let seen = lanes.filter(|setting| !setting.hidden || opened == Some(&setting.lane)).map(|setting| setting.lane);
    seen.filter(|lane| opened == Some(lane) || wanted(lane) || has_content(document, journey, lane)).collect()
}

/// Lanes that the editor shows even when they are empty.
fn is_core(lane: &Lane) -> bool {
    matches!(lane, Lane::Touchpoints | Lane::Emotions | Lane::Barriers | Lane::Opportunities)
}

fn has_content(document: &Document, journey: &Journey, lane: &Lane) -> bool {
    let any = |known: &dyn Fn(&Touchpoint) -> bool| journey.touchpoints.iter().any(|touchpoint| known(touchpoint));
    let here = |touchpoints: &[TouchpointId]| touchpoints.iter().any(|id| journey.touchpoints.contains(id));
    match lane {
        Lane::Goals => journey.info.stages.iter().any(|stage| !stage.goal.trim().is_empty()),
        Lane::Touchpoints | Lane::Emotions => true,
        Lane::Actions => any(&|touchpoint| !touchpoint.action.trim().is_empty()),
        Lane::Needs => any(&|touchpoint| !touchpoint.need.trim().is_empty()),
        Lane::Thoughts => any(&|touchpoint| touchpoint.feelings.iter().any(|feeling| !feeling.quote.trim().is_empty())),
        Lane::Barriers => document.barriers.iter().any(|barrier| barrier.concerns(journey)),
        Lane::Strengths => document.strengths.iter().any(|strength| here(&strength.touchpoints)),
        Lane::Opportunities => {
            let closes = |id: &BarrierId| document.barriers.get(id).is_some_and(|barrier| barrier.concerns(journey));
            let shows =
                |opportunity: &Opportunity| here(&opportunity.touchpoints) || opportunity.barriers.iter().any(closes);
            document.opportunities.iter().any(|opportunity| shows(opportunity))
        }
        Lane::Metrics => document.metrics.iter().any(|metric| match &metric.subject {
            MetricSubject::Journey(id) | MetricSubject::Stage(id, _) => *id == journey.id,
            MetricSubject::Touchpoint(id) => journey.touchpoints.contains(id),
        }),
        Lane::Backstage => any(&|touchpoint| {
            touchpoint.department.is_some() || !touchpoint.backstage.is_empty() || !touchpoint.systems.is_empty()
        }),
        Lane::Custom(id) => {
            let filled = |value: &CellValue| !matches!(value, CellValue::Text(text) if text.trim().is_empty());
            any(&|touchpoint| touchpoint.cells.iter().any(|cell| cell.lane == *id && filled(&cell.value)))
        }
    }
}

/// Lays a lane's name and body from `top`.
pub(in crate::scene) fn lay(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> LaneBody {
    let name_bottom = name(lay, lane, top);
    if lay.options.invites {
        fold::sign(lay, lane, top);
    }
    if is_folded(lay, lane) {
        return fold::strip(lay, lane, top);
    }
    let (height, name_bottom) = match lane {
        Lane::Goals => (words::goals(lay, top), name_bottom),
        Lane::Touchpoints => {
            let (height, bottom) = cards::touchpoints(lay, (top, name_bottom));
            (height, marks::legend(lay, bottom))
        }
        Lane::Actions | Lane::Needs | Lane::Thoughts => (words::texts(lay, lane, top), name_bottom),
        Lane::Emotions => emotions::emotions(lay, top, name_bottom),
        Lane::Barriers | Lane::Strengths | Lane::Opportunities => (notes::notes(lay, (lane, top)), name_bottom),
        Lane::Metrics => (metrics::metrics(lay, top), name_bottom),
        Lane::Backstage => (backstage::backstage(lay, top), name_bottom),
        Lane::Custom(id) => (words::custom(lay, (lane, id), top), name_bottom),
    };
    LaneBody { height, name_height: name_bottom - top + style::LANE_PADDING }
}

/// A lane's name and the words that explain it.
fn name_words(lay: &Lay<'_>, lane: &Lane) -> (String, String) {
    match lane {
        Lane::Custom(id) => {
            let title = lay.journey.custom_lanes.get(id).map_or("", |lane| lane.title.as_str());
            (title.to_owned(), String::new())
        }
        built_in => {
            let key = built_in.key();
            (lay.texts.get(&format!("lane-{key}")), lay.texts.get(&format!("lane-{key}-note")))
        }
    }
}

/// Draws a lane's name and what explains it, of a folded one its name on one line; returns where they end.
fn name(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> f32 {
    let (name, note) = name_words(lay, lane);
    let folded = is_folded(lay, lane);
    // The emotion lane's scale stands at the column's right.
    let room = if *lane == Lane::Emotions { style::LANE_TEXT - 22.0 } else { style::LANE_TEXT };
    let title = if folded {
        lay.shaper.shape_clipped(&name, style::LANE, room, 1).0
    } else {
        lay.shaper.shape(&name, style::LANE, Some(room), Align::Left)
    };
    let note = if folded { String::new() } else { note };
    let note = lay.shaper.shape(&note, style::LANE_NOTE, Some(room), Align::Left);
    let text_top = top + if folded { style::LANE_NAME_TOP } else { 12.0 };
    let (title_height, bottom) = (title.height, text_top + title.height + note.height);
    let area =
        rect(style::MARGIN, top + style::LANE_NAME_TOP, style::LANE_TEXT, bottom - top - style::LANE_NAME_TOP + 4.0);
    let mut pen = Pen::on(LANE_PLANE).hit(area, HitTarget::LaneName(lane.clone()), name);
    let place = point(style::MARGIN, text_top);
    match lane {
        Lane::Custom(id) => {
            let spot = TextSpot::name(Subject::Lane(lay.journey.id.clone(), id.clone()));
            pen.written(place, title, lay.theme.ink, (spot, room));
        }
        _ => pen.text(place, title, lay.theme.ink),
    }
    pen.text(point(style::MARGIN, text_top + title_height), note, lay.theme.mute);
    lay.put(pen);
    bottom
}
