//! Removing things, and saying beforehand what goes along.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::edit;
use crate::edit::changes::{Change, Changed, changes};
use crate::edit::command::{Command, Edit, EditLabel};
use crate::edit::error::ApplyError;
use crate::edit::gone::Gone;
use crate::edit::purge::purge;
use crate::model::{CommentId, Document, Journey, List, Subject};

/// What a removal takes along besides the things named, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Consequences {
    /// Touchpoints.
    pub touchpoints: usize,
    /// Transitions.
    pub transitions: usize,
    /// Metrics with their counts.
    pub metrics: usize,
    /// Stops of the presentation.
    pub stops: usize,
    /// Comments.
    pub comments: usize,
    /// Emotion polls.
    pub polls: usize,
    /// Feelings of a persona at touchpoints that stay.
    pub feelings: usize,
    /// Barriers that stay but stand nowhere any more.
    pub barriers_unlinked: usize,
    /// Strengths that stay but stand nowhere any more.
    pub strengths_unlinked: usize,
    /// Opportunities that stay but are for nothing any more.
    pub opportunities_unlinked: usize,
}

impl Consequences {
    /// Whether nothing goes along.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Removes the things and every reference to them, all at once.
pub fn remove(subjects: &[Subject]) -> Edit {
    edit(EditLabel::Remove, subjects.iter().cloned().map(Command::Remove).collect())
}

/// Removes the things as [`remove`] does, to be pasted somewhere else.
pub fn cut(subjects: &[Subject]) -> Edit {
    Edit { label: EditLabel::Cut, ..remove(subjects) }
}

/// Removes a comment.
pub fn remove_comment(comment_id: &CommentId) -> Edit {
    edit(EditLabel::Remove, vec![Command::RemoveComment(comment_id.clone())])
}

/// What [`remove`] would take along, for a question before it is done.
///
/// # Errors
/// When a thing is missing, or cannot be removed.
pub fn consequences(document: &Document, subjects: &[Subject]) -> Result<Consequences, ApplyError> {
    let named: BTreeSet<&Subject> = subjects.iter().collect();
    let gone = Gone::collect(document, &named.iter().copied().collect::<Vec<_>>())?;
    let mut after = document.clone();
    purge(&mut after, &gone);
    let count = |test: fn(&Subject) -> bool| named.iter().filter(|subject| test(subject)).count();
    let transitions = |document: &Document| -> usize { document.journeys.iter().map(|it| it.transitions.len()).sum() };
    Ok(Consequences {
        touchpoints: document.touchpoint_count()
            - after.touchpoint_count()
            - count(|it| matches!(it, Subject::Touchpoint(..))),
        transitions: transitions(document) - transitions(&after) - count(|it| matches!(it, Subject::Transition(..))),
        metrics: gone.metrics.len() - count(|it| matches!(it, Subject::Metric(_))),
        stops: gone.stops.len() - count(|it| matches!(it, Subject::Stop(_))),
        comments: gone.comments.len(),
        polls: document.workshop.polls.len() - after.workshop.polls.len(),
        feelings: after.journeys.iter().map(|journey| lost_feelings(document, journey)).sum(),
        barriers_unlinked: lost_places(&document.barriers, &after.barriers, |it| {
            it.touchpoints.is_empty() && it.stage.is_none()
        }),
        strengths_unlinked: lost_places(&document.strengths, &after.strengths, |it| it.touchpoints.is_empty()),
        opportunities_unlinked: lost_places(&document.opportunities, &after.opportunities, |it| {
            it.touchpoints.is_empty() && it.barriers.is_empty()
        }),
    })
}

/// What a removal does besides taking away the things named, thing by thing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Toll {
    /// What is named.
    pub named: Vec<Subject>,
    /// What goes along.
    pub goes: Vec<Subject>,
    /// What stays and no longer refers to what goes.
    pub loses: Vec<Subject>,
    /// How many comments go along.
    pub comments: usize,
    /// How many emotion polls go along.
    pub polls: usize,
    /// How many feelings at touchpoints that stay go along.
    pub feelings: usize,
}

impl Toll {
    /// Whether nobody need be asked: nothing but transitions goes along, and nothing else notices.
    pub fn is_small(&self) -> bool {
        let Self { named, goes, loses, comments, polls, feelings } = self;
        goes.iter().all(|subject| matches!(subject, Subject::Transition(..)))
            && loses.is_empty()
            && (*comments, *polls, *feelings) == (0, 0, 0)
            && !named.iter().any(|subject| matches!(subject, Subject::Journey(_)))
    }
}

/// What [`remove`] would cost, for a question before it is done.
///
/// # Errors
/// When a thing is missing, or cannot be removed.
pub fn toll(document: &Document, subjects: &[Subject]) -> Result<Toll, ApplyError> {
    let Consequences { comments, polls, feelings, .. } = consequences(document, subjects)?;
    let named: BTreeSet<&Subject> = subjects.iter().collect();
    let gone = Gone::collect(document, &named.iter().copied().collect::<Vec<_>>())?;
    let mut after = document.clone();
    purge(&mut after, &gone);
    // A journey's stored paths are shorter then, which is seen and not asked about.
    let shapes_journeys = named.iter().any(|it| matches!(it, Subject::Persona(_) | Subject::Journey(_)));
    let mut toll =
        Toll { named: named.iter().map(|it| (*it).clone()).collect(), comments, polls, feelings, ..Toll::default() };
    for Change { subject, changed } in changes(document, &after) {
        let told = match &subject {
            Subject::Project => false,
            Subject::Journey(_) => changed == Changed::Removed || shapes_journeys,
            _ => true,
        };
        if named.contains(&subject) || !told {
            continue;
        }
        if changed == Changed::Removed { toll.goes.push(subject) } else { toll.loses.push(subject) }
    }
    for journey in document.journeys.iter().filter(|journey| gone.journeys.contains(&journey.id)) {
        // What lives in a journey is not told apart from it; its touchpoints are worth counting.
        toll.goes.extend(journey.touchpoints.iter().map(|it| Subject::Touchpoint(journey.id.clone(), it.id.clone())));
        toll.goes.extend(journey.transitions.iter().map(|it| Subject::Transition(journey.id.clone(), it.id.clone())));
    }
    Ok(toll)
}

fn lost_feelings(before: &Document, after: &Journey) -> usize {
    let Some(before) = before.journeys.get(&after.id) else { return 0 };
    let changed = after.touchpoints.iter().filter_map(|touchpoint| {
        let before = before.touchpoints.get(&touchpoint.id)?;
        (!Arc::ptr_eq(before, touchpoint)).then(|| before.feelings.len() - touchpoint.feelings.len())
    });
    changed.sum()
}

/// How many things of a list stand nowhere now that stood somewhere before.
fn lost_places<T: crate::model::list::Item>(before: &List<T>, after: &List<T>, nowhere: impl Fn(&T) -> bool) -> usize {
    let lost = |item: &&Arc<T>| nowhere(item) && before.get(item.id()).is_some_and(|before| !nowhere(before));
    after.iter().filter(lost).count()
}
