//! The stops of a show: moved, hidden, noted on, added. Most stops are made by themselves and stand in no file; of those
//! that are touched just as much is stored as keeps the order that was seen.

use std::sync::Arc;

use super::lanes::Visibility;
use super::order::settle;
use super::{edit, journey, missing};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue, MergeKey};
use crate::edit::error::ApplyError;
use crate::model::limits::{MAX_INK_POINTS, MAX_INK_STROKES};
use crate::model::{
    Document, IdSource, InkStroke, JourneyId, PlacedStop, Rank, Stop, StopId, StopView, Subject, stops_in_order,
};

/// The show whose stops are changed.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The project.
    pub document: &'a Document,
    /// The journey shown.
    pub journey: &'a JourneyId,
    /// The stops that its show has by itself, in their order.
    pub usual: &'a [StopView],
}

impl Show<'_> {
    fn order(self) -> Vec<PlacedStop> {
        stops_in_order(self.document, self.journey, self.usual)
    }

    fn new_stop(self, view: StopView, source: &mut dyn IdSource) -> Stop {
        Stop {
            id: StopId::random(source),
            rank: Rank::default(),
            journey: self.journey.clone(),
            view,
            hidden: false,
            notes: String::new(),
            ink: Vec::new(),
        }
    }
}

/// Moves a stop to a place among all stops, hidden ones counted, as it will be afterwards.
///
/// # Errors
/// When the journey or the stop is missing.
pub fn move_stop(show: Show<'_>, from: usize, to: usize, source: &mut dyn IdSource) -> Result<Edit, ApplyError> {
    journey(show.document, show.journey)?;
    let mut order = show.order();
    if from >= order.len() {
        return Err(missing(&from));
    }
    let moved = order.remove(from);
    let to = to.min(order.len());
    order.insert(to, moved);
    if from == to {
        return Ok(edit(EditLabel::Reorder, Vec::new()));
    }
    Ok(edit(EditLabel::Reorder, stored(show, order, to, source)))
}

/// Hides a stop from the show or shows it again.
///
/// # Errors
/// When the journey or the stop is missing.
pub fn set_stop_visibility(
    show: Show<'_>,
    index: usize,
    visibility: Visibility,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let commands = changed(show, index, source, |stop| stop.hidden = visibility == Visibility::Hidden)?.0;
    Ok(edit(EditLabel::ChangeProperty, commands))
}

/// Writes down what the presenter wants to say at a stop. Typing merges.
///
/// # Errors
/// When the journey or the stop is missing.
pub fn set_stop_notes(
    show: Show<'_>,
    index: usize,
    notes: &str,
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let (commands, id) = changed(show, index, source, |stop| notes.clone_into(&mut stop.notes))?;
    let merge = Some(MergeKey { subject: Subject::Stop(id), field: "notes" });
    Ok(Edit { merge, ..edit(EditLabel::ChangeText, commands) })
}

/// Keeps pen strokes on a stop instead of those it had; long ones are thinned, of too many the latest stay.
///
/// # Errors
/// When the journey or the stop is missing.
pub fn set_stop_ink(
    show: Show<'_>,
    index: usize,
    ink: &[InkStroke],
    source: &mut dyn IdSource,
) -> Result<Edit, ApplyError> {
    let latest = ink.iter().skip(ink.len().saturating_sub(MAX_INK_STROKES));
    let kept: Vec<InkStroke> = latest.map(thinned).collect();
    let commands = changed(show, index, source, |stop| stop.ink = kept)?.0;
    Ok(edit(EditLabel::ChangeProperty, commands))
}

/// Adds a stop at a place among all stops, hidden ones counted.
///
/// # Errors
/// When the journey is missing.
pub fn add_stop_at(
    show: Show<'_>,
    view: StopView,
    index: usize,
    source: &mut dyn IdSource,
) -> Result<(Edit, StopId), ApplyError> {
    journey(show.document, show.journey)?;
    let mut order = show.order();
    let stop = show.new_stop(view, source);
    let id = stop.id.clone();
    let index = index.min(order.len());
    order.insert(index, PlacedStop { view: stop.view.clone(), stop: Some(stop.into()) });
    Ok((edit(EditLabel::Add, stored(show, order, index, source)), id))
}

