//! The likeliest way through a map: from the largest start along the largest shares, ties by row, then column.
//!
//! Like the way that curves follow ([`crate::analysis::path`]), but told from places and not from ranks, so that it is
//! the same for two maps that look the same.

use super::rows::Rows;
use super::{Spot, Way};

/// Which touchpoints it runs through.
pub(super) fn likely(spots: &[Spot], ways: &[Way], rows: &Rows) -> Vec<bool> {
    let place = places(rows, spots.len());
    let mut out: Vec<Vec<(usize, f64)>> = vec![Vec::new(); spots.len()];
    let mut entered = vec![false; spots.len()];
    for way in ways {
        if let (Some(list), Some(entered)) = (out.get_mut(way.from), entered.get_mut(way.to)) {
            list.push((way.to, way.share));
            *entered = true;
        }
    }
    // The upper row first, then the left column.
    let order = |a: &(usize, f64), b: &(usize, f64)| {
        let place = |spot: usize| place.get(spot).map(|(column, row)| (row, column));
        b.1.total_cmp(&a.1).then_with(|| place(a.0).cmp(&place(b.0)))
    };
    let stored = || spots.iter().enumerate().filter(|(_, spot)| spot.start > 0.0).map(|(at, spot)| (at, spot.start));
    let free = || entered.iter().enumerate().filter(|(_, entered)| !**entered).map(|(at, _)| (at, 1.0));
    let first = || (0..spots.len()).min_by_key(|spot| place.get(*spot));
    let mut next = stored().min_by(order).or_else(|| free().min_by(order)).map(|(spot, _)| spot).or_else(first);
    let mut passed = vec![false; spots.len()];
    while let Some(spot) = next {
        if let Some(mark) = passed.get_mut(spot) {
            *mark = true;
        }
        let ahead = out.get(spot).into_iter().flatten().copied();
        next = ahead.filter(|(to, _)| passed.get(*to) == Some(&false)).min_by(order).map(|(to, _)| to);
    }
    passed
}

/// The column and the row of each touchpoint.
fn places(rows: &Rows, count: usize) -> Vec<(usize, usize)> {
    let mut places = vec![(usize::MAX, usize::MAX); count];
    for (column, spots) in rows.columns().iter().enumerate() {
        for (row, spot) in spots.iter().enumerate() {
            if let Some(place) = places.get_mut(*spot) {
                *place = (column, row);
            }
        }
    }
    places
}
