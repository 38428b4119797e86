//! Pasting a piece: its touchpoints find their place, what they refer to is found again by id or name, or comes along.
//!
//! Reading order: [`paste`], `names` (what is called how here), `placing` (where touchpoints go), `claims` (barriers,
//! strengths, opportunities and their links), `returning` (what a cut took along).

mod claims;
mod names;
mod placing;
mod returning;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use self::names::Names;
use super::moving::Swimlane;
use super::place::Place;
use super::{edit, journey, journeys, missing};
use crate::edit::apply;
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{Document, IdSource, Journey, JourneyId, JourneyInfo, PersonaId, Piece, Subject, TouchpointId};

/// Where a piece comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From this very project: what has the same id is the same thing, whatever it is called by now.
    Here,
    /// From elsewhere: what has the same name is the same thing.
    Elsewhere,
}

/// A piece on its way into a project.
#[derive(Debug, Clone, Copy)]
pub struct Paste<'a> {
    /// The piece.
    pub piece: &'a Piece,
    /// Where it comes from.
    pub origin: Origin,
    /// The journey that its touchpoints join.
    pub journey: &'a JourneyId,
    /// What is selected there: touchpoints are put behind these, barriers and the like are linked with them.
    pub after: &'a [TouchpointId],
}

/// An edit and what it puts in, to be selected.
pub type Pasted = (Edit, Vec<Subject>);

/// Puts a piece into a journey and its project.
///
/// Touchpoints of one stage go behind the last selected one; those of several stages stay in theirs, behind what is
/// selected there or at the end. They keep their arrangement and the transitions among them. Nothing that is known here
/// already is added once more.
///
/// # Errors
/// When the journey is missing, or something of the piece breaks a cap.
pub fn paste(document: &Document, paste: &Paste<'_>, source: &mut dyn IdSource) -> Result<Pasted, ApplyError> {
    paste_into(Host::Known, document, paste, source)
}

/// What kind of journey is pasted into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Host<'a> {
    /// One that was there before.
    Known,
    /// The same, at a place that is pointed at; into this swimlane, where there are any.
    At(&'a Place, Option<&'a Swimlane>),
    /// One that is made for it.
    New,
}

fn paste_into(
    host: Host<'_>,
    document: &Document,
    paste: &Paste<'_>,
    source: &mut dyn IdSource,
) -> Result<Pasted, ApplyError> {
    let journey = journey(document, paste.journey)?;
    let mut pasting =
        Pasting { host, document, journey, paste, names: Names::default(), puts: Vec::new(), made: Vec::new() };
    pasting.settle_names(source);
    pasting.place(source)?;
    pasting.put_claims(source);
    pasting.join_personas();
    pasting.put_back()?;
    let Pasting { puts, made, .. } = pasting;
    Ok((edit(EditLabel::Paste, puts), made))
}

/// Puts copies of things right beside them; what is no part of a map is copied with its links.
///
/// # Errors
/// When the journey is missing, or nothing of it can be copied.
pub fn duplicate(
    document: &Document,
    journey_id: &JourneyId,
    subjects: &[Subject],
    source: &mut dyn IdSource,
) -> Result<Pasted, ApplyError> {
    let piece = Piece::of(document, subjects).unwrap_or_default();
    let after: Vec<TouchpointId> =
        piece.journey().into_iter().flat_map(|it| &it.touchpoints).map(|it| it.id.clone()).collect();
    let how = Paste { piece: &piece, origin: Origin::Here, journey: journey_id, after: &after };
    let (pasted, made) = paste(document, &how, source)?;
    Ok((Edit { label: EditLabel::Duplicate, ..pasted }, made))
}

