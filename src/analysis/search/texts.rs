//! Every text of a document, thing by thing.

use super::{Entry, Group, Notes, Place, fold};
use crate::model::{
    Barrier, CellValue, Channel, Department, Document, Journey, JourneyId, List, Opportunity, Persona, Stage, Strength,
    Subject, Touchpoint,
};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// What a text says of its thing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])* $name,)*
        }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its message is `find-field-…`.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => concat!("find-field-", $key),)* }
            }
        }
    };
}

fields! {
    /// Title, name, statement: what the thing is called.
    Name = "name";
    /// What the customer does.
    Action = "action";
    /// A need.
    Need = "need";
    /// The emotion's word.
    Word = "word";
    /// A thought or a quote.
    Quote = "quote";
    /// What was promised.
    Promise = "promise";
    /// The channel's name.
    Channel = "channel";
    /// The owning department's name.
    Owner = "owner";
    /// What the company does behind it.
    Backstage = "backstage";
    /// Systems that take part.
    Systems = "systems";
    /// Free notes.
    Notes = "notes";
    /// A cell in a lane of the user's own.
    Cell = "cell";
    /// A goal.
    Goal = "goal";
    /// The research question.
    Question = "question";
    /// Where a journey begins and ends.
    Scope = "scope";
    /// A period.
    Period = "period";
    /// Who made it.
    Authors = "authors";
    /// Why customers go a way.
    Reason = "reason";
    /// A subtitle.
    Subtitle = "subtitle";
    /// The company.
    Company = "company";
    /// The product.
    Product = "product";
    /// The CX vision.
    Vision = "vision";
    /// A segment of customers.
    Segment = "segment";
    /// Age, place, family and so on.
    Demographics = "demographics";
    /// What moves a persona.
    Motivation = "motivation";
    /// What hurts.
    Pain = "pain";
    /// What is expected.
    Expectation = "expectation";
    /// Habits.
    Habits = "habits";
    /// Devices.
    Devices = "devices";
    /// A trait between two ends.
    Trait = "trait";
    /// A field of the user's own.
    Own = "own";
    /// What a metric is measured in.
    Unit = "unit";
    /// Where a source is kept.
    Link = "link";
    /// A comment.
    Comment = "comment";
    /// What the presenter says.
    Speech = "speech";
    /// An answer of the audit.
    Audit = "audit";
    /// Who does it.
    Who = "who";
    /// What a word means.
    Meaning = "meaning";
}

/// Collects the texts of one thing.
struct Reader {
    place: Place,
    entries: Vec<Entry>,
}

impl Reader {
    fn of(subject: Subject) -> Self {
        Self { place: Place::Thing(subject), entries: Vec::new() }
    }

    fn add(&mut self, field: Field, text: &str) -> &mut Self {
        if !text.trim().is_empty() {
            let (text, folded) = (text.to_owned(), fold::fold(text));
            self.entries.push(Entry { place: self.place.clone(), field, text, folded });
        }
        self
    }

    fn all(&mut self, field: Field, texts: &[String]) -> &mut Self {
        for text in texts {
            self.add(field, text);
        }
        self
    }

    fn group(&mut self) -> Group {
        std::mem::take(&mut self.entries).into()
    }
}

/// The journey itself, its stages, steps and lanes.
pub(super) fn journey(journey: &Journey, stages: &[String; 5]) -> Vec<Group> {
    let info = &journey.info;
    let mut reader = Reader::of(Subject::Journey(journey.id.clone()));
    reader.add(Field::Name, &info.title).add(Field::Question, &info.question);
    reader.add(Field::Scope, &info.scope_from).add(Field::Scope, &info.scope_to).add(Field::Period, &info.period);
    reader.all(Field::Authors, &info.authors);
    let mut groups = vec![reader.group()];
    for ((stage, info), usual) in Stage::ALL.into_iter().zip(&info.stages).zip(stages) {
        let mut reader = Reader::of(Subject::Stage(journey.id.clone(), stage));
        let name = if info.title.trim().is_empty() { usual } else { &info.title };
        reader.add(Field::Name, name).add(Field::Goal, &info.goal).add(Field::Notes, &info.notes);
        groups.push(reader.group());
        for step in journey.steps_in_order().into_iter().filter(|step| step.stage == stage) {
            let subject = Subject::Step(journey.id.clone(), step.id.clone());
            groups.push(Reader::of(subject).add(Field::Name, &step.title).group());
        }
    }
    groups.extend(journey.custom_lanes.iter().map(|lane| {
        let subject = Subject::Lane(journey.id.clone(), lane.id.clone());
        Reader::of(subject).add(Field::Name, &lane.title).group()
    }));
    groups
}

/// A touchpoint, with the names of its channel and of its department, which its card shows.
pub(super) fn touchpoint(
    journey: &JourneyId,
    it: &Touchpoint,
    (channels, departments): (&List<Channel>, &List<Department>),
) -> Group {
    let mut reader = Reader::of(Subject::Touchpoint(journey.clone(), it.id.clone()));
    reader.add(Field::Name, &it.title).add(Field::Action, &it.action).add(Field::Need, &it.need);
    for feeling in &it.feelings {
        reader.add(Field::Quote, &feeling.quote).add(Field::Word, &feeling.word).add(Field::Promise, &feeling.promise);
    }
    if let Some(channel) = it.channel.as_ref().and_then(|id| channels.get(id)) {
        reader.add(Field::Channel, &channel.name);
    }
    reader.add(Field::Backstage, &it.backstage).add(Field::Systems, &it.systems);
    if let Some(department) = it.department.as_ref().and_then(|id| departments.get(id)) {
        reader.add(Field::Owner, &department.name);
    }
    for cell in &it.cells {
        if let CellValue::Text(text) = &cell.value {
            reader.add(Field::Cell, text);
        }
    }
    reader.add(Field::Notes, &it.notes).group()
}

