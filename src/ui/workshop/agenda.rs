//! The agenda with its timer: what is done now, how long it may still take, and what follows.

use std::sync::Arc;

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use super::fields::{Counted, LineField, Step, count_ui, entry_ui, focus, focus_count, note};
use super::state::{Line, WorkshopAction, WorkshopView};
use crate::edit::verbs::change::FieldKind;
use crate::edit::verbs::workshop::{change_agenda_item, remove_agenda_item};
use crate::i18n::number::short_number;
use crate::model::{AgendaItem, AgendaItemId};
use crate::present::workshop::agenda::{PRESET, total_minutes};
use crate::present::workshop::timer;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, ink, paragraph_ui, rich, small_icon_button_ui, told};

/// What an item takes where nobody says how long.
const USUAL_MINUTES: f64 = 10.0;

pub(super) fn agenda_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    timer_ui(ui, ctx, view);
    ui.add_space(6.0);
    let agenda = ctx.document.workshop.agenda_in_order();
    for (index, item) in agenda.iter().enumerate() {
        item_ui(ui, ctx, view, (index, item));
    }
    if agenda.is_empty() {
        paragraph_ui(ui, &ctx.text("agenda-empty"), note(ctx));
        let minutes: f64 = PRESET.iter().map(|(_, minutes)| minutes).sum();
        let name = ctx.texts.with("agenda-use-preset", &[("minutes", minutes.into())]);
        let button = button_ui(ui, ctx.theme, &name, Look::Primary);
        if view.wants_focus {
            button.request_focus();
        }
        if button.clicked() {
            ctx.push(Action::Workshop(Box::new(WorkshopAction::Preset)));
        }
    } else {
        let time = duration_words(ctx, total_minutes(&ctx.document.workshop));
        ui.label(rich(&ctx.texts.with("agenda-total", &[("time", time.into())]), note(ctx)));
    }
    let (name, hint) = (ctx.text("agenda-new"), ctx.text("agenda-new-hint"));
    let field = LineField { id: Id::unique("agenda-new"), name: &name, hint: &hint, size: fonts::BODY };
    if let Some(typed) = entry_ui(ui, ctx, &field, view.line(Line::Agenda)) {
        let (title, minutes) = title_and_minutes(&typed);
        ctx.push(Action::Workshop(Box::new(WorkshopAction::AgendaItem(title, minutes))));
    }
    if view.wants_focus && !agenda.is_empty() {
        focus(ui, field.id);
    }
}

/// "Break, 10" is a break of ten minutes.
fn title_and_minutes(typed: &str) -> (String, f64) {
    let digits = typed.trim_end().bytes().rev().take_while(u8::is_ascii_digit).count();
    let (title, minutes) = typed.trim_end().split_at(typed.trim_end().len() - digits);
    let title = title.trim().trim_end_matches([',', ';', '-', '–', '—']).trim();
    match minutes.parse::<f64>() {
        Ok(minutes) if !title.is_empty() && (1.0..=999.0).contains(&minutes) => (title.to_owned(), minutes),
        _ => (typed.trim().to_owned(), USUAL_MINUTES),
    }
}

/// "3 h 5 min".
pub(super) fn duration_words(ctx: &ViewCtx<'_>, minutes: f64) -> String {
    let (hours, rest) = ((minutes / 60.0).floor(), minutes % 60.0);
    let rest = short_number(rest, 1, ctx.language());
    if hours < 1.0 {
        return ctx.texts.with("agenda-minutes-only", &[("minutes", rest.into())]);
    }
    ctx.texts.with("agenda-hours", &[("hours", hours.into()), ("minutes", rest.into())])
}

/// The item that the timer runs for.
pub(super) fn current<'c>(ctx: &ViewCtx<'c>, view: &WorkshopView) -> Option<&'c Arc<AgendaItem>> {
    view.timer.item().and_then(|id| ctx.document.workshop.agenda.get(id))
}

fn timer_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &WorkshopView) {
    let now = ui.input(|input| input.time);
    let left = view.timer.left_secs(now);
    let item = current(ctx, view);
    let over = item.is_some() && left < 0.0;
    let frame = egui::Frame::new()
        .fill(rgba(if over { ctx.theme.barrier_fill } else { ctx.theme.card }))
        .stroke((1.0, rgba(if over { ctx.theme.barrier_line } else { ctx.theme.card_line })))
        .corner_radius(8.0)
        .inner_margin(12.0);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = item.map_or_else(|| ctx.text("timer-none"), |item| item.title.clone());
        ui.horizontal(|ui| {
            let over_words = if over { ctx.text("timer-over") } else { String::new() };
            ui.add(egui::Label::new(rich(&title, ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink))).truncate());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(rich(&over_words, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.negative_text)));
            });
        });
        let color = if over { ctx.theme.negative_text } else { ctx.theme.ink };
        let words = timer::words(left);
        let label = ui.label(rich(&words, ink(Weight::Bold, 40.0, color)));
        let said = ctx.texts.with("timer-left", &[("time", words.into())]);
        label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
        progress_ui(ui, ctx, if item.is_some() { view.timer.gone_share(now) } else { 0.0 });
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let key = if view.timer.is_running() { "timer-pause" } else { "timer-start" };
            for (key, command, look) in [
                (key, CommandId::TimerToggle, Look::Primary),
                ("timer-more", CommandId::TimerMore, Look::Plain),
                ("timer-next", CommandId::TimerNext, Look::Plain),
            ] {
                let enabled = command.enabled(ctx);
                let button = ui.add_enabled_ui(enabled, |ui| button_ui(ui, ctx.theme, &ctx.text(key), look)).inner;
                let shortcut = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut));
                if button.on_hover_text(shortcut.unwrap_or_default()).clicked() {
                    ctx.push(Action::Run(command));
                }
            }
        });
    });
}