fn thinned(stroke: &InkStroke) -> InkStroke {
    let step = stroke.points.len().div_ceil(MAX_INK_POINTS).max(1);
    let last = stroke.points.last().filter(|_| step > 1 && !(stroke.points.len() - 1).is_multiple_of(step));
    let mut points: Vec<(u16, u16)> = stroke.points.iter().step_by(step).copied().collect();
    if let (Some(last), Some(end)) = (last, points.last_mut()) {
        *end = *last;
    }
    InkStroke { points }
}

/// Changes a stop, storing it where it stands where it was not in the file before.
fn changed(
    show: Show<'_>,
    index: usize,
    source: &mut dyn IdSource,
    change: impl FnOnce(&mut Stop),
) -> Result<(Vec<Command>, StopId), ApplyError> {
    journey(show.document, show.journey)?;
    let mut order = show.order();
    let placed = order.get_mut(index).ok_or_else(|| missing(&index))?;
    let known = placed.stop.is_some();
    let mut stop = match &placed.stop {
        Some(stop) => stop.as_ref().clone(),
        None => show.new_stop(placed.view.clone(), source),
    };
    change(&mut stop);
    let id = stop.id.clone();
    if known {
        return Ok((vec![Command::Put(ItemValue::Stop(stop.into()))], id));
    }
    placed.stop = Some(stop.into());
    Ok((stored(show, order, index, source), id))
}

/// The commands after which the show has this order: the stop at `index` gets a new rank, and others are stored only
/// where the order would not be kept without them.
fn stored(show: Show<'_>, mut order: Vec<PlacedStop>, index: usize, source: &mut dyn IdSource) -> Vec<Command> {
    if let Some(placed) = order.get_mut(index)
        && placed.stop.is_none()
    {
        placed.stop = Some(show.new_stop(placed.view.clone(), source).into());
    }
    loop {
        let next = ranked(show, &order, index, source);
        let mut document = show.document.clone();
        for stop in &next {
            document.stops.put(Arc::clone(stop));
        }
        let got = stops_in_order(&document, show.journey, show.usual);
        let key = |placed: &PlacedStop| (placed.view.clone(), placed.stop.as_ref().map(|stop| stop.id.clone()));
        let missed = got.iter().zip(&order).find(|(got, wanted)| key(got) != key(wanted));
        let view = missed.and_then(|(got, wanted)| {
            [wanted, got].into_iter().find(|placed| placed.stop.is_none()).map(|placed| placed.view.clone())
        });
        let Some(view) = view else {
            let before = |stop: &Arc<Stop>| show.document.stops.get(&stop.id) != Some(stop);
            return next.into_iter().filter(before).map(|stop| Command::Put(ItemValue::Stop(stop))).collect();
        };
        for placed in order.iter_mut().filter(|placed| placed.view == view && placed.stop.is_none()) {
            placed.stop = Some(show.new_stop(view.clone(), source).into());
        }
    }
}

/// The stored stops of the order with ranks in that order: those of the file keep theirs, unless moved or in the way.
fn ranked(show: Show<'_>, order: &[PlacedStop], moved: usize, source: &mut dyn IdSource) -> Vec<Arc<Stop>> {
    let kept = order.iter().enumerate().filter_map(|(place, placed)| Some((place, placed.stop.as_ref()?)));
    let kept: Vec<(usize, &Arc<Stop>)> = kept.collect();
    let wanted: Vec<Option<Rank>> = kept
        .iter()
        .map(|(place, stop)| {
            let stays = moved != *place;
            show.document.stops.get(&stop.id).filter(|_| stays).map(|stop| stop.rank.clone())
        })
        .collect();
    let ranks = settle(&wanted, source);
    let with_rank = |((_, stop), rank): (&(usize, &Arc<Stop>), Rank)| {
        if stop.rank == rank { Arc::clone(stop) } else { Arc::new(Stop { rank, ..stop.as_ref().clone() }) }
    };
    kept.iter().zip(ranks).map(with_rank).collect()
}
