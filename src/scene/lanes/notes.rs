//! Lanes of small cards under their touchpoints: barriers by severity, strengths, opportunities.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::marks;
use crate::i18n::number::percent;
use crate::model::{Barrier, BarrierStatus, Lane, Opportunity, Strength, Subject, TextSpot, TouchpointId};
use crate::scene::geometry::{Rect, point, rect};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING, STAGE_PADDING};
use crate::scene::text::{Align, ShapedText};

/// Between two cards of one column.
const CARD_GAP: f32 = 8.0;
/// From a card's edge to its text.
const INSET: f32 = 10.0;
/// The least height of a barrier's card.
const BARRIER_HEIGHT: f32 = 72.0;
/// The least height of other cards.
const NOTE_HEIGHT: f32 = 44.0;

/// Where a card's column begins: keyed by x in whole points, so that cards of empty stages fit in.
type Columns<T> = BTreeMap<i32, Vec<Arc<T>>>;

/// The columns that these touchpoints stand in.
fn columns_of(lay: &Lay<'_>, touchpoints: &[TouchpointId]) -> BTreeSet<i32> {
    let column = |id: &TouchpointId| Some(lay.grid.x(lay.grid.spot(id)?.column).round() as i32);
    touchpoints.iter().filter_map(column).collect()
}

fn barrier_columns(lay: &Lay<'_>, barrier: &Barrier) -> BTreeSet<i32> {
    let columns = columns_of(lay, &barrier.touchpoints);
    match &barrier.stage {
        Some((journey, stage)) if columns.is_empty() && *journey == lay.journey.id => {
            BTreeSet::from([(lay.grid.stage(*stage).x + STAGE_PADDING).round() as i32])
        }
        _ => columns,
    }
}

fn by_column<'a, T: 'a>(items: impl Iterator<Item = (&'a Arc<T>, BTreeSet<i32>)>) -> Columns<T> {
    let mut columns: Columns<T> = BTreeMap::new();
    for (item, places) in items {
        for place in places {
            columns.entry(place).or_default().push(Arc::clone(item));
        }
    }
    columns
}

/// Barriers, the worst first; returns the lane's height.
pub(super) fn barriers(lay: &mut Lay<'_>, top: f32) -> f32 {
    let here = lay.document.barriers.iter().map(|barrier| (barrier, barrier_columns(lay, barrier)));
    let mut columns = by_column(here);
    for column in columns.values_mut() {
        column.sort_by_key(|barrier| std::cmp::Reverse(barrier.severity));
    }
    stack(lay, top, columns, barrier_card)
}

/// Strengths; returns the lane's height.
pub(super) fn strengths(lay: &mut Lay<'_>, top: f32) -> f32 {
    let here = lay.document.strengths.iter().map(|strength| (strength, columns_of(lay, &strength.touchpoints)));
    let columns = by_column(here);
    stack(lay, top, columns, strength_card)
}

/// Opportunities, under what they change or the barriers they close; returns the lane's height.
pub(super) fn opportunities(lay: &mut Lay<'_>, top: f32) -> f32 {
    let places = |opportunity: &Opportunity| {
        let mut places = columns_of(lay, &opportunity.touchpoints);
        let barriers = opportunity.barriers.iter().filter_map(|id| lay.document.barriers.get(id));
        places.extend(barriers.flat_map(|barrier| barrier_columns(lay, barrier)));
        places
    };
    let here = lay.document.opportunities.iter().map(|opportunity| (opportunity, places(opportunity)));
    let columns = by_column(here);
    let taken: BTreeSet<i32> = columns.keys().copied().collect();
    let height = stack(lay, top, columns, opportunity_card);
    if lay.options.invites { height.max(invites(lay, top, &taken)) } else { height }
}

/// Cards from top to bottom in each column; returns the lane's height.
fn stack<T>(lay: &mut Lay<'_>, top: f32, columns: Columns<T>, draw: fn(&mut Lay<'_>, &T, (f32, f32)) -> f32) -> f32 {
    let mut bottom = top + LANE_PADDING;
    for (x, items) in columns {
        let mut y = top + LANE_PADDING;
        for item in items {
            y += draw(lay, &item, (x as f32, y)) + CARD_GAP;
        }
        bottom = bottom.max(y - CARD_GAP);
    }
    bottom - top + LANE_PADDING
}

