//! Version 1 of the file: its structs as they stand in the text, each turned into the model's and written from it.
//!
//! What a field is called and how it is written is decided here and nowhere else. Once the version is released, these
//! files stay as they are: a later version gets structs of its own.

mod journey;
mod knowledge;
mod leaf;
mod lists;
mod metric;
mod persona;
mod piece;
mod project;
mod touchpoint;
mod value;
mod workshop;

use std::sync::Arc;

use serde::Deserialize;

use self::journey::Journey;
use self::knowledge::{Audit, Barrier, Evidence, Opportunity, Strength};
use self::leaf::{Date, Text};
use self::lists::{Items, Many};
use self::metric::Metric;
use self::persona::Persona;
pub(crate) use self::piece::Piece;
use self::project::{Channel, Comment, Department, Language, Participant, Stop, Vision};
use self::value::{Shared, Value, write_fields};
use self::workshop::Workshop;
use super::error::WriteError;
use super::writer::{Layout, Writer};
use crate::model;

/// This version's number.
pub(crate) const VERSION: u32 = 1;

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// The version, which was read before everything else.
    #[serde(rename = "tropa")]
    _version: u32,
    #[serde(default)]
    title: Text,
    #[serde(default)]
    subtitle: Text,
    #[serde(default)]
    language: Language,
    #[serde(default)]
    company: Text,
    #[serde(default)]
    product: Text,
    #[serde(default)]
    authors: Many<Text>,
    #[serde(default)]
    created: Option<Date>,
    #[serde(default)]
    updated: Option<Date>,
    #[serde(default)]
    vision: Vision,
    #[serde(default)]
    channels: Items<Channel>,
    #[serde(default)]
    departments: Items<Department>,
    #[serde(default)]
    participants: Items<Participant>,
    #[serde(default)]
    personas: Items<Persona>,
    #[serde(default)]
    journeys: Items<Journey>,
    #[serde(default)]
    barriers: Items<Barrier>,
    #[serde(default)]
    strengths: Items<Strength>,
    #[serde(default)]
    opportunities: Items<Opportunity>,
    #[serde(default)]
    evidence: Items<Evidence>,
    #[serde(default)]
    metrics: Items<Metric>,
    #[serde(default)]
    audit: Audit,
    #[serde(default)]
    stops: Items<Stop>,
    #[serde(default)]
    workshop: Shared<Workshop>,
    #[serde(default)]
    comments: Items<Comment>,
}

impl Value for File {
    type Model = model::Document;

    fn into_model(self) -> model::Document {
        let info = model::ProjectInfo {
            title: self.title.into_model(),
            subtitle: self.subtitle.into_model(),
            language: self.language.into_model(),
            company: self.company.into_model(),
            product: self.product.into_model(),
            authors: self.authors.into_model(),
            created: self.created.into_model(),
            updated: self.updated.into_model(),
            vision: self.vision.into_model(),
        };
        model::Document {
            info: Arc::new(info),
            channels: self.channels.into_model(),
            departments: self.departments.into_model(),
            participants: self.participants.into_model(),
            personas: self.personas.into_model(),
            barriers: self.barriers.into_model(),
            strengths: self.strengths.into_model(),
            opportunities: self.opportunities.into_model(),
            evidence: self.evidence.into_model(),
            metrics: self.metrics.into_model(),
            journeys: self.journeys.into_model(),
            audit: self.audit.into_model(),
            stops: self.stops.into_model(),
            workshop: self.workshop.into_model(),
            comments: self.comments.into_model(),
        }
    }

    fn write(model: &model::Document, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let model::Document {
            info,
            channels,
            departments,
            participants,
            personas,
            barriers,
            strengths,
            opportunities,
            evidence,
            metrics,
            journeys,
            audit,
            stops,
            workshop,
            comments,
        } = model;
        out.open_record(Layout::Block);
        out.field("tropa")?;
        out.whole(u64::from(VERSION));
        write_info(info, out)?;
        write_fields!(out;
            channels: Items<Channel>,
            departments: Items<Department>,
            participants: Items<Participant>,
            personas: Items<Persona>,
            journeys: Items<Journey>,
            barriers: Items<Barrier>,
            strengths: Items<Strength>,
            opportunities: Items<Opportunity>,
            evidence: Items<Evidence>,
            metrics: Items<Metric>,
            audit: Audit,
            stops: Items<Stop>,
            workshop: Shared<Workshop>,
            comments: Items<Comment>,
        );
        out.close();
        Ok(())
    }
}

fn write_info(info: &model::ProjectInfo, out: &mut Writer<'_>) -> Result<(), WriteError> {
    let model::ProjectInfo { title, subtitle, language, company, product, authors, created, updated, vision } = info;
    write_fields!(out;
        title: Text,
        subtitle: Text,
        language: Language,
        company: Text,
        product: Text,
        authors: Many<Text>,
        created: Option<Date>,
        updated: Option<Date>,
        vision: Vision,
    );
    Ok(())
}

/// The model's document.
pub(crate) fn into_document(file: File) -> model::Document {
    file.into_model()
}

/// Writes a document as this version.
pub(crate) fn write(document: &model::Document, out: &mut Writer<'_>) -> Result<(), WriteError> {
    File::write(document, out)
}

/// The model's piece.
pub(crate) fn into_piece(piece: Piece) -> model::Piece {
    piece.into_model()
}

/// Writes a piece as this version.
pub(crate) fn write_piece(piece: &model::Piece, out: &mut Writer<'_>) -> Result<(), WriteError> {
    Piece::write(piece, out)
}
