//! The left panel: the project's personas, and the journey's stages with their touchpoints.

use egui::{Rect, Ui, pos2, vec2};

use super::action::{Action, New};
use super::context::ViewCtx;
use super::context_menu::context_menu;
use super::fonts;
use super::icon::{self, IconName};
use super::scrolled::follow_focus;
use super::studio::StudioAction;
use super::style::rgba;
use super::view::View;
use super::widgets::{divider_ui, heading_ui, ink, line, line_at, row_ui, told_line_at};
use crate::model::{Journey, Persona, Stage, Subject, Touchpoint};
use crate::scene::Theme;
use crate::scene::text::Weight;
use std::sync::Arc;

/// The height of a touchpoint's row.
const TOUCHPOINT_HEIGHT: f32 = 22.0;
/// Lists no longer than this are laid out whole, in sight or not.
const MOST_LAID_OUT: usize = 80;

/// Shows the panel.
pub fn side_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(10.0);
        padded(ui, |ui| {
            if heading_ui(ui, ctx.theme, &ctx.text("personas"), Some(&ctx.text("command-add-persona"))) {
                ctx.push(Action::Add(New::Persona));
            }
        });
        ui.add_space(2.0);
        for persona in ctx.document.personas_in_order() {
            persona_ui(ui, ctx, view, persona);
        }
        if ctx.document.personas.is_empty() {
            padded(ui, |ui| {
                super::widgets::paragraph_ui(ui, &ctx.text("no-personas"), hint(ctx.theme));
            });
        }
        padded(ui, |ui| divider_ui(ui, ctx.theme));
        if let Some(journey) = ctx.journey {
            padded(ui, |ui| {
                heading_ui(ui, ctx.theme, &ctx.text("outline"), None);
            });
            outline_ui(ui, ctx, view, journey);
        }
        ui.add_space(16.0);
        follow_focus(ui);
    });
}

fn hint(theme: &Theme) -> super::widgets::Ink {
    ink(Weight::Regular, fonts::SMALL, theme.mute)
}

fn padded(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    egui::Frame::new().inner_margin(egui::Margin { left: 18, right: 14, top: 0, bottom: 0 }).show(ui, content);
}

fn inset<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    egui::Frame::new().inner_margin(egui::Margin::symmetric(8, 0)).show(ui, content).inner
}

fn persona_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, persona: &Arc<Persona>) {
    let leads = ctx.persona == Some(&persona.id);
    let selected = ctx.focus() == Some(&Subject::Persona(persona.id.clone()));
    let name = ctx.named(&persona.name, "untitled-persona");
    let row = inset(ui, |ui| row_ui(ui, ctx, (48.0, 0.0), &name, leads || selected));
    let rect = row.rect;
    if ui.is_rect_visible(rect) {
        let center = pos2(rect.left() + 26.0, rect.center().y);
        super::portrait::portrait_ui(ui, ctx.theme, view, (center, 16.0, persona));
        let room = rect.width() - 52.0 - 26.0;
        let weight = if leads { Weight::SemiBold } else { Weight::Medium };
        let left = rect.left() + 52.0;
        let second = if persona.segment.trim().is_empty() { persona.quote.trim() } else { persona.segment.trim() };
        let first_y = if second.is_empty() { rect.center().y } else { rect.center().y - 8.0 };
        line_at(ui.painter(), (left, first_y), &name, ink(weight, fonts::BODY, ctx.theme.ink), room);
        let note = ink(Weight::Regular, fonts::LABEL, ctx.theme.mute);
        line_at(ui.painter(), (left, rect.center().y + 9.0), second, note, room);
        if leads {
            let dot = pos2(rect.right() - 13.0, rect.center().y);
            ui.painter().circle_filled(dot, 5.0, rgba(ctx.theme.persona(persona.color)));
        }
    }
    if row.response.double_clicked() {
        ctx.push(open_sheet(persona));
    } else if row.response.clicked() {
        ctx.push(Action::ShowPersona(persona.id.clone()));
    }
    context_menu(&row.response, |ui| persona_menu(ui, ctx, persona));
}

fn open_sheet(persona: &Persona) -> Action {
    Action::Studio(Box::new(StudioAction::OpenSheet(persona.id.clone())))
}

fn persona_menu(ui: &mut Ui, ctx: &ViewCtx<'_>, persona: &Persona) {
    super::menu::menu_look(ui);
    let subject = Subject::Persona(persona.id.clone());
    if ui.button(ctx.text("studio-open-sheet")).clicked() {
        ctx.push(open_sheet(persona));
        ui.close();
    }
    ui.separator();
    super::menu::reorder_ui(ui, ctx, &subject, ["move-up", "move-down"]);
    ui.separator();
    if ui.button(ctx.text("delete-persona")).clicked() {
        ctx.push(Action::Remove(vec![subject]));
        ui.close();
    }
}

