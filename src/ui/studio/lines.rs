//! A list of short entries, one a row: Enter goes on to the next one, an empty row is no entry.

use egui::text::{CCursor, CCursorRange};
use egui::{Id, Key, Modifiers, Rect, Response, Sense, TextEdit, Ui, pos2, vec2};

use super::StudioView;
use super::aside::{Aside, Of};
use super::draft::{Change, Draft};
use super::field::{Field, field_ui};
use crate::model::{Persona, PersonaId};
use crate::scene::Color;
use crate::ui::action::Action;
use crate::ui::command::RoomKey;
use crate::ui::context::ViewCtx;
use crate::ui::style::rgba;

/// Which list.
pub(super) struct ListField<'a> {
    /// Whose.
    pub(super) persona: &'a PersonaId,
    /// Its name in messages and in the history.
    pub(super) key: &'static str,
    /// What its dots are drawn in.
    pub(super) color: Color,
    /// Its entries.
    pub(super) lines: fn(&mut Persona) -> &mut Vec<String>,
}

/// The row that is empty and in no document yet: of which list, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EmptyRow {
    persona: PersonaId,
    key: &'static str,
    place: usize,
}

/// What was done in a row.
enum Done {
    Typed(String),
    Next,
    Back,
    Shift(i32),
    Left,
}

impl ListField<'_> {
    fn row_id(&self, row: usize) -> Id {
        Id::unique(("persona-line", self.persona, self.key, row))
    }

    fn empty(&self, place: usize) -> EmptyRow {
        EmptyRow { persona: self.persona.clone(), key: self.key, place }
    }
}

/// Shows the list with an empty row, at its end unless one was begun elsewhere.
pub(super) fn lines_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    studio: &mut StudioView,
    list: &ListField<'_>,
    draft: &mut Draft,
) -> Option<Change> {
    let Draft { persona, asides, .. } = draft;
    let lines = (list.lines)(persona);
    let begun = studio.empty_row.as_ref().filter(|row| row.persona == *list.persona && row.key == list.key);
    let empty = begun.map_or(lines.len(), |row| row.place.min(lines.len()));
    let mut done = None;
    for row in 0..=lines.len() {
        let line = if row == empty { None } else { lines.get(if row > empty { row - 1 } else { row }) };
        let (button, it) = row_ui(ui, ctx, (list, row), line.map_or("", String::as_str));
        if let (Some((rect, is_seen)), Some(_)) = (button, line) {
            let place = if row > empty { row - 1 } else { row };
            asides.push(Aside { rect, of: Of::Line { list: list.lines, place, is_seen } });
        }
        done = it.map(|it| (row, it)).or(done);
    }
    let (row, done) = done?;
    let at = if row > empty { row - 1 } else { row };
    carry_out(ui, ctx, (studio, list), (lines, at, row == empty), done)
}

/// Shows a row. Where its button belongs, and whether that is seen; and what was done.
fn row_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (list, row): (&ListField<'_>, usize),
    line: &str,
) -> (Option<(Rect, bool)>, Option<Done>) {
    let key = list.key;
    let name = ctx.texts.with("studio-line", &[("list", ctx.text(key).into()), ("number", (row + 1).into())]);
    let hint = ctx.text(&format!("{key}-hint"));
    let id = list.row_id(row);
    let mut text = line.to_owned();
    let focused = ui.memory(|memory| memory.has_focus(id));
    let shift = if focused { RoomKey::SheetMove.steps(ui) as i32 } else { 0 };
    let back = focused && line.is_empty() && ui.input(|input| input.key_pressed(Key::Backspace));
    let mut button = None;
    let response = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (dot, _) = ui.allocate_exact_size(vec2(16.0, 24.0), Sense::hover());
            let ink = if line.is_empty() { ctx.theme.faint } else { list.color };
            ui.painter().circle_filled(pos2(dot.left() + 9.0, dot.top() + 12.5), 2.5, rgba(ink));
            let width = ui.available_width() - 22.0;
            let field = Field::body(ctx.theme, id, (&name, &hint));
            let response = ui.scope(|ui| {
                ui.set_max_width(width);
                field_ui(ui, ctx, &field, &mut text)
            });
            let response: Response = response.inner;
            if !line.is_empty() {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
                button = Some((rect, response.hovered() || response.has_focus()));
            }
            response
        })
        .inner;
    let entered = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let done = if text != line {
        Some(Done::Typed(text))
    } else if entered {
        Some(Done::Next)
    } else if back {
        Some(Done::Back)
    } else if shift != 0 {
        Some(Done::Shift(shift))
    } else if response.lost_focus() && line.is_empty() {
        Some(Done::Left)
    } else {
        None
    };
    (button, done)
}

fn carry_out(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    (studio, list): (&mut StudioView, &ListField<'_>),
    (lines, at, is_empty): (&mut Vec<String>, usize, bool),
    done: Done,
) -> Option<Change> {
    let focus = |row: usize| ui.memory_mut(|memory| memory.request_focus(list.row_id(row)));
    match done {
        Done::Typed(text) => {
            let typed: Vec<String> = text.lines().map(str::trim_end).map(str::to_owned).collect();
            let entries = typed.into_iter().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>();
            let end = if is_empty { at } else { at + 1 };
            let (count, several) = (entries.len(), text.contains('\n'));
            if several || count == 0 {
                lines.splice(at..end.min(lines.len()), entries);
            } else {
                // As it is typed, a space at its end included.
                lines.splice(at..end.min(lines.len()), [text]);
            }
            // What was emptied stays as the empty row; what was filled is no longer one.
            studio.empty_row = (count == 0).then(|| list.empty(at));
            let row = at + count.saturating_sub(1);
            focus(row);
            if several {
                end_of(ui, list.row_id(row), lines.get(row).map_or("", String::as_str));
            }
            Some(Change::Typed(list.key))
        }
        Done::Next if !is_empty => {
            ctx.push(Action::BreakMerge);
            studio.empty_row = Some(list.empty(at + 1));
            focus(at + 1);
            None
        }
        Done::Back => {
            studio.empty_row = None;
            let row = at.checked_sub(1)?;
            focus(row);
            end_of(ui, list.row_id(row), lines.get(row).map_or("", String::as_str));
            None
        }
        Done::Shift(by) if !is_empty => {
            let to = at.checked_add_signed(by as isize).filter(|to| *to < lines.len())?;
            lines.swap(at, to);
            studio.empty_row = None;
            focus(to);
            Some(Change::Done)
        }
        Done::Left => {
            // A new one may have been begun in the same frame.
            let here = studio.empty_row.as_ref().is_some_and(|row| *row == list.empty(at));
            studio.empty_row = studio.empty_row.take().filter(|_| !here);
            None
        }
        Done::Next | Done::Shift(_) => None,
    }
}

/// Puts the cursor of a field behind its text.
fn end_of(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    TextEdit::store_state(ui.ctx(), id, state);
}
