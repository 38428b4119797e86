//! A place in an order, as text: there is always another rank between two, and copies of one file merge.
//!
//! A rank reads as a fraction in base 36 (`"i4"` < `"i4k"` < `"j"`), so inserting renumbers nobody. New ranks end in
//! a random tail: two people who insert at the same place of two copies get two different ranks, never one shared column.

use std::fmt;
use std::sync::Arc;

use super::ids::IdSource;

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const BASE: u64 = 36;
/// Random digits at the end of a new rank: 36⁴ ≈ 1.7 million.
const TAIL_DIGITS: usize = 4;
/// Digits that count whole steps at an open end.
const HEAD_DIGITS: u32 = 3;
/// The longest rank that is accepted, in bytes.
pub const MAX_RANK_BYTES: usize = 256;

/// A place in an order. The empty rank comes first and means "not given": things with it stand in the order of their ids.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rank(Arc<str>);

impl Rank {
    /// Reads a rank: digits and lower-case Latin letters, at most [`MAX_RANK_BYTES`]; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase());
        (digits && text.len() <= MAX_RANK_BYTES).then(|| Self(text.into()))
    }

    /// A new rank strictly between two (each may be open), ending in a random tail.
    ///
    /// Where the bounds are equal or the wrong way round, the result follows `after`.
    pub fn between(after: Option<&Self>, before: Option<&Self>, source: &mut dyn IdSource) -> Self {
        let low = after.map_or("", Self::as_str).as_bytes();
        let high = before.map(|rank| rank.as_str().as_bytes()).filter(|high| *high > low);
        let mut digits = middle(low, high);
        let mut bits = source.next_bits();
        for _ in 0..TAIL_DIGITS {
            digits.push(DIGITS[(bits % BASE) as usize]);
            bits /= BASE;
        }
        // A trailing zero would leave no room right below this rank.
        if digits.last() == Some(&b'0') {
            digits.push(b'i');
        }
        Self(String::from_utf8_lossy(&digits).into())
    }

    /// `count` ranks in order, evenly spread and of one length, without random tails: for maps made in one go.
    pub fn spread(count: usize) -> Vec<Self> {
        let mut width = 1;
        while BASE.pow(width) < 2 * (count as u64 + 1) {
            width += 1;
        }
        let step = BASE.pow(width) / (count as u64 + 1);
        let rank = |index: u64| {
            let mut digits = digits_of(index * step, width);
            digits.push(b'i');
            Self(String::from_utf8_lossy(&digits).into())
        };
        (1..=count as u64).map(rank).collect()
    }

    /// The rank's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether no place is given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn digit_value(byte: u8) -> u64 {
    DIGITS.iter().position(|digit| *digit == byte).unwrap_or(0) as u64
}

/// Digits strictly between the two fractions, none of whose extensions reaches `high`.
fn middle(low: &[u8], high: Option<&[u8]>) -> Vec<u8> {
    // At an open end whole steps keep long rows of appended or prepended ranks short.
    let step = match high {
        None if !low.is_empty() => head(low).checked_add(1),
        Some(high) if low.is_empty() => head(high).checked_sub(1),
        _ => None,
    };
    if let Some(head) = step.filter(|head| (1..BASE.pow(HEAD_DIGITS) - 1).contains(head)) {
        return digits_of(head, HEAD_DIGITS);
    }
    halfway(low, high)
}

fn halfway(low: &[u8], mut high: Option<&[u8]>) -> Vec<u8> {
    let mut digits = Vec::new();
    // Past the end of both, the bounds are equal as fractions ("a" and "a0"): then the result follows `low`.
    let longest = low.len().max(high.map_or(0, <[u8]>::len));
    for place in 0.. {
        if place > longest {
            high = None;
        }
        let low_digit = low.get(place).map_or(0, |byte| digit_value(*byte));
        let high_digit = high.map_or(BASE, |high| high.get(place).map_or(0, |byte| digit_value(*byte)));
        if high_digit > low_digit + 1 {
            digits.push(DIGITS[low_digit.midpoint(high_digit) as usize]);
            break;
        }
        digits.push(DIGITS[low_digit as usize]);
        if high_digit > low_digit {
            high = None;
        }
    }
    digits
}

/// The first digits as a whole number.
fn head(digits: &[u8]) -> u64 {
    (0..HEAD_DIGITS as usize)
        .fold(0, |head, place| head * BASE + digits.get(place).map_or(0, |byte| digit_value(*byte)))
}

fn digits_of(mut value: u64, width: u32) -> Vec<u8> {
    let mut digits = vec![b'0'; width as usize];
    for digit in digits.iter_mut().rev() {
        *digit = DIGITS[(value % BASE) as usize];
        value /= BASE;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Counter(u64);
    impl IdSource for Counter {
        fn next_bits(&mut self) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            self.0 >> 11
        }
    }

    proptest! {
        #[test]
        fn any_sequence_of_insertions_keeps_order(places in prop::collection::vec(any::<prop::sample::Index>(), 1..60), seed in any::<u64>()) {
            let mut source = Counter(seed);
            let mut ranks: Vec<Rank> = Vec::new();
            for place in places {
                let at = place.index(ranks.len() + 1);
                let after = at.checked_sub(1).and_then(|index| ranks.get(index)).cloned();
                let rank = Rank::between(after.as_ref(), ranks.get(at), &mut source);
                ranks.insert(at, rank);
                prop_assert!(ranks.is_sorted_by(|a, b| a < b), "{ranks:?}");
            }
        }
    }

    #[test]
    fn appending_a_thousand_times_stays_short() {
        let mut source = Counter(1);
        let mut last = Rank::between(None, None, &mut source);
        for _ in 0..1000 {
            let next = Rank::between(Some(&last), None, &mut source);
            assert!(next > last);
            last = next;
        }
        assert!(last.as_str().len() < 12, "{last:?}");
    }

    #[test]
    fn spread_ranks_are_ordered_and_leave_room() {
        let ranks = Rank::spread(10_000);
        assert_eq!(ranks.len(), 10_000);
        assert!(ranks.is_sorted_by(|a, b| a < b));
        let between = Rank::between(ranks.first(), ranks.get(1), &mut Counter(5));
        assert!(ranks[0] < between && between < ranks[1]);
    }

    #[test]
    fn hand_written_ranks_are_read() {
        assert!(Rank::parse("a").unwrap() < Rank::parse("b").unwrap());
        assert_eq!(Rank::parse("A"), None);
        let low = Rank::parse("a").unwrap();
        let high = Rank::parse("a0").unwrap();
        // No fraction lies between "a" and "a0", yet the result still follows the first.
        assert!(Rank::between(Some(&low), Some(&high), &mut Counter(1)) > low);
    }
}
