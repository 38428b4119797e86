//! What of a journey says where its touchpoints stand and how customers go from one to another: found anew only when an
//! edit has changed just that.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::grid::Grid;
use super::lanes::plan::Plan;
use crate::analysis::graph::JourneyGraph;
use crate::analysis::path::{likely_path, stored_path};
use crate::analysis::share::Shares;
use crate::model::list::Item;
use crate::model::{Journey, List, PersonaId, Touchpoint, TouchpointId, Transition};

/// The structure of a journey.
pub(super) struct Structure {
    journey: Arc<Journey>,
    /// Where its touchpoints stand.
    pub(super) grid: Arc<Grid>,
    /// How its transitions go.
    pub(super) plan: Arc<Plan>,
    /// The path of personas for whom none is stored.
    likely: Walk,
    stored: BTreeMap<PersonaId, Walk>,
}

/// Touchpoints on a way.
pub(super) type Walk = Arc<[TouchpointId]>;

impl Structure {
    /// Finds the structure of a journey.
    pub(super) fn of(journey: &Arc<Journey>) -> Self {
        Self::over(journey, Arc::new(Grid::of(journey)))
    }

    /// The structure on a grid.
    fn over(journey: &Arc<Journey>, grid: Arc<Grid>) -> Self {
        let graph = JourneyGraph::of(journey);
        let shares = Shares::of(&graph);
        let plan = Plan::of(journey, &grid, (&graph, &shares));
        let likely = likely_path(&graph, &shares).into();
        Self { journey: Arc::clone(journey), grid, plan: Arc::new(plan), likely, stored: stored(journey) }
    }

    /// The structure after an edit.
    pub(super) fn after(mut self, journey: &Arc<Journey>) -> Self {
        if Arc::ptr_eq(&self.journey, journey) {
            return self;
        }
        let before = std::mem::replace(&mut self.journey, Arc::clone(journey));
        let stand =
            before.steps.same(&journey.steps) && alike(&before.touchpoints, &journey.touchpoints, Grid::stands_still);
        if !stand {
            return Self::of(journey);
        }
        let grid = Arc::make_mut(&mut self.grid);
        for (old, new) in before.touchpoints.iter().zip(&journey.touchpoints) {
            if !Arc::ptr_eq(old, new) {
                grid.replace(new);
            }
        }
        let flow = alike(&before.touchpoints, &journey.touchpoints, leaves_alike)
            && alike(&before.transitions, &journey.transitions, leads_alike);
        if !flow {
            return Self::over(journey, self.grid);
        }
        if !Arc::ptr_eq(&before.info, &journey.info) {
            self.stored = stored(journey);
        }
        self
    }

    /// The touchpoints that a persona's curve runs through.
    pub(super) fn path(&self, persona: &PersonaId) -> &Walk {
        self.stored.get(persona).unwrap_or(&self.likely)
    }
}

fn stored(journey: &Journey) -> BTreeMap<PersonaId, Walk> {
    let path = |persona: &PersonaId| Some((persona.clone(), stored_path(journey, persona)?.into()));
    journey.info.paths.iter().filter_map(|stored| path(&stored.persona)).collect()
}

/// Whether two lists hold the same things as far as this looks at them.
fn alike<T: Item>(before: &List<T>, after: &List<T>, look: fn(&T, &T) -> bool) -> bool {
    let same = |(old, new)| Arc::ptr_eq(old, new) || look(old, new);
    before.same(after) || before.len() == after.len() && before.iter().zip(after).all(same)
}

/// Whether as many start and end at a touchpoint.
fn leaves_alike(before: &Touchpoint, after: &Touchpoint) -> bool {
    before.start == after.start && before.end == after.end && before.goal == after.goal
}

/// Whether a transition takes as many the same way.
fn leads_alike(before: &Transition, after: &Transition) -> bool {
    (&before.id, &before.from, &before.to, before.share) == (&after.id, &after.from, &after.to, after.share)
}
