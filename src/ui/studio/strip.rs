//! The personas at the left of the sheets: portrait, name, share; carried to another place by dragging or by keys.

use std::sync::Arc;

use egui::{CornerRadius, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::StudioView;
use crate::i18n::number::percent;
use crate::model::{Persona, PersonaId, Subject};
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::command::{CommandId, RoomKey};
use crate::ui::context::ViewCtx;
use crate::ui::context_menu::context_menu;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::menu::{menu_look, reorder_ui};
use crate::ui::portrait::portrait_ui;
use crate::ui::scrolled::follow_focus;
use crate::ui::style::{WIDE_CORNER, rgba};
use crate::ui::view::View;
use crate::ui::widgets::{Look, button_ui, divider_ui, focus_ring, heading_ui, ink, line_at, paragraph_ui};

/// The height of a persona's row.
const ROW: f32 = 62.0;

/// Shows them.
pub fn strip_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    egui::ScrollArea::vertical().id_salt("persona-strip").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(10.0);
        padded(ui, |ui| {
            if heading_ui(ui, ctx.theme, &ctx.text("personas"), Some(&ctx.text("command-add-persona"))) {
                ctx.push(Action::Add(New::Persona));
            }
        });
        ui.add_space(2.0);
        let personas = ctx.document.personas_in_order();
        let rows: Vec<Rect> = personas.iter().map(|persona| row_ui(ui, ctx, view, persona).rect).collect();
        carry(ui, ctx, &mut view.studio, &rows);
        follow_focus(ui);
        if personas.is_empty() {
            return;
        }
        padded(ui, |ui| {
            divider_ui(ui, ctx.theme);
            shares_ui(ui, ctx, &personas);
            ui.add_space(14.0);
            if view.studio.comparing {
                let note = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
                paragraph_ui(ui, &ctx.text("studio-compare-hint"), note);
                ui.add_space(8.0);
                if button_ui(ui, ctx.theme, &ctx.text("studio-compare-end"), Look::Plain).clicked() {
                    ctx.push(Action::Run(CommandId::ComparePersonas));
                }
            }
        });
    });
}

fn padded(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    egui::Frame::new().inner_margin(egui::Margin { left: 18, right: 14, top: 0, bottom: 0 }).show(ui, content);
}

/// What a persona is called in lists.
pub(super) fn name_of(ctx: &ViewCtx<'_>, persona: &Persona) -> String {
    ctx.named(&persona.name, "untitled-persona")
}

fn row_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, persona: &Arc<Persona>) -> Response {
    let comparing = view.studio.comparing;
    let compared = comparing && view.studio.compared.contains(&persona.id);
    let shown = !comparing && ctx.focus() == Some(&Subject::Persona(persona.id.clone()));
    let name = name_of(ctx, persona);
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(8, 1));
    let response =
        frame.show(ui, |ui| ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click_and_drag()).1).inner;
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, shown || compared, &name));
    let rect = response.rect;
    let corner = CornerRadius::same(WIDE_CORNER);
    if shown || compared {
        ui.painter().rect_filled(rect, corner, rgba(ctx.theme.accent_tint));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, rgba(ctx.theme.line).gamma_multiply(0.5));
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    portrait_ui(ui, ctx.theme, view, (pos2(rect.left() + 30.0, rect.center().y), 20.0, persona));
    words(ui, ctx, (rect, persona), (&name, comparing));
    if comparing {
        check_mark(ui, ctx, pos2(rect.right() - 18.0, rect.center().y), compared);
    }
    acted(ui, ctx, &mut view.studio, (&response, persona));
    response
}

/// Where name, segment and share stand, from the middle of a row: as many as there are, around it.
fn lines_of(persona: &Persona) -> (f32, f32, f32) {
    match (!persona.segment.trim().is_empty(), persona.share.is_some()) {
        (true, true) => (-16.0, 0.5, 16.0),
        (true, false) => (-8.0, 8.5, 0.0),
        (false, true) => (-8.0, 0.0, 9.0),
        (false, false) => (0.0, 0.0, 0.0),
    }
}

fn words(ui: &Ui, ctx: &ViewCtx<'_>, (rect, persona): (Rect, &Persona), (name, comparing): (&str, bool)) {
    let (left, theme) = (rect.left() + 60.0, ctx.theme);
    let room = rect.right() - left - if comparing { 36.0 } else { 10.0 };
    let painter = ui.painter();
    let (first, second, bar) = lines_of(persona);
    let middle = rect.center().y;
    line_at(painter, (left, middle + first), name, ink(Weight::SemiBold, fonts::BODY, theme.ink), room);
    let note = ink(Weight::Regular, fonts::LABEL, theme.mute);
    line_at(painter, (left, middle + second), persona.segment.trim(), note, room);
    let Some(share) = persona.share else { return };
    let words = percent(share, ctx.language());
    let bar = Rect::from_min_size(pos2(left, middle + bar - 2.0), vec2((room - 40.0).max(10.0), 4.0));
    painter.rect_filled(bar, 2.0, rgba(theme.line));
    let filled = bar.width() * share.clamp(0.0, 1.0) as f32;
    painter.rect_filled(Rect::from_min_size(bar.min, vec2(filled, 4.0)), 2.0, rgba(theme.persona(persona.color)));
    line_at(painter, (bar.right() + 6.0, bar.center().y), &words, note, 36.0);
}

