//! The scale of an emotion or an expectation: −5 at the left, +5 at the right, set by dragging, by a click or by arrow keys.

use std::sync::Arc;

use egui::{Align, Key, Layout, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::edit::EditLabel;
use crate::i18n::number::signed;
use crate::model::{Emotion, Persona, PersonaId};
use crate::scene::face::{emotion_color, face};
use crate::scene::pen::Pen;
use crate::scene::point;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::canvas::paint::paint_fragment;
use crate::ui::canvas::sink::{Detail, Sink};
use crate::ui::canvas::text::TextSize;
use crate::ui::context::ViewCtx;
use crate::ui::dragging;
use crate::ui::fonts;
use crate::ui::portrait::portrait_ui;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{ink, label_ui, line, rich};

/// What a scale shows.
pub(super) struct Scale<'a> {
    /// Its name.
    pub name: &'a str,
    /// The word for the value.
    pub word: &'a str,
    /// The value.
    pub value: Option<Emotion>,
    /// What is said where there is no value.
    pub absent: &'static str,
    /// Another value to compare with, as a tick.
    pub tick: Option<Emotion>,
    /// Whether the value is a face, as against a plain knob.
    pub face: bool,
}

/// Whose feelings are shown, and a press away those of the others.
pub(super) fn switch_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (personas, shown): (&[&Arc<Persona>], &PersonaId),
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for persona in personas {
            if persona_chip_ui(ui, ctx, view, (persona, persona.id == *shown)).clicked() {
                ctx.push(Action::LeadPersona(persona.id.clone()));
            }
        }
    });
    ui.add_space(2.0);
}

/// A small portrait with a name, in the persona's colour where it is the one that is shown.
fn persona_chip_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (persona, on): (&Persona, bool)) -> egui::Response {
    let theme = ctx.theme;
    let color = theme.persona(persona.color);
    let weight = if on { Weight::SemiBold } else { Weight::Medium };
    let letters = ink(weight, fonts::SMALL, if on { theme.ink } else { theme.mute });
    let name = line(ui.painter(), &persona.name, letters, 180.0);
    let (rect, response) = ui.allocate_exact_size(vec2(name.size().x + 44.0, 30.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &persona.name));
    let edge = if on { color } else { theme.card_line };
    let stroke = Stroke::new(if on { 1.6 } else { 1.0 }, rgba(edge));
    let fill = if on { color.fade(0.1) } else { theme.card };
    ui.painter().rect(rect, 15.0, rgba(fill), stroke, egui::StrokeKind::Inside);
    if response.hovered() {
        ui.painter().rect_filled(rect, 15.0, rgba(theme.ink.fade(0.05)));
    }
    if response.has_focus() {
        crate::ui::widgets::focus_ring(ui, rect);
    }
    portrait_ui(ui, theme, view, (pos2(rect.left() + 16.0, rect.center().y), 10.5, persona));
    let place = pos2(rect.left() + 33.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(place, name, egui::Color32::PLACEHOLDER);
    response
}

/// Shows the scale; `set` is called with a new value.
pub(super) fn scale_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    scale: &Scale<'_>,
    set: &dyn Fn(Option<Emotion>),
) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        label_ui(ui, ctx.theme, scale.name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| value_ui(ui, ctx, scale, set));
    });
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click_and_drag());
    let points = scale.value.map_or(0.0, Emotion::points);
    response.widget_info(|| egui::WidgetInfo::slider(true, points, scale.name));
    let rail =
        Rect::from_min_max(pos2(rect.left() + 12.0, rect.center().y), pos2(rect.right() - 12.0, rect.center().y));
    let x_of = |value: Emotion| egui::remap(value.points() as f32, -5.0..=5.0, rail.x_range());
    paint(ui, ctx, view, (scale, rail, &x_of));
    if response.has_focus() {
        crate::ui::widgets::focus_ring(ui, rect);
        // The arrows are the scale's own while it has the keyboard.
        let arrows = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    }
    if response.drag_started() || response.clicked() {
        // Arrows go on from where the face was put.
        response.request_focus();
    }
    let is_written = dragging::follow(ui, ctx, &response, EditLabel::SetEmotion);
    let is_set = (response.dragged() || response.clicked()) && is_written;
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| is_set) {
        let points = egui::remap(pointer.x, rail.x_range(), -5.0..=5.0);
        let value = Emotion::from_points(f64::from(points));
        if value != scale.value {
            set(value);
        }
    }
    if response.has_focus() {
        let step = ui.input(|input| {
            i32::from(input.key_pressed(Key::ArrowRight)) - i32::from(input.key_pressed(Key::ArrowLeft))
        });
        if step != 0 {
            set(Some(Emotion::from_halves(scale.value.map_or(0, Emotion::halves) + step)));
        }
    }
    ui.add_space(6.0);
}

/// The value in figures and words; pressing it forgets the value.
fn value_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, scale: &Scale<'_>, set: &dyn Fn(Option<Emotion>)) {
    let Some(value) = scale.value else {
        ui.label(rich(&ctx.text(scale.absent), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute)));
        return;
    };
    if crate::ui::widgets::small_icon_button_ui(
        ui,
        ctx.theme,
        crate::ui::icon::IconName::Close,
        &ctx.text("emotion-forget"),
    )
    .clicked()
    {
        set(None);
    }
    let color = match value.halves() {
        2.. => ctx.theme.positive_text,
        ..=-2 => ctx.theme.negative_text,
        _ => ctx.theme.neutral,
    };
    let color = if scale.face { color } else { ctx.theme.mute };
    let words = format!("{} {}", signed(value.points(), 1, ctx.language()), scale.word);
    ui.label(rich(words.trim(), ink(Weight::SemiBold, fonts::SMALL, color)));
}

fn paint(
    ui: &Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (scale, rail, x_of): (&Scale<'_>, Rect, &dyn Fn(Emotion) -> f32),
) {
    let theme = ctx.theme;
    let y = rail.center().y;
    let painter = ui.painter();
    painter.hline(rail.x_range(), y, Stroke::new(4.0, rgba(theme.line)));
    painter.vline(rail.center().x, egui::Rangef::new(y - 4.0, y + 4.0), Stroke::new(1.0, rgba(theme.faint)));
    if let Some(tick) = scale.tick {
        let span = egui::Rangef::new(y - 9.0, y + 9.0);
        painter.vline(x_of(tick), span, Stroke::new(2.0, rgba(theme.faint)));
    }
    let Some(value) = scale.value else {
        painter.circle(rail.center(), 6.0, rgba(theme.card), Stroke::new(1.5, rgba(theme.faint)));
        return;
    };
    let color = if scale.face { emotion_color(theme, value) } else { theme.mute };
    let x = x_of(value);
    painter.line_segment([pos2(rail.center().x, y), pos2(x, y)], Stroke::new(4.0, rgba(color)));
    if !scale.face {
        painter.circle(pos2(x, y), 7.0, rgba(theme.card), Stroke::new(2.2, rgba(color)));
        return;
    }
    let mut pen = Pen::body();
    face(&mut pen, theme, (point(14.0, 14.0), 12.0), value);
    if let Some(fragment) = pen.finish() {
        let mut sink = Sink::new(painter, Detail::Full);
        let seat = (pos2(x - 14.0, y - 14.0), 1.0);
        paint_fragment(&mut sink, (&mut view.pictures, TextSize::Exact), &fragment, seat);
        sink.finish();
    }
}
