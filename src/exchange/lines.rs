//! Plain lines → titles: a list as people type it, without its bullets and numbers, perhaps with emotions behind colons.

use crate::model::Emotion;

/// The lines that say something, each without the mark of its list.
pub fn titles(text: &str) -> Vec<String> {
    // A row copied out of a table is one line with its cells apart.
    let lines = text.trim_start_matches('\u{feff}').split(['\n', '\r', '\t']);
    lines.map(|line| without_mark(line.trim()).to_owned()).filter(|line| !line.is_empty()).collect()
}

/// A title that ends with a colon and an emotion on our scale, taken apart: "Waits: -2", "Ждёт: 4,5". Anything else
/// behind a colon, a time of day as well, belongs to the title.
pub fn with_emotion(title: &str) -> Option<(&str, Emotion)> {
    let (said, number) = title.rsplit_once(':')?;
    let said = said.trim_end();
    if said.is_empty() || (said.ends_with(|c: char| c.is_ascii_digit()) && !number.starts_with(char::is_whitespace)) {
        return None;
    }
    Some((said, emotion(number.trim())?))
}

/// A number of our scale and nothing else, with a point or a comma and any kind of minus.
fn emotion(text: &str) -> Option<Emotion> {
    let negative = text.strip_prefix(['-', '−', '–', '—']).map(str::trim_start);
    let digits = negative.or_else(|| text.strip_prefix('+')).unwrap_or(text);
    let is_digit = |c: char| c.is_ascii_digit();
    let bare = digits.chars().all(|c| is_digit(c) || matches!(c, '.' | ','));
    if !(bare && digits.starts_with(is_digit) && digits.ends_with(is_digit)) {
        return None;
    }
    let value: f64 = digits.replace(',', ".").parse().ok()?;
    let points = if negative.is_some() { -value } else { value };
    // What is rounded or held within the scale is another number.
    Emotion::from_points(points).filter(|emotion| emotion.points() == points)
}

/// The lines of one cell, by the same rules; tabs are part of it.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let lines = text.lines().map(|line| without_mark(line.trim()));
    lines.filter(|line| !line.is_empty()).collect()
}

/// Marks that stand before a space.
const MARKS: [char; 12] = ['-', '–', '—', '−', '*', '+', '•', '·', '●', '○', '◦', '▪'];
/// Boxes to be ticked.
const BOXES: [&str; 6] = ["[ ]", "[x]", "[X]", "☐", "☑", "☒"];

fn without_mark(line: &str) -> &str {
    let rest = without_bullet(line);
    let unboxed = BOXES.iter().find_map(|mark| rest.strip_prefix(mark)).map_or(rest, str::trim_start);
    if unboxed.len() == line.len() { without_number(line) } else { unboxed }
}

fn without_bullet(line: &str) -> &str {
    let Some(rest) = line.strip_prefix(MARKS) else { return line };
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace) || line.starts_with('•');
    if ends { rest.trim_start() } else { line }
}

/// `1.`, `2)`, `(3)`, `4.1.` before a space; a year is no number of a list.
fn without_number(line: &str) -> &str {
    let body = line.strip_prefix('(').unwrap_or(line);
    let end = body.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ')')).unwrap_or(body.len());
    let (number, rest) = body.split_at(end);
    let digits = number.trim_end_matches(['.', ')']);
    let short = digits.split('.').all(|part| (1..=3).contains(&part.len()));
    let closed = number.len() > digits.len();
    if short && closed && (rest.starts_with(char::is_whitespace) || rest.is_empty()) { rest.trim_start() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_lists_are_left_out_and_words_stay() {
        let check = |text: &str, expect: &[&str]| assert_eq!(titles(text), expect, "{text:?}");
        check("", &[]);
        check("\u{feff}Видит вывеску\r\n\r\n  Заходит  \n", &["Видит вывеску", "Заходит"]);
        check("- one\n– two\n• three\n•four\n* five", &["one", "two", "three", "four", "five"]);
        check("1. one\n2) two\n(3) three\n12.  four\n4.1. five", &["one", "two", "three", "four", "five"]);
        check("[ ] one\n- [x] two\n☐ three", &["one", "two", "three"]);
        check(
            "-5 °C outside\n3D tour\n2024. The year\n3.5 hours\n24/7",
            &["-5 °C outside", "3D tour", "2024. The year", "3.5 hours", "24/7"],
        );
        check("-\n1.\n•\n", &[]);
        check("a\tb\t\tc", &["a", "b", "c"]);
    }

    #[test]
    fn a_number_of_our_scale_behind_a_colon_is_an_emotion() {
        let check = |title: &str, expect: Option<(&str, f64)>| {
            let found = with_emotion(title).map(|(title, emotion)| (title, emotion.points()));
            assert_eq!(found, expect, "{title:?}");
        };
        check("Waits: 3", Some(("Waits", 3.0)));
        check("Waits:-2", Some(("Waits", -2.0)));
        check("Ждёт заказ : 4,5", Some(("Ждёт заказ", 4.5)));
        check("Till: line: − 1.5 ", Some(("Till: line", -1.5)));
        check("Комната 12: +5", Some(("Комната 12", 5.0)));
        check("Waits: 0", Some(("Waits", 0.0)));
        for plain in ["Waits", "Waits: 6", "Waits: -5,5", "Waits: 3.3", "Waits: 3 min", "Waits: ++", "Waits:", ": 3"] {
            check(plain, None);
        }
        for time in ["Opens at 9:00", "Opens at 10:5", "Waits: 3/5", "Waits: 1e0", "Waits: 3."] {
            check(time, None);
        }
    }
}
