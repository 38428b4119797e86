//! Plain lines → titles: a list as people type it, without its bullets and numbers.

/// The lines that say something, each without the mark of its list.
pub fn titles(text: &str) -> Vec<String> {
    // A row copied out of a table is one line with its cells apart.
    let lines = text.trim_start_matches('\u{feff}').split(['\n', '\r', '\t']);
    lines.map(|line| without_mark(line.trim()).to_owned()).filter(|line| !line.is_empty()).collect()
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
}