fn progress_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, share: f64) {
    let (rail, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
    ui.painter().rect_filled(rail, 2.0, rgba(ctx.theme.line));
    let done = Rect::from_min_size(rail.min, vec2(rail.width() * share as f32, rail.height()));
    ui.painter().rect_filled(done, 2.0, rgba(if share >= 1.0 { ctx.theme.negative } else { ctx.theme.accent }));
}

fn minutes_id(item: &AgendaItemId) -> Id {
    Id::unique(("agenda-minutes", item))
}

fn item_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView, (index, item): (usize, &Arc<AgendaItem>)) {
    let is_current = view.timer.item() == Some(&item.id);
    let top = ui.cursor().top();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let number = [("number", (index + 1).into())];
        let mut title = item.title.clone();
        let id = Id::unique(("agenda-title", &item.id));
        let width = ui.available_width() - 44.0 - 22.0 - 12.0;
        let weight = if is_current { Weight::SemiBold } else { Weight::Regular };
        let edit = egui::TextEdit::singleline(&mut title)
            .id(id)
            .font(fonts::font(weight, fonts::BODY))
            .margin(egui::Margin::symmetric(8, 4))
            .desired_width(width);
        let response = ui.add(edit);
        told(ctx, &response, (&ctx.texts.with("agenda-item-title", &number), &title));
        if response.changed() {
            let edit = change_agenda_item(ctx.document, &item.id, FieldKind::Text("agenda"), |it| it.title = title);
            ctx.push_edit(edit);
        }
        let name = ctx.texts.with("agenda-item-minutes", &number);
        let Counted { value, step } = count_ui(ui, ctx, (minutes_id(&item.id), &name), item.minutes.round() as u32);
        if let Some(minutes) = value {
            if is_current {
                view.timer.add_minutes(f64::from(minutes) - item.minutes);
            }
            let field = FieldKind::Text("minutes");
            let edit = change_agenda_item(ctx.document, &item.id, field, |it| it.minutes = f64::from(minutes));
            ctx.push_edit(edit);
        }
        if let Some(step) = step {
            let agenda = ctx.document.workshop.agenda_in_order();
            let next = if step == Step::Next { Some(index + 1) } else { index.checked_sub(1) };
            if let Some(next) = next.and_then(|next| agenda.get(next)) {
                focus_count(ui, minutes_id(&next.id), next.minutes.round() as u32);
            }
        }
        more_ui(ui, ctx, view, (index, item));
    });
    if is_current {
        let mark = Rect::from_min_max(
            pos2(ui.min_rect().left() - 10.0, top + 4.0),
            pos2(ui.min_rect().left() - 7.0, top + 22.0),
        );
        ui.painter().rect_filled(mark, 1.5, rgba(ctx.theme.accent));
    }
}

fn more_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView, (index, item): (usize, &Arc<AgendaItem>)) {
    let name = ctx.texts.with("item-more", &[("title", item.title.clone().into())]);
    let more = small_icon_button_ui(ui, ctx.theme, IconName::More, &name);
    egui::Popup::menu(&more).show(|ui| {
        ui.set_min_width(200.0);
        if ui.button(ctx.text("agenda-take-up")).clicked() {
            let now = ui.input(|input| input.time);
            view.timer.take_up(item, now);
        }
        for (key, to) in [("move-up", index.checked_sub(1)), ("move-down", Some(index + 1))] {
            let enabled = to.is_some_and(|to| to < ctx.document.workshop.agenda.len());
            if ui.add_enabled(enabled, egui::Button::new(ctx.text(key))).clicked()
                && let Some(to) = to
            {
                ctx.push(Action::Workshop(Box::new(WorkshopAction::MoveAgendaItem(item.id.clone(), to))));
            }
        }
        if ui.button(ctx.text("remove")).clicked() {
            ctx.push_edit(remove_agenda_item(ctx.document, &item.id));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_stand_at_the_end_of_the_line() {
        let check = |typed: &str, title: &str, minutes: f64| {
            assert_eq!(title_and_minutes(typed), (title.to_owned(), minutes), "{typed}");
        };
        check("Кофе 15", "Кофе", 15.0);
        check("Break, 10 ", "Break", 10.0);
        check("Break — 5", "Break", 5.0);
        check("Break", "Break", USUAL_MINUTES);
        check("2026", "2026", USUAL_MINUTES);
        check("Retro 0", "Retro 0", USUAL_MINUTES);
        check("Plan 2027", "Plan 2027", USUAL_MINUTES);
    }
}
