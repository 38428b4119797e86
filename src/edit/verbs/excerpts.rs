//! From interviews to the map: words of a transcript become a claim that keeps its source.

use super::sticky::{Sticky, StickyNote, StickyPlace, capture};
use super::{copy_of, edit};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    BarrierId, Document, Evidence, EvidenceId, EvidenceKind, Excerpt, IdSource, JourneyId, PersonaId, Subject,
    Supported,
};

/// What words of a transcript are to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A thing of its own, or what a persona thinks, at a place.
    New {
        /// What they become.
        sticky: Sticky,
        /// Where it goes.
        place: StickyPlace,
        /// Whose thought it is.
        persona: Option<PersonaId>,
        /// What it says, where that is not what was said word for word.
        text: String,
    },
    /// One voice more for a barrier that is known already.
    Known(BarrierId),
}

/// Words of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extract {
    /// Where they stand.
    pub evidence: EvidenceId,
    /// The words.
    pub quote: String,
    /// The code of who said them; empty where that is not known.
    pub respondent: String,
    /// What they become.
    pub wanted: Wanted,
}

/// Adds a transcript as a source of its own.
pub fn add_transcript(
    title: &str,
    paragraphs: Vec<String>,
    respondents: Vec<String>,
    source: &mut dyn IdSource,
) -> (Edit, EvidenceId) {
    let id = EvidenceId::random(source);
    let evidence = Evidence {
        title: title.to_owned(),
        sample: u32::try_from(respondents.len()).ok().filter(|count| *count > 0),
        respondents,
        transcript: paragraphs,
        ..Evidence::new(id.clone(), EvidenceKind::Interview)
    };
    (edit(EditLabel::AddTranscript, vec![Command::Put(ItemValue::Evidence(evidence.into()))]), id)
}

/// Makes words of a transcript what they are to become; the claim rests on the transcript, which notes the words.
/// The answer also says what was made or strengthened.
///
/// # Errors
/// When the journey, the source or the place is missing; else as [`capture`].
pub fn extract(
    document: &Document,
    journey_id: &JourneyId,
    words: &Extract,
    source: &mut dyn IdSource,
) -> Result<(Edit, Subject), ApplyError> {
    let mut evidence = copy_of(&document.evidence, &words.evidence)?;
    let (mut commands, subject) = match &words.wanted {
        Wanted::Known(id) => {
            let barrier = copy_of(&document.barriers, id)?;
            (vec![Command::Put(ItemValue::Barrier(barrier.into()))], Subject::Barrier(id.clone()))
        }
        Wanted::New { sticky, place, persona, text } => {
            let note =
                StickyNote { sticky: *sticky, place: place.clone(), persona: persona.clone(), text: text.clone() };
            let (edit, subject) = capture(document, journey_id, &note, source)?;
            (edit.commands, subject.ok_or_else(|| super::missing(&words.evidence))?)
        }
    };
    for command in &mut commands {
        rest_on(command, &subject, &words.evidence);
    }
    let supports = match &subject {
        Subject::Barrier(id) => Some(Supported::Barrier(id.clone())),
        Subject::Strength(id) => Some(Supported::Strength(id.clone())),
        Subject::Touchpoint(_, id) => Some(Supported::Touchpoint(id.clone())),
        _ => None,
    };
    if let Some(supports) = supports {
        let (quote, respondent) = (words.quote.clone(), words.respondent.clone());
        evidence.excerpts.push(Excerpt { quote, respondent, supports });
        commands.push(Command::Put(ItemValue::Evidence(evidence.into())));
    }
    Ok((edit(EditLabel::Extract, commands), subject))
}

