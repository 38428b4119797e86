//! `tropa slides`: the stops of a journey's show as pages of a PDF, or as a picture each.

use std::io;
use std::path::{Path, PathBuf};

use super::args::SlidesArguments;
use super::console::{Console, Failure};
use super::output::one_journey;
use super::output::{Force, expected, kind_of};
use crate::export::{self, Continue, ExportError};
use crate::i18n::Texts;
use crate::present::pages::{Notes, pages};
use crate::present::stop::StopOptions;
use crate::scene::Scene;
use crate::scene::map::SceneCache;
use crate::storage::{self, Expected, SaveError};

/// What slides are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pdf,
    Png,
}

const KINDS: &[(&str, Kind)] = &[("pdf", Kind::Pdf), ("png", Kind::Png)];

/// Writes the pages or the pictures.
pub(super) fn run(arguments: &SlidesArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let kind = kind_of(&arguments.output, KINDS, texts)?;
    if arguments.notes && kind != Kind::Pdf {
        return Err(Failure::call(texts.get("cli-error-notes-are-for-pdf")));
    }
    let force = || Force::from(arguments.force);
    if kind == Kind::Pdf {
        expected(&arguments.output, force(), texts)?;
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
    match kind {
        Kind::Pdf => {
            let expected = expected(&arguments.output, force(), texts)?;
            let draw = &mut |out: &mut dyn io::Write| export::pdf(&scenes, out).map(drop);
            write((&arguments.output, expected), draw, texts)?;
        }
        Kind::Png => pictures(arguments, &scenes, texts)?,
    }
    Ok(0)
}

/// A picture each; nothing is written where one of their names is taken.
fn pictures(arguments: &SlidesArguments, scenes: &[Scene], texts: &Texts) -> Result<(), Failure> {
    let names: Vec<PathBuf> =
        (0..scenes.len()).map(|index| export::numbered(&arguments.output, index, scenes.len())).collect();
    let wanted = names.iter().map(|name| expected(name, Force::from(arguments.force), texts));
    let wanted: Vec<Expected<'_>> = wanted.collect::<Result<_, _>>()?;
    for ((scene, name), expected) in scenes.iter().zip(&names).zip(wanted) {
        let draw = &mut |out: &mut dyn io::Write| export::png(scene, 1.0, out, &mut |_| Continue::Yes);
        write((name, expected), draw, texts)?;
    }
    Ok(())
}

type Draw<'a> = &'a mut dyn FnMut(&mut dyn io::Write) -> Result<(), ExportError>;

fn write((path, expected): (&Path, Expected<'_>), draw: Draw<'_>, texts: &Texts) -> Result<(), Failure> {
    let mut failed = None;
    let written = storage::write_atomic(path, expected, &mut |out| {
        draw(out).map_err(|error| {
            failed = Some(error);
            io::Error::other("not drawn")
        })
    });
    match (written, failed) {
        (Err(SaveError::Io { .. }), Some(error)) => Err(Failure::input(error.describe(texts))),
        (Err(error), _) => Err(Failure::save(&error, texts)),
        (Ok(_), _) => Ok(()),
    }
}
