//! `apply`: the one function that changes a document. Total: a new document, or an error and nothing has changed.

use std::sync::Arc;

use super::check::check;
use super::command::Command;
use super::error::ApplyError;
use super::gone::Gone;
use super::normal::normal;
use super::purge::purge;
use super::put::{journey_mut, put};
use super::weight;
use crate::model::limits::{MAX_FILE_BYTES, MAX_ITEMS, MAX_TOUCHPOINTS};
use crate::model::{Document, Journey, Subject};

/// Runs the commands on a copy and returns it. Removals in a row happen at once: what one takes along, another may name.
///
/// # Errors
/// When a command names a thing that is not there, or would break a cap of [`crate::model::limits`].
pub fn apply(document: &Document, commands: &[Command]) -> Result<Document, ApplyError> {
    let next = run(document, commands)?;
    let change = weight::difference(document, &next);
    if change.only_after > change.only_before {
        check_file_bytes(weight::document_bytes(&next))?;
    }
    Ok(next)
}

/// The same for a document whose estimated size in a file is known, in bytes; returns the new size as well.
///
/// # Errors
/// As [`apply`].
pub(super) fn apply_weighed(
    document: &Document,
    file_bytes: u64,
    commands: &[Command],
) -> Result<(Document, u64), ApplyError> {
    let next = run(document, commands)?;
    let change = weight::difference(document, &next);
    let next_bytes = (file_bytes + change.only_after).saturating_sub(change.only_before);
    if next_bytes > file_bytes {
        check_file_bytes(next_bytes)?;
    }
    Ok((next, next_bytes))
}

fn check_file_bytes(bytes: u64) -> Result<(), ApplyError> {
    if bytes > MAX_FILE_BYTES as u64 { Err(ApplyError::ProjectTooLarge) } else { Ok(()) }
}

fn run(document: &Document, commands: &[Command]) -> Result<Document, ApplyError> {
    let mut next = document.clone();
    let mut rest = commands;
    while let Some((command, after)) = rest.split_first() {
        let removals: Vec<&Subject> = rest.iter().map_while(removal).collect();
        if removals.is_empty() {
            run_one(&mut next, command)?;
            rest = after;
        } else {
            let gone = Gone::collect(&next, &removals)?;
            purge(&mut next, &gone);
            rest = rest.get(removals.len()..).unwrap_or_default();
        }
    }
    check_counts(document, &next)?;
    Ok(next)
}

fn removal(command: &Command) -> Option<&Subject> {
    match command {
        Command::Remove(subject) => Some(subject),
        _ => None,
    }
}

fn run_one(document: &mut Document, command: &Command) -> Result<(), ApplyError> {
    match command {
        Command::SetProject(info) => {
            check(info.as_ref())?;
            document.info = Arc::clone(info);
        }
        Command::SetJourney(journey_id, info) => {
            check(info.as_ref())?;
            journey_mut(document, journey_id)?.info = normal(info);
        }
        Command::SetAudit(audit) => {
            check(audit.as_ref())?;
            document.audit = normal(audit);
        }
        Command::SetWorkshop(workshop) => {
            check(workshop.as_ref())?;
            document.workshop = Arc::clone(workshop);
        }
        Command::Put(item) => put(document, item)?,
        Command::Remove(subject) => {
            let gone = Gone::collect(document, &[subject])?;
            purge(document, &gone);
        }
        Command::RemoveComment(comment_id) => {
            document.comments.remove(comment_id).ok_or_else(|| ApplyError::Missing { id: comment_id.to_string() })?;
        }
    }
    Ok(())
}

/// Lists may not grow past their caps; one that was too long before may stay so or shrink.
fn check_counts(before: &Document, after: &Document) -> Result<(), ApplyError> {
    at_most("touchpoints", before.touchpoint_count(), after.touchpoint_count(), MAX_TOUCHPOINTS)?;
    for (field, count) in project_counts(after) {
        at_most(field, 0, count, MAX_ITEMS)?;
    }
    after
        .journeys
        .iter()
        .flat_map(|journey| journey_counts(journey))
        .try_for_each(|(field, count)| at_most(field, 0, count, MAX_ITEMS))
}

fn project_counts(document: &Document) -> [(&'static str, usize); 12] {
    [
        ("channels", document.channels.len()),
        ("departments", document.departments.len()),
        ("participants", document.participants.len()),
        ("personas", document.personas.len()),
        ("barriers", document.barriers.len()),
        ("strengths", document.strengths.len()),
        ("opportunities", document.opportunities.len()),
        ("evidence", document.evidence.len()),
        ("metrics", document.metrics.len()),
        ("stops", document.stops.len()),
        ("comments", document.comments.len()),
        ("journeys", document.journeys.len()),
    ]
}

fn journey_counts(journey: &Journey) -> [(&'static str, usize); 3] {
    [
        ("steps", journey.steps.len()),
        ("custom_lanes", journey.custom_lanes.len()),
        ("transitions", journey.transitions.len()),
    ]
}

fn at_most(field: &'static str, before: usize, after: usize, max: usize) -> Result<(), ApplyError> {
    if after > max && after > before { Err(ApplyError::TooMany { field, max }) } else { Ok(()) }
}
