//! The window's small parts: icon buttons, headings, list rows, cards. One look for all panels.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, Galley, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use unicode_segmentation::UnicodeSegmentation;

use super::action::Action;
use super::context::ViewCtx;
use super::fonts::{self, font};
use super::icon::{self, IconName};
use super::style::{self, WIDE_CORNER, rgba};
use crate::scene::text::Weight;
use crate::scene::{Color, Theme};

/// A line of text in one weight, size and colour.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    /// Its weight.
    pub weight: Weight,
    /// Its size in points.
    pub size: f32,
    /// Its colour.
    pub color: Color,
}

/// Text of this weight, size and colour.
pub fn ink(weight: Weight, size: f32, color: Color) -> Ink {
    Ink { weight, size, color }
}

/// One line, shortened by "…" where it is wider than `width`.
pub fn line(painter: &Painter, text: &str, ink: Ink, width: f32) -> Arc<Galley> {
    let format = TextFormat::simple(font(ink.weight, ink.size), rgba(ink.color));
    let mut job = LayoutJob::single_section(text.replace('\n', " "), format);
    job.wrap = TextWrapping::truncate_at_width(width.max(8.0));
    painter.layout_job(job)
}

/// As many lines as there is room for, the last shortened by "…".
pub fn lines(painter: &Painter, text: &str, ink: Ink, (width, most): (f32, usize)) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font(ink.weight, ink.size), rgba(ink.color), width);
    job.wrap.max_rows = most;
    painter.layout_job(job)
}

/// One line whose end is always seen: where it is wider than `width`, "…" stands in its middle.
fn line_to_its_end(painter: &Painter, text: &str, ink: Ink, width: f32) -> (Arc<Galley>, bool) {
    let whole = line(painter, text, ink, f32::INFINITY);
    if whole.size().x <= width {
        return (whole, false);
    }
    let fits = |text: &str| line(painter, text, ink, f32::INFINITY).size().x <= width;
    (line(painter, &shortened_inside(text, fits), ink, width), true)
}

/// A text whose quoted titles are shortened at their ends until it fits, so that the sentence around them stays whole;
/// where that does not do, as much of its beginning as fits.
fn shortened_inside(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let parts = by_titles(text);
    let with_titles = |most: usize| -> String {
        let shown =
            |(part, is_title): &(&str, bool)| if *is_title { shortened(part, most) } else { (*part).to_owned() };
        parts.iter().map(shown).collect()
    };
    let longest = parts.iter().filter(|(_, is_title)| *is_title).map(|(part, _)| part.graphemes(true).count()).max();
    let counts: Vec<usize> = (1..=longest.unwrap_or_default()).collect();
    match counts.partition_point(|most| fits(&with_titles(*most))) {
        0 => {
            let counts: Vec<usize> = (0..text.graphemes(true).count()).collect();
            let most = counts.partition_point(|most| fits(&shortened(text, *most))).saturating_sub(1);
            shortened(text, most)
        }
        most => with_titles(most),
    }
}

/// So many letters of a text, and "…" where that is not all of it.
fn shortened(text: &str, most: usize) -> String {
    match text.grapheme_indices(true).nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None if text.is_empty() => "…".to_owned(),
        None => text.to_owned(),
    }
}

/// The parts of a text in turn: what stands in quotation marks, which is a title, and what is around it.
fn by_titles(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((begin, open)) = rest.char_indices().find(|(_, letter)| matches!(letter, '«' | '“')) {
        let close = if open == '«' { '»' } else { '”' };
        let begin = begin + open.len_utf8();
        let Some((before, after)) = rest.split_at_checked(begin) else { break };
        let Some(length) = after.find(close) else { break };
        let (title, on) = after.split_at(length);
        parts.extend([(before, false), (title, true)]);
        rest = on;
    }
    parts.push((rest, false));
    parts
}

/// Draws one line with its middle at `y` and says how wide it is.
pub fn line_at(painter: &Painter, (x, y): (f32, f32), text: &str, ink: Ink, width: f32) -> f32 {
    let galley = line(painter, text, ink, width);
    let size = galley.size();
    painter.galley(pos2(x, y - size.y / 2.0), galley, Color32::PLACEHOLDER);
    size.x
}

/// Draws one line like [`told_line_at`], whose titles are shortened: what the sentence says of them is seen.
pub fn told_to_its_end_at(
    painter: &Painter,
    (x, y): (f32, f32),
    (text, ink): (&str, Ink),
    width: f32,
    row: Response,
) -> Response {
    draw_told(painter, (x, y), line_to_its_end(painter, text, ink, width), (text, row))
}

