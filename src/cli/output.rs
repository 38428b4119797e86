//! What becomes of an output file: its kind by its ending, and whether one may be replaced.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::console::{Console, Failure};
use crate::export::{self, Continue, ExportError, ScaledPage};
use crate::i18n::Texts;
use crate::i18n::number::percent;
use crate::model::{Document, JourneyId};
use crate::scene::Scene;
use crate::storage::{self, Expected, SaveError};

/// A path's ending, in lower case.
pub(super) fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The ending's kind of file among those that are known.
pub(super) fn kind_of<T: Copy>(path: &Path, kinds: &[(&'static str, T)], texts: &Texts) -> Result<T, Failure> {
    let ending = ending(path);
    let found = kinds.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
    found.ok_or_else(|| {
        let known = kinds.iter().map(|(known, _)| format!(".{known}")).collect::<Vec<_>>().join(", ");
        let path = path.display().to_string();
        Failure::call(texts.with("cli-error-ending", &[("path", path.into()), ("known", known.into())]))
    })
}

/// What may be in the output's place; asked before any work is done.
pub(super) fn expected(path: &Path, force: Force, texts: &Texts) -> Result<Expected<'static>, Failure> {
    match force {
        Force::Yes => Ok(Expected::Any),
        // A link that leads nowhere is something too.
        Force::No if path.symlink_metadata().is_ok() => Err(Failure::exists(path, texts)),
        Force::No => Ok(Expected::New),
    }
}

/// The journey with this id; the ones that there are where there is none.
pub(super) fn journey_named(document: &Document, wanted: &str, texts: &Texts) -> Result<JourneyId, Failure> {
    let in_order = document.journeys_in_order();
    let found = in_order.iter().find(|journey| journey.id.as_str() == wanted);
    found.map(|journey| journey.id.clone()).ok_or_else(|| {
        let known = in_order.iter().map(|journey| journey.id.as_str()).collect::<Vec<_>>().join(", ");
        let arguments = [("id", wanted.into()), ("known", known.into())];
        Failure::call(texts.with("cli-error-no-such-journey", &arguments))
    })
}

/// The journey with this id; where none is asked for, the first.
pub(super) fn one_journey(document: &Document, wanted: Option<&str>, texts: &Texts) -> Result<JourneyId, Failure> {
    if let Some(wanted) = wanted {
        return journey_named(document, wanted, texts);
    }
    let first = document.journeys_in_order().first().map(|journey| journey.id.clone());
    first.ok_or_else(|| Failure::input(texts.get("cli-error-no-journeys")))
}

/// What scenes are drawn into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawn {
    /// A picture of dots: of the first scene.
    Png,
    /// A picture of lines: of the first scene.
    Svg,
    /// Pages, one for each scene.
    Pdf,
}

/// Into how many files scenes are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Files {
    /// One.
    One,
    /// One for each scene, numbered.
    Numbered,
}

/// Scenes to be drawn.
pub(super) struct Drawing<'s> {
    /// What is drawn.
    pub(super) scenes: &'s [Scene],
    /// Into what.
    pub(super) drawn: Drawn,
    /// How many pixels of a PNG make a point.
    pub(super) scale: f32,
    /// Into how many files.
    pub(super) files: Files,
}

impl Drawing<'_> {
    /// Writes it, and says which pages had to be made smaller; nothing is written where one of its files' names is
    /// taken.
    pub(super) fn write(
        &self,
        output: &Path,
        force: Force,
        console: &mut Console<'_>,
        texts: &Texts,
    ) -> Result<(), Failure> {
        let files: Vec<(PathBuf, &[Scene])> = match self.files {
            Files::One => vec![(output.to_owned(), self.scenes)],
            Files::Numbered => {
                let name = |index| export::numbered(output, index, self.scenes.len());
                self.scenes.chunks(1).enumerate().map(|(index, scene)| (name(index), scene)).collect()
            }
        };
        let wanted = files.iter().map(|(name, _)| expected(name, force, texts));
        let wanted: Vec<Expected<'_>> = wanted.collect::<Result<_, _>>()?;
        for ((name, scenes), expected) in files.iter().zip(wanted) {
            let scaled = write_drawn(name, expected, texts, &mut |out| self.draw(scenes, out))?;
            note_scaled(&scaled, console, texts);
        }
        Ok(())
    }

    fn draw(&self, scenes: &[Scene], out: &mut dyn Write) -> Result<Vec<ScaledPage>, ExportError> {
        let first = scenes.first().ok_or(ExportError::Empty)?;
        match self.drawn {
            Drawn::Png => export::png(first, self.scale, out, &mut |_| Continue::Yes)?,
            Drawn::Svg => export::svg(first, out)?,
            Drawn::Pdf => return Ok(export::pdf(scenes, out)?.scaled),
        }
        Ok(Vec::new())
    }
}

/// Draws into a file and tells of the pages that had to be made smaller.
type Draw<'d> = &'d mut dyn FnMut(&mut dyn Write) -> Result<Vec<ScaledPage>, ExportError>;

/// Writes what is drawn; either the whole file is there afterwards or none.
pub(super) fn write_drawn(
    path: &Path,
    expected: Expected<'_>,
    texts: &Texts,
    draw: Draw<'_>,
) -> Result<Vec<ScaledPage>, Failure> {
    let mut failed = None;
    let mut scaled = Vec::new();
    let written = storage::write_atomic(path, expected, &mut |out| {
        draw(out).map(|pages| scaled = pages).map_err(|error| {
            failed = Some(error);
            io::Error::other("not drawn")
        })
    });
    match (written, failed) {
        (Err(SaveError::Io { .. }), Some(error)) => Err(Failure::input(error.describe(texts))),
        (Err(error), _) => Err(Failure::save(&error, texts)),
        (Ok(_), _) => Ok(scaled),
    }
}

/// Says which pages are not as large as they should be.
pub(super) fn note_scaled(scaled: &[ScaledPage], console: &mut Console<'_>, texts: &Texts) {
    for ScaledPage { page, factor } in scaled {
        let factor = percent(f64::from(*factor), texts.language());
        console.note(&texts.with("cli-export-page-scaled", &[("page", (*page).into()), ("factor", factor.into())]));
    }
}

/// Whether a file in the output's place is overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// It is.
    Yes,
    /// It stays, and the command fails.
    No,
}

impl From<bool> for Force {
    fn from(force: bool) -> Self {
        if force { Self::Yes } else { Self::No }
    }
}
