//! Fields of the workshop's notes.

use super::{Fields, Walk, id, ids};
use crate::model::{AgendaItem, Decision, GlossaryEntry, List, ParkingItem, Poll, Vote, Workshop};

fn walk_list<T: Walk>(fields: &mut dyn Fields, name: &'static str, list: &List<T>) {
    fields.entries(name, list.len());
    for item in list {
        fields.part(item.as_ref());
    }
}

impl Walk for Workshop {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { agenda, parking, decisions, glossary, votes, polls, notes } = self;
        walk_list(fields, "agenda", agenda);
        walk_list(fields, "parking", parking);
        walk_list(fields, "decisions", decisions);
        walk_list(fields, "glossary", glossary);
        walk_list(fields, "votes", votes);
        walk_list(fields, "polls", polls);
        fields.text("notes", notes);
    }
}

impl Walk for AgendaItem {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, title, minutes } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("title", title);
        fields.number("minutes", *minutes);
    }
}

impl Walk for ParkingItem {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, text, participant } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("text", text);
        id!(fields, participant);
    }
}

impl Walk for Decision {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, what, who, due: _, opportunities } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("what", what);
        fields.text("who", who);
        ids!(fields, "opportunities", opportunities);
        fields.small(1);
    }
}

impl Walk for GlossaryEntry {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, term, meaning } = self;
        fields.id(id.as_str());
        fields.text("term", term);
        fields.text("meaning", meaning);
    }
}

impl Walk for Vote {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, title, dots_each: _, voters: _, results, revealed: _ } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.text("title", title);
        fields.entries("results", results.len());
        for (subject, _) in results {
            fields.id(subject.id_text());
            fields.small(4);
        }
        fields.small(3);
    }
}

impl Walk for Poll {
    fn walk(&self, fields: &mut dyn Fields) {
        let Self { id, rank, touchpoint, counts } = self;
        fields.id(id.as_str());
        fields.rank(rank);
        fields.id(touchpoint.as_str());
        fields.small(counts.len());
    }
}
