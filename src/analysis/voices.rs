//! How many of the respondents say something: counted by their codes over all transcripts.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Document, Supported};

/// So many of so many respondents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Voices {
    /// How many say it.
    pub said: usize,
    /// How many were asked: all codes of all sources that have any.
    pub asked: usize,
}

/// Who says what, over all transcripts: made once, asked for every claim.
#[derive(Debug, Default)]
pub struct Heard<'a> {
    said: BTreeMap<&'a Supported, BTreeSet<&'a str>>,
    asked: BTreeSet<&'a str>,
}

impl<'a> Heard<'a> {
    /// What respondents say in a project.
    pub fn of(document: &'a Document) -> Self {
        let mut heard = Self::default();
        for evidence in &document.evidence {
            heard.asked.extend(evidence.respondents.iter().map(String::as_str));
            for excerpt in evidence.excerpts.iter().filter(|excerpt| !excerpt.respondent.is_empty()) {
                heard.asked.insert(&excerpt.respondent);
                heard.said.entry(&excerpt.supports).or_default().insert(&excerpt.respondent);
            }
        }
        heard
    }

    /// How many respondents support a claim; `None` where nobody is known to.
    pub fn voices(&self, claim: &Supported) -> Option<Voices> {
        let said = self.said.get(claim)?.len();
        Some(Voices { said, asked: self.asked.len() })
    }
}

/// How many respondents support a claim; `None` where nobody is known to.
pub fn voices(document: &Document, claim: &Supported) -> Option<Voices> {
    Heard::of(document).voices(claim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BarrierId, Evidence, EvidenceId, EvidenceKind, Excerpt};

    #[test]
    fn each_respondent_counts_once_among_all_who_were_asked() {
        let line = Supported::Barrier(BarrierId::parse("b-line").unwrap());
        let other = Supported::Barrier(BarrierId::parse("b-other").unwrap());
        let mut document = Document::default();
        assert_eq!(voices(&document, &line), None);
        let excerpt = |respondent: &str, supports: &Supported| Excerpt {
            quote: "slow".to_owned(),
            respondent: respondent.to_owned(),
            supports: supports.clone(),
        };
        let source = |id: &str, respondents: &[&str], excerpts: Vec<Excerpt>| Evidence {
            respondents: respondents.iter().map(ToString::to_string).collect(),
            excerpts,
            ..Evidence::new(EvidenceId::parse(id).unwrap(), EvidenceKind::Interview)
        };
        let first = vec![excerpt("R01", &line), excerpt("R01", &line), excerpt("", &line), excerpt("R02", &other)];
        document.evidence.put(source("e-1", &["R01", "R02"], first));
        document.evidence.put(source("e-2", &["R02", "R03"], vec![excerpt("R03", &line)]));
        assert_eq!(voices(&document, &line), Some(Voices { said: 2, asked: 3 }));
        assert_eq!(voices(&document, &other), Some(Voices { said: 1, asked: 3 }));
    }
}
