//! Flows of carrying: copies of cards that are put elsewhere, barriers that go to another touchpoint or to one more.

use crate::driver::{Driver, check_both};
use egui::{Key, Modifiers, Pos2, vec2};
use tropa::model::{BarrierId, Subject, TextSpot, TouchpointId};

/// The message that says that copies are carried.
fn hint(driver: &Driver, key: &str) -> String {
    // How the system names the key is the system's own; what stands before it is ours.
    driver.word_with(key, "key", "|").split('|').next().unwrap_or_default().to_owned()
}

/// Carries from one place to another with these keys held, and holds still there.
fn carry(driver: &mut Driver, places: &[Pos2], modifiers: Modifiers) {
    driver.hold(places, modifiers);
    driver.hold_keys(modifiers);
}

fn links(driver: &Driver) -> usize {
    driver.document().barriers.iter().map(|barrier| barrier.touchpoints.len()).sum()
}

#[test]
fn a_card_is_copied_where_it_is_dropped_while_a_key_is_held() {
    for keys in [Modifiers::ALT, Modifiers::COMMAND] {
        check_both(|mut driver| {
            let before = driver.document().clone();
            let met = |id: &TouchpointId| before.barriers.iter().filter(|it| it.touchpoints.contains(id)).count();
            let sight = driver.cards_in_sight();
            let one = sight.iter().find(|id| met(id) > 0).expect("a card with a barrier").clone();
            let onto =
                sight.iter().find(|id| driver.place_of(id).0 != driver.place_of(&one).0).expect("one more").clone();
            let (start, end) = (driver.card(&one).center(), driver.card(&onto).center_top() + vec2(0.0, 4.0));
            let title = driver.title_of(&one);

            carry(&mut driver, &[start, end], keys);
            assert!(driver.sees_part(&hint(&driver, "copy-hint")), "it is said that copies are carried");
            driver.key(Key::Escape);
            driver.hold_keys(Modifiers::NONE);
            driver.release(end);
            assert_eq!(driver.document(), &before, "Esc leaves all as it was");
            (0..4).for_each(|_| driver.settle());

            carry(&mut driver, &[start, end], keys);
            driver.release_with(end, keys);
            let [copy] = &driver.selected()[..] else { panic!("the copy is selected") };
            assert_ne!(*copy, one);
            assert_eq!(driver.title_of(copy), title);
            assert_eq!(driver.place_of(copy).0, driver.place_of(&onto).0, "it stands where it was dropped");
            assert_eq!(driver.emotion_of(copy), driver.emotion_of(&one));
            assert_eq!(
                links(&driver),
                before.barriers.iter().map(|it| it.touchpoints.len()).sum::<usize>() + met(&one)
            );
            assert_eq!(driver.document().barriers.len(), before.barriers.len(), "one cause stays one");
            let original = before.touchpoint(&one).expect("there").1;
            assert_eq!(driver.document().touchpoint(&one).expect("still there").1, original);
            driver.key_with(Modifiers::COMMAND, Key::Z);
            assert_eq!(driver.document(), &before, "one entry of the history");
        });
    }
}

#[test]
fn the_key_changes_midway_whether_copies_are_carried() {
    check_both(|mut driver| {
        let count = driver.touchpoint_count();
        let (one, two) = driver.cards_of_two_columns();
        let (start, end) = (driver.card(&one).center(), driver.card(&two).center_top() + vec2(0.0, 4.0));
        let said = hint(&driver, "copy-hint");
        carry(&mut driver, &[start, end], Modifiers::NONE);
        assert!(!driver.sees_part(&said));
        driver.hold_keys(Modifiers::ALT);
        assert!(driver.sees_part(&said), "pressed midway");
        driver.hold_keys(Modifiers::NONE);
        assert!(!driver.sees_part(&said), "let go midway");
        driver.release(end);
        assert_eq!(driver.touchpoint_count(), count, "without the key the card itself goes");
        assert_eq!(driver.place_of(&one).0, driver.place_of(&two).0);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        (0..4).for_each(|_| driver.settle());
        // And the other way round: taken up with the key, put down without it.
        carry(&mut driver, &[start, end], Modifiers::COMMAND);
        driver.hold_keys(Modifiers::NONE);
        driver.release(end);
        assert_eq!(driver.touchpoint_count(), count);
        assert_eq!(driver.place_of(&one).0, driver.place_of(&two).0);
    });
}

