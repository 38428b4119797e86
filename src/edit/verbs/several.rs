//! The same change to several barriers or opportunities: one entry of the history.

use super::{copy_of, edit};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{Barrier, BarrierId, Document, Opportunity, OpportunityId};

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
