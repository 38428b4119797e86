//! `tropa persona`: persona cards as pages of a PDF, or as a picture each.

use std::io;
use std::path::{Path, PathBuf};

use super::args::PersonaArguments;
use super::console::{Console, Failure};
use super::output::{Force, expected, kind_of, note_scaled, write_drawn};
use crate::export::{self, Continue, ExportError, ScaledPage};
use crate::i18n::Texts;
use crate::model::{Document, PersonaId};
use crate::present::persona_cards;
use crate::scene::Scene;
use crate::storage::{self, Expected};

/// What cards are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pdf,
    Png,
    Svg,
}

const KINDS: &[(&str, Kind)] = &[("pdf", Kind::Pdf), ("png", Kind::Png), ("svg", Kind::Svg)];

/// Writes the cards; nothing is written where one of their names is taken.
pub(super) fn run(arguments: &PersonaArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let kind = kind_of(&arguments.output, KINDS, texts)?;
    if arguments.scale.is_some() && kind != Kind::Png {
        return Err(Failure::call(texts.get("cli-error-scale-is-for-png")));
    }
    let document = storage::open(&arguments.input).map_err(|error| Failure::open(&error, texts))?.document;
    let personas = personas(&document, arguments.persona.as_deref(), texts)?;
    let cards = persona_cards(&document, &personas, arguments.theme.unwrap_or_default());
    let one_file = kind == Kind::Pdf || arguments.persona.is_some();
    let files: Vec<(PathBuf, &[Scene])> = if one_file {
        vec![(arguments.output.clone(), cards.as_slice())]
    } else {
        let name = |index: usize| export::numbered(&arguments.output, index, cards.len());
        cards.chunks(1).enumerate().map(|(index, card)| (name(index), card)).collect()
    };
    let wanted = files.iter().map(|(name, _)| expected(name, Force::from(arguments.force), texts));
    let wanted: Vec<Expected<'_>> = wanted.collect::<Result<_, _>>()?;
    let scale = arguments.scale.unwrap_or(1.0);
    for ((name, cards), expected) in files.iter().zip(wanted) {
        let name: &Path = name;
        let scaled = write_drawn(name, expected, texts, &mut |out| draw(cards, kind, scale, out))?;
        note_scaled(&scaled, console, texts);
    }
    Ok(0)
}

/// The persona asked for, else all.
fn personas(document: &Document, wanted: Option<&str>, texts: &Texts) -> Result<Vec<PersonaId>, Failure> {
    let all: Vec<PersonaId> = document.personas_in_order().into_iter().map(|persona| persona.id.clone()).collect();
    if all.is_empty() {
        return Err(Failure::input(texts.get("cli-error-no-personas")));
    }
    let Some(wanted) = wanted else { return Ok(all) };
    let found: Vec<PersonaId> = all.iter().filter(|id| id.as_str() == wanted).cloned().collect();
    if found.is_empty() {
        let known = all.iter().map(super::super::model::ids::PersonaId::as_str).collect::<Vec<_>>().join(", ");
        let arguments = [("id", wanted.into()), ("known", known.into())];
        return Err(Failure::call(texts.with("cli-error-no-such-persona", &arguments)));
    }
    Ok(found)
}

fn draw(cards: &[Scene], kind: Kind, scale: f32, out: &mut dyn io::Write) -> Result<Vec<ScaledPage>, ExportError> {
    let first = cards.first().ok_or(ExportError::Empty)?;
    match kind {
        Kind::Png => export::png(first, scale, out, &mut |_| Continue::Yes)?,
        Kind::Svg => export::svg(first, out)?,
        Kind::Pdf => return Ok(export::pdf(cards, out)?.scaled),
    }
    Ok(Vec::new())
}
