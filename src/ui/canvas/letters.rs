//! Which lines of letters come into sight: to lay out many of them would make their frame late.

use std::hash::{Hash, Hasher};

use egui::FontId;
use rustc_hash::{FxHashSet, FxHasher};

/// So many lines that were not in sight before are laid out in one frame; the others are bars until the next.
const MOST_NEW: usize = 48;

/// The lines in sight.
#[derive(Debug, Default)]
pub struct Letters {
    /// Those that the last frame has drawn: they are laid out already.
    known: FxHashSet<u64>,
    /// Those of this frame.
    drawn: FxHashSet<u64>,
    /// How many new ones have their turn in this frame; `None`: all of them.
    left: Option<usize>,
    are_late: bool,
    /// The zoom of the last frame, and whether it was that of the frame before it.
    zoom: (f32, bool),
}

impl Letters {
    /// Begins a frame at this zoom. While it changes, all letters are new and all are drawn: they would flicker.
    pub fn begin(&mut self, zoom: f32) {
        let (before, rested) = self.zoom;
        let rests = before.to_bits() == zoom.to_bits();
        self.zoom = (zoom, rests);
        self.left = (rests && rested).then_some(MOST_NEW);
        self.are_late = false;
        std::mem::swap(&mut self.known, &mut self.drawn);
        self.drawn.clear();
    }

    /// Whether a line is drawn in letters in this frame.
    pub fn is_due(&mut self, line: &str, font: &FontId) -> bool {
        let mut hasher = FxHasher::default();
        (line, font.size.to_bits(), &font.family).hash(&mut hasher);
        let line = hasher.finish();
        if !self.known.contains(&line) && !self.drawn.contains(&line) {
            match &mut self.left {
                None => {}
                Some(0) => {
                    self.are_late = true;
                    return false;
                }
                Some(left) => *left -= 1,
            }
        }
        self.drawn.insert(line);
        true
    }

    /// Whether some are left for the next frame.
    pub fn are_late(&self) -> bool {
        self.are_late
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(letters: &mut Letters, zoom: f32, lines: std::ops::Range<usize>) -> usize {
        letters.begin(zoom);
        let font = FontId::proportional(12.0);
        lines.filter(|line| letters.is_due(&line.to_string(), &font)).count()
    }

    #[test]
    fn many_new_lines_take_several_frames_but_not_while_zooming() {
        let mut letters = Letters::default();
        let all = 2 * MOST_NEW + 10;
        // The zoom has to rest first.
        assert_eq!(due(&mut letters, 1.0, 0..all), all);
        assert_eq!(due(&mut letters, 1.0, 0..all), all);
        // What is drawn again is not new.
        assert_eq!(due(&mut letters, 1.0, 0..all), all);
        assert!(!letters.are_late());
        for (due_now, late) in [(MOST_NEW, true), (2 * MOST_NEW, true), (all, false), (all, false)] {
            assert_eq!(due(&mut letters, 1.0, 1000..1000 + all), due_now);
            assert_eq!(letters.are_late(), late);
        }
        // A step of the zoom, and the frame after it, draw everything.
        assert_eq!(due(&mut letters, 1.1, 5000..5000 + all), all);
        assert_eq!(due(&mut letters, 1.1, 7000..7000 + all), all);
        assert_eq!(due(&mut letters, 1.1, 9000..9000 + all), MOST_NEW);
    }
}
