//! Drop-off: how many of the journey's customers visit each touchpoint, where they are lost, how many reach the end.
//!
//! An absorbing Markov chain: the touchpoints are its transient states, *reached* and *lost* its absorbing ones. With Q
//! the shares between touchpoints and e the shares of those who start at them, the expected visits are
//! v = (I − Qᵀ)⁻¹e.

use std::sync::Arc;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::NodeIndex;
use petgraph::visit::{EdgeFiltered, EdgeRef};

use super::graph::JourneyGraph;
use super::share::{SHARE_TOLERANCE, Shares};
use super::visits::Chain;
use crate::model::{End, Journey, Touchpoint, TouchpointId, TransitionId};

/// The drop-off figures of a journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Share of the journey's customers who reach what it is for, 0–1.
    pub conversion: f64,
    /// Share of the journey's customers who are lost on the way, 0–1.
    pub lost: f64,
    /// Whether the figures rest on customers divided equally where no share was typed, or on starts that had to be
    /// scaled to sum to 1.
    pub assumption: bool,
    /// By touchpoint id.
    pub touchpoints: Vec<TouchpointFlow>,
    /// The share of each way that leads anywhere, by its id.
    ways: Vec<(TransitionId, f64)>,
}

/// The figures of one touchpoint, each per customer entering the journey.
#[derive(Debug, Clone, PartialEq)]
pub struct TouchpointFlow {
    /// Which touchpoint.
    pub touchpoint: TouchpointId,
    /// Expected visits; loops make them more than one.
    pub visits: f64,
    /// Share of all customers who are lost here, 0–1.
    pub lost: f64,
    /// Share of all customers who reach the journey's end here, 0–1.
    pub reached: f64,
    /// Share of the visitors of this touchpoint who are lost here, 0–1.
    pub lost_share: f64,
}

/// Why there are no drop-off figures.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FlowError {
    /// The journey has no touchpoint.
    #[error("the journey has no touchpoint")]
    Empty,
    /// The shares typed on the ways out of a touchpoint sum to more than 1, or one of them is no share.
    #[error("the shares out of {touchpoint} are not shares")]
    BadShares {
        /// The touchpoint.
        touchpoint: TouchpointId,
    },
    /// Customers who come to these touchpoints go round for ever: the system is singular. Each loop by id.
    #[error("closed loops without a way out: {loops:?}")]
    ClosedLoops {
        /// The touchpoints of each loop.
        loops: Vec<Vec<TouchpointId>>,
    },
}

impl Flow {
    /// The figures of one touchpoint.
    pub fn at(&self, touchpoint: &TouchpointId) -> Option<&TouchpointFlow> {
        let index = self.touchpoints.binary_search_by(|flow| flow.touchpoint.cmp(touchpoint)).ok()?;
        self.touchpoints.get(index)
    }

    /// Share of the customers at the transition's start who take it, 0–1; `None` for ways that lead nowhere.
    pub fn share(&self, transition: &TransitionId) -> Option<f64> {
        let index = self.ways.binary_search_by(|(way, _)| way.cmp(transition)).ok()?;
        self.ways.get(index).map(|(_, share)| *share)
    }
}

/// The drop-off figures of a journey.
///
/// # Errors
/// When the journey is empty, shares are no shares, or customers come to a loop without a way out.
pub fn flow(journey: &Journey) -> Result<Flow, FlowError> {
    let graph = JourneyGraph::of(journey);
    if graph.is_empty() {
        return Err(FlowError::Empty);
    }
    check_shares(&graph)?;
    let shares = Shares::of(&graph);
    let starts = graph.start_nodes();
    let reachable = reachable(&graph, &shares, &starts);
    check_loops(&graph, &shares, &reachable)?;
    let visits = chain(&graph, &shares, &starts, &reachable).visits();
    Ok(figures(journey, &graph, &shares, &visits))
}

