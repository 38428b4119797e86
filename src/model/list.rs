//! A list of things with ids, always sorted by id; copying it copies one pointer, changing it copies what changed.

use std::sync::Arc;

use super::rank::Rank;

/// Something that lives in a [`List`].
pub trait Item: Clone {
    /// The kind of its id.
    type Id: Ord + Clone;
    /// Its id.
    fn id(&self) -> &Self::Id;
}

/// Something that stands among others in an order that the user chooses.
pub trait Ranked: Item {
    /// Its place among the others; those of one rank follow each other by id.
    fn rank(&self) -> &Rank;
}

/// These by rank, then id.
pub fn by_rank<'a, T: Ranked + 'a>(items: impl IntoIterator<Item = &'a Arc<T>>) -> Vec<&'a Arc<T>> {
    let mut items: Vec<&Arc<T>> = items.into_iter().collect();
    items.sort_by(|a, b| (a.rank(), a.id()).cmp(&(b.rank(), b.id())));
    items
}

/// Things sorted by id, each id once. A clone shares everything; `Arc::ptr_eq` on items says "unchanged".
#[derive(Debug)]
pub struct List<T>(Arc<Vec<Arc<T>>>);

impl<T: PartialEq> PartialEq for List<T> {
    /// By value; what is shared is not looked at, so that comparing an edited document with itself costs little.
    fn eq(&self, other: &Self) -> bool {
        self.same(other)
            || self.len() == other.len() && self.iter().zip(other).all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Arc::new(Vec::new()))
    }
}

impl<T: Item> List<T> {
    /// The item with this id.
    pub fn get(&self, id: &T::Id) -> Option<&Arc<T>> {
        self.place_of(id).ok().and_then(|index| self.0.get(index))
    }

    /// Whether an item with this id is here.
    pub fn contains(&self, id: &T::Id) -> bool {
        self.place_of(id).is_ok()
    }

    /// Adds the item, or replaces the one with its id, which is returned.
    pub fn put(&mut self, item: impl Into<Arc<T>>) -> Option<Arc<T>> {
        let item = item.into();
        let index = self.place_of(item.id());
        let items = Arc::make_mut(&mut self.0);
        match index {
            Ok(index) => items.get_mut(index).map(|slot| std::mem::replace(slot, item)),
            Err(index) => {
                items.insert(index, item);
                None
            }
        }
    }

    /// Takes the item with this id out.
    pub fn remove(&mut self, id: &T::Id) -> Option<Arc<T>> {
        let index = self.place_of(id).ok()?;
        Some(Arc::make_mut(&mut self.0).remove(index))
    }

    /// The item with this id, to be changed (its id must stay).
    pub fn get_mut(&mut self, id: &T::Id) -> Option<&mut T> {
        let index = self.place_of(id).ok()?;
        Arc::make_mut(&mut self.0).get_mut(index).map(Arc::make_mut)
    }

    /// Changes every item for which `change` returns another one; the others stay shared.
    pub fn update(&mut self, mut change: impl FnMut(&T) -> Option<T>) {
        let changed: Vec<(usize, T)> =
            self.0.iter().enumerate().filter_map(|(index, item)| Some((index, change(item)?))).collect();
        if changed.is_empty() {
            return;
        }
        let items = Arc::make_mut(&mut self.0);
        for (index, item) in changed {
            if let Some(slot) = items.get_mut(index) {
                *slot = Arc::new(item);
            }
        }
    }

    /// Takes every item out that is not to be kept; nothing is copied where all are.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        if self.0.iter().all(|item| keep(item)) {
            return;
        }
        self.0 = Arc::new(self.0.iter().filter(|item| keep(item)).cloned().collect());
    }

    /// The place of the item with this id among all.
    ///
    /// # Errors
    /// The place that it would have, where there is none.
    pub fn place_of(&self, id: &T::Id) -> Result<usize, usize> {
        self.0.binary_search_by(|item| item.id().cmp(id))
    }
}

