//! Sections: what a layer of a lane shows over one block of columns. An edit leaves most of them as they were; they are taken into the
//! next picture whole, and at no cost even where they have to move.
//!
//! A section is laid in its own coordinates: from the left edge of its block and the top of its lane.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::fragments::Part;
use super::geometry::{Point, point};
use super::grid::{Block, BlockName, Change, Grid};
use super::kept::Kept;
use super::map::Lay;
use crate::model::list::pairs;
use crate::model::{Document, Feeling, Lane, Stage, Touchpoint, TouchpointId};

/// One layer of a lane over one block, as far as it is not said by the touchpoints that stand there. Equal ones show the
/// same as long as those stay the same.
pub(super) trait Layer: PartialEq + Sized {
    /// What others have to know of it once it is laid.
    type Laid: Clone;
    /// Whether it says all that it shows: the touchpoints may change then.
    const SAYS_ALL: bool;

    /// Where sections of this layer are kept.
    fn sections(kept: &mut Kept) -> &mut Sections<Self>;
}

/// Which section of a layer, and where it stands.
pub(super) struct Site<'l> {
    lane: &'l Lane,
    block: BlockName,
    /// Which one, where a layer has several over one block.
    nth: usize,
    /// Whether the touchpoints of the block, and what the lane shows with them, are what they were in the last picture.
    leaves: bool,
    /// The place of its left top corner.
    at: Point,
}

impl Site<'_> {
    /// Where the nth one stands.
    pub(super) fn nth(self, nth: usize) -> Self {
        Self { nth, ..self }
    }
}

/// The sections of a layer as they were laid last.
pub(super) struct Sections<L: Layer>(FxHashMap<(Lane, BlockName, usize), Section<L>>);

struct Section<L: Layer> {
    layer: L,
    laid: L::Laid,
    part: Arc<Part>,
    /// The picture that showed it last.
    picture: u32,
}

impl<L: Layer> Default for Sections<L> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<L: Layer> Sections<L> {
    /// Forgets what this picture does not show.
    pub(super) fn end(&mut self, picture: u32) {
        self.0.retain(|_, section| section.picture == picture);
    }

    /// Lets all of them be laid anew.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}

/// What is different since the last picture.
#[derive(Default)]
pub(super) struct News {
    document: Document,
    /// Of all that cards show beside their touchpoints and how many barriers are there.
    cards: bool,
    /// The blocks with touchpoints at which there may be more barriers, or fewer.
    burdened: BTreeSet<BlockName>,
    departments: bool,
    /// Of all small cards.
    notes: bool,
    /// The blocks with touchpoints of small cards that are not what they were.
    noted: BTreeSet<BlockName>,
    /// Which picture this is.
    pub(super) picture: u32,
}

impl News {
    /// Begins a picture of this document.
    pub(super) fn begin(&mut self, document: &Document, grid: &Grid) {
        let before = std::mem::replace(&mut self.document, document.clone());
        self.cards = !shows_same_on_cards(&before, document);
        let block_of = |id: &TouchpointId| Some(grid.blocks.get(grid.block_of(grid.spot(id)?.column))?.name.clone());
        self.burdened.clear();
        pairs(&before.barriers, &document.barriers, |old, new| {
            let touchpoints = [old, new].into_iter().flatten().flat_map(|barrier| &barrier.touchpoints);
            self.burdened.extend(touchpoints.filter_map(block_of));
        });
        self.noted.clone_from(&self.burdened);
        pairs(&before.strengths, &document.strengths, |old, new| {
            let touchpoints = [old, new].into_iter().flatten().flat_map(|strength| &strength.touchpoints);
            self.noted.extend(touchpoints.filter_map(block_of));
        });
        pairs(&before.opportunities, &document.opportunities, |old, new| {
            for (opportunity, document) in old.map(|it| (it, &before)).into_iter().chain(new.map(|it| (it, document))) {
                let barriers = opportunity.barriers.iter().filter_map(|id| document.barriers.get(id));
                let touchpoints = barriers.flat_map(|barrier| &barrier.touchpoints).chain(&opportunity.touchpoints);
                self.noted.extend(touchpoints.filter_map(block_of));
            }
        });
        self.notes = !shows_same_on_notes(&before, document);
        self.departments = !before.departments.same(&document.departments);
        self.picture = self.picture.wrapping_add(1);
    }

    /// Whether the small cards over a block are what they were, but for those that stand by a stage alone.
    pub(super) fn leaves_notes(&self, block: &Block) -> bool {
        !self.notes && !self.noted.contains(&block.name) && !matches!(block.change, Change::Other)
    }

    /// Whether what a lane shows over a block is what it was.
    fn leaves(&self, lane: &Lane, block: &Block) -> bool {
        let lists = match lane {
            Lane::Touchpoints => self.cards || self.burdened.contains(&block.name),
            Lane::Backstage => self.departments,
            _ => false,
        };
        !lists
            && match &block.change {
                Change::None => true,
                Change::Says(changed) => changed.iter().all(|(before, after)| says_same(lane, before, after)),
                Change::Other => false,
            }
    }
}

impl<L: Layer> Section<L> {
    /// Whether this picture showed it last.
    fn is_of(&self, picture: u32) -> bool {
        self.picture == picture
    }

