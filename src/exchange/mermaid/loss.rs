//! What of a document Mermaid cannot hold, by kind: how many, and where the first one is.

use std::collections::{BTreeMap, BTreeSet};

use super::score;
use super::stages::{Named, stages};
use super::write::{Part, people, points, title};
use crate::i18n::Texts;
use crate::model::{
    Document, Emotion, End, Journey, JourneyInfo, Persona, PersonaId, ProjectInfo, StageInfo, Subject, Touchpoint,
    Transition, Workshop,
};

/// Things of one kind that are lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Their kind.
    pub kind: LossKind,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub first: Subject,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// A kind of thing that Mermaid cannot hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum LossKind {
            $($(#[$doc])* $name,)*
        }

        impl LossKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            fn key(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("exchange-loss-", $key),)*
                }
            }
        }
    };
}

kinds! {
    /// Journeys other than the one written.
    OtherJourneys = "other-journeys",
    /// What is said of the project: company, authors, vision, a title of its own.
    ProjectDetails = "project-details",
    /// Channels, which Mermaid does not know.
    Channels = "channels",
    /// Departments and participants.
    Departments = "departments",
    /// What is said of the journey: kind, scope, figures, lanes.
    JourneyDetails = "journey-details",
    /// What is said of its stages.
    StageDetails = "stage-details",
    /// Steps that would be read back into another stage.
    StagesShift = "stages-shift",
    /// Personas who are written nowhere.
    UnwrittenPersonas = "unwritten-personas",
    /// What is said of personas besides the name.
    PersonaDetails = "persona-details",
    /// Personas whose name another one has.
    SameNames = "same-names",
    /// Names that are missing.
    Nameless = "nameless",
    /// Line breaks in a title, written as spaces.
    LineBreaks = "line-breaks",
    /// Touchpoints whose step is missing.
    Unplaced = "unplaced",
    /// Touchpoints that share a column: they are written one after another.
    SharedColumns = "shared-columns",
    /// Touchpoints without an emotion, written with the neutral score.
    MissingEmotions = "missing-emotions",
    /// Touchpoints whose personas feel differently, written with the mean.
    DifferingEmotions = "differing-emotions",
    /// Emotions rounded to a whole score.
    RoundedEmotions = "rounded-emotions",
    /// Expectations.
    Expectations = "expectations",
    /// The emotion's words, quotes and promises.
    Quotes = "quotes",
    /// What else touchpoints say.
    TouchpointDetails = "touchpoint-details",
    /// Moments of truth, goals, starts and ends.
    Marks = "marks",
    /// Pictures and cells of the user's own lanes.
    Cells = "cells",
    /// Lanes of the user's own.
    CustomLanes = "custom-lanes",
    /// Transitions other than to the next touchpoint.
    Branches = "branches",
    /// Neighbours that are read back with a transition they do not have.
    ImpliedTransitions = "implied-transitions",
    /// Shares, reasons and times of transitions.
    TransitionDetails = "transition-details",
    /// Barriers.
    Barriers = "barriers",
    /// Strengths.
    Strengths = "strengths",
    /// Opportunities.
    Opportunities = "opportunities",
    /// Evidence.
    Evidence = "evidence",
    /// Metrics.
    Metrics = "metrics",
    /// Audit, stops of the presentation, workshop notes, comments.
    Notes = "notes",
}

impl Loss {
    /// Says it.
    pub fn describe(&self, texts: &Texts) -> String {
        texts.with(self.kind.key(), &[("count", self.count.into())])
    }
}

#[derive(Default)]
struct Tally(BTreeMap<LossKind, (usize, Subject)>);

impl Tally {
    fn add(&mut self, lost: bool, kind: LossKind, subject: &Subject) {
        if lost {
            self.0.entry(kind).or_insert_with(|| (0, subject.clone())).0 += 1;
        }
    }

    fn all(&mut self, kind: LossKind, subjects: impl Iterator<Item = Subject>) {
        for subject in subjects {
            self.add(true, kind, &subject);
        }
    }
}

