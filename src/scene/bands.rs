//! Swimlanes: one band of rows for each channel, with the cards of that channel in it. No sizes here.

use std::collections::BTreeMap;

use crate::model::placement::Column;
use crate::model::{Channel, ChannelId, List, Touchpoint};

/// A band of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Whose cards it holds; none: those without a channel.
    pub channel: Option<ChannelId>,
    /// Its first row.
    pub first: usize,
    /// How many rows it has.
    pub rows: usize,
}

impl Band {
    /// Its last row.
    pub fn last(&self) -> usize {
        self.first + self.rows.saturating_sub(1)
    }
}

/// The bands from top to bottom: the channels that are used, in their order, then those without one; and the row of each
/// card, by column.
pub(super) fn bands(channels: &List<Channel>, columns: &[Column]) -> (Vec<Band>, Vec<Vec<usize>>) {
    let mut channels: Vec<_> = channels.iter().collect();
    channels.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    let order: BTreeMap<&ChannelId, usize> =
        channels.iter().enumerate().map(|(place, channel)| (&channel.id, place)).collect();
    // What stands last has no channel, or one that is gone.
    let known = |touchpoint: &Touchpoint| touchpoint.channel.as_ref().and_then(|id| order.get(id)).copied();
    let lane_of = |touchpoint: &Touchpoint| known(touchpoint).unwrap_or(order.len());
    let mut tallest: BTreeMap<usize, usize> = BTreeMap::new();
    // Within its band, each card stands below those of its column and channel that stand above it.
    let within: Vec<Vec<(usize, usize)>> = columns
        .iter()
        .map(|column| {
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            let place = |touchpoint: &std::sync::Arc<Touchpoint>| {
                let lane = lane_of(touchpoint);
                let count = counts.entry(lane).or_default();
                *count += 1;
                let height = tallest.entry(lane).or_default();
                *height = (*height).max(*count);
                (lane, *count - 1)
            };
            column.touchpoints.iter().map(place).collect()
        })
        .collect();
    let mut first = 0;
    let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut bands = Vec::with_capacity(tallest.len());
    for (lane, rows) in tallest {
        let channel = channels.get(lane).map(|channel| channel.id.clone());
        bands.push(Band { channel, first, rows });
        firsts.insert(lane, first);
        first += rows;
    }
    let row = |(lane, row): &(usize, usize)| firsts.get(lane).copied().unwrap_or_default() + row;
    (bands, within.iter().map(|column| column.iter().map(row).collect()).collect())
}