#[test]
fn a_selection_is_copied_with_what_leads_from_one_to_the_other() {
    check_both(|mut driver| {
        let way = driver.short_transition();
        let (count, ways) = (driver.touchpoint_count(), driver.journey().transitions.len());
        driver.click_at(driver.card(&way.from).center(), Modifiers::NONE);
        driver.click_at(driver.card(&way.to).center(), Modifiers::SHIFT);
        let inner = {
            let both = [&way.from, &way.to];
            let inside = |it: &tropa::model::Transition| both.contains(&&it.from) && both.contains(&&it.to);
            driver.journey().transitions.iter().filter(|it| inside(it)).count()
        };
        let (start, end) = (driver.card(&way.from).center(), driver.card(&way.to).right_center() + vec2(18.0, 0.0));
        carry(&mut driver, &[start, end], Modifiers::ALT);
        driver.release_with(end, Modifiers::ALT);
        assert_eq!(driver.touchpoint_count(), count + 2);
        assert_eq!(driver.journey().transitions.len(), ways + inner);
        let [from, to] = &driver.selected()[..] else { panic!("the copies are selected") };
        assert!(driver.leads(from, to));
        assert_ne!(driver.place_of(from).0, driver.place_of(to).0, "columns that were carried stay columns");
        assert!(!driver.leads(&way.from, to) && !driver.leads(from, &way.to));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.is_modified(), "one entry of the history");
    });
}

/// A barrier of one touchpoint whose card is in sight, that touchpoint, and another one in another column; the map is
/// seen as a whole.
fn barrier_in_sight(driver: &mut Driver) -> (BarrierId, TouchpointId, TouchpointId) {
    driver.key_with(Modifiers::COMMAND, Key::Num0);
    let sight = driver.cards_in_sight();
    let barriers = || driver.document().barriers.iter();
    let alone = |id: &TouchpointId| barriers().find(|it| it.touchpoints == std::slice::from_ref(id));
    let (barrier, home) =
        sight.iter().find_map(|id| Some((alone(id)?.id.clone(), id.clone()))).expect("a barrier of one touchpoint");
    let elsewhere = |id: &&TouchpointId| driver.place_of(id).0 != driver.place_of(&home).0;
    let other = sight.iter().find(elsewhere).expect("another column").clone();
    (barrier, home, other)
}

fn touchpoints_of(driver: &Driver, barrier: &BarrierId) -> Vec<TouchpointId> {
    driver.document().barriers.get(barrier).expect("there").touchpoints.clone()
}

fn card_of(driver: &mut Driver, barrier: &BarrierId) -> Pos2 {
    let spot = TextSpot::name(Subject::Barrier(barrier.clone()));
    driver.app().text_rect(&spot).expect("its card").center()
}

#[test]
fn a_barrier_is_dragged_to_another_touchpoint_or_put_there_as_well() {
    check_both(|mut driver| {
        let (barrier, home, other) = barrier_in_sight(&mut driver);
        let (start, end) = (card_of(&mut driver, &barrier), driver.card(&other).center());
        let before = driver.document().clone();
        driver.drag(start, end, Some(Key::Escape));
        assert_eq!(driver.document(), &before, "Esc leaves it");
        driver.drag(start, driver.card(&home).center(), None);
        assert_eq!(driver.document(), &before, "it is there already");
        driver.drag(start, driver.canvas().left_top() + vec2(120.0, 60.0), None);
        assert_eq!(driver.document(), &before, "in the void nothing happens");

        let (start, end) = (card_of(&mut driver, &barrier), driver.card(&other).center());
        driver.drag(start, end, None);
        assert_eq!(touchpoints_of(&driver, &barrier), std::slice::from_ref(&other));
        assert_eq!(driver.app().selection(), [Subject::Barrier(barrier.clone())]);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before, "one entry of the history");

        let start = card_of(&mut driver, &barrier);
        let said = hint(&driver, "copy-barrier-hint");
        driver.hold(&[start, end], Modifiers::NONE);
        assert!(!driver.sees_part(&said));
        driver.hold_keys(Modifiers::ALT);
        assert!(driver.sees_part(&said));
        driver.release_with(end, Modifiers::ALT);
        assert_eq!(touchpoints_of(&driver, &barrier), [home.clone(), other.clone()]);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
    });
}

