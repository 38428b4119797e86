//! `tropa export`: journeys as pictures or pages.

use std::io;

use super::args::ExportArguments;
use super::console::{Console, Failure};
use super::output::{Force, expected, kind_of};
use crate::export::{self, Continue, ExportError};
use crate::i18n::Texts;
use crate::i18n::number::percent;
use crate::model::{Document, JourneyId};
use crate::scene::Scene;
use crate::scene::map::{MapOptions, SceneCache, map_scene};
use crate::storage::{self, SaveError};

/// A format of pictures and pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Svg,
    Pdf,
}

const KINDS: &[(&str, Kind)] = &[("png", Kind::Png), ("svg", Kind::Svg), ("pdf", Kind::Pdf)];

/// Writes the picture or the pages.
pub(super) fn run(arguments: &ExportArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let kind = kind_of(&arguments.output, KINDS, texts)?;
    if arguments.scale.is_some() && kind != Kind::Png {
        return Err(Failure::call(texts.get("cli-error-scale-is-for-png")));
    }
    let expected = expected(&arguments.output, Force::from(arguments.force), texts)?;
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
    let mut failed = None;
    let mut scaled = Vec::new();
    let written = storage::write_atomic(&arguments.output, expected, &mut |out| {
        let drawn = draw(&scenes, kind, arguments.scale.unwrap_or(1.0), out);
        drawn.map(|pages| scaled = pages).map_err(|error| {
            failed = Some(error);
            io::Error::other("not drawn")
        })
    });
    match (written, failed) {
        (Err(SaveError::Io { .. }), Some(error)) => return Err(Failure::input(error.describe(texts))),
        (Err(error), _) => return Err(Failure::save(&error, texts)),
        (Ok(_), _) => {}
    }
    for (page, factor) in scaled {
        let factor = percent(f64::from(factor), texts.language());
        console.note(&texts.with("cli-export-page-scaled", &[("page", page.into()), ("factor", factor.into())]));
    }
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
    kind: Kind,
    texts: &Texts,
) -> Result<Vec<JourneyId>, Failure> {
    let first = journey_asked_for(document, arguments.journey.as_deref(), texts)?;
    if arguments.journey.is_some() || kind != Kind::Pdf {
        return Ok(vec![first]);
    }
    Ok(document.journeys_in_order().into_iter().map(|journey| journey.id.clone()).collect())
}

/// The journey with this id, or the first where none is asked for.
///
/// # Errors
/// When there is none.
pub(super) fn journey_asked_for(
    document: &Document,
    wanted: Option<&str>,
    texts: &Texts,
) -> Result<JourneyId, Failure> {
    let in_order: Vec<JourneyId> = document.journeys_in_order().into_iter().map(|journey| journey.id.clone()).collect();
    let Some(wanted) = wanted else {
        return in_order.into_iter().next().ok_or_else(|| Failure::input(texts.get("cli-error-no-journeys")));
    };
    in_order.iter().find(|id| id.as_str() == wanted).cloned().ok_or_else(|| {
        let known = in_order.iter().map(JourneyId::as_str).collect::<Vec<_>>().join(", ");
        let arguments = [("id", wanted.into()), ("known", known.into())];
        Failure::call(texts.with("cli-error-no-such-journey", &arguments))
    })
}

/// Draws, and tells of the pages that had to be made smaller.
fn draw(scenes: &[Scene], kind: Kind, scale: f32, out: &mut dyn io::Write) -> Result<Vec<(usize, f32)>, ExportError> {
    let first = scenes.first().ok_or(ExportError::Empty)?;
    match kind {
        Kind::Png => export::png(first, scale, out, &mut |_| Continue::Yes)?,
        Kind::Svg => export::svg(first, out)?,
        Kind::Pdf => {
            let report = export::pdf(scenes, out)?;
            return Ok(report.scaled.into_iter().map(|page| (page.page, page.factor)).collect());
        }
    }
    Ok(Vec::new())
}
