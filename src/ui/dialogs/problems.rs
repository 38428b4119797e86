//! The list of what is wrong; a press shows the place.

use egui::{Rect, Ui, pos2, vec2};

use super::{body_ui, close_ui, fit, title_ui};
use crate::model::{Severity, Subject};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, line, row_ui};

/// More problems than this are counted and not listed.
const MOST: usize = 500;

/// Shows the list.
pub(super) fn problems_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    fit::width_ui(ui, 600.0);
    let problems = &ctx.figures.problems;
    if problems.is_empty() {
        title_ui(ui, ctx, &ctx.text("problems-none"));
        body_ui(ui, ctx, &ctx.text("problems-none-text"));
        close_ui(ui, ctx);
        return;
    }
    title_ui(ui, ctx, &ctx.texts.with("count-problems", &[("count", problems.len().into())]));
    fit::middle_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for problem in problems.iter().take(MOST) {
            let (about, words) = crate::i18n::problems::parts(problem, ctx.document, ctx.texts);
            let said = crate::i18n::problems::word(problem, ctx.document, ctx.texts);
            let room = ui.available_width() - 50.0;
            let lay = |text: &str, weight: Weight, size: f32, color: crate::scene::Color| {
                ui.painter().layout(text.to_owned(), fonts::font(weight, size), rgba(color), room)
            };
            let first = lay(&words, Weight::Medium, fonts::BODY, ctx.theme.ink);
            let second = line(ui.painter(), &about, ink(Weight::Regular, fonts::SMALL, ctx.theme.mute), room);
            let below = if about.is_empty() { 0.0 } else { second.size().y + 2.0 };
            let height = first.size().y + below;
            let row = row_ui(ui, ctx, ((height + 12.0).max(44.0), 0.0), &said, false);
            let (rect, error) = (row.rect, problem.kind.severity() == Severity::Error);
            let color = if error { ctx.theme.negative_text } else { ctx.theme.star };
            let square = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), vec2(18.0, 18.0));
            icon::paint(ui.painter(), square, IconName::Warning, rgba(color));
            let top = rect.center().y - height / 2.0;
            let second_top = top + first.size().y + 2.0;
            ui.painter().galley(pos2(rect.left() + 38.0, top), first, rgba(ctx.theme.ink));
            ui.painter().galley(pos2(rect.left() + 38.0, second_top), second, rgba(ctx.theme.mute));
            if row.response.on_hover_text(said).clicked() {
                ctx.push(Action::CloseDialog);
                if let Some(journey) = journey_of(&problem.subject) {
                    ctx.push(Action::ShowJourney(journey));
                }
                ctx.push(Action::Reveal(problem.subject.clone()));
            }
        }
    });
    close_ui(ui, ctx);
}

fn journey_of(subject: &Subject) -> Option<crate::model::JourneyId> {
    match subject {
        Subject::Touchpoint(journey, _)
        | Subject::Transition(journey, _)
        | Subject::Step(journey, _)
        | Subject::Lane(journey, _)
        | Subject::Stage(journey, _)
        | Subject::Journey(journey) => Some(journey.clone()),
        _ => None,
    }
}
