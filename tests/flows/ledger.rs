//! Flows of the lists and the board: sort, filter, group, several at once, the way to the map and back, cards that are dragged.

use crate::driver::{Driver, Setup, check_both};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Barrier, BarrierId, BarrierStatus, Document, Language, Subject};

const LIST: Key = Key::Num7;
const BOARD: Key = Key::Num8;

fn list(driver: &mut Driver) {
    driver.key_with(Modifiers::COMMAND, LIST);
}

fn board(driver: &mut Driver) {
    driver.key_with(Modifiers::COMMAND, BOARD);
}

/// The statements of barriers in an order.
fn by<K: Ord>(driver: &Driver, key: impl Fn(&Barrier) -> K) -> Vec<String> {
    let mut barriers: Vec<&std::sync::Arc<Barrier>> = driver.document().barriers.iter().collect();
    barriers.sort_by_key(|barrier| (key(barrier), barrier.statement.to_lowercase().replace('ё', "е")));
    barriers.into_iter().map(|barrier| barrier.statement.clone()).collect()
}

fn assert_rows(driver: &Driver, expect: &[String]) {
    let rows = driver.rows();
    assert_eq!(rows.len(), expect.len(), "{rows:?}\n{expect:?}");
    for (row, statement) in rows.iter().zip(expect) {
        assert!(row.starts_with(statement.as_str()), "{row:?} is not {statement:?}");
    }
}

#[test]
fn a_column_sorts_by_a_press_and_turns_by_another() {
    check_both(|mut driver| {
        list(&mut driver);
        let worst_first = by(&driver, |it| std::cmp::Reverse(it.severity));
        assert_rows(&driver, &worst_first);
        let severity = driver.word("ledger-column-severity");
        driver.click(&driver.word_with("ledger-sorted-down", "column", severity.clone()));
        assert_rows(&driver, &by(&driver, |it| it.severity));
        let statement = driver.word("ledger-column-statement");
        driver.click(&driver.word_with("ledger-sort-by", "column", statement));
        assert_rows(&driver, &by(&driver, |_| ()));
        assert!(!driver.is_modified());
    });
}

#[test]
fn what_matters_most_of_barriers_is_in_sight_beside_the_panels() {
    check_both(|mut driver| {
        list(&mut driver);
        let sizes: [(f32, f32, &[&str]); 3] = [
            (1280.0, 720.0, &["severity", "status", "evidence", "owner"]),
            (1440.0, 900.0, &["severity", "status", "evidence", "owner", "stage"]),
            (1920.0, 1080.0, &["severity", "status", "evidence", "owner", "stage", "touchpoints", "channel"]),
        ];
        for (width, height, columns) in sizes {
            driver.resize(vec2(width, height));
            (0..2).for_each(|_| driver.settle());
            let edge = driver.rect_of_role(Role::Table, "").right();
            for column in columns {
                let head = driver.word(&format!("ledger-column-{column}"));
                let key = if *column == "severity" { "ledger-sorted-down" } else { "ledger-sort-by" };
                let head = driver.rect_of(&driver.word_with(key, "column", head));
                // What is cut there ends at the edge.
                assert!(head.right() < edge - 0.5, "{column} at {width}: {head:?}, {edge}");
            }
        }
    });
}

#[test]
fn filters_leave_out_what_does_not_fit_and_are_cleared_at_once() {
    check_both(|mut driver| {
        list(&mut driver);
        let all = driver.rows().len();
        let severity = driver.word("ledger-column-severity");
        let from_four = driver.word_with("ledger-from-severity", "severity", 4);
        driver.pick(&severity, &from_four);
        let severe = by(&driver, |it| std::cmp::Reverse(it.severity));
        let severe: Vec<String> =
            severe.into_iter().filter(|statement| driver.barrier(statement).severity >= Some(4)).collect();
        assert!(!severe.is_empty() && severe.len() < all);
        assert_rows(&driver, &severe);
        let owner = severe.iter().find_map(|it| driver.barrier(it).owner.clone()).expect("an owner");
        let name = driver.document().departments.get(&owner).expect("there").name.clone();
        driver.pick(&driver.word("ledger-column-owner"), &name);
        let owned: Vec<String> =
            severe.into_iter().filter(|it| driver.barrier(it).owner.as_ref() == Some(&owner)).collect();
        assert_rows(&driver, &owned);
        driver.click(&driver.word("ledger-clear"));
        assert_eq!(driver.rows().len(), all);
        driver.retype(&driver.word("ledger-search"), "zzzz");
        assert!(driver.rows().is_empty() && driver.sees(&driver.word("ledger-none-passes")));
        driver.click(&driver.word("ledger-clear"));
        assert_eq!(driver.rows().len(), all);
    });
}

