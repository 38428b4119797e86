//! Which column each touchpoint goes into: one behind the last it is reached from, and close to where it leads.

use std::collections::BTreeMap;

use super::loops::back_ways;
use super::{Spot, Way};

/// The columns of all steps from left to right, each with its touchpoints as they stand today from top to bottom.
pub(super) fn columns_of_steps(spots: &[Spot], ways: &[Way], today: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let step_of = |column: &Vec<usize>| column.first().and_then(|at| spots.get(*at)).map(|spot| spot.step);
    let mut inner: BTreeMap<usize, Vec<Way>> = BTreeMap::new();
    let mut pulls = vec![0_i64; spots.len()];
    let mut comes_in: Vec<f64> = spots.iter().map(|spot| spot.start).collect();
    for way in ways {
        let (Some(from), Some(to)) = (spots.get(way.from), spots.get(way.to)) else { continue };
        if from.step == to.step && from.moves && to.moves {
            inner.entry(from.step).or_default().push(*way);
        } else if from.step < to.step {
            // What leads on pulls to the right, what leads here to the left.
            add(&mut pulls, way.from, 1);
            add(&mut pulls, way.to, -1);
            if let Some(sum) = comes_in.get_mut(way.to) {
                *sum += way.share;
            }
        }
    }
    let mut columns = Vec::with_capacity(today.len());
    for step in today.chunk_by(|a, b| step_of(a) == step_of(b)) {
        let ways = step.first().and_then(step_of).and_then(|step| inner.remove(&step)).unwrap_or_default();
        columns.extend(columns_of_step(
            spots,
            &mut Ways { inner: &ways, pulls: &mut pulls, comes_in: &comes_in },
            step,
        ));
    }
    columns
}

/// The ways of one step, and what is known of all others.
struct Ways<'a> {
    /// Those between touchpoints of the step that are arranged.
    inner: &'a [Way],
    /// How many more ways lead to the right of a touchpoint than come from its left.
    pulls: &'a mut [i64],
    /// The share of customers who start at a touchpoint or come to it from an earlier step.
    comes_in: &'a [f64],
}

fn add(pulls: &mut [i64], spot: usize, by: i64) {
    if let Some(pull) = pulls.get_mut(spot) {
        *pull += by;
    }
}

/// The columns of one step.
///
/// Touchpoints that are not arranged keep their columns, and the arranged ones use those that they stand in today.
/// Columns of touchpoints without transitions stay before the others or follow them.
fn columns_of_step(spots: &[Spot], ways: &mut Ways<'_>, today: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let joined = |at: &usize| spots.get(*at).is_some_and(|spot| spot.moves && !spot.alone);
    let members: Vec<usize> = today.iter().flatten().copied().filter(joined).collect();
    if members.is_empty() {
        return today.to_vec();
    }
    let layer_of = layers(spots, ways, &members);
    let mut layers: Vec<Vec<usize>> = Vec::new();
    for member in &members {
        let layer = layer_of.get(member).copied().unwrap_or_default();
        if layers.len() <= layer {
            layers.resize(layer + 1, Vec::new());
        }
        if let Some(column) = layers.get_mut(layer) {
            column.push(*member);
        }
    }
    let in_part = today.iter().flatten().any(|at| spots.get(*at).is_some_and(|spot| !spot.moves));
    let mut columns =
        if in_part { among_others(today, layers, &joined) } else { with_free(today, layers, &layer_of, &joined) };
    // What stood high stands high again.
    let height = |at: &usize| (spots.get(*at).map(|spot| spot.row), *at);
    for column in &mut columns {
        column.sort_by_key(height);
    }
    columns
}

/// The layers in the columns where their touchpoints stand today, and right behind those.
fn among_others(today: &[Vec<usize>], layers: Vec<Vec<usize>>, joined: &dyn Fn(&usize) -> bool) -> Vec<Vec<usize>> {
    let mut layers = layers.into_iter();
    let mut columns = Vec::with_capacity(today.len());
    let last = today.iter().rposition(|column| column.iter().any(joined));
    for (index, column) in today.iter().enumerate() {
        let taken = column.iter().any(joined);
        let mut staying: Vec<usize> = column.iter().copied().filter(|at| !joined(at)).collect();
        if taken {
            staying.extend(layers.next().unwrap_or_default());
        }
        columns.push(staying);
        if Some(index) == last {
            columns.extend(layers.by_ref());
        }
    }
    columns.retain(|column| !column.is_empty());
    columns
}

/// The layers, with touchpoints without transitions beside those they stand with today, or in columns of their own.
fn with_free(
    today: &[Vec<usize>],
    mut layers: Vec<Vec<usize>>,
    layer_of: &BTreeMap<usize, usize>,
    joined: &dyn Fn(&usize) -> bool,
) -> Vec<Vec<usize>> {
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let mut begun = false;
    for column in today {
        let free: Vec<usize> = column.iter().copied().filter(|at| !joined(at)).collect();
        let beside = column.iter().find(|at| joined(at)).and_then(|at| layer_of.get(at));
        begun |= beside.is_some();
        match beside.and_then(|layer| layers.get_mut(*layer)) {
            Some(layer) => layer.extend(free),
            None if begun => behind.push(free),
            None => before.push(free),
        }
    }
    before.into_iter().chain(layers).chain(behind).collect()
}

/// The layer of each member: as far left as its ways allow, then closer to where it leads if more ways lead there.
fn layers(spots: &[Spot], ways: &mut Ways<'_>, members: &[usize]) -> BTreeMap<usize, usize> {
    let Ways { inner, pulls, comes_in } = ways;
    let back = back_ways(spots, (inner, comes_in), members);
    let forward: Vec<&Way> = inner.iter().zip(&back).filter(|(_, back)| !**back).map(|(way, _)| way).collect();
    let mut into: BTreeMap<usize, usize> = members.iter().map(|member| (*member, 0)).collect();
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for way in &forward {
        *into.entry(way.to).or_default() += 1;
        out.entry(way.from).or_default().push(way.to);
        add(pulls, way.from, 1);
        add(pulls, way.to, -1);
    }
    let mut layer: BTreeMap<usize, usize> = members.iter().map(|member| (*member, 0)).collect();
    let mut order: Vec<usize> = into.iter().filter(|(_, count)| **count == 0).map(|(member, _)| *member).collect();
    let mut next = 0;
    while let Some(&member) = order.get(next) {
        next += 1;
        let behind = layer.get(&member).copied().unwrap_or_default() + 1;
        for to in out.get(&member).into_iter().flatten() {
            let at = layer.entry(*to).or_default();
            *at = behind.max(*at);
            if let Some(count) = into.get_mut(to) {
                *count -= 1;
                if *count == 0 {
                    order.push(*to);
                }
            }
        }
    }
    let last = layer.values().max().copied().unwrap_or_default();
    for member in order.iter().rev() {
        if pulls.get(*member).is_some_and(|pull| *pull > 0) {
            let ahead = out.get(member).into_iter().flatten().filter_map(|to| layer.get(to)).min();
            let room = ahead.map_or(last, |ahead| ahead.saturating_sub(1));
            layer.insert(*member, room);
        }
    }
    layer
}
