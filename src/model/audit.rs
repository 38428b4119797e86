//! The six components audit: each question answered 0–4 with a note and evidence.

use super::ids::EvidenceId;

/// A component of customer experience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// Number, quality and relevance of channels; how easily we are found and contacted.
    Reach,
    /// Buying is smooth; goods, prices and help are at hand.
    PurchaseConvenience,
    /// Advice, a manager, reference material are easy to get.
    ServiceConvenience,
    /// It solves this customer's problem and feels made for them.
    Personalisation,
    /// Devices, technical faults, overloaded screens.
    PleasantUse,
    /// One can move between channels without repeating oneself.
    ChannelFlexibility,
}

impl Component {
    /// The components in their order.
    pub const ALL: [Self; 6] = [
        Self::Reach,
        Self::PurchaseConvenience,
        Self::ServiceConvenience,
        Self::Personalisation,
        Self::PleasantUse,
        Self::ChannelFlexibility,
    ];
}

/// The answers of an audit, sorted by component and question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// The answers.
    pub answers: Vec<AuditAnswer>,
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditAnswer {
    /// The component it is about.
    pub component: Component,
    /// The question's number within the component, from 1.
    pub question: u8,
    /// The score, 0–4.
    pub score: Option<u8>,
    /// A note.
    pub note: String,
    /// Where the answer comes from.
    pub evidence: Vec<EvidenceId>,
}
