//! Lanes of small cards under their touchpoints: barriers by severity, strengths, opportunities.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::marks;
use super::note::{About, NOTE_HEIGHT, Note};
use crate::analysis::voices::{Heard, Voices};
use crate::model::{Barrier, Document, Lane, List, Opportunity, Strength, Subject, TouchpointId};
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::grid::{Block, BlockName};
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing, one};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, dashed};
use crate::scene::sections::{Layer, Sections};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_WIDTH, LANE_PADDING};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::Theme;

/// Between two cards of one column.
const CARD_GAP: f32 = 8.0;

/// A column, by its block and its left edge from that of the block in whole points, so that cards of empty stages fit in.
type Column = (usize, i32);

/// The columns that these touchpoints stand in.
fn columns_of(lay: &Lay<'_>, touchpoints: &[TouchpointId]) -> Vec<Column> {
    let column = |id: &TouchpointId| {
        let column = lay.grid.spot(id)?.column;
        let block = lay.grid.block_of(column);
        Some((block, whole(lay.grid.x(column) - lay.grid.block_x(block))))
    };
    let mut columns: Vec<Column> = touchpoints.iter().filter_map(column).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

fn barrier_columns(lay: &Lay<'_>, barrier: &Barrier) -> Vec<Column> {
    let columns = columns_of(lay, &barrier.touchpoints);
    match &barrier.stage {
        Some((journey, stage)) if columns.is_empty() && *journey == lay.journey.id => {
            vec![(lay.grid.first_block(*stage), 0)]
        }
        _ => columns,
    }
}

fn whole(x: f32) -> i32 {
    x.round() as i32
}

impl About {
    /// The columns it stands in.
    fn columns(&self, lay: &Lay<'_>) -> Vec<Column> {
        match self {
            Self::Barrier(barrier) => barrier_columns(lay, barrier),
            Self::Strength(strength) => columns_of(lay, &strength.touchpoints),
            // Under what it changes, or the barriers that it closes.
            Self::Opportunity(opportunity) => {
                let barriers = opportunity.barriers.iter().filter_map(|id| lay.document.barriers.get(id));
                let mut columns = columns_of(lay, &opportunity.touchpoints);
                columns.extend(barriers.flat_map(|barrier| barrier_columns(lay, barrier)));
                columns.sort_unstable();
                columns.dedup();
                columns
            }
        }
    }

    /// Which of its columns this is.
    fn nth(&self, lay: &Lay<'_>, column: Column) -> usize {
        self.columns(lay).iter().position(|there| *there == column).unwrap_or(0)
    }

    /// In whose columns it stands, wherever those are; and whether it may stand by a stage alone.
    fn anchors<'d>(&'d self, document: &'d Document) -> (Vec<&'d TouchpointId>, bool) {
        match self {
            Self::Barrier(barrier) => (barrier.touchpoints.iter().collect(), barrier.stage.is_some()),
            Self::Strength(strength) => (strength.touchpoints.iter().collect(), false),
            Self::Opportunity(opportunity) => {
                let barriers = || opportunity.barriers.iter().filter_map(|id| document.barriers.get(id));
                let touchpoints = barriers().flat_map(|barrier| &barrier.touchpoints).chain(&opportunity.touchpoints);
                (touchpoints.collect(), barriers().any(|barrier| barrier.stage.is_some()))
            }
        }
    }
}

/// All small cards of a lane, in the document's order, by the touchpoints in whose columns they stand.
pub(in crate::scene) struct Anchored {
    /// What all of it follows from.
    lists: Lists,
    all: Vec<About>,
    /// The places of those that stand by a touchpoint, in their order.
    by_touchpoint: FxHashMap<TouchpointId, Vec<usize>>,
    /// The places of those that may stand by a stage alone.
    by_stage: Vec<usize>,
}

type Lists = (List<Barrier>, List<Strength>, List<Opportunity>);

impl Anchored {
    /// Whether the document has the same cards still.
    fn is_of(&self, document: &Document) -> bool {
        let (barriers, strengths, opportunities) = &self.lists;
        barriers.same(&document.barriers)
            && strengths.same(&document.strengths)
            && opportunities.same(&document.opportunities)
    }

    /// How many stand by a touchpoint.
    pub(super) fn count_at(&self, touchpoint: &TouchpointId) -> usize {
        self.by_touchpoint.get(touchpoint).map_or(0, Vec::len)
    }

