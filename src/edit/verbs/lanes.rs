//! Lanes: which are shown or folded, in which order, how tall.

use super::{edit, journey, missing};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{CustomLane, Document, IdSource, JourneyId, Lane, LaneContent, LaneId, LaneSetting};

/// Whether a lane is on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// It is.
    Shown,
    /// It is left out.
    Hidden,
}

/// Whether a lane shows what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// It does.
    Open,
    /// It is a thin strip.
    Folded,
}

/// Folds a lane to a thin strip, or opens it again.
///
/// # Errors
/// When the journey or the lane is missing.
pub fn set_lane_fold(document: &Document, journey_id: &JourneyId, lane: &Lane, fold: Fold) -> Result<Edit, ApplyError> {
    let folded = fold == Fold::Folded;
    let changed = change(document, journey_id, lane, |lanes, index| {
        if let Some(setting) = lanes.get_mut(index) {
            setting.folded = folded;
        }
    })?;
    Ok(Edit { label: if folded { EditLabel::FoldLane } else { EditLabel::UnfoldLane }, ..changed })
}

/// Shows or hides a lane.
///
/// # Errors
/// When the journey or the lane is missing.
pub fn set_lane_visibility(
    document: &Document,
    journey_id: &JourneyId,
    lane: &Lane,
    visibility: Visibility,
) -> Result<Edit, ApplyError> {
    change(document, journey_id, lane, |lanes, index| {
        if let Some(setting) = lanes.get_mut(index) {
            setting.hidden = visibility == Visibility::Hidden;
        }
    })
}

/// Sets the least height of a lane, in points; `None`: as tall as what it holds.
///
/// # Errors
/// When the journey or the lane is missing.
pub fn set_lane_height(
    document: &Document,
    journey_id: &JourneyId,
    lane: &Lane,
    height: Option<f64>,
) -> Result<Edit, ApplyError> {
    change(document, journey_id, lane, |lanes, index| {
        if let Some(setting) = lanes.get_mut(index) {
            setting.height = height;
        }
    })
}

/// Lets touchpoints stand in one swimlane per channel, or in rows that mean nothing.
///
/// # Errors
/// When the journey is missing.
pub fn set_swimlanes(document: &Document, journey_id: &JourneyId, swimlanes: Visibility) -> Result<Edit, ApplyError> {
    let mut info = journey(document, journey_id)?.info.as_ref().clone();
    info.swimlanes = swimlanes == Visibility::Shown;
    Ok(edit(EditLabel::Swimlanes, vec![Command::SetJourney(journey_id.clone(), info.into())]))
}

/// Moves a lane to a place among all lanes, hidden ones counted, as it will be afterwards. All lanes are named then, so
/// that they stay where they were seen.
///
/// # Errors
/// When the journey or the lane is missing.
pub fn move_lane(document: &Document, journey_id: &JourneyId, lane: &Lane, index: usize) -> Result<Edit, ApplyError> {
    change(document, journey_id, lane, |lanes, from| {
        let setting = lanes.remove(from);
        lanes.insert(index.min(lanes.len()), setting);
    })
}

/// Adds a lane of the user's own, below the others.
///
/// # Errors
/// When the journey is missing.
pub fn add_lane(
    document: &Document,
    journey_id: &JourneyId,
    title: &str,
    content: LaneContent,
    source: &mut dyn IdSource,
) -> Result<(Edit, LaneId), ApplyError> {
    journey(document, journey_id)?;
    let id = LaneId::random(source);
    let lane = CustomLane { id: id.clone(), title: title.to_owned(), content };
    Ok((edit(EditLabel::Add, vec![Command::Put(ItemValue::Lane(journey_id.clone(), lane.into()))]), id))
}

fn change(
    document: &Document,
    journey_id: &JourneyId,
    lane: &Lane,
    change: impl FnOnce(&mut Vec<LaneSetting>, usize),
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    let mut lanes = journey.lanes_in_order();
    let index = lanes.iter().position(|setting| setting.lane == *lane).ok_or_else(|| missing(&lane.key()))?;
    let before = lanes.clone();
    change(&mut lanes, index);
    let mut info = journey.info.as_ref().clone();
    let same_order = lanes.iter().map(|setting| &setting.lane).eq(before.iter().map(|setting| &setting.lane));
    // Nothing is written down of lanes that stay as they usually are.
    if same_order {
        let named = |setting: &LaneSetting| info.lanes.iter().any(|named| named.lane == setting.lane);
        let kept = lanes.into_iter().zip(&before).filter(|(now, before)| named(now) || now != *before);
        info.lanes = kept.map(|(now, _)| now).collect();
    } else {
        info.lanes = lanes;
    }
    Ok(edit(EditLabel::ArrangeLanes, vec![Command::SetJourney(journey_id.clone(), info.into())]))
}
