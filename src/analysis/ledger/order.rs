//! The columns of a table, and the order of its rows by them.

use std::cmp::Ordering;

use super::row::{Item, Kind, Row, Status, rice};
use crate::model::{Date, Document, Opportunity};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// What it says.
    Statement,
    /// The stages where it is met.
    Stage,
    /// The touchpoints where it is met.
    Touchpoints,
    /// The channels where it is met.
    Channel,
    /// The department that owns it.
    Owner,
    /// How bad it is.
    Severity,
    /// How many hit it.
    Frequency,
    /// How many of those leave.
    Leave,
    /// The points it takes from the emotion.
    EmotionCost,
    /// What it keeps the customer from.
    Blocks,
    /// Whom it concerns.
    Personas,
    /// How well it is known.
    Evidence,
    /// How far it is.
    Status,
    /// The day of its last status.
    Since,
    /// Its value to the customer.
    ValueCustomer,
    /// Its value to the business.
    ValueBusiness,
    /// Its effort.
    Effort,
    /// Its cost, once.
    CostOnce,
    /// Its cost per period.
    CostPeriod,
    /// R·I·C/E.
    Rice,
    /// The day it is due.
    Due,
    /// The barriers it closes.
    Closes,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The least first.
    Ascending,
    /// The greatest first.
    Descending,
}

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// The column.
    pub column: Column,
    /// Which end comes first.
    pub direction: Direction,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl Column {
    /// The columns of a kind, from left to right.
    pub fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Barriers => &[
                Self::Statement,
                Self::Severity,
                Self::Status,
                Self::Evidence,
                Self::Owner,
                Self::Stage,
                Self::Touchpoints,
                Self::Channel,
                Self::Frequency,
                Self::Leave,
                Self::EmotionCost,
                Self::Blocks,
                Self::Personas,
                Self::Since,
            ],
            Kind::Opportunities => &[
                Self::Statement,
                Self::ValueCustomer,
                Self::ValueBusiness,
                Self::Effort,
                Self::Status,
                Self::Evidence,
                Self::Owner,
                Self::Due,
                Self::CostOnce,
                Self::CostPeriod,
                Self::Rice,
                Self::Closes,
                Self::Stage,
                Self::Touchpoints,
            ],
            Kind::Strengths => &[Self::Statement, Self::Evidence, Self::Stage, Self::Touchpoints, Self::Channel],
        }
    }

    /// Its name in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Stage => "stage",
            Self::Touchpoints => "touchpoints",
            Self::Channel => "channel",
            Self::Owner => "owner",
            Self::Severity => "severity",
            Self::Frequency => "frequency",
            Self::Leave => "leave",
            Self::EmotionCost => "emotion-cost",
            Self::Blocks => "blocks",
            Self::Personas => "personas",
            Self::Evidence => "evidence",
            Self::Status => "status",
            Self::Since => "since",
            Self::ValueCustomer => "value-customer",
            Self::ValueBusiness => "value-business",
            Self::Effort => "effort",
            Self::CostOnce => "cost-once",
            Self::CostPeriod => "cost-period",
            Self::Rice => "rice",
            Self::Due => "due",
            Self::Closes => "closes",
        }
    }

    /// The end that people want to see first: the worst, the most valuable, the least work.
    pub fn usual_direction(self) -> Direction {
        match self {
            Self::Severity
            | Self::Frequency
            | Self::Leave
            | Self::EmotionCost
            | Self::Evidence
            | Self::Since
            | Self::ValueCustomer
            | Self::ValueBusiness
            | Self::CostOnce
            | Self::CostPeriod
            | Self::Rice
            | Self::Closes => Direction::Descending,
            Self::Statement
            | Self::Stage
            | Self::Touchpoints
            | Self::Channel
            | Self::Owner
            | Self::Blocks
            | Self::Personas
            | Self::Status
            | Self::Effort
            | Self::Due => Direction::Ascending,
        }
    }
}

/// What rows are compared by; nothing comes last, whichever end is first.
#[derive(Debug, Clone, PartialEq)]
enum Key {
    Number(f64),
    Words(String),
}

