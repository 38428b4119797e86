//! Linked things as cards and rows: a touchpoint's barriers, opportunities, strengths and ways on.

use std::sync::Arc;

use egui::{Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::links;
use super::words::{blocks_word, level_said, status_word};
use crate::analysis::flow::{Flow, flow};
use crate::analysis::ledger::Status;
use crate::analysis::{Level, level};
use crate::edit::verbs::{Link, Linked, link_touchpoint};
use crate::i18n::number::percent;
use crate::model::{Barrier, Journey, Opportunity, Subject, Touchpoint, TouchpointId};
use crate::scene::Color;
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::style::rgba;
use crate::ui::widgets::{Ink, focus_ring, heading_ui, ink, level_disc, line, row_ui, severity_dashes, told_line_at};

/// From a disc's left edge to the words it belongs to.
const DISC_ROOM: f32 = 16.0;

/// In journeys of more touchpoints the shares of ways are not computed.
const MOST: usize = 2000;

/// The flow through a journey, computed when the journey changes.
#[derive(Debug, Default)]
pub struct KnownFlow {
    of: Option<(Arc<Journey>, Option<Flow>)>,
}

impl KnownFlow {
    /// The flow through this journey; `None` where it cannot be told.
    fn through(&mut self, journey: &Arc<Journey>) -> Option<&Flow> {
        if !self.of.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, journey)) {
            let flow = (journey.touchpoints.len() <= MOST).then(|| flow(journey).ok()).flatten();
            self.of = Some((Arc::clone(journey), flow));
        }
        self.of.as_ref()?.1.as_ref()
    }
}

/// The barriers met at a touchpoint.
pub(super) fn barriers_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, touchpoint: &TouchpointId) {
    if heading_ui(ui, ctx.theme, &ctx.text("barriers"), Some(&ctx.text("command-add-barrier"))) {
        ctx.push(Action::Add(New::Barrier(Some(touchpoint.clone()))));
    }
    for barrier in ctx.document.barriers.iter().filter(|barrier| barrier.touchpoints.contains(touchpoint)) {
        let card = barrier_card(ui, ctx, barrier);
        if links::cut_ui(ui, ctx, card.rect, &ctx.named(&barrier.statement, "map-untitled-note")) {
            ctx.push(Action::LinkBarrier(barrier.id.clone(), touchpoint.clone(), Link::Cut));
        }
    }
    let others = || ctx.document.barriers.iter().filter(|it| !it.touchpoints.contains(touchpoint));
    if others().next().is_some() {
        let choices = || others().map(|it| (it.id.clone(), ctx.named(&it.statement, "map-untitled-note"))).collect();
        if let Some(barrier) = links::known_ui(ui, ctx, &ctx.text("known-barrier"), choices) {
            ctx.push(Action::LinkBarrier(barrier, touchpoint.clone(), Link::Make));
        }
    }
}

/// A barrier in short; a press shows all of it.
fn barrier_card(ui: &mut Ui, ctx: &ViewCtx<'_>, barrier: &Barrier) -> Response {
    let theme = ctx.theme;
    let statement = ctx.named(&barrier.statement, "map-untitled-note");
    let mut facts: Vec<String> = barrier.blocks.iter().map(|blocks| blocks_word(ctx, *blocks)).collect();
    if let Some(frequency) = barrier.frequency {
        facts.push(ctx.texts.with("barrier-frequency", &[("share", percent(frequency, ctx.language()).into())]));
    }
    let owner = barrier.owner.as_ref().and_then(|owner| ctx.document.departments.get(owner));
    facts.extend(owner.map(|owner| owner.name.clone()));
    let status = status_word(ctx, Status::Barrier(barrier.status));
    let colors = (theme.barrier_fill, theme.barrier_line);
    let known = level(ctx.document, &barrier.evidence);
    let response = card_ui(ui, ctx, (&statement, &facts, known), colors, 20.0);
    let rect = response.rect;
    let y = rect.bottom() - 19.0;
    if let Some(severity) = barrier.severity {
        severity_dashes(ui.painter(), pos2(rect.left() + 12.0, y - 2.5), severity, theme);
    }
    let words = line(ui.painter(), &status, ink(Weight::SemiBold, fonts::LABEL, theme.negative_text), 140.0);
    let place = pos2(rect.right() - 12.0 - words.size().x, y - words.size().y / 2.0);
    ui.painter().galley(place, words, Color32::PLACEHOLDER);
    if response.clicked() {
        ctx.push(Action::Follow(Subject::Barrier(barrier.id.clone())));
    }
    response
}