#[test]
fn rows_stand_in_groups_that_count_and_fold() {
    check_both(|mut driver| {
        list(&mut driver);
        driver.pick(&driver.word("ledger-group"), &driver.word("ledger-column-status"));
        let fixed = driver.word("barrier-status-found");
        let found = driver.document().barriers.iter().filter(|it| it.status == BarrierStatus::Found).count();
        let all = driver.rows().len();
        let head = format!("{fixed}: {found}");
        assert!(driver.sees_part(&head), "{head}");
        driver.click_part(&head);
        assert_eq!(driver.rows().len(), all - found);
        driver.click_part(&head);
        assert_eq!(driver.rows().len(), all);
    });
}

#[test]
fn what_stands_in_several_groups_is_changed_in_each() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/home-internet.en.ron");
    let mut driver = Driver::new(Setup { file: Some(sample.into()), ..Setup::default() });
    list(&mut driver);
    driver.pick(&driver.word("ledger-group"), &driver.word("ledger-column-channel"));
    let statement = "The first line cannot see the network and prescribes restarts";
    let cell = |driver: &Driver, status: &str| {
        let (name, what) = (driver.word("ledger-column-status"), driver.word(status));
        let said = [("name", name.into()), ("what", what.into()), ("statement", statement.into())];
        driver.app().texts().with("ledger-cell", &said)
    };
    for (place, before, after) in [(0, "studied", "verified"), (1, "verified", "fixed")] {
        let cell = cell(&driver, &format!("barrier-status-{before}"));
        assert_eq!(driver.count_of(&cell), 2, "by telephone and in a chat");
        driver.click_one_of(&cell, place);
        driver.click(&driver.word(&format!("barrier-status-{after}")));
        assert_eq!(driver.barrier(statement).status.key(), after);
    }
}

#[test]
fn several_are_changed_alike_and_undone_together() {
    check_both(|mut driver| {
        list(&mut driver);
        let before = driver.document().clone();
        let order = by(&driver, |it| std::cmp::Reverse(it.severity));
        driver.click_row(&order[0], Modifiers::NONE);
        driver.click_row(&order[2], Modifiers::SHIFT);
        driver.click_row(&order[4], Modifiers::COMMAND);
        let mut chosen = vec![order[0].clone(), order[1].clone(), order[2].clone(), order[4].clone()];
        assert_eq!(driver.selected_statements(), chosen);
        let verified = driver.word("barrier-status-verified");
        driver.choose_at_right(&driver.word("field-status"), &verified);
        for statement in &chosen {
            let barrier = driver.barrier(statement);
            assert_eq!(barrier.status, BarrierStatus::Verified, "{statement}");
            assert_eq!(barrier.history.last().map(|change| change.status), Some(BarrierStatus::Verified));
        }
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
        // By keys: the list has the keyboard again after a click in it.
        driver.click_row(&order[0], Modifiers::NONE);
        driver.key_with(Modifiers::SHIFT, Key::ArrowDown);
        driver.key(Key::Num1);
        chosen.truncate(2);
        assert!(chosen.iter().all(|statement| driver.barrier(statement).severity == Some(1)));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
        driver.key_with(Modifiers::COMMAND, Key::A);
        assert_eq!(driver.selected_statements().len(), driver.document().barriers.len());
    });
}

#[test]
fn keys_alone_walk_write_and_set_the_status() {
    check_both(|mut driver| {
        list(&mut driver);
        let order = by(&driver, |it| std::cmp::Reverse(it.severity));
        driver.key(Key::Home);
        driver.key(Key::ArrowDown);
        assert_eq!(driver.selected_statements(), order[1..2]);
        let status = driver.barrier(&order[1]).status;
        driver.key(Key::S);
        let next = BarrierStatus::ALL.into_iter().skip_while(|it| *it != status).nth(1);
        assert_eq!(Some(driver.barrier(&order[1]).status), next);
        driver.key(Key::Enter);
        driver.key_with(Modifiers::COMMAND, Key::A);
        driver.type_text("In other words");
        driver.key(Key::Enter);
        assert_eq!(driver.selected_statements(), ["In other words"]);
        driver.key(Key::Enter);
        driver.type_text("given up");
        driver.key(Key::Escape);
        assert_eq!(driver.selected_statements(), ["In other words"]);
        driver.key(Key::Space);
        assert!(driver.selected_statements().is_empty());
    });
}

