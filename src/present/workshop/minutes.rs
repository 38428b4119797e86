//! The minutes of a workshop as data: who, when, what was voted, felt and decided.
//!
//! Participants are named; respondents never are, for nothing here looks at evidence. A vote that was not revealed
//! keeps its result.

use super::minutes_blocks::{Block, blocks};
use super::poll::{self, PollFigures};
use super::tally::{choice_words, tally};
use super::{minutes_markdown, minutes_pages};
use crate::i18n::Texts;
use crate::model::{Date, Document, Emotion, JourneyId, Language};
use crate::scene::Scene;

/// The minutes, in the map's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Minutes {
    /// The language of its words and numbers.
    pub language: Language,
    /// The project's title.
    pub project: String,
    /// The journey's title.
    pub journey: String,
    /// The day.
    pub date: Option<Date>,
    /// Who took part, with their department ("" where none is known), by name.
    pub participants: Vec<(String, String)>,
    /// What was planned, in minutes.
    pub agenda: Vec<(String, f64)>,
    /// What was voted on.
    pub votes: Vec<VoteMinutes>,
    /// What the room felt.
    pub polls: Vec<PollMinutes>,
    /// What was decided.
    pub decisions: Vec<DecisionMinutes>,
    /// What was put aside, and by whom.
    pub parking: Vec<(String, String)>,
    /// What words mean.
    pub glossary: Vec<(String, String)>,
    /// Free notes.
    pub notes: String,
}

/// A round of voting.
#[derive(Debug, Clone, PartialEq)]
pub struct VoteMinutes {
    /// What was asked.
    pub title: String,
    /// Dots a person, and how many persons.
    pub dots_and_voters: (u32, u32),
    /// Dots that were entered, and that there were.
    pub entered_and_expected: (u64, u64),
    /// Place, choice and dots of those that got any; `None` while the result is hidden.
    pub ranking: Option<Vec<(usize, String, u32)>>,
}

/// A poll.
#[derive(Debug, Clone, PartialEq)]
pub struct PollMinutes {
    /// The touchpoint.
    pub touchpoint: String,
    /// What the room said; `None`: nobody answered.
    pub figures: Option<PollFigures>,
    /// What the map says, for each persona.
    pub map: Vec<(String, Emotion)>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionMinutes {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// By when.
    pub due: Option<Date>,
    /// The opportunities it takes up.
    pub opportunities: Vec<String>,
}

/// Puts the minutes together. An unknown journey leaves its title empty.
pub fn minutes(document: &Document, journey: &JourneyId, date: Option<Date>) -> Minutes {
    let texts = Texts::of(document.info.language);
    let workshop = &document.workshop;
    let department = |id: &crate::model::DepartmentId| document.departments.get(id).map(|it| it.name.clone());
    let mut participants: Vec<(String, String)> = document
        .participants
        .iter()
        .map(|it| (it.name.clone(), it.department.as_ref().and_then(department).unwrap_or_default()))
        .collect();
    participants.sort_by_cached_key(|(name, department)| (name.to_lowercase(), department.clone()));
    let opportunity = |id: &crate::model::OpportunityId| document.opportunities.get(id).map(|it| it.statement.clone());
    let decision = |it: &std::sync::Arc<crate::model::Decision>| DecisionMinutes {
        what: it.what.clone(),
        who: it.who.clone(),
        due: it.due,
        opportunities: it.opportunities.iter().filter_map(opportunity).collect(),
    };
    let brought_by = |it: &std::sync::Arc<crate::model::ParkingItem>| {
        let participant = it.participant.as_ref().and_then(|id| document.participants.get(id));
        (it.text.clone(), participant.map(|it| it.name.clone()).unwrap_or_default())
    };
    Minutes {
        language: document.info.language,
        project: document.info.title.trim().to_owned(),
        journey: document.journeys.get(journey).map(|it| it.info.title.trim().to_owned()).unwrap_or_default(),
        date,
        participants,
        agenda: workshop.agenda_in_order().iter().map(|it| (it.title.clone(), it.minutes)).collect(),
        votes: workshop.votes_in_order().iter().map(|vote| vote_minutes(document, vote, texts)).collect(),
        polls: workshop.polls_in_order().iter().map(|poll| poll_minutes(document, poll, texts)).collect(),
        decisions: workshop.decisions_in_order().into_iter().map(decision).collect(),
        parking: workshop.parking_in_order().into_iter().map(brought_by).collect(),
        glossary: workshop.glossary_in_order().iter().map(|it| (it.term.clone(), it.meaning.clone())).collect(),
        notes: workshop.notes.clone(),
    }
}

fn vote_minutes(document: &Document, vote: &crate::model::Vote, texts: &Texts) -> VoteMinutes {
    let tally = tally(vote);
    let ranked = tally.ranking.iter().filter(|ranked| ranked.dots > 0);
    let row =
        |ranked: &super::tally::Ranked| (ranked.place, choice_words(document, &ranked.choice, texts), ranked.dots);
    VoteMinutes {
        title: vote.title.clone(),
        dots_and_voters: (vote.dots_each, vote.voters),
        entered_and_expected: (tally.entered, tally.expected),
        ranking: vote.revealed.then(|| ranked.map(row).collect()),
    }
}

fn poll_minutes(document: &Document, poll: &crate::model::Poll, texts: &Texts) -> PollMinutes {
    let title = document.touchpoint(&poll.touchpoint).map(|(_, it)| it.title.trim().to_owned());
    let map = poll::map_values(document, poll);
    PollMinutes {
        touchpoint: title.filter(|it| !it.is_empty()).unwrap_or_else(|| texts.get("map-untitled-touchpoint")),
        figures: poll::figures(poll),
        map: map.into_iter().map(|(persona, emotion)| (persona.name.clone(), emotion)).collect(),
    }
}

impl Minutes {
    /// The minutes as Markdown (with tables, as `GitHub` has them), ending in a line end.
    pub fn markdown(&self) -> String {
        minutes_markdown::markdown(&self.blocks())
    }

    /// The minutes as A4 pages, upright, with page numbers.
    pub fn pages(&self) -> Vec<Scene> {
        minutes_pages::pages(&self.blocks(), (&self.title(), self.language))
    }

    /// "Minutes: project, journey".
    pub fn title(&self) -> String {
        let names = [self.project.as_str(), self.journey.as_str()];
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        Texts::of(self.language).with("minutes-title", &[("what", names.join(" · ").into())])
    }

    fn blocks(&self) -> Vec<Block> {
        blocks(self, Texts::of(self.language))
    }
}