/// The drop-off figures of a journey that says anything of them: a share, a goal, or where somebody ends. Else everybody
/// arrives, because nothing was said: that is no figure to show.
pub fn told_flow(journey: &Journey) -> Option<Flow> {
    let ends = |it: &Arc<Touchpoint>| it.goal || it.end != End::None;
    let is_told = journey.transitions.iter().any(|it| it.share.is_some()) || journey.touchpoints.iter().any(ends);
    is_told.then(|| flow(journey).ok()).flatten()
}

fn figures(journey: &Journey, graph: &JourneyGraph, shares: &Shares, visits: &[f64]) -> Flow {
    let touchpoints: Vec<TouchpointFlow> = graph
        .touchpoints()
        .zip(visits)
        .zip(&shares.rests)
        .map(|((touchpoint, visits), rest)| TouchpointFlow {
            touchpoint: touchpoint.id.clone(),
            visits: *visits,
            lost: visits * rest.lost,
            reached: visits * rest.reached,
            lost_share: rest.lost,
        })
        .collect();
    let assumed = visits.iter().zip(&shares.assumed).any(|(visits, assumed)| *visits > 0.0 && *assumed);
    Flow {
        conversion: touchpoints.iter().map(|flow| flow.reached).sum(),
        lost: touchpoints.iter().map(|flow| flow.lost).sum(),
        assumption: assumed || starts_are_scaled(journey),
        touchpoints,
        ways: shares.of_ways(graph).map(|(way, share)| (way.id.clone(), share)).collect(),
    }
}

fn starts_are_scaled(journey: &Journey) -> bool {
    let sum: f64 = journey.touchpoints.iter().filter_map(|touchpoint| touchpoint.start).sum();
    sum > 0.0 && (sum - 1.0).abs() > SHARE_TOLERANCE
}

fn check_shares(graph: &JourneyGraph) -> Result<(), FlowError> {
    for (index, touchpoint) in graph.touchpoints().enumerate() {
        let typed: Vec<f64> = graph.graph.edges(NodeIndex::new(index)).filter_map(|edge| edge.weight().share).collect();
        let shares = typed.iter().all(|share| (0.0..=1.0).contains(share));
        if !shares || typed.iter().sum::<f64>() > 1.0 + SHARE_TOLERANCE {
            return Err(FlowError::BadShares { touchpoint: touchpoint.id.clone() });
        }
    }
    Ok(())
}

/// The touchpoints that some customers come to.
fn reachable(graph: &JourneyGraph, shares: &Shares, starts: &[(NodeIndex, f64)]) -> Vec<bool> {
    let mut reached = vec![false; graph.len()];
    let mut open: Vec<NodeIndex> = starts.iter().map(|(node, _)| *node).collect();
    while let Some(node) = open.pop() {
        let Some(mark) = reached.get_mut(node.index()).filter(|mark| !**mark) else { continue };
        *mark = true;
        let taken = |index: usize| shares.ways.get(index).is_some_and(|share| *share > 0.0);
        open.extend(graph.graph.edges(node).filter(|edge| taken(edge.id().index())).map(|edge| edge.target()));
    }
    reached
}

/// A closed loop is a strongly connected component of taken ways that no share leaves, neither on a way nor as a rest.
fn check_loops(graph: &JourneyGraph, shares: &Shares, reachable: &[bool]) -> Result<(), FlowError> {
    let taken = |edge: usize| shares.ways.get(edge).is_some_and(|share| *share > 0.0);
    let filtered = EdgeFiltered::from_fn(&graph.graph, |edge| taken(edge.id().index()));
    // Of the crate's two algorithms this is the one that does not recurse: maps may be a thousand columns long.
    let components = kosaraju_scc(&filtered);
    let mut component_of = vec![0; graph.len()];
    for (number, component) in components.iter().enumerate() {
        for node in component {
            if let Some(slot) = component_of.get_mut(node.index()) {
                *slot = number;
            }
        }
    }
    let is_left = |node: &NodeIndex| {
        let rest = shares.rests.get(node.index()).copied().unwrap_or_default();
        let home = component_of.get(node.index());
        let mut ways = graph.graph.edges(*node).filter(|edge| taken(edge.id().index()));
        rest.lost + rest.reached > 0.0 || ways.any(|edge| component_of.get(edge.target().index()) != home)
    };
    let visited = |node: &NodeIndex| reachable.get(node.index()) == Some(&true);
    let closed = components.iter().filter(|component| component.iter().all(visited) && !component.iter().any(is_left));
    let name = |node: &NodeIndex| graph.graph.node_weight(*node).map(|touchpoint| touchpoint.id.clone());
    let mut loops: Vec<Vec<TouchpointId>> =
        closed.map(|component| component.iter().filter_map(name).collect()).collect();
    if loops.is_empty() {
        return Ok(());
    }
    for touchpoints in &mut loops {
        touchpoints.sort();
    }
    loops.sort();
    Err(FlowError::ClosedLoops { loops })
}

