//! The right panel: everything that is known of what is selected, to be changed in place.
//!
//! Each kind of thing has its file; all of them lay out a [`form::Form`] over a copy and push one `Put`.

mod barrier;
mod cards;
mod day;
mod emotion;
mod evidence;
pub mod form;
mod journey;
pub mod lanes;
mod links;
mod metric;
mod opportunity;
pub mod participants;
mod past_status;
mod paths;
mod persona;
mod pictures;
mod project;
mod several;
mod stage;
mod strength;
mod touchpoint;
mod touchpoints;
mod transition;
mod typed;
mod words;

use egui::Ui;

use super::action::Action;
use super::command::CommandId;
use super::context::ViewCtx;
use super::fonts;
use super::scrolled::follow_focus;
use super::view::View;
use super::widgets::{Look, button_ui, ink, rich};
use crate::model::{DepartmentId, PersonaId, Subject};
use crate::scene::Color;
use crate::scene::text::Weight;
pub use cards::KnownFlow;
pub(super) use links::touchpoint_pick_ui;
pub(super) use words::{blocks_word, level_said, level_word, status_word};

/// Shows the panel.
pub fn inspector_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    // Another thing is shown from its beginning.
    let salt = ("inspector", ctx.focus().cloned(), ctx.journey_id().cloned());
    egui::ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        egui::Frame::new().inner_margin(egui::Margin { left: 20, right: 20, top: 18, bottom: 24 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if ctx.selection.len() > 1 {
                several_ui(ui, ctx, view);
            } else {
                subject_ui(ui, ctx, view);
            }
        });
        follow_focus(ui);
    });
}

fn subject_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    let shown = ctx.journey_id().map(|journey| Subject::Journey(journey.clone()));
    let Some(subject) = ctx.focus().cloned().or(shown) else {
        super::widgets::paragraph_ui(
            ui,
            &ctx.text("inspector-empty"),
            ink(Weight::Regular, fonts::BODY, ctx.theme.mute),
        );
        return;
    };
    match &subject {
        Subject::Touchpoint(..) | Subject::Transition(..) | Subject::Stage(..) | Subject::Step(..) => {
            on_map_ui(ui, ctx, view, &subject);
        }
        Subject::Barrier(_) | Subject::Opportunity(_) | Subject::Strength(_) => claim_ui(ui, ctx, &subject),
        Subject::Journey(id) => {
            if let Some(journey) = ctx.document.journeys.get(id) {
                journey::journey_ui(ui, ctx, journey);
            }
        }
        Subject::Persona(id) => {
            if let Some(persona) = ctx.document.personas.get(id) {
                persona::persona_ui(ui, ctx, view, persona);
            }
        }
        Subject::Evidence(id) => {
            if let Some(evidence) = ctx.document.evidence.get(id) {
                evidence::evidence_ui(ui, ctx, evidence);
            }
        }
        Subject::Metric(id) => {
            if let Some(metric) = ctx.document.metrics.get(id) {
                metric::metric_ui(ui, ctx, metric);
            }
        }
        Subject::Channel(id) => {
            if let Some(channel) = ctx.document.channels.get(id) {
                project::channel_ui(ui, ctx, channel);
            }
        }
        Subject::Department(id) => {
            if let Some(department) = ctx.document.departments.get(id) {
                project::department_ui(ui, ctx, department);
            }
        }
        Subject::Project => project::project_ui(ui, ctx),
        Subject::Participant(_) | Subject::Lane(..) | Subject::Stop(_) => {}
    }
}

