//! What a finished map answers by itself: what works, why customers are unhappy, where they are lost, what keeps them
//! from loving the company; and which touchpoints and barriers matter most.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::analysis::flow::Flow;
use crate::analysis::path::{PeakEnd, peak_end};
use crate::model::{
    Barrier, BarrierStatus, Blocks, Document, Emotion, Journey, Metric, MetricData, MetricSubject, Opportunity,
    OpportunityStatus, Persona, PersonaId, Strength, Touchpoint, TouchpointId, by_rank,
};

/// The most touchpoints of one stage that get a stop of their own.
pub const MOST_A_STAGE: usize = 3;
/// Shares of customers below this are no loss worth a word.
const LEAST_LOSS: f64 = 0.005;

/// How it is at a touchpoint for one persona.
#[derive(Debug, Clone, PartialEq)]
pub struct Low {
    /// Where.
    pub touchpoint: Arc<Touchpoint>,
    /// How it feels.
    pub emotion: Emotion,
    /// Emotion − expectation, in points, where something was expected.
    pub gap: Option<f64>,
}

/// Where customers are lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// Where.
    pub touchpoint: Arc<Touchpoint>,
    /// Share of all customers of the journey who are lost here, 0–1.
    pub share: f64,
}

/// Whether a barrier still stands in the way.
pub fn is_open(barrier: &Barrier) -> bool {
    !matches!(barrier.status, BarrierStatus::Fixed | BarrierStatus::Verified)
}

/// The open barriers met in a journey, the worst first.
pub fn open_barriers<'a>(document: &'a Document, journey: &Journey) -> Vec<&'a Arc<Barrier>> {
    let mut barriers: Vec<&Arc<Barrier>> =
        document.barriers.iter().filter(|barrier| is_open(barrier) && barrier.concerns(journey)).collect();
    barriers.sort_by(|a, b| worse_first(a, b));
    barriers
}

/// The open barriers met at a touchpoint, the worst first.
pub fn barriers_at<'a>(document: &'a Document, touchpoint: &TouchpointId) -> Vec<&'a Arc<Barrier>> {
    let at = |barrier: &&Arc<Barrier>| is_open(barrier) && barrier.touchpoints.contains(touchpoint);
    let mut barriers: Vec<&Arc<Barrier>> = document.barriers.iter().filter(at).collect();
    barriers.sort_by(|a, b| worse_first(a, b));
    barriers
}

/// By severity, then by how many customers it drives away, then by how many hit it.
fn worse_first(a: &Barrier, b: &Barrier) -> Ordering {
    let lost = |barrier: &Barrier| barrier.frequency.unwrap_or(0.0) * barrier.leave.unwrap_or(0.0);
    let hit = |barrier: &Barrier| barrier.frequency.unwrap_or(0.0);
    b.severity
        .cmp(&a.severity)
        .then_with(|| lost(b).total_cmp(&lost(a)))
        .then_with(|| hit(b).total_cmp(&hit(a)))
        .then_with(|| a.id.cmp(&b.id))
}

/// The emotions of a persona on its path, in the path's order.
pub fn felt(journey: &Journey, persona: &PersonaId, path: &[TouchpointId]) -> Vec<Low> {
    let low = |id: &TouchpointId| {
        let touchpoint = journey.touchpoints.get(id)?;
        let feeling = touchpoint.feeling(persona)?;
        let emotion = feeling.emotion?;
        let gap = feeling.expectation.map(|hoped| emotion.points() - hoped.points());
        Some(Low { touchpoint: Arc::clone(touchpoint), emotion, gap })
    };
    path.iter().filter_map(low).collect()
}

/// Where a persona is unhappy: below zero, or clearly below what it expected; the lowest first.
pub fn unhappy(felt: &[Low]) -> Vec<Low> {
    let hurts = |low: &&Low| low.emotion.halves() < 0 || low.gap.is_some_and(|gap| gap <= -2.0);
    let mut lows: Vec<Low> = felt.iter().filter(hurts).cloned().collect();
    lows.sort_by(|a, b| a.emotion.cmp(&b.emotion).then_with(|| a.gap.unwrap_or(0.0).total_cmp(&b.gap.unwrap_or(0.0))));
    lows
}

/// Where customers are lost, most of them first; what is less than half a percent is left out.
pub fn losses(journey: &Journey, flow: &Flow) -> Vec<Loss> {
    let loss = |at: &crate::analysis::flow::TouchpointFlow| {
        let touchpoint = Arc::clone(journey.touchpoints.get(&at.touchpoint)?);
        (at.lost >= LEAST_LOSS).then_some(Loss { touchpoint, share: at.lost })
    };
    let mut losses: Vec<Loss> = flow.touchpoints.iter().filter_map(loss).collect();
    losses.sort_by(|a, b| b.share.total_cmp(&a.share));
    losses
}

/// The open barriers that keep customers from loving and recommending, the worst first.
pub fn loyalty_barriers<'a>(document: &'a Document, journey: &Journey) -> Vec<&'a Arc<Barrier>> {
    let loyalty = |barrier: &&Arc<Barrier>| {
        barrier.blocks.iter().any(|blocks| matches!(blocks, Blocks::Loving | Blocks::Recommending))
    };
    open_barriers(document, journey).into_iter().filter(loyalty).collect()
}

