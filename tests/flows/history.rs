//! Flows of the history: what was done is told, any point of it is reached by mouse and by keyboard.

use crate::driver::{Driver, check_both};
use egui::{Key, Modifiers};
use tropa::model::TouchpointId;

/// Renames the first card, adds a barrier to it and says its new title.
fn three_edits(driver: &mut Driver) -> String {
    let (_, title) = driver.first_touchpoint();
    driver.click_card(&title);
    driver.key(Key::F2);
    driver.key_with(Modifiers::COMMAND, Key::A);
    driver.type_text("Renamed");
    driver.key(Key::Enter);
    driver.click_card("Renamed");
    driver.key_with(Modifiers::COMMAND, Key::B);
    driver.type_text("Too slow");
    driver.key(Key::Enter);
    title
}

#[test]
fn the_history_tells_what_was_done_and_goes_to_any_point() {
    check_both(|mut driver| {
        let opened = driver.document().clone();
        let title = three_edits(&mut driver);
        let done = driver.document().clone();
        driver.key_with(Modifiers::COMMAND, Key::H);
        let (rows, now) = driver.history_rows();
        assert_eq!(now, Some(0), "{rows:?}");
        assert!(rows.iter().any(|row| row.contains(&title) && row.contains("Renamed")), "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("Too slow")), "{rows:?}");
        assert_eq!(rows.last(), Some(&driver.word("history-beginning")));
        driver.click(rows.last().expect("a row"));
        assert!(driver.document() == &opened, "all is as it was opened");
        assert!(!driver.is_modified());
        let (rows, now) = driver.history_rows();
        assert_eq!(now, Some(rows.len() - 1));
        driver.click(&rows[0]);
        assert!(driver.document() == &done, "all is done again");
    });
}

#[test]
fn a_long_title_leaves_its_figure_in_sight() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key(Key::F2);
        driver.key_with(Modifiers::COMMAND, Key::A);
        let long = "Waits for the order beside the door where everybody who comes and goes pushes past";
        driver.type_text(long);
        driver.key(Key::Enter);
        driver.click_card(long);
        for key in [Key::Num0, Key::Num4] {
            driver.key(key);
            driver.key_with(Modifiers::COMMAND, Key::H);
            let (rows, now) = driver.history_rows();
            let row = &rows[now.expect("the present")];
            // "“Waits…”: Anna, 29 +1.0 → 0.0, Emotion · 14:32, now"
            let behind = row.rsplit_once(": ").and_then(|(_, behind)| behind.split_once(" · "));
            let (figure, _) = behind.and_then(|(said, _)| said.rsplit_once(", ")).expect("how it feels");
            assert!(row.contains(&long[..40]) && figure.contains(" → "), "{row}");
            assert!(driver.shows_the_end(figure), "{row}");
            driver.key_with(Modifiers::COMMAND, Key::H);
            driver.click_card(long);
        }
    });
}

#[test]
fn the_history_is_walked_by_keys_alone() {
    check_both(|mut driver| {
        let opened = driver.document().clone();
        three_edits(&mut driver);
        driver.click_empty();
        driver.key_with(Modifiers::COMMAND, Key::H);
        let (rows, _) = driver.history_rows();
        // The present has the keyboard; the oldest row is the beginning.
        for _ in 1..rows.len() {
            driver.key(Key::ArrowDown);
        }
        driver.key(Key::Enter);
        assert!(driver.document() == &opened, "all is as it was opened");
        driver.key(Key::ArrowUp);
        driver.key(Key::Enter);
        assert_eq!(driver.history_rows().1, Some(rows.len() - 2));
        driver.key_with(Modifiers::COMMAND, Key::H);
        assert!(driver.history_rows().0.is_empty(), "the same keys close it");
    });
}

#[test]
fn undo_says_what_it_took_back_and_selects_it() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        three_edits(&mut driver);
        driver.click_empty();
        while driver.title_of(&id) != title {
            driver.undo();
        }
        assert!(driver.toast().contains("Renamed"), "{}", driver.toast());
        assert_eq!(driver.selected(), [id]);
    });
}

#[test]
fn a_small_deletion_is_done_at_once_and_its_message_takes_it_back() {
    check_both(|mut driver| {
        let lonely = driver.unclaimed_touchpoint();
        let title = driver.title_of(&lonely);
        let before = driver.document().clone();
        driver.click_card(&title);
        driver.key(Key::Delete);
        assert!(driver.by_title(&title).is_none() && driver.toast().contains(&title), "{}", driver.toast());
        driver.key(Key::ArrowLeft);
        assert!(driver.toast().contains(&title), "the offer stays for a while");
        driver.click(&driver.word("deleted-undo"));
        assert!(driver.document() == &before, "all is back");
    });
}

