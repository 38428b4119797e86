//! What stands over or beside something else has room of its own, and what is short of room is shortened before it is
//! left out.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, Rect, vec2};
use tropa::edit::verbs::joints;
use tropa::model::{Subject, TextSpot, TouchpointId};
use tropa::ui::action::Action;

#[test]
fn the_way_to_the_map_covers_no_word_of_a_list() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        let barriers: Vec<_> = driver.document().barriers.iter().map(|it| it.id.clone()).collect();
        for (place, barrier) in barriers.into_iter().enumerate() {
            // Lines that end anywhere.
            let words = format!("{} ", "m".repeat(place % 7 + 1)).repeat(60);
            driver.carry_out(Action::Write(TextSpot::name(Subject::Barrier(barrier)), words.trim().to_owned()));
        }
        driver.key_with(Modifiers::COMMAND, Key::Num7);
        let name = driver.word("ledger-show-on-map");
        for row in driver.row_rects() {
            driver.point_at(row.center());
            let button = driver.rect_of(&name);
            // With the pointer on the row, and on the button itself.
            for place in [row.left_center() + vec2(40.0, 0.0), button.center()] {
                driver.point_at(place);
                assert_eq!(driver.lines_in(button.expand(1.0)), Vec::<String>::new(), "{row:?}");
            }
        }
    });
}

#[test]
fn a_message_with_offers_stands_within_the_map() {
    check_both(|mut driver| {
        let subject = |driver: &Driver, id: &TouchpointId| Subject::Touchpoint(driver.shown_journey(), id.clone());
        let joins = |id: &TouchpointId| !joints(driver.document(), &[subject(&driver, id)]).is_empty();
        let id = driver.touchpoints_in_order().into_iter().find(joins).expect("one between two");
        let words = "A title of many words that is told whole ".repeat(3).trim().to_owned();
        driver.carry_out(Action::Write(TextSpot::name(subject(&driver, &id)), words.clone()));
        let (undo, join) = (driver.word("deleted-undo"), format!("{} (J)", driver.word("command-join")));
        for size in [(1920.0, 1080.0), (1280.0, 720.0), (1024.0, 576.0), (853.0, 480.0), (640.0, 360.0)] {
            driver.resize(size.into());
            driver.carry_out(Action::Select(vec![subject(&driver, &id)]));
            driver.run_command("delete");
            if driver.asks("answer-delete") {
                driver.key(Key::Enter);
            }
            let message = driver.message_rect().expect("the message");
            assert!(driver.canvas().contains_rect(message), "{size:?}: {message:?} {:?}", driver.canvas());
            let minimap = driver.word("minimap");
            if driver.sees(&minimap) {
                assert!(!driver.rect_of(&minimap).intersects(message), "{size:?}");
            }
            for offer in [&undo, &join] {
                assert!(message.contains_rect(driver.rect_of(offer)), "{size:?}: {offer}");
            }
            driver.click(&undo);
            assert!(driver.by_title(&words).is_some());
        }
    });
}

#[test]
fn tabs_are_shortened_before_one_is_left_out() {
    check_both(|mut driver| {
        let mut titles = Vec::new();
        for (place, journey) in driver.document().clone().journeys_in_order().into_iter().enumerate() {
            let title = format!("{place}. The way of somebody who comes for the first time");
            driver.carry_out(Action::Rename(Subject::Journey(journey.id.clone()), title.clone()));
            titles.push(title);
        }
        assert!(titles.len() >= 2, "{titles:?}");
        // 1280 × 720 at 125 %.
        driver.resize(vec2(1024.0, 576.0));
        (0..2).for_each(|_| driver.settle());
        let tabs: Vec<Rect> = titles.iter().map(|it| driver.rect_of_role(egui::accesskit::Role::Tab, it)).collect();
        for pair in tabs.windows(2) {
            assert!(pair[0].right() < pair[1].left() && pair[0].width() > 90.0, "{tabs:?}");
        }
        let export = driver.rect_of(&driver.word("command-export"));
        assert!(tabs.iter().all(|tab| tab.right() < export.left()), "{tabs:?} {export:?}");
        driver.point_at(tabs[1].center());
        driver.frames(8);
        let (said, shortened) = (driver.lines_of_the_last_frame(), driver.shortened());
        let count = |lines: &[String]| lines.iter().filter(|line| line.starts_with(&titles[1])).count();
        assert!(count(&shortened) == 1 && count(&said) > 1, "{said:?}");
    });
}

#[test]
fn pictures_of_templates_are_large_enough_to_tell_them_apart() {
    let mut driver = Driver::first_start(Setup::default());
    for size in [(1920.0, 1080.0), (1280.0, 720.0), (640.0, 360.0)] {
        driver.resize(size.into());
        let cards = ["shop", "clinic"].map(|it| driver.rect_of(&driver.word(&format!("template-{it}"))));
        for card in cards {
            assert!(card.width() > 160.0 && card.height() > 130.0, "{size:?}: {card:?}");
        }
    }
}