/// Puts copies of touchpoints at a place, with their barriers and what leads from one to the other; into a swimlane,
/// where there are any.
///
/// # Errors
/// When the journey or the step is missing, or none of the touchpoints is there.
pub fn duplicate_at(
    document: &Document,
    journey_id: &JourneyId,
    touchpoints: &[TouchpointId],
    (place, swimlane): (&Place, Option<&Swimlane>),
    source: &mut dyn IdSource,
) -> Result<Pasted, ApplyError> {
    let subject = |id: &TouchpointId| Subject::Touchpoint(journey_id.clone(), id.clone());
    let subjects: Vec<Subject> = touchpoints.iter().map(subject).collect();
    let piece = Piece::of(document, &subjects).ok_or_else(|| missing(journey_id))?;
    let how = Paste { piece: &piece, origin: Origin::Here, journey: journey_id, after: &[] };
    let (pasted, made) = paste_into(Host::At(place, swimlane), document, &how, source)?;
    Ok((Edit { label: EditLabel::Duplicate, ..pasted }, made))
}

/// Puts a piece in as a journey of its own, with the piece's own words for it.
///
/// # Errors
/// When something of it breaks a cap.
pub fn paste_as_journey(
    document: &Document,
    (piece, origin): (&Piece, Origin),
    title: &str,
    source: &mut dyn IdSource,
) -> Result<(Edit, JourneyId), ApplyError> {
    let (added, journey_id) = journeys::add_journey(document, title, source);
    let with_journey = apply(document, &added.commands)?;
    let how = Paste { piece, origin, journey: &journey_id, after: &[] };
    let (pasted, _) = paste_into(Host::New, &with_journey, &how, source)?;
    let commands = added.commands.into_iter().chain(pasted.commands).collect();
    Ok((edit(EditLabel::Paste, commands), journey_id))
}

struct Pasting<'a> {
    host: Host<'a>,
    document: &'a Document,
    /// The journey that is pasted into.
    journey: &'a Journey,
    paste: &'a Paste<'a>,
    names: Names,
    puts: Vec<Command>,
    made: Vec<Subject>,
}

impl Pasting<'_> {
    fn piece(&self) -> &Piece {
        self.paste.piece
    }

    fn put(&mut self, item: ItemValue) {
        self.puts.push(Command::Put(item));
    }

    /// Whether it goes back to where it was cut out.
    fn is_return(&self) -> bool {
        self.paste.piece.cut && self.paste.origin == Origin::Here
    }

    /// What is pasted is seen only if its personas go this journey (one that names nobody is gone by all); a journey
    /// without words of its own takes the piece's.
    fn join_personas(&mut self) {
        let piece = self.paste.piece;
        let felt = piece.document.journeys.iter().flat_map(|it| &it.touchpoints).flat_map(|it| &it.feelings);
        let mut personas: BTreeSet<&PersonaId> = felt.map(|feeling| &feeling.persona).collect();
        personas.extend(piece.picked.iter().filter_map(|subject| match subject {
            Subject::Persona(id) => Some(id),
            _ => None,
        }));
        let mut info = self.journey.info.as_ref().clone();
        let order = piece.journey().map(|it| it.info.personas.clone()).unwrap_or_default();
        let named = order.iter().filter(|id| piece.document.personas.contains(id));
        for persona in named.chain(personas) {
            let persona = self.names.personas.of(persona);
            let all_go = info.personas.is_empty() && self.host != Host::New;
            if !all_go && !info.personas.contains(&persona) {
                info.personas.push(persona);
            }
        }
        if let Some(theirs) = piece.journey() {
            take_words(&mut info, &theirs.info);
            if self.is_return() && theirs.id == self.journey.id {
                self.put_paths_back(&mut info, theirs);
            }
        }
        if info != *self.journey.info {
            self.puts.push(Command::SetJourney(self.journey.id.clone(), info.into()));
        }
    }
}

/// Words fill what is empty and replace nothing.
fn take_words(info: &mut JourneyInfo, theirs: &JourneyInfo) {
    let fill = |ours: &mut String, theirs: &str| {
        if ours.trim().is_empty() {
            theirs.clone_into(ours);
        }
    };
    fill(&mut info.title, &theirs.title);
    fill(&mut info.question, &theirs.question);
    for (ours, theirs) in info.stages.iter_mut().zip(&theirs.stages) {
        fill(&mut ours.title, &theirs.title);
        fill(&mut ours.goal, &theirs.goal);
        fill(&mut ours.notes, &theirs.notes);
    }
}