/// The opportunities that change a touchpoint or close its barriers.
pub(super) fn opportunities_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, touchpoint: &TouchpointId) {
    let Some(journey) = ctx.journey_id() else { return };
    if heading_ui(ui, ctx.theme, &ctx.text("opportunities"), Some(&ctx.text("command-add-opportunity"))) {
        let subject = Subject::Touchpoint(journey.clone(), touchpoint.clone());
        ctx.push(Action::Add(New::Opportunity(subject)));
    }
    let closes_one_here = |opportunity: &Opportunity| {
        opportunity
            .barriers
            .iter()
            .filter_map(|id| ctx.document.barriers.get(id))
            .any(|barrier| barrier.touchpoints.contains(touchpoint))
    };
    for opportunity in &ctx.document.opportunities {
        let linked = opportunity.touchpoints.contains(touchpoint);
        if !linked && !closes_one_here(opportunity) {
            continue;
        }
        let card = opportunity_card(ui, ctx, opportunity);
        let name = || ctx.named(&opportunity.statement, "map-untitled-note");
        // One that is here for the sake of a barrier goes when it no longer closes that.
        if linked && links::cut_ui(ui, ctx, card.rect, &name()) {
            link(ctx, &Linked::Opportunity(opportunity.id.clone()), touchpoint, Link::Cut);
        }
    }
    let others = || ctx.document.opportunities.iter().filter(|it| !it.touchpoints.contains(touchpoint));
    if others().next().is_some() {
        let choices = || others().map(|it| (it.id.clone(), ctx.named(&it.statement, "map-untitled-note"))).collect();
        if let Some(id) = links::known_ui(ui, ctx, &ctx.text("link-opportunity"), choices) {
            link(ctx, &Linked::Opportunity(id), touchpoint, Link::Make);
        }
    }
}

fn link(ctx: &ViewCtx<'_>, linked: &Linked, touchpoint: &TouchpointId, link: Link) {
    ctx.push_edit(link_touchpoint(ctx.document, linked, touchpoint, link));
}

/// An opportunity in short.
fn opportunity_card(ui: &mut Ui, ctx: &ViewCtx<'_>, opportunity: &Opportunity) -> Response {
    let statement = ctx.named(&opportunity.statement, "map-untitled-note");
    let score = |key: &str, value: Option<u8>| value.map(|value| ctx.texts.with(key, &[("score", value.into())]));
    let value = opportunity.value_to_customer.max(opportunity.value_to_business);
    let facts: Vec<String> = [score("opportunity-value", value), score("opportunity-effort", opportunity.effort)]
        .into_iter()
        .flatten()
        .collect();
    let colors = (ctx.theme.opportunity_fill, ctx.theme.opportunity_line);
    let known = level(ctx.document, &opportunity.evidence);
    let card = card_ui(ui, ctx, (&statement, &facts, known), colors, 0.0);
    if card.clicked() {
        ctx.push(Action::Follow(Subject::Opportunity(opportunity.id.clone())));
    }
    card
}

/// The strengths met at a touchpoint; nothing where there is none, but for the way to add one.
pub(super) fn strengths_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, touchpoint: &TouchpointId) {
    if heading_ui(ui, ctx.theme, &ctx.text("strengths"), Some(&ctx.text("add-strength"))) {
        ctx.push(Action::Add(New::Strength(touchpoint.clone())));
    }
    for strength in ctx.document.strengths.iter().filter(|strength| strength.touchpoints.contains(touchpoint)) {
        let statement = ctx.named(&strength.statement, "map-untitled-note");
        let colors = (ctx.theme.strength_fill, ctx.theme.strength_line);
        let card = card_ui(ui, ctx, (&statement, &[], level(ctx.document, &strength.evidence)), colors, 0.0);
        if card.clicked() {
            ctx.push(Action::Follow(Subject::Strength(strength.id.clone())));
        }
        if links::cut_ui(ui, ctx, card.rect, &statement) {
            link(ctx, &Linked::Strength(strength.id.clone()), touchpoint, Link::Cut);
        }
    }
    let others = || ctx.document.strengths.iter().filter(|it| !it.touchpoints.contains(touchpoint));
    if others().next().is_some() {
        let choices = || others().map(|it| (it.id.clone(), ctx.named(&it.statement, "map-untitled-note"))).collect();
        if let Some(id) = links::known_ui(ui, ctx, &ctx.text("link-strength"), choices) {
            link(ctx, &Linked::Strength(id), touchpoint, Link::Make);
        }
    }
}

