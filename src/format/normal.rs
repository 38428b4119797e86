//! A document as the file has it: the lists that the model promises to be sorted are sorted.

use std::sync::Arc;

use crate::model::{AuditAnswer, Barrier, Document, Journey, JourneyInfo, Touchpoint};

/// The document with feelings, cells, paths, blocks and audit answers in their order.
pub(crate) fn sorted(document: &Document) -> Document {
    let mut document = document.clone();
    document.barriers.update(sorted_barrier);
    document.journeys.update(|journey| Some(sorted_journey(journey)));
    let by_question = |answer: &AuditAnswer| (answer.component, answer.question);
    if !document.audit.answers.is_sorted_by_key(by_question) {
        Arc::make_mut(&mut document.audit).answers.sort_by_key(by_question);
    }
    document
}

fn sorted_barrier(barrier: &Barrier) -> Option<Barrier> {
    (!barrier.blocks.is_sorted()).then(|| {
        let mut barrier = barrier.clone();
        barrier.blocks.sort();
        barrier
    })
}

fn sorted_journey(journey: &Journey) -> Journey {
    let mut journey = journey.clone();
    journey.touchpoints.update(sorted_touchpoint);
    let JourneyInfo { paths, .. } = &*journey.info;
    if !paths.is_sorted_by(|a, b| a.persona <= b.persona) {
        Arc::make_mut(&mut journey.info).paths.sort_by(|a, b| a.persona.cmp(&b.persona));
    }
    journey
}

fn sorted_touchpoint(touchpoint: &Touchpoint) -> Option<Touchpoint> {
    let feelings = touchpoint.feelings.is_sorted_by(|a, b| a.persona <= b.persona);
    let cells = touchpoint.cells.is_sorted_by(|a, b| a.lane <= b.lane);
    (!feelings || !cells).then(|| {
        let mut touchpoint = touchpoint.clone();
        touchpoint.feelings.sort_by(|a, b| a.persona.cmp(&b.persona));
        touchpoint.cells.sort_by(|a, b| a.lane.cmp(&b.lane));
        touchpoint
    })
}