/// What stands on the map of a journey.
fn on_map_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, subject: &Subject) {
    match subject {
        Subject::Touchpoint(journey, id) => {
            if let Some(journey) = ctx.document.journeys.get(journey)
                && let Some(touchpoint) = journey.touchpoints.get(id)
            {
                touchpoint::touchpoint_ui(ui, ctx, view, (journey, touchpoint));
            }
        }
        Subject::Transition(journey, id) => {
            if let Some(journey) = ctx.document.journeys.get(journey)
                && let Some(transition) = journey.transitions.get(id)
            {
                transition::transition_ui(ui, ctx, (journey, transition));
            }
        }
        Subject::Stage(journey, stage) => {
            if let Some(journey) = ctx.document.journeys.get(journey) {
                stage::stage_ui(ui, ctx, (journey, *stage));
            }
        }
        Subject::Step(journey, id) => {
            if let Some(journey) = ctx.document.journeys.get(journey)
                && let Some(step) = journey.steps.get(id)
            {
                stage::step_ui(ui, ctx, (journey, step));
            }
        }
        _ => {}
    }
}

/// What is said of the customers' way.
fn claim_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, subject: &Subject) {
    match subject {
        Subject::Barrier(id) => {
            if let Some(barrier) = ctx.document.barriers.get(id) {
                barrier::barrier_ui(ui, ctx, barrier);
            }
        }
        Subject::Opportunity(id) => {
            if let Some(opportunity) = ctx.document.opportunities.get(id) {
                opportunity::opportunity_ui(ui, ctx, opportunity);
            }
        }
        Subject::Strength(id) => {
            if let Some(strength) = ctx.document.strengths.get(id) {
                strength::strength_ui(ui, ctx, strength);
            }
        }
        _ => {}
    }
}

/// What can be done with several things at once.
fn several_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    if let Some(touchpoints) = touchpoints::selected(ctx) {
        touchpoints::touchpoints_ui(ui, ctx, view, &touchpoints);
        remove_ui(ui, ctx);
        return;
    }
    if several::alike_ui(ui, ctx) {
        remove_ui(ui, ctx);
        return;
    }
    let words = ctx.texts.with("selected-count", &[("count", ctx.selection.len().into())]);
    ui.label(rich(&words, ink(Weight::Bold, 20.0, ctx.theme.ink)));
    super::widgets::paragraph_ui(ui, &ctx.text("selected-hint"), ink(Weight::Regular, fonts::BODY, ctx.theme.mute));
    ui.add_space(8.0);
    remove_ui(ui, ctx);
}

/// The line above the title: what kind of thing it is, and where.
fn kind_ui(ui: &mut Ui, words: &str, color: Color) {
    ui.label(rich(words, ink(Weight::Medium, fonts::SMALL, color)));
}

/// The button at the end that removes what is shown.
fn remove_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    ui.add_space(10.0);
    let name = ctx.text(CommandId::Delete.name_key());
    if button_ui(ui, ctx.theme, &name, Look::Danger).clicked() {
        ctx.push(Action::Run(CommandId::Delete));
    }
}

/// The personas to choose from.
fn personas(ctx: &ViewCtx<'_>) -> Vec<(PersonaId, String)> {
    let personas = ctx.document.personas_in_order();
    personas.into_iter().map(|persona| (persona.id.clone(), persona.name.clone())).collect()
}

/// The departments to choose an owner from.
fn departments(ctx: &ViewCtx<'_>) -> Vec<(DepartmentId, String)> {
    let departments = ctx.document.departments_in_order();
    departments.into_iter().map(|department| (department.id.clone(), department.name.clone())).collect()
}

/// The same, with "none" in front.
fn owners(ctx: &ViewCtx<'_>) -> Vec<(Option<DepartmentId>, String)> {
    let none = std::iter::once((None, ctx.text("choice-none")));
    none.chain(departments(ctx).into_iter().map(|(id, name)| (Some(id), name))).collect()
}

/// A part that is folded until it is asked for.
fn more_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, key: &'static str, content: impl FnOnce(&mut Ui)) {
    ui.add_space(4.0);
    let title = rich(&ctx.text(key), ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute));
    egui::CollapsingHeader::new(title)
        .id_salt(key)
        .icon(|ui, openness, response| {
            let name = if openness > 0.5 { super::icon::IconName::Down } else { super::icon::IconName::Right };
            super::icon::paint(ui.painter(), response.rect.expand(1.0), name, ui.visuals().weak_text_color());
        })
        .show_unindented(ui, |ui| {
            ui.add_space(4.0);
            content(ui);
        });
}
