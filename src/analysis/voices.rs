//! How many of the respondents say something: counted by their codes over all transcripts.

use std::collections::BTreeSet;

use crate::model::{Document, Supported};

/// So many of so many respondents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Voices {
    /// How many say it.
    pub said: usize,
    /// How many were asked: all codes of all sources that have any.
    pub asked: usize,
}

/// How many respondents support a claim; `None` where nobody is known to.
pub fn voices(document: &Document, claim: &Supported) -> Option<Voices> {
    let excerpts = document.evidence.iter().flat_map(|evidence| &evidence.excerpts);
    let said: BTreeSet<&str> = excerpts
        .filter(|excerpt| excerpt.supports == *claim && !excerpt.respondent.is_empty())
        .map(|excerpt| excerpt.respondent.as_str())
        .collect();
    if said.is_empty() {
        return None;
    }
    let listed = document.evidence.iter().flat_map(|evidence| &evidence.respondents).map(String::as_str);
    let asked: BTreeSet<&str> = listed.chain(said.iter().copied()).collect();
    Some(Voices { said: said.len(), asked: asked.len() })
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
