//! Carries out search, filters, and the ways between places.

use super::shell::App;
use crate::analysis::search::Place;
use crate::edit::verbs;
use crate::model::{Document, JourneyId, Subject};
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::find::FindAction;
use crate::ui::find::names::notes_tool;
use crate::ui::find::trail::Spot;
use crate::ui::page::{Dock, Page};
use crate::ui::view::{CameraWish, View};

impl App {
    /// Carries out what its views ask for.
    pub(super) fn find_action(&mut self, action: FindAction) {
        match action {
            FindAction::Go(place) => self.go_to(place),
            FindAction::MoveRows(way) => self.move_rows(way),
            FindAction::MoveTo(touchpoints, place) => self.on_journey(|document, journey, ids| {
                verbs::move_touchpoints(document, journey, &touchpoints, &place, ids)
            }),
            FindAction::AddToStep(step) => self.add_to_step(&step),
        }
    }

    /// Runs its commands of the table.
    pub(super) fn run_find(&mut self, command: CommandId) {
        match command {
            CommandId::Find => self.view.find.search.show(),
            CommandId::FindNext => self.find_step(1),
            CommandId::FindPrevious => self.find_step(-1),
            CommandId::Filter => {
                self.view.page = Page::Map;
                self.view.find.filters.open = true;
                self.view.find.filters.wants_keyboard = true;
            }
            CommandId::Minimap => {
                let minimap = &mut self.view.find.minimap;
                minimap.hidden = !minimap.hidden && self.view.page == Page::Map;
                self.view.page = Page::Map;
            }
            CommandId::Back => {
                let (here, document) = (self.spot(), self.session.editor.document());
                let there = self.view.find.trail.back(here, |spot| is_there(spot, document));
                self.return_to(there);
            }
            CommandId::Forward => {
                let (here, document) = (self.spot(), self.session.editor.document());
                let there = self.view.find.trail.forward(here, |spot| is_there(spot, document));
                self.return_to(there);
            }
            CommandId::ZoomStage => self.wish(CameraWish::Stage),
            CommandId::ZoomSelection => self.wish(CameraWish::Selection),
            _ => {}
        }
    }

    /// What is seen now. On its way the camera counts as arrived.
    fn spot(&self) -> Spot {
        let camera = self.view.flight.map_or(self.view.camera, |flight| flight.end());
        let (journey, selection) = (self.journey.clone(), self.selection.clone());
        Spot { page: self.view.page, journey, camera, selection }
    }

    /// Notes where one is before something is done that may lead elsewhere.
    pub(super) fn note_leaving(&mut self, action: &Action) {
        let is_of_the_trail = matches!(action, Action::Run(CommandId::Back | CommandId::Forward));
        if !is_of_the_trail && !self.view.find.trail.is_leaving() {
            let here = self.spot();
            self.view.find.trail.leave(here);
        }
    }

    /// Notes where what was done has led, as soon as the camera has been told.
    pub(super) fn note_arrival(&mut self) {
        let View { page, wish, camera_of, .. } = &self.view;
        let rests = *page != Page::Map || wish.is_none() && *camera_of == self.journey;
        if rests && self.view.find.trail.is_leaving() {
            let here = self.spot();
            self.view.find.trail.arrive(&here);
        }
    }

    /// Shows a place as it was left.
    fn return_to(&mut self, spot: Option<Spot>) {
        let Some(Spot { page, journey, camera, selection }) = spot else { return };
        let elsewhere = self.journey != journey || self.view.page != page;
        self.view.page = page;
        self.selection = selection;
        if elsewhere {
            // There is no way between two maps that could be followed.
            self.view.camera = camera;
            self.view.camera_of.clone_from(&journey);
            self.view.flight = None;
            self.view.wish = None;
            self.journey = journey;
        } else {
            self.view.wish = Some(CameraWish::At(camera));
        }
    }

    /// Asks something of the camera, which only moves on the map.
    fn wish(&mut self, wish: CameraWish) {
        self.view.page = Page::Map;
        self.view.wish = Some(wish);
    }

