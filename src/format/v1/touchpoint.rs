//! Version 1: touchpoints and transitions.

use super::leaf::{Emotion, Id, Number, Picture, Rank, Text, write_part};
use super::lists::{ByKey, Many};
use super::value::{Value, choice, record};
use crate::format::error::WriteError;
use crate::format::writer::Writer;
use crate::model;

record! {
    Block Touchpoint {
        id: Id<model::TouchpointId>,
        title?: Text,
        step: Id<model::StepId>,
        column?: Rank,
        row?: Rank,
        channel?: Option<Id<model::ChannelId>>,
        ownership?: Ownership,
        action?: Text,
        need?: Text,
        feelings?: ByKey<Feeling>,
        moment_of_truth?: bool,
        goal?: bool,
        start?: Option<Number>,
        end?: End,
        duration_minutes?: Option<Number>,
        waiting_minutes?: Option<Number>,
        backstage?: Text,
        systems?: Text,
        department?: Option<Id<model::DepartmentId>>,
        participants?: Many<Id<model::DepartmentId>>,
        evidence?: Many<Id<model::EvidenceId>>,
        cells?: ByKey<Cell>,
        notes?: Text,
        pictures?: Many<Picture>,
    }
}

record! {
    Flow Feeling {
        persona: Id<model::PersonaId>,
        emotion?: Option<Emotion>,
        expectation?: Option<Emotion>,
        word?: Text,
        quote?: Text,
        promise?: Text,
    }
}

record! {
    Flow Cell {
        lane: Id<model::LaneId>,
        value: CellValue,
    }
}

record! {
    Flow Transition {
        id: Id<model::TransitionId>,
        from: Id<model::TouchpointId>,
        to: Id<model::TouchpointId>,
        share?: Option<Number>,
        minutes?: Option<Number>,
        context_carries?: Option<bool>,
        reason?: Text,
    }
}

choice! {
    Ownership default Ours {
        Ours = "ours",
        Partner = "partner",
        Outside = "outside",
    }
}

choice! {
    End default None {
        None = "none",
        Reached = "reached",
        Lost = "lost",
    }
}

/// What a cell holds.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CellValue {
    Text(Text),
    Number(Number),
    Picture(Picture),
}

impl Value for CellValue {
    type Model = model::CellValue;

    fn into_model(self) -> model::CellValue {
        match self {
            Self::Text(text) => model::CellValue::Text(text.into_model()),
            Self::Number(number) => model::CellValue::Number(number.into_model()),
            Self::Picture(picture) => model::CellValue::Picture(picture.into_model()),
        }
    }

    fn write(model: &model::CellValue, out: &mut Writer<'_>) -> Result<(), WriteError> {
        match model {
            model::CellValue::Text(text) => write_part::<Text>(out, "text", text),
            model::CellValue::Number(number) => write_part::<Number>(out, "number", number),
            model::CellValue::Picture(picture) => write_part::<Picture>(out, "picture", picture),
        }
    }
}
