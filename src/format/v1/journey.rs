//! Version 1: journeys, their steps, lanes and paths.

use std::sync::Arc;

use serde::Deserialize;

use super::leaf::{Date, Id, Number, Rank, Text, write_part};
use super::lists::{ByKey, Items, Keyed, Many};
use super::project::Stage;
use super::touchpoint::{Touchpoint, Transition};
use super::value::{Value, choice, record, write_fields};
use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};
use crate::model;

/// A journey: what is said of it as a whole stands beside its lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Journey {
    id: Id<model::JourneyId>,
    #[serde(default)]
    rank: Rank,
    #[serde(default)]
    title: Text,
    #[serde(default)]
    kind: JourneyKind,
    #[serde(default)]
    improves: Option<Id<model::JourneyId>>,
    #[serde(default)]
    question: Text,
    #[serde(default)]
    scope_from: Text,
    #[serde(default)]
    scope_to: Text,
    #[serde(default)]
    period: Text,
    #[serde(default)]
    customers: Option<Number>,
    #[serde(default)]
    personas: Many<Id<model::PersonaId>>,
    #[serde(default)]
    ltv: Option<Number>,
    #[serde(default)]
    revenue_per_customer: Option<Number>,
    #[serde(default)]
    currency: Text,
    #[serde(default)]
    date: Option<Date>,
    #[serde(default)]
    authors: Many<Text>,
    #[serde(default)]
    stages: Stages,
    #[serde(default)]
    lanes: Many<LaneSetting>,
    #[serde(default)]
    swimlanes: bool,
    #[serde(default)]
    paths: ByKey<PersonaPath>,
    #[serde(default)]
    steps: Items<Step>,
    #[serde(default)]
    custom_lanes: Items<CustomLane>,
    #[serde(default)]
    touchpoints: Items<Touchpoint>,
    #[serde(default)]
    transitions: Items<Transition>,
}

impl Value for Journey {
    type Model = model::Journey;

    fn into_model(self) -> model::Journey {
        let info = model::JourneyInfo {
            rank: self.rank.into_model(),
            title: self.title.into_model(),
            kind: self.kind.into_model(),
            improves: self.improves.into_model(),
            question: self.question.into_model(),
            scope_from: self.scope_from.into_model(),
            scope_to: self.scope_to.into_model(),
            period: self.period.into_model(),
            customers: self.customers.into_model(),
            personas: self.personas.into_model(),
            ltv: self.ltv.into_model(),
            revenue_per_customer: self.revenue_per_customer.into_model(),
            currency: self.currency.into_model(),
            date: self.date.into_model(),
            authors: self.authors.into_model(),
            stages: self.stages.into_model(),
            lanes: self.lanes.into_model(),
            swimlanes: self.swimlanes,
            paths: self.paths.into_model(),
        };
        model::Journey {
            id: self.id.into_model(),
            info: Arc::new(info),
            steps: self.steps.into_model(),
            custom_lanes: self.custom_lanes.into_model(),
            touchpoints: self.touchpoints.into_model(),
            transitions: self.transitions.into_model(),
        }
    }

    fn touchpoints(model: &model::Journey) -> usize {
        model.touchpoints.len()
    }

    fn write(model: &model::Journey, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let model::Journey { id, info, steps, custom_lanes, touchpoints, transitions } = model;
        out.open_record(Layout::Block);
        write_fields!(out; id: Id<model::JourneyId>);
        write_info(info, out)?;
        write_fields!(out;
            steps: Items<Step>,
            custom_lanes: Items<CustomLane>,
            touchpoints: Items<Touchpoint>,
            transitions: Items<Transition>,
        );
        out.close();
        Ok(())
    }
}

fn write_info(info: &model::JourneyInfo, out: &mut Writer<'_>) -> Result<(), WriteError> {
    let model::JourneyInfo {
        rank,
        title,
        kind,
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
        date,
        authors,
        stages,
        lanes,
        swimlanes,
        paths,
    } = info;
    write_fields!(out;
        rank: Rank,
        title: Text,
        kind: JourneyKind,
        improves: Option<Id<model::JourneyId>>,
        question: Text,
        scope_from: Text,
        scope_to: Text,
        period: Text,
        customers: Option<Number>,
        personas: Many<Id<model::PersonaId>>,
        ltv: Option<Number>,
        revenue_per_customer: Option<Number>,
        currency: Text,
        date: Option<Date>,
        authors: Many<Text>,
        stages: Stages,
        lanes: Many<LaneSetting>,
        swimlanes: bool,
        paths: ByKey<PersonaPath>,
    );
    Ok(())
}

