//! The minutes as headings, paragraphs and tables: what Markdown and pages both set.

use super::minutes::{DecisionMinutes, Minutes, PollMinutes, VoteMinutes};
use crate::i18n::Texts;
use crate::i18n::day::date_words;
use crate::i18n::number::{number, short_number, signed};
use crate::model::Language;

/// A part of the minutes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// The title of all.
    Title(String),
    /// The title of a section.
    Heading(String),
    /// The title of a part of a section.
    Subheading(String),
    /// Words.
    Paragraph(String),
    /// Points, each of its own.
    Bullets(Vec<String>),
    /// Rows under a header.
    Table(Table),
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    /// Each column's name and its share of the width.
    pub(super) columns: Vec<(String, f32)>,
    /// The rows.
    pub(super) rows: Vec<Vec<String>>,
}

/// The minutes in their order; what is empty is left out.
pub(super) fn blocks(minutes: &Minutes, texts: &Texts) -> Vec<Block> {
    let mut out = vec![Block::Title(minutes.title())];
    out.extend(minutes.date.map(|date| Block::Paragraph(date_words(date, minutes.language))));
    let set = Set { texts, language: minutes.language };
    set.participants(minutes, &mut out);
    set.agenda(minutes, &mut out);
    set.decisions(&minutes.decisions, &mut out);
    set.votes(&minutes.votes, &mut out);
    set.polls(&minutes.polls, &mut out);
    set.parking(minutes, &mut out);
    set.glossary(minutes, &mut out);
    if !minutes.notes.trim().is_empty() {
        out.push(set.heading("notes"));
        let paragraphs = minutes.notes.split('\n').map(str::trim).filter(|line| !line.is_empty());
        out.extend(paragraphs.map(|line| Block::Paragraph(line.to_owned())));
    }
    out
}

struct Set<'a> {
    texts: &'a Texts,
    language: Language,
}

impl Set<'_> {
    fn heading(&self, key: &str) -> Block {
        Block::Heading(self.texts.get(&format!("minutes-{key}")))
    }

    fn table(&self, columns: &[(&str, f32)], rows: Vec<Vec<String>>) -> Block {
        let name = |(key, share): &(&str, f32)| (self.texts.get(&format!("minutes-column-{key}")), *share);
        Block::Table(Table { columns: columns.iter().map(name).collect(), rows })
    }

    fn participants(&self, minutes: &Minutes, out: &mut Vec<Block>) {
        if minutes.participants.is_empty() {
            return;
        }
        out.push(self.heading("participants"));
        let row = |(name, department): &(String, String)| vec![name.clone(), department.clone()];
        let rows = minutes.participants.iter().map(row).collect();
        out.push(self.table(&[("name", 0.5), ("department", 0.5)], rows));
    }

    fn agenda(&self, minutes: &Minutes, out: &mut Vec<Block>) {
        if minutes.agenda.is_empty() {
            return;
        }
        out.push(self.heading("agenda"));
        let figure = |minutes: f64| short_number(minutes, 1, self.language);
        let mut rows: Vec<Vec<String>> =
            minutes.agenda.iter().map(|(title, minutes)| vec![title.clone(), figure(*minutes)]).collect();
        let total = minutes.agenda.iter().map(|(_, minutes)| minutes).sum();
        rows.push(vec![self.texts.get("minutes-total"), figure(total)]);
        out.push(self.table(&[("item", 0.75), ("minutes", 0.25)], rows));
    }

    fn decisions(&self, decisions: &[DecisionMinutes], out: &mut Vec<Block>) {
        if decisions.is_empty() {
            return;
        }
        out.push(self.heading("decisions"));
        let row = |decision: &DecisionMinutes| {
            let due = decision.due.map(|due| date_words(due, self.language)).unwrap_or_default();
            vec![decision.what.clone(), decision.who.clone(), due, decision.opportunities.join("; ")]
        };
        let columns = [("what", 0.38), ("who", 0.2), ("due", 0.17), ("opportunities", 0.25)];
        out.push(self.table(&columns, decisions.iter().map(row).collect()));
    }

    fn votes(&self, votes: &[VoteMinutes], out: &mut Vec<Block>) {
        if votes.is_empty() {
            return;
        }
        out.push(self.heading("votes"));
        for vote in votes {
            out.push(Block::Subheading(vote.title.clone()));
            let ((dots, voters), (entered, expected)) = (vote.dots_and_voters, vote.entered_and_expected);
            let rules = [("dots", dots.into()), ("voters", voters.into())];
            let entered = [("entered", entered.into()), ("expected", expected.into())];
            let said = format!(
                "{} {}",
                self.texts.with("minutes-vote-rules", &rules),
                self.texts.with("minutes-vote-entered", &entered)
            );
            out.push(Block::Paragraph(said));
            match &vote.ranking {
                None => out.push(Block::Paragraph(self.texts.get("minutes-vote-hidden"))),
                Some(ranking) if ranking.is_empty() => {}
                Some(ranking) => {
                    let row = |(place, choice, dots): &(usize, String, u32)| {
                        vec![place.to_string(), choice.clone(), number(f64::from(*dots), 0, self.language)]
                    };
                    let columns = [("place", 0.12), ("choice", 0.72), ("dots", 0.16)];
                    out.push(self.table(&columns, ranking.iter().map(row).collect()));
                }
            }
        }
    }

    fn polls(&self, polls: &[PollMinutes], out: &mut Vec<Block>) {
        if polls.is_empty() {
            return;
        }
        out.push(self.heading("polls"));
        let columns =
            [("touchpoint", 0.3), ("answers", 0.13), ("room", 0.13), ("middle", 0.13), ("spread", 0.16), ("map", 0.15)];
        out.push(self.table(&columns, polls.iter().map(|poll| self.poll_row(poll)).collect()));
        out.push(Block::Paragraph(self.texts.get("minutes-poll-note")));
    }

    fn poll_row(&self, poll: &PollMinutes) -> Vec<String> {
        let map: Vec<String> =
            poll.map.iter().map(|(name, value)| format!("{name} {}", self.points(value.points()))).collect();
        let Some(figures) = &poll.figures else {
            return [&poll.touchpoint, "0", "", "", "", &map.join("; ")].map(str::to_owned).to_vec();
        };
        let (low, high) = figures.quartiles;
        vec![
            poll.touchpoint.clone(),
            figures.answers.to_string(),
            self.points(figures.mean),
            self.points(figures.median),
            self.texts.with("poll-from-to", &[("low", self.points(low).into()), ("high", self.points(high).into())]),
            map.join("; "),
        ]
    }

    fn points(&self, points: f64) -> String {
        signed(points, 1, self.language)
    }

    fn parking(&self, minutes: &Minutes, out: &mut Vec<Block>) {
        if minutes.parking.is_empty() {
            return;
        }
        out.push(self.heading("parking"));
        let words = |(text, who): &(String, String)| {
            if who.is_empty() { text.clone() } else { format!("{text} ({who})") }
        };
        out.push(Block::Bullets(minutes.parking.iter().map(words).collect()));
    }

    fn glossary(&self, minutes: &Minutes, out: &mut Vec<Block>) {
        if minutes.glossary.is_empty() {
            return;
        }
        out.push(self.heading("glossary"));
        let row = |(term, meaning): &(String, String)| vec![term.clone(), meaning.clone()];
        let rows = minutes.glossary.iter().map(row).collect();
        out.push(self.table(&[("term", 0.3), ("meaning", 0.7)], rows));
    }
}
