//! A quick emotion poll in figures: where the room stands, how far it is spread, and what the map says.

use crate::model::{Document, Emotion, Persona, Poll};

/// What a poll's counts say. Quartiles and median are interpolated between neighbours (as `PERCENTILE.INC` does).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PollFigures {
    /// How many answered.
    pub answers: u64,
    /// The mean, in points.
    pub mean: f64,
    /// The middle answer.
    pub median: f64,
    /// A quarter of the answers lies below the first and a quarter above the second.
    pub quartiles: (f64, f64),
    /// The sample's standard deviation; unknown for a single answer.
    pub deviation: Option<f64>,
    /// The lowest and the highest answer.
    pub ends: (f64, f64),
}

/// The points that the counts stand for, from −5.
pub fn points(place: usize) -> f64 {
    place as f64 - 5.0
}

/// The figures; `None` while nobody has answered.
pub fn figures(poll: &Poll) -> Option<PollFigures> {
    let answers: u64 = poll.counts.iter().map(|count| u64::from(*count)).sum();
    if answers == 0 {
        return None;
    }
    let n = answers as f64;
    let weighed = || poll.counts.iter().enumerate().map(|(place, count)| (points(place), f64::from(*count)));
    let mean = weighed().map(|(points, count)| points * count).sum::<f64>() / n;
    let squares = weighed().map(|(points, count)| count * (points - mean).powi(2)).sum::<f64>();
    let given = |place: &usize| poll.counts.get(*place).is_some_and(|count| *count > 0);
    let ends = ((0..11).find(given), (0..11).rfind(given));
    Some(PollFigures {
        answers,
        mean,
        median: quantile(poll, answers, 0.5),
        quartiles: (quantile(poll, answers, 0.25), quantile(poll, answers, 0.75)),
        deviation: (answers > 1).then(|| (squares / (n - 1.0)).sqrt()),
        ends: (points(ends.0.unwrap_or(0)), points(ends.1.unwrap_or(10))),
    })
}

/// The answer at so great a share of the way from the lowest to the highest.
fn quantile(poll: &Poll, answers: u64, share: f64) -> f64 {
    let at = (answers - 1) as f64 * share;
    let low = at.floor();
    let (low_value, high_value) = (answer(poll, low as u64), answer(poll, low as u64 + 1));
    low_value + (high_value - low_value) * (at - low)
}

/// The answer at this place of all answers from the lowest; the highest beyond the end.
fn answer(poll: &Poll, place: u64) -> f64 {
    let mut before = 0;
    let mut highest = 0;
    for (index, count) in poll.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        before += u64::from(*count);
        highest = index;
        if place < before {
            break;
        }
    }
    points(highest)
}

/// What the map says of the touchpoint, for each persona of its journey that has a value there.
pub fn map_values<'d>(document: &'d Document, poll: &Poll) -> Vec<(&'d Persona, Emotion)> {
    let Some((journey, touchpoint)) = document.touchpoint(&poll.touchpoint) else { return Vec::new() };
    let goes = |persona: &&Persona| journey.info.personas.is_empty() || journey.info.personas.contains(&persona.id);
    let personas = document.personas_in_order().into_iter().map(AsRef::as_ref).filter(goes);
    personas.filter_map(|persona| Some((persona, touchpoint.feeling(&persona.id)?.emotion?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PollId, Rank, TouchpointId};

    fn poll(answers: &[i32]) -> Poll {
        let mut counts = [0; 11];
        for answer in answers {
            counts[(answer + 5) as usize] += 1;
        }
        let touchpoint = TouchpointId::parse("t-1").unwrap();
        Poll { id: PollId::parse("z-1").unwrap(), rank: Rank::default(), touchpoint, counts }
    }

    #[test]
    fn figures_of_known_samples() {
        let check = |answers: &[i32], [mean, median, low, high]: [f64; 4], deviation: Option<f64>| {
            let found = figures(&poll(answers)).unwrap();
            assert_eq!((found.answers, found.median, found.quartiles), (answers.len() as u64, median, (low, high)));
            assert!((found.mean - mean).abs() < 1e-9, "{answers:?}: {found:?}");
            let off = found.deviation.zip(deviation).map_or(0.0, |(found, wanted)| (found - wanted).abs());
            assert!(off < 5e-4 && found.deviation.is_some() == deviation.is_some(), "{answers:?}: {found:?}");
        };
        check(&[3], [3.0, 3.0, 3.0, 3.0], None);
        check(&[-5, 5], [0.0, 0.0, -2.5, 2.5], Some(7.0711));
        // 64 is the sum of squares, so that the variance is (64 − 64/7) / 6.
        check(&[-5, -3, -3, -2, 0, 1, 4], [-8.0 / 7.0, -2.0, -3.0, 0.5], Some(3.0237));
        check(&[1, 2, 3, 4], [2.5, 2.5, 1.75, 3.25], Some(1.2910));
        check(&[0, 0, 0, 0, 0], [0.0, 0.0, 0.0, 0.0], Some(0.0));
        assert_eq!(figures(&poll(&[])), None);
        assert_eq!(figures(&poll(&[-2, 4, 0])).unwrap().ends, (-2.0, 4.0));
    }

    #[test]
    fn a_room_of_millions_does_not_overflow() {
        let mut poll = poll(&[]);
        poll.counts = [u32::MAX; 11];
        let found = figures(&poll).unwrap();
        assert_eq!((found.answers, found.median), (11 * u64::from(u32::MAX), 0.0));
    }
}
