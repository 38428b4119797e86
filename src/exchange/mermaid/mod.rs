//! Mermaid `journey` text ↔ document.
//!
//! Reading follows what Mermaid 11 makes of a text, and is kinder in a few stated ways: `;` separates statements, a name
//! may hold a colon, `3,5` and `4/5` are scores, entities (`#58;`) are decoded, `<br/>` is a line break, names are
//! trimmed, empty people are left out, and where Mermaid rejects a spelling whose meaning is plain, it is read. Each
//! such repair is reported with its line. Reading order: [`diagram`] (what a text says), [`fn@read`], `build` (the
//! document made of it), [`fn@write`], [`loss`] (what Mermaid cannot hold).

mod build;
pub mod diagram;
mod entity;
mod front_matter;
pub mod loss;
mod read;
pub mod report;
mod score;
mod source;
mod stages;
mod statement;
mod task;
mod write;

pub use diagram::{MermaidJourney, Section, Task};
pub use loss::{Loss, LossKind};
pub use read::parse;
pub use report::{MermaidError, MermaidErrorKind, Report, ReportKind};
pub(super) use stages::stage_named;
pub use write::{Export, write};

use crate::model::{Document, SeededIds};

/// A Mermaid journey as a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The document: one journey and its personas.
    pub document: Document,
    /// What was lost or repaired, by line.
    pub reports: Vec<Report>,
}

/// Whether a pasted text is meant to be a Mermaid journey: its first word of its own is `journey`, alone on its line.
pub fn is_journey(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // Front matter comes before everything else.
    let body = text.strip_prefix("---").and_then(|rest| rest.split_once("\n---")).map_or(text, |(_, body)| body);
    let said = body.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("%%") && *line != "---");
    said == Some("journey") && body.contains(':')
}

/// Reads a Mermaid journey. Ids are seeded from the bytes, so the same text always gives the same document.
///
/// # Errors
/// When the text is no Mermaid journey, or a line of it has no plain meaning.
pub fn read(bytes: &[u8]) -> Result<Import, MermaidError> {
    let (journey, mut reports) = parse(bytes)?;
    let document = build::document(&journey, &mut SeededIds::from_bytes(bytes), &mut reports);
    // Stable: reports of one line stay in the order of reading.
    reports.sort_by_key(|report| report.line);
    Ok(Import { document, reports })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journeys_are_told_from_lines() {
        let check = |text: &str, expect: bool| assert_eq!(is_journey(text), expect, "{text:?}");
        check("journey\n  title Way\n  section Go\n    Walk: 3: Me\n", true);
        check("---\ntitle: A\n---\n%% note\n\njourney\n Walk: 3", true);
        check("journey\nbegins at home\n", false);
        check("Journey\nWalk: 3", false);
        check("a journey: 3", false);
        check("", false);
    }
}
