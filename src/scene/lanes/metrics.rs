//! The metrics lane: each figure with its sample and interval, under its stage or touchpoint; the whole way's below.

use std::sync::Arc;

use crate::analysis::figure::{Figure, FigureKind, figure};
use crate::i18n::number::{number, short_number};
use crate::model::{Language, Metric, MetricData, MetricSubject, Stage, Subject, TextField, TextSpot};
use crate::scene::geometry::{point, rect};
use crate::scene::map::Lay;
use crate::scene::pen::Pen;
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, COLUMN_GAP, LANE_PADDING, STAGE_PADDING};
use crate::scene::text::Align;

/// From one metric to the next, sideways.
const CELL: f32 = CARD_WIDTH + COLUMN_GAP;
/// Between two rows of metrics.
const ROW_GAP: f32 = 10.0;

/// Metrics of stages and touchpoints, then those of the whole way; returns the lane's height.
pub(super) fn metrics(lay: &mut Lay<'_>, top: f32) -> f32 {
    let mut all: Vec<Arc<Metric>> = lay.document.metrics.iter().cloned().collect();
    all.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    let mut bottom = top + LANE_PADDING;
    for stage in Stage::ALL {
        let span = lay.grid.stage(stage);
        let here: Vec<&Arc<Metric>> = all.iter().filter(|metric| stage_of(lay, metric) == Some(stage)).collect();
        bottom = bottom.max(row(lay, &here, (span.x + STAGE_PADDING, top + LANE_PADDING), span.width));
    }
    let here: Vec<&Arc<Metric>> = all.iter().filter(|metric| is_of_whole(lay, metric)).collect();
    if !here.is_empty() {
        let any_above = bottom > top + LANE_PADDING;
        let y = if any_above { bottom + ROW_GAP + 4.0 } else { bottom };
        let left = lay.grid.stage(Stage::Attention).x + STAGE_PADDING;
        let words = lay.texts.get("map-whole-way");
        let text = lay.shaper.shape(&words, style::STEP, None, Align::Left);
        let mut pen = Pen::body();
        pen.text(point(left, y), text, lay.theme.mute);
        lay.put(pen);
        let room = lay.grid.right - left;
        bottom = row(lay, &here, (left, y + 18.0), room);
    }
    bottom - top + LANE_PADDING
}

fn is_of_whole(lay: &Lay<'_>, metric: &Metric) -> bool {
    matches!(&metric.subject, MetricSubject::Journey(id) if *id == lay.journey.id)
}

fn stage_of(lay: &Lay<'_>, metric: &Metric) -> Option<Stage> {
    match &metric.subject {
        MetricSubject::Journey(_) => None,
        MetricSubject::Stage(journey, stage) => (*journey == lay.journey.id).then_some(*stage),
        MetricSubject::Touchpoint(id) => {
            lay.journey.touchpoints.get(id).and_then(|touchpoint| lay.journey.stage_of(touchpoint))
        }
    }
}

/// Metrics side by side from `at`, wrapped within `room`; returns where they end below.
fn row(lay: &mut Lay<'_>, metrics: &[&Arc<Metric>], at: (f32, f32), room: f32) -> f32 {
    let per_row = ((room - STAGE_PADDING) / CELL).floor().max(1.0) as usize;
    let mut y = at.1;
    for chunk in metrics.chunks(per_row) {
        let mut bottom = y;
        for (place, metric) in chunk.iter().enumerate() {
            bottom = bottom.max(cell(lay, metric, (at.0 + place as f32 * CELL, y)));
        }
        y = bottom + ROW_GAP;
    }
    if metrics.is_empty() { at.1 } else { y - ROW_GAP }
}

