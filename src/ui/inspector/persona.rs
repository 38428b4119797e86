//! The editor of a persona: portrait, words, facts, lists, sliders and fields of one's own.

use std::sync::Arc;

use egui::{Sense, Ui, vec2};

use super::form::{Form, Unit, chip_ui};
use super::{kind_ui, more_ui, remove_ui};
use crate::edit::{EditLabel, ItemValue};
use crate::model::{Field, Persona, Portrait, Slider, Subject};
use crate::ui::action::Action;
use crate::ui::context::ViewCtx;
use crate::ui::dragging;
use crate::ui::icon::IconName;
use crate::ui::portrait::portrait_ui;
use crate::ui::studio::{StudioAction, colors_ui};
use crate::ui::tabbed::select_on_tab;
use crate::ui::view::View;
use crate::ui::widgets::{Look, button_ui, heading_ui, small_icon_button_ui, told};

/// Shows it.
pub(super) fn persona_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, persona: &Arc<Persona>) {
    let subject = Subject::Persona(persona.id.clone());
    let mut changed = (**persona).clone();
    kind_ui(ui, &ctx.text("kind-persona"), ctx.theme.persona(persona.color));
    let mut field = {
        let mut form = Form::new(ui, ctx, &subject);
        form.title("persona-name", &mut changed.name);
        form.changed
    };
    field = looks_ui(ui, ctx, view, &mut changed).or(field);
    if button_ui(ui, ctx.theme, &ctx.text("studio-open-sheet"), Look::Plain).clicked() {
        ctx.push(Action::Studio(Box::new(StudioAction::OpenSheet(persona.id.clone()))));
    }
    ui.add_space(6.0);
    {
        let mut form = Form::new(ui, ctx, &subject);
        form.long_text("persona-quote", &mut changed.quote);
        form.text("segment", &mut changed.segment);
        form.number("segment-share", Unit::Percent, &mut changed.share);
        form.lines("persona-goals", &mut changed.goals);
        form.lines("persona-needs", &mut changed.needs);
        form.lines("persona-pains", &mut changed.pains);
        form.lines("persona-expectations", &mut changed.expectations);
        form.long_text("motivation", &mut changed.motivation);
        let channels = ctx.document.channels_in_order();
        let channels: Vec<_> = channels.into_iter().map(|channel| (channel.id.clone(), channel.name.clone())).collect();
        form.chips("persona-channels", &mut changed.channels, &channels);
        field = form.changed.or(field);
    }
    more_ui(ui, ctx, "more-persona", |ui| {
        let mut form = Form::new(ui, ctx, &subject);
        let facts = &mut changed.demographics;
        form.text("age", &mut facts.age);
        form.text("gender", &mut facts.gender);
        form.text("place", &mut facts.place);
        form.text("family", &mut facts.family);
        form.text("income", &mut facts.income);
        form.text("occupation", &mut facts.occupation);
        form.text("habits", &mut changed.habits);
        form.text("devices", &mut changed.devices);
        field = form.changed.or(field);
    });
    more_ui(ui, ctx, "persona-sliders", |ui| field = sliders_ui(ui, ctx, &mut changed.sliders).or(field));
    more_ui(ui, ctx, "persona-fields", |ui| field = fields_ui(ui, ctx, &mut changed.fields).or(field));
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Persona(Arc::new(changed)));
    }
}

/// The portrait and what it is made of; returns the field that was changed.
fn looks_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, persona: &mut Persona) -> Option<&'static str> {
    let mut changed = None;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(68.0, 68.0), Sense::hover());
        portrait_ui(ui, ctx.theme, view, (rect.center(), 32.0, persona));
        ui.vertical(|ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                let initials = matches!(persona.portrait, Portrait::Initials);
                if chip_ui(ui, ctx, &ctx.text("portrait-initials"), initials).clicked() {
                    persona.portrait = Portrait::Initials;
                    changed = Some("portrait");
                }
                let drawn = matches!(persona.portrait, Portrait::Avatar(_));
                if chip_ui(ui, ctx, &ctx.text("portrait-avatar"), drawn).clicked() {
                    ctx.push(Action::Studio(Box::new(StudioAction::DrawAvatar(persona.id.clone()))));
                }
                let photo = matches!(persona.portrait, Portrait::Photo(_));
                if chip_ui(ui, ctx, &ctx.text("portrait-photo"), photo).clicked() {
                    ctx.push(Action::PickPhoto(persona.id.clone()));
                }
            });
            changed = colors_ui(ui, ctx, persona).then_some("color").or(changed);
        });
    });
    ui.add_space(4.0);
    changed
}

