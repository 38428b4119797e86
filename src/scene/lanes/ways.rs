//! Transitions between cards, their labels, and losses.
//!
//! Ways are bundled by the blocks of columns they join, so that those which an edit leaves alone stay as they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::cards::Rows;
use super::labels::{Manner, Taken, WayLabel};
use super::lines::Course;
use super::plan::{Plan, Planned, Route};
use super::way::{Loss, Place, Way};
use crate::model::{Lane, List, Transition};
use crate::scene::geometry::Rect;
use crate::scene::grid::Spot;
use crate::scene::kept::{Kept, Same};
use crate::scene::map::Lay;
use crate::scene::sections::{Layer, Sections, Site};

/// The ways of one bundle.
#[derive(Default, PartialEq)]
pub(in crate::scene) struct Bundle(Vec<(Way, Place)>);

/// The words on the ways of a bundle.
#[derive(Default, PartialEq)]
pub(in crate::scene) struct WayWords(Vec<(WayLabel, Rect)>);

/// Where customers leave the way in one block, by the cards that they leave at.
#[derive(Default, PartialEq)]
pub(in crate::scene) struct Leaving(Vec<(Loss, Rect)>);

impl Layer for Bundle {
    type Laid = ();
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.bundles
    }
}

impl Layer for WayWords {
    type Laid = ();
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.way_words
    }
}

impl Layer for Leaving {
    type Laid = ();
    const SAYS_ALL: bool = true;

    fn sections(kept: &mut Kept) -> &mut Sections<Self> {
        &mut kept.leaving
    }
}

/// The blocks that a way joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Ends {
    /// Whether both are one: such ways are drawn over longer ones.
    within: bool,
    /// The left one.
    first: usize,
    last: usize,
}

impl Ends {
    fn site<'l>(self, lay: &Lay<'_>, top: f32) -> Site<'l> {
        let Self { within, first, last } = self;
        if within {
            lay.site(&Lane::Touchpoints, first, top)
        } else {
            lay.site_between(&Lane::Touchpoints, (first, last), top)
        }
    }
}

/// What the ways of the last picture followed from, and which bundles they made.
pub(in crate::scene) struct WaysBefore {
    rests: WaysRest,
    ends: Vec<Ends>,
    picture: u32,
}

/// The plan, the transitions, and where the rows of cards stand. Where columns change, so does the plan.
type WaysRest = (Arc<Plan>, List<Transition>, Arc<[f32]>, Arc<[f32]>);

fn rest_on_same((plan, transitions, tops, heights): &WaysRest, now: &WaysRest) -> bool {
    Arc::ptr_eq(plan, &now.0) && transitions.same(&now.1) && *tops == now.2 && *heights == now.3
}

/// All transitions, behind the cards; their labels over all of their lines.
pub(super) fn transitions(lay: &mut Lay<'_>, (rows, top): (&Rows, f32)) {
    let plan = Arc::clone(&lay.structure.plan);
    let rests = (Arc::clone(&plan), lay.journey.transitions.clone(), Arc::clone(&rows.tops), Arc::clone(&rows.heights));
    let picture = lay.kept.news.picture;
    let same = |it: &WaysBefore| it.picture.wrapping_add(1) == picture && rest_on_same(&it.rests, &rests);
    if let Some(before) = lay.kept.ways_before.take().filter(same) {
        for ends in before.ends.iter().copied() {
            lay.section_again::<Bundle>(ends.site(lay, top));
        }
        for ends in before.ends.iter().copied() {
            lay.section_again::<WayWords>(ends.site(lay, top));
        }
        lay.kept.ways_before = Some(WaysBefore { picture, ..before });
        return;
    }
    let courses: Vec<(Ends, Course)> = plan.ways.iter().map(|planned| course(lay, rows, (&plan, planned))).collect();
    let labels = labels(lay, rows, (&plan, &courses));
    let mut bundles: FxHashMap<Ends, (Bundle, WayWords)> = FxHashMap::default();
    let mut labels = labels.into_iter().peekable();
    for (nth, (planned, (ends, course))) in plan.ways.iter().zip(courses).enumerate() {
        let label = labels.next_if(|(labelled, _)| *labelled == nth).map(|(_, label)| label);
        let Some(transition) = lay.journey.transitions.at(planned.transition) else { continue };
        let (Bundle(ways), WayWords(words)) = bundles.entry(ends).or_default();
        let place = Place { course, share: planned.share, label: label.as_ref().map(|(_, area)| *area) };
        ways.push((Way { transition: Same::of(transition) }, place));
        words.extend(label);
    }
    let mut bundles: Vec<_> = bundles.into_iter().collect();
    bundles.sort_unstable_by_key(|(ends, _)| *ends);
    let (bundles, words): (Vec<_>, Vec<_>) =
        bundles.into_iter().map(|(ends, (bundle, words))| ((ends, bundle), (ends, words))).unzip();
    for (ends, bundle) in bundles {
        lay.section(ends.site(lay, top), bundle, |lay, Bundle(ways)| {
            for (way, place) in ways {
                let way = lay.know(way.clone());
                lay.show(way, *place);
            }
        });
    }
    for (ends, words) in words {
        lay.section(ends.site(lay, top), words, |lay, WayWords(words)| {
            for (label, area) in words {
                let label = lay.know(label.clone());
                lay.show(label, *area);
            }
        });
    }
}

