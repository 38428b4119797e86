//! Whole columns at once: an arrangement carried out, cards aligned in one column, cards given columns of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::order::settle;
use super::{edit, journey, missing, put_touchpoint};
use crate::edit::command::{Command, Edit, EditLabel};
use crate::edit::error::ApplyError;
use crate::model::{
    Column, Document, IdSource, Journey, JourneyId, Rank, StepColumns, StepId, Touchpoint, TouchpointId, step_columns,
};

/// Ranks longer than this make way for short ones when a step is arranged.
const SHORT_RANK_BYTES: usize = 12;

/// Puts the columns of steps as they are wanted. Only touchpoints whose place changes are put; steps that are not named,
/// and those that look like this already, stay as they are.
///
/// # Errors
/// When the journey, a step or a touchpoint is missing.
pub fn arrange(
    document: &Document,
    journey_id: &JourneyId,
    wanted: &[StepColumns],
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    Ok(edit(EditLabel::Arrange, place(journey(document, journey_id)?, wanted, source)?))
}

/// Puts touchpoints of one step into one column: that of the leftmost. Those of other steps do the same there.
///
/// # Errors
/// When the journey or a touchpoint is missing.
pub fn align_columns(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    regroup(document, journey_id, touchpoints, aligned, source)
}

/// Gives touchpoints that share a column with others columns of their own, from top to bottom behind each other.
///
/// # Errors
/// When the journey or a touchpoint is missing.
pub fn own_columns(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    regroup(document, journey_id, touchpoints, spread, source)
}

/// How the columns of a step look once the chosen ones of its touchpoints are grouped anew.
type Grouping = fn(&Journey, StepId, &BTreeSet<TouchpointId>) -> StepColumns;

fn regroup(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    group: Grouping,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    let wanted = by_step(journey, touchpoints)?.into_iter().map(|(step, set)| group(journey, step, &set));
    Ok(edit(EditLabel::AlignColumns, place(journey, &wanted.collect::<Vec<_>>(), source)?))
}

/// The touchpoints by their steps; those that stand nowhere are left out.
fn by_step(
    journey: &Journey,
    touchpoints: &[TouchpointId],
) -> Result<BTreeMap<StepId, BTreeSet<TouchpointId>>, ApplyError> {
    let mut steps: BTreeMap<StepId, BTreeSet<TouchpointId>> = BTreeMap::new();
    for id in touchpoints {
        let touchpoint = super::touchpoint(journey, id)?;
        if journey.steps.contains(&touchpoint.step) {
            steps.entry(touchpoint.step.clone()).or_default().insert(id.clone());
        }
    }
    Ok(steps)
}

fn ids(column: &Column) -> Vec<TouchpointId> {
    column.touchpoints.iter().map(|touchpoint| touchpoint.id.clone()).collect()
}

/// The chosen ones keep their rows in the leftmost one's column as far as they can; of two in one row the left one
/// stands above.
fn aligned(journey: &Journey, step: StepId, chosen: &BTreeSet<TouchpointId>) -> StepColumns {
    let today = step_columns(journey, &step);
    let mut columns: Vec<Vec<TouchpointId>> = today.iter().map(ids).collect();
    let is_chosen = |id: &TouchpointId| chosen.contains(id);
    let Some(target) = columns.iter().position(|column| column.iter().any(is_chosen)) else {
        return StepColumns { step, columns };
    };
    let mut gathered: Vec<(usize, usize, TouchpointId)> = Vec::new();
    for (at, column) in columns.iter_mut().enumerate() {
        for (row, id) in column.iter().enumerate() {
            if at == target || is_chosen(id) {
                gathered.push((row, at, id.clone()));
            }
        }
        column.retain(|id| at != target && !is_chosen(id));
    }
    gathered.sort();
    if let Some(column) = columns.get_mut(target) {
        column.extend(gathered.into_iter().map(|(_, _, id)| id));
    }
    columns.retain(|column| !column.is_empty());
    StepColumns { step, columns }
}

fn spread(journey: &Journey, step: StepId, chosen: &BTreeSet<TouchpointId>) -> StepColumns {
    let mut columns = Vec::new();
    for column in step_columns(journey, &step) {
        let (own, rest): (Vec<TouchpointId>, Vec<TouchpointId>) =
            ids(&column).into_iter().partition(|id| chosen.contains(id));
        if !rest.is_empty() {
            columns.push(rest);
        }
        columns.extend(own.into_iter().map(|id| vec![id]));
    }
    StepColumns { step, columns }
}

