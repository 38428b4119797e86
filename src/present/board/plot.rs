//! Where things stand on the board: steps of effort and value as cells, cards in their cells, what is too much in piles.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::BoardOptions;
use crate::analysis::ledger::{Rating, Worth};
use crate::model::Opportunity;
use crate::scene::{Point, Rect, Size, rect};

/// The least size of a card in which its words can be read, at the scale of the window.
const LEAST_CARD: (f32, f32) = (120.0, 38.0);
/// The greatest.
const MOST_CARD: (f32, f32) = (236.0, 74.0);
const GAP: f32 = 6.0;
/// Room for axes and the quadrants' names: left, top, right, bottom.
const MARGINS: (f32, f32, f32, f32) = (34.0, 50.0, 14.0, 50.0);

/// The field between the axes, with its steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// The field.
    pub area: Rect,
    /// The letters' scale.
    pub scale: f32,
    /// Whose value counts.
    pub worth: Worth,
    /// The values of its rows in halves, from the top down.
    levels: Vec<u8>,
}

/// A card that is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Which of the opportunities that were given.
    pub index: usize,
    /// Where it stands.
    pub rating: Rating,
    /// Its place in the picture.
    pub area: Rect,
    /// How many others stand behind it.
    pub behind: usize,
}

/// Cards behind each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Pile {
    /// Where they stand.
    pub rating: Rating,
    /// All of them, the one at the front first.
    pub members: Vec<usize>,
    /// Where their count is said.
    pub badge: Rect,
}

impl Plot {
    /// The field of a board of this size.
    pub fn new(size: Size, scale: f32, worth: Worth) -> Self {
        let (left, top, right, bottom) = MARGINS;
        let (width, height) = (size.width - (left + right) * scale, size.height - (top + bottom) * scale);
        let area = rect(left * scale, top * scale, width.max(1.0), height.max(1.0));
        Self { area, scale, worth, levels: worth.levels() }
    }

    fn step(&self) -> (f32, f32) {
        (self.area.width / 5.0, self.area.height / self.levels.len().max(1) as f32)
    }

    /// The cell of a rating; one between two steps belongs to the row below.
    pub fn cell(&self, rating: Rating) -> Rect {
        let (width, height) = self.step();
        let row = self.levels.iter().position(|level| *level <= rating.value_halves);
        let row = row.unwrap_or(self.levels.len().saturating_sub(1));
        let column = f32::from(rating.effort.clamp(1, 5) - 1);
        rect(self.area.x + column * width, self.area.y + row as f32 * height, width, height)
    }

    /// The cell of a rating with half of each cell beside it, where nothing stands in that; sideways only where nothing
    /// grows into that cell from above or below.
    fn room(&self, rating: Rating, is_taken: impl Fn(Rating) -> bool) -> Rect {
        let cell = self.cell(rating);
        let row = self.levels.iter().position(|level| *level == rating.value_halves).unwrap_or_default();
        let at = |down: isize, right: i8| {
            let value_halves = row.checked_add_signed(down).and_then(|row| self.levels.get(row)).copied()?;
            let effort = rating.effort.checked_add_signed(right).filter(|effort| (1..=5).contains(effort))?;
            Some(Rating { effort, value_halves })
        };
        let is_free = |down: isize, right: i8| at(down, right).is_some_and(|beside| !is_taken(beside));
        let is_held = |down: isize, right: i8| at(down, right).is_some_and(&is_taken);
        let side = |right: i8| is_free(0, right) && !is_held(-1, right) && !is_held(1, right);
        let half = |grows: bool, whole: f32| if grows { whole / 2.0 } else { 0.0 };
        let (above, below) = (half(is_free(-1, 0), cell.height), half(is_free(1, 0), cell.height));
        let (left, right) = (half(side(-1), cell.width), half(side(1), cell.width));
        rect(cell.x - left, cell.y - above, cell.width + left + right, cell.height + above + below)
    }

    /// The rating whose cell holds this place; beside the field the nearest one.
    pub fn rating_at(&self, place: Point) -> Rating {
        let (width, height) = self.step();
        let column = ((place.x - self.area.x) / width).floor().clamp(0.0, 4.0) as u8;
        let last = self.levels.len().saturating_sub(1);
        let row = ((place.y - self.area.y) / height).floor().clamp(0.0, last as f32) as usize;
        let value_halves = self.levels.get(row).copied().unwrap_or(Rating::MIDDLE.value_halves);
        Rating { effort: column + 1, value_halves }
    }

