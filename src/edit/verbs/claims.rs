//! Barriers, strengths and opportunities at their touchpoints, and the evidence behind them.

use super::{copy_of, edit, journey, missing, put_touchpoint};
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    Barrier, BarrierId, Document, Evidence, EvidenceId, EvidenceKind, IdSource, JourneyId, Opportunity, OpportunityId,
    Strength, StrengthId, TouchpointId,
};

/// Something that may rest on evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// What is said of a touchpoint.
    Touchpoint(JourneyId, TouchpointId),
    /// A barrier.
    Barrier(BarrierId),
    /// A strength.
    Strength(StrengthId),
    /// An opportunity.
    Opportunity(OpportunityId),
}

/// What a new opportunity is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpportunityFor {
    /// A touchpoint that it changes.
    Touchpoint(TouchpointId),
    /// A barrier that it closes.
    Barrier(BarrierId),
}

/// What is linked with touchpoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Linked {
    /// A barrier.
    Barrier(BarrierId),
    /// A strength.
    Strength(StrengthId),
    /// An opportunity.
    Opportunity(OpportunityId),
}

/// Whether a link is made or cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It is made.
    Make,
    /// It is cut.
    Cut,
}

/// Adds a barrier met at a touchpoint.
///
/// # Errors
/// When the touchpoint is missing.
pub fn add_barrier_at(
    document: &Document,
    touchpoint_id: &TouchpointId,
    statement: &str,
    source: &mut dyn IdSource,
) -> Result<(Edit, BarrierId), ApplyError> {
    check_touchpoint(document, touchpoint_id)?;
    let mut barrier = Barrier::new(BarrierId::random(source), statement);
    barrier.touchpoints.push(touchpoint_id.clone());
    let id = barrier.id.clone();
    Ok((edit(EditLabel::AddBarrier, vec![Command::Put(ItemValue::Barrier(barrier.into()))]), id))
}

/// Adds a strength met at a touchpoint.
///
/// # Errors
/// When the touchpoint is missing.
pub fn add_strength_at(
    document: &Document,
    touchpoint_id: &TouchpointId,
    statement: &str,
    source: &mut dyn IdSource,
) -> Result<(Edit, StrengthId), ApplyError> {
    check_touchpoint(document, touchpoint_id)?;
    let id = StrengthId::random(source);
    let touchpoints = vec![touchpoint_id.clone()];
    let strength = Strength { id: id.clone(), statement: statement.to_owned(), touchpoints, evidence: Vec::new() };
    Ok((edit(EditLabel::Add, vec![Command::Put(ItemValue::Strength(strength.into()))]), id))
}

/// Adds an opportunity for a touchpoint or a barrier.
///
/// # Errors
/// When that is missing.
pub fn add_opportunity_for(
    document: &Document,
    wanted_for: &OpportunityFor,
    statement: &str,
    source: &mut dyn IdSource,
) -> Result<(Edit, OpportunityId), ApplyError> {
    let mut opportunity = Opportunity::new(OpportunityId::random(source), statement);
    match wanted_for {
        OpportunityFor::Touchpoint(touchpoint_id) => {
            check_touchpoint(document, touchpoint_id)?;
            opportunity.touchpoints.push(touchpoint_id.clone());
        }
        OpportunityFor::Barrier(barrier_id) => {
            document.barriers.get(barrier_id).ok_or_else(|| missing(barrier_id))?;
            opportunity.barriers.push(barrier_id.clone());
        }
    }
    let id = opportunity.id.clone();
    Ok((edit(EditLabel::AddOpportunity, vec![Command::Put(ItemValue::Opportunity(opportunity.into()))]), id))
}

/// Links a barrier, strength or opportunity with a touchpoint, or cuts the link.
///
/// # Errors
/// When one of both is missing.
pub fn link_touchpoint(
    document: &Document,
    linked: &Linked,
    touchpoint_id: &TouchpointId,
    link: Link,
) -> Result<Edit, ApplyError> {
    check_touchpoint(document, touchpoint_id)?;
    let item = match linked {
        Linked::Barrier(id) => {
            let mut barrier = copy_of(&document.barriers, id)?;
            set_link(&mut barrier.touchpoints, touchpoint_id, link);
            ItemValue::Barrier(barrier.into())
        }
        Linked::Strength(id) => {
            let mut strength = copy_of(&document.strengths, id)?;
            set_link(&mut strength.touchpoints, touchpoint_id, link);
            ItemValue::Strength(strength.into())
        }
        Linked::Opportunity(id) => {
            let mut opportunity = copy_of(&document.opportunities, id)?;
            set_link(&mut opportunity.touchpoints, touchpoint_id, link);
            ItemValue::Opportunity(opportunity.into())
        }
    };
    Ok(edit(EditLabel::ChangeProperty, vec![Command::Put(item)]))
}

