//! An opportunity: what could be done.

use super::ids::{BarrierId, DepartmentId, EvidenceId, OpportunityId, TouchpointId};
use super::list::items;
use super::values::Date;

/// What could be done: a solution that closes barriers, or an idea that has none yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Opportunity {
    /// Its id.
    pub id: OpportunityId,
    /// What is to be done.
    pub statement: String,
    /// The barriers it closes.
    pub barriers: Vec<BarrierId>,
    /// The touchpoints it changes.
    pub touchpoints: Vec<TouchpointId>,
    /// Its value to the customer, 1–5.
    pub value_to_customer: Option<u8>,
    /// Its value to the business, 1–5.
    pub value_to_business: Option<u8>,
    /// Its effort, 1–5.
    pub effort: Option<u8>,
    /// Its cost, once.
    pub cost_once: Option<f64>,
    /// Its cost per period.
    pub cost_per_period: Option<f64>,
    /// RICE: customers reached per period.
    pub reach: Option<f64>,
    /// RICE: impact on each of them (0.25 – 3).
    pub impact: Option<f64>,
    /// RICE: confidence, 0–1.
    pub confidence: Option<f64>,
    /// Where the knowledge of it comes from.
    pub evidence: Vec<EvidenceId>,
    /// The department that owns it.
    pub owner: Option<DepartmentId>,
    /// The day it is due.
    pub due: Option<Date>,
    /// How far it is.
    pub status: OpportunityStatus,
    /// Free notes.
    pub notes: String,
}

/// How far an opportunity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum OpportunityStatus {
    /// An idea.
    #[default]
    Idea,
    /// Chosen to be done.
    Chosen,
    /// In work.
    InWork,
    /// Done.
    Done,
    /// Turned down.
    Rejected,
}

impl Opportunity {
    /// An opportunity of which only the statement is known.
    pub fn new(id: OpportunityId, statement: impl Into<String>) -> Self {
        Self {
            id,
            statement: statement.into(),
            barriers: Vec::new(),
            touchpoints: Vec::new(),
            value_to_customer: None,
            value_to_business: None,
            effort: None,
            cost_once: None,
            cost_per_period: None,
            reach: None,
            impact: None,
            confidence: None,
            evidence: Vec::new(),
            owner: None,
            due: None,
            status: OpportunityStatus::Idea,
            notes: String::new(),
        }
    }
}

impl OpportunityStatus {
    /// All of them, in the order they are gone through.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Chosen, Self::InWork, Self::Done, Self::Rejected];
}

items! {
    Opportunity: OpportunityId;
}
