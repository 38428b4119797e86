//! Expected visits of an absorbing Markov chain, solved sparsely and without cancellation.
//!
//! State reduction (Grassmann, Taksar and Heyman, 1985): states are taken out one by one, their flow passed on to
//! their neighbours, and 1 − qₖₖ is never subtracted but summed from what leaves k, so that loops that nearly never end
//! lose no digits. The state with the fewest neighbours goes first (minimum degree), which keeps the rest sparse:
//! a chain without loops costs one pass over its ways.

use std::collections::{BTreeMap, BTreeSet};

/// An absorbing Markov chain under construction.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    /// Visits from outside: e.
    start: Vec<f64>,
    /// Share that leaves the chain at each state.
    absorbed: Vec<f64>,
    /// Q by its rows.
    out: Vec<BTreeMap<usize, f64>>,
    /// The rows in which each state stands.
    into: Vec<BTreeSet<usize>>,
}

/// A state that was taken out: v = start + Σ shareᵢ·vᵢ over the states that were left then.
struct Taken {
    state: usize,
    start: f64,
    from: Vec<(usize, f64)>,
}

// States are numbered from 0 to the length given to `new`; all vectors have that length.
impl Chain {
    /// A chain of so many states without any flow.
    pub(super) fn new(states: usize) -> Self {
        Self {
            start: vec![0.0; states],
            absorbed: vec![0.0; states],
            out: vec![BTreeMap::new(); states],
            into: vec![BTreeSet::new(); states],
        }
    }

    /// Adds customers who start at a state.
    pub(super) fn start(&mut self, state: usize, share: f64) {
        if let Some(start) = self.start.get_mut(state) {
            *start += share;
        }
    }

    /// Adds what leaves the chain at a state.
    pub(super) fn absorb(&mut self, state: usize, share: f64) {
        if let Some(absorbed) = self.absorbed.get_mut(state) {
            *absorbed += share;
        }
    }

    /// Adds a share that goes from one state to another.
    pub(super) fn way(&mut self, from: usize, to: usize, share: f64) {
        if let (Some(out), Some(into)) = (self.out.get_mut(from), self.into.get_mut(to)) {
            *out.entry(to).or_insert(0.0) += share;
            into.insert(from);
        }
    }

    /// Expected visits of each state. From every state that customers come to, some must leave in the end.
    pub(super) fn visits(mut self) -> Vec<f64> {
        let mut queue: BTreeSet<(usize, usize)> =
            (0..self.out.len()).map(|state| (self.degree(state), state)).collect();
        let mut taken = Vec::with_capacity(self.out.len());
        while let Some((_, state)) = queue.pop_first() {
            let neighbours: BTreeSet<usize> = self
                .into
                .get(state)
                .into_iter()
                .flatten()
                .chain(self.out.get(state).into_iter().flat_map(BTreeMap::keys))
                .copied()
                .filter(|other| *other != state)
                .collect();
            for other in &neighbours {
                queue.remove(&(self.degree(*other), *other));
            }
            taken.push(self.take(state));
            queue.extend(neighbours.into_iter().map(|other| (self.degree(other), other)));
        }
        let mut visits = vec![0.0; self.out.len()];
        for Taken { state, start, from } in taken.into_iter().rev() {
            let value = start
                + from.iter().map(|(other, share)| share * visits.get(*other).copied().unwrap_or(0.0)).sum::<f64>();
            if let Some(slot) = visits.get_mut(state) {
                *slot = value;
            }
        }
        visits
    }

    /// How many new ways taking the state out may make.
    fn degree(&self, state: usize) -> usize {
        self.into.get(state).map_or(0, BTreeSet::len) * self.out.get(state).map_or(0, BTreeMap::len)
    }

    /// Takes a state out, passing its flow on.
    fn take(&mut self, state: usize) -> Taken {
        let mut out = self.out.get_mut(state).map(std::mem::take).unwrap_or_default();
        let mut into = self.into.get_mut(state).map(std::mem::take).unwrap_or_default();
        out.remove(&state);
        into.remove(&state);
        for to in out.keys() {
            if let Some(into) = self.into.get_mut(*to) {
                into.remove(&state);
            }
        }
        let absorbed = self.absorbed.get(state).copied().unwrap_or(0.0);
        let leaving = absorbed + out.values().sum::<f64>();
        // Nobody comes to a state that nothing leaves.
        let per_visit = if leaving > 0.0 { leaving.recip() } else { 0.0 };
        let start = self.start.get(state).copied().unwrap_or(0.0) * per_visit;
        let mut from = Vec::with_capacity(into.len());
        for other in into {
            let share = self.out.get_mut(other).and_then(|out| out.remove(&state)).unwrap_or(0.0) * per_visit;
            for (to, onward) in &out {
                self.way(other, *to, share * onward);
            }
            self.absorb(other, share * absorbed);
            from.push((other, share));
        }
        for (to, onward) in out {
            self.start(to, start * onward);
        }
        Taken { state, start, from }
    }
}
