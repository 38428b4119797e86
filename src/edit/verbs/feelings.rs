//! How a touchpoint feels to a persona.

use super::{copy_of, edit, journey, missing, put_touchpoint};
use crate::edit::command::{Edit, EditLabel, MergeKey};
use crate::edit::error::ApplyError;
use crate::model::{Document, Emotion, Feeling, JourneyId, PersonaId, Subject, TouchpointId};

/// A text of a feeling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeelingText {
    /// The emotion's word.
    Word,
    /// A thought or a quote.
    Quote,
    /// What was promised, and by whom.
    Promise,
}

/// Sets how a touchpoint feels to a persona; `None`: not known.
///
/// # Errors
/// When the journey, the touchpoint or the persona is missing.
pub fn set_emotion(
    document: &Document,
    journey_id: &JourneyId,
    touchpoint_id: &TouchpointId,
    persona_id: &PersonaId,
    emotion: Option<Emotion>,
) -> Result<Edit, ApplyError> {
    change(document, journey_id, touchpoint_id, persona_id, |feeling| feeling.emotion = emotion)
}

/// Sets what a persona expected of a touchpoint; `None`: not known.
///
/// # Errors
/// When the journey, the touchpoint or the persona is missing.
pub fn set_expectation(
    document: &Document,
    journey_id: &JourneyId,
    touchpoint_id: &TouchpointId,
    persona_id: &PersonaId,
    expectation: Option<Emotion>,
) -> Result<Edit, ApplyError> {
    change(document, journey_id, touchpoint_id, persona_id, |feeling| feeling.expectation = expectation)
}

/// Sets a text of a persona's feeling at a touchpoint; typing merges into one entry of the history.
///
/// # Errors
/// When the journey, the touchpoint or the persona is missing.
pub fn set_feeling_text(
    document: &Document,
    journey_id: &JourneyId,
    touchpoint_id: &TouchpointId,
    persona_id: &PersonaId,
    (field, text): (FeelingText, &str),
) -> Result<Edit, ApplyError> {
    let set = |feeling: &mut Feeling| match field {
        FeelingText::Word => text.clone_into(&mut feeling.word),
        FeelingText::Quote => text.clone_into(&mut feeling.quote),
        FeelingText::Promise => text.clone_into(&mut feeling.promise),
    };
    let mut edit = change(document, journey_id, touchpoint_id, persona_id, set)?;
    edit.label = EditLabel::ChangeText;
    let name = match field {
        FeelingText::Word => "word",
        FeelingText::Quote => "quote",
        FeelingText::Promise => "promise",
    };
    let subject = Subject::Touchpoint(journey_id.clone(), touchpoint_id.clone());
    edit.merge = Some(MergeKey { subject, field: name });
    Ok(edit)
}

fn change(
    document: &Document,
    journey_id: &JourneyId,
    touchpoint_id: &TouchpointId,
    persona_id: &PersonaId,
    change: impl FnOnce(&mut Feeling),
) -> Result<Edit, ApplyError> {
    if !document.personas.contains(persona_id) {
        return Err(missing(persona_id));
    }
    let mut touchpoint = copy_of(&journey(document, journey_id)?.touchpoints, touchpoint_id)?;
    // The model looks a feeling up by halving, which needs an order that a file by hand may not keep.
    touchpoint.feelings.sort_by(|a, b| a.persona.cmp(&b.persona));
    change(touchpoint.feeling_mut(persona_id));
    Ok(edit(EditLabel::SetEmotion, vec![put_touchpoint(journey_id, touchpoint)]))
}
