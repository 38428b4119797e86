//! A piece of a project: what was picked and all that it refers to, as a small document that stands for itself.
//!
//! This is what goes through the clipboard, and what a pasted table or another format's text is turned into before it
//! joins a map.

mod cut;

use std::collections::BTreeSet;

use super::barrier::{Barrier, Strength};
use super::document::Document;
use super::ids::{BarrierId, ChannelId, DepartmentId, EvidenceId, PersonaId, StepId, TouchpointId};
use super::journey::{Journey, JourneyInfo};
use super::list::{Item, List};
use super::opportunity::Opportunity;
use super::persona::Persona;
use super::subject::Subject;
use super::touchpoint::Touchpoint;

/// A piece of a project.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Piece {
    /// Whether it was cut out of its place, so that pasting it there puts it back.
    pub cut: bool,
    /// What was picked; everything else is there because this refers to it.
    pub picked: Vec<Subject>,
    /// The things: a journey that holds the picked touchpoints and no others, and what they refer to.
    pub document: Document,
    /// What rested on evidence that was cut, where it is no part of the piece itself.
    pub cited: Vec<(EvidenceId, Subject)>,
}

impl Piece {
    /// The piece that these make, of those that can go through the clipboard: touchpoints (a step stands for its own),
    /// barriers, strengths, opportunities, personas and evidence. `None` where none of them is one.
    ///
    /// Touchpoints come with the transitions that touch them, their barriers and strengths, and the opportunities of
    /// both.
    pub fn of(document: &Document, subjects: &[Subject]) -> Option<Self> {
        let mut picking = Picking { document, piece: Self::default(), touchpoints: BTreeSet::new() };
        picking.pick(subjects);
        if picking.piece.picked.is_empty() {
            return None;
        }
        picking.claims();
        picking.lists();
        Some(picking.piece)
    }

    /// The journey that holds the picked touchpoints.
    pub fn journey(&self) -> Option<&Journey> {
        self.document.journeys.iter().next().map(AsRef::as_ref)
    }

    /// How many touchpoints it holds.
    pub fn touchpoint_count(&self) -> usize {
        self.document.touchpoint_count()
    }

    /// Whether this was picked, and not only referred to.
    pub fn is_picked(&self, subject: &Subject) -> bool {
        self.picked.contains(subject)
    }
}

struct Picking<'a> {
    document: &'a Document,
    piece: Piece,
    touchpoints: BTreeSet<&'a TouchpointId>,
}

impl<'a> Picking<'a> {
    fn pick(&mut self, subjects: &[Subject]) {
        // The map shows one journey: what is picked of others, in a list, does not make a map together.
        let journey = subjects.iter().rev().find_map(|subject| match subject {
            Subject::Touchpoint(journey, _) | Subject::Step(journey, _) => self.document.journeys.get(journey),
            _ => None,
        });
        for subject in subjects.iter().filter(|subject| subject.is_in(self.document)) {
            let goes = match subject {
                Subject::Touchpoint(id, touchpoint) => {
                    let journey = journey.filter(|journey| journey.id == *id);
                    let touchpoint = journey.and_then(|journey| journey.touchpoints.get(touchpoint));
                    self.touchpoints.extend(touchpoint.map(|touchpoint| &touchpoint.id));
                    touchpoint.is_some()
                }
                Subject::Step(id, step) => {
                    let journey = journey.filter(|journey| journey.id == *id);
                    let touchpoints = journey.into_iter().flat_map(|journey| &journey.touchpoints);
                    self.touchpoints.extend(touchpoints.filter(|it| it.step == *step).map(|it| &it.id));
                    journey.is_some()
                }
                Subject::Barrier(_)
                | Subject::Strength(_)
                | Subject::Opportunity(_)
                | Subject::Persona(_)
                | Subject::Evidence(_) => true,
                _ => false,
            };
            if goes && !self.piece.picked.contains(subject) {
                self.piece.picked.push(subject.clone());
            }
        }
        if let Some(journey) = journey {
            let part = self.part_of(journey);
            self.piece.document.journeys.put(part);
        }
    }