/// The journey's Net Promoter Score with its raw counts.
pub fn promoters<'a>(document: &'a Document, journey: &Journey) -> Option<(&'a Arc<Metric>, [u64; 11])> {
    by_rank(&document.metrics).into_iter().find_map(|metric| match (&metric.subject, &metric.data) {
        (MetricSubject::Journey(id), MetricData::Nps(counts)) if *id == journey.id => Some((metric, *counts)),
        _ => None,
    })
}

/// How a path ends, where it ends weakly: below +1.5, or more than two points below its best.
pub fn weak_ending(journey: &Journey, persona: &Persona) -> Option<PeakEnd> {
    let end = peak_end(journey, &persona.id)?;
    let last = end.last.emotion.halves();
    (last < 3 || end.peak.emotion.halves() - last > 4).then_some(end)
}

/// The strengths met in a journey.
pub fn strengths<'a>(document: &'a Document, journey: &Journey) -> Vec<&'a Arc<Strength>> {
    let here = |strength: &&Arc<Strength>| strength.touchpoints.iter().any(|id| journey.touchpoints.contains(id));
    document.strengths.iter().filter(here).collect()
}

/// The opportunities for a journey that are not done or turned down: those in work first, then the most valuable
/// against their effort.
pub fn opportunities<'a>(document: &'a Document, journey: &Journey) -> Vec<&'a Arc<Opportunity>> {
    let closes = |opportunity: &Opportunity| {
        let here = opportunity.touchpoints.iter().any(|id| journey.touchpoints.contains(id));
        here || opportunity
            .barriers
            .iter()
            .any(|id| document.barriers.get(id).is_some_and(|barrier| barrier.concerns(journey)))
    };
    let open = |opportunity: &Opportunity| {
        !matches!(opportunity.status, OpportunityStatus::Done | OpportunityStatus::Rejected)
    };
    let all = document.opportunities.iter().filter(|opportunity| open(opportunity) && closes(opportunity));
    let mut all: Vec<&Arc<Opportunity>> = all.collect();
    all.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.id.cmp(&b.id)));
    all
}

/// In work, chosen, idea; then value up, effort down.
fn order(opportunity: &Opportunity) -> (u8, i16, u8) {
    let status = match opportunity.status {
        OpportunityStatus::InWork => 0,
        OpportunityStatus::Chosen => 1,
        OpportunityStatus::Idea => 2,
        OpportunityStatus::Done | OpportunityStatus::Rejected => 3,
    };
    (status, -i16::from(value(opportunity).unwrap_or(0)), opportunity.effort.unwrap_or(5))
}

/// An opportunity's value: to the customer or to the business, whichever is greater.
pub fn value(opportunity: &Opportunity) -> Option<u8> {
    opportunity.value_to_customer.max(opportunity.value_to_business)
}

/// The touchpoints of a journey that get a stop of their own: moments of truth, the lowest and the highest of each
/// stage's feelings worth a word, and where the worst barriers are; the weightiest few of each stage, in the path's
/// order.
pub fn touchpoints_that_matter(
    document: &Document,
    journey: &Journey,
    (persona, path): (Option<&PersonaId>, &[TouchpointId]),
) -> Vec<Arc<Touchpoint>> {
    let felt = persona.map(|persona| felt(journey, persona, path)).unwrap_or_default();
    let lowest = felt.iter().map(|low| low.emotion).min().filter(|emotion| emotion.halves() < 0);
    let highest = felt.iter().map(|low| low.emotion).max().filter(|emotion| emotion.halves() > 0);
    let weight = |touchpoint: &Touchpoint| {
        let emotion = persona.and_then(|persona| touchpoint.feeling(persona)?.emotion);
        let on_path = path.contains(&touchpoint.id);
        let severity = barriers_at(document, &touchpoint.id).first().and_then(|barrier| barrier.severity).unwrap_or(0);
        let extreme = on_path && emotion.is_some() && (emotion == lowest || emotion == highest);
        // Something between one and five stands for how bad the worst barrier is.
        let barrier = if severity >= 4 { u32::from(severity) } else { 0 };
        10 * u32::from(touchpoint.moment_of_truth) + 8 * u32::from(extreme) + barrier
    };
    let in_order = crate::model::touchpoints_in_order(journey);
    let mut chosen: Vec<(usize, &Arc<Touchpoint>)> = Vec::new();
    for stage in crate::model::Stage::ALL {
        let here = in_order.iter().enumerate().filter(|(_, touchpoint)| journey.stage_of(touchpoint) == Some(stage));
        let weighed = here.map(|(place, touchpoint)| (weight(touchpoint), place, *touchpoint));
        let mut weighed: Vec<(u32, usize, &Arc<Touchpoint>)> = weighed.filter(|(weight, ..)| *weight > 0).collect();
        weighed.sort_by_key(|(weight, place, _)| (std::cmp::Reverse(*weight), *place));
        weighed.truncate(MOST_A_STAGE);
        weighed.sort_by_key(|(_, place, _)| *place);
        chosen.extend(weighed.into_iter().map(|(_, place, touchpoint)| (place, touchpoint)));
    }
    chosen.into_iter().map(|(_, touchpoint)| Arc::clone(touchpoint)).collect()
}
