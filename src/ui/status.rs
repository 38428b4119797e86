//! The status bar: whether it is saved, what the journey holds, what is wrong with it, and the zoom.

use egui::{Rect, Response, Sense, Ui, pos2, vec2};

use super::action::Action;
use super::command::CommandId;
use super::context::{ViewCtx, Work};
use super::fonts;
use super::style::rgba;
use super::view::View;
use super::widgets::{Ink, ink, line, line_at};
use crate::i18n::number::percent;
use crate::model::{Problem, Severity};
use crate::present::workshop::timer::words;
use crate::scene::text::Weight;

/// Shows the bar; `left` is where the counts begin, `right` where the zoom ends.
pub fn status_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &View, (left, right): (f32, f32)) {
    if ctx.file.work == Work::Nothing {
        return;
    }
    let bar = ui.max_rect();
    let y = bar.center().y;
    let mute = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    if let Some(progress) = ctx.file.export_progress {
        progress_ui(ui, ctx, (bar, progress));
    } else {
        let words = saved_words(ctx);
        let width = line_at(ui.painter(), (bar.left() + 18.0, y), &words, mute, left - bar.left() - 30.0);
        name_ui(ui, &words, Rect::from_min_size(pos2(bar.left() + 18.0, bar.top()), vec2(width, bar.height())));
    }
    let timer = timer_ui(ui, ctx, view, (right - 72.0, bar));
    let right_of_counts = right - timer;
    let mut x = left;
    let room_of_problems = if ctx.figures.problems.is_empty() { 0.0 } else { 160.0 };
    x += counts_ui(ui, ctx, (x, bar), right_of_counts - x - room_of_problems) + 28.0;
    if !ctx.figures.problems.is_empty() && x < right_of_counts - 120.0 {
        problems_ui(ui, ctx, view, (x, bar));
    }
    let zoom = percent(f64::from((view.camera.zoom * 100.0).round() / 100.0), ctx.language());
    zoom_ui(ui, ctx, &zoom, Rect::from_min_max(pos2(right - 64.0, bar.top() + 2.0), pos2(right, bar.bottom() - 2.0)));
}

/// Painted words, said to assistive technology as well.
fn name_ui(ui: &Ui, words: &str, rect: Rect) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("status", rect.left() as i32)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    response
}

fn saved_words(ctx: &ViewCtx<'_>) -> String {
    match (&ctx.file.path, ctx.file.modified, &ctx.file.saved_at) {
        (None, _, _) => ctx.text("status-never-saved"),
        (Some(_), true, _) => ctx.text("status-modified"),
        (Some(_), false, Some(time)) => ctx.texts.with("status-saved-at", &[("time", time.clone().into())]),
        (Some(_), false, None) => ctx.text("status-saved"),
    }
}

/// What the journey holds; where not all of it fits, what is left out is told to who points at it. Says how wide it is.
fn counts_ui(ui: &Ui, ctx: &ViewCtx<'_>, (left, bar): (f32, Rect), room: f32) -> f32 {
    let mute = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    let pieces = counts_words(ctx);
    let all = pieces.join(" · ");
    let fits = |words: &String| line(ui.painter(), words, mute, f32::INFINITY).size().x <= room;
    let shown = (1..=pieces.len()).rev().map(|count| pieces.get(..count).unwrap_or_default().join(" · ")).find(fits);
    let shown = shown.unwrap_or_else(|| pieces.first().cloned().unwrap_or_default());
    let width = line_at(ui.painter(), (left, bar.center().y), &shown, mute, room);
    let response = name_ui(ui, &all, Rect::from_min_size(pos2(left, bar.top()), vec2(width, bar.height())));
    if shown != all {
        response.on_hover_text(all);
    }
    width
}

/// What the journey holds, what is to be known first in front.
fn counts_words(ctx: &ViewCtx<'_>) -> Vec<String> {
    if ctx.journey.is_none() {
        return vec![ctx.text("status-no-journey")];
    }
    let figures = ctx.figures;
    let mut words = vec![
        ctx.texts.with("count-touchpoints", &[("count", figures.touchpoints.into())]),
        ctx.texts.with("count-barriers", &[("count", figures.barriers.into())]),
    ];
    if let Some((conversion, assumption)) = figures.conversion {
        let share = percent(conversion, ctx.language());
        let key = if assumption { "status-conversion-assumed" } else { "status-conversion" };
        words.push(ctx.texts.with(key, &[("share", share.into())]));
    }
    let map_language = ctx.document.info.language;
    if map_language != ctx.language() {
        words.push(ctx.texts.with("status-map-language", &[("language", map_language.tag().into())]));
    }
    words
}

