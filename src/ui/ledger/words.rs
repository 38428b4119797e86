//! What the lists say: names of columns and groups, what stands in a cell, a row as a sentence, the table as text.

use crate::analysis::ledger::{Column, GroupBy, GroupKey, Item, Kind, Row, Sums, Table, rice};
use crate::i18n::number::{percent, short_number};
use crate::model::{ChannelId, DepartmentId, Stage};
use crate::ui::context::ViewCtx;
use crate::ui::inspector::{blocks_word, level_said, level_word, status_word};
use crate::ui::side::stage_name;

/// The name of a list.
pub(super) fn kind_name(ctx: &ViewCtx<'_>, kind: Kind) -> String {
    ctx.text(match kind {
        Kind::Barriers => "barriers",
        Kind::Opportunities => "opportunities",
        Kind::Strengths => "strengths",
    })
}

/// The name of a column.
pub(super) fn column_name(ctx: &ViewCtx<'_>, column: Column) -> String {
    ctx.text(&format!("ledger-column-{}", column.key()))
}

/// What groups are called by.
pub(super) fn group_by_name(ctx: &ViewCtx<'_>, by: GroupBy) -> String {
    ctx.text(match by {
        GroupBy::Stage => "ledger-column-stage",
        GroupBy::Channel => "ledger-column-channel",
        GroupBy::Owner => "ledger-column-owner",
        GroupBy::Severity => "ledger-column-severity",
        GroupBy::Status => "ledger-column-status",
    })
}

/// The name of a stage: in the shown journey its own.
pub(super) fn stage_word(ctx: &ViewCtx<'_>, stage: Stage) -> String {
    match ctx.journey {
        Some(journey) => stage_name(ctx, journey, stage),
        None => ctx.text(&format!("stage-{}", stage.key())),
    }
}

pub(super) fn channel_name(ctx: &ViewCtx<'_>, id: &ChannelId) -> String {
    ctx.document.channels.get(id).map(|channel| channel.name.clone()).unwrap_or_default()
}

pub(super) fn department_name(ctx: &ViewCtx<'_>, id: &DepartmentId) -> String {
    ctx.document.departments.get(id).map(|department| department.name.clone()).unwrap_or_default()
}

/// The name of a group.
pub(super) fn group_name(ctx: &ViewCtx<'_>, key: &GroupKey) -> String {
    match key {
        GroupKey::Stage(Some(stage)) => stage_word(ctx, *stage),
        GroupKey::Stage(None) => ctx.text("ledger-not-placed"),
        GroupKey::Channel(Some(id)) => channel_name(ctx, id),
        GroupKey::Channel(None) => ctx.text("ledger-no-channel"),
        GroupKey::Owner(Some(id)) => department_name(ctx, id),
        GroupKey::Owner(None) => ctx.text("ledger-no-owner"),
        GroupKey::Severity(Some(severity)) => ctx.texts.with("ledger-severity", &[("severity", (*severity).into())]),
        GroupKey::Severity(None) => ctx.text("ledger-no-severity"),
        GroupKey::Status(Some(status)) => status_word(ctx, *status),
        GroupKey::Status(None) => ctx.text("choice-none"),
    }
}

/// What rows come to, in words.
pub(super) fn sums_words(ctx: &ViewCtx<'_>, kind: Kind, sums: &Sums) -> String {
    let mut words = vec![sums.count.to_string()];
    if kind == Kind::Barriers && sums.severe > 0 {
        words.push(ctx.texts.with("ledger-severe", &[("count", sums.severe.into())]));
    }
    if sums.over > 0 {
        let key = if kind == Kind::Barriers { "ledger-fixed" } else { "ledger-done" };
        words.push(ctx.texts.with(key, &[("count", sums.over.into())]));
    }
    let money = |value: f64| short_number(value, 0, ctx.language());
    if sums.cost_once > 0.0 {
        words.push(ctx.texts.with("ledger-cost-once", &[("sum", money(sums.cost_once).into())]));
    }
    if sums.cost_per_period > 0.0 {
        words.push(ctx.texts.with("ledger-cost-period", &[("sum", money(sums.cost_per_period).into())]));
    }
    words.join(" · ")
}

/// What a row says, or what is said instead.
pub(super) fn statement(ctx: &ViewCtx<'_>, row: &Row) -> String {
    ctx.named(row.statement(), "map-untitled-note").replace('\n', " ")
}

