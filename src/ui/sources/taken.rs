//! What was made of a transcript, and the words behind a claim.

use std::sync::Arc;

use egui::{Sense, Ui, vec2};

use super::{SourceAction, ask};
use crate::analysis::voices::voices;
use crate::edit::ItemValue;
use crate::model::{Evidence, Excerpt, Subject, Supported};
use crate::scene::Color;
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::style::rgba;
use crate::ui::widgets::{heading_ui, ink, paragraph_ui, rich, small_icon_button_ui};

/// What was made of this transcript; a press shows it on the map.
pub(super) fn taken_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, evidence: &Evidence) {
    if evidence.excerpts.is_empty() {
        return;
    }
    ui.add_space(8.0);
    heading_ui(ui, ctx.theme, &ctx.text("sources-taken"), None);
    for (place, excerpt) in evidence.excerpts.iter().enumerate() {
        let Some((subject, title)) = claim(ctx, &excerpt.supports) else { continue };
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                if small_icon_button_ui(ui, ctx.theme, IconName::Close, &ctx.text("sources-untie")).clicked() {
                    untie(ctx, evidence, place);
                }
                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                    let color = color_of(ctx, &excerpt.supports);
                    let words = rich(&title, ink(Weight::Medium, fonts::BODY, color));
                    let response = ui.add(egui::Label::new(words).wrap().sense(Sense::click()));
                    if response.clicked() {
                        ctx.push(Action::Reveal(subject));
                    }
                    // A barrier may say the very words already.
                    if excerpt.quote.trim() != title.trim() {
                        let words = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
                        paragraph_ui(ui, &excerpt.quote, words);
                    }
                });
            });
        });
    }
}

/// How many respondents support a claim, and their words; nothing where nobody is known to.
pub fn quotes_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, subject: &Subject) {
    let claim = match subject {
        Subject::Barrier(id) => Supported::Barrier(id.clone()),
        Subject::Strength(id) => Supported::Strength(id.clone()),
        Subject::Touchpoint(_, id) => Supported::Touchpoint(id.clone()),
        _ => return,
    };
    if let Some(found) = voices(ctx.document, &claim) {
        let words = ctx.texts.with("voices", &[("said", found.said.into()), ("asked", found.asked.into())]);
        ui.label(rich(&words, ink(Weight::SemiBold, fonts::SMALL, ctx.theme.ink)));
        ui.add_space(2.0);
    }
    for evidence in &ctx.document.evidence {
        for excerpt in evidence.excerpts.iter().filter(|excerpt| excerpt.supports == claim) {
            quote_ui(ui, ctx, (evidence, excerpt));
        }
    }
}

fn quote_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (evidence, excerpt): (&Evidence, &Excerpt)) {
    let bar = |ui: &mut Ui| ui.allocate_exact_size(vec2(8.0, 16.0), Sense::hover()).0;
    ui.horizontal_top(|ui| {
        let rect = bar(ui);
        ui.painter().rect_filled(egui::Rect::from_min_size(rect.min, vec2(2.0, 16.0)), 1.0, rgba(ctx.theme.line));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            paragraph_ui(ui, &excerpt.quote, ink(Weight::Regular, fonts::SMALL, ctx.theme.ink));
            let said = format!("{} · {}", excerpt.respondent, ctx.text("sources-show"));
            let said = said.trim_start_matches(" · ").to_owned();
            let words = rich(&said, ink(Weight::Medium, fonts::LABEL, ctx.theme.mute));
            if ui.add(egui::Button::new(words).frame(false)).clicked() {
                ask(ctx, SourceAction::Show(evidence.id.clone()));
            }
        });
    });
}

fn untie(ctx: &ViewCtx<'_>, evidence: &Evidence, place: usize) {
    let mut changed = evidence.clone();
    if place < changed.excerpts.len() {
        changed.excerpts.remove(place);
    }
    ctx.put(Subject::Evidence(evidence.id.clone()), "excerpts", ItemValue::Evidence(Arc::new(changed)));
    ctx.push(Action::BreakMerge);
}

/// The claim's thing and what it says.
fn claim(ctx: &ViewCtx<'_>, supports: &Supported) -> Option<(Subject, String)> {
    let document = ctx.document;
    Some(match supports {
        Supported::Barrier(id) => (Subject::Barrier(id.clone()), document.barriers.get(id)?.statement.clone()),
        Supported::Strength(id) => (Subject::Strength(id.clone()), document.strengths.get(id)?.statement.clone()),
        Supported::Touchpoint(id) => {
            let (journey, touchpoint) = document.touchpoint(id)?;
            (Subject::Touchpoint(journey.id.clone(), id.clone()), touchpoint.title.clone())
        }
    })
}

fn color_of(ctx: &ViewCtx<'_>, supports: &Supported) -> Color {
    match supports {
        Supported::Barrier(_) => ctx.theme.negative_text,
        Supported::Strength(_) => ctx.theme.positive_text,
        Supported::Touchpoint(_) => ctx.theme.ink,
    }
}
