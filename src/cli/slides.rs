//! `tropa slides`: the stops of a journey's show as pages of a PDF, or as a picture each.

use super::args::SlidesArguments;
use super::console::{Console, Failure};
use super::output::{Drawing, Drawn, Files, Force, expected, kind_of, one_journey};
use crate::i18n::Texts;
use crate::present::pages::{Notes, pages};
use crate::present::stop::StopOptions;
use crate::scene::map::SceneCache;
use crate::storage;

const KINDS: &[(&str, Drawn)] = &[("pdf", Drawn::Pdf), ("png", Drawn::Png)];

/// Writes the pages or the pictures.
pub(super) fn run(arguments: &SlidesArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let kind = kind_of(&arguments.output, KINDS, texts)?;
    if arguments.notes && kind != Drawn::Pdf {
        return Err(Failure::call(texts.get("cli-error-notes-are-for-pdf")));
    }
    let force = Force::from(arguments.force);
    if kind == Drawn::Pdf {
        expected(&arguments.output, force, texts)?;
    }
    let document = storage::open(&arguments.input).map_err(|error| Failure::open(&error, texts))?.document;
    let journey = one_journey(&document, arguments.journey.as_deref(), texts)?;
    if document.journeys.len() > 1 && arguments.journey.is_none() {
        let words = [("count", document.journeys.len().into()), ("id", journey.as_str().to_owned().into())];
        console.note(&texts.with("cli-slides-first-only", &words));
    }
    let usual = StopOptions::new();
    let options = StopOptions { theme: arguments.theme.unwrap_or(usual.theme), ..usual };
    let notes = if arguments.notes { Notes::With } else { Notes::Without };
    let scenes = pages(&document, &journey, (&options, notes), &mut SceneCache::default());
    let files = if kind == Drawn::Pdf { Files::One } else { Files::Numbered };
    let drawing = Drawing { scenes: &scenes, drawn: kind, scale: 1.0, files };
    drawing.write(&arguments.output, force, console, texts)?;
    Ok(0)
}
