//! Which transitions of a step have to lead back, where touchpoints lead in circles.
//!
//! A circle is entered somewhere: where customers come in, and of several such touchpoints where most do, or else the
//! one that stands first. Ways within the circle to that touchpoint lead back; what is left of the circle is taken
//! apart in the same way. So the touchpoint that is entered stands left of all others of its circle, and is the first of
//! them again when the arranged map is looked at anew.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Spot, Way};

/// How deep circles within circles are taken apart; what is tangled deeper is cut along a search in depth.
const DEEPEST: usize = 24;

/// A part of a step that is still to be taken apart.
struct Part {
    members: Vec<usize>,
    depth: usize,
}

/// Says for each way of a step whether it leads back; `comes_in` is the share of customers who come from elsewhere.
pub(super) fn back_ways(spots: &[Spot], (ways, comes_in): (&[Way], &[f64]), members: &[usize]) -> Vec<bool> {
    let mut cutting = Cutting { spots, ways, comes_in, back: vec![false; ways.len()], place: vec![None; spots.len()] };
    let mut parts = vec![Part { members: members.to_vec(), depth: 0 }];
    while let Some(part) = parts.pop() {
        for circle in cutting.circles(&part.members) {
            let Some(root) = cutting.entrance(&circle, &part) else { continue };
            if part.depth >= DEEPEST {
                cutting.cut_in_depth(&circle, root);
                continue;
            }
            cutting.cut_into(&circle, root);
            parts.push(Part { members: circle, depth: part.depth + 1 });
        }
    }
    cutting.back
}

struct Cutting<'a> {
    spots: &'a [Spot],
    ways: &'a [Way],
    comes_in: &'a [f64],
    back: Vec<bool>,
    /// Where a touchpoint stands in the part that is looked at.
    place: Vec<Option<usize>>,
}

impl Cutting<'_> {
    fn mark(&mut self, members: &[usize], present: bool) {
        for (index, member) in members.iter().enumerate() {
            if let Some(slot) = self.place.get_mut(*member) {
                *slot = present.then_some(index);
            }
        }
    }

    fn place(&self, spot: usize) -> Option<usize> {
        self.place.get(spot).copied().flatten()
    }

    /// The ways that do not lead back, with both ends marked: by their places in the list of ways.
    fn inner(&self) -> impl Iterator<Item = (usize, &Way)> {
        let inside = |way: &Way| self.place(way.from).is_some() && self.place(way.to).is_some();
        let kept = self.ways.iter().enumerate().zip(&self.back).filter(|(_, back)| !**back).map(|(way, _)| way);
        kept.filter(move |(_, way)| inside(way))
    }

    /// Touchpoints that lead to each other, each circle in the order of the map.
    fn circles(&mut self, members: &[usize]) -> Vec<Vec<usize>> {
        self.mark(members, true);
        let mut graph: DiGraph<usize, ()> = DiGraph::with_capacity(members.len(), 0);
        for member in members {
            graph.add_node(*member);
        }
        for (_, way) in self.inner() {
            if let (Some(from), Some(to)) = (self.place(way.from), self.place(way.to)) {
                graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
            }
        }
        self.mark(members, false);
        let spots_of = |component: Vec<NodeIndex>| {
            let mut circle: Vec<usize> =
                component.iter().filter_map(|node| graph.node_weight(*node).copied()).collect();
            circle.sort_unstable();
            circle
        };
        let mut circles: Vec<Vec<usize>> =
            kosaraju_scc(&graph).into_iter().filter(|component| component.len() > 1).map(spots_of).collect();
        circles.sort_unstable();
        circles
    }

    /// Where customers come into a circle. Within a larger one that is a touchpoint which the rest of it leads to.
    fn entrance(&mut self, circle: &[usize], part: &Part) -> Option<usize> {
        let mut comes_in: Vec<f64> =
            circle.iter().map(|at| self.comes_in.get(*at).copied().unwrap_or_default()).collect();
        let mut entered = vec![part.depth == 0; circle.len()];
        self.mark(circle, true);
        let in_part = |spot: usize| part.members.binary_search(&spot).is_ok();
        for (way, _) in self.ways.iter().zip(&self.back).filter(|(_, back)| !**back) {
            let (None, Some(to)) = (self.place(way.from), self.place(way.to)) else { continue };
            if let (Some(sum), Some(entered)) = (comes_in.get_mut(to), entered.get_mut(to)) {
                *sum += way.share;
                *entered |= in_part(way.from);
            }
        }
        self.mark(circle, false);
        let choices = circle.iter().zip(comes_in).zip(entered).map(|((spot, share), entered)| (*spot, share, entered));
        let better = |a: &(usize, f64, bool), b: &(usize, f64, bool)| {
            b.2.cmp(&a.2).then_with(|| b.1.total_cmp(&a.1)).then_with(|| a.0.cmp(&b.0))
        };
        choices.min_by(better).map(|(spot, _, _)| spot)
    }

    /// The ways within a circle to its entrance lead back.
    fn cut_into(&mut self, circle: &[usize], root: usize) {
        self.mark(circle, true);
        let cut: Vec<usize> = self.inner().filter(|(_, way)| way.to == root).map(|(index, _)| index).collect();
        self.mark(circle, false);
        self.cut(&cut);
    }

    fn cut(&mut self, ways: &[usize]) {
        for way in ways {
            if let Some(back) = self.back.get_mut(*way) {
                *back = true;
            }
        }
    }

    /// Follows the largest shares first, ties by id; ways to where the search has come from lead back.
    fn cut_in_depth(&mut self, circle: &[usize], root: usize) {
        self.mark(circle, true);
        let mut out: Vec<Vec<usize>> = vec![Vec::new(); circle.len()];
        for (index, way) in self.inner() {
            if let Some(list) = self.place(way.from).and_then(|place| out.get_mut(place)) {
                list.push(index);
            }
        }
        let way_at = |index: &usize| self.ways.get(*index);
        let name = |index: &usize| way_at(index).and_then(|way| self.spots.get(way.to)).map(|spot| &spot.id);
        let share = |index: &usize| way_at(index).map_or(0.0, |way| way.share);
        for list in &mut out {
            // The last one is taken first.
            list.sort_by(|a, b| share(a).total_cmp(&share(b)).then_with(|| name(b).cmp(&name(a))));
        }
        let mut cut = Vec::new();
        let mut state = vec![Seen::No; circle.len()];
        let mut trail: Vec<usize> = self.place(root).into_iter().collect();
        while let Some(&place) = trail.last() {
            if let Some(state) = state.get_mut(place) {
                *state = Seen::OnTrail;
            }
            let Some(index) = out.get_mut(place).and_then(Vec::pop) else {
                if let Some(state) = state.get_mut(place) {
                    *state = Seen::Done;
                }
                trail.pop();
                continue;
            };
            let Some(to) = self.ways.get(index).and_then(|way| self.place(way.to)) else { continue };
            match state.get(to) {
                Some(Seen::No) => trail.push(to),
                Some(Seen::OnTrail) => cut.push(index),
                _ => {}
            }
        }
        self.mark(circle, false);
        self.cut(&cut);
    }
}

/// How far the search has come with a touchpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    No,
    OnTrail,
    Done,
}
