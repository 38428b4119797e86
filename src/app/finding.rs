//! Carries out search, filters, and the ways between places.

use std::sync::Arc;

use super::shell::App;
use crate::analysis::search::Place;
use crate::edit::verbs;
use crate::model::{
    Document, Journey, JourneyId, Lane, MetricSubject, Subject, TextSpot, TouchpointId, touchpoints_in_order,
};
use crate::ui::action::Action;
use crate::ui::canvas::gesture::touchpoint_of;
use crate::ui::canvas::walk::{Way, end_of_row};
use crate::ui::command::CommandId;
use crate::ui::find::FindAction;
use crate::ui::find::names::notes_tool;
use crate::ui::find::spot::{lane_of, spot_of};
use crate::ui::find::trail::Spot;
use crate::ui::page::Page;
use crate::ui::view::{CameraWish, View};

/// How far a key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Row,
    Journey,
}

impl App {
    /// Carries out what its views ask for.
    pub(super) fn find_action(&mut self, action: FindAction) {
        match action {
            FindAction::Go(place) => self.go_to(place),
            FindAction::Lit(way) => self.go_to_lit(way),
            FindAction::FoldBack => self.view.find.opened = None,
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
            CommandId::RowStart => self.go_to_end(Way::Back, Reach::Row),
            CommandId::RowEnd => self.go_to_end(Way::On, Reach::Row),
            CommandId::JourneyStart => self.go_to_end(Way::Back, Reach::Journey),
            CommandId::JourneyEnd => self.go_to_end(Way::On, Reach::Journey),
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

    /// Goes so many matches further: of the search, or of the filter while no search is open. With nothing typed yet there
    /// is a field to type in.
    fn find_step(&mut self, by: isize) {
        let filtered = self.journey.as_ref().is_some_and(|journey| self.view.find.filters.has(journey));
        if filtered && !self.view.find.search.open {
            self.go_to_lit(if by > 0 { Way::On } else { Way::Back });
            return;
        }
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

    /// Goes to the end of the row in which what is selected stands, else to the journey's first or last touchpoint.
    fn go_to_end(&mut self, way: Way, reach: Reach) {
        let Some(journey) = self.journey_on_map() else { return };
        let here = self.selection.last().filter(|_| reach == Reach::Row);
        let end = here.and_then(|here| end_of_row(&self.scenes.scene, &journey.id, here, way));
        let order = touchpoints_in_order(journey);
        let of_journey = if way == Way::On { order.last() } else { order.first() };
        let of_journey = of_journey.map(|it| Subject::Touchpoint(journey.id.clone(), it.id.clone()));
        let Some(end) = end.or(of_journey) else { return };
        self.view.page = Page::Map;
        self.reveal(end.clone());
        self.view.wish = Some(CameraWish::Find(TextSpot::name(end)));
    }

    /// Goes to the next touchpoint that the filter lets through, around the end.
    fn go_to_lit(&mut self, way: Way) {
        let Some(journey) = self.journey_on_map() else { return };
        let here = self.selection.iter().rev().find_map(touchpoint_of);
        let next = self.view.find.filters.beside(self.document(), journey, (here, way));
        let Some(next) = next.map(|id| Subject::Touchpoint(journey.id.clone(), id)) else { return };
        self.view.page = Page::Map;
        self.view.find.opened = Some(Lane::Touchpoints).filter(|lane| self.is_folded(lane));
        self.reveal(next.clone());
        self.view.wish = Some(CameraWish::Find(TextSpot::name(next)));
    }

    /// A lane that the journey does not fold any more was opened for good; others are opened while somebody writes there.
    pub(super) fn settle_opened(&mut self) {
        let writes = self.view.rename.is_some();
        if self.view.find.opened.as_ref().is_some_and(|lane| !writes && !self.is_folded(lane)) {
            self.view.find.opened = None;
        }
    }

    /// Whether the shown journey folds a lane.
    pub(super) fn is_folded(&self, lane: &Lane) -> bool {
        let journey = self.journey_on_map();
        journey.is_some_and(|journey| journey.info.lanes.iter().any(|it| it.lane == *lane && it.folded))
    }

    /// Shows what was found where it can be read: on the map of its journey, else in its form or tool.
    fn go_to(&mut self, place: Place) {
        let subject = match place {
            Place::Workshop(notes) => {
                self.view.show_workshop();
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
            let found = self.view.find.search.current().and_then(|entry| spot_of(self.document(), entry));
            let spot = found.filter(|spot| spot.subject == subject).unwrap_or_else(|| TextSpot::name(subject.clone()));
            self.view.find.opened = lane_of(&spot).filter(|lane| self.is_folded(lane));
            self.reveal(subject);
            self.view.wish = Some(CameraWish::Find(spot));
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
        self.show_form(subject);
    }

    /// The journey on whose map a thing stands: the shown one before others.
    fn journey_with(&self, subject: &Subject) -> Option<JourneyId> {
        let document = self.document();
        let at = |touchpoints: &[TouchpointId]| {
            let here = self.journey_on_map().into_iter();
            let mut journeys = here.chain(document.journeys_in_order());
            let stands = |it: &&Arc<Journey>| touchpoints.iter().any(|id| it.touchpoints.contains(id));
            journeys.find(stands).map(|it| it.id.clone())
        };
        match subject {
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
                MetricSubject::Journey(journey) | MetricSubject::Stage(journey, _) => Some(journey.clone()),
                MetricSubject::Touchpoint(touchpoint) => at(std::slice::from_ref(touchpoint)),
            },
            _ => subject.journey().cloned(),
        }
    }
}

/// Whether a place can still be gone to.
fn is_there(spot: &Spot, document: &Document) -> bool {
    spot.journey.as_ref().is_none_or(|id| document.journeys.contains(id))
}
