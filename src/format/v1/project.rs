//! Version 1: the project's own lists: channels, departments, participants, stops, comments, and what they refer to.

use super::leaf::{Date, Id, Rank, Text, write_part};
use super::lists::Many;
use super::value::{Value, choice, record};
use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};
use crate::model;

choice! {
    Language default En {
        En = "en",
        Ru = "ru",
    }
}

choice! {
    Stage {
        Attention = "attention",
        Interest = "interest",
        Contact = "contact",
        Impression = "impression",
        Engagement = "engagement",
    }
}

choice! {
    ChannelIcon default Place {
        Place = "place",
        Shop = "shop",
        Street = "street",
        Map = "map",
        Website = "website",
        App = "app",
        Messenger = "messenger",
        Phone = "phone",
        Social = "social",
        Email = "email",
        Courier = "courier",
        Person = "person",
        Payment = "payment",
        Paper = "paper",
        Media = "media",
        WordOfMouth = "word_of_mouth",
        Device = "device",
        Video = "video",
    }
}

record! {
    #[derive(Default)]
    Block Vision {
        impression?: Text,
        experience?: Text,
    }
}

record! {
    Flow Channel {
        id: Id<model::ChannelId>,
        rank?: Rank,
        name?: Text,
        icon?: ChannelIcon,
    }
}

record! {
    Flow Department {
        id: Id<model::DepartmentId>,
        rank?: Rank,
        name?: Text,
    }
}

record! {
    Flow Participant {
        id: Id<model::ParticipantId>,
        name?: Text,
        department?: Option<Id<model::DepartmentId>>,
    }
}

record! {
    Flow InkStroke {
        points?: Many<(u16, u16)>,
    }
}

record! {
    Flow Stop {
        id: Id<model::StopId>,
        rank?: Rank,
        journey: Id<model::JourneyId>,
        view: StopView,
        hidden?: bool,
        notes?: Text,
        ink?: Many<InkStroke>,
    }
}

record! {
    Flow Comment {
        id: Id<model::CommentId>,
        subject: Subject,
        author?: Text,
        date?: Option<Date>,
        text?: Text,
        settled?: bool,
    }
}

/// What a stop shows.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StopView {
    Overview,
    Persona(Id<model::PersonaId>),
    Stage(Stage),
    Touchpoint(Id<model::TouchpointId>),
    Emotions,
    Answers,
    Decisions,
    Selection(Many<Id<model::TouchpointId>>),
}

impl Value for StopView {
    type Model = model::StopView;

    fn into_model(self) -> model::StopView {
        match self {
            Self::Overview => model::StopView::Overview,
            Self::Persona(id) => model::StopView::Persona(id.into_model()),
            Self::Stage(stage) => model::StopView::Stage(stage.into_model()),
            Self::Touchpoint(id) => model::StopView::Touchpoint(id.into_model()),
            Self::Emotions => model::StopView::Emotions,
            Self::Answers => model::StopView::Answers,
            Self::Decisions => model::StopView::Decisions,
            Self::Selection(ids) => model::StopView::Selection(ids.into_model()),
        }
    }

    fn write(model: &model::StopView, out: &mut Writer<'_>) -> Result<(), WriteError> {
        match model {
            model::StopView::Overview => out.word("overview"),
            model::StopView::Persona(id) => write_part::<Id<_>>(out, "persona", id)?,
            model::StopView::Stage(stage) => write_part::<Stage>(out, "stage", stage)?,
            model::StopView::Touchpoint(id) => write_part::<Id<_>>(out, "touchpoint", id)?,
            model::StopView::Emotions => out.word("emotions"),
            model::StopView::Answers => out.word("answers"),
            model::StopView::Decisions => out.word("decisions"),
            model::StopView::Selection(ids) => write_part::<Many<Id<_>>>(out, "selection", ids)?,
        }
        Ok(())
    }
}

