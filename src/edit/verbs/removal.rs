//! Removing things, and saying beforehand what goes along.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::edit;
use crate::edit::changes::{Change, Changed, changes};
use crate::edit::command::{Command, Edit, EditLabel};
use crate::edit::error::ApplyError;
use crate::edit::gone::Gone;
use crate::edit::purge::purge;
use crate::model::{CommentId, Document, Journey, Subject};

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
    let named: BTreeSet<&Subject> = subjects.iter().collect();
    let gone = Gone::collect(document, &named.iter().copied().collect::<Vec<_>>())?;
    let mut after = document.clone();
    purge(&mut after, &gone);
    // A journey's stored paths are shorter then, which is seen and not asked about.
    let shapes_journeys = named.iter().any(|it| matches!(it, Subject::Persona(_) | Subject::Journey(_)));
    let mut toll = Toll {
        named: named.iter().map(|it| (*it).clone()).collect(),
        comments: gone.comments.len(),
        polls: document.workshop.polls.len() - after.workshop.polls.len(),
        feelings: after.journeys.iter().map(|journey| lost_feelings(document, journey)).sum(),
        ..Toll::default()
    };
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