choice! {
    JourneyKind default AsIs {
        AsIs = "as_is",
        ToBe = "to_be",
    }
}

record! {
    Flow Step {
        id: Id<model::StepId>,
        stage: Stage,
        rank?: Rank,
        title?: Text,
    }
}

record! {
    Flow CustomLane {
        id: Id<model::LaneId>,
        title?: Text,
        content?: LaneContent,
    }
}

choice! {
    LaneContent default Text {
        Text = "text",
        Number = "number",
        Picture = "picture",
    }
}

record! {
    Flow LaneSetting {
        lane: Lane,
        hidden?: bool,
        folded?: bool,
        height?: Option<Number>,
    }
}

record! {
    Flow PersonaPath {
        persona: Id<model::PersonaId>,
        touchpoints?: Many<Id<model::TouchpointId>>,
    }
}

/// A lane of the map.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Lane {
    Goals,
    Touchpoints,
    Actions,
    Needs,
    Thoughts,
    Emotions,
    Barriers,
    Strengths,
    Opportunities,
    Metrics,
    Backstage,
    Custom(Id<model::LaneId>),
}

impl Value for Lane {
    type Model = model::Lane;

    fn into_model(self) -> model::Lane {
        match self {
            Self::Goals => model::Lane::Goals,
            Self::Touchpoints => model::Lane::Touchpoints,
            Self::Actions => model::Lane::Actions,
            Self::Needs => model::Lane::Needs,
            Self::Thoughts => model::Lane::Thoughts,
            Self::Emotions => model::Lane::Emotions,
            Self::Barriers => model::Lane::Barriers,
            Self::Strengths => model::Lane::Strengths,
            Self::Opportunities => model::Lane::Opportunities,
            Self::Metrics => model::Lane::Metrics,
            Self::Backstage => model::Lane::Backstage,
            Self::Custom(id) => model::Lane::Custom(id.into_model()),
        }
    }

    fn write(model: &model::Lane, out: &mut Writer<'_>) -> Result<(), WriteError> {
        match model {
            model::Lane::Custom(id) => write_part::<Id<_>>(out, "custom", id),
            built_in => {
                out.word(built_in.key());
                Ok(())
            }
        }
    }
}

/// What is said of the stages: only of those of which something is.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Stages(ByKey<StageWords>);

/// What is said of one stage.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StageWords {
    stage: Stage,
    #[serde(default)]
    title: Text,
    #[serde(default)]
    goal: Text,
    #[serde(default)]
    notes: Text,
}

impl Keyed for (model::Stage, model::StageInfo) {
    type Key<'k> = model::Stage;
    fn key(&self) -> model::Stage {
        self.0
    }
}

impl Value for StageWords {
    type Model = (model::Stage, model::StageInfo);
    const IN_LIST: Layout = Layout::Block;

    fn into_model(self) -> Self::Model {
        let Self { stage, title, goal, notes } = self;
        let info = model::StageInfo { title: title.into_model(), goal: goal.into_model(), notes: notes.into_model() };
        (stage.into_model(), info)
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let (stage, model::StageInfo { title, goal, notes }) = model;
        out.open_record(Layout::Flow);
        write_fields!(out; stage: Stage, title: Text, goal: Text, notes: Text);
        out.close();
        Ok(())
    }
}

impl Value for Stages {
    type Model = [model::StageInfo; 5];

    fn into_model(self) -> Self::Model {
        let mut words = self.0.into_model();
        model::Stage::ALL.map(|stage| {
            let known = words.iter_mut().find(|(of, _)| *of == stage);
            known.map(|(_, info)| std::mem::take(info)).unwrap_or_default()
        })
    }

    fn is_default(model: &Self::Model) -> bool {
        *model == Self::Model::default()
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let known = model::Stage::ALL.into_iter().zip(model.iter().cloned());
        let known: Vec<_> = known.filter(|(_, info)| *info != model::StageInfo::default()).collect();
        ByKey::<StageWords>::write(&known, out)
    }
}
