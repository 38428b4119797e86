//! Which glyphs are drawn and which words come more than once, so that each is defined once.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::scene::Shape;
use crate::scene::text::{ShapedLine, Weight};

/// A glyph of a word: its number, and its origin from the word's beginning in font units.
pub(super) type Placed = (u16, i32, i32);

/// A word of a line.
pub(super) struct Word {
    /// Its beginning, from the line's left end, in font units.
    pub(super) x: i32,
    /// Its glyphs.
    pub(super) glyphs: Vec<Placed>,
}

struct Known {
    count: usize,
    /// Its number in the order of coming.
    name: usize,
}

/// The words of a whole scene.
#[derive(Default)]
pub(super) struct Words {
    known: [HashMap<Arc<[Placed]>, Known>; Weight::ALL.len()],
    in_order: Vec<(Weight, Arc<[Placed]>)>,
    glyphs: BTreeSet<(Weight, u16)>,
}

/// The words of a line; `scale` is points a font unit.
pub(super) fn of_line(line: &ShapedLine, scale: f32) -> impl Iterator<Item = Word> {
    let is_space = |cluster: u32| {
        let rest = line.text.get(cluster as usize..).unwrap_or_default();
        rest.chars().next().is_none_or(char::is_whitespace)
    };
    line.glyphs.split(move |glyph| is_space(glyph.cluster)).filter(|word| !word.is_empty()).map(move |word| {
        let units = |points: f32| (points / scale).round() as i32;
        let x = word.first().map_or(0, |glyph| units(glyph.x));
        let glyphs = word.iter().map(|glyph| (glyph.id, units(glyph.x) - x, units(glyph.y))).collect();
        Word { x, glyphs }
    })
}

impl Words {
    /// The words of these shapes.
    pub(super) fn of<'a>(shapes: impl Iterator<Item = &'a Shape>) -> Self {
        let mut words = Self::default();
        for shape in shapes {
            let Shape::Text { text, .. } = shape else { continue };
            let scale = text.style.size / super::UNITS_PER_EM;
            for line in &text.lines {
                for word in of_line(line, scale) {
                    words.add(text.style.weight, &word.glyphs);
                }
            }
        }
        words
    }

    fn add(&mut self, weight: Weight, glyphs: &[Placed]) {
        let Some(known) = self.known.get_mut(weight as usize) else { return };
        if let Some(word) = known.get_mut(glyphs) {
            word.count += 1;
            return;
        }
        self.glyphs.extend(glyphs.iter().map(|(glyph, ..)| (weight, *glyph)));
        let glyphs: Arc<[Placed]> = glyphs.into();
        known.insert(Arc::clone(&glyphs), Known { count: 1, name: self.in_order.len() });
        self.in_order.push((weight, glyphs));
    }

    /// The name of a word that is worth defining: of several glyphs, and coming more than once.
    pub(super) fn name(&self, weight: Weight, glyphs: &[Placed]) -> Option<usize> {
        let word = self.known.get(weight as usize)?.get(glyphs)?;
        (word.count > 1 && glyphs.len() > 1).then_some(word.name)
    }

    /// Every word that has a name, in the order of coming.
    pub(super) fn repeated(&self) -> Vec<(usize, Weight, Arc<[Placed]>)> {
        let named = |(weight, glyphs): &(Weight, Arc<[Placed]>)| {
            self.name(*weight, glyphs).map(|name| (name, *weight, Arc::clone(glyphs)))
        };
        self.in_order.iter().filter_map(named).collect()
    }

    /// Every glyph, sorted.
    pub(super) fn glyphs(&self) -> Vec<(Weight, u16)> {
        self.glyphs.iter().copied().collect()
    }
}