/// The ways on from a touchpoint with their shares, and those who leave.
pub(super) fn transitions_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    known: &mut KnownFlow,
    (journey, touchpoint): (&Arc<Journey>, &Touchpoint),
) {
    heading_ui(ui, ctx.theme, &ctx.text("transitions"), None);
    let figures = known.through(journey);
    let mut any = false;
    for transition in journey.transitions.iter().filter(|transition| transition.from == touchpoint.id) {
        any = true;
        let to = journey.touchpoints.get(&transition.to).map(|to| to.title.as_str()).unwrap_or_default();
        let name = ctx.named(to, "untitled-touchpoint");
        let share = transition.share.or_else(|| figures.and_then(|figures| figures.share(&transition.id)));
        let share = share.map(|share| percent(share, ctx.language())).unwrap_or_default();
        let row = way_ui(ui, ctx, (&name, &share), ctx.theme.ink);
        if row.clicked() {
            let subject = Subject::Transition(journey.id.clone(), transition.id.clone());
            ctx.push(Action::Follow(subject));
        }
    }
    let lost = figures.and_then(|figures| figures.at(&touchpoint.id)).map(|here| here.lost_share);
    if let Some(lost) = lost.filter(|_| any) {
        way_ui(ui, ctx, (&ctx.text("lost-here"), &percent(lost, ctx.language())), ctx.theme.mute);
    }
    if !any {
        let words = ctx.text("no-transitions");
        crate::ui::widgets::paragraph_ui(ui, &words, ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    }
}

fn way_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (name, share): (&str, &str), color: Color) -> Response {
    ui.spacing_mut().item_spacing.y = 0.0;
    let said = ctx.texts.with("way-to", &[("title", name.to_owned().into()), ("share", share.to_owned().into())]);
    let row = row_ui(ui, ctx, (24.0, 0.0), &said, false);
    let (rect, y) = (row.rect, row.rect.center().y);
    let arrow = Rect::from_center_size(pos2(rect.left() + 8.0, y), vec2(16.0, 16.0));
    icon::paint(ui.painter(), arrow, IconName::ArrowRight, rgba(color));
    let figure = line(ui.painter(), share, ink(Weight::SemiBold, 12.5, color), 80.0);
    let width = figure.size().x;
    ui.painter().galley(pos2(rect.right() - width, y - figure.size().y / 2.0), figure, Color32::PLACEHOLDER);
    let words = ink(Weight::Regular, 12.5, color);
    let room = rect.width() - width - 34.0;
    told_line_at(ui.painter(), (rect.left() + 22.0, y), (name, words), room, row.response)
}

/// A card with a statement that wraps, below it how well that is known and other facts, and room for more.
fn card_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (statement, facts, known): (&str, &[String], Level),
    (fill, edge): (Color, Color),
    more: f32,
) -> Response {
    let width = ui.available_width();
    // A × may stand at the right end.
    let inside = width - 40.0;
    let lay = |ui: &Ui, text: &str, ink: Ink, room: f32| {
        ui.painter().layout(text.to_owned(), fonts::font(ink.weight, ink.size), rgba(ink.color), room)
    };
    let statement_galley = lay(ui, statement, ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink), inside);
    let facts: Vec<String> = std::iter::once(ctx.text(known.key())).chain(facts.iter().cloned()).collect();
    let small = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    let facts = lay(ui, &facts.join(" · "), small, inside - DISC_ROOM);
    let height = 22.0 + statement_galley.size().y + 4.0 + facts.size().y + more;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, statement));
    ui.ctx().accesskit_node_builder(response.id, |card| card.set_description(level_said(ctx, known)));
    let line = if response.hovered() { ctx.theme.accent } else { edge };
    ui.painter().rect(rect, 8.0, rgba(fill), Stroke::new(1.0, rgba(line)), StrokeKind::Inside);
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let place = rect.min + vec2(12.0, 11.0);
    let below = place + vec2(0.0, statement_galley.size().y + 4.0);
    ui.painter().galley(place, statement_galley, Color32::PLACEHOLDER);
    let line = facts.rows.first().map_or(0.0, |row| row.rect().height());
    level_disc(ui.painter(), below + vec2(5.0, line / 2.0), known, ctx.theme.mute);
    ui.painter().galley(below + vec2(DISC_ROOM, 0.0), facts, Color32::PLACEHOLDER);
    ui.add_space(2.0);
    response
}
