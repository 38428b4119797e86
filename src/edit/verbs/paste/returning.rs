//! What a cut took along, or took a link from, comes back with it.

use super::Pasting;
use crate::edit::apply;
use crate::edit::command::{Command, ItemValue};
use crate::edit::error::ApplyError;
use crate::model::{
    Audit, Barrier, Comment, Decision, Document, EvidenceId, Journey, JourneyInfo, Metric, MetricSubject, Opportunity,
    PersonaPath, Poll, Stop, StopView, Strength, Subject, Touchpoint, TouchpointId, Vote, Workshop,
};

impl Pasting<'_> {
    /// A persona's way leads again through what comes back, unless it has been changed in between.
    pub(super) fn put_paths_back(&self, info: &mut JourneyInfo, theirs: &Journey) {
        for path in &theirs.info.paths {
            let (left, back) = (self.left(&path.touchpoints), self.all_back(&path.touchpoints));
            match info.paths.iter_mut().find(|ours| ours.persona == path.persona) {
                Some(ours) if ours.touchpoints == left => ours.touchpoints = back,
                None if left.is_empty() => info.paths.push(PersonaPath { touchpoints: back, ..path.clone() }),
                _ => {}
            }
        }
    }

    /// Figures, stops and comments, what a workshop said of it, and what rests on it.
    pub(super) fn put_back(&mut self) -> Result<(), ApplyError> {
        if !self.paste.piece.cut {
            return Ok(());
        }
        if self.is_return() {
            self.put_hanging();
        }
        // What is linked may have been put by what came before.
        let here = apply(self.document, &self.puts)?;
        self.cite(&here);
        if self.is_return() {
            self.put_workshop(&here.workshop, &here);
            self.put_audit(&here.audit);
        }
        Ok(())
    }

    /// What of a list of touchpoints stayed when the others went.
    fn left(&self, touchpoints: &[TouchpointId]) -> Vec<TouchpointId> {
        let gone = |id: &&TouchpointId| self.paste.piece.journey().is_some_and(|it| it.touchpoints.contains(id));
        touchpoints.iter().filter(|id| !gone(id)).cloned().collect()
    }

    fn all_back(&self, touchpoints: &[TouchpointId]) -> Vec<TouchpointId> {
        touchpoints.iter().map(|id| self.names.touchpoint(id)).collect()
    }

    fn put_hanging(&mut self) {
        let Document { metrics, stops, comments, .. } = &self.paste.piece.document;
        let document = self.document;
        let names = &self.names;
        let metrics = metrics.iter().filter(|it| !document.metrics.contains(&it.id)).map(|metric| {
            let subject = match &metric.subject {
                MetricSubject::Touchpoint(id) => MetricSubject::Touchpoint(names.touchpoint(id)),
                other => other.clone(),
            };
            ItemValue::Metric(Metric { subject, ..metric.as_ref().clone() }.into())
        });
        let stops = stops.iter().filter_map(|stop| self.stop_back(stop)).map(|stop| ItemValue::Stop(stop.into()));
        let comments = comments.iter().filter(|it| !document.comments.contains(&it.id)).map(|comment| {
            let subject = self.subject_here(&comment.subject);
            ItemValue::Comment(Comment { subject, ..comment.as_ref().clone() }.into())
        });
        let back: Vec<ItemValue> = metrics.chain(stops).chain(comments).collect();
        self.puts.extend(back.into_iter().map(Command::Put));
    }

    /// A stop that went, or that shows less than before and has not been changed in between.
    fn stop_back(&self, stop: &Stop) -> Option<Stop> {
        let view = match &stop.view {
            StopView::Touchpoint(id) => StopView::Touchpoint(self.names.touchpoint(id)),
            StopView::Selection(ids) => StopView::Selection(self.all_back(ids)),
            other => other.clone(),
        };
        match (self.document.stops.get(&stop.id), &stop.view) {
            (None, _) => Some(Stop { journey: self.journey.id.clone(), view, ..stop.clone() }),
            (Some(ours), StopView::Selection(ids)) if ours.view == StopView::Selection(self.left(ids)) => {
                Some(Stop { view, ..ours.as_ref().clone() })
            }
            _ => None,
        }
    }

    fn subject_here(&self, subject: &Subject) -> Subject {
        match subject {
            Subject::Touchpoint(_, id) => Subject::Touchpoint(self.journey.id.clone(), self.names.touchpoint(id)),
            other => other.clone(),
        }
    }

    /// What rested on evidence rests on it again: in another project, too, where its copy holds the same thing.
    fn cite(&mut self, here: &Document) {
        let cited: Vec<(EvidenceId, &Subject)> = self
            .paste
            .piece
            .cited
            .iter()
            .filter_map(|(id, subject)| Some((self.names.evidence.get(id)?.clone(), subject)))
            .collect();
        // Each thing is put once, with all that it rests on.
        let mut subjects: Vec<&Subject> = cited.iter().map(|(_, subject)| *subject).collect();
        subjects.sort_unstable();
        subjects.dedup();
        for subject in subjects {
            let ids: Vec<EvidenceId> =
                cited.iter().filter(|(_, it)| *it == subject).map(|(id, _)| id.clone()).collect();
            if let Some(item) = cited_by(here, subject, &ids) {
                self.put(item);
            }
        }
    }

    fn put_workshop(&mut self, ours: &Workshop, here: &Document) {
        let theirs = &self.paste.piece.document.workshop;
        let mut next = ours.clone();
        for poll in theirs.polls.iter().filter(|it| !ours.polls.contains(&it.id)) {
            next.polls.put(Poll { touchpoint: self.names.touchpoint(&poll.touchpoint), ..poll.as_ref().clone() });
        }
        for vote in &theirs.votes {
            let Some(known) = ours.votes.get(&vote.id) else { continue };
            let is_counted = |subject: &Subject| known.results.iter().any(|(it, _)| it == subject);
            let lost = vote.results.iter().filter(|(subject, _)| !is_counted(subject));
            let back = lost.map(|(subject, dots)| (self.subject_here(subject), *dots));
            let back: Vec<(Subject, u32)> = back.filter(|(subject, _)| subject.is_in(here)).collect();
            if !back.is_empty() {
                next.votes.put(Vote { results: [known.results.clone(), back].concat(), ..known.as_ref().clone() });
            }
        }
        for decision in &theirs.decisions {
            let Some(known) = ours.decisions.get(&decision.id) else { continue };
            let came = self.names.opportunities.all(&decision.opportunities);
            if let Some(opportunities) = with(&known.opportunities, &came) {
                next.decisions.put(Decision { opportunities, ..known.as_ref().clone() });
            }
        }
        if next != *ours {
            self.puts.push(Command::SetWorkshop(next.into()));
        }
    }

    fn put_audit(&mut self, ours: &Audit) {
        let mut next = ours.clone();
        for theirs in &self.paste.piece.document.audit.answers {
            let same =
                next.answers.iter_mut().find(|it| (it.component, it.question) == (theirs.component, theirs.question));
            let came = self.names.evidence.all(&theirs.evidence);
            if let Some(answer) = same
                && let Some(evidence) = with(&answer.evidence, &came)
            {
                answer.evidence = evidence;
            }
        }
        if next != *ours {
            self.puts.push(Command::SetAudit(next.into()));
        }
    }
}

