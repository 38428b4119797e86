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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::ItemValue;
    use crate::model::limits::{MAX_PICTURE_BYTES, MAX_TEXT_BYTES};
    use crate::model::{
        Barrier, BarrierId, JourneyId, Picture, PictureFormat, Rank, Stage, Step, StepId, Touchpoint, TouchpointId,
        Transition, TransitionId,
    };

    fn id(text: &str) -> JourneyId {
        JourneyId::parse(text).unwrap()
    }

    fn touchpoint(name: &str) -> Touchpoint {
        let touchpoint_id = TouchpointId::parse(&format!("t-{name}")).unwrap();
        Touchpoint::new(touchpoint_id, StepId::parse("s-1").unwrap(), Rank::default(), Rank::default())
    }

    fn put(journey: &str, touchpoint: Touchpoint) -> Command {
        Command::Put(ItemValue::Touchpoint(id(journey), touchpoint.into()))
    }

    /// Two journeys with a step each; the first holds `t-a`.
    fn document() -> Document {
        let mut document = Document::default();
        for (journey, step) in [("j-1", "s-1"), ("j-2", "s-2")] {
            let step_id = StepId::parse(step).unwrap();
            let step = Step { id: step_id, stage: Stage::Contact, rank: Rank::default(), title: String::new() };
            document.journeys.put(Journey::new(id(journey), [step].into_iter().collect()));
        }
        apply(&document, &[put("j-1", touchpoint("a"))]).unwrap()
    }

    fn check(command: Command, error: ApplyError) {
        assert_eq!(apply(&document(), &[command]), Err(error));
    }

    fn missing(id: &str) -> ApplyError {
        ApplyError::Missing { id: id.to_owned() }
    }

    #[test]
    fn things_hang_only_on_what_is_there() {
        check(put("j-9", touchpoint("b")), missing("j-9"));
        check(put("j-2", touchpoint("b")), missing("s-1"));
        let ends = [touchpoint("a").id, touchpoint("b").id];
        let way = Transition::new(TransitionId::parse("r-1").unwrap(), ends[0].clone(), ends[1].clone());
        check(Command::Put(ItemValue::Transition(id("j-1"), way.into())), missing("t-b"));
        check(Command::SetJourney(id("j-9"), Arc::default()), missing("j-9"));
        check(Command::RemoveComment(crate::model::CommentId::parse("n-1").unwrap()), missing("n-1"));
        let step = StepId::parse("s-2").unwrap();
        let twin = Touchpoint { step, ..touchpoint("a") };
        check(put("j-2", twin), ApplyError::SharedId { id: "t-a".to_owned() });
    }

    #[test]
    fn caps_bind_edits() {
        let field = "notes";
        let mut long = touchpoint("a");
        long.notes = "x".repeat(MAX_TEXT_BYTES);
        assert!(apply(&document(), &[put("j-1", long.clone())]).is_ok());
        long.notes.push('x');
        check(put("j-1", long), ApplyError::TextTooLong { field, bytes: MAX_TEXT_BYTES + 1 });
        let slow = Touchpoint { waiting_minutes: Some(f64::INFINITY), ..touchpoint("a") };
        check(put("j-1", slow), ApplyError::NotANumber { field: "waiting_minutes" });
        let picture = |bytes: usize| Picture { format: PictureFormat::Jpeg, bytes: vec![0; bytes].into() };
        let heavy = Touchpoint { pictures: vec![picture(MAX_PICTURE_BYTES + 1)], ..touchpoint("a") };
        check(put("j-1", heavy), ApplyError::PictureTooLarge { bytes: MAX_PICTURE_BYTES + 1 });
        // Each picture fits, all together do not.
        let pictures = vec![picture(MAX_PICTURE_BYTES); 12];
        let full = Touchpoint { pictures, ..touchpoint("a") };
        check(put("j-1", full), ApplyError::ProjectTooLarge);
        let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "");
        barrier.frequency = Some(f64::NAN);
        check(Command::Put(ItemValue::Barrier(barrier.into())), ApplyError::NotANumber { field: "frequency" });
    }

    #[test]
    fn touchpoints_are_counted_over_all_journeys() {
        let mut document = document();
        let journey = document.journeys.get_mut(&id("j-1")).unwrap();
        journey.touchpoints = (0..MAX_TOUCHPOINTS).map(|number| touchpoint(&number.to_string())).collect();
        let more = Touchpoint { step: StepId::parse("s-2").unwrap(), ..touchpoint("more") };
        let full = ApplyError::TooMany { field: "touchpoints", max: MAX_TOUCHPOINTS };
        assert_eq!(apply(&document, &[put("j-2", more)]), Err(full));
        assert!(apply(&document, &[put("j-1", touchpoint("7"))]).is_ok());
    }

    #[test]
    fn what_an_edit_does_not_touch_stays_shared() {
        let before = document();
        let after = apply(&before, &[put("j-1", touchpoint("b"))]).unwrap();
        let journeys = [&before, &after].map(|document| document.journeys.get(&id("j-1")).unwrap());
        let [old, new] = journeys.map(|journey| journey.touchpoints.get(&touchpoint("a").id).unwrap());
        assert!(Arc::ptr_eq(old, new) && journeys[0].steps.same(&journeys[1].steps));
        assert!(before.barriers.same(&after.barriers));
        let unchanged = apply(&before, &[put("j-1", touchpoint("a"))]).unwrap();
        assert_eq!(unchanged, before);
    }
}
