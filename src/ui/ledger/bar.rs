//! What stands above a list: which list, and what can be done with all of it.

use egui::{Align, Color32, Layout, Role, Sense, Ui, WidgetInfo, vec2};

use super::words::{as_grid, kind_name};
use super::{LedgerAction, LedgerView};
use crate::analysis::ledger::{Kind, Table};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::page::Page;
use crate::ui::style::rgba;
use crate::ui::widgets::{Look, button_ui, focus_ring, hover_ground, icon_button_ui, ink, line};

/// From the page's edge to what stands on it.
pub(super) const INSET: f32 = 20.0;
const HEIGHT: f32 = 52.0;

/// Shows the row of tabs and buttons.
pub(super) fn bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, table: &Table) {
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(INSET);
        if button_ui(ui, ctx.theme, &ctx.text(add_key(view.kind)), Look::Primary).clicked() {
            ctx.push(Action::Ledger(Box::new(LedgerAction::Add(view.kind))));
        }
        if view.kind == Kind::Opportunities
            && button_ui(ui, ctx.theme, &ctx.text("ledger-to-board"), Look::Plain).clicked()
        {
            ctx.push(Action::ShowPage(Page::Opportunities));
        }
        let copies = !table.wanted.is_empty();
        ui.add_enabled_ui(copies, |ui| {
            if icon_button_ui(ui, ctx.theme, IconName::Copy, &ctx.text("ledger-copy")).clicked() {
                ui.ctx().copy_text(as_grid(ctx, view.kind, table));
                ctx.push(Action::Ledger(Box::new(LedgerAction::Copied(table.wanted.len()))));
            }
        });
        let left = ui.available_width();
        ui.allocate_ui_with_layout(vec2(left, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(INSET - 10.0);
            ui.spacing_mut().item_spacing.x = 2.0;
            for kind in Kind::ALL {
                if tab_ui(ui, ctx, (kind, view.kind == kind)) {
                    view.show(ctx, kind);
                }
            }
        });
    });
}

/// The button that adds to a list.
pub(super) fn add_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Barriers => "ledger-add-barrier",
        Kind::Opportunities => "ledger-add-opportunity",
        Kind::Strengths => "ledger-add-strength",
    }
}

/// A list's name with how many things it holds; true when it is pressed.
fn tab_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (kind, shown): (Kind, bool)) -> bool {
    let theme = ctx.theme;
    let (name, count) = (kind_name(ctx, kind), kind.count(ctx.document).to_string());
    let (weight, color) = if shown { (Weight::SemiBold, theme.ink) } else { (Weight::Medium, theme.mute) };
    let words = line(ui.painter(), &name, ink(weight, 14.0, color), 220.0);
    let figure = line(ui.painter(), &count, ink(Weight::Medium, fonts::SMALL, theme.mute), 60.0);
    let size = vec2(words.size().x + figure.size().x + 28.0, 34.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let said = ctx.texts.with("ledger-tab", &[("name", name.into()), ("count", count.into())]);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, &said));
    if shown {
        ui.painter().hline(rect.shrink(10.0).x_range(), rect.bottom() - 1.0, (2.0, rgba(theme.accent)));
        if response.has_focus() {
            focus_ring(ui, rect);
        }
    } else {
        hover_ground(ui, rect, &response, theme);
    }
    let middle = rect.center().y;
    let words_at = egui::pos2(rect.left() + 10.0, middle - words.size().y / 2.0);
    let figure_at = egui::pos2(words_at.x + words.size().x + 7.0, middle - figure.size().y / 2.0 + 0.5);
    ui.painter().galley(words_at, words, Color32::PLACEHOLDER);
    ui.painter().galley(figure_at, figure, Color32::PLACEHOLDER);
    response.clicked()
}
