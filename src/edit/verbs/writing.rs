//! Reading and writing any text of the map at its spot: what a double click on it changes.

use super::change::{self, FieldKind};
use super::feelings::{FeelingText, set_feeling_text};
use super::naming::{name_of, rename};
use super::steps::change_stage;
use crate::edit::command::Edit;
use crate::edit::error::ApplyError;
use crate::model::{
    CellValue, Document, JourneyId, LaneContent, LaneId, MetricData, Subject, TextField, TextSpot, Touchpoint,
    TouchpointId, Written,
};

/// What is written at a spot; `None` where the thing is missing or has no such text.
pub fn written_at(document: &Document, spot: &TextSpot) -> Option<Written> {
    let words = |text: &str| Some(Written::Words(text.to_owned()));
    match (&spot.field, &spot.subject) {
        (TextField::Name, subject) => name_of(document, subject).map(Written::Words),
        (TextField::Goal, Subject::Stage(at, stage)) => {
            words(&document.journeys.get(at)?.info.stages.get(stage.index())?.goal)
        }
        (TextField::Question, Subject::Journey(id)) => words(&document.journeys.get(id)?.info.question),
        (TextField::ScopeFrom, Subject::Journey(id)) => words(&document.journeys.get(id)?.info.scope_from),
        (TextField::ScopeTo, Subject::Journey(id)) => words(&document.journeys.get(id)?.info.scope_to),
        (TextField::Subtitle, Subject::Project) => words(&document.info.subtitle),
        (TextField::Segment, Subject::Persona(id)) => words(&document.personas.get(id)?.segment),
        (TextField::Share, Subject::Persona(id)) => Some(Written::Share(document.personas.get(id)?.share)),
        (TextField::Share, Subject::Transition(at, id)) => {
            Some(Written::Share(document.journeys.get(at)?.transitions.get(id)?.share))
        }
        (TextField::Value, Subject::Metric(id)) => match document.metrics.get(id)?.data {
            MetricData::Number { value, .. } => Some(Written::Number(Some(value))),
            _ => None,
        },
        (TextField::Cell(lane), Subject::Touchpoint(at, id)) => cell_at(document, (at, id), lane),
        (field, Subject::Touchpoint(at, id)) => {
            let touchpoint = document.journeys.get(at)?.touchpoints.get(id)?;
            let feeling = |persona| touchpoint.feeling(persona);
            match field {
                TextField::Action => words(&touchpoint.action),
                TextField::Need => words(&touchpoint.need),
                TextField::Backstage => words(&touchpoint.backstage),
                TextField::Systems => words(&touchpoint.systems),
                TextField::Word(persona) => words(feeling(persona).map_or("", |feeling| &feeling.word)),
                TextField::Quote(persona) => words(feeling(persona).map_or("", |feeling| &feeling.quote)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn cell_at(document: &Document, (at, id): (&JourneyId, &TouchpointId), lane: &LaneId) -> Option<Written> {
    let journey = document.journeys.get(at)?;
    let content = journey.custom_lanes.get(lane)?.content;
    let cells = &journey.touchpoints.get(id)?.cells;
    let value = cells.iter().find(|cell| cell.lane == *lane).map(|cell| &cell.value);
    match (content, value) {
        (LaneContent::Text, Some(CellValue::Text(text))) => Some(Written::Words(text.clone())),
        (LaneContent::Text, _) => Some(Written::Words(String::new())),
        (LaneContent::Number, Some(CellValue::Number(number))) => Some(Written::Number(Some(*number))),
        (LaneContent::Number, _) => Some(Written::Number(None)),
        (LaneContent::Picture, _) => None,
    }
}

/// Writes at a spot. Words are kept as they are; a number that is not known any more leaves its place empty.
///
/// # Errors
/// When the thing is missing, or has no such text.
pub fn write_at(document: &Document, spot: &TextSpot, written: &Written) -> Result<Edit, ApplyError> {
    let nothing = || ApplyError::Missing { id: spot.subject.id_text().to_owned() };
    match (&spot.field, &spot.subject, written) {
        (TextField::Name, subject, Written::Words(text)) => rename(document, subject, text),
        (TextField::Goal, Subject::Stage(at, stage), Written::Words(text)) => {
            change_stage(document, at, *stage, FieldKind::Text("goal"), |info| info.goal.clone_from(text))
        }
        (TextField::Question, Subject::Journey(id), Written::Words(text)) => {
            change::journey_info(document, id, FieldKind::Text("question"), |info| info.question.clone_from(text))
        }
        (TextField::ScopeFrom, Subject::Journey(id), Written::Words(text)) => {
            change::journey_info(document, id, FieldKind::Text("scope-from"), |info| info.scope_from.clone_from(text))
        }
        (TextField::ScopeTo, Subject::Journey(id), Written::Words(text)) => {
            change::journey_info(document, id, FieldKind::Text("scope-to"), |info| info.scope_to.clone_from(text))
        }
        (TextField::Subtitle, Subject::Project, Written::Words(text)) => {
            Ok(change::project(document, FieldKind::Text("subtitle"), |info| info.subtitle.clone_from(text)))
        }
        (TextField::Segment, Subject::Persona(id), Written::Words(text)) => {
            change::persona(document, id, FieldKind::Text("segment"), |it| it.segment.clone_from(text))
        }
        (TextField::Share, Subject::Persona(id), Written::Share(share)) => {
            change::persona(document, id, FieldKind::Property, |it| it.share = *share)
        }
        (TextField::Share, Subject::Transition(at, id), Written::Share(share)) => {
            change::transition(document, at, id, FieldKind::Property, |it| it.share = *share)
        }
        (TextField::Value, Subject::Metric(id), Written::Number(Some(number))) => {
            change::metric(document, id, FieldKind::Property, |metric| {
                if let MetricData::Number { value, .. } = &mut metric.data {
                    *value = *number;
                }
            })
        }
        (TextField::Cell(lane), Subject::Touchpoint(at, id), written) => {
            let value = match written {
                Written::Words(text) => Some(text.clone()).filter(|text| !text.is_empty()).map(CellValue::Text),
                Written::Number(number) => number.map(CellValue::Number),
                Written::Share(_) => return Err(nothing()),
            };
            change::touchpoint(document, at, id, FieldKind::Text("cell"), |it| it.set_cell(lane, value))
        }
        (TextField::Word(persona), Subject::Touchpoint(at, id), Written::Words(text)) => {
            set_feeling_text(document, at, id, persona, (FeelingText::Word, text))
        }
        (TextField::Quote(persona), Subject::Touchpoint(at, id), Written::Words(text)) => {
            set_feeling_text(document, at, id, persona, (FeelingText::Quote, text))
        }
        (field, Subject::Touchpoint(at, id), Written::Words(text)) => {
            let (name, text_of) = text_of(field).ok_or_else(nothing)?;
            change::touchpoint(document, at, id, FieldKind::Text(name), |it| text_of(it).clone_from(text))
        }
        _ => Err(nothing()),
    }
}

type TextOf = fn(&mut Touchpoint) -> &mut String;

/// The touchpoint's own text that a field is, under its name in the history.
fn text_of(field: &TextField) -> Option<(&'static str, TextOf)> {
    match field {
        TextField::Action => Some(("action", |it| &mut it.action)),
        TextField::Need => Some(("need", |it| &mut it.need)),
        TextField::Backstage => Some(("backstage", |it| &mut it.backstage)),
        TextField::Systems => Some(("systems", |it| &mut it.systems)),
        _ => None,
    }
}
