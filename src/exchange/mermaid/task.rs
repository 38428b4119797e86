//! `name : score : people`: a task's parts, also where a colon stands in its name.

use super::entity;
use super::report::{Cut, MermaidError, MermaidErrorKind, Report, ReportKind, excerpt};
use super::score;
use super::source::trim;
use super::statement::keyword;

/// A task's parts.
#[derive(Debug, PartialEq)]
pub(super) struct TaskParts {
    pub(super) name: String,
    pub(super) score: Option<f64>,
    pub(super) people: Vec<String>,
}

/// Where a task stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct TaskPlace {
    pub(super) line: u32,
    pub(super) cut: Cut,
}

/// Reads a task.
pub(super) fn task(text: &str, place: TaskPlace, reports: &mut Vec<Report>) -> Result<TaskParts, MermaidError> {
    let TaskPlace { line, cut } = place;
    let full_width;
    let mut pieces = entity::split(text, ':');
    if pieces.len() == 1 && text.contains('：') {
        full_width = text.replace('：', ":");
        pieces = entity::split(&full_width, ':');
        reports.push(ReportKind::FullWidthColon.on(line));
    }
    if pieces.len() == 1 {
        return Err(MermaidErrorKind::TaskWithoutScore { text: excerpt(text), cut }.on(line));
    }
    let (at, found) = score_piece(&pieces);
    let name = pieces.get(..at).unwrap_or_default().join(":");
    let written = pieces.get(at).copied().unwrap_or_default();
    let name = entity::decode(trim(&name));
    if name.is_empty() {
        reports.push(ReportKind::Unnamed.on(line));
    }
    if keyword(&name, "journey").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
        reports.push(ReportKind::KeywordInName { text: excerpt(&name) }.on(line));
    }
    if at > 1 {
        reports.push(ReportKind::ColonInName { text: excerpt(&name) }.on(line));
    }
    let score = match found {
        Some(Found::Plain(value)) => Some(value),
        Some(Found::Repaired(value)) => {
            reports.push(ReportKind::ScoreRepaired { text: excerpt(written), read: value }.on(line));
            Some(value)
        }
        None => {
            reports.push(ReportKind::ScoreUnreadable { text: excerpt(written) }.on(line));
            None
        }
    };
    if let Some(value) = score.filter(|value| score::clamped(*value) != *value) {
        reports.push(ReportKind::ScoreOutside { text: excerpt(written), read: score::clamped(value) }.on(line));
    }
    let people = pieces.get(at + 1).map_or_else(Vec::new, |people| {
        entity::split(people, ',').into_iter().map(|name| entity::decode(trim(name))).collect()
    });
    if let Some(extra) = pieces.get(at + 2..).filter(|extra| !extra.is_empty()) {
        reports.push(ReportKind::ExtraText { text: excerpt(&extra.join(":")) }.on(line));
    }
    Ok(TaskParts { name, score, people })
}

enum Found {
    Plain(f64),
    Repaired(f64),
}

/// Which piece is the score. Mermaid takes the second whatever it is; where that is no number and a later one is, the
/// colons before it belong to the name.
fn score_piece(pieces: &[&str]) -> (usize, Option<Found>) {
    let second = pieces.get(1).copied().unwrap_or_default();
    if let Some(value) = score::number(second) {
        return (1, Some(Found::Plain(value)));
    }
    if let Some(value) = score::repaired(second) {
        return (1, Some(Found::Repaired(value)));
    }
    let mut later = pieces.iter().enumerate().skip(2).filter(|(_, piece)| !trim(piece).is_empty());
    later.find_map(|(at, piece)| Some((at, Some(Found::Plain(score::number(piece)?))))).unwrap_or((1, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let check = |text: &str, name: &str, score: Option<f64>, people: &[&str]| {
            let place = TaskPlace { line: 1, cut: Cut::No };
            let parts = task(text, place, &mut Vec::new()).unwrap();
            let people = people.iter().map(ToString::to_string).collect();
            assert_eq!(parts, TaskParts { name: name.to_owned(), score, people }, "{text}");
        };
        check("A : 5:   Me  ,  Cat  ", "A", Some(5.0), &["Me", "Cat"]);
        check("A: 5", "A", Some(5.0), &[]);
        check("A: 5:", "A", Some(5.0), &[""]);
        check("10:30 call: 5: Me", "10:30 call", Some(5.0), &["Me"]);
        check("Visit https://x.y: 5: Me", "Visit https://x.y", Some(5.0), &["Me"]);
        check("A: five: Me", "A", None, &["Me"]);
        check("A: 3,5: Me", "A", Some(3.5), &["Me"]);
        check("任务：5：我", "任务", Some(5.0), &["我"]);
        check("10#58;30: 5: A#44; B, C", "10:30", Some(5.0), &["A, B", "C"]);
        check(": 5", "", Some(5.0), &[]);
    }
}
