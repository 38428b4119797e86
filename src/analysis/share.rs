//! Which share of a touchpoint's customers takes which way, and what becomes of those who take none.
//!
//! Typed shares out of a touchpoint sum to S. Untyped ways divide what the typed ones leave, equally, which is an
//! assumption and says so. Where all are typed, the rest 1 − S has reached the journey's end at a goal touchpoint and is
//! lost elsewhere. A touchpoint without a way out is what its end says, else reached if it is a goal or if the journey
//! marks no goal at all, else lost.

use std::sync::Arc;

use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::{EdgeRef, IntoNodeReferences};

use super::graph::JourneyGraph;
use crate::model::{End, Touchpoint, Transition};

/// How far a sum of shares may be from 1 and still count as 1: typed decimals do not add up exactly in binary.
pub const SHARE_TOLERANCE: f64 = 1e-9;

/// What becomes of the customers at a touchpoint who take no way out of it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rest {
    /// Share of the customers at the touchpoint who have reached their end there, 0–1.
    pub reached: f64,
    /// Share of the customers at the touchpoint who are lost there, 0–1.
    pub lost: f64,
}

/// The resolved shares of a journey's ways.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// By the graph's edges.
    pub(super) ways: Vec<f64>,
    /// By the graph's nodes.
    pub(super) rests: Vec<Rest>,
    /// By the graph's nodes: whether customers were divided equally between untyped ways.
    pub(super) assumed: Vec<bool>,
}

impl Shares {
    /// Resolves the shares of all ways. Shares that are no numbers count as untyped, others are held within 0–1.
    pub fn of(graph: &JourneyGraph) -> Self {
        let inner = &graph.graph;
        let mut ways = vec![0.0; inner.edge_count()];
        let mut rests = Vec::with_capacity(inner.node_count());
        let mut assumed = Vec::with_capacity(inner.node_count());
        let any_goal = graph.touchpoints().any(|touchpoint| touchpoint.goal);
        let mut out = Vec::new();
        for (node, touchpoint) in inner.node_references() {
            out_of(graph, node, &mut out);
            assumed.push(out.iter().any(|(_, share)| share.is_none()));
            share_out(&out, &mut ways);
            rests.push(rest_of(touchpoint, &out, any_goal));
        }
        Self { ways, rests, assumed }
    }

    /// The graph's ways with their shares, by id.
    pub fn of_ways<'a>(&'a self, graph: &'a JourneyGraph) -> impl Iterator<Item = (&'a Arc<Transition>, f64)> {
        graph.graph.edge_weights().zip(self.ways.iter().copied())
    }

    /// The graph's touchpoints with what becomes of those who go no further, by id.
    pub fn of_touchpoints<'a>(&'a self, graph: &'a JourneyGraph) -> impl Iterator<Item = (&'a Arc<Touchpoint>, Rest)> {
        graph.touchpoints().zip(self.rests.iter().copied())
    }

    /// Whether some ways have no typed share, so that customers are divided equally between them.
    pub fn rests_on_assumption(&self) -> bool {
        self.assumed.contains(&true)
    }
}

/// Finds the ways out of a touchpoint with their typed shares.
fn out_of(graph: &JourneyGraph, node: NodeIndex, out: &mut Vec<(EdgeIndex, Option<f64>)>) {
    let typed = |share: &f64| share.is_finite();
    out.clear();
    out.extend(
        graph
            .graph
            .edges(node)
            .map(|edge| (edge.id(), edge.weight().share.filter(typed).map(|share| share.clamp(0.0, 1.0)))),
    );
}

fn typed_sum(out: &[(EdgeIndex, Option<f64>)]) -> f64 {
    out.iter().filter_map(|(_, share)| *share).sum()
}

/// What the typed shares leave; nothing where that is only a rounding error.
fn left_by(sum: f64) -> f64 {
    let left = 1.0 - sum;
    if left < SHARE_TOLERANCE { 0.0 } else { left }
}

