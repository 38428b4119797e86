//! What stands over or beside something else has room of its own, and what is short of room is shortened before it is
//! left out.

use crate::driver::check_both;
use egui::{Key, Modifiers, vec2};
use tropa::model::{Subject, TextSpot};
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
