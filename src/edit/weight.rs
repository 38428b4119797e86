//! How many bytes things take in a file, estimated from above, and what of one document another does not share.

use std::sync::Arc;

use super::fields::{Fields, Walk};
use crate::model::list::{self, Item};
use crate::model::{Document, Journey, List, Picture, Rank};

/// How deep the fields of the project's things and of a journey's things are indented.
const PROJECT_INDENT: u64 = 12;
const JOURNEY_INDENT: u64 = 20;
/// How much deeper the fields of a part are.
const PART_INDENT: u64 = 8;
/// A field's colon, quotes, comma and line end.
const MARKS_BYTES: u64 = 8;
/// The name of a field of which only the kind is known.
const NAME_BYTES: u64 = 18;
/// A number, plain or with an exponent, or a small value: `-2.2250738585072014e-308`, `mystery_shopping`.
const VALUE_BYTES: u64 = 25;
/// The frame of a file: its head and the names of its lists.
const FRAME_BYTES: u64 = 1024;
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
    found.whole(&before.info, &after.info, PROJECT_INDENT);
    found.whole(&before.audit, &after.audit, PROJECT_INDENT);
    found.whole(&before.workshop, &after.workshop, PROJECT_INDENT);
    found.lists(&before.channels, &after.channels, PROJECT_INDENT);
    found.lists(&before.departments, &after.departments, PROJECT_INDENT);
    found.lists(&before.participants, &after.participants, PROJECT_INDENT);
    found.lists(&before.personas, &after.personas, PROJECT_INDENT);
    found.lists(&before.barriers, &after.barriers, PROJECT_INDENT);
    found.lists(&before.strengths, &after.strengths, PROJECT_INDENT);
    found.lists(&before.opportunities, &after.opportunities, PROJECT_INDENT);
    found.lists(&before.evidence, &after.evidence, PROJECT_INDENT);
    found.lists(&before.metrics, &after.metrics, PROJECT_INDENT);
    found.lists(&before.stops, &after.stops, PROJECT_INDENT);
    found.lists(&before.comments, &after.comments, PROJECT_INDENT);
    found.pairs(&before.journeys, &after.journeys, Difference::journeys);
    found
}

impl Difference {
    fn whole<T: Walk>(&mut self, before: &Arc<T>, after: &Arc<T>, indent: u64) {
        if !Arc::ptr_eq(before, after) {
            self.only_before += bytes(before.as_ref(), indent);
            self.only_after += bytes(after.as_ref(), indent);
        }
    }

    fn lists<T: Item + Walk>(&mut self, before: &List<T>, after: &List<T>, indent: u64) {
        self.pairs(before, after, |found, before, after| {
            found.only_before += before.map_or(0, |it| bytes(it, indent));
            found.only_after += after.map_or(0, |it| bytes(it, indent));
        });
    }

    fn journeys(&mut self, before: Option<&Journey>, after: Option<&Journey>) {
        match (before, after) {
            (Some(before), Some(after)) => {
                self.whole(&before.info, &after.info, JOURNEY_INDENT);
                self.lists(&before.steps, &after.steps, JOURNEY_INDENT);
                self.lists(&before.custom_lanes, &after.custom_lanes, JOURNEY_INDENT);
                self.lists(&before.touchpoints, &after.touchpoints, JOURNEY_INDENT);
                self.lists(&before.transitions, &after.transitions, JOURNEY_INDENT);
            }
            (before, after) => {
                self.only_before += before.map_or(0, journey_bytes);
                self.only_after += after.map_or(0, journey_bytes);
            }
        }
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
        list::pairs(before, after, |old, new| report(self, old.map(Arc::as_ref), new.map(Arc::as_ref)));
    }
}

/// The estimated size of a whole journey in a file, in bytes.
fn journey_bytes(journey: &Journey) -> u64 {
    let Journey { id, info, steps, custom_lanes, touchpoints, transitions } = journey;
    // Its own brackets, and the names and brackets of its four lists.
    let frame = 6 * (2 * PROJECT_INDENT + MARKS_BYTES + NAME_BYTES) + id.as_str().len() as u64;
    frame
        + bytes(info.as_ref(), JOURNEY_INDENT)
        + list_bytes(steps)
        + list_bytes(custom_lanes)
        + list_bytes(touchpoints)
        + list_bytes(transitions)
}

fn list_bytes<T: Walk>(list: &List<T>) -> u64 {
    list.iter().map(|item| bytes(item.as_ref(), JOURNEY_INDENT)).sum()
}

/// The estimated size of one thing in a file, in bytes.
fn bytes<T: Walk>(thing: &T, indent: u64) -> u64 {
    let mut scale = Scale { bytes: 0, indent };
    scale.brackets();
    thing.walk(&mut scale);
    scale.bytes
}

/// Sums what fields take in a file.
struct Scale {
    bytes: u64,
    indent: u64,
}

impl Scale {
    fn line(&mut self, name: u64, value: u64) {
        self.bytes += self.indent + MARKS_BYTES + name + value;
    }

    /// Brackets, each on a line of its own.
    fn brackets(&mut self) {
        self.bytes += 2 * self.indent + MARKS_BYTES;
    }
}

impl Fields for Scale {
    fn text(&mut self, field: &'static str, text: &str) {
        if !text.is_empty() {
            self.line(field.len() as u64, text.chars().map(escaped_bytes).sum());
        }
    }

    fn number(&mut self, field: &'static str, _value: f64) {
        self.line(field.len() as u64, VALUE_BYTES);
    }

    fn rank(&mut self, rank: &Rank) {
        if !rank.is_empty() {
            self.line("column".len() as u64, rank.as_str().len() as u64);
        }
    }

    fn picture(&mut self, picture: &Picture) {
        // Base 64 writes four characters for three bytes.
        self.brackets();
        self.line(NAME_BYTES, (picture.bytes.len() as u64).div_ceil(3) * 4);
    }

    fn id(&mut self, id: &str) {
        self.line("department".len() as u64, id.len() as u64);
    }

    fn small(&mut self, count: usize) {
        self.bytes += count as u64 * (self.indent + MARKS_BYTES + NAME_BYTES + VALUE_BYTES);
    }

    fn entries(&mut self, field: &'static str, count: usize) {
        if count > 0 {
            self.brackets();
            self.bytes += field.len() as u64;
        }
    }

    fn part(&mut self, part: &dyn Walk) {
        self.brackets();
        self.indent += PART_INDENT;
        part.walk(self);
        self.indent -= PART_INDENT;
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
        let weigh = |id, name| bytes(&channel(id, name), PROJECT_INDENT);
        let expected = Difference {
            only_before: weigh("c-b", "Site") + weigh("c-d", "App"),
            only_after: weigh("c-b", "Website") + weigh("c-c", "Phone"),
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
