//! Fields of what is known about a map: barriers, strengths, opportunities, evidence, metrics, the audit.

use super::{Fields, Walk, id, ids, number, texts, walk_all};
use crate::model::{
    Audit, AuditAnswer, Barrier, Evidence, Excerpt, Metric, MetricData, MetricSubject, Opportunity, Strength, Supported,
};

impl Walk for Barrier {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self {
            id,
            statement,
            blocks,
            touchpoints,
            stage,
            personas,
            severity: _,
            frequency,
            leave,
            emotion_cost,
            evidence,
            owner,
            status: _,
            history,
            notes,
        } = self;
        fields.id(id.as_str());
        fields.text("statement", statement);
        fields.small(blocks.len() + 2);
        ids!(fields, "touchpoints", touchpoints);
        if let Some((journey, _)) = stage {
            fields.id(journey.as_str());
            fields.small(1);
        }
        ids!(fields, "personas", personas);
        number(fields, "frequency", *frequency);
        number(fields, "leave", *leave);
        number(fields, "emotion_cost", *emotion_cost);
        ids!(fields, "evidence", evidence);
        id!(fields, owner);
        fields.entries("history", history.len());
        fields.small(3 * history.len());
        fields.text("notes", notes);
    }
}

impl Walk for Strength {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, statement, touchpoints, evidence } = self;
        fields.id(id.as_str());
        fields.text("statement", statement);
        ids!(fields, "touchpoints", touchpoints);
        ids!(fields, "evidence", evidence);
    }
}

impl Walk for Opportunity {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self {
            id,
            statement,
            barriers,
            touchpoints,
            cost_once,
            cost_per_period,
            reach,
            impact,
            value_to_customer: _,
            value_to_business: _,
            effort: _,
            confidence,
            evidence,
            owner,
            due: _,
            status: _,
            notes,
        } = self;
        fields.id(id.as_str());
        fields.text("statement", statement);
        ids!(fields, "barriers", barriers);
        ids!(fields, "touchpoints", touchpoints);
        number(fields, "cost_once", *cost_once);
        number(fields, "cost_per_period", *cost_per_period);
        number(fields, "reach", *reach);
        number(fields, "impact", *impact);
        number(fields, "confidence", *confidence);
        ids!(fields, "evidence", evidence);
        id!(fields, owner);
        fields.text("notes", notes);
        fields.small(5);
    }
}

impl Walk for Evidence {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, kind: _, title, date: _, sample: _, note, respondents, link, transcript, excerpts } = self;
        fields.id(id.as_str());
        fields.text("title", title);
        fields.text("note", note);
        texts(fields, "respondents", respondents);
        fields.text("link", link);
        texts(fields, "transcript", transcript);
        walk_all(fields, "excerpts", excerpts);
        fields.small(3);
    }
}

impl Walk for Excerpt {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { quote, respondent, supports } = self;
        fields.text("quote", quote);
        fields.text("respondent", respondent);
        match supports {
            Supported::Barrier(id) => fields.id(id.as_str()),
            Supported::Strength(id) => fields.id(id.as_str()),
            Supported::Touchpoint(id) => fields.id(id.as_str()),
        }
        fields.small(1);
    }
}

impl Walk for Metric {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, subject, persona, title, data, period, unit, target } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        match subject {
            MetricSubject::Journey(journey) | MetricSubject::Stage(journey, _) => fields.id(journey.as_str()),
            MetricSubject::Touchpoint(touchpoint) => fields.id(touchpoint.as_str()),
        }
        fields.small(1);
        id!(fields, persona);
        fields.text("title", title);
        data.walk(fields);
        fields.text("period", period);
        fields.text("unit", unit);
        number(fields, "target", *target);
    }
}

impl Walk for MetricData {
    fn walk(&self, fields: &mut dyn Fields) {
        match self {
            Self::Nps(counts) => fields.small(1 + counts.len()),
            Self::Csat(counts) => fields.small(1 + counts.len()),
            Self::Ces(counts) => fields.small(1 + counts.len()),
            Self::Churn { lost: _, at_start: _ } | Self::Share { part: _, whole: _ } => fields.small(3),
            Self::Revenue { revenue, customers: _ } => {
                fields.number("revenue", *revenue);
                fields.small(2);
            }
            Self::Ltv { margin, churn, discount } => {
                fields.number("margin", *margin);
                fields.number("churn", *churn);
                fields.number("discount", *discount);
                fields.small(1);
            }
            Self::Number { value, sample: _ } => {
                fields.number("value", *value);
                fields.small(2);
            }
        }
    }
}

impl Walk for Audit {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { answers } = self;
        walk_all(fields, "answers", answers);
    }
}

impl Walk for AuditAnswer {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { component: _, question: _, score: _, note, evidence } = self;
        fields.small(3);
        fields.text("note", note);
        ids!(fields, "evidence", evidence);
    }
}
