//! Evidence: where the knowledge comes from.

use super::ids::{BarrierId, EvidenceId, StrengthId, TouchpointId};
use super::list::items;
use super::values::Date;

/// A source; without one a claim is "we think so".
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// Its kind.
    pub kind: EvidenceKind,
    /// Its short name ("Exit interviews, March").
    pub title: String,
    /// Its day.
    pub date: Option<Date>,
    /// How many people or cases.
    pub sample: Option<u32>,
    /// A quote or a note.
    pub note: String,
    /// Codes of respondents; names are never exported.
    pub respondents: Vec<String>,
    /// Where it is kept.
    pub link: String,
    /// What was said, a paragraph each; speakers are named by their codes.
    pub transcript: Vec<String>,
    /// What of it supports which claim.
    pub excerpts: Vec<Excerpt>,
}

/// Words of a transcript that support a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The words, as they stand in the transcript.
    pub quote: String,
    /// The code of who said them; empty where that is not known.
    pub respondent: String,
    /// What they support.
    pub supports: Supported,
}

/// What words of a transcript support.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supported {
    /// A barrier.
    Barrier(BarrierId),
    /// A strength.
    Strength(StrengthId),
    /// A touchpoint, or a thought at it.
    Touchpoint(TouchpointId),
}

/// A kind of source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    /// In-depth interview.
    Interview,
    /// Survey.
    Survey,
    /// Monitoring of social media and reviews.
    Reviews,
    /// Mystery shopping.
    MysteryShopping,
    /// Call or chat log.
    CallLog,
    /// Web or app analytics.
    Analytics,
    /// Walking the journey oneself.
    Walkthrough,
    /// Expert opinion, the weakest.
    ExpertOpinion,
}

impl EvidenceKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Interview,
        Self::Survey,
        Self::Reviews,
        Self::MysteryShopping,
        Self::CallLog,
        Self::Analytics,
        Self::Walkthrough,
        Self::ExpertOpinion,
    ];
}

impl Evidence {
    /// A source of which only the kind is known.
    pub fn new(id: EvidenceId, kind: EvidenceKind) -> Self {
        Self {
            id,
            kind,
            title: String::new(),
            date: None,
            sample: None,
            note: String::new(),
            respondents: Vec::new(),
            link: String::new(),
            transcript: Vec::new(),
            excerpts: Vec::new(),
        }
    }
}

items! {
    Evidence: EvidenceId;
}