impl<T> List<T> {
    /// All items, by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Arc<T>> {
        self.0.iter()
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The item at this place among all.
    pub fn at(&self, index: usize) -> Option<&Arc<T>> {
        self.0.get(index)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether both are the very same list in memory.
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Two versions of a list side by side: reports each id whose item is not the same in memory in both. Costs little where
/// they share much.
pub fn pairs<'l, T: Item>(
    before: &'l List<T>,
    after: &'l List<T>,
    mut report: impl FnMut(Option<&'l Arc<T>>, Option<&'l Arc<T>>),
) {
    if before.same(after) {
        return;
    }
    let (mut olds, mut news) = (before.iter().peekable(), after.iter().peekable());
    loop {
        match (olds.peek(), news.peek()) {
            (None, None) => return,
            (Some(old), Some(new)) if Arc::ptr_eq(old, new) => {
                olds.next();
                news.next();
            }
            (Some(old), Some(new)) if old.id() == new.id() => {
                report(Some(old), Some(new));
                olds.next();
                news.next();
            }
            (old, new) if new.is_none_or(|new| old.is_some_and(|old| old.id() < new.id())) => report(olds.next(), None),
            _ => report(None, news.next()),
        }
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::slice::Iter<'a, Arc<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Item> FromIterator<Arc<T>> for List<T> {
    /// Of items with one id the last one stays.
    fn from_iter<I: IntoIterator<Item = Arc<T>>>(items: I) -> Self {
        let mut items: Vec<Arc<T>> = items.into_iter().collect();
        items.reverse();
        items.sort_by(|a, b| a.id().cmp(b.id()));
        items.dedup_by(|a, b| a.id() == b.id());
        Self(Arc::new(items))
    }
}

impl<T: Item> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        items.into_iter().map(Arc::new).collect()
    }
}

/// Makes things of list items: each goes by its field `id`.
macro_rules! items {
    ($($name:ident: $id:ident;)*) => {$(
        impl $crate::model::list::Item for $name {
            type Id = $id;
            fn id(&self) -> &$id {
                &self.id
            }
        }
    )*};
}
pub(super) use items;

/// Makes ranked things of list items: each has its place in its field `rank`.
macro_rules! ranked {
    ($($name:ident)*) => {$(
        impl $crate::model::list::Ranked for $name {
            fn rank(&self) -> &$crate::model::Rank {
                &self.rank
            }
        }
    )*};
}
pub(super) use ranked;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Pair(u8, &'static str);
    impl Item for Pair {
        type Id = u8;
        fn id(&self) -> &u8 {
            &self.0
        }
    }

    #[test]
    fn stays_sorted_and_unique() {
        let mut list: List<Pair> = [Pair(3, "c"), Pair(1, "a"), Pair(3, "last")].into_iter().collect();
        list.put(Pair(2, "b"));
        let ids: Vec<u8> = list.iter().map(|pair| pair.0).collect();
        assert_eq!(ids, [1, 2, 3]);
        assert_eq!(list.get(&3).map(|pair| pair.1), Some("last"));
        assert_eq!(list.put(Pair(2, "B")).map(|old| old.1), Some("b"));
        assert_eq!(list.remove(&1).map(|old| old.1), Some("a"));
        assert_eq!(list.len(), 2);
        let before = list.clone();
        list.retain(|_| true);
        assert!(list.same(&before));
        list.retain(|pair| pair.0 > 2);
        assert_eq!((list.len(), before.len()), (1, 2));
    }

    #[test]
    fn a_change_leaves_the_copy_and_shares_the_rest() {
        let before: List<Pair> = [Pair(1, "a"), Pair(2, "b")].into_iter().collect();
        let mut after = before.clone();
        assert!(after.same(&before));
        after.get_mut(&2).unwrap().1 = "changed";
        assert_eq!(before.get(&2).map(|pair| pair.1), Some("b"));
        assert!(Arc::ptr_eq(before.get(&1).unwrap(), after.get(&1).unwrap()));
    }
}
