//! The figures of a document: computed at once where that takes no time, aside where an edit would have to wait for them.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use crate::analysis::told_flow;
use crate::model::{Document, Journey, JourneyId, Problem, Touchpoint, validate};
use crate::scene::grid::Grid;
use crate::ui::context::Figures;

/// Up to so many touchpoints, transitions and barriers figures are computed at once.
const MOST_AT_ONCE: usize = 1_000;
/// What is computed aside begins so much later: the frame that shows the edit is drawn first, and has the processor and
/// its caches to itself.
const AFTER_THE_FRAME: Duration = Duration::from_millis(40);

/// A state of a journey.
type Key = (u64, JourneyId);

/// The last figures, and those on their way.
#[derive(Debug, Default)]
pub(super) struct Figuring {
    figures: Figures,
    /// What the touchpoints in the figures are those of.
    listed: Option<Key>,
    /// What the rest of the figures is of.
    computed: Option<Key>,
    coming: Option<Receiver<(Key, Computed)>>,
}

/// What takes its time.
#[derive(Debug, Default)]
struct Computed {
    problems: Vec<Problem>,
    barriers: usize,
    conversion: Option<(f64, bool)>,
}

impl Figuring {
    /// The figures as far as they are known: of the last edits some may still be on their way.
    pub(super) fn figures(&self) -> &Figures {
        &self.figures
    }

    /// Another document was opened, whose revisions count from the start: what is on its way is of no use.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Brings the figures up to date; calls `wake` once those that were computed aside are there.
    pub(super) fn refresh(
        &mut self,
        document: &Document,
        (revision, journey_id): (u64, &JourneyId),
        grid: Option<&Grid>,
        wake: impl FnOnce() + Send + 'static,
    ) {
        let key = (revision, journey_id.clone());
        let journey = document.journeys.get(journey_id);
        if self.listed.as_ref() != Some(&key) {
            self.figures.touchpoints = journey.map_or(0, |journey| journey.touchpoints.len());
            self.figures.stages = grid.filter(|_| journey.is_some()).map(by_stage).unwrap_or_default();
            self.listed = Some(key.clone());
        }
        self.receive();
        if self.computed.as_ref() == Some(&key) || self.coming.is_some() {
            return;
        }
        let Some(journey) = journey.filter(|journey| is_large(document, journey)) else {
            let computed = journey.map(|journey| compute(document, journey)).unwrap_or_default();
            self.take(key, computed);
            return;
        };
        let (document, journey) = (document.clone(), Arc::clone(journey));
        let (sender, receiver) = channel();
        self.coming = Some(receiver);
        std::thread::spawn(move || {
            std::thread::sleep(AFTER_THE_FRAME);
            // Nobody waits any more where another document was opened.
            if sender.send((key, compute(&document, &journey))).is_ok() {
                wake();
            }
        });
    }

    fn receive(&mut self) {
        match self.coming.as_ref().map(Receiver::try_recv) {
            Some(Ok((key, computed))) => {
                self.coming = None;
                self.take(key, computed);
            }
            Some(Err(TryRecvError::Disconnected)) => self.coming = None,
            Some(Err(TryRecvError::Empty)) | None => {}
        }
    }

    fn take(&mut self, key: Key, computed: Computed) {
        let Computed { problems, barriers, conversion } = computed;
        self.figures = Figures { problems, barriers, conversion, ..std::mem::take(&mut self.figures) };
        self.computed = Some(key);
    }
}

fn is_large(document: &Document, journey: &Journey) -> bool {
    document.touchpoint_count() + journey.transitions.len() + document.barriers.len() > MOST_AT_ONCE
}

fn by_stage(grid: &Grid) -> [Vec<Arc<Touchpoint>>; 5] {
    let mut stages: [Vec<Arc<Touchpoint>>; 5] = Default::default();
    for slot in &grid.slots {
        if let Some(stage) = stages.get_mut(slot.column.stage.index()) {
            stage.extend(slot.column.touchpoints.iter().map(Arc::clone));
        }
    }
    stages
}

fn compute(document: &Document, journey: &Journey) -> Computed {
    Computed {
        problems: validate(document),
        barriers: document.barriers.iter().filter(|barrier| barrier.concerns(journey)).count(),
        conversion: told_flow(journey).map(|flow| (flow.conversion, flow.assumption)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, Rank, SeededIds, Stage, Step, StepId, TouchpointId};
    use crate::scene::{MapOptions, SceneCache, map_scene};

    /// A journey of so many touchpoints in one column, none of which has a title.
    fn document(touchpoints: usize) -> (Document, JourneyId) {
        let id = JourneyId::parse("j-1").expect("an id");
        let step = Step {
            id: StepId::parse("s-1").expect("an id"),
            stage: Stage::Attention,
            rank: Rank::default(),
            title: String::new(),
        };
        let mut source = SeededIds::new(1);
        let mut touchpoint = || {
            let rank = Rank::parse(&source.next_bits().to_string()).expect("a rank");
            Touchpoint::new(TouchpointId::random(&mut source), step.id.clone(), Rank::default(), rank)
        };
        let touchpoints = (0..touchpoints).map(|_| touchpoint()).collect();
        let mut document = Document::default();
        document.journeys.put(Journey { touchpoints, ..Journey::new(id.clone(), [step].into_iter().collect()) });
        (document, id)
    }

    #[test]
    fn figures_come_at_once_or_a_little_later() {
        let check = |count: usize, at_once: bool| {
            let (document, id) = document(count);
            let mut cache = SceneCache::default();
            map_scene(&document, &MapOptions::new(id.clone()), &mut cache);
            let mut figuring = Figuring::default();
            let (woken, wait) = channel();
            let wake = move || woken.send(()).expect("somebody waits");
            figuring.refresh(&document, (1, &id), cache.grid(), wake);
            let figures = figuring.figures();
            assert_eq!((figures.touchpoints, figures.stages[0].len()), (count, count));
            assert_eq!(!figures.problems.is_empty(), at_once, "{count}");
            if !at_once {
                wait.recv().expect("it comes");
                figuring.refresh(&document, (1, &id), cache.grid(), || ());
            }
            assert_eq!(figuring.figures().problems, validate(&document), "{count}");
        };
        check(10, true);
        check(MOST_AT_ONCE + 1, false);
    }
}
