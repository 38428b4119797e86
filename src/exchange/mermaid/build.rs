//! What a Mermaid journey says → a document of one journey.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::diagram::{MermaidJourney, Task};
use super::report::{Report, ReportKind, excerpt};
use super::score;
use super::stages::{Named, stages};
use crate::model::{
    Document, Emotion, IdSource, Journey, JourneyId, JourneyInfo, Language, List, Persona, PersonaId, ProjectInfo,
    Rank, Stage, Step, StepId, Touchpoint, TouchpointId, Transition, TransitionId,
};

/// The persona of tasks that name nobody.
const NOBODY: &str = "Customer";

/// The document: sections are steps, tasks touchpoints that follow each other, each in a column of its own.
pub(super) fn document(diagram: &MermaidJourney, ids: &mut dyn IdSource, reports: &mut Vec<Report>) -> Document {
    let cast = Cast::of(diagram, ids, reports);
    let (steps, step_of_section) = steps(diagram, ids, reports);
    let touchpoints = touchpoints(diagram, &step_of_section, &cast, ids, reports);
    let pairs = touchpoints.iter().zip(touchpoints.iter().skip(1));
    let transitions: Vec<Transition> =
        pairs.map(|(from, to)| Transition::new(TransitionId::random(ids), from.id.clone(), to.id.clone())).collect();
    let mut journey = Journey::new(JourneyId::random(ids), steps.into_iter().collect());
    journey.info = Arc::new(JourneyInfo {
        rank: Rank::spread(1).into_iter().next().unwrap_or_default(),
        title: diagram.title.clone(),
        question: diagram.acc_descr.clone(),
        personas: cast.personas.iter().map(|persona| persona.id.clone()).collect(),
        ..JourneyInfo::default()
    });
    journey.touchpoints = touchpoints.into_iter().collect();
    journey.transitions = transitions.into_iter().collect();
    let info = ProjectInfo {
        title: diagram.title.clone(),
        subtitle: diagram.acc_title.clone(),
        language: language(diagram),
        ..ProjectInfo::default()
    };
    Document {
        info: Arc::new(info),
        personas: cast.personas.into_iter().collect(),
        journeys: std::iter::once(journey).collect::<List<Journey>>(),
        ..Document::default()
    }
}

/// The personas of a journey, and who does what.
struct Cast {
    /// In the order in which the text names them.
    personas: Vec<Persona>,
    /// Who does each task.
    of_task: Vec<Vec<PersonaId>>,
}

impl Cast {
    fn of(diagram: &MermaidJourney, ids: &mut dyn IdSource, reports: &mut Vec<Report>) -> Self {
        let nobody_anywhere = diagram.tasks.iter().all(|task| task.people.iter().all(String::is_empty));
        let mut found: BTreeMap<&str, PersonaId> = BTreeMap::new();
        let mut names: Vec<&str> = Vec::new();
        let mut of_task = Vec::with_capacity(diagram.tasks.len());
        for task in &diagram.tasks {
            let mut people = people(task, reports);
            if people.is_empty() {
                people.push(NOBODY);
                if !nobody_anywhere {
                    reports.push(ReportKind::NobodyNamed.on(task.line));
                }
            }
            let id_of = |name| {
                let id = found.entry(name).or_insert_with(|| {
                    names.push(name);
                    PersonaId::random(ids)
                });
                id.clone()
            };
            of_task.push(people.into_iter().map(id_of).collect());
        }
        if names.is_empty() {
            names.push(NOBODY);
            found.insert(NOBODY, PersonaId::random(ids));
        }
        let ranks = Rank::spread(names.len());
        let persona = |(index, (name, rank)): (usize, (&str, Rank))| {
            let persona = Persona::new(found.get(name)?.clone(), name);
            Some(Persona { rank, color: index as u8, ..persona })
        };
        let personas = names.into_iter().zip(ranks).enumerate().filter_map(persona).collect();
        Self { personas, of_task }
    }
}