fn problems_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &View, (x, bar): (f32, Rect)) {
    // What is being named is not yet without a name.
    let is_settled = |problem: &&Problem| view.rename.as_ref().is_none_or(|it| it.spot.subject != problem.subject);
    let problems: Vec<&Problem> = ctx.figures.problems.iter().filter(is_settled).collect();
    if problems.is_empty() {
        return;
    }
    let words = ctx.texts.with("count-problems", &[("count", problems.len().into())]);
    let bad = problems.iter().any(|problem| problem.kind.severity() == Severity::Error);
    let weight = if bad { Weight::Bold } else { Weight::SemiBold };
    let ink: Ink = ink(weight, fonts::SMALL, ctx.theme.negative_text);
    let galley = line(ui.painter(), &words, ink, 240.0);
    let rect = Rect::from_min_size(pos2(x - 8.0, bar.top() + 2.0), vec2(galley.size().x + 16.0, bar.height() - 4.0));
    let response = ui.interact(rect, ui.scope_id().with("problems"), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    super::widgets::hover_ground(ui, rect, &response, ctx.theme);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, egui::Color32::PLACEHOLDER);
    if response.clicked() {
        ctx.push(Action::Run(CommandId::Problems));
    }
}

/// The timer while an item of the agenda is under way, ending at `right`; says how wide it is.
fn timer_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &View, (right, bar): (f32, Rect)) -> f32 {
    let timer = &view.workshop.timer;
    let Some(item) = timer.item().and_then(|id| ctx.document.workshop.agenda.get(id)) else { return 0.0 };
    let now = ui.input(|input| input.time);
    let left = timer.left_secs(now);
    if let Some(wait) = timer.secs_to_next_change(now) {
        ui.ctx().request_repaint_after_secs(wait as f32);
    }
    let arguments = [("item", item.title.clone().into()), ("time", words(left).into())];
    let said = ctx.texts.with("timer-status", &arguments);
    let color = match (timer.is_running(), left < 0.0) {
        (_, true) => ctx.theme.negative_text,
        (true, false) => ctx.theme.ink,
        (false, false) => ctx.theme.mute,
    };
    let time = line(ui.painter(), &words(left), ink(Weight::Bold, fonts::BODY, color), 80.0);
    let title = line(ui.painter(), item.title.trim(), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute), 170.0);
    let width = time.size().x + title.size().x + 8.0 + 20.0;
    let rect = Rect::from_min_max(pos2(right - width, bar.top() + 2.0), pos2(right, bar.bottom() - 2.0));
    let response = ui.interact(rect, ui.scope_id().with("timer"), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    if left < 0.0 {
        ui.painter().rect_filled(rect, 7.0, rgba(ctx.theme.barrier_fill));
    }
    super::widgets::hover_ground(ui, rect, &response, ctx.theme);
    let at = |x: f32, height: f32| pos2(x, rect.center().y - height / 2.0);
    let time_left = rect.left() + 10.0 + title.size().x + 8.0;
    ui.painter().galley(at(rect.left() + 10.0, title.size().y), title, egui::Color32::PLACEHOLDER);
    ui.painter().galley(at(time_left, time.size().y), time, egui::Color32::PLACEHOLDER);
    if response.clicked() {
        ctx.push(Action::Run(CommandId::TimerToggle));
    }
    width + 8.0
}

fn zoom_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, zoom: &str, rect: Rect) {
    let response = ui.interact(rect, ui.scope_id().with("zoom"), Sense::click());
    let name = ctx.texts.with("zoom-button", &[("zoom", zoom.to_owned().into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    super::widgets::hover_ground(ui, rect, &response, ctx.theme);
    super::widgets::centered(ui.painter(), rect, zoom, ink(Weight::Medium, fonts::SMALL, ctx.theme.mute));
    egui::Popup::menu(&response).show(|ui| {
        super::menu::menu_look(ui);
        ui.set_min_width(220.0);
        for command in [
            CommandId::Fit,
            CommandId::ZoomActual,
            CommandId::ZoomStage,
            CommandId::ZoomSelection,
            CommandId::ZoomIn,
            CommandId::ZoomOut,
        ] {
            super::menu::item_ui(ui, ctx, command);
        }
        ui.separator();
        for zoom in [0.25_f32, 0.5, 0.75, 1.5, 2.0, 4.0] {
            if ui.button(percent(f64::from(zoom), ctx.language())).clicked() {
                ctx.push(Action::SetZoom(zoom));
                ui.close();
            }
        }
    });
}

fn progress_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (bar, progress): (Rect, f32)) {
    let room = Rect::from_min_max(pos2(bar.left() + 18.0, bar.top()), pos2(bar.left() + 240.0, bar.bottom()));
    ui.scope_builder(
        egui::UiBuilder::new().max_rect(room).layout(egui::Layout::left_to_right(egui::Align::Center)),
        |ui| {
            let (rail, response) = ui.allocate_exact_size(vec2(150.0, 6.0), Sense::hover());
            let name = ctx.text("export-progress");
            response.widget_info(|| {
                let mut info = egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &name);
                info.value = Some(f64::from(progress));
                info
            });
            ui.painter().rect_filled(rail, 3.0, rgba(ctx.theme.line));
            let done = Rect::from_min_size(rail.min, vec2(rail.width() * progress.clamp(0.02, 1.0), rail.height()));
            ui.painter().rect_filled(done, 3.0, rgba(ctx.theme.accent));
            let cancel = super::icon::IconName::Close;
            if super::widgets::small_icon_button_ui(ui, ctx.theme, cancel, &ctx.text("export-cancel")).clicked() {
                ctx.push(Action::CancelExport);
            }
        },
    );
}
