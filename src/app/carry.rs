//! Carries out actions: on the document through the editor's verbs, on what is shown, or through [`super::files`].

use super::file_dialogs::Request;
use super::files::Intent;
use super::output::Output;
use super::picking::Purpose;
use super::shell::App;
use crate::edit::verbs::{self, DuplicateAs};
use crate::edit::{ApplyError, Edit};
use crate::model::{Document, IdSource, JourneyId, Lane, Subject, TextSpot, TouchpointId};
use crate::ui::action::Action;
use crate::ui::canvas::walk::touchpoints_of;
use crate::ui::dialogs::{Dialog, ExportChoice};
use crate::ui::page::Page;
use crate::ui::view::CameraWish;

impl App {
    /// Carries out one action, as if a view had asked for it.
    pub fn carry_out(&mut self, action: Action) {
        match action {
            Action::Run(command) => self.run(command),
            Action::Edit(edit) => self.apply(Ok(edit)),
            Action::Add(new) => self.add(&new),
            Action::LinkBarrier(barrier, touchpoint, link) => self.link_barrier(barrier, &touchpoint, link),
            Action::LinkEvidence(evidence, claim, link) => self.link_evidence(&evidence, &claim, link),
            Action::Connect(from, to) => self.connect(&from, &to),
            Action::Reconnect(transition, end, touchpoint) => self
                .on_journey(|document, journey, _| verbs::reconnect(document, journey, &transition, end, &touchpoint)),
            Action::Move(touchpoints, place, swimlane) => self.move_to(&touchpoints, &place, swimlane.as_ref()),
            Action::CopyTo(touchpoints, place, swimlane) => self.copy_to(&touchpoints, (&place, swimlane.as_ref())),
            Action::SetEmotion(touchpoint, persona, emotion) => self.on_journey(|document, journey, _| {
                verbs::set_emotion(document, journey, &touchpoint, &persona, emotion)
            }),
            Action::SetExpectation(touchpoint, persona, expectation) => self.on_journey(|document, journey, _| {
                verbs::set_expectation(document, journey, &touchpoint, &persona, expectation)
            }),
            Action::Rename(subject, text) => self.write(&TextSpot::name(subject), &text),
            Action::Write(spot, text) => self.write(&spot, &text),
            Action::Remove(subjects) => self.ask_remove(subjects),
            Action::DuplicateJourney(journey) => self.duplicate(&journey),
            Action::MoveStep(step, stage, place) => {
                self.on_journey(|document, journey, ids| {
                    verbs::move_step(document, journey, &step, (stage, place), ids)
                });
            }
            Action::Reorder(subject, places) => self.reorder(&subject, places),
            Action::HideLane(lane) => self.hide_lane(&lane),
            Action::MoveLane(lane, places) => self.move_lane(&lane, places),
            Action::BeginGesture(label) => self.session.editor.begin_gesture(label),
            Action::CommitGesture => self.session.editor.commit_gesture(),
            Action::CancelGesture => self.session.editor.cancel_gesture(),
            Action::BreakMerge => self.session.editor.break_merge(),
            Action::Select(_)
            | Action::ToggleSelected(_)
            | Action::Reveal(_)
            | Action::Follow(_)
            | Action::BeginRename(_)
            | Action::BeginWriting(..)
            | Action::ShowJourney(_)
            | Action::ShowPersona(_)
            | Action::LeadPersona(_)
            | Action::SetLanguage(_)
            | Action::SetTheme(_)
            | Action::SetZoom(_)
            | Action::Open(_)
            | Action::CloseDialog
            | Action::SetMotion(_)
            | Action::DismissToast => self.show_otherwise(action),
            Action::Show(action) => self.show_action(action),
            Action::OpenPath(path) => self.intend(Intent::Open(path)),
            Action::NewFrom(source) => {
                self.view.dialog = None;
                self.intend(Intent::New(source));
            }
            Action::Export(choice) => self.ask_where_to_write(Output::Export(choice)),
            Action::Print(choice) => self.ask_where_to_write(Output::Print(choice)),
            Action::Workshop(action) => self.workshop(*action),
            Action::Say(key) => self.toast = Some(self.texts().get(key)),
            Action::ShowPage(page) => self.view.page = page,
            Action::ShowDock(dock) => self.view.dock = dock,
            Action::Clip(action) => self.clip_action(*action),
            Action::Studio(action) => self.studio_action(*action),
            Action::Ledger(action) => self.ledger_action(*action),
            Action::Find(action) => self.find_action(*action),
            Action::Past(action) => self.past_action(*action),
            Action::Source(action) => self.source_action(*action),
            Action::Habit(action) => self.habit_action(*action),
            Action::CancelExport => self.cancel_export(),
            Action::Answer(answer) => self.answered(answer),
            Action::PickPhoto(persona) => self.ask_path(Request::OpenPhoto, Purpose::Photo(persona)),
            Action::PickPicture(touchpoint) => {
                self.ask_path(Request::OpenPhoto, Purpose::TouchpointPicture(touchpoint));
            }
            Action::PickCellPicture(touchpoint, lane) => {
                self.ask_path(Request::OpenPhoto, Purpose::CellPicture(touchpoint, lane));
            }
        }
    }

