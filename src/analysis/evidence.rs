//! How well a claim is known: by the number of independent kinds of sources behind it.

use std::collections::BTreeSet;

use crate::model::{Document, EvidenceId, EvidenceKind};

/// The level of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// No source, or expert opinion only: "we think so".
    #[default]
    Hypothesis,
    /// One kind of source besides expert opinion.
    Partial,
    /// Two or more kinds of sources besides expert opinion (triangulation of methods).
    Researched,
}

impl Level {
    /// The message that is its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Hypothesis => "map-hypothesis",
            Self::Partial => "map-partial",
            Self::Researched => "map-researched",
        }
    }
}

/// The level of a claim that rests on these sources; ids that lead to nothing do not count.
pub fn level(document: &Document, evidence: &[EvidenceId]) -> Level {
    let kind = |id: &EvidenceId| document.evidence.get(id).map(|evidence| evidence.kind);
    let kinds: BTreeSet<EvidenceKind> =
        evidence.iter().filter_map(kind).filter(|kind| *kind != EvidenceKind::ExpertOpinion).collect();
    match kinds.len() {
        0 => Level::Hypothesis,
        1 => Level::Partial,
        _ => Level::Researched,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evidence;

    #[test]
    fn levels_count_kinds_not_sources() {
        use EvidenceKind::{Analytics, ExpertOpinion, Interview, Survey};
        let check = |kinds: &[EvidenceKind], expect: Level| {
            let mut document = Document::default();
            let mut ids = vec![EvidenceId::parse("e-missing").unwrap()];
            for (index, kind) in kinds.iter().enumerate() {
                let id = EvidenceId::parse(&format!("e-{index}")).unwrap();
                document.evidence.put(Evidence::new(id.clone(), *kind));
                ids.push(id);
            }
            assert_eq!(level(&document, &ids), expect, "{kinds:?}");
        };
        check(&[], Level::Hypothesis);
        check(&[ExpertOpinion, ExpertOpinion], Level::Hypothesis);
        check(&[Interview], Level::Partial);
        check(&[Interview, Interview, ExpertOpinion], Level::Partial);
        check(&[Interview, Survey], Level::Researched);
        check(&[Interview, Survey, Analytics, ExpertOpinion], Level::Researched);
    }
}
