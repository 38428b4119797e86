//! What the last picture was drawn from, so that the next one draws only what has changed.
//!
//! Everything that is drawn as one is a [`Thing`]: it names all it rests on. What it says (sentences, shaped text)
//! follows from that alone and outlives its moving about; its fragments follow from what it says and from its place.
//! What every thing rests on is the [`Ground`]: on another ground nothing is kept. What a picture does not show any
//! more is forgotten, though not at once: undoing often brings it back.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::geometry::{Point, Rect, point};
use super::grid::BlockName;
use super::lanes::backstage::{Departments, Pill, Pills};
use super::lanes::card::Card;
use super::lanes::cards::{Cards, Heights};
use super::lanes::emotions::{FeltHere, Places, Points};
use super::lanes::gap::Gap;
use super::lanes::labels::WayLabel;
use super::lanes::note::Note;
use super::lanes::notes::{Anchored, Invite, Stack, Wishes};
use super::lanes::points::EmotionPoint;
use super::lanes::way::{Loss, Way};
use super::lanes::ways::{Bundle, Leaving, WayWords, WaysBefore};
use super::lanes::words::{Ask, Asks, Cell, Cells, Pictures};
use super::map::Lay;
use super::pen::Pen;
use super::sections::{News, Sections};
use super::shape::Fragment;
use super::theme::{Theme, ThemeName};
use crate::model::{JourneyId, Lane, Language, Persona};

/// Something that is drawn as one. Equal things say the same, and at one place look the same; no picture shows two of
/// them (it would draw both anew each time).
pub(super) trait Thing: Eq + Hash + Sized {
    /// What it says.
    type Words;
    /// Where it stands.
    type Place: Place;

    /// Finds the words, and shapes them.
    fn say(&self, lay: &mut Lay<'_>) -> Self::Words;
    /// Draws it: by geometry alone.
    fn draw(&self, words: &Self::Words, place: Self::Place, theme: &Theme) -> Drawn;
    /// Where things of its kind are kept.
    fn shelf(kept: &mut Kept) -> &mut Shelf<Self>;
}

/// Where a thing stands, with all of its surroundings that its drawing follows from.
pub(super) trait Place: Copy + PartialEq {
    /// How far this is from another place; `None` where more than that sets them apart, so that the thing has to be drawn
    /// anew.
    fn way_from(self, other: Self) -> Option<Point>;
}

impl Place for Point {
    fn way_from(self, other: Self) -> Option<Point> {
        Some(point(self.x - other.x, self.y - other.y))
    }
}

impl Place for Rect {
    fn way_from(self, other: Self) -> Option<Point> {
        let same_size = (self.width, self.height) == (other.width, other.height);
        same_size.then(|| point(self.x - other.x, self.y - other.y))
    }
}

impl Place for () {
    fn way_from(self, (): Self) -> Option<Point> {
        Some(Point::default())
    }
}

/// The fragments of one thing, in the body of the map.
pub(super) type Drawn = [Option<Arc<Fragment>>; 2];

/// A thing of one fragment.
pub(super) fn one(pen: Pen) -> Drawn {
    [pen.finish(), None]
}

/// An item of the document that is equal to itself alone: an edited one is another one.
pub(super) struct Same<T>(pub(super) Arc<T>);

impl<T> Same<T> {
    /// The item, shared.
    pub(super) fn of(item: &Arc<T>) -> Self {
        Self(Arc::clone(item))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self::of(&self.0)
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Same<T> {}

impl<T> Hash for Same<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (Arc::as_ptr(&self.0) as usize).hash(state);
    }
}

impl<T> std::ops::Deref for Same<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// What everything on a map rests on.
#[derive(PartialEq, Eq)]
pub(super) struct Ground {
    pub(super) theme: ThemeName,
    pub(super) language: Language,
    pub(super) journey: JourneyId,
    pub(super) stage_titles: [String; 5],
    /// In their order: the first one leads.
    pub(super) personas: Vec<Same<Persona>>,
    /// Whether empty cells ask to be filled.
    pub(super) invites: bool,
}

/// Declares the shelves and the sections.
macro_rules! kept {
    (shelves { $($name:ident: $thing:ident),* $(,)? } sections { $($layers:ident: $layer:ident),* $(,)? }) => {
        /// All that is kept of the last picture.
        #[derive(Default)]
        pub(super) struct Kept {
            ground: Option<Ground>,
            /// What is different since then.
            pub(super) news: News,
            /// Whether a section was taken as it was.
            pub(super) taken: bool,
            /// What the ways of the last picture followed from.
            pub(super) ways_before: Option<WaysBefore>,
            /// The small cards of a lane, as long as the document has the same.
            pub(super) anchored: BTreeMap<Lane, Arc<Anchored>>,
            /// The blocks of a lane in which small cards stood by a stage alone.
            pub(super) staged: BTreeMap<Lane, BTreeSet<BlockName>>,
            $(pub(super) $name: Shelf<$thing>,)*
            $(pub(super) $layers: Sections<$layer>,)*
        }

        impl Kept {
            /// Begins a picture on this ground.
            pub(super) fn begin(&mut self, ground: Ground) {
                if self.ground.as_ref() != Some(&ground) {
                    *self = Self { ground: Some(ground), ..Self::default() };
                }
                self.taken = false;
                $(self.$name.begin();)*
            }

            /// Ends a picture: what it did not show is forgotten once it has become much.
            pub(super) fn end(&mut self) {
                $(self.$layers.end(self.news.picture);)*
                // A section that was taken as it was has not asked for its things.
                if !self.taken {
                    $(self.$name.end();)*
                } else if [$(self.$name.is_crowded()),*].contains(&true) {
                    $(self.$layers.forget();)*
                    self.ways_before = None;
                }
            }
        }
    };
}

kept! {
    shelves {
        cards: Card,
        cells: Cell,
        asks: Ask,
        points: EmotionPoint,
        gaps: Gap,
        ways: Way,
        way_labels: WayLabel,
        losses: Loss,
        notes: Note,
        invites: Invite,
        pills: Pill,
    }
    sections {
        heights: Heights,
        rows_of_cards: Cards,
        bundles: Bundle,
        way_words: WayWords,
        leaving: Leaving,
        texts: Cells,
        asking: Asks,
        pictures: Pictures,
        felt: FeltHere,
        curve_points: Points,
        places: Places,
        stacks: Stack,
        wishes: Wishes,
        departments: Departments,
        pills_begun: Pills,
    }
}

/// Things of one kind with what they say and how they were drawn.
pub(super) struct Shelf<T: Thing> {
    things: IndexMap<T, Entry<T>, FxBuildHasher>,
    /// Which picture this is.
    picture: u32,
    /// How many things it shows.
    shown: usize,
    /// How many things the last picture showed of which every lane was laid anew.
    usual: usize,
    /// Where the next thing probably is: pictures show things in the same order.
    next: usize,
}

struct Entry<T: Thing> {
    words: T::Words,
    /// As it was drawn.
    drawn: Option<(T::Place, Drawn)>,
    /// The same where it stands now, if that is somewhere else: always moved from where it was drawn, so that no error
    /// adds up.
    moved: Option<(T::Place, Drawn)>,
    /// The picture that showed it last.
    picture: u32,
}

/// A thing's place on its shelf, during one picture.
pub(super) struct Known<T>(usize, PhantomData<fn() -> T>);

impl<T> Clone for Known<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Known<T> {}

impl<T: Thing> Default for Shelf<T> {
    fn default() -> Self {
        Self { things: IndexMap::default(), picture: 0, shown: 0, usual: 0, next: 0 }
    }
}

impl<T: Thing> Shelf<T> {
    /// Of things that are not shown any more, so many are kept whatever the number of those that are.
    const SPARE: usize = 64;