#[test]
fn what_is_deleted_in_the_middle_of_a_way_is_joined_by_a_key_or_a_click() {
    check_both(|mut driver| {
        let journey = driver.journey().clone();
        let one = |ids: Vec<TouchpointId>| <[TouchpointId; 1]>::try_from(ids).ok().map(|[id]| id);
        let led = |id: &TouchpointId| {
            let ins = journey.transitions.iter().filter(|it| it.to == *id).map(|it| it.from.clone()).collect();
            let outs = journey.transitions.iter().filter(|it| it.from == *id).map(|it| it.to.clone()).collect();
            Some((one(ins)?, one(outs)?))
        };
        let between = driver.touchpoints_in_order().into_iter().find_map(|id| {
            let (from, to) = led(&id)?;
            (from != to && !driver.leads(&from, &to)).then_some((id, from, to))
        });
        let (id, from, to) = between.expect("one between two");
        let title = driver.title_of(&id);
        let before = driver.document().clone();
        let label = format!("{} (J)", driver.word("command-join"));
        for by_key in [true, false] {
            driver.click_card(&title);
            driver.key(Key::Delete);
            if driver.asks("answer-delete") {
                driver.key(Key::Enter);
            }
            assert!(driver.by_title(&title).is_none() && !driver.leads(&from, &to));
            if by_key {
                driver.key(Key::J);
            } else {
                driver.click(&label);
            }
            assert!(driver.leads(&from, &to) && !driver.sees(&label), "by key: {by_key}");
            driver.key_with(Modifiers::COMMAND, Key::Z);
            assert!(!driver.leads(&from, &to), "an entry of its own");
            driver.key_with(Modifiers::COMMAND, Key::Z);
            assert!(driver.document() == &before, "all is back");
        }
    });
}

#[test]
fn the_way_back_is_offered_as_long_for_what_is_called_the_same() {
    check_both(|mut driver| {
        let lonely = driver.unclaimed_touchpoint();
        let title = driver.title_of(&lonely);
        driver.click_card(&title);
        driver.key_with(Modifiers::COMMAND, Key::D);
        driver.key(Key::Delete);
        driver.frames(24);
        driver.click_card(&title);
        driver.key(Key::Delete);
        assert!(driver.by_title(&title).is_none(), "both are deleted");
        driver.frames(24);
        assert!(driver.toast().contains(&title), "the second offer is not as old as the first");
    });
}

#[test]
fn a_deletion_that_others_notice_is_asked_about_and_comes_back_whole() {
    check_both(|mut driver| {
        let claimed = driver.claimed_touchpoint();
        let title = driver.title_of(&claimed);
        let barrier = driver.barrier_at(&claimed);
        let before = driver.document().clone();
        driver.click_card(&title);
        driver.key(Key::Delete);
        assert!(driver.sees(&driver.word("delete-loses")) && driver.sees_part(&barrier), "it lists {barrier}");
        driver.key(Key::Escape);
        assert!(driver.document() == &before && !driver.sees(&driver.word("delete-loses")), "Esc changes nothing");
        driver.key(Key::Delete);
        driver.key(Key::Enter);
        assert!(driver.by_title(&title).is_none());
        driver.undo();
        assert!(driver.document() == &before, "undo brings all back");
        assert_eq!(driver.selected(), [claimed], "and shows it");
    });
}

#[test]
fn a_journey_is_deleted_after_a_question_that_counts_what_it_holds() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        driver.click(&driver.word("menu-map"));
        driver.click(&driver.word("command-delete-journey"));
        assert!(driver.sees(&driver.word("delete-goes")));
        driver.click(&driver.word("answer-delete"));
        assert_eq!(driver.document().journeys.len(), before.journeys.len() - 1);
        driver.undo();
        assert!(driver.document() == &before, "undo brings all back");
    });
}

#[test]
fn what_is_saved_is_marked() {
    check_both(|mut driver| {
        assert!(!driver.sees(&driver.word("history-saved")));
        three_edits(&mut driver);
        driver.key_with(Modifiers::COMMAND, Key::H);
        assert!(driver.sees(&driver.word("history-saved")), "the beginning counts as saved");
    });
}

#[test]
fn what_a_message_offered_goes_with_it_and_is_never_of_another_map() {
    check_both(|mut driver| {
        let begin = |driver: &mut Driver| {
            driver.key_with(Modifiers::COMMAND, Key::N);
            driver.click(&driver.word("template-empty"));
            if driver.asks("answer-discard") {
                driver.click(&driver.word("answer-discard"));
            }
        };
        begin(&mut driver);
        driver.paste("One\nTwo\nThree");
        driver.click_card("Two");
        driver.key(Key::B);
        driver.type_text("Slow");
        driver.key(Key::Enter);
        driver.click_card("Two");
        driver.key(Key::Delete);
        if driver.asks("answer-delete") {
            driver.key(Key::Enter);
        }
        let (join, undo) = (format!("{} (J)", driver.word("command-join")), driver.word("deleted-undo"));
        assert!(driver.sees(&join) && driver.sees(&undo));
        begin(&mut driver);
        assert!(!driver.sees(&join));
        for round in 0..8 {
            driver.paste(&format!("Line {round}"));
            assert!(!driver.sees(&join) && !driver.sees(&undo), "{round}");
            driver.key(Key::J);
            assert_eq!(driver.touchpoint_count(), round + 1);
        }
        // Another message takes the offer away, though nothing has changed meanwhile.
        driver.click_card("Line 3");
        driver.key(Key::Delete);
        assert!(driver.sees(&undo));
        driver.carry_out(tropa::ui::action::Action::Say("sources-no-words"));
        driver.settle();
        assert!(driver.asks("sources-no-words") && !driver.sees(&undo) && !driver.sees(&join));
    });
}
