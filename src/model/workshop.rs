//! What a workshop leaves in the file: agenda, parking lot, decisions, glossary, votes, polls.

use std::sync::Arc;

use super::ids::{
    AgendaItemId, DecisionId, GlossaryId, OpportunityId, ParkingId, ParticipantId, PollId, TouchpointId, VoteId,
};
use super::list::{List, by_rank, items, ranked};
use super::rank::Rank;
use super::subject::Subject;
use super::values::Date;

/// A workshop's notes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workshop {
    /// What is done when.
    pub agenda: List<AgendaItem>,
    /// What is kept for later.
    pub parking: List<ParkingItem>,
    /// What was decided.
    pub decisions: List<Decision>,
    /// What words mean here.
    pub glossary: List<GlossaryEntry>,
    /// Rounds of dot voting.
    pub votes: List<Vote>,
    /// Quick emotion polls.
    pub polls: List<Poll>,
    /// Free notes.
    pub notes: String,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaItem {
    /// Its id.
    pub id: AgendaItemId,
    /// Its place in the agenda.
    pub rank: Rank,
    /// What is done.
    pub title: String,
    /// How long, in minutes.
    pub minutes: f64,
}

/// Something kept for later.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkingItem {
    /// Its id.
    pub id: ParkingId,
    /// Its place among the others.
    pub rank: Rank,
    /// What it is.
    pub text: String,
    /// Who brought it up.
    pub participant: Option<ParticipantId>,
}

/// Something decided: what, who, by when.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// Its place among the others.
    pub rank: Rank,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// By when.
    pub due: Option<Date>,
    /// The opportunities it takes up.
    pub opportunities: Vec<OpportunityId>,
}

/// What a word means here.
#[derive(Debug, Clone, PartialEq)]
pub struct GlossaryEntry {
    /// Its id.
    pub id: GlossaryId,
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
}

/// A round of dot voting.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    /// Its id.
    pub id: VoteId,
    /// Its place among the others.
    pub rank: Rank,
    /// What is asked.
    pub title: String,
    /// Dots each voter has.
    pub dots_each: u32,
    /// How many voters.
    pub voters: u32,
    /// The dots each choice got.
    pub results: Vec<(Subject, u32)>,
    /// Whether the result has been shown.
    pub revealed: bool,
}

/// A quick emotion poll on a touchpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Poll {
    /// Its id.
    pub id: PollId,
    /// Its place among the others.
    pub rank: Rank,
    /// The touchpoint asked about.
    pub touchpoint: TouchpointId,
    /// How many gave −5, −4, … +5.
    pub counts: [u32; 11],
}

/// The items in the user's order: by rank, then id.
macro_rules! in_order {
    ($($(#[$doc:meta])* $name:ident: $list:ident, $item:ident;)*) => {
        impl Workshop {$(
            $(#[$doc])*
            pub fn $name(&self) -> Vec<&Arc<$item>> {
                by_rank(&self.$list)
            }
        )*}
    };
}

in_order! {
    /// The agenda from its beginning.
    agenda_in_order: agenda, AgendaItem;
    /// The parking lot as it was filled.
    parking_in_order: parking, ParkingItem;
    /// The decisions as they were made.
    decisions_in_order: decisions, Decision;
    /// The rounds of voting, the first one first.
    votes_in_order: votes, Vote;
    /// The polls, the first one first.
    polls_in_order: polls, Poll;
}

impl Workshop {
    /// The glossary by its words.
    pub fn glossary_in_order(&self) -> Vec<&Arc<GlossaryEntry>> {
        let mut entries: Vec<&Arc<GlossaryEntry>> = self.glossary.iter().collect();
        entries.sort_by_cached_key(|entry| (entry.term.to_lowercase(), entry.id.clone()));
        entries
    }

    /// The last round of voting whose result has been shown and in which this was a choice, with its dots.
    pub fn dots(&self, choice: &Subject) -> Option<u32> {
        let revealed = self.votes.iter().filter(|vote| vote.revealed);
        let counted = revealed.filter_map(|vote| {
            let (_, dots) = vote.results.iter().find(|(subject, _)| subject == choice)?;
            Some(((&vote.rank, &vote.id), *dots))
        });
        counted.max().map(|(_, dots)| dots)
    }
}

items! {
    AgendaItem: AgendaItemId;
    ParkingItem: ParkingId;
    Decision: DecisionId;
    GlossaryEntry: GlossaryId;
    Vote: VoteId;
    Poll: PollId;
}

ranked!(AgendaItem ParkingItem Decision Vote Poll);
