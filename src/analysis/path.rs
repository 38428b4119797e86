//! The path a persona's emotion curve follows, and its peak–end figure.

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashSet;

use super::graph::JourneyGraph;
use super::share::Shares;
use crate::model::{Emotion, Journey, PersonaId, TouchpointId};

/// The touchpoints that a persona's curve runs through, in order, each once.
///
/// The path stored for the persona (without touchpoints that are gone), if any; else from the largest start along the
/// largest shares to touchpoints not yet passed, ties by the length of the way ahead, then row, then id: a loose
/// touchpoint or a way that ends at once takes the curve from no longer one.
pub fn curve_path(journey: &Journey, persona: &PersonaId) -> Vec<TouchpointId> {
    let likely = || {
        let graph = JourneyGraph::of(journey);
        likely_path(&graph, &Shares::of(&graph))
    };
    stored_path(journey, persona).unwrap_or_else(likely)
}

/// The path stored for a persona, as far as it still leads anywhere.
pub fn stored_path(journey: &Journey, persona: &PersonaId) -> Option<Vec<TouchpointId>> {
    let path = journey.info.paths.iter().find(|path| path.persona == *persona)?;
    let mut seen = FxHashSet::default();
    let exists = |id: &&TouchpointId| journey.touchpoints.contains(id) && seen.insert((*id).clone());
    let kept: Vec<TouchpointId> = path.touchpoints.iter().filter(exists).cloned().collect();
    (!kept.is_empty()).then_some(kept)
}

/// The path of those for whom none is stored.
pub fn likely_path(graph: &JourneyGraph, shares: &Shares) -> Vec<TouchpointId> {
    let mut passed = vec![false; graph.len()];
    let mut path = Vec::new();
    let mut ahead = WayAhead { graph, shares, lengths: vec![Length::Unknown; graph.len()], open: Vec::new() };
    let mut next = ahead.largest(graph.start_nodes());
    while let Some(node) = next {
        if let Some(mark) = passed.get_mut(node.index()) {
            *mark = true;
        }
        path.extend(graph.graph.node_weight(node).map(|touchpoint| touchpoint.id.clone()));
        let fresh = |target: NodeIndex| passed.get(target.index()) == Some(&false);
        let choices = ahead.choices(node).filter(|(target, _)| fresh(*target)).collect();
        next = ahead.largest(choices);
    }
    path
}

/// How far ways lead on along the largest shares: found only where there is a choice.
struct WayAhead<'a> {
    graph: &'a JourneyGraph,
    shares: &'a Shares,
    lengths: Vec<Length>,
    /// Those whose length is being found, each with those it waits for behind it.
    open: Vec<NodeIndex>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Unknown,
    /// It is being found: a way back here leads no further.
    Open,
    /// So many touchpoints.
    Known(usize),
}

impl<'a> WayAhead<'a> {
    /// Where ways lead from a node, each with its share.
    fn choices(&self, node: NodeIndex) -> impl Iterator<Item = (NodeIndex, f64)> + use<'a> {
        let Self { graph, shares, .. } = self;
        let share = |edge: usize| shares.ways.get(edge).copied().unwrap_or(0.0);
        graph.graph.edges(node).map(move |edge| (edge.target(), share(edge.id().index())))
    }

    /// Where the largest of the ways from a node lead.
    fn likeliest(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> + use<'a> {
        let most = self.choices(node).map(|(_, share)| share).reduce(f64::max);
        self.choices(node).filter(move |(_, share)| Some(*share) == most).map(|(node, _)| node)
    }

    /// The node with the largest share; of equal ones the one with the longest way ahead, then in the upper row, then with
    /// the smaller id.
    fn largest(&mut self, mut choices: Vec<(NodeIndex, f64)>) -> Option<NodeIndex> {
        let most = choices.iter().map(|(_, share)| *share).max_by(f64::total_cmp)?;
        choices.retain(|(_, share)| *share == most);
        if let [(only, _)] = choices[..] {
            return Some(only);
        }
        let lengths: Vec<usize> = choices.iter().map(|(node, _)| self.length(*node)).collect();
        let longest = lengths.iter().max();
        let longest = choices.into_iter().zip(&lengths).filter(|(_, length)| Some(*length) == longest);
        // Nodes stand in the order of ids, so comparing nodes compares ids.
        let row = |node: NodeIndex| self.graph.graph.node_weight(node).map(|touchpoint| &touchpoint.row);
        longest.map(|((node, _), _)| node).min_by_key(|node| (row(*node), *node))
    }

    fn length(&mut self, from: NodeIndex) -> usize {
        let mut open = std::mem::take(&mut self.open);
        open.push(from);
        while let Some(node) = open.last().copied() {
            match self.known(node) {
                Length::Unknown => {
                    self.learn(node, Length::Open);
                    open.extend(self.likeliest(node).filter(|node| self.known(*node) == Length::Unknown));
                }
                Length::Open => {
                    let longest = self.likeliest(node).map(|node| self.steps(node)).max().unwrap_or(0);
                    self.learn(node, Length::Known(1 + longest));
                    open.pop();
                }
                Length::Known(_) => drop(open.pop()),
            }
        }
        self.open = open;
        self.steps(from)
    }

    fn known(&self, node: NodeIndex) -> Length {
        self.lengths.get(node.index()).copied().unwrap_or(Length::Open)
    }

    fn learn(&mut self, node: NodeIndex, length: Length) {
        if let Some(slot) = self.lengths.get_mut(node.index()) {
            *slot = length;
        }
    }

    fn steps(&self, node: NodeIndex) -> usize {
        if let Length::Known(steps) = self.known(node) { steps } else { 0 }
    }
}

