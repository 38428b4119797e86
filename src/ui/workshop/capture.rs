//! Capture: one big empty line; each Enter makes it a sticky of the chosen kind at the chosen place.

use egui::{Event, Id, Key, Modifiers, Ui};

use super::fields::{LineField, entry_ui, focus, note};
use super::state::{Captured, Line, WorkshopAction, WorkshopView};
use crate::edit::verbs::{Sticky, StickyNote, StickyPlace};
use crate::model::{Stage, Subject};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::combo::{Combo, combo_ui};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::inspector::form::chip_ui;
use crate::ui::side::stage_name;
use crate::ui::widgets::{ink, label_ui, paragraph_ui, rich};

/// How many of the last lines are listed.
const LISTED: usize = 12;
/// How many are kept.
const KEPT: usize = 64;
const DIGITS: [Key; 7] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];

/// The places of the shown journey in the order of its map: each stage, then its touchpoints.
pub(super) fn places(ctx: &ViewCtx<'_>) -> Vec<(StickyPlace, String)> {
    let Some(journey) = ctx.journey else { return Vec::new() };
    let mut places = Vec::new();
    for (stage, touchpoints) in Stage::ALL.into_iter().zip(&ctx.figures.stages) {
        let title = stage_name(ctx, journey, stage);
        places.push((StickyPlace::Stage(stage), ctx.texts.with("capture-place-stage", &[("title", title.into())])));
        for touchpoint in touchpoints {
            let title = ctx.named(&touchpoint.title, "untitled-touchpoint");
            places.push((StickyPlace::Touchpoint(touchpoint.id.clone()), title));
        }
    }
    places
}

/// Where lines go: as chosen, else to what is selected, else to the first stage.
pub(super) fn place_of(ctx: &ViewCtx<'_>, view: &WorkshopView, places: &[(StickyPlace, String)]) -> Option<usize> {
    let known = |place: &StickyPlace| places.iter().position(|(other, _)| other == place);
    let selected = ctx.selection.iter().rev().find_map(|subject| match subject {
        Subject::Touchpoint(_, id) => Some(StickyPlace::Touchpoint(id.clone())),
        Subject::Stage(_, stage) => Some(StickyPlace::Stage(*stage)),
        _ => None,
    });
    let chosen = view.place.as_ref().and_then(known);
    chosen.or_else(|| selected.as_ref().and_then(known)).or(if places.is_empty() { None } else { Some(0) })
}

pub(super) fn capture_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut WorkshopView) {
    let places = places(ctx);
    let Some(mut place) = place_of(ctx, view, &places) else {
        paragraph_ui(ui, &ctx.text("capture-nowhere"), note(ctx));
        return;
    };
    keys(ui, view, (&places, &mut place));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (index, sticky) in Sticky::ALL.into_iter().enumerate() {
            let name = format!("{} {}", index + 1, ctx.text(&format!("sticky-{}", sticky.key())));
            if chip_ui(ui, ctx, &name, sticky == view.sticky).clicked() {
                view.sticky = sticky;
                view.wants_focus = true;
            }
        }
    });
    if view.sticky != Sticky::Parking {
        place_ui(ui, ctx, view, (&places, place));
    }
    let to = places.get(place).map(|(to, _)| to.clone());
    let is_stage = matches!(to, Some(StickyPlace::Stage(_)));
    let missing = view.sticky.needs_touchpoint() && is_stage;
    let (name, hint) = (ctx.text("capture-line"), ctx.text("capture-line-hint"));
    let field = LineField { id: Id::unique("capture-line"), name: &name, hint: &hint, size: 18.0 };
    if missing {
        // The line stays as it is until it can go somewhere.
        super::fields::line_ui(ui, ctx, &field, view.line(Line::Capture));
        let words = ink(Weight::Medium, fonts::SMALL, ctx.theme.negative_text);
        ui.label(rich(&ctx.text("capture-needs-touchpoint"), words));
    } else if let Some(text) = entry_ui(ui, ctx, &field, view.line(Line::Capture))
        && let Some(to) = to
    {
        let sticky = view.sticky;
        let place = if sticky == Sticky::Parking { String::new() } else { place_words(&places, place) };
        view.captured.insert(0, Captured { sticky, place, text: text.clone() });
        view.captured.truncate(KEPT);
        let note = StickyNote { sticky, place: to, persona: ctx.persona.cloned(), text };
        ctx.push(Action::Workshop(Box::new(WorkshopAction::Capture(note))));
    }
    if view.wants_focus {
        focus(ui, field.id);
    }
    paragraph_ui(ui, &ctx.text("capture-keys"), note(ctx));
    last_ui(ui, ctx, view);
}

fn place_words(places: &[(StickyPlace, String)], place: usize) -> String {
    places.get(place).map(|(_, words)| words.clone()).unwrap_or_default()
}

/// Alt with a digit chooses the kind, with an arrow the place.
fn keys(ui: &Ui, view: &mut WorkshopView, (places, place): (&[(StickyPlace, String)], &mut usize)) {
    for (key, sticky) in DIGITS.into_iter().zip(Sticky::ALL) {
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            view.sticky = sticky;
            view.wants_focus = true;
            // Some systems send the digit as a letter as well.
            ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(text) if text.len() == 1)));
        }
    }
    for (key, by) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            *place = place.saturating_add_signed(by).min(places.len().saturating_sub(1));
            view.place = places.get(*place).map(|(to, _)| to.clone());
        }
    }
}

fn place_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut WorkshopView,
    (places, place): (&[(StickyPlace, String)], usize),
) {
    let name = ctx.text("capture-place");
    label_ui(ui, ctx.theme, &name);
    let words = |(to, words): &(StickyPlace, String)| {
        let weight = if matches!(to, StickyPlace::Stage(_)) { Weight::SemiBold } else { Weight::Regular };
        rich(words, ink(weight, fonts::BODY, ctx.theme.ink))
    };
    let choices: Vec<_> = places.iter().map(words).collect();
    let (shown, width) = (place_words(places, place).into(), ui.available_width());
    let combo = Combo { salt: Id::unique("capture-place"), name: &name, shown, width };
    let (_, picked) = combo_ui(ui, ctx.theme, combo, (Some(place), &choices));
    if let Some((to, _)) = picked.and_then(|place| places.get(place)) {
        view.place = Some(to.clone());
        view.wants_focus = true;
    }
}

fn last_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &WorkshopView) {
    if view.captured.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(rich(&ctx.text("capture-last"), ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute)));
    for Captured { sticky, place, text } in view.captured.iter().take(LISTED) {
        let (fill, line) = sticky_colors(ctx, *sticky);
        super::lists::card_ui(ui, (fill, line), |ui| {
            paragraph_ui(ui, text, ink(Weight::Medium, fonts::BODY, ctx.theme.ink));
            let kind = ctx.text(&format!("sticky-{}", sticky.key()));
            let words = if place.is_empty() { kind } else { format!("{kind} · {place}") };
            paragraph_ui(ui, &words, note(ctx));
        });
    }
}

/// The colours that such a sticky has on the map.
pub(super) fn sticky_colors(ctx: &ViewCtx<'_>, sticky: Sticky) -> (crate::scene::Color, crate::scene::Color) {
    let theme = ctx.theme;
    match sticky {
        Sticky::Barrier => (theme.barrier_fill, theme.barrier_line),
        Sticky::Strength => (theme.strength_fill, theme.strength_line),
        Sticky::Opportunity => (theme.opportunity_fill, theme.opportunity_line),
        Sticky::Thought | Sticky::Need | Sticky::Touchpoint | Sticky::Parking => (theme.card, theme.card_line),
    }
}
