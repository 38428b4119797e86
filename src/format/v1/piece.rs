//! Version 1: a piece of a project as it stands on the clipboard: the map first, what it refers to after it.

use serde::Deserialize;

use super::journey::Journey;
use super::knowledge::{Audit, Barrier, Evidence, Opportunity, Strength};
use super::leaf::Id;
use super::lists::{Items, Many};
use super::metric::Metric;
use super::persona::Persona;
use super::project::{Channel, Comment, Department, Stop, Subject};
use super::value::{Shared, Value, write_fields};
use super::workshop::Workshop;
use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};
use crate::model;

/// A whole piece.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Piece {
    /// The version, which was read before everything else.
    #[serde(rename = "tropa_piece")]
    _version: u32,
    #[serde(default)]
    cut: bool,
    #[serde(default)]
    picked: Many<Subject>,
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
    comments: Items<Comment>,
    #[serde(default)]
    stops: Items<Stop>,
    #[serde(default)]
    channels: Items<Channel>,
    #[serde(default)]
    departments: Items<Department>,
    #[serde(default)]
    personas: Items<Persona>,
    #[serde(default)]
    audit: Audit,
    #[serde(default)]
    workshop: Shared<Workshop>,
    #[serde(default)]
    cited: Many<(Id<model::EvidenceId>, Subject)>,
}

impl Value for Piece {
    type Model = model::Piece;

    fn into_model(self) -> model::Piece {
        let document = model::Document {
            channels: self.channels.into_model(),
            departments: self.departments.into_model(),
            personas: self.personas.into_model(),
            barriers: self.barriers.into_model(),
            strengths: self.strengths.into_model(),
            opportunities: self.opportunities.into_model(),
            evidence: self.evidence.into_model(),
            metrics: self.metrics.into_model(),
            journeys: self.journeys.into_model(),
            stops: self.stops.into_model(),
            comments: self.comments.into_model(),
            audit: self.audit.into_model(),
            workshop: self.workshop.into_model(),
            ..model::Document::default()
        };
        let (picked, cited) = (self.picked.into_model(), self.cited.into_model());
        model::Piece { cut: self.cut, picked, document, cited }
    }

    fn write(model: &model::Piece, out: &mut Writer<'_>) -> Result<(), WriteError> {
        let model::Piece { cut, picked, document, cited } = model;
        let model::Document {
            channels,
            departments,
            personas,
            barriers,
            strengths,
            opportunities,
            evidence,
            metrics,
            journeys,
            stops,
            comments,
            // Of these, what spoke of things that were cut.
            audit,
            workshop,
            // A piece says nothing of the project as a whole.
            info: _,
            participants: _,
        } = document;
        out.open_record(Layout::Block);
        out.field("tropa_piece")?;
        out.whole(u64::from(super::VERSION));
        write_fields!(out;
            cut: bool,
            picked: Many<Subject>,
            journeys: Items<Journey>,
            barriers: Items<Barrier>,
            strengths: Items<Strength>,
            opportunities: Items<Opportunity>,
            evidence: Items<Evidence>,
            metrics: Items<Metric>,
            comments: Items<Comment>,
            stops: Items<Stop>,
            channels: Items<Channel>,
            departments: Items<Department>,
            personas: Items<Persona>,
            audit: Audit,
            workshop: Shared<Workshop>,
            cited: Many<(Id<model::EvidenceId>, Subject)>,
        );
        out.close();
        Ok(())
    }
}
