//! Scores: what number a text is, and what emotion a number is.

use super::source::trim;
use crate::model::Emotion;

/// The score that means neither good nor bad.
const NEUTRAL: f64 = 3.0;
/// Points of emotion for one point of score: 5 → +5, 1 → −5.
const POINTS: f64 = 2.5;
/// The least and the greatest score.
const RANGE: (f64, f64) = (1.0, 5.0);

/// The text as a number by JavaScript's rules, which are Mermaid's; nothing counts as 0.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = trim(text);
    let digits = |prefixes: [&str; 2]| prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
    for (prefixes, radix) in [(["0x", "0X"], 16), (["0o", "0O"], 8), (["0b", "0B"], 2)] {
        if let Some(digits) = digits(prefixes) {
            return whole(digits, radix);
        }
    }
    match text {
        "" => Some(0.0),
        "Infinity" | "+Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        // Rust's own words for infinity and NaN are not JavaScript's.
        _ if text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) => text.parse().ok(),
        _ => None,
    }
}

fn whole(digits: &str, radix: u32) -> Option<f64> {
    if digits.is_empty() {
        return None;
    }
    digits.chars().try_fold(0.0, |sum, c| Some(sum * f64::from(radix) + f64::from(c.to_digit(radix)?)))
}

/// A number that Mermaid does not see but a reader does: `3,5` and `4/5`.
pub(super) fn repaired(text: &str) -> Option<f64> {
    let text = trim(text);
    if let Some(of_five) = text.strip_suffix("/5") {
        return number(of_five).filter(|_| !trim(of_five).is_empty());
    }
    let (whole, fraction) = text.split_once(',')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole.strip_prefix(['-', '+']).unwrap_or(whole)) || !digits(fraction) {
        return None;
    }
    number(&text.replace(',', "."))
}

/// The score held within 1–5.
pub(super) fn clamped(score: f64) -> f64 {
    score.clamp(RANGE.0, RANGE.1)
}

/// The points of emotion of a score within 1–5: linear, so that 3 → 0, 5 → +5, 1 → −5.
pub(super) fn points(score: f64) -> f64 {
    (score - NEUTRAL) * POINTS
}

/// The emotion of a score within 1–5: the nearest half, away from zero at a tie.
pub(super) fn emotion(score: f64) -> Option<Emotion> {
    // A millionth of a point aside: 2.9 is not exactly a tenth below 3, and the tie would be missed.
    Emotion::from_points((points(score) * 1e6).round() / 1e6)
}

/// The nearest whole score of so many points of emotion.
pub(super) fn of_points(points: f64) -> u8 {
    clamped((points / POINTS).round() + NEUTRAL) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_javascripts() {
        let check = |text: &str, expect: Option<f64>| assert_eq!(number(text), expect, "{text}");
        check(" 5 ", Some(5.0));
        check("", Some(0.0));
        check("0x5", Some(5.0));
        check("0b101", Some(5.0));
        check("5e0", Some(5.0));
        check("-2", Some(-2.0));
        check(".5", Some(0.5));
        check("Infinity", Some(f64::INFINITY));
        for text in ["inf", "nan", "NaN", "infinity", "5 5", "five", "0x", "-0x5", "3,5", "4/5", "50%", "."] {
            check(text, None);
        }
    }

    #[test]
    fn plain_meanings_are_repaired() {
        let check = |text: &str, expect: Option<f64>| assert_eq!(repaired(text), expect, "{text}");
        check("3,5", Some(3.5));
        check("4/5", Some(4.0));
        for text in ["/5", "4/10", "50%", "1,2,3", ",", "a,5", "five"] {
            check(text, None);
        }
    }

    #[test]
    fn scores_become_emotions_and_go_back() {
        let check = |score: f64, points: f64| {
            assert_eq!(emotion(clamped(score)).map(Emotion::points), Some(points), "{score}");
        };
        check(1.0, -5.0);
        check(2.0, -2.5);
        check(3.0, 0.0);
        check(4.0, 2.5);
        check(5.0, 5.0);
        check(0.0, -5.0);
        check(999.0, 5.0);
        check(f64::NEG_INFINITY, -5.0);
        // 0.1 of a score is a quarter of a point: a tie, away from zero.
        check(3.1, 0.5);
        check(2.9, -0.5);
        for score in 1..=5 {
            let points = emotion(f64::from(score)).map_or(0.0, Emotion::points);
            assert_eq!(of_points(points), score);
        }
        assert_eq!(of_points(1.5), 4);
        assert_eq!(of_points(1.0), 3);
    }
}
