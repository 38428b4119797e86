//! Titles that are missing, barriers and strengths on no map, letters that the bundled font does not have.

use super::{Found, ProblemKind, is_drawn};
use crate::model::{CellValue, Document, Journey, Persona, Subject, Touchpoint};

/// How many undrawn characters a problem quotes.
const SAMPLE_CHARS: usize = 8;

pub(super) fn check(document: &Document, found: &mut Found) {
    project(document, found);
    lists(document, found);
    for persona in &document.personas {
        let subject = Subject::Persona(persona.id.clone());
        titled(&subject, &persona.name, found);
        drawn(&subject, persona_texts(persona), found);
    }
    knowledge(document, found);
    for journey in &document.journeys {
        map(journey, found);
    }
}

fn project(document: &Document, found: &mut Found) {
    let info = &document.info;
    let vision = [&info.vision.impression, &info.vision.experience];
    let workshop = &document.workshop;
    let texts = [&info.title, &info.subtitle, &info.company, &info.product, &workshop.notes]
        .into_iter()
        .chain(vision)
        .chain(&info.authors)
        .chain(document.audit.answers.iter().map(|answer| &answer.note))
        .chain(document.comments.iter().flat_map(|comment| [&comment.author, &comment.text]))
        .chain(workshop.agenda.iter().map(|item| &item.title))
        .chain(workshop.parking.iter().map(|item| &item.text))
        .chain(workshop.decisions.iter().flat_map(|decision| [&decision.what, &decision.who]))
        .chain(workshop.glossary.iter().flat_map(|entry| [&entry.term, &entry.meaning]))
        .chain(workshop.votes.iter().map(|vote| &vote.title));
    drawn(&Subject::Project, texts, found);
}

fn lists(document: &Document, found: &mut Found) {
    let channels = document.channels.iter().map(|channel| (Subject::Channel(channel.id.clone()), &channel.name));
    let departments =
        document.departments.iter().map(|department| (Subject::Department(department.id.clone()), &department.name));
    let participants = document
        .participants
        .iter()
        .map(|participant| (Subject::Participant(participant.id.clone()), &participant.name));
    for (subject, name) in channels.chain(departments).chain(participants) {
        titled(&subject, name, found);
        drawn(&subject, [name], found);
    }
    for stop in &document.stops {
        drawn(&Subject::Stop(stop.id.clone()), [&stop.notes], found);
    }
    for metric in &document.metrics {
        drawn(&Subject::Metric(metric.id.clone()), [&metric.title, &metric.period, &metric.unit], found);
    }
    for evidence in &document.evidence {
        let texts = [&evidence.title, &evidence.note, &evidence.link].into_iter().chain(&evidence.respondents);
        let texts = texts.chain(&evidence.transcript);
        drawn(&Subject::Evidence(evidence.id.clone()), texts, found);
    }
}

fn knowledge(document: &Document, found: &mut Found) {
    for barrier in &document.barriers {
        let subject = Subject::Barrier(barrier.id.clone());
        titled(&subject, &barrier.statement, found);
        if barrier.touchpoints.is_empty() && barrier.stage.is_none() {
            found.add(subject.clone(), ProblemKind::Unplaced);
        }
        drawn(&subject, [&barrier.statement, &barrier.notes], found);
    }
    for strength in &document.strengths {
        let subject = Subject::Strength(strength.id.clone());
        titled(&subject, &strength.statement, found);
        if strength.touchpoints.is_empty() {
            found.add(subject.clone(), ProblemKind::Unplaced);
        }
        drawn(&subject, [&strength.statement], found);
    }
    for opportunity in &document.opportunities {
        let subject = Subject::Opportunity(opportunity.id.clone());
        titled(&subject, &opportunity.statement, found);
        drawn(&subject, [&opportunity.statement, &opportunity.notes], found);
    }
}

fn map(journey: &Journey, found: &mut Found) {
    let subject = Subject::Journey(journey.id.clone());
    titled(&subject, &journey.info.title, found);
    drawn(&subject, journey_texts(journey), found);
    for step in &journey.steps {
        drawn(&Subject::Step(journey.id.clone(), step.id.clone()), [&step.title], found);
    }
    for lane in &journey.custom_lanes {
        let subject = Subject::Lane(journey.id.clone(), lane.id.clone());
        titled(&subject, &lane.title, found);
        drawn(&subject, [&lane.title], found);
    }
    for touchpoint in &journey.touchpoints {
        let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
        titled(&subject, &touchpoint.title, found);
        drawn(&subject, touchpoint_texts(touchpoint), found);
    }
    for transition in &journey.transitions {
        drawn(&Subject::Transition(journey.id.clone(), transition.id.clone()), [&transition.reason], found);
    }
}

fn persona_texts(persona: &Persona) -> impl Iterator<Item = &String> {
    let who = &persona.demographics;
    let own = [&persona.name, &persona.quote, &persona.segment, &persona.motivation, &persona.habits, &persona.devices];
    let demographics = [&who.age, &who.gender, &who.place, &who.family, &who.income, &who.occupation];
    let lists = [&persona.goals, &persona.needs, &persona.pains, &persona.expectations];
    own.into_iter()
        .chain(demographics)
        .chain(lists.into_iter().flatten())
        .chain(persona.sliders.iter().flat_map(|slider| [&slider.name, &slider.low, &slider.high]))
        .chain(persona.fields.iter().flat_map(|field| [&field.name, &field.value]))
}

fn journey_texts(journey: &Journey) -> impl Iterator<Item = &String> {
    let info = &journey.info;
    let own = [&info.title, &info.question, &info.scope_from, &info.scope_to, &info.period, &info.currency];
    let stages = info.stages.iter().flat_map(|stage| [&stage.title, &stage.goal, &stage.notes]);
    own.into_iter().chain(&info.authors).chain(stages)
}

fn touchpoint_texts(touchpoint: &Touchpoint) -> impl Iterator<Item = &String> {
    let own = [
        &touchpoint.title,
        &touchpoint.action,
        &touchpoint.need,
        &touchpoint.backstage,
        &touchpoint.systems,
        &touchpoint.notes,
    ];
    let cells = touchpoint.cells.iter().filter_map(|cell| match &cell.value {
        CellValue::Text(text) => Some(text),
        CellValue::Number(_) | CellValue::Picture(_) => None,
    });
    let feelings = touchpoint.feelings.iter().flat_map(|feeling| [&feeling.word, &feeling.quote, &feeling.promise]);
    own.into_iter().chain(feelings).chain(cells)
}

fn titled(subject: &Subject, title: &str, found: &mut Found) {
    if title.trim().is_empty() {
        found.add(subject.clone(), ProblemKind::Untitled);
    }
}

fn drawn<'t>(subject: &Subject, texts: impl IntoIterator<Item = &'t String>, found: &mut Found) {
    let mut sample: Vec<char> = Vec::new();
    for text in texts {
        for character in text.chars().filter(|character| !is_drawn(*character)) {
            if sample.len() < SAMPLE_CHARS && !sample.contains(&character) {
                sample.push(character);
            }
        }
    }
    if !sample.is_empty() {
        let sample = sample.into_iter().collect();
        found.add(subject.clone(), ProblemKind::UndrawnScript { sample });
    }
}