    /// Stands at a place of a picture.
    fn stand(&mut self, at: Point, picture: u32) -> Arc<Part> {
        self.picture = picture;
        if self.part.by() != at {
            self.part = Arc::new(Part::new(Arc::clone(self.part.drawing()), at));
        }
        Arc::clone(&self.part)
    }
}

impl Lay<'_> {
    /// Takes a section into the picture as the last picture showed it, if it did; who calls this knows that it is the same.
    pub(super) fn section_again<L: Layer>(&mut self, Site { lane, block, nth, at, .. }: Site<'_>) -> Option<L::Laid> {
        let News { picture, .. } = self.kept.news;
        let section = L::sections(self.kept).0.get_mut(&(lane.clone(), block, nth))?;
        if !section.is_of(picture.wrapping_sub(1)) {
            return None;
        }
        let (part, laid) = (section.stand(at, picture), section.laid.clone());
        self.out.put_part(part);
        self.kept.taken = true;
        Some(laid)
    }

    /// The blocks of columns from left to right.
    pub(super) fn blocks(&self) -> std::ops::Range<usize> {
        0..self.grid.blocks.len()
    }

    /// Lays something over each block.
    pub(super) fn each_block<T>(&mut self, mut lay: impl FnMut(&mut Self, usize) -> T) -> Vec<T> {
        self.blocks().map(|block| lay(self, block)).collect()
    }

    /// Where the first section of a layer stands over a block.
    pub(super) fn site<'l>(&self, lane: &'l Lane, block: usize, top: f32) -> Site<'l> {
        let there = self.grid.blocks.get(block);
        let name = there.map_or(BlockName::Empty(Stage::Attention), |block| block.name.clone());
        let leaves = there.is_some_and(|block| self.kept.news.leaves(lane, block));
        Site { lane, block: name, nth: 0, leaves, at: point(self.grid.block_x(block), top) }
    }

    /// Where a section stands of what goes from one block to another.
    pub(super) fn site_between<'l>(&self, lane: &'l Lane, (first, last): (usize, usize), top: f32) -> Site<'l> {
        let begins = |block: usize| self.grid.blocks.get(block).and_then(|block| block.name.begins());
        let name = begins(first).zip(begins(last)).map(|(first, last)| BlockName::Between(first.clone(), last.clone()));
        Site { block: name.unwrap_or(BlockName::Empty(Stage::Attention)), leaves: false, ..self.site(lane, first, top) }
    }

    /// Takes a section into the picture: as it was, or laid by `lay`, which starts at the section's own corner.
    pub(super) fn section<L: Layer>(
        &mut self,
        Site { lane, block, nth, leaves, at }: Site<'_>,
        layer: L,
        lay: impl FnOnce(&mut Self, &L) -> L::Laid,
    ) -> L::Laid {
        let key = (lane.clone(), block, nth);
        let News { picture, .. } = self.kept.news;
        let leaves = L::SAYS_ALL || leaves;
        let known = L::sections(self.kept).0.get_mut(&key);
        let is_last = |section: &&mut Section<L>| L::SAYS_ALL || section.is_of(picture.wrapping_sub(1));
        if let Some(section) = known.filter(is_last).filter(|section| leaves && section.layer == layer) {
            self.out.put_part(section.stand(at, picture));
            let laid = section.laid.clone();
            self.kept.taken = true;
            return laid;
        }
        let around = self.out.begin_section();
        let laid = lay(self, &layer);
        let part = self.out.end_section(around, at);
        let section = Section { layer, laid: laid.clone(), part, picture };
        L::sections(self.kept).0.insert(key, section);
        laid
    }
}

/// Whether two documents have the same of all that cards show beside their touchpoints and how many barriers are there.
fn shows_same_on_cards(before: &Document, after: &Document) -> bool {
    before.channels.same(&after.channels)
        && before.evidence.same(&after.evidence)
        && Arc::ptr_eq(&before.workshop, &after.workshop)
}

/// Whether two documents have the same of all that small cards show beside what they are about.
fn shows_same_on_notes(before: &Document, after: &Document) -> bool {
    before.evidence.same(&after.evidence) && Arc::ptr_eq(&before.workshop, &after.workshop)
}

/// Whether a lane says the same of a touchpoint after an edit that leaves it where it stands.
fn says_same(lane: &Lane, before: &Touchpoint, after: &Touchpoint) -> bool {
    match lane {
        // They follow from what else is in the document.
        Lane::Goals | Lane::Barriers | Lane::Strengths | Lane::Opportunities | Lane::Metrics => true,
        Lane::Touchpoints => {
            // Its sentence says how it feels.
            let emotions = |it: &Touchpoint| -> Vec<_> {
                it.feelings.iter().map(|feeling| (feeling.persona.clone(), feeling.emotion)).collect()
            };
            let marks = |it: &Touchpoint| (it.moment_of_truth, it.goal);
            marks(before) == marks(after)
                && emotions(before) == emotions(after)
                && before.title == after.title
                && before.channel == after.channel
                && before.evidence == after.evidence
                && before.pictures == after.pictures
        }
        Lane::Actions => before.action == after.action,
        Lane::Needs => before.need == after.need,
        Lane::Thoughts => {
            let quotes = |it: &Touchpoint| -> Vec<_> {
                let said = |feeling: &Feeling| (feeling.persona.clone(), feeling.quote.clone());
                it.feelings.iter().map(said).filter(|(_, quote)| !quote.is_empty()).collect()
            };
            quotes(before) == quotes(after)
        }
        Lane::Emotions => before.title == after.title && before.feelings == after.feelings,
        Lane::Backstage => {
            before.department == after.department
                && before.backstage == after.backstage
                && before.systems == after.systems
        }
        Lane::Custom(_) => before.cells == after.cells,
    }
}
