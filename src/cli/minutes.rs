//! `tropa minutes`: what a workshop has left in the file, as Markdown or as pages.

use std::io::Write;

use super::args::MinutesArguments;
use super::console::{Console, Failure};
use super::output::{Force, expected, kind_of, one_journey, write_drawn};
use crate::export::{self, ExportError};
use crate::i18n::Texts;
use crate::present::workshop::{Minutes, minutes};
use crate::storage;

/// A format of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Markdown,
    Pdf,
}

const KINDS: &[(&str, Kind)] = &[("md", Kind::Markdown), ("pdf", Kind::Pdf)];

/// Writes the minutes, or prints them as Markdown where no file is named.
pub(super) fn run(arguments: &MinutesArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let target = match &arguments.output {
        None => None,
        Some(path) => {
            let kind = kind_of(path, KINDS, texts)?;
            Some((path, kind, expected(path, Force::from(arguments.force), texts)?))
        }
    };
    let document = storage::open(&arguments.input).map_err(|error| Failure::open(&error, texts))?.document;
    let journey = one_journey(&document, arguments.journey.as_deref(), texts)?;
    let date = arguments.date.unwrap_or_else(|| jiff::Zoned::now().date());
    let minutes = minutes(&document, &journey, Some(date));
    let Some((path, kind, expected)) = target else {
        for line in minutes.markdown().lines() {
            console.say(line)?;
        }
        return Ok(0);
    };
    write_drawn(path, expected, texts, &mut |out| write(&minutes, kind, out).map(|()| Vec::new()))?;
    Ok(0)
}

fn write(minutes: &Minutes, kind: Kind, out: &mut dyn Write) -> Result<(), ExportError> {
    match kind {
        Kind::Markdown => out.write_all(minutes.markdown().as_bytes())?,
        Kind::Pdf => drop(export::pdf(&minutes.pages(), out)?),
    }
    Ok(())
}
