//! Where the touchpoints of a piece go, with their steps and transitions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::same_title;
use super::{Host, Pasting};
use crate::edit::command::ItemValue;
use crate::edit::error::ApplyError;
use crate::edit::verbs::missing;
use crate::edit::verbs::order::rank_at_end;
use crate::edit::verbs::place::{ColumnPlace, Place, put_at};
use crate::model::{
    Cell, Feeling, IdSource, Journey, Stage, Step, StepId, Subject, Touchpoint, TouchpointId, Transition, TransitionId,
    columns, step_columns,
};

impl Pasting<'_> {
    /// Puts the touchpoints in their places, and what leads from one to the other.
    pub(super) fn place(&mut self, source: &mut dyn IdSource) -> Result<(), ApplyError> {
        let Some(theirs) = self.paste.piece.journey() else { return Ok(()) };
        let homes = self.homes(theirs, source)?;
        for touchpoint in &theirs.touchpoints {
            let stays = self.is_return() && self.document.touchpoint(&touchpoint.id).is_none();
            let id = if stays { touchpoint.id.clone() } else { TouchpointId::random(source) };
            self.names.touchpoints.set(&touchpoint.id, &id);
        }
        let mut by_step: Vec<(StepId, Vec<Vec<Touchpoint>>)> = Vec::new();
        for (step, group) in groups(theirs) {
            let home = homes.get(&step).ok_or_else(|| missing(&step))?;
            let group: Vec<Touchpoint> = group.iter().map(|touchpoint| self.here(touchpoint)).collect();
            match by_step.iter_mut().find(|(step, _)| step == home) {
                Some((_, groups)) => groups.push(group),
                None => by_step.push((home.clone(), vec![group])),
            }
        }
        let journey_id = self.journey.id.clone();
        for (step, groups) in by_step {
            let made = groups.iter().flatten().map(|it| Subject::Touchpoint(journey_id.clone(), it.id.clone()));
            self.made.extend(made);
            let place = match self.host {
                Host::At(place, _) => place.clone(),
                Host::Known | Host::New => Place { column: self.column_behind_anchors(&step), step, row: 0 },
            };
            self.puts.extend(put_at(self.journey, groups, &place, source));
        }
        self.put_transitions(theirs, source);
        Ok(())
    }

    /// Where each step's touchpoints go: the step here.
    fn homes(&mut self, theirs: &Journey, source: &mut dyn IdSource) -> Result<BTreeMap<StepId, StepId>, ApplyError> {
        if let Host::At(place, _) = self.host {
            self.journey.steps.get(&place.step).ok_or_else(|| missing(&place.step))?;
            return Ok(theirs.touchpoints.iter().map(|it| (it.step.clone(), place.step.clone())).collect());
        }
        let stages: BTreeSet<Stage> = theirs.touchpoints.iter().filter_map(|it| theirs.stage_of(it)).collect();
        let picked = |step: &Step| self.paste.piece.is_picked(&Subject::Step(theirs.id.clone(), step.id.clone()));
        let brings_steps = theirs.steps.iter().any(|step| picked(step));
        let anchor = self.paste.after.iter().rev().find_map(|id| self.journey.touchpoints.get(id));
        let mut homes = BTreeMap::new();
        if let Some(anchor) = anchor.filter(|_| stages.len() < 2 && !brings_steps) {
            homes.extend(theirs.touchpoints.iter().map(|it| (it.step.clone(), anchor.step.clone())));
            return Ok(homes);
        }
        let first = self.journey.steps_in_order().first().map(|step| step.id.clone());
        // A touchpoint whose step is missing stands nowhere; here it stands at the beginning.
        for touchpoint in theirs.touchpoints.iter().filter(|it| !theirs.steps.contains(&it.step)) {
            homes.insert(touchpoint.step.clone(), first.clone().ok_or_else(|| missing(&touchpoint.step))?);
        }
        let mut ours = self.journey.clone();
        for step in theirs.steps_in_order() {
            let home = match known_step(&ours, step) {
                Some(known) => {
                    self.name_again(&known, step);
                    known
                }
                None if picked(step) => self.new_step(&mut ours, step, source),
                None => last_step(&ours, step.stage).ok_or_else(|| missing(&step.stage.key()))?,
            };
            self.names.steps.set(&step.id, &home);
            homes.insert(step.id.clone(), home);
        }
        Ok(homes)
    }

    /// The last step of a stage lost its name when it was cut.
    fn name_again(&mut self, known: &StepId, step: &Step) {
        let Some(ours) = self.journey.steps.get(known) else { return };
        if self.is_return() && ours.id == step.id && ours.title.trim().is_empty() {
            let named = Step { title: step.title.clone(), ..ours.as_ref().clone() };
            self.put(ItemValue::Step(self.journey.id.clone(), named.into()));
        }
    }

    /// A step comes along: as the one that is there without a name and without touchpoints, else behind the others.
    fn new_step(&mut self, ours: &mut Journey, step: &Step, source: &mut dyn IdSource) -> StepId {
        let of_stage: Vec<&Arc<Step>> = ours.steps.iter().filter(|it| it.stage == step.stage).collect();
        let blank = match of_stage.as_slice() {
            [only] if only.title.trim().is_empty() => {
                let empty = ours.touchpoints.iter().all(|it| it.step != only.id);
                empty.then(|| Step { title: step.title.clone(), ..only.as_ref().clone() })
            }
            _ => None,
        };
        let taken = self.document.journeys.iter().any(|it| it.steps.contains(&step.id));
        let new = if self.is_return() && !taken {
            step.clone()
        } else {
            blank.unwrap_or_else(|| Step {
                id: StepId::random(source),
                stage: step.stage,
                rank: rank_at_end(of_stage.iter().map(|it| &it.rank), source),
                title: step.title.clone(),
            })
        };
        let id = new.id.clone();
        ours.steps.put(new.clone());
        self.put(ItemValue::Step(self.journey.id.clone(), new.into()));
        id
    }

    /// A new column behind the last selected touchpoint of the step, else at its end.
    fn column_behind_anchors(&self, step: &StepId) -> ColumnPlace {
        let anchored = |id: &TouchpointId| self.paste.after.contains(id);
        let last = step_columns(self.journey, step)
            .iter()
            .rposition(|column| column.touchpoints.iter().any(|touchpoint| anchored(&touchpoint.id)));
        last.map_or(ColumnPlace::END, |last| ColumnPlace::Before(last + 1))
    }

    /// The touchpoint as it is called and refers here.
    fn here(&self, touchpoint: &Touchpoint) -> Touchpoint {
        let names = &self.names;
        let feeling = |feeling: &Feeling| {
            Some(Feeling { persona: names.personas.get(&feeling.persona)?.clone(), ..feeling.clone() })
        };
        let cell = |cell: &Cell| Some(Cell { lane: names.lanes.get(&cell.lane)?.clone(), ..cell.clone() });
        let mut feelings: Vec<Feeling> = touchpoint.feelings.iter().filter_map(feeling).collect();
        feelings.sort_by(|one, other| one.persona.cmp(&other.persona));
        feelings.dedup_by(|one, other| one.persona == other.persona);
        let mut cells: Vec<Cell> = touchpoint.cells.iter().filter_map(cell).collect();
        cells.sort_by(|one, other| one.lane.cmp(&other.lane));
        cells.dedup_by(|one, other| one.lane == other.lane);
        Touchpoint {
            id: names.touchpoint(&touchpoint.id),
            feelings,
            cells,
            channel: match self.host {
                Host::At(_, Some(swimlane)) => swimlane.channel().cloned(),
                _ => touchpoint.channel.as_ref().and_then(|id| names.channels.get(id)).cloned(),
            },
            department: touchpoint.department.as_ref().and_then(|id| names.departments.get(id)).cloned(),
            participants: names.departments.all(&touchpoint.participants),
            evidence: names.evidence.all(&touchpoint.evidence),
            // Twice the same share of customers cannot start.
            start: touchpoint.start.filter(|_| self.is_return()),
            ..touchpoint.clone()
        }
    }

    fn put_transitions(&mut self, theirs: &Journey, source: &mut dyn IdSource) {
        let is_return = self.is_return();
        let end = |id: &TouchpointId| {
            let outside = || self.journey.touchpoints.contains(id).then(|| id.clone()).filter(|_| is_return);
            self.names.touchpoints.get(id).cloned().or_else(outside)
        };
        let mut puts = Vec::new();
        for transition in &theirs.transitions {
            let (Some(from), Some(to)) = (end(&transition.from), end(&transition.to)) else { continue };
            let taken = self.document.journeys.iter().any(|it| it.transitions.contains(&transition.id));
            let stays = is_return && !taken;
            let id = if stays { transition.id.clone() } else { TransitionId::random(source) };
            puts.push(Transition { id, from, to, ..transition.as_ref().clone() });
        }
        for transition in puts {
            self.put(ItemValue::Transition(self.journey.id.clone(), transition.into()));
        }
    }
}

/// The columns of a piece in the order of its map, each with its step; what stands nowhere comes last, each alone.
fn groups(journey: &Journey) -> Vec<(StepId, Vec<Arc<Touchpoint>>)> {
    let mut groups: Vec<(StepId, Vec<Arc<Touchpoint>>)> =
        columns(journey).into_iter().map(|column| (column.step, column.touchpoints)).collect();
    let nowhere = journey.touchpoints.iter().filter(|it| !journey.steps.contains(&it.step));
    groups.extend(nowhere.map(|it| (it.step.clone(), vec![Arc::clone(it)])));
    groups
}

/// The step here that is this one: by its id, or by its title in the same stage.
fn known_step(ours: &Journey, step: &Step) -> Option<StepId> {
    let by_id = ours.steps.get(&step.id).filter(|it| it.stage == step.stage);
    let by_title = || ours.steps.iter().find(|it| it.stage == step.stage && same_title(&it.title, &step.title));
    by_id.or_else(by_title).map(|it| it.id.clone())
}

fn last_step(ours: &Journey, stage: Stage) -> Option<StepId> {
    ours.steps_in_order().iter().rfind(|step| step.stage == stage).map(|step| step.id.clone())
}
