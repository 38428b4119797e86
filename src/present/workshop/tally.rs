//! Dot voting: what there is to choose from, whether all dots were entered, and who leads.

use std::collections::BTreeMap;

use crate::i18n::Texts;
use crate::model::{Barrier, BarrierStatus, Document, Journey, Opportunity, Subject, TouchpointId, Vote, columns};

/// What is voted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The journey's barriers that are not yet fixed.
    #[default]
    Barriers,
    /// The journey's touchpoints.
    Touchpoints,
    /// The opportunities at its touchpoints and barriers.
    Opportunities,
}

impl Scope {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Barriers, Self::Touchpoints, Self::Opportunities];

    /// The name used on the command line and in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Barriers => "barriers",
            Self::Touchpoints => "touchpoints",
            Self::Opportunities => "opportunities",
        }
    }
}

/// The choices of a journey in the order of its map.
pub fn choices(document: &Document, journey: &Journey, scope: Scope) -> Vec<Subject> {
    let columns = columns(journey);
    let in_order = columns.iter().flat_map(|column| &column.touchpoints);
    let places: BTreeMap<&TouchpointId, usize> = in_order.enumerate().map(|(place, it)| (&it.id, place)).collect();
    let first = |touchpoints: &[TouchpointId]| touchpoints.iter().filter_map(|id| places.get(id)).min().copied();
    let barrier_place =
        |barrier: &Barrier| first(&barrier.touchpoints).or(barrier.concerns(journey).then_some(usize::MAX));
    let mut found: Vec<(usize, Subject)> = match scope {
        Scope::Touchpoints => {
            let subject = |id: &TouchpointId| Subject::Touchpoint(journey.id.clone(), id.clone());
            places.iter().map(|(id, place)| (*place, subject(id))).collect()
        }
        Scope::Barriers => {
            let open = |barrier: &&std::sync::Arc<Barrier>| {
                !matches!(barrier.status, BarrierStatus::Fixed | BarrierStatus::Verified)
            };
            let barriers = document.barriers.iter().filter(open);
            barriers.filter_map(|it| Some((barrier_place(it)?, Subject::Barrier(it.id.clone())))).collect()
        }
        Scope::Opportunities => {
            let place = |opportunity: &Opportunity| {
                let barriers = opportunity.barriers.iter().filter_map(|id| document.barriers.get(id));
                barriers.filter_map(|it| barrier_place(it)).chain(first(&opportunity.touchpoints)).min()
            };
            let opportunities = document.opportunities.iter();
            opportunities.filter_map(|it| Some((place(it)?, Subject::Opportunity(it.id.clone())))).collect()
        }
    };
    found.sort();
    found.into_iter().map(|(_, subject)| subject).collect()
}

/// What came of a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Dots that were entered.
    pub entered: u64,
    /// Dots that the voters have together.
    pub expected: u64,
    /// The choices, most dots first; those alike stay as they were entered.
    pub ranking: Vec<Ranked>,
}

/// A choice in the ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// Its place from 1; choices with as many dots share one, and the next place leaves room for them (1, 2, 2, 4).
    pub place: usize,
    /// What was chosen.
    pub choice: Subject,
    /// Its dots.
    pub dots: u32,
}

/// Counts the dots and ranks the choices.
pub fn tally(vote: &Vote) -> Tally {
    let mut sorted: Vec<&(Subject, u32)> = vote.results.iter().collect();
    sorted.sort_by_key(|(_, dots)| std::cmp::Reverse(*dots));
    let place = |dots: u32| 1 + sorted.iter().filter(|(_, other)| *other > dots).count();
    let ranked = |(choice, dots): &&(Subject, u32)| Ranked { place: place(*dots), choice: choice.clone(), dots: *dots };
    Tally {
        entered: vote.results.iter().map(|(_, dots)| u64::from(*dots)).sum(),
        expected: u64::from(vote.dots_each) * u64::from(vote.voters),
        ranking: sorted.iter().map(ranked).collect(),
    }
}

impl Tally {
    /// Whether exactly the dots that there are were entered.
    pub fn is_complete(&self) -> bool {
        self.entered == self.expected
    }

    /// "34 of 36 dots entered".
    pub fn entered_words(&self, texts: &Texts) -> String {
        let arguments = [("entered", self.entered.into()), ("expected", self.expected.into())];
        texts.with("vote-entered", &arguments)
    }
}

/// What a choice is called.
pub fn choice_words(document: &Document, choice: &Subject, texts: &Texts) -> String {
    let words = match choice {
        Subject::Barrier(id) => document.barriers.get(id).map(|it| it.statement.clone()),
        Subject::Opportunity(id) => document.opportunities.get(id).map(|it| it.statement.clone()),
        Subject::Strength(id) => document.strengths.get(id).map(|it| it.statement.clone()),
        Subject::Touchpoint(_, id) => document.touchpoint(id).map(|(_, it)| it.title.clone()),
        other => Some(other.id_text().to_owned()),
    };
    let words = words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    words.unwrap_or_else(|| texts.get("map-untitled-note"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BarrierId, Rank, VoteId};

    fn vote(dots: &[u32]) -> Vote {
        let choice =
            |(index, dots): (usize, &u32)| (Subject::Barrier(BarrierId::parse(&format!("b-{index}")).unwrap()), *dots);
        Vote {
            id: VoteId::parse("x-1").unwrap(),
            rank: Rank::default(),
            title: String::new(),
            dots_each: 3,
            voters: 12,
            results: dots.iter().enumerate().map(choice).collect(),
            revealed: false,
        }
    }

    #[test]
    fn dots_are_counted_and_ties_share_a_place() {
        let check = |dots: &[u32], entered: u64, complete: bool, expect: &[(usize, &str)]| {
            let tally = tally(&vote(dots));
            assert_eq!((tally.entered, tally.expected, tally.is_complete()), (entered, 36, complete), "{dots:?}");
            let ranking: Vec<(usize, &str)> =
                tally.ranking.iter().map(|ranked| (ranked.place, ranked.choice.id_text())).collect();
            assert_eq!(ranking, expect, "{dots:?}");
        };
        check(&[], 0, false, &[]);
        check(&[12, 24], 36, true, &[(1, "b-1"), (2, "b-0")]);
        check(&[7, 9, 9, 1], 26, false, &[(1, "b-1"), (1, "b-2"), (3, "b-0"), (4, "b-3")]);
        check(&[0, 0], 0, false, &[(1, "b-0"), (1, "b-1")]);
        check(&[30, 7], 37, false, &[(1, "b-0"), (2, "b-1")]);
    }

    #[test]
    fn huge_counts_do_not_overflow() {
        let tally = tally(&Vote { dots_each: u32::MAX, voters: u32::MAX, ..vote(&[u32::MAX, u32::MAX]) });
        assert_eq!(tally.entered, 2 * u64::from(u32::MAX));
    }
}
