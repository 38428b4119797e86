//! Taking out what goes, and every reference to it.

use std::collections::BTreeSet;

use super::fields::{Fields, Walk};
use super::gone::{Gone, Parts};
use crate::model::list::Item;
use crate::model::{
    Audit, Barrier, Document, Evidence, Journey, JourneyInfo, Lane, List, Opportunity, Participant, Persona, Picture,
    Rank, Stop, StopView, Strength, Supported, Touchpoint, Workshop,
};

/// Takes everything out of the document that goes; what has nothing to do with it stays shared.
pub(super) fn purge(document: &mut Document, gone: &Gone) {
    document.channels.retain(|it| !gone.channels.contains(&it.id));
    document.departments.retain(|it| !gone.departments.contains(&it.id));
    document.participants.retain(|it| !gone.participants.contains(&it.id));
    document.personas.retain(|it| !gone.personas.contains(&it.id));
    document.barriers.retain(|it| !gone.barriers.contains(&it.id));
    document.strengths.retain(|it| !gone.strengths.contains(&it.id));
    document.opportunities.retain(|it| !gone.opportunities.contains(&it.id));
    document.evidence.retain(|it| !gone.evidence.contains(&it.id));
    document.metrics.retain(|it| !gone.metrics.contains(&it.id));
    document.stops.retain(|it| !gone.stops.contains(&it.id));
    document.comments.retain(|it| !gone.comments.contains(&it.id));
    document.journeys.retain(|it| !gone.journeys.contains(&it.id));
    for (journey_id, parts) in &gone.parts {
        if let Some(journey) = document.journeys.get_mut(journey_id) {
            take_out(journey, parts);
        }
    }
    forget(document, gone);
}

fn take_out(journey: &mut Journey, parts: &Parts) {
    journey.steps.retain(|it| !parts.steps.contains(&it.id));
    journey.custom_lanes.retain(|it| !parts.lanes.contains(&it.id));
    journey.touchpoints.retain(|it| !parts.touchpoints.contains(&it.id));
    journey.transitions.retain(|it| !parts.transitions.contains(&it.id));
    for step_id in &parts.emptied_steps {
        if let Some(step) = journey.steps.get_mut(step_id) {
            step.title.clear();
        }
    }
}

fn forget(document: &mut Document, gone: &Gone) {
    let ids = gone.referable_ids();
    if ids.is_empty() {
        // Still votes may name what nothing else refers to.
        forget_in_workshop(document, gone);
        return;
    }
    forget_in(&mut document.participants, gone, &ids);
    forget_in(&mut document.personas, gone, &ids);
    forget_in(&mut document.barriers, gone, &ids);
    forget_in(&mut document.strengths, gone, &ids);
    forget_in(&mut document.opportunities, gone, &ids);
    forget_in(&mut document.evidence, gone, &ids);
    forget_in(&mut document.stops, gone, &ids);
    if let Some(audit) = without_gone(document.audit.as_ref(), gone, &ids) {
        document.audit = audit.into();
    }
    forget_in_workshop(document, gone);
    let touchpoints_refer = !(gone.channels.is_empty()
        && gone.departments.is_empty()
        && gone.personas.is_empty()
        && gone.evidence.is_empty()
        && gone.parts.values().all(|parts| parts.lanes.is_empty()));
    document.journeys.update(|journey| {
        let info = without_gone(journey.info.as_ref(), gone, &ids);
        let mut touchpoints = journey.touchpoints.clone();
        if touchpoints_refer {
            forget_in(&mut touchpoints, gone, &ids);
        }
        if info.is_none() && touchpoints.same(&journey.touchpoints) {
            return None;
        }
        let info = info.map_or_else(|| journey.info.clone(), Into::into);
        Some(Journey { info, touchpoints, ..journey.clone() })
    });
}

fn forget_in<T: Item + Forget>(list: &mut List<T>, gone: &Gone, ids: &BTreeSet<&str>) {
    list.update(|item| without_gone(item, gone, ids));
}

/// The thing without its references to what goes; `None` where it has none.
fn without_gone<T: Forget>(thing: &T, gone: &Gone, ids: &BTreeSet<&str>) -> Option<T> {
    let mut mentions = Mentions { ids, found: false };
    thing.walk(&mut mentions);
    mentions.found.then(|| {
        let mut next = thing.clone();
        next.forget(gone);
        next
    })
}

/// Looks whether a thing mentions one of the ids, before it is copied.
struct Mentions<'a> {
    ids: &'a BTreeSet<&'a str>,
    found: bool,
}