    fn of(document: &Document, lane: &Lane) -> Self {
        let all: Vec<About> = match lane {
            Lane::Barriers => document.barriers.iter().map(|it| About::Barrier(Same::of(it))).collect(),
            Lane::Strengths => document.strengths.iter().map(|it| About::Strength(Same::of(it))).collect(),
            _ => document.opportunities.iter().map(|it| About::Opportunity(Same::of(it))).collect(),
        };
        let mut by_touchpoint: FxHashMap<TouchpointId, Vec<usize>> = FxHashMap::default();
        let mut by_stage = Vec::new();
        for (place, about) in all.iter().enumerate() {
            let (touchpoints, staged) = about.anchors(document);
            for id in touchpoints {
                by_touchpoint.entry(id.clone()).or_default().push(place);
            }
            by_stage.extend(staged.then_some(place));
        }
        let lists = (document.barriers.clone(), document.strengths.clone(), document.opportunities.clone());
        Self { lists, all, by_touchpoint, by_stage }
    }
}

/// All small cards of a lane, found anew only where the document has others.
pub(super) fn anchored(lay: &mut Lay<'_>, lane: &Lane) -> Arc<Anchored> {
    let known = lay.kept.anchored.get(lane).filter(|cards| cards.is_of(lay.document));
    let cards = known.map_or_else(|| Arc::new(Anchored::of(lay.document, lane)), Arc::clone);
    lay.kept.anchored.insert(lane.clone(), Arc::clone(&cards));
    cards
}

/// All small cards of a lane, where they stand now.
struct Standing {
    cards: Arc<Anchored>,
    /// Those that may stand by a stage alone, with their columns.
    staged: Vec<(Column, usize)>,
}

impl Standing {
    fn of(lay: &mut Lay<'_>, lane: &Lane) -> Self {
        let cards = anchored(lay, lane);
        let columns = |place: usize| {
            let columns = cards.all.get(place).map(|about| about.columns(lay)).unwrap_or_default();
            columns.into_iter().map(move |column| (column, place))
        };
        let staged = cards.by_stage.iter().copied().flat_map(columns).collect();
        Self { cards, staged }
    }

    /// What stands in each column of a block, in the document's order.
    fn in_block(&self, lay: &Lay<'_>, block: usize) -> BTreeMap<i32, Vec<&About>> {
        let mut columns: BTreeMap<i32, BTreeSet<usize>> = BTreeMap::new();
        for (left, slot) in lay.grid.columns_in(block) {
            let here = slot.column.touchpoints.iter().filter_map(|it| self.cards.by_touchpoint.get(&it.id));
            here.for_each(|here| columns.entry(whole(left)).or_default().extend(here));
        }
        for ((_, x), place) in self.staged.iter().filter(|((there, _), _)| *there == block) {
            columns.entry(*x).or_default().insert(*place);
        }
        let cards =
            |places: BTreeSet<usize>| places.into_iter().filter_map(|place| self.cards.all.get(place)).collect();
        columns.into_iter().map(|(x, places)| (x, cards(places))).collect()
    }
}

/// Barriers, the worst first, strengths, or opportunities; returns the lane's height.
pub(super) fn notes(lay: &mut Lay<'_>, (lane, top): (&Lane, f32)) -> f32 {
    let cards = Standing::of(lay, lane);
    let asking = (*lane == Lane::Opportunities && lay.options.invites).then(|| Standing::of(lay, &Lane::Barriers));
    let again = blocks_again(lay, lane, cards.staged.iter().chain(asking.iter().flat_map(|asking| &asking.staged)));
    let document = lay.document;
    let heard = LazyCell::new(move || Heard::of(document));
    let voices = |about: &About| heard.voices(&about.supported()?);
    let mut bottom = LANE_PADDING;
    for block in lay.blocks() {
        let site = lay.site(lane, block, top);
        let laid = if again.contains(&block) { lay.section_again::<Stack>(site) } else { None };
        let laid = laid.unwrap_or_else(|| {
            let column = |(x, cards): (i32, Vec<&About>)| {
                let note = |about| note(lay, about, ((block, x), voices(about)));
                let mut notes: Vec<Note> = cards.into_iter().map(note).collect();
                // Stable: otherwise they stand as in the document.
                notes.sort_by_key(|note| std::cmp::Reverse(note.about.severity()));
                notes.into_iter().map(move |note| (x, note))
            };
            let here = Stack(cards.in_block(lay, block).into_iter().flat_map(column).collect());
            lay.section(lay.site(lane, block, top), here, stack)
        });
        bottom = bottom.max(laid);
    }
    let wishes = asking.map_or(0.0, |asking| wishes(lay, top, (&cards, &asking), &again));
    wishes.max(bottom + LANE_PADDING)
}

