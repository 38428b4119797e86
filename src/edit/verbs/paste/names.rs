//! What the things of a piece are called in the project they come to: found again by id or by name, else new.

use std::collections::BTreeMap;

use super::{Origin, Pasting};
use crate::edit::command::ItemValue;
use crate::edit::verbs::order::rank_at_end;
use crate::model::list::Item;
use crate::model::{
    BarrierId, Channel, ChannelId, CustomLane, Department, DepartmentId, EvidenceId, IdSource, LaneId, List,
    OpportunityId, Persona, PersonaId, Rank, StepId, StrengthId, Subject, TouchpointId,
};

/// The ids of a piece's things, each with the one that it has here.
#[derive(Debug)]
pub(super) struct Known<I>(BTreeMap<I, I>);

impl<I: Ord + Clone> Default for Known<I> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<I: Ord + Clone> Known<I> {
    pub(super) fn set(&mut self, theirs: &I, ours: &I) {
        self.0.insert(theirs.clone(), ours.clone());
    }

    pub(super) fn get(&self, theirs: &I) -> Option<&I> {
        self.0.get(theirs)
    }

    /// The id here; what the piece itself does not hold keeps its own.
    pub(super) fn of(&self, theirs: &I) -> I {
        self.0.get(theirs).unwrap_or(theirs).clone()
    }

    /// The ids here of those that came along.
    pub(super) fn all(&self, theirs: &[I]) -> Vec<I> {
        let mut ours: Vec<I> = Vec::with_capacity(theirs.len());
        for id in theirs.iter().filter_map(|id| self.0.get(id)) {
            if !ours.contains(id) {
                ours.push(id.clone());
            }
        }
        ours
    }
}

/// What the things of a piece are called here.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) channels: Known<ChannelId>,
    pub(super) departments: Known<DepartmentId>,
    pub(super) personas: Known<PersonaId>,
    pub(super) evidence: Known<EvidenceId>,
    pub(super) lanes: Known<LaneId>,
    pub(super) steps: Known<StepId>,
    pub(super) touchpoints: Known<TouchpointId>,
    pub(super) barriers: Known<BarrierId>,
    pub(super) strengths: Known<StrengthId>,
    pub(super) opportunities: Known<OpportunityId>,
}

impl Names {
    pub(super) fn touchpoint(&self, id: &TouchpointId) -> TouchpointId {
        self.touchpoints.of(id)
    }
}

/// The thing among ours that this is, by its id or by what it is called.
pub(super) fn known_as<'l, T: Item>(
    ours: &'l List<T>,
    item: &T,
    origin: Origin,
    name: fn(&T) -> &str,
) -> Option<&'l T> {
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    let by_id = ours.get(item.id()).map(AsRef::as_ref);
    let is_it = |ours: &&T| origin == Origin::Here || same(name(ours), name(item));
    let by_name = || {
        let named = !name(item).trim().is_empty() && origin == Origin::Elsewhere;
        ours.iter().map(AsRef::as_ref).find(|ours| named && same(name(ours), name(item)))
    };
    by_id.filter(is_it).or_else(by_name)
}

/// Its own id where that is free here, else a new one.
pub(super) fn free_id<T: Item>(ours: &List<T>, item: &T, fresh: impl FnOnce() -> T::Id) -> T::Id {
    if ours.contains(item.id()) { fresh() } else { item.id().clone() }
}

