//! The places of a table → a piece of a project.

use std::collections::BTreeMap;

use super::field::{Field, plain};
use super::lists::{Lists, channel_names};
use super::mapping::{Known, Mapping, Ways};
use super::note::{Note, NoteKind};
use super::places::{Entry, Place};
use super::scale::{Fit, read};
use crate::exchange::lines::lines;
use crate::model::{
    BarrierId, CellValue, Emotion, IdSource, Journey, JourneyId, JourneyInfo, LaneId, OpportunityId, PersonaId, Piece,
    Rank, Stage, Step, StepId, StrengthId, Subject, Touchpoint, TouchpointId, Transition, TransitionId,
};

/// What the places make, and what could not be taken as it is.
pub(super) fn piece(
    places: &[Place<'_>],
    mapping: &Mapping,
    known: &Known<'_>,
    ids: &mut dyn IdSource,
) -> (Piece, Vec<Note>) {
    let journey = JourneyId::random(ids);
    let mut building = Building {
        mapping,
        known,
        ids,
        journey,
        info: JourneyInfo::default(),
        steps: Vec::new(),
        known_steps: BTreeMap::new(),
        lists: Lists::default(),
        groups: Vec::new(),
        picked: Vec::new(),
        notes: Vec::new(),
    };
    for place in places {
        building.place(place);
    }
    building.finish()
}

pub(super) struct Building<'a> {
    mapping: &'a Mapping,
    pub(super) known: &'a Known<'a>,
    pub(super) ids: &'a mut dyn IdSource,
    journey: JourneyId,
    info: JourneyInfo,
    steps: Vec<Step>,
    /// The steps by stage and plain title.
    known_steps: BTreeMap<(Stage, String), StepId>,
    pub(super) lists: Lists,
    /// The touchpoints of each place.
    groups: Vec<Vec<Touchpoint>>,
    picked: Vec<Subject>,
    notes: Vec<Note>,
}

