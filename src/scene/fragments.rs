//! The fragments of a scene, in parts that scenes share.

use std::iter::FlatMap;
use std::ops::Range;
use std::slice;
use std::sync::{Arc, OnceLock};

use super::geometry::{Point, Rect};
use super::shape::Fragment;

/// Fragments that stay together from one picture to the next, as they were drawn.
pub type Drawing = Arc<Vec<Arc<Fragment>>>;

/// A drawing at its place in a scene.
///
/// What an edit moves aside is the same drawing elsewhere: nothing of it is touched. A fragment finds its own place only
/// when somebody looks at it: of a large map that is moved aside, few are seen.
#[derive(Debug)]
pub struct Part {
    drawing: Drawing,
    by: Point,
    here: OnceLock<Box<[OnceLock<Arc<Fragment>>]>>,
}

impl Part {
    /// A drawing, so far from where it was drawn.
    pub fn new(drawing: Drawing, by: Point) -> Self {
        Self { drawing, by, here: OnceLock::new() }
    }

    /// What was drawn.
    pub fn drawing(&self) -> &Drawing {
        &self.drawing
    }

    /// How far it stands from where it was drawn.
    pub fn by(&self) -> Point {
        self.by
    }

    /// How many fragments it has.
    pub fn len(&self) -> usize {
        self.drawing.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.drawing.is_empty()
    }

    /// One of its fragments, where it stands in the scene.
    pub fn get(&self, place: usize) -> Option<&Arc<Fragment>> {
        let drawn = self.drawing.get(place)?;
        if self.by == Point::default() {
            return Some(drawn);
        }
        let here = self.here.get_or_init(|| self.drawing.iter().map(|_| OnceLock::new()).collect());
        Some(here.get(place)?.get_or_init(|| Arc::new(drawn.moved(self.by))))
    }

    /// All of them.
    pub fn iter(&self) -> PartIter<'_> {
        PartIter { part: self, places: 0..self.len() }
    }
}

impl<'a> IntoIterator for &'a Part {
    type Item = &'a Arc<Fragment>;
    type IntoIter = PartIter<'a>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The fragments of a part one by one.
#[derive(Debug, Clone)]
pub struct PartIter<'a> {
    part: &'a Part,
    places: Range<usize>,
}

impl<'a> Iterator for PartIter<'a> {
    type Item = &'a Arc<Fragment>;

    fn next(&mut self) -> Option<Self::Item> {
        self.part.get(self.places.next()?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl DoubleEndedIterator for PartIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.part.get(self.places.next_back()?)
    }
}

/// A fragment as it was drawn.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Its place among the fragments of the scene.
    pub place: usize,
    /// What was drawn, where it was drawn.
    pub drawn: &'a Fragment,
    /// How far it stands from there.
    pub by: Point,
}

impl Standing<'_> {
    /// Where a pointer meets it in the scene.
    pub fn area(&self) -> Option<Rect> {
        Some(self.drawn.hit.as_ref()?.area.translate(self.by.x, self.by.y))
    }

    /// A rectangle around everything it draws in the scene.
    pub fn bounds(&self) -> Rect {
        self.drawn.bounds.translate(self.by.x, self.by.y)
    }
}

/// The fragments of a scene in the order they are drawn. They come in parts: what an edit leaves as it was is a part of the
/// new scene as well, at no cost.
#[derive(Clone, Default)]
pub struct Fragments {
    /// Each part, with the place of its first fragment among all.
    parts: Vec<(usize, Arc<Part>)>,
    len: usize,
}

/// Fragments one by one, through all parts.
pub type Iter<'a> =
    FlatMap<slice::Iter<'a, (usize, Arc<Part>)>, PartIter<'a>, fn(&'a (usize, Arc<Part>)) -> PartIter<'a>>;

impl Fragments {
    /// Puts a part at the end.
    pub fn push_part(&mut self, part: Arc<Part>) {
        if !part.is_empty() {
            let begin = self.len;
            self.len += part.len();
            self.parts.push((begin, part));
        }
    }

    /// The parts, each with the place of its first fragment among all.
    pub fn parts(&self) -> impl Iterator<Item = (usize, &Arc<Part>)> {
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

    /// The first that is what is looked for. It is asked as it was drawn, wherever it stands.
    pub fn find(&self, is_it: impl Fn(&Fragment) -> bool) -> Option<&Arc<Fragment>> {
        let place = self.drawn().find(|standing| is_it(standing.drawn))?.place;
        self.get(place)
    }

    /// All of them as they were drawn: for who looks through all, and for few of them at more than what they are.
    pub fn drawn(&self) -> impl Iterator<Item = Standing<'_>> {
        self.parts.iter().flat_map(|(begin, part)| {
            let fragments = (*begin..).zip(part.drawing.iter());
            fragments.map(|(place, drawn)| Standing { place, drawn, by: part.by })
        })
    }

    /// All of them.
    pub fn iter(&self) -> Iter<'_> {
        self.parts.iter().flat_map(|(_, part)| part.iter())
    }
}

impl From<Vec<Arc<Fragment>>> for Fragments {
    fn from(fragments: Vec<Arc<Fragment>>) -> Self {
        let mut all = Self::default();
        all.push_part(Arc::new(fragments.into()));
        all
    }
}

impl From<Vec<Arc<Fragment>>> for Part {
    fn from(fragments: Vec<Arc<Fragment>>) -> Self {
        Self::new(Arc::new(fragments), Point::default())
    }
}

impl FromIterator<Arc<Fragment>> for Fragments {
    fn from_iter<T: IntoIterator<Item = Arc<Fragment>>>(fragments: T) -> Self {
        fragments.into_iter().collect::<Vec<_>>().into()
    }
}

impl Extend<Arc<Fragment>> for Fragments {
    fn extend<T: IntoIterator<Item = Arc<Fragment>>>(&mut self, fragments: T) {
        self.push_part(Arc::new(fragments.into_iter().collect::<Vec<_>>().into()));
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
