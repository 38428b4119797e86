//! The scale of an emotion or an expectation: −5 at the left, +5 at the right, set by dragging, by a click or by arrow keys.

use egui::{Align, Key, Layout, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::edit::EditLabel;
use crate::i18n::number::signed;
use crate::model::Emotion;
use crate::scene::face::{emotion_color, face};
use crate::scene::pen::Pen;
use crate::scene::point;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::canvas::paint::paint_fragment;
use crate::ui::canvas::sink::{Detail, Sink};
use crate::ui::canvas::text::TextSize;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{ink, label_ui, rich};

/// What a scale shows.
pub(super) struct Scale<'a> {
    /// Its name.
    pub name: &'a str,
    /// The word for the value.
    pub word: &'a str,
    /// The value.
    pub value: Option<Emotion>,
    /// Another value to compare with, as a tick.
    pub tick: Option<Emotion>,
    /// Whether the value is a face, as against a plain knob.
    pub face: bool,
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
    }
    if response.drag_started() {
        ctx.push(Action::BeginGesture(EditLabel::SetEmotion));
    }
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
        let points = egui::remap(pointer.x, rail.x_range(), -5.0..=5.0);
        let value = Emotion::from_points(f64::from(points));
        if value != scale.value {
            set(value);
        }
    }
    if response.drag_stopped() {
        ctx.push(Action::CommitGesture);
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
        ui.label(rich(&ctx.text("emotion-unknown"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute)));
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
