//! The file's single values: text, ids, ranks, numbers, dates, pictures; each refuses what the model could not hold.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::value::Value;
use crate::format::complaint::Complaint;
use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};
use crate::model::limits::{MAX_PICTURE_BYTES, MAX_TEXT_BYTES};
use crate::model::{self, IdError};

/// Text in quotes.
#[derive(Debug, Default)]
pub(crate) struct Text(String);

/// Reads text in quotes through a function, without a copy in between.
pub(super) struct Quoted<F>(pub(super) F);

impl<T, F: FnOnce(&str) -> Result<T, Complaint>> Visitor<'_> for Quoted<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text in quotes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.len() > MAX_TEXT_BYTES {
            return Err(D::Error::custom(Complaint::TextTooLong));
        }
        Ok(Self(text))
    }
}

impl Value for Text {
    type Model = String;

    fn into_model(self) -> String {
        self.0
    }

    fn is_default(model: &String) -> bool {
        model.is_empty()
    }

    fn write(model: &String, out: &mut Writer<'_>) -> Result<(), WriteError> {
        out.text(model)
    }
}

/// An id of one kind.
#[derive(Debug)]
pub(crate) struct Id<I>(I);

/// The ids of the model, seen alike.
pub(crate) trait ModelId: Sized {
    fn read(text: &str) -> Result<Self, IdError>;
    fn text(&self) -> &str;
}

macro_rules! model_ids {
    ($($name:ident,)*) => {$(
        impl ModelId for model::$name {
            fn read(text: &str) -> Result<Self, IdError> {
                Self::parse(text)
            }
            fn text(&self) -> &str {
                self.as_str()
            }
        }
    )*};
}

model_ids! {
    AgendaItemId, BarrierId, ChannelId, CommentId, DecisionId, DepartmentId, EvidenceId, GlossaryId, JourneyId, LaneId,
    MetricId, OpportunityId, ParkingId, ParticipantId, PersonaId, PollId, StepId, StopId, StrengthId, TouchpointId,
    TransitionId, VoteId,
}

impl<'de, I: ModelId> Deserialize<'de> for Id<I> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| {
            I::read(text).map(Self).map_err(|error| match error {
                IdError::Prefix { prefix } => Complaint::IdPrefix { prefix: prefix.to_owned() },
                IdError::Characters => Complaint::IdCharacters,
                IdError::TooLong => Complaint::IdTooLong,
            })
        };
        deserializer.deserialize_str(Quoted(read))
    }
}

impl<I: ModelId> Value for Id<I> {
    type Model = I;

    fn into_model(self) -> I {
        self.0
    }

    fn write(model: &I, out: &mut Writer<'_>) -> Result<(), WriteError> {
        out.id(model.text());
        Ok(())
    }
}

/// A place in an order.
#[derive(Debug, Default)]
pub(crate) struct Rank(model::Rank);

impl<'de> Deserialize<'de> for Rank {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| model::Rank::parse(text).map(Self).ok_or(Complaint::Rank);
        deserializer.deserialize_str(Quoted(read))
    }
}

impl Value for Rank {
    type Model = model::Rank;

    fn into_model(self) -> model::Rank {
        self.0
    }

    fn is_default(model: &model::Rank) -> bool {
        model.is_empty()
    }

    fn write(model: &model::Rank, out: &mut Writer<'_>) -> Result<(), WriteError> {
        out.plain(model.as_str());
        Ok(())
    }
}

/// A finite number.
#[derive(Debug, Default)]
pub(crate) struct Number(f64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        if number.is_finite() { Ok(Self(number)) } else { Err(D::Error::custom(Complaint::NotFinite)) }
    }
}

impl Value for Number {
    type Model = f64;

    fn into_model(self) -> f64 {
        self.0
    }

    fn is_default(model: &f64) -> bool {
        // −0 is not left out: it must come back as it was.
        model.to_bits() == 0
    }

    fn write(model: &f64, out: &mut Writer<'_>) -> Result<(), WriteError> {
        out.number(*model)
    }
}

/// How something feels, in points.
#[derive(Debug)]
pub(crate) struct Emotion(model::Emotion);

impl<'de> Deserialize<'de> for Emotion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = f64::deserialize(deserializer)?;
        match model::Emotion::from_points(points) {
            Some(emotion) if emotion.points() == points => Ok(Self(emotion)),
            _ => Err(D::Error::custom(Complaint::Emotion)),
        }
    }
}

