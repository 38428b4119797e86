//! The graph of one journey: shares, loops, what customers cannot come to, stored paths; and the journey's own claims.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{Found, ProblemKind};
use crate::model::starts::starts;
use crate::model::{
    Document, End, Journey, JourneyKind, Stage, Subject, Touchpoint, TouchpointId, Transition, touchpoints_in_order,
};

/// How far a sum of shares may be above 1: typed decimals do not add up exactly in binary.
const TOLERANCE: f64 = 1e-9;

pub(super) fn check(document: &Document, journey: &Journey, found: &mut Found) {
    claims(document, journey, found);
    stages(journey, found);
    let ways = Ways::of(journey, found);
    shares(journey, &ways, found);
    loops(journey, &ways, found);
    unreachable(journey, &ways, found);
    lost_behind_goals(journey, &ways, found);
    paths(journey, found);
}

fn claims(document: &Document, journey: &Journey, found: &mut Found) {
    let subject = || Subject::Journey(journey.id.clone());
    if journey.info.personas.is_empty() {
        found.add(subject(), ProblemKind::NoPersona);
    }
    let is_to_be = |id| document.journeys.get(id).is_some_and(|other| other.info.kind == JourneyKind::ToBe);
    if journey.info.improves.as_ref().is_some_and(|id| *id == journey.id || is_to_be(id)) {
        found.add(subject(), ProblemKind::ImprovesNoAsIs);
    }
    let starts: f64 = journey.touchpoints.iter().filter_map(|touchpoint| touchpoint.start).sum();
    if starts > 1.0 + TOLERANCE {
        found.add(subject(), ProblemKind::StartsAboveOne { sum: starts });
    }
}

fn stages(journey: &Journey, found: &mut Found) {
    let with_steps: BTreeSet<Stage> = journey.steps.iter().map(|step| step.stage).collect();
    for stage in Stage::ALL.into_iter().filter(|stage| !with_steps.contains(stage)) {
        found.add(Subject::Stage(journey.id.clone(), stage), ProblemKind::StageWithoutStep);
    }
}

/// The journey's ways between existing, different touchpoints, which are named by their place in the list.
struct Ways<'a> {
    touchpoints: Vec<&'a Arc<Touchpoint>>,
    /// With the typed share of each way.
    graph: DiGraph<(), Option<f64>>,
    /// By touchpoint: the sum of the typed shares out of it, and whether some way is untyped.
    typed: Vec<(f64, bool)>,
}

impl<'a> Ways<'a> {
    fn of(journey: &'a Journey, found: &mut Found) -> Self {
        let touchpoints: Vec<&Arc<Touchpoint>> = journey.touchpoints.iter().collect();
        let mut graph = DiGraph::with_capacity(touchpoints.len(), journey.transitions.len());
        for _ in &touchpoints {
            graph.add_node(());
        }
        // Hashing spares the many cache misses of a search in a long list.
        let nodes: HashMap<&TouchpointId, usize> =
            touchpoints.iter().enumerate().map(|(index, touchpoint)| (&touchpoint.id, index)).collect();
        let node = |id: &TouchpointId| nodes.get(id).copied();
        let mut seen = HashSet::new();
        for transition in &journey.transitions {
            let Transition { id, from, to, share, .. } = &**transition;
            let subject = || Subject::Transition(journey.id.clone(), id.clone());
            let (Some(from_node), Some(to_node)) = (node(from), node(to)) else { continue };
            if from == to {
                found.add(subject(), ProblemKind::SelfTransition);
                continue;
            }
            if !seen.insert((from_node, to_node)) {
                found.add(subject(), ProblemKind::DoubledTransition);
            }
            graph.add_edge(NodeIndex::new(from_node), NodeIndex::new(to_node), *share);
        }
        let mut typed = vec![(0.0, false); touchpoints.len()];
        for edge in graph.edge_references() {
            if let Some((sum, untyped)) = typed.get_mut(edge.source().index()) {
                *sum += edge.weight().unwrap_or(0.0);
                *untyped |= edge.weight().is_none();
            }
        }
        Self { touchpoints, graph, typed }
    }

    fn subject(&self, journey: &Journey, node: NodeIndex) -> Option<Subject> {
        let touchpoint = self.touchpoints.get(node.index())?;
        Some(Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone()))
    }

    fn typed(&self, node: NodeIndex) -> (f64, bool) {
        self.typed.get(node.index()).copied().unwrap_or_default()
    }
}

