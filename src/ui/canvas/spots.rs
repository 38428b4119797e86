//! Where the map shows a text that can be written, and which text follows it.

use std::mem::discriminant;

use crate::model::{Subject, TextField, TextSpot};
use crate::scene::fragments::Standing;
use crate::scene::style::CARD_WIDTH;
use crate::scene::{Fragment, Hit, HitTarget, Plane, Point, Rect, Scene, Words, rect};

/// A text as the scene shows it.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The place of its fragment in the scene.
    pub fragment: usize,
    /// The fragment itself.
    pub hit_fragment: &'a Fragment,
    /// What a pointer meets there.
    pub hit: &'a Hit,
    /// The text.
    pub words: &'a Words,
    /// Where its first line begins.
    pub corner: Point,
    /// The plane it stands in.
    pub plane: Plane,
}

impl Shown<'_> {
    /// All that has to be in sight for it to be read, in the scene: its words, and what they are read with.
    pub fn area(&self) -> Rect {
        let size = self.words.size;
        self.hit.area.union(rect(self.corner.x, self.corner.y, size.width, size.height))
    }
}

/// Which text follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The next one of the same kind.
    Next,
    /// The one before of the same kind.
    Previous,
    /// The nearest below.
    Below,
    /// The nearest above.
    Above,
}

/// Where the scene shows a text. The fragment that showed it before is looked at first.
pub fn shown_at<'a>(scene: &'a Scene, spot: &TextSpot, before: Option<usize>) -> Option<Shown<'a>> {
    let is_it = |shown: &Shown<'_>| shown.words.spot == *spot;
    let here = before.and_then(|place| scene.fragments.get(place).map(|fragment| (place, fragment)));
    here.into_iter().flat_map(|(place, fragment)| shown_in(place, fragment)).find(is_it).or_else(|| {
        let has = |words: &Words| words.spot == *spot;
        let shows = |it: &Standing<'_>| it.drawn.hit.as_ref().is_some_and(|hit| hit.words.iter().any(has));
        let place = scene.fragments.drawn().find(shows)?.place;
        shown_in(place, scene.fragments.get(place)?).find(is_it)
    })
}

fn all(scene: &Scene) -> impl Iterator<Item = Shown<'_>> {
    scene.fragments.iter().enumerate().flat_map(|(place, fragment)| shown_in(place, fragment))
}

fn shown_in(place: usize, fragment: &Fragment) -> impl Iterator<Item = Shown<'_>> {
    fragment.hit.iter().flat_map(move |hit| {
        hit.words.iter().map(move |words| {
            let corner = hit.corner_of(words);
            Shown { fragment: place, hit_fragment: fragment, hit, words, corner, plane: fragment.plane }
        })
    })
}

/// The text that follows this one.
pub fn next_spot(scene: &Scene, from: &Shown<'_>, step: Step) -> Option<TextSpot> {
    match step {
        Step::Next | Step::Previous => beside(scene, from, step),
        Step::Below | Step::Above => along_column(scene, from, step),
    }
}

/// Along the lane: from left to right, from top to bottom where several stand in one column. Things without a lane of
/// their own go on to their next text.
fn beside(scene: &Scene, from: &Shown<'_>, step: Step) -> Option<TextSpot> {
    let own_next = || {
        let place = from.hit.words.iter().position(|words| std::ptr::eq(words, from.words))?;
        let next = if step == Step::Next { place + 1 } else { place.checked_sub(1)? };
        from.hit.words.get(next).map(|words| words.spot.clone())
    };
    if matches!(
        from.words.spot.subject,
        Subject::Transition(..) | Subject::Metric(_) | Subject::Journey(_) | Subject::Project
    ) && let Some(next) = own_next()
    {
        return Some(next);
    }
    let like = |shown: &Shown<'_>| {
        let (spot, here) = (&shown.words.spot, &from.words.spot);
        spot.field == here.field && discriminant(&spot.subject) == discriminant(&here.subject)
    };
    let order = |shown: &Shown<'_>| (shown.corner.x, shown.corner.y, shown.fragment);
    let here = order(from);
    let after = |shown: &Shown<'_>| if step == Step::Next { order(shown) > here } else { order(shown) < here };
    // One thing may stand under several columns: it is passed once.
    let others = all(scene).filter(|shown| like(shown) && after(shown) && shown.words.spot != from.words.spot);
    let nearer = |one: &Shown<'_>, other: &Shown<'_>| {
        let (one, other) = (order(one), order(other));
        one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)).then(one.2.cmp(&other.2))
    };
    let found = if step == Step::Next { others.min_by(nearer) } else { others.max_by(nearer) };
    found.map(|shown| shown.words.spot.clone())
}

