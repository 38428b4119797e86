//! Lines of text as touchpoints, one after the other.

use super::inserting::{behind, lead_through, place_on, way_on};
use super::place::{ColumnPlace, Place, put_at};
use super::touchpoints::{place_after, transition};
use super::{edit, journey, missing, touchpoint};
use crate::edit::command::{Edit, EditLabel};
use crate::edit::error::ApplyError;
use crate::model::{
    Document, Emotion, IdSource, Journey, JourneyId, PersonaId, Rank, Touchpoint, TouchpointId, step_columns,
};

/// A line that becomes a touchpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The touchpoint's title.
    pub title: String,
    /// How it feels to whom, where the line says so.
    pub felt: Option<(PersonaId, Emotion)>,
}

/// Adds a touchpoint for each line, each in a column of its own and connected with the one before it: behind a
/// touchpoint and reached from it, on the way on from there where it is the only one, or at the end of the last stage
/// that has any.
///
/// # Errors
/// When the journey or the touchpoint is missing.
pub fn add_lines(
    document: &Document,
    journey_id: &JourneyId,
    after: Option<&TouchpointId>,
    lines: &[Line],
    source: &mut dyn IdSource,
) -> Result<(Edit, Vec<TouchpointId>), ApplyError> {
    let journey = journey(document, journey_id)?;
    let after = after.map(|id| touchpoint(journey, id)).transpose()?;
    let way = after.and_then(|after| way_on(journey, after));
    let place = match after {
        Some(after) => {
            let columns = step_columns(journey, &after.step);
            let place = way.map_or_else(|| place_after(&columns, after), |way| place_on(&columns, after, way));
            if lines.len() == 1 { place } else { behind(place) }
        }
        None => at_the_end(journey)?,
    };
    let new = |line: &Line| {
        let id = TouchpointId::random(source);
        let mut touchpoint = Touchpoint::new(id, place.step.clone(), Rank::default(), Rank::default());
        touchpoint.title.clone_from(&line.title);
        if let Some((persona, emotion)) = &line.felt {
            touchpoint.feeling_mut(persona).emotion = Some(*emotion);
        }
        touchpoint
    };
    let new: Vec<Touchpoint> = lines.iter().map(new).collect();
    let ids: Vec<TouchpointId> = new.iter().map(|it| it.id.clone()).collect();
    let groups = new.into_iter().map(|touchpoint| vec![touchpoint]).collect();
    let mut commands = put_at(journey, groups, &place, source);
    if let Some(way) = way {
        commands.extend(lead_through(journey, way, &ids, source));
    } else {
        let way: Vec<&TouchpointId> = after.map(|it| &it.id).into_iter().chain(&ids).collect();
        commands.extend(way.iter().zip(way.iter().skip(1)).map(|(from, to)| transition(journey_id, from, to, source)));
    }
    Ok((edit(EditLabel::Paste, commands), ids))
}

/// The end of the last stage that has touchpoints, else of the first stage.
fn at_the_end(journey: &Journey) -> Result<Place, ApplyError> {
    let stage = journey.last_stage();
    let steps = journey.steps_in_order();
    let last = steps.iter().rfind(|step| step.stage == stage).ok_or_else(|| missing(&stage.key()))?;
    Ok(Place { step: last.id.clone(), column: ColumnPlace::END, row: 0 })
}
