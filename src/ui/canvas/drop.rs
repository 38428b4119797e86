//! Where carried touchpoints would go: between the cards of a column, or into a column of their own.

use std::collections::BTreeMap;

use super::hits::is_card;
use crate::edit::verbs::{ColumnPlace, Place, Swimlane};
use crate::model::{ChannelId, Journey, Stage, StepId, Subject, TouchpointId, columns};
use crate::scene::shape::HitTarget;
use crate::scene::{Point, Rect, Scene, point};

/// How far above and below the cards they can still be put, in scene points.
const REACH: f32 = 80.0;

/// The cards as they stand, column by column, and the stages they stand in.
#[derive(Debug, Default)]
pub struct Columns {
    pub(super) list: Vec<Column>,
    stages: Vec<StageSpan>,
    bands: Vec<BandSpan>,
    /// Top and bottom of all cards.
    span_y: (f32, f32),
}

/// A column of cards.
#[derive(Debug)]
pub(super) struct Column {
    stage: Stage,
    step: StepId,
    /// Its place among the columns of its step.
    index: usize,
    pub(super) left: f32,
    right: f32,
    pub(super) cards: Vec<(TouchpointId, Rect)>,
}

#[derive(Debug)]
struct StageSpan {
    stage: Stage,
    area: Rect,
    last_step: Option<StepId>,
}

#[derive(Debug)]
struct BandSpan {
    channel: Option<ChannelId>,
    top: f32,
    bottom: f32,
}

/// A place for a step, and where its mark is, in the scene.
#[derive(Debug, Clone, PartialEq)]
pub struct StepTarget {
    /// The stage it would be part of.
    pub stage: Stage,
    /// Its place among the stage's other steps.
    pub index: usize,
    /// The mark.
    pub x: f32,
}

/// Where among the columns something goes, by their places from the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// Into this column, before the card that stands in this row now.
    Row(usize, usize),
    /// Into a column of its own between these two.
    Between(Option<usize>, Option<usize>),
}

/// A place and its mark: a line from one end to the other, in the scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The place.
    pub place: Place,
    /// The same among the columns that are seen.
    pub seat: Seat,
    /// The swimlane it is in, where there are any.
    pub swimlane: Option<Swimlane>,
    /// The mark's ends.
    pub mark: (Point, Point),
}

impl Columns {
    /// The columns of a journey as the scene shows them.
    pub fn of(scene: &Scene, journey: &Journey) -> Self {
        let mut areas: BTreeMap<&TouchpointId, Rect> = BTreeMap::new();
        let mut stages = Vec::new();
        let mut bands = Vec::new();
        for it in scene.fragments.drawn() {
            let Some((hit, area)) = it.drawn.hit.as_ref().zip(it.area()) else { continue };
            match &hit.target {
                HitTarget::Subject(Subject::Touchpoint(_, touchpoint)) if is_card(it.drawn) => {
                    areas.entry(touchpoint).or_insert(area);
                }
                HitTarget::StageHeader(stage) => {
                    let steps = journey.steps_in_order();
                    let last_step = steps.iter().rfind(|step| step.stage == *stage).map(|step| step.id.clone());
                    stages.push(StageSpan { stage: *stage, area, last_step });
                }
                HitTarget::Swimlane { channel, span_y: (top, bottom) } => {
                    bands.push(BandSpan { channel: channel.clone(), top: *top, bottom: *bottom });
                }
                _ => {}
            }
        }
        let mut counts: BTreeMap<StepId, usize> = BTreeMap::new();
        let column = |column: crate::model::Column| {
            let count = counts.entry(column.step.clone()).or_default();
            let index = *count;
            *count += 1;
            let cards: Vec<(TouchpointId, Rect)> = column
                .touchpoints
                .iter()
                .filter_map(|touchpoint| Some((touchpoint.id.clone(), *areas.get(&touchpoint.id)?)))
                .collect();
            let left = cards.iter().map(|(_, area)| area.x).reduce(f32::min)?;
            let right = cards.iter().map(|(_, area)| area.right()).reduce(f32::max)?;
            Some(Column { stage: column.stage, step: column.step, index, left, right, cards })
        };
        let columns: Vec<Column> = columns(journey).into_iter().filter_map(column).collect();
        let cards = || columns.iter().flat_map(|column| column.cards.iter());
        let top = cards().map(|(_, area)| area.y).reduce(f32::min);
        let bottom = cards().map(|(_, area)| area.bottom()).reduce(f32::max);
        let below_headers = stages.iter().map(|span: &StageSpan| span.area.bottom()).fold(0.0, f32::max);
        let top = top.unwrap_or(below_headers + 40.0);
        Self { list: columns, stages, bands, span_y: (top, bottom.unwrap_or(top + 96.0)) }
    }

