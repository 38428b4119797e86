//! `tropa convert`: other formats ↔ document, every loss named with its line or its cell.

use std::path::Path;

use super::args::ConvertArguments;
use super::console::{Console, Failure};
use super::output::{Force, ending, expected, kind_of};
use crate::exchange::decode::{Encoding, decode};
use crate::exchange::grid::{self, Table};
use crate::exchange::mermaid;
use crate::format;
use crate::i18n::Texts;
use crate::model::{Document, SeededIds};
use crate::storage::{self, Expected, OpenError};

/// A format that is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Tropa,
    Mermaid,
    /// A spreadsheet: read only.
    Table,
}

const WRITTEN: &[(&str, Kind)] = &[("ron", Kind::Tropa), ("mmd", Kind::Mermaid), ("mermaid", Kind::Mermaid)];
const READ: &[(&str, Kind)] = &[
    ("ron", Kind::Tropa),
    ("mmd", Kind::Mermaid),
    ("mermaid", Kind::Mermaid),
    ("csv", Kind::Table),
    ("tsv", Kind::Table),
];

/// Converts by the files' endings.
pub(super) fn run(arguments: &ConvertArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let from = kind_of(&arguments.input, READ, texts)?;
    let to = kind_of(&arguments.output, WRITTEN, texts)?;
    if from == to || (from == Kind::Table && to != Kind::Tropa) {
        let endings = [("from", ending(&arguments.input).into()), ("to", ending(&arguments.output).into())];
        return Err(Failure::call(texts.with("cli-error-nothing-to-convert", &endings)));
    }
    let expected = expected(&arguments.output, Force::from(arguments.force), texts)?;
    let (_, bytes, _) = storage::read_bytes(&arguments.input).map_err(|error| Failure::open(&error, texts))?;
    let (document, said, encoding) = match from {
        Kind::Tropa => return to_mermaid(&bytes, arguments, expected, console, texts),
        Kind::Mermaid => from_mermaid(&bytes, texts)?,
        Kind::Table => from_table(&bytes, &arguments.input, texts)?,
    };
    if let Some(key) = encoding.doubt_key() {
        // Not a loss: `--strict` lets it through.
        console.note(&texts.get(key));
    }
    tell(&said, arguments, console, texts)?;
    storage::save(&arguments.output, &document, expected).map_err(|error| Failure::save(&error, texts))?;
    Ok(0)
}

/// A document read from another format, what is to be said of it, and how its text was written.
type Imported = (Document, Vec<String>, Encoding);

fn from_mermaid(bytes: &[u8], texts: &Texts) -> Result<Imported, Failure> {
    // Of what is no text in any encoding the reader says in which line that shows.
    let (read, encoding) = match decode(bytes) {
        Ok((text, encoding)) if encoding != Encoding::Utf8 => (mermaid::read(text.as_bytes()), encoding),
        _ => (mermaid::read(bytes), Encoding::Utf8),
    };
    let import = read.map_err(|error| {
        let said = error.kind.describe(texts);
        Failure::input(error.line.map_or(said.clone(), |line| on_line(line, &said, texts)))
    })?;
    let mermaid::Import { document, reports } = import;
    let said = reports.iter().map(|report| on_line(report.line, &report.kind.describe(texts), texts));
    Ok((document, said.collect(), encoding))
}

fn from_table(bytes: &[u8], input: &Path, texts: &Texts) -> Result<Imported, Failure> {
    let (text, encoding) = decode(bytes).map_err(|_not_text| Failure::input(texts.get("exchange-error-not-text")))?;
    let title = input.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (document, notes) = grid::document(&Table::read_file(&text), &title, &mut SeededIds::from_bytes(bytes));
    if document.touchpoint_count() == 0 {
        return Err(Failure::input(texts.get("cli-error-no-touchpoints-in-table")));
    }
    Ok((document, notes.iter().map(|note| note.describe(texts)).collect(), encoding))
}

fn to_mermaid(
    bytes: &[u8],
    arguments: &ConvertArguments,
    expected: Expected<'_>,
    console: &mut Console<'_>,
    texts: &Texts,
) -> Result<u8, Failure> {
    let opened = format::read(bytes).map_err(|error| {
        let path = arguments.input.clone();
        Failure::open(&OpenError::Format { path, error: Box::new(error) }, texts)
    })?;
    let first = opened.document.journeys_in_order().first().map(|journey| journey.id.clone());
    let export = first.and_then(|journey_id| mermaid::write(&opened.document, &journey_id));
    let export = export.ok_or_else(|| Failure::input(texts.get("cli-error-no-journeys")))?;
    let text = String::from_utf8_lossy(bytes);
    let places = format::places(&text);
    let line = |loss: &mermaid::Loss| places.of(&loss.first).map_or(1, |place| place.line);
    let mut said: Vec<(u32, String)> = export.losses.iter().map(|loss| (line(loss), loss.describe(texts))).collect();
    said.sort_by_key(|(line, _)| *line);
    let said: Vec<String> = said.iter().map(|(line, text)| on_line(*line, text, texts)).collect();
    tell(&said, arguments, console, texts)?;
    storage::write_atomic(&arguments.output, expected, &mut |out| out.write_all(export.text.as_bytes()))
        .map_err(|error| Failure::save(&error, texts))?;
    Ok(0)
}

/// Names what is lost or repaired; with `--strict` that is an error.
fn tell(
    said: &[String],
    arguments: &ConvertArguments,
    console: &mut Console<'_>,
    texts: &Texts,
) -> Result<(), Failure> {
    for text in said {
        console.note(text);
    }
    if arguments.strict && !said.is_empty() {
        return Err(Failure::input(texts.with("cli-error-strict", &[("count", said.len().into())])));
    }
    Ok(())
}

fn on_line(line: u32, text: &str, texts: &Texts) -> String {
    texts.with("cli-line", &[("line", line.to_string().into()), ("text", text.to_owned().into())])
}
