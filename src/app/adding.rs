//! Adding new things: each verb's edit, what it makes selected, and its name typed at once.

use std::sync::Arc;

use super::capturing::stage_for_more;
use super::shell::App;
use crate::edit::verbs::{self, Claim, Link, OpportunityFor, Swimlane};
use crate::edit::{ApplyError, Command, Edit, EditLabel, ItemValue};
use crate::i18n::Texts;
use crate::model::{
    Barrier, BarrierId, Document, EvidenceId, EvidenceKind, IdSource, JourneyId, MetricData, MetricSubject, PersonaId,
    Stage, Subject, TouchpointId,
};
use crate::ui::action::New;
use crate::ui::command::{CommandId, keys_words};
use crate::ui::page::{Dock, Page};
use crate::ui::view::CameraWish;

/// An edit and what it makes, to be selected.
pub(super) type Made = Result<(Edit, Subject), ApplyError>;

impl App {
    /// Adds something new, selects it, and lets its name be typed at once.
    pub(super) fn add(&mut self, new: &New) {
        if let New::Evidence(kind, claim) = new {
            self.add_evidence(*kind, claim);
            return;
        }
        if let New::Lane(content) = new {
            let title = Texts::of(self.language).get("new-lane");
            self.on_journey(|document, journey, ids| {
                verbs::add_lane(document, journey, &title, *content, ids).map(|(edit, _)| edit)
            });
            return;
        }
        if matches!(new, New::Participant) {
            let (edit, _) = verbs::add_participant("", None, self.ids.as_mut());
            self.apply(Ok(edit));
            return;
        }
        if let New::Channel(_, _, Some(touchpoint)) = new {
            self.add_channel_for(new, touchpoint);
            return;
        }
        let made = self.make(new);
        let Ok((edit, subject)) = &made else {
            self.finish(made);
            return;
        };
        let (label, subject) = (edit.label, subject.clone());
        let named_in_place = matches!(
            subject,
            Subject::Touchpoint(..) | Subject::Barrier(_) | Subject::Opportunity(_) | Subject::Strength(_)
        );
        let before = self.selection.clone();
        let in_list = matches!(self.view.page, Page::Barriers | Page::Opportunities);
        if named_in_place && !in_list {
            // What is added and what it is called are one entry of the history, and Esc before anything is typed
            // takes it back.
            self.session.editor.begin_gesture(label);
        }
        if !self.finish(made) {
            self.session.editor.cancel_gesture();
            return;
        }
        match &subject {
            _ if named_in_place && in_list => {
                self.begin_rename(subject);
                self.view.ledger.mark_fresh();
            }
            _ if named_in_place => self.capture(subject, before),
            Subject::Persona(_) | Subject::Journey(_) => {
                if let Subject::Persona(persona) = &subject {
                    self.lead_where_written(persona);
                }
                // A persona's sheet has the same title in it.
                if self.view.page != Page::Personas {
                    self.view.show_dock(Dock::Inspector);
                }
                crate::ui::inspector::form::focus_title(&self.context, &subject);
            }
            _ => {}
        }
    }

    /// Who is added on the map is written on in, and that is said; a sheet shows somebody new and leaves the lead alone.
    fn lead_where_written(&mut self, persona: &PersonaId) {
        if self.view.page != Page::Map {
            return;
        }
        if self.persona.replace(persona.clone()).is_some() {
            let keys = CommandId::NextPersona.shortcut().map(|shortcut| keys_words(&self.context, &shortcut));
            let arguments = [("keys", keys.unwrap_or_default().into())];
            self.toast = Some(self.texts().with("persona-leads", &arguments));
        }
    }

    pub(super) fn finish(&mut self, made: Made) -> bool {
        match made {
            Ok((edit, subject)) => {
                self.apply(Ok(edit));
                if let Subject::Journey(journey) = &subject {
                    self.journey = Some(journey.clone());
                }
                if !matches!(subject, Subject::Journey(_) | Subject::Persona(_)) {
                    self.view.wish = Some(CameraWish::Reveal(subject.clone()));
                }
                self.selection = vec![subject];
                true
            }
            Err(error) => {
                self.apply(Err(error));
                false
            }
        }
    }

