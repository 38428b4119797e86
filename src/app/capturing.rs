//! Carries out what the keyboard captures on the map: names typed at once, stages, emotions, marks, panes, the palette.

use super::shell::App;
use crate::edit::verbs::change::{self, FieldKind};
use crate::edit::verbs::{self, Direction, Towards};
use crate::edit::{ApplyError, Edit, EditLabel};
use crate::model::{
    BarrierId, Document, Emotion, Feeling, IdSource, JourneyId, PersonaId, Stage, Subject, TextField, TextSpot,
    Touchpoint, TouchpointId,
};
use crate::ui::action::Action;
use crate::ui::command::CommandId;
use crate::ui::view::{CameraWish, CaptureView};

/// Something new whose name is being typed.
#[derive(Debug)]
pub(super) struct Capture {
    subject: Subject,
    /// What was selected before: the way on from there is kept.
    before: Vec<Subject>,
}

impl App {
    /// Lets the name of something new be typed; its edit is the beginning of a gesture that ends with the name.
    pub(super) fn capture(&mut self, subject: Subject, before: Vec<Subject>) {
        self.begin_rename(subject.clone());
        if let Some(rename) = &mut self.view.rename {
            rename.fresh = true;
        }
        self.capture = Some(Capture { subject, before });
    }

    /// Ends what [`Self::capture`] has begun, once the name is no longer typed. A new touchpoint stays selected; after
    /// a barrier, and after what was given up, the touchpoint is selected from which it was added, so that capture
    /// goes on.
    pub(super) fn settle_capture(&mut self) {
        if self.view.rename.is_some() {
            return;
        }
        let Some(Capture { subject, before }) = self.capture.take() else { return };
        self.session.editor.commit_gesture();
        let there = subject.is_in(self.session.editor.document());
        let goes_back = !there || !matches!(subject, Subject::Touchpoint(..));
        if goes_back && self.selection == [subject] {
            self.selection = before;
            self.keep_in_sight();
        }
    }

    /// Runs its commands of the table.
    pub(super) fn run_capture(&mut self, command: CommandId) {
        match command {
            CommandId::NextStage => self.move_to_stage(Towards::NextStage),
            CommandId::PreviousStage => self.move_to_stage(Towards::PreviousStage),
            CommandId::NudgeLeft => self.nudge(Direction::Left),
            CommandId::NudgeRight => self.nudge(Direction::Right),
            CommandId::NudgeUp => self.nudge(Direction::Up),
            CommandId::NudgeDown => self.nudge(Direction::Down),
            CommandId::MomentOfTruth => self.mark(|it| it.moment_of_truth, |it, mark| it.moment_of_truth = mark),
            CommandId::Goal => self.mark(|it| it.goal, |it, mark| it.goal = mark),
            CommandId::WriteQuote => self.write_feeling(TextField::Quote),
            CommandId::WriteWord => self.write_word(),
            CommandId::NextPersona => self.next_persona(),
            CommandId::NextWay => self.next_way(),
            CommandId::Expectation => {
                let expects = !self.view.capture.expects;
                self.view.capture = CaptureView { expects, ..CaptureView::default() };
            }
            CommandId::EmotionUp => self.feel_by(1),
            CommandId::EmotionDown => self.feel_by(-1),
            CommandId::EmotionNone => self.feel(&|_| None),
            CommandId::ToggleSelected => self.toggle_here(),
            CommandId::Palette => self.view.palette.open_commands(),
            CommandId::Channel => self.view.palette.open_channels(self.selected_touchpoints()),
            CommandId::NextPane => self.view.panes.wish += 1,
            CommandId::PreviousPane => self.view.panes.wish -= 1,
            _ => {
                if let Some(emotion) = command.emotion() {
                    let names = self.view.capture.names;
                    self.feel(&|_| Some(emotion));
                    if names {
                        self.view.capture.begins_typing = true;
                        self.write_feeling(TextField::Word);
                    }
                } else if let Some(severity) = command.severity() {
                    self.set_severity(severity);
                }
            }
        }
    }