fn words(lay: &mut Lay<'_>, words: &str) -> Arc<ShapedText> {
    let untitled = lay.texts.get("map-untitled-note");
    let words = if words.trim().is_empty() { untitled.as_str() } else { words };
    lay.shaper.shape(words, style::SMALL_CARD, Some(CARD_WIDTH - 2.0 * INSET), Align::Left)
}

fn barrier_card(lay: &mut Lay<'_>, barrier: &Barrier, (x, y): (f32, f32)) -> f32 {
    let theme = lay.theme;
    let gone = matches!(barrier.status, BarrierStatus::Fixed | BarrierStatus::Verified);
    let statement = if gone { format!("✓ {}", barrier.statement) } else { barrier.statement.clone() };
    let text = words(lay, &statement);
    let known = barrier.severity.is_some() || barrier.frequency.is_some();
    let height =
        (text.height + 16.0 + if known { 16.0 } else { 0.0 }).max(if known { BARRIER_HEIGHT } else { NOTE_HEIGHT });
    let area = rect(x, y, CARD_WIDTH, height);
    let (fill, line) =
        if gone { (theme.opportunity_fill, theme.opportunity_line) } else { (theme.barrier_fill, theme.barrier_line) };
    let mut label = barrier_sentence(lay, barrier);
    let subject = Subject::Barrier(barrier.id.clone());
    let mut votes = Pen::body();
    if let Some(said) = marks::votes(lay, &mut votes, area, &subject) {
        label = format!("{label}, {said}");
    }
    let spot = TextSpot::name(subject.clone());
    let mut pen = Pen::body().hit(area, HitTarget::Subject(subject), label);
    pen.rect(area, 8.0, Some(fill), Some(solid(line, 1.0)));
    let text_top = if known { y + 8.0 } else { y + (height - text.height) / 2.0 };
    let ink = if gone { theme.mute } else { theme.ink };
    pen.written(point(x + INSET, text_top), text, ink, (spot, CARD_WIDTH - 2.0 * INSET));
    if let Some(severity) = barrier.severity {
        for place in 0..5_u8 {
            let color = if place < severity { theme.negative } else { theme.line };
            let dash = rect(x + INSET + f32::from(place) * 11.0, area.bottom() - 13.0, 8.0, 4.0);
            pen.rect(dash, 2.0, Some(color), None);
        }
    }
    if let Some(frequency) = barrier.frequency {
        let figure = percent(frequency, lay.document.info.language);
        let figure = lay.shaper.shape(&figure, style::SMALL_CARD_FIGURE, None, Align::Left);
        pen.text(point(area.right() - INSET - figure.width, area.bottom() - 18.0), figure, theme.negative_text);
    }
    lay.put(pen);
    lay.put(votes);
    height
}

fn barrier_sentence(lay: &Lay<'_>, barrier: &Barrier) -> String {
    let mut sentence = lay.texts.with("map-barrier-label", &[("statement", barrier.statement.as_str().into())]);
    if let Some(severity) = barrier.severity {
        sentence.push_str(", ");
        sentence.push_str(&lay.texts.with("map-severity", &[("severity", severity.into())]));
    }
    sentence
}

fn strength_card(lay: &mut Lay<'_>, strength: &Strength, at: (f32, f32)) -> f32 {
    let label = lay.texts.with("map-strength-label", &[("statement", strength.statement.as_str().into())]);
    let pen = Hit { subject: Subject::Strength(strength.id.clone()), label };
    let colors = (lay.theme.strength_fill, lay.theme.strength_line);
    note(lay, (&strength.statement, String::new()), at, (colors, pen))
}

