//! Quick emotion polls: how many gave −5 … +5, where the room stands, and what the map says.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, Rect, RichText, Sense, Ui, pos2, vec2};

use super::capture::places;
use super::fields::{Step, count_ui, fact_ui, focus_count, note};
use super::state::{WorkshopAction, WorkshopView};
use crate::edit::verbs::StickyPlace;
use crate::edit::verbs::workshop::{remove_poll, set_answers};
use crate::i18n::number::signed;
use crate::model::{Emotion, Poll, Subject, TouchpointId};
use crate::present::workshop::poll::{PollFigures, figures, map_values, points};
use crate::scene::face::emotion_color;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::combo::{Combo, combo_ui};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, ink, paragraph_ui, rich};

/// The poll that is shown: the chosen one, else the last.
pub(super) fn shown<'c>(ctx: &ViewCtx<'c>, view: &WorkshopView) -> Option<&'c Arc<Poll>> {
    let chosen = view.poll.as_ref().and_then(|id| ctx.document.workshop.polls.get(id));
    chosen.or_else(|| ctx.document.workshop.polls_in_order().last().copied())
}

/// What a poll's touchpoint is called.
pub(super) fn touchpoint_words(ctx: &ViewCtx<'_>, id: &TouchpointId) -> String {
    let title = ctx.document.touchpoint(id).map(|(_, it)| it.title.as_str());
    ctx.named(title.unwrap_or_default(), "untitled-touchpoint")
}

pub(super) fn poll_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    new_ui(ui, ctx, view);
    let Some(poll) = shown(ctx, view) else {
        paragraph_ui(ui, &ctx.text("poll-empty"), note(ctx));
        return;
    };
    ui.add_space(6.0);
    pick_ui(ui, ctx, view, poll);
    let title = touchpoint_words(ctx, &poll.touchpoint);
    paragraph_ui(ui, &title, ink(Weight::SemiBold, 15.0, ctx.theme.ink));
    answers_ui(ui, ctx, view, poll);
    figures_ui(ui, ctx, poll);
    ui.add_space(8.0);
    if button_ui(ui, ctx.theme, &ctx.text("poll-remove"), Look::Danger).clicked() {
        ctx.push_edit(remove_poll(ctx.document, &poll.id));
    }
}

/// A touchpoint to ask about: the selected one, or one chosen here.
fn new_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let touchpoints: Vec<(TouchpointId, String)> = places(ctx)
        .into_iter()
        .filter_map(|(place, words)| match place {
            StickyPlace::Touchpoint(id) => Some((id, words)),
            StickyPlace::Stage(_) => None,
        })
        .collect();
    let is_known = |id: &TouchpointId| touchpoints.iter().any(|(known, _)| known == id);
    let selected = ctx.selection.iter().rev().find_map(|subject| match subject {
        Subject::Touchpoint(_, id) if is_known(id) => Some(id.clone()),
        _ => None,
    });
    let chosen = match &view.place {
        Some(StickyPlace::Touchpoint(id)) if is_known(id) => Some(id.clone()),
        _ => None,
    };
    let Some(mut asked) = chosen.or(selected).or_else(|| touchpoints.first().map(|(id, _)| id.clone())) else { return };
    for (key, by) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            let at = touchpoints.iter().position(|(id, _)| *id == asked).unwrap_or(0);
            if let Some((next, _)) = at.checked_add_signed(by).and_then(|at| touchpoints.get(at)) {
                asked = next.clone();
                view.place = Some(StickyPlace::Touchpoint(asked.clone()));
            }
        }
    }
    let name = ctx.text("poll-new-touchpoint");
    let shown = touchpoint_words(ctx, &asked);
    let chosen = touchpoints.iter().position(|(id, _)| *id == asked);
    let words: Vec<_> = touchpoints.iter().map(|(_, words)| RichText::new(words)).collect();
    let width = ui.available_width();
    let combo = Combo { salt: Id::unique("poll-touchpoint"), name: &name, shown: shown.into(), width };
    let (_, picked) = combo_ui(ui, ctx.theme, combo, (chosen, &words));
    if let Some((id, _)) = picked.and_then(|place| touchpoints.get(place)) {
        view.place = Some(StickyPlace::Touchpoint(id.clone()));
    }
    let any = !ctx.document.workshop.polls.is_empty();
    let look = if any { Look::Plain } else { Look::Primary };
    let button = button_ui(ui, ctx.theme, &ctx.text("poll-new"), look);
    if view.wants_focus && !any {
        button.request_focus();
    }
    paragraph_ui(ui, &ctx.text("poll-keys"), note(ctx));
    if button.clicked() {
        ctx.push(Action::Workshop(Box::new(WorkshopAction::Poll(asked))));
    }
}