    /// Esc: gives up what is about to be set, else selects nothing.
    pub(super) fn give_up(&mut self) {
        self.view.cursor = None;
        if !self.view.capture.give_up() {
            self.selection.clear();
        }
    }

    /// Selects what the keyboard is at as well, or no longer. It stays there.
    fn toggle_here(&mut self) {
        let here = self.view.cursor.clone().or_else(|| self.selection.last().cloned());
        if let Some(here) = here.filter(|here| here.is_in(self.session.editor.document())) {
            self.view.cursor = Some(here.clone());
            self.carry_out(Action::ToggleSelected(here));
        }
    }

    /// The touchpoints that are selected in the shown journey.
    pub(super) fn selected_touchpoints(&self) -> Vec<TouchpointId> {
        let id = |subject: &Subject| match subject {
            Subject::Touchpoint(journey, id) if Some(journey) == self.journey.as_ref() => Some(id.clone()),
            _ => None,
        };
        self.selection.iter().filter_map(id).collect()
    }

    /// Begins to write what the leading persona thinks or feels at the selected touchpoint.
    fn write_feeling(&mut self, field: fn(PersonaId) -> TextField) {
        let (Some(journey), Some(persona)) = (self.journey.clone(), self.persona.clone()) else { return };
        if let Some(touchpoint) = self.selected_touchpoint() {
            let subject = Subject::Touchpoint(journey, touchpoint);
            self.begin_writing(TextSpot { subject, field: field(persona) }, None);
        }
    }

    /// Begins to name what the leading persona feels there; where that is not known yet, a digit says it first.
    fn write_word(&mut self) {
        let (Some(touchpoint), Some(persona)) = (self.selected_touchpoint(), &self.persona) else { return };
        let felt = feeling(self.document(), &touchpoint, persona).and_then(|feeling| feeling.emotion);
        if felt.is_some() {
            self.write_feeling(TextField::Word);
        } else {
            self.view.capture.names = true;
        }
    }

    fn move_to_stage(&mut self, towards: Towards) {
        let touchpoints = self.selected_touchpoints();
        self.on_journey(|document, journey, ids| {
            verbs::move_touchpoints_to_stage(document, journey, &touchpoints, towards, ids)
        });
        self.keep_in_sight();
    }

    fn nudge(&mut self, direction: Direction) {
        let touchpoints = self.selected_touchpoints();
        self.on_journey(|document, journey, ids| verbs::nudge(document, journey, &touchpoints, direction, ids));
        self.keep_in_sight();
    }

    fn keep_in_sight(&mut self) {
        self.view.wish = self.selection.last().cloned().map(CameraWish::Reveal);
    }

    /// Marks all that is selected, or takes the mark away where all have it.
    fn mark(&mut self, has: fn(&Touchpoint) -> bool, set: fn(&mut Touchpoint, bool)) {
        let touchpoints = self.selected_touchpoints();
        let document = self.session.editor.document();
        let all = touchpoints.iter().all(|id| document.touchpoint(id).is_some_and(|(_, touchpoint)| has(touchpoint)));
        self.on_each(EditLabel::ChangeProperty, &touchpoints, |document, journey, touchpoint, _| {
            change::touchpoint(document, journey, touchpoint, FieldKind::Property, |it| set(it, !all))
        });
    }

    /// Sets how the selected touchpoints feel to the persona that leads the map, or what it expected there.
    fn feel(&mut self, of: &dyn Fn(Option<Emotion>) -> Option<Emotion>) {
        let Some(persona) = self.persona.clone() else { return };
        let expects = self.view.capture.expects;
        self.view.capture.give_up();
        let touchpoints = self.selected_touchpoints();
        self.on_each(EditLabel::SetEmotion, &touchpoints, |document, journey, touchpoint, _| {
            let feeling = feeling(document, touchpoint, &persona);
            if expects {
                let expected = of(feeling.and_then(|feeling| feeling.expectation));
                verbs::set_expectation(document, journey, touchpoint, &persona, expected)
            } else {
                let felt = of(feeling.and_then(|feeling| feeling.emotion));
                verbs::set_emotion(document, journey, touchpoint, &persona, felt)
            }
        });
    }