    /// Where cards dropped at this place of the scene would go; `None` outside the touchpoints' lane.
    pub fn target(&self, place: Point) -> Option<Target> {
        let (top, bottom) = self.span_y;
        if place.y < top - REACH || place.y > bottom + REACH {
            return None;
        }
        let band = self.band_at(place.y);
        let mut columns = self.list.iter().enumerate();
        if let Some((index, column)) = columns.find(|(_, column)| place.x >= column.left && place.x <= column.right) {
            return Some(column.row_at(index, (place.y, band)));
        }
        let span = self.stages.iter().find(|span| place.x >= span.area.x && place.x <= span.area.right())?;
        let of_stage = || self.list.iter().enumerate().filter(|(_, column)| column.stage == span.stage);
        let next = of_stage().find(|(_, column)| column.left > place.x);
        let previous = of_stage().rfind(|(_, column)| column.right < place.x);
        let seat = Seat::Between(previous.map(|(index, _)| index), next.map(|(index, _)| index));
        let (next, previous) = (next.map(|(_, column)| column), previous.map(|(_, column)| column));
        let x = match (previous, next) {
            (Some(previous), Some(next)) => previous.right.midpoint(next.left),
            (Some(previous), None) => previous.right + 7.0,
            (None, Some(next)) => next.left - 7.0,
            (None, None) => span.area.center().x,
        };
        let (step, index) = match (next, previous) {
            (Some(next), _) => (next.step.clone(), next.index),
            (None, Some(previous)) => (previous.step.clone(), previous.index + 1),
            (None, None) => (span.last_step.clone()?, 0),
        };
        let place = Place { step, column: ColumnPlace::Before(index), row: 0 };
        let (top, bottom) = band.map_or((top, bottom), |band| (band.top + 6.0, band.bottom - 6.0));
        let swimlane = band.map(|band| Swimlane::of(band.channel.as_ref()));
        Some(Target { place, seat, swimlane, mark: (point(x, top), point(x, bottom)) })
    }

    /// Where a card would go that is wanted here: above and below the touchpoints' lane, in it; beside the stages, in the
    /// nearest.
    pub fn target_beside(&self, place: Point) -> Option<Target> {
        let (top, bottom) = self.span_y;
        let left = self.stages.iter().map(|span| span.area.x).reduce(f32::min)?;
        let right = self.stages.iter().map(|span| span.area.right()).reduce(f32::max)?;
        self.target(point(place.x.clamp(left + 1.0, right - 1.0), place.y.clamp(top, bottom)))
    }

    /// The touchpoint of the column at this place whose card is nearest.
    pub(super) fn nearest(&self, place: Point) -> Option<TouchpointId> {
        let column = self.list.iter().find(|column| place.x >= column.left && place.x <= column.right)?;
        let far = |(_, area): &&(TouchpointId, Rect)| (area.y - place.y).max(place.y - area.bottom()).max(0.0);
        column.cards.iter().min_by(|one, other| far(one).total_cmp(&far(other))).map(|(id, _)| id.clone())
    }

    /// The swimlane at this height; beyond the outermost, that one.
    fn band_at(&self, y: f32) -> Option<&BandSpan> {
        self.bands.iter().find(|band| y < band.bottom).or(self.bands.last())
    }

    /// Where a step dropped at this x would go: before the first step of the stage whose middle is further right, else
    /// to its end; `None` where it stands already.
    pub fn step_target(&self, journey: &Journey, step: &StepId, x: f32) -> Option<StepTarget> {
        let span = self.stages.iter().find(|span| x >= span.area.x && x <= span.area.right())?;
        let order = journey.steps_in_order();
        let of_stage = || order.iter().filter(|other| other.stage == span.stage);
        let others: Vec<&StepId> = of_stage().map(|other| &other.id).filter(|other| *other != step).collect();
        let extent = |id: &StepId| {
            let columns = || self.list.iter().filter(|column| column.step == *id);
            let left = columns().map(|column| column.left).reduce(f32::min)?;
            Some((left, columns().map(|column| column.right).fold(left, f32::max)))
        };
        let seen: Vec<(usize, (f32, f32))> =
            others.iter().enumerate().filter_map(|(index, id)| Some((index, extent(id)?))).collect();
        let next = seen.iter().find(|(_, (left, right))| x < left.midpoint(*right));
        let (index, x) = match (next, seen.last()) {
            (Some((index, (left, _))), _) => (*index, left - 9.0),
            (None, Some((index, (_, right)))) => (index + 1, right + 9.0),
            (None, None) => (others.len(), span.area.center().x),
        };
        let stands_at = of_stage().position(|other| other.id == *step);
        (stands_at != Some(index)).then_some(StepTarget { stage: span.stage, index, x })
    }
}

impl Column {
    fn row_at(&self, index: usize, (y, band): (f32, Option<&BandSpan>)) -> Target {
        // Places count all cards of the column, whatever swimlane they stand in.
        let here = |area: &Rect| band.is_none_or(|band| (band.top..band.bottom).contains(&area.center().y));
        let cards: Vec<(usize, &Rect)> =
            self.cards.iter().map(|(_, area)| area).enumerate().filter(|(_, area)| here(area)).collect();
        let below = cards.iter().position(|(_, area)| y < area.center().y);
        let place = below.unwrap_or(cards.len());
        let before = cards.get(place);
        let above = place.checked_sub(1).and_then(|place| cards.get(place));
        let at = match (above, before) {
            (_, Some((at, _))) => *at,
            (Some((at, _)), None) => at + 1,
            (None, None) => self.cards.len(),
        };
        let mark_y = match (above, before) {
            (Some((_, above)), Some((_, below))) => above.bottom().midpoint(below.y),
            (Some((_, above)), None) => above.bottom() + 8.0,
            (None, Some((_, below))) => below.y - 8.0,
            (None, None) => band.map_or(y, |band| band.top.midpoint(band.bottom)),
        };
        let place = Place { step: self.step.clone(), column: ColumnPlace::In(self.index), row: at };
        let swimlane = band.map(|band| Swimlane::of(band.channel.as_ref()));
        let mark = (point(self.left, mark_y), point(self.right, mark_y));
        Target { place, seat: Seat::Row(index, at), swimlane, mark }
    }
}
