//! What of a journey says where its touchpoints stand and how customers go from one to another: found anew only when an
//! edit has changed just that.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::grid::{Grid, Moved};
use super::lanes::plan::Plan;
use crate::analysis::graph::JourneyGraph;
use crate::analysis::path::{likely_path, stored_path};
use crate::analysis::share::Shares;
use crate::model::list::pairs;
use crate::model::{Channel, Journey, List, PersonaId, Touchpoint, TouchpointId, Transition};

/// The structure of a journey.
pub(super) struct Structure {
    journey: Arc<Journey>,
    /// The channels, in whose swimlanes touchpoints may stand.
    channels: List<Channel>,
    /// Where its touchpoints stand.
    pub(super) grid: Arc<Grid>,
    /// Its transitions between its touchpoints.
    graph: JourneyGraph,
    /// Which share of the customers at a touchpoint takes which of them.
    shares: Shares,
    /// How its transitions go.
    pub(super) plan: Arc<Plan>,
    /// The path of personas for whom none is stored: found when one of them is shown.
    likely: OnceLock<Walk>,
    stored: BTreeMap<PersonaId, Walk>,
}

/// From so many touchpoints on that stand elsewhere everything is found anew.
const MANY: usize = 64;

/// A transition as it was before an edit and as it is after it, where it is there.
type Led<'a> = (Option<&'a Arc<Transition>>, Option<&'a Arc<Transition>>);

/// Touchpoints on a way.
type Walk = Arc<[TouchpointId]>;

impl Structure {
    /// Finds the structure of a journey.
    pub(super) fn of(journey: &Arc<Journey>, channels: &List<Channel>) -> Self {
        let grid = Arc::new(Grid::of(journey, channels));
        let graph = JourneyGraph::of(journey);
        let shares = Shares::of(&graph);
        let plan = Arc::new(Plan::of(journey, &grid, (&graph, &shares)));
        let (journey, channels, stored) = (Arc::clone(journey), channels.clone(), stored(journey));
        Self { journey, channels, grid, graph, shares, plan, likely: OnceLock::new(), stored }
    }

    /// The structure after an edit, at the cost of what that has changed.
    pub(super) fn after(mut self, journey: &Arc<Journey>, channels: &List<Channel>) -> Self {
        Arc::make_mut(&mut self.grid).rest();
        let same_channels = self.channels.same(channels) || !journey.info.swimlanes;
        if Arc::ptr_eq(&self.journey, journey) && same_channels {
            return self;
        }
        let before = std::mem::replace(&mut self.journey, Arc::clone(journey));
        self.channels = channels.clone();
        let mut edited: Vec<Moved<'_>> = Vec::new();
        pairs(&before.touchpoints, &journey.touchpoints, |old, new| edited.push((old, new)));
        let stands = |(old, new): &Moved<'_>| old.zip(*new).is_some_and(|(old, new)| Grid::stands_still(old, new));
        let (says, moves): (Vec<Moved<'_>>, Vec<Moved<'_>>) = edited.iter().copied().partition(stands);
        let lanes = before.info.swimlanes || journey.info.swimlanes;
        let in_one_lane = |(old, new): &Moved<'_>| old.map(|it| &it.channel) == new.map(|it| &it.channel);
        let in_lanes = before.info.swimlanes == journey.info.swimlanes
            && same_channels
            && moves.is_empty()
            && says.iter().all(in_one_lane);
        if !before.steps.same(&journey.steps) || lanes && !in_lanes || moves.len() > MANY {
            let mut after = Self::of(journey, channels);
            Arc::make_mut(&mut after.grid).compare(&self.grid.faces());
            return after;
        }
        let grid = Arc::make_mut(&mut self.grid);
        if !moves.is_empty() {
            grid.stand_anew(journey, &moves);
        }
        says.iter().filter_map(|(old, new)| old.zip(*new)).for_each(|(old, new)| grid.replace(old, new));
        let mut led: Vec<Led<'_>> = Vec::new();
        pairs(&before.transitions, &journey.transitions, |old, new| led.push((old, new)));
        let leaves = |(old, new): &Moved<'_>| old.zip(*new).is_some_and(|(old, new)| leaves_alike(old, new));
        let all_lead = led.iter().all(|(old, new)| old.zip(*new).is_some_and(|(old, new)| leads_alike(old, new)));
        let flows_alike = all_lead && edited.iter().all(leaves);
        let starts_alike = if flows_alike {
            let here = edited.iter().filter_map(|(_, new)| *new);
            self.graph.renew(journey, here, led.iter().filter_map(|(_, new)| *new))
        } else {
            self.graph = self.graph.after(journey);
            self.shares = Shares::of(&self.graph);
            false
        };
        if !flows_alike || !moves.is_empty() {
            self.plan = Arc::new(Plan::of(journey, &self.grid, (&self.graph, &self.shares)));
        }
        // Of where touchpoints stand only their rows decide, between ways that are as likely and as long.
        let in_one_row = |(old, new): &Moved<'_>| old.zip(*new).is_some_and(|(old, new)| old.row == new.row);
        if !(starts_alike && moves.iter().all(in_one_row)) {
            self.likely = OnceLock::new();
        }
        // Whoever comes or goes may be on a stored path.
        let on_path = |id: &TouchpointId| journey.info.paths.iter().any(|path| path.touchpoints.contains(id));
        let moves_on = |(old, new): &Moved<'_>| old.xor(*new).is_some_and(|it| on_path(&it.id));
        if !Arc::ptr_eq(&before.info, &journey.info) || moves.iter().any(moves_on) {
            let before = std::mem::replace(&mut self.stored, stored(journey));
            for (persona, path) in &mut self.stored {
                // A path that is what it was says so by itself.
                if let Some(same) = before.get(persona).filter(|it| *it == path) {
                    path.clone_from(same);
                }
            }
        }
        self
    }

