//! Where customers start, said once for the figures and for the problems.

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};

/// Where customers start in a graph of touchpoints and which share of them; the shares sum to 1 unless there is no node.
///
/// The stored shares, scaled where they do not sum to 1; where none is stored, the nodes without a way in, in equal
/// parts; where there is none of those, the `first` on the map.
pub(crate) fn starts<N, E>(
    graph: &DiGraph<N, E>,
    stored: &dyn Fn(NodeIndex) -> Option<f64>,
    first: impl FnOnce() -> Option<NodeIndex>,
) -> Vec<(NodeIndex, f64)> {
    let stored: Vec<(NodeIndex, f64)> = graph
        .node_indices()
        .filter_map(|node| Some((node, stored(node)?)))
        .filter(|(_, share)| share.is_finite() && *share > 0.0)
        .collect();
    let sum: f64 = stored.iter().map(|(_, share)| share).sum();
    if sum > 0.0 {
        return stored.into_iter().map(|(node, share)| (node, share / sum)).collect();
    }
    let mut starts: Vec<NodeIndex> = graph.externals(Direction::Incoming).collect();
    if starts.is_empty() {
        starts.extend(first());
    }
    let share = 1.0 / starts.len() as f64;
    starts.into_iter().map(|node| (node, share)).collect()
}
