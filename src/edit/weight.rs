//! How many bytes things take in a file, estimated from above, and what of one document another does not share.

use std::sync::Arc;

use super::fields::{Fields, Walk};
use crate::model::list::Item;
use crate::model::{Document, Journey, List, Picture, Rank};

/// A field's name, indentation, quotes and line end.
const FIELD_BYTES: u64 = 56;
/// The brackets of a thing or an entry, each on a line of its own.
const ENTRY_BYTES: u64 = 72;
/// The frame of a file: its head and the names of its lists.
const FRAME_BYTES: u64 = 4096;
/// A number as text, plain or with an exponent: `-2.2250738585072014e-308`.
const NUMBER_BYTES: u64 = 32;
/// Memory of a touched list per item: one pointer.
const POINTER_BYTES: u64 = 8;

/// The document's estimated size as a file, in bytes.
pub(super) fn document_bytes(document: &Document) -> u64 {
    FRAME_BYTES + difference(&Document::default(), document).only_after
}

/// What two documents do not share, by identity in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Difference {
    /// Estimated file bytes of what only the earlier one has.
    pub(super) only_before: u64,
    /// Estimated file bytes of what only the later one has.
    pub(super) only_after: u64,
    /// Memory that the earlier one's own copies of lists take, in bytes.
    pub(super) lists_before: u64,
}

/// What two documents do not share; costs next to nothing where they share much.
pub(super) fn difference(before: &Document, after: &Document) -> Difference {
    let mut found = Difference::default();
    found.whole(&before.info, &after.info);
    found.whole(&before.audit, &after.audit);
    found.whole(&before.workshop, &after.workshop);
    found.lists(&before.channels, &after.channels);
    found.lists(&before.departments, &after.departments);
    found.lists(&before.participants, &after.participants);
    found.lists(&before.personas, &after.personas);
    found.lists(&before.barriers, &after.barriers);
    found.lists(&before.strengths, &after.strengths);
    found.lists(&before.opportunities, &after.opportunities);
    found.lists(&before.evidence, &after.evidence);
    found.lists(&before.metrics, &after.metrics);
    found.lists(&before.stops, &after.stops);
    found.lists(&before.comments, &after.comments);
    found.pairs(&before.journeys, &after.journeys, Difference::journeys);
    found
}

impl Difference {
    fn whole<T: Walk>(&mut self, before: &Arc<T>, after: &Arc<T>) {
        if !Arc::ptr_eq(before, after) {
            self.only_before += bytes(before.as_ref());
            self.only_after += bytes(after.as_ref());
        }
    }

    fn lists<T: Item + Walk>(&mut self, before: &List<T>, after: &List<T>) {
        self.pairs(before, after, |found, before, after| {
            found.only_before += before.map_or(0, bytes);
            found.only_after += after.map_or(0, bytes);
        });
    }

    fn journeys(&mut self, before: Option<&Journey>, after: Option<&Journey>) {
        let Some(either) = before.or(after) else { return };
        let none = Journey::new(either.id.clone(), List::default());
        match (before, after) {
            (Some(before), None) => self.only_before += journey_frame_bytes(before),
            (None, Some(after)) => self.only_after += journey_frame_bytes(after),
            _ => {}
        }
        let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
        self.whole(&before.info, &after.info);
        self.lists(&before.steps, &after.steps);
        self.lists(&before.custom_lanes, &after.custom_lanes);
        self.lists(&before.touchpoints, &after.touchpoints);
        self.lists(&before.transitions, &after.transitions);
    }

    /// Walks two lists side by side and reports each id whose item is not the same in memory.
    fn pairs<T: Item>(
        &mut self,
        before: &List<T>,
        after: &List<T>,
        mut report: impl FnMut(&mut Self, Option<&T>, Option<&T>),
    ) {
        if before.same(after) {
            return;
        }
        self.lists_before += before.len() as u64 * POINTER_BYTES;
        let (mut olds, mut news) = (before.iter().peekable(), after.iter().peekable());
        loop {
            match (olds.peek(), news.peek()) {
                (None, None) => return,
                (Some(old), Some(new)) if Arc::ptr_eq(old, new) => {
                    olds.next();
                    news.next();
                }
                (Some(old), Some(new)) if old.id() == new.id() => {
                    report(self, Some(old), Some(new));
                    olds.next();
                    news.next();
                }
                (old, new) if new.is_none_or(|new| old.is_some_and(|old| old.id() < new.id())) => {
                    report(self, olds.next().map(Arc::as_ref), None);
                }
                _ => report(self, None, news.next().map(Arc::as_ref)),
            }
        }
    }
}

