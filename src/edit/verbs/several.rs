//! The same change to several barriers, opportunities or touchpoints: one entry of the history.

use super::{copy_of, edit, journey, put_touchpoint};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    Barrier, BarrierId, Document, Item, JourneyId, List, Opportunity, OpportunityId, Touchpoint, TouchpointId,
};

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
    let put = |after: Barrier| Command::Put(ItemValue::Barrier(after.into()));
    Ok(edit(label, changed((&document.barriers, ids), change, put)?))
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
    let put = |after: Opportunity| Command::Put(ItemValue::Opportunity(after.into()));
    Ok(edit(label, changed((&document.opportunities, ids), change, put)?))
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
    let touchpoints = &journey(document, journey_id)?.touchpoints;
    Ok(edit(label, changed((touchpoints, ids), change, |after| put_touchpoint(journey_id, after))?))
}

/// What puts those items that a change makes different.
fn changed<T: Item + PartialEq>(
    (items, ids): (&List<T>, &[T::Id]),
    change: impl Fn(&mut T),
    put: impl Fn(T) -> Command,
) -> Result<Vec<Command>, ApplyError>
where
    T::Id: std::fmt::Display,
{
    let mut commands = Vec::new();
    for id in ids {
        let before = copy_of(items, id)?;
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            commands.push(put(after));
        }
    }
    Ok(commands)
}
