//! The inspector of a touchpoint, in the order in which it is told: where, what happens, how it feels, what hurts, what
//! is known.

use std::sync::Arc;

use egui::{Align, Layout, Sense, Ui, vec2};

use super::form::{Form, Unit};
use super::{cards, emotion, evidence, lanes, more_ui, owners, paths, pictures, remove_ui};
use crate::edit::ItemValue;
use crate::model::{
    ChannelIcon, ChannelId, End, Journey, MetricSubject, Ownership, Persona, PersonaId, Subject, Touchpoint,
};
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::side::stage_name;
use crate::ui::style::rgba;
use crate::ui::view::View;
use crate::ui::widgets::{heading_ui, ink, name_field, rich};

/// Shows it.
pub(super) fn touchpoint_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (journey, touchpoint): (&Arc<Journey>, &Arc<Touchpoint>),
) {
    let subject = Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone());
    let mut changed = (**touchpoint).clone();
    let mut field = None;
    head_ui(ui, ctx, (journey, &mut changed), &mut field);
    {
        let mut form = Form::new(ui, ctx, &subject);
        form.title("title", &mut changed.title);
        channel_field(&mut form, &mut changed);
        form.long_text("action", &mut changed.action);
        field = field.or(form.changed);
    }
    feelings_ui(ui, ctx, view, (journey, touchpoint));
    if let Some(persona) = persona_of(ctx, journey) {
        let mut form = Form::new(ui, ctx, (&subject, &persona.id));
        let feeling = changed.feeling_mut(&persona.id);
        form.text("word", &mut feeling.word);
        form.long_text("quote", &mut feeling.quote);
        form.long_text("promise", &mut feeling.promise);
        field = field.or(form.changed);
        paths::membership_ui(ui, ctx, (journey, &touchpoint.id, persona));
    }
    cards::barriers_ui(ui, ctx, &touchpoint.id);
    cards::opportunities_ui(ui, ctx, &touchpoint.id);
    cards::strengths_ui(ui, ctx, &touchpoint.id);
    evidence::list_ui(ui, ctx, (&subject, &touchpoint.evidence));
    cards::transitions_ui(ui, ctx, &mut view.flow, (journey, touchpoint));
    field = pictures::pictures_ui(ui, ctx, view, &mut changed).or(field);
    metrics_ui(ui, ctx, touchpoint);
    field = lanes::cells_ui(ui, ctx, (journey, &mut changed)).or(field);
    more_ui(ui, ctx, "more-touchpoint", |ui| {
        let mut form = Form::new(ui, ctx, &subject);
        rest(&mut form, &mut changed);
        field = field.or(form.changed);
    });
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Touchpoint(journey.id.clone(), Arc::new(changed)));
    }
}

/// What it is, in which stage, and the mark of a moment of truth at the right.
fn head_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (journey, touchpoint): (&Journey, &mut Touchpoint),
    field: &mut Option<&'static str>,
) {
    let stage = journey.stage_of(touchpoint);
    let color = stage.and_then(|stage| ctx.theme.stages.get(stage.index())).copied().unwrap_or(ctx.theme.mute);
    let stage = stage.map(|stage| stage_name(ctx, journey, stage)).unwrap_or_default();
    ui.horizontal(|ui| {
        // The star keeps its place however long the stage's name is.
        let words = format!("{} · {stage}", ctx.text("kind-touchpoint"));
        let words = egui::Label::new(rich(&words, ink(Weight::Medium, fonts::SMALL, color))).truncate();
        let room = vec2(ui.available_width() - 34.0, 24.0);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| ui.add(words));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = ctx.text("field-moment-of-truth");
            let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
            let on = touchpoint.moment_of_truth;
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &name));
            crate::ui::widgets::hover_ground(ui, rect, &response, ctx.theme);
            star(ui, rect.center(), (on, if on { ctx.theme.star } else { ctx.theme.faint }));
            if response.on_hover_text(&name).clicked() {
                touchpoint.moment_of_truth = !on;
                *field = Some("moment-of-truth");
            }
        });
    });
}

fn star(ui: &Ui, center: egui::Pos2, (filled, color): (bool, crate::scene::Color)) {
    let corner = |place: u8| {
        let radius = if place.is_multiple_of(2) { 8.0 } else { 3.6 };
        let angle = (f32::from(place) * 36.0 - 90.0).to_radians();
        center + radius * vec2(angle.cos(), angle.sin())
    };
    let points: Vec<egui::Pos2> = (0..10).map(corner).collect();
    if filled {
        let mut mesh = egui::Mesh::default();
        let feather = 1.0 / ui.pixels_per_point();
        crate::ui::canvas::fill::fill(&mut mesh, &points, feather, &|_| rgba(color));
        ui.painter().add(mesh);
    } else {
        ui.painter().add(egui::Shape::closed_line(points, egui::Stroke::new(1.3, rgba(color))));
    }
}

fn channel_field(form: &mut Form<'_, '_>, touchpoint: &mut Touchpoint) {
    let choices = channels(form.ctx);
    form.choice("channel", &mut touchpoint.channel, &choices);
}

/// The channels to choose from, with "none" in front.
pub(super) fn channels(ctx: &ViewCtx<'_>) -> Vec<(Option<ChannelId>, String)> {
    let none = std::iter::once((None, ctx.text("choice-none")));
    let channels = ctx.document.channels_in_order();
    none.chain(channels.into_iter().map(|channel| (Some(channel.id.clone()), channel.name.clone()))).collect()
}

