//! Which text of which thing is meant, wherever it is shown: what is written in place on the map.

use super::ids::{LaneId, PersonaId};
use super::subject::Subject;

/// A text of a thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextSpot {
    /// The thing.
    pub subject: Subject,
    /// Which of its texts.
    pub field: TextField,
}

/// The texts that things have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TextField {
    /// Its title, name or statement; a transition's reason.
    Name,
    /// The goal of a stage.
    Goal,
    /// The research question of a journey.
    Question,
    /// Where a journey begins.
    ScopeFrom,
    /// Where a journey ends.
    ScopeTo,
    /// What a project says below its title.
    Subtitle,
    /// The segment of a persona.
    Segment,
    /// What the customer does at a touchpoint.
    Action,
    /// The need at a touchpoint.
    Need,
    /// What happens behind a touchpoint.
    Backstage,
    /// The systems behind a touchpoint.
    Systems,
    /// The word for a persona's emotion at a touchpoint.
    Word(PersonaId),
    /// What a persona thinks or says at a touchpoint.
    Quote(PersonaId),
    /// A touchpoint's cell in a lane of the user's own.
    Cell(LaneId),
    /// The share of a transition, or of a persona among all customers.
    Share,
    /// The value of a metric that is a plain number.
    Value,
}

/// What stands at a spot.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// Words; none written: empty.
    Words(String),
    /// A number, where it is known.
    Number(Option<f64>),
    /// A share 0–1, where it is known.
    Share(Option<f64>),
}

impl TextSpot {
    /// The title, name or statement of a thing.
    pub fn name(subject: Subject) -> Self {
        Self { subject, field: TextField::Name }
    }
}
