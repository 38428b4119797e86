//! Barriers, strengths and opportunities of a piece: one cause stays one, and gets the links of what is pasted.

use super::names::{free_id, known_as};
use super::{Origin, Pasting};
use crate::edit::command::ItemValue;
use crate::model::list::Item;
use crate::model::{
    Barrier, BarrierId, Evidence, Excerpt, IdSource, List, Opportunity, OpportunityId, Strength, StrengthId, Subject,
    Supported, TouchpointId,
};

/// What becomes of a claim.
enum Fate<I> {
    /// It is here already and gets more links.
    Known(I),
    /// It is here already, and one more of it is wanted, with the same links.
    Again(I),
    /// It is new here.
    New(I),
}

impl Pasting<'_> {
    /// Puts barriers, strengths and opportunities, and their links with what is pasted.
    pub(super) fn put_claims(&mut self, source: &mut dyn IdSource) {
        self.put_barriers(source);
        self.put_strengths(source);
        self.put_opportunities(source);
        self.put_evidence();
        self.link_evidence();
    }

    fn fate<T: Item>(
        &self,
        ours: &List<T>,
        (item, subject): (&T, Subject),
        name: fn(&T) -> &str,
        fresh: impl FnOnce() -> T::Id,
    ) -> Fate<T::Id> {
        let Some(known) = known_as(ours, item, self.paste.origin, name) else {
            return Fate::New(free_id(ours, item, fresh));
        };
        // Picked by itself and pasted with nothing to be linked with: then a second one is meant.
        let alone = self.paste.origin == Origin::Here && self.linked_with().is_empty() && !self.paste.piece.cut;
        if alone && self.piece().is_picked(&subject) && self.piece().touchpoint_count() == 0 {
            return Fate::Again(fresh());
        }
        Fate::Known(known.id().clone())
    }

    /// The selected touchpoints, where the piece has none of its own that its claims belong to.
    fn linked_with(&self) -> &[TouchpointId] {
        if self.piece().touchpoint_count() == 0 { self.paste.after } else { &[] }
    }

    /// The touchpoints here that a claim is linked with: the pasted ones, what is selected if it was picked itself, and,
    /// where it comes back, those of before.
    fn links(&self, theirs: &[TouchpointId], picked: bool) -> Vec<TouchpointId> {
        let mut links = self.names.touchpoints.all(theirs);
        let there = |id: &&TouchpointId| self.document.touchpoint(id).is_some();
        let back = theirs.iter().filter(|_| self.is_return()).filter(there);
        let selected = self.linked_with().iter().filter(|_| picked);
        for id in back.chain(selected) {
            if !links.contains(id) {
                links.push(id.clone());
            }
        }
        links
    }

    fn put_barriers(&mut self, source: &mut dyn IdSource) {
        for theirs in &self.paste.piece.document.barriers {
            let subject = Subject::Barrier(theirs.id.clone());
            let picked = self.piece().is_picked(&subject);
            let ours = &self.document.barriers;
            let fate = self.fate(ours, (theirs, subject), |it: &Barrier| &it.statement, || BarrierId::random(source));
            let links = self.links(&theirs.touchpoints, picked);
            let (barrier, is_new) = match fate {
                Fate::Known(id) => {
                    let Some(known) = ours.get(&id) else { continue };
                    let touchpoints = joined(&known.touchpoints, &links);
                    (Barrier { touchpoints, ..known.as_ref().clone() }, false)
                }
                Fate::Again(id) => (Barrier { id, ..theirs.as_ref().clone() }, true),
                Fate::New(id) => (self.barrier_here(theirs, id, links), true),
            };
            self.names.barriers.set(&theirs.id, &barrier.id);
            if picked {
                self.made.push(Subject::Barrier(barrier.id.clone()));
            }
            if is_new || ours.get(&barrier.id).is_none_or(|known| **known != barrier) {
                self.put(ItemValue::Barrier(barrier.into()));
            }
        }
    }

    fn barrier_here(&self, theirs: &Barrier, id: BarrierId, touchpoints: Vec<TouchpointId>) -> Barrier {
        let names = &self.names;
        let stage = theirs.stage.as_ref().map(|(_, stage)| (self.journey.id.clone(), *stage));
        Barrier {
            id,
            stage: stage.filter(|_| touchpoints.is_empty()),
            touchpoints,
            personas: names.personas.all(&theirs.personas),
            evidence: names.evidence.all(&theirs.evidence),
            owner: theirs.owner.as_ref().and_then(|id| names.departments.get(id)).cloned(),
            ..theirs.clone()
        }
    }

    fn put_strengths(&mut self, source: &mut dyn IdSource) {
        for theirs in &self.paste.piece.document.strengths {
            let subject = Subject::Strength(theirs.id.clone());
            let picked = self.piece().is_picked(&subject);
            let ours = &self.document.strengths;
            let fate = self.fate(ours, (theirs, subject), |it: &Strength| &it.statement, || StrengthId::random(source));
            let links = self.links(&theirs.touchpoints, picked);
            let (strength, is_new) = match fate {
                Fate::Known(id) => {
                    let Some(known) = ours.get(&id) else { continue };
                    let touchpoints = joined(&known.touchpoints, &links);
                    (Strength { touchpoints, ..known.as_ref().clone() }, false)
                }
                Fate::Again(id) => (Strength { id, ..theirs.as_ref().clone() }, true),
                Fate::New(id) => {
                    let evidence = self.names.evidence.all(&theirs.evidence);
                    (Strength { id, touchpoints: links, evidence, ..theirs.as_ref().clone() }, true)
                }
            };
            self.names.strengths.set(&theirs.id, &strength.id);
            if picked {
                self.made.push(Subject::Strength(strength.id.clone()));
            }
            if is_new || ours.get(&strength.id).is_none_or(|known| **known != strength) {
                self.put(ItemValue::Strength(strength.into()));
            }
        }
    }

    fn put_opportunities(&mut self, source: &mut dyn IdSource) {
        for theirs in &self.paste.piece.document.opportunities {
            let subject = Subject::Opportunity(theirs.id.clone());
            let picked = self.piece().is_picked(&subject);
            let ours = &self.document.opportunities;
            let fate =
                self.fate(ours, (theirs, subject), |it: &Opportunity| &it.statement, || OpportunityId::random(source));
            let links = self.links(&theirs.touchpoints, picked);
            let barriers = self.names.barriers.all(&theirs.barriers);
            let (opportunity, is_new) = match fate {
                Fate::Known(id) => {
                    let Some(known) = ours.get(&id) else { continue };
                    let touchpoints = joined(&known.touchpoints, &links);
                    let barriers = joined(&known.barriers, &barriers);
                    (Opportunity { barriers, touchpoints, ..known.as_ref().clone() }, false)
                }
                Fate::Again(id) => (Opportunity { id, ..theirs.as_ref().clone() }, true),
                Fate::New(id) => {
                    let names = &self.names;
                    let opportunity = Opportunity {
                        id,
                        touchpoints: links,
                        barriers,
                        evidence: names.evidence.all(&theirs.evidence),
                        owner: theirs.owner.as_ref().and_then(|id| names.departments.get(id)).cloned(),
                        ..theirs.as_ref().clone()
                    };
                    (opportunity, true)
                }
            };
            self.names.opportunities.set(&theirs.id, &opportunity.id);
            if picked {
                self.made.push(Subject::Opportunity(opportunity.id.clone()));
            }
            if is_new || ours.get(&opportunity.id).is_none_or(|known| **known != opportunity) {
                self.put(ItemValue::Opportunity(opportunity.into()));
            }
        }
    }

    /// Puts evidence that is new here, with the excerpts that support something here; what is known gets back those that
    /// went with what was cut.
    fn put_evidence(&mut self) {
        for theirs in &self.paste.piece.document.evidence {
            let Some(id) = self.names.evidence.get(&theirs.id) else { continue };
            let excerpt = |excerpt: &Excerpt| {
                let supports = self.supported_here(&excerpt.supports)?;
                Some(Excerpt { supports, ..excerpt.clone() })
            };
            let excerpts: Vec<Excerpt> = theirs.excerpts.iter().filter_map(excerpt).collect();
            let evidence = match self.document.evidence.get(id) {
                None => Evidence { id: id.clone(), excerpts, ..theirs.as_ref().clone() },
                Some(known) => {
                    let excerpts = joined(&known.excerpts, &excerpts);
                    if !self.is_return() || excerpts == known.excerpts {
                        continue;
                    }
                    Evidence { excerpts, ..known.as_ref().clone() }
                }
            };
            self.put(ItemValue::Evidence(evidence.into()));
        }
    }

    /// What an excerpt supports as it is called here: what came along, or, within a project, what is there.
    fn supported_here(&self, theirs: &Supported) -> Option<Supported> {
        let (document, names) = (self.document, &self.names);
        let here = |is_there: bool| (self.paste.origin == Origin::Here && is_there).then(|| theirs.clone());
        match theirs {
            Supported::Barrier(id) => {
                let came = names.barriers.get(id).cloned().map(Supported::Barrier);
                came.or_else(|| here(document.barriers.contains(id)))
            }
            Supported::Strength(id) => {
                let came = names.strengths.get(id).cloned().map(Supported::Strength);
                came.or_else(|| here(document.strengths.contains(id)))
            }
            Supported::Touchpoint(id) => {
                let came = names.touchpoints.get(id).cloned().map(Supported::Touchpoint);
                came.or_else(|| here(document.touchpoint(id).is_some()))
            }
        }
    }

    /// Evidence that was picked becomes what the selected touchpoints rest on.
    fn link_evidence(&mut self) {
        let picked = self.paste.piece.picked.iter().filter_map(|subject| match subject {
            Subject::Evidence(id) => self.names.evidence.get(id).cloned(),
            _ => None,
        });
        let picked: Vec<_> = picked.collect();
        if picked.is_empty() {
            return;
        }
        let selected = self.linked_with().iter().filter_map(|id| self.journey.touchpoints.get(id));
        let changed: Vec<_> = selected
            .map(|touchpoint| {
                let mut touchpoint = touchpoint.as_ref().clone();
                touchpoint.evidence = joined(&touchpoint.evidence, &picked);
                touchpoint
            })
            .collect();
        for touchpoint in changed {
            self.put(ItemValue::Touchpoint(self.journey.id.clone(), touchpoint.into()));
        }
    }
}

/// The first list, and what of the second is not in it.
fn joined<I: Clone + PartialEq>(ours: &[I], more: &[I]) -> Vec<I> {
    let mut joined = ours.to_vec();
    joined.extend(more.iter().filter(|id| !ours.contains(id)).cloned());
    joined
}