impl Value for Emotion {
    type Model = model::Emotion;

    fn into_model(self) -> model::Emotion {
        self.0
    }

    fn write(model: &model::Emotion, out: &mut Writer<'_>) -> Result<(), WriteError> {
        out.number(model.points())
    }
}

macro_rules! wholes {
    ($($ty:ty),*) => {$(
        impl Value for $ty {
            type Model = Self;

            fn into_model(self) -> Self {
                self
            }

            fn is_default(model: &Self) -> bool {
                *model == 0
            }

            fn write(model: &Self, out: &mut Writer<'_>) -> Result<(), WriteError> {
                out.whole(u64::from(*model));
                Ok(())
            }
        }
    )*};
}

wholes!(u8, u16, u32, u64);

impl Value for bool {
    type Model = Self;

    fn into_model(self) -> Self {
        self
    }

    fn is_default(model: &Self) -> bool {
        !*model
    }

    fn write(model: &Self, out: &mut Writer<'_>) -> Result<(), WriteError> {
        out.word(if *model { "true" } else { "false" });
        Ok(())
    }
}

/// A calendar date, `2026-11-22`.
#[derive(Debug)]
pub(crate) struct Date(model::Date);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| {
            let date: Option<model::Date> = text.parse().ok();
            // Other spellings of a date would come back differently.
            date.filter(|date| date.to_string() == text).map(Self).ok_or(Complaint::Date)
        };
        deserializer.deserialize_str(Quoted(read))
    }
}

impl Value for Date {
    type Model = model::Date;

    fn into_model(self) -> model::Date {
        self.0
    }

    fn write(model: &model::Date, out: &mut Writer<'_>) -> Result<(), WriteError> {
        out.plain(&model.to_string());
        Ok(())
    }
}

/// An embedded picture, `png("…")`.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Picture {
    Png(Base64),
    Jpeg(Base64),
}

/// Bytes in base64.
#[derive(Debug)]
pub(crate) struct Base64(Arc<[u8]>);

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| {
            if text.len() / 4 * 3 > MAX_PICTURE_BYTES + 3 {
                return Err(Complaint::PictureTooLarge);
            }
            let bytes = STANDARD.decode(text).map_err(|_not_base64| Complaint::Base64)?;
            if bytes.len() > MAX_PICTURE_BYTES { Err(Complaint::PictureTooLarge) } else { Ok(Self(bytes.into())) }
        };
        deserializer.deserialize_str(Quoted(read))
    }
}

impl Value for Picture {
    type Model = model::Picture;
    const IN_LIST: Layout = Layout::Block;

    fn into_model(self) -> model::Picture {
        let (format, Base64(bytes)) = match self {
            Self::Png(bytes) => (model::PictureFormat::Png, bytes),
            Self::Jpeg(bytes) => (model::PictureFormat::Jpeg, bytes),
        };
        model::Picture { format, bytes }
    }

    fn write(model: &model::Picture, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let model::Picture { format, bytes } = model;
        out.word(match format {
            model::PictureFormat::Png => "png(",
            model::PictureFormat::Jpeg => "jpeg(",
        });
        out.bytes(bytes)?;
        out.word(")");
        Ok(())
    }
}

/// Two values in brackets.
impl<A: Value, B: Value> Value for (A, B) {
    type Model = (A::Model, B::Model);

    fn into_model(self) -> Self::Model {
        (self.0.into_model(), self.1.into_model())
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let (a, b) = model;
        write_parts::<A, B>(out, a, b)
    }
}

/// Writes `(a, b)`.
pub(super) fn write_parts<A: Value, B: Value>(
    out: &mut Writer<'_>,
    a: &A::Model,
    b: &B::Model,
) -> Result<(), WriteError> {
    out.word("(");
    A::write(a, out)?;
    out.word(", ");
    B::write(b, out)?;
    out.word(")");
    Ok(())
}

/// Writes `name(part)`.
pub(super) fn write_part<A: Value>(out: &mut Writer<'_>, name: &str, a: &A::Model) -> Result<(), WriteError> {
    out.word(name);
    out.word("(");
    A::write(a, out)?;
    out.word(")");
    Ok(())
}

/// Keeps a type parameter that only names what is read.
pub(super) type Reads<T> = PhantomData<fn() -> T>;