fn pick_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView, poll: &Poll) {
    let polls = ctx.document.workshop.polls_in_order();
    if polls.len() < 2 {
        return;
    }
    let words = |index: usize, poll: &Poll| format!("{}. {}", index + 1, touchpoint_words(ctx, &poll.touchpoint));
    let chosen = polls.iter().position(|other| other.id == poll.id);
    let choices: Vec<_> = polls.iter().enumerate().map(|(at, poll)| RichText::new(words(at, poll))).collect();
    let (name, width) = (ctx.text("poll-pick"), ui.available_width());
    let shown = words(chosen.unwrap_or(0), poll).into();
    let combo = Combo { salt: Id::unique("poll-pick"), name: &name, shown, width };
    let (_, picked) = combo_ui(ui, ctx.theme, combo, (chosen, &choices));
    if let Some(other) = picked.and_then(|place| polls.get(place)) {
        view.poll = Some(other.id.clone());
        view.wants_focus = true;
    }
}

fn answers_id(poll: &Poll, place: usize) -> Id {
    Id::unique(("poll-answers", &poll.id, place))
}

/// The eleven answers from +5 down, as the map has them.
fn answers_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &WorkshopView, poll: &Poll) {
    let most = poll.counts.iter().copied().max().unwrap_or(0).max(1);
    let map = map_values(ctx.document, poll);
    let enter = |ui: &Ui, place: usize| {
        if let Some(count) = poll.counts.get(place) {
            focus_count(ui, answers_id(poll, place), *count);
        }
    };
    ui.spacing_mut().item_spacing.y = 3.0;
    for (place, count) in poll.counts.iter().enumerate().rev() {
        let words = signed(points(place), 0, ctx.language());
        let counted = ui
            .horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let label = rich(&words, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute));
                ui.add_sized(vec2(24.0, 18.0), egui::Label::new(label));
                let name = ctx.texts.with("poll-count", &[("points", words.clone().into())]);
                let counted = count_ui(ui, ctx, (answers_id(poll, place), &name), *count);
                let (rail, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
                let color = Emotion::from_points(points(place)).map(|it| emotion_color(ctx.theme, it));
                let width = (rail.width() - 18.0) * *count as f32 / most as f32;
                let bar = Rect::from_min_size(rail.min + vec2(0.0, 3.0), vec2(width, 12.0));
                if *count > 0 {
                    ui.painter().rect_filled(bar, 3.0, rgba(color.unwrap_or(ctx.theme.neutral)));
                }
                let here = map.iter().filter(|(_, emotion)| emotion.points().round() == points(place));
                for (index, (persona, _)) in here.enumerate() {
                    let center = pos2(rail.right() - 6.0 - 12.0 * index as f32, rail.center().y);
                    ui.painter().circle_filled(center, 4.5, rgba(ctx.theme.persona(persona.color)));
                }
                counted
            })
            .inner;
        if let Some(count) = counted.value {
            ctx.push_edit(set_answers(ctx.document, &poll.id, place, count));
        }
        match counted.step {
            Some(Step::Next) if place > 0 => enter(ui, place - 1),
            Some(Step::Previous) => enter(ui, place + 1),
            _ => {}
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    if view.wants_focus {
        enter(ui, 10);
    }
}

/// Answers, mean, median and spread as names and words.
pub(super) fn figure_rows(ctx: &ViewCtx<'_>, figures: &PollFigures) -> Vec<(String, String)> {
    let value = |points: f64| signed(points, 1, ctx.language());
    let (low, high) = figures.quartiles;
    let spread = ctx.texts.with("poll-from-to", &[("low", value(low).into()), ("high", value(high).into())]);
    let mut rows = vec![
        (ctx.text("poll-mean"), value(figures.mean)),
        (ctx.text("poll-median"), value(figures.median)),
        (ctx.text("poll-spread"), spread),
    ];
    if let Some(deviation) = figures.deviation {
        let deviation = crate::i18n::number::number(deviation, 1, ctx.language());
        rows.push((ctx.text("poll-deviation"), format!("±{deviation}")));
    }
    rows
}

fn figures_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, poll: &Poll) {
    let Some(found) = figures(poll) else { return };
    ui.add_space(4.0);
    let answers = ctx.texts.with("poll-answers", &[("count", found.answers.into())]);
    ui.label(rich(&answers, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute)));
    for (name, value) in figure_rows(ctx, &found) {
        fact_ui(ui, (&name, &value), ctx.theme.ink);
    }
    ui.add_space(4.0);
    ui.label(rich(&ctx.text("poll-map"), ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute)));
    let map = map_values(ctx.document, poll);
    for (persona, emotion) in &map {
        let value = |points: f64| signed(points, 1, ctx.language());
        let arguments = [
            ("persona", persona.name.clone().into()),
            ("value", value(emotion.points()).into()),
            ("difference", value(found.mean - emotion.points()).into()),
        ];
        ui.horizontal(|ui| {
            let (dot, _) = ui.allocate_exact_size(vec2(10.0, 18.0), Sense::hover());
            ui.painter().circle_filled(dot.center(), 4.5, rgba(ctx.theme.persona(persona.color)));
            let words = ctx.texts.with("poll-difference", &arguments);
            paragraph_ui(ui, &words, ink(Weight::Regular, fonts::BODY, ctx.theme.ink));
        });
    }
    if map.is_empty() {
        paragraph_ui(ui, &ctx.text("poll-map-none"), note(ctx));
    }
}