fn journey_frame_bytes(journey: &Journey) -> u64 {
    // Its own brackets and id, and the names of its four lists.
    6 * ENTRY_BYTES + journey.id.as_str().len() as u64
}

/// The estimated size of one thing in a file, in bytes.
fn bytes<T: Walk>(thing: &T) -> u64 {
    let mut scale = Scale(ENTRY_BYTES);
    thing.walk(&mut scale);
    scale.0
}

/// Sums what fields take in a file.
struct Scale(u64);

impl Fields for Scale {
    fn text(&mut self, _field: &'static str, text: &str) {
        if !text.is_empty() {
            self.0 += FIELD_BYTES + text.chars().map(escaped_bytes).sum::<u64>();
        }
    }

    fn number(&mut self, _field: &'static str, _value: f64) {
        self.0 += FIELD_BYTES + NUMBER_BYTES;
    }

    fn rank(&mut self, rank: &Rank) {
        self.0 += FIELD_BYTES + rank.as_str().len() as u64;
    }

    fn picture(&mut self, picture: &Picture) {
        // Base 64 writes four characters for three bytes.
        self.0 += 2 * FIELD_BYTES + (picture.bytes.len() as u64).div_ceil(3) * 4;
    }

    fn id(&mut self, id: &str) {
        self.0 += FIELD_BYTES + id.len() as u64;
    }

    fn small(&mut self, count: usize) {
        self.0 += count as u64 * FIELD_BYTES;
    }

    fn entries(&mut self, _field: &'static str, count: usize) {
        if count > 0 {
            self.0 += ENTRY_BYTES * (count as u64 + 1);
        }
    }
}

/// A character may be written as it is or escaped (`\u{301}`), whichever is longer counts.
fn escaped_bytes(character: char) -> u64 {
    match character {
        ' ' | '!' | '#'..='[' | ']'..='~' => 1,
        // Cyrillic letters, which are never escaped: a short cut for long Russian texts.
        '\u{400}'..='\u{481}' => 2,
        _ => character.escape_debug().map(char::len_utf8).sum::<usize>() as u64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, ChannelIcon, ChannelId};

    fn channel(id: &str, name: &str) -> Channel {
        Channel {
            id: ChannelId::parse(id).unwrap(),
            rank: Rank::default(),
            name: name.to_owned(),
            icon: ChannelIcon::Shop,
        }
    }

    #[test]
    fn the_difference_is_what_is_not_shared() {
        let channels = [channel("c-a", "Shop"), channel("c-b", "Site"), channel("c-d", "App")];
        let before = Document { channels: channels.into_iter().collect(), ..Document::default() };
        let mut after = before.clone();
        assert_eq!(difference(&before, &after), Difference::default());
        after.channels.put(channel("c-b", "Website"));
        after.channels.put(channel("c-c", "Phone"));
        after.channels.remove(&ChannelId::parse("c-d").unwrap());
        let expected = Difference {
            only_before: bytes(&channel("c-b", "Site")) + bytes(&channel("c-d", "App")),
            only_after: bytes(&channel("c-b", "Website")) + bytes(&channel("c-c", "Phone")),
            lists_before: 24,
        };
        assert_eq!(difference(&before, &after), expected);
    }

    #[test]
    fn text_weighs_as_much_as_it_can_take_in_a_file() {
        let check = |character: char, bytes: u64| assert_eq!(escaped_bytes(character), bytes, "{character:?}");
        check('a', 1);
        check('я', 2);
        check('"', 2);
        check('\n', 2);
        check('\u{7}', 5);
        check('\u{301}', 7);
    }
}
