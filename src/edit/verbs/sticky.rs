//! Stickies: a line said in the room becomes a thing of the map, at a touchpoint or in a stage.

use super::touchpoints::add_touchpoint_in_stage;
use super::{claims, copy_of, edit, feelings, journey, missing, put_touchpoint, workshop};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    Barrier, BarrierId, Document, IdSource, JourneyId, Opportunity, OpportunityId, PersonaId, Stage, Subject,
    Touchpoint, TouchpointId,
};

/// What a line becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sticky {
    /// A barrier.
    #[default]
    Barrier,
    /// A strength.
    Strength,
    /// An opportunity.
    Opportunity,
    /// A thought or a quote of a persona.
    Thought,
    /// A need.
    Need,
    /// A touchpoint.
    Touchpoint,
    /// An item of the parking lot.
    Parking,
}

impl Sticky {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 7] =
        [Self::Barrier, Self::Strength, Self::Opportunity, Self::Thought, Self::Need, Self::Touchpoint, Self::Parking];

    /// The name used in messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Barrier => "barrier",
            Self::Strength => "strength",
            Self::Opportunity => "opportunity",
            Self::Thought => "thought",
            Self::Need => "need",
            Self::Touchpoint => "touchpoint",
            Self::Parking => "parking",
        }
    }

    /// Whether a stage is not enough: it says something of one touchpoint.
    pub fn needs_touchpoint(self) -> bool {
        matches!(self, Self::Thought | Self::Need | Self::Strength)
    }
}

/// Where a sticky goes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum StickyPlace {
    /// To a touchpoint.
    Touchpoint(TouchpointId),
    /// To a stage.
    Stage(Stage),
}

/// A line said in the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StickyNote {
    /// What it becomes.
    pub sticky: Sticky,
    /// Where it goes; the parking lot has no places.
    pub place: StickyPlace,
    /// Whose thought it is; `None`: the journey's first persona's.
    pub persona: Option<PersonaId>,
    /// The line.
    pub text: String,
}

/// Makes the line what it is to become; a second thought or need goes on a line of its own below the first.
/// The answer also says what was made, where that is a thing of its own or the touchpoint that it was said of.
///
/// # Errors
/// When the journey or the place is missing; when the sticky needs a touchpoint and the place is a stage; for a
/// thought, when there is no persona; when the touchpoint's text would become too long.
pub fn capture(
    document: &Document,
    journey_id: &JourneyId,
    note: &StickyNote,
    source: &mut dyn IdSource,
) -> Result<(Edit, Option<Subject>), ApplyError> {
    let StickyNote { sticky, place, persona, text } = note;
    let text = text.trim();
    match sticky {
        Sticky::Barrier => barrier(document, journey_id, (place, text), source),
        Sticky::Strength => {
            let (edit, id) = claims::add_strength_at(document, touchpoint_of(place)?, text, source)?;
            Ok((edit, Some(Subject::Strength(id))))
        }
        Sticky::Opportunity => opportunity(document, journey_id, (place, text), source),
        Sticky::Thought => {
            let id = touchpoint_of(place)?;
            let touchpoint = copy_of(&journey(document, journey_id)?.touchpoints, id)?;
            let persona = thinker(document, journey_id, persona.as_ref())?;
            let said = touchpoint.feeling(&persona).map(|feeling| feeling.quote.as_str()).unwrap_or_default();
            let quote = below(said, text);
            let field = (feelings::FeelingText::Quote, quote.as_str());
            let mut edit = feelings::set_feeling_text(document, journey_id, id, &persona, field)?;
            edit.merge = None;
            Ok((edit, Some(Subject::Touchpoint(journey_id.clone(), id.clone()))))
        }
        Sticky::Need => {
            let id = touchpoint_of(place)?;
            let mut touchpoint = copy_of(&journey(document, journey_id)?.touchpoints, id)?;
            touchpoint.need = below(&touchpoint.need, text);
            let subject = Subject::Touchpoint(journey_id.clone(), id.clone());
            Ok((edit(EditLabel::ChangeText, vec![put_touchpoint(journey_id, touchpoint)]), Some(subject)))
        }
        Sticky::Touchpoint => touchpoint(document, journey_id, (place, text), source),
        Sticky::Parking => Ok((workshop::add_parking_item(document, text, None, source).0, None)),
    }
}

