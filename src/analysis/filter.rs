//! Filters: which touchpoints of a journey, and what belongs to them, are of some persona, channel, owner and so on.

use std::collections::BTreeSet;

use super::evidence::{Level, level};
use super::search::Query;
use crate::model::{
    Barrier, BarrierId, ChannelId, DepartmentId, Document, Feeling, Journey, MetricSubject, OpportunityId, PersonaId,
    StrengthId, Subject, Touchpoint, TouchpointId, TransitionId,
};

/// What is wanted. Within one kind any of the choices will do; where several kinds are given, all have to be met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Personas who meet the touchpoint.
    pub personas: BTreeSet<PersonaId>,
    /// Channels it happens in.
    pub channels: BTreeSet<ChannelId>,
    /// Departments that own it or take part.
    pub owners: BTreeSet<DepartmentId>,
    /// How well it is known.
    pub levels: BTreeSet<Level>,
    /// The least severity of a barrier there.
    pub severity: Option<u8>,
    /// Whether only moments of truth are wanted.
    pub moments: bool,
    /// Words that one of its texts has, or a barrier's there.
    pub text: String,
}

/// What of a journey a filter lets through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lit {
    touchpoints: BTreeSet<TouchpointId>,
    transitions: BTreeSet<TransitionId>,
    barriers: BTreeSet<BarrierId>,
    opportunities: BTreeSet<OpportunityId>,
    strengths: BTreeSet<StrengthId>,
    dark_metrics: BTreeSet<crate::model::MetricId>,
}

impl Filter {
    /// Whether everything is let through.
    pub fn is_empty(&self) -> bool {
        let Self { personas, channels, owners, levels, severity, moments, text } = self;
        personas.is_empty()
            && channels.is_empty()
            && owners.is_empty()
            && levels.is_empty()
            && severity.is_none()
            && !moments
            && text.trim().is_empty()
    }

    /// What of a journey is let through.
    pub fn lit(&self, document: &Document, journey: &Journey) -> Lit {
        let query = Query::parse(&self.text);
        let severe = |barrier: &Barrier| self.severity.is_none_or(|least| barrier.severity.unwrap_or(0) >= least);
        // What a severe barrier, or one with the words, stands at.
        let (mut met, mut worded) = (BTreeSet::new(), BTreeSet::new());
        for barrier in &document.barriers {
            if severe(barrier) {
                met.extend(barrier.touchpoints.iter());
            }
            if query.is_in(&barrier.statement) {
                worded.extend(barrier.touchpoints.iter());
            }
        }
        let passes = |touchpoint: &Touchpoint| {
            self.is_of_its_own(document, touchpoint)
                && (self.severity.is_none() || met.contains(&touchpoint.id))
                && (query.is_empty() || worded.contains(&touchpoint.id) || says(touchpoint, &query))
        };
        let passing = journey.touchpoints.iter().filter(|touchpoint| passes(touchpoint));
        let touchpoints: BTreeSet<TouchpointId> = passing.map(|touchpoint| touchpoint.id.clone()).collect();
        let any_lit = |ids: &[TouchpointId]| ids.iter().any(|id| touchpoints.contains(id));
        let barriers: BTreeSet<BarrierId> = document
            .barriers
            .iter()
            .filter(|barrier| severe(barrier) && any_lit(&barrier.touchpoints))
            .map(|barrier| barrier.id.clone())
            .collect();
        let opportunities = document
            .opportunities
            .iter()
            .filter(|it| any_lit(&it.touchpoints) || it.barriers.iter().any(|barrier| barriers.contains(barrier)));
        let strengths = document.strengths.iter().filter(|it| any_lit(&it.touchpoints));
        let transitions =
            journey.transitions.iter().filter(|it| touchpoints.contains(&it.from) && touchpoints.contains(&it.to));
        let dark_metrics = document.metrics.iter().filter(
            |it| matches!(&it.subject, MetricSubject::Touchpoint(touchpoint) if !touchpoints.contains(touchpoint)),
        );
        Lit {
            transitions: transitions.map(|it| it.id.clone()).collect(),
            opportunities: opportunities.map(|it| it.id.clone()).collect(),
            strengths: strengths.map(|it| it.id.clone()).collect(),
            dark_metrics: dark_metrics.map(|it| it.id.clone()).collect(),
            touchpoints,
            barriers,
        }
    }