    fn part_of(&self, journey: &'a Journey) -> Journey {
        let touchpoints = kept(&journey.touchpoints, |it: &Touchpoint| self.touchpoints.contains(&it.id));
        let steps: BTreeSet<&StepId> = touchpoints.iter().map(|it| &it.step).collect();
        let picked = |step: &StepId| self.piece.is_picked(&Subject::Step(journey.id.clone(), step.clone()));
        let lanes: BTreeSet<_> = touchpoints.iter().flat_map(|it| &it.cells).map(|cell| &cell.lane).collect();
        let touches = |id: &TouchpointId| self.touchpoints.contains(id);
        let info = JourneyInfo { title: journey.info.title.clone(), ..JourneyInfo::default() };
        Journey {
            id: journey.id.clone(),
            info: info.into(),
            steps: kept(&journey.steps, |step| steps.contains(&step.id) || picked(&step.id)),
            custom_lanes: kept(&journey.custom_lanes, |lane| lanes.contains(&lane.id)),
            transitions: kept(&journey.transitions, |it| touches(&it.from) || touches(&it.to)),
            touchpoints,
        }
    }

    /// Barriers, strengths and opportunities.
    fn claims(&mut self) {
        let piece = &mut self.piece;
        let (document, touchpoints) = (self.document, &self.touchpoints);
        let named = |subject: Subject| piece.picked.contains(&subject);
        let touched = |ids: &[TouchpointId]| ids.iter().any(|id| touchpoints.contains(id));
        let picked: Vec<&Opportunity> = document
            .opportunities
            .iter()
            .map(AsRef::as_ref)
            .filter(|it| named(Subject::Opportunity(it.id.clone())))
            .collect();
        let solved: BTreeSet<&BarrierId> = picked.iter().flat_map(|it| &it.barriers).collect();
        let barriers = kept(&document.barriers, |it: &Barrier| {
            named(Subject::Barrier(it.id.clone())) || touched(&it.touchpoints) || solved.contains(&it.id)
        });
        let strengths = kept(&document.strengths, |it: &Strength| {
            named(Subject::Strength(it.id.clone())) || touched(&it.touchpoints)
        });
        let opportunities = kept(&document.opportunities, |it: &Opportunity| {
            let solves = it.barriers.iter().any(|id| barriers.contains(id));
            named(Subject::Opportunity(it.id.clone())) || touched(&it.touchpoints) || solves
        });
        piece.document.barriers = barriers;
        piece.document.strengths = strengths;
        piece.document.opportunities = opportunities;
    }

    /// The project's lists that all of it refers to.
    fn lists(&mut self) {
        let found = self.references();
        let document = self.document;
        let Piece { picked, document: part, .. } = &mut self.piece;
        let picked_of = |subject: Subject| picked.contains(&subject);
        let persona = |it: &Persona| found.personas.contains(&it.id) || picked_of(Subject::Persona(it.id.clone()));
        part.personas = kept(&document.personas, persona);
        let preferred: BTreeSet<&ChannelId> = part.personas.iter().flat_map(|it| &it.channels).collect();
        part.channels = kept(&document.channels, |it| found.channels.contains(&it.id) || preferred.contains(&it.id));
        part.departments = kept(&document.departments, |it| found.departments.contains(&it.id));
        part.evidence = kept(&document.evidence, |it| {
            found.evidence.contains(&it.id) || picked_of(Subject::Evidence(it.id.clone()))
        });
    }

    fn references(&self) -> References {
        let mut found = References::default();
        let part = &self.piece.document;
        for touchpoint in part.journeys.iter().flat_map(|journey| &journey.touchpoints) {
            found.personas.extend(touchpoint.feelings.iter().map(|feeling| feeling.persona.clone()));
            found.channels.extend(touchpoint.channel.clone());
            found.departments.extend(touchpoint.department.clone());
            found.departments.extend(touchpoint.participants.iter().cloned());
            found.evidence.extend(touchpoint.evidence.iter().cloned());
        }
        for barrier in &part.barriers {
            found.personas.extend(barrier.personas.iter().cloned());
            found.departments.extend(barrier.owner.clone());
            found.evidence.extend(barrier.evidence.iter().cloned());
        }
        found.evidence.extend(part.strengths.iter().flat_map(|it| &it.evidence).cloned());
        for opportunity in &part.opportunities {
            found.departments.extend(opportunity.owner.clone());
            found.evidence.extend(opportunity.evidence.iter().cloned());
        }
        found
    }
}

/// What the things of a piece refer to.
#[derive(Default)]
struct References {
    personas: BTreeSet<PersonaId>,
    channels: BTreeSet<ChannelId>,
    departments: BTreeSet<DepartmentId>,
    evidence: BTreeSet<EvidenceId>,
}

/// Those of a list that pass, shared.
fn kept<T: Item>(list: &List<T>, passes: impl Fn(&T) -> bool) -> List<T> {
    let mut kept = list.clone();
    kept.retain(passes);
    kept
}