fn shares(journey: &Journey, ways: &Ways<'_>, found: &mut Found) {
    for node in ways.graph.node_indices() {
        let (sum, _) = ways.typed(node);
        if sum > 1.0 + TOLERANCE
            && let Some(subject) = ways.subject(journey, node)
        {
            found.add(subject, ProblemKind::SharesAboveOne { sum });
        }
    }
}

/// Loops that neither a way which somebody takes nor a rest of customers leaves.
fn loops(journey: &Journey, ways: &Ways<'_>, found: &mut Found) {
    let taken = ways.graph.filter_map(
        |_, ()| Some(()),
        |edge, share| {
            let (from, _) = ways.graph.edge_endpoints(edge)?;
            let share = share.unwrap_or_else(|| 1.0 - ways.typed(from).0);
            (share > TOLERANCE).then_some(())
        },
    );
    // Of the crate's two algorithms this is the one that does not recurse.
    for mut component in kosaraju_scc(&taken) {
        component.sort();
        let is_left = |node: &NodeIndex| {
            let (sum, untyped) = ways.typed(*node);
            let leaves = taken.neighbors(*node).any(|to| component.binary_search(&to).is_err());
            leaves || (!untyped && sum < 1.0 - TOLERANCE)
        };
        if component.len() < 2 || component.iter().any(is_left) {
            continue;
        }
        if let Some(subject) = component.first().and_then(|first| ways.subject(journey, *first)) {
            found.add(subject, ProblemKind::ClosedLoop { touchpoints: component.len() });
        }
    }
}

fn unreachable(journey: &Journey, ways: &Ways<'_>, found: &mut Found) {
    let mut reached = vec![false; ways.touchpoints.len()];
    let mut open = start_nodes(journey, ways);
    while let Some(node) = open.pop() {
        let Some(mark) = reached.get_mut(node.index()).filter(|mark| !**mark) else { continue };
        *mark = true;
        open.extend(ways.graph.neighbors(node));
    }
    for (index, _) in reached.iter().enumerate().filter(|(_, reached)| !**reached) {
        if let Some(subject) = ways.subject(journey, NodeIndex::new(index)) {
            found.add(subject, ProblemKind::Unreachable);
        }
    }
}

/// Ends behind a goal of which nothing says that they are reached: a goal in the middle of a way counts nobody who goes
/// on from it.
fn lost_behind_goals(journey: &Journey, ways: &Ways<'_>, found: &mut Found) {
    let at = |node: NodeIndex| ways.touchpoints.get(node.index());
    let goals = ways.graph.node_indices().filter(|node| at(*node).is_some_and(|it| it.goal));
    let mut passed = vec![false; ways.touchpoints.len()];
    for goal in goals {
        let mut open: Vec<NodeIndex> = ways.graph.neighbors(goal).collect();
        while let Some(node) = open.pop() {
            let Some(touchpoint) = at(node).filter(|it| !it.goal) else { continue };
            let Some(mark) = passed.get_mut(node.index()).filter(|mark| !**mark) else { continue };
            *mark = true;
            let mut on = ways.graph.neighbors(node).peekable();
            let is_unsaid = on.peek().is_none() && touchpoint.end == End::None;
            open.extend(on);
            if let (true, Some(subject), Some(goal)) = (is_unsaid, ways.subject(journey, node), at(goal)) {
                found.add(subject, ProblemKind::LostBehindGoal { goal: goal.id.to_string() });
            }
        }
    }
}

/// Where customers start.
fn start_nodes(journey: &Journey, ways: &Ways<'_>) -> Vec<NodeIndex> {
    let stored = |node: NodeIndex| ways.touchpoints.get(node.index())?.start;
    let first = || {
        let id = &touchpoints_in_order(journey).first()?.id;
        let place = ways.touchpoints.binary_search_by(|touchpoint| touchpoint.id.cmp(id)).ok()?;
        Some(NodeIndex::new(place))
    };
    starts(&ways.graph, &stored, first).into_iter().map(|(node, _)| node).collect()
}

fn paths(journey: &Journey, found: &mut Found) {
    if journey.info.paths.is_empty() {
        return;
    }
    let ways: BTreeSet<(&TouchpointId, &TouchpointId)> =
        journey.transitions.iter().map(|transition| (&transition.from, &transition.to)).collect();
    for path in &journey.info.paths {
        let existing: Vec<&TouchpointId> =
            path.touchpoints.iter().filter(|id| journey.touchpoints.contains(id)).collect();
        for (from, to) in existing.iter().zip(existing.iter().skip(1)) {
            if !ways.contains(&(*from, *to)) {
                let after = from.to_string();
                found.add(Subject::Journey(journey.id.clone()), ProblemKind::BrokenPath { after });
            }
        }
    }
}
