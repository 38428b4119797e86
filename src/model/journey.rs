//! A journey: one or several personas' way through the five stages, as a graph of touchpoints.

use std::sync::Arc;

use super::ids::{JourneyId, LaneId, PersonaId, StepId, TouchpointId};
use super::list::{List, Ranked, items};
use super::rank::Rank;
use super::stage::Stage;
use super::touchpoint::Touchpoint;
use super::transition::Transition;
use super::values::Date;

/// One way through the five stages.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    /// Its id.
    pub id: JourneyId,
    /// What is said of the journey as a whole.
    pub info: Arc<JourneyInfo>,
    /// The named parts of the stages. Each stage has at least one step; an unnamed one is not drawn.
    pub steps: List<Step>,
    /// The lanes of the user's own.
    pub custom_lanes: List<CustomLane>,
    /// The touchpoints.
    pub touchpoints: List<Touchpoint>,
    /// The transitions between them.
    pub transitions: List<Transition>,
}

/// What is said of a journey as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JourneyInfo {
    /// Its place among the journeys.
    pub rank: Rank,
    /// Its title.
    pub title: String,
    /// Today's or the wished one.
    pub kind: JourneyKind,
    /// The as-is journey that this to-be improves.
    pub improves: Option<JourneyId>,
    /// The question it is to answer.
    pub question: String,
    /// Where it begins.
    pub scope_from: String,
    /// Where it ends.
    pub scope_to: String,
    /// The period its figures are for ("month").
    pub period: String,
    /// Customers entering per period.
    pub customers: Option<f64>,
    /// The personas who go it, the leading one first.
    pub personas: Vec<PersonaId>,
    /// Life-time value of a customer, in the currency below.
    pub ltv: Option<f64>,
    /// Revenue per customer and period, where no life-time value is known.
    pub revenue_per_customer: Option<f64>,
    /// The currency of its money ("₽").
    pub currency: String,
    /// The date of the research.
    pub date: Option<Date>,
    /// Who made it.
    pub authors: Vec<String>,
    /// What is said of each stage, in the stages' order.
    pub stages: [StageInfo; 5],
    /// The order, visibility, folding and height of lanes; lanes not named here follow in their usual order.
    pub lanes: Vec<LaneSetting>,
    /// Whether touchpoints stand in one swimlane per channel.
    pub swimlanes: bool,
    /// Paths that personas are said to follow, sorted by persona; others follow the largest shares.
    pub paths: Vec<PersonaPath>,
}

/// Today's journey or the wished one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum JourneyKind {
    /// As it is.
    #[default]
    AsIs,
    /// As it should be.
    ToBe,
}

/// A journey's own words for one stage; empty ones fall back to the stage's usual name and question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StageInfo {
    /// The stage's title in this journey.
    pub title: String,
    /// What the customer wants to reach in it.
    pub goal: String,
    /// Notes.
    pub notes: String,
}

/// A named part of a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The stage it is part of.
    pub stage: Stage,
    /// Its place within the stage, ties by id.
    pub rank: Rank,
    /// Its name; an unnamed step is not drawn.
    pub title: String,
}

/// A lane of the map.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// The stages' goals.
    Goals,
    /// Touchpoints and transitions.
    Touchpoints,
    /// What the customer does.
    Actions,
    /// Needs (jobs to be done).
    Needs,
    /// Thoughts and quotes.
    Thoughts,
    /// Emotion and expectation.
    Emotions,
    /// Barriers.
    Barriers,
    /// Strengths.
    Strengths,
    /// Opportunities.
    Opportunities,
    /// Metrics.
    Metrics,
    /// Backstage processes, systems and owners.
    Backstage,
    /// A lane of the user's own.
    Custom(LaneId),
}

/// A lane's place is its place in the list; this is the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneSetting {
    /// Which lane.
    pub lane: Lane,
    /// Whether it is left out of the map.
    pub hidden: bool,
    /// Whether it is folded to a thin strip.
    pub folded: bool,
    /// The least height, in points, where the user made it taller.
    pub height: Option<f64>,
}

/// A lane of the user's own.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomLane {
    /// Its id.
    pub id: LaneId,
    /// Its name.
    pub title: String,
    /// What its cells hold.
    pub content: LaneContent,
}

