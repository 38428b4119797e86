//! The inspector of a transition.

use std::sync::Arc;

use egui::Ui;

use super::form::{Form, Unit};
use super::{kind_ui, links, remove_ui};
use crate::edit::ItemValue;
use crate::edit::verbs::{TransitionEnd, reconnect};
use crate::model::{Journey, Subject, TouchpointId, Transition};
use crate::scene::text::Weight;
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::icon::IconName;
use crate::ui::style::FIELD_HEIGHT;
use crate::ui::widgets::{ink, label_ui, paragraph_ui, small_icon_button_ui};

/// Shows it.
pub(super) fn transition_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, transition): (&Journey, &Arc<Transition>)) {
    let subject = Subject::Transition(journey.id.clone(), transition.id.clone());
    let mut changed = (**transition).clone();
    kind_ui(ui, &ctx.text("kind-transition"), ctx.theme.mute);
    let title = |id: &TouchpointId| {
        let title = journey.touchpoints.get(id).map(|touchpoint| touchpoint.title.as_str()).unwrap_or_default();
        ctx.named(title, "untitled-touchpoint")
    };
    let words = format!("{} → {}", title(&transition.from), title(&transition.to));
    paragraph_ui(ui, &words, ink(Weight::Bold, 16.0, ctx.theme.ink));
    ui.add_space(6.0);
    end_ui(ui, ctx, (journey, transition), TransitionEnd::From);
    end_ui(ui, ctx, (journey, transition), TransitionEnd::To);
    let mut form = Form::new(ui, ctx, &subject);
    form.number("share", Unit::Percent, &mut changed.share);
    form.long_text("reason", &mut changed.reason);
    form.number("minutes", Unit::Plain, &mut changed.minutes);
    // The question is whether everything has to be repeated: yes means that nothing is carried on.
    let carries = [(None, "choice-unknown"), (Some(false), "choice-yes"), (Some(true), "choice-no")];
    let carries: Vec<_> = carries.into_iter().map(|(value, key)| (value, ctx.text(key))).collect();
    form.choice("context-carries", &mut changed.context_carries, &carries);
    let field = form.changed;
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Transition(journey.id.clone(), Arc::new(changed)));
    }
}

/// The touchpoint at one end, to be exchanged for another.
fn end_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (journey, transition): (&Journey, &Transition), end: TransitionEnd) {
    let (here, there, key) = match end {
        TransitionEnd::From => (&transition.from, &transition.to, "field-from"),
        TransitionEnd::To => (&transition.to, &transition.from, "field-to"),
    };
    ui.spacing_mut().item_spacing.y = 4.0;
    let name = ctx.text(key);
    label_ui(ui, ctx.theme, &name);
    let title = journey.touchpoints.get(here).map(|touchpoint| touchpoint.title.as_str()).unwrap_or_default();
    let title = ctx.named(title, "untitled-touchpoint");
    let row = egui::vec2(ui.available_width(), FIELD_HEIGHT);
    let across = egui::Layout::right_to_left(egui::Align::Center);
    let button = ui.allocate_ui_with_layout(row, across, |ui| {
        let show = ctx.texts.with("transition-show", &[("title", title.clone().into())]);
        if small_icon_button_ui(ui, ctx.theme, IconName::ArrowRight, &show).clicked() {
            ctx.push(Action::Reveal(Subject::Touchpoint(journey.id.clone(), here.clone())));
        }
        let size = egui::vec2(ui.available_width(), FIELD_HEIGHT);
        ui.add(egui::Button::new(title).truncate().min_size(size))
    });
    let button = button.inner;
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let twin = |id: &TouchpointId| {
        journey.transitions.iter().any(|it| match end {
            TransitionEnd::From => it.to == *there && it.from == *id,
            TransitionEnd::To => it.from == *there && it.to == *id,
        })
    };
    let offered = |id: &TouchpointId| id != here && id != there && !twin(id);
    let choices = || links::touchpoint_choices(ctx, journey, &offered);
    if let Some(id) = links::pick_ui(ctx, &button, choices) {
        ctx.push_edit(reconnect(ctx.document, &journey.id, &transition.id, end, &id));
    }
    ui.add_space(6.0);
}
