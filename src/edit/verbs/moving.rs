//! Moving touchpoints: to a place, by one place, to another stage. What moves together keeps its arrangement.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::place::{ColumnPlace, Place, put_among, put_at};
use super::{edit, journey, missing, put_touchpoint, touchpoint};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::edit::verbs::order::settle;
use crate::model::{
    ChannelId, Column, Document, IdSource, Journey, JourneyId, Rank, Stage, Step, StepId, Touchpoint, TouchpointId,
    columns, columns_among, step_columns,
};

/// A way to move by one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the journey's beginning.
    Left,
    /// Towards its end.
    Right,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
}

/// A way to a neighbouring stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// To the stage before, at its end.
    PreviousStage,
    /// To the stage after, at its beginning.
    NextStage,
}

/// Moves touchpoints to a place: those of one column stay in one column, those of the next go into the next.
///
/// # Errors
/// When the journey, the step or a touchpoint is missing.
pub fn move_touchpoints(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    place: &Place,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    if !journey.steps.contains(&place.step) {
        return Err(missing(&place.step));
    }
    let set = all_there(journey, touchpoints)?;
    let columns = step_columns(journey, &place.step);
    let mut commands = put_among(&columns, groups(journey, &set), (journey_id, place), source);
    if looks_the_same(journey, &columns, &commands) {
        commands.clear();
    }
    Ok(edit(EditLabel::MoveTouchpoints, commands))
}

/// A swimlane of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Swimlane {
    /// The one of a channel.
    Of(ChannelId),
    /// The one of touchpoints without a channel.
    WithoutChannel,
}

impl Swimlane {
    /// The swimlane of touchpoints with this channel.
    pub fn of(channel: Option<&ChannelId>) -> Self {
        channel.map_or(Self::WithoutChannel, |channel| Self::Of(channel.clone()))
    }

    /// The channel that its touchpoints have.
    pub fn channel(&self) -> Option<&ChannelId> {
        match self {
            Self::Of(channel) => Some(channel),
            Self::WithoutChannel => None,
        }
    }
}

/// Moves touchpoints to a place in the swimlane of a channel (`None`: of those without one), which is theirs from then on.
///
/// # Errors
/// When the journey, the step, the channel or a touchpoint is missing.
pub fn move_touchpoints_to_channel(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    (place, channel): (&Place, Option<&ChannelId>),
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    if let Some(gone) = channel.filter(|id| !document.channels.contains(id)) {
        return Err(missing(gone));
    }
    let journey = journey(document, journey_id)?;
    let mut edit = move_touchpoints(document, journey_id, touchpoints, place, source)?;
    let mut puts: BTreeMap<TouchpointId, Touchpoint> = BTreeMap::new();
    for command in edit.commands {
        if let Command::Put(ItemValue::Touchpoint(_, touchpoint)) = command {
            puts.insert(touchpoint.id.clone(), touchpoint.as_ref().clone());
        }
    }
    for id in touchpoints {
        let today = touchpoint(journey, id)?;
        if today.channel.as_ref() != channel {
            puts.entry(id.clone()).or_insert_with(|| today.clone()).channel = channel.cloned();
        }
    }
    edit.commands = puts.into_values().map(|touchpoint| put_touchpoint(journey_id, touchpoint)).collect();
    Ok(edit)
}

/// Moves touchpoints to the neighbouring stage; those that are in the outermost one stay.
///
/// # Errors
/// When the journey or a touchpoint is missing.
pub fn move_touchpoints_to_stage(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    towards: Towards,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    let set = all_there(journey, touchpoints)?;
    let mut by_stage: BTreeMap<Stage, Vec<Vec<Touchpoint>>> = BTreeMap::new();
    for group in groups(journey, &set) {
        if let Some(stage) = group.first().and_then(|first| journey.stage_of(first)) {
            by_stage.entry(stage).or_default().push(group);
        }
    }
    let mut commands = Vec::new();
    for (stage, groups) in by_stage {
        if let Some(place) = place_in_stage_beside(journey, stage, towards) {
            commands.extend(put_at(journey, groups, &place, source));
        }
    }
    Ok(edit(EditLabel::MoveTouchpoints, commands))
}

/// Moves touchpoints by one place. Sideways a card that shares its column gets one of its own, and one that has a
/// column of its own joins the next; at the end of a step it goes on into the neighbouring one.
///
/// # Errors
/// When the journey or a touchpoint is missing.
pub fn nudge(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    direction: Direction,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    let set = all_there(journey, touchpoints)?;
    let commands = match direction {
        Direction::Up | Direction::Down => nudge_rows(journey, &set, direction, source),
        Direction::Left | Direction::Right => nudge_columns(journey, &set, direction, source),
    };
    Ok(edit(EditLabel::MoveTouchpoints, commands))
}

