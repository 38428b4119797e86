//! What a table says that could not be taken as it is: by row and column, and what becomes of it.

use super::field::Field;
use super::scale::Scale;
use super::table::column_name;
use crate::i18n::Texts;
use crate::i18n::number::short_number;

/// The longest piece of a cell that is repeated, in characters.
const MAX_ECHO: usize = 40;

/// Something about a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// What.
    pub kind: NoteKind,
}

/// What is the matter with a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum NoteKind {
    /// An emotion is no number; its words are kept as the emotion's word.
    NoNumber {
        /// What stands there.
        text: String,
        /// The scale it should be on.
        scale: Scale,
    },
    /// An expectation is no number and is left out.
    NoExpectation {
        /// What stands there.
        text: String,
        /// The scale it should be on.
        scale: Scale,
    },
    /// A number is outside of its scale.
    Outside {
        /// What stands there.
        text: String,
        /// The emotion it becomes, in points.
        points: f64,
    },
    /// A number is between two halves, or a sign stands for about so much.
    About {
        /// What stands there.
        text: String,
        /// The emotion it becomes, in points.
        points: f64,
    },
    /// There is no touchpoint that it could be said of.
    NoTouchpoint {
        /// What it would say.
        field: Field,
        /// What stands there.
        text: String,
    },
    /// A barrier without a touchpoint stands in its stage.
    AtStage,
    /// So many lines for so many touchpoints.
    Lines {
        /// The lines.
        lines: usize,
        /// The touchpoints.
        touchpoints: usize,
    },
    /// A touchpoint has one channel: the others are left out.
    OneChannel {
        /// The one that is taken.
        text: String,
    },
    /// A stage has a goal already; this one is left out.
    SecondGoal {
        /// What stands there.
        text: String,
    },
}

impl Note {
    /// "Row 4, column C: …".
    pub fn describe(&self, texts: &Texts) -> String {
        let place = [("row", (self.row + 1).to_string().into()), ("column", column_name(self.column).into())];
        let what = self.kind.describe(texts);
        let [row, column] = place;
        texts.with("grid-note-at", &[row, column, ("what", what.into())])
    }
}

impl NoteKind {
    /// Says it, without the place.
    pub fn describe(&self, texts: &Texts) -> String {
        let number = |value: f64| short_number(value, 1, texts.language());
        let echo = |text: &str| echo(text);
        match self {
            Self::NoNumber { text, scale } | Self::NoExpectation { text, scale } => {
                let (least, greatest) = scale.range();
                let key = if matches!(self, Self::NoNumber { .. }) {
                    "grid-note-no-number"
                } else {
                    "grid-note-no-expectation"
                };
                let range = [("least", number(least).into()), ("greatest", number(greatest).into())];
                let [least, greatest] = range;
                texts.with(key, &[("text", echo(text).into()), least, greatest])
            }
            Self::Outside { text, points } => {
                texts.with("grid-note-outside", &[("text", echo(text).into()), ("points", number(*points).into())])
            }
            Self::About { text, points } => {
                texts.with("grid-note-about", &[("text", echo(text).into()), ("points", number(*points).into())])
            }
            Self::NoTouchpoint { field, text } => {
                let field = texts.get(field.key());
                texts.with("grid-note-no-touchpoint", &[("field", field.into()), ("text", echo(text).into())])
            }
            Self::AtStage => texts.get("grid-note-at-stage"),
            Self::Lines { lines, touchpoints } => {
                let counts = [("lines", (*lines).into()), ("touchpoints", (*touchpoints).into())];
                texts.with("grid-note-lines", &counts)
            }
            Self::OneChannel { text } => texts.with("grid-note-one-channel", &[("text", echo(text).into())]),
            Self::SecondGoal { text } => texts.with("grid-note-second-goal", &[("text", echo(text).into())]),
        }
    }
}

/// The beginning of a cell, on one line.
fn echo(text: &str) -> String {
    let text = text.trim().replace('\n', " ");
    let mut out: String = text.chars().take(MAX_ECHO).collect();
    if text.chars().nth(MAX_ECHO).is_some() {
        out.push('…');
    }
    out
}
