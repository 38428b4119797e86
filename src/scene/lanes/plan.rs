//! The plan of a journey's ways: how each transition goes, where customers leave, and what room all that needs.
//!
//! A way never passes behind a card where it can go between rows.

use std::sync::Arc;

use super::labels::Manner;
use crate::analysis::graph::JourneyGraph;
use crate::analysis::share::Shares;
use crate::model::{End, Journey, TouchpointId};
use crate::scene::grid::{Grid, Spot, scatter};

/// From one track to the next.
pub(super) const TRACK: f32 = 20.0;
/// The most tracks of one gap; further ways share them.
pub(super) const MOST_TRACKS: usize = 4;
/// Around the tracks of a gap.
pub(super) const TRACKS_BELOW: f32 = 14.0;
/// What an arrow of those who leave takes.
pub(super) const LOSS_ROOM: f32 = 36.0;
/// The longest arc over the first row, in columns.
const LONGEST_ARC: usize = 4;

/// How a transition is drawn. Tracks keep ways apart that share a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// A smooth arrow from side to side; nothing stands between.
    Direct,
    /// An arc over the first row.
    Over,
    /// A loop back below this row; nothing stands there.
    Under(usize),
    /// Forward between two rows: below this row.
    Between(usize),
    /// Back between two rows: below this row.
    Back(usize),
    /// To another row of the same column.
    Beside,
}

impl Route {
    /// How the words on such a way are set.
    pub(super) fn manner(self) -> Manner {
        match self {
            Self::Direct | Self::Beside => Manner::Bare,
            Self::Over | Self::Between(_) => Manner::Framed,
            Self::Under(_) | Self::Back(_) => Manner::FramedBack,
        }
    }
}

fn route(grid: &Grid, from: Spot, to: Spot) -> Route {
    if from.column == to.column {
        return Route::Beside;
    }
    if to.column > from.column {
        let free = from.row == to.row && grid.is_free(from.row, from.column + 1..to.column);
        return if to.column == from.column + 1 || free {
            Route::Direct
        } else if from.row == 0 && to.row == 0 && to.column - from.column <= LONGEST_ARC {
            Route::Over
        } else {
            Route::Between(to.row.saturating_sub(1))
        };
    }
    let free = from.row == to.row && grid.is_free(from.row + 1, to.column..from.column + 1);
    if free { Route::Under(from.row) } else { Route::Back(from.row) }
}

/// A transition with its ends and its way.
pub(super) struct Planned {
    /// Its place among the journey's transitions.
    pub(super) transition: usize,
    pub(super) from: Spot,
    pub(super) to: Spot,
    pub(super) route: Route,
    pub(super) track: usize,
    /// The share of the customers at its start who take it, 0–1.
    pub(super) share: f64,
    /// Whether it goes straight, is the only way on from where it starts, and runs into others where it ends.
    pub(super) merges: bool,
}

/// What stands between one row and the next.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    /// Whether customers leave here.
    losses: bool,
    /// How many ways run side by side here.
    tracks: usize,
}

/// All ways, and the room they need between rows.
pub(in crate::scene) struct Plan {
    pub(super) ways: Vec<Planned>,
    /// Where customers leave, with the share of those who do.
    pub(super) lost: Vec<(Spot, f64)>,
    arcs: usize,
    gaps: Vec<Gap>,
}

impl Plan {
    /// Finds a way for each transition and room for each loss.
    pub(in crate::scene) fn of(journey: &Journey, grid: &Grid, (graph, shares): (&JourneyGraph, &Shares)) -> Self {
        // The graph has the journey's touchpoints in their order.
        let spots: Vec<Option<Spot>> = grid.spots().collect();
        let lost = lost(journey, &spots, (graph, shares));
        let ways = Vec::with_capacity(journey.transitions.len());
        let mut plan = Self { ways, lost, arcs: 0, gaps: vec![Gap::default(); grid.rows().max(1)] };
        for (spot, _) in &plan.lost {
            if let Some(gap) = plan.gaps.get_mut(spot.row) {
                gap.losses = true;
            }
        }
        let spot = |place: usize| spots.get(place).copied().flatten();
        let (mut leave, mut arrive) = (vec![0_u32; spots.len()], vec![0_u32; spots.len()]);
        let count = |counts: &mut Vec<u32>, place: usize| counts.get_mut(place).into_iter().for_each(|it| *it += 1);
        for (_, (from, to)) in graph.ways_by_place() {
            count(&mut leave, from);
            count(&mut arrive, to);
        }
        let merges = |from: usize, to: usize| leave.get(from) == Some(&1) && arrive.get(to) > Some(&1);
        // The graph has those that lead somewhere, in the same order.
        let mut ways = graph.ways_by_place().zip(shares.of_ways(graph)).peekable();
        for (transition, leads) in journey.transitions.iter().enumerate() {
            let Some(((_, (from, to)), (_, share))) = ways.next_if(|((way, _), _)| Arc::ptr_eq(way, leads)) else {
                continue;
            };
            let is_one_of_many = merges(from, to);
            let ends = spot(from).zip(spot(to));
            let Some((from, to)) = ends.filter(|(from, to)| from != to) else { continue };
            let route = route(grid, from, to);
            let merges = is_one_of_many && route == Route::Direct;
            plan.ways.push(Planned { transition, from, to, route, track: 0, share, merges });
        }
        plan.lay_tracks(journey);
        plan
    }