/// The blocks whose cards are what they were; in the columns of `staged` there are cards that stand by a stage alone.
fn blocks_again<'s>(
    lay: &mut Lay<'_>,
    lane: &Lane,
    staged: impl Iterator<Item = &'s (Column, usize)>,
) -> BTreeSet<usize> {
    let blocks = &lay.grid.blocks;
    let staged: BTreeSet<BlockName> =
        staged.filter_map(|((block, _), _)| Some(blocks.get(*block)?.name.clone())).collect();
    let before = lay.kept.staged.insert(lane.clone(), staged.clone()).unwrap_or_default();
    let leaves = |block: &Block| {
        lay.kept.news.leaves_notes(block) && !staged.contains(&block.name) && !before.contains(&block.name)
    };
    blocks.iter().enumerate().filter(|(_, block)| leaves(block)).map(|(place, _)| place).collect()
}

/// A card in one of its columns, with those who say so.
fn note(lay: &Lay<'_>, about: &About, (column, voices): (Column, Option<Voices>)) -> Note {
    Note {
        voices,
        level: about.level(lay.document),
        nth: about.nth(lay, column),
        dots: marks::dots(lay, || about.subject()),
        about: about.clone(),
    }
}

/// Cards from top to bottom in the columns of one block, with the left edges of these.
#[derive(PartialEq)]
pub(in crate::scene) struct Stack(Vec<(i32, Note)>);

impl Layer for Stack {
    /// Where they end, from the lane's top.
    type Laid = f32;
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.stacks
    }
}

fn stack(lay: &mut Lay<'_>, Stack(standing): &Stack) -> f32 {
    let mut bottom = LANE_PADDING;
    for column in standing.chunk_by(|(one, _), (other, _)| one == other) {
        let mut y = LANE_PADDING;
        for (x, note) in column {
            let note = lay.know(note.clone());
            let height = lay.kept.notes.words(note).map_or(0.0, |words| words.height);
            lay.show(note, point(*x as f32, y));
            y += height + CARD_GAP;
        }
        bottom = bottom.max(y - CARD_GAP);
    }
    bottom
}

/// What asks for solutions over one block, with the left edges of the columns.
#[derive(PartialEq)]
pub(in crate::scene) struct Wishes(Vec<(i32, Invite)>);

impl Layer for Wishes {
    /// Where they end, from the lane's top.
    type Laid = f32;
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.wishes
    }
}

/// In the editor a barrier without a solution asks for one; returns the lane's height. `again` are the blocks in which
/// nothing of that has changed.
fn wishes(lay: &mut Lay<'_>, top: f32, (solutions, barriers): (&Standing, &Standing), again: &BTreeSet<usize>) -> f32 {
    let mut height = 0.0_f32;
    for block in lay.blocks() {
        let site = lay.site(&Lane::Opportunities, block, top);
        let laid = if again.contains(&block) { lay.section_again::<Wishes>(site) } else { None };
        let laid = laid.unwrap_or_else(|| {
            let solved = solutions.in_block(lay, block);
            let asking = barriers.in_block(lay, block).into_iter().filter(|(x, _)| !solved.contains_key(x));
            let invite = |(x, asking): (i32, Vec<&About>)| match asking.first()? {
                about @ About::Barrier(barrier) => {
                    Some((x, Invite { barrier: barrier.clone(), nth: about.nth(lay, (block, x)) }))
                }
                _ => None,
            };
            let here = Wishes(asking.filter_map(invite).collect());
            lay.section(lay.site(&Lane::Opportunities, block, top), here, |lay, Wishes(here)| {
                for (x, invite) in here {
                    let invite = lay.know(invite.clone());
                    lay.show(invite, point(*x as f32, LANE_PADDING));
                }
                if here.is_empty() { 0.0 } else { NOTE_HEIGHT + 2.0 * LANE_PADDING }
            })
        });
        height = height.max(laid);
    }
    height
}

/// Asks for a solution to a barrier.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::scene) struct Invite {
    barrier: Same<Barrier>,
    /// In which of its columns.
    nth: usize,
}

impl Thing for Invite {
    type Words = (Arc<str>, Arc<ShapedText>);
    /// Its left top corner.
    type Place = Point;

    fn say(&self, lay: &mut Lay<'_>) -> Self::Words {
        let words = lay.texts.get("map-invite-opportunity");
        let text = lay.shaper.shape(&words, style::WORDS, None, Align::Left);
        (words.into(), text)
    }

    fn draw(&self, (words, text): &Self::Words, Point { x: left, y: top }: Point, theme: &Theme) -> Drawn {
        let area: Rect = rect(left, top, CARD_WIDTH, NOTE_HEIGHT);
        let subject = Subject::Barrier(self.barrier.id.clone());
        let target = HitTarget::Invite { lane: Lane::Opportunities, subject };
        let mut pen = Pen::body().hit(area, target, Arc::clone(words));
        pen.rect(area, 8.0, None, Some(dashed(theme.faint, 1.2, (4.0, 4.0))));
        pen.centered(area.center(), Arc::clone(text), theme.mute);
        one(pen)
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.invites
    }
}
