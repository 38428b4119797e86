//! The list itself: rows that scroll under a header, the statements staying at the left. Only what is in sight is laid out.

use egui::{EventFilter, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::state::grid_id;
use super::words::{column_name, kind_name, sentence};
use super::{LedgerView, head, keys, row, words};
use crate::analysis::ledger::{Column, Kind, Line, Table};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, line, line_at};

/// The height of a row, and of a group's head.
pub(super) const ROW: f32 = 44.0;
const HEADER: f32 = 32.0;
const FOOTER: f32 = 30.0;
/// The narrowest column of statements.
const STATEMENT: f32 = 200.0;
/// So much is seen of the first column that has no room: that there is one.
const PEEK: f32 = 28.0;
/// With less height than this for the list, what it comes to is left out.
const LEAST_WITH_FOOTER: f32 = 150.0;

/// What stands beside the name of a column at least and at best: air, and the arrow of what the list is sorted by.
const HEAD: (f32, f32) = (32.0, 36.0);

/// A column with its place, from the left edge of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) column: Column,
    pub(super) x: f32,
    pub(super) width: f32,
}

/// Where everything stands on the screen.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The columns, the statement first.
    pub(super) columns: Vec<Placed>,
    /// Where rows are seen.
    pub(super) body: Rect,
    /// How far the columns are moved to the left.
    pub(super) shift: f32,
}

impl Plan {
    fn new(ui: &Ui, ctx: &ViewCtx<'_>, kind: Kind, body: Rect) -> Self {
        let name = |column| line(ui.painter(), &column_name(ctx, column), head::ink_of(ctx), 400.0).size().x;
        let others: Vec<(f32, f32)> = Column::of(kind)
            .iter()
            .skip(1)
            .map(|column| {
                let (least, wished) = widths_of(*column);
                (least.max(name(*column) + HEAD.0), wished.max(name(*column) + HEAD.1))
            })
            .collect();
        let mut widths = shared(body.width(), &others).into_iter();
        let mut x = 0.0;
        let columns = Column::of(kind).iter().map(|column| {
            let width = widths.next().unwrap_or(STATEMENT);
            let placed = Placed { column: *column, x, width };
            x += width;
            placed
        });
        Self { columns: columns.collect(), body, shift: 0.0 }
    }

    /// The width of all columns.
    pub(super) fn width(&self) -> f32 {
        self.columns.iter().map(|placed| placed.width).sum()
    }

    /// The right edge of the column that stays.
    pub(super) fn frozen(&self) -> f32 {
        self.body.left() + self.columns.first().map_or(0.0, |placed| placed.width)
    }

    /// Where a cell of a line is, and the part of it that is seen.
    pub(super) fn cell(&self, placed: &Placed, line: Rect) -> (Rect, Rect) {
        let frozen = placed.column == Column::Statement;
        let left = self.body.left() + placed.x - if frozen { 0.0 } else { self.shift };
        let cell = Rect::from_min_size(pos2(left, line.top()), vec2(placed.width, line.height()));
        let from = if frozen { self.body.left() } else { self.frozen() };
        (cell, cell.intersect(Rect::everything_right_of(from)).intersect(line))
    }
}

/// How wide the statement and the other columns are, each at least and at best as wide as this. The statement has what is
/// left; it gives way before the others do, and they alike.
fn shared(room: f32, others: &[(f32, f32)]) -> Vec<f32> {
    let least: f32 = others.iter().map(|(least, _)| least).sum();
    let wished: f32 = others.iter().map(|(_, wished)| wished).sum();
    let left = room - STATEMENT;
    let (statement, part) = if wished <= left {
        (room - wished, 1.0)
    } else if least <= left {
        (STATEMENT, (left - least) / (wished - least))
    } else {
        // Others are cut at the edge of a column, and what is left over there is the statement's.
        let whole = others.iter().scan(0.0, |sum, (least, _)| {
            *sum += least;
            (*sum <= left - PEEK).then_some(*sum)
        });
        (room - PEEK - whole.last().unwrap_or(room - PEEK - STATEMENT), 0.0)
    };
    let others = others.iter().map(|(least, wished)| least + (wished - least) * part);
    std::iter::once(statement).chain(others).collect()
}

/// The least and the best width of a column. Words of the program's own are never cut.
fn widths_of(column: Column) -> (f32, f32) {
    match column {
        Column::Statement => (STATEMENT, STATEMENT),
        Column::Touchpoints => (140.0, 190.0),
        Column::Blocks => (124.0, 180.0),
        Column::Stage => (124.0, 176.0),
        Column::Owner | Column::Channel | Column::Personas => (104.0, 126.0),
        Column::Evidence => (118.0, 126.0),
        Column::Status => (98.0, 116.0),
        Column::Severity => (96.0, 104.0),
        Column::Since | Column::Due | Column::CostOnce | Column::CostPeriod => (96.0, 100.0),
        Column::Frequency
        | Column::Leave
        | Column::EmotionCost
        | Column::ValueCustomer
        | Column::ValueBusiness
        | Column::Effort
        | Column::Rice
        | Column::Closes => (60.0, 76.0),
    }
}

