//! Fields of the project as a whole, of its people and places, and of the presentation.

use super::{Fields, Walk, id, ids, marks, number, texts, walk_all};
use crate::model::{
    Channel, Comment, Demographics, Department, Field, InkStroke, Participant, Persona, Portrait, ProjectInfo, Slider,
    Stop, StopView, Vision,
};

impl Walk for ProjectInfo {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { title, subtitle, language: _, company, product, authors, created: _, updated: _, vision } = self;
        let Vision { impression, experience } = vision;
        fields.text("title", title);
        fields.text("subtitle", subtitle);
        fields.text("company", company);
        fields.text("product", product);
        texts(fields, "authors", authors);
        fields.text("impression", impression);
        fields.text("experience", experience);
        fields.small(4);
    }
}

impl Walk for Channel {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, name, icon: _ } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("name", name);
        fields.small(1);
    }
}

impl Walk for Department {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, name } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("name", name);
    }
}

impl Walk for Participant {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, name, department } = self;
        fields.id(id.as_str());
        fields.text("name", name);
        id!(fields, department);
    }
}

impl Walk for Persona {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self {
            id,
            rank,
            name,
            portrait,
            color: _,
            quote,
            segment,
            share,
            demographics,
            motivation,
            goals,
            needs,
            pains,
            expectations,
            channels,
            habits,
            devices,
            sliders,
            fields: free,
        } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("name", name);
        portrait.walk(fields);
        fields.small(1);
        fields.text("quote", quote);
        fields.text("segment", segment);
        number(fields, "share", *share);
        fields.part(demographics);
        fields.text("motivation", motivation);
        texts(fields, "goals", goals);
        texts(fields, "needs", needs);
        texts(fields, "pains", pains);
        texts(fields, "expectations", expectations);
        ids!(fields, "channels", channels);
        fields.text("habits", habits);
        fields.text("devices", devices);
        walk_all(fields, "sliders", sliders);
        walk_all(fields, "fields", free);
    }
}

impl Walk for Portrait {
    fn walk(&self, fields: &mut dyn Fields) {
        match self {
            Self::Initials => {}
            Self::Avatar(_) => fields.small(6),
            Self::Photo(picture) => fields.picture(picture),
        }
    }
}

impl Walk for Demographics {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { age, gender, place, family, income, occupation } = self;
        fields.text("age", age);
        fields.text("gender", gender);
        fields.text("place", place);
        fields.text("family", family);
        fields.text("income", income);
        fields.text("occupation", occupation);
    }
}

impl Walk for Slider {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { name, low, high, value } = self;
        fields.text("name", name);
        fields.text("low", low);
        fields.text("high", high);
        fields.number("value", *value);
    }
}

impl Walk for Field {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { name, value } = self;
        fields.text("name", name);
        fields.text("value", value);
    }
}

impl Walk for Stop {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, journey, view, hidden, notes, ink } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.id(journey.as_str());
        match view {
            StopView::Persona(persona) => fields.id(persona.as_str()),
            StopView::Touchpoint(touchpoint) => fields.id(touchpoint.as_str()),
            StopView::Selection(touchpoints) => {
                ids!(fields, "touchpoints", touchpoints);
            }
            StopView::Overview | StopView::Stage(_) | StopView::Emotions | StopView::Answers | StopView::Decisions => {}
        }
        fields.small(1);
        marks(fields, [*hidden]);
        fields.text("notes", notes);
        walk_all(fields, "ink", ink);
    }
}

impl Walk for InkStroke {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { points } = self;
        fields.entries("points", points.len());
        fields.small(points.len());
    }
}

impl Walk for Comment {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, subject, author, date: _, text, settled: _ } = self;
        fields.id(id.as_str());
        fields.id(subject.id_text());
        fields.text("author", author);
        fields.text("text", text);
        fields.small(5);
    }
}
