//! Actions: everything that a view can ask for. Carried out by `app` after the views have run.

use std::path::PathBuf;

use super::clip::ClipAction;
use super::command::CommandId;
use super::dialogs::{ExportChoice, PaperChoice};
use super::find::FindAction;
use super::ledger::LedgerAction;
use super::page::{Dock, Page};
use super::past::PastAction;
use super::sources::SourceAction;
use super::start::HabitAction;
use super::studio::StudioAction;
use super::workshop::WorkshopAction;
use crate::edit::verbs::{Link, Place, Swimlane, TransitionEnd};
use crate::edit::{Edit, EditLabel};
use crate::model::{
    BarrierId, ChannelIcon, Emotion, EvidenceId, EvidenceKind, JourneyId, Lane, LaneContent, LaneId, Language,
    MetricSubject, PersonaId, Stage, StepId, Subject, TextSpot, TouchpointId, TransitionId,
};
use crate::scene::ThemeName;

/// What a view asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// What a menu item, a button or a shortcut stands for.
    Run(CommandId),
    /// A change that the view has put together itself.
    Edit(Edit),
    /// Adds something new to the document and selects it.
    Add(New),
    /// Links a barrier that is already known with a touchpoint, or cuts the link.
    LinkBarrier(BarrierId, TouchpointId, Link),
    /// Rests a claim on a source that is already known, or no longer.
    LinkEvidence(EvidenceId, Subject, Link),
    /// Leads a transition from one touchpoint to another.
    Connect(TouchpointId, TouchpointId),
    /// Hangs an end of a transition of the shown journey on another touchpoint.
    Reconnect(TransitionId, TransitionEnd, TouchpointId),
    /// Puts touchpoints somewhere else; into this swimlane, where there are any.
    Move(Vec<TouchpointId>, Place, Option<Swimlane>),
    /// Puts copies of touchpoints somewhere; into this swimlane, where there are any.
    CopyTo(Vec<TouchpointId>, Place, Option<Swimlane>),
    /// Sets how a touchpoint feels for a persona.
    SetEmotion(TouchpointId, PersonaId, Option<Emotion>),
    /// Sets what a persona expects of a touchpoint.
    SetExpectation(TouchpointId, PersonaId, Option<Emotion>),
    /// Gives a thing another title, name or statement.
    Rename(Subject, String),
    /// Writes a text of a thing as it was typed; numbers are read from it.
    Write(TextSpot, String),
    /// Removes things.
    Remove(Vec<Subject>),
    /// Copies an as-is journey as a to-be that improves it.
    DuplicateJourney(JourneyId),
    /// Moves a step of the shown journey to a place among the other steps of a stage.
    MoveStep(StepId, Stage, usize),
    /// Moves a persona or a journey among its like: -1 is one place forward.
    Reorder(Subject, i32),
    /// Leaves a lane out of the map.
    HideLane(Lane),
    /// Moves a lane among the lanes that are shown: -1 is one place up.
    MoveLane(Lane, i32),
    /// What follows until commit or cancel is one entry of the history.
    BeginGesture(EditLabel),
    /// Ends the gesture.
    CommitGesture,
    /// Ends the gesture and takes it back.
    CancelGesture,
    /// Typing in a field is over.
    BreakMerge,
    /// Selects exactly these.
    Select(Vec<Subject>),
    /// Selects this as well, or no longer.
    ToggleSelected(Subject),
    /// Selects this and brings it into sight on the map.
    Reveal(Subject),
    /// Selects this, to which a form leads; where the map is shown, it comes into sight there.
    Follow(Subject),
    /// Begins to rename this in place.
    BeginRename(Subject),
    /// Begins to write this text in place: in this fragment of the map, where several show it.
    BeginWriting(TextSpot, Option<usize>),
    /// Shows another journey.
    ShowJourney(JourneyId),
    /// Lets a persona lead the map, and shows its portrait in the inspector.
    ShowPersona(PersonaId),
    /// Lets a persona lead the map and leaves the inspector as it is.
    LeadPersona(PersonaId),
    /// Changes the language of the interface.
    SetLanguage(Language),
    /// Changes the theme.
    SetTheme(ThemeChoice),
    /// Zooms to this.
    SetZoom(f32),
    /// Opens a dialog.
    Open(Box<super::dialogs::Dialog>),
    /// Closes the dialog.
    CloseDialog,
    /// Opens a file that is already known by its path.
    OpenPath(PathBuf),
    /// Begins a new document from a template or a sample.
    NewFrom(Source),
    /// Writes the map to a picture or a document of pages.
    Export(ExportChoice),
    /// Writes what is laid out for paper.
    Print(PaperChoice),
    /// What a tool of the workshop asks for.
    Workshop(Box<WorkshopAction>),
    /// Fills the middle of the window with this.
    ShowPage(Page),
    /// Puts this at the right of the window.
    ShowDock(Dock),
    /// What the clipboard's views ask for.
    Clip(Box<ClipAction>),
    /// What the persona builder asks for.
    Studio(Box<StudioAction>),
    /// What lists and board of barriers and opportunities ask for.
    Ledger(Box<LedgerAction>),
    /// What search, filters and places ask for.
    Find(Box<FindAction>),
    /// What the history's panel asks for.
    Past(Box<PastAction>),
    /// What transcripts ask for.
    Source(Box<SourceAction>),
    /// What the start screen and the window's habits ask for.
    Habit(Box<HabitAction>),
    /// Stops the export that is under way.
    CancelExport,
    /// Answers the question that a dialog asks.
    Answer(Answer),
    /// Lets the user choose a photo for a persona.
    PickPhoto(PersonaId),
    /// Lets the user choose a picture of a touchpoint.
    PickPicture(TouchpointId),
    /// Lets the user choose a picture for a touchpoint's cell in a lane of their own.
    PickCellPicture(TouchpointId, LaneId),
    /// Says a message at the bottom of the window.
    Say(&'static str),
    /// Takes away the message at the bottom.
    DismissToast,
    /// Asks something of the show, or begins one.
    Show(super::present::ShowAction),
    /// Says whether stops glide.
    SetMotion(Motion),
}