type Captured = Result<(Edit, Option<Subject>), ApplyError>;

fn touchpoint_of(place: &StickyPlace) -> Result<&TouchpointId, ApplyError> {
    match place {
        StickyPlace::Touchpoint(id) => Ok(id),
        StickyPlace::Stage(stage) => Err(missing(&stage.key())),
    }
}

fn barrier(
    document: &Document,
    journey_id: &JourneyId,
    (place, text): (&StickyPlace, &str),
    source: &mut dyn IdSource,
) -> Captured {
    journey(document, journey_id)?;
    match place {
        StickyPlace::Touchpoint(id) => {
            let (edit, id) = claims::add_barrier_at(document, id, text, source)?;
            Ok((edit, Some(Subject::Barrier(id))))
        }
        StickyPlace::Stage(stage) => {
            let stage = Some((journey_id.clone(), *stage));
            let barrier = Barrier { stage, ..Barrier::new(BarrierId::random(source), text) };
            let subject = Subject::Barrier(barrier.id.clone());
            let command = Command::Put(ItemValue::Barrier(barrier.into()));
            Ok((edit(EditLabel::AddBarrier, vec![command]), Some(subject)))
        }
    }
}

fn opportunity(
    document: &Document,
    journey_id: &JourneyId,
    (place, text): (&StickyPlace, &str),
    source: &mut dyn IdSource,
) -> Captured {
    journey(document, journey_id)?;
    match place {
        StickyPlace::Touchpoint(id) => {
            let wanted_for = claims::OpportunityFor::Touchpoint(id.clone());
            let (edit, id) = claims::add_opportunity_for(document, &wanted_for, text, source)?;
            Ok((edit, Some(Subject::Opportunity(id))))
        }
        // An idea may stand alone at first.
        StickyPlace::Stage(_) => {
            let opportunity = Opportunity::new(OpportunityId::random(source), text);
            let subject = Subject::Opportunity(opportunity.id.clone());
            let command = Command::Put(ItemValue::Opportunity(opportunity.into()));
            Ok((edit(EditLabel::AddOpportunity, vec![command]), Some(subject)))
        }
    }
}

/// At the end of the place's stage, so that a row of lines stands in the order they were said.
fn touchpoint(
    document: &Document,
    journey_id: &JourneyId,
    (place, text): (&StickyPlace, &str),
    source: &mut dyn IdSource,
) -> Captured {
    let stage = match place {
        StickyPlace::Stage(stage) => *stage,
        StickyPlace::Touchpoint(id) => {
            let journey = journey(document, journey_id)?;
            let touchpoint = super::touchpoint(journey, id)?;
            journey.stage_of(touchpoint).ok_or_else(|| missing(&touchpoint.step))?
        }
    };
    let (mut edit, id) = add_touchpoint_in_stage(document, journey_id, stage, source)?;
    for command in &mut edit.commands {
        if let Command::Put(ItemValue::Touchpoint(_, touchpoint)) = command
            && touchpoint.id == id
        {
            let title = text.to_owned();
            *touchpoint = Touchpoint { title, ..touchpoint.as_ref().clone() }.into();
        }
    }
    Ok((edit, Some(Subject::Touchpoint(journey_id.clone(), id))))
}

fn thinker(document: &Document, journey_id: &JourneyId, persona: Option<&PersonaId>) -> Result<PersonaId, ApplyError> {
    let known = |id: &&PersonaId| document.personas.contains(id);
    let named = persona.or_else(|| journey(document, journey_id).ok()?.info.personas.first()).filter(known);
    let first = || document.personas_in_order().first().map(|persona| persona.id.clone());
    named.cloned().or_else(first).ok_or_else(|| missing(&PersonaId::PREFIX))
}

/// A line below what is said already.
fn below(said: &str, text: &str) -> String {
    if said.trim().is_empty() { text.to_owned() } else { format!("{}\n{text}", said.trim_end()) }
}