fn all_there(journey: &Journey, touchpoints: &[TouchpointId]) -> Result<BTreeSet<TouchpointId>, ApplyError> {
    touchpoints.iter().map(|touchpoint_id| Ok(touchpoint(journey, touchpoint_id)?.id.clone())).collect()
}

/// The set by its columns, in the order of the map; those that stand nowhere come last, each alone.
fn groups(journey: &Journey, set: &BTreeSet<TouchpointId>) -> Vec<Vec<Touchpoint>> {
    let moved: Vec<&Arc<Touchpoint>> = set.iter().filter_map(|id| journey.touchpoints.get(id)).collect();
    let copies = |column: Column| column.touchpoints.iter().map(|it| it.as_ref().clone()).collect();
    let mut groups: Vec<Vec<Touchpoint>> =
        columns_among(journey, moved.iter().copied()).into_iter().map(copies).collect();
    let nowhere = moved.into_iter().filter(|touchpoint| !journey.steps.contains(&touchpoint.step));
    groups.extend(nowhere.map(|touchpoint| vec![touchpoint.as_ref().clone()]));
    groups
}

/// Whether a step of these columns shows every card in the same order after these puts into it: then nothing need be done.
fn looks_the_same(journey: &Journey, columns: &[Column], puts: &[Command]) -> bool {
    let mut moved: BTreeMap<&TouchpointId, &Arc<Touchpoint>> = BTreeMap::new();
    for put in puts {
        if let Command::Put(ItemValue::Touchpoint(_, touchpoint)) = put {
            moved.insert(&touchpoint.id, touchpoint);
        }
    }
    let before = columns.iter().flat_map(|column| &column.touchpoints);
    let after: Vec<&Arc<Touchpoint>> = before.map(|card| moved.remove(&card.id).unwrap_or(card)).collect();
    // Who is left comes from elsewhere.
    let after = if moved.is_empty() { columns_among(journey, after) } else { return false };
    let ids = |column: &Column| column.touchpoints.iter().map(|touchpoint| touchpoint.id.clone()).collect::<Vec<_>>();
    columns.iter().map(ids).eq(after.iter().map(ids))
}

fn place_in_stage_beside(journey: &Journey, stage: Stage, towards: Towards) -> Option<Place> {
    let steps = journey.steps_in_order();
    let place = |step: &Step, column| Place { step: step.id.clone(), column, row: 0 };
    match towards {
        Towards::NextStage => {
            let next = steps.iter().find(|step| step.stage > stage)?;
            Some(place(next, ColumnPlace::Before(0)))
        }
        Towards::PreviousStage => {
            let previous = steps.iter().rfind(|step| step.stage < stage)?;
            Some(place(previous, ColumnPlace::END))
        }
    }
}

fn nudge_rows(
    journey: &Journey,
    set: &BTreeSet<TouchpointId>,
    direction: Direction,
    source: &mut dyn IdSource,
) -> Vec<Command> {
    let mut commands = Vec::new();
    for column in touched_columns(journey, set).into_iter().flat_map(|column| bands(journey, column)) {
        let mut cards: Vec<&Arc<Touchpoint>> = column.touchpoints.iter().collect();
        let moves = |card: &Arc<Touchpoint>| set.contains(&card.id);
        let mut swaps: Vec<(usize, usize)> = (1..cards.len()).map(|below| (below - 1, below)).collect();
        if direction == Direction::Down {
            swaps.reverse();
        }
        for (above, below) in swaps {
            let (Some(upper), Some(lower)) = (cards.get(above), cards.get(below)) else { continue };
            let swap = match direction {
                Direction::Up => !moves(upper) && moves(lower),
                _ => moves(upper) && !moves(lower),
            };
            if swap {
                cards.swap(above, below);
            }
        }
        commands.extend(rerank_rows(journey, &column, &cards, set, source));
    }
    commands
}

/// Puts the cards of a column into the wanted order; those outside of the set keep their ranks if they can.
fn rerank_rows(
    journey: &Journey,
    column: &Column,
    cards: &[&Arc<Touchpoint>],
    set: &BTreeSet<TouchpointId>,
    source: &mut dyn IdSource,
) -> Vec<Command> {
    if cards.iter().zip(&column.touchpoints).all(|(card, before)| card.id == before.id) {
        return Vec::new();
    }
    let keeps = |card: &Touchpoint| (!set.contains(&card.id)).then(|| card.row.clone());
    let order: Vec<Option<Rank>> = cards.iter().map(|card| keeps(card)).collect();
    let rows = settle(&order, source);
    let changed = cards.iter().zip(rows).filter(|(card, row)| card.row != *row);
    changed.map(|(card, row)| put_touchpoint(&journey.id, Touchpoint { row, ..card.as_ref().clone() })).collect()
}