    fn begin(&mut self) {
        self.picture = self.picture.wrapping_add(1);
        self.shown = 0;
        self.next = 0;
    }

    fn end(&mut self) {
        let Self { things, picture, shown, usual, .. } = self;
        *usual = *shown;
        if things.len() > *shown + *shown / 8 + Self::SPARE {
            things.retain(|_, entry| entry.picture == *picture);
        }
    }

    /// Whether so much is kept that is not shown any more that it is time to sort it out.
    fn is_crowded(&self) -> bool {
        self.things.len() > 2 * self.usual + 4 * Self::SPARE
    }

    fn find(&mut self, thing: &T) -> Option<Known<T>> {
        let at_hand = self.things.get_index(self.next).is_some_and(|(next, _)| next == thing);
        let index = if at_hand { self.next } else { self.things.get_index_of(thing)? };
        let (_, entry) = self.things.get_index_mut(index)?;
        self.shown += usize::from(entry.picture != self.picture);
        entry.picture = self.picture;
        self.next = index + 1;
        Some(Known(index, PhantomData))
    }

    fn learn(&mut self, thing: T, words: T::Words) -> Known<T> {
        let entry = Entry { words, drawn: None, moved: None, picture: self.picture };
        self.shown += 1;
        Known(self.things.insert_full(thing, entry).0, PhantomData)
    }

    /// What a known thing says.
    pub(super) fn words(&self, known: Known<T>) -> Option<&T::Words> {
        self.things.get_index(known.0).map(|(_, entry)| &entry.words)
    }

    /// The thing's fragments at a place.
    fn drawn(&mut self, known: Known<T>, place: T::Place, theme: &Theme) -> Option<&Drawn> {
        let (thing, entry) = self.things.get_index_mut(known.0)?;
        let Entry { words, drawn, moved, .. } = entry;
        let is_here = |stood: &Option<(T::Place, Drawn)>| stood.as_ref().is_some_and(|(stood, _)| *stood == place);
        if is_here(drawn) {
            *moved = None;
        } else if !is_here(moved) {
            let way = drawn.as_ref().and_then(|(stood, drawn)| Some((place.way_from(*stood)?, drawn)));
            *moved = way.map(|(by, drawn)| (place, moved_by(drawn, by)));
            if moved.is_none() {
                *drawn = Some((place, thing.draw(words, place, theme)));
            }
        }
        moved.as_ref().or(drawn.as_ref()).map(|(_, drawn)| drawn)
    }
}

fn moved_by(drawn: &Drawn, by: Point) -> Drawn {
    drawn.each_ref().map(|fragment| fragment.as_ref().map(|fragment| Arc::new(fragment.moved(by))))
}

impl Lay<'_> {
    /// Makes sure that it is known what a thing says.
    pub(super) fn know<T: Thing>(&mut self, thing: T) -> Known<T> {
        if let Some(known) = T::shelf(self.kept).find(&thing) {
            return known;
        }
        let words = thing.say(self);
        T::shelf(self.kept).learn(thing, words)
    }

    /// Takes a known thing into the picture.
    pub(super) fn show<T: Thing>(&mut self, known: Known<T>, place: T::Place) {
        let Self { kept, out, theme, .. } = self;
        if let Some(drawn) = T::shelf(kept).drawn(known, place, theme) {
            out.put_in_body(drawn.iter().flatten());
        }
    }
}