/// Writes the shares of one touchpoint's ways.
fn share_out(out: &[(EdgeIndex, Option<f64>)], ways: &mut [f64]) {
    let untyped = out.iter().filter(|(_, share)| share.is_none()).count();
    let each = left_by(typed_sum(out)) / untyped.max(1) as f64;
    for (edge, share) in out {
        if let Some(slot) = ways.get_mut(edge.index()) {
            *slot = share.unwrap_or(each);
        }
    }
}

fn rest_of(touchpoint: &Touchpoint, out: &[(EdgeIndex, Option<f64>)], any_goal: bool) -> Rest {
    if out.is_empty() {
        let reached = match touchpoint.end {
            End::Reached => true,
            End::Lost => false,
            End::None => touchpoint.goal || !any_goal,
        };
        return if reached { Rest { reached: 1.0, lost: 0.0 } } else { Rest { reached: 0.0, lost: 1.0 } };
    }
    if out.iter().any(|(_, share)| share.is_none()) {
        return Rest::default();
    }
    let left = left_by(typed_sum(out));
    if touchpoint.goal { Rest { reached: left, lost: 0.0 } } else { Rest { reached: 0.0, lost: left } }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{journey, r, t};
    use super::*;

    fn rest(graph: &JourneyGraph, id: &str) -> Rest {
        let there = |(touchpoint, rest): (&Arc<Touchpoint>, Rest)| (touchpoint.id == t(id)).then_some(rest);
        Shares::of(graph).of_touchpoints(graph).find_map(there).unwrap()
    }

    #[test]
    fn typed_ways_first_untyped_divide_what_is_left() {
        let check = |text: &str, expect: &[f64], left: (f64, f64), assumption: bool| {
            let graph = JourneyGraph::of(&journey(text));
            let shares = Shares::of(&graph);
            for (index, share) in expect.iter().enumerate() {
                let way = |(way, share): (&Arc<Transition>, f64)| (way.id == r(index)).then_some(share);
                let got = shares.of_ways(&graph).find_map(way).unwrap();
                assert!((got - share).abs() < 1e-12, "{text}: way {index} is {got}");
            }
            let got = rest(&graph, "a");
            assert!((got.reached - left.0).abs() < 1e-12 && (got.lost - left.1).abs() < 1e-12, "{text}: {got:?}");
            assert_eq!(shares.rests_on_assumption(), assumption, "{text}");
        };
        check("a>b", &[1.0], (0.0, 0.0), true);
        check("a>b=0.5 a>c a>d", &[0.5, 0.25, 0.25], (0.0, 0.0), true);
        check("a>b=0.5 a>c=0.2", &[0.5, 0.2], (0.0, 0.3), false);
        check("a>b=0.5 a>c=0.2 a:goal", &[0.5, 0.2], (0.3, 0.0), false);
        check("a>b=0.7 a>c=0.1 a>d=0.2", &[0.7, 0.1, 0.2], (0.0, 0.0), false);
        check("a>b=1 a>c", &[1.0, 0.0], (0.0, 0.0), true);
        // What is typed beyond 1 is kept as typed; nothing is left for others.
        check("a>b=0.8 a>c=0.8 a>d", &[0.8, 0.8, 0.0], (0.0, 0.0), true);
        check("a>b=NaN a>c=-3", &[1.0, 0.0], (0.0, 0.0), true);
    }

    #[test]
    fn without_a_way_out_the_end_decides_then_the_goals() {
        let check = |text: &str, reached: f64| {
            let graph = JourneyGraph::of(&journey(text));
            assert_eq!(rest(&graph, "z"), Rest { reached, lost: 1.0 - reached }, "{text}");
        };
        check("a>z", 1.0);
        check("a>z a:goal", 0.0);
        check("a>z a:goal z:goal", 1.0);
        check("a>z z:lost", 0.0);
        check("a>z z:goal z:lost", 0.0);
        check("a>z a:goal z:reached", 1.0);
    }
}
