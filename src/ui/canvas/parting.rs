//! How cards make room while others are carried: those below slide down, those beside step aside, and what is left behind
//! closes up.

use std::collections::{BTreeMap, BTreeSet};

use super::carriage::Carriage;
use super::drop::{Column, Columns, Seat};
use crate::model::TouchpointId;
use crate::scene::style::{CARD_HEIGHT, CARD_WIDTH, COLUMN_GAP, ROW_GAP};
use crate::scene::{Point, Rect, point, rect};

/// How far the columns beside a new one step aside, in scene points.
const ASIDE: f32 = 16.0;
/// From one column to the next.
const PITCH: f32 = CARD_WIDTH + COLUMN_GAP;

/// How cards make room for a place, in the scene.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parting {
    /// By how much cards are moved, of those that are.
    pub moves: BTreeMap<TouchpointId, Point>,
    /// Where the carried cards will stand, where that is certain before they are let go.
    pub slots: Vec<Rect>,
}

impl Columns {
    /// How the other cards make room when these, or copies of them, are carried to a seat: the first of the carried
    /// columns goes where the seat says, the others into columns of their own behind it.
    pub fn parting(&self, (carried, carriage): (&[TouchpointId], Carriage), seat: Seat) -> Parting {
        let carried: BTreeSet<&TouchpointId> = carried.iter().collect();
        let held = |column: &Column| column.cards.iter().filter(|(id, _)| carried.contains(id)).count();
        // What is copied leaves no gap.
        let leaves = |id: &TouchpointId| carriage == Carriage::Moved && carried.contains(id);
        let groups: Vec<usize> = self.list.iter().map(held).filter(|count| *count > 0).collect();
        let (joining, behind) = match (seat, groups.split_first()) {
            (Seat::Row(..), Some((first, rest))) => (*first, rest),
            // One column between two others is told by a mark alone.
            (Seat::Between(..), Some((_, rest))) if !rest.is_empty() => (0, &groups[..]),
            _ => (0, &[][..]),
        };
        let emptied = |column: &Column| column.cards.iter().all(|(id, _)| leaves(id));
        let mut parting = Parting::default();
        // New columns push those behind them, and take the room of those that are left empty.
        let mut push = 0.0;
        if let Some(begin) = self.begins(seat).filter(|_| !behind.is_empty()) {
            for (place, count) in behind.iter().enumerate() {
                let left = begin + place as f32 * PITCH;
                parting.slots.extend((0..*count).map(|row| self.slot(left, row)));
            }
            push = behind.len() as f32 * PITCH;
        }
        for (index, column) in self.list.iter().enumerate() {
            let pushed = if is_behind(seat, index) { push } else { 0.0 };
            if is_behind(seat, index) && emptied(column) {
                push = (push - PITCH).max(0.0);
            }
            let above = |row: usize| column.cards.iter().take(row).filter(|(id, _)| !leaves(id)).count();
            let (seat_row, room) = match seat {
                Seat::Row(at, row) if at == index => (above(row), joining),
                _ => (usize::MAX, 0),
            };
            let aside = if behind.is_empty() { aside(seat, index) } else { pushed };
            let stay = column.cards.iter().filter(|(id, _)| !leaves(id));
            for (row, (id, area)) in stay.enumerate() {
                let goes_to = if row >= seat_row { row + room } else { row };
                let down = self.row(goes_to).0 - area.y;
                if down.abs() > 0.5 || aside != 0.0 {
                    parting.moves.insert(id.clone(), point(aside, down));
                }
            }
            parting.slots.extend((seat_row..).take(room).map(|row| self.slot(column.left, row)));
        }
        parting
    }

    /// Where the first column behind a seat begins.
    fn begins(&self, seat: Seat) -> Option<f32> {
        match seat {
            Seat::Row(at, _) | Seat::Between(Some(at), _) => Some(self.list.get(at)?.left + PITCH),
            Seat::Between(None, Some(next)) => Some(self.list.get(next)?.left),
            Seat::Between(None, None) => None,
        }
    }

    fn slot(&self, left: f32, row: usize) -> Rect {
        let (top, height) = self.row(row);
        rect(left, top, CARD_WIDTH, height)
    }

