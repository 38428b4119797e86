//! `tropa export`: journeys as pictures or pages.

use super::args::ExportArguments;
use super::console::{Console, Failure};
use super::output::{Drawing, Drawn, Files, Force, expected, kind_of, one_journey};
use crate::i18n::Texts;
use crate::model::{Document, JourneyId};
use crate::scene::Scene;
use crate::scene::map::{MapOptions, SceneCache, map_scene};
use crate::storage;

const KINDS: &[(&str, Drawn)] = &[("png", Drawn::Png), ("svg", Drawn::Svg), ("pdf", Drawn::Pdf)];

/// Writes the picture or the pages.
pub(super) fn run(arguments: &ExportArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let kind = kind_of(&arguments.output, KINDS, texts)?;
    if arguments.scale.is_some() && kind != Drawn::Png {
        return Err(Failure::call(texts.get("cli-error-scale-is-for-png")));
    }
    let force = Force::from(arguments.force);
    expected(&arguments.output, force, texts)?;
    let document = storage::open(&arguments.input).map_err(|error| Failure::open(&error, texts))?.document;
    let journeys = journeys(&document, arguments, kind, texts)?;
    let all = document.journeys.len();
    if journeys.len() < all && arguments.journey.is_none() {
        let first = journeys.first().map_or("", |id| id.as_str()).to_owned();
        console.note(&texts.with("cli-export-first-only", &[("count", all.into()), ("id", first.into())]));
    }
    let mut cache = SceneCache::default();
    let scenes: Vec<Scene> =
        journeys.into_iter().map(|journey| map_scene(&document, &options(journey, arguments), &mut cache)).collect();
    let scale = arguments.scale.unwrap_or(1.0);
    let drawing = Drawing { scenes: &scenes, drawn: kind, scale, files: Files::One };
    drawing.write(&arguments.output, force, console, texts)?;
    Ok(0)
}

fn options(journey: JourneyId, arguments: &ExportArguments) -> MapOptions {
    let theme = arguments.theme.unwrap_or_default();
    MapOptions { theme, lanes: arguments.lanes.clone(), ..MapOptions::new(journey) }
}

/// The journeys to be drawn: the one asked for, all as pages, or the first as a picture.
fn journeys(
    document: &Document,
    arguments: &ExportArguments,
    kind: Drawn,
    texts: &Texts,
) -> Result<Vec<JourneyId>, Failure> {
    let first = one_journey(document, arguments.journey.as_deref(), texts)?;
    if arguments.journey.is_some() || kind != Drawn::Pdf {
        return Ok(vec![first]);
    }
    Ok(document.journeys_in_order().into_iter().map(|journey| journey.id.clone()).collect())
}
