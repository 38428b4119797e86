//! Fields that stand on the sheet itself until they are pointed at, and the frames around what belongs together.

use egui::{
    Align, Align2, CornerRadius, Frame, Id, Margin, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, TextEdit,
};
use egui::{Ui, WidgetInfo, vec2};

use crate::scene::icon::Icon;
use crate::scene::text::Weight;
use crate::scene::{Color, Theme};
use crate::ui::context::ViewCtx;
use crate::ui::fonts::{self, font};
use crate::ui::icon::{self, IconName};
use crate::ui::style::{CORNER, rgba};
use crate::ui::tabbed::select_on_tab;
use crate::ui::widgets::{Ink, focus_ring, ink, rich, told};

/// How far the letters of a field stand from its edge.
pub(super) const INSET: i8 = 6;

/// A field.
pub(super) struct Field<'a> {
    /// Its id.
    pub(super) id: Id,
    /// Its name for assistive technology.
    pub(super) name: &'a str,
    /// What it says while it is empty.
    pub(super) hint: &'a str,
    /// Its letters.
    pub(super) ink: Ink,
    /// Whether Enter begins a new line in it.
    pub(super) lines: Lines,
    /// Where its letters stand.
    pub(super) align: Align,
}

/// Whether Enter begins a new line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// It does not, though long text wraps.
    One,
    /// It does.
    Many,
}

impl<'a> Field<'a> {
    /// A field of body text.
    pub(super) fn body(theme: &Theme, id: Id, (name, hint): (&'a str, &'a str)) -> Self {
        let ink = ink(Weight::Regular, fonts::BODY, theme.ink);
        Self { id, name, hint, ink, lines: Lines::One, align: Align::LEFT }
    }
}

/// Shows a field; where it is empty, what belongs there.
pub(super) fn field_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, field: &Field<'_>, text: &mut String) -> Response {
    let Field { id, name, hint, ink: letters, lines, align } = *field;
    let ground = ui.painter().add(Shape::Noop);
    let hint = rich(hint, Ink { weight: Weight::Regular, color: ctx.theme.prompt, ..letters });
    let mut edit = TextEdit::multiline(text)
        .id(id)
        .font(font(letters.weight, letters.size))
        .text_color(rgba(letters.color))
        // A frame of one's own brings its own margin.
        .frame(Frame::NONE.inner_margin(Margin::symmetric(INSET, 4)))
        .desired_width(f32::INFINITY)
        .desired_rows(1)
        .align(Align2([align, Align::Min]))
        .hint_text(hint);
    if lines == Lines::One {
        edit = edit.return_key(None);
    }
    let response = ui.add(edit);
    if lines == Lines::One {
        select_on_tab(ui, &response, text);
    }
    told(ctx, &response, (name, text));
    paint_ground(ui, ctx.theme, ground, &response);
    response
}

fn paint_ground(ui: &Ui, theme: &Theme, ground: egui::layers::ShapeIdx, response: &Response) {
    let corner = CornerRadius::same(CORNER - 2);
    let rect = response.rect;
    if response.has_focus() {
        let edge = Stroke::new(1.5, rgba(theme.accent));
        ui.painter()
            .set(ground, egui::epaint::RectShape::new(rect, corner, rgba(theme.card), edge, StrokeKind::Inside));
    } else if response.hovered() {
        ui.painter().set(ground, egui::epaint::RectShape::filled(rect, corner, rgba(theme.pill)));
    }
}

/// The name of a field over it, in line with its letters.
pub(super) fn label_ui(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.horizontal(|ui| {
        ui.set_height(14.0);
        ui.add_space(f32::from(INSET));
        ui.label(rich(words, ink(Weight::Medium, fonts::LABEL, theme.mute)));
    });
}

/// What belongs together, in a frame.
pub(super) fn block_ui(ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new()
        .fill(rgba(theme.card))
        .stroke(Stroke::new(1.0, rgba(theme.line)))
        .corner_radius(10)
        .inner_margin(Margin { left: 10, right: 10, top: 10, bottom: 12 });
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        content(ui);
    });
    ui.add_space(14.0);
}

/// The heading of a block; `aside` stands at its right end.
pub(super) fn heading_ui(
    ui: &mut Ui,
    theme: &Theme,
    (icon, title, color): (Icon, &str, Color),
    aside: impl FnOnce(&mut Ui),
) {
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        ui.spacing_mut().item_spacing.x = 7.0;
        let (square, _) = ui.allocate_exact_size(vec2(17.0, 17.0), Sense::hover());
        icon::paint_map_icon(ui.painter(), square, icon, rgba(color));
        ui.label(rich(title, ink(Weight::SemiBold, fonts::BODY, theme.ink)));
        ui.with_layout(egui::Layout::right_to_left(Align::Center), aside);
    });
    ui.add_space(4.0);
}

/// A small button of which nothing is seen until its row is pointed at or it has the keyboard itself.
pub(super) fn quiet_button_ui(
    ui: &mut Ui,
    theme: &Theme,
    (name, label): (IconName, &str),
    row_is_pointed_at: bool,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    if row_is_pointed_at || response.has_focus() || response.hovered() {
        let color = if response.hovered() { theme.ink } else { theme.mute };
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(CORNER - 2), rgba(theme.pill));
        }
        icon::paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(14.0, 14.0)), name, rgba(color));
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    response.on_hover_text(label)
}
