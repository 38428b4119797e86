//! One way to say a thing: lists that the model keeps sorted are sorted, what is named twice is named once.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Audit, Barrier, Feeling, JourneyInfo, Opportunity, Persona, Strength, Touchpoint};

/// Something that can be said in several ways, one of which is its normal form.
pub(super) trait Normal: Clone + PartialEq {
    /// Brings it to its normal form.
    fn normalise(&mut self);
}

/// The thing in its normal form, shared where it already was.
pub(super) fn normal<T: Normal>(thing: &Arc<T>) -> Arc<T> {
    let mut changed = thing.as_ref().clone();
    changed.normalise();
    if changed == **thing { Arc::clone(thing) } else { Arc::new(changed) }
}

impl Normal for Touchpoint {
    /// Feelings by persona, cells by lane, of two for one the later stays; a feeling that says nothing is left out.
    fn normalise(&mut self) {
        let nothing_known = |feeling: &Feeling| *feeling == Feeling::new(feeling.persona.clone());
        by_key(&mut self.feelings, |feeling| feeling.persona.clone());
        self.feelings.retain(|feeling| !nothing_known(feeling));
        by_key(&mut self.cells, |cell| cell.lane.clone());
        once(&mut self.participants);
        once(&mut self.evidence);
    }
}

impl Normal for JourneyInfo {
    /// Paths by persona; lanes keep their order, each once.
    fn normalise(&mut self) {
        by_key(&mut self.paths, |path| path.persona.clone());
        once(&mut self.personas);
        let mut seen = BTreeSet::new();
        self.lanes.retain(|setting| seen.insert(setting.lane.clone()));
    }
}

impl Normal for Barrier {
    fn normalise(&mut self) {
        self.blocks.sort_unstable();
        self.blocks.dedup();
        once(&mut self.touchpoints);
        once(&mut self.personas);
        once(&mut self.evidence);
    }
}

impl Normal for Strength {
    fn normalise(&mut self) {
        once(&mut self.touchpoints);
        once(&mut self.evidence);
    }
}

impl Normal for Opportunity {
    fn normalise(&mut self) {
        once(&mut self.barriers);
        once(&mut self.touchpoints);
        once(&mut self.evidence);
    }
}

impl Normal for Persona {
    fn normalise(&mut self) {
        once(&mut self.channels);
    }
}

impl Normal for Audit {
    /// Answers by component and question, of two to one question the later stays.
    fn normalise(&mut self) {
        by_key(&mut self.answers, |answer| (answer.component, answer.question));
        for answer in &mut self.answers {
            once(&mut answer.evidence);
        }
    }
}

/// Sorts by the key; of entries with one key the last stays.
fn by_key<T, K: Ord>(entries: &mut Vec<T>, key: impl Fn(&T) -> K) {
    entries.reverse();
    entries.sort_by_key(&key);
    entries.dedup_by_key(|entry| key(entry));
}

/// Leaves the first of equal entries, in their order.
fn once<T: Clone + Ord>(entries: &mut Vec<T>) {
    let mut seen = BTreeSet::new();
    entries.retain(|entry| seen.insert(entry.clone()));
}