    /// What can be said from the touchpoint alone.
    fn is_of_its_own(&self, document: &Document, touchpoint: &Touchpoint) -> bool {
        let met_by = |persona: &PersonaId| touchpoint.feeling(persona).is_some_and(says_something);
        let owned = touchpoint.department.iter().chain(&touchpoint.participants);
        (self.personas.is_empty() || self.personas.iter().any(met_by))
            && (self.channels.is_empty() || touchpoint.channel.as_ref().is_some_and(|id| self.channels.contains(id)))
            && (self.owners.is_empty() || owned.into_iter().any(|id| self.owners.contains(id)))
            && (self.levels.is_empty() || self.levels.contains(&level(document, &touchpoint.evidence)))
            && (!self.moments || touchpoint.moment_of_truth)
    }
}

fn says_something(feeling: &Feeling) -> bool {
    let Feeling { persona: _, emotion, word, quote, expectation, promise } = feeling;
    emotion.is_some() || expectation.is_some() || !(word.is_empty() && quote.is_empty() && promise.is_empty())
}

fn says(touchpoint: &Touchpoint, query: &Query) -> bool {
    let own = [
        &touchpoint.title,
        &touchpoint.action,
        &touchpoint.need,
        &touchpoint.backstage,
        &touchpoint.systems,
        &touchpoint.notes,
    ];
    let felt = touchpoint.feelings.iter().flat_map(|feeling| [&feeling.word, &feeling.quote, &feeling.promise]);
    own.into_iter().chain(felt).any(|text| query.is_in(text))
}

impl Lit {
    /// How many touchpoints are let through.
    pub fn touchpoints(&self) -> usize {
        self.touchpoints.len()
    }

