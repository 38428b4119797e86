//! When each command can be run (greyed out in menus, and deaf to its keys, otherwise), and what has to be done first.

use super::{CommandId, Menu, is_copyable, is_cuttable, is_named, is_removable};
use crate::model::Subject;
use crate::ui::context::{ViewCtx, Work};

impl CommandId {
    /// Whether it can be run now.
    pub fn enabled(self, ctx: &ViewCtx<'_>) -> bool {
        let picked = |wanted: fn(&Subject) -> bool| ctx.focus().is_some_and(wanted);
        if !self.is_at_hand(ctx.file.work) {
            return false;
        }
        match self {
            Self::Undo => ctx.undo.is_some(),
            Self::Join => ctx.file.offers_join,
            Self::Redo => ctx.redo.is_some(),
            Self::UnsavedWork => ctx.file.left_over > 0,
            Self::Save => ctx.file.modified || ctx.file.path.is_none(),
            Self::Rename => picked(is_named),
            Self::Delete => ctx.selection.iter().any(is_removable),
            Self::SelectNone | Self::Copy | Self::ZoomSelection => !ctx.selection.is_empty(),
            Self::AddAlternative | Self::Connect => picked(|subject| matches!(subject, Subject::Touchpoint(..))),
            Self::AddOpportunity => picked(|subject| matches!(subject, Subject::Touchpoint(..) | Subject::Barrier(_))),
            Self::AlignColumns => ctx.selection.iter().filter(|it| matches!(it, Subject::Touchpoint(..))).count() > 1,
            Self::NextWay => picked(|subject| matches!(subject, Subject::Touchpoint(..) | Subject::Transition(..))),
            Self::ExportPersona => !ctx.document.personas.is_empty(),
            Self::WriteQuote | Self::WriteWord => has_touchpoint(ctx) && ctx.persona.is_some(),
            Self::NextPersona | Self::ComparePersonas => ctx.document.personas.len() > 1,
            Self::NextStage
            | Self::PreviousStage
            | Self::AddBarrier
            | Self::OwnColumns
            | Self::AddStrength
            | Self::Channel
            | Self::MomentOfTruth
            | Self::Goal
            | Self::NudgeLeft
            | Self::NudgeRight
            | Self::NudgeUp
            | Self::NudgeDown => has_touchpoint(ctx),
            // A project without a journey may have lists.
            Self::SelectAll => ctx.journey.is_some() || has_lists(ctx),
            Self::TimerToggle | Self::TimerMore | Self::TimerNext => !ctx.document.workshop.agenda.is_empty(),
            Self::Export | Self::Print => ctx.journey.is_some(),
            Self::Cut => ctx.selection.iter().any(is_cuttable),
            Self::Duplicate => ctx.selection.iter().any(is_copyable),
            _ if self.menu() == Menu::Emotion => has_touchpoint(ctx) && ctx.persona.is_some(),
            _ if self.severity().is_some() => ctx.selection.iter().any(|it| matches!(it, Subject::Barrier(_))),
            _ if self.needs_journey() => ctx.journey.is_some(),
            _ => true,
        }
    }

