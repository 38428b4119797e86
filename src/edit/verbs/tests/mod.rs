//! What each verb does to a small map; here the maps and how they are told.

mod map_verbs;
mod project_verbs;
mod removal;
mod writing;

use super::*;
use crate::edit::apply;
use crate::model::{
    IdSource, PersonaId, Rank, SeededIds, Stage, Step, StepId, Subject, Touchpoint, Transition, columns,
};

/// A map with one step a stage; `layout` is read as `step: column, column; …`, a column as `top+below`.
/// Touchpoints are `t-a`, `t-b`, …, steps `s-0` … `s-4`; `ways` is read as `a>b c>d`.
pub(super) fn map(layout: &str, ways: &str) -> Document {
    let id = JourneyId::parse("j-1").unwrap();
    let step = |stage: Stage| Step {
        id: StepId::parse(&format!("s-{}", stage.index())).unwrap(),
        stage,
        rank: Rank::default(),
        title: format!("Step {}", stage.index()),
    };
    let mut journey = Journey::new(id, Stage::ALL.map(step).into_iter().collect());
    for part in layout.split(';').filter(|part| !part.trim().is_empty()) {
        let (step, cells) = part.split_once(':').unwrap();
        let cells: Vec<&str> = cells.split(',').map(str::trim).collect();
        for (column, rank) in cells.iter().zip(Rank::spread(cells.len())) {
            let cards: Vec<&str> = column.split('+').collect();
            for (card, row) in cards.iter().zip(Rank::spread(cards.len())) {
                let step = StepId::parse(&format!("s-{}", step.trim())).unwrap();
                journey.touchpoints.put(Touchpoint::new(touchpoint_id(card), step, rank.clone(), row));
            }
        }
    }
    for way in ways.split_whitespace() {
        let (from, to) = way.split_once('>').unwrap();
        let id = crate::model::TransitionId::parse(&format!("r-{from}{to}")).unwrap();
        journey.transitions.put(Transition::new(id, touchpoint_id(from), touchpoint_id(to)));
    }
    let mut document = Document::default();
    document.journeys.put(journey);
    document.personas.put(crate::model::Persona::new(persona_id("anna"), "Anna"));
    document.personas.put(crate::model::Persona::new(persona_id("boris"), "Boris"));
    document
}

pub(super) fn touchpoint_id(name: &str) -> TouchpointId {
    TouchpointId::parse(&format!("t-{name}")).unwrap()
}

pub(super) fn persona_id(name: &str) -> PersonaId {
    PersonaId::parse(&format!("p-{name}")).unwrap()
}

pub(super) fn journey_id() -> JourneyId {
    JourneyId::parse("j-1").unwrap()
}

pub(super) fn step_id(index: usize) -> StepId {
    StepId::parse(&format!("s-{index}")).unwrap()
}

/// The map as it is written for [`map`]; new touchpoints are called `*`.
pub(super) fn layout(document: &Document) -> String {
    let journey = document.journeys.get(&journey_id()).unwrap();
    let name = |touchpoint: &std::sync::Arc<Touchpoint>| short(&touchpoint.id);
    let mut steps: Vec<(String, Vec<String>)> = Vec::new();
    for column in columns(journey) {
        let cards: Vec<String> = column.touchpoints.iter().map(name).collect();
        let step = column.step.as_str().trim_start_matches("s-").to_owned();
        match steps.last_mut().filter(|(last, _)| *last == step) {
            Some((_, cells)) => cells.push(cards.join("+")),
            None => steps.push((step, vec![cards.join("+")])),
        }
    }
    steps.iter().map(|(step, cells)| format!("{step}: {}", cells.join(", "))).collect::<Vec<_>>().join("; ")
}

/// What leads where, sorted.
pub(super) fn ways(document: &Document) -> String {
    let journey = document.journeys.get(&journey_id()).unwrap();
    let way = |it: &std::sync::Arc<Transition>| format!("{}>{}", short(&it.from), short(&it.to));
    let mut ways: Vec<String> = journey.transitions.iter().map(way).collect();
    ways.sort();
    ways.join(" ")
}

fn short(id: &TouchpointId) -> String {
    let name = id.as_str().trim_start_matches("t-");
    if name.len() > 4 { "*".to_owned() } else { name.to_owned() }
}

pub(super) fn applied(document: &Document, edit: &Edit) -> Document {
    apply(document, &edit.commands).unwrap()
}

pub(super) fn ids() -> SeededIds {
    SeededIds::new(7)
}
