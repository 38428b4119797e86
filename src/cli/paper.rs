//! `tropa paper`: posters, voting sheets and stickers as PDF of the paper's exact size.

use super::args::PaperArguments;
use super::console::{Console, Failure};
use super::output::{Force, expected, kind_of, note_scaled, one_journey, write_drawn};
use crate::export;
use crate::i18n::Texts;
use crate::present::paper::{PaperKind, PaperOptions, sheets};
use crate::storage;

/// Writes the sheets.
pub(super) fn run(arguments: &PaperArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    kind_of(&arguments.output, &[("pdf", ())], texts)?;
    if let Some(key) = out_of_place(arguments) {
        return Err(Failure::call(texts.get(key)));
    }
    let expected = expected(&arguments.output, Force::from(arguments.force), texts)?;
    let document = storage::open(&arguments.input).map_err(|error| Failure::open(&error, texts))?.document;
    let journey = one_journey(&document, arguments.journey.as_deref(), texts)?;
    let usual = PaperOptions::default();
    let options = PaperOptions {
        kind: arguments.kind,
        size: arguments.size.unwrap_or(usual.size),
        tiles: arguments.tiles,
        scope: arguments.choices.unwrap_or(usual.scope),
        dots_each: arguments.dots.unwrap_or(usual.dots_each),
    };
    let sheets = sheets(&document, &journey, &options);
    if sheets.is_empty() {
        return Err(Failure::input(texts.get("cli-error-no-choices")));
    }
    let scaled = write_drawn(&arguments.output, expected, texts, &mut |out| Ok(export::pdf(&sheets, out)?.scaled))?;
    note_scaled(&scaled, console, texts);
    Ok(0)
}

/// What is wrong with options that this kind of paper does not have.
fn out_of_place(arguments: &PaperArguments) -> Option<&'static str> {
    let PaperArguments { kind, size, tiles, choices, dots, .. } = arguments;
    if size.is_some() && !kind.has_sizes() {
        Some("cli-error-size-is-for-posters")
    } else if tiles.is_some() && *kind != PaperKind::Map {
        Some("cli-error-tiles-are-for-maps")
    } else if (choices.is_some() || dots.is_some()) && *kind != PaperKind::Voting {
        Some("cli-error-choices-are-for-voting")
    } else {
        None
    }
}
