//! The file's lists: capped while they are read, ids and keys each once, sorted where the model wants it.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::leaf::Reads;
use super::value::Value;
use crate::format::complaint::Complaint;
use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};
use crate::model::limits::{MAX_ITEMS, MAX_TOUCHPOINTS};
use crate::model::{self, Item, List};

/// Reads the items of a list into the model's values, and stops at the caps before more is built.
struct Capped<V>(Reads<V>);

impl<'de, V: Value + Deserialize<'de>> Visitor<'de> for Capped<V> {
    type Value = Vec<V::Model>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        let mut touchpoints = 0;
        while let Some(item) = items.next_element::<V>()? {
            if values.len() == MAX_ITEMS {
                return Err(A::Error::custom(Complaint::TooManyItems));
            }
            let value = item.into_model();
            touchpoints += V::touchpoints(&value);
            if touchpoints > MAX_TOUCHPOINTS {
                return Err(A::Error::custom(Complaint::TooManyTouchpoints));
            }
            values.push(value);
        }
        Ok(values)
    }
}

/// Finds the first item whose key an earlier one has: their indices.
fn twice<K: Ord>(keys: &[K]) -> Option<(usize, usize)> {
    if keys.is_sorted_by(|a, b| a < b) {
        return None;
    }
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|a, b| keys.get(*a).cmp(&keys.get(*b)).then(a.cmp(b)));
    let pairs = order.iter().zip(order.iter().skip(1));
    let doubled = pairs.filter(|(first, second)| keys.get(**first) == keys.get(**second));
    doubled.map(|(first, second)| (*first, *second)).min_by_key(|(_, second)| *second)
}

fn check_twice<K: Ord, E: Error>(keys: &[K]) -> Result<(), E> {
    twice(keys).map_or(Ok(()), |(first, second)| Err(E::custom(Complaint::Twice { first, second })))
}

/// A list in the order it is written in.
#[derive(Debug)]
pub(crate) struct Many<V: Value>(Vec<V::Model>);

/// Wraps each value in the pointer that the model keeps it by.
#[derive(Debug, serde::Deserialize)]
#[serde(transparent)]
struct Pointed<V>(V);

impl<V: Value> Value for Pointed<V> {
    type Model = Arc<V::Model>;

    fn into_model(self) -> Self::Model {
        Arc::new(self.0.into_model())
    }

    fn touchpoints(model: &Self::Model) -> usize {
        V::touchpoints(model)
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        V::write(model, out)
    }
}

fn write_list<'m, V: Value>(
    items: impl ExactSizeIterator<Item = &'m V::Model>,
    layout: Layout,
    out: &mut Writer<'_>,
) -> Result<(), WriteError>
where
    V::Model: 'm,
{
    out.open_list(layout, items.len())?;
    for item in items {
        out.item()?;
        V::write(item, out)?;
    }
    out.close();
    Ok(())
}

impl<V: Value> Default for Many<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Value + Deserialize<'de>> Deserialize<'de> for Many<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Capped::<V>(PhantomData)).map(Self)
    }
}

impl<V: Value> Value for Many<V> {
    type Model = Vec<V::Model>;

    fn into_model(self) -> Self::Model {
        self.0
    }

    fn is_default(model: &Self::Model) -> bool {
        model.is_empty()
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        write_list::<V>(model.iter(), V::IN_LIST, out)
    }
}

/// A list of things with ids, written in the order of their ids; each id once.
#[derive(Debug)]
pub(crate) struct Items<V: Value>(List<V::Model>);

impl<V: Value> Default for Items<V> {
    fn default() -> Self {
        Self(List::default())
    }
}

impl<'de, V: Value + Deserialize<'de>> Deserialize<'de> for Items<V>
where
    V::Model: Item,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = deserializer.deserialize_seq(Capped::<Pointed<V>>(PhantomData))?;
        let ids: Vec<_> = items.iter().map(|item| item.id()).collect();
        check_twice::<_, D::Error>(&ids)?;
        Ok(Self(items.into_iter().collect()))
    }
}

impl<V: Value> Value for Items<V> {
    type Model = List<V::Model>;

    fn into_model(self) -> Self::Model {
        self.0
    }

    fn is_default(model: &Self::Model) -> bool {
        model.is_empty()
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        write_list::<V>(model.iter().map(AsRef::as_ref), Layout::Block, out)
    }
}

/// A value of the model that stands in a list sorted by a key, each key once.
pub(crate) trait Keyed {
    type Key<'k>: Ord
    where
        Self: 'k;
    fn key(&self) -> Self::Key<'_>;
}

impl Keyed for model::Feeling {
    type Key<'k> = &'k model::PersonaId;
    fn key(&self) -> &model::PersonaId {
        &self.persona
    }
}

impl Keyed for model::Cell {
    type Key<'k> = &'k model::LaneId;
    fn key(&self) -> &model::LaneId {
        &self.lane
    }
}

impl Keyed for model::PersonaPath {
    type Key<'k> = &'k model::PersonaId;
    fn key(&self) -> &model::PersonaId {
        &self.persona
    }
}

impl Keyed for model::AuditAnswer {
    type Key<'k> = (model::Component, u8);
    fn key(&self) -> (model::Component, u8) {
        (self.component, self.question)
    }
}

impl Keyed for model::Blocks {
    type Key<'k> = Self;
    fn key(&self) -> Self {
        *self
    }
}

/// A list sorted by the items' keys, each key once.
#[derive(Debug)]
pub(crate) struct ByKey<V: Value>(pub(super) Vec<V::Model>);

impl<V: Value> Default for ByKey<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Value + Deserialize<'de>> Deserialize<'de> for ByKey<V>
where
    V::Model: Keyed,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut items = deserializer.deserialize_seq(Capped::<V>(PhantomData))?;
        let keys: Vec<_> = items.iter().map(Keyed::key).collect();
        check_twice::<_, D::Error>(&keys)?;
        drop(keys);
        items.sort_by(|a, b| a.key().cmp(&b.key()));
        Ok(Self(items))
    }
}

impl<V: Value> Value for ByKey<V>
where
    V::Model: Keyed,
{
    type Model = Vec<V::Model>;

    fn into_model(self) -> Self::Model {
        self.0
    }

    fn is_default(model: &Self::Model) -> bool {
        model.is_empty()
    }

    fn write(model: &Self::Model, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let mut sorted: Vec<&V::Model> = model.iter().collect();
        sorted.sort_by(|a, b| a.key().cmp(&b.key()));
        write_list::<V>(sorted.into_iter(), V::IN_LIST, out)
    }
}

/// A list of exactly `N` counts.
#[derive(Debug)]
pub(crate) struct Counts<T, const N: usize>([T; N]);

impl<'de, T, const N: usize> Deserialize<'de> for Counts<T, N>
where
    T: Value<Model = T> + Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let counts = deserializer.deserialize_seq(Capped::<T>(PhantomData))?;
        let wrong = |counts: Vec<T>| D::Error::custom(Complaint::Length { expected: N, found: counts.len() });
        counts.try_into().map(Self).map_err(wrong)
    }
}

impl<T: Value<Model = T>, const N: usize> Value for Counts<T, N> {
    type Model = [T; N];

    fn into_model(self) -> [T; N] {
        self.0
    }

    fn write(model: &[T; N], out: &mut Writer<'_>) -> Result<(), WriteError> {
        write_list::<T>(model.iter(), T::IN_LIST, out)
    }
}
