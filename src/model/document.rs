//! The document: a project, which is what one file holds.

use std::sync::Arc;

use super::audit::Audit;
use super::barrier::{Barrier, Strength};
use super::evidence::Evidence;
use super::ids::{ChannelId, CommentId, DepartmentId, JourneyId, ParticipantId, PersonaId, StopId, TouchpointId};
use super::journey::Journey;
use super::list::{List, by_rank, items, ranked};
use super::metric::Metric;
use super::opportunity::Opportunity;
use super::persona::Persona;
use super::rank::Rank;
use super::stage::Stage;
use super::subject::Subject;
use super::touchpoint::Touchpoint;
use super::values::{Date, Language};
use super::workshop::Workshop;

/// A whole project. Cloning it shares everything and is cheap, which is how undo keeps snapshots.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// What is said of the project as a whole.
    pub info: Arc<ProjectInfo>,
    /// Where encounters happen.
    pub channels: List<Channel>,
    /// The company's departments.
    pub departments: List<Department>,
    /// Who takes part in workshops.
    pub participants: List<Participant>,
    /// The personas.
    pub personas: List<Persona>,
    /// The barriers.
    pub barriers: List<Barrier>,
    /// The strengths.
    pub strengths: List<Strength>,
    /// The opportunities.
    pub opportunities: List<Opportunity>,
    /// The evidence.
    pub evidence: List<Evidence>,
    /// The metrics.
    pub metrics: List<Metric>,
    /// The journeys.
    pub journeys: List<Journey>,
    /// The six components audit.
    pub audit: Arc<Audit>,
    /// The stops of the presentation.
    pub stops: List<Stop>,
    /// The workshop's notes.
    pub workshop: Arc<Workshop>,
    /// Comments.
    pub comments: List<Comment>,
}

/// What is said of the project as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProjectInfo {
    /// Its title.
    pub title: String,
    /// Its subtitle.
    pub subtitle: String,
    /// The language of the map's own words and numbers.
    pub language: Language,
    /// The company.
    pub company: String,
    /// The product.
    pub product: String,
    /// Who made it.
    pub authors: Vec<String>,
    /// When it was begun.
    pub created: Option<Date>,
    /// When it was last worked on, as the authors say.
    pub updated: Option<Date>,
    /// What the company wants its customers' experience to be.
    pub vision: Vision,
}

/// The CX vision: two questions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vision {
    /// Which impression should contact with us leave?
    pub impression: String,
    /// Which experience do we want to give, out of our mission?
    pub experience: String,
}

/// Where encounters happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: ChannelId,
    /// Its place among the channels.
    pub rank: Rank,
    /// Its name.
    pub name: String,
    /// Its icon.
    pub icon: ChannelIcon,
}

/// The icon of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ChannelIcon {
    /// A place of no special kind.
    #[default]
    Place,
    /// A shop, a hall.
    Shop,
    /// The street, outdoor advertising.
    Street,
    /// A map or review service.
    Map,
    /// A website.
    Website,
    /// An app.
    App,
    /// A messenger or chat.
    Messenger,
    /// The phone.
    Phone,
    /// A social network.
    Social,
    /// E-mail.
    Email,
    /// A courier, delivery.
    Courier,
    /// A meeting in person, an office.
    Person,
    /// A till, payment.
    Payment,
    /// Paper: letters, leaflets, contracts.
    Paper,
    /// Television, radio, press.
    Media,
    /// A friend's word.
    WordOfMouth,
    /// A device at the customer's: router, terminal, machine.
    Device,
    /// A video call or webinar.
    Video,
}

/// A department of the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its place among the departments.
    pub rank: Rank,
    /// Its name.
    pub name: String,
}

/// Somebody who takes part in workshops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Its id.
    pub id: ParticipantId,
    /// Their name.
    pub name: String,
    /// Their department.
    pub department: Option<DepartmentId>,
}

/// A stop of the presentation: a reference to a part of the live map, never a copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Its id.
    pub id: StopId,
    /// Its place in the show.
    pub rank: Rank,
    /// The journey shown.
    pub journey: JourneyId,
    /// What of it.
    pub view: StopView,
    /// Whether it is skipped.
    pub hidden: bool,
    /// What the presenter wants to say.
    pub notes: String,
    /// Pen strokes that were kept.
    pub ink: Vec<InkStroke>,
}

