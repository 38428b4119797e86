//! Moves rows of the outline by one place, and adds to its steps.

use super::shell::App;
use crate::edit::verbs::{self, ColumnPlace, Direction, Place};
use crate::edit::{ApplyError, Edit, EditLabel};
use crate::model::{Document, IdSource, Journey, JourneyId, Stage, Step, StepId, Subject, TouchpointId, step_columns};
use crate::ui::find::Way;

impl App {
    /// Moves what is selected by one row, past the ends of steps and stages; one entry of the history.
    pub(super) fn move_rows(&mut self, way: Way) {
        let Some(journey) = self.journey.clone() else { return };
        if let Some(Subject::Step(_, step)) = self.selection.last().cloned() {
            self.move_step_row(&journey, &step, way);
            return;
        }
        let order = self.document().journeys.get(&journey).map(|it| order(it)).unwrap_or_default();
        let selected = |id: &TouchpointId| self.selection.contains(&Subject::Touchpoint(journey.clone(), id.clone()));
        let mut moving: Vec<TouchpointId> = order.into_iter().filter(selected).collect();
        if way == Way::Down {
            // The foremost goes first, so that none runs into another.
            moving.reverse();
        }
        self.session.editor.begin_gesture(EditLabel::MoveTouchpoints);
        for touchpoint in moving {
            let edit = row_moved(self.session.editor.document(), &journey, &touchpoint, way, self.ids.as_mut());
            if let Some(edit) = edit {
                self.apply(edit);
            }
        }
        self.session.editor.commit_gesture();
    }

    fn move_step_row(&mut self, journey_id: &JourneyId, step_id: &StepId, way: Way) {
        let Some(journey) = self.document().journeys.get(journey_id) else { return };
        let Some(step) = journey.steps.get(step_id) else { return };
        let goal = step_place(journey, step, way);
        if let Some(place) = goal {
            self.on_journey(|document, journey, ids| verbs::move_step(document, journey, step_id, place, ids));
        }
    }

    /// Adds a touchpoint at the end of a step of the shown journey.
    pub(super) fn add_to_step(&mut self, step: &StepId) {
        let Some(journey) = self.journey.clone() else { return };
        let made = verbs::add_touchpoint_in(self.session.editor.document(), &journey, step, self.ids.as_mut());
        let made = made.map(|(edit, id)| (edit, Subject::Touchpoint(journey, id)));
        let subject = made.as_ref().ok().map(|(_, subject)| subject.clone());
        if let (true, Some(subject)) = (self.finish(made), subject) {
            self.begin_rename(subject);
            if let Some(rename) = &mut self.view.rename {
                rename.fresh = true;
            }
        }
    }
}

fn order(journey: &Journey) -> Vec<TouchpointId> {
    crate::model::touchpoints_in_order(journey).into_iter().map(|it| it.id.clone()).collect()
}

/// The edit that moves a touchpoint by one row; nothing at the journey's ends.
fn row_moved(
    document: &Document,
    journey_id: &JourneyId,
    id: &TouchpointId,
    way: Way,
    source: &mut dyn IdSource,
) -> Option<Result<Edit, ApplyError>> {
    let journey = document.journeys.get(journey_id)?;
    let step = &journey.touchpoints.get(id)?.step;
    let columns = step_columns(journey, step);
    let at = columns.iter().position(|column| column.touchpoints.iter().any(|it| it.id == *id))?;
    let column = columns.get(at)?;
    let row = column.touchpoints.iter().position(|it| it.id == *id)?;
    let inside = match way {
        Way::Up => row > 0,
        Way::Down => row + 1 < column.touchpoints.len(),
    };
    let one = std::slice::from_ref(id);
    if inside {
        let direction = if way == Way::Up { Direction::Up } else { Direction::Down };
        return Some(verbs::nudge(document, journey_id, one, direction, source));
    }
    let here = |column: ColumnPlace| Place { step: step.clone(), column, row: 0 };
    let place = match way {
        Way::Up if at > 0 => here(ColumnPlace::Before(at - 1)),
        Way::Down if at + 1 < columns.len() => here(ColumnPlace::Before(at + 2)),
        // The next step is the next place, whether anything stands in it or not.
        Way::Up => Place { step: neighbour(journey, step, way)?, column: ColumnPlace::END, row: 0 },
        Way::Down => Place { step: neighbour(journey, step, way)?, column: ColumnPlace::Before(0), row: 0 },
    };
    Some(verbs::move_touchpoints(document, journey_id, one, &place, source))
}

fn neighbour(journey: &Journey, step: &StepId, way: Way) -> Option<StepId> {
    let steps = journey.steps_in_order();
    let at = steps.iter().position(|it| it.id == *step)?;
    let next = if way == Way::Up { at.checked_sub(1)? } else { at + 1 };
    steps.get(next).map(|step| step.id.clone())
}

/// Where a step goes by one place: within its stage, else into the stage beside it.
fn step_place(journey: &Journey, step: &Step, way: Way) -> Option<(Stage, usize)> {
    let steps: Vec<_> = journey.steps_in_order().into_iter().filter(|it| it.stage == step.stage).collect();
    let at = steps.iter().position(|it| it.id == step.id)?;
    match way {
        Way::Up if at > 0 => Some((step.stage, at - 1)),
        Way::Down if at + 1 < steps.len() => Some((step.stage, at + 1)),
        Way::Up => Some((*Stage::ALL.get(step.stage.index().checked_sub(1)?)?, usize::MAX)),
        Way::Down => Some((*Stage::ALL.get(step.stage.index() + 1)?, 0)),
    }
}