    /// Goes so many matches further; with nothing typed yet there is a field to type in.
    fn find_step(&mut self, by: isize) {
        let search = &mut self.view.find.search;
        if search.typed.trim().is_empty() {
            search.show();
            return;
        }
        search.open = true;
        search.refresh(self.session.editor.document(), self.journey.as_ref());
        if let Some(place) = search.step(by) {
            self.go_to(place);
        }
    }

    /// Shows what was found where it can be read: on the map of its journey, else in its form or tool.
    fn go_to(&mut self, place: Place) {
        let subject = match place {
            Place::Workshop(notes) => {
                self.view.workshop.open = true;
                self.view.workshop.tool = notes_tool(notes).unwrap_or_default();
                return;
            }
            Place::Thing(subject) => subject,
        };
        let journey = self.journey_with(&subject);
        if let Some(journey) = journey {
            // The outline shows what stands in it as well as the map does.
            if self.view.page != Page::Outline {
                self.view.page = Page::Map;
            }
            self.show_journey(journey);
            self.reveal(subject.clone());
            self.view.wish = Some(CameraWish::Find(subject));
            return;
        }
        match &subject {
            Subject::Persona(persona) => self.persona = Some(persona.clone()),
            Subject::Stop(_) => {
                self.run(CommandId::Stops);
                return;
            }
            _ => {}
        }
        self.selection = vec![subject];
        self.view.hide_inspector = false;
        self.view.workshop.open = false;
        self.view.dock = Dock::Inspector;
    }

    /// The journey on whose map a thing stands: the shown one before others.
    fn journey_with(&self, subject: &Subject) -> Option<JourneyId> {
        let document = self.document();
        let at = |touchpoints: &[crate::model::TouchpointId]| {
            let here = self.journey.as_ref().and_then(|id| document.journeys.get(id)).into_iter();
            let mut journeys = here.chain(document.journeys_in_order());
            let stands =
                |it: &&std::sync::Arc<crate::model::Journey>| touchpoints.iter().any(|id| it.touchpoints.contains(id));
            journeys.find(stands).map(|it| it.id.clone())
        };
        match subject {
            Subject::Journey(id)
            | Subject::Stage(id, _)
            | Subject::Step(id, _)
            | Subject::Lane(id, _)
            | Subject::Touchpoint(id, _)
            | Subject::Transition(id, _) => Some(id.clone()),
            Subject::Barrier(id) => {
                let barrier = document.barriers.get(id)?;
                at(&barrier.touchpoints).or_else(|| barrier.stage.as_ref().map(|(journey, _)| journey.clone()))
            }
            Subject::Strength(id) => at(&document.strengths.get(id)?.touchpoints),
            Subject::Opportunity(id) => {
                let opportunity = document.opportunities.get(id)?;
                let barriers = opportunity.barriers.iter().filter_map(|id| document.barriers.get(id));
                let of_barriers = barriers.flat_map(|barrier| barrier.touchpoints.iter().cloned());
                at(&opportunity.touchpoints.iter().cloned().chain(of_barriers).collect::<Vec<_>>())
            }
            Subject::Metric(id) => match &document.metrics.get(id)?.subject {
                crate::model::MetricSubject::Journey(journey) | crate::model::MetricSubject::Stage(journey, _) => {
                    Some(journey.clone())
                }
                crate::model::MetricSubject::Touchpoint(touchpoint) => at(std::slice::from_ref(touchpoint)),
            },
            Subject::Project
            | Subject::Channel(_)
            | Subject::Department(_)
            | Subject::Participant(_)
            | Subject::Persona(_)
            | Subject::Evidence(_)
            | Subject::Stop(_) => None,
        }
    }
}

/// Whether a place can still be gone to.
fn is_there(spot: &Spot, document: &Document) -> bool {
    spot.journey.as_ref().is_none_or(|id| document.journeys.contains(id))
}
