//! What is about to be printed, in small: its sheets beside each other, as they are glued or cut.

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::body_ui;
use super::print::{PaperChoice, PaperWhat};
use crate::model::Document;
use crate::present::paper::{Laid, laid_out};
use crate::ui::context::ViewCtx;
use crate::ui::picture::Pictures;
use crate::ui::present::picture::picture_ui;
use crate::ui::style::rgba;

/// The height that the sheets have together, in points.
const HEIGHT: f32 = 168.0;
/// Between two sheets, in points.
const GAP: f32 = 4.0;
/// Of many sheets so many are drawn; those of one map always all of them.
const MOST_DRAWN: usize = 8;
/// The sheets of larger journeys are laid out aside from the window alone, when they are written.
const MOST_TOUCHPOINTS: usize = 2000;

/// What the window remembers of the sheets shown last.
#[derive(Default)]
pub struct SheetsView {
    laid: Option<(Document, PaperChoice, Laid)>,
    pictures: Pictures,
}

impl SheetsView {
    /// The sheets of this choice, laid out again only when something they rest on has changed.
    fn follow(&mut self, document: &Document, choice: &PaperChoice) {
        let is_same = self.laid.as_ref().is_some_and(|(of, what, _)| what == choice && of.is_same(document));
        if is_same {
            return;
        }
        self.laid = None;
        let PaperWhat::Sheets(options) = &choice.what else { return };
        let touchpoints = document.journeys.get(&choice.journey).map_or(0, |journey| journey.touchpoints.len());
        if touchpoints <= MOST_TOUCHPOINTS {
            self.laid = Some((document.clone(), choice.clone(), laid_out(document, &choice.journey, options)));
        }
    }
}

/// Shows the sheets, and says how many they are.
pub(super) fn sheets_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut SheetsView, choice: &PaperChoice) {
    view.follow(ctx.document, choice);
    let SheetsView { laid: Some((_, _, laid)), pictures } = view else { return };
    let Some(first) = laid.sheets.first() else { return };
    let count = laid.sheets.len();
    let (columns, drawn) = match laid.columns {
        Some(columns) => (columns, count),
        None => (count.clamp(1, MOST_DRAWN / 2), count.min(MOST_DRAWN)),
    };
    let rows = drawn.div_ceil(columns);
    let words = match laid.columns {
        Some(columns) => {
            let arguments = [("columns", columns.into()), ("rows", rows.into()), ("count", count.into())];
            ctx.texts.with("print-sheets-glued", &arguments)
        }
        None => ctx.texts.with("print-sheets", &[("count", count.into())]),
    };
    let (place, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &words));
    let gaps = vec2((columns - 1) as f32, rows.saturating_sub(1) as f32) * GAP;
    let room = place.size() - gaps;
    let scale = (room.x / (columns as f32 * first.size.width)).min(room.y / (rows as f32 * first.size.height));
    let size = vec2(first.size.width, first.size.height) * scale;
    let whole = Rect::from_center_size(place.center(), size * vec2(columns as f32, rows as f32) + gaps);
    for (at, sheet) in laid.sheets.iter().take(drawn).enumerate() {
        let step = vec2((at % columns) as f32, (at / columns) as f32) * (size + vec2(GAP, GAP));
        let paper = Rect::from_min_size(whole.min + step, size);
        picture_ui(ui, pictures, (sheet, false), paper);
        ui.painter().rect_stroke(paper, 0.0, Stroke::new(1.0, rgba(ctx.theme.faint)), StrokeKind::Outside);
    }
    body_ui(ui, ctx, &words);
}
