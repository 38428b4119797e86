//! The outline: the journey as an indented list of stages, steps, touchpoints and what belongs to them.
//!
//! One list, one stop of the keyboard; only the rows in sight are laid out. What is selected is selected on the map.

mod drag;
mod keys;
mod row;
pub mod rows;

use std::sync::Arc;

use egui::{Id, Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use self::rows::{Folds, Row, row_of, rows};
use crate::model::{Document, Journey, JourneyId, Subject, TouchpointId};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::inspector::form::focus_title;
use crate::ui::page::Dock;
use crate::ui::view::View;
use crate::ui::widgets::{Look, button_ui, focus_ring, ink, line_at, rich};

/// The height of a row, in points.
pub(super) const ROW_HEIGHT: f32 = 32.0;

/// What the window remembers of it.
#[derive(Debug, Default)]
pub struct OutlineView {
    folds: Folds,
    of: Option<(Document, JourneyId, Folds)>,
    rows: Arc<Vec<Row>>,
    /// The row that was walked to or clicked last, to tell in which of its rows a thing is meant.
    at: usize,
    /// What was selected in the last frame, to tell when the list has to follow.
    followed: Option<Subject>,
    /// Whether it was shown in the last frame: it takes the keyboard when it appears.
    shown_at: u64,
    /// The touchpoints that the pointer holds.
    held: Vec<TouchpointId>,
}

impl OutlineView {
    /// Whether the keyboard belongs to what is held.
    pub fn is_busy(&self) -> bool {
        !self.held.is_empty()
    }

    /// The rows as they are now.
    fn refresh(&mut self, ctx: &ViewCtx<'_>, journey: &Journey) -> Arc<Vec<Row>> {
        let is_of = |(document, id, folds): &(Document, JourneyId, Folds)| {
            document.is_same(ctx.document) && *id == journey.id && *folds == self.folds
        };
        if !self.of.as_ref().is_some_and(is_of) {
            self.rows = Arc::new(rows(ctx.document, journey, &self.folds));
            self.of = Some((ctx.document.clone(), journey.id.clone(), self.folds.clone()));
        }
        Arc::clone(&self.rows)
    }

    /// Unfolds what a thing of the journey stands in.
    fn unfold_around(&mut self, ctx: &ViewCtx<'_>, journey: &Journey, subject: &Subject) {
        let touchpoint = match subject {
            Subject::Touchpoint(_, id) => Some(id.clone()),
            Subject::Barrier(id) => ctx.document.barriers.get(id).and_then(|it| it.touchpoints.first().cloned()),
            Subject::Strength(id) => ctx.document.strengths.get(id).and_then(|it| it.touchpoints.first().cloned()),
            Subject::Opportunity(id) => {
                ctx.document.opportunities.get(id).and_then(|it| it.touchpoints.first().cloned())
            }
            _ => None,
        };
        let Some(touchpoint) = touchpoint.and_then(|id| journey.touchpoints.get(&id)) else { return };
        if let Some(step) = journey.steps.get(&touchpoint.step) {
            self.folds.set(&Subject::Step(journey.id.clone(), step.id.clone()), true);
            self.folds.set(&Subject::Stage(journey.id.clone(), step.stage), true);
        }
        if !matches!(subject, Subject::Touchpoint(..)) {
            self.folds.set(&Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone()), true);
        }
    }
}

fn list_id() -> Id {
    Id::unique("outline-list")
}

