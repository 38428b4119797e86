//! Version 1: what is known about the map: barriers, strengths, opportunities, evidence, the audit.

use std::sync::Arc;

use super::leaf::{Date, Id, Number, Text, write_part};
use super::lists::{ByKey, Many};
use super::project::Stage;
use super::value::{Value, choice, record};
use crate::format::error::WriteError;
use crate::format::writer::Writer;
use crate::model;

record! {
    Block Barrier {
        id: Id<model::BarrierId>,
        statement?: Text,
        blocks?: ByKey<Blocks>,
        touchpoints?: Many<Id<model::TouchpointId>>,
        stage?: Option<(Id<model::JourneyId>, Stage)>,
        personas?: Many<Id<model::PersonaId>>,
        severity?: Option<u8>,
        frequency?: Option<Number>,
        leave?: Option<Number>,
        emotion_cost?: Option<Number>,
        evidence?: Many<Id<model::EvidenceId>>,
        owner?: Option<Id<model::DepartmentId>>,
        status?: BarrierStatus,
        history?: Many<StatusChange>,
        notes?: Text,
    }
}

choice! {
    Blocks {
        Choosing = "choosing",
        Buying = "buying",
        Using = "using",
        Loving = "loving",
        Recommending = "recommending",
    }
}

choice! {
    BarrierStatus default Found {
        Found = "found",
        Studied = "studied",
        InWork = "in_work",
        Fixed = "fixed",
        Verified = "verified",
        Accepted = "accepted",
    }
}

record! {
    Flow StatusChange {
        date: Date,
        status?: BarrierStatus,
    }
}

record! {
    Block Strength {
        id: Id<model::StrengthId>,
        statement?: Text,
        touchpoints?: Many<Id<model::TouchpointId>>,
        evidence?: Many<Id<model::EvidenceId>>,
    }
}

record! {
    Block Opportunity {
        id: Id<model::OpportunityId>,
        statement?: Text,
        barriers?: Many<Id<model::BarrierId>>,
        touchpoints?: Many<Id<model::TouchpointId>>,
        value_to_customer?: Option<u8>,
        value_to_business?: Option<u8>,
        effort?: Option<u8>,
        cost_once?: Option<Number>,
        cost_per_period?: Option<Number>,
        reach?: Option<Number>,
        impact?: Option<Number>,
        confidence?: Option<Number>,
        evidence?: Many<Id<model::EvidenceId>>,
        owner?: Option<Id<model::DepartmentId>>,
        due?: Option<Date>,
        status?: OpportunityStatus,
        notes?: Text,
    }
}

choice! {
    OpportunityStatus default Idea {
        Idea = "idea",
        Chosen = "chosen",
        InWork = "in_work",
        Done = "done",
        Rejected = "rejected",
    }
}

record! {
    Block Evidence {
        id: Id<model::EvidenceId>,
        kind: EvidenceKind,
        title?: Text,
        date?: Option<Date>,
        sample?: Option<u32>,
        note?: Text,
        respondents?: Many<Text>,
        link?: Text,
        transcript?: Many<Text>,
        excerpts?: Many<Excerpt>,
    }
}

record! {
    Flow Excerpt {
        quote?: Text,
        respondent?: Text,
        supports: Supported,
    }
}

/// What words of a transcript support.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Supported {
    Barrier(Id<model::BarrierId>),
    Strength(Id<model::StrengthId>),
    Touchpoint(Id<model::TouchpointId>),
}

impl Value for Supported {
    type Model = model::Supported;

    fn into_model(self) -> model::Supported {
        match self {
            Self::Barrier(id) => model::Supported::Barrier(id.into_model()),
            Self::Strength(id) => model::Supported::Strength(id.into_model()),
            Self::Touchpoint(id) => model::Supported::Touchpoint(id.into_model()),
        }
    }

    fn write(model: &model::Supported, out: &mut Writer<'_>) -> Result<(), WriteError> {
        match model {
            model::Supported::Barrier(id) => write_part::<Id<_>>(out, "barrier", id),
            model::Supported::Strength(id) => write_part::<Id<_>>(out, "strength", id),
            model::Supported::Touchpoint(id) => write_part::<Id<_>>(out, "touchpoint", id),
        }
    }
}

choice! {
    EvidenceKind {
        Interview = "interview",
        Survey = "survey",
        Reviews = "reviews",
        MysteryShopping = "mystery_shopping",
        CallLog = "call_log",
        Analytics = "analytics",
        Walkthrough = "walkthrough",
        ExpertOpinion = "expert_opinion",
    }
}

choice! {
    Component {
        Reach = "reach",
        PurchaseConvenience = "purchase_convenience",
        ServiceConvenience = "service_convenience",
        Personalisation = "personalisation",
        PleasantUse = "pleasant_use",
        ChannelFlexibility = "channel_flexibility",
    }
}

record! {
    Flow AuditAnswer {
        component: Component,
        question?: u8,
        score?: Option<u8>,
        note?: Text,
        evidence?: Many<Id<model::EvidenceId>>,
    }
}

/// The audit: the list of its answers.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Audit(ByKey<AuditAnswer>);

impl Value for Audit {
    type Model = Arc<model::Audit>;

    fn into_model(self) -> Self::Model {
        Arc::new(model::Audit { answers: self.0.into_model() })
    }

    fn is_default(model: &Self::Model) -> bool {
        let model::Audit { answers } = &**model;
        answers.is_empty()
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        ByKey::<AuditAnswer>::write(&model.answers, out)
    }
}