/// The chain of the touchpoints customers come to; the others keep no visits.
fn chain(graph: &JourneyGraph, shares: &Shares, starts: &[(NodeIndex, f64)], reachable: &[bool]) -> Chain {
    let mut chain = Chain::new(graph.len());
    for (node, share) in starts {
        chain.start(node.index(), *share);
    }
    for (index, rest) in shares.rests.iter().enumerate() {
        chain.absorb(index, rest.lost + rest.reached);
    }
    for (edge, share) in graph.graph.edge_references().zip(&shares.ways) {
        if *share > 0.0 && reachable.get(edge.source().index()) == Some(&true) {
            chain.way(edge.source().index(), edge.target().index(), *share);
        }
    }
    chain
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{journey, r, t};
    use super::*;
    use proptest::prelude::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    /// Conversion and lost, then visits by name.
    fn check(text: &str, conversion: f64, lost: f64, visits: &[(&str, f64)], assumption: bool) {
        let got = flow(&journey(text)).unwrap();
        assert!(close(got.conversion, conversion), "{text}: conversion {}", got.conversion);
        assert!(close(got.lost, lost), "{text}: lost {}", got.lost);
        for (name, expect) in visits {
            let got = got.at(&t(name)).unwrap().visits;
            assert!(close(got, *expect), "{text}: {name} is visited {got} times");
        }
        assert_eq!(got.assumption, assumption, "{text}");
    }

    #[test]
    fn of_a_journey_that_says_nothing_nothing_is_told() {
        let told = |text: &str| told_flow(&journey(text)).map(|flow| (flow.conversion, flow.assumption));
        assert_eq!(told("a>b b>c"), None);
        assert_eq!(told("a>b b>a b:goal"), None, "customers go round for ever");
        for text in ["a>b=1 b>c", "a>b b>c c:goal", "a>b b>c c:reached"] {
            assert_eq!(told(text), Some((1.0, true)), "{text}");
        }
        assert_eq!(told("a>b a>c c:lost"), Some((0.5, true)));
    }

    #[test]
    fn chains_by_hand() {
        check("a", 1.0, 0.0, &[("a", 1.0)], false);
        check("a:lost", 0.0, 1.0, &[], false);
        check("a>b=0.8 b>c=0.5 c:goal", 0.4, 0.6, &[("a", 1.0), ("b", 0.8), ("c", 0.4)], false);
        check("a>b b>c=0.5 c:goal", 0.5, 0.5, &[("b", 1.0)], true);
        check("a>b=0.5 a>c b:goal", 0.5, 0.5, &[("c", 0.5)], true);
        // A goal on the way: who stays there has reached it, who goes on to an unmarked end is lost.
        check("a>b=1 b>c=0.3 b:goal", 0.7, 0.3, &[("c", 0.3)], false);
        // A loop back: b is visited 1/(1 − 0.5·0.4) times.
        check("a>b=1 b>c=0.5 c>b=0.4 c>d=0.6 d:goal", 0.375, 0.625, &[("b", 1.25), ("c", 0.625), ("d", 0.375)], false);
        // A loop that all get out of loses nobody: 17 % go back, everybody comes through.
        check("a>b=0.83 a>c=0.17 c>a=0.53 c>b=0.47", 1.0, 0.0, &[("a", 1.0 / (1.0 - 0.17 * 0.53))], false);
        // Two starts, one with a loop between two others.
        check("a>c=1 b>c=0.5 a:start=0.4 b:start=0.6 c:goal", 0.7, 0.3, &[("c", 0.7)], false);
        check("a>b b>a b>c", 1.0, 0.0, &[("a", 2.0), ("b", 2.0), ("c", 1.0)], true);
        // Nobody comes to an untyped way that typed ones leave nothing for.
        check("a>b=1 a>c b:goal", 1.0, 0.0, &[("c", 0.0)], true);
        // Starts that do not sum to 1 are scaled, which is an assumption.
        check("a>b=1 a:start=0.5", 1.0, 0.0, &[("a", 1.0)], true);
        // A loop nobody comes to stands in nobody's way.
        check("a>b=1 x>y=1 y>x=1 a:start=1", 1.0, 0.0, &[("x", 0.0)], false);
    }

    #[test]
    fn lost_where_and_shares() {
        let got = flow(&journey("a>b=0.8 b>c=0.5 b>d d:lost c:goal")).unwrap();
        let at = |name: &str| got.at(&t(name)).unwrap();
        assert!(close(at("a").lost, 0.2) && close(at("a").lost_share, 0.2));
        assert!(close(at("b").lost, 0.0) && close(at("d").lost, 0.4) && close(at("d").lost_share, 1.0));
        assert!(close(at("c").reached, 0.4));
        assert_eq!(got.share(&r(2)), Some(0.5));
        assert_eq!(got.share(&r(9)), None);
        assert!(got.at(&t("nowhere")).is_none());
    }

    #[test]
    fn loops_that_nearly_never_end_keep_their_digits() {
        let got = flow(&journey("a>b=1 b>a=0.999999999 b>c=0.000000001")).unwrap();
        assert!((got.conversion - 1.0).abs() < 1e-12, "{}", got.conversion);
        assert!((got.at(&t("a")).unwrap().visits / 1e9 - 1.0).abs() < 1e-6);
    }

    #[test]
    fn what_has_no_figures_is_named() {
        let check = |text: &str, expect: FlowError| assert_eq!(flow(&journey(text)), Err(expect), "{text}");
        let loops = |loops: &[&[&str]]| FlowError::ClosedLoops {
            loops: loops.iter().map(|names| names.iter().map(|name| t(name)).collect()).collect(),
        };
        check("", FlowError::Empty);
        check("a>b b>a", loops(&[&["a", "b"]]));
        check("s>c c>b b>c", loops(&[&["b", "c"]]));
        check("s>a s>x a>b b>a x>y y>z z>x", loops(&[&["a", "b"], &["x", "y", "z"]]));
        check("a>b=0.1 a>c=0.2 a>d=0.7 b>a=1 c>a=1 d>a=1", loops(&[&["a", "b", "c", "d"]]));
        // A way out that nobody takes opens no loop.
        check("a>b=1 b>a=1 b>c=0", loops(&[&["a", "b"]]));
        let bad = |name: &str| FlowError::BadShares { touchpoint: t(name) };
        check("a>b=0.8 a>c=0.8", bad("a"));
        check("s>a a>b=-0.1", bad("a"));
        check("s>a a>b=NaN", bad("a"));
    }

    /// Where customers are after so many steps of the chain at most, as a brute-force answer.
    fn iterate(journey: &Journey, most: usize) -> (f64, f64, Vec<f64>) {
        let graph = JourneyGraph::of(journey);
        let shares = Shares::of(&graph);
        let names: Vec<TouchpointId> = graph.touchpoints().map(|touchpoint| touchpoint.id.clone()).collect();
        let place = |id: &TouchpointId| names.iter().position(|name| name == id).unwrap();
        let mut here = vec![0.0; names.len()];
        for (id, share) in graph.starts() {
            here[place(&id)] = share;
        }
        let (mut reached, mut lost, mut visits) = (0.0, 0.0, vec![0.0; names.len()]);
        for _ in 0..most {
            let mut next = vec![0.0; names.len()];
            for (index, id) in names.iter().enumerate() {
                visits[index] += here[index];
                let rest = shares.rests[index];
                reached += here[index] * rest.reached;
                lost += here[index] * rest.lost;
                for (way, share) in shares.of_ways(&graph).filter(|(way, _)| way.from == *id) {
                    next[place(&way.to)] += here[index] * share;
                }
            }
            here = next;
            if here.iter().sum::<f64>() < 1e-12 {
                break;
            }
        }
        (reached, lost, visits)
    }

    fn random_journey() -> impl Strategy<Value = String> {
        let way = (0..7_u8, 0..7_u8, prop::option::of(0..3_u8)).prop_map(|(from, to, share)| match share {
            Some(share) => format!("n{from}>n{to}=0.{share}"),
            None => format!("n{from}>n{to}"),
        });
        let mark = (0..7_u8, prop::sample::select(vec!["goal", "lost", "reached", "start=0.3"]))
            .prop_map(|(name, mark)| format!("n{name}:{mark}"));
        (prop::collection::vec(way, 1..14), prop::collection::vec(mark, 0..4))
            .prop_map(|(ways, marks)| format!("{} {}", ways.join(" "), marks.join(" ")))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn agrees_with_walking_the_chain(text in random_journey()) {
            let journey = journey(&text);
            match flow(&journey) {
                Ok(flow) => {
                    let (reached, lost, visits) = iterate(&journey, 300_000);
                    prop_assert!((flow.conversion + flow.lost - 1.0).abs() < 1e-9, "{}", text);
                    prop_assert!((flow.conversion - reached).abs() < 1e-6, "{}: {} or {}", text, flow.conversion, reached);
                    prop_assert!((flow.lost - lost).abs() < 1e-6, "{}", text);
                    for (flow, visits) in flow.touchpoints.iter().zip(visits) {
                        prop_assert!((flow.visits - visits).abs() < 1e-5 * visits.max(1.0), "{}: {:?} or {}", text, flow, visits);
                    }
                }
                // Only loops keep customers for ever; what they keep is missing from reached and lost.
                Err(FlowError::ClosedLoops { .. }) => {
                    let (reached, lost, _) = iterate(&journey, 3000);
                    prop_assert!(reached + lost < 1.0 - 1e-6, "{}", text);
                }
                Err(FlowError::BadShares { .. }) => {}
                Err(FlowError::Empty) => prop_assert!(false, "{}", text),
            }
        }
    }

    #[test]
    fn a_large_map_with_long_loops_is_solved() {
        // Five thousand touchpoints in rows of eight, each going on to two, every tenth back a long way.
        let mut words = Vec::new();
        for index in 0..5000_usize {
            let next_column = (index / 8 + 1) * 8;
            for row in [index % 8, (index + 3) % 8] {
                words.push(format!("n{index:04}>n{:04}=0.45", next_column + row));
            }
            if index % 10 == 9 {
                words.push(format!("n{index:04}>n{:04}=0.08", index / 2));
            }
        }
        let journey = journey(&words.join(" "));
        let flow = flow(&journey).unwrap();
        assert!((flow.conversion + flow.lost - 1.0).abs() < 1e-9);
        // The visits solve v = e + Qᵀv.
        let graph = JourneyGraph::of(&journey);
        let starts: std::collections::BTreeMap<TouchpointId, f64> = graph.starts().into_iter().collect();
        for touchpoint in graph.touchpoints() {
            let come = |id: &TouchpointId| flow.at(id).unwrap().visits;
            let into: f64 =
                graph.ways_in(&touchpoint.id).iter().map(|way| come(&way.from) * flow.share(&way.id).unwrap()).sum();
            let expect = starts.get(&touchpoint.id).copied().unwrap_or(0.0) + into;
            assert!((come(&touchpoint.id) - expect).abs() < 1e-9, "{}", touchpoint.id);
        }
    }
}
