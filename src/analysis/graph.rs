//! A journey as a directed graph, derived with checks: ways that lead nowhere or to themselves are left out.
//!
//! Everything above speaks ids; graph indices stay inside this room. The graph is cheap to derive (one look-up a
//! transition end), is never stored, and shares the journey's touchpoints and transitions.

use std::sync::Arc;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use crate::model::starts::starts;
use crate::model::{Journey, Touchpoint, TouchpointId, Transition, touchpoints_in_order};

/// A journey's touchpoints and those of its transitions that join two different, existing ones.
#[derive(Debug, Clone)]
pub struct JourneyGraph {
    /// Nodes stand in the order of their touchpoints' ids.
    pub(super) graph: DiGraph<Arc<Touchpoint>, Arc<Transition>>,
    /// The touchpoint that stands first on the map: by stage, step, column, row, id.
    first: Option<NodeIndex>,
}

impl JourneyGraph {
    /// Derives the graph of a journey. Transitions with a missing end, and those from a touchpoint to itself, are
    /// left out; doubled ones stay.
    pub fn of(journey: &Journey) -> Self {
        let mut graph = DiGraph::with_capacity(journey.touchpoints.len(), journey.transitions.len());
        for touchpoint in &journey.touchpoints {
            graph.add_node(Arc::clone(touchpoint));
        }
        // Hashing spares the many cache misses of a search in a long list.
        let nodes: FxHashMap<&TouchpointId, NodeIndex> =
            journey.touchpoints.iter().map(|touchpoint| &touchpoint.id).zip(graph.node_indices()).collect();
        for transition in &journey.transitions {
            if let (Some(from), Some(to)) = (nodes.get(&transition.from), nodes.get(&transition.to))
                && from != to
            {
                graph.add_edge(*from, *to, Arc::clone(transition));
            }
        }
        let first = touchpoints_in_order(journey).first().and_then(|touchpoint| nodes.get(&touchpoint.id).copied());
        Self { graph, first }
    }

    /// How many touchpoints there are.
    pub fn len(&self) -> usize {
        self.graph.node_count()
    }

    /// Whether there is no touchpoint.
    pub fn is_empty(&self) -> bool {
        self.graph.node_count() == 0
    }

    /// The touchpoints, by id.
    pub fn touchpoints(&self) -> impl Iterator<Item = &Arc<Touchpoint>> {
        self.graph.node_weights()
    }

    /// The transitions that lead out of a touchpoint, by id.
    pub fn ways_out(&self, touchpoint: &TouchpointId) -> Vec<&Arc<Transition>> {
        self.ways(touchpoint, Direction::Outgoing)
    }

    /// The transitions that lead to a touchpoint, by id.
    pub fn ways_in(&self, touchpoint: &TouchpointId) -> Vec<&Arc<Transition>> {
        self.ways(touchpoint, Direction::Incoming)
    }

    /// Where customers start and which share of them, by id; the shares sum to 1 unless there is no touchpoint.
    ///
    /// The stored shares, scaled where they do not sum to 1; where none is stored, the touchpoints without a way in
    /// in equal parts; where there is none of those, the first on the map.
    pub fn starts(&self) -> Vec<(TouchpointId, f64)> {
        let named = |(node, share): (NodeIndex, f64)| Some((self.graph.node_weight(node)?.id.clone(), share));
        self.start_nodes().into_iter().filter_map(named).collect()
    }

    pub(super) fn start_nodes(&self) -> Vec<(NodeIndex, f64)> {
        let stored = |node| self.graph.node_weight(node)?.start;
        starts(&self.graph, &stored, || self.first)
    }

    pub(super) fn node(&self, touchpoint: &TouchpointId) -> Option<NodeIndex> {
        let index = self.graph.raw_nodes().binary_search_by(|node| node.weight.id.cmp(touchpoint)).ok()?;
        Some(NodeIndex::new(index))
    }

    fn ways(&self, touchpoint: &TouchpointId, direction: Direction) -> Vec<&Arc<Transition>> {
        let Some(node) = self.node(touchpoint) else { return Vec::new() };
        let mut ways: Vec<&Arc<Transition>> =
            self.graph.edges_directed(node, direction).map(|edge| edge.weight()).collect();
        ways.sort_by(|a, b| a.id.cmp(&b.id));
        ways
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{journey, t};
    use super::*;

    #[test]
    fn ways_with_a_missing_end_or_to_itself_are_left_out() {
        let journey = journey("a>b a>missing missing>b b>b a>b");
        let graph = JourneyGraph::of(&journey);
        assert_eq!(graph.len(), 2);
        assert_eq!(graph.ways_out(&t("a")).len(), 2);
        assert_eq!(graph.ways_in(&t("b")).len(), 2);
        assert!(graph.ways_out(&t("b")).is_empty());
        assert!(graph.ways_out(&t("nowhere")).is_empty());
    }

    #[test]
    fn starts_are_stored_or_without_a_way_in_or_first() {
        let check = |text: &str, expect: &[(&str, f64)]| {
            let starts = JourneyGraph::of(&journey(text)).starts();
            let expect: Vec<(TouchpointId, f64)> = expect.iter().map(|(id, share)| (t(id), *share)).collect();
            assert_eq!(starts, expect, "{text}");
        };
        check("a>c b>c", &[("a", 0.5), ("b", 0.5)]);
        check("a>c b>c b:start=0.25 c:start=0.75", &[("b", 0.25), ("c", 0.75)]);
        check("a>c b>c b:start=0.25 c:start=0.25", &[("b", 0.5), ("c", 0.5)]);
        check("a>c a:start=0", &[("a", 1.0)]);
        check("a>b b>a", &[("a", 1.0)]);
        check("", &[]);
    }
}
