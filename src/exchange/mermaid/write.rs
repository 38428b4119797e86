//! A journey → Mermaid text, along the map, with a list of what Mermaid cannot hold.

use std::sync::Arc;

use super::entity::encode;
use super::loss::{self, Loss};
use super::score;
use super::statement::{Statement, keyword, statement};
use crate::i18n::{Texts, stage_name};
use crate::model::{Document, Journey, JourneyId, Language, PersonaId, Step, Touchpoint};

/// What is written where a name is missing, since Mermaid has no empty names.
const NAMELESS: &str = "—";

/// A journey as Mermaid text.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// The text, ending in a line break.
    pub text: String,
    /// What of the document it does not hold.
    pub losses: Vec<Loss>,
}

/// A step as a section, with its touchpoints in the order of the map.
pub(super) struct Part<'a> {
    pub(super) step: &'a Arc<Step>,
    pub(super) name: String,
    pub(super) touchpoints: Vec<&'a Arc<Touchpoint>>,
}

/// Writes one journey; `None` where the document has no such journey.
pub fn write(document: &Document, journey_id: &JourneyId) -> Option<Export> {
    let journey = document.journeys.get(journey_id)?;
    let parts = parts(journey, document.info.language);
    let mut text = String::from("journey\n");
    head(&mut text, document, journey);
    for part in &parts {
        push_line(&mut text, "    section ", &encode(&part.name, &['\r']));
        for touchpoint in &part.touchpoints {
            text.push_str(&task(document, journey, touchpoint));
        }
    }
    Some(Export { text, losses: loss::losses(document, journey, &parts) })
}

/// The steps along the map; unnamed ones in which nothing stands are left out.
fn parts(journey: &Journey, language: Language) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for step in journey.steps_in_order() {
        let mut touchpoints: Vec<_> = journey.touchpoints.iter().filter(|item| item.step == step.id).collect();
        if touchpoints.is_empty() && step.title.trim().is_empty() {
            continue;
        }
        touchpoints.sort_by(|a, b| (&a.column, &a.row, &a.id).cmp(&(&b.column, &b.row, &b.id)));
        parts.push(Part { step, name: section_name(journey, step, language), touchpoints });
    }
    parts
}

fn section_name(journey: &Journey, step: &Step, language: Language) -> String {
    if !step.title.trim().is_empty() {
        return step.title.clone();
    }
    stage_name(journey, step.stage, Texts::of(language))
}

fn head(text: &mut String, document: &Document, journey: &Journey) {
    let title = title(document, journey);
    if !title.trim().is_empty() {
        // A title is one line in Mermaid's picture.
        push_line(text, "    title ", &encode(&title.replace('\n', " "), &['\r']));
    }
    let subtitle = document.info.subtitle.trim();
    if !subtitle.is_empty() {
        push_line(text, "    accTitle: ", &encode(&subtitle.replace('\n', " "), &['\r']));
    }
    let question = journey.info.question.trim();
    if question.contains('\n') {
        text.push_str("    accDescr {\n");
        for line in question.lines() {
            push_line(text, "        ", &encode(line.trim(), &['}', '\r']));
        }
        text.push_str("    }\n");
    } else if !question.is_empty() {
        push_line(text, "    accDescr: ", &encode(question, &['\r']));
    }
}

fn push_line(text: &mut String, keyword: &str, value: &str) {
    text.push_str(keyword);
    text.push_str(value);
    text.push('\n');
}

/// The journey's title, else the project's.
pub(super) fn title<'a>(document: &'a Document, journey: &'a Journey) -> &'a str {
    let own = journey.info.title.as_str();
    if own.trim().is_empty() { &document.info.title } else { own }
}

fn task(document: &Document, journey: &Journey, touchpoint: &Touchpoint) -> String {
    let mut line = format!("      {}: {}", task_name(&touchpoint.title), score::of_points(points(touchpoint)));
    let people: Vec<String> = people(document, journey, touchpoint)
        .into_iter()
        .filter_map(|persona_id| document.personas.get(persona_id))
        .map(|persona| encode(named(&persona.name), &[',', '\r']))
        .collect();
    if !people.is_empty() {
        line.push_str(": ");
        line.push_str(&people.join(", "));
    }
    line.push('\n');
    line
}

/// The name so that no keyword is seen at its start.
fn task_name(title: &str) -> String {
    let name = encode(named(title), &['\r']);
    let is_task = matches!(statement(&name), Statement::Task(_)) && keyword(&name, "journey").is_none();
    let mut rest = name.chars();
    match rest.next() {
        Some(first) if !is_task => format!("#{};{}", u32::from(first), rest.as_str()),
        _ => name,
    }
}

fn named(name: &str) -> &str {
    if name.trim().is_empty() { NAMELESS } else { name }
}

/// Those whose emotion here is known, the journey's leading persona first.
pub(super) fn people<'a>(document: &Document, journey: &Journey, touchpoint: &'a Touchpoint) -> Vec<&'a PersonaId> {
    let order: Vec<&PersonaId> = document.personas_in_order().into_iter().map(|persona| &persona.id).collect();
    let place = |id: &PersonaId| {
        let leading = journey.info.personas.iter().position(|persona| persona == id).unwrap_or(usize::MAX);
        (leading, order.iter().position(|persona| *persona == id))
    };
    let felt = touchpoint.feelings.iter().filter(|feeling| feeling.emotion.is_some());
    let mut people: Vec<&PersonaId> = felt.map(|feeling| &feeling.persona).collect();
    people.sort_by_key(|id| place(id));
    people
}

/// The mean of the emotions here, in points; neutral where none is known.
pub(super) fn points(touchpoint: &Touchpoint) -> f64 {
    let emotions: Vec<f64> =
        touchpoint.feelings.iter().filter_map(|feeling| feeling.emotion).map(crate::model::Emotion::points).collect();
    if emotions.is_empty() { 0.0 } else { emotions.iter().sum::<f64>() / emotions.len() as f64 }
}
