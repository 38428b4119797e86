//! Version 1: metrics.

use super::leaf::{Id, Number, Rank, Text, write_part, write_parts};
use super::lists::Counts;
use super::project::Stage;
use super::value::{Value, record, write_fields};
use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};
use crate::model;

record! {
    Block Metric {
        id: Id<model::MetricId>,
        rank?: Rank,
        subject: MetricSubject,
        persona?: Option<Id<model::PersonaId>>,
        title?: Text,
        data: MetricData,
        period?: Text,
        unit?: Text,
        target?: Option<Number>,
    }
}

/// What a metric measures.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MetricSubject {
    Journey(Id<model::JourneyId>),
    Stage(Id<model::JourneyId>, Stage),
    Touchpoint(Id<model::TouchpointId>),
}

impl Value for MetricSubject {
    type Model = model::MetricSubject;

    fn into_model(self) -> model::MetricSubject {
        match self {
            Self::Journey(id) => model::MetricSubject::Journey(id.into_model()),
            Self::Stage(id, stage) => model::MetricSubject::Stage(id.into_model(), stage.into_model()),
            Self::Touchpoint(id) => model::MetricSubject::Touchpoint(id.into_model()),
        }
    }

    fn write(model: &model::MetricSubject, out: &mut Writer<'_>) -> Result<(), WriteError> {
        match model {
            model::MetricSubject::Journey(id) => write_part::<Id<_>>(out, "journey", id),
            model::MetricSubject::Stage(id, stage) => {
                out.word("stage");
                write_parts::<Id<_>, Stage>(out, id, stage)
            }
            model::MetricSubject::Touchpoint(id) => write_part::<Id<_>>(out, "touchpoint", id),
        }
    }
}

/// Raw counts or sums.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum MetricData {
    Nps(Counts<u64, 11>),
    Csat(Counts<u64, 5>),
    Ces(Counts<u64, 7>),
    Churn {
        #[serde(default)]
        lost: u64,
        #[serde(default)]
        at_start: u64,
    },
    Revenue {
        #[serde(default)]
        revenue: Number,
        #[serde(default)]
        customers: u64,
    },
    Ltv {
        #[serde(default)]
        margin: Number,
        #[serde(default)]
        churn: Number,
        #[serde(default)]
        discount: Number,
    },
    Share {
        #[serde(default)]
        part: u64,
        #[serde(default)]
        whole: u64,
    },
    Number {
        #[serde(default)]
        value: Number,
        #[serde(default)]
        sample: Option<u64>,
    },
}

impl Value for MetricData {
    type Model = model::MetricData;

    fn into_model(self) -> model::MetricData {
        match self {
            Self::Nps(counts) => model::MetricData::Nps(counts.into_model()),
            Self::Csat(counts) => model::MetricData::Csat(counts.into_model()),
            Self::Ces(counts) => model::MetricData::Ces(counts.into_model()),
            Self::Churn { lost, at_start } => model::MetricData::Churn { lost, at_start },
            Self::Revenue { revenue, customers } => {
                model::MetricData::Revenue { revenue: revenue.into_model(), customers }
            }
            Self::Ltv { margin, churn, discount } => model::MetricData::Ltv {
                margin: margin.into_model(),
                churn: churn.into_model(),
                discount: discount.into_model(),
            },
            Self::Share { part, whole } => model::MetricData::Share { part, whole },
            Self::Number { value, sample } => model::MetricData::Number { value: value.into_model(), sample },
        }
    }

    fn write(model: &model::MetricData, out: &mut Writer<'_>) -> Result<(), WriteError> {
        match model {
            model::MetricData::Nps(counts) => return write_part::<Counts<u64, 11>>(out, "nps", counts),
            model::MetricData::Csat(counts) => return write_part::<Counts<u64, 5>>(out, "csat", counts),
            model::MetricData::Ces(counts) => return write_part::<Counts<u64, 7>>(out, "ces", counts),
            model::MetricData::Churn { lost, at_start } => {
                open(out, "churn");
                write_fields!(out; lost: u64, at_start: u64);
            }
            model::MetricData::Revenue { revenue, customers } => {
                open(out, "revenue");
                write_fields!(out; revenue: Number, customers: u64);
            }
            model::MetricData::Ltv { margin, churn, discount } => {
                open(out, "ltv");
                write_fields!(out; margin: Number, churn: Number, discount: Number);
            }
            model::MetricData::Share { part, whole } => {
                open(out, "share");
                write_fields!(out; part: u64, whole: u64);
            }
            model::MetricData::Number { value, sample } => {
                open(out, "number");
                write_fields!(out; value: Number, sample: Option<u64>);
            }
        }
        out.close();
        Ok(())
    }
}

fn open(out: &mut Writer<'_>, name: &str) {
    out.word(name);
    out.open_record(Layout::Flow);
}
