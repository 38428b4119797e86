//! The heads of columns, which sort, and of groups, which fold.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::LedgerView;
use super::cells::is_figure;
use super::grid::{Placed, Plan};
use super::words::{column_name, group_name, sums_words};
use crate::analysis::ledger::{Column, Direction, Group};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::style::rgba;
use crate::ui::widgets::{Ink, focus_ring, ink, line, line_at};

/// From a cell's edge to what stands in it.
pub(super) const CELL_INSET: f32 = 12.0;

/// How the names of columns are set.
pub(super) fn ink_of(ctx: &ViewCtx<'_>) -> Ink {
    ink(Weight::Medium, fonts::LABEL, ctx.theme.mute)
}

/// Shows the names of the columns; a press sorts by them.
pub(super) fn header_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, (plan, rect): (&Plan, Rect)) {
    let line = (1.0, rgba(ctx.theme.line));
    ui.painter().rect_filled(rect, 0.0, rgba(ctx.theme.panel));
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
    for placed in &plan.columns {
        column_ui(ui, ctx, view, (plan, placed, rect));
    }
}

fn column_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, (plan, placed, rect): (&Plan, &Placed, Rect)) {
    let (cell, seen) = plan.cell(placed, rect);
    if !seen.is_positive() {
        return;
    }
    let theme = ctx.theme;
    let sort = view.sheet().query.sort.iter().position(|key| key.column == placed.column);
    let direction = sort.and_then(|at| view.sheet().query.sort.get(at)).map(|key| key.direction);
    let response = ui.interact(seen, ui.scope_id().with(("ledger-head", placed.column)), Sense::click());
    let name = column_name(ctx, placed.column);
    let said = match direction.filter(|_| sort == Some(0)) {
        Some(Direction::Ascending) => ctx.texts.with("ledger-sorted-up", &[("column", name.as_str().into())]),
        Some(Direction::Descending) => ctx.texts.with("ledger-sorted-down", &[("column", name.as_str().into())]),
        None => ctx.texts.with("ledger-sort-by", &[("column", name.as_str().into())]),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &said));
    let painter = ui.painter_at(seen);
    if response.hovered() {
        painter.rect_filled(cell, 0.0, rgba(theme.line.fade(0.5)));
    }
    let left = if placed.column == Column::Statement { super::bar::INSET } else { CELL_INSET };
    let color = if sort == Some(0) { theme.ink } else { theme.mute };
    let words = Ink { color, ..ink_of(ctx) };
    let y = rect.center().y;
    let galley = line(&painter, &name, words, cell.width() - left - 20.0);
    // The name stands over what it names: figures stand at the right.
    let mark = if sort.is_some() { 16.0 } else { 0.0 };
    let at_right = cell.right() - CELL_INSET - galley.size().x - mark;
    let x = if is_figure(placed.column) { at_right } else { cell.left() + left };
    let end = x + galley.size().x;
    painter.galley(pos2(x, y - galley.size().y / 2.0), galley, egui::Color32::PLACEHOLDER);
    if let (Some(at), Some(direction)) = (sort, direction) {
        let arrow = if direction == Direction::Ascending { IconName::MoveUp } else { IconName::MoveDown };
        let square = Rect::from_center_size(pos2(end + 10.0, y), vec2(12.0, 12.0));
        let color = if at == 0 { theme.accent } else { theme.faint };
        icon::paint(&painter, square, arrow, rgba(color));
    }
    if response.has_focus() {
        focus_ring(ui, seen.shrink(2.0));
    }
    if response.on_hover_text(said).clicked() {
        view.sheet_mut().query.sort_by(placed.column);
        view.sheet_mut().bring_cursor = true;
    }
}

/// Shows the head of a group; a press folds it.
pub(super) fn group_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut LedgerView,
    (line, group, rect): (usize, &Group, Rect),
) {
    let theme = ctx.theme;
    let response = ui.interact(rect, ui.scope_id().with(("ledger-group", &group.key)), Sense::CLICK);
    let name = group_name(ctx, &group.key);
    let sums = sums_words(ctx, view.kind, &group.sums);
    let said = ctx.texts.with("ledger-group-head", &[("name", name.as_str().into()), ("sums", sums.as_str().into())]);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, !group.folded, &said));
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, rgba(theme.pill));
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, rgba(theme.line)));
    if response.hovered() {
        painter.rect_filled(rect, 0.0, rgba(theme.line.fade(0.5)));
    }
    let y = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + 20.0, y), vec2(14.0, 14.0));
    let mark = if group.folded { IconName::Right } else { IconName::Down };
    icon::paint(painter, square, mark, rgba(theme.mute));
    let bold = ink(Weight::SemiBold, fonts::BODY, theme.ink);
    let left = rect.left() + 34.0;
    let width = line_at(painter, (left, y), &name, bold, rect.width() * 0.5);
    let small = ink(Weight::Regular, fonts::SMALL, theme.mute);
    line_at(painter, (left + width + 12.0, y + 0.5), &sums, small, rect.right() - left - width - 28.0);
    if view.sheet().cursor == line && ui.memory(|memory| memory.has_focus(super::state::grid_id())) {
        focus_ring(ui, rect.shrink(2.0));
    }
    if response.clicked() {
        view.sheet_mut().cursor = line;
        fold(view, group);
        ui.memory_mut(|memory| memory.request_focus(super::state::grid_id()));
    }
}

/// Folds a group, or unfolds it.
pub(super) fn fold(view: &mut LedgerView, group: &Group) {
    let folded = &mut view.sheet_mut().query.folded;
    if !folded.remove(&group.key) {
        folded.insert(group.key.clone());
    }
}
