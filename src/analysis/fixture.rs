//! Journeys for tests, written as words: `a>b=0.5` a way with a share, `a:goal`, `a:lost`, `a:reached`, `a:start=0.5`,
//! `a:row=b`, `a:feels=-3.5`. Touchpoints exist once a word starts with them, except `missing`.

use crate::model::{
    Emotion, End, Journey, JourneyId, PersonaId, Rank, Stage, Step, StepId, Touchpoint, TouchpointId, Transition,
    TransitionId,
};

pub(crate) fn t(name: &str) -> TouchpointId {
    TouchpointId::parse(&format!("t-{name}")).unwrap()
}

/// The id of the way written at this place, counted from 0.
pub(crate) fn r(index: usize) -> TransitionId {
    TransitionId::parse(&format!("r-{index:05}")).unwrap()
}

pub(crate) fn persona() -> PersonaId {
    PersonaId::parse("p-anna").unwrap()
}

pub(crate) fn journey(text: &str) -> Journey {
    let step = StepId::parse("s-1").unwrap();
    let steps = [Step { id: step.clone(), stage: Stage::Contact, rank: Rank::default(), title: String::new() }];
    let mut journey = Journey::new(JourneyId::parse("j-1").unwrap(), steps.into_iter().collect());
    let ensure = |journey: &mut Journey, name: &str| {
        if name != "missing" && !journey.touchpoints.contains(&t(name)) {
            journey.touchpoints.put(Touchpoint::new(t(name), step.clone(), Rank::default(), Rank::default()));
        }
    };
    let mut ways = 0;
    for word in text.split_whitespace() {
        if let Some((from, rest)) = word.split_once('>') {
            let (to, share) = rest.split_once('=').map_or((rest, None), |(to, share)| (to, Some(share)));
            ensure(&mut journey, from);
            ensure(&mut journey, to);
            let mut way = Transition::new(r(ways), t(from), t(to));
            way.share = share.map(|share| share.parse().unwrap());
            journey.transitions.put(way);
            ways += 1;
        } else if let Some((name, mark)) = word.split_once(':') {
            ensure(&mut journey, name);
            apply(journey.touchpoints.get_mut(&t(name)).unwrap(), mark);
        } else {
            ensure(&mut journey, word);
        }
    }
    journey
}

fn apply(touchpoint: &mut Touchpoint, mark: &str) {
    match mark.split_once('=') {
        None if mark == "goal" => touchpoint.goal = true,
        None if mark == "lost" => touchpoint.end = End::Lost,
        None if mark == "reached" => touchpoint.end = End::Reached,
        Some(("start", share)) => touchpoint.start = Some(share.parse().unwrap()),
        Some(("row", row)) => touchpoint.row = Rank::parse(row).unwrap(),
        Some(("feels", points)) => {
            touchpoint.feeling_mut(&persona()).emotion = Emotion::from_points(points.parse().unwrap());
        }
        _ => panic!("unknown mark {mark}"),
    }
}
