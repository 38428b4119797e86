//! Fields of a journey, its steps, touchpoints, transitions and lanes.

use super::{Fields, Walk, id, ids, marks, number, texts, walk_all};
use crate::model::{
    Cell, CellValue, CustomLane, End, Feeling, JourneyInfo, Lane, LaneSetting, Ownership, PersonaPath, StageInfo, Step,
    Touchpoint, Transition,
};

impl Walk for JourneyInfo {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self {
            rank,
            title,
            kind: _,
            improves,
            question,
            scope_from,
            scope_to,
            period,
            customers,
            personas,
            ltv,
            revenue_per_customer,
            currency,
            date: _,
            authors,
            stages,
            lanes,
            swimlanes: _,
            paths,
        } = self;
        fields.rank(rank);
        fields.text("title", title);
        id!(fields, improves);
        fields.text("question", question);
        fields.text("scope_from", scope_from);
        fields.text("scope_to", scope_to);
        fields.text("period", period);
        number(fields, "customers", *customers);
        ids!(fields, "personas", personas);
        number(fields, "ltv", *ltv);
        number(fields, "revenue_per_customer", *revenue_per_customer);
        fields.text("currency", currency);
        texts(fields, "authors", authors);
        walk_all(fields, "stages", stages);
        walk_all(fields, "lanes", lanes);
        walk_all(fields, "paths", paths);
        fields.small(3);
    }
}

impl Walk for StageInfo {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { title, goal, notes } = self;
        fields.text("title", title);
        fields.text("goal", goal);
        fields.text("notes", notes);
    }
}

impl Walk for LaneSetting {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { lane, hidden: _, folded: _, height } = self;
        if let Lane::Custom(lane_id) = lane {
            fields.id(lane_id.as_str());
        }
        fields.small(3);
        number(fields, "height", *height);
    }
}

impl Walk for PersonaPath {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { persona, touchpoints } = self;
        fields.id(persona.as_str());
        ids!(fields, "touchpoints", touchpoints);
    }
}

impl Walk for Step {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, stage: _, rank, title } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("title", title);
        fields.small(1);
    }
}

impl Walk for CustomLane {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, title, content: _ } = self;
        fields.id(id.as_str());
        fields.text("title", title);
        fields.small(1);
    }
}

impl Walk for Touchpoint {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self {
            id,
            step,
            column,
            row,
            title,
            action,
            need,
            feelings,
            channel,
            ownership,
            duration_minutes,
            waiting_minutes,
            pictures,
            backstage,
            systems,
            department,
            participants,
            evidence,
            moment_of_truth,
            goal,
            start,
            end,
            cells,
            notes,
        } = self;
        fields.id(id.as_str());
        fields.id(step.as_str());
        fields.rank(column);
        fields.rank(row);
        fields.text("title", title);
        fields.text("action", action);
        fields.text("need", need);
        walk_all(fields, "feelings", feelings);
        id!(fields, channel);
        number(fields, "duration_minutes", *duration_minutes);
        number(fields, "waiting_minutes", *waiting_minutes);
        fields.entries("pictures", pictures.len());
        for picture in pictures {
            fields.picture(picture);
        }
        fields.text("backstage", backstage);
        fields.text("systems", systems);
        id!(fields, department);
        ids!(fields, "participants", participants);
        ids!(fields, "evidence", evidence);
        number(fields, "start", *start);
        walk_all(fields, "cells", cells);
        fields.text("notes", notes);
        marks(fields, [*ownership != Ownership::Ours, *moment_of_truth, *goal, *end != End::None]);
    }
}

impl Walk for Feeling {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { persona, emotion, word, quote, expectation, promise } = self;
        fields.id(persona.as_str());
        fields.text("word", word);
        fields.text("quote", quote);
        fields.text("promise", promise);
        marks(fields, [emotion.is_some(), expectation.is_some()]);
    }
}

impl Walk for Cell {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { lane, value } = self;
        fields.id(lane.as_str());
        match value {
            CellValue::Text(text) => fields.text("cells", text),
            CellValue::Number(value) => fields.number("cells", *value),
            CellValue::Picture(picture) => fields.picture(picture),
        }
    }
}

impl Walk for Transition {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, from, to, share, reason, minutes, context_carries } = self;
        fields.id(id.as_str());
        fields.id(from.as_str());
        fields.id(to.as_str());
        number(fields, "share", *share);
        fields.text("reason", reason);
        number(fields, "minutes", *minutes);
        marks(fields, [context_carries.is_some()]);
    }
}
