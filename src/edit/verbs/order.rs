//! New ranks in an order: one for each newcomer, and for everybody only where no rank is left between two.

use crate::model::rank::MAX_RANK_BYTES;
use crate::model::{IdSource, Rank};

/// Ranks of this length make way for short ones.
const LONG_RANK_BYTES: usize = MAX_RANK_BYTES / 2;

/// The ranks of things in their wanted order: those that have one keep it, the others (`None`) get one between.
///
/// Where that is impossible (neighbours share a rank, or it would become too long) all get new ones.
pub(super) fn settle(order: &[Option<Rank>], source: &mut dyn IdSource) -> Vec<Rank> {
    between_neighbours(order, source).unwrap_or_else(|| Rank::spread(order.len()))
}

fn between_neighbours(order: &[Option<Rank>], source: &mut dyn IdSource) -> Option<Vec<Rank>> {
    let mut ranks: Vec<Rank> = Vec::with_capacity(order.len());
    for (index, fixed) in order.iter().enumerate() {
        if let Some(rank) = fixed {
            ranks.push(rank.clone());
            continue;
        }
        let after = ranks.last();
        let before = order.iter().skip(index).flatten().next();
        let rank = Rank::between(after, before, source);
        let fits = after.is_none_or(|after| *after < rank) && before.is_none_or(|before| rank < *before);
        if !fits || rank.as_str().len() > LONG_RANK_BYTES {
            return None;
        }
        ranks.push(rank);
    }
    Some(ranks)
}

/// A rank behind all of these.
pub(super) fn rank_at_end<'a>(ranks: impl Iterator<Item = &'a Rank>, source: &mut dyn IdSource) -> Rank {
    let last = ranks.max();
    Rank::between(last, None, source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SeededIds;

    fn check(order: &[Option<&str>], kept: bool) {
        let order: Vec<Option<Rank>> = order.iter().map(|rank| rank.map(|rank| Rank::parse(rank).unwrap())).collect();
        let ranks = settle(&order, &mut SeededIds::new(1));
        assert!(ranks.is_sorted() && ranks.len() == order.len(), "{order:?} → {ranks:?}");
        for (rank, wanted) in ranks.iter().zip(&order) {
            let as_wanted = wanted.as_ref().is_none_or(|wanted| wanted == rank);
            assert!(as_wanted || !kept, "{order:?} → {ranks:?}");
        }
        let news = order.iter().zip(&ranks).filter(|(wanted, _)| wanted.is_none());
        for (_, new) in news {
            assert_eq!(ranks.iter().filter(|rank| *rank == new).count(), 1, "{order:?} → {ranks:?}");
        }
    }

    #[test]
    fn newcomers_stand_where_they_are_wanted() {
        check(&[], true);
        check(&[None], true);
        check(&[Some("a"), None, Some("b")], true);
        check(&[None, None, Some("b"), None], true);
        check(&[Some(""), None, None], true);
        // Ties elsewhere do not matter.
        check(&[Some("a"), Some("a"), Some("b"), None], true);
        // No room: below the empty rank, between equals, between "a" and "a0".
        check(&[None, Some("")], false);
        check(&[Some("a"), None, Some("a")], false);
        check(&[Some("a"), None, Some("a0")], false);
        let long = "i".repeat(LONG_RANK_BYTES);
        check(&[Some(&long), None, Some(&format!("{long}1"))], false);
    }
}
