//! Where in a text each thing is defined, so that a problem of the document can be shown at its line.

use std::collections::BTreeMap;

use super::place::{Lines, Place};
use super::tree::{self, Node};
use crate::model::{
    BarrierId, ChannelId, DepartmentId, EvidenceId, JourneyId, LaneId, MetricId, OpportunityId, ParticipantId,
    PersonaId, Stage, StepId, StopId, StrengthId, Subject, TouchpointId, TransitionId,
};

/// The places of the ids' definitions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places(BTreeMap<Subject, Place>);

impl Places {
    /// Where the thing is defined; a stage of which nothing is said stands with its journey.
    pub fn of(&self, subject: &Subject) -> Option<Place> {
        let with_journey = || match subject {
            Subject::Stage(journey, _) => self.0.get(&Subject::Journey(journey.clone())),
            _ => None,
        };
        self.0.get(subject).or_else(with_journey).copied()
    }
}

/// Finds the place of every id's definition; none in a text that is not well formed.
pub fn places(text: &str) -> Places {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(root) = tree::parse(text) else { return Places::default() };
    let mut found = Finder { lines: Lines::new(text), places: BTreeMap::new() };
    let title = root.field("title").or_else(|| root.field("tropa")).unwrap_or(&root);
    found.add(Subject::Project, title);
    found.list(&root, "channels", |id| ChannelId::parse(id).ok().map(Subject::Channel));
    found.list(&root, "departments", |id| DepartmentId::parse(id).ok().map(Subject::Department));
    found.list(&root, "participants", |id| ParticipantId::parse(id).ok().map(Subject::Participant));
    found.list(&root, "personas", |id| PersonaId::parse(id).ok().map(Subject::Persona));
    found.list(&root, "barriers", |id| BarrierId::parse(id).ok().map(Subject::Barrier));
    found.list(&root, "strengths", |id| StrengthId::parse(id).ok().map(Subject::Strength));
    found.list(&root, "opportunities", |id| OpportunityId::parse(id).ok().map(Subject::Opportunity));
    found.list(&root, "evidence", |id| EvidenceId::parse(id).ok().map(Subject::Evidence));
    found.list(&root, "metrics", |id| MetricId::parse(id).ok().map(Subject::Metric));
    found.list(&root, "stops", |id| StopId::parse(id).ok().map(Subject::Stop));
    for node in root.field("journeys").map_or(&[][..], Node::items) {
        found.journey(node);
    }
    Places(found.places)
}

struct Finder<'t> {
    lines: Lines<'t>,
    places: BTreeMap<Subject, Place>,
}

impl Finder<'_> {
    fn add(&mut self, subject: Subject, node: &Node<'_>) {
        let place = self.lines.place(node.span.start);
        self.places.entry(subject).or_insert(place);
    }

    fn list(&mut self, of: &Node<'_>, name: &str, subject: impl Fn(&str) -> Option<Subject>) {
        for id in of.field(name).map_or(&[][..], Node::items).iter().filter_map(|item| item.field("id")) {
            if let Some(subject) = id.text().and_then(&subject) {
                self.add(subject, id);
            }
        }
    }

    fn journey(&mut self, node: &Node<'_>) {
        let Some(id) = node.field("id") else { return };
        let Some(journey) = id.text().and_then(|text| JourneyId::parse(text).ok()) else { return };
        self.add(Subject::Journey(journey.clone()), id);
        let of = || journey.clone();
        self.list(node, "steps", |id| Some(Subject::Step(of(), StepId::parse(id).ok()?)));
        self.list(node, "custom_lanes", |id| Some(Subject::Lane(of(), LaneId::parse(id).ok()?)));
        self.list(node, "touchpoints", |id| Some(Subject::Touchpoint(of(), TouchpointId::parse(id).ok()?)));
        self.list(node, "transitions", |id| Some(Subject::Transition(of(), TransitionId::parse(id).ok()?)));
        for stage in node.field("stages").map_or(&[][..], Node::items).iter().filter_map(|item| item.field("stage")) {
            if let tree::Kind::Word(word) = &stage.kind
                && let Some(named) = Stage::ALL.into_iter().find(|named| named.key() == *word)
            {
                self.add(Subject::Stage(of(), named), stage);
            }
        }
    }
}