pub(super) fn transitions(journey: &Journey) -> impl Iterator<Item = Group> + '_ {
    let told = journey.transitions.iter().filter(|it| !it.reason.is_empty());
    told.map(|it| {
        Reader::of(Subject::Transition(journey.id.clone(), it.id.clone())).add(Field::Reason, &it.reason).group()
    })
}

pub(super) fn barrier(it: &Barrier) -> Group {
    let mut reader = Reader::of(Subject::Barrier(it.id.clone()));
    reader.add(Field::Name, &it.statement).add(Field::Notes, &it.notes).group()
}

pub(super) fn opportunity(it: &Opportunity) -> Group {
    let mut reader = Reader::of(Subject::Opportunity(it.id.clone()));
    reader.add(Field::Name, &it.statement).add(Field::Notes, &it.notes).group()
}

pub(super) fn strength(it: &Strength) -> Group {
    Reader::of(Subject::Strength(it.id.clone())).add(Field::Name, &it.statement).group()
}

pub(super) fn metrics(document: &Document) -> impl Iterator<Item = Group> + '_ {
    document.metrics.iter().map(|it| {
        let mut reader = Reader::of(Subject::Metric(it.id.clone()));
        reader.add(Field::Name, &it.title).add(Field::Unit, &it.unit).add(Field::Period, &it.period).group()
    })
}

fn persona(it: &Persona) -> Group {
    let mut reader = Reader::of(Subject::Persona(it.id.clone()));
    reader.add(Field::Name, &it.name).add(Field::Quote, &it.quote).add(Field::Segment, &it.segment);
    let who = &it.demographics;
    for text in [&who.age, &who.gender, &who.place, &who.family, &who.income, &who.occupation] {
        reader.add(Field::Demographics, text);
    }
    reader.add(Field::Motivation, &it.motivation);
    reader.all(Field::Goal, &it.goals).all(Field::Need, &it.needs).all(Field::Pain, &it.pains);
    reader.all(Field::Expectation, &it.expectations);
    reader.add(Field::Habits, &it.habits).add(Field::Devices, &it.devices);
    for slider in &it.sliders {
        reader.add(Field::Trait, &slider.name).add(Field::Trait, &slider.low).add(Field::Trait, &slider.high);
    }
    for field in &it.fields {
        reader.add(Field::Own, &field.name).add(Field::Own, &field.value);
    }
    reader.group()
}

/// Personas, sources, the project with its lists, comments, the show and the workshop.
pub(super) fn rest(document: &Document) -> Vec<Group> {
    let mut groups: Vec<Group> = document.personas_in_order().into_iter().map(|it| persona(it)).collect();
    groups.extend(document.evidence.iter().map(|it| {
        let mut reader = Reader::of(Subject::Evidence(it.id.clone()));
        reader.add(Field::Name, &it.title).add(Field::Quote, &it.note).add(Field::Link, &it.link).group()
    }));
    groups.push(project(document));
    let named = |subject: Subject, name: &str| Reader::of(subject).add(Field::Name, name).group();
    groups.extend(document.channels_in_order().iter().map(|it| named(Subject::Channel(it.id.clone()), &it.name)));
    groups.extend(document.departments_in_order().iter().map(|it| named(Subject::Department(it.id.clone()), &it.name)));
    groups.extend(document.participants.iter().map(|it| named(Subject::Participant(it.id.clone()), &it.name)));
    groups.extend(
        document.comments.iter().map(|it| Reader::of(it.subject.clone()).add(Field::Comment, &it.text).group()),
    );
    groups.extend(
        document.stops.iter().map(|it| Reader::of(Subject::Stop(it.id.clone())).add(Field::Speech, &it.notes).group()),
    );
    groups.extend(workshop(document));
    groups.retain(|group| !group.is_empty());
    groups
}

fn project(document: &Document) -> Group {
    let info = &document.info;
    let mut reader = Reader::of(Subject::Project);
    reader.add(Field::Name, &info.title).add(Field::Subtitle, &info.subtitle);
    reader.add(Field::Company, &info.company).add(Field::Product, &info.product).all(Field::Authors, &info.authors);
    reader.add(Field::Vision, &info.vision.impression).add(Field::Vision, &info.vision.experience);
    for answer in &document.audit.answers {
        reader.add(Field::Audit, &answer.note);
    }
    reader.group()
}

fn workshop(document: &Document) -> Vec<Group> {
    let workshop = &document.workshop;
    let told = |notes: Notes, texts: &[(Field, &str)]| -> Group {
        let mut reader = Reader { place: Place::Workshop(notes), entries: Vec::new() };
        for (field, text) in texts {
            reader.add(*field, text);
        }
        reader.group()
    };
    let mut groups: Vec<Group> = Vec::new();
    groups.extend(workshop.agenda_in_order().iter().map(|it| told(Notes::Agenda, &[(Field::Name, &it.title)])));
    groups.extend(workshop.votes_in_order().iter().map(|it| told(Notes::Votes, &[(Field::Name, &it.title)])));
    groups.extend(
        workshop
            .decisions_in_order()
            .iter()
            .map(|it| told(Notes::Decisions, &[(Field::Name, &it.what), (Field::Who, &it.who)])),
    );
    groups.extend(workshop.parking_in_order().iter().map(|it| told(Notes::Parking, &[(Field::Name, &it.text)])));
    groups.extend(
        workshop
            .glossary_in_order()
            .iter()
            .map(|it| told(Notes::Glossary, &[(Field::Name, &it.term), (Field::Meaning, &it.meaning)])),
    );
    groups.push(told(Notes::Free, &[(Field::Notes, &workshop.notes)]));
    groups
}