/// Shows the outline in place of the map.
pub fn outline_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let Some(journey) = ctx.journey else { return };
    let mut rows = view.find.outline.refresh(ctx, journey);
    let focus = ctx.focus().cloned();
    let moved = view.find.outline.followed != focus;
    if let Some(subject) = focus.as_ref().filter(|subject| moved && !shows(&rows, subject)) {
        view.find.outline.unfold_around(ctx, journey, subject);
        rows = view.find.outline.refresh(ctx, journey);
    }
    view.find.outline.followed.clone_from(&focus);
    leave_foreign_rename(ui, view, &rows);
    let title = crate::ui::toolbar::tab_title(ctx, journey);
    ui.add_space(18.0);
    ui.horizontal(|ui| {
        ui.add_space(24.0);
        ui.label(rich(&title, ink(Weight::Bold, 20.0, ctx.theme.ink)));
    });
    ui.add_space(8.0);
    let room = ui.available_rect_before_wrap();
    let list = ui.interact(room, list_id(), Sense::focusable_noninteractive());
    let name = ctx.text("command-show-outline");
    list.widget_info(|| WidgetInfo::labeled(egui::Role::List, true, &name));
    let frame = ui.ctx().cumulative_frame_nr();
    let appears = view.find.outline.shown_at + 1 < frame;
    view.find.outline.shown_at = frame;
    let is_free = ui.memory(|memory| memory.focused().is_none_or(|id| id == crate::ui::canvas::id()));
    if appears && is_free {
        list.request_focus();
    }
    let jump = keys::keys(ui, ctx, view, (&list, &rows));
    let outline = &mut view.find.outline;
    outline.at = jump.unwrap_or(outline.at);
    let target = jump.or_else(|| row_of(&rows, focus.as_ref().filter(|_| moved)?, outline.at));
    let scroll = egui::ScrollArea::vertical().id_salt("outline").auto_shrink(false);
    scroll.show_viewport(ui, |ui, seen| {
        let below = if journey.touchpoints.is_empty() { 80.0 } else { 24.0 };
        ui.set_height(rows.len() as f32 * ROW_HEIGHT + below);
        let origin = ui.max_rect().min;
        let place = |at: usize| {
            let size = vec2(ui.max_rect().width(), ROW_HEIGHT);
            Rect::from_min_size(origin + vec2(0.0, at as f32 * ROW_HEIGHT), size)
        };
        if let Some(at) = target {
            ui.scroll_to_rect(place(at).expand2(vec2(0.0, ROW_HEIGHT)), None);
        }
        let first = (seen.top() / ROW_HEIGHT).floor().max(0.0) as usize;
        let end = (seen.bottom() / ROW_HEIGHT).ceil() as usize;
        let places: Vec<(usize, Rect)> = (first..end.min(rows.len())).map(|at| (at, place(at))).collect();
        for (at, rect) in places {
            row::row_ui(ui, ctx, view, (journey, &rows, at), rect);
        }
        drag::follow(ui, ctx, &mut view.find.outline, (journey, &rows), origin);
        if journey.touchpoints.is_empty() {
            let at = origin + vec2(28.0, rows.len() as f32 * ROW_HEIGHT + 12.0);
            let words = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
            line_at(ui.painter(), (at.x, at.y), &ctx.text("outline-empty"), words, 600.0);
            let place = Rect::from_min_size(at + vec2(0.0, 18.0), vec2(280.0, 28.0));
            let add = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                button_ui(ui, ctx.theme, &ctx.text("command-add-touchpoint"), Look::Primary)
            });
            if add.inner.clicked() {
                ctx.push(Action::Run(CommandId::AddTouchpoint));
            }
        }
    });
    // The selected row says where the keyboard is, where there is one.
    let in_a_row = || ctx.focus().is_some_and(|subject| shows(&rows, subject));
    if list.has_focus() && !in_a_row() {
        focus_ring(ui, room.shrink(2.0));
    }
}

fn shows(rows: &[Row], subject: &Subject) -> bool {
    rows.iter().any(|row| row.subject == *subject && row.quote.is_none())
}

/// What is renamed but has no row here is renamed in the inspector.
fn leave_foreign_rename(ui: &Ui, view: &mut View, rows: &[Row]) {
    let foreign = view.rename.as_ref().filter(|rename| !rename.in_tab && !shows(rows, &rename.spot.subject));
    if let Some(subject) = foreign.map(|rename| rename.spot.subject.clone()) {
        focus_title(ui.ctx(), &subject);
        view.rename = None;
        view.show_dock(Dock::Inspector);
    }
}