/// A task's people, each once.
fn people<'a>(task: &'a Task, reports: &mut Vec<Report>) -> Vec<&'a str> {
    let mut people: Vec<&str> = Vec::with_capacity(task.people.len());
    for name in &task.people {
        if name.is_empty() {
            reports.push(ReportKind::EmptyPerson.on(task.line));
        } else if people.contains(&name.as_str()) {
            reports.push(ReportKind::RepeatedPerson { text: excerpt(name) }.on(task.line));
        } else {
            people.push(name);
        }
    }
    people
}

/// The steps, and the one of each section; the first is that of tasks before any section.
fn steps(
    diagram: &MermaidJourney,
    ids: &mut dyn IdSource,
    reports: &mut Vec<Report>,
) -> (Vec<Step>, BTreeMap<Option<usize>, StepId>) {
    let mut sections: Vec<Named<'_>> = Vec::new();
    let starts_without = diagram.tasks.first().is_some_and(|task| task.section.is_none());
    if starts_without {
        sections.push((None, ""));
    }
    sections.extend(diagram.sections.iter().map(|section| (Some(section.line), section.name.as_str())));
    let mut steps = Vec::new();
    let mut step_of_section = BTreeMap::new();
    let stages = stages(&sections, reports);
    let ranks = Rank::spread(sections.len());
    for (index, ((stage, rank), (_, name))) in stages.into_iter().zip(ranks).zip(&sections).enumerate() {
        let id = StepId::random(ids);
        step_of_section.insert(index.checked_sub(usize::from(starts_without)), id.clone());
        steps.push(Step { id, stage, rank, title: (*name).to_owned() });
    }
    for stage in Stage::ALL {
        if steps.iter().all(|step| step.stage != stage) {
            let rank = Rank::spread(1).into_iter().next().unwrap_or_default();
            steps.push(Step { id: StepId::random(ids), stage, rank, title: String::new() });
        }
    }
    (steps, step_of_section)
}

/// The touchpoints in the order of the tasks.
fn touchpoints(
    diagram: &MermaidJourney,
    step_of_section: &BTreeMap<Option<usize>, StepId>,
    cast: &Cast,
    ids: &mut dyn IdSource,
    reports: &mut Vec<Report>,
) -> Vec<Touchpoint> {
    let row = Rank::spread(1).into_iter().next().unwrap_or_default();
    let columns = Rank::spread(diagram.tasks.len());
    let mut touchpoints = Vec::with_capacity(diagram.tasks.len());
    for ((task, people), column) in diagram.tasks.iter().zip(&cast.of_task).zip(columns) {
        let Some(step) = step_of_section.get(&task.section) else {
            continue;
        };
        let mut touchpoint = Touchpoint::new(TouchpointId::random(ids), step.clone(), column, row.clone());
        touchpoint.title.clone_from(&task.name);
        let emotion = emotion(task, reports);
        for persona in people {
            touchpoint.feeling_mut(persona).emotion = emotion;
        }
        touchpoints.push(touchpoint);
    }
    touchpoints
}

fn emotion(task: &Task, reports: &mut Vec<Report>) -> Option<Emotion> {
    let score = score::clamped(task.score?);
    let emotion = score::emotion(score)?;
    if (score::points(score) - emotion.points()).abs() > 1e-6 {
        reports.push(ReportKind::ScoreRounded { score, points: emotion.points() }.on(task.line));
    }
    Some(emotion)
}

/// Russian where most letters of the text are Cyrillic.
fn language(diagram: &MermaidJourney) -> Language {
    let sections = diagram.sections.iter().map(|section| &section.name);
    let tasks = diagram.tasks.iter().map(|task| &task.name);
    let (mut letters, mut cyrillic) = (0_usize, 0_usize);
    for c in std::iter::once(&diagram.title).chain(sections).chain(tasks).flat_map(|text| text.chars()) {
        letters += usize::from(c.is_alphabetic());
        cyrillic += usize::from(matches!(c, '\u{400}'..='\u{4ff}'));
    }
    if cyrillic * 2 > letters { Language::Ru } else { Language::En }
}