    /// The room above the first row.
    pub(super) fn room_above(&self) -> f32 {
        if self.arcs == 0 { 0.0 } else { 20.0 + self.arcs as f32 * TRACK }
    }

    /// The room below a row; `usual` where nothing stands there.
    pub(super) fn room_below(&self, row: usize, usual: f32) -> f32 {
        let Gap { losses, tracks } = self.gaps.get(row).copied().unwrap_or_default();
        if tracks == 0 && !losses {
            return usual;
        }
        TRACKS_BELOW + if losses { LOSS_ROOM } else { 0.0 } + tracks as f32 * TRACK
    }

    /// How far below a row's cards a track runs.
    pub(super) fn track_depth(&self, row: usize, track: usize) -> f32 {
        let losses = self.gaps.get(row).is_some_and(|gap| gap.losses);
        TRACKS_BELOW / 2.0 + if losses { LOSS_ROOM } else { 0.0 } + (track as f32 + 0.5) * TRACK
    }

    /// Ways that share a stretch get tracks of their own, from left to right, until there are too many.
    fn lay_tracks(&mut self, journey: &Journey) {
        let span = |way: &Planned| (way.from.column.min(way.to.column), way.from.column.max(way.to.column));
        // By left end, right end and place: as one number they are sorted several times as fast.
        let needs = |(_, way): &(usize, &Planned)| !matches!(way.route, Route::Direct | Route::Beside);
        let key = |(index, way): (usize, &Planned)| {
            let (left, right) = span(way);
            (left as u128) << 64 | (right as u128) << 32 | index as u128
        };
        let mut order: Vec<u128> = self.ways.iter().enumerate().filter(needs).map(key).collect();
        order.sort_unstable();
        // The last column taken, by row (first those above the first) and track.
        let mut taken: Vec<Vec<usize>> = vec![Vec::new(); self.gaps.len() + 1];
        for key in order {
            let Some(way) = self.ways.get_mut(key as u32 as usize) else { continue };
            let (left, right) = span(way);
            let row = match way.route {
                Route::Direct | Route::Beside => continue,
                Route::Over => None,
                Route::Under(row) | Route::Between(row) | Route::Back(row) => Some(row),
            };
            let Some(tracks) = taken.get_mut(row.map_or(0, |row| row + 1)) else { continue };
            let free = tracks.iter().position(|end| *end <= left);
            // Told from the way alone, so that it stays where others come and go.
            let shared = || journey.transitions.at(way.transition).map_or(0, |it| scatter(it.id.as_str(), MOST_TRACKS));
            way.track = free.unwrap_or_else(|| if tracks.len() < MOST_TRACKS { tracks.len() } else { shared() });
            match tracks.get_mut(way.track) {
                Some(end) => *end = right.max(*end),
                None => tracks.push(right),
            }
            let count = tracks.len();
            match row {
                None => self.arcs = count,
                Some(row) => {
                    if let Some(gap) = self.gaps.get_mut(row) {
                        gap.tracks = count;
                    }
                }
            }
        }
    }
}

/// Where customers leave, with the share of those who do: at an end that says so, or beside a way on.
fn lost(journey: &Journey, spots: &[Option<Spot>], (graph, shares): (&JourneyGraph, &Shares)) -> Vec<(Spot, f64)> {
    // A way that leads nowhere is a way on as well.
    let stray = |id: &TouchpointId| journey.transitions.iter().any(|transition| transition.from == *id);
    let all_lead = graph.ways_by_place().len() == journey.transitions.len();
    let rests = graph.ends().zip(shares.of_touchpoints(graph)).zip(spots);
    let leave = rests.filter(|(((touchpoint, leads), (_, rest)), _)| {
        rest.lost >= 0.005 && (touchpoint.end == End::Lost || *leads || !all_lead && stray(&touchpoint.id))
    });
    leave.filter_map(|((_, (_, rest)), spot)| Some(((*spot)?, rest.lost))).collect()
}