/// Draws one line like [`line_at`]; where it had to be shortened, all of it is told where the row is pointed at.
pub fn told_line_at(
    painter: &Painter,
    (x, y): (f32, f32),
    (text, ink): (&str, Ink),
    width: f32,
    row: Response,
) -> Response {
    let galley = line(painter, text, ink, width);
    let shortened = galley.elided;
    draw_told(painter, (x, y), (galley, shortened), (text, row))
}

/// Draws a line with its middle at `y`; of a shortened one the row tells all where it is pointed at.
fn draw_told(
    painter: &Painter,
    (x, y): (f32, f32),
    (galley, shortened): (Arc<Galley>, bool),
    (text, row): (&str, Response),
) -> Response {
    painter.galley(pos2(x, y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
    if shortened && row.hovered() { row.on_hover_text(text) } else { row }
}

/// A paragraph that wraps.
pub fn paragraph_ui(ui: &mut Ui, text: &str, ink: Ink) -> Response {
    ui.add(egui::Label::new(rich(text, ink)).wrap())
}

/// Text for egui's own widgets.
pub fn rich(text: &str, ink: Ink) -> egui::RichText {
    egui::RichText::new(text).font(font(ink.weight, ink.size)).color(rgba(ink.color))
}

/// A square button with an icon; `label` is its tooltip and its name for assistive technology.
pub fn icon_button_ui(ui: &mut Ui, theme: &Theme, name: IconName, label: &str) -> Response {
    icon_button_sized_ui(ui, theme, (name, style::icon_button_size()), label)
}

/// A smaller one, for list headings.
pub fn small_icon_button_ui(ui: &mut Ui, theme: &Theme, name: IconName, label: &str) -> Response {
    icon_button_sized_ui(ui, theme, (name, vec2(22.0, 22.0)), label)
}

fn icon_button_sized_ui(ui: &mut Ui, theme: &Theme, (name, size): (IconName, Vec2), label: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    if ui.is_rect_visible(rect) {
        hover_ground(ui, rect, &response, theme);
        let color = if enabled { theme.mute } else { theme.faint };
        let color = if response.hovered() && enabled { theme.ink } else { color };
        let side = if size.x < 26.0 { 16.0 } else { 19.0 };
        icon::paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(side, side)), name, rgba(color));
    }
    response.on_hover_text(label)
}

/// What is behind a flat button while it is pointed at or has the keyboard.
pub fn hover_ground(ui: &Ui, rect: Rect, response: &Response, theme: &Theme) {
    let corner = CornerRadius::same(style::CORNER);
    if response.is_pointer_button_down_on() {
        ui.painter().rect_filled(rect, corner, rgba(theme.accent_tint));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, rgba(theme.line).gamma_multiply(0.6));
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(1.5, ui.visuals().selection.stroke.color);
    ui.painter().rect_stroke(rect, CornerRadius::same(style::CORNER), stroke, StrokeKind::Inside);
}

/// The ring around something round, with some air: an edge that says what is chosen is seen beside it.
pub fn round_focus_ring(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(2.0, ui.visuals().selection.stroke.color);
    let ring = rect.expand(1.0);
    ui.painter().rect_stroke(ring, ring.height() / 2.0, stroke, StrokeKind::Outside);
}

/// A button with words: outlined, or filled with the accent where it is the one to press.
pub fn button_ui(ui: &mut Ui, theme: &Theme, label: &str, look: Look) -> Response {
    let (fill, edge, color) = match look {
        Look::Plain => (theme.card, theme.card_line, theme.ink),
        Look::Primary => (theme.accent, theme.accent, theme.on_accent),
        Look::Danger => (theme.card, theme.negative, theme.negative_text),
    };
    let galley = button_words(ui, label, color);
    let size = vec2(width_of_button(&galley), 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    if ui.is_rect_visible(rect) {
        let corner = CornerRadius::same(style::CORNER);
        let painter = ui.painter();
        painter.rect(rect, corner, rgba(fill), Stroke::new(1.0, rgba(edge)), StrokeKind::Inside);
        if response.hovered() && enabled {
            painter.rect_filled(rect, corner, rgba(theme.ink.fade(0.06)));
        }
        painter.galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
        if response.has_focus() {
            painter.rect_stroke(rect.expand(2.0), CornerRadius::same(9), (1.5, rgba(theme.accent)), StrokeKind::Inside);
        }
    }
    response
}

fn button_words(ui: &Ui, label: &str, color: Color) -> Arc<Galley> {
    line(ui.painter(), label, ink(Weight::Medium, 12.5, color), 400.0)
}

fn width_of_button(words: &Galley) -> f32 {
    (words.size().x + 32.0).max(72.0)
}

/// How wide a button with these words is, in points.
pub fn button_width(ui: &Ui, theme: &Theme, label: &str) -> f32 {
    width_of_button(&button_words(ui, label, theme.ink))
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Outlined.
    Plain,
    /// The one to press.
    Primary,
    /// It destroys something.
    Danger,
}

/// The heading of a list, with a "+" at its right end whose name is given; true when that is pressed.
pub fn heading_ui(ui: &mut Ui, theme: &Theme, text: &str, add: Option<&str>) -> bool {
    let ink = ink(Weight::SemiBold, fonts::SMALL, theme.mute);
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        ui.label(rich(text, ink));
        add.is_some_and(|add| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                small_icon_button_ui(ui, theme, IconName::Plus, add).clicked()
            })
            .inner
        })
    })
    .inner
}