/// The columns that hold some of the set.
fn touched_columns(journey: &Journey, set: &BTreeSet<TouchpointId>) -> Vec<Column> {
    let holds = |column: &Column| column.touchpoints.iter().any(|touchpoint| set.contains(&touchpoint.id));
    columns(journey).into_iter().filter(holds).collect()
}

/// In swimlanes, the cards of a column by their channels: each moves among its like.
fn bands(journey: &Journey, column: Column) -> Vec<Column> {
    if !journey.info.swimlanes {
        return vec![column];
    }
    let mut bands: BTreeMap<Option<ChannelId>, Column> = BTreeMap::new();
    for touchpoint in &column.touchpoints {
        let empty = || Column { touchpoints: Vec::new(), ..column.clone() };
        bands.entry(touchpoint.channel.clone()).or_insert_with(empty).touchpoints.push(Arc::clone(touchpoint));
    }
    bands.into_values().collect()
}

/// Each step's share of the set moves for itself, the foremost first, so that none runs into another.
fn nudge_columns(
    journey: &Journey,
    set: &BTreeSet<TouchpointId>,
    direction: Direction,
    source: &mut dyn IdSource,
) -> Vec<Command> {
    let mut steps: Vec<StepId> = journey.steps_in_order().iter().map(|step| step.id.clone()).collect();
    if direction == Direction::Right {
        steps.reverse();
    }
    let mut moving = journey.clone();
    let mut commands = Vec::new();
    for step_id in steps {
        let in_step = |id: &&TouchpointId| journey.touchpoints.get(id).is_some_and(|it| it.step == step_id);
        let share: BTreeSet<TouchpointId> = set.iter().filter(in_step).cloned().collect();
        if share.is_empty() {
            continue;
        }
        let Some(place) = place_beside(&moving, &step_id, &share, direction) else { continue };
        for command in put_at(&moving, groups(&moving, &share), &place, source) {
            if let Command::Put(ItemValue::Touchpoint(_, touchpoint)) = &command {
                moving.touchpoints.put(Arc::clone(touchpoint));
            }
            commands.push(command);
        }
    }
    commands
}

fn place_beside(
    journey: &Journey,
    step_id: &StepId,
    share: &BTreeSet<TouchpointId>,
    direction: Direction,
) -> Option<Place> {
    let columns = step_columns(journey, step_id);
    let holds = |column: &Column| column.touchpoints.iter().any(|touchpoint| share.contains(&touchpoint.id));
    let first = columns.iter().position(holds)?;
    let last = columns.iter().rposition(holds)?;
    let edge = columns.get(if direction == Direction::Right { last } else { first })?;
    let alone = edge.touchpoints.iter().all(|touchpoint| share.contains(&touchpoint.id));
    let place = |column| Some(Place { step: step_id.clone(), column, row: usize::MAX });
    match (direction, alone) {
        (Direction::Right, false) => place(ColumnPlace::Before(last + 1)),
        (Direction::Right, true) if last + 1 < columns.len() => {
            // A single column joins its neighbour; several go past it as they are.
            place(if first == last { ColumnPlace::In(last + 1) } else { ColumnPlace::Before(last + 2) })
        }
        (Direction::Right, true) => {
            let next = neighbour(journey, step_id, direction)?;
            Some(Place { step: next, column: ColumnPlace::Before(0), row: 0 })
        }
        (_, false) => place(ColumnPlace::Before(first)),
        (_, true) if first > 0 => {
            place(if first == last { ColumnPlace::In(first - 1) } else { ColumnPlace::Before(first - 1) })
        }
        (_, true) => {
            let previous = neighbour(journey, step_id, direction)?;
            Some(Place { step: previous, column: ColumnPlace::END, row: 0 })
        }
    }
}

fn neighbour(journey: &Journey, step_id: &StepId, direction: Direction) -> Option<StepId> {
    let steps = journey.steps_in_order();
    let index = steps.iter().position(|step| step.id == *step_id)?;
    let neighbour = if direction == Direction::Right { index.checked_add(1) } else { index.checked_sub(1) };
    steps.get(neighbour?).map(|step| step.id.clone())
}
