//! What is wrong with a document: a sorted list of problems, each with the thing it concerns. Never stops an edit.
//!
//! One walk per concern: `references` (what leads to nothing), `numbers` (what is out of range), `ways` (the graph of
//! each journey), `words` (titles and letters), each adding to one list that is sorted at the end.

mod glyphs;
mod numbers;
mod references;
mod ways;
mod words;

pub use glyphs::is_drawn;
pub use numbers::FIELDS;

use super::document::Document;
use super::subject::Subject;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document contradicts itself; figures or pictures leave the thing out.
    Error,
    /// Something is likely forgotten or doubtful.
    Warning,
}

/// A problem, worded by `i18n`.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What it concerns.
    pub subject: Subject,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// A reference leads to nothing. Error.
    Dangling {
        /// The missing id.
        id: String,
    },
    /// An id is used by two things of different journeys. Error.
    SharedId,
    /// A number is outside its range. Error.
    OutOfRange {
        /// The field's name in the file.
        field: &'static str,
        /// The number.
        value: f64,
        /// The least it may be.
        min: f64,
        /// The most it may be.
        max: f64,
    },
    /// A stage has no step, so nothing can stand in it. Error.
    StageWithoutStep,
    /// A transition leads from a touchpoint to itself. Error.
    SelfTransition,
    /// The shares typed on the ways out of a touchpoint sum to more than 1. Error.
    SharesAboveOne {
        /// Their sum.
        sum: f64,
    },
    /// The shares of customers who start at the journey's touchpoints sum to more than 1. Error.
    StartsAboveOne {
        /// Their sum.
        sum: f64,
    },
    /// Two transitions lead from the same touchpoint to the same one. Warning.
    DoubledTransition,
    /// A closed loop without a way out: customers would go round for ever. Warning, at its first touchpoint.
    ClosedLoop {
        /// How many touchpoints it has.
        touchpoints: usize,
    },
    /// No path from a start reaches the touchpoint. Warning.
    Unreachable,
    /// The way goes on behind a goal and ends where nothing says how: those who go on are counted as lost. Warning, at
    /// the touchpoint where it ends.
    LostBehindGoal {
        /// The id of the goal.
        goal: String,
    },
    /// The thing has no title, name or statement. Warning.
    Untitled,
    /// A journey names no persona. Warning.
    NoPersona,
    /// A barrier or strength is linked to nothing on a map. Warning.
    Unplaced,
    /// A stored path skips a missing transition. Warning.
    BrokenPath {
        /// The touchpoint after which the path breaks.
        after: String,
    },
    /// A text holds letters of a script the bundled font does not have; they are drawn as boxes. Warning.
    UndrawnScript {
        /// The first such characters.
        sample: String,
    },
    /// A to-be journey improves itself or another to-be. Warning.
    ImprovesNoAsIs,
}

impl ProblemKind {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Dangling { .. }
            | Self::SharedId
            | Self::OutOfRange { .. }
            | Self::StageWithoutStep
            | Self::SelfTransition
            | Self::SharesAboveOne { .. }
            | Self::StartsAboveOne { .. } => Severity::Error,
            Self::DoubledTransition
            | Self::ClosedLoop { .. }
            | Self::Unreachable
            | Self::LostBehindGoal { .. }
            | Self::Untitled
            | Self::NoPersona
            | Self::Unplaced
            | Self::BrokenPath { .. }
            | Self::UndrawnScript { .. }
            | Self::ImprovesNoAsIs => Severity::Warning,
        }
    }
}

/// All problems: errors first, then by subject, each once. Takes O(n log n) of the document's size.
pub fn validate(document: &Document) -> Vec<Problem> {
    let mut found = Found::default();
    references::check(document, &mut found);
    numbers::check(document, &mut found);
    for journey in &document.journeys {
        ways::check(document, journey, &mut found);
    }
    words::check(document, &mut found);
    // The sort is stable and the walks are in the document's order, so equal subjects stay in that order.
    found.0.sort_by(|a, b| (a.kind.severity(), &a.subject).cmp(&(b.kind.severity(), &b.subject)));
    found.0.dedup();
    found.0
}

/// Problems as they are found.
#[derive(Debug, Default)]
struct Found(Vec<Problem>);

impl Found {
    fn add(&mut self, subject: Subject, kind: ProblemKind) {
        self.0.push(Problem { subject, kind });
    }
}

#[cfg(test)]
mod tests;