#[test]
fn only_the_end_of_a_barrier_that_is_dragged_moves() {
    check_both(|mut driver| {
        let (barrier, home, other) = barrier_in_sight(&mut driver);
        let elsewhere = [driver.place_of(&home).0, driver.place_of(&other).0];
        let sight = driver.cards_in_sight();
        let third = sight.iter().find(|id| !elsewhere.contains(&driver.place_of(id).0)).expect("a third").clone();
        let (start, end) = (card_of(&mut driver, &barrier), driver.card(&other).center());
        driver.hold(&[start, end], Modifiers::COMMAND);
        driver.release_with(end, Modifiers::COMMAND);
        assert_eq!(touchpoints_of(&driver, &barrier), [home.clone(), other.clone()]);
        // Its card under the first of them is taken up, and let go in the barriers' lane, under the third.
        let cards = driver.barrier_cards(&barrier);
        assert_eq!(cards.len(), 2, "a card under each");
        let x = driver.card(&home).center().x;
        let card = cards.iter().find(|card| (card.center().x - x).abs() < 2.0).expect("under the first").center();
        driver.drag(card, Pos2::new(driver.card(&third).center().x, card.y), None);
        let order = driver.touchpoints_in_order();
        let column = driver.place_of(&third).0;
        let [moved, kept] = &touchpoints_of(&driver, &barrier)[..] else { panic!("two") };
        assert_eq!((driver.place_of(moved).0, kept), (column, &other), "of {order:?}");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(touchpoints_of(&driver, &barrier), [home, other]);
    });
}

#[test]
fn a_barrier_goes_to_another_touchpoint_by_keys_as_well() {
    check_both(|mut driver| {
        let (barrier, home, _) = barrier_in_sight(&mut driver);
        // Copied and pasted at the next touchpoint it is met there as well.
        driver.click_at(driver.card(&home).center(), Modifiers::NONE);
        driver.key(Key::Tab);
        let [next] = &driver.selected()[..] else { panic!("the next card") };
        let next = next.clone();
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        driver.key(Key::ArrowDown);
        while driver.app().selection() != [Subject::Barrier(barrier.clone())] {
            let before = driver.app().selection().to_vec();
            driver.key(Key::ArrowDown);
            assert_ne!(driver.app().selection(), before, "arrows lead to the barrier");
        }
        let text = driver.copy();
        driver.key(Key::Tab);
        assert_eq!(driver.selected(), std::slice::from_ref(&home));
        driver.key(Key::Tab);
        driver.paste(&text);
        assert_eq!(touchpoints_of(&driver, &barrier), [home.clone(), next.clone()]);
        // Its form takes it off the first.
        assert_eq!(driver.app().selection(), [Subject::Barrier(barrier.clone())]);
    });
}

/// The thing of a small card that says this.
fn small_card(driver: &Driver, words: &str) -> Subject {
    let document = driver.document();
    let strength =
        document.strengths.iter().find(|it| it.statement == words).map(|it| Subject::Strength(it.id.clone()));
    let opportunity = || document.opportunities.iter().find(|it| it.statement == words);
    strength.or_else(|| opportunity().map(|it| Subject::Opportunity(it.id.clone()))).expect("a small card")
}

#[test]
fn strengths_and_opportunities_are_dragged_as_barriers_are() {
    for (key, copy_hint) in [(Key::S, "copy-strength-hint"), (Key::O, "copy-opportunity-hint")] {
        check_both(|mut driver| {
            let (_, home, other) = barrier_in_sight(&mut driver);
            driver.click_at(driver.card(&home).center(), Modifiers::NONE);
            driver.key(key);
            driver.type_text("Carried");
            driver.key(Key::Enter);
            driver.key_with(Modifiers::COMMAND, Key::Num0);
            let subject = small_card(&driver, "Carried");
            let met_at = |driver: &Driver| match &subject {
                Subject::Strength(id) => driver.document().strengths.get(id).expect("there").touchpoints.clone(),
                Subject::Opportunity(id) => driver.document().opportunities.get(id).expect("there").touchpoints.clone(),
                _ => panic!("a small card"),
            };
            let card =
                |driver: &Driver| driver.app().text_rect(&TextSpot::name(subject.clone())).expect("its card").center();
            assert_eq!(met_at(&driver), std::slice::from_ref(&home));
            let before = driver.document().clone();
            let (start, end) = (card(&driver), driver.card(&other).center());
            driver.drag(start, end, Some(Key::Escape));
            assert_eq!(driver.document(), &before, "Esc leaves it");
            driver.drag(start, end, None);
            assert_eq!(met_at(&driver), std::slice::from_ref(&other));
            assert_eq!(driver.app().selection(), std::slice::from_ref(&subject));
            driver.key_with(Modifiers::COMMAND, Key::Z);
            assert_eq!(driver.document(), &before, "one entry of the history");
            let (start, end, said) = (card(&driver), driver.card(&other).center(), hint(&driver, copy_hint));
            driver.hold(&[start, end], Modifiers::NONE);
            assert_eq!(driver.insertion_marks().len(), 1, "its touchpoint is marked");
            driver.hold_keys(Modifiers::ALT);
            assert!(driver.sees_part(&said));
            driver.release_with(end, Modifiers::ALT);
            assert_eq!(met_at(&driver), [home.clone(), other.clone()], "put there as well");
        });
    }
}
