//! How people write an emotion: a number on one of several scales, signs, a face, with or without a word.

use crate::model::Emotion;

/// The scale that a table's numbers are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Ours: −5 to +5.
    #[default]
    Ours,
    /// −2 to +2.
    Two,
    /// 1 to 5.
    OneToFive,
    /// 0 to 10.
    ZeroToTen,
}

impl Scale {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ours, Self::Two, Self::OneToFive, Self::ZeroToTen];

    /// Its message.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ours => "grid-scale-ours",
            Self::Two => "grid-scale-two",
            Self::OneToFive => "grid-scale-one-to-five",
            Self::ZeroToTen => "grid-scale-zero-to-ten",
        }
    }

    /// Its least and its greatest value.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Ours => (-5.0, 5.0),
            Self::Two => (-2.0, 2.0),
            Self::OneToFive => (1.0, 5.0),
            Self::ZeroToTen => (0.0, 10.0),
        }
    }

    /// The points on our scale, which the value's own is stretched to.
    fn points(self, value: f64) -> f64 {
        let (least, greatest) = self.range();
        -5.0 + 10.0 * (value - least) / (greatest - least)
    }

    /// The scale that a label says: "Emotions (1–5)".
    pub(super) fn said(beside: &str) -> Option<Self> {
        let digits: Vec<&str> = beside.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
        match digits.as_slice() {
            ["5", "5"] => Some(Self::Ours),
            ["2", "2"] => Some(Self::Two),
            ["1", "5"] => Some(Self::OneToFive),
            ["0" | "1", "10"] => Some(Self::ZeroToTen),
            _ => None,
        }
    }

    /// The scale that these cells can be on: ours wherever it can be.
    pub(super) fn of<'t>(cells: impl Iterator<Item = &'t str>) -> Self {
        let numbers: Vec<f64> = cells.filter_map(|cell| parts(cell).0).collect();
        let beyond = numbers.iter().any(|number| *number > 5.0);
        let positive = numbers.iter().all(|number| (0.0..=10.0).contains(number));
        if beyond && positive { Self::ZeroToTen } else { Self::Ours }
    }
}

/// What a cell says of an emotion.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    /// The emotion.
    pub(super) emotion: Option<Emotion>,
    /// The word beside the number, or all of it where there is no number.
    pub(super) word: String,
    /// How well the number was met.
    pub(super) fit: Fit,
}

/// How well a number is met by our scale of halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// As it is.
    Exact,
    /// Rounded to a half, or a sign or face that stands for about so much.
    About,
    /// It was outside of its scale.
    Outside,
    /// There is no number.
    None,
}

/// Reads a cell.
pub(super) fn read(text: &str, scale: Scale) -> Read {
    let (number, rest) = parts(text);
    let Some(number) = number else {
        let sign = signs(text);
        let fit = if sign.is_some() { Fit::About } else { Fit::None };
        let word = if sign.is_some() { String::new() } else { text.trim().to_owned() };
        return Read { emotion: sign.and_then(Emotion::from_points), word, fit };
    };
    // "4/5" says its own scale.
    let (scale, rest) = match rest.strip_prefix('/').map(str::trim_start) {
        Some(rest) if rest.starts_with("10") => (Scale::ZeroToTen, rest.get(2..).unwrap_or_default()),
        Some(rest) if rest.starts_with('5') => (Scale::OneToFive, rest.get(1..).unwrap_or_default()),
        _ => (scale, rest.as_str()),
    };
    let (least, greatest) = scale.range();
    let held = number.clamp(least, greatest);
    // A millionth aside: thirds and tenths are not exact, and a tie would be missed.
    let points = (scale.points(held) * 1e6).round() / 1e6;
    let emotion = Emotion::from_points(points);
    let exact = emotion.is_some_and(|emotion| (emotion.points() - points).abs() < 1e-6);
    let fit = match (held == number, exact) {
        (false, _) => Fit::Outside,
        (true, false) => Fit::About,
        (true, true) => Fit::Exact,
    };
    let word = rest.trim_matches(|c: char| !(c.is_alphanumeric() || c == '!' || c == '?' || c == '"'));
    Read { emotion, word: word.to_owned(), fit }
}