fn course(lay: &Lay<'_>, rows: &Rows, (plan, planned): (&Plan, &Planned)) -> (Ends, Course) {
    let Planned { from, to, route, track, .. } = *planned;
    let (first, last) = (from.column.min(to.column), from.column.max(to.column));
    let (first, last) = (lay.grid.block_of(first), lay.grid.block_of(last));
    let ends = Ends { within: first == last, first, last };
    let left = lay.grid.block_x(first);
    let card = |spot: Spot| rows.card(spot.row, lay.grid.x(spot.column) - left);
    let track_y = match route {
        Route::Direct | Route::Over | Route::Beside => 0.0,
        Route::Under(row) => plan.track_depth(row, track),
        Route::Between(row) | Route::Back(row) => rows.card(row, 0.0).bottom() + plan.track_depth(row, track),
    };
    (ends, Course { start: card(from), end: card(to), route, track, track_y })
}

/// The labels of ways, each with its way's place in the plan and at the first of the places there where no other words
/// stand.
fn labels(
    lay: &mut Lay<'_>,
    rows: &Rows,
    (plan, courses): (&Plan, &[(Ends, Course)]),
) -> Vec<(usize, (WayLabel, Rect))> {
    let mut taken = Taken::default();
    for (spot, _) in &plan.lost {
        taken.add(Loss::figure_area(rows.card(spot.row, lay.grid.x(spot.column))));
    }
    let said = plan.ways.iter().zip(courses).enumerate().filter_map(|(nth, (planned, course))| {
        let manner = planned.route.manner();
        Some((
            manner,
            WayLabel::of(lay.journey.transitions.at(planned.transition)?, manner)?,
            (course, planned.merges),
            nth,
        ))
    });
    // The wide ones choose first: they fit into few places.
    let (bare, framed): (Vec<_>, Vec<_>) = said.partition(|(manner, ..)| *manner == Manner::Bare);
    let mut labels = Vec::with_capacity(framed.len() + bare.len());
    for (manner, label, ((ends, course), merges), nth) in framed.into_iter().chain(bare) {
        let known = lay.know(label.clone());
        let places = (lay.grid.block_x(ends.first), course.line().label_places(merges));
        let text = lay.kept.way_labels.words(known);
        let area = text.and_then(|text| taken.place((text, manner), (places.0, &places.1)));
        labels.extend(area.map(|area| (nth, (label, area))));
    }
    labels.sort_unstable_by_key(|(nth, _)| *nth);
    labels
}

/// Fading arrows out of the map where customers leave.
pub(super) fn losses(lay: &mut Lay<'_>, (rows, top): (&Rows, f32)) {
    let plan = Arc::clone(&lay.structure.plan);
    let mut leaving: BTreeMap<usize, Leaving> = BTreeMap::new();
    for (spot, share) in plan.lost.iter().copied() {
        let Some(touchpoint) = lay.grid.at(spot).map(Same::of) else { continue };
        let block = lay.grid.block_of(spot.column);
        let card = rows.card(spot.row, lay.grid.x(spot.column) - lay.grid.block_x(block));
        let Leaving(here) = leaving.entry(block).or_default();
        here.push((Loss { touchpoint, share_bits: share.to_bits() }, card));
    }
    for (block, leaving) in leaving {
        let site = lay.site(&Lane::Touchpoints, block, top);
        lay.section(site, leaving, |lay, Leaving(losses)| {
            for (loss, card) in losses {
                let loss = lay.know(loss.clone());
                lay.show(loss, *card);
            }
        });
    }
}
