//! Filters: which touchpoints of a journey, and what belongs to them, are of some persona, channel, owner and so on.

use std::collections::BTreeSet;

use super::evidence::{Level, level};
use super::search::Query;
use crate::model::{
    Barrier, BarrierId, ChannelId, DepartmentId, Document, EvidenceId, Feeling, Journey, MetricSubject, Opportunity,
    OpportunityId, PersonaId, Strength, StrengthId, Subject, Touchpoint, TouchpointId, TransitionId,
};

/// What is wanted. Within one kind any of the choices will do; where several kinds are given, all have to be met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Personas who meet the touchpoint, or whom a barrier concerns.
    pub personas: BTreeSet<PersonaId>,
    /// Channels it happens in.
    pub channels: BTreeSet<ChannelId>,
    /// Departments that own it, take part or own a barrier there.
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

/// What a barrier, an opportunity or a strength says of itself.
struct Claim<'d> {
    /// The touchpoints it stands at.
    places: Vec<&'d TouchpointId>,
    /// Whether it is as bad as is wanted, if that can be said of it.
    is_severe: Option<bool>,
    /// Whom it concerns; nobody named: not said.
    personas: &'d [PersonaId],
    owner: Option<&'d DepartmentId>,
    evidence: &'d [EvidenceId],
    statement: &'d str,
}

/// What a filter is held against.
struct Ground<'d> {
    document: &'d Document,
    journey: &'d Journey,
    query: Query,
    /// Where a barrier stands that is as bad as is wanted.
    severe: BTreeSet<&'d TouchpointId>,
    /// Where a barrier stands that has the words.
    worded: BTreeSet<&'d TouchpointId>,
    /// Where a barrier stands that one of the wanted departments owns.
    owned: BTreeSet<&'d TouchpointId>,
}