/// The first number of a text, and what stands around it. Decimal commas and any kind of minus are read.
fn parts(text: &str) -> (Option<f64>, String) {
    let text = text.trim();
    let minus = |c: char| matches!(c, '-' | '−' | '–' | '—' | '‑');
    let Some(at) = text.find(|c: char| c.is_ascii_digit()) else { return (None, text.to_owned()) };
    let (before, from) = text.split_at(at);
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(from);
    let mut end = whole;
    if let Some(fraction) = from.get(whole..).and_then(|rest| rest.strip_prefix(['.', ','])) {
        let more = digits(fraction);
        end += if more > 0 { 1 + more } else { 0 };
    }
    let (number, after) = from.split_at(end);
    let before = before.trim_end();
    let negative = before.ends_with(minus);
    // A dash between a word and a number is a dash.
    let before = before.trim_end_matches(|c: char| minus(c) || c == '+');
    let dash = negative && before.chars().last().is_some_and(|c| c.is_whitespace() || c.is_alphanumeric());
    let spaced = text.get(..at).is_some_and(|lead| lead.ends_with(char::is_whitespace));
    let Ok(value) = number.replace(',', ".").parse::<f64>() else { return (None, text.to_owned()) };
    let value = if negative && !(dash && spaced) { -value } else { value };
    let rest =
        if before.trim().is_empty() { after.trim().to_owned() } else { format!("{} {}", before.trim(), after.trim()) };
    (Some(value), rest.trim().to_owned())
}

/// Rows of plus and minus, and faces.
fn signs(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{fe0f}').collect();
    let count = text.chars().count();
    let all = |wanted: &[char]| (1..=3).contains(&count) && text.chars().all(|c| wanted.contains(&c));
    if all(&['+', '＋']) {
        return Some((2.0 * count as f64).min(5.0));
    }
    if all(&['-', '−', '–', '—']) {
        return Some(-(2.0 * count as f64).min(5.0));
    }
    let mut faces = text.chars();
    let (face, None) = (faces.next()?, faces.next()) else { return None };
    FACES.iter().find(|(known, _)| known.contains(face)).map(|(_, points)| *points)
}

/// Faces from the best to the worst.
const FACES: [(&str, f64); 5] =
    [("😍🤩😁😄😀", 4.0), ("😊🙂😃☺👍", 2.0), ("😐😶🤔", 0.0), ("😕🙁☹😟😒👎", -2.0), ("😠😡😭😤😢😞😣", -4.0)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let check = |text: &str, points: Option<f64>, word: &str, fit: Fit| {
            let read = read(text, Scale::Ours);
            let found = (read.emotion.map(Emotion::points), read.word.as_str(), read.fit);
            assert_eq!(found, (points, word, fit), "{text:?}");
        };
        check("3", Some(3.0), "", Fit::Exact);
        check(" +2,5 ", Some(2.5), "", Fit::Exact);
        check("−3,5", Some(-3.5), "", Fit::Exact);
        check("- 4", Some(-4.0), "", Fit::Exact);
        check("–1.5", Some(-1.5), "", Fit::Exact);
        check("−3,5 злость", Some(-3.5), "злость", Fit::Exact);
        check("злость (−3)", Some(-3.0), "злость", Fit::Exact);
        check("злость −3", Some(-3.0), "злость", Fit::Exact);
        check("anger: 2", Some(2.0), "anger", Fit::Exact);
        check("anger - 2", Some(2.0), "anger", Fit::Exact);
        check("3,3", Some(3.5), "", Fit::About);
        check("7", Some(5.0), "", Fit::Outside);
        check("-9", Some(-5.0), "", Fit::Outside);
        check("5/5", Some(5.0), "", Fit::Exact);
        check("1/5", Some(-5.0), "", Fit::Exact);
        check("10/10", Some(5.0), "", Fit::Exact);
        check("++", Some(4.0), "", Fit::About);
        check("−", Some(-2.0), "", Fit::About);
        check("🙂", Some(2.0), "", Fit::About);
        check("😡", Some(-4.0), "", Fit::About);
        check("good", None, "good", Fit::None);
        check("", None, "", Fit::None);
    }

    #[test]
    fn other_scales_are_stretched_to_ours() {
        let check = |text: &str, scale: Scale, points: f64| {
            assert_eq!(read(text, scale).emotion.map(Emotion::points), Some(points), "{text} on {scale:?}");
        };
        check("3", Scale::OneToFive, 0.0);
        check("5", Scale::OneToFive, 5.0);
        check("1", Scale::Two, 2.5);
        check("-2", Scale::Two, -5.0);
        check("7", Scale::ZeroToTen, 2.0);
        check("0", Scale::ZeroToTen, -5.0);
    }

    #[test]
    fn the_scale_is_ours_unless_the_numbers_or_the_label_say_otherwise() {
        let check = |cells: &[&str], expect: Scale| assert_eq!(Scale::of(cells.iter().copied()), expect, "{cells:?}");
        check(&["1", "5", "3"], Scale::Ours);
        check(&["8", "2", "10"], Scale::ZeroToTen);
        check(&["8", "-2"], Scale::Ours);
        check(&[], Scale::Ours);
        let check = |label: &str, expect: Option<Scale>| assert_eq!(Scale::said(label), expect, "{label}");
        check("1–5", Some(Scale::OneToFive));
        check("от −5 до +5", Some(Scale::Ours));
        check("0-10", Some(Scale::ZeroToTen));
        check("Анна, 29", None);
        check("", None);
    }
}
