//! A row: a barrier, an opportunity or a strength with the places where it is met, looked up once.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::evidence::{Level, level};
use crate::model::{
    Barrier, BarrierStatus, ChannelId, Date, DepartmentId, Document, JourneyId, Opportunity, OpportunityStatus,
    PersonaId, Stage, Strength, Subject, TouchpointId,
};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kind {
    /// What keeps customers away.
    #[default]
    Barriers,
    /// What could be done.
    Opportunities,
    /// What customers like.
    Strengths,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A barrier.
    Barrier(Arc<Barrier>),
    /// An opportunity.
    Opportunity(Arc<Opportunity>),
    /// A strength.
    Strength(Arc<Strength>),
}

/// How far a barrier or an opportunity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A barrier's.
    Barrier(BarrierStatus),
    /// An opportunity's.
    Opportunity(OpportunityStatus),
}

/// Where it is met: a touchpoint, or a stage as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The journey.
    pub journey: JourneyId,
    /// The stage.
    pub stage: Option<Stage>,
    /// The touchpoint; `None`: the stage as a whole.
    pub touchpoint: Option<TouchpointId>,
    /// The touchpoint's title.
    pub title: String,
    /// The touchpoint's channel.
    pub channel: Option<ChannelId>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub item: Item,
    /// Where that is met, in the order of the file.
    pub places: Vec<Place>,
    /// The stages of those places, each once, in their order.
    pub stages: Vec<Stage>,
    /// The channels of those places, each once, in the order of the places.
    pub channels: Vec<ChannelId>,
    /// How well it is known.
    pub level: Level,
    /// What can be searched, in lower case.
    pub text: String,
}

impl Kind {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Barriers, Self::Opportunities, Self::Strengths];

    /// The kind that this is of.
    pub fn of(subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Barrier(_) => Some(Self::Barriers),
            Subject::Opportunity(_) => Some(Self::Opportunities),
            Subject::Strength(_) => Some(Self::Strengths),
            _ => None,
        }
    }

    /// How many of them a project has.
    pub fn count(self, document: &Document) -> usize {
        match self {
            Self::Barriers => document.barriers.len(),
            Self::Opportunities => document.opportunities.len(),
            Self::Strengths => document.strengths.len(),
        }
    }
}

impl Status {
    /// Whether there is nothing left to do about it.
    pub fn is_over(self) -> bool {
        use BarrierStatus::{Fixed, Verified};
        use OpportunityStatus::Done;
        matches!(self, Self::Barrier(Fixed | Verified) | Self::Opportunity(Done))
    }

    /// All statuses of a kind, in the order they are gone through.
    pub fn all(kind: Kind) -> Vec<Self> {
        match kind {
            Kind::Barriers => BarrierStatus::ALL.into_iter().map(Self::Barrier).collect(),
            Kind::Opportunities => OpportunityStatus::ALL.into_iter().map(Self::Opportunity).collect(),
            Kind::Strengths => Vec::new(),
        }
    }
}

/// RICE: reach · impact · confidence ÷ effort; `None` where one of them is not known or the effort is nothing.
pub fn rice(opportunity: &Opportunity) -> Option<f64> {
    let effort = opportunity.effort.filter(|effort| *effort > 0)?;
    Some(opportunity.reach? * opportunity.impact? * opportunity.confidence? / f64::from(effort))
}

impl Row {
    /// The row of a thing, with all its places; `None` for what no list holds.
    pub fn of(document: &Document, subject: &Subject) -> Option<Self> {
        let item = match subject {
            Subject::Barrier(id) => Item::Barrier(Arc::clone(document.barriers.get(id)?)),
            Subject::Opportunity(id) => Item::Opportunity(Arc::clone(document.opportunities.get(id)?)),
            Subject::Strength(id) => Item::Strength(Arc::clone(document.strengths.get(id)?)),
            _ => return None,
        };
        row(document, item, None)
    }

    /// What it stands for.
    pub fn subject(&self) -> Subject {
        match &self.item {
            Item::Barrier(it) => Subject::Barrier(it.id.clone()),
            Item::Opportunity(it) => Subject::Opportunity(it.id.clone()),
            Item::Strength(it) => Subject::Strength(it.id.clone()),
        }
    }

    /// Whether it stands for this.
    pub fn is(&self, subject: &Subject) -> bool {
        match (&self.item, subject) {
            (Item::Barrier(it), Subject::Barrier(id)) => it.id == *id,
            (Item::Opportunity(it), Subject::Opportunity(id)) => it.id == *id,
            (Item::Strength(it), Subject::Strength(id)) => it.id == *id,
            _ => false,
        }
    }

    /// What it says.
    pub fn statement(&self) -> &str {
        match &self.item {
            Item::Barrier(it) => &it.statement,
            Item::Opportunity(it) => &it.statement,
            Item::Strength(it) => &it.statement,
        }
    }

