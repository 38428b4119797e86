//! `tropa check`: what is wrong with files, one line each as compilers write them, in the order of the file.

use std::path::Path;

use super::args::CheckArguments;
use super::console::{Console, Failure};
use crate::format::{self, Place};
use crate::i18n::{Texts, problems};
use crate::model::validate::Severity;
use crate::model::{Problem, validate};
use crate::storage;

/// Where the file as a whole is meant.
const START: Place = Place { line: 1, column: 1 };

/// How much was found.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    errors: usize,
    warnings: usize,
}

/// Checks each file; 1 if any has an error or cannot be read.
pub(super) fn run(arguments: &CheckArguments, console: &mut Console<'_>, texts: &Texts) -> Result<u8, Failure> {
    let mut count = Count::default();
    for file in &arguments.files {
        check(file, &mut count, console, texts)?;
    }
    let Count { errors, warnings } = count;
    let counts = [("files", arguments.files.len().into()), ("errors", errors.into()), ("warnings", warnings.into())];
    console.note(&texts.with("cli-check-summary", &counts));
    Ok(u8::from(errors > 0))
}

fn check(file: &Path, count: &mut Count, console: &mut Console<'_>, texts: &Texts) -> Result<(), Failure> {
    let name = file.display().to_string();
    let bytes = match storage::read_bytes(file) {
        Ok((_, bytes, _)) => bytes,
        Err(error) => {
            count.errors += 1;
            console.note_lines(&texts.with("cli-error", &[("message", error.describe(texts).into())]));
            return Ok(());
        }
    };
    let document = match format::read(&bytes) {
        Ok(opened) => opened.document,
        Err(error) => {
            count.errors += 1;
            let place = error.place.unwrap_or(START);
            console.say(&line(&name, place, "error", &format::message(&error, texts)))?;
            // The offending line with its caret, and what to do.
            for line in format::describe(&error, &name, texts).lines().skip(1) {
                console.say(line)?;
            }
            return Ok(());
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    let places = format::places(&text);
    let place = |problem: &Problem| places.of(&problem.subject).unwrap_or(START);
    let mut problems: Vec<(Place, Problem)> =
        validate(&document).into_iter().map(|problem| (place(&problem), problem)).collect();
    // Stable: problems of one place stay in their order.
    problems.sort_by_key(|(place, _)| *place);
    for (place, problem) in problems {
        let severity = match problem.kind.severity() {
            Severity::Error => {
                count.errors += 1;
                "error"
            }
            Severity::Warning => {
                count.warnings += 1;
                "warning"
            }
        };
        let word = problems::word(&problem, &document, texts);
        console.say(&line(&name, place, severity, &word))?;
    }
    Ok(())
}

/// The form that editors know, in every language.
fn line(name: &str, place: Place, severity: &str, said: &str) -> String {
    let Place { line, column } = place;
    format!("{name}:{line}:{column}: {severity}: {said}")
}