/// Where a row is met.
fn touchpoints(ctx: &ViewCtx<'_>, row: &Row) -> String {
    let mut titles: Vec<String> = Vec::new();
    for place in &row.places {
        let title = match &place.touchpoint {
            None => ctx.text("ledger-whole-stage"),
            Some(_) => ctx.named(&place.title, "untitled-touchpoint").replace('\n', " "),
        };
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    if titles.is_empty() { ctx.text("ledger-not-placed") } else { titles.join(", ") }
}

/// What stands in a cell; nothing where nothing is known.
pub(super) fn cell(ctx: &ViewCtx<'_>, row: &Row, column: Column) -> String {
    let language = ctx.language();
    let number = |value: Option<f64>| value.map(|value| short_number(value, 2, language)).unwrap_or_default();
    let score = |value: Option<u8>| value.map(|value| value.to_string()).unwrap_or_default();
    let joined = |words: Vec<String>| words.join(", ");
    match (column, &row.item) {
        (Column::Statement, _) => statement(ctx, row),
        (Column::Stage, _) => joined(row.stages.iter().map(|stage| stage_word(ctx, *stage)).collect()),
        (Column::Touchpoints, _) => touchpoints(ctx, row),
        (Column::Channel, _) => joined(row.channels.iter().map(|id| channel_name(ctx, id)).collect()),
        (Column::Owner, _) => row.owner().map(|id| department_name(ctx, id)).unwrap_or_default(),
        (Column::Severity, _) => score(row.severity()),
        (Column::Evidence, _) => level_word(ctx, row.level),
        (Column::Status, _) => row.status().map(|status| status_word(ctx, status)).unwrap_or_default(),
        (Column::Since, _) => row.since().map(|day| day.to_string()).unwrap_or_default(),
        (Column::Personas, _) if row.personas().is_empty() => ctx.text("choice-everybody"),
        (Column::Personas, _) => {
            let names = row.personas().iter().filter_map(|id| ctx.document.personas.get(id));
            joined(names.map(|persona| persona.name.clone()).collect())
        }
        (Column::Frequency, Item::Barrier(it)) => it.frequency.map(|it| percent(it, language)).unwrap_or_default(),
        (Column::Leave, Item::Barrier(it)) => it.leave.map(|it| percent(it, language)).unwrap_or_default(),
        (Column::EmotionCost, Item::Barrier(it)) => number(it.emotion_cost),
        (Column::Blocks, Item::Barrier(it)) => joined(it.blocks.iter().map(|it| blocks_word(ctx, *it)).collect()),
        (Column::ValueCustomer, Item::Opportunity(it)) => score(it.value_to_customer),
        (Column::ValueBusiness, Item::Opportunity(it)) => score(it.value_to_business),
        (Column::Effort, Item::Opportunity(it)) => score(it.effort),
        (Column::CostOnce, Item::Opportunity(it)) => number(it.cost_once),
        (Column::CostPeriod, Item::Opportunity(it)) => number(it.cost_per_period),
        (Column::Rice, Item::Opportunity(it)) => number(rice(it)),
        (Column::Due, Item::Opportunity(it)) => it.due.map(|day| day.to_string()).unwrap_or_default(),
        (Column::Closes, Item::Opportunity(it)) if !it.barriers.is_empty() => it.barriers.len().to_string(),
        _ => String::new(),
    }
}

/// A row as assistive technology says it.
pub(super) fn sentence(ctx: &ViewCtx<'_>, row: &Row) -> String {
    let mut parts = vec![statement(ctx, row)];
    if let Some(severity) = row.severity() {
        parts.push(ctx.texts.with("ledger-severity", &[("severity", severity.into())]));
    }
    for column in [Column::Status, Column::Owner, Column::Touchpoints] {
        let words = cell(ctx, row, column);
        if !words.is_empty() {
            parts.push(words);
        }
    }
    parts.push(level_said(ctx, row.level));
    parts.join(", ")
}

/// The shown rows as text that Excel and Google Sheets take as a grid.
pub(super) fn as_grid(ctx: &ViewCtx<'_>, kind: Kind, table: &Table) -> String {
    let columns = Column::of(kind);
    let mut lines = vec![columns.iter().map(|column| column_name(ctx, *column)).collect::<Vec<_>>().join("\t")];
    for row in table.wanted.iter().filter_map(|index| table.rows.get(*index)) {
        let cells = columns.iter().map(|column| plain(&cell(ctx, row, *column)));
        lines.push(cells.collect::<Vec<_>>().join("\t"));
    }
    lines.join("\n")
}

/// A cell that neither breaks the grid nor is taken for a formula.
fn plain(words: &str) -> String {
    let words = words.replace(['\t', '\n', '\r'], " ");
    if words.starts_with(['=', '+', '-', '@']) { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_neither_break_the_grid_nor_are_taken_for_formulas() {
        let check = |words: &str, expect: &str| assert_eq!(plain(words), expect);
        check("two\nlines\tand a tab", "two lines and a tab");
        check("=1+1", "'=1+1");
        check("−1,5", "−1,5");
        check("-hyphen", "'-hyphen");
    }
}