    /// Says how bad the selected barriers are.
    fn set_severity(&mut self, severity: u8) {
        let id = |subject: &Subject| match subject {
            Subject::Barrier(id) => Some(id.clone()),
            _ => None,
        };
        let barriers: Vec<BarrierId> = self.selection.iter().filter_map(id).collect();
        let label = if barriers.len() > 1 { EditLabel::ChangeSeveral } else { EditLabel::ChangeProperty };
        let edit = verbs::change_barriers(self.document(), &barriers, label, |it| it.severity = Some(severity));
        self.apply(edit);
    }

    /// So many halves better or worse; what was expected can be moved on.
    fn feel_by(&mut self, halves: i32) {
        let expects = self.view.capture.expects;
        self.feel(&|felt| Some(Emotion::from_halves(felt.map_or(0, Emotion::halves) + halves)));
        self.view.capture.expects = expects;
    }

    /// Does the same with several touchpoints: one entry of the history.
    fn on_each(
        &mut self,
        label: EditLabel,
        touchpoints: &[TouchpointId],
        verb: impl Fn(&Document, &JourneyId, &TouchpointId, &mut dyn IdSource) -> Result<Edit, ApplyError>,
    ) {
        self.session.editor.begin_gesture(label);
        for touchpoint in touchpoints {
            self.on_journey(|document, journey, ids| verb(document, journey, touchpoint, ids));
        }
        self.session.editor.commit_gesture();
    }

    /// Lets the next of the journey's personas lead the map.
    fn next_persona(&mut self) {
        let named = self.journey_on_map().map(|journey| verbs::cast(self.document(), journey)).unwrap_or_default();
        let all = || self.document().personas_in_order().iter().map(|persona| persona.id.clone()).collect();
        let order: Vec<PersonaId> = if named.len() > 1 { named } else { all() };
        let at = order.iter().position(|id| Some(id) == self.persona.as_ref());
        let next = at.map_or(0, |at| (at + 1) % order.len().max(1));
        if let Some(persona) = order.get(next) {
            self.persona = Some(persona.clone());
        }
    }

    /// Selects the transitions out of a touchpoint, one after another.
    fn next_way(&mut self) {
        let Some(journey) = self.journey_on_map() else { return };
        let (from, at) = match self.selection.last() {
            Some(Subject::Touchpoint(_, id)) => (id.clone(), None),
            Some(Subject::Transition(_, id)) => match journey.transitions.get(id) {
                Some(transition) => (transition.from.clone(), Some(id.clone())),
                None => return,
            },
            _ => return,
        };
        let ways: Vec<_> = journey.transitions.iter().filter(|it| it.from == from).map(|it| it.id.clone()).collect();
        let place = at.and_then(|at| ways.iter().position(|id| *id == at)).map_or(0, |at| at + 1);
        if let Some(way) = ways.get(place % ways.len().max(1)) {
            self.selection = vec![Subject::Transition(journey.id.clone(), way.clone())];
        }
    }
}

fn feeling<'a>(document: &'a Document, touchpoint: &TouchpointId, persona: &PersonaId) -> Option<&'a Feeling> {
    document.touchpoint(touchpoint).and_then(|(_, touchpoint)| touchpoint.feeling(persona))
}

/// Where a touchpoint goes that follows none: the selected stage, the one that the outline shows, else the first that
/// is empty, else the last.
pub(super) fn stage_for_more(
    document: &Document,
    journey: &JourneyId,
    selection: &[Subject],
    outlined: Option<Stage>,
) -> Stage {
    let selected = selection.iter().rev().find_map(|subject| match subject {
        Subject::Stage(_, stage) => Some(*stage),
        _ => None,
    });
    let empty = || {
        let journey = document.journeys.get(journey)?;
        let used: Vec<Stage> = journey.touchpoints.iter().filter_map(|it| journey.stage_of(it)).collect();
        Stage::ALL.into_iter().find(|stage| !used.contains(stage))
    };
    selected.or(outlined).or_else(empty).unwrap_or(Stage::Engagement)
}
