//! A metric: raw answer counts or sums; figures are computed from them, never stored.

use super::ids::{JourneyId, MetricId, PersonaId, TouchpointId};
use super::list::{items, ranked};
use super::rank::Rank;
use super::stage::Stage;

/// A measured figure's raw data.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// Its id.
    pub id: MetricId,
    /// Its place among the metrics of one subject.
    pub rank: Rank,
    /// What it measures.
    pub subject: MetricSubject,
    /// Whom it concerns, where it is one persona.
    pub persona: Option<PersonaId>,
    /// Its own title; empty: the kind's name.
    pub title: String,
    /// What was counted.
    pub data: MetricData,
    /// The period it was counted in.
    pub period: String,
    /// What it is measured in or of, said behind the figure ("per week", "of those interested").
    pub unit: String,
    /// The figure to reach, in the figure's own scale (percent for shares).
    pub target: Option<f64>,
}

/// What a metric measures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MetricSubject {
    /// A whole journey.
    Journey(JourneyId),
    /// A stage of a journey.
    Stage(JourneyId, Stage),
    /// A touchpoint.
    Touchpoint(TouchpointId),
}

/// Raw counts or sums, by the kind of the metric.
#[derive(Debug, Clone, PartialEq)]
pub enum MetricData {
    /// Net Promoter Score: how many answered 0, 1, … 10.
    Nps([u64; 11]),
    /// Customer satisfaction: how many answered 1, … 5.
    Csat([u64; 5]),
    /// Customer effort score 2.0: how many answered 1, … 7.
    Ces([u64; 7]),
    /// Churn: customers lost in the period, customers at its start.
    Churn {
        /// Lost in the period.
        lost: u64,
        /// At the period's start.
        at_start: u64,
    },
    /// Revenue per customer (simple LTV).
    Revenue {
        /// Revenue of the period.
        revenue: f64,
        /// Customers of the period.
        customers: u64,
    },
    /// LTV by margin.
    Ltv {
        /// Margin m of one period.
        margin: f64,
        /// Churn of one period, 0–1.
        churn: f64,
        /// Discount rate i of one period.
        discount: f64,
    },
    /// A share: so many out of so many.
    Share {
        /// Those who did.
        part: u64,
        /// All.
        whole: u64,
    },
    /// A plain number of the user's own.
    Number {
        /// The number.
        value: f64,
        /// The sample behind it.
        sample: Option<u64>,
    },
}

items! {
    Metric: MetricId;
}

ranked!(Metric);
