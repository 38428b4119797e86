//! The same change to several barriers, opportunities or touchpoints: one entry of the history.

use super::{copy_of, edit, journey, put_touchpoint};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{Barrier, BarrierId, Document, JourneyId, Opportunity, OpportunityId, Touchpoint, TouchpointId};

/// Changes barriers alike. Those that are so already are left alone.
///
/// # Errors
/// When one of them is missing.
pub fn change_barriers(
    document: &Document,
    ids: &[BarrierId],
    label: EditLabel,
    change: impl Fn(&mut Barrier),
) -> Result<Edit, ApplyError> {
    let mut commands = Vec::new();
    for id in ids {
        let before = copy_of(&document.barriers, id)?;
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            commands.push(Command::Put(ItemValue::Barrier(after.into())));
        }
    }
    Ok(edit(label, commands))
}

/// Changes opportunities alike. Those that are so already are left alone.
///
/// # Errors
/// When one of them is missing.
pub fn change_opportunities(
    document: &Document,
    ids: &[OpportunityId],
    label: EditLabel,
    change: impl Fn(&mut Opportunity),
) -> Result<Edit, ApplyError> {
    let mut commands = Vec::new();
    for id in ids {
        let before = copy_of(&document.opportunities, id)?;
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            commands.push(Command::Put(ItemValue::Opportunity(after.into())));
        }
    }
    Ok(edit(label, commands))
}

/// Changes touchpoints of a journey alike. Those that are so already are left alone.
///
/// # Errors
/// When the journey or one of them is missing.
pub fn change_touchpoints(
    document: &Document,
    journey_id: &JourneyId,
    ids: &[TouchpointId],
    label: EditLabel,
    change: impl Fn(&mut Touchpoint),
) -> Result<Edit, ApplyError> {
    let journey = journey(document, journey_id)?;
    let mut commands = Vec::new();
    for id in ids {
        let before = copy_of(&journey.touchpoints, id)?;
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            commands.push(put_touchpoint(journey_id, after));
        }
    }
    Ok(edit(label, commands))
}