#[test]
fn a_new_barrier_is_written_in_its_row_and_placed_later() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        list(&mut driver);
        driver.key(Key::N);
        driver.key(Key::Escape);
        assert_eq!(driver.document(), &before, "given up at once, it was never there");
        driver.click(&driver.word("ledger-add-barrier"));
        driver.type_text("Nobody answers");
        driver.key(Key::Enter);
        assert!(driver.barrier("Nobody answers").touchpoints.is_empty());
        let row = driver.rows().into_iter().find(|row| row.starts_with("Nobody answers")).expect("its row");
        assert!(row.contains(&format!(", {}, ", driver.word("ledger-not-placed"))), "{row}");
        let (touchpoint, title) = driver.first_touchpoint();
        driver.click(&driver.word_with("ledger-place", "statement", "Nobody answers"));
        driver.retype(&driver.word("search-field"), &title);
        driver.click_part(&format!("{title} · "));
        assert_eq!(driver.barrier("Nobody answers").touchpoints, [touchpoint]);
    });
}

#[test]
fn the_way_to_the_map_and_back_keeps_row_and_filters() {
    check_both(|mut driver| {
        list(&mut driver);
        driver.pick(&driver.word("ledger-column-severity"), &driver.word_with("ledger-from-severity", "severity", 4));
        let rows = driver.rows();
        let order = by(&driver, |it| std::cmp::Reverse(it.severity));
        driver.click_row(&order[1], Modifiers::NONE);
        let barrier = driver.barrier(&order[1]).id.clone();
        driver.key_with(Modifiers::SHIFT, Key::Enter);
        assert!(driver.asks("canvas") && driver.rows().is_empty());
        assert_eq!(driver.app().selection(), [Subject::Barrier(barrier.clone())]);
        let canvas = driver.canvas();
        let cards = driver.barrier_cards(&barrier);
        assert!(cards.iter().any(|card| canvas.contains_rect(*card)), "{cards:?} in {canvas:?}");
        list(&mut driver);
        assert_eq!(driver.rows(), rows);
        assert_eq!(driver.selected_statements(), [order[1].clone()]);
        driver.key(Key::ArrowDown);
        assert_eq!(driver.selected_statements(), [order[2].clone()], "the list has the keyboard at that row");
    });
}

#[test]
fn what_is_selected_on_the_map_is_the_row_that_the_list_opens_at() {
    check_both(|mut driver| {
        let strength = driver.document().strengths.iter().next().expect("a strength").clone();
        driver.select_on_map(&Subject::Strength(strength.id.clone()));
        list(&mut driver);
        assert_eq!(driver.selected_statements(), std::slice::from_ref(&strength.statement));
        assert!(driver.rows().iter().any(|row| row.starts_with(&strength.statement)));
    });
}

#[test]
fn the_list_is_copied_as_a_table() {
    check_both(|mut driver| {
        list(&mut driver);
        let copied = driver.copied_by(&driver.word("ledger-copy"));
        let lines: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines[0][0], driver.word("ledger-column-statement"));
        assert_eq!(lines.len(), driver.document().barriers.len() + 1);
        assert!(lines.iter().all(|line| line.len() == lines[0].len()), "{copied}");
        assert_eq!(lines[1][0], by(&driver, |it| std::cmp::Reverse(it.severity))[0]);
    });
}

#[test]
fn a_card_is_dragged_on_the_board_and_escape_leaves_it() {
    check_both(|mut driver| {
        board(&mut driver);
        let it = driver.document().opportunities.iter().find(|it| it.effort == Some(2)).expect("rated").clone();
        let card = driver.board_card(&it.statement);
        let step = driver.board_step();
        let goal = card.center() + vec2(step.x, 0.0);
        driver.drag(card.center(), goal, Some(Key::Escape));
        assert_eq!(driver.opportunity(&it.statement), &*it);
        driver.drag(card.center(), goal, None);
        let moved = driver.opportunity(&it.statement);
        assert_eq!(moved.effort, Some(3));
        assert_eq!((moved.value_to_customer, moved.value_to_business), (it.value_to_customer, it.value_to_business));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.opportunity(&it.statement), &*it);
        assert!(!driver.is_modified(), "one entry of the history");
        // Into the tray: the rating goes.
        let tray = driver.rect_of_part(&driver.word("board-tray-empty"));
        driver.drag(driver.board_card(&it.statement).center(), tray.center(), None);
        assert_eq!(driver.opportunity(&it.statement).effort, None);
    });
}