/// Whose a touchpoint can be.
pub(super) fn ownerships(ctx: &ViewCtx<'_>) -> Vec<(Ownership, String)> {
    let ownership = [Ownership::Ours, Ownership::Partner, Ownership::Outside];
    let words = ["ownership-ours", "ownership-partner", "ownership-outside"];
    ownership.into_iter().zip(words.map(|key| ctx.text(key))).collect()
}

/// How the way can end at a touchpoint.
pub(super) fn ends(ctx: &ViewCtx<'_>) -> Vec<(End, String)> {
    let ends = [End::None, End::Reached, End::Lost];
    let words = ["end-none", "end-reached", "end-lost"];
    ends.into_iter().zip(words.map(|key| ctx.text(key))).collect()
}

/// The persona whose feelings are shown: the leading one, if it goes this way, else the journey's first.
pub(super) fn persona_of<'a>(ctx: &ViewCtx<'a>, journey: &Journey) -> Option<&'a Arc<Persona>> {
    let personas = personas_of(ctx, journey);
    let leads = |persona: &&&Arc<Persona>| ctx.persona == Some(&persona.id);
    personas.iter().find(leads).or_else(|| personas.first()).copied()
}

/// The personas who go this way; all, where the journey names none.
pub(super) fn personas_of<'a>(ctx: &ViewCtx<'a>, journey: &Journey) -> Vec<&'a Arc<Persona>> {
    let document = ctx.document;
    let named: Vec<_> = journey.info.personas.iter().filter_map(|id| document.personas.get(id)).collect();
    if named.is_empty() { document.personas_in_order() } else { named }
}

fn feelings_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, (journey, touchpoint): (&Journey, &Touchpoint)) {
    let personas = personas_of(ctx, journey);
    let Some(shown) = persona_of(ctx, journey) else { return };
    if personas.len() > 1 {
        emotion::switch_ui(ui, ctx, view, (&personas, &shown.id));
    }
    let feeling = touchpoint.feeling(&shown.id);
    let emotion = feeling.and_then(|feeling| feeling.emotion);
    let expectation = feeling.and_then(|feeling| feeling.expectation);
    let word = feeling.map(|feeling| feeling.word.clone()).unwrap_or_default();
    let send =
        |set: fn(_, PersonaId, _) -> Action| move |value| ctx.push(set(touchpoint.id.clone(), shown.id.clone(), value));
    let name = ctx.texts.with("field-emotion-of", &[("persona", shown.name.clone().into())]);
    let look = emotion::Scale {
        name: &name,
        word: &word,
        value: emotion,
        absent: "emotion-unknown",
        tick: expectation,
        face: true,
    };
    emotion::scale_ui(ui, ctx, view, &look, &send(Action::SetEmotion));
    let name = ctx.text("field-expectation");
    let look = emotion::Scale {
        name: &name,
        word: "",
        value: expectation,
        absent: "emotion-unknown",
        tick: emotion,
        face: false,
    };
    emotion::scale_ui(ui, ctx, view, &look, &send(Action::SetExpectation));
}

fn metrics_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, touchpoint: &Touchpoint) {
    let about = MetricSubject::Touchpoint(touchpoint.id.clone());
    super::metric::list_ui(ui, ctx, &about);
}

/// Everything that is asked for less often.
fn rest(form: &mut Form<'_, '_>, touchpoint: &mut Touchpoint) {
    let ctx = form.ctx;
    form.long_text("need", &mut touchpoint.need);
    form.choice("ownership", &mut touchpoint.ownership, &ownerships(ctx));
    form.number("duration", Unit::Plain, &mut touchpoint.duration_minutes);
    form.number("waiting", Unit::Plain, &mut touchpoint.waiting_minutes);
    form.long_text("backstage", &mut touchpoint.backstage);
    form.long_text("systems", &mut touchpoint.systems);
    form.choice("owner", &mut touchpoint.department, &owners(ctx));
    form.chips("participants", &mut touchpoint.participants, &super::departments(ctx));
    form.toggle("goal", &mut touchpoint.goal);
    form.number("start", Unit::Percent, &mut touchpoint.start);
    form.choice("end", &mut touchpoint.end, &ends(ctx));
    form.long_text("notes", &mut touchpoint.notes);
    new_channel_ui(form, touchpoint);
}

/// A line in which a new channel can be typed.
fn new_channel_ui(form: &mut Form<'_, '_>, touchpoint: &Touchpoint) {
    let ctx = form.ctx;
    heading_ui(form.ui, ctx.theme, &ctx.text("new-channel"), None);
    let id = egui::Id::unique(("new-channel", &touchpoint.id));
    let mut name = form.ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let hint = rich(&ctx.text("new-channel-hint"), ink(Weight::Regular, fonts::BODY, ctx.theme.prompt));
    let edit = egui::TextEdit::singleline(&mut name).id(id).hint_text(hint).desired_width(f32::INFINITY);
    let response = form.ui.add(edit.margin(egui::Margin::symmetric(11, 6)));
    name_field(&response, (&ctx.text("new-channel"), &name));
    let entered = response.lost_focus() && form.ui.input(|input| input.key_pressed(egui::Key::Enter));
    if entered && !name.trim().is_empty() {
        let icon = ChannelIcon::Place;
        ctx.push(Action::Add(New::Channel(name.trim().to_owned(), icon, Some(touchpoint.id.clone()))));
        name.clear();
    }
    form.ui.data_mut(|data| data.insert_temp(id, name));
}
