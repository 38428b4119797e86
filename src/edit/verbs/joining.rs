//! Joining what a removal parts: where one way led in and one led out, one may lead past the gap.

use std::collections::{BTreeMap, BTreeSet};

use super::edit;
use crate::edit::command::{Command, Edit, EditLabel, ItemValue};
use crate::model::{Document, IdSource, Journey, JourneyId, Subject, TouchpointId, Transition, TransitionId};

/// A way that would lead past what is removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    journey: JourneyId,
    from: TouchpointId,
    to: TouchpointId,
    share: Option<f64>,
    reason: String,
}

/// The ways past these touchpoints once they are removed: where what goes together had only one way in or only one way
/// out. Who is connected already is left out.
pub fn joints(document: &Document, subjects: &[Subject]) -> Vec<Joint> {
    let mut joints = Vec::new();
    for journey in &document.journeys {
        let gone: BTreeSet<&TouchpointId> = subjects
            .iter()
            .filter_map(|subject| match subject {
                Subject::Touchpoint(at, id) if *at == journey.id => Some(id),
                _ => None,
            })
            .collect();
        joints.extend(gaps(journey, &gone).iter().flat_map(|gap| past(journey, gap)));
    }
    joints
}

/// The ways from and to touchpoints that go together.
#[derive(Debug, Clone, Default)]
struct Gap<'a> {
    ways_in: Vec<&'a Transition>,
    ways_out: Vec<&'a Transition>,
}

/// What these leave behind: those that ways join, in either direction, leave one gap.
fn gaps<'a>(journey: &'a Journey, gone: &BTreeSet<&'a TouchpointId>) -> Vec<Gap<'a>> {
    let mut beside: BTreeMap<&TouchpointId, Vec<&TouchpointId>> = BTreeMap::new();
    let mut edges: Vec<&Transition> = Vec::new();
    for way in &journey.transitions {
        match (gone.contains(&way.from), gone.contains(&way.to)) {
            (true, true) => {
                beside.entry(&way.from).or_default().push(&way.to);
                beside.entry(&way.to).or_default().push(&way.from);
            }
            (false, false) => {}
            _ => edges.push(way),
        }
    }
    let mut gap_of: BTreeMap<&TouchpointId, usize> = BTreeMap::new();
    let mut gaps: Vec<Gap<'a>> = Vec::new();
    for first in gone {
        if gap_of.contains_key(first) {
            continue;
        }
        let mut open = vec![*first];
        while let Some(id) = open.pop() {
            if gap_of.insert(id, gaps.len()).is_none() {
                open.extend(beside.get(id).into_iter().flatten());
            }
        }
        gaps.push(Gap::default());
    }
    for way in edges {
        let gap_at = |end: &TouchpointId| gap_of.get(end).copied();
        if let Some(gap) = gap_at(&way.to).and_then(|gap| gaps.get_mut(gap)) {
            gap.ways_in.push(way);
        } else if let Some(gap) = gap_at(&way.from).and_then(|gap| gaps.get_mut(gap)) {
            gap.ways_out.push(way);
        }
    }
    gaps
}

/// The ways past a gap: from each who led in to each who was led to, where these are not many on both sides.
fn past(journey: &Journey, Gap { ways_in, ways_out }: &Gap<'_>) -> Vec<Joint> {
    let mut joints: Vec<Joint> = Vec::new();
    if ways_in.len() > 1 && ways_out.len() > 1 {
        return joints;
    }
    for (way_in, way_out) in ways_in.iter().flat_map(|way_in| ways_out.iter().map(move |way_out| (way_in, way_out))) {
        let (from, to) = (&way_in.from, &way_out.to);
        let is_there = journey.transitions.iter().any(|it| it.from == *from && it.to == *to);
        let is_meant = joints.iter().any(|joint| joint.from == *from && joint.to == *to);
        if from == to || is_there || is_meant {
            continue;
        }
        let (share, reason) = match ways_out.len() {
            1 => (way_in.share, &way_in.reason),
            _ => (way_in.share.zip(way_out.share).map(|(in_, out)| in_ * out), &way_out.reason),
        };
        let (from, to, reason) = (from.clone(), to.clone(), reason.clone());
        joints.push(Joint { journey: journey.id.clone(), from, to, share, reason });
    }
    joints
}