/// A reference to anything.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Subject {
    Project,
    Channel(Id<model::ChannelId>),
    Department(Id<model::DepartmentId>),
    Participant(Id<model::ParticipantId>),
    Persona(Id<model::PersonaId>),
    Journey(Id<model::JourneyId>),
    Stage(Id<model::JourneyId>, Stage),
    Step(Id<model::JourneyId>, Id<model::StepId>),
    Lane(Id<model::JourneyId>, Id<model::LaneId>),
    Touchpoint(Id<model::JourneyId>, Id<model::TouchpointId>),
    Transition(Id<model::JourneyId>, Id<model::TransitionId>),
    Barrier(Id<model::BarrierId>),
    Strength(Id<model::StrengthId>),
    Opportunity(Id<model::OpportunityId>),
    Evidence(Id<model::EvidenceId>),
    Metric(Id<model::MetricId>),
    Stop(Id<model::StopId>),
}

impl Value for Subject {
    type Model = model::Subject;

    fn into_model(self) -> model::Subject {
        match self {
            Self::Project => model::Subject::Project,
            Self::Channel(id) => model::Subject::Channel(id.into_model()),
            Self::Department(id) => model::Subject::Department(id.into_model()),
            Self::Participant(id) => model::Subject::Participant(id.into_model()),
            Self::Persona(id) => model::Subject::Persona(id.into_model()),
            Self::Journey(id) => model::Subject::Journey(id.into_model()),
            Self::Stage(journey, stage) => model::Subject::Stage(journey.into_model(), stage.into_model()),
            Self::Step(journey, id) => model::Subject::Step(journey.into_model(), id.into_model()),
            Self::Lane(journey, id) => model::Subject::Lane(journey.into_model(), id.into_model()),
            Self::Touchpoint(journey, id) => model::Subject::Touchpoint(journey.into_model(), id.into_model()),
            Self::Transition(journey, id) => model::Subject::Transition(journey.into_model(), id.into_model()),
            Self::Barrier(id) => model::Subject::Barrier(id.into_model()),
            Self::Strength(id) => model::Subject::Strength(id.into_model()),
            Self::Opportunity(id) => model::Subject::Opportunity(id.into_model()),
            Self::Evidence(id) => model::Subject::Evidence(id.into_model()),
            Self::Metric(id) => model::Subject::Metric(id.into_model()),
            Self::Stop(id) => model::Subject::Stop(id.into_model()),
        }
    }

    fn write(model: &model::Subject, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let (name, journey, id) = match model {
            model::Subject::Project => {
                out.word("project");
                return Ok(());
            }
            model::Subject::Stage(journey, stage) => {
                out.word("stage");
                return super::leaf::write_parts::<Id<_>, Stage>(out, journey, stage);
            }
            model::Subject::Channel(id) => ("channel", None, id.as_str()),
            model::Subject::Department(id) => ("department", None, id.as_str()),
            model::Subject::Participant(id) => ("participant", None, id.as_str()),
            model::Subject::Persona(id) => ("persona", None, id.as_str()),
            model::Subject::Journey(id) => ("journey", None, id.as_str()),
            model::Subject::Step(journey, id) => ("step", Some(journey), id.as_str()),
            model::Subject::Lane(journey, id) => ("lane", Some(journey), id.as_str()),
            model::Subject::Touchpoint(journey, id) => ("touchpoint", Some(journey), id.as_str()),
            model::Subject::Transition(journey, id) => ("transition", Some(journey), id.as_str()),
            model::Subject::Barrier(id) => ("barrier", None, id.as_str()),
            model::Subject::Strength(id) => ("strength", None, id.as_str()),
            model::Subject::Opportunity(id) => ("opportunity", None, id.as_str()),
            model::Subject::Evidence(id) => ("evidence", None, id.as_str()),
            model::Subject::Metric(id) => ("metric", None, id.as_str()),
            model::Subject::Stop(id) => ("stop", None, id.as_str()),
        };
        out.word(name);
        out.open_record(Layout::Flow);
        if let Some(journey) = journey {
            out.item()?;
            out.plain(journey.as_str());
        }
        out.item()?;
        out.plain(id);
        out.close();
        Ok(())
    }
}