fn opportunity_card(lay: &mut Lay<'_>, opportunity: &Opportunity, at: (f32, f32)) -> f32 {
    let label = lay.texts.with("map-opportunity-label", &[("statement", opportunity.statement.as_str().into())]);
    let pen = Hit { subject: Subject::Opportunity(opportunity.id.clone()), label };
    let value = opportunity.value_to_customer.max(opportunity.value_to_business);
    let figures = match (value, opportunity.effort) {
        (Some(value), Some(effort)) => {
            lay.texts.with("map-value-effort", &[("value", value.into()), ("effort", effort.into())])
        }
        _ => String::new(),
    };
    let colors = (lay.theme.opportunity_fill, lay.theme.opportunity_line);
    note(lay, (&opportunity.statement, figures), at, (colors, pen))
}

/// What a small card stands for.
struct Hit {
    subject: Subject,
    label: String,
}

type Colors = (crate::scene::theme::Color, crate::scene::theme::Color);

fn note(
    lay: &mut Lay<'_>,
    (statement, figures): (&str, String),
    (x, y): (f32, f32),
    (colors, hit): (Colors, Hit),
) -> f32 {
    let text = words(lay, statement);
    let figures = lay.shaper.shape(&figures, style::LANE_NOTE, Some(CARD_WIDTH - 2.0 * INSET), Align::Left);
    let figures_height = if figures.width > 0.0 { figures.height + 2.0 } else { 0.0 };
    let height = (text.height + figures_height + 14.0).max(NOTE_HEIGHT);
    let area = rect(x, y, CARD_WIDTH, height);
    let Hit { subject, mut label } = hit;
    let mut votes = Pen::body();
    if let Some(said) = marks::votes(lay, &mut votes, area, &subject) {
        label = format!("{label}, {said}");
    }
    let spot = TextSpot::name(subject.clone());
    let mut pen = Pen::body().hit(area, HitTarget::Subject(subject), label);
    pen.rect(area, 8.0, Some(colors.0), Some(solid(colors.1, 1.0)));
    let text_top = y + (height - text.height - figures_height) / 2.0;
    let figures_top = text_top + text.height + 2.0;
    pen.written(point(x + INSET, text_top), text, lay.theme.ink, (spot, CARD_WIDTH - 2.0 * INSET));
    if figures_height > 0.0 {
        pen.text(point(x + INSET, figures_top), figures, lay.theme.mute);
    }
    lay.put(pen);
    lay.put(votes);
    height
}

/// In the editor a barrier without a solution asks for one.
fn invites(lay: &mut Lay<'_>, top: f32, taken: &BTreeSet<i32>) -> f32 {
    let mut asked: BTreeMap<i32, Subject> = BTreeMap::new();
    for barrier in &lay.document.barriers {
        for place in barrier_columns(lay, barrier) {
            if !taken.contains(&place) {
                asked.entry(place).or_insert_with(|| Subject::Barrier(barrier.id.clone()));
            }
        }
    }
    let height = if asked.is_empty() { 0.0 } else { NOTE_HEIGHT + 2.0 * LANE_PADDING };
    let words = lay.texts.get("map-invite-opportunity");
    for (x, subject) in asked {
        let area: Rect = rect(x as f32, top + LANE_PADDING, CARD_WIDTH, NOTE_HEIGHT);
        let target = HitTarget::Invite { lane: Lane::Opportunities, subject };
        let mut pen = Pen::body().hit(area, target, words.clone());
        pen.rect(area, 8.0, None, Some(dashed(lay.theme.faint, 1.2, (4.0, 4.0))));
        pen.label(lay.shaper, area.center(), (&words, style::WORDS), lay.theme.mute);
        lay.put(pen);
    }
    height
}