    /// Actions that change what is shown and not the document.
    fn show_otherwise(&mut self, action: Action) {
        match action {
            Action::Select(subjects) => {
                self.selection = subjects;
                self.view.capture.give_up();
            }
            Action::ToggleSelected(subject) => {
                let before = self.selection.len();
                self.selection.retain(|other| *other != subject);
                if self.selection.len() == before {
                    self.selection.push(subject);
                }
            }
            Action::Reveal(subject) => self.reveal(subject),
            Action::Follow(subject) => {
                self.selection = vec![subject.clone()];
                self.view.capture.give_up();
                if self.view.page == Page::Map {
                    self.view.outline_stage = None;
                    self.view.wish = Some(CameraWish::Find(TextSpot::name(subject)));
                }
            }
            Action::BeginRename(subject) => self.begin_rename(subject),
            Action::BeginWriting(spot, fragment) => self.begin_writing(spot, fragment),
            Action::ShowJourney(journey) => self.show_journey(journey),
            Action::ShowPersona(persona) => {
                self.selection = vec![Subject::Persona(persona.clone())];
                self.persona = Some(persona);
            }
            Action::LeadPersona(persona) => self.persona = Some(persona),
            Action::SetLanguage(language) => {
                self.language = language;
                self.settings.language = Some(language);
                self.keep_settings();
            }
            Action::SetTheme(choice) => {
                self.settings.theme = choice;
                self.keep_settings();
            }
            Action::SetMotion(motion) => {
                self.settings.motion = motion;
                self.keep_settings();
            }
            Action::SetZoom(zoom) => self.view.wish = Some(CameraWish::Zoom(zoom)),
            Action::Open(dialog) => self.view.dialog = Some(*dialog),
            Action::CloseDialog => self.view.dialog = None,
            Action::DismissToast => self.toast = None,
            _ => {}
        }
    }

    pub(super) fn show_journey(&mut self, journey: JourneyId) {
        if self.journey.as_ref() != Some(&journey) {
            self.journey = Some(journey);
            self.selection.clear();
            self.view.outline_stage = None;
            self.view.find.opened = None;
        }
        if matches!(self.view.page, Page::Personas | Page::Start) {
            self.view.page = Page::Map;
        }
    }

    pub(super) fn keep_settings(&self) {
        if let Some(directory) = &self.directory {
            self.settings.write(directory);
        }
    }

    pub(super) fn reveal(&mut self, subject: Subject) {
        if let Subject::Stage(_, stage) = &subject {
            self.view.outline_stage = Some(*stage);
        } else if matches!(subject, Subject::Touchpoint(..)) {
            self.view.outline_stage = None;
        }
        self.leave_lists();
        self.view.cursor = None;
        self.view.wish = Some(CameraWish::Reveal(subject.clone()));
        self.view.capture.give_up();
        self.selection = vec![subject];
    }

    fn hide_lane(&mut self, lane: &Lane) {
        let hidden = verbs::Visibility::Hidden;
        self.on_journey(|document, journey, _| verbs::set_lane_visibility(document, journey, lane, hidden));
    }

