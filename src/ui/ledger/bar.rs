//! What stands above a list: which list, and what can be done with all of it.

use std::sync::Arc;

use egui::{Align, Color32, Galley, Layout, Role, Sense, Ui, WidgetInfo, vec2};

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
use crate::ui::widgets::{Look, button_ui, button_width, focus_ring, hover_ground, icon_button_ui, ink, line};

/// From the page's edge to what stands on it.
pub(super) const INSET: f32 = 20.0;
const HEIGHT: f32 = 52.0;

/// Shows the row of tabs and buttons. Where it is too long, adding is an icon; where it still is, tabs have their own.
pub(super) fn bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, table: &Table) {
    let width = ui.available_width();
    let tabs: f32 = Kind::ALL.into_iter().map(|kind| tab_size(ui, ctx, (kind, view.kind == kind)).x + 2.0).sum();
    let board = if view.kind == Kind::Opportunities { worded(ui, ctx, "ledger-to-board") } else { 0.0 };
    let others = tabs + board + 40.0 + 2.0 * INSET;
    let says_add = others + worded(ui, ctx, add_key(view.kind)) <= width;
    let in_one_row = others + 40.0 <= width;
    if !in_one_row {
        ui.allocate_ui_with_layout(vec2(width, 36.0), Layout::left_to_right(Align::Max), |ui| tabs_ui(ui, ctx, view));
    }
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(INSET);
        if add_ui(ui, ctx, add_key(view.kind), says_add) {
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
        if in_one_row {
            let left = ui.available_width();
            let layout = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(vec2(left, HEIGHT), layout, |ui| tabs_ui(ui, ctx, view));
        }
    });
}

fn tabs_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView) {
    ui.add_space(INSET - 10.0);
    ui.spacing_mut().item_spacing.x = 2.0;
    for kind in Kind::ALL {
        if tab_ui(ui, ctx, (kind, view.kind == kind)) {
            view.show(ctx, kind);
        }
    }
}

/// The button that adds, in words or as an icon; true when it is pressed.
pub(super) fn add_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, key: &str, in_words: bool) -> bool {
    let name = ctx.text(key);
    let button = if in_words {
        button_ui(ui, ctx.theme, &name, Look::Primary)
    } else {
        icon_button_ui(ui, ctx.theme, IconName::Plus, &name)
    };
    button.clicked()
}

/// The width of a button with these words, and of the gap beside it.
pub(super) fn worded(ui: &Ui, ctx: &ViewCtx<'_>, key: &str) -> f32 {
    button_width(ui, ctx.theme, &ctx.text(key)) + 6.0
}

/// The button that adds to a list.
pub(super) fn add_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Barriers => "ledger-add-barrier",
        Kind::Opportunities => "ledger-add-opportunity",
        Kind::Strengths => "ledger-add-strength",
    }
}

/// A list's name, and how many things it holds.
fn tab_words(ui: &Ui, ctx: &ViewCtx<'_>, (kind, shown): (Kind, bool)) -> (Arc<Galley>, Arc<Galley>) {
    let theme = ctx.theme;
    let (weight, color) = if shown { (Weight::SemiBold, theme.ink) } else { (Weight::Medium, theme.mute) };
    let count = kind.count(ctx.document).to_string();
    let words = line(ui.painter(), &kind_name(ctx, kind), ink(weight, 14.0, color), 220.0);
    (words, line(ui.painter(), &count, ink(Weight::Medium, fonts::SMALL, theme.mute), 60.0))
}

fn tab_size(ui: &Ui, ctx: &ViewCtx<'_>, tab: (Kind, bool)) -> egui::Vec2 {
    let (words, figure) = tab_words(ui, ctx, tab);
    vec2(words.size().x + figure.size().x + 28.0, 34.0)
}

/// A list's name with how many things it holds; true when it is pressed.
fn tab_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (kind, shown): (Kind, bool)) -> bool {
    let theme = ctx.theme;
    let (name, count) = (kind_name(ctx, kind), kind.count(ctx.document).to_string());
    let size = tab_size(ui, ctx, (kind, shown));
    let (words, figure) = tab_words(ui, ctx, (kind, shown));
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