/// A pen stroke on a stop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InkStroke {
    /// The points it goes through: from the left and from the top of the stop's picture, whose height is 1080 units;
    /// the pictures of a split stop count as if they stood below each other.
    pub points: Vec<(u16, u16)>,
}

/// What a stop shows.
#[derive(Debug, Clone, PartialEq)]
pub enum StopView {
    /// The whole map.
    Overview,
    /// A persona.
    Persona(PersonaId),
    /// A stage.
    Stage(Stage),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// The emotion curve.
    Emotions,
    /// The three answers.
    Answers,
    /// The decisions.
    Decisions,
    /// A few touchpoints that the user picked together.
    Selection(Vec<TouchpointId>),
}

/// A comment on anything.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// What it is about.
    pub subject: Subject,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub date: Option<Date>,
    /// What it says.
    pub text: String,
    /// Whether it is settled.
    pub settled: bool,
}

impl Document {
    /// The journeys in the user's order: by rank, then id.
    pub fn journeys_in_order(&self) -> Vec<&Arc<Journey>> {
        by_rank(&self.journeys)
    }

    /// The personas in the user's order: by rank, then id.
    pub fn personas_in_order(&self) -> Vec<&Arc<Persona>> {
        by_rank(&self.personas)
    }

    /// The channels in the user's order: by rank, then id.
    pub fn channels_in_order(&self) -> Vec<&Arc<Channel>> {
        by_rank(&self.channels)
    }

    /// The participants by name.
    pub fn participants_in_order(&self) -> Vec<&Arc<Participant>> {
        let mut all: Vec<_> = self.participants.iter().collect();
        all.sort_by_cached_key(|participant| (participant.name.to_lowercase(), participant.id.clone()));
        all
    }

    /// The departments in the user's order: by rank, then id.
    pub fn departments_in_order(&self) -> Vec<&Arc<Department>> {
        by_rank(&self.departments)
    }

    /// A touchpoint of any journey, with its journey.
    pub fn touchpoint(&self, id: &TouchpointId) -> Option<(&Arc<Journey>, &Arc<Touchpoint>)> {
        self.journeys.iter().find_map(|journey| Some((journey, journey.touchpoints.get(id)?)))
    }

    /// Whether both are the very same document in memory: then nothing computed from one need be computed again.
    pub fn is_same(&self, other: &Self) -> bool {
        let Self {
            info,
            channels,
            departments,
            participants,
            personas,
            barriers,
            strengths,
            opportunities,
            evidence,
            metrics,
            journeys,
            audit,
            stops,
            workshop,
            comments,
        } = self;
        Arc::ptr_eq(info, &other.info)
            && channels.same(&other.channels)
            && departments.same(&other.departments)
            && participants.same(&other.participants)
            && personas.same(&other.personas)
            && barriers.same(&other.barriers)
            && strengths.same(&other.strengths)
            && opportunities.same(&other.opportunities)
            && evidence.same(&other.evidence)
            && metrics.same(&other.metrics)
            && journeys.same(&other.journeys)
            && Arc::ptr_eq(audit, &other.audit)
            && stops.same(&other.stops)
            && Arc::ptr_eq(workshop, &other.workshop)
            && comments.same(&other.comments)
    }

    /// How many touchpoints all journeys hold.
    pub fn touchpoint_count(&self) -> usize {
        self.journeys.iter().map(|journey| journey.touchpoints.len()).sum()
    }
}

impl ChannelIcon {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Place,
        Self::Shop,
        Self::Street,
        Self::Map,
        Self::Website,
        Self::App,
        Self::Messenger,
        Self::Phone,
        Self::Social,
        Self::Email,
        Self::Courier,
        Self::Person,
        Self::Payment,
        Self::Paper,
        Self::Media,
        Self::WordOfMouth,
        Self::Device,
        Self::Video,
    ];
}

items! {
    Channel: ChannelId;
    Department: DepartmentId;
    Participant: ParticipantId;
    Stop: StopId;
    Comment: CommentId;
}

ranked!(Channel Department Stop);