impl Fields for Mentions<'_> {
    fn id(&mut self, id: &str) {
        self.found |= self.ids.contains(id);
    }
    fn text(&mut self, _field: &'static str, _text: &str) {}
    fn number(&mut self, _field: &'static str, _value: f64) {}
    fn rank(&mut self, _rank: &Rank) {}
    fn picture(&mut self, _picture: &Picture) {}
    fn small(&mut self, _count: usize) {}
    fn part(&mut self, part: &dyn Walk) {
        part.walk(self);
    }
    fn entries(&mut self, _field: &'static str, _count: usize) {}
}

/// A thing that refers to others by their ids.
trait Forget: Walk + Clone {
    /// Drops its references to what goes.
    fn forget(&mut self, gone: &Gone);
}

impl Forget for Participant {
    fn forget(&mut self, gone: &Gone) {
        self.department.take_if(|id| gone.departments.contains(id));
    }
}

impl Forget for Persona {
    fn forget(&mut self, gone: &Gone) {
        self.channels.retain(|id| !gone.channels.contains(id));
    }
}

impl Forget for Barrier {
    fn forget(&mut self, gone: &Gone) {
        self.touchpoints.retain(|id| !gone.touchpoints.contains(id));
        self.stage.take_if(|(journey_id, _)| gone.journeys.contains(journey_id));
        self.personas.retain(|id| !gone.personas.contains(id));
        self.evidence.retain(|id| !gone.evidence.contains(id));
        self.owner.take_if(|id| gone.departments.contains(id));
    }
}

impl Forget for Strength {
    fn forget(&mut self, gone: &Gone) {
        self.touchpoints.retain(|id| !gone.touchpoints.contains(id));
        self.evidence.retain(|id| !gone.evidence.contains(id));
    }
}

impl Forget for Opportunity {
    fn forget(&mut self, gone: &Gone) {
        self.barriers.retain(|id| !gone.barriers.contains(id));
        self.touchpoints.retain(|id| !gone.touchpoints.contains(id));
        self.evidence.retain(|id| !gone.evidence.contains(id));
        self.owner.take_if(|id| gone.departments.contains(id));
    }
}

impl Forget for Evidence {
    fn forget(&mut self, gone: &Gone) {
        self.excerpts.retain(|excerpt| match &excerpt.supports {
            Supported::Barrier(id) => !gone.barriers.contains(id),
            Supported::Strength(id) => !gone.strengths.contains(id),
            Supported::Touchpoint(id) => !gone.touchpoints.contains(id),
        });
    }
}

impl Forget for Stop {
    fn forget(&mut self, gone: &Gone) {
        if let StopView::Selection(touchpoints) = &mut self.view {
            touchpoints.retain(|id| !gone.touchpoints.contains(id));
        }
    }
}

impl Forget for Audit {
    fn forget(&mut self, gone: &Gone) {
        for answer in &mut self.answers {
            answer.evidence.retain(|id| !gone.evidence.contains(id));
        }
    }
}

impl Forget for JourneyInfo {
    fn forget(&mut self, gone: &Gone) {
        self.improves.take_if(|id| gone.journeys.contains(id));
        self.personas.retain(|id| !gone.personas.contains(id));
        self.lanes.retain(|setting| !takes_lane(gone, &setting.lane));
        self.paths.retain(|path| !gone.personas.contains(&path.persona));
        for path in &mut self.paths {
            path.touchpoints.retain(|id| !gone.touchpoints.contains(id));
        }
        self.paths.retain(|path| !path.touchpoints.is_empty());
    }
}

fn takes_lane(gone: &Gone, lane: &Lane) -> bool {
    match lane {
        Lane::Custom(lane_id) => gone.parts.values().any(|parts| parts.lanes.contains(lane_id)),
        _ => false,
    }
}

impl Forget for Touchpoint {
    fn forget(&mut self, gone: &Gone) {
        self.feelings.retain(|feeling| !gone.personas.contains(&feeling.persona));
        self.channel.take_if(|id| gone.channels.contains(id));
        self.department.take_if(|id| gone.departments.contains(id));
        self.participants.retain(|id| !gone.departments.contains(id));
        self.evidence.retain(|id| !gone.evidence.contains(id));
        self.cells.retain(|cell| !gone.parts.values().any(|parts| parts.lanes.contains(&cell.lane)));
    }
}

fn forget_in_workshop(document: &mut Document, gone: &Gone) {
    let mut next: Workshop = document.workshop.as_ref().clone();
    next.polls.retain(|poll| !gone.touchpoints.contains(&poll.touchpoint));
    next.votes.update(|vote| {
        vote.results.iter().any(|(subject, _)| gone.has(subject)).then(|| {
            let mut next = vote.clone();
            next.results.retain(|(subject, _)| !gone.has(subject));
            next
        })
    });
    next.decisions.update(|decision| {
        decision.opportunities.iter().any(|id| gone.opportunities.contains(id)).then(|| {
            let mut next = decision.clone();
            next.opportunities.retain(|id| !gone.opportunities.contains(id));
            next
        })
    });
    next.parking.update(|item| {
        let mut next = item.clone();
        next.participant.take_if(|id| gone.participants.contains(id)).map(|_| next)
    });
    if next != *document.workshop {
        document.workshop = next.into();
    }
}
