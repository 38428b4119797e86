//! Numbers as the map's language writes them.

use crate::model::Language;

/// Between groups of three digits, and between a number and its percent sign in Russian: U+202F would be finer, but
/// U+00A0 is what the bundled font and every reader have.
const NO_BREAK_SPACE: char = '\u{a0}';

/// A number with so many decimals: `18 400`, `4,5` in Russian; `18,400`, `4.5` in English. The minus is U+2212.
pub fn number(value: f64, decimals: usize, language: Language) -> String {
    let text = format!("{:.*}", decimals, value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let negative = value < 0.0 && text.bytes().any(|byte| byte.is_ascii_digit() && byte != b'0');
    let mut out = String::new();
    if negative {
        out.push('−');
    }
    let (group, point) = match language {
        Language::Ru => (NO_BREAK_SPACE, ','),
        Language::En => (',', '.'),
    };
    // Four digits stand together, as both languages' typographers have it for plain figures in Russian.
    let grouped = whole.len() > if language == Language::Ru { 4 } else { 3 };
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// A number with as many decimals as it needs, at most `most`: `3` rather than `3,0`.
pub fn short_number(value: f64, most: usize, language: Language) -> String {
    let text = format!("{value:.most$}");
    let needed = text.trim_end_matches('0').split_once('.').map_or(0, |(_, fraction)| fraction.len());
    number(value, needed, language)
}

/// A number as it is typed: without groups of digits, so that it can be read again by [`typed_number`].
pub fn plain_number(value: f64, most: usize, language: Language) -> String {
    short_number(value, most, language).replace(if language == Language::Ru { NO_BREAK_SPACE } else { ',' }, "")
}

/// What is typed where a number is wanted, and is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a number")]
pub struct NotANumber;

/// The number that is typed: with a decimal comma or point, spaces between thousands, a percent sign; empty: none.
///
/// # Errors
/// When it is no number, or none that is finite.
pub fn typed_number(text: &str, language: Language) -> Result<Option<f64>, NotANumber> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '%').collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let plain = plain.replace('−', "-");
    let one_comma = plain.matches(',').count() == 1 && !plain.contains('.');
    let thousands = language == Language::En && is_thousands(&plain);
    let plain = plain.replace(',', if one_comma && !thousands { "." } else { "" });
    let number: Result<f64, _> = plain.parse();
    number.ok().filter(|number| number.is_finite()).map(Some).ok_or(NotANumber)
}

/// The largest whole number that a number with a fraction holds exactly: more cannot be typed.
pub const MOST_WHOLE: u64 = 9_007_199_254_740_991;

/// The whole number that is typed, from 0 to so many; empty: none. `None` where it is no such number.
pub fn typed_count(text: &str, most: u64, language: Language) -> Option<Option<u64>> {
    let Some(number) = typed_number(text, language).ok()? else { return Some(None) };
    let fits = number.fract() == 0.0 && (0.0..=most.min(MOST_WHOLE) as f64).contains(&number);
    fits.then_some(Some(number as u64))
}

/// "18,400" means thousands; "0,400" and "18,40" are decimals.
fn is_thousands(plain: &str) -> bool {
    plain.split_once(',').is_some_and(|(whole, rest)| {
        rest.len() == 3 && !matches!(whole.trim_start_matches('-'), "" | "0") && whole.len() <= 4
    })
}

/// A number that always says its sign, as emotions and gaps do: `+4,0`, `−4,5`, `0`.
pub fn signed(value: f64, decimals: usize, language: Language) -> String {
    let text = number(value, decimals, language);
    if value > 0.0 { format!("+{text}") } else { text }
}

/// A share 0–1 as whole percent: `22 %` in Russian, `22%` in English; below one percent with a decimal.
pub fn percent(share: f64, language: Language) -> String {
    let value = share * 100.0;
    let decimals = usize::from(value != 0.0 && value.abs() < 1.0);
    let figure = number(value, decimals, language);
    match language {
        Language::Ru => format!("{figure}{NO_BREAK_SPACE}%"),
        Language::En => format!("{figure}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(18400.0, 0, Language::Ru), "18\u{a0}400");
        assert_eq!(number(18400.0, 0, Language::En), "18,400");
        assert_eq!(number(-4.5, 1, Language::Ru), "−4,5");
        assert_eq!(number(-0.01, 1, Language::En), "0.0");
        assert_eq!(number(1250.0, 0, Language::Ru), "1250");
        assert_eq!(short_number(3.0, 2, Language::Ru), "3");
        assert_eq!(short_number(0.25, 2, Language::En), "0.25");
        assert_eq!(short_number(120.0, 0, Language::En), "120");
        assert_eq!(plain_number(-18_400.5, 2, Language::Ru), "−18400,5");
        assert_eq!(plain_number(18_400.5, 2, Language::En), "18400.5");
        assert_eq!(signed(4.0, 1, Language::Ru), "+4,0");
        assert_eq!(percent(0.22, Language::Ru), "22\u{a0}%");
        assert_eq!(percent(0.005, Language::En), "0.5%");
    }

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        let both = |text: &str, expect: Result<Option<f64>, NotANumber>| {
            for language in [Language::Ru, Language::En] {
                assert_eq!(typed_number(text, language), expect, "{text}");
            }
        };
        both(" ", Ok(None));
        both("120", Ok(Some(120.0)));
        both("1 200,5", Ok(Some(1200.5)));
        both("18\u{a0}400,5", Ok(Some(18400.5)));
        both("1,234,567", Ok(Some(1_234_567.0)));
        both("0,125", Ok(Some(0.125)));
        both("−4.5", Ok(Some(-4.5)));
        both("22 %", Ok(Some(22.0)));
        let counts = |text: &str, most: u64, expect: Option<Option<u64>>| {
            assert_eq!(typed_count(text, most, Language::Ru), expect, "{text}");
        };
        counts("", 9, Some(None));
        counts("9", 9, Some(Some(9)));
        counts("1 200", 4_294_967_295, Some(Some(1200)));
        for wrong in ["10", "-1", "2,5", "many", "1e300"] {
            counts(wrong, 9, None);
        }
        counts("9007199254740993", u64::MAX, None);
        both("tall", Err(NotANumber));
        both("1e999", Err(NotANumber));
        assert_eq!(typed_number("18,400", Language::En), Ok(Some(18400.0)));
        assert_eq!(typed_number("18,400", Language::Ru), Ok(Some(18.4)), "a decimal comma");
    }
}