/// The name of a field, above it.
pub fn label_ui(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(rich(text, ink(Weight::Medium, fonts::LABEL, theme.mute)))
}

/// A row of a list: the whole width, its own ground when selected. `name` is for assistive technology.
pub fn row_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (height, inset): (f32, f32), name: &str, selected: bool) -> Row {
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name));
    let ground = Rect::from_min_max(pos2(rect.left() + inset, rect.top()), rect.max);
    if ui.is_rect_visible(rect) {
        let corner = CornerRadius::same(WIDE_CORNER);
        if selected {
            ui.painter().rect_filled(ground, corner, rgba(ctx.theme.accent_tint));
        } else if response.hovered() {
            ui.painter().rect_filled(ground, corner, rgba(ctx.theme.line).gamma_multiply(0.5));
        }
        if response.has_focus() {
            focus_ring(ui, ground);
        }
    }
    Row { rect, response }
}

/// A row that has been laid out.
pub struct Row {
    /// Where it is.
    pub rect: Rect,
    /// What the pointer did with it.
    pub response: Response,
}

/// Five dashes of which as many are filled as the severity says.
pub fn severity_dashes(painter: &Painter, left_top: Pos2, severity: u8, theme: &Theme) {
    for place in 0..5_u8 {
        let color = if place < severity { theme.negative } else { theme.line };
        let dash = Rect::from_min_size(left_top + vec2(15.0 * f32::from(place), 0.0), vec2(12.0, 5.0));
        painter.rect_filled(dash, 2.5, rgba(color));
    }
}

/// A disc that says how well a claim is known: full, half or empty.
pub fn level_disc(painter: &Painter, center: Pos2, level: crate::analysis::evidence::Level, color: Color) {
    use crate::analysis::evidence::Level;
    let radius = 4.2;
    painter.circle_stroke(center, radius, Stroke::new(1.2, rgba(color)));
    match level {
        Level::Researched => {
            painter.circle_filled(center, radius, rgba(color));
        }
        Level::Partial => {
            let half = (0..=16).map(|step| {
                let angle = (90.0 + 11.25 * step as f32).to_radians();
                center + radius * vec2(angle.cos(), angle.sin())
            });
            painter.add(egui::Shape::convex_polygon(half.collect(), rgba(color), Stroke::NONE));
        }
        Level::Hypothesis => {}
    }
}

/// Text centred in a rectangle.
pub fn centered(painter: &Painter, rect: Rect, text: &str, ink: Ink) {
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font(ink.weight, ink.size), rgba(ink.color));
}

/// A thin line across the panel with air around it.
pub fn divider_ui(ui: &mut Ui, theme: &Theme) {
    ui.add_space(8.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, rgba(theme.line)));
    ui.add_space(8.0);
}

/// Tells assistive technology what a field is called and what is typed in it.
pub fn name_field(response: &Response, (name, text): (&str, &str)) {
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, text, text, "");
        info.label = Some(name.to_owned());
        info
    });
}

/// Names a field like [`name_field`]; leaving it ends the history's entry.
pub fn told(ctx: &ViewCtx<'_>, response: &Response, named: (&str, &str)) {
    name_field(response, named);
    if response.lost_focus() {
        ctx.push(Action::BreakMerge);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shortened_inside_keeps_its_sentence() {
        let check = |text: &str, room: usize, expect: &str| {
            let shortened = shortened_inside(text, |text| text.chars().count() <= room);
            assert_eq!(shortened, expect, "{text:?} in {room}");
        };
        check("“Waits for the order”: −2 → −3.5", 20, "“Waits…”: −2 → −3.5");
        check("«Ждёт заказ»: −2 → −3,5", 18, "«Ждёт…»: −2 → −3,5");
        check("«Ждёт заказ» → «Ждёт свой заказ у стойки»", 29, "«Ждёт заказ» → «Ждёт свой з…»");
        check("Touchpoint “Waits for the order”, 2 transitions", 38, "Touchpoint “Waits for…”, 2 transitions");
        check("“A”: −2 → −3.5", 8, "“A”: −2…");
        check("Emotion changed", 8, "Emotion…");
        check("abcdefgh", 1, "…");
        check("abcdefgh", 0, "…");
        check("", 0, "…");
    }
}
