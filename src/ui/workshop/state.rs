//! What the window remembers of a workshop and the file does not: the timer, what is typed, which vote is shown.

use crate::edit::verbs::workshop::NewDecision;
use crate::edit::verbs::{Sticky, StickyNote, StickyPlace};
use crate::model::{AgendaItemId, PollId, TouchpointId, VoteId};
use crate::present::workshop::{Scope, Timer};

/// A tool of the workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tool {
    /// Agenda and timer.
    #[default]
    Agenda,
    /// Who is in the room.
    Participants,
    /// Lines become stickies.
    Capture,
    /// Dot voting.
    Voting,
    /// Quick emotion polls.
    Poll,
    /// Who does what by when.
    Decisions,
    /// What is kept for later.
    Parking,
    /// What words mean.
    Glossary,
    /// What all of it comes to.
    Minutes,
}

impl Tool {
    /// All of them, in the order of a workshop.
    pub const ALL: [Self; 9] = [
        Self::Agenda,
        Self::Participants,
        Self::Capture,
        Self::Voting,
        Self::Poll,
        Self::Decisions,
        Self::Parking,
        Self::Glossary,
        Self::Minutes,
    ];

    /// The message of its name.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Agenda => "tool-agenda",
            Self::Participants => "tool-participants",
            Self::Capture => "tool-capture",
            Self::Voting => "tool-voting",
            Self::Poll => "tool-poll",
            Self::Decisions => "tool-decisions",
            Self::Parking => "tool-parking",
            Self::Glossary => "tool-glossary",
            Self::Minutes => "tool-minutes",
        }
    }

    /// The tool so many places further, around the end.
    #[must_use]
    pub fn neighbour(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|tool| *tool == self).unwrap_or(0) as isize;
        let place = (at + by).rem_euclid(Self::ALL.len() as isize) as usize;
        Self::ALL.get(place).copied().unwrap_or_default()
    }
}

/// What a workshop's view asks for, where ids or a path are needed.
#[derive(Debug, Clone, PartialEq)]
pub enum WorkshopAction {
    /// The usual agenda, behind what there is.
    Preset,
    /// An item of the agenda with its minutes.
    AgendaItem(String, f64),
    /// Moves an item of the agenda to a place.
    MoveAgendaItem(AgendaItemId, usize),
    /// Somebody with the name of a department, which may be empty or new.
    Participant(String, String),
    /// A line becomes a sticky.
    Capture(StickyNote),
    /// A round of voting: what on, dots each, voters.
    Vote(Scope, u32, u32),
    /// A poll on a touchpoint.
    Poll(TouchpointId),
    /// A decision.
    Decision(NewDecision),
    /// Something for later.
    Park(String),
    /// A word and its meaning.
    Gloss(String, String),
}

/// A sticky of this session, for the list below the line.
#[derive(Debug, Clone, PartialEq)]
pub struct Captured {
    /// What it became.
    pub sticky: Sticky,
    /// The name of its place.
    pub place: String,
    /// The line.
    pub text: String,
}

/// A vote that is being prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoteDraft {
    /// Whether its form is shown though there are votes already.
    pub open: bool,
    /// What is voted on.
    pub scope: Scope,
    /// Dots each voter has.
    pub dots_each: u32,
    /// How many voters; `None`: as many as participants.
    pub voters: Option<u32>,
}

/// A decision that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionDraft {
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// By when, as typed.
    pub due: String,
    /// Whether that is no date.
    pub date_is_wrong: bool,
}

/// What the window remembers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorkshopView {
    /// Whether the dock is shown in place of the inspector.
    pub open: bool,
    /// The tool that is shown.
    pub tool: Tool,
    /// The timer.
    pub timer: Timer,
    /// Whether the tool's first field is to get the keyboard.
    pub wants_focus: bool,
    /// What lines become.
    pub sticky: Sticky,
    /// Where they go; `None`: to what is selected.
    pub place: Option<StickyPlace>,
    /// What was written down in this session, the last one first.
    pub captured: Vec<Captured>,
    /// The vote that is shown; `None`: the last one.
    pub vote: Option<VoteId>,
    /// The vote that is being prepared.
    pub vote_draft: VoteDraft,
    /// The poll that is shown; `None`: the last one.
    pub poll: Option<PollId>,
    /// The decision that is being typed.
    pub decision: DecisionDraft,
    /// The word and the meaning that are being typed.
    pub gloss: (String, String),
    /// What is typed into the single lines: agenda, participants, capture, parking lot.
    pub lines: [String; 4],
}

/// Places in [`WorkshopView::lines`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Agenda,
    Participant,
    Capture,
    Parking,
}

impl Default for VoteDraft {
    fn default() -> Self {
        Self { open: false, scope: Scope::default(), dots_each: 3, voters: None }
    }
}

impl WorkshopView {
    /// Shows a tool and gives it the keyboard.
    pub fn show_tool(&mut self, tool: Tool) {
        self.tool = tool;
        self.wants_focus = true;
    }

    /// Another document was opened: only what is on the screen stays.
    pub fn forget(&mut self) {
        *self = Self { open: self.open, tool: self.tool, ..Self::default() };
    }

    pub(super) fn line(&mut self, line: Line) -> &mut String {
        let [agenda, participant, capture, parking] = &mut self.lines;
        match line {
            Line::Agenda => agenda,
            Line::Participant => participant,
            Line::Capture => capture,
            Line::Parking => parking,
        }
    }
}
