//! The project's own lists: channels, departments, participants, metrics, stops; and the order of what has one.

use std::sync::Arc;

use super::order::{rank_at_end, settle};
use super::{edit, missing};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    Channel, ChannelIcon, ChannelId, Department, DepartmentId, Document, IdSource, Metric, MetricData, MetricId,
    MetricSubject, Participant, ParticipantId, Rank, Stop, Subject, by_rank,
};

/// Adds a channel after the others.
pub fn add_channel(document: &Document, name: &str, icon: ChannelIcon, source: &mut dyn IdSource) -> (Edit, ChannelId) {
    let id = ChannelId::random(source);
    let rank = rank_at_end(document.channels_in_order().iter().map(|it| &it.rank), source);
    let channel = Channel { id: id.clone(), rank, name: name.to_owned(), icon };
    (edit(EditLabel::Add, vec![Command::Put(ItemValue::Channel(channel.into()))]), id)
}

/// Adds a department after the others.
pub fn add_department(document: &Document, name: &str, source: &mut dyn IdSource) -> (Edit, DepartmentId) {
    let id = DepartmentId::random(source);
    let rank = rank_at_end(document.departments_in_order().iter().map(|it| &it.rank), source);
    let department = Department { id: id.clone(), rank, name: name.to_owned() };
    (edit(EditLabel::Add, vec![Command::Put(ItemValue::Department(department.into()))]), id)
}

/// Adds a workshop participant.
pub fn add_participant(
    name: &str,
    department: Option<DepartmentId>,
    source: &mut dyn IdSource,
) -> (Edit, ParticipantId) {
    let id = ParticipantId::random(source);
    let participant = Participant { id: id.clone(), name: name.to_owned(), department };
    (edit(EditLabel::Add, vec![Command::Put(ItemValue::Participant(participant.into()))]), id)
}

/// Adds a metric after the others of its subject.
pub fn add_metric(
    document: &Document,
    subject: &MetricSubject,
    data: MetricData,
    source: &mut dyn IdSource,
) -> (Edit, MetricId) {
    let id = MetricId::random(source);
    let mut ranks: Vec<&Rank> =
        document.metrics.iter().filter(|it| it.subject == *subject).map(|it| &it.rank).collect();
    ranks.sort();
    let metric = Metric {
        id: id.clone(),
        rank: rank_at_end(ranks.into_iter(), source),
        subject: subject.clone(),
        persona: None,
        title: String::new(),
        data,
        period: String::new(),
        unit: String::new(),
        target: None,
    };
    (edit(EditLabel::Add, vec![Command::Put(ItemValue::Metric(metric.into()))]), id)
}

/// Moves a persona, journey, channel, department or stop to a place among its kind, as it will be afterwards.
/// Other things have no such order: then nothing is done.
///
/// # Errors
/// When the thing is missing.
pub fn reorder(
    document: &Document,
    subject: &Subject,
    index: usize,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let commands = match subject {
        Subject::Channel(_) => {
            let all: Vec<Channel> = owned(document.channels_in_order());
            let order = moved(&all, |it| it.id.as_str(), |it| &it.rank, (subject, index), source)?;
            puts(order, |(it, rank)| ItemValue::Channel(Channel { rank, ..it }.into()))
        }
        Subject::Department(_) => {
            let all: Vec<Department> = owned(document.departments_in_order());
            let order = moved(&all, |it| it.id.as_str(), |it| &it.rank, (subject, index), source)?;
            puts(order, |(it, rank)| ItemValue::Department(Department { rank, ..it }.into()))
        }
        Subject::Persona(_) => {
            let all = owned(document.personas_in_order());
            let order = moved(&all, |it| it.id.as_str(), |it| &it.rank, (subject, index), source)?;
            puts(order, |(mut it, rank)| {
                it.rank = rank;
                ItemValue::Persona(it.into())
            })
        }
        Subject::Stop(_) => {
            let all = owned(by_rank(&document.stops));
            let order = moved(&all, |it| it.id.as_str(), |it| &it.rank, (subject, index), source)?;
            puts(order, |(it, rank)| ItemValue::Stop(Stop { rank, ..it }.into()))
        }
        Subject::Journey(_) => {
            let all = owned(document.journeys_in_order());
            let order = moved(&all, |it| it.id.as_str(), |it| &it.info.rank, (subject, index), source)?;
            let set = |(it, rank): (crate::model::Journey, Rank)| {
                let mut info = it.info.as_ref().clone();
                info.rank = rank;
                Command::SetJourney(it.id, info.into())
            };
            order.into_iter().map(set).collect()
        }
        _ => Vec::new(),
    };
    Ok(edit(EditLabel::Reorder, commands))
}

fn owned<T: Clone>(items: Vec<&Arc<T>>) -> Vec<T> {
    items.into_iter().map(|item| item.as_ref().clone()).collect()
}

fn puts<T>(items: Vec<(T, Rank)>, value: impl Fn((T, Rank)) -> ItemValue) -> Vec<Command> {
    items.into_iter().map(|item| Command::Put(value(item))).collect()
}

/// The things that get another rank when one of them moves to a place.
fn moved<T: Clone>(
    items: &[T],
    id: impl Fn(&T) -> &str,
    rank: impl Fn(&T) -> &Rank,
    (subject, index): (&Subject, usize),
    source: &mut dyn IdSource,
) -> Result<Vec<(T, Rank)>, ApplyError> {
    let from = items.iter().position(|item| id(item) == subject.id_text());
    let from = from.ok_or_else(|| missing(&subject.id_text()))?;
    let mut order: Vec<&T> = items.iter().collect();
    let item = order.remove(from);
    let at = index.min(order.len());
    if at == from {
        return Ok(Vec::new());
    }
    let mut wanted: Vec<Option<Rank>> = order.iter().map(|item| Some(rank(item).clone())).collect();
    wanted.insert(at, None);
    order.insert(at, item);
    let ranks = settle(&wanted, source);
    Ok(order.into_iter().cloned().zip(ranks).filter(|(item, new)| rank(item) != new).collect())
}
