//! Tables as people keep journeys in spreadsheets → a piece of a project: lanes by stages, or a touchpoint a row.
//!
//! Reading order: [`table`] (text → cells), [`mapping`] (what rows and columns mean: guessed, then as the user says),
//! [`fn@plan`] (what will be made of it, and what cannot be taken as it is: [`note`]).

mod build;
pub mod field;
mod lists;
pub mod mapping;
pub mod note;
mod places;
pub mod scale;
mod stages;
pub mod table;
#[cfg(test)]
mod tests;

pub use field::Field;
pub use mapping::{Belongs, FirstColumn, Head, Known, Layout, Mapping, Part, Ways};
pub use note::{Note, NoteKind};
pub use scale::Scale;
pub use table::{Table, column_name, is_table};

use crate::model::{Document, IdSource, Journey, JourneyInfo, Piece, ProjectInfo, Stage};

/// What a table will make.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What it makes: a journey, and what that refers to.
    pub piece: Piece,
    /// What could not be taken as it is, row by row.
    pub notes: Vec<Note>,
}

/// What a table makes when it means this.
pub fn plan(table: &Table, mapping: &Mapping, known: &Known<'_>, ids: &mut dyn IdSource) -> Plan {
    let places = places::places(table, mapping);
    let (piece, notes) = build::piece(&places, mapping, known, ids);
    Plan { piece, notes }
}

/// A table as a project of its own, as it seems to mean, in the language that most of its letters are of.
pub fn document(table: &Table, title: &str, ids: &mut dyn IdSource) -> (Document, Vec<Note>) {
    let language = table.language();
    let known = Known { stages: Vec::new(), last_stage: Stage::Attention, personas: Vec::new(), language };
    let Plan { piece, notes } = plan(table, &Mapping::guess(table, &known), &known, ids);
    let mut document = piece.document;
    document.info = ProjectInfo { title: title.to_owned(), language, ..ProjectInfo::default() }.into();
    document.journeys.update(|journey| {
        let info = JourneyInfo { title: title.to_owned(), ..journey.info.as_ref().clone() };
        Some(Journey { info: info.into(), ..journey.clone() })
    });
    (document, notes)
}
