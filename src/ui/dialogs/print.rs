//! What is printed: a poster, voting sheets, stickers or the map, and on which paper.

use egui::Ui;

use super::sheets::{SheetsView, sheets_ui};
use super::{body_ui, buttons_ui, fit, title_ui};
use crate::model::JourneyId;
use crate::present::paper::{PaperKind, PaperOptions, PaperSize};
use crate::present::workshop::tally::{Scope, choices};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::inspector::form::Form;
use crate::ui::widgets::{Look, button_ui};

/// What of a journey is laid out for paper.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperChoice {
    /// Which journey.
    pub journey: JourneyId,
    /// What of it.
    pub what: PaperWhat,
}

/// What is laid out.
#[derive(Debug, Clone, PartialEq)]
pub enum PaperWhat {
    /// The minutes as Markdown.
    MinutesMarkdown,
    /// The minutes as pages.
    MinutesPdf,
    /// Posters, sheets, stickers.
    Sheets(PaperOptions),
}

impl PaperChoice {
    /// The ending of its file.
    pub fn extension(&self) -> &'static str {
        match self.what {
            PaperWhat::MinutesMarkdown => "md",
            PaperWhat::MinutesPdf | PaperWhat::Sheets(_) => "pdf",
        }
    }

    /// The message of the question where to save it.
    pub fn pick_key(&self) -> &'static str {
        match self.what {
            PaperWhat::MinutesMarkdown | PaperWhat::MinutesPdf => "pick-minutes",
            PaperWhat::Sheets(_) => "pick-print",
        }
    }
}

/// Whether there is anything to print.
pub(super) fn is_ready(ctx: &ViewCtx<'_>, choice: &PaperChoice) -> bool {
    let PaperWhat::Sheets(options) = &choice.what else { return true };
    let Some(journey) = ctx.document.journeys.get(&choice.journey) else { return false };
    options.kind != PaperKind::Voting || !choices(ctx.document, journey, options.scope).is_empty()
}

/// Shows the choice.
pub(super) fn print_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SheetsView, choice: &mut PaperChoice) {
    fit::width_ui(ui, 440.0);
    title_ui(ui, ctx, &ctx.text("print-title"));
    let ready = fit::middle_ui(ui, |ui| {
        if let PaperWhat::Sheets(options) = &mut choice.what {
            options_ui(ui, ctx, options);
        }
        let ready = is_ready(ctx, choice);
        if !ready {
            body_ui(ui, ctx, &ctx.text("print-no-choices"));
        }
        ui.add_space(4.0);
        sheets_ui(ui, ctx, view, choice);
        ready
    });
    buttons_ui(ui, |ui| {
        let name = ctx.text("print-go");
        if ui.add_enabled_ui(ready, |ui| button_ui(ui, ctx.theme, &name, Look::Primary)).inner.clicked() {
            ctx.push(Action::Print(choice.clone()));
        }
        if button_ui(ui, ctx.theme, &ctx.text("cancel"), Look::Plain).clicked() {
            ctx.push(Action::CloseDialog);
        }
    });
}

fn options_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, options: &mut PaperOptions) {
    let kinds: Vec<_> =
        PaperKind::ALL.into_iter().map(|kind| (kind, ctx.text(&format!("print-kind-{}", kind.key())))).collect();
    let mut form = Form::new(ui, ctx, "print");
    form.choice("print-kind", &mut options.kind, &kinds);
    if options.kind.has_sizes() {
        let sizes: Vec<_> =
            PaperSize::ALL.into_iter().map(|size| (size, ctx.text(&format!("print-size-{}", size.key())))).collect();
        form.choice("print-size", &mut options.size, &sizes);
    }
    if options.kind == PaperKind::Map {
        let tiles = [(None, "none"), (Some(PaperSize::A4), "a4"), (Some(PaperSize::A3), "a3")];
        let tiles = tiles.map(|(tiles, key)| (tiles, ctx.text(&format!("print-tiles-{key}"))));
        form.choice("print-tiles", &mut options.tiles, &tiles);
    }
    if options.kind == PaperKind::Voting {
        let scopes = Scope::ALL.map(|scope| (scope, ctx.text(&format!("vote-scope-{}", scope.key()))));
        form.choice("print-scope", &mut options.scope, &scopes);
        let dots: Vec<(u32, String)> = (1..=6).map(|dots| (dots, dots.to_string())).collect();
        form.choice("print-dots", &mut options.dots_each, &dots);
    }
    let is_in_parts = options.kind == PaperKind::Map && options.tiles.is_some();
    let kind = if is_in_parts { "tiled" } else { options.kind.key() };
    body_ui(ui, ctx, &ctx.text(&format!("print-{kind}-note")));
}