impl Key {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Words(a), Self::Words(b)) => a.cmp(b),
            (Self::Number(_), Self::Words(_)) => Ordering::Less,
            (Self::Words(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

/// The places of the rows in order: by the keys one after the other, equals by statement and id.
pub(super) fn sorted(document: &Document, rows: &[Row], chosen: Vec<usize>, sort: &[SortKey]) -> Vec<usize> {
    let keyed = |index: usize| {
        let row = rows.get(index)?;
        let keys: Vec<Option<Key>> = sort.iter().map(|by| key(document, row, by.column)).collect();
        Some((keys, alphabetic(row.statement()), index))
    };
    let mut keyed: Vec<_> = chosen.into_iter().filter_map(keyed).collect();
    keyed.sort_by(|(a_keys, a_words, a), (b_keys, b_words, b)| {
        let by_keys = sort.iter().zip(a_keys.iter().zip(b_keys)).map(|(by, (a, b))| match (a, b) {
            (Some(a), Some(b)) if by.direction == Direction::Ascending => a.compare(b),
            (Some(a), Some(b)) => b.compare(a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        // The rows stand by id.
        by_keys.fold(Ordering::Equal, Ordering::then).then_with(|| a_words.cmp(b_words)).then(a.cmp(b))
    });
    keyed.into_iter().map(|(_, _, index)| index).collect()
}

fn key(document: &Document, row: &Row, column: Column) -> Option<Key> {
    let number = |value: Option<f64>| value.map(Key::Number);
    let score = |value: Option<u8>| value.map(|value| Key::Number(f64::from(value)));
    let barrier = |figure: fn(&crate::model::Barrier) -> Option<f64>| match &row.item {
        Item::Barrier(it) => number(figure(it)),
        Item::Opportunity(_) | Item::Strength(_) => None,
    };
    let opportunity = |figure: &dyn Fn(&Opportunity) -> Option<Key>| match &row.item {
        Item::Opportunity(it) => figure(it),
        Item::Barrier(_) | Item::Strength(_) => None,
    };
    match column {
        Column::Statement => words(row.statement()),
        Column::Stage => row.stages.first().map(|stage| Key::Number(stage.index() as f64)),
        Column::Touchpoints => words(&row.places.first()?.title),
        Column::Channel => words(&document.channels.get(row.channels.first()?)?.name),
        Column::Owner => words(&document.departments.get(row.owner()?)?.name),
        Column::Severity => score(row.severity()),
        Column::Frequency => barrier(|it| it.frequency),
        Column::Leave => barrier(|it| it.leave),
        Column::EmotionCost => barrier(|it| it.emotion_cost),
        Column::Blocks => barrier(|it| it.blocks.first().map(|blocks| f64::from(*blocks as u8))),
        Column::Personas => words(&document.personas.get(row.personas().first()?)?.name),
        Column::Evidence => Some(Key::Number(f64::from(row.level as u8))),
        Column::Status => Some(Key::Number(match row.status()? {
            Status::Barrier(status) => f64::from(status as u8),
            Status::Opportunity(status) => f64::from(status as u8),
        })),
        Column::Since => row.since().map(day),
        Column::ValueCustomer => opportunity(&|it| score(it.value_to_customer)),
        Column::ValueBusiness => opportunity(&|it| score(it.value_to_business)),
        Column::Effort => opportunity(&|it| score(it.effort)),
        Column::CostOnce => opportunity(&|it| number(it.cost_once)),
        Column::CostPeriod => opportunity(&|it| number(it.cost_per_period)),
        Column::Rice => opportunity(&|it| number(rice(it))),
        Column::Due => opportunity(&|it| it.due.map(day)),
        Column::Closes => opportunity(&|it| number((!it.barriers.is_empty()).then_some(it.barriers.len() as f64))),
    }
}

fn day(date: Date) -> Key {
    Key::Number(f64::from(date.year()) * 400.0 + f64::from(date.day_of_year()))
}

fn words(text: &str) -> Option<Key> {
    let text = alphabetic(text);
    (!text.is_empty()).then_some(Key::Words(text))
}

/// Words as an index sorts them: capitals and small letters alike, ё beside е.
fn alphabetic(text: &str) -> String {
    text.trim().to_lowercase().replace('ё', "е")
}
