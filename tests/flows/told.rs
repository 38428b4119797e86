//! What the window tells: how well things are known, every key, what to do first, the days of a barrier's history.

use crate::driver::{Driver, Setup, check_both};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use tropa::analysis::level;
use tropa::format::{self, samples};
use tropa::model::{Barrier, BarrierId, BarrierStatus, EvidenceId, Language, Subject};
use tropa::ui::command::{Room, RoomKey};

/// How well something is known, as it is told.
fn known(driver: &Driver, evidence: &[EvidenceId]) -> String {
    driver.word_with("map-known", "level", driver.word(level(driver.document(), evidence).key()))
}

#[test]
fn rows_and_cards_say_how_well_they_are_known() {
    check_both(|mut driver| {
        let barriers: Vec<Barrier> = driver.document().barriers.iter().map(|it| it.as_ref().clone()).collect();
        driver.run_command("show-barriers");
        let rows = driver.rows();
        for barrier in barriers.iter().filter(|it| rows.iter().any(|row| row.starts_with(&it.statement))) {
            let row = rows.iter().find(|row| row.starts_with(&barrier.statement)).expect("its row");
            assert!(row.ends_with(&known(&driver, &barrier.evidence)), "{row}");
        }
        // In the usual window the column is in sight beside the panels.
        driver.resize(egui::vec2(1240.0, 660.0));
        (0..3).for_each(|_| driver.settle());
        let column = driver.rect_of_role(Role::ColumnHeader, &driver.word("ledger-column-evidence"));
        assert!(column.right() < 1240.0 - 300.0, "{column:?}");
        driver.resize(egui::vec2(1920.0, 1080.0));
        driver.run_command("show-opportunities");
        let opportunity = driver.document().opportunities.iter().next().expect("one").as_ref().clone();
        let said = known(&driver, &opportunity.evidence);
        let card = |driver: &Driver| driver.sees_part(&said);
        assert!(card(&driver), "a card of the board says {said}");
        driver.run_command("show-outline");
        let (id, title) = driver.first_touchpoint();
        let evidence = driver.journey().touchpoints.get(&id).expect("there").evidence.clone();
        let row = driver.labels_with(&title).into_iter().find(|row| row.ends_with(&known(&driver, &evidence)));
        assert!(row.is_some(), "the outline's row of {title} says how well it is known");
    });
}

#[test]
fn the_cheat_sheet_holds_every_key_of_every_room() {
    check_both(|mut driver| {
        driver.key(Key::F1);
        for room in Room::ALL {
            assert!(driver.sees(&driver.word(room.key())), "{room:?}");
        }
        for key in RoomKey::ALL {
            let line = format!(": {}", driver.word(key.name_key()));
            assert!(driver.sees_part(&line), "{key:?}");
        }
    });
}

fn history(driver: &Driver, barrier: &BarrierId) -> (BarrierStatus, Vec<(String, BarrierStatus)>) {
    let barrier = driver.document().barriers.get(barrier).expect("there");
    (barrier.status, barrier.history.iter().map(|it| (it.date.to_string(), it.status)).collect())
}

#[test]
fn a_status_is_dated_back_put_right_and_taken_away() {
    check_both(|mut driver| {
        let id = driver.document().barriers.iter().next().expect("one").id.clone();
        driver.reveal(Subject::Barrier(id.clone()));
        let (status, before) = history(&driver, &id);
        driver.click(&driver.word("status-add"));
        let (_, added) = history(&driver, &id);
        assert_eq!(added.len(), before.len() + 1);
        // The newest is dated back to before everything else: its field is left, and it is the first.
        let last = driver.word_with("status-day", "number", added.len());
        driver.retype(&last, "2001-02-03");
        assert_eq!(history(&driver, &id).1, added, "nothing moves while a day is typed");
        driver.key(Key::Tab);
        let (_, dated) = history(&driver, &id);
        assert_eq!(dated.first(), Some(&("2001-02-03".to_owned(), status)));
        assert_eq!(dated.len(), added.len());
        let entry = driver.word_with("status-entry", "number", 1);
        let accepted = driver.word("barrier-status-accepted");
        driver.choose(&entry, &accepted);
        assert_eq!(history(&driver, &id).1.first(), Some(&("2001-02-03".to_owned(), BarrierStatus::Accepted)));
        driver.click(&driver.word_with("status-remove", "number", 1));
        assert_eq!(history(&driver, &id).1, before);
        for _ in 0..4 {
            driver.undo();
        }
        assert_eq!(history(&driver, &id), (status, before));
    });
}

#[test]
fn an_empty_map_says_what_to_do_first() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("map.ron");
        let is_it = |(name, of, _): &&(&str, Language, &[u8])| *name == "empty" && *of == language;
        let (_, _, bytes) = samples::templates().iter().find(is_it).expect("the empty template");
        std::fs::write(&path, bytes).expect("written");
        let mut driver = Driver::new(Setup { language, file: Some(path), ..Setup::default() });
        let first = driver.word("map-first");
        assert!(driver.sees(&first));
        driver.click(&driver.word("map-first-button"));
        assert!(driver.is_writing() && !driver.sees(&first), "it is out of the way while the title is typed");
        driver.type_text("First");
        driver.key(Key::Enter);
        assert_eq!(driver.titles(), ["First"]);
        assert!(!driver.sees(&first));
        driver.undo();
        assert!(driver.sees(&first));
    }
}

#[test]
fn a_channel_that_does_not_fit_its_card_is_told() {
    for language in [Language::Ru, Language::En] {
        let mut document = format::read(samples::sample(language)).expect("a sample").document;
        let journey = document.journeys_in_order()[0].as_ref().clone();
        let in_order = tropa::model::touchpoints_in_order(&journey);
        let touchpoint = in_order.iter().find(|it| it.channel.is_some()).expect("one in a channel");
        let channel = document.channels.get(touchpoint.channel.as_ref().expect("its channel")).expect("known");
        let mut channel = channel.as_ref().clone();
        channel.name = "A channel with a name that is far too long for any card of the map".to_owned();
        document.channels.put(channel);
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("long.ron");
        std::fs::write(&path, format::to_bytes(&document).expect("bytes")).expect("written");
        let mut driver = Driver::new(Setup { language, file: Some(path), ..Setup::default() });
        driver.key_with(Modifiers::COMMAND, Key::Num1);
        driver.reveal(Subject::Touchpoint(journey.id.clone(), touchpoint.id.clone()));
        let label = driver.card_label(&touchpoint.title);
        assert!(!driver.lines_of_the_last_frame().contains(&label));
        driver.rest_on(&label);
        assert!(driver.zoom() > 0.9 && driver.lines_of_the_last_frame().contains(&label), "{label}");
    }
}
