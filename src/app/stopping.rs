//! Changes the stops of the presentation: hidden, moved, annotated, added.

use super::shell::App;
use crate::edit::verbs::{self, Show, Visibility};
use crate::edit::{ApplyError, Edit};
use crate::i18n::Texts;
use crate::model::{
    Document, IdSource, InkStroke, JourneyId, PlacedStop, StopView, Subject, TouchpointId, stops_in_order,
};
use crate::present::stop::ink::{is_of_part, kept};
use crate::present::stop::stage_of;
use crate::present::usual_stops;
use crate::scene::{HitTarget, Point};
use crate::ui::present::names::view_name;

impl App {
    /// Adds a stop with what is selected, else with the touchpoints in sight.
    pub(super) fn add_stop_from_view(&mut self) {
        let (Some(journey), Some(view)) = (self.journey.clone(), self.view_for_stop()) else { return };
        let name = view_name(self.document(), &journey, &view, Texts::of(self.language));
        let document = self.session.editor.document();
        let usual = usual_stops(document, &journey);
        let index = place_of(document, &journey, &view, &usual);
        let show = Show { document, journey: &journey, usual: &usual };
        let added = verbs::add_stop_at(show, view, index, self.ids.as_mut());
        let done = added.is_ok();
        self.apply(added.map(|(edit, _)| edit));
        if done {
            self.toast = Some(self.texts().with("stop-added", &[("name", name.into())]));
        }
    }

    /// What of the map a stop would show now.
    fn view_for_stop(&self) -> Option<StopView> {
        let touchpoint = |subject: &Subject| match subject {
            Subject::Touchpoint(_, id) => Some(id.clone()),
            _ => None,
        };
        let mut ids: Vec<TouchpointId> = self.selection.iter().filter_map(touchpoint).collect();
        if ids.is_empty() {
            match self.selection.last() {
                Some(Subject::Persona(id)) => return Some(StopView::Persona(id.clone())),
                Some(Subject::Stage(_, stage)) => return Some(StopView::Stage(*stage)),
                _ => {}
            }
            let hits = self.hits();
            let cards = hits.all().iter().filter(|seen| seen.card);
            ids = cards
                .filter_map(|seen| match &seen.target {
                    HitTarget::Subject(subject) => touchpoint(subject),
                    _ => None,
                })
                .collect();
        }
        match ids.as_slice() {
            [] => None,
            [only] => Some(StopView::Touchpoint(only.clone())),
            _ => Some(StopView::Selection(ids)),
        }
    }

    /// Writes down what is said at a slide; all parts of a stop share it.
    pub(super) fn set_slide_notes(&mut self, at: usize, text: &str) {
        self.on_stop(at, |show, stop, ids| verbs::set_stop_notes(show, stop, text, ids));
    }

    /// Hides a stop with all its parts, or shows it again.
    pub(super) fn toggle_slide(&mut self, at: usize) {
        let hidden = self.slides.deck.get(at).is_some_and(|slide| slide.hidden);
        let visibility = if hidden { Visibility::Shown } else { Visibility::Hidden };
        self.on_stop(at, |show, stop, ids| verbs::set_stop_visibility(show, stop, visibility, ids));
    }

    /// Moves a stop with all its parts among the stops.
    pub(super) fn move_slide(&mut self, at: usize, by: i32) {
        let last = self.slides.deck.last().map_or(0, |slide| slide.index);
        self.on_stop(at, |show, stop, ids| {
            verbs::move_stop(show, stop, stop.saturating_add_signed(by as isize).min(last), ids)
        });
    }

    /// Keeps what the pen drew with the shown stop, besides what it holds already.
    pub(super) fn keep_ink(&mut self, at: usize, strokes: &[Vec<Point>]) {
        let mut ink = self.kept_ink(at);
        let part = self.slides.deck.get(at).map_or(0, |slide| slide.part);
        ink.extend(kept(strokes, part));
        self.on_stop(at, |show, stop, ids| verbs::set_stop_ink(show, stop, &ink, ids));
    }

    /// Takes the last kept stroke of a slide away.
    pub(super) fn drop_kept_stroke(&mut self, at: usize) {
        let mut ink = self.kept_ink(at);
        let part = self.slides.deck.get(at).map_or(0, |slide| slide.part);
        if let Some(last) = ink.iter().rposition(|stroke| is_of_part(stroke, part)) {
            ink.remove(last);
            self.on_stop(at, |show, stop, ids| verbs::set_stop_ink(show, stop, &ink, ids));
        }
    }

    fn kept_ink(&self, at: usize) -> Vec<InkStroke> {
        let stop = self.slides.deck.get(at).and_then(|slide| self.document().stops.get(slide.stop.as_ref()?));
        stop.map(|stop| stop.ink.clone()).unwrap_or_default()
    }

    /// Applies what a verb makes of the stop that a slide is a part of.
    fn on_stop(
        &mut self,
        at: usize,
        verb: impl FnOnce(Show<'_>, usize, &mut dyn IdSource) -> Result<Edit, ApplyError>,
    ) {
        let (Some(journey), Some(slide)) = (&self.journey, self.slides.deck.get(at)) else { return };
        let document = self.session.editor.document();
        let usual = usual_stops(document, journey);
        let edit = verb(Show { document, journey, usual: &usual }, slide.index, self.ids.as_mut());
        self.apply(edit);
    }
}

/// Where a new stop belongs: behind the last one of its stage, else at the end.
fn place_of(document: &Document, journey: &JourneyId, view: &StopView, usual: &[StopView]) -> usize {
    let order = stops_in_order(document, journey, usual);
    let stage = document.journeys.get(journey).and_then(|journey| stage_of(journey, view));
    let of_stage = |stop: &PlacedStop| {
        let journey = document.journeys.get(journey);
        stage.is_some() && journey.and_then(|journey| stage_of(journey, &stop.view)) == stage
    };
    order.iter().rposition(of_stage).map_or(order.len(), |at| at + 1)
}
