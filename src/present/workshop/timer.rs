//! The timer of an agenda item: a value that is told what time it is and has no clock of its own.

use crate::model::{AgendaItem, AgendaItemId, Workshop};

/// What is added by one key, in minutes.
pub const MORE_MINUTES: f64 = 5.0;

/// A countdown. Every `now` is a monotonic time in seconds, from any beginning that stays the same.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timer {
    item: Option<AgendaItemId>,
    planned_secs: f64,
    /// Seconds that had gone by when it was stopped last.
    spent_secs: f64,
    running_since: Option<f64>,
}

impl Timer {
    /// Takes up an item from its beginning; it runs on where the one before was running.
    pub fn take_up(&mut self, item: &AgendaItem, now: f64) {
        *self = Self {
            item: Some(item.id.clone()),
            planned_secs: item.minutes.max(0.0) * 60.0,
            spent_secs: 0.0,
            running_since: self.running_since.map(|_| now),
        };
    }

    /// Takes up the item after the present one, or the first; stops after the last.
    pub fn next_item(&mut self, workshop: &Workshop, now: f64) {
        let agenda = workshop.agenda_in_order();
        let at = self.item.as_ref().and_then(|id| agenda.iter().position(|item| item.id == *id));
        match agenda.get(at.map_or(0, |at| at + 1)) {
            Some(item) => self.take_up(item, now),
            None => *self = Self::default(),
        }
    }

    /// Starts it, or lets it run on.
    pub fn start(&mut self, now: f64) {
        self.running_since.get_or_insert(now);
    }

    /// Stops it where it is.
    pub fn pause(&mut self, now: f64) {
        self.spent_secs = self.spent(now);
        self.running_since = None;
    }

    /// Starts or stops it; without an item, or with one that has been removed, the first one is taken up.
    pub fn toggle(&mut self, workshop: &Workshop, now: f64) {
        if self.is_running() {
            self.pause(now);
            return;
        }
        let is_there = self.item.as_ref().is_some_and(|id| workshop.agenda.contains(id));
        if !is_there {
            *self = Self::default();
            self.next_item(workshop, now);
        }
        if self.item.is_some() {
            self.start(now);
        }
    }

    /// Gives the item more time, or less; nothing where there is no item.
    pub fn add_minutes(&mut self, minutes: f64) {
        if self.item.is_some() {
            self.planned_secs += minutes * 60.0;
        }
    }

    /// What is left, in seconds; negative when the time is up.
    pub fn left_secs(&self, now: f64) -> f64 {
        self.planned_secs - self.spent(now)
    }

    /// The share of the time that is gone, 0–1.
    pub fn gone_share(&self, now: f64) -> f64 {
        if self.planned_secs > 0.0 { (self.spent(now) / self.planned_secs).clamp(0.0, 1.0) } else { 1.0 }
    }

    /// Whether it is running.
    pub fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// The item that it times.
    pub fn item(&self) -> Option<&AgendaItemId> {
        self.item.as_ref()
    }

    /// Seconds until what it shows changes; `None` while it stands still.
    pub fn secs_to_next_change(&self, now: f64) -> Option<f64> {
        let left = self.left_secs(now);
        self.is_running().then(|| left - (left.ceil() - 1.0))
    }

    fn spent(&self, now: f64) -> f64 {
        self.spent_secs + self.running_since.map_or(0.0, |since| (now - since).max(0.0))
    }
}

/// What is left, as it is shown: `12:05`, `−0:07` when the time is up.
pub fn words(left_secs: f64) -> String {
    let left = left_secs.ceil();
    let whole = left.abs() as u64;
    let sign = if left < 0.0 { "−" } else { "" };
    format!("{sign}{}:{:02}", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{List, Rank};

    fn workshop(minutes: &[f64]) -> Workshop {
        let ranks = Rank::spread(minutes.len());
        // Ids in the opposite order, so that only ranks can put the items right.
        let item = |(index, (minutes, rank)): (usize, (&f64, Rank))| AgendaItem {
            id: AgendaItemId::parse(&format!("a-{}", 9 - index)).unwrap(),
            rank,
            title: String::new(),
            minutes: *minutes,
        };
        let agenda: List<AgendaItem> = minutes.iter().zip(ranks).enumerate().map(item).collect();
        Workshop { agenda, ..Workshop::default() }
    }

    /// `s`tart or stop, `n`ext, `+` five minutes, a number: seconds go by; then item and what is left.
    fn check(steps: &str, expect: (Option<&str>, &str)) {
        let workshop = workshop(&[10.0, 0.5]);
        let (mut timer, mut now) = (Timer::default(), 1_000.0);
        for step in steps.split_whitespace() {
            match step {
                "s" => timer.toggle(&workshop, now),
                "n" => timer.next_item(&workshop, now),
                "+" => timer.add_minutes(MORE_MINUTES),
                secs => now += secs.parse::<f64>().unwrap(),
            }
        }
        let shown = (timer.item().map(AgendaItemId::as_str), words(timer.left_secs(now)));
        assert_eq!((shown.0, shown.1.as_str()), expect, "{steps}");
    }

    #[test]
    fn time_is_counted_only_while_it_runs() {
        check("", (None, "0:00"));
        check("s", (Some("a-9"), "10:00"));
        check("s 0.4", (Some("a-9"), "10:00"));
        check("s 61", (Some("a-9"), "8:59"));
        check("s 60 s 300 s 30", (Some("a-9"), "8:30"));
        check("s 600", (Some("a-9"), "0:00"));
        check("s 600.4", (Some("a-9"), "0:00"));
        check("s 667", (Some("a-9"), "−1:07"));
        check("s 667 +", (Some("a-9"), "3:53"));
        check("s 60 n 10", (Some("a-8"), "0:20"));
        check("n 60", (Some("a-9"), "10:00"));
        check("s n n", (None, "0:00"));
        check("s n n 20 s 20", (Some("a-9"), "9:40"));
        check("+ +", (None, "0:00"));
    }

    #[test]
    fn an_item_that_was_removed_makes_way_for_the_first() {
        let mut timer = Timer::default();
        timer.toggle(&workshop(&[10.0, 0.5]), 0.0);
        timer.next_item(&workshop(&[10.0, 0.5]), 0.0);
        timer.pause(0.0);
        timer.toggle(&workshop(&[10.0]), 5.0);
        assert_eq!((timer.item().map(AgendaItemId::as_str), timer.left_secs(5.0)), (Some("a-9"), 600.0));
    }

    #[test]
    fn it_says_when_to_look_again() {
        let workshop = workshop(&[1.0]);
        let mut timer = Timer::default();
        assert_eq!(timer.secs_to_next_change(0.0), None);
        timer.toggle(&workshop, 0.0);
        for now in [0.0, 0.25, 59.5, 60.75] {
            let wait = timer.secs_to_next_change(now).unwrap();
            assert!(wait > 0.0 && wait <= 1.0, "{now}: {wait}");
            let shown = |now: f64| words(timer.left_secs(now));
            // Both sides of zero look alike.
            assert!(shown(now) == shown(now + wait - 0.01), "{now}");
        }
        assert_eq!(timer.gone_share(30.0), 0.5);
    }
}