    fn make(&mut self, new: &New) -> Made {
        let selected = self.selected_touchpoint();
        let document = self.session.editor.document();
        let ids = self.ids.as_mut();
        let texts = Texts::of(self.language);
        let journey = self.journey.clone();
        let missing = || ApplyError::Missing { id: String::new() };
        let journey = journey.ok_or_else(missing);
        match new {
            New::Touchpoint => {
                let journey = journey?;
                let (edit, id) = if let Some(after) = selected {
                    verbs::add_touchpoint_after(document, &journey, &after, ids)?
                } else {
                    let stage = stage_for_more(document, &journey, &self.selection, self.view.outline_stage);
                    verbs::add_touchpoint_in_stage(document, &journey, stage, ids)?
                };
                Ok((edit, Subject::Touchpoint(journey, id)))
            }
            New::TouchpointIn(stage) => {
                let journey = journey?;
                let (edit, id) = verbs::add_touchpoint_in_stage(document, &journey, *stage, ids)?;
                Ok((edit, Subject::Touchpoint(journey, id)))
            }
            New::TouchpointAt(place, swimlane) => {
                let journey = journey?;
                let (edit, id) = verbs::add_touchpoint_at(document, &journey, place, ids)?;
                Ok((in_swimlane(edit, (&id, swimlane.as_ref())), Subject::Touchpoint(journey, id)))
            }
            New::Alternative(beside) => {
                let journey = journey?;
                let (edit, id) = verbs::add_alternative(document, &journey, beside, ids)?;
                Ok((edit, Subject::Touchpoint(journey, id)))
            }
            New::Barrier(Some(touchpoint)) => {
                let (edit, id) = verbs::add_barrier_at(document, touchpoint, "", ids)?;
                Ok((edit, Subject::Barrier(id)))
            }
            New::Barrier(None) => Ok(barrier_of(None, ids)),
            New::StageBarrier(stage) => Ok(barrier_of(Some((journey?, *stage)), ids)),
            New::Opportunity(subject) => {
                let wanted_for = match subject {
                    Subject::Barrier(id) => OpportunityFor::Barrier(id.clone()),
                    Subject::Touchpoint(_, id) => OpportunityFor::Touchpoint(id.clone()),
                    _ => return Err(missing()),
                };
                let (edit, id) = verbs::add_opportunity_for(document, &wanted_for, "", ids)?;
                Ok((edit, Subject::Opportunity(id)))
            }
            New::Strength(touchpoint) => {
                let (edit, id) = verbs::add_strength_at(document, touchpoint, "", ids)?;
                Ok((edit, Subject::Strength(id)))
            }
            New::Step(stage) => {
                let journey = journey?;
                let (edit, id) =
                    verbs::add_step(document, &journey, (*stage, usize::MAX), &texts.get("new-step"), ids)?;
                Ok((edit, Subject::Step(journey, id)))
            }
            New::Persona => {
                let (edit, id) = verbs::add_persona(document, &texts.get("new-persona"), journey.ok().as_ref(), ids)?;
                Ok((edit, Subject::Persona(id)))
            }
            New::Journey => {
                let (edit, id) = verbs::add_journey(document, &texts.get("new-journey"), ids);
                Ok((edit, Subject::Journey(id)))
            }
            New::Metric(about) => Ok(metric_about(document, about, ids)),
            New::Channel(name, icon, _) => {
                let (edit, id) = verbs::add_channel(document, name, *icon, ids);
                Ok((edit, Subject::Channel(id)))
            }
            New::Department(name, _) => {
                let (edit, id) = verbs::add_department(document, name, ids);
                Ok((edit, Subject::Department(id)))
            }
            New::Evidence(..) | New::Lane(_) | New::Participant => Err(missing()),
        }
    }

