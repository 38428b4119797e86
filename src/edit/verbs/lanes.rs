//! Lanes: which are shown, in which order, how tall.

use super::{edit, journey, missing};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{CustomLane, Document, IdSource, Journey, JourneyId, Lane, LaneContent, LaneId, LaneSetting};

/// Whether a lane is on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// It is.
    Shown,
    /// It is left out.
    Hidden,
}

/// All lanes of a journey in the order of the map, the hidden ones too: those with a setting first, then the others
/// in their usual order, then those of the user's own.
pub fn lanes_in_order(journey: &Journey) -> Vec<LaneSetting> {
    let there = |lane: &Lane| match lane {
        Lane::Custom(lane_id) => journey.custom_lanes.contains(lane_id),
        _ => true,
    };
    let mut lanes: Vec<LaneSetting> = journey.info.lanes.iter().filter(|it| there(&it.lane)).cloned().collect();
    let own = journey.custom_lanes.iter().map(|lane| Lane::Custom(lane.id.clone()));
    for lane in Lane::BUILT_IN.into_iter().chain(own) {
        if !lanes.iter().any(|setting| setting.lane == lane) {
            lanes.push(LaneSetting { lane, hidden: false, height: None });
        }
    }
    lanes
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

/// Moves a lane to a place among all lanes, hidden ones counted, as it will be afterwards.
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
    let mut lanes = lanes_in_order(journey);
    let index = lanes.iter().position(|setting| setting.lane == *lane).ok_or_else(|| missing(&lane.key()))?;
    let before = lanes.clone();
    change(&mut lanes, index);
    let mut info = journey.info.as_ref().clone();
    // Nothing is written down of lanes that stay as they usually are.
    if lanes != before {
        info.lanes = lanes;
    }
    Ok(edit(EditLabel::ArrangeLanes, vec![Command::SetJourney(journey_id.clone(), info.into())]))
}