/// Something new.
#[derive(Debug, Clone, PartialEq)]
pub enum New {
    /// A touchpoint after the selected one, else at the end of the first stage.
    Touchpoint,
    /// A touchpoint at the end of a stage.
    TouchpointIn(Stage),
    /// A touchpoint at a place; in this swimlane, where there are any.
    TouchpointAt(Place, Option<Swimlane>),
    /// A touchpoint of another outcome, below this one.
    Alternative(TouchpointId),
    /// A barrier at a touchpoint, or at none yet.
    Barrier(Option<TouchpointId>),
    /// A barrier of a whole stage.
    StageBarrier(Stage),
    /// An opportunity that closes a barrier or changes a touchpoint.
    Opportunity(Subject),
    /// A strength at a touchpoint.
    Strength(TouchpointId),
    /// A source for a claim.
    Evidence(EvidenceKind, Subject),
    /// A metric.
    Metric(MetricSubject),
    /// A persona.
    Persona,
    /// A journey with five empty stages.
    Journey,
    /// A step of a stage.
    Step(Stage),
    /// A channel; the touchpoint, if any, then uses it.
    Channel(String, ChannelIcon, Option<TouchpointId>),
    /// A department; the thing, if any, is then owned by it.
    Department(String, Option<Subject>),
    /// A lane of the user's own in the shown journey.
    Lane(LaneContent),
    /// Somebody who takes part in workshops.
    Participant,
}

/// Where a new document comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A template, by its name.
    Template(&'static str),
    /// A sample, by its name.
    Sample(&'static str),
}

/// What a user answers to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Save first, then go on.
    SaveFirst,
    /// Go on without saving.
    Discard,
    /// Save as another file: keeps both where the file has changed outside.
    SaveAs,
    /// Write over what is there.
    Overwrite,
    /// Read the file again and drop the changes.
    Reload,
    /// Go on with what was asked about.
    Proceed,
    /// Do nothing.
    Cancel,
    /// A path, typed where no file dialog can be shown.
    Path(PathBuf),
}

/// Whether what changes its place glides there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Motion {
    /// It glides.
    #[default]
    Full,
    /// It is there at once.
    Reduced,
}

/// Which theme the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Always this one.
    Fixed(ThemeName),
}

impl ThemeChoice {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 4] =
        [Self::System, Self::Fixed(ThemeName::Light), Self::Fixed(ThemeName::Dark), Self::Fixed(ThemeName::Contrast)];

    /// The name used in settings and in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Fixed(name) => name.key(),
        }
    }

    /// The choice of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }
}