/// The puts that make steps look as wanted.
fn place(journey: &Journey, wanted: &[StepColumns], source: &mut dyn IdSource) -> Result<Vec<Command>, ApplyError> {
    let mut commands = Vec::new();
    for StepColumns { step, columns } in wanted {
        if !journey.steps.contains(step) {
            return Err(missing(step));
        }
        let today = step_columns(journey, step);
        if today.len() == columns.len() && today.iter().map(ids).eq(columns.iter().cloned()) {
            continue;
        }
        let mut cards = Vec::with_capacity(columns.len());
        for column in columns {
            let column: Result<Vec<&Touchpoint>, _> = column.iter().map(|id| super::touchpoint(journey, id)).collect();
            cards.push(column?);
        }
        let stands = |card: &Touchpoint| card.step == *step;
        let ranks = reranked(&cards.iter().map(|column| common_rank(column, stands)).collect::<Vec<_>>(), source);
        for (column, rank) in cards.iter().zip(ranks) {
            let stays = |card: &Touchpoint| stands(card) && card.column == rank;
            let rows: Vec<Option<Rank>> = column.iter().map(|card| stays(card).then(|| card.row.clone())).collect();
            for (card, row) in column.iter().zip(reranked(&rows, source)) {
                let placed = Touchpoint { step: step.clone(), column: rank.clone(), row, ..(*card).clone() };
                if placed.column != card.column || placed.row != card.row || placed.step != card.step {
                    commands.push(put_touchpoint(&journey.id, placed));
                }
            }
        }
    }
    Ok(commands)
}

/// The column rank that most cards of a column have already.
fn common_rank(column: &[&Touchpoint], stands: impl Fn(&Touchpoint) -> bool) -> Option<Rank> {
    let mut counts: BTreeMap<&Rank, usize> = BTreeMap::new();
    for card in column.iter().filter(|card| stands(card)) {
        *counts.entry(&card.column).or_default() += 1;
    }
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(a.0))).map(|(rank, _)| rank.clone())
}

/// Ranks in order: as many as can stay as they are, the others between them. Where one is long, all become short.
fn reranked(today: &[Option<Rank>], source: &mut dyn IdSource) -> Vec<Rank> {
    let kept = longest_rising(today);
    let order: Vec<Option<Rank>> = today.iter().zip(kept).map(|(rank, kept)| rank.clone().filter(|_| kept)).collect();
    let ranks = settle(&order, source);
    let long = |rank: &Rank| rank.as_str().len() > SHORT_RANK_BYTES;
    if ranks.iter().any(long) { Rank::spread(today.len()) } else { ranks }
}

/// Marks a longest row of ranks that rise already.
fn longest_rising(ranks: &[Option<Rank>]) -> Vec<bool> {
    // By length: the place where the best row of that length ends; and what stands before each place in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; ranks.len()];
    let rank_at = |place: &usize| ranks.get(*place).and_then(Option::as_ref);
    for (place, rank) in ranks.iter().enumerate() {
        let Some(rank) = rank else { continue };
        let length = ends.partition_point(|end| rank_at(end).is_some_and(|end| end < rank));
        if let Some(slot) = before.get_mut(place) {
            *slot = length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied();
        }
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut kept = vec![false; ranks.len()];
    let mut place = ends.last().copied();
    while let Some(at) = place {
        if let Some(mark) = kept.get_mut(at) {
            *mark = true;
        }
        place = before.get(at).copied().flatten();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SeededIds;

    #[test]
    fn as_many_ranks_as_possible_stay() {
        let check = |today: &[&str], kept: &[bool]| {
            let today: Vec<Option<Rank>> =
                today.iter().map(|rank| Rank::parse(rank).filter(|rank| !rank.is_empty())).collect();
            let ranks = reranked(&today, &mut SeededIds::new(1));
            assert!(ranks.is_sorted_by(|a, b| a < b), "{today:?} → {ranks:?}");
            let stays: Vec<bool> =
                ranks.iter().zip(&today).map(|(rank, before)| Some(rank) == before.as_ref()).collect();
            assert_eq!(stays, kept, "{today:?} → {ranks:?}");
        };
        check(&[], &[]);
        check(&["a", "b", "c"], &[true, true, true]);
        check(&["c", "a", "b"], &[false, true, true]);
        check(&["a", "", "c", "b", "d"], &[true, false, false, true, true]);
        // Equal ranks cannot both stay, and of long ones none does.
        check(&["a", "a"], &[false, true]);
        check(&["a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa"], &[false, false]);
    }
}
