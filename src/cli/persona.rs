//! `tropa persona`: persona cards as pages of a PDF, or as a picture each.

use super::args::PersonaArguments;
use super::console::{Console, Failure};
use super::output::{Drawing, Drawn, Files, Force, kind_of};
use crate::i18n::Texts;
use crate::model::{Document, PersonaId};
use crate::present::persona_cards;
use crate::storage;

const KINDS: &[(&str, Drawn)] = &[("pdf", Drawn::Pdf), ("png", Drawn::Png), ("svg", Drawn::Svg)];

/// Writes the cards; nothing is written where one of their names is taken.
pub(super) fn run(arguments: &PersonaArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let kind = kind_of(&arguments.output, KINDS, texts)?;
    if arguments.scale.is_some() && kind != Drawn::Png {
        return Err(Failure::call(texts.get("cli-error-scale-is-for-png")));
    }
    let document = storage::open(&arguments.input).map_err(|error| Failure::open(&error, texts))?.document;
    let personas = personas(&document, arguments.persona.as_deref(), texts)?;
    let cards = persona_cards(&document, &personas, arguments.theme.unwrap_or_default());
    let one_file = kind == Drawn::Pdf || arguments.persona.is_some();
    let files = if one_file { Files::One } else { Files::Numbered };
    let drawing = Drawing { scenes: &cards, drawn: kind, scale: arguments.scale.unwrap_or(1.0), files };
    drawing.write(&arguments.output, Force::from(arguments.force), console, texts)?;
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
        let known = all.iter().map(PersonaId::as_str).collect::<Vec<_>>().join(", ");
        let arguments = [("id", wanted.into()), ("known", known.into())];
        return Err(Failure::call(texts.with("cli-error-no-such-persona", &arguments)));
    }
    Ok(found)
}
