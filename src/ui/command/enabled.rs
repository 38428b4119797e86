//! When each command can be run: greyed out in menus, and deaf to its keys, otherwise.

use super::{CommandId, is_copyable, is_cuttable, is_named, is_removable};
use crate::model::Subject;
use crate::ui::context::ViewCtx;

impl CommandId {
    /// Whether it can be run now.
    pub fn enabled(self, ctx: &ViewCtx<'_>) -> bool {
        let picked = |wanted: fn(&Subject) -> bool| ctx.focus().is_some_and(wanted);
        match self {
            Self::Undo => ctx.undo.is_some(),
            Self::Redo => ctx.redo.is_some(),
            Self::Save => ctx.file.modified || ctx.file.path.is_none(),
            Self::Rename => picked(is_named),
            Self::Delete => ctx.selection.iter().any(is_removable),
            Self::SelectNone | Self::Copy => !ctx.selection.is_empty(),
            Self::AddAlternative | Self::Connect => picked(|subject| matches!(subject, Subject::Touchpoint(..))),
            Self::AddOpportunity => picked(|subject| matches!(subject, Subject::Touchpoint(..) | Subject::Barrier(_))),
            Self::AlignColumns => ctx.selection.iter().filter(|it| matches!(it, Subject::Touchpoint(..))).count() > 1,
            Self::NextStage | Self::PreviousStage | Self::AddBarrier | Self::OwnColumns => {
                ctx.selection.iter().any(|subject| matches!(subject, Subject::Touchpoint(..)))
            }
            Self::SelectAll
            | Self::AddTouchpoint
            | Self::JourneyInfo
            | Self::DuplicateJourney
            | Self::Arrange
            | Self::Swimlanes
            | Self::DeleteJourney
            | Self::Present
            | Self::PresentFirst
            | Self::Stops
            | Self::AddStop => ctx.journey.is_some(),
            Self::TimerToggle | Self::TimerMore | Self::TimerNext => !ctx.document.workshop.agenda.is_empty(),
            Self::Export | Self::Print => ctx.journey.is_some() && ctx.file.export_progress.is_none(),
            Self::Cut => ctx.selection.iter().any(is_cuttable),
            Self::Duplicate => ctx.selection.iter().any(is_copyable),
            Self::New
            | Self::NewWindow
            | Self::StartScreen
            | Self::Settings
            | Self::History
            | Self::Paste
            | Self::Palette
            | Self::Find
            | Self::FindNext
            | Self::FindPrevious
            | Self::Filter
            | Self::ShowMap
            | Self::ShowOutline
            | Self::ShowPersonas
            | Self::ShowBarriers
            | Self::ShowOpportunities
            | Self::ShowJourneys
            | Self::Back
            | Self::Forward
            | Self::ZoomStage
            | Self::ZoomSelection
            | Self::Minimap
            | Self::ScaleUp
            | Self::ScaleDown
            | Self::ScaleReset
            | Self::NextPane
            | Self::PreviousPane
            | Self::Transcript
            | Self::Open
            | Self::SaveAs
            | Self::ProjectInfo
            | Self::Quit
            | Self::AddPersona
            | Self::AddJourney
            | Self::Fit
            | Self::ZoomActual
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ToggleSide
            | Self::ToggleInspector
            | Self::Problems
            | Self::Workshop
            | Self::Minutes
            | Self::Shortcuts
            | Self::About => true,
        }
    }
}
