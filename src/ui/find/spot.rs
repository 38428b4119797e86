//! Where on the map a text that was found stands: the spot at which it is written, and the lane that shows it.

use crate::analysis::search::{Entry, Field, Place};
use crate::model::{CellValue, Document, Lane, Subject, TextField, TextSpot, Touchpoint};

/// The spot of a text; what the map does not show stands for its thing's name.
pub fn spot_of(document: &Document, entry: &Entry) -> Option<TextSpot> {
    let Place::Thing(subject) = &entry.place else { return None };
    let field = match (subject, entry.field) {
        (Subject::Touchpoint(journey, id), field) => {
            let touchpoint = document.journeys.get(journey)?.touchpoints.get(id)?;
            of_touchpoint(touchpoint, field, entry.text.trim())
        }
        (Subject::Stage(..), Field::Goal) => TextField::Goal,
        (Subject::Journey(_), Field::Question) => TextField::Question,
        (Subject::Journey(id), Field::Scope) => {
            let is_beginning = document.journeys.get(id)?.info.scope_from.trim() == entry.text.trim();
            if is_beginning { TextField::ScopeFrom } else { TextField::ScopeTo }
        }
        _ => TextField::Name,
    };
    Some(TextSpot { subject: subject.clone(), field })
}

fn of_touchpoint(touchpoint: &Touchpoint, field: Field, text: &str) -> TextField {
    let mut feelings = touchpoint.feelings.iter();
    let found = match field {
        Field::Action => Some(TextField::Action),
        Field::Need => Some(TextField::Need),
        Field::Backstage => Some(TextField::Backstage),
        Field::Systems => Some(TextField::Systems),
        Field::Quote => feelings.find(|it| it.quote.trim() == text).map(|it| TextField::Quote(it.persona.clone())),
        Field::Word => feelings.find(|it| it.word.trim() == text).map(|it| TextField::Word(it.persona.clone())),
        Field::Cell => {
            let says = |value: &CellValue| matches!(value, CellValue::Text(words) if words.trim() == text);
            touchpoint.cells.iter().find(|cell| says(&cell.value)).map(|cell| TextField::Cell(cell.lane.clone()))
        }
        _ => None,
    };
    found.unwrap_or(TextField::Name)
}

/// The lane that shows what is written at a spot.
pub fn lane_of(spot: &TextSpot) -> Option<Lane> {
    match (&spot.subject, &spot.field) {
        (_, TextField::Goal) => Some(Lane::Goals),
        (_, TextField::Action) => Some(Lane::Actions),
        (_, TextField::Need) => Some(Lane::Needs),
        (_, TextField::Quote(_)) => Some(Lane::Thoughts),
        (_, TextField::Word(_)) => Some(Lane::Emotions),
        (_, TextField::Backstage | TextField::Systems) => Some(Lane::Backstage),
        (_, TextField::Cell(lane)) => Some(Lane::Custom(lane.clone())),
        (Subject::Touchpoint(..) | Subject::Transition(..), _) => Some(Lane::Touchpoints),
        (Subject::Barrier(_), _) => Some(Lane::Barriers),
        (Subject::Strength(_), _) => Some(Lane::Strengths),
        (Subject::Opportunity(_), _) => Some(Lane::Opportunities),
        (Subject::Metric(_), _) => Some(Lane::Metrics),
        _ => None,
    }
}
