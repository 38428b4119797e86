//! Changes the stops of the presentation: hidden, moved, annotated, added.

use super::shell::App;
use crate::i18n::Texts;
use crate::model::{StopView, Subject, TouchpointId};
use crate::scene::{HitTarget, Point};
use crate::ui::present::names::view_name;

impl App {
    /// Adds a stop with what is selected, else with the touchpoints in sight.
    pub(super) fn add_stop_from_view(&mut self) {
        let (Some(journey), Some(view)) = (self.journey.clone(), self.view_for_stop()) else { return };
        let name = view_name(self.document(), &journey, &view, Texts::of(self.language));
        let added = crate::edit::verbs::add_stop(self.session.editor.document(), &journey, view, self.ids.as_mut());
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

    pub(super) fn set_slide_notes(&mut self, _at: usize, _text: &str) {}

    pub(super) fn toggle_slide(&mut self, _at: usize) {}

    pub(super) fn move_slide(&mut self, _at: usize, _by: i32) {}

    pub(super) fn keep_ink(&mut self, _strokes: &[Vec<Point>]) {}
}
