//! The row below the menu bar: file buttons, journey tabs, and what is done most often.

use egui::{Align, Color32, Id, Layout, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, pos2, vec2};

use super::action::{Action, New};
use super::command::{CommandId, keys_words};
use super::context::ViewCtx;
use super::fonts;
use super::icon::IconName;
use super::menu::{item_ui, menu_look};
use super::style::rgba;
use super::view::View;
use super::widgets::{Look, button_ui, icon_button_ui, ink, line};
use crate::model::{Journey, JourneyKind, Subject};
use crate::scene::text::Weight;

/// Shows the row; `left` is where the tabs begin.
pub fn toolbar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, left: f32) {
    let row = ui.max_rect();
    ui.spacing_mut().item_spacing.x = 4.0;
    let mut right = row.right();
    ui.scope_builder(egui::UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_space(14.0);
        tool_ui(ui, ctx, CommandId::Redo);
        tool_ui(ui, ctx, CommandId::Undo);
        ui.add_space(8.0);
        let enabled = CommandId::Export.enabled(ctx);
        let name = ctx.text(CommandId::Export.name_key());
        let export = ui.add_enabled_ui(enabled, |ui| button_ui(ui, ctx.theme, &name, Look::Plain)).inner;
        if export.on_hover_text(tooltip(ui, ctx, CommandId::Export)).clicked() {
            ctx.push(Action::Run(CommandId::Export));
        }
        let name = ctx.text(CommandId::Present.name_key());
        let enabled = CommandId::Present.enabled(ctx);
        let present = ui.add_enabled_ui(enabled, |ui| button_ui(ui, ctx.theme, &name, Look::Plain)).inner;
        if present.on_hover_text(tooltip(ui, ctx, CommandId::Present)).clicked() {
            ctx.push(Action::Run(CommandId::Present));
        }
        ui.add_space(8.0);
        for command in
            [CommandId::Workshop, CommandId::Fit, CommandId::Delete, CommandId::AddBarrier, CommandId::AddTouchpoint]
        {
            tool_ui(ui, ctx, command);
        }
        right = ui.cursor().right();
    });
    let files =
        Rect::from_min_max(pos2(row.left() + 10.0, row.top()), pos2(left.max(row.left() + 120.0), row.bottom()));
    ui.scope_builder(egui::UiBuilder::new().max_rect(files).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for command in [CommandId::New, CommandId::Open, CommandId::Save] {
            tool_ui(ui, ctx, command);
        }
        let trail = &view.find.trail;
        ui.add_space(6.0);
        ui.add_enabled_ui(trail.can_go_back(), |ui| tool_ui(ui, ctx, CommandId::Back));
        ui.add_enabled_ui(trail.can_go_forward(), |ui| tool_ui(ui, ctx, CommandId::Forward));
    });
    let tabs = Rect::from_min_max(pos2(files.right() + 14.0, row.top()), pos2(right - 12.0, row.bottom()));
    let tabs = tabs.shrink2(vec2(0.0, (row.height() - 28.0) / 2.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(tabs), |ui| tabs_ui(ui, ctx, view));
}

/// An icon button for a command.
fn tool_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, command: CommandId) {
    let Some(icon) = command.icon() else { return };
    let tooltip = tooltip(ui, ctx, command);
    ui.add_enabled_ui(command.enabled(ctx), |ui| {
        let mut response = icon_button_ui(ui, ctx.theme, icon, &tooltip);
        if let Some(key) = command.off_key() {
            response = response.on_disabled_hover_text(ctx.text(key));
        }
        if response.clicked() {
            ctx.push(Action::Run(command));
        }
    });
}

fn tooltip(ui: &Ui, ctx: &ViewCtx<'_>, command: CommandId) -> String {
    let name = command.name(ctx);
    match command.shortcut() {
        Some(shortcut) => format!("{name} ({})", keys_words(ui.ctx(), &shortcut)),
        None => name,
    }
}

fn tabs_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View) {
    egui::ScrollArea::horizontal()
        .id_salt("journey-tabs")
        .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_height(28.0);
                ui.spacing_mut().item_spacing.x = 4.0;
                for journey in ctx.document.journeys_in_order() {
                    tab_ui(ui, ctx, view, journey);
                }
                if icon_button_ui(ui, ctx.theme, IconName::Plus, &ctx.text("command-add-journey")).clicked() {
                    ctx.push(Action::Add(New::Journey));
                }
            });
        });
}

/// What a tab says: the title, and for a to-be journey what it is.
pub fn tab_title(ctx: &ViewCtx<'_>, journey: &Journey) -> String {
    let title = journey.info.title.trim();
    let title = if title.is_empty() { ctx.text("untitled-journey") } else { title.to_owned() };
    match journey.info.kind {
        JourneyKind::AsIs => title,
        JourneyKind::ToBe => {
            let mark = ctx.text("map-to-be");
            if title.to_lowercase().contains(&mark) { title } else { format!("{title} · {mark}") }
        }
    }
}

fn tab_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, journey: &Journey) {
    let subject = Subject::Journey(journey.id.clone());
    if let Some(rename) = view.rename.as_mut().filter(|rename| rename.in_tab && rename.spot.subject == subject) {
        let id = Id::unique(("rename-tab", &journey.id));
        let edit = TextEdit::singleline(&mut rename.text).id(id).desired_width(200.0).margin(vec2(10.0, 5.0));
        let response = ui.add(edit);
        if !rename.focused {
            rename.focused = true;
            response.request_focus();
        } else if response.lost_focus() {
            let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
            if let Some(rename) = view.rename.take().filter(|_| !escaped) {
                ctx.push(Action::Rename(subject, rename.text.trim().to_owned()));
            }
        }
        return;
    }
    let shown = ctx.journey_id() == Some(&journey.id);
    let words = tab_title(ctx, journey);
    let weight = if shown { Weight::SemiBold } else { Weight::Regular };
    let color = if shown { ctx.theme.ink } else { ctx.theme.mute };
    let galley = line(ui.painter(), &words, ink(weight, fonts::BODY, color), 280.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 32.0, 28.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, shown, &words));
    if shown {
        ui.painter().rect_filled(rect, 7.0, rgba(ctx.theme.accent_tint));
    } else {
        super::widgets::hover_ground(ui, rect, &response, ctx.theme);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 7.0, Stroke::new(1.5, rgba(ctx.theme.accent)), StrokeKind::Inside);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
    if response.double_clicked() {
        view.rename = Some(super::canvas::rename::Rename::in_tab(subject.clone(), journey.info.title.clone()));
    } else if response.clicked() {
        ctx.push(Action::ShowJourney(journey.id.clone()));
    }
    response.context_menu(|ui| {
        menu_look(ui);
        if !shown {
            ctx.push(Action::ShowJourney(journey.id.clone()));
        }
        if ui.button(ctx.text("command-rename")).clicked() {
            view.rename = Some(super::canvas::rename::Rename::in_tab(subject.clone(), journey.info.title.clone()));
            ui.close();
        }
        for command in [CommandId::JourneyInfo, CommandId::DuplicateJourney, CommandId::DeleteJourney] {
            item_ui(ui, ctx, command);
        }
        for (key, places) in [("move-left", -1), ("move-right", 1)] {
            if ui.button(ctx.text(key)).clicked() {
                ctx.push(Action::Reorder(subject.clone(), places));
                ui.close();
            }
        }
    });
}