impl Pasting<'_> {
    /// Settles what the project's lists call the piece's things, and puts those that are not here yet.
    pub(super) fn settle_names(&mut self, source: &mut dyn IdSource) {
        self.settle_departments(source);
        self.settle_channels(source);
        self.settle_evidence(source);
        self.settle_personas(source);
        self.settle_lanes(source);
    }

    fn settle_departments(&mut self, source: &mut dyn IdSource) {
        let (ours, origin) = (&self.document.departments, self.paste.origin);
        let mut last = last_rank(ours.iter().map(|it| &it.rank));
        for department in &self.paste.piece.document.departments {
            if let Some(known) = known_as(ours, department, origin, |it| &it.name) {
                self.names.departments.set(&department.id, &known.id);
                continue;
            }
            let id = free_id(ours, department, || DepartmentId::random(source));
            self.names.departments.set(&department.id, &id);
            let rank = next_rank(&mut last, source);
            self.put(ItemValue::Department(Department { id, rank, ..department.as_ref().clone() }.into()));
        }
    }

    fn settle_channels(&mut self, source: &mut dyn IdSource) {
        let (ours, origin) = (&self.document.channels, self.paste.origin);
        let mut last = last_rank(ours.iter().map(|it| &it.rank));
        for channel in &self.paste.piece.document.channels {
            if let Some(known) = known_as(ours, channel, origin, |it| &it.name) {
                self.names.channels.set(&channel.id, &known.id);
                continue;
            }
            let id = free_id(ours, channel, || ChannelId::random(source));
            self.names.channels.set(&channel.id, &id);
            let rank = next_rank(&mut last, source);
            self.put(ItemValue::Channel(Channel { id, rank, ..channel.as_ref().clone() }.into()));
        }
    }

    /// Evidence is put once it is known what its excerpts support is called.
    fn settle_evidence(&mut self, source: &mut dyn IdSource) {
        let (ours, origin) = (&self.document.evidence, self.paste.origin);
        for evidence in &self.paste.piece.document.evidence {
            let picked = self.piece().is_picked(&Subject::Evidence(evidence.id.clone()));
            let known = known_as(ours, evidence, origin, |it| &it.title);
            let again = picked && self.paste.after.is_empty() && !self.paste.piece.cut;
            if let Some(known) = known.filter(|_| !again) {
                self.names.evidence.set(&evidence.id, &known.id);
                continue;
            }
            let id = free_id(ours, evidence, || EvidenceId::random(source));
            self.names.evidence.set(&evidence.id, &id);
            if picked {
                self.made.push(Subject::Evidence(id));
            }
        }
    }

    /// A persona that was picked is wanted as one more.
    fn settle_personas(&mut self, source: &mut dyn IdSource) {
        let (ours, origin) = (&self.document.personas, self.paste.origin);
        let mut last = last_rank(ours.iter().map(|it| &it.rank));
        for persona in &self.paste.piece.document.personas {
            let picked = self.piece().is_picked(&Subject::Persona(persona.id.clone()));
            if let Some(known) = known_as(ours, persona, origin, |it| &it.name).filter(|_| !picked) {
                self.names.personas.set(&persona.id, &known.id);
                continue;
            }
            let id = free_id(ours, persona, || PersonaId::random(source));
            self.names.personas.set(&persona.id, &id);
            if picked {
                self.made.push(Subject::Persona(id.clone()));
            }
            let rank = next_rank(&mut last, source);
            let channels = self.names.channels.all(&persona.channels);
            self.put(ItemValue::Persona(Persona { id, rank, channels, ..persona.as_ref().clone() }.into()));
        }
    }

    fn settle_lanes(&mut self, source: &mut dyn IdSource) {
        let Some(theirs) = self.paste.piece.journey() else { return };
        let ours = &self.journey.custom_lanes;
        let elsewhere = |id: &LaneId| self.document.journeys.iter().any(|it| it.custom_lanes.contains(id));
        for lane in &theirs.custom_lanes {
            // A lane belongs to one journey: in another one of the same project it is known by its name alone.
            let like = ours.iter().find(|it| it.content == lane.content && same_title(&it.title, &lane.title));
            let known = ours.get(&lane.id).filter(|it| it.content == lane.content).or(like);
            let id = match known {
                Some(known) => known.id.clone(),
                None if elsewhere(&lane.id) => LaneId::random(source),
                None => lane.id.clone(),
            };
            self.names.lanes.set(&lane.id, &id);
            if known.is_none() {
                let lane = CustomLane { id, ..lane.as_ref().clone() };
                self.puts.push(crate::edit::Command::Put(ItemValue::Lane(self.journey.id.clone(), lane.into())));
            }
        }
    }
}

/// Whether two titles are the same to a reader.
pub(super) fn same_title(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    !one.is_empty() && one.to_lowercase() == other.to_lowercase()
}

fn last_rank<'a>(ranks: impl Iterator<Item = &'a Rank>) -> Option<Rank> {
    ranks.max().cloned()
}

fn next_rank(last: &mut Option<Rank>, source: &mut dyn IdSource) -> Rank {
    let next = rank_at_end(last.iter(), source);
    *last = Some(next.clone());
    next
}
