//! Small values: emotion in halves, calendar dates, the map's language.

use std::fmt;

/// A calendar date, written `2026-11-22`.
pub type Date = jiff::civil::Date;

/// How something feels, from −5 to +5 in halves; expectation uses the same scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Emotion(i8);

impl Emotion {
    /// The worst, −5.
    pub const MIN: Self = Self(-10);
    /// The best, +5.
    pub const MAX: Self = Self(10);

    /// The nearest half, away from zero at a tie, held within −5…+5; `None` for what is not a number.
    pub fn from_points(points: f64) -> Option<Self> {
        // `round` goes away from zero at a tie, which is the scale's rule.
        points.is_finite().then(|| Self((points * 2.0).round().clamp(-10.0, 10.0) as i8))
    }

    /// The value from so many halves, held within −10…+10.
    pub fn from_halves(halves: i32) -> Self {
        Self(halves.clamp(-10, 10) as i8)
    }

    /// The value in points, −5.0…+5.0.
    pub fn points(self) -> f64 {
        f64::from(self.0) / 2.0
    }

    /// The value in halves, −10…+10.
    pub fn halves(self) -> i32 {
        i32::from(self.0)
    }
}

impl fmt::Display for Emotion {
    /// With a decimal point and a sign for negatives only: `-3.5`, `2.0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1}", self.points())
    }
}

/// The language of the map's own words and numbers (the interface's language is a setting of the program).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl Language {
    /// All languages that Tropa speaks.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The BCP 47 tag: `en`, `ru`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language whose tag starts this locale name (`ru_RU.UTF-8`, `en-GB`).
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emotions_round_to_halves_away_from_zero() {
        let check =
            |points: f64, halves: i32| assert_eq!(Emotion::from_points(points).unwrap().halves(), halves, "{points}");
        check(0.25, 1);
        check(-0.25, -1);
        check(1.2, 2);
        check(-3.3, -7);
        check(9.0, 10);
        check(-1e300, -10);
        assert_eq!(Emotion::from_points(f64::NAN), None);
        assert_eq!(Emotion::from_halves(-7).to_string(), "-3.5");
    }

    #[test]
    fn languages_from_locale_names() {
        assert_eq!(Language::from_tag("ru_RU.UTF-8"), Some(Language::Ru));
        assert_eq!(Language::from_tag("en-GB"), Some(Language::En));
        assert_eq!(Language::from_tag("de"), None);
    }
}