/// What is lost when this journey is written in these parts.
pub(super) fn losses(document: &Document, journey: &Journey, parts: &[Part<'_>]) -> Vec<Loss> {
    let mut tally = Tally::default();
    project(document, journey, &mut tally);
    lists(document, &mut tally);
    journey_info(document, journey, &mut tally);
    sections(journey, parts, &mut tally);
    for part in parts {
        for touchpoint in &part.touchpoints {
            touchpoint_details(journey, touchpoint, &mut tally);
        }
    }
    personas(document, journey, parts, &mut tally);
    transitions(journey, parts, &mut tally);
    tally.0.into_iter().map(|(kind, (count, first))| Loss { kind, count, first }).collect()
}

fn project(document: &Document, journey: &Journey, tally: &mut Tally) {
    let others = document.journeys_in_order().into_iter().filter(|other| other.id != journey.id);
    tally.all(LossKind::OtherJourneys, others.map(|other| Subject::Journey(other.id.clone())));
    let ProjectInfo { title: project_title, language, .. } = &*document.info;
    let kept = ProjectInfo {
        title: project_title.clone(),
        subtitle: document.info.subtitle.clone(),
        language: *language,
        ..ProjectInfo::default()
    };
    let own_title = !project_title.trim().is_empty() && project_title != title(document, journey);
    tally.add(kept != *document.info || own_title, LossKind::ProjectDetails, &Subject::Project);
    let breaks = title(document, journey).contains('\n') || document.info.subtitle.trim().contains('\n');
    tally.add(breaks, LossKind::LineBreaks, &Subject::Project);
    let Document { audit, stops, workshop, comments, .. } = document;
    let notes = !audit.answers.is_empty() || !stops.is_empty() || !comments.is_empty();
    tally.add(notes || **workshop != Workshop::default(), LossKind::Notes, &Subject::Project);
}

fn lists(document: &Document, tally: &mut Tally) {
    tally.all(LossKind::Channels, document.channels.iter().map(|item| Subject::Channel(item.id.clone())));
    tally.all(LossKind::Departments, document.departments.iter().map(|item| Subject::Department(item.id.clone())));
    tally.all(LossKind::Departments, document.participants.iter().map(|item| Subject::Participant(item.id.clone())));
    tally.all(LossKind::Barriers, document.barriers.iter().map(|item| Subject::Barrier(item.id.clone())));
    tally.all(LossKind::Strengths, document.strengths.iter().map(|item| Subject::Strength(item.id.clone())));
    let opportunities = document.opportunities.iter();
    tally.all(LossKind::Opportunities, opportunities.map(|item| Subject::Opportunity(item.id.clone())));
    tally.all(LossKind::Evidence, document.evidence.iter().map(|item| Subject::Evidence(item.id.clone())));
    tally.all(LossKind::Metrics, document.metrics.iter().map(|item| Subject::Metric(item.id.clone())));
}

fn journey_info(document: &Document, journey: &Journey, tally: &mut Tally) {
    let info = &*journey.info;
    let kept = JourneyInfo {
        rank: info.rank.clone(),
        title: info.title.clone(),
        question: info.question.clone(),
        personas: info.personas.clone(),
        stages: info.stages.clone(),
        ..JourneyInfo::default()
    };
    let subject = Subject::Journey(journey.id.clone());
    tally.add(kept != *info, LossKind::JourneyDetails, &subject);
    tally.add(title(document, journey).trim().is_empty(), LossKind::Nameless, &subject);
    for (stage, said) in crate::model::Stage::ALL.into_iter().zip(&info.stages) {
        let subject = Subject::Stage(journey.id.clone(), stage);
        tally.add(*said != StageInfo::default(), LossKind::StageDetails, &subject);
    }
    let lanes = journey.custom_lanes.iter();
    tally.all(LossKind::CustomLanes, lanes.map(|lane| Subject::Lane(journey.id.clone(), lane.id.clone())));
}

fn sections(journey: &Journey, parts: &[Part<'_>], tally: &mut Tally) {
    let names: Vec<Named<'_>> = parts.iter().map(|part| (None, part.name.as_str())).collect();
    for (part, read_back) in parts.iter().zip(stages(&names, &mut Vec::new())) {
        let subject = Subject::Step(journey.id.clone(), part.step.id.clone());
        tally.add(part.step.stage != read_back, LossKind::StagesShift, &subject);
    }
    for touchpoint in journey.touchpoints.iter().filter(|touchpoint| !journey.steps.contains(&touchpoint.step)) {
        let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
        tally.add(true, LossKind::Unplaced, &subject);
    }
    for part in parts {
        for (before, after) in part.touchpoints.iter().zip(part.touchpoints.iter().skip(1)) {
            let subject = Subject::Touchpoint(journey.id.clone(), after.id.clone());
            tally.add(before.column == after.column, LossKind::SharedColumns, &subject);
        }
    }
}

fn touchpoint_details(journey: &Journey, touchpoint: &Touchpoint, tally: &mut Tally) {
    let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
    let mut add = |lost, kind| tally.add(lost, kind, &subject);
    add(touchpoint.title.trim().is_empty(), LossKind::Nameless);
    let marked = touchpoint.moment_of_truth || touchpoint.goal || touchpoint.start.is_some();
    add(marked || touchpoint.end != End::None, LossKind::Marks);
    add(!touchpoint.pictures.is_empty() || !touchpoint.cells.is_empty(), LossKind::Cells);
    let new = Touchpoint::new(
        touchpoint.id.clone(),
        touchpoint.step.clone(),
        touchpoint.column.clone(),
        touchpoint.row.clone(),
    );
    let without_details = Touchpoint {
        title: touchpoint.title.clone(),
        feelings: touchpoint.feelings.clone(),
        pictures: touchpoint.pictures.clone(),
        cells: touchpoint.cells.clone(),
        moment_of_truth: touchpoint.moment_of_truth,
        goal: touchpoint.goal,
        start: touchpoint.start,
        end: touchpoint.end,
        // Both are counted as lists of the project's own.
        channel: touchpoint.channel.clone(),
        evidence: touchpoint.evidence.clone(),
        ..new
    };
    add(without_details != *touchpoint, LossKind::TouchpointDetails);
    for feeling in &touchpoint.feelings {
        add(feeling.expectation.is_some(), LossKind::Expectations);
        let said = [&feeling.word, &feeling.quote, &feeling.promise];
        add(said.into_iter().any(|text| !text.trim().is_empty()), LossKind::Quotes);
    }
    let emotions: BTreeSet<Emotion> = touchpoint.feelings.iter().filter_map(|feeling| feeling.emotion).collect();
    add(emotions.is_empty(), LossKind::MissingEmotions);
    add(emotions.len() > 1, LossKind::DifferingEmotions);
    let points = points(touchpoint);
    let read_back = score::points(f64::from(score::of_points(points)));
    add(emotions.len() == 1 && read_back != points, LossKind::RoundedEmotions);
}

fn personas(document: &Document, journey: &Journey, parts: &[Part<'_>], tally: &mut Tally) {
    let touchpoints = parts.iter().flat_map(|part| &part.touchpoints);
    let written: BTreeSet<&PersonaId> =
        touchpoints.flat_map(|touchpoint| people(document, journey, touchpoint)).collect();
    let mut names = BTreeSet::new();
    for persona in document.personas_in_order() {
        let subject = Subject::Persona(persona.id.clone());
        if !written.contains(&persona.id) {
            tally.add(true, LossKind::UnwrittenPersonas, &subject);
            continue;
        }
        let new = Persona::new(persona.id.clone(), persona.name.clone());
        let plain = Persona { rank: persona.rank.clone(), color: persona.color, ..new };
        tally.add(plain != **persona, LossKind::PersonaDetails, &subject);
        tally.add(persona.name.trim().is_empty(), LossKind::Nameless, &subject);
        tally.add(!names.insert(persona.name.trim()), LossKind::SameNames, &subject);
    }
}

fn transitions(journey: &Journey, parts: &[Part<'_>], tally: &mut Tally) {
    let order: Vec<_> = parts.iter().flat_map(|part| &part.touchpoints).map(|touchpoint| &touchpoint.id).collect();
    let neighbours: BTreeSet<_> = order.iter().copied().zip(order.iter().copied().skip(1)).collect();
    let mut seen = BTreeSet::new();
    for transition in &journey.transitions {
        let subject = Subject::Transition(journey.id.clone(), transition.id.clone());
        let ends = (&transition.from, &transition.to);
        tally.add(!neighbours.contains(&ends) || !seen.insert(ends), LossKind::Branches, &subject);
        let new = Transition::new(transition.id.clone(), transition.from.clone(), transition.to.clone());
        tally.add(new != **transition, LossKind::TransitionDetails, &subject);
    }
    for (from, _) in neighbours.iter().filter(|ends| !seen.contains(*ends)) {
        let subject = Subject::Touchpoint(journey.id.clone(), (*from).clone());
        tally.add(true, LossKind::ImpliedTransitions, &subject);
    }
}