    /// Top and height of a row; those below the last are as they will be.
    fn row(&self, row: usize) -> (f32, f32) {
        let there = self.list.iter().find_map(|column| column.cards.get(row));
        if let Some((_, area)) = there {
            return (area.y, area.height);
        }
        let lowest = self.list.iter().max_by_key(|column| column.cards.len());
        let last = lowest.and_then(|column| Some((column.cards.len(), column.cards.last()?.1)));
        let (count, bottom) = last.map_or((0, 0.0), |(count, area)| (count, area.bottom() + ROW_GAP));
        (bottom + row.saturating_sub(count) as f32 * (CARD_HEIGHT + ROW_GAP), CARD_HEIGHT)
    }
}

/// Whether a column stands behind what is put at a seat.
fn is_behind(seat: Seat, index: usize) -> bool {
    match seat {
        Seat::Row(at, _) | Seat::Between(Some(at), _) => index > at,
        Seat::Between(None, Some(next)) => index >= next,
        Seat::Between(None, None) => false,
    }
}

fn aside(seat: Seat, index: usize) -> f32 {
    match seat {
        Seat::Between(Some(left), _) if left == index => -ASIDE,
        Seat::Between(_, Some(right)) if right == index => ASIDE,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{read, samples};
    use crate::model::{Language, columns};
    use crate::scene::{MapOptions, SceneCache, map_scene};

    #[test]
    fn cards_below_slide_down_and_those_beside_step_aside() {
        let document = read(samples::sample(Language::En)).unwrap().document;
        let journey = document.journeys_in_order()[0];
        let scene = map_scene(&document, &MapOptions::new(journey.id.clone()), &mut SceneCache::default());
        let seen = Columns::of(&scene, journey);
        let order = columns(journey);
        let tall = order.iter().position(|column| column.touchpoints.len() > 1).expect("a column of two");
        let other = order.iter().position(|column| column.touchpoints.len() == 1).expect("a column of one");
        let id = |column: usize, row: usize| order[column].touchpoints[row].id.clone();
        let pitch = seen.row(1).0 - seen.row(0).0;

        let moved = |ids: &[TouchpointId], seat| seen.parting((ids, Carriage::Moved), seat);
        let joined = moved(&[id(other, 0)], Seat::Row(tall, 1));
        assert_eq!(joined.slots.len(), 1);
        assert_eq!(joined.moves.get(&id(tall, 0)), None);
        assert!((joined.moves[&id(tall, 1)].y - pitch).abs() < pitch / 2.0);

        // Taken out of its own column and put back where it was, nothing moves but what closes up.
        let back = moved(&[id(tall, 0)], Seat::Row(tall, 0));
        assert_eq!(back.moves, BTreeMap::new());
        let away = moved(&[id(tall, 0)], Seat::Row(other, 0));
        assert!((away.moves[&id(tall, 1)].y + pitch).abs() < 0.5);

        let between = moved(&[id(tall, 0)], Seat::Between(Some(other), None));
        assert_eq!((between.moves[&id(other, 0)], between.slots.len()), (point(-ASIDE, 0.0), 0));

        // Of two columns the second gets one of its own, in the room of those that are left empty.
        let ones: Vec<usize> = (0..order.len()).filter(|at| order[*at].touchpoints.len() == 1).collect();
        let (one, two) = (ones[0], ones[1]);
        let both = moved(&[id(one, 0), id(two, 0)], Seat::Row(tall, 0));
        let lefts: Vec<f32> = both.slots.iter().map(|slot| slot.x).collect();
        let left = seen.list[tall].left;
        assert_eq!(lefts, [left + PITCH, left]);
        let last = order.len() - 1;
        let gone = [one, two].into_iter().filter(|at| (tall..last).contains(at)).count();
        let pushed = both.moves.get(&id(last, 0)).map_or(0.0, |by| by.x);
        assert_eq!(pushed, if gone == 0 { PITCH } else { 0.0 });

        // A copy leaves no gap, and makes room even beside the card that it is of.
        let copied = |seat| seen.parting((&[id(tall, 0)], Carriage::Copied), seat);
        let away = copied(Seat::Row(other, 0));
        assert_eq!(away.moves.get(&id(tall, 1)), None);
        let beside = copied(Seat::Row(tall, 1));
        assert_eq!((beside.moves.get(&id(tall, 0)), beside.slots.len()), (None, 1));
        assert!((beside.moves[&id(tall, 1)].y - pitch).abs() < pitch / 2.0);
    }
}