/// Up and down the column: the nearest text of another kind, of the same touchpoint where one of its own is written
/// or asked for there.
fn along_column(scene: &Scene, from: &Shown<'_>, step: Step) -> Option<TextSpot> {
    let same_thing = |shown: &Shown<'_>| shown.words.spot.subject == from.words.spot.subject;
    let down = step == Step::Below;
    let far = |shown: &Shown<'_>| {
        let way = if down { shown.corner.y - from.corner.y } else { from.corner.y - shown.corner.y };
        let other = shown.words.spot != from.words.spot;
        let in_column = (shown.hit.area.x - from.hit.area.x).abs() < CARD_WIDTH / 2.0 || same_thing(shown);
        let figure = matches!(shown.words.spot.field, TextField::Share);
        let way_of_cards = matches!(shown.hit.target, HitTarget::Subject(Subject::Transition(..)));
        (other && in_column && !figure && !way_of_cards && way > 1.0).then_some(way)
    };
    let candidates = all(scene).filter_map(|shown| Some((!same_thing(&shown), far(&shown)?, shown)));
    let nearest = candidates.min_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)))?;
    Some(nearest.2.words.spot.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{read, samples};
    use crate::model::{Language, columns};
    use crate::scene::{MapOptions, SceneCache, map_scene};

    #[test]
    fn tab_goes_through_a_lane_and_back() {
        let document = read(samples::sample(Language::En)).unwrap().document;
        let journey = document.journeys_in_order()[0];
        let options = MapOptions { invites: true, ..MapOptions::new(journey.id.clone()) };
        let scene = map_scene(&document, &options, &mut SceneCache::default());
        let order: Vec<TextSpot> = columns(journey)
            .iter()
            .flat_map(|column| column.touchpoints.iter())
            .map(|it| TextSpot::name(Subject::Touchpoint(journey.id.clone(), it.id.clone())))
            .collect();
        for (step, order) in [(Step::Next, order.clone()), (Step::Previous, order.into_iter().rev().collect())] {
            for pair in order.windows(2) {
                let shown = shown_at(&scene, &pair[0], None).unwrap();
                assert_eq!(next_spot(&scene, &shown, step).as_ref(), Some(&pair[1]), "{step:?}");
            }
            let last = shown_at(&scene, order.last().unwrap(), None).unwrap();
            assert_eq!(next_spot(&scene, &last, step), None);
        }
    }

    #[test]
    fn a_card_leads_down_to_its_own_words_and_back() {
        let document = read(samples::sample(Language::En)).unwrap().document;
        let journey = document.journeys_in_order()[0];
        let options = MapOptions { invites: true, ..MapOptions::new(journey.id.clone()) };
        let scene = map_scene(&document, &options, &mut SceneCache::default());
        let first = columns(journey)[0].touchpoints[0].id.clone();
        let name = TextSpot::name(Subject::Touchpoint(journey.id.clone(), first));
        let below = next_spot(&scene, &shown_at(&scene, &name, None).unwrap(), Step::Below).unwrap();
        assert_eq!(below.subject, name.subject);
        assert_ne!(below.field, TextField::Name);
        assert_eq!(next_spot(&scene, &shown_at(&scene, &below, None).unwrap(), Step::Above), Some(name));
    }
}
