//! Fields made for speed: a line that Enter empties, and a figure that Enter and arrows leave for the next.

use egui::{Align2, Id, Key, Margin, Modifiers, Response, TextEdit, Ui, vec2};

use super::super::canvas::rename::select_all;
use crate::scene::Color;
use crate::scene::text::Weight;
use crate::ui::ahead;
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::style::FIELD_HEIGHT;
use crate::ui::tabbed::select_on_tab;
use crate::ui::widgets::{Ink, ink, rich, told};

/// The largest figure that is taken: more people than fit in any room.
const MOST: u32 = 99_999;

/// A line: its id, its name for assistive technology, what it says while it is empty, and its letters' size.
pub(super) struct LineField<'a> {
    pub(super) id: Id,
    pub(super) name: &'a str,
    pub(super) hint: &'a str,
    pub(super) size: f32,
}

/// A field with a name that only assistive technology is told.
pub(super) fn line_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, field: &LineField<'_>, text: &mut String) -> Response {
    let LineField { id, name, hint, size } = *field;
    let edit = TextEdit::singleline(text)
        .id(id)
        .font(font(Weight::Regular, size))
        .hint_text(rich(hint, ink(Weight::Regular, size, ctx.theme.prompt)))
        .margin(Margin::symmetric(11, 6))
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, FIELD_HEIGHT + (size - fonts::BODY) * 1.6))
        .align(Align2::LEFT_CENTER)
        .return_key(None);
    let response = ui.add(edit);
    select_on_tab(ui, &response, text);
    told(ctx, &response, (name, text));
    response
}

/// A line that is taken and emptied by Enter and keeps the keyboard.
pub(super) fn entry_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, field: &LineField<'_>, text: &mut String) -> Option<String> {
    let response = line_ui(ui, ctx, field, text);
    let taken = enter_in(ui, &response) && !text.trim().is_empty();
    taken.then(|| std::mem::take(text).trim().to_owned())
}

/// Whether Enter was pressed in this field, which keeps the keyboard then. Asked after the field was shown: what was
/// typed or pasted in the same frame is in it.
pub(super) fn enter_in(ui: &Ui, response: &Response) -> bool {
    response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

/// Gives the keyboard to a field.
pub(super) fn focus(ui: &Ui, id: Id) {
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Where the keyboard wants to go from a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Next,
    Previous,
}

/// What was done to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counted {
    /// The new value, if it was changed.
    pub(super) value: Option<u32>,
    /// Where the keyboard goes.
    pub(super) step: Option<Step>,
}

/// A whole number: digits replace it, Enter and arrows go on.
pub(super) fn count_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (id, name): (Id, &str), value: u32) -> Counted {
    let focused = ui.memory(|memory| memory.has_focus(id));
    let pressed = |key| focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let step = if pressed(Key::Enter) || pressed(Key::ArrowDown) {
        Some(Step::Next)
    } else if pressed(Key::ArrowUp) {
        Some(Step::Previous)
    } else {
        None
    };
    let kept = ui.data(|data| data.get_temp::<String>(id)).filter(|_| focused);
    let mut text = kept.unwrap_or_else(|| value.to_string());
    let before = text.clone();
    let edit = TextEdit::singleline(&mut text)
        .id(id)
        .font(font(Weight::SemiBold, fonts::BODY))
        .margin(Margin::symmetric(8, 4))
        .desired_width(44.0)
        .return_key(None)
        .align(Align2::CENTER_CENTER);
    let response = ui.add(edit);
    if step.is_some() {
        ahead::used_up(ui);
    }
    text.retain(|letter| letter.is_ascii_digit());
    told(ctx, &response, (name, &text));
    if response.gained_focus() {
        select_all(ui.ctx(), id, &text);
        response.scroll_to_me(None);
    }
    let typed = if text.is_empty() { 0 } else { text.parse::<u32>().unwrap_or(MOST).min(MOST) };
    if focused || response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    } else {
        ui.data_mut(|data| data.remove::<String>(id));
    }
    Counted { value: (text != before && typed != value).then_some(typed), step }
}

/// Gives the keyboard to a figure, with its digits marked so that typing replaces them.
pub(super) fn focus_count(ui: &Ui, id: Id, value: u32) {
    ui.data_mut(|data| data.remove::<String>(id));
    select_all(ui.ctx(), id, &value.to_string());
    focus(ui, id);
}

/// A name at the left and its value at the right, in one line.
pub(super) fn fact_ui(ui: &mut Ui, (name, value): (&str, &str), color: Color) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            ui.label(rich(name, ink(Weight::Regular, fonts::BODY, color)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(rich(value, ink(Weight::SemiBold, fonts::BODY, color)));
            });
        });
    });
}

/// Small words that explain.
pub(super) fn note(ctx: &ViewCtx<'_>) -> Ink {
    ink(Weight::Regular, fonts::SMALL, ctx.theme.mute)
}
