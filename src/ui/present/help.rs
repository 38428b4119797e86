//! The overlay of keys: the show's table, in groups, large enough to be read from a chair.

use egui::{Color32, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{ShowCtx, ink, keys};
use crate::present::show::{Group, ShowCommand};
use crate::scene::text::Weight;
use crate::ui::command::Menu;
use crate::ui::style::rgba;
use crate::ui::widgets::{line, line_at};

/// Everything is measured on a screen of 1080 lines.
const ROW: f32 = 45.0;
const COLUMN: f32 = 540.0;
const GAP: f32 = 52.0;
const PADDING: f32 = 48.0;
const LETTERS: f32 = 23.0;
/// More keys than this for one command are not worth learning.
const MOST_KEYS: usize = 3;

/// The groups that stand below each other.
const COLUMNS: [&[Group]; 3] = [&[Group::Moving, Group::Picture], &[Group::Pointing, Group::Show], &[Group::Workshop]];

/// A row: what is done, and what stands on its keys.
struct Row {
    name: String,
    keys: Vec<String>,
}

/// Shows it over the picture.
pub(super) fn help_ui(ui: &Ui, ctx: &ShowCtx<'_>, area: Rect) {
    let theme = ctx.theme();
    let columns: Vec<Vec<(String, Vec<Row>)>> = COLUMNS.iter().map(|groups| column(ui, ctx, groups)).collect();
    let rows = |column: &Vec<(String, Vec<Row>)>| {
        let rows: usize = column.iter().map(|(_, rows)| rows.len() + 1).sum();
        rows as f32 + 0.5 * column.len().saturating_sub(1) as f32
    };
    let tallest = columns.iter().map(rows).fold(0.0, f32::max);
    let size = vec2(3.0 * COLUMN + 2.0 * GAP + 2.0 * PADDING, tallest * ROW + 2.0 * PADDING + 1.2 * ROW);
    let unit = (area.width() * 0.96 / size.x).min(area.height() * 0.96 / size.y).min(area.height() / 1080.0);
    let card = Rect::from_center_size(area.center(), size * unit);
    let painter = ui.painter_at(area);
    scrim(&painter, area);
    let edge = Stroke::new(1.0, rgba(theme.card_line));
    painter.rect(card, 18.0 * unit, rgba(theme.card), edge, StrokeKind::Inside);
    let left_top = card.min + vec2(PADDING, PADDING) * unit;
    let title = ink(Weight::Bold, 34.0 * unit, theme.ink);
    let width = card.width() - 2.0 * PADDING * unit;
    line_at(&painter, (left_top.x, left_top.y + 0.4 * ROW * unit), &ctx.text("show-help-title"), title, width);
    let hint = ctx.text("show-help-hint");
    let mute = ink(Weight::Regular, LETTERS * unit, theme.mute);
    let hint = line(&painter, &hint, mute, width);
    let right = pos2(left_top.x + width - hint.size().x, left_top.y + 0.4 * ROW * unit - hint.size().y / 2.0);
    painter.galley(right, hint, Color32::PLACEHOLDER);
    for (at, groups) in columns.iter().enumerate() {
        let x = left_top.x + at as f32 * (COLUMN + GAP) * unit;
        let mut y = left_top.y + 1.7 * ROW * unit;
        for (name, rows) in groups {
            let heading = ink(Weight::SemiBold, LETTERS * unit, theme.accent);
            line_at(&painter, (x, y), name, heading, COLUMN * unit);
            y += ROW * unit;
            for row in rows {
                row_ui(ui, ctx, row, (x, y, unit));
                y += ROW * unit;
            }
            y += 0.5 * ROW * unit;
        }
    }
}

/// What makes the picture step back behind something.
pub(super) fn scrim(painter: &Painter, area: Rect) {
    painter.rect_filled(area, 0.0, Color32::from_black_alpha(150));
}

fn column(ui: &Ui, ctx: &ShowCtx<'_>, groups: &[Group]) -> Vec<(String, Vec<Row>)> {
    let filled = |group: &Group| {
        let rows = rows(ui, ctx, *group);
        (!rows.is_empty()).then(|| (ctx.text(group.key()), rows))
    };
    groups.iter().filter_map(filled).collect()
}

/// The rows of a group; the five stages share one.
fn rows(ui: &Ui, ctx: &ShowCtx<'_>, group: Group) -> Vec<Row> {
    let of_group = ShowCommand::ALL.iter().filter(|command| command.group() == group);
    let row = |command: &ShowCommand| match command {
        ShowCommand::Attention => {
            Some(Row { name: ctx.text("show-stages"), keys: vec!["1".to_owned(), "…".to_owned(), "5".to_owned()] })
        }
        command if command.stage().is_some() => None,
        command => {
            let presses = command.presses().iter().take(MOST_KEYS);
            let keys = presses.map(|press| keys::label(ctx, *press)).collect();
            Some(Row { name: ctx.text(command.name_key()), keys })
        }
    };
    let mut rows: Vec<Row> = of_group.filter_map(row).collect();
    if group == Group::Workshop {
        let of_timer = keys::OF_THE_EDITOR.iter().filter(|command| command.menu() == Menu::Show);
        rows.extend(of_timer.filter_map(|command| {
            let keys = vec![ui.ctx().format_shortcut(&command.shortcut()?)];
            Some(Row { name: ctx.text(command.name_key()), keys })
        }));
    }
    rows
}

/// The name at the left, the keys at the right.
fn row_ui(ui: &Ui, ctx: &ShowCtx<'_>, row: &Row, (x, y, unit): (f32, f32, f32)) {
    let theme = ctx.theme();
    let painter = ui.painter();
    let rect = Rect::from_min_size(pos2(x, y - 0.5 * ROW * unit), vec2(COLUMN, ROW) * unit);
    let response = ui.interact(rect, ui.scope_id().with(("key", &row.name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.name));
    let mut right = rect.right();
    for key in row.keys.iter().rev() {
        let galley = line(painter, key, ink(Weight::SemiBold, 20.0 * unit, theme.ink), 200.0 * unit);
        let bare = key == "…";
        let width = (galley.size().x + 22.0 * unit).max(36.0 * unit);
        let cap = Rect::from_min_size(pos2(right - width, y - 17.0 * unit), vec2(width, 34.0 * unit));
        if !bare {
            let edge = Stroke::new(1.0_f32.max(1.5 * unit), rgba(theme.card_line));
            painter.rect(cap, 7.0 * unit, rgba(theme.pill), edge, StrokeKind::Inside);
        }
        painter.galley(cap.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
        right -= width + 8.0 * unit;
    }
    line_at(painter, (x, y), &row.name, ink(Weight::Regular, LETTERS * unit, theme.ink), right - x - 12.0 * unit);
}
