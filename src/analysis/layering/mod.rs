//! Orders a map by its graph: columns follow the transitions, rows are chosen so that few of them cross.
//!
//! Steps are the user's and stay. A transition to an earlier step is a loop; so are, within a step, the fewest
//! that have to be one (`loops`). The others lead to the right: each touchpoint stands one column behind the last it
//! is reached from (`layers`). Touchpoints without any transition keep their order. Rows come from sweeps over the
//! columns and swaps of neighbours (`rows`), the likeliest way first; what stands well already stays. To arrange twice
//! changes nothing more.

mod crossings;
mod layers;
mod likely;
mod loops;
mod net;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use net::Net;
use petgraph::visit::EdgeRef;

use super::graph::JourneyGraph;
use super::share::Shares;
use crate::model::{Journey, StepColumns, TouchpointId, columns};

/// Rounds of finding the likeliest way and the rows, each from the other.
const MOST_ROUNDS: usize = 8;

/// How a journey's touchpoints are to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangement {
    /// The columns of the steps in the order of the map; a step without touchpoints is left out.
    pub steps: Vec<StepColumns>,
    /// How often transitions to the right cross each other today.
    pub crossings_before: u64,
    /// How often they will.
    pub crossings_after: u64,
}

/// A touchpoint of the map; its place in the list is its place on the map: by step, column, row, id.
#[derive(Debug, Clone)]
struct Spot {
    id: TouchpointId,
    /// Which of the steps that hold something.
    step: usize,
    /// Which column, counted over the whole map.
    column: usize,
    /// Which row of it.
    row: usize,
    /// The share of customers who are said to start here.
    start: f64,
    /// Whether it is to be arranged.
    moves: bool,
    /// Whether no transition of what is arranged begins or ends here.
    alone: bool,
}

/// A transition between two touchpoints of the map.
#[derive(Debug, Clone, Copy)]
struct Way {
    from: usize,
    to: usize,
    share: f64,
}

/// Orders a journey's map; only these touchpoints change their places, or all of them (`None`).
pub fn arrangement(journey: &Journey, only: Option<&BTreeSet<TouchpointId>>) -> Arrangement {
    let graph = JourneyGraph::of(journey);
    let shares = Shares::of(&graph);
    let standing = columns(journey);
    let mut spots: Vec<Spot> = Vec::with_capacity(graph.len());
    let mut steps = Vec::new();
    let mut today: Vec<Vec<usize>> = Vec::new();
    for (index, column) in standing.iter().enumerate() {
        if steps.last() != Some(&column.step) {
            steps.push(column.step.clone());
        }
        let first = spots.len();
        spots.extend(column.touchpoints.iter().enumerate().map(|(row, touchpoint)| Spot {
            id: touchpoint.id.clone(),
            step: steps.len() - 1,
            column: index,
            row,
            start: touchpoint.start.filter(|share| share.is_finite()).unwrap_or(0.0),
            moves: only.is_none_or(|only| only.contains(&touchpoint.id)),
            alone: true,
        }));
        today.push((first..spots.len()).collect());
    }
    let ways = ways(&graph, &shares, &spots);
    mark_alone(&mut spots, &ways, only.is_some());
    let wanted = layers::columns_of_steps(&spots, &ways, today.as_slice());
    let column_of = column_of(&wanted, spots.len());
    let movable: Vec<bool> = spots.iter().map(|spot| spot.moves && !spot.alone).collect();
    let now = Net::of(&ways, &spots.iter().map(|spot| spot.column).collect::<Vec<_>>());
    let net = Net::of(&ways, &column_of);
    let crossings_before = crossings::count(&now, &rows::Rows::of(today, spots.len()));
    let mut ordered = rows::Rows::of(wanted, spots.len());
    // Which of equal ways is the likeliest follows the rows, and the rows follow the likeliest way.
    for _ in 0..MOST_ROUNDS {
        let likely = likely::likely(&spots, &ways, &ordered);
        let next = rows::order(&net, ordered.clone(), (&movable, &likely));
        let settled = next == ordered;
        ordered = next;
        if settled {
            break;
        }
    }
    let crossings_after = crossings::count(&net, &ordered);
    Arrangement { steps: by_step(&steps, &spots, ordered.columns()), crossings_before, crossings_after }
}

/// The transitions between touchpoints that stand on the map.
fn ways(graph: &JourneyGraph, shares: &Shares, spots: &[Spot]) -> Vec<Way> {
    let places: BTreeMap<&TouchpointId, usize> = spots.iter().enumerate().map(|(at, spot)| (&spot.id, at)).collect();
    let place = |node| graph.graph.node_weight(node).and_then(|touchpoint| places.get(&touchpoint.id).copied());
    let way = |edge: petgraph::graph::EdgeReference<'_, _>| {
        let share = shares.ways.get(edge.id().index()).copied().unwrap_or(0.0);
        Some(Way { from: place(edge.source())?, to: place(edge.target())?, share })
    };
    graph.graph.edge_references().filter_map(way).collect()
}

/// Where a part is arranged, only transitions within it order it; those that touch nothing of it stay where they are.
fn mark_alone(spots: &mut [Spot], ways: &[Way], in_part: bool) {
    for way in ways {
        let both = |spots: &[Spot]| {
            let moves = |at: usize| spots.get(at).is_some_and(|spot| spot.moves);
            moves(way.from) && moves(way.to)
        };
        if in_part && !both(spots) {
            continue;
        }
        for end in [way.from, way.to] {
            if let Some(spot) = spots.get_mut(end) {
                spot.alone = false;
            }
        }
    }
}

/// The column of each touchpoint.
fn column_of(columns: &[Vec<usize>], count: usize) -> Vec<usize> {
    let mut column_of = vec![0; count];
    for (column, spots) in columns.iter().enumerate() {
        for spot in spots {
            if let Some(slot) = column_of.get_mut(*spot) {
                *slot = column;
            }
        }
    }
    column_of
}

fn by_step(steps: &[crate::model::StepId], spots: &[Spot], columns: &[Vec<usize>]) -> Vec<StepColumns> {
    let step_of = |column: &Vec<usize>| column.first().and_then(|at| spots.get(*at)).map(|spot| spot.step);
    let named = |column: &Vec<usize>| column.iter().filter_map(|at| Some(spots.get(*at)?.id.clone())).collect();
    let parts = columns.chunk_by(|a, b| step_of(a) == step_of(b));
    let part = |columns: &[Vec<usize>]| {
        let step = steps.get(step_of(columns.first()?)?)?.clone();
        Some(StepColumns { step, columns: columns.iter().map(named).collect() })
    };
    parts.filter_map(part).collect()
}

#[cfg(test)]
mod tests;