/// Shows header, rows and what they come to.
pub(super) fn grid_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, table: &Table) {
    let area = ui.available_rect_before_wrap();
    let header = Rect::from_min_size(area.min, vec2(area.width(), HEADER));
    let foot = if area.height() < LEAST_WITH_FOOTER { 0.0 } else { FOOTER };
    let footer = Rect::from_min_max(pos2(area.left(), area.bottom() - foot), area.max);
    let body = Rect::from_min_max(pos2(area.left(), header.bottom()), pos2(area.right(), footer.top()));
    let mut plan = Plan::new(ui, ctx, view.kind, body);
    let focused = stop_ui(ui, ctx, view, (table, body));
    if focused && !egui::Popup::is_any_open(ui.ctx()) {
        keys::keys_ui(ui, ctx, view, (table, &plan));
    }
    let shift = view.sheet_mut().wanted_shift.take();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body));
    child.shrink_clip_rect(body);
    let mut area = ScrollArea::both().id_salt(("ledger", view.kind)).auto_shrink(false).min_scrolled_height(0.0);
    if let Some(shift) = shift {
        area = area.horizontal_scroll_offset(shift.clamp(0.0, (plan.width() - body.width()).max(0.0)));
    }
    let output = area.show_viewport(&mut child, |ui, viewport| {
        ui.set_width(plan.width().max(body.width()));
        ui.set_height(table.lines.len() as f32 * ROW);
        plan.shift = viewport.left();
        rows_ui(ui, ctx, view, (table, &plan, viewport));
    });
    view.sheet_mut().shift = output.state.clamped_offset().x;
    plan.shift = output.state.clamped_offset().x;
    head::header_ui(ui, ctx, view, (&plan, header));
    if plan.shift > 0.5 {
        let edge = plan.frozen().round() + 0.5;
        ui.painter().vline(edge, header.top()..=body.bottom(), (1.0, rgba(ctx.theme.line)));
    }
    if foot > 0.0 {
        footer_ui(ui, ctx, (table, view.kind), footer);
    }
}

/// The list is one stop of the keyboard; whether it has that now.
fn stop_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &LedgerView, (table, body): (&Table, Rect)) -> bool {
    let stop = ui.interact(body, grid_id(), Sense::focusable_noninteractive());
    let name = kind_name(ctx, view.kind);
    let here = match table.lines.get(view.sheet().cursor) {
        Some(Line::Row(index)) => table.rows.get(*index).map(|row| sentence(ctx, row)),
        Some(Line::Group(group)) => Some(words::group_name(ctx, &group.key)),
        None => None,
    };
    stop.widget_info(|| {
        let mut info =
            WidgetInfo::labeled(Role::Table, true, ctx.texts.with("ledger-list", &[("name", name.as_str().into())]));
        info.current_text_value.clone_from(&here);
        info
    });
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid_id(), filter));
    stop.has_focus()
}

/// The lines in sight.
fn rows_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, (table, plan, viewport): (&Table, &Plan, Rect)) {
    let top = ui.max_rect().top();
    let first = (viewport.top() / ROW).max(0.0) as usize;
    let end = ((viewport.bottom() / ROW).ceil().max(0.0) as usize).min(table.lines.len());
    let place = |line: usize| {
        Rect::from_min_size(pos2(plan.body.left(), top + line as f32 * ROW), vec2(plan.body.width(), ROW))
    };
    let sheet = view.sheet_mut();
    if std::mem::take(&mut sheet.bring_cursor) {
        ui.scroll_to_rect(place(sheet.cursor).expand2(vec2(0.0, 2.0)), None);
        ui.request_repaint();
    }
    for line in first..end {
        match table.lines.get(line) {
            Some(Line::Row(index)) => {
                if let Some(shown) = table.rows.get(*index) {
                    row::row_ui(ui, ctx, view, (table, plan), (line, shown, place(line)));
                }
            }
            Some(Line::Group(group)) => head::group_ui(ui, ctx, view, (line, group, place(line))),
            None => {}
        }
    }
}

/// What the list comes to, and what keys do.
fn footer_ui(ui: &Ui, ctx: &ViewCtx<'_>, (table, kind): (&Table, Kind), rect: Rect) {
    let painter = ui.painter_at(rect);
    painter.hline(rect.x_range(), rect.top() + 0.5, (1.0, rgba(ctx.theme.line)));
    let small = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    let (shown, all) = (table.wanted.len(), kind.count(ctx.document));
    let mut said = if shown == all {
        words::sums_words(ctx, kind, &table.sums)
    } else {
        let of = ctx.texts.with("ledger-shown-of", &[("shown", shown.into()), ("all", all.into())]);
        let sums = words::sums_words(ctx, kind, &table.sums);
        sums.split_once(" · ").map_or(of.clone(), |(_, rest)| format!("{of} · {rest}"))
    };
    if ctx.selection.len() > 1 {
        said = format!("{said} · {}", ctx.texts.with("ledger-selected", &[("count", ctx.selection.len().into())]));
    }
    let y = rect.center().y;
    let left = rect.left() + super::bar::INSET;
    let width = line_at(&painter, (left, y), &said, small, rect.width() * 0.5);
    let key = if kind == Kind::Barriers { "ledger-keys-barriers" } else { "ledger-keys" };
    let hint = line(&painter, &ctx.text(key), small, 2000.0);
    let room = rect.right() - super::bar::INSET - (left + width + 32.0);
    // Half a sentence helps nobody.
    if hint.size().x <= room {
        let at = pos2(rect.right() - super::bar::INSET - hint.size().x, y - hint.size().y / 2.0);
        painter.galley(at, hint, egui::Color32::PLACEHOLDER);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_give_way_before_other_columns_do() {
        let others = [(100.0, 120.0), (60.0, 100.0)];
        let check = |room: f32, expect: [f32; 3]| assert_eq!(shared(room, &others), expect, "{room}");
        check(800.0, [580.0, 120.0, 100.0]);
        check(420.0, [200.0, 120.0, 100.0]);
        check(390.0, [200.0, 110.0, 80.0]);
        check(360.0, [200.0, 100.0, 60.0]);
        // There is truly no room: the rest is reached sideways.
        check(359.0, [231.0, 100.0, 60.0]);
        check(328.0, [200.0, 100.0, 60.0]);
        check(300.0, [200.0, 100.0, 60.0]);
    }
}