    /// How the cards of one cell can stand: columns and rows.
    fn capacity(&self, room: Rect) -> (usize, usize) {
        let (width, height) = (room.width, room.height);
        let fits = |room: f32, least: f32| {
            (((room - GAP * self.scale) / ((least + GAP) * self.scale)).floor() as usize).max(1)
        };
        (fits(width, LEAST_CARD.0), fits(height, LEAST_CARD.1))
    }

    /// The places of so many cards of a cell in its room, row by row, each as large as it gets, and all of them as near
    /// to the cell's middle as they can be.
    fn places(&self, (cell, room): (Rect, Rect), count: usize) -> Vec<Rect> {
        let (columns, rows) = self.capacity(room);
        let used_rows = count.min(rows).max(1);
        let used_columns = count.div_ceil(used_rows).clamp(1, columns);
        let gap = GAP * self.scale;
        let size = |room: f32, used: usize, most: f32| ((room - gap) / used as f32 - gap).min(most * self.scale);
        let (width, height) = (size(room.width, used_columns, MOST_CARD.0), size(room.height, used_rows, MOST_CARD.1));
        let (all_width, all_height) =
            ((width + gap) * used_columns as f32 - gap, (height + gap) * used_rows as f32 - gap);
        let near = |middle: f32, all: f32, (from, to): (f32, f32)| {
            (middle - all / 2.0).min(to - gap / 2.0 - all).max(from + gap / 2.0)
        };
        let left = near(cell.center().x, all_width, (room.x, room.right()));
        let top = near(cell.center().y, all_height, (room.y, room.bottom()));
        let place = |index: usize| {
            let (column, row) = (index % used_columns, index / used_columns);
            rect(left + column as f32 * (width + gap), top + row as f32 * (height + gap), width, height)
        };
        (0..count.min(used_columns * used_rows)).map(place).collect()
    }
}

/// Where each rated opportunity stands.
pub(super) fn stand(
    plot: &Plot,
    opportunities: &[Arc<Opportunity>],
    options: &BoardOptions,
) -> (Vec<Standing>, Vec<Pile>) {
    let mut cells: BTreeMap<Rating, Vec<usize>> = BTreeMap::new();
    for (index, opportunity) in opportunities.iter().enumerate() {
        if let Some(rating) = Rating::of(opportunity, options.worth) {
            cells.entry(rating).or_default().push(index);
        }
    }
    let is_front = |index: &usize| opportunities.get(*index).is_some_and(|it| Some(&it.id) == options.front.as_ref());
    let taken: BTreeSet<Rating> = cells.keys().copied().collect();
    let mut cards = Vec::new();
    let mut piles = Vec::new();
    for (rating, mut members) in cells {
        let room = plot.room(rating, |beside| taken.contains(&beside));
        let places = plot.places((plot.cell(rating), room), members.len());
        let alone = places.len().saturating_sub(usize::from(members.len() > places.len()));
        if members.len() > places.len() {
            // What is asked for comes to the front of the pile; what stands alone stays where it is.
            if let Some(at) = members.iter().position(is_front).filter(|at| *at > alone) {
                let asked = members.remove(at);
                members.insert(alone, asked);
            }
            let piled: Vec<usize> = members.iter().skip(alone).copied().collect();
            if let Some(last) = places.last() {
                let badge = badge(*last, plot.scale);
                piles.push(Pile { rating, members: piled, badge });
            }
        }
        let behind = members.len() - places.len().min(members.len());
        let seen = members.iter().zip(&places).enumerate();
        cards.extend(seen.map(|(place, (index, area))| Standing {
            index: *index,
            rating,
            area: *area,
            behind: if place == alone { behind } else { 0 },
        }));
    }
    (cards, piles)
}