    /// The touchpoints that a persona's curve runs through.
    pub(super) fn path(&self, persona: &PersonaId) -> &Walk {
        let likely = || self.likely.get_or_init(|| likely_path(&self.graph, &self.shares).into());
        self.stored.get(persona).unwrap_or_else(likely)
    }
}

fn stored(journey: &Journey) -> BTreeMap<PersonaId, Walk> {
    let path = |persona: &PersonaId| Some((persona.clone(), stored_path(journey, persona)?.into()));
    journey.info.paths.iter().filter_map(|stored| path(&stored.persona)).collect()
}

/// Whether as many start and end at a touchpoint.
fn leaves_alike(before: &Touchpoint, after: &Touchpoint) -> bool {
    before.start == after.start && before.end == after.end && before.goal == after.goal
}

/// Whether a transition takes as many the same way.
fn leads_alike(before: &Transition, after: &Transition) -> bool {
    (&before.id, &before.from, &before.to, before.share) == (&after.id, &after.from, &after.to, after.share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{journey, persona, t};
    use crate::model::Rank;

    #[test]
    fn the_likely_path_stays_unless_a_row_decides() {
        let before = journey("a>b a>c b:row=a c:row=b");
        let moved = |change: &dyn Fn(&mut Touchpoint)| {
            let mut after = before.clone();
            change(after.touchpoints.get_mut(&t("b")).expect("there"));
            Arc::new(after)
        };
        let rank = |text: &str| Rank::parse(text).expect("a rank");
        let channels = List::default();
        let structure = || Structure::of(&Arc::new(before.clone()), &channels);
        assert_eq!(**structure().path(&persona()), [t("a"), t("b")]);
        let aside = structure();
        let walk = Arc::clone(aside.path(&persona()));
        let aside = aside.after(&moved(&|it| it.column = rank("c")), &channels);
        assert!(Arc::ptr_eq(&walk, aside.path(&persona())), "it is not found anew");
        let down = structure();
        down.path(&persona());
        let down = down.after(&moved(&|it| it.row = rank("c")), &channels);
        assert_eq!(**down.path(&persona()), [t("a"), t("c")]);
    }
}