    /// What has to be done before it can be run, where that is worth saying.
    pub fn off_key(self) -> Option<&'static str> {
        let key = match self {
            Self::AddBarrier | Self::AddAlternative | Self::Connect | Self::AddStrength | Self::OwnColumns => {
                "command-off-touchpoint"
            }
            Self::AlignColumns => "command-off-touchpoints",
            Self::AddOpportunity => "command-off-touchpoint-barrier",
            Self::Delete | Self::Rename | Self::Cut | Self::Copy | Self::Duplicate | Self::SelectNone => {
                "command-off-selection"
            }
            Self::Undo => "command-off-undo",
            Self::Redo => "command-off-redo",
            Self::UnsavedWork => "command-off-unsaved-work",
            Self::Save => "command-off-save",
            Self::NextPersona => "command-off-persona",
            Self::TimerToggle | Self::TimerMore | Self::TimerNext => "command-off-agenda",
            _ if self.menu() == Menu::Emotion => "command-off-touchpoint-persona",
            _ if self.severity().is_some() => "command-off-barrier",
            _ if self.menu() == Menu::Card => "command-off-touchpoint",
            Self::SelectAll => "command-off-journey",
            _ if self.needs_journey() => "command-off-journey",
            _ => return None,
        };
        Some(key)
    }

    /// What has to be done before it can be run as things stand.
    pub fn why_off(self, ctx: &ViewCtx<'_>) -> Option<&'static str> {
        if self.is_at_hand(ctx.file.work) { self.off_key() } else { Some("command-off-map") }
    }

    /// Whether what it is about is there. From the start screen a document is kept, shown and written, but not changed:
    /// nobody would see what.
    fn is_at_hand(self, work: Work) -> bool {
        let always = matches!(
            self,
            Self::New
                | Self::NewWindow
                | Self::Open
                | Self::StartScreen
                | Self::UnsavedWork
                | Self::Settings
                | Self::Quit
                | Self::Palette
                | Self::NextPane
                | Self::PreviousPane
                | Self::ScaleUp
                | Self::ScaleDown
                | Self::ScaleReset
                | Self::Shortcuts
                | Self::About
        );
        let keeps = matches!(
            self,
            Self::Save
                | Self::SaveAs
                | Self::Export
                | Self::Print
                | Self::ExportPersona
                | Self::ShowMap
                | Self::ShowOutline
                | Self::ShowPersonas
                | Self::ShowBarriers
                | Self::ShowOpportunities
                | Self::ShowJourneys
                | Self::Back
                | Self::Forward
                | Self::Present
                | Self::PresentFirst
        );
        match work {
            Work::Shown => true,
            Work::Aside => always || keeps,
            Work::Nothing => always,
        }
    }

    /// Whether its keys do something now. Enter on what is at a touchpoint writes its text.
    pub fn answers(self, ctx: &ViewCtx<'_>) -> bool {
        let has_text = |subject: &Subject| {
            matches!(subject, Subject::Barrier(_) | Subject::Opportunity(_) | Subject::Strength(_) | Subject::Step(..))
        };
        match self {
            Self::AddTouchpoint => self.enabled(ctx) && !ctx.focus().is_some_and(has_text),
            _ => self.enabled(ctx),
        }
    }

    /// Whether it would change what is selected on the map: where that is not seen, its keys do nothing.
    pub fn changes_map(self, ctx: &ViewCtx<'_>) -> bool {
        let on_map = |subject: &Subject| {
            matches!(subject, Subject::Touchpoint(..) | Subject::Transition(..) | Subject::Step(..) | Subject::Lane(..))
        };
        match self {
            Self::NextStage | Self::PreviousStage => true,
            Self::Delete | Self::Cut | Self::Duplicate | Self::Rename => ctx.selection.iter().any(on_map),
            _ => false,
        }
    }

    /// Whether it takes away what is selected.
    pub fn removes(self) -> bool {
        matches!(self, Self::Delete | Self::Cut)
    }

    /// Whether it is about the journey that is shown.
    fn needs_journey(self) -> bool {
        matches!(
            self,
            Self::AddTouchpoint
                | Self::JourneyInfo
                | Self::DuplicateJourney
                | Self::Arrange
                | Self::Swimlanes
                | Self::DeleteJourney
                | Self::Present
                | Self::PresentFirst
                | Self::Stops
                | Self::AddStop
                | Self::Filter
                | Self::ZoomStage
                | Self::RowStart
                | Self::RowEnd
                | Self::JourneyStart
                | Self::JourneyEnd
                | Self::ToggleSelected
                | Self::Export
                | Self::Print
        )
    }
}

fn has_lists(ctx: &ViewCtx<'_>) -> bool {
    let document = ctx.document;
    !(document.barriers.is_empty() && document.strengths.is_empty() && document.opportunities.is_empty())
}

fn has_touchpoint(ctx: &ViewCtx<'_>) -> bool {
    ctx.selection.iter().any(|subject| matches!(subject, Subject::Touchpoint(..)))
}