fn cell(lay: &mut Lay<'_>, metric: &Metric, (x, y): (f32, f32)) -> f32 {
    let figure = figure(metric);
    let title = title(lay, metric, &figure);
    let value = value_words(metric, &figure, &lay.journey.info.currency, lay.document.info.language);
    let note = note(lay, metric, &figure);
    let label = [title.as_str(), value.as_str(), note.as_str()].into_iter().filter(|part| !part.is_empty());
    let label = label.collect::<Vec<_>>().join(", ");
    // Short of the line that ends a stage.
    let room = CARD_WIDTH + STAGE_PADDING - 8.0;
    let name = lay.shaper.shape(&title, style::METRIC_NAME, Some(room), Align::Left);
    let shown = lay.shaper.shape(&value, style::METRIC, None, Align::Left);
    let beside = lay.shaper.measure(&note, style::LANE_NOTE) + shown.width + 10.0 <= room;
    let note = lay.shaper.shape(&note, style::LANE_NOTE, Some(room), Align::Left);
    let value_top = y + name.height;
    let (note_x, note_top) =
        if beside { (x + shown.width + 10.0, value_top + 7.0) } else { (x, value_top + shown.height) };
    let bottom = (value_top + shown.height).max(note_top + note.height);
    let area = rect(x, y, room, bottom - y);
    let subject = Subject::Metric(metric.id.clone());
    let mut pen = Pen::body().hit(area, HitTarget::Subject(subject.clone()), label);
    pen.written(point(x, y), name, lay.theme.mute, (TextSpot::name(subject.clone()), room));
    if matches!(metric.data, MetricData::Number { .. }) {
        let spot = TextSpot { subject, field: TextField::Value };
        pen.written(point(x, value_top), shown, lay.theme.ink, (spot, room));
    } else {
        pen.text(point(x, value_top), shown, lay.theme.ink);
    }
    pen.text(point(note_x, note_top), note, lay.theme.mute);
    lay.put(pen);
    bottom
}

fn title(lay: &Lay<'_>, metric: &Metric, figure: &Figure) -> String {
    if !metric.title.trim().is_empty() {
        return metric.title.trim().to_owned();
    }
    lay.texts.get(match figure.kind {
        FigureKind::Nps => "metric-nps",
        FigureKind::Csat => "metric-csat",
        FigureKind::Ces => "metric-ces",
        FigureKind::Churn => "metric-churn",
        FigureKind::Revenue => "metric-revenue",
        FigureKind::Ltv => "metric-ltv",
        FigureKind::Share => "metric-share",
        FigureKind::Number => "metric-number",
    })
}

/// A figure's value as the map says it; money with its currency.
pub fn value_words(metric: &Metric, figure: &Figure, currency: &str, language: Language) -> String {
    let Ok(value) = figure.value else { return "—".to_owned() };
    match figure.kind {
        FigureKind::Nps => number(value, 0, language),
        FigureKind::Csat | FigureKind::Churn | FigureKind::Share => {
            // Small percentages say little without a decimal.
            let decimals = usize::from(value.abs() < 10.0);
            let figure = short_number(value, decimals, language);
            if language == Language::Ru { format!("{figure}\u{a0}%") } else { format!("{figure}%") }
        }
        FigureKind::Ces => number(value, 1, language),
        FigureKind::Revenue | FigureKind::Ltv => {
            let figure = number(value, 0, language);
            format!("{figure}\u{a0}{currency}").trim_end().to_owned()
        }
        FigureKind::Number => {
            let MetricData::Number { value, .. } = metric.data else { return "—".to_owned() };
            short_number(value, 2, language)
        }
    }
}

/// The interval with its sample, or "few answers"; then the unit and the target.
fn note(lay: &Lay<'_>, metric: &Metric, figure: &Figure) -> String {
    let language = lay.document.info.language;
    let decimals = usize::from(figure.kind == FigureKind::Ces);
    let sample = figure.n.map(|n| number(n as f64, 0, language));
    let mut parts = Vec::new();
    if let Some((low, high)) = figure.interval {
        parts.push(format!("{}–{}", number(low, decimals, language), number(high, decimals, language)));
    } else if figure.few_answers {
        parts.push(lay.texts.get("map-few-answers"));
    }
    if let Some(sample) = sample {
        parts.push(format!("n\u{a0}=\u{a0}{sample}"));
    }
    let mut out = parts.join(", ");
    // Money already says its currency.
    let unit = if metric.unit.trim() == lay.journey.info.currency.trim() { "" } else { metric.unit.trim() };
    let target = metric
        .target
        .map(|target| lay.texts.with("map-target", &[("target", short_number(target, 1, language).into())]));
    for part in [unit, target.as_deref().unwrap_or("")].into_iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str(" · ");
        }
        out.push_str(part);
    }
    out
}