/// Moves a barrier, strength or opportunity from touchpoints to another one; the rest of its touchpoints stay. A barrier
/// of a whole stage that leaves no touchpoint is that touchpoint's from then on.
///
/// # Errors
/// When it or the touchpoint is missing.
pub fn move_linked(
    document: &Document,
    linked: &Linked,
    (from, to): (&[TouchpointId], &TouchpointId),
) -> Result<Edit, ApplyError> {
    check_touchpoint(document, to)?;
    let (label, item) = match linked {
        Linked::Barrier(id) => {
            let mut barrier = copy_of(&document.barriers, id)?;
            lead(&mut barrier.touchpoints, (from, to));
            if from.is_empty() {
                barrier.stage = None;
            }
            (EditLabel::MoveBarrier, ItemValue::Barrier(barrier.into()))
        }
        Linked::Strength(id) => {
            let mut strength = copy_of(&document.strengths, id)?;
            lead(&mut strength.touchpoints, (from, to));
            (EditLabel::MoveNote, ItemValue::Strength(strength.into()))
        }
        Linked::Opportunity(id) => {
            let mut opportunity = copy_of(&document.opportunities, id)?;
            lead(&mut opportunity.touchpoints, (from, to));
            (EditLabel::MoveNote, ItemValue::Opportunity(opportunity.into()))
        }
    };
    Ok(edit(label, vec![Command::Put(item)]))
}

/// The first of the left ones gives its place in the list to the new one.
fn lead(touchpoints: &mut Vec<TouchpointId>, (from, to): (&[TouchpointId], &TouchpointId)) {
    let place = touchpoints.iter().position(|id| from.contains(id)).unwrap_or(touchpoints.len());
    touchpoints.retain(|id| !from.contains(id));
    if !touchpoints.contains(to) {
        touchpoints.insert(place.min(touchpoints.len()), to.clone());
    }
}

/// Says that an opportunity closes a barrier, or that it does not.
///
/// # Errors
/// When one of both is missing.
pub fn link_barrier(
    document: &Document,
    opportunity_id: &OpportunityId,
    barrier_id: &BarrierId,
    link: Link,
) -> Result<Edit, ApplyError> {
    document.barriers.get(barrier_id).ok_or_else(|| missing(barrier_id))?;
    let mut opportunity = copy_of(&document.opportunities, opportunity_id)?;
    set_link(&mut opportunity.barriers, barrier_id, link);
    Ok(edit(EditLabel::ChangeProperty, vec![Command::Put(ItemValue::Opportunity(opportunity.into()))]))
}

/// Adds a piece of evidence.
pub fn add_evidence(kind: EvidenceKind, title: &str, source: &mut dyn IdSource) -> (Edit, EvidenceId) {
    let mut evidence = Evidence::new(EvidenceId::random(source), kind);
    title.clone_into(&mut evidence.title);
    let id = evidence.id.clone();
    (edit(EditLabel::Add, vec![Command::Put(ItemValue::Evidence(evidence.into()))]), id)
}

/// Rests a claim on evidence, or no longer.
///
/// # Errors
/// When the claim or the evidence is missing.
pub fn link_evidence(
    document: &Document,
    claim: &Claim,
    evidence_id: &EvidenceId,
    link: Link,
) -> Result<Edit, ApplyError> {
    document.evidence.get(evidence_id).ok_or_else(|| missing(evidence_id))?;
    let command = match claim {
        Claim::Touchpoint(journey_id, id) => {
            let mut touchpoint = copy_of(&journey(document, journey_id)?.touchpoints, id)?;
            set_link(&mut touchpoint.evidence, evidence_id, link);
            put_touchpoint(journey_id, touchpoint)
        }
        Claim::Barrier(id) => {
            let mut barrier = copy_of(&document.barriers, id)?;
            set_link(&mut barrier.evidence, evidence_id, link);
            Command::Put(ItemValue::Barrier(barrier.into()))
        }
        Claim::Strength(id) => {
            let mut strength = copy_of(&document.strengths, id)?;
            set_link(&mut strength.evidence, evidence_id, link);
            Command::Put(ItemValue::Strength(strength.into()))
        }
        Claim::Opportunity(id) => {
            let mut opportunity = copy_of(&document.opportunities, id)?;
            set_link(&mut opportunity.evidence, evidence_id, link);
            Command::Put(ItemValue::Opportunity(opportunity.into()))
        }
    };
    Ok(edit(EditLabel::ChangeProperty, vec![command]))
}

fn check_touchpoint(document: &Document, touchpoint_id: &TouchpointId) -> Result<(), ApplyError> {
    document.touchpoint(touchpoint_id).map(|_| ()).ok_or_else(|| missing(touchpoint_id))
}

fn set_link<T: Clone + PartialEq>(links: &mut Vec<T>, id: &T, link: Link) {
    match link {
        Link::Make if !links.contains(id) => links.push(id.clone()),
        Link::Make => {}
        Link::Cut => links.retain(|linked| linked != id),
    }
}