impl Building<'_> {
    fn note(&mut self, entry: &Entry<'_>, kind: NoteKind) {
        self.notes.push(Note { row: entry.row, column: entry.column, kind });
    }

    fn place(&mut self, place: &Place<'_>) {
        let titles = place.entries.iter().filter(|entry| entry.field == Field::Touchpoint);
        let titles: Vec<&str> = titles.flat_map(|entry| lines(entry.text)).collect();
        let said: Vec<&Entry<'_>> = place.entries.iter().filter(|entry| entry.field != Field::Touchpoint).collect();
        let mut touchpoints = Vec::with_capacity(titles.len());
        if !titles.is_empty() {
            let step = self.step(place);
            for title in titles {
                let id = TouchpointId::random(self.ids);
                let blank = Touchpoint::new(id, step.clone(), Rank::default(), Rank::default());
                touchpoints.push(Touchpoint { title: title.to_owned(), ..blank });
            }
        }
        for entry in said {
            self.say(entry, place.stage, &mut touchpoints);
        }
        if !touchpoints.is_empty() {
            self.groups.push(touchpoints);
        }
    }

    fn step(&mut self, place: &Place<'_>) -> StepId {
        let key = (place.stage, plain(place.step));
        if let Some(known) = self.known_steps.get(&key) {
            return known.clone();
        }
        let id = StepId::random(self.ids);
        self.known_steps.insert(key, id.clone());
        let title = place.step.to_owned();
        if !title.is_empty() {
            self.picked.push(Subject::Step(self.journey.clone(), id.clone()));
        }
        self.steps.push(Step { id: id.clone(), stage: place.stage, rank: Rank::default(), title });
        id
    }

    /// Takes what a cell says of the place's touchpoints.
    fn say(&mut self, entry: &Entry<'_>, stage: Stage, touchpoints: &mut [Touchpoint]) {
        match entry.field {
            Field::Goal => self.goal(entry, stage),
            Field::Barrier | Field::Strength | Field::Opportunity => self.claims(entry, stage, touchpoints),
            _ if touchpoints.is_empty() => {
                let text = entry.text.to_owned();
                self.note(entry, NoteKind::NoTouchpoint { field: entry.field, text });
            }
            Field::Emotion | Field::Expectation => self.emotions(entry, touchpoints),
            Field::Channel => self.channels(entry, touchpoints),
            Field::Department => {
                for (touchpoint, text) in self.each(entry, touchpoints, Alone::All) {
                    touchpoint.department = Some(self.department(&text));
                }
            }
            Field::Own => {
                let lane = self.lane(entry);
                for (touchpoint, text) in self.each(entry, touchpoints, Alone::First) {
                    touchpoint.set_cell(&lane, Some(CellValue::Text(text)));
                }
            }
            Field::Thought | Field::Word => {
                let persona = self.persona(entry);
                for (touchpoint, text) in self.each(entry, touchpoints, Alone::First) {
                    let feeling = touchpoint.feeling_mut(&persona);
                    add_line(if entry.field == Field::Word { &mut feeling.word } else { &mut feeling.quote }, &text);
                }
            }
            field => {
                for (touchpoint, text) in self.each(entry, touchpoints, Alone::First) {
                    if let Some(words) = words_of(touchpoint, field) {
                        add_line(words, &text);
                    }
                }
            }
        }
    }

    /// A cell's text by touchpoints: all of it for one; for several its lines in order, what is left over for the last.
    fn each<'t>(
        &mut self,
        entry: &Entry<'_>,
        touchpoints: &'t mut [Touchpoint],
        alone: Alone,
    ) -> Vec<(&'t mut Touchpoint, String)> {
        let count = touchpoints.len();
        if count == 1 {
            return touchpoints.iter_mut().map(|touchpoint| (touchpoint, entry.text.trim().to_owned())).collect();
        }
        let lines = lines(entry.text);
        if lines.len() == 1 && alone == Alone::All {
            return touchpoints.iter_mut().map(|touchpoint| (touchpoint, entry.text.trim().to_owned())).collect();
        }
        if lines.len() != count {
            self.note(entry, NoteKind::Lines { lines: lines.len(), touchpoints: count });
        }
        let mut shares: Vec<String> = vec![String::new(); count];
        for (index, line) in lines.iter().enumerate() {
            if let Some(share) = shares.get_mut(index.min(count - 1)) {
                add_line(share, line);
            }
        }
        touchpoints.iter_mut().zip(shares).filter(|(_, share)| !share.is_empty()).collect()
    }

    fn emotions(&mut self, entry: &Entry<'_>, touchpoints: &mut [Touchpoint]) {
        let persona = self.persona(entry);
        let scale = self.mapping.scale;
        for (touchpoint, text) in self.each(entry, touchpoints, Alone::All) {
            let found = read(&text.replace('\n', " "), scale);
            let points = found.emotion.map_or(0.0, Emotion::points);
            let kind = match (found.fit, entry.field) {
                (Fit::Exact, _) => None,
                (Fit::About, _) => Some(NoteKind::About { text: text.clone(), points }),
                (Fit::Outside, _) => Some(NoteKind::Outside { text: text.clone(), points }),
                (Fit::None, Field::Emotion) => Some(NoteKind::NoNumber { text: text.clone(), scale }),
                (Fit::None, _) => Some(NoteKind::NoExpectation { text: text.clone(), scale }),
            };
            if let Some(kind) = kind {
                self.note(entry, kind);
            }
            let feeling = touchpoint.feeling_mut(&persona);
            if entry.field == Field::Expectation {
                feeling.expectation = found.emotion.or(feeling.expectation);
            } else {
                feeling.emotion = found.emotion.or(feeling.emotion);
                if !found.word.is_empty() {
                    add_line(&mut feeling.word, &found.word);
                }
            }
        }
    }

    fn channels(&mut self, entry: &Entry<'_>, touchpoints: &mut [Touchpoint]) {
        for (touchpoint, text) in self.each(entry, touchpoints, Alone::All) {
            let names = channel_names(&text);
            let Some(first) = names.first() else { continue };
            if names.len() > 1 {
                self.note(entry, NoteKind::OneChannel { text: (*first).to_owned() });
            }
            touchpoint.channel = Some(self.channel(first));
        }
    }

    fn claims(&mut self, entry: &Entry<'_>, stage: Stage, touchpoints: &[Touchpoint]) {
        let lines = lines(entry.text);
        let count = touchpoints.len();
        if count > 1 && lines.len() != count {
            self.note(entry, NoteKind::Lines { lines: lines.len(), touchpoints: count });
        }
        if count == 0 && entry.field == Field::Barrier {
            self.note(entry, NoteKind::AtStage);
        }
        for (index, line) in lines.into_iter().enumerate() {
            let at = touchpoints.get(index.min(count.saturating_sub(1))).map(|touchpoint| touchpoint.id.clone());
            match entry.field {
                Field::Barrier => {
                    let stage = at.is_none().then(|| (self.journey.clone(), stage));
                    self.lists.barrier(line, at, stage, || BarrierId::random(self.ids));
                }
                Field::Strength => self.lists.strength(line, at, || StrengthId::random(self.ids)),
                _ => self.lists.opportunity(line, at, || OpportunityId::random(self.ids)),
            }
        }
    }

    fn goal(&mut self, entry: &Entry<'_>, stage: Stage) {
        let Some(words) = self.info.stages.get_mut(stage.index()) else { return };
        if words.goal.is_empty() {
            entry.text.clone_into(&mut words.goal);
        } else if words.goal != entry.text {
            self.note(entry, NoteKind::SecondGoal { text: entry.text.to_owned() });
        }
    }

    /// Whose feelings the cell's head speaks of.
    fn persona(&mut self, entry: &Entry<'_>) -> PersonaId {
        let name = self.mapping.heads.get(entry.head).map_or("", |head| head.persona.as_str());
        self.persona_named(name)
    }

    fn lane(&mut self, entry: &Entry<'_>) -> LaneId {
        let label = self.mapping.heads.get(entry.head).map_or("", |head| head.label.trim());
        self.lists.lane(entry.head, label, || LaneId::random(self.ids))
    }

    fn finish(mut self) -> (Piece, Vec<Note>) {
        self.place_touchpoints();
        let touchpoints: Vec<Touchpoint> = self.groups.into_iter().flatten().collect();
        let mut ways = Vec::new();
        if self.mapping.ways == Ways::InOrder {
            for (from, to) in touchpoints.iter().zip(touchpoints.iter().skip(1)) {
                ways.push(Transition::new(TransitionId::random(self.ids), from.id.clone(), to.id.clone()));
            }
        }
        for stage in Stage::ALL {
            if self.steps.iter().all(|step| step.stage != stage) {
                let id = StepId::random(self.ids);
                self.steps.push(Step { id, stage, rank: Rank::default(), title: String::new() });
            }
        }
        let ranks = Rank::spread(self.steps.len());
        for (step, rank) in self.steps.iter_mut().zip(ranks) {
            step.rank = rank;
        }
        let subject = |it: &Touchpoint| Subject::Touchpoint(self.journey.clone(), it.id.clone());
        let mut picked: Vec<Subject> = touchpoints.iter().map(subject).collect();
        picked.append(&mut self.picked);
        let mut journey = Journey::new(self.journey, self.steps.into_iter().collect());
        let mut info = self.info;
        info.personas = self.lists.personas_in_order();
        journey.info = info.into();
        journey.custom_lanes = self.lists.lanes();
        journey.touchpoints = touchpoints.into_iter().collect();
        journey.transitions = ways.into_iter().collect();
        let mut document = self.lists.into_document();
        document.journeys.put(journey);
        document.info = crate::model::ProjectInfo { language: self.known.language, ..Default::default() }.into();
        self.notes.sort_by_key(|note| (note.row, note.column));
        (Piece { picked, document, ..Piece::default() }, self.notes)
    }

    /// Connected touchpoints have a column each; others stand as they do in their cell.
    fn place_touchpoints(&mut self) {
        let in_order = self.mapping.ways == Ways::InOrder;
        let count = if in_order { self.groups.iter().map(Vec::len).sum() } else { self.groups.len() };
        let mut columns = Rank::spread(count).into_iter();
        for group in &mut self.groups {
            let rows = Rank::spread(group.len());
            let mut column = columns.next().unwrap_or_default();
            let last = group.len().saturating_sub(1);
            for (index, (touchpoint, row)) in group.iter_mut().zip(rows).enumerate() {
                touchpoint.column = column.clone();
                touchpoint.row = row;
                if in_order && index < last {
                    column = columns.next().unwrap_or_default();
                }
            }
        }
    }
}

/// Whom a single line is said of, where there are several touchpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alone {
    /// Of the first.
    First,
    /// Of all of them.
    All,
}

fn words_of(touchpoint: &mut Touchpoint, field: Field) -> Option<&mut String> {
    match field {
        Field::Action => Some(&mut touchpoint.action),
        Field::Need => Some(&mut touchpoint.need),
        Field::Backstage => Some(&mut touchpoint.backstage),
        Field::Systems => Some(&mut touchpoint.systems),
        Field::Notes => Some(&mut touchpoint.notes),
        _ => None,
    }
}

/// A line below what is said already.
fn add_line(said: &mut String, line: &str) {
    if !said.is_empty() {
        said.push('\n');
    }
    said.push_str(line);
}
