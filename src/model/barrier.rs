//! Barriers and strengths: what keeps customers away, and what they like.

use super::ids::{BarrierId, DepartmentId, EvidenceId, JourneyId, PersonaId, StrengthId, TouchpointId};
use super::journey::Journey;
use super::list::items;
use super::stage::Stage;
use super::values::Date;

/// Anything that keeps the customer from choosing easily, loving sincerely, or recommending.
#[derive(Debug, Clone, PartialEq)]
pub struct Barrier {
    /// Its id.
    pub id: BarrierId,
    /// What it is, in the customer's terms.
    pub statement: String,
    /// What it keeps the customer from, sorted.
    pub blocks: Vec<Blocks>,
    /// Where it is met.
    pub touchpoints: Vec<TouchpointId>,
    /// The stage of a journey it belongs to, where it has no touchpoint.
    pub stage: Option<(JourneyId, Stage)>,
    /// Whom it concerns; nobody named: everybody.
    pub personas: Vec<PersonaId>,
    /// How bad it is, 1–5.
    pub severity: Option<u8>,
    /// Share f of the touchpoint's visitors who hit it, 0–1.
    pub frequency: Option<f64>,
    /// Share a of those who leave because of it, 0–1.
    pub leave: Option<f64>,
    /// Points it takes from the emotion, 0–10.
    pub emotion_cost: Option<f64>,
    /// Where the knowledge of it comes from.
    pub evidence: Vec<EvidenceId>,
    /// The department that owns it.
    pub owner: Option<DepartmentId>,
    /// How far its removal is.
    pub status: BarrierStatus,
    /// When it got which status, oldest first.
    pub history: Vec<StatusChange>,
    /// Free notes.
    pub notes: String,
}

/// What a barrier keeps the customer from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blocks {
    /// Choosing.
    Choosing,
    /// Buying.
    Buying,
    /// Using.
    Using,
    /// Loving.
    Loving,
    /// Recommending.
    Recommending,
}

/// How far a barrier's removal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum BarrierStatus {
    /// Found.
    #[default]
    Found,
    /// Studied.
    Studied,
    /// In work.
    InWork,
    /// Fixed.
    Fixed,
    /// Verified to be gone.
    Verified,
    /// Accepted as it is.
    Accepted,
}

/// A step of a barrier's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusChange {
    /// The day.
    pub date: Date,
    /// The status from that day on.
    pub status: BarrierStatus,
}

/// What customers like; reports begin with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength {
    /// Its id.
    pub id: StrengthId,
    /// What it is.
    pub statement: String,
    /// Where it is met.
    pub touchpoints: Vec<TouchpointId>,
    /// Where the knowledge of it comes from.
    pub evidence: Vec<EvidenceId>,
}

impl BarrierStatus {
    /// The word of its messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Studied => "studied",
            Self::InWork => "in-work",
            Self::Fixed => "fixed",
            Self::Verified => "verified",
            Self::Accepted => "accepted",
        }
    }
}

impl Barrier {
    /// A barrier of which only the statement is known.
    pub fn new(id: BarrierId, statement: impl Into<String>) -> Self {
        Self {
            id,
            statement: statement.into(),
            blocks: Vec::new(),
            touchpoints: Vec::new(),
            stage: None,
            personas: Vec::new(),
            severity: None,
            frequency: None,
            leave: None,
            emotion_cost: None,
            evidence: Vec::new(),
            owner: None,
            status: BarrierStatus::Found,
            history: Vec::new(),
            notes: String::new(),
        }
    }

    /// Gives it another status from this day on and notes that in its history; nothing where it has that status already.
    pub fn set_status(&mut self, status: BarrierStatus, date: Date) {
        if self.status == status {
            return;
        }
        self.status = status;
        let place = self.history.partition_point(|change| change.date <= date);
        self.history.insert(place, StatusChange { date, status });
    }

    /// Puts an entry of its history right, or takes it away; where it had the last one's status, it keeps to that.
    pub fn correct_history(&mut self, place: usize, change: Option<StatusChange>) {
        if place >= self.history.len() {
            return;
        }
        let follows = self.history.last().is_some_and(|last| last.status == self.status);
        self.history.remove(place);
        if let Some(change) = change {
            // Among those of one day it stays where it stood.
            let before = self.history.get(..place).unwrap_or_default().iter().filter(|it| it.date == change.date);
            let at = self.history.partition_point(|it| it.date < change.date) + before.count();
            self.history.insert(at, change);
        }
        if let Some(last) = self.history.last().filter(|_| follows) {
            self.status = last.status;
        }
    }

    /// Whether it is met in this journey: at one of its touchpoints or in one of its stages.
    pub fn concerns(&self, journey: &Journey) -> bool {
        let at_stage = self.stage.as_ref().is_some_and(|(id, _)| *id == journey.id);
        at_stage || self.touchpoints.iter().any(|id| journey.touchpoints.contains(id))
    }
}

