//! Several touchpoints at once: what they share is shown, what differs is said to be mixed, and what is changed is changed
//! for all of them, as one entry of the history.

use std::sync::Arc;

use egui::Ui;

use super::evidence::source_title;
use super::form::Form;
use super::several::{Set, Shared, chips_ui, choice_ui, counted, head_ui, link, shared};
use super::touchpoint::{channels, ends, ownerships, persona_of};
use super::{departments, emotion, links, owners};
use crate::edit::EditLabel;
use crate::edit::verbs::change_touchpoints;
use crate::model::{Emotion, EvidenceId, Feeling, Journey, Persona, Subject, Touchpoint, TouchpointId};
use crate::ui::context::ViewCtx;
use crate::ui::view::View;

/// The touchpoints that are selected, if nothing else is.
pub(super) fn selected<'a>(ctx: &ViewCtx<'a>) -> Option<Vec<&'a Arc<Touchpoint>>> {
    let journey = ctx.journey?;
    let here = |subject: &Subject| match subject {
        Subject::Touchpoint(id, touchpoint) if *id == journey.id => journey.touchpoints.get(touchpoint),
        _ => None,
    };
    ctx.selection.iter().map(here).collect()
}

/// What is changed for all of them.
struct All<'a, 'c> {
    ctx: &'a ViewCtx<'c>,
    journey: &'a Journey,
    ids: Vec<TouchpointId>,
}

impl All<'_, '_> {
    fn change(&self, label: EditLabel, change: impl Fn(&mut Touchpoint)) {
        self.ctx.push_edit(change_touchpoints(self.ctx.document, &self.journey.id, &self.ids, label, change));
    }

    fn set(&self, change: impl Fn(&mut Touchpoint)) {
        self.change(EditLabel::ChangeSeveral, change);
    }
}

/// Shows the form.
pub(super) fn touchpoints_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut View, touchpoints: &[&Arc<Touchpoint>]) {
    let Some(journey) = ctx.journey else { return };
    let all = All { ctx, journey, ids: touchpoints.iter().map(|it| it.id.clone()).collect() };
    head_ui(ui, ctx, ("kind-touchpoint", touchpoints.len()), ctx.theme.mute);
    let salt = ("several-touchpoints", touchpoints.len(), all.ids.first());
    {
        let mut form = Form::new(ui, ctx, salt);
        if let Some(channel) =
            choice_ui(&mut form, "channel", &shared(touchpoints, |it| it.channel.clone()), channels(ctx))
        {
            all.set(|it| it.channel.clone_from(&channel));
        }
    }
    if let Some(persona) = persona_of(ctx, journey) {
        feelings_ui(ui, ctx, view, (&all, persona, touchpoints));
    }
    let mut form = Form::new(ui, ctx, salt);
    if let Some(owner) = choice_ui(&mut form, "owner", &shared(touchpoints, |it| it.department.clone()), owners(ctx)) {
        all.set(|it| it.department.clone_from(&owner));
    }
    let held = counted(touchpoints, |it| &it.participants);
    if let Some((department, how)) = chips_ui(&mut form, "participants", (&held, touchpoints.len()), &departments(ctx))
    {
        all.set(|it| link(&mut it.participants, &department, how));
    }
    let ownership = shared(touchpoints, |it| it.ownership);
    if let Some(ownership) = choice_ui(&mut form, "ownership", &ownership, ownerships(ctx)) {
        all.set(|it| it.ownership = ownership);
    }
    let yes_no = || vec![(true, ctx.text("choice-yes")), (false, ctx.text("choice-no"))];
    let moment = shared(touchpoints, |it| it.moment_of_truth);
    if let Some(moment) = choice_ui(&mut form, "moment-of-truth", &moment, yes_no()) {
        all.set(|it| it.moment_of_truth = moment);
    }
    if let Some(goal) = choice_ui(&mut form, "goal", &shared(touchpoints, |it| it.goal), yes_no()) {
        all.set(|it| it.goal = goal);
    }
    if let Some(end) = choice_ui(&mut form, "end", &shared(touchpoints, |it| it.end), ends(ctx)) {
        all.set(|it| it.end = end);
    }
    evidence_ui(ui, ctx, (&all, touchpoints), salt);
}

/// How they feel to the leading persona, and what it expects.
fn feelings_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    view: &mut View,
    (all, persona, touchpoints): (&All<'_, '_>, &Persona, &[&Arc<Touchpoint>]),
) {
    let value =
        |of: fn(&Feeling) -> Option<Emotion>| shared(touchpoints, move |it| it.feeling(&persona.id).and_then(of));
    let scale = |value: &Shared<Option<Emotion>>| match value {
        Shared::Same(value) => (*value, "emotion-unknown"),
        Shared::Mixed => (None, "several-mixed"),
    };
    let name = ctx.texts.with("field-emotion-of", &[("persona", persona.name.clone().into())]);
    let (felt, absent) = scale(&value(|feeling| feeling.emotion));
    let look = emotion::Scale { name: &name, word: "", value: felt, absent, tick: None, face: true };
    emotion::scale_ui(ui, ctx, view, &look, &|value| {
        all.change(EditLabel::SetEmotion, |it| it.feeling_mut(&persona.id).emotion = value);
    });
    let name = ctx.text("field-expectation");
    let (expected, absent) = scale(&value(|feeling| feeling.expectation));
    let look = emotion::Scale { name: &name, word: "", value: expected, absent, tick: None, face: false };
    emotion::scale_ui(ui, ctx, view, &look, &|value| {
        all.change(EditLabel::SetEmotion, |it| it.feeling_mut(&persona.id).expectation = value);
    });
}

/// The sources of any of them, with of how many, and a way to rest all of them on another.
fn evidence_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    (all, touchpoints): (&All<'_, '_>, &[&Arc<Touchpoint>]),
    salt: (&str, usize, Option<&TouchpointId>),
) {
    let held = counted(touchpoints, |it| &it.evidence);
    let named = |id: &EvidenceId| Some((id.clone(), source_title(ctx, ctx.document.evidence.get(id)?)));
    let known: Vec<_> = held.keys().filter_map(named).collect();
    let mut form = Form::new(ui, ctx, salt);
    if let Some((source, how)) = chips_ui(&mut form, "evidence", (&held, touchpoints.len()), &known) {
        all.set(|it| link(&mut it.evidence, &source, how));
    }
    let others = || ctx.document.evidence.iter().filter(|source| !held.contains_key(&source.id));
    if others().next().is_some() {
        let choices = || others().map(|source| (source.id.clone(), source_title(ctx, source))).collect();
        if let Some(source) = links::known_ui(ui, ctx, &ctx.text("known-evidence"), choices) {
            all.set(|it| link(&mut it.evidence, &source, Set::ForAll));
        }
    }
    ui.add_space(6.0);
}
