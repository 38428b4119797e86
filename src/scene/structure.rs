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
use crate::model::{Channel, Journey, List, PersonaId, Touchpoint, TouchpointId, Transition};

/// The structure of a journey.
pub(super) struct Structure {
    journey: Arc<Journey>,
    /// The channels, in whose swimlanes touchpoints may stand.
    channels: List<Channel>,
    /// Where its touchpoints stand.
    pub(super) grid: Arc<Grid>,
    /// How its transitions go.
    pub(super) plan: Arc<Plan>,
    /// The path of personas for whom none is stored.
    likely: Walk,
    stored: BTreeMap<PersonaId, Walk>,
    /// Another one whenever more has changed than what some touchpoints say.
    turn: u64,
    /// The touchpoints that the last edit has changed, as they were and as they are, where nothing else has changed.
    changed: Vec<(Arc<Touchpoint>, Arc<Touchpoint>)>,
}

/// Touchpoints on a way.
pub(super) type Walk = Arc<[TouchpointId]>;

impl Structure {
    /// Finds the structure of a journey.
    pub(super) fn of(journey: &Arc<Journey>, channels: &List<Channel>) -> Self {
        Self::over(journey, channels, Arc::new(Grid::of(journey, channels)))
    }

    /// The structure on a grid.
    fn over(journey: &Arc<Journey>, channels: &List<Channel>, grid: Arc<Grid>) -> Self {
        let graph = JourneyGraph::of(journey);
        let shares = Shares::of(&graph);
        let plan = Plan::of(journey, &grid, (&graph, &shares));
        let likely = likely_path(&graph, &shares).into();
        let (journey, channels, stored) = (Arc::clone(journey), channels.clone(), stored(journey));
        Self { journey, channels, grid, plan: Arc::new(plan), likely, stored, turn: 0, changed: Vec::new() }
    }

    /// Stays the same as long as only touchpoints change, and of them only what they say.
    pub(super) fn turn(&self) -> u64 {
        self.turn
    }

    /// The touchpoints that the last edit has changed in what they say, as they were and as they are.
    pub(super) fn changed(&self) -> &[(Arc<Touchpoint>, Arc<Touchpoint>)] {
        &self.changed
    }

    /// The structure after an edit.
    pub(super) fn after(mut self, journey: &Arc<Journey>, channels: &List<Channel>) -> Self {
        self.changed.clear();
        let same_channels = self.channels.same(channels) || !journey.info.swimlanes;
        if Arc::ptr_eq(&self.journey, journey) && same_channels {
            return self;
        }
        let before = std::mem::replace(&mut self.journey, Arc::clone(journey));
        self.channels = channels.clone();
        let same_lanes = before.info.swimlanes == journey.info.swimlanes
            && (!journey.info.swimlanes
                || same_channels && alike(&before.touchpoints, &journey.touchpoints, uses_one_channel));
        let stand = same_lanes
            && before.steps.same(&journey.steps)
            && alike(&before.touchpoints, &journey.touchpoints, Grid::stands_still);
        if !stand {
            return Self { turn: self.turn + 1, ..Self::of(journey, channels) };
        }
        let grid = Arc::make_mut(&mut self.grid);
        for (old, new) in before.touchpoints.iter().zip(&journey.touchpoints) {
            if !Arc::ptr_eq(old, new) {
                grid.replace(new);
                self.changed.push((Arc::clone(old), Arc::clone(new)));
            }
        }
        let flow = alike(&before.touchpoints, &journey.touchpoints, leaves_alike)
            && alike(&before.transitions, &journey.transitions, leads_alike);
        if !flow {
            return Self { turn: self.turn + 1, ..Self::over(journey, channels, self.grid) };
        }
        let same_info = Arc::ptr_eq(&before.info, &journey.info);
        if !same_info {
            self.stored = stored(journey);
        }
        if !(same_info
            && same_channels
            && before.transitions.same(&journey.transitions)
            && before.custom_lanes.same(&journey.custom_lanes))
        {
            self.turn += 1;
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

/// Whether a touchpoint stays in its swimlane.
fn uses_one_channel(before: &Touchpoint, after: &Touchpoint) -> bool {
    before.channel == after.channel
}

/// Whether as many start and end at a touchpoint.
fn leaves_alike(before: &Touchpoint, after: &Touchpoint) -> bool {
    before.start == after.start && before.end == after.end && before.goal == after.goal
}

/// Whether a transition takes as many the same way.
fn leads_alike(before: &Transition, after: &Transition) -> bool {
    (&before.id, &before.from, &before.to, before.share) == (&after.id, &after.from, &after.to, after.share)
}
