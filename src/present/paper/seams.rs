//! Where a poster is parted: the seams run between its cards as far as the sheets have room to spare.

use super::sheet::mm;
use crate::model::Subject;
use crate::scene::{HitTarget, Plane, Scene};

/// From a seam to the next card, in millimetres.
const AIR: f32 = 2.0;

/// The stretches along one direction that a seam would cut through a card in.
pub(super) type Taken = Vec<(f32, f32)>;

/// What the cards of a map take up from left to right, and with its points of emotion from top to bottom, at this size.
pub(super) fn taken(map: &Scene, factor: f32) -> (Taken, Taken) {
    let stretch = |from: f32, to: f32| (from * factor - mm(AIR), to * factor + mm(AIR));
    let (mut across, mut down) = (Taken::new(), Taken::new());
    for fragment in map.fragments.iter().filter(|it| it.plane == Plane::Body) {
        let Some(hit) = &fragment.hit else { continue };
        let is_card = is_card(&hit.target);
        let bounds = fragment.bounds;
        if is_card {
            across.push(stretch(bounds.x, bounds.right()));
        }
        if is_card || matches!(hit.target, HitTarget::Emotion { .. }) {
            down.push(stretch(bounds.y, bounds.bottom()));
        }
    }
    (across, down)
}

fn is_card(target: &HitTarget) -> bool {
    use Subject::{Barrier, Opportunity, Strength, Touchpoint};
    matches!(target, HitTarget::Subject(Touchpoint(..) | Barrier(_) | Opportunity(_) | Strength(_)))
}

/// Where each of so many sheets begins along a poster: as far on as sheets can that overlap so much, or less far where
/// that cuts through fewer cards and the last one still reaches the end.
pub(super) fn begins(whole: f32, (shown, overlap): (f32, f32), count: usize, taken: &Taken) -> Vec<f32> {
    let step = shown - overlap;
    let mut begins = vec![0.0];
    let mut last = 0.0;
    for nth in 1..count {
        let furthest = last + step;
        let nearest = (whole - shown - (count - 1 - nth) as f32 * step).max(last + step / 2.0);
        last = free_before(furthest, taken).filter(|place| *place >= nearest).unwrap_or(furthest);
        begins.push(last);
    }
    begins
}

/// The last place up to this one where nothing is cut; `None` where there is none.
fn free_before(furthest: f32, taken: &Taken) -> Option<f32> {
    let mut place = furthest;
    loop {
        let cut = taken.iter().filter(|(from, to)| *from < place && place < *to);
        let Some(from) = cut.map(|(from, _)| *from).reduce(f32::min) else { return Some(place) };
        if from <= 0.0 {
            return None;
        }
        place = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seams_run_between_cards_where_sheets_have_room_to_spare() {
        let check = |whole: f32, count: usize, taken: &[(f32, f32)], expect: &[f32]| {
            assert_eq!(begins(whole, (100.0, 10.0), count, &taken.to_vec()), expect, "{whole} {count} {taken:?}");
        };
        // Nothing is cut, or nothing is to spare.
        check(250.0, 3, &[], &[0.0, 90.0, 180.0]);
        check(280.0, 3, &[(80.0, 120.0)], &[0.0, 90.0, 180.0]);
        // 30 to spare: the first seam steps back to the card's edge, the second one as far as is left.
        check(250.0, 3, &[(80.0, 120.0)], &[0.0, 80.0, 170.0]);
        check(250.0, 3, &[(80.0, 120.0), (150.0, 190.0)], &[0.0, 80.0, 150.0]);
        check(250.0, 3, &[(80.0, 120.0), (140.0, 190.0)], &[0.0, 80.0, 170.0]);
        // One card behind another, and one that is too large.
        check(250.0, 3, &[(70.0, 85.0), (80.0, 120.0)], &[0.0, 70.0, 160.0]);
        check(250.0, 3, &[(20.0, 120.0)], &[0.0, 90.0, 180.0]);
        check(90.0, 1, &[(80.0, 120.0)], &[0.0]);
    }
}
