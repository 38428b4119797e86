//! Flows of ordering the map: arranged from its transitions, aligned in columns, in swimlanes by channel.

use crate::driver::{Driver, check_both};
use egui::{Key, Modifiers};
use tropa::model::TouchpointId;

const ARRANGE: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Carries a few cards to places where they do not belong.
fn make_a_mess(driver: &mut Driver) -> Vec<TouchpointId> {
    let order = driver.touchpoints_in_order();
    let before = driver.arrangement();
    let (first, last) = (order[0].clone(), order[4].clone());
    driver.drag_card(&last, &first, None);
    assert_ne!(driver.arrangement(), before, "a card was carried away");
    order
}

#[test]
fn a_messy_map_is_arranged_in_one_entry_of_the_history() {
    check_both(|mut driver| {
        driver.key_with(ARRANGE, Key::A);
        let tidy = driver.arrangement();
        let steps = |driver: &Driver| -> Vec<_> {
            driver.journey().touchpoints.iter().map(|touchpoint| touchpoint.step.clone()).collect()
        };
        make_a_mess(&mut driver);
        driver.click_empty();
        let (messy, before) = (driver.arrangement(), steps(&driver));
        driver.key_with(ARRANGE, Key::A);
        let arranged = driver.arrangement();
        assert_ne!(arranged, messy);
        assert_eq!(steps(&driver), before, "steps are the user's");
        driver.key_with(ARRANGE, Key::A);
        assert_eq!(driver.toast(), driver.word("arranged-already"));
        assert_eq!(driver.arrangement(), arranged, "twice changes nothing more");
        driver.undo();
        assert_eq!(driver.arrangement(), messy);
        driver.undo();
        assert_eq!(driver.arrangement(), tidy);
    });
}

#[test]
fn only_what_is_selected_is_arranged() {
    check_both(|mut driver| {
        let order = make_a_mess(&mut driver);
        let titles: Vec<String> = order.iter().map(|id| driver.title_of(id)).collect();
        driver.click_card(&titles[0]);
        driver.click_card_with(Modifiers::SHIFT, &titles[1]);
        assert_eq!(driver.selected().len(), 2);
        let selected = driver.selected();
        let places = |driver: &Driver| -> Vec<_> {
            let others = order.iter().filter(|id| !selected.contains(id));
            others.map(|id| driver.place_of(id).0).collect()
        };
        let before = places(&driver);
        driver.key_with(ARRANGE, Key::A);
        assert_eq!(places(&driver), before, "the others keep their columns");
    });
}

#[test]
fn cards_are_aligned_in_one_column_and_given_their_own_again() {
    check_both(|mut driver| {
        let (step, columns) = {
            let all = driver.arrangement();
            let pair = all.windows(2).find(|pair| pair[0].0 == pair[1].0).expect("two columns of a step");
            (pair[0].0.clone(), [pair[0].1.clone(), pair[1].1.clone()])
        };
        let chosen = [columns[0][0].clone(), columns[1][0].clone()];
        let titles = chosen.clone().map(|id| driver.title_of(&id));
        driver.click_card(&titles[0]);
        driver.click_card_with(Modifiers::SHIFT, &titles[1]);
        driver.click(&driver.word("menu-map"));
        driver.click(&driver.word("command-align-columns"));
        let together = |driver: &Driver| {
            driver.arrangement().iter().any(|(at, column)| *at == step && chosen.iter().all(|id| column.contains(id)))
        };
        assert!(together(&driver));
        driver.click(&driver.word("menu-map"));
        driver.click(&driver.word("command-own-columns"));
        assert!(!together(&driver));
        let alone =
            driver.arrangement().into_iter().filter(|(_, column)| column.len() == 1 && chosen.contains(&column[0]));
        assert_eq!(alone.count(), 2);
    });
}

#[test]
fn in_swimlanes_a_card_carried_into_another_gets_its_channel() {
    check_both(|mut driver| {
        assert!(driver.swimlanes().is_empty());
        driver.click(&driver.word("menu-map"));
        driver.click(&driver.word("command-swimlanes"));
        let bands = driver.swimlanes();
        assert!(bands.len() > 2, "{bands:?}");
        let names: Vec<&str> = bands.iter().map(|(_, name, _)| name.as_str()).collect();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        let (id, _) = driver.first_touchpoint();
        let own = driver.channel_of(&id);
        let (other, _, place) = bands.iter().find(|(channel, _, _)| *channel != own).expect("another").clone();
        let card = driver.card(&id);
        let goal = egui::pos2(card.center().x, place.y);
        driver.drag(card.center(), goal, Some(Key::Escape));
        assert_eq!(driver.channel_of(&id), own, "Esc leaves it where it was");
        driver.drag(card.center(), goal, None);
        assert_eq!(driver.channel_of(&id), other);
        assert!((driver.card(&id).center().y - place.y).abs() < 120.0, "it stands in its band");
        driver.undo();
        assert_eq!(driver.channel_of(&id), own, "place and channel are one entry");
        driver.undo();
        assert!(driver.swimlanes().is_empty());
    });
}

#[test]
fn a_click_on_a_swimlanes_name_selects_its_cards() {
    check_both(|mut driver| {
        driver.click(&driver.word("menu-map"));
        driver.click(&driver.word("command-swimlanes"));
        let (channel, name, _) = driver.swimlanes()[0].clone();
        let expected: Vec<TouchpointId> =
            driver.touchpoints_in_order().into_iter().filter(|id| driver.channel_of(id) == channel).collect();
        driver.click_first(&name);
        assert_eq!(driver.selected(), expected);
    });
}
