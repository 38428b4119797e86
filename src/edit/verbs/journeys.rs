//! Adding and duplicating journeys.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::order::{rank_at_end, settle};
use super::{copy_of, edit};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    CustomLane, Document, IdSource, Journey, JourneyId, JourneyInfo, JourneyKind, Lane, LaneId, Rank, Stage, Step,
    StepId, Touchpoint, TouchpointId, Transition, TransitionId,
};

/// What a duplicate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DuplicateAs {
    /// The same journey again; barriers, strengths and opportunities are linked with its touchpoints too.
    Variant,
    /// A to-be journey that improves the as-is one: today's barriers stay with the as-is.
    ToBe,
}

/// Adds a journey with the five stages, an unnamed step in each and nothing else, after the others.
pub fn add_journey(document: &Document, title: &str, source: &mut dyn IdSource) -> (Edit, JourneyId) {
    let step = |stage| Step { id: StepId::random(source), stage, rank: Rank::default(), title: String::new() };
    let steps = Stage::ALL.map(step).into_iter().collect();
    let mut journey = Journey::new(JourneyId::random(source), steps);
    let rank = rank_at_end(document.journeys.iter().map(|other| &other.info.rank), source);
    journey.info = JourneyInfo { rank, title: title.to_owned(), ..JourneyInfo::default() }.into();
    let id = journey.id.clone();
    (edit(EditLabel::AddJourney, vec![Command::Put(ItemValue::Journey(journey.into()))]), id)
}

/// Duplicates a journey, with new ids for everything in it, right behind it. Measured figures are not copied.
///
/// # Errors
/// When the journey is missing.
pub fn duplicate_journey(
    document: &Document,
    journey_id: &JourneyId,
    title: &str,
    duplicate_as: DuplicateAs,
    source: &mut dyn IdSource,
) -> Result<(Edit, JourneyId), ApplyError> {
    let original = copy_of(&document.journeys, journey_id)?;
    let names = Names::new(&original, source);
    let id = JourneyId::random(source);
    let mut info = names.info(&original.info);
    let (rank, mut commands) = rank_after(document, journey_id, source);
    info.rank = rank;
    title.clone_into(&mut info.title);
    if duplicate_as == DuplicateAs::ToBe {
        if original.info.kind == JourneyKind::AsIs {
            info.improves = Some(journey_id.clone());
        }
        info.kind = JourneyKind::ToBe;
    }
    let copy = Journey {
        id: id.clone(),
        info: info.into(),
        steps: original.steps.iter().map(|step| names.step(step)).collect(),
        custom_lanes: original.custom_lanes.iter().map(|lane| names.lane(lane)).collect(),
        touchpoints: original.touchpoints.iter().map(|touchpoint| names.touchpoint(touchpoint)).collect(),
        transitions: original.transitions.iter().map(|it| names.transition(it, source)).collect(),
    };
    commands.push(Command::Put(ItemValue::Journey(copy.into())));
    if duplicate_as == DuplicateAs::Variant {
        commands.extend(links(document, &names.touchpoints));
    }
    Ok((edit(EditLabel::DuplicateJourney, commands), id))
}

/// A rank right behind this journey, and the other journeys that have to make room.
fn rank_after(document: &Document, journey_id: &JourneyId, source: &mut dyn IdSource) -> (Rank, Vec<Command>) {
    let journeys = document.journeys_in_order();
    let mut wanted: Vec<Option<Rank>> = journeys.iter().map(|journey| Some(journey.info.rank.clone())).collect();
    let at = journeys.iter().position(|journey| journey.id == *journey_id).map_or(journeys.len(), |at| at + 1);
    wanted.insert(at, None);
    let mut ranks = settle(&wanted, source);
    let rank = ranks.remove(at);
    let moved = journeys.into_iter().zip(ranks).filter(|(journey, rank)| journey.info.rank != *rank);
    let set = |(journey, rank): (&Arc<Journey>, Rank)| {
        let info = JourneyInfo { rank, ..journey.info.as_ref().clone() };
        Command::SetJourney(journey.id.clone(), info.into())
    };
    (rank, moved.map(set).collect())
}