/// An emotion at its touchpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Felt {
    /// Where.
    pub touchpoint: TouchpointId,
    /// How it feels.
    pub emotion: Emotion,
}

/// How a path is likely to be remembered, with its lowest point beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct PeakEnd<F = Felt> {
    /// (emotion of greatest |value| + last emotion) / 2, in points, −5…+5.
    pub value: f64,
    /// The emotion of greatest |value|; of a tie between signs the negative one.
    pub peak: F,
    /// The last emotion on the path.
    pub last: F,
    /// The lowest emotion on the path, the first of several.
    pub lowest: F,
}

/// Peak–end rule (Kahneman): an experience is remembered by its most intense moment and its end.
///
/// Runs over the persona's [`curve_path`]; touchpoints without an emotion are passed over, and `None` means that none
/// has one.
pub fn peak_end(journey: &Journey, persona: &PersonaId) -> Option<PeakEnd> {
    let felt = |id: &TouchpointId| {
        let emotion = journey.touchpoints.get(id)?.feeling(persona)?.emotion?;
        Some(Felt { touchpoint: id.clone(), emotion })
    };
    let path: Vec<Felt> = curve_path(journey, persona).iter().filter_map(felt).collect();
    peak_end_of(&path, |felt| felt.emotion)
}

/// The same of what is felt along a path, in its order.
pub fn peak_end_of<F: Clone>(path: &[F], emotion: impl Fn(&F) -> Emotion) -> Option<PeakEnd<F>> {
    let halves = |felt: &&F| emotion(felt).halves();
    // The least key wins: the greatest |value| first, then the negative sign; the first of equals stays.
    let peak = path.iter().min_by_key(|felt| (-halves(felt).abs(), halves(felt)))?.clone();
    let lowest = path.iter().min_by_key(halves)?.clone();
    let last = path.last()?.clone();
    let value = f64::midpoint(emotion(&peak).points(), emotion(&last).points());
    Some(PeakEnd { value, peak, last, lowest })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{journey, persona, t};
    use super::*;
    use crate::model::PersonaPath;
    use std::sync::Arc;

    fn names(path: &[TouchpointId]) -> String {
        path.iter().map(|id| id.as_str().trim_start_matches("t-")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_path_follows_the_largest_shares_once() {
        let check = |text: &str, expect: &str| {
            assert_eq!(names(&curve_path(&journey(text), &persona())), expect, "{text}");
        };
        check("", "");
        check("a>b b>c", "a b c");
        check("a>b=0.2 a>c=0.5 b>d c>d", "a c d");
        // The untyped way gets what is left, which is more than the typed one.
        check("a>b=0.2 a>c", "a c");
        check("a>b a>c", "a b");
        check("a>b a>c b:row=b c:row=a", "a c");
        check("a>c b>c b:start=0.7 a:start=0.3", "b c");
        check("a>c b>c a:row=z b:row=y", "b c");
        // A way back to a touchpoint already passed is not taken, however large.
        check("a>b b>a=0.9 b>c=0.1", "a b c");
        check("a>b b>c c>a", "a b c");
        // A loose touchpoint, or a way that ends at once, is not the likelier one for being above or first.
        check("b>c c>d a:row=a b:row=b", "b c d");
        check("a>b a>c c>d d>e", "a c d e");
        check("a>b=0.5 b>x a>c=0.5 c>d d>c d>e", "a c d e");
    }

    #[test]
    fn a_stored_path_wins_without_what_is_gone() {
        let check = |stored: &[&str], expect: &str| {
            let mut journey = journey("a>b b>c");
            let touchpoints = stored.iter().map(|name| t(name)).collect();
            Arc::make_mut(&mut journey.info).paths.push(PersonaPath { persona: persona(), touchpoints });
            assert_eq!(names(&curve_path(&journey, &persona())), expect, "{stored:?}");
        };
        check(&["c", "a"], "c a");
        check(&["c", "gone", "a", "c"], "c a");
        check(&["gone"], "a b c");
        check(&[], "a b c");
    }

    #[test]
    fn peak_and_end_with_the_lowest_beside() {
        let check = |text: &str, expect: Option<(f64, &str, &str, &str)>| {
            let got = peak_end(&journey(text), &persona());
            let got = got.as_ref().map(|got| {
                let name = |felt: &Felt| names(std::slice::from_ref(&felt.touchpoint));
                (got.value, name(&got.peak), name(&got.last), name(&got.lowest))
            });
            let expect = expect.map(|(value, peak, last, low)| (value, peak.into(), last.into(), low.into()));
            assert_eq!(got, expect, "{text}");
        };
        check("a>b b>c", None);
        check("a>b b>c a:feels=1 b:feels=-3.5 c:feels=4", Some((4.0, "c", "c", "b")));
        check("a>b b>c a:feels=4 b:feels=-4 c:feels=1", Some((-1.5, "b", "c", "b")));
        check("a>b b>c a:feels=2 b:feels=-1", Some((0.5, "a", "b", "b")));
        // Off the path an emotion does not count.
        check("a>b=0.9 a>z=0.1 a:feels=1 b:feels=2 z:feels=-5", Some((2.0, "b", "b", "a")));
        check("a>b b>c a:feels=3 b:feels=3 c:feels=3", Some((3.0, "a", "c", "a")));
    }
}
