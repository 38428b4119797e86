//! Touchpoints in the hand: a line says between which rows they would go, letting go moves them there, Esc gives up.

use egui::{CursorIcon, Key, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::rows::{Folds, Row};
use super::{OutlineView, ROW_HEIGHT, list_id, row};
use crate::edit::verbs::{ColumnPlace, Place};
use crate::model::{Journey, Subject, Touchpoint, TouchpointId, step_columns};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::find::FindAction;
use crate::ui::find::names::thing_name;
use crate::ui::style::rgba;

/// So near the list's edges it moves along, by so much a frame.
const EDGE: f32 = 24.0;
const PACE: f32 = 8.0;

/// Where what is held would go.
#[derive(Debug, PartialEq)]
struct Goal<'r> {
    /// The row that the line is drawn above.
    at: usize,
    /// What it would stand behind or in.
    above: &'r Row,
    place: Place,
}

/// Takes a touchpoint, and with it all that are selected if it is one of them.
pub(super) fn begin(ctx: &ViewCtx<'_>, outline: &mut OutlineView, subject: &Subject, response: &Response) {
    if !response.drag_started() {
        return;
    }
    let touchpoint = |subject: &Subject| match subject {
        Subject::Touchpoint(journey, id) if ctx.journey_id() == Some(journey) => Some(id.clone()),
        _ => None,
    };
    if ctx.is_selected(subject) {
        outline.held = ctx.selection.iter().filter_map(touchpoint).collect();
    } else {
        outline.held = touchpoint(subject).into_iter().collect();
        ctx.push(Action::Select(vec![subject.clone()]));
    }
    response.ctx.memory_mut(|memory| memory.request_focus(list_id()));
}

/// Follows the pointer until what is held is let go; `origin` is where the rows begin.
pub(super) fn follow(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    outline: &mut OutlineView,
    (journey, rows): (&Journey, &[Row]),
    origin: Pos2,
) {
    let held = std::mem::take(&mut outline.held);
    let (pointer, down, escaped) =
        ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down(), input.key_pressed(Key::Escape)));
    let gone = held.iter().any(|id| !journey.touchpoints.contains(id));
    let Some(pointer) = pointer.filter(|_| !(held.is_empty() || gone || escaped)) else { return };
    let list = ui.clip_rect();
    let goal = list.contains(pointer).then(|| goal(journey, rows, &outline.folds, gap_under(pointer.y - origin.y)));
    if let Some(goal) = goal.flatten() {
        if !down {
            ctx.push(Action::Find(Box::new(FindAction::MoveTo(held, goal.place))));
            return;
        }
        mark_ui(ui, ctx, &goal, origin);
    }
    if down {
        shade(ui, ctx, (&held, rows), origin);
        let beyond = f32::from(pointer.y < list.top() + EDGE) - f32::from(pointer.y > list.bottom() - EDGE);
        ui.scroll_with_delta(vec2(0.0, beyond * PACE));
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        ui.request_repaint();
        outline.held = held;
    }
}

/// The row above which the nearest gap is.
fn gap_under(y: f32) -> usize {
    (y / ROW_HEIGHT).round().max(0.0) as usize
}

/// What a gap between rows means: behind the touchpoint above it, or in the step or stage above it. What belongs to a
/// touchpoint stays with it.
fn goal<'r>(journey: &Journey, rows: &'r [Row], folds: &Folds, gap: usize) -> Option<Goal<'r>> {
    let belongs = |row: &Row| !stands_alone(row);
    let at = gap.max(1) + rows.iter().skip(gap.max(1)).take_while(|row| belongs(row)).count();
    let at = at.min(rows.len());
    let above = rows.iter().take(at).rfind(|row| stands_alone(row))?;
    let open = folds.is_open(&above.subject);
    let end_or_beginning = if open { ColumnPlace::Before(0) } else { ColumnPlace::END };
    let place = match &above.subject {
        Subject::Touchpoint(_, id) => behind(journey, journey.touchpoints.get(id)?)?,
        Subject::Step(_, id) => Place { step: id.clone(), column: end_or_beginning, row: 0 },
        Subject::Stage(_, stage) => {
            let steps = journey.steps_in_order();
            let mut own = steps.into_iter().filter(|step| step.stage == *stage);
            let step = if open { own.next() } else { own.next_back() }?;
            Place { step: step.id.clone(), column: end_or_beginning, row: 0 }
        }
        _ => return None,
    };
    Some(Goal { at, above, place })
}

fn stands_alone(row: &Row) -> bool {
    row.quote.is_none() && matches!(row.subject, Subject::Stage(..) | Subject::Step(..) | Subject::Touchpoint(..))
}

/// Below a touchpoint in its column, or behind the column that it ends.
fn behind(journey: &Journey, touchpoint: &Touchpoint) -> Option<Place> {
    let is_it = |id: &TouchpointId| *id == touchpoint.id;
    let columns = step_columns(journey, &touchpoint.step);
    let found = columns.iter().enumerate().find_map(|(index, column)| {
        let row = column.touchpoints.iter().position(|it| is_it(&it.id))?;
        Some((index, row, row + 1 == column.touchpoints.len()))
    });
    let (index, row, ends) = found?;
    let (column, row) = if ends { (ColumnPlace::Before(index + 1), 0) } else { (ColumnPlace::In(index), row + 1) };
    Some(Place { step: touchpoint.step.clone(), column, row })
}

fn mark_ui(ui: &Ui, ctx: &ViewCtx<'_>, goal: &Goal<'_>, origin: Pos2) {
    let is_touchpoint = matches!(goal.above.subject, Subject::Touchpoint(..));
    let depth = goal.above.depth + u8::from(!is_touchpoint);
    let at = pos2(row::left(ui.max_rect(), depth), origin.y + goal.at as f32 * ROW_HEIGHT);
    let line = Rect::from_min_max(at, pos2(ui.max_rect().right() - 24.0, at.y)).expand2(vec2(0.0, 1.0));
    let mark = ui.interact(line, list_id().with("mark"), Sense::hover());
    let key = if is_touchpoint { "outline-drop-behind" } else { "outline-drop-into" };
    let words = ctx.texts.with(key, &[("title", thing_name(ctx, &goal.above.subject).into())]);
    mark.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let color = rgba(ctx.theme.accent);
    ui.painter().rect_filled(line, 1.0, color);
    ui.painter().circle_filled(at, 4.0, color);
}

/// What is held is dimmed where it stands.
fn shade(ui: &Ui, ctx: &ViewCtx<'_>, (held, rows): (&[TouchpointId], &[Row]), origin: Pos2) {
    let is_held = |row: &Row| matches!(&row.subject, Subject::Touchpoint(_, id) if held.contains(id));
    let ground = rgba(ctx.theme.background).gamma_multiply(0.6);
    for at in rows.iter().enumerate().filter(|(_, row)| is_held(row)).map(|(at, _)| at) {
        let corner = origin + vec2(0.0, at as f32 * ROW_HEIGHT);
        ui.painter().rect_filled(Rect::from_min_size(corner, vec2(ui.max_rect().width(), ROW_HEIGHT)), 0.0, ground);
    }
}