/// Makes the ways. As many customers take each as took the way into what is gone and on from there, where both are known.
pub fn join(joints: &[Joint], source: &mut dyn IdSource) -> (Edit, Vec<Subject>) {
    let (mut puts, mut made) = (Vec::new(), Vec::new());
    for Joint { journey, from, to, share, reason } in joints {
        let id = TransitionId::random(source);
        made.push(Subject::Transition(journey.clone(), id.clone()));
        let transition = Transition::new(id, from.clone(), to.clone());
        let transition = Transition { share: *share, reason: reason.clone(), ..transition };
        puts.push(Command::Put(ItemValue::Transition(journey.clone(), transition.into())));
    }
    (edit(EditLabel::Connect, puts), made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::verbs::remove;
    use crate::edit::verbs::tests::{applied, ids, journey_id, map, touchpoint_id, ways};

    #[test]
    fn one_way_in_or_one_way_out_is_joined_past_the_gap() {
        let check = |led: &str, gone: &str, expect: &str| {
            let document = map("0: a, b, c; 2: d, e", led);
            let gone: Vec<Subject> =
                gone.split_whitespace().map(|name| Subject::Touchpoint(journey_id(), touchpoint_id(name))).collect();
            let joints = joints(&document, &gone);
            let after = applied(&document, &remove(&gone));
            let after = applied(&after, &join(&joints, &mut ids()).0);
            assert_eq!(ways(&after), expect, "{led} without {gone:?}");
        };
        check("a>b b>c", "b", "a>c");
        check("a>b b>c c>d", "b c", "a>d");
        check("a>b b>c c>d d>e", "b d", "a>c c>e");
        // Ways that branch, and ways that merge; of many on both sides nobody knows who went where.
        check("a>b b>c b>d", "b", "a>c a>d");
        check("a>b e>b b>c", "b", "a>c e>c");
        check("a>b e>b b>c b>d", "b", "");
        check("a>b b>c b>d a>d", "b", "a>c a>d");
        // What is at an end, leads back, or is connected already.
        check("a>b b>c", "a", "b>c");
        check("a>b b>a", "b", "");
        check("a>b b>c a>c", "b", "a>c");
        // A loop within what goes leads nobody past it.
        check("a>b b>c c>b c>d", "b c", "a>d");
    }

    #[test]
    fn those_who_took_the_ways_take_the_new_ones() {
        let check = |led: &str, shares: &[(&str, f64)], expect: &[(&str, Option<f64>, &str)]| {
            let mut document = map("0: a, b, c; 2: d, e", led);
            let journey = document.journeys.get_mut(&journey_id()).unwrap();
            journey.transitions.update(|it| {
                let reason = format!("{}>{}", it.from, it.to).replace("t-", "");
                let share = shares.iter().find(|(way, _)| *way == reason).map(|(_, share)| *share);
                Some(Transition { share, reason, ..it.clone() })
            });
            let joints = joints(&document, &[Subject::Touchpoint(journey_id(), touchpoint_id("b"))]);
            let mut told: Vec<(&str, Option<f64>, &str)> =
                joints.iter().map(|it| (it.to.as_str(), it.share, it.reason.as_str())).collect();
            told.sort_by(|one, other| (one.0, one.2).cmp(&(other.0, other.2)));
            assert_eq!(told, expect, "{led}");
        };
        check("a>b b>c", &[("a>b", 0.4)], &[("t-c", Some(0.4), "a>b")]);
        check("a>b e>b b>c", &[("a>b", 0.4), ("b>c", 0.5)], &[("t-c", Some(0.4), "a>b"), ("t-c", None, "e>b")]);
        let branches = [("t-c", Some(0.25), "b>c"), ("t-d", None, "b>d")];
        check("a>b b>c b>d", &[("a>b", 0.5), ("b>c", 0.5)], &branches);
    }
}
