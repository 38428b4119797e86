//! A touchpoint: one encounter of the customer with the company, in one channel.

use super::ids::{ChannelId, DepartmentId, EvidenceId, LaneId, PersonaId, StepId, TouchpointId};
use super::list::items;
use super::picture::Picture;
use super::rank::Rank;
use super::values::Emotion;

/// One encounter. Its place on the map is the user's: a step (which says the stage), a column and a row in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Touchpoint {
    /// Its id, unique in the whole project.
    pub id: TouchpointId,
    /// The step it stands in.
    pub step: StepId,
    /// Its column within the step: equal ranks share one column.
    pub column: Rank,
    /// Its row within the column, ties by id.
    pub row: Rank,
    /// What the card says.
    pub title: String,
    /// What the customer does.
    pub action: String,
    /// The customer's need here (job to be done).
    pub need: String,
    /// How it is for each persona, sorted by persona, each persona once.
    pub feelings: Vec<Feeling>,
    /// Where it happens.
    pub channel: Option<ChannelId>,
    /// Whose it is.
    pub ownership: Ownership,
    /// How long it takes, in minutes.
    pub duration_minutes: Option<f64>,
    /// How long the customer waits, in minutes.
    pub waiting_minutes: Option<f64>,
    /// Pictures of it.
    pub pictures: Vec<Picture>,
    /// What the company does behind it.
    pub backstage: String,
    /// The systems that take part.
    pub systems: String,
    /// The department that owns it.
    pub department: Option<DepartmentId>,
    /// The departments that take part.
    pub participants: Vec<DepartmentId>,
    /// Where the knowledge of it comes from.
    pub evidence: Vec<EvidenceId>,
    /// Whether it decides if the customer stays.
    pub moment_of_truth: bool,
    /// Whether the customer has reached here what the journey is for.
    pub goal: bool,
    /// Share of the journey's customers who start here, 0–1.
    pub start: Option<f64>,
    /// What becomes of customers who go no further.
    pub end: End,
    /// What the user's own lanes say of it, sorted by lane.
    pub cells: Vec<Cell>,
    /// Free notes.
    pub notes: String,
}

/// How a touchpoint is for one persona.
#[derive(Debug, Clone, PartialEq)]
pub struct Feeling {
    /// Whose feeling.
    pub persona: PersonaId,
    /// How it feels: reality.
    pub emotion: Option<Emotion>,
    /// The emotion's word ("relief").
    pub word: String,
    /// A thought or a quote.
    pub quote: String,
    /// What was expected, on the same scale.
    pub expectation: Option<Emotion>,
    /// What was promised, and by whom.
    pub promise: String,
}

/// Whose touchpoint it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Ownership {
    /// The company's own.
    #[default]
    Ours,
    /// A partner's.
    Partner,
    /// Outside of both (a review site, a friend).
    Outside,
}

/// What a touchpoint means for customers who go no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum End {
    /// Nothing is said.
    #[default]
    None,
    /// They have what they came for.
    Reached,
    /// They are lost.
    Lost,
}

/// A touchpoint's cell in a lane of the user's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The lane.
    pub lane: LaneId,
    /// What stands there.
    pub value: CellValue,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A picture.
    Picture(Picture),
}

impl Touchpoint {
    /// A touchpoint of which only its place is known.
    pub fn new(id: TouchpointId, step: StepId, column: Rank, row: Rank) -> Self {
        Self {
            id,
            step,
            column,
            row,
            title: String::new(),
            action: String::new(),
            need: String::new(),
            feelings: Vec::new(),
            channel: None,
            ownership: Ownership::Ours,
            duration_minutes: None,
            waiting_minutes: None,
            pictures: Vec::new(),
            backstage: String::new(),
            systems: String::new(),
            department: None,
            participants: Vec::new(),
            evidence: Vec::new(),
            moment_of_truth: false,
            goal: false,
            start: None,
            end: End::None,
            cells: Vec::new(),
            notes: String::new(),
        }
    }

    /// How it is for this persona, if anything is known.
    pub fn feeling(&self, persona: &PersonaId) -> Option<&Feeling> {
        self.feelings.iter().find(|feeling| feeling.persona == *persona)
    }

    /// How it is for this persona, to be changed: an empty feeling is added in its place where there was none.
    pub fn feeling_mut(&mut self, persona: &PersonaId) -> &mut Feeling {
        let (index, feeling) = match self.feelings.binary_search_by(|feeling| feeling.persona.cmp(persona)) {
            // Taken out and put back, so that nothing is left to an index that might not be there.
            Ok(index) => (index, self.feelings.remove(index)),
            Err(index) => (index, Feeling::new(persona.clone())),
        };
        self.feelings.insert_mut(index, feeling)
    }
}

impl Touchpoint {
    /// Says something in a lane of the user's own; `None`: nothing any more.
    pub fn set_cell(&mut self, lane: &LaneId, value: Option<CellValue>) {
        self.cells.retain(|cell| cell.lane != *lane);
        let place = self.cells.partition_point(|cell| cell.lane < *lane);
        self.cells.splice(place..place, value.map(|value| Cell { lane: lane.clone(), value }));
    }
}

impl Feeling {
    /// A feeling of which nothing is known.
    pub fn new(persona: PersonaId) -> Self {
        Self {
            persona,
            emotion: None,
            word: String::new(),
            quote: String::new(),
            expectation: None,
            promise: String::new(),
        }
    }
}

items! {
    Touchpoint: TouchpointId;
}
