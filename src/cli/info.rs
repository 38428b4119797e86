//! `tropa info`: what a file holds, for people or for programs.

use serde::Serialize;

use super::args::{InfoArguments, InfoFormat};
use super::console::{Console, Failure};
use crate::i18n::Texts;
use crate::model::{Document, Journey, JourneyKind};
use crate::storage;

#[derive(Debug, Serialize)]
struct Info<'a> {
    title: &'a str,
    personas: usize,
    journeys: Vec<JourneyInfo<'a>>,
}

#[derive(Debug, Serialize)]
struct JourneyInfo<'a> {
    id: &'a str,
    title: &'a str,
    kind: &'static str,
    touchpoints: usize,
    transitions: usize,
    barriers: usize,
}

/// Says what the file holds.
pub(super) fn run(arguments: &InfoArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let opened = storage::open(&arguments.input).map_err(|error| Failure::open(&error, texts))?;
    let info = info(&opened.document);
    match arguments.format {
        InfoFormat::Json => {
            let json = serde_json::to_string(&info).map_err(|error| Failure::input(error.to_string()))?;
            writeln!(console.out, "{json}")?;
        }
        InfoFormat::Text => {
            let title = if info.title.is_empty() { texts.get("cli-info-untitled") } else { info.title.to_owned() };
            console.say(&title)?;
            console.say(&texts.with("cli-info-personas", &[("count", info.personas.into())]))?;
            for journey in &info.journeys {
                console.say(&journey_line(journey, texts))?;
            }
        }
    }
    Ok(0)
}

fn journey_line(journey: &JourneyInfo<'_>, texts: &Texts) -> String {
    let JourneyInfo { id, title, kind, touchpoints, transitions, barriers } = journey;
    let untitled = || texts.get("cli-info-untitled");
    let title = if title.is_empty() { untitled() } else { (*title).to_owned() };
    let arguments = [
        ("id", (*id).into()),
        ("title", title.into()),
        ("kind", (*kind).into()),
        ("touchpoints", (*touchpoints).into()),
        ("transitions", (*transitions).into()),
        ("barriers", (*barriers).into()),
    ];
    texts.with("cli-info-journey", &arguments)
}

fn info(document: &Document) -> Info<'_> {
    Info {
        title: &document.info.title,
        personas: document.personas.len(),
        journeys: document.journeys_in_order().into_iter().map(|journey| journey_info(document, journey)).collect(),
    }
}

fn journey_info<'a>(document: &Document, journey: &'a Journey) -> JourneyInfo<'a> {
    JourneyInfo {
        id: journey.id.as_str(),
        title: &journey.info.title,
        kind: match journey.info.kind {
            JourneyKind::AsIs => "as-is",
            JourneyKind::ToBe => "to-be",
        },
        touchpoints: journey.touchpoints.len(),
        transitions: journey.transitions.len(),
        barriers: document.barriers.iter().filter(|barrier| barrier.concerns(journey)).count(),
    }
}
