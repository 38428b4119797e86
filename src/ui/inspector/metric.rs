//! Metrics: the list under a thing, and the inspector of one with its raw counts.

use std::sync::Arc;

use egui::{Color32, Ui, pos2};

use super::form::{Form, Unit};
use super::{kind_ui, remove_ui};
use crate::analysis::figure;
use crate::edit::ItemValue;
use crate::i18n::number::{MOST_WHOLE, number};
use crate::model::{Metric, MetricData, MetricSubject, Subject};
use crate::scene::lanes::value_words;
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::widgets::{heading_ui, ink, line, line_at, paragraph_ui, row_ui};

/// The metrics of a thing, and a way to add one.
pub(super) fn list_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, about: &MetricSubject) {
    if heading_ui(ui, ctx.theme, &ctx.text("metrics"), Some(&ctx.text("add-metric"))) {
        ctx.push(Action::Add(New::Metric(about.clone())));
    }
    for metric in ctx.document.metrics.iter().filter(|metric| metric.subject == *about) {
        let title = title(ctx, metric);
        let said = said(ctx, metric, &title);
        let row = row_ui(ui, ctx, (24.0, 0.0), &said, false);
        let (rect, y) = (row.rect, row.rect.center().y);
        let (value, sample) = value_and_sample(ctx, metric);
        let sample = line(ui.painter(), &sample, ink(Weight::Regular, fonts::LABEL, ctx.theme.mute), 84.0);
        let value = line(ui.painter(), &value, ink(Weight::SemiBold, 12.5, ctx.theme.ink), 110.0);
        let sample_left = rect.right() - 4.0 - sample.size().x;
        let left = sample_left - value.size().x - if sample.size().x > 1.0 { 6.0 } else { 0.0 };
        let width = rect.right() - left;
        for (x, galley) in [(sample_left, sample), (left, value)] {
            ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
        }
        let words = ink(Weight::Regular, 12.5, ctx.theme.ink);
        line_at(ui.painter(), (rect.left() + 4.0, y), &title, words, rect.width() - width - 12.0);
        if row.response.on_hover_text(said).clicked() {
            ctx.push(Action::Select(vec![Subject::Metric(metric.id.clone())]));
        }
    }
    ui.add_space(4.0);
}

/// The figure and how many it rests on.
fn value_and_sample(ctx: &ViewCtx<'_>, metric: &Metric) -> (String, String) {
    let figure = figure(metric);
    let currency = ctx.journey.map(|journey| journey.info.currency.as_str()).unwrap_or_default();
    let value = value_words(metric, &figure, currency, ctx.language());
    let sample = figure.n.map(|n| format!("n\u{a0}=\u{a0}{}", number(n as f64, 0, ctx.language())));
    (value, sample.unwrap_or_default())
}

/// All of it in one line: title, figure, sample, period.
fn said(ctx: &ViewCtx<'_>, metric: &Metric, title: &str) -> String {
    let (value, sample) = value_and_sample(ctx, metric);
    let parts = [title, &value, &sample, metric.period.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn title(ctx: &ViewCtx<'_>, metric: &Metric) -> String {
    if metric.title.trim().is_empty() { ctx.text(kind_key(&metric.data)) } else { metric.title.clone() }
}

fn kind_key(data: &MetricData) -> &'static str {
    match data {
        MetricData::Nps(_) => "metric-nps",
        MetricData::Csat(_) => "metric-csat",
        MetricData::Ces(_) => "metric-ces",
        MetricData::Churn { .. } => "metric-churn",
        MetricData::Revenue { .. } => "metric-revenue",
        MetricData::Ltv { .. } => "metric-ltv",
        MetricData::Share { .. } => "metric-share",
        MetricData::Number { .. } => "metric-number",
    }
}

/// The inspector of one metric.
pub(super) fn metric_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, metric: &Arc<Metric>) {
    let subject = Subject::Metric(metric.id.clone());
    let mut changed = (**metric).clone();
    kind_ui(ui, &ctx.text("kind-metric"), ctx.theme.mute);
    let mut form = Form::new(ui, ctx, &subject);
    form.title("metric-title", &mut changed.title);
    kind_field(&mut form, &mut changed);
    data_fields(&mut form, &mut changed.data);
    form.text("metric-period", &mut changed.period);
    form.text("metric-unit", &mut changed.unit);
    form.number("metric-target", Unit::Plain, &mut changed.target);
    let none = std::iter::once((None, ctx.text("choice-everybody")));
    let personas: Vec<_> = none.chain(super::personas(ctx).into_iter().map(|(id, name)| (Some(id), name))).collect();
    form.choice("metric-persona", &mut changed.persona, &personas);
    let field = form.changed;
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Metric(Arc::new(changed)));
    }
}