    /// Whether this is let through. What belongs to no touchpoint always is.
    pub fn is_lit(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Touchpoint(_, id) => self.touchpoints.contains(id),
            Subject::Transition(_, id) => self.transitions.contains(id),
            Subject::Barrier(id) => self.barriers.contains(id),
            Subject::Opportunity(id) => self.opportunities.contains(id),
            Subject::Strength(id) => self.strengths.contains(id),
            Subject::Metric(id) => !self.dark_metrics.contains(id),
            Subject::Project
            | Subject::Channel(_)
            | Subject::Department(_)
            | Subject::Participant(_)
            | Subject::Persona(_)
            | Subject::Journey(_)
            | Subject::Stage(..)
            | Subject::Step(..)
            | Subject::Lane(..)
            | Subject::Evidence(_)
            | Subject::Stop(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Department, Emotion, Evidence, EvidenceId, EvidenceKind, JourneyId, List, Rank, StepId, Transition,
    };

    fn touchpoint_id(id: u8) -> TouchpointId {
        TouchpointId::parse(&format!("t-{id}")).unwrap()
    }

    /// t-1 … t-4: Anna feels 1 and 2, the shop is 1 and 3, sales own 2 and take part in 3, an interview backs 1;
    /// a barrier of severity 4 at 3, one of 2 at 1; 4 is a moment of truth and says "Refund".
    fn document() -> (Document, Journey) {
        let mut document = Document::default();
        let mut journey = Journey::new(JourneyId::parse("j-1").unwrap(), List::default());
        for id in 1..=4 {
            let step = StepId::parse("s-1").unwrap();
            let mut it = Touchpoint::new(touchpoint_id(id), step, Rank::default(), Rank::default());
            let sales = || DepartmentId::parse("d-sales").unwrap();
            if id <= 2 {
                it.feeling_mut(&PersonaId::parse("p-anna").unwrap()).emotion = Emotion::from_points(-2.0);
            } else {
                it.feeling_mut(&PersonaId::parse("p-anna").unwrap());
            }
            match id {
                1 => it.evidence = vec![EvidenceId::parse("e-1").unwrap()],
                2 => it.department = Some(sales()),
                3 => it.participants = vec![sales()],
                _ => (it.moment_of_truth, it.title) = (true, "Refund".to_owned()),
            }
            if id == 1 || id == 3 {
                it.channel = Some(ChannelId::parse("c-shop").unwrap());
            }
            journey.touchpoints.put(it);
        }
        let way = |id: &str, from, to| {
            Transition::new(TransitionId::parse(id).unwrap(), touchpoint_id(from), touchpoint_id(to))
        };
        journey.transitions = [way("r-12", 1, 2), way("r-13", 1, 3)].into_iter().collect();
        let rank = Rank::default();
        let sales = Department { id: DepartmentId::parse("d-sales").unwrap(), rank, name: "Sales".to_owned() };
        document.departments.put(sales);
        document.evidence.put(Evidence::new(EvidenceId::parse("e-1").unwrap(), EvidenceKind::Interview));
        for (id, severity, at, statement) in [("b-1", 2, 1, "Slow"), ("b-3", 4, 3, "Rude refund desk")] {
            let mut barrier = Barrier::new(BarrierId::parse(id).unwrap(), statement);
            (barrier.severity, barrier.touchpoints) = (Some(severity), vec![touchpoint_id(at)]);
            document.barriers.put(barrier);
        }
        (document, journey)
    }

    #[test]
    fn choices_of_one_kind_add_up_and_kinds_narrow_down() {
        let (document, journey) = document();
        let anna = || [PersonaId::parse("p-anna").unwrap()].into();
        let shop = || [ChannelId::parse("c-shop").unwrap()].into();
        let sales = || [DepartmentId::parse("d-sales").unwrap()].into();
        let check = |filter: Filter, expect: &[u8]| {
            let lit = filter.lit(&document, &journey);
            let expect: BTreeSet<TouchpointId> = expect.iter().map(|id| touchpoint_id(*id)).collect();
            assert_eq!(lit.touchpoints, expect, "{filter:?}");
            assert_eq!(filter.is_empty(), filter == Filter::default());
        };
        check(Filter::default(), &[1, 2, 3, 4]);
        check(Filter { personas: anna(), ..Filter::default() }, &[1, 2]);
        check(Filter { channels: shop(), ..Filter::default() }, &[1, 3]);
        check(Filter { owners: sales(), ..Filter::default() }, &[2, 3]);
        check(Filter { personas: anna(), channels: shop(), ..Filter::default() }, &[1]);
        check(Filter { levels: [Level::Partial].into(), ..Filter::default() }, &[1]);
        check(Filter { levels: [Level::Partial, Level::Hypothesis].into(), ..Filter::default() }, &[1, 2, 3, 4]);
        check(Filter { severity: Some(1), ..Filter::default() }, &[1, 3]);
        check(Filter { severity: Some(3), ..Filter::default() }, &[3]);
        check(Filter { moments: true, ..Filter::default() }, &[4]);
        check(Filter { text: "REFUND".to_owned(), ..Filter::default() }, &[3, 4]);
        check(Filter { text: "refund".to_owned(), moments: true, ..Filter::default() }, &[4]);
    }

    #[test]
    fn what_belongs_to_a_touchpoint_goes_with_it() {
        let (document, journey) = document();
        let lit = Filter { severity: Some(3), ..Filter::default() }.lit(&document, &journey);
        let check = |subject: Subject, expect: bool| assert_eq!(lit.is_lit(&subject), expect, "{subject:?}");
        check(Subject::Barrier(BarrierId::parse("b-3").unwrap()), true);
        check(Subject::Barrier(BarrierId::parse("b-1").unwrap()), false);
        check(Subject::Transition(journey.id.clone(), TransitionId::parse("r-13").unwrap()), false);
        check(Subject::Journey(journey.id.clone()), true);
        let all = Filter::default().lit(&document, &journey);
        assert!(all.is_lit(&Subject::Transition(journey.id.clone(), TransitionId::parse("r-13").unwrap())));
    }
}