fn sliders_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, sliders: &mut Vec<Slider>) -> Option<&'static str> {
    let mut changed = None;
    if heading_ui(ui, ctx.theme, &ctx.text("persona-sliders-note"), Some(&ctx.text("add-slider"))) {
        let (name, low, high) = (ctx.text("slider-name"), ctx.text("slider-low"), ctx.text("slider-high"));
        sliders.push(Slider { name, low, high, value: 0.5 });
        changed = Some("sliders");
    }
    let mut removed = None;
    for (place, slider) in sliders.iter_mut().enumerate() {
        ui.push_id(("slider", place), |ui| {
            changed = line_ui(ui, ctx, ("slider-name", &mut slider.name), || removed = Some(place)).or(changed);
            let mut value = slider.value;
            ui.spacing_mut().slider_width = ui.available_width() - 8.0;
            let response = ui.add(egui::Slider::new(&mut value, 0.0..=1.0).show_value(false));
            let name = slider.name.clone();
            response.widget_info(|| egui::WidgetInfo::slider(true, value, &name));
            let is_written = dragging::follow(ui, ctx, &response, EditLabel::ChangePersona);
            if response.changed() && is_written {
                slider.value = value;
                changed = Some("sliders");
            }
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    changed = small_text_ui(left, ctx, ("slider-low", &mut slider.low)).or(changed);
                    changed = small_text_ui(right, ctx, ("slider-high", &mut slider.high)).or(changed);
                }
            });
        });
    }
    if let Some(place) = removed {
        sliders.remove(place);
        changed = Some("sliders");
    }
    changed
}

fn fields_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, fields: &mut Vec<Field>) -> Option<&'static str> {
    let mut changed = None;
    if heading_ui(ui, ctx.theme, &ctx.text("persona-fields-note"), Some(&ctx.text("add-field"))) {
        fields.push(Field { name: ctx.text("field-name"), value: String::new() });
        changed = Some("fields");
    }
    let mut removed = None;
    for (place, own) in fields.iter_mut().enumerate() {
        ui.push_id(("field", place), |ui| {
            changed = line_ui(ui, ctx, ("field-name", &mut own.name), || removed = Some(place)).or(changed);
            changed = small_text_ui(ui, ctx, ("field-value", &mut own.value)).or(changed);
        });
    }
    if let Some(place) = removed {
        fields.remove(place);
        changed = Some("fields");
    }
    changed
}

/// A name with a button that removes what it names.
fn line_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (key, text): (&str, &mut String),
    remove: impl FnOnce(),
) -> Option<&'static str> {
    let mut changed = None;
    ui.horizontal(|ui| {
        let width = ui.available_width() - 32.0;
        changed = text_ui(ui, ctx, (key, text), width);
        if small_icon_button_ui(ui, ctx.theme, IconName::Close, &ctx.text("remove")).clicked() {
            remove();
        }
    });
    changed
}

fn small_text_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (key, text): (&str, &mut String)) -> Option<&'static str> {
    let width = ui.available_width();
    text_ui(ui, ctx, (key, text), width)
}

fn text_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (key, text): (&str, &mut String), width: f32) -> Option<&'static str> {
    let edit = egui::TextEdit::singleline(text).desired_width(width).margin(egui::Margin::symmetric(8, 5));
    let response = ui.add(edit.id_salt(key));
    select_on_tab(ui, &response, text);
    told(ctx, &response, (&ctx.text(key), text));
    response.changed().then_some("list")
}