/// At the right top corner of a card.
fn badge(card: Rect, scale: f32) -> Rect {
    let (width, height) = (34.0 * scale, 20.0 * scale);
    rect(card.right() - width + 4.0 * scale, card.y - 6.0 * scale, width, height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OpportunityId;
    use crate::scene::{Theme, ThemeName, point};

    fn options(width: f32, height: f32, worth: Worth, front: Option<usize>) -> BoardOptions {
        let size = Size { width, height };
        BoardOptions { theme: Theme::of(ThemeName::Light), size, scale: 1.0, worth, front: front.map(id) }
    }

    fn id(index: usize) -> OpportunityId {
        OpportunityId::parse(&format!("o-{index:04}")).unwrap()
    }

    /// Opportunities at places of the board, read as `effort/customer/business`, so many of each.
    fn given(places: &[(u8, u8, u8, usize)]) -> Vec<Arc<Opportunity>> {
        let mut all = Vec::new();
        for (effort, customer, business, count) in places {
            for _ in 0..*count {
                let mut it = Opportunity::new(id(all.len()), "Something to do");
                it.effort = Some(*effort);
                it.value_to_customer = Some(*customer);
                it.value_to_business = Some(*business);
                all.push(Arc::new(it));
            }
        }
        all
    }

    /// The board of a window of 1280×720, of one of 1920×1080, and a slide.
    const SIZES: [(f32, f32); 3] = [(684.0, 518.0), (1140.0, 880.0), (1920.0, 1080.0)];

    #[test]
    fn cards_never_lie_on_each_other_and_stay_around_their_cells() {
        let opportunities =
            given(&[(1, 5, 5, 1), (1, 5, 4, 2), (3, 3, 3, 7), (5, 1, 1, 40), (2, 4, 4, 3), (2, 3, 4, 1)]);
        for (width, height) in SIZES {
            for worth in Worth::ALL {
                let options = options(width, height, worth, None);
                let plot = Plot::new(options.size, 1.0, worth);
                let (cards, piles) = stand(&plot, &opportunities, &options);
                for (at, card) in cards.iter().enumerate() {
                    let cell = plot.cell(card.rating);
                    let (left, top) = (cell.x - cell.width / 2.0, cell.y - cell.height / 2.0);
                    let around = rect(left, top, cell.width * 2.0, cell.height * 2.0).expand(0.01);
                    let (min, max) = (point(card.area.x, card.area.y), point(card.area.right(), card.area.bottom()));
                    assert!(around.contains(min) && around.contains(max), "{width} {worth:?} {card:?}");
                    assert!(card.area.width >= 90.0 && card.area.height >= 34.0, "{width} {worth:?} {card:?}");
                    for other in &cards[at + 1..] {
                        assert!(!card.area.expand(-0.01).intersects(other.area.expand(-0.01)), "{card:?} {other:?}");
                    }
                }
                let behind: usize = cards.iter().map(|card| card.behind).sum();
                assert_eq!(cards.len() + behind, opportunities.len(), "{width} {worth:?}: each is seen or counted");
                for pile in &piles {
                    let front = cards.iter().find(|card| card.index == pile.members[0]).unwrap();
                    assert_eq!(front.behind + 1, pile.members.len());
                }
            }
        }
    }

    #[test]
    fn cards_take_the_room_that_is_left_beside_them() {
        // The rows of a low window at 150 %.
        let options = options(560.0, 420.0, Worth::Both, None);
        let plot = Plot::new(options.size, 1.0, Worth::Both);
        let check = |places: &[(u8, u8, u8, usize)], least: (f32, f32)| {
            let (cards, _) = stand(&plot, &given(places), &options);
            let smallest = |side: fn(&Standing) -> f32| cards.iter().map(side).fold(f32::INFINITY, f32::min);
            let found = (smallest(|card| card.area.width), smallest(|card| card.area.height));
            assert!(found.0 >= least.0 && found.1 >= least.1, "{places:?}: {found:?}");
        };
        check(&[(3, 3, 3, 1)], (190.0, 58.0));
        // At an edge, and with a neighbour on one side.
        check(&[(5, 5, 5, 1)], (140.0, 41.0));
        check(&[(4, 5, 5, 1), (5, 5, 5, 1)], (90.0, 41.0));
        check(&[(1, 4, 4, 1), (3, 4, 4, 1)], (140.0, 58.0));
    }

    #[test]
    fn what_is_asked_for_comes_to_the_front_of_its_pile() {
        let opportunities = given(&[(3, 3, 3, 9)]);
        let asked = |front: Option<usize>| {
            let options = options(684.0, 518.0, Worth::Both, front);
            let plot = Plot::new(options.size, 1.0, Worth::Both);
            let (cards, _) = stand(&plot, &opportunities, &options);
            cards.iter().map(|card| card.index).collect::<Vec<_>>()
        };
        assert_eq!((asked(None), asked(Some(6)), asked(Some(0))), (vec![0], vec![6], vec![0]));
    }

    #[test]
    fn a_place_belongs_to_the_cell_around_it() {
        for worth in Worth::ALL {
            let plot = Plot::new(Size { width: 800.0, height: 600.0 }, 1.0, worth);
            for effort in 1..=5 {
                for value_halves in worth.levels() {
                    let rating = Rating { effort, value_halves };
                    assert_eq!(plot.rating_at(plot.cell(rating).center()), rating, "{worth:?}");
                }
            }
            let corner = plot.rating_at(point(-50.0, -50.0));
            assert_eq!(corner, Rating { effort: 1, value_halves: 10 });
            assert_eq!(plot.rating_at(point(9000.0, 9000.0)), Rating { effort: 5, value_halves: 2 });
        }
    }
}
