//! The journeys in which a persona takes part: the same persona is used again by checking another one.

use egui::{Rect, Sense, Stroke, Ui, pos2, vec2};

use super::draft::Draft;
use crate::edit::verbs::{Part, cast, set_part};
use crate::model::{Emotion, Journey, Persona, touchpoints_in_order};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::page::Page;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, paragraph_ui, rich, small_icon_button_ui};

/// Shows them.
pub(super) fn journeys_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, draft: &Draft) {
    let journeys = ctx.document.journeys_in_order();
    if journeys.is_empty() {
        paragraph_ui(ui, &ctx.text("studio-no-journeys"), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute));
    }
    for journey in journeys {
        journey_ui(ui, ctx, (&draft.persona, journey));
    }
}

fn journey_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (persona, journey): (&Persona, &Journey)) {
    let cast = cast(ctx.document, journey);
    let goes = cast.contains(&persona.id);
    let only = goes && cast.len() == 1;
    let title = ctx.named(&journey.info.title, "untitled-journey");
    ui.horizontal(|ui| {
        ui.add_space(f32::from(super::field::INSET));
        let mut on = goes;
        let width = ui.available_width() - 30.0;
        let words = egui::Label::new(rich(&title, ink(Weight::Regular, fonts::BODY, ctx.theme.ink))).truncate();
        let row =
            ui.allocate_ui_with_layout(vec2(width, 26.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_width(width);
                let check = ui.add_enabled(!only, egui::Checkbox::without_text(&mut on));
                check.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, !only, goes, &title));
                ui.add(words);
                check.on_disabled_hover_text(ctx.text("studio-only-one-goes"))
            });
        if row.inner.changed() {
            let part = if on { Part::Takes } else { Part::Leaves };
            ctx.push_edit(set_part(ctx.document, &journey.id, &persona.id, part));
        }
        let name = ctx.texts.with("studio-open-journey", &[("title", title.as_str().into())]);
        if small_icon_button_ui(ui, ctx.theme, IconName::ArrowRight, &name).clicked() {
            ctx.push(Action::ShowJourney(journey.id.clone()));
            if goes {
                ctx.push(Action::LeadPersona(persona.id.clone()));
            }
            ctx.push(Action::ShowPage(Page::Map));
        }
    });
    if goes {
        felt_ui(ui, ctx, (persona, journey));
    }
    ui.add_space(4.0);
}

/// How the way feels at a glance, and of how many touchpoints that is known.
fn felt_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (persona, journey): (&Persona, &Journey)) {
    let order = touchpoints_in_order(journey);
    let emotions: Vec<Option<Emotion>> =
        order.iter().map(|touchpoint| touchpoint.feeling(&persona.id).and_then(|it| it.emotion)).collect();
    let known = emotions.iter().flatten().count();
    ui.horizontal(|ui| {
        ui.add_space(30.0);
        let (rect, _) = ui.allocate_exact_size(vec2(96.0, 22.0), Sense::hover());
        spark(ui, ctx, (rect, persona), &emotions);
        let counts = [("known", known.into()), ("all", emotions.len().into())];
        let words = ctx.texts.with("studio-felt", &counts);
        ui.add(egui::Label::new(rich(&words, ink(Weight::Regular, fonts::LABEL, ctx.theme.mute))).truncate());
    });
}

fn spark(ui: &Ui, ctx: &ViewCtx<'_>, (rect, persona): (Rect, &Persona), emotions: &[Option<Emotion>]) {
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, rgba(ctx.theme.line)));
    let step = rect.width() / emotions.len().saturating_sub(1).max(1) as f32;
    let y = |emotion: Emotion| rect.center().y - emotion.points() as f32 / 5.0 * (rect.height() / 2.0 - 1.0);
    let points: Vec<egui::Pos2> = emotions
        .iter()
        .enumerate()
        .filter_map(|(place, emotion)| Some(pos2(rect.left() + step * place as f32, y((*emotion)?))))
        .collect();
    let stroke = Stroke::new(1.8, rgba(ctx.theme.persona(persona.color)));
    if let [only] = points.as_slice() {
        ui.painter().circle_filled(*only, 2.0, stroke.color);
    } else {
        ui.painter().line(points, stroke);
    }
}