impl Blocks {
    /// All of them, in the order of the way.
    pub const ALL: [Self; 5] = [Self::Choosing, Self::Buying, Self::Using, Self::Loving, Self::Recommending];
}

impl BarrierStatus {
    /// All of them, in the order they are gone through.
    pub const ALL: [Self; 6] = [Self::Found, Self::Studied, Self::InWork, Self::Fixed, Self::Verified, Self::Accepted];
}

items! {
    Barrier: BarrierId;
    Strength: StrengthId;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{List, Rank, SeededIds, StepId, Touchpoint};

    #[test]
    fn a_new_status_is_noted_with_its_day() {
        use BarrierStatus::{Fixed, Found, InWork};
        let day = |day: i8| Date::constant(2026, 11, day);
        let check = |changes: &[(BarrierStatus, i8)], expect: &[(BarrierStatus, i8)]| {
            let mut barrier = Barrier::new(BarrierId::random(&mut SeededIds::new(1)), "");
            for (status, date) in changes {
                barrier.set_status(*status, day(*date));
            }
            let noted: Vec<_> = barrier.history.iter().map(|it| (it.status, it.date)).collect();
            let expect: Vec<_> = expect.iter().map(|(status, date)| (*status, day(*date))).collect();
            assert_eq!(noted, expect, "{changes:?}");
        };
        check(&[], &[]);
        check(&[(Found, 1)], &[]);
        check(&[(InWork, 1), (InWork, 2), (Fixed, 3)], &[(InWork, 1), (Fixed, 3)]);
        check(&[(InWork, 3), (Fixed, 1)], &[(Fixed, 1), (InWork, 3)]);
        check(&[(InWork, 2), (Found, 2)], &[(InWork, 2), (Found, 2)]);
    }

    #[test]
    fn a_barrier_concerns_the_journeys_where_it_is_met() {
        let touchpoint = |id: &str| TouchpointId::parse(id).unwrap();
        let step = StepId::parse("s-1").unwrap();
        let mut journey = Journey::new(JourneyId::parse("j-1").unwrap(), List::default());
        journey.touchpoints.put(Touchpoint::new(touchpoint("t-1"), step, Rank::default(), Rank::default()));
        let check = |touchpoints: &[&str], stage: Option<&str>, expect: bool| {
            let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "Long queue");
            barrier.touchpoints = touchpoints.iter().map(|id| touchpoint(id)).collect();
            barrier.stage = stage.map(|id| (JourneyId::parse(id).unwrap(), Stage::Contact));
            assert_eq!(barrier.concerns(&journey), expect, "{touchpoints:?} {stage:?}");
        };
        check(&[], None, false);
        check(&["t-2"], None, false);
        check(&["t-2", "t-1"], None, true);
        check(&[], Some("j-1"), true);
        check(&[], Some("j-2"), false);
        check(&["t-1"], Some("j-2"), true);
    }

    #[test]
    fn a_history_is_put_right_and_the_status_keeps_to_it() {
        use BarrierStatus::{Fixed, Found, InWork, Studied};
        let day = |day: i8| Date::constant(2026, 3, day);
        let mut barrier = Barrier::new(BarrierId::parse("b-1").unwrap(), "Slow");
        for (status, at) in [(Studied, 3), (InWork, 5), (Fixed, 9)] {
            barrier.set_status(status, day(at));
        }
        let mut check = |place: usize, change: Option<(BarrierStatus, i8)>, status, history: &[(BarrierStatus, i8)]| {
            let change = change.map(|(status, at)| StatusChange { date: day(at), status });
            barrier.correct_history(place, change);
            let noted: Vec<_> = barrier.history.iter().map(|it| (it.status, it.date)).collect();
            let expect: Vec<_> = history.iter().map(|(status, at)| (*status, day(*at))).collect();
            assert_eq!((barrier.status, noted), (status, expect));
        };
        // Earlier than it was written down.
        check(2, Some((Fixed, 4)), InWork, &[(Studied, 3), (Fixed, 4), (InWork, 5)]);
        check(1, Some((Found, 1)), InWork, &[(Found, 1), (Studied, 3), (InWork, 5)]);
        check(2, Some((Fixed, 5)), Fixed, &[(Found, 1), (Studied, 3), (Fixed, 5)]);
        check(0, Some((Found, 3)), Fixed, &[(Found, 3), (Studied, 3), (Fixed, 5)]);
        check(2, None, Studied, &[(Found, 3), (Studied, 3)]);
        check(7, None, Studied, &[(Found, 3), (Studied, 3)]);
        check(1, None, Found, &[(Found, 3)]);
        check(0, None, Found, &[]);
    }
}