fn check_mark(ui: &Ui, ctx: &ViewCtx<'_>, center: egui::Pos2, on: bool) {
    if on {
        ui.painter().circle_filled(center, 9.0, rgba(ctx.theme.accent));
        let square = Rect::from_center_size(center, vec2(12.0, 12.0));
        icon::paint(ui.painter(), square, IconName::Check, rgba(ctx.theme.on_accent));
    } else {
        ui.painter().circle_stroke(center, 8.5, Stroke::new(1.2, rgba(ctx.theme.faint)));
    }
}

fn acted(ui: &Ui, ctx: &ViewCtx<'_>, studio: &mut StudioView, (response, persona): (&Response, &Persona)) {
    let subject = Subject::Persona(persona.id.clone());
    if response.has_focus() {
        let places = RoomKey::SheetMove.steps(ui) as i32;
        if places != 0 {
            ctx.push(Action::Reorder(subject.clone(), places));
        }
    }
    if response.drag_started() {
        studio.carried = Some(persona.id.clone());
    }
    if response.clicked() {
        if studio.comparing {
            studio.toggle_compared(&persona.id);
        } else {
            ctx.push(Action::ShowPersona(persona.id.clone()));
        }
    }
    context_menu(response, |ui| {
        menu_look(ui);
        reorder_ui(ui, ctx, &subject, ["move-up", "move-down"]);
        ui.separator();
        if ui.button(ctx.text("delete-persona")).clicked() {
            ctx.push(Action::Remove(vec![subject.clone()]));
            ui.close();
        }
    });
}

/// Follows a row on its way: a line shows where it would go.
fn carry(ui: &Ui, ctx: &ViewCtx<'_>, studio: &mut StudioView, rows: &[Rect]) {
    let Some(carried) = studio.carried.clone() else { return };
    let order = ctx.document.personas_in_order();
    let (from, pointer) =
        (order.iter().position(|it| it.id == carried), ui.input(|input| input.pointer.interact_pos()));
    let (Some(from), Some(pointer)) = (from, pointer) else {
        studio.carried = None;
        return;
    };
    let to = rows.iter().filter(|row| pointer.y > row.center().y).count();
    let edge = rows.get(to).map(egui::Rect::top).or_else(|| rows.last().map(egui::Rect::bottom));
    if let (Some(y), Some(row)) = (edge, rows.first()) {
        ui.painter().hline(row.x_range(), y, Stroke::new(2.0, rgba(ctx.theme.accent)));
    }
    if !ui.input(|input| input.pointer.any_down()) {
        studio.carried = None;
        let places = places(from, to);
        if places != 0 {
            ctx.push(Action::Reorder(Subject::Persona(carried), places));
        }
    }
}

/// How far a row moves that is dropped before the row `to` of all.
fn places(from: usize, to: usize) -> i32 {
    let to = if to > from { to - 1 } else { to };
    to as i32 - from as i32
}

/// All segments side by side, and how much of the customers they are.
fn shares_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, personas: &[&Arc<Persona>]) {
    let sum: f64 = personas.iter().filter_map(|persona| persona.share).sum();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(rect, 4.0, rgba(ctx.theme.line));
    let mut left = rect.left();
    for persona in personas {
        let width = rect.width() * (persona.share.unwrap_or(0.0).max(0.0) / sum.max(1.0)) as f32;
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2((width - 1.0).max(0.0), rect.height()));
        painter.rect_filled(part, 2.0, rgba(ctx.theme.persona(persona.color)));
        left += width;
    }
    ui.add_space(6.0);
    let excess = sum > 1.0005;
    let key = if excess { "studio-shares-excess" } else { "studio-shares" };
    let color = if excess { ctx.theme.negative_text } else { ctx.theme.mute };
    let words = ctx.texts.with(key, &[("sum", percent(sum, ctx.language()).into())]);
    paragraph_ui(ui, &words, ink(Weight::Regular, fonts::LABEL, color));
}

impl StudioView {
    /// Takes a persona into the comparison, behind the others, or out of it. The first that came leaves where there
    /// would be too many.
    fn toggle_compared(&mut self, persona: &PersonaId) {
        let before = self.compared.len();
        self.compared.retain(|other| other != persona);
        if self.compared.len() == before {
            if before >= super::MOST_COMPARED {
                self.compared.remove(0);
            }
            self.compared.push(persona.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_row_stand_around_its_middle() {
        let check = |segment: &str, share: Option<f64>| {
            let persona =
                Persona { segment: segment.to_owned(), share, ..Persona::new(PersonaId::parse("p-1").unwrap(), "Ann") };
            let (first, second, bar) = lines_of(&persona);
            let bottom = match (segment, share) {
                (_, Some(_)) => bar + 4.0,
                ("", None) => first + 8.0,
                (_, None) => second + 6.5,
            };
            // The first line is 16 points high.
            assert!((first - 8.0 + bottom).abs() <= 4.0, "{segment:?} {share:?}: {first} to {bottom}");
        };
        check("Regulars", Some(0.4));
        check("Regulars", None);
        check("", Some(0.4));
        check("", None);
    }

    #[test]
    fn rows_go_where_the_line_is() {
        let check = |from: usize, to: usize, expect: i32| assert_eq!(places(from, to), expect, "{from} → {to}");
        check(0, 0, 0);
        check(0, 1, 0);
        check(0, 2, 1);
        check(0, 3, 2);
        check(2, 0, -2);
        check(2, 1, -1);
        check(2, 2, 0);
        check(2, 3, 0);
    }
}