/// The departments that own something on a journey's map or take part in it.
pub fn owners(document: &Document, journey: &Journey) -> BTreeSet<DepartmentId> {
    let stands_here = |it: &Opportunity| it.touchpoints.iter().any(|id| journey.touchpoints.contains(id));
    let closes_here = |it: &Opportunity| {
        it.barriers.iter().filter_map(|id| document.barriers.get(id)).any(|barrier| barrier.concerns(journey))
    };
    let touchpoints = journey.touchpoints.iter().flat_map(|it| it.department.iter().chain(&it.participants));
    let barriers = document.barriers.iter().filter(|it| it.concerns(journey)).filter_map(|it| it.owner.as_ref());
    let opportunities = document.opportunities.iter().filter(|it| stands_here(it) || closes_here(it));
    let opportunities = opportunities.filter_map(|it| it.owner.as_ref());
    touchpoints.chain(barriers).chain(opportunities).cloned().collect()
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
    ///
    /// A barrier, an opportunity or a strength is judged by what it says of itself; what it does not say is asked of
    /// the touchpoints it stands at.
    pub fn lit(&self, document: &Document, journey: &Journey) -> Lit {
        let ground = self.ground(document, journey);
        let unowned = Self { owners: BTreeSet::new(), ..self.clone() };
        let owes =
            |touchpoint: &Touchpoint| ground.owned.contains(&touchpoint.id) && unowned.passes(&ground, touchpoint);
        let passing = journey.touchpoints.iter().filter(|it| self.passes(&ground, it) || owes(it));
        let touchpoints: BTreeSet<TouchpointId> = passing.map(|touchpoint| touchpoint.id.clone()).collect();
        let barriers = document.barriers.iter().filter(|it| self.lets_through(&ground, &self.barrier(it)));
        let opportunities =
            document.opportunities.iter().filter(|it| self.lets_through(&ground, &self.opportunity(document, it)));
        let strengths = document.strengths.iter().filter(|it| self.lets_through(&ground, &strength(it)));
        let transitions =
            journey.transitions.iter().filter(|it| touchpoints.contains(&it.from) && touchpoints.contains(&it.to));
        let dark_metrics = document.metrics.iter().filter(
            |it| matches!(&it.subject, MetricSubject::Touchpoint(touchpoint) if !touchpoints.contains(touchpoint)),
        );
        Lit {
            transitions: transitions.map(|it| it.id.clone()).collect(),
            barriers: barriers.map(|it| it.id.clone()).collect(),
            opportunities: opportunities.map(|it| it.id.clone()).collect(),
            strengths: strengths.map(|it| it.id.clone()).collect(),
            dark_metrics: dark_metrics.map(|it| it.id.clone()).collect(),
            touchpoints,
        }
    }

    fn ground<'d>(&self, document: &'d Document, journey: &'d Journey) -> Ground<'d> {
        let query = Query::parse(&self.text);
        let (mut severe, mut worded, mut owned) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for barrier in &document.barriers {
            let here = || barrier.touchpoints.iter();
            if self.is_severe(barrier) {
                severe.extend(here());
            }
            if query.is_in(&barrier.statement) {
                worded.extend(here());
            }
            if barrier.owner.as_ref().is_some_and(|owner| self.owners.contains(owner)) {
                owned.extend(here());
            }
        }
        Ground { document, journey, query, severe, worded, owned }
    }

    fn is_severe(&self, barrier: &Barrier) -> bool {
        self.severity.is_none_or(|least| barrier.severity.unwrap_or(0) >= least)
    }

    fn passes(&self, ground: &Ground<'_>, touchpoint: &Touchpoint) -> bool {
        self.is_of_its_own(ground.document, touchpoint)
            && (self.severity.is_none() || ground.severe.contains(&touchpoint.id))
            && (self.text.trim().is_empty()
                || ground.worded.contains(&touchpoint.id)
                || says(touchpoint, &ground.query))
    }

    fn barrier<'d>(&self, barrier: &'d Barrier) -> Claim<'d> {
        Claim {
            places: barrier.touchpoints.iter().collect(),
            is_severe: Some(self.is_severe(barrier)),
            personas: &barrier.personas,
            owner: barrier.owner.as_ref(),
            evidence: &barrier.evidence,
            statement: &barrier.statement,
        }
    }

    /// An opportunity also stands where the barriers are that it closes.
    fn opportunity<'d>(&self, document: &'d Document, opportunity: &'d Opportunity) -> Claim<'d> {
        let closed = || opportunity.barriers.iter().filter_map(|id| document.barriers.get(id));
        Claim {
            places: opportunity.touchpoints.iter().chain(closed().flat_map(|it| &it.touchpoints)).collect(),
            is_severe: closed().any(|it| self.is_severe(it)).then_some(true),
            personas: &[],
            owner: opportunity.owner.as_ref(),
            evidence: &opportunity.evidence,
            statement: &opportunity.statement,
        }
    }

    fn lets_through(&self, ground: &Ground<'_>, claim: &Claim<'_>) -> bool {
        let Claim { places, is_severe, personas, owner, evidence, statement } = claim;
        let owner_fits = self.owners.is_empty() || owner.is_none_or(|owner| self.owners.contains(owner));
        let persona_fits = self.personas.is_empty()
            || personas.is_empty()
            || personas.iter().any(|persona| self.personas.contains(persona));
        let level_fits = self.levels.is_empty() || self.levels.contains(&level(ground.document, evidence));
        if !(owner_fits && persona_fits && level_fits && is_severe.unwrap_or(true)) {
            return false;
        }
        let mut asked = Self { levels: BTreeSet::new(), ..self.clone() };
        if owner.is_some() {
            asked.owners.clear();
        }
        // What concerns nobody in particular concerns everybody.
        if !personas.is_empty() || places.is_empty() {
            asked.personas.clear();
        }
        if is_severe.is_some() {
            asked.severity = None;
        }
        if ground.query.is_in(statement) {
            asked.text.clear();
        }
        let mut here = places.iter().filter_map(|id| ground.journey.touchpoints.get(id));
        asked.is_empty() || here.any(|touchpoint| asked.passes(ground, touchpoint))
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

fn strength(strength: &Strength) -> Claim<'_> {
    Claim {
        places: strength.touchpoints.iter().collect(),
        is_severe: None,
        personas: &[],
        owner: None,
        evidence: &strength.evidence,
        statement: &strength.statement,
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
    use crate::model::{Department, Emotion, Evidence, EvidenceKind, JourneyId, List, Rank, Stage, StepId, Transition};

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

    /// A barrier of a whole stage, owned by IT, of severity 5, backed by an interview, for Anna.
    fn barrier_of_a_stage(document: &mut Document, journey: &Journey) -> BarrierId {
        let id = BarrierId::parse("b-stage").unwrap();
        let mut barrier = Barrier::new(id.clone(), "Nobody knows us");
        barrier.stage = Some((journey.id.clone(), Stage::Attention));
        barrier.owner = Some(DepartmentId::parse("d-it").unwrap());
        barrier.personas = vec![PersonaId::parse("p-anna").unwrap()];
        barrier.evidence = vec![EvidenceId::parse("e-1").unwrap()];
        barrier.severity = Some(5);
        document.barriers.put(barrier);
        id
    }

    #[test]
    fn a_barrier_of_a_stage_is_judged_by_what_it_says_itself() {
        let (mut document, journey) = document();
        let id = Subject::Barrier(barrier_of_a_stage(&mut document, &journey));
        let check = |filter: Filter, expect: bool| {
            assert_eq!(filter.lit(&document, &journey).is_lit(&id), expect, "{filter:?}");
        };
        check(Filter::default(), true);
        check(Filter { severity: Some(5), ..Filter::default() }, true);
        for (owner, expect) in [("d-it", true), ("d-sales", false)] {
            let owners: BTreeSet<_> = [DepartmentId::parse(owner).unwrap()].into();
            check(Filter { owners: owners.clone(), ..Filter::default() }, expect);
            check(Filter { owners, severity: Some(5), ..Filter::default() }, expect);
        }
        for (persona, expect) in [("p-anna", true), ("p-oleg", false)] {
            check(Filter { personas: [PersonaId::parse(persona).unwrap()].into(), ..Filter::default() }, expect);
        }
        check(Filter { levels: [Level::Partial].into(), ..Filter::default() }, true);
        check(Filter { levels: [Level::Hypothesis].into(), ..Filter::default() }, false);
        check(Filter { text: "knows".to_owned(), ..Filter::default() }, true);
        check(Filter { text: "refund".to_owned(), ..Filter::default() }, false);
        // It happens in no channel and at no moment.
        check(Filter { channels: [ChannelId::parse("c-shop").unwrap()].into(), ..Filter::default() }, false);
        check(Filter { moments: true, ..Filter::default() }, false);
    }

    #[test]
    fn a_barrier_says_more_of_itself_than_its_touchpoint_does() {
        let (mut document, journey) = document();
        let it = DepartmentId::parse("d-it").unwrap();
        let mut barrier = document.barriers.get(&BarrierId::parse("b-3").unwrap()).unwrap().as_ref().clone();
        (barrier.owner, barrier.evidence) = (Some(it.clone()), vec![EvidenceId::parse("e-1").unwrap()]);
        document.barriers.put(barrier);
        let check = |filter: Filter, barriers: [bool; 2], touchpoints: &[u8]| {
            let lit = filter.lit(&document, &journey);
            for (id, expect) in ["b-1", "b-3"].into_iter().zip(barriers) {
                let subject = Subject::Barrier(BarrierId::parse(id).unwrap());
                assert_eq!(lit.is_lit(&subject), expect, "{id} {filter:?}");
            }
            let expect: BTreeSet<TouchpointId> = touchpoints.iter().map(|id| touchpoint_id(*id)).collect();
            assert_eq!(lit.touchpoints, expect, "{filter:?}");
        };
        // The touchpoint is lit with the barrier that its department has there.
        check(Filter { owners: [it.clone()].into(), ..Filter::default() }, [false, true], &[3]);
        check(Filter { owners: [it].into(), moments: true, ..Filter::default() }, [false, false], &[]);
        let sales = || [DepartmentId::parse("d-sales").unwrap()].into();
        check(Filter { owners: sales(), ..Filter::default() }, [false, false], &[2, 3]);
        // A barrier that nobody backs is a hypothesis, even at a touchpoint that is known.
        check(Filter { levels: [Level::Partial].into(), ..Filter::default() }, [false, true], &[1]);
        check(Filter { levels: [Level::Hypothesis].into(), ..Filter::default() }, [true, false], &[2, 3, 4]);
    }

    #[test]
    fn what_closes_a_barrier_goes_with_it() {
        let (mut document, journey) = document();
        let stage = barrier_of_a_stage(&mut document, &journey);
        for (id, barrier) in [("o-stage", stage), ("o-3", BarrierId::parse("b-3").unwrap())] {
            let mut opportunity = Opportunity::new(OpportunityId::parse(id).unwrap(), "Do it");
            opportunity.barriers = vec![barrier];
            document.opportunities.put(opportunity);
        }
        let check = |filter: Filter, expect: [bool; 2]| {
            let lit = filter.lit(&document, &journey);
            let is_lit = |id: &str| lit.is_lit(&Subject::Opportunity(OpportunityId::parse(id).unwrap()));
            assert_eq!(["o-stage", "o-3"].map(is_lit), expect, "{filter:?}");
        };
        check(Filter { severity: Some(4), ..Filter::default() }, [true, true]);
        check(Filter { severity: Some(5), ..Filter::default() }, [true, false]);
        check(Filter { channels: [ChannelId::parse("c-shop").unwrap()].into(), ..Filter::default() }, [false, true]);
        check(Filter { levels: [Level::Researched].into(), ..Filter::default() }, [false, false]);
    }

    #[test]
    fn every_owner_on_the_map_can_be_chosen() {
        let (mut document, journey) = document();
        barrier_of_a_stage(&mut document, &journey);
        let mut elsewhere = Barrier::new(BarrierId::parse("b-far").unwrap(), "Far");
        elsewhere.owner = Some(DepartmentId::parse("d-far").unwrap());
        document.barriers.put(elsewhere);
        let mut opportunity = Opportunity::new(OpportunityId::parse("o-1").unwrap(), "Do it");
        opportunity.barriers = vec![BarrierId::parse("b-1").unwrap()];
        opportunity.owner = Some(DepartmentId::parse("d-shop").unwrap());
        document.opportunities.put(opportunity);
        let found: Vec<_> = owners(&document, &journey).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["d-it", "d-sales", "d-shop"]);
    }
}
