//! The workshop's own verbs: agenda, parking lot, decisions, glossary, votes and polls.
//!
//! What is captured onto the map is in [`super::capture`].

use std::sync::Arc;

use super::change::{self, FieldKind};
use super::order::{rank_at_end, settle};
use super::{copy_of, edit, missing};
use crate::edit::command::{Command, Edit, EditLabel, MergeKey};
use crate::edit::error::ApplyError;
use crate::model::{
    AgendaItem, AgendaItemId, Date, Decision, DecisionId, Document, GlossaryEntry, GlossaryId, IdSource, OpportunityId,
    ParkingId, ParkingItem, ParticipantId, Poll, PollId, Rank, Subject, TouchpointId, Vote, VoteId, Workshop,
};

/// Whether the result of a vote is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It is, in the room and on the map.
    Yes,
    /// It is not.
    No,
}

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewDecision {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// By when.
    pub due: Option<Date>,
    /// The opportunities it takes up.
    pub opportunities: Vec<OpportunityId>,
}

macro_rules! items {
    ($($(#[$doc:meta])* $change:ident, $remove:ident: $list:ident, $name:ident, $id:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// When it is missing.
        pub fn $change(
            document: &Document,
            id: &$id,
            field: FieldKind,
            change: impl FnOnce(&mut $name),
        ) -> Result<Edit, ApplyError> {
            let mut item = copy_of(&document.workshop.$list, id)?;
            change(&mut item);
            Ok(change::workshop(document, field, |it| drop(it.$list.put(item))))
        }

        /// Removes it.
        ///
        /// # Errors
        /// When it is missing.
        pub fn $remove(document: &Document, id: &$id) -> Result<Edit, ApplyError> {
            copy_of(&document.workshop.$list, id)?;
            Ok(set(document, EditLabel::Remove, |it| drop(it.$list.remove(id))))
        }
    )*};
}

items! {
    /// Changes an item of the agenda.
    change_agenda_item, remove_agenda_item: agenda, AgendaItem, AgendaItemId;
    /// Changes an item of the parking lot.
    change_parking_item, remove_parking_item: parking, ParkingItem, ParkingId;
    /// Changes a decision.
    change_decision, remove_decision: decisions, Decision, DecisionId;
    /// Changes an entry of the glossary.
    change_glossary_entry, remove_glossary_entry: glossary, GlossaryEntry, GlossaryId;
    /// Changes a round of voting.
    change_vote, remove_vote: votes, Vote, VoteId;
    /// Changes a poll.
    change_poll, remove_poll: polls, Poll, PollId;
}

fn set(document: &Document, label: EditLabel, change: impl FnOnce(&mut Workshop)) -> Edit {
    let mut workshop = document.workshop.as_ref().clone();
    change(&mut workshop);
    edit(label, vec![Command::SetWorkshop(Arc::new(workshop))])
}

/// Adds items, each with its title and minutes, to the end of the agenda.
pub fn add_agenda_items(document: &Document, items: &[(String, f64)], source: &mut dyn IdSource) -> Edit {
    set(document, EditLabel::Add, |workshop| {
        for (title, minutes) in items {
            let rank = rank_at_end(workshop.agenda.iter().map(|it| &it.rank), source);
            let id = AgendaItemId::random(source);
            workshop.agenda.put(AgendaItem { id, rank, title: title.clone(), minutes: *minutes });
        }
    })
}

/// Moves an item of the agenda to a place, as it will be afterwards.
///
/// # Errors
/// When it is missing.
pub fn move_agenda_item(
    document: &Document,
    id: &AgendaItemId,
    index: usize,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let mut order = document.workshop.agenda_in_order();
    let from = order.iter().position(|item| item.id == *id).ok_or_else(|| missing(id))?;
    let item = order.remove(from);
    let at = index.min(order.len());
    let mut wanted: Vec<Option<Rank>> = order.iter().map(|item| Some(item.rank.clone())).collect();
    wanted.insert(at, if at == from { Some(item.rank.clone()) } else { None });
    order.insert(at, item);
    let ranks = settle(&wanted, source);
    Ok(set(document, EditLabel::Reorder, |workshop| {
        for (item, rank) in order.into_iter().zip(ranks).filter(|(item, rank)| item.rank != *rank) {
            workshop.agenda.put(AgendaItem { rank, ..item.as_ref().clone() });
        }
    }))
}

/// Puts something aside for later.
pub fn add_parking_item(
    document: &Document,
    text: &str,
    participant: Option<ParticipantId>,
    source: &mut dyn IdSource,
) -> (Edit, ParkingId) {
    let id = ParkingId::random(source);
    let rank = rank_at_end(document.workshop.parking.iter().map(|it| &it.rank), source);
    let item = ParkingItem { id: id.clone(), rank, text: text.to_owned(), participant };
    (set(document, EditLabel::Park, |workshop| drop(workshop.parking.put(item))), id)
}

/// Writes a decision down.
pub fn add_decision(document: &Document, decision: NewDecision, source: &mut dyn IdSource) -> (Edit, DecisionId) {
    let id = DecisionId::random(source);
    let rank = rank_at_end(document.workshop.decisions.iter().map(|it| &it.rank), source);
    let NewDecision { what, who, due, opportunities } = decision;
    let decision = Decision { id: id.clone(), rank, what, who, due, opportunities };
    (set(document, EditLabel::AddDecision, |workshop| drop(workshop.decisions.put(decision))), id)
}

/// Says what a word means.
pub fn add_glossary_entry(
    document: &Document,
    (term, meaning): (&str, &str),
    source: &mut dyn IdSource,
) -> (Edit, GlossaryId) {
    let id = GlossaryId::random(source);
    let entry = GlossaryEntry { id: id.clone(), term: term.to_owned(), meaning: meaning.to_owned() };
    (set(document, EditLabel::Add, |workshop| drop(workshop.glossary.put(entry))), id)
}

/// Begins a round of voting: so many dots for each of so many voters, no dots given yet, the result hidden.
pub fn add_vote(
    document: &Document,
    title: &str,
    (dots_each, voters): (u32, u32),
    choices: &[Subject],
    source: &mut dyn IdSource,
) -> (Edit, VoteId) {
    let id = VoteId::random(source);
    let rank = rank_at_end(document.workshop.votes.iter().map(|it| &it.rank), source);
    let results = choices.iter().map(|choice| (choice.clone(), 0)).collect();
    let vote = Vote { id: id.clone(), rank, title: title.to_owned(), dots_each, voters, results, revealed: false };
    (set(document, EditLabel::Add, |workshop| drop(workshop.votes.put(vote))), id)
}

/// Says how many dots a choice has; a choice that the vote did not have joins it. Typing merges.
///
/// # Errors
/// When the vote is missing.
pub fn set_dots(document: &Document, vote_id: &VoteId, choice: &Subject, dots: u32) -> Result<Edit, ApplyError> {
    let mut vote = copy_of(&document.workshop.votes, vote_id)?;
    match vote.results.iter_mut().find(|(subject, _)| subject == choice) {
        Some((_, counted)) => *counted = dots,
        None => vote.results.push((choice.clone(), dots)),
    }
    let mut edit = set(document, EditLabel::CountDots, |workshop| drop(workshop.votes.put(vote)));
    edit.merge = Some(MergeKey { subject: choice.clone(), field: "dots" });
    Ok(edit)
}

/// Lets choices join a vote that it does not have yet: what was captured after it began.
///
/// # Errors
/// When the vote is missing.
pub fn add_choices(document: &Document, vote_id: &VoteId, choices: &[Subject]) -> Result<Edit, ApplyError> {
    let mut vote = copy_of(&document.workshop.votes, vote_id)?;
    for choice in choices {
        if !vote.results.iter().any(|(known, _)| known == choice) {
            vote.results.push((choice.clone(), 0));
        }
    }
    Ok(set(document, EditLabel::Add, |workshop| drop(workshop.votes.put(vote))))
}

/// Shows the result of a vote, or hides it again.
///
/// # Errors
/// When the vote is missing.
pub fn reveal(document: &Document, vote_id: &VoteId, shown: Shown) -> Result<Edit, ApplyError> {
    let mut vote = copy_of(&document.workshop.votes, vote_id)?;
    vote.revealed = shown == Shown::Yes;
    Ok(set(document, EditLabel::RevealVote, |workshop| drop(workshop.votes.put(vote))))
}

/// Asks the room how a touchpoint feels.
///
/// # Errors
/// When the touchpoint is missing.
pub fn add_poll(
    document: &Document,
    touchpoint: &TouchpointId,
    source: &mut dyn IdSource,
) -> Result<(Edit, PollId), ApplyError> {
    document.touchpoint(touchpoint).ok_or_else(|| missing(touchpoint))?;
    let id = PollId::random(source);
    let rank = rank_at_end(document.workshop.polls.iter().map(|it| &it.rank), source);
    let poll = Poll { id: id.clone(), rank, touchpoint: touchpoint.clone(), counts: [0; 11] };
    Ok((set(document, EditLabel::Add, |workshop| drop(workshop.polls.put(poll))), id))
}

/// Says how many gave an answer; places count from 0 for −5 to 10 for +5, others change nothing. Typing merges.
///
/// # Errors
/// When the poll is missing.
pub fn set_answers(document: &Document, poll_id: &PollId, place: usize, count: u32) -> Result<Edit, ApplyError> {
    /// What typing in one place merges by.
    const FIELDS: [&str; 11] = ["-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5"];
    let mut poll = copy_of(&document.workshop.polls, poll_id)?;
    if let Some(answers) = poll.counts.get_mut(place) {
        *answers = count;
    }
    let mut edit = set(document, EditLabel::CountDots, |workshop| drop(workshop.polls.put(poll)));
    edit.merge = FIELDS.get(place).map(|field| MergeKey { subject: Subject::Project, field });
    Ok(edit)
}
