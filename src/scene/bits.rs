//! A set of small numbers, a bit for each: asked whether any of a stretch is in it.

use std::ops::Range;

/// A set of small numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// Takes a number in.
    pub(super) fn put(&mut self, number: usize) {
        let word = number / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << (number % 64);
        }
    }

    /// Takes all out.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether nothing was taken in since the last time that all were taken out.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether any of these is in it.
    pub(super) fn has_any_of(&self, numbers: Range<usize>) -> bool {
        let Some(last) = numbers.end.checked_sub(1).filter(|last| *last >= numbers.start) else { return false };
        let (from, to) = (numbers.start / 64, last / 64);
        let words = self.0.get(from..=to.min(self.0.len().saturating_sub(1))).unwrap_or_default();
        (from..).zip(words).any(|(word, bits)| {
            let upward = if word == from { u64::MAX << (numbers.start % 64) } else { u64::MAX };
            let downward = if word == to { u64::MAX >> (63 - last % 64) } else { u64::MAX };
            bits & upward & downward != 0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_has_what_was_put_into_it() {
        let put = [0, 5, 63, 64, 130, 191, 192, 300];
        let mut bits = Bits::default();
        assert!(!bits.has_any_of(0..400) && bits.is_empty());
        for number in put {
            bits.put(number);
        }
        for start in 0..330 {
            for end in [start, start + 1, start + 2, start + 60, start + 64, start + 65, start + 140] {
                let any = put.iter().any(|number| (start..end).contains(number));
                assert_eq!(bits.has_any_of(start..end), any, "{start}..{end}");
            }
        }
        bits.clear();
        assert!(!bits.has_any_of(0..400) && bits.is_empty());
    }
}
