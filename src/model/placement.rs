//! Placement: the columns of a journey's map, in order, each with its touchpoints from top to bottom. No sizes here.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ids::{StepId, TouchpointId};
use super::journey::{Journey, Step};
use super::rank::Rank;
use super::stage::Stage;
use super::touchpoint::Touchpoint;

/// A column of the map: the touchpoints of one step that share one column rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The step it stands in.
    pub step: StepId,
    /// The stage of that step.
    pub stage: Stage,
    /// Its place within the step.
    pub rank: Rank,
    /// Its touchpoints by row, ties by id; never empty.
    pub touchpoints: Vec<Arc<Touchpoint>>,
}

/// How the columns of one step are to stand: from left to right, each with its touchpoints from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepColumns {
    /// The step.
    pub step: StepId,
    /// Its columns; none is empty.
    pub columns: Vec<Vec<TouchpointId>>,
}

/// The columns of a journey in the order of the map: by stage, step, column rank.
///
/// A step without touchpoints yields no column; a touchpoint whose step is missing stands nowhere.
pub fn columns(journey: &Journey) -> Vec<Column> {
    columns_among(journey, &journey.touchpoints)
}

/// The columns of a journey as far as these touchpoints make them, in the order of the map: what others stand in them is
/// left out, and so are touchpoints whose step is missing.
pub fn columns_among<'a>(journey: &Journey, among: impl IntoIterator<Item = &'a Arc<Touchpoint>>) -> Vec<Column> {
    let mut by_step: BTreeMap<&StepId, Vec<Arc<Touchpoint>>> = BTreeMap::new();
    for touchpoint in among {
        by_step.entry(&touchpoint.step).or_default().push(Arc::clone(touchpoint));
    }
    let steps = journey.steps_in_order().into_iter();
    steps.filter_map(|step| Some(columns_in(step, by_step.remove(&step.id)?))).flatten().collect()
}

/// The columns of one step.
pub fn step_columns(journey: &Journey, step_id: &StepId) -> Vec<Column> {
    let Some(step) = journey.steps.get(step_id) else { return Vec::new() };
    columns_in(step, journey.touchpoints.iter().filter(|it| it.step == *step_id).cloned().collect())
}

/// The columns of one step with these touchpoints, which all stand in it.
fn columns_in(step: &Step, mut touchpoints: Vec<Arc<Touchpoint>>) -> Vec<Column> {
    touchpoints.sort_by(|a, b| (&a.column, &a.row, &a.id).cmp(&(&b.column, &b.row, &b.id)));
    touchpoints
        .chunk_by(|a, b| a.column == b.column)
        .filter_map(|here| {
            let rank = here.first()?.column.clone();
            Some(Column { step: step.id.clone(), stage: step.stage, rank, touchpoints: here.to_vec() })
        })
        .collect()
}

/// A journey's touchpoints in the order of the map: by stage, step, column, row, id; those whose step is missing last.
pub fn touchpoints_in_order(journey: &Journey) -> Vec<&Arc<Touchpoint>> {
    let steps: BTreeMap<&StepId, usize> =
        journey.steps_in_order().into_iter().enumerate().map(|(place, step)| (&step.id, place)).collect();
    let mut touchpoints: Vec<(usize, &Arc<Touchpoint>)> = journey
        .touchpoints
        .iter()
        .map(|touchpoint| (steps.get(&touchpoint.step).copied().unwrap_or(usize::MAX), touchpoint))
        .collect();
    touchpoints.sort_by(|(a_step, a), (b_step, b)| {
        (a_step, &a.column, &a.row, &a.id).cmp(&(b_step, &b.column, &b.row, &b.id))
    });
    touchpoints.into_iter().map(|(_, touchpoint)| touchpoint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{JourneyId, TouchpointId};

    fn step(id: &str, stage: Stage, rank: &str) -> Step {
        Step { id: StepId::parse(id).unwrap(), stage, rank: Rank::parse(rank).unwrap(), title: String::new() }
    }

    fn touchpoint(id: &str, step: &str, column: &str, row: &str) -> Touchpoint {
        Touchpoint::new(
            TouchpointId::parse(id).unwrap(),
            StepId::parse(step).unwrap(),
            Rank::parse(column).unwrap(),
            Rank::parse(row).unwrap(),
        )
    }

    #[test]
    fn columns_stand_by_stage_step_and_rank_and_rows_by_rank_and_id() {
        let steps = [
            step("s-late", Stage::Contact, "b"),
            step("s-early", Stage::Contact, "a"),
            step("s-first", Stage::Attention, "z"),
            step("s-empty", Stage::Interest, ""),
        ];
        let mut journey = Journey::new(JourneyId::parse("j-1").unwrap(), steps.into_iter().collect());
        journey.touchpoints = [
            touchpoint("t-1", "s-late", "a", ""),
            touchpoint("t-2", "s-early", "b", "b"),
            touchpoint("t-3", "s-early", "b", "a"),
            touchpoint("t-4", "s-early", "a", ""),
            touchpoint("t-6", "s-first", "", "a"),
            touchpoint("t-5", "s-first", "", "a"),
            touchpoint("t-7", "s-gone", "a", "a"),
        ]
        .into_iter()
        .collect();
        let seen: Vec<String> = columns(&journey)
            .iter()
            .map(|column| {
                let ids: Vec<&str> = column.touchpoints.iter().map(|touchpoint| touchpoint.id.as_str()).collect();
                format!("{}/{}/{}: {}", column.stage.key(), column.step, column.rank.as_str(), ids.join(" "))
            })
            .collect();
        assert_eq!(
            seen,
            [
                "attention/s-first/: t-5 t-6",
                "contact/s-early/a: t-4",
                "contact/s-early/b: t-3 t-2",
                "contact/s-late/a: t-1",
            ]
        );
        let early = step_columns(&journey, &StepId::parse("s-early").unwrap());
        assert_eq!(early, columns(&journey)[1..3]);
    }
}
