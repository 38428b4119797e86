//! Days as people type and read them: one rule for every field.

use crate::model::{Date, Language};

/// A day as the language writes it: `22.11.2026`, `22 Nov 2026`.
pub fn date_words(date: Date, language: Language) -> String {
    match language {
        Language::Ru => date.strftime("%d.%m.%Y").to_string(),
        Language::En => date.strftime("%-d %b %Y").to_string(),
    }
}

/// What is typed is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day")]
pub struct NotADay;

/// Which year is meant where none is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// The day is still to come, or is today: when something is due.
    Ahead,
    /// The day has been, or is today: when something was found out.
    Back,
}

/// The day that is typed: `2026-12-01`, `01.12.2026`, `1.12.26`, or `1.12`, of which the year follows; nothing: none.
///
/// # Errors
/// When it is no day, or may be two.
pub fn typed_day(text: &str, (today, lean): (Date, Lean)) -> Result<Option<Date>, NotADay> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = typed.split(['-', '.', '/']).map(str::trim).collect();
    // Day and month change places between countries where they are parted by slashes.
    let doubtful = typed.contains('/') && parts.first().is_none_or(|first| first.len() != 4);
    let day = match parts[..] {
        _ if doubtful => None,
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [day, month, year] if year.len() == 4 => date(year, month, day),
        [day, month, year] if year.len() == 2 && typed.contains('.') => date(&format!("20{year}"), month, day),
        [day, month] if typed.contains('.') => near(month, day, (today, lean)),
        _ => None,
    };
    day.map(Some).ok_or(NotADay)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// This year's day, or the one beside it on the side that is meant.
fn near(month: &str, day: &str, (today, lean): (Date, Lean)) -> Option<Date> {
    let this = today.year();
    let found = date(&this.to_string(), month, day)?;
    let beside = match lean {
        Lean::Ahead if found < today => this + 1,
        Lean::Back if found > today => this - 1,
        _ => return Some(found),
    };
    date(&beside.to_string(), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let today = Date::constant(2026, 11, 22);
        let check = |text: &str, expect: Option<&str>| {
            let read = typed_day(text, (today, Lean::Ahead)).ok();
            let read = read.map(|day| day.map(|day| day.to_string()).unwrap_or_default());
            assert_eq!(read.as_deref(), expect, "{text}");
        };
        check("", Some(""));
        check("2026-11-02", Some("2026-11-02"));
        check("2026-11-2", Some("2026-11-02"));
        check("02.11.2026", Some("2026-11-02"));
        check(" 2.11.2026 ", Some("2026-11-02"));
        check("2026/11/02", Some("2026-11-02"));
        check("1.12.26", Some("2026-12-01"));
        check("1.12", Some("2026-12-01"));
        check("22.11", Some("2026-11-22"));
        check("15.1", Some("2027-01-15"));
        for wrong in ["02/11/2026", "2026-11", "2026-13-02", "31.11.2026", "31.11", "29.02", "soon", "1.2.3.4"] {
            check(wrong, None);
        }
        // On the way to a year nothing is taken for one.
        for wrong in ["1.12.2", "1.12.202", "99999.1", "1-12", "01-12-26"] {
            check(wrong, None);
        }
    }

    #[test]
    fn what_was_lies_behind_and_what_is_due_lies_ahead() {
        let today = Date::constant(2026, 11, 22);
        let check = |text: &str, lean: Lean, year: i16| {
            let read = typed_day(text, (today, lean)).unwrap().unwrap();
            assert_eq!(read.year(), year, "{text} {lean:?}");
        };
        check("1.12", Lean::Ahead, 2026);
        check("1.12", Lean::Back, 2025);
        check("1.11", Lean::Ahead, 2027);
        check("1.11", Lean::Back, 2026);
        check("22.11", Lean::Back, 2026);
    }
}