/// The new ids of a duplicate, by the old ones.
struct Names {
    steps: BTreeMap<StepId, StepId>,
    lanes: BTreeMap<LaneId, LaneId>,
    touchpoints: BTreeMap<TouchpointId, TouchpointId>,
}

impl Names {
    fn new(journey: &Journey, source: &mut dyn IdSource) -> Self {
        Self {
            steps: journey.steps.iter().map(|it| (it.id.clone(), StepId::random(source))).collect(),
            lanes: journey.custom_lanes.iter().map(|it| (it.id.clone(), LaneId::random(source))).collect(),
            touchpoints: journey.touchpoints.iter().map(|it| (it.id.clone(), TouchpointId::random(source))).collect(),
        }
    }

    fn info(&self, info: &JourneyInfo) -> JourneyInfo {
        let mut info = info.clone();
        for setting in &mut info.lanes {
            if let Lane::Custom(lane_id) = &mut setting.lane {
                *lane_id = renamed(&self.lanes, lane_id);
            }
        }
        for touchpoint_id in info.paths.iter_mut().flat_map(|path| &mut path.touchpoints) {
            *touchpoint_id = renamed(&self.touchpoints, touchpoint_id);
        }
        info
    }

    fn step(&self, step: &Step) -> Step {
        Step { id: renamed(&self.steps, &step.id), ..step.clone() }
    }

    fn lane(&self, lane: &CustomLane) -> CustomLane {
        CustomLane { id: renamed(&self.lanes, &lane.id), ..lane.clone() }
    }

    fn touchpoint(&self, touchpoint: &Touchpoint) -> Touchpoint {
        let mut copy = touchpoint.clone();
        copy.id = renamed(&self.touchpoints, &touchpoint.id);
        copy.step = renamed(&self.steps, &touchpoint.step);
        for cell in &mut copy.cells {
            cell.lane = renamed(&self.lanes, &cell.lane);
        }
        copy
    }

    fn transition(&self, transition: &Transition, source: &mut dyn IdSource) -> Transition {
        Transition {
            id: TransitionId::random(source),
            from: renamed(&self.touchpoints, &transition.from),
            to: renamed(&self.touchpoints, &transition.to),
            ..transition.clone()
        }
    }
}

/// The new id; a reference to what is missing stays as it is.
fn renamed<T: Ord + Clone>(names: &BTreeMap<T, T>, id: &T) -> T {
    names.get(id).unwrap_or(id).clone()
}

/// Puts what is linked with the old touchpoints, now linked with the new ones too.
fn links(document: &Document, names: &BTreeMap<TouchpointId, TouchpointId>) -> Vec<Command> {
    let with_copies = |linked: &[TouchpointId]| -> Option<Vec<TouchpointId>> {
        let copies: Vec<TouchpointId> = linked.iter().filter_map(|id| names.get(id)).cloned().collect();
        (!copies.is_empty()).then(|| [linked, copies.as_slice()].concat())
    };
    let mut puts = Vec::new();
    for barrier in &document.barriers {
        if let Some(touchpoints) = with_copies(&barrier.touchpoints) {
            let mut barrier = barrier.as_ref().clone();
            barrier.touchpoints = touchpoints;
            puts.push(ItemValue::Barrier(barrier.into()));
        }
    }
    for strength in &document.strengths {
        if let Some(touchpoints) = with_copies(&strength.touchpoints) {
            let mut strength = strength.as_ref().clone();
            strength.touchpoints = touchpoints;
            puts.push(ItemValue::Strength(strength.into()));
        }
    }
    for opportunity in &document.opportunities {
        if let Some(touchpoints) = with_copies(&opportunity.touchpoints) {
            let mut opportunity = opportunity.as_ref().clone();
            opportunity.touchpoints = touchpoints;
            puts.push(ItemValue::Opportunity(opportunity.into()));
        }
    }
    puts.into_iter().map(Command::Put).collect()
}
