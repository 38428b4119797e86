//! A journey as a directed graph, derived with checks: ways that lead nowhere or to themselves are left out.
//!
//! Everything above speaks ids; graph indices stay inside this room. The graph is cheap to derive (one look-up a
//! transition end), is never stored, and shares the journey's touchpoints and transitions.

use std::sync::Arc;

use petgraph::Direction;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::{EdgeRef, IntoNodeReferences};
use rustc_hash::FxHashMap;

use crate::model::starts::starts;
use crate::model::{Journey, Touchpoint, TouchpointId, Transition, touchpoints_in_order};

/// A journey's touchpoints and those of its transitions that join two different, existing ones.
#[derive(Debug, Clone)]
pub struct JourneyGraph {
    /// Nodes stand in the order of their touchpoints' ids.
    pub(super) graph: DiGraph<Arc<Touchpoint>, Arc<Transition>>,
    /// Where ways lead to every touchpoint, the one that stands first on the map: by stage, step, column, row, id.
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
        Self::begun(graph, journey)
    }

    /// The graph of the journey after an edit, at the cost of what that has changed.
    #[must_use]
    pub fn after(self, journey: &Journey) -> Self {
        let (nodes, edges) = self.graph.into_nodes_edges();
        let mut graph = DiGraph::with_capacity(journey.touchpoints.len(), journey.transitions.len());
        // Where each of the nodes is now. What both have is moved: counting who shares it would cost the most.
        let mut places: Vec<Option<NodeIndex>> = Vec::with_capacity(nodes.len());
        let mut before = nodes.into_iter().map(|node| node.weight).peekable();
        for touchpoint in &journey.touchpoints {
            let same = |it: &Arc<Touchpoint>| Arc::ptr_eq(it, touchpoint);
            while before.next_if(|it| !same(it) && it.id < touchpoint.id).is_some() {
                places.push(None);
            }
            let known = before.next_if(|it| same(it) || it.id == touchpoint.id);
            let stays = known.is_some();
            let node = graph.add_node(known.filter(same).unwrap_or_else(|| Arc::clone(touchpoint)));
            if stays {
                places.push(Some(node));
            }
        }
        let place = |node: NodeIndex| places.get(node.index()).copied().flatten();
        let find = |id: &TouchpointId| {
            let nodes: &[_] = graph.raw_nodes();
            nodes.binary_search_by(|node| node.weight.id.cmp(id)).ok().map(NodeIndex::new)
        };
        let mut before = edges.into_iter().peekable();
        let mut ways = Vec::with_capacity(journey.transitions.len());
        for transition in &journey.transitions {
            let same = |it: &Arc<Transition>| Arc::ptr_eq(it, transition);
            while before.next_if(|it| !same(&it.weight) && it.weight.id < transition.id).is_some() {}
            let known = before.next_if(|it| same(&it.weight));
            let way = match known {
                Some(edge) => place(edge.source()).zip(place(edge.target())).map(|ends| (ends, edge.weight)),
                None => find(&transition.from).zip(find(&transition.to)).map(|ends| (ends, Arc::clone(transition))),
            };
            ways.extend(way.filter(|((from, to), _)| from != to));
        }
        for ((from, to), transition) in ways {
            graph.add_edge(from, to, transition);
        }
        Self::begun(graph, journey)
    }

    /// Takes an edit over after which every touchpoint is still there, as are all ways, and leads where it led: these
    /// touchpoints and transitions say something else, or stand elsewhere. Whether customers start where they did.
    pub fn renew<'a>(
        &mut self,
        journey: &Journey,
        touchpoints: impl Iterator<Item = &'a Arc<Touchpoint>>,
        transitions: impl Iterator<Item = &'a Arc<Transition>>,
    ) -> bool {
        for touchpoint in touchpoints {
            let node = self.node(&touchpoint.id);
            if let Some(weight) = node.and_then(|node| self.graph.node_weight_mut(node)) {
                weight.clone_from(touchpoint);
            }
        }
        for transition in transitions {
            // Edges stand in the order of their transitions' ids.
            let edge = self.graph.raw_edges().binary_search_by(|edge| edge.weight.id.cmp(&transition.id));
            if let Some(weight) = edge.ok().and_then(|edge| self.graph.edge_weight_mut(EdgeIndex::new(edge))) {
                weight.clone_from(transition);
            }
        }
        let before = std::mem::replace(&mut self.first, first(&self.graph, journey));
        before == self.first
    }

    fn begun(graph: DiGraph<Arc<Touchpoint>, Arc<Transition>>, journey: &Journey) -> Self {
        Self { first: first(&graph, journey), graph }
    }

    /// The touchpoints, by id, each with whether a way leads on from it.
    pub fn ends(&self) -> impl Iterator<Item = (&Arc<Touchpoint>, bool)> {
        let leads = |node: NodeIndex| self.graph.edges(node).next().is_some();
        self.graph.node_references().map(move |(node, touchpoint)| (touchpoint, leads(node)))
    }

    /// The ways, by the ids of their transitions, each with the places of its ends among the touchpoints.
    pub fn ways_by_place(&self) -> impl ExactSizeIterator<Item = (&Arc<Transition>, (usize, usize))> {
        let edges = self.graph.edge_references();
        edges.map(|edge| (edge.weight(), (edge.source().index(), edge.target().index())))
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

/// Where ways lead to every touchpoint, the one that stands first on the map.
fn first(graph: &DiGraph<Arc<Touchpoint>, Arc<Transition>>, journey: &Journey) -> Option<NodeIndex> {
    if graph.externals(Direction::Incoming).next().is_some() {
        return None;
    }
    let first = *touchpoints_in_order(journey).first()?;
    graph.node_indices().find(|node| graph.node_weight(*node).is_some_and(|it| Arc::ptr_eq(it, first)))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{journey, t};
    use super::*;

    /// Touchpoints with whether a way leads on, ways with their ends, and the first touchpoint.
    type Told = (Vec<(TouchpointId, bool)>, Vec<(String, (usize, usize))>, Option<NodeIndex>);

    /// All of a graph that others can ask for.
    fn told(graph: &JourneyGraph) -> Told {
        let ends = graph.ends().map(|(touchpoint, leads)| (touchpoint.id.clone(), leads)).collect();
        let ways = graph.ways_by_place().map(|(way, ends)| (way.id.to_string(), ends)).collect();
        (ends, ways, graph.first)
    }

    #[test]
    fn after_an_edit_the_graph_is_the_one_derived_anew() {
        let texts = ["", "a>b b>c", "a>b b>c c>a", "a>b a>missing b>b c>d", "b>c c>d d>b a>d", "z>y y>x x>z"];
        for before in texts {
            for after in texts {
                let (before, mut after) = (journey(before), journey(after));
                let anew = told(&JourneyGraph::of(&after));
                assert_eq!(told(&JourneyGraph::of(&before).after(&after)), anew);
                // Edits share what they leave alone.
                for touchpoint in &before.touchpoints {
                    if after.touchpoints.contains(&touchpoint.id) {
                        after.touchpoints.put(Arc::clone(touchpoint));
                    }
                }
                for transition in &before.transitions {
                    after.transitions.put(Arc::clone(transition));
                }
                let anew = told(&JourneyGraph::of(&after));
                assert_eq!(told(&JourneyGraph::of(&before).after(&after)), anew);
                assert_eq!(told(&JourneyGraph::of(&after).after(&after)), anew);
            }
        }
    }

    #[test]
    fn a_renewed_graph_has_what_is_said_and_where_it_stands_now() {
        for text in ["a>b b>c", "a>b b>c c>a", "a>b a>missing b>b c>d"] {
            let before = journey(text);
            let mut after = before.clone();
            after.touchpoints.update(|it| Some(Touchpoint { title: "New".into(), ..it.clone() }));
            after.transitions.update(|it| Some(Transition { reason: "Why".into(), ..it.clone() }));
            // The last one stands first now.
            let last = after.touchpoints.iter().last().expect("one").id.clone();
            after.touchpoints.get_mut(&last).expect("it").column = crate::model::Rank::parse("0").expect("a rank");
            let mut graph = JourneyGraph::of(&before);
            let starts_alike = graph.renew(&after, after.touchpoints.iter(), after.transitions.iter());
            let anew = JourneyGraph::of(&after);
            assert_eq!(starts_alike, anew.starts() == JourneyGraph::of(&before).starts(), "{text}");
            assert_eq!(told(&graph), told(&anew), "{text}");
            assert!(graph.touchpoints().zip(anew.touchpoints()).all(|(one, other)| Arc::ptr_eq(one, other)), "{text}");
            let mut ways = graph.ways_by_place().zip(anew.ways_by_place());
            assert!(ways.all(|((one, _), (other, _))| Arc::ptr_eq(one, other)), "{text}");
        }
    }

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
