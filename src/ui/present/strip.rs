//! The strip below the picture, for a presenter with one screen: where the show stands, what comes next, notes, time.

use egui::{Color32, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{ShowCtx, ink, keys};
use crate::i18n::Texts;
use crate::present::show::{Pointer, ShowCommand};
use crate::scene::text::Weight;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{icon_button_ui, line, line_at};

/// Shows it.
pub(super) fn strip_ui(ui: &mut Ui, ctx: &ShowCtx<'_>, view: &View) {
    let bar = ui.max_rect();
    let theme = ctx.theme();
    ui.painter().hline(bar.x_range(), bar.top() + 0.5, egui::Stroke::new(1.0, rgba(theme.line)));
    let middle = egui::Layout::left_to_right(egui::Align::Center);
    let mut left = bar.left() + 10.0;
    ui.scope_builder(egui::UiBuilder::new().max_rect(bar.with_min_x(left)).layout(middle), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (icon, command) in [(IconName::MoveLeft, ShowCommand::Previous), (IconName::ArrowRight, ShowCommand::Next)]
        {
            let name = tooltip(ctx, command);
            if icon_button_ui(ui, theme, icon, &name).clicked() {
                ctx.run(command);
            }
        }
        left = ui.cursor().left() + 8.0;
    });
    let right = time_ui(ui, ctx, view, bar);
    let y = bar.center().y;
    let place = (left, y);
    let width = label_ui(ui, (place, 90.0), &ctx.position(), ink(Weight::SemiBold, 14.0, theme.ink));
    let mut x = left + width + 22.0;
    let next = ink(Weight::Regular, 14.0, theme.ink);
    x += label_ui(ui, ((x, y), (right - x) * 0.45), &ctx.next_words(), next) + 22.0;
    for words in modes(ctx) {
        x += badge_ui(ui, ctx, (x, y), &words) + 10.0;
    }
    let notes = ctx.slides.get(ctx.show.at).map_or("", |slide| slide.notes.trim());
    if !notes.is_empty() && right - x > 60.0 {
        label_ui(ui, ((x, y), right - x - 20.0), notes, ink(Weight::Regular, 13.0, theme.mute));
    }
}

fn tooltip(ctx: &ShowCtx<'_>, command: ShowCommand) -> String {
    format!("{} ({})", ctx.text(command.name_key()), keys::first_label(ctx, command))
}

/// What is out of the ordinary now.
pub(super) fn modes(ctx: &ShowCtx<'_>) -> Vec<String> {
    let pointer = match ctx.show.pointer {
        Pointer::Plain => None,
        Pointer::Laser => Some("show-mode-laser"),
        Pointer::Pen => Some("show-mode-pen"),
    };
    let frozen = ctx.show.frozen.then_some("show-mode-frozen");
    let curtain = ctx.show.curtain.map(super::curtain_key);
    [curtain, frozen, pointer].into_iter().flatten().map(|key| ctx.text(key)).collect()
}

fn badge_words(ui: &Ui, words: &str, color: crate::scene::Color) -> std::sync::Arc<egui::Galley> {
    line(ui.painter(), words, ink(Weight::SemiBold, 13.0, color), 460.0)
}

/// How wide [`badge_ui`] shows these words.
pub(super) fn badge_width(ui: &Ui, words: &str) -> f32 {
    badge_words(ui, words, crate::scene::Color::rgb(0, 0, 0)).size().x + 20.0
}

/// Words in the accent's colour; says how wide they are.
pub(super) fn badge_ui(ui: &Ui, ctx: &ShowCtx<'_>, (x, y): (f32, f32), words: &str) -> f32 {
    let theme = ctx.view.theme;
    let galley = badge_words(ui, words, theme.on_accent);
    let rect = Rect::from_min_size(pos2(x, y - 12.0), vec2(galley.size().x + 20.0, 24.0));
    ui.painter().rect_filled(rect, 12.0, rgba(theme.accent));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
    let response = ui.interact(rect, ui.scope_id().with(("badge", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    rect.width()
}

/// Time since the show began and the time of day at the right end; says where they begin.
fn time_ui(ui: &Ui, ctx: &ShowCtx<'_>, view: &View, bar: Rect) -> f32 {
    let theme = ctx.theme();
    let hint = format!("{} {}", keys::first_label(ctx, ShowCommand::Help), ctx.text("show-help"));
    let words = [
        (hint, Weight::Regular, theme.mute),
        (timer_words(ui, ctx, view).unwrap_or_default(), Weight::SemiBold, theme.accent),
        (elapsed_words(ctx), Weight::Regular, theme.mute),
        (ctx.clock.to_owned(), Weight::SemiBold, theme.ink),
    ];
    let mut right = bar.right() - 18.0;
    for (words, weight, color) in words.into_iter().rev().filter(|(words, ..)| !words.is_empty()) {
        let galley = line(ui.painter(), &words, ink(weight, 14.0, color), 200.0);
        right -= galley.size().x;
        ui.painter().galley(pos2(right, bar.center().y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
        right -= 22.0;
    }
    right
}

/// The item of the agenda that is timed, with what is left; the next frame is due when that changes.
pub(super) fn timer_words(ui: &Ui, ctx: &ShowCtx<'_>, view: &View) -> Option<String> {
    let timer = &view.workshop.timer;
    let item = ctx.view.document.workshop.agenda.get(timer.item()?)?;
    let now = ui.input(|input| input.time);
    if let Some(secs) = timer.secs_to_next_change(now) {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(secs.max(0.0)));
    }
    let left = crate::present::workshop::timer::words(timer.left_secs(now));
    // Where there is no room for both, the title is cut.
    Some(format!("{left} {}", item.title.trim()))
}

/// Hours and minutes in words, as the time of day and of the timer stand beside them; the seconds would only make people
/// nervous.
pub(super) fn elapsed_words(ctx: &ShowCtx<'_>) -> String {
    elapsed(ctx.view.texts, ctx.elapsed_secs)
}

fn elapsed(texts: &Texts, secs: u64) -> String {
    let minutes = secs / 60;
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let arguments = [("hours", hours.into()), ("minutes", minutes.into())];
    texts.with(if hours == 0 { "agenda-minutes-only" } else { "agenda-hours" }, &arguments)
}

/// A line of words that assistive technology reads as well; says how wide it is.
fn label_ui(ui: &Ui, ((x, y), room): ((f32, f32), f32), words: &str, ink: super::Ink) -> f32 {
    let width = line_at(ui.painter(), (x, y), words, ink, room);
    let rect = Rect::from_min_size(pos2(x, y - 12.0), vec2(width, 24.0));
    let response = ui.interact(rect, ui.scope_id().with(("words", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    width
}

#[cfg(test)]
mod tests {
    use super::elapsed;
    use crate::i18n::Texts;
    use crate::model::Language;

    #[test]
    fn elapsed_time_looks_like_no_time_of_day() {
        let check = |secs: u64, expect: [&str; 2]| {
            assert_eq!([Language::Ru, Language::En].map(|language| elapsed(Texts::of(language), secs)), expect);
        };
        check(59, ["0 мин", "0 min"]);
        check(61, ["1 мин", "1 min"]);
        check(3_900, ["1 ч 5 мин", "1 h 5 min"]);
    }
}
