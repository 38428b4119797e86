//! Commands: what can be done to a document, as data.

use std::sync::Arc;

use crate::model::{
    Audit, Barrier, Channel, Comment, CommentId, CustomLane, Department, Evidence, Journey, JourneyId, JourneyInfo,
    Metric, Opportunity, Participant, Persona, ProjectInfo, Step, Stop, Strength, Subject, Touchpoint, Transition,
    Workshop,
};

/// One change. Everything richer (add after, connect, move) is put together from these in [`super::verbs`].
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Replaces what is said of the project as a whole.
    SetProject(Arc<ProjectInfo>),
    /// Replaces what is said of a journey as a whole.
    SetJourney(JourneyId, Arc<JourneyInfo>),
    /// Replaces the audit.
    SetAudit(Arc<Audit>),
    /// Replaces the workshop's notes.
    SetWorkshop(Arc<Workshop>),
    /// Adds a thing, or replaces the one with its id.
    Put(ItemValue),
    /// Removes a thing and every reference to it; a touchpoint takes its transitions along, a step its touchpoints.
    Remove(Subject),
    /// Removes a comment.
    RemoveComment(CommentId),
}

/// A thing that lives in one of the document's lists.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemValue {
    /// A channel.
    Channel(Arc<Channel>),
    /// A department.
    Department(Arc<Department>),
    /// A workshop participant.
    Participant(Arc<Participant>),
    /// A persona.
    Persona(Arc<Persona>),
    /// A barrier.
    Barrier(Arc<Barrier>),
    /// A strength.
    Strength(Arc<Strength>),
    /// An opportunity.
    Opportunity(Arc<Opportunity>),
    /// A piece of evidence.
    Evidence(Arc<Evidence>),
    /// A metric.
    Metric(Arc<Metric>),
    /// A whole journey.
    Journey(Arc<Journey>),
    /// A step of a journey.
    Step(JourneyId, Arc<Step>),
    /// A lane of the user's own.
    Lane(JourneyId, Arc<CustomLane>),
    /// A touchpoint of a journey.
    Touchpoint(JourneyId, Arc<Touchpoint>),
    /// A transition of a journey.
    Transition(JourneyId, Arc<Transition>),
    /// A stop of the presentation.
    Stop(Arc<Stop>),
    /// A comment.
    Comment(Arc<Comment>),
}

/// Commands that are done and undone together.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// What the history calls it.
    pub label: EditLabel,
    /// Edits in a row with the same key become one entry (typing in one field); `None` never merges.
    pub merge: Option<MergeKey>,
    /// What is done, in order.
    pub commands: Vec<Command>,
}

/// What consecutive edits must share to become one entry of the history: the thing and its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeKey {
    /// The thing.
    pub subject: Subject,
    /// Its field.
    pub field: &'static str,
}

/// What an edit is called in the history and in the menu ("Undo …"); worded by `i18n` as `edit-<key>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditLabel {
    /// Something was typed or chosen in a field.
    ChangeText,
    /// A property other than text changed.
    ChangeProperty,
    /// A touchpoint was added.
    AddTouchpoint,
    /// Touchpoints were moved.
    MoveTouchpoints,
    /// Touchpoints were connected.
    Connect,
    /// An end of a transition was hung on another touchpoint.
    Reconnect,
    /// An emotion was set.
    SetEmotion,
    /// A barrier was added.
    AddBarrier,
    /// An opportunity was added.
    AddOpportunity,
    /// A persona was added.
    AddPersona,
    /// Something of a persona changed.
    ChangePersona,
    /// A persona joined a journey or left it.
    ChangeCast,
    /// A journey was added.
    AddJourney,
    /// A step was added.
    AddStep,
    /// Something else was added.
    Add,
    /// Things were removed.
    Remove,
    /// A journey was duplicated.
    DuplicateJourney,
    /// Lanes were shown, hidden or moved.
    ArrangeLanes,
    /// Touchpoints were ordered by the transitions between them.
    Arrange,
    /// Touchpoints were put into one column, or each into its own.
    AlignColumns,
    /// Swimlanes were shown, or no longer.
    Swimlanes,
    /// A lane was folded to a strip.
    FoldLane,
    /// A folded lane was opened.
    UnfoldLane,
    /// Things were put into another order.
    Reorder,
    /// Dots of a vote or answers of a poll were entered.
    CountDots,
    /// The result of a vote was shown or hidden.
    RevealVote,
    /// A decision was written down.
    AddDecision,
    /// Something was put aside for later.
    Park,
    /// Several things were changed alike.
    ChangeSeveral,
    /// A barrier or an opportunity got another status.
    SetStatus,
    /// Value or effort of an opportunity was set on the board.
    Rate,
    /// Things were cut out.
    Cut,
    /// Something was pasted.
    Paste,
    /// Things were duplicated.
    Duplicate,
    /// A barrier went to another touchpoint.
    MoveBarrier,
    /// A strength or an opportunity was put at another touchpoint.
    MoveNote,
    /// A transcript was added.
    AddTranscript,
    /// Words of a transcript became a claim.
    Extract,
    /// The file was read again because it had changed outside.
    Reload,
}