/// The thing as it rests on this evidence as well; `None` where it is not there or does so already.
fn cited_by(here: &Document, subject: &Subject, ids: &[EvidenceId]) -> Option<ItemValue> {
    match subject {
        Subject::Touchpoint(_, id) => {
            let (journey, touchpoint) = here.touchpoint(id)?;
            let evidence = with(&touchpoint.evidence, ids)?;
            let touchpoint = Touchpoint { evidence, ..touchpoint.as_ref().clone() };
            Some(ItemValue::Touchpoint(journey.id.clone(), touchpoint.into()))
        }
        Subject::Barrier(id) => {
            let barrier = here.barriers.get(id)?;
            let evidence = with(&barrier.evidence, ids)?;
            Some(ItemValue::Barrier(Barrier { evidence, ..barrier.as_ref().clone() }.into()))
        }
        Subject::Strength(id) => {
            let strength = here.strengths.get(id)?;
            let evidence = with(&strength.evidence, ids)?;
            Some(ItemValue::Strength(Strength { evidence, ..strength.as_ref().clone() }.into()))
        }
        Subject::Opportunity(id) => {
            let opportunity = here.opportunities.get(id)?;
            let evidence = with(&opportunity.evidence, ids)?;
            Some(ItemValue::Opportunity(Opportunity { evidence, ..opportunity.as_ref().clone() }.into()))
        }
        _ => None,
    }
}

/// The list with those that are not in it yet; `None` where all are.
fn with<I: Clone + PartialEq>(ours: &[I], more: &[I]) -> Option<Vec<I>> {
    let new: Vec<I> = more.iter().filter(|id| !ours.contains(id)).cloned().collect();
    (!new.is_empty()).then(|| [ours, &new].concat())
}