/// Rests what was made on the transcript.
fn rest_on(command: &mut Command, made: &Subject, evidence: &EvidenceId) {
    let add = |list: &mut Vec<EvidenceId>| {
        if !list.contains(evidence) {
            list.push(evidence.clone());
        }
    };
    match (command, made) {
        (Command::Put(ItemValue::Barrier(barrier)), Subject::Barrier(id)) if barrier.id == *id => {
            add(&mut std::sync::Arc::make_mut(barrier).evidence);
        }
        (Command::Put(ItemValue::Strength(strength)), Subject::Strength(id)) if strength.id == *id => {
            add(&mut std::sync::Arc::make_mut(strength).evidence);
        }
        (Command::Put(ItemValue::Touchpoint(_, touchpoint)), Subject::Touchpoint(_, id)) if touchpoint.id == *id => {
            add(&mut std::sync::Arc::make_mut(touchpoint).evidence);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::edit::verbs::claims;
    use crate::model::{SeededIds, Stage, TouchpointId};

    fn applied(document: &Document, edit: &Edit) -> Document {
        apply(document, &edit.commands).unwrap()
    }

    /// A document with a journey, a persona, a touchpoint and a transcript.
    fn ground(ids: &mut SeededIds) -> (Document, JourneyId, TouchpointId, EvidenceId) {
        let mut document = Document::default();
        let (edit, journey) = super::super::add_journey(&document, "Way", ids);
        document = applied(&document, &edit);
        let (edit, _) = super::super::add_persona(&document, "Anna", Some(&journey), ids).unwrap();
        document = applied(&document, &edit);
        let (edit, touchpoint) =
            super::super::add_touchpoint_in_stage(&document, &journey, Stage::Contact, ids).unwrap();
        document = applied(&document, &edit);
        let paragraphs = vec!["R01: The line does not move".to_owned()];
        let (edit, evidence) = add_transcript("Interview", paragraphs, vec!["R01".to_owned()], ids);
        (applied(&document, &edit), journey, touchpoint, evidence)
    }

    fn words(evidence: &EvidenceId, wanted: Wanted) -> Extract {
        let quote = "The line does not move".to_owned();
        Extract { evidence: evidence.clone(), quote, respondent: "R01".to_owned(), wanted }
    }

    #[test]
    fn every_kind_of_claim_keeps_its_source() {
        let mut ids = SeededIds::new(5);
        let (document, journey_id, touchpoint, evidence) = ground(&mut ids);
        for sticky in [Sticky::Barrier, Sticky::Strength, Sticky::Thought, Sticky::Touchpoint] {
            let place = StickyPlace::Touchpoint(touchpoint.clone());
            let wanted = Wanted::New { sticky, place, persona: None, text: "The line".to_owned() };
            let (edit, subject) = extract(&document, &journey_id, &words(&evidence, wanted), &mut ids).unwrap();
            let after = applied(&document, &edit);
            let rests = match &subject {
                Subject::Barrier(id) => after.barriers.get(id).unwrap().evidence.clone(),
                Subject::Strength(id) => after.strengths.get(id).unwrap().evidence.clone(),
                Subject::Touchpoint(_, id) => after.touchpoint(id).unwrap().1.evidence.clone(),
                other => panic!("{other:?}"),
            };
            assert_eq!(rests, std::slice::from_ref(&evidence), "{sticky:?}");
            let noted = &after.evidence.get(&evidence).unwrap().excerpts;
            assert_eq!(noted.len(), 1, "{sticky:?}");
            assert_eq!((noted[0].quote.as_str(), noted[0].respondent.as_str()), ("The line does not move", "R01"));
            // What is removed takes its excerpt along.
            let removed = applied(&after, &super::super::remove(&[subject]));
            assert!(removed.evidence.get(&evidence).unwrap().excerpts.is_empty(), "{sticky:?}");
        }
    }

    #[test]
    fn a_known_barrier_gets_another_voice() {
        let mut ids = SeededIds::new(6);
        let (document, journey_id, touchpoint, evidence) = ground(&mut ids);
        let (edit, barrier) = claims::add_barrier_at(&document, &touchpoint, "The line", &mut ids).unwrap();
        let document = applied(&document, &edit);
        let wanted = Wanted::Known(barrier.clone());
        let (edit, _) = extract(&document, &journey_id, &words(&evidence, wanted), &mut ids).unwrap();
        let after = applied(&document, &edit);
        assert_eq!(after.barriers.len(), 1);
        let said = crate::model::Supported::Barrier(barrier);
        assert_eq!(after.evidence.get(&evidence).unwrap().excerpts[0].supports, said);
    }
}
