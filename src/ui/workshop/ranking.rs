//! Results as bars: the ranking of a vote, and how many dots were entered of those that there are.

use egui::{Rect, Sense, Ui, vec2};

use super::fields::note;
use crate::present::workshop::tally::{Ranked, choice_words};
use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, paragraph_ui, rich};

/// The choices, most dots first, with bars as long as their dots.
pub(super) fn ranking_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, ranking: &[Ranked]) {
    let most = ranking.iter().map(|ranked| ranked.dots).max().unwrap_or(0).max(1);
    for Ranked { place, choice, dots } in ranking {
        let words = choice_words(ctx.document, choice, ctx.texts);
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let figure = rich(&place.to_string(), ink(Weight::Bold, fonts::BODY, ctx.theme.ink));
            ui.add_sized(vec2(22.0, 18.0), egui::Label::new(figure));
            let width = ui.available_width() - 40.0;
            ui.allocate_ui_with_layout(vec2(width, 20.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 3.0;
                paragraph_ui(ui, &words, ink(Weight::Regular, fonts::BODY, ctx.theme.ink));
                bar_ui(ui, ctx, f64::from(*dots) / f64::from(most));
            });
            ui.label(rich(&dots.to_string(), ink(Weight::SemiBold, fonts::BODY, ctx.theme.ink)));
        });
        let place = ctx.texts.with("vote-place", &[("place", (*place).into())]);
        let dots = ctx.texts.with("vote-dots", &[("dots", (*dots).into())]);
        let said = format!("{place}: {words}, {dots}");
        row.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
        row.response.on_hover_text(dots);
    }
    if ranking.is_empty() {
        ui.label(rich(&ctx.text("vote-no-choices"), note(ctx)));
    }
}

fn bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, share: f64) {
    let (rail, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    ui.painter().rect_filled(rail, 3.0, rgba(ctx.theme.line));
    if share > 0.0 {
        let done = Rect::from_min_size(rail.min, vec2((rail.width() * share as f32).max(6.0), rail.height()));
        ui.painter().rect_filled(done, 3.0, rgba(ctx.theme.accent));
    }
}

/// How far the entering of dots is.
pub(super) fn progress_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (entered, expected): (u64, u64)) {
    let share = if expected == 0 { 0.0 } else { (entered as f64 / expected as f64).min(1.0) };
    let (rail, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    ui.painter().rect_filled(rail, 3.0, rgba(ctx.theme.line));
    let done = Rect::from_min_size(rail.min, vec2(rail.width() * share as f32, rail.height()));
    let color = if entered > expected { ctx.theme.negative } else { ctx.theme.accent };
    ui.painter().rect_filled(done, 3.0, rgba(color));
}