    /// The department that owns it.
    pub fn owner(&self) -> Option<&DepartmentId> {
        match &self.item {
            Item::Barrier(it) => it.owner.as_ref(),
            Item::Opportunity(it) => it.owner.as_ref(),
            Item::Strength(_) => None,
        }
    }

    /// How bad it is, 1–5.
    pub fn severity(&self) -> Option<u8> {
        match &self.item {
            Item::Barrier(it) => it.severity,
            Item::Opportunity(_) | Item::Strength(_) => None,
        }
    }

    /// How far it is.
    pub fn status(&self) -> Option<Status> {
        match &self.item {
            Item::Barrier(it) => Some(Status::Barrier(it.status)),
            Item::Opportunity(it) => Some(Status::Opportunity(it.status)),
            Item::Strength(_) => None,
        }
    }

    /// Whom it concerns; nobody named: everybody.
    pub fn personas(&self) -> &[PersonaId] {
        match &self.item {
            Item::Barrier(it) => &it.personas,
            Item::Opportunity(_) | Item::Strength(_) => &[],
        }
    }

    /// The day of its last change of status.
    pub fn since(&self) -> Option<Date> {
        match &self.item {
            Item::Barrier(it) => it.history.last().map(|change| change.date),
            Item::Opportunity(_) | Item::Strength(_) => None,
        }
    }
}

/// The rows of a kind: all of them, or those met in one journey and those that stand nowhere yet. The places of a row
/// are then those in that journey.
pub(super) fn rows(document: &Document, kind: Kind, journey: Option<&JourneyId>) -> Vec<Row> {
    let row = |item: Item| row(document, item, journey);
    match kind {
        Kind::Barriers => document.barriers.iter().cloned().map(Item::Barrier).filter_map(row).collect(),
        Kind::Opportunities => document.opportunities.iter().cloned().map(Item::Opportunity).filter_map(row).collect(),
        Kind::Strengths => document.strengths.iter().cloned().map(Item::Strength).filter_map(row).collect(),
    }
}

fn row(document: &Document, item: Item, journey: Option<&JourneyId>) -> Option<Row> {
    let mut places = places(document, &item);
    if let Some(journey) = journey.filter(|_| !places.is_empty()) {
        places.retain(|place| place.journey == *journey);
        if places.is_empty() {
            return None;
        }
    }
    let (statement, notes, evidence) = match &item {
        Item::Barrier(it) => (&it.statement, it.notes.as_str(), &it.evidence),
        Item::Opportunity(it) => (&it.statement, it.notes.as_str(), &it.evidence),
        Item::Strength(it) => (&it.statement, "", &it.evidence),
    };
    let mut text = format!("{statement}\n{notes}").to_lowercase();
    for place in &places {
        text.push('\n');
        text.push_str(&place.title.to_lowercase());
    }
    let stages: BTreeSet<Stage> = places.iter().filter_map(|place| place.stage).collect();
    let mut channels = Vec::new();
    for channel in places.iter().filter_map(|place| place.channel.as_ref()) {
        if !channels.contains(channel) {
            channels.push(channel.clone());
        }
    }
    let level = level(document, evidence);
    Some(Row { stages: stages.into_iter().collect(), channels, level, text, places, item })
}

/// Where it is met. A barrier with touchpoints is met there; one without, in its stage. An opportunity is where it
/// changes something or closes a barrier, as on the map.
fn places(document: &Document, item: &Item) -> Vec<Place> {
    match item {
        Item::Barrier(it) => barrier_places(document, it),
        Item::Strength(it) => it.touchpoints.iter().filter_map(|id| at_touchpoint(document, id)).collect(),
        Item::Opportunity(it) => {
            let mut places: Vec<Place> = it.touchpoints.iter().filter_map(|id| at_touchpoint(document, id)).collect();
            let closed = it.barriers.iter().filter_map(|id| document.barriers.get(id));
            for place in closed.flat_map(|barrier| barrier_places(document, barrier)) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            places
        }
    }
}

fn barrier_places(document: &Document, barrier: &Barrier) -> Vec<Place> {
    let places: Vec<Place> = barrier.touchpoints.iter().filter_map(|id| at_touchpoint(document, id)).collect();
    if !places.is_empty() {
        return places;
    }
    let stage = barrier.stage.iter().map(|(journey, stage)| Place {
        journey: journey.clone(),
        stage: Some(*stage),
        touchpoint: None,
        title: String::new(),
        channel: None,
    });
    stage.collect()
}

fn at_touchpoint(document: &Document, id: &TouchpointId) -> Option<Place> {
    let (journey, touchpoint) = document.touchpoint(id)?;
    Some(Place {
        journey: journey.id.clone(),
        stage: journey.stage_of(touchpoint),
        touchpoint: Some(id.clone()),
        title: touchpoint.title.clone(),
        channel: touchpoint.channel.clone(),
    })
}