/// What the cells of a lane of the user's own hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum LaneContent {
    /// Words.
    #[default]
    Text,
    /// Numbers.
    Number,
    /// Pictures.
    Picture,
}

/// The path that a persona is said to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonaPath {
    /// Whose path.
    pub persona: PersonaId,
    /// Its touchpoints in order.
    pub touchpoints: Vec<TouchpointId>,
}

impl Journey {
    /// A journey with the given steps and nothing else. Give it at least one step for each stage.
    pub fn new(id: JourneyId, steps: List<Step>) -> Self {
        Self {
            id,
            info: Arc::default(),
            steps,
            custom_lanes: List::default(),
            touchpoints: List::default(),
            transitions: List::default(),
        }
    }

    /// The steps in the order of the map: by stage, rank, id.
    pub fn steps_in_order(&self) -> Vec<&Arc<Step>> {
        let mut steps: Vec<&Arc<Step>> = self.steps.iter().collect();
        steps.sort_by(|a, b| (a.stage, &a.rank, &a.id).cmp(&(b.stage, &b.rank, &b.id)));
        steps
    }

    /// All lanes in the order of the map: the seen ones that the journey names stand as it names them; every other one
    /// follows its usual forerunner, those of the user's own last.
    pub fn lanes_in_order(&self) -> Vec<LaneSetting> {
        let own = self.custom_lanes.iter().map(|lane| Lane::Custom(lane.id.clone()));
        let usual: Vec<Lane> = Lane::BUILT_IN.into_iter().chain(own).collect();
        let named = |lane: &Lane| self.info.lanes.iter().find(|setting| setting.lane == *lane);
        let seen = self.info.lanes.iter().filter(|setting| !setting.hidden && usual.contains(&setting.lane));
        let mut order: Vec<LaneSetting> = seen.cloned().collect();
        let mut forerunner: Option<&Lane> = None;
        for lane in &usual {
            if !order.iter().any(|setting| setting.lane == *lane) {
                let place = forerunner.and_then(|before| order.iter().position(|setting| setting.lane == *before));
                let plain = LaneSetting::usual(lane.clone());
                order.insert(place.map_or(0, |place| place + 1), named(lane).cloned().unwrap_or(plain));
            }
            forerunner = Some(lane);
        }
        order
    }

    /// The last stage that has touchpoints, else the first.
    pub fn last_stage(&self) -> Stage {
        self.touchpoints.iter().filter_map(|it| self.stage_of(it)).max().unwrap_or(Stage::Attention)
    }

    /// The stage of a touchpoint; `None` where its step is missing.
    pub fn stage_of(&self, touchpoint: &Touchpoint) -> Option<Stage> {
        self.steps.get(&touchpoint.step).map(|step| step.stage)
    }
}

impl LaneSetting {
    /// A lane as it is where nothing is said of it: shown, unfolded, as tall as what it holds.
    pub fn usual(lane: Lane) -> Self {
        Self { lane, hidden: false, folded: false, height: None }
    }
}

impl Lane {
    /// The built-in lanes in their usual order.
    pub const BUILT_IN: [Self; 11] = [
        Self::Goals,
        Self::Touchpoints,
        Self::Actions,
        Self::Needs,
        Self::Thoughts,
        Self::Emotions,
        Self::Barriers,
        Self::Strengths,
        Self::Opportunities,
        Self::Metrics,
        Self::Backstage,
    ];

    /// The name used in files and on the command line; a lane of the user's own goes by its id.
    pub fn key(&self) -> &str {
        match self {
            Self::Goals => "goals",
            Self::Touchpoints => "touchpoints",
            Self::Actions => "actions",
            Self::Needs => "needs",
            Self::Thoughts => "thoughts",
            Self::Emotions => "emotions",
            Self::Barriers => "barriers",
            Self::Strengths => "strengths",
            Self::Opportunities => "opportunities",
            Self::Metrics => "metrics",
            Self::Backstage => "backstage",
            Self::Custom(id) => id.as_str(),
        }
    }
}

items! {
    Journey: JourneyId;
    Step: StepId;
    CustomLane: LaneId;
}

impl Ranked for Journey {
    fn rank(&self) -> &Rank {
        &self.info.rank
    }
}
