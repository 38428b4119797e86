//! Lanes that an edit leaves as they were: they are taken into the next picture as a whole.

use std::sync::Arc;

use super::lanes::Rows;
use super::map::LanePart;
use super::structure::Structure;
use crate::model::{Document, Feeling, Lane, Touchpoint};

/// A lane as it was laid.
#[derive(Clone)]
pub(super) struct KeptLane {
    pub(super) lane: Lane,
    pub(super) top: f32,
    /// Where the next one begins.
    pub(super) bottom: f32,
    pub(super) parts: Vec<LanePart>,
}

/// The ways between cards as they were laid: they rest on where the cards stand, not on what these say.
pub(super) struct KeptWays {
    structure: u64,
    rows: Rows,
    part: LanePart,
}

/// The lanes of the last picture, with what they rest on beside their ground.
#[derive(Default)]
pub(super) struct KeptLanes {
    lanes: Vec<KeptLane>,
    document: Document,
    structure: u64,
    ways: Option<KeptWays>,
    /// Whether one of them was taken as it was.
    taken: bool,
}

/// The lanes of the picture before, and what an edit has changed since.
pub(super) struct LanesBefore {
    lanes: Vec<KeptLane>,
    /// Whether the lists of the document are what they were.
    same_lists: bool,
    /// The touchpoints that were changed, as they were and as they are.
    changed: Vec<(Arc<Touchpoint>, Arc<Touchpoint>)>,
}

impl KeptLanes {
    /// Hands over the lanes of the last picture, as far as they may be part of one of this document.
    pub(super) fn take_over(&mut self, document: &Document, structure: &Structure) -> LanesBefore {
        self.taken = false;
        let lanes = std::mem::take(&mut self.lanes);
        let before = std::mem::replace(&mut self.document, document.clone());
        let stands = std::mem::replace(&mut self.structure, structure.turn()) == structure.turn();
        LanesBefore {
            lanes: if stands { lanes } else { Vec::new() },
            same_lists: has_same_lists(&before, document),
            changed: structure.changed().to_vec(),
        }
    }

    /// Keeps a lane that was laid for the next picture.
    pub(super) fn keep(&mut self, lane: KeptLane) {
        self.lanes.push(lane);
    }

    /// Keeps a lane that was taken as it was.
    pub(super) fn keep_on(&mut self, lane: &KeptLane) {
        self.taken = true;
        self.lanes.push(lane.clone());
    }

    /// The ways of the last picture that laid any, if they would be the same between these rows of cards.
    pub(super) fn ways_between(&mut self, rows: &Rows) -> Option<LanePart> {
        let same = self.ways.as_ref().filter(|ways| ways.structure == self.structure && ways.rows == *rows)?;
        self.taken = true;
        Some(same.part.clone())
    }

    /// Keeps the ways that were laid between these rows.
    pub(super) fn keep_ways(&mut self, rows: &Rows, part: LanePart) {
        self.ways = Some(KeptWays { structure: self.structure, rows: rows.clone(), part });
    }

    /// Whether every lane of the picture was laid anew.
    pub(super) fn are_all_laid(&self) -> bool {
        !self.taken
    }

    /// Lets every lane be laid anew in the next picture.
    pub(super) fn forget(&mut self) {
        self.lanes.clear();
        self.ways = None;
    }
}

impl LanesBefore {
    /// The lane from this top, if nothing of it has changed.
    pub(super) fn find(&self, lane: &Lane, top: f32) -> Option<&KeptLane> {
        let kept = self.lanes.iter().find(|kept| kept.lane == *lane && kept.top == top)?;
        let same = |(before, after): &(Arc<Touchpoint>, Arc<Touchpoint>)| says_same(lane, before, after);
        ((self.same_lists || !rests_on_lists(lane)) && self.changed.iter().all(same)).then_some(kept)
    }
}

/// Whether a lane shows anything but the journey, its personas and departments.
fn rests_on_lists(lane: &Lane) -> bool {
    match lane {
        Lane::Goals | Lane::Actions | Lane::Needs | Lane::Thoughts | Lane::Emotions | Lane::Custom(_) => false,
        Lane::Touchpoints
        | Lane::Barriers
        | Lane::Strengths
        | Lane::Opportunities
        | Lane::Metrics
        | Lane::Backstage => true,
    }
}

/// Whether two documents have the same of all that lanes show beside journeys and personas.
fn has_same_lists(before: &Document, after: &Document) -> bool {
    before.channels.same(&after.channels)
        && before.departments.same(&after.departments)
        && before.barriers.same(&after.barriers)
        && before.strengths.same(&after.strengths)
        && before.opportunities.same(&after.opportunities)
        && before.evidence.same(&after.evidence)
        && before.metrics.same(&after.metrics)
        && Arc::ptr_eq(&before.workshop, &after.workshop)
}

/// Whether a lane says the same of a touchpoint after an edit that leaves it where it stands.
fn says_same(lane: &Lane, before: &Touchpoint, after: &Touchpoint) -> bool {
    match lane {
        Lane::Goals | Lane::Barriers | Lane::Strengths | Lane::Opportunities | Lane::Metrics => true,
        Lane::Touchpoints => {
            // Its sentence says how it feels.
            let emotions = |it: &Touchpoint| -> Vec<_> {
                it.feelings.iter().map(|feeling| (feeling.persona.clone(), feeling.emotion)).collect()
            };
            let marks = |it: &Touchpoint| (it.moment_of_truth, it.goal);
            marks(before) == marks(after)
                && emotions(before) == emotions(after)
                && before.title == after.title
                && before.channel == after.channel
                && before.evidence == after.evidence
                && before.pictures == after.pictures
        }
        Lane::Actions => before.action == after.action,
        Lane::Needs => before.need == after.need,
        Lane::Thoughts => {
            let quotes = |it: &Touchpoint| -> Vec<_> {
                let said = |feeling: &Feeling| (feeling.persona.clone(), feeling.quote.clone());
                it.feelings.iter().map(said).filter(|(_, quote)| !quote.is_empty()).collect()
            };
            quotes(before) == quotes(after)
        }
        Lane::Emotions => before.title == after.title && before.feelings == after.feelings,
        Lane::Backstage => {
            before.department == after.department
                && before.backstage == after.backstage
                && before.systems == after.systems
        }
        Lane::Custom(_) => before.cells == after.cells,
    }
}
