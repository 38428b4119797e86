//! What stands in a cell: words, figures at the right, dashes for severity, a disc for how well a claim is known.

use egui::{Color32, Rect, Response, Ui, pos2};

use super::head::CELL_INSET;
use super::words::cell;
use crate::analysis::ledger::{Column, Row, Status};
use crate::model::{BarrierStatus, OpportunityStatus};
use crate::scene::Theme;
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, level_disc, line, lines, severity_dashes};

/// Draws a cell; what had to be shortened is told in full where it is pointed at.
pub(super) fn cell_ui(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    (row, column): (&Row, Column),
    (area, seen): (Rect, Rect),
    response: &Response,
) {
    let painter = ui.painter_at(seen);
    let y = area.center().y;
    let left = area.left() + if column == Column::Statement { super::bar::INSET } else { CELL_INSET };
    match column {
        Column::Severity => {
            if let Some(severity) = row.severity() {
                severity_dashes(&painter, pos2(left, y - 2.5), severity, ctx.theme);
            }
            return;
        }
        Column::Evidence => level_disc(&painter, pos2(left + 5.0, y), row.level, ctx.theme.mute),
        Column::Status => {
            if let Some(status) = row.status() {
                status_mark(&painter, pos2(left + 5.0, y), status, ctx.theme);
            }
        }
        _ => {}
    }
    let indent = if matches!(column, Column::Evidence | Column::Status) { 16.0 } else { 0.0 };
    let words = cell(ctx, row, column);
    let at = left + indent;
    // The way to the map stands at the end of the one that is pointed at: its room is kept, so that no word moves or is
    // covered while the pointer comes and goes.
    let spare = if column == Column::Statement { super::row::WAY } else { CELL_INSET };
    let room = area.right() - at - spare;
    let ink = ink_of(ctx, (row, column));
    // What it says goes on in a second line.
    let galley = if column == Column::Statement {
        lines(&painter, &words, ink, (room, 2))
    } else {
        line(&painter, &words, ink, room)
    };
    let x = if is_figure(column) { area.right() - CELL_INSET - galley.size().x } else { at };
    let shortened = galley.elided;
    painter.galley(pos2(x, y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
    if shortened && response.hovered() && ui.rect_contains_pointer(seen) {
        response.clone().on_hover_text_at_pointer(words);
    }
}

/// Whether a column holds numbers, which stand below each other by their last digit.
pub(super) fn is_figure(column: Column) -> bool {
    matches!(
        column,
        Column::Frequency
            | Column::Leave
            | Column::EmotionCost
            | Column::ValueCustomer
            | Column::ValueBusiness
            | Column::Effort
            | Column::CostOnce
            | Column::CostPeriod
            | Column::Rice
            | Column::Closes
    )
}

fn ink_of(ctx: &ViewCtx<'_>, (row, column): (&Row, Column)) -> crate::ui::widgets::Ink {
    let theme = ctx.theme;
    let over = row.status().is_some_and(Status::is_over);
    let nowhere = column == Column::Touchpoints && row.places.is_empty();
    match column {
        Column::Statement if over => ink(Weight::Medium, fonts::BODY, theme.mute),
        Column::Statement => ink(Weight::Medium, fonts::BODY, theme.ink),
        Column::Touchpoints if nowhere => ink(Weight::Regular, fonts::SMALL, theme.negative_text),
        Column::Frequency | Column::Leave | Column::Rice => ink(Weight::SemiBold, fonts::SMALL, theme.ink),
        _ => ink(Weight::Regular, fonts::SMALL, theme.ink),
    }
}

/// A disc that fills as the work goes on: empty, half, full; a check where nothing is left to do; a bar where it is
/// left as it is.
fn status_mark(painter: &egui::Painter, center: egui::Pos2, status: Status, theme: &Theme) {
    use crate::analysis::Level;
    match status {
        Status::Barrier(BarrierStatus::Found) | Status::Opportunity(OpportunityStatus::Idea) => {
            level_disc(painter, center, Level::Hypothesis, theme.mute);
        }
        Status::Barrier(BarrierStatus::Studied) | Status::Opportunity(OpportunityStatus::Chosen) => {
            level_disc(painter, center, Level::Partial, theme.mute);
        }
        Status::Barrier(BarrierStatus::InWork) | Status::Opportunity(OpportunityStatus::InWork) => {
            level_disc(painter, center, Level::Researched, theme.accent);
        }
        Status::Barrier(BarrierStatus::Fixed | BarrierStatus::Verified)
        | Status::Opportunity(OpportunityStatus::Done) => {
            let square = Rect::from_center_size(center, egui::vec2(14.0, 14.0));
            crate::ui::icon::paint(painter, square, crate::ui::icon::IconName::Check, rgba(theme.positive));
        }
        Status::Barrier(BarrierStatus::Accepted) | Status::Opportunity(OpportunityStatus::Rejected) => {
            painter.hline(center.x - 4.0..=center.x + 4.0, center.y, (1.5, rgba(theme.mute)));
        }
    }
}
