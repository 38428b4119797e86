//! Adding personas and saying who goes a journey.

use super::order::rank_at_end;
use super::{edit, journey, missing};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{Avatar, Document, Hair, HairColor, IdSource, JourneyId, Persona, PersonaId, Portrait, Skin};

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

/// Faces that differ from one number to the next.
fn avatar(number: usize) -> Avatar {
    const HAIR: [Hair; 6] = [Hair::Bob, Hair::Short, Hair::Long, Hair::Curly, Hair::Bun, Hair::Short];
    const COLORS: [HairColor; 5] =
        [HairColor::Brown, HairColor::Black, HairColor::Fair, HairColor::Red, HairColor::Grey];
    const SKINS: [Skin; 3] = [Skin::Light, Skin::Medium, Skin::Dark];
    Avatar {
        hair: nth(&HAIR, number),
        hair_color: nth(&COLORS, number),
        skin: nth(&SKINS, number / 2),
        glasses: number % 4 == 2,
        beard: number % 6 == 5,
    }
}

fn nth<T: Copy + Default>(choices: &[T], number: usize) -> T {
    choices.iter().copied().cycle().nth(number).unwrap_or_default()
}
