//! Adding personas and saying who goes a journey.

use super::avatars::avatar;
use super::order::rank_at_end;
use super::{edit, journey, missing};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{Document, IdSource, Journey, JourneyId, Persona, PersonaId, Portrait};

/// Adds a persona with the first colour that no other has and a face of its own; it joins the journey, if one is named.
///
/// # Errors
/// When the journey is missing.
pub fn add_persona(
    document: &Document,
    name: &str,
    joins: Option<&JourneyId>,
    source: &mut dyn IdSource,
) -> Result<(Edit, PersonaId), ApplyError> {
    let mut persona = Persona::new(PersonaId::random(source), name);
    persona.rank = rank_at_end(document.personas.iter().map(|other| &other.rank), source);
    let free = |color: &u8| !document.personas.iter().any(|other| other.color == *color);
    persona.color = (0..=u8::MAX).find(free).unwrap_or_default();
    persona.portrait = Portrait::Avatar(avatar(usize::from(persona.color)));
    let id = persona.id.clone();
    let mut commands = vec![Command::Put(ItemValue::Persona(persona.into()))];
    if let Some(journey_id) = joins {
        let mut info = journey(document, journey_id)?.info.as_ref().clone();
        info.personas.push(id.clone());
        commands.push(Command::SetJourney(journey_id.clone(), info.into()));
    }
    Ok((edit(EditLabel::AddPersona, commands), id))
}

/// Says which personas go a journey, the leading one first.
///
/// # Errors
/// When the journey or a persona is missing.
pub fn set_journey_personas(
    document: &Document,
    journey_id: &JourneyId,
    personas: &[PersonaId],
) -> Result<Edit, ApplyError> {
    if let Some(unknown) = personas.iter().find(|persona_id| !document.personas.contains(persona_id)) {
        return Err(missing(unknown));
    }
    let mut info = journey(document, journey_id)?.info.as_ref().clone();
    info.personas = personas.to_vec();
    Ok(edit(EditLabel::ChangeProperty, vec![Command::SetJourney(journey_id.clone(), info.into())]))
}

/// Whether a persona goes a journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It goes along.
    Takes,
    /// It does not.
    Leaves,
}

/// Lets a persona go a journey, behind those who go already, or no longer. A journey that names nobody is gone by all:
/// whoever leaves it leaves the others named. The last one cannot leave, since nobody named means everybody.
///
/// # Errors
/// When the journey or the persona is missing, or the last one would leave.
pub fn set_part(
    document: &Document,
    journey_id: &JourneyId,
    persona_id: &PersonaId,
    part: Part,
) -> Result<Edit, ApplyError> {
    let mut cast = cast(document, journey(document, journey_id)?);
    let goes = cast.contains(persona_id);
    match part {
        Part::Takes if !goes => cast.push(persona_id.clone()),
        Part::Leaves => cast.retain(|other| other != persona_id),
        Part::Takes => {}
    }
    if cast.is_empty() {
        return Err(missing(persona_id));
    }
    let edit = set_journey_personas(document, journey_id, &cast)?;
    Ok(Edit { label: EditLabel::ChangeCast, ..edit })
}

/// Who goes a journey: those whom it names, else all.
pub fn cast(document: &Document, journey: &Journey) -> Vec<PersonaId> {
    let named: Vec<PersonaId> =
        journey.info.personas.iter().filter(|id| document.personas.contains(id)).cloned().collect();
    if named.is_empty() {
        return document.personas_in_order().into_iter().map(|persona| persona.id.clone()).collect();
    }
    named
}