impl EditLabel {
    /// All of them.
    pub const ALL: [Self; 39] = [
        Self::ChangeText,
        Self::ChangeProperty,
        Self::AddTouchpoint,
        Self::MoveTouchpoints,
        Self::Connect,
        Self::Reconnect,
        Self::SetEmotion,
        Self::AddBarrier,
        Self::AddOpportunity,
        Self::AddPersona,
        Self::ChangePersona,
        Self::ChangeCast,
        Self::AddJourney,
        Self::AddStep,
        Self::Add,
        Self::Remove,
        Self::DuplicateJourney,
        Self::ArrangeLanes,
        Self::Arrange,
        Self::AlignColumns,
        Self::Swimlanes,
        Self::FoldLane,
        Self::UnfoldLane,
        Self::Reorder,
        Self::CountDots,
        Self::RevealVote,
        Self::AddDecision,
        Self::Park,
        Self::ChangeSeveral,
        Self::SetStatus,
        Self::Rate,
        Self::Cut,
        Self::Paste,
        Self::Duplicate,
        Self::MoveBarrier,
        Self::MoveNote,
        Self::AddTranscript,
        Self::Extract,
        Self::Reload,
    ];

    /// Its message in `edit.ftl`.
    pub fn key(self) -> &'static str {
        match self {
            Self::ChangeText => "edit-change-text",
            Self::ChangeProperty => "edit-change-property",
            Self::AddTouchpoint => "edit-add-touchpoint",
            Self::MoveTouchpoints => "edit-move-touchpoints",
            Self::Connect => "edit-connect",
            Self::Reconnect => "edit-reconnect",
            Self::SetEmotion => "edit-set-emotion",
            Self::AddBarrier => "edit-add-barrier",
            Self::AddOpportunity => "edit-add-opportunity",
            Self::AddPersona => "edit-add-persona",
            Self::ChangePersona => "edit-change-persona",
            Self::ChangeCast => "edit-change-cast",
            Self::AddJourney => "edit-add-journey",
            Self::AddStep => "edit-add-step",
            Self::Add => "edit-add",
            Self::Remove => "edit-remove",
            Self::DuplicateJourney => "edit-duplicate-journey",
            Self::ArrangeLanes => "edit-arrange-lanes",
            Self::Arrange => "edit-arrange",
            Self::AlignColumns => "edit-align-columns",
            Self::Swimlanes => "edit-swimlanes",
            Self::FoldLane => "edit-fold-lane",
            Self::UnfoldLane => "edit-unfold-lane",
            Self::Reorder => "edit-reorder",
            Self::CountDots => "edit-count-dots",
            Self::RevealVote => "edit-reveal-vote",
            Self::AddDecision => "edit-add-decision",
            Self::Park => "edit-park",
            Self::ChangeSeveral => "edit-change-several",
            Self::SetStatus => "edit-set-status",
            Self::Rate => "edit-rate",
            Self::Cut => "edit-cut",
            Self::Paste => "edit-paste",
            Self::Duplicate => "edit-duplicate",
            Self::MoveBarrier => "edit-move-barrier",
            Self::MoveNote => "edit-move-note",
            Self::AddTranscript => "edit-add-transcript",
            Self::Extract => "edit-extract",
            Self::Reload => "edit-reload",
        }
    }
}