#[test]
fn arrows_move_the_card_with_the_keyboard_and_are_undone_together() {
    check_both(|mut driver| {
        board(&mut driver);
        let it = driver.document().opportunities.iter().find(|it| it.effort == Some(2)).expect("rated").clone();
        driver.focus_board_card(&it.statement);
        driver.key(Key::ArrowRight);
        driver.key(Key::ArrowRight);
        driver.key(Key::ArrowDown);
        let moved = driver.opportunity(&it.statement);
        assert_eq!(moved.effort, Some(4));
        let sum = |it: &tropa::model::Opportunity| it.value_to_customer.zip(it.value_to_business).map(|(a, b)| a + b);
        assert_eq!(sum(moved), sum(&it).map(|sum| sum - 1));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.opportunity(&it.statement), &*it);
        // Tab goes on to the next card.
        let before = driver.selected_statements();
        driver.key(Key::Tab);
        assert_ne!(driver.selected_statements(), before);
    });
}

#[test]
fn a_click_gives_a_card_the_keyboard() {
    check_both(|mut driver| {
        board(&mut driver);
        let it = driver.document().opportunities.iter().find(|it| it.effort == Some(2)).expect("rated").clone();
        driver.click_at(driver.board_card(&it.statement).center(), Modifiers::NONE);
        driver.key(Key::ArrowRight);
        assert_eq!(driver.opportunity(&it.statement).effort, Some(3));
    });
}

#[test]
fn an_arrow_right_behind_tab_moves_the_card_and_leaves_it_the_keyboard() {
    check_both(|mut driver| {
        board(&mut driver);
        let before = driver.document().clone();
        let it = before.opportunities.iter().find(|it| it.effort == Some(2)).expect("rated");
        driver.focus_board_card(&it.statement);
        driver.press_in_a_row(&[Key::Tab, Key::ArrowRight]);
        let [next] = &driver.selected_statements()[..] else { panic!("a card is selected") };
        assert_ne!(*next, it.statement);
        let effort = before.opportunities.iter().find(|it| it.statement == *next).and_then(|it| it.effort);
        let moved = effort.map(|effort| (effort + 1).min(5));
        assert_eq!(driver.opportunity(next).effort, moved);
        driver.key(Key::ArrowLeft);
        assert_eq!(driver.opportunity(next).effort, moved.map(|effort| effort - 1));
        assert_eq!(driver.selected_statements(), std::slice::from_ref(next));
    });
}

#[test]
fn the_board_is_exported_as_a_picture() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("board.png");
        let dialogs = vec![Pick::Picked(path.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        board(&mut driver);
        driver.click(&driver.word("board-export"));
        assert!(driver.asks("export-title"));
        driver.choose(&driver.word("field-export-scale"), &driver.scale_words(1));
        driver.click(&driver.word("export-go"));
        driver.wait_until(|_| path.exists());
        let picture = image::open(&path).expect("a picture");
        assert_eq!((picture.width(), picture.height()), (1504, 1036));
        assert!(!driver.is_modified());
    }
}

#[test]
fn an_unrated_opportunity_waits_at_the_left_and_goes_to_the_middle_by_a_key() {
    check_both(|mut driver| {
        board(&mut driver);
        driver.click(&driver.word("ledger-add-opportunity"));
        driver.type_text("Call back within an hour");
        driver.focus_board_card("Call back within an hour");
        driver.key(Key::ArrowUp);
        let it = driver.opportunity("Call back within an hour");
        assert_eq!((it.effort, it.value_to_customer, it.value_to_business), (Some(3), Some(3), Some(3)));
        driver.pick(&driver.word("board-value"), &driver.word("board-customer"));
        driver.focus_board_card("Call back within an hour");
        driver.key(Key::ArrowUp);
        let it = driver.opportunity("Call back within an hour");
        assert_eq!((it.value_to_customer, it.value_to_business), (Some(4), Some(3)));
    });
}

#[test]
fn of_thousands_of_barriers_only_those_in_sight_are_laid_out() {
    let mut document = Document::default();
    for index in 0..5000_u32 {
        let id = BarrierId::parse(&format!("b-{index:04}")).expect("an id");
        let mut barrier = Barrier::new(id, format!("Barrier {index:04}"));
        barrier.severity = Some(1 + (index % 5) as u8);
        document.barriers.put(barrier);
    }
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("many.ron");
    std::fs::write(&path, tropa::format::to_bytes(&document).expect("text")).expect("a file");
    let mut driver = Driver::new(Setup { file: Some(path), ..Setup::default() });
    list(&mut driver);
    assert!((15..60).contains(&driver.rows().len()), "{}", driver.rows().len());
    driver.key(Key::End);
    assert_eq!(driver.selected_statements(), ["Barrier 4995"], "the last of the least severe");
    assert!(driver.rows().iter().any(|row| row.starts_with("Barrier 4995")) && driver.rows().len() < 60);
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.key(Key::Num3);
    assert!(driver.document().barriers.iter().all(|barrier| barrier.severity == Some(3)));
    driver.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(driver.document(), &document);
}