fn outline_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, journey: &Arc<Journey>) {
    let open = view.outline_stage.or_else(|| ctx.focused_stage()).unwrap_or(Stage::Attention);
    for (stage, touchpoints) in Stage::ALL.into_iter().zip(&ctx.figures.stages) {
        stage_ui(ui, ctx, view, (stage, touchpoints.len(), stage == open));
        if stage == open {
            touchpoints_ui(ui, ctx, journey, touchpoints);
            if touchpoints.is_empty() {
                padded(ui, |ui| {
                    ui.add_space(2.0);
                    ui.horizontal(|ui| {
                        ui.add_space(18.0);
                        super::widgets::paragraph_ui(ui, &ctx.text("empty-stage"), hint(ctx.theme));
                    });
                });
            }
            ui.add_space(4.0);
        }
    }
}

/// The touchpoints of a stage; of many only those in sight and just beside are laid out.
fn touchpoints_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, journey: &Journey, touchpoints: &[Arc<Touchpoint>]) {
    let pitch = TOUCHPOINT_HEIGHT + ui.spacing().item_spacing.y;
    let seen = ui.clip_rect();
    let all = touchpoints.len() <= MOST_LAID_OUT;
    let row =
        |y: f32| if all { 0 } else { (((y - ui.cursor().top()) / pitch).max(0.0) as usize).min(touchpoints.len()) };
    let (first, end) = (row(seen.top()).saturating_sub(1), row(seen.bottom()) + 2);
    let end = if all { touchpoints.len() } else { end.min(touchpoints.len()) };
    let skip = |ui: &mut Ui, rows: usize| {
        if rows > 0 {
            // The spacing that follows every widget is part of the pitch.
            ui.add_space(rows as f32 * pitch);
        }
    };
    skip(ui, first);
    for touchpoint in touchpoints.iter().take(end).skip(first) {
        touchpoint_ui(ui, ctx, journey, touchpoint);
    }
    skip(ui, touchpoints.len() - end);
}

/// A stage's name in this journey.
pub fn stage_name(ctx: &ViewCtx<'_>, journey: &Journey, stage: Stage) -> String {
    crate::i18n::stage_name(journey, stage, ctx.texts)
}

fn stage_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (stage, count, open): (Stage, usize, bool)) {
    let Some(journey) = ctx.journey else { return };
    let subject = Subject::Stage(journey.id.clone(), stage);
    let name = stage_name(ctx, journey, stage);
    let row = inset(ui, |ui| row_ui(ui, ctx, (24.0, 0.0), &name, ctx.focus() == Some(&subject)));
    let (rect, y) = (row.rect, row.rect.center().y);
    let painter = ui.painter();
    let color = ctx.theme.stages.get(stage.index()).copied().unwrap_or(ctx.theme.accent);
    painter.rect_filled(Rect::from_center_size(pos2(rect.left() + 15.0, y), vec2(10.0, 10.0)), 3.0, rgba(color));
    let weight = Weight::SemiBold;
    line_at(painter, (rect.left() + 28.0, y), &name, ink(weight, 12.5, ctx.theme.ink), rect.width() - 64.0);
    let count = line(painter, &count.to_string(), ink(Weight::Regular, fonts::LABEL, ctx.theme.mute), 60.0);
    painter.galley(
        pos2(rect.right() - 10.0 - count.size().x, y - count.size().y / 2.0),
        count,
        egui::Color32::PLACEHOLDER,
    );
    if row.response.hovered() && !open {
        let chevron = Rect::from_center_size(pos2(rect.right() - 26.0, y), vec2(12.0, 12.0));
        icon::paint(painter, chevron, IconName::Down, rgba(ctx.theme.mute));
    }
    if row.response.clicked() {
        view.outline_stage = Some(stage);
        ctx.push(Action::Reveal(subject));
    }
}

fn touchpoint_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, journey: &Journey, touchpoint: &Touchpoint) {
    let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
    let selected = ctx.is_selected(&subject);
    let title = ctx.named(&touchpoint.title, "untitled-touchpoint");
    let name = ctx.texts.with("outline-touchpoint", &[("title", title.clone().into())]);
    let row = inset(ui, |ui| row_ui(ui, ctx, (TOUCHPOINT_HEIGHT, 18.0), &name, selected));
    let (weight, color) = if selected { (Weight::SemiBold, ctx.theme.ink) } else { (Weight::Regular, ctx.theme.mute) };
    let place = (row.rect.left() + 28.0, row.rect.center().y);
    let words = ink(weight, fonts::SMALL, color);
    let response = told_line_at(ui.painter(), place, (&title, words), row.rect.width() - 36.0, row.response);
    if response.double_clicked() {
        ctx.push(Action::BeginRename(subject));
    } else if response.clicked() {
        ctx.push(Action::Reveal(subject));
    }
}