/// What is counted. Another kind begins with no counts.
fn kind_field(form: &mut Form<'_, '_>, metric: &mut Metric) {
    let kinds = [
        MetricData::Nps([0; 11]),
        MetricData::Csat([0; 5]),
        MetricData::Ces([0; 7]),
        MetricData::Churn { lost: 0, at_start: 0 },
        MetricData::Revenue { revenue: 0.0, customers: 0 },
        MetricData::Ltv { margin: 0.0, churn: 0.0, discount: 0.0 },
        MetricData::Share { part: 0, whole: 0 },
        MetricData::Number { value: 0.0, sample: None },
    ];
    let mut kind = kind_key(&metric.data);
    let choices: Vec<_> = kinds.iter().map(|data| (kind_key(data), form.ctx.text(kind_key(data)))).collect();
    form.choice("metric-kind", &mut kind, &choices);
    if kind != kind_key(&metric.data)
        && let Some(data) = kinds.into_iter().find(|data| kind_key(data) == kind)
    {
        metric.data = data;
    }
}

fn data_fields(form: &mut Form<'_, '_>, data: &mut MetricData) {
    match data {
        MetricData::Nps(counts) => counts_ui(form, counts, 0),
        MetricData::Csat(counts) => counts_ui(form, counts, 1),
        MetricData::Ces(counts) => counts_ui(form, counts, 1),
        MetricData::Churn { lost, at_start } => {
            whole(form, "metric-lost", lost);
            whole(form, "metric-at-start", at_start);
        }
        MetricData::Revenue { revenue, customers } => {
            plain(form, ("metric-revenue", Unit::Plain), revenue);
            whole(form, "metric-customers", customers);
        }
        MetricData::Ltv { margin, churn, discount } => {
            plain(form, ("metric-margin", Unit::Plain), margin);
            plain(form, ("metric-churn", Unit::Percent), churn);
            plain(form, ("metric-discount", Unit::Percent), discount);
        }
        MetricData::Share { part, whole: all } => {
            whole(form, "metric-part", part);
            whole(form, "metric-whole", all);
        }
        MetricData::Number { value, sample } => {
            plain(form, ("metric-value", Unit::Plain), value);
            form.count("sample", MOST_WHOLE, sample);
        }
    }
}

fn plain(form: &mut Form<'_, '_>, (field, unit): (&'static str, Unit), value: &mut f64) {
    let mut typed = Some(*value);
    form.number(field, unit, &mut typed);
    *value = typed.unwrap_or(0.0);
}

fn whole(form: &mut Form<'_, '_>, field: &'static str, value: &mut u64) {
    let mut typed = Some(*value);
    form.count(field, MOST_WHOLE, &mut typed);
    *value = typed.unwrap_or(0);
}

/// How many gave each answer, as one line of figures: "12 0 3 …".
fn counts_ui(form: &mut Form<'_, '_>, counts: &mut [u64], first: usize) {
    let words = form.ctx.texts.with(
        "metric-counts-hint",
        &[("first", first.into()), ("last", (first + counts.len().saturating_sub(1)).into())],
    );
    paragraph_ui(form.ui, &words, ink(Weight::Regular, fonts::SMALL, form.ctx.theme.mute));
    let shown = counts.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
    let places = counts.len();
    let most = number(MOST_WHOLE as f64, 0, form.ctx.language());
    let hint = form.ctx.texts.with("counts-hint", &[("places", places.into()), ("most", most.into())]);
    let read = |text: &str| figures(text, places).ok_or_else(|| hint.clone());
    if let Some(typed) = form.typed("metric-counts", shown, read) {
        for (place, count) in counts.iter_mut().enumerate() {
            *count = typed.get(place).copied().unwrap_or(0);
        }
    }
}

/// So many figures at most, apart by spaces; those that are missing are 0. `None` where one is no figure.
fn figures(text: &str, places: usize) -> Option<Vec<u64>> {
    let figure = |text: &str| text.parse::<u64>().ok().filter(|figure| *figure <= MOST_WHOLE);
    let figures: Vec<u64> = text.split_whitespace().map(figure).collect::<Option<_>>()?;
    (figures.len() <= places).then_some(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_figures_and_no_more_than_there_can_be() {
        let check = |text: &str, expect: Option<&[u64]>| assert_eq!(figures(text, 3).as_deref(), expect, "{text}");
        check("1 20  3", Some(&[1, 20, 3]));
        check("1 20", Some(&[1, 20]));
        check("", Some(&[]));
        check("1 2 3 4", None);
        check("1 x 3", None);
        check("1 -2 3", None);
        check("1 99999999999999999999 3", None);
    }
}
