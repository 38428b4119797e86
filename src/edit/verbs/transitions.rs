//! Connecting touchpoints.

use super::{copy_of, edit, journey, touchpoint};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{Document, IdSource, JourneyId, TouchpointId, Transition, TransitionId};

/// An end of a transition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransitionEnd {
    /// Where it leaves.
    From,
    /// Where it leads.
    To,
}

/// Connects two touchpoints; where they are connected already, that transition is returned and nothing is done.
///
/// # Errors
/// When the journey or a touchpoint is missing, or both are the same.
pub fn connect(
    document: &Document,
    journey_id: &JourneyId,
    from: &TouchpointId,
    to: &TouchpointId,
    source: &mut dyn IdSource,
) -> Result<(Edit, TransitionId), ApplyError> {
    let journey = journey(document, journey_id)?;
    touchpoint(journey, from)?;
    touchpoint(journey, to)?;
    refuse_loop(from, to)?;
    if let Some(there) = journey.transitions.iter().find(|it| it.from == *from && it.to == *to) {
        return Ok((edit(EditLabel::Connect, Vec::new()), there.id.clone()));
    }
    let transition = Transition::new(TransitionId::random(source), from.clone(), to.clone());
    let id = transition.id.clone();
    let put = Command::Put(ItemValue::Transition(journey_id.clone(), transition.into()));
    Ok((edit(EditLabel::Connect, vec![put]), id))
}

/// Hangs an end of a transition on another touchpoint.
///
/// # Errors
/// When the journey, the transition or the touchpoint is missing, it would lead to where it leaves, or another transition
/// leads there from the same touchpoint already.
pub fn reconnect(
    document: &Document,
    journey_id: &JourneyId,
    transition_id: &TransitionId,
    end: TransitionEnd,
    touchpoint_id: &TouchpointId,
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    touchpoint(journey, touchpoint_id)?;
    let mut transition = copy_of(&journey.transitions, transition_id)?;
    match end {
        TransitionEnd::From => transition.from = touchpoint_id.clone(),
        TransitionEnd::To => transition.to = touchpoint_id.clone(),
    }
    refuse_loop(&transition.from, &transition.to)?;
    let is_twin = |it: &Transition| it.id != transition.id && it.from == transition.from && it.to == transition.to;
    if journey.transitions.iter().any(|it| is_twin(it)) {
        return Err(ApplyError::Connected { id: touchpoint_id.to_string() });
    }
    let put = Command::Put(ItemValue::Transition(journey_id.clone(), transition.into()));
    Ok(edit(EditLabel::Reconnect, vec![put]))
}

fn refuse_loop(from: &TouchpointId, to: &TouchpointId) -> Result<(), ApplyError> {
    if from == to { Err(ApplyError::SelfTransition { id: to.to_string() }) } else { Ok(()) }
}
