//! The fragments of a scene, in parts that scenes share.

use std::iter::FlatMap;
use std::slice;
use std::sync::Arc;

use super::shape::Fragment;

/// Fragments that stay together from one picture to the next.
pub type Part = Arc<Vec<Arc<Fragment>>>;

/// The fragments of a scene in the order they are drawn. They come in parts: a lane that an edit leaves as it was is a
/// part of the new scene as well, at no cost.
#[derive(Clone, Default)]
pub struct Fragments {
    /// Each part, with the place of its first fragment among all.
    parts: Vec<(usize, Part)>,
    len: usize,
}

/// Fragments one by one, through all parts.
pub type Iter<'a> = FlatMap<
    slice::Iter<'a, (usize, Part)>,
    slice::Iter<'a, Arc<Fragment>>,
    fn(&'a (usize, Part)) -> slice::Iter<'a, Arc<Fragment>>,
>;

impl Fragments {
    /// Puts a part at the end.
    pub fn push_part(&mut self, part: Part) {
        if !part.is_empty() {
            let begin = self.len;
            self.len += part.len();
            self.parts.push((begin, part));
        }
    }

    /// The parts, each with the place of its first fragment among all.
    pub fn parts(&self) -> impl Iterator<Item = (usize, &Part)> {
        self.parts.iter().map(|(begin, part)| (*begin, part))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The fragment at a place.
    pub fn get(&self, place: usize) -> Option<&Arc<Fragment>> {
        let after = self.parts.partition_point(|(begin, _)| *begin <= place);
        let (begin, part) = self.parts.get(after.checked_sub(1)?)?;
        part.get(place - begin)
    }

    /// All of them.
    pub fn iter(&self) -> Iter<'_> {
        self.parts.iter().flat_map(|(_, part)| part.iter())
    }
}

impl From<Vec<Arc<Fragment>>> for Fragments {
    fn from(fragments: Vec<Arc<Fragment>>) -> Self {
        let mut all = Self::default();
        all.push_part(Arc::new(fragments));
        all
    }
}

impl FromIterator<Arc<Fragment>> for Fragments {
    fn from_iter<T: IntoIterator<Item = Arc<Fragment>>>(fragments: T) -> Self {
        fragments.into_iter().collect::<Vec<_>>().into()
    }
}

impl Extend<Arc<Fragment>> for Fragments {
    fn extend<T: IntoIterator<Item = Arc<Fragment>>>(&mut self, fragments: T) {
        self.push_part(Arc::new(fragments.into_iter().collect()));
    }
}

impl<'a> IntoIterator for &'a Fragments {
    type Item = &'a Arc<Fragment>;
    type IntoIter = Iter<'a>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl std::fmt::Debug for Fragments {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