    /// Past the next lane that is shown: hidden ones are no places that anybody sees.
    fn move_lane(&mut self, lane: &Lane, places: i32) {
        let Some(journey) = self.journey_on_map() else { return };
        let lanes = journey.lanes_in_order();
        let Some(at) = lanes.iter().position(|setting| setting.lane == *lane) else { return };
        let shown = |place: &usize| lanes.get(*place).is_some_and(|setting| !setting.hidden);
        let target = if places < 0 { (0..at).rev().find(shown) } else { (at + 1..lanes.len()).find(shown) };
        if let Some(target) = target {
            self.on_journey(|document, journey, _| verbs::move_lane(document, journey, lane, target));
        }
    }

    pub(super) fn open_export(&mut self) {
        let Some(journey) = self.journey_on_map() else { return };
        let choice = ExportChoice::of(self.document(), Some(journey)).as_before(self.exports.chosen.as_ref());
        let choice = choice.filtered(self.view.find.filters.all().clone());
        self.view.dialog = Some(Dialog::Export(choice));
    }

    pub(super) fn selected_touchpoint(&self) -> Option<TouchpointId> {
        self.selection.iter().rev().find_map(|subject| match subject {
            Subject::Touchpoint(_, touchpoint) => Some(touchpoint.clone()),
            _ => None,
        })
    }

    /// The touchpoint that is selected, or one at which a selected barrier, strength or opportunity stands.
    pub(super) fn meant_touchpoint(&self) -> Option<TouchpointId> {
        let (document, journey) = (self.document(), self.journey_on_map()?);
        let here = |subject| touchpoints_of(document, subject).into_iter().find(|id| journey.touchpoints.contains(id));
        self.selected_touchpoint().or_else(|| self.selection.iter().rev().find_map(here).cloned())
    }

    pub(super) fn select_all(&mut self) {
        match self.view.page {
            Page::Map | Page::Outline => {}
            Page::Barriers => {
                self.selection = self.view.ledger.shown();
                return;
            }
            Page::Opportunities => {
                self.selection = self.view.ledger.shown_on_board();
                return;
            }
            // Nothing of the hidden map is selected.
            Page::Personas | Page::Journeys | Page::Start => return,
        }
        let Some(journey) = self.journey_on_map() else { return };
        let subject =
            |it: &std::sync::Arc<crate::model::Touchpoint>| Subject::Touchpoint(journey.id.clone(), it.id.clone());
        self.selection = journey.touchpoints.iter().map(subject).collect();
    }

    /// Applies an edit, or says why not.
    pub(super) fn apply(&mut self, edit: Result<Edit, ApplyError>) {
        if let Err(error) = edit.and_then(|edit| self.session.editor.apply(edit)) {
            self.toast = Some(error.describe(self.texts()));
        }
    }

    /// Applies what a verb makes of the shown journey.
    pub(super) fn on_journey(
        &mut self,
        verb: impl FnOnce(&Document, &JourneyId, &mut dyn IdSource) -> Result<Edit, ApplyError>,
    ) {
        let Some(journey) = self.journey.clone() else { return };
        let edit = verb(self.session.editor.document(), &journey, self.ids.as_mut());
        self.apply(edit);
    }

    fn connect(&mut self, from: &TouchpointId, to: &TouchpointId) {
        let Some(journey) = self.journey.clone() else { return };
        match verbs::connect(self.session.editor.document(), &journey, from, to, self.ids.as_mut()) {
            Ok((edit, transition)) => {
                self.apply(Ok(edit));
                self.selection = vec![Subject::Transition(journey, transition)];
            }
            Err(error) => self.apply(Err(error)),
        }
    }

    pub(super) fn duplicate(&mut self, journey: &JourneyId) {
        let Some(original) = self.document().journeys.get(journey) else { return };
        let title = original.info.title.clone();
        let document = self.session.editor.document();
        let made = verbs::duplicate_journey(document, journey, &title, DuplicateAs::ToBe, self.ids.as_mut());
        self.finish(made.map(|(edit, id)| (edit, Subject::Journey(id))));
    }

    fn reorder(&mut self, subject: &Subject, places: i32) {
        let document = self.session.editor.document();
        let at = match subject {
            Subject::Persona(id) => document.personas_in_order().iter().position(|it| it.id == *id),
            Subject::Journey(id) => document.journeys_in_order().iter().position(|it| it.id == *id),
            _ => None,
        };
        let Some(index) = at.and_then(|at| at.checked_add_signed(places as isize)) else { return };
        let edit = verbs::reorder(document, subject, index, self.ids.as_mut());
        self.apply(edit);
    }
}