    /// A source and its link to the claim, undone together.
    fn add_evidence(&mut self, kind: EvidenceKind, claim: &Subject) {
        let Some(claim) = claim_of(claim) else { return };
        let (edit, id) = verbs::add_evidence(kind, "", self.ids.as_mut());
        self.session.editor.begin_gesture(EditLabel::Add);
        self.apply(Ok(edit));
        let link = verbs::link_evidence(self.session.editor.document(), &claim, &id, Link::Make);
        self.apply(link);
        self.session.editor.commit_gesture();
        self.selection = vec![Subject::Evidence(id)];
    }

    /// Puts a barrier at a touchpoint, or takes it off.
    pub(super) fn link_barrier(&mut self, barrier: BarrierId, touchpoint: &TouchpointId, link: Link) {
        let linked = verbs::Linked::Barrier(barrier);
        let edit = verbs::link_touchpoint(self.document(), &linked, touchpoint, link);
        self.apply(edit);
    }

    /// Rests a claim on a source, or no longer.
    pub(super) fn link_evidence(&mut self, evidence: &EvidenceId, claim: &Subject, link: Link) {
        if let Some(claim) = claim_of(claim) {
            let edit = verbs::link_evidence(self.session.editor.document(), &claim, evidence, link);
            self.apply(edit);
        }
    }

    /// A channel that the touchpoint then uses, and what else is selected with it, undone together.
    fn add_channel_for(&mut self, new: &New, touchpoint: &TouchpointId) {
        let Ok((edit, Subject::Channel(channel))) = self.make(new) else { return };
        let mut touchpoints = self.selected_touchpoints();
        if !touchpoints.contains(touchpoint) {
            touchpoints = vec![touchpoint.clone()];
        }
        self.session.editor.begin_gesture(EditLabel::Add);
        self.apply(Ok(edit));
        for touchpoint in touchpoints {
            let field = verbs::change::FieldKind::Property;
            let channel = channel.clone();
            self.on_journey(|document, journey, _| {
                verbs::change::touchpoint(document, journey, &touchpoint, field, |it| it.channel = Some(channel))
            });
        }
        self.session.editor.commit_gesture();
    }
}

/// Gives a new touchpoint the channel of the swimlane that it is added in.
fn in_swimlane(mut edit: Edit, (id, swimlane): (&TouchpointId, Option<&Swimlane>)) -> Edit {
    for command in &mut edit.commands {
        if let Command::Put(ItemValue::Touchpoint(_, touchpoint)) = command
            && touchpoint.id == *id
        {
            Arc::make_mut(touchpoint).channel = swimlane.and_then(Swimlane::channel).cloned();
        }
    }
    edit
}

fn claim_of(subject: &Subject) -> Option<Claim> {
    match subject {
        Subject::Touchpoint(journey, id) => Some(Claim::Touchpoint(journey.clone(), id.clone())),
        Subject::Barrier(id) => Some(Claim::Barrier(id.clone())),
        Subject::Strength(id) => Some(Claim::Strength(id.clone())),
        Subject::Opportunity(id) => Some(Claim::Opportunity(id.clone())),
        _ => None,
    }
}

fn barrier_of(stage: Option<(JourneyId, Stage)>, ids: &mut dyn IdSource) -> (Edit, Subject) {
    let barrier = Barrier { stage, ..Barrier::new(BarrierId::random(ids), "") };
    let subject = Subject::Barrier(barrier.id.clone());
    let commands = vec![Command::Put(ItemValue::Barrier(barrier.into()))];
    (Edit { label: EditLabel::AddBarrier, merge: None, commands }, subject)
}

fn metric_about(document: &Document, about: &MetricSubject, ids: &mut dyn IdSource) -> (Edit, Subject) {
    let data = MetricData::Number { value: 0.0, sample: None };
    let (edit, id) = verbs::add_metric(document, about, data, ids);
    (edit, Subject::Metric(id))
}
