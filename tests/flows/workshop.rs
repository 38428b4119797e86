//! A whole workshop through the window by keyboard, in both languages: agenda and timer, stickies, a vote, a poll, a
//! decision; the minutes say what was entered.

use crate::driver::{Driver, Setup};
use egui::{Event, Key, Modifiers};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Language, Subject, Vote};
use tropa::present::workshop::tally;

fn next_tool(driver: &mut Driver) {
    driver.key_with(Modifiers::COMMAND, Key::PageDown);
}

fn line(driver: &mut Driver, text: &str) {
    driver.type_text(text);
    driver.key(Key::Enter);
}

/// Digits and Enter, as somebody reads out a count.
fn count(driver: &mut Driver, figure: u32) {
    for digit in figure.to_string().chars() {
        driver.type_text(&digit.to_string());
    }
    driver.key(Key::Enter);
}

fn vote(driver: &Driver) -> Vote {
    driver.document().workshop.votes_in_order().last().expect("a vote").as_ref().clone()
}

#[test]
fn a_workshop_by_keyboard_leaves_minutes_that_agree() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("minutes.md");
        let dialogs = vec![Pick::Picked(path.clone())];
        let map = directory.path().join("map.ron");
        std::fs::write(&map, before_any_workshop(language)).expect("a map");
        let mut driver = Driver::new(Setup { language, dialogs, file: Some(map) });
        driver.key(Key::F4);
        driver.key(Key::Enter);
        assert_eq!(driver.document().workshop.agenda.len(), 11);
        timer(&mut driver);
        next_tool(&mut driver);
        line(&mut driver, "Ada North, Sales");
        line(&mut driver, "Bo Quist, Field crew");
        next_tool(&mut driver);
        ten_stickies(&mut driver);
        next_tool(&mut driver);
        vote_and_reveal(&mut driver);
        next_tool(&mut driver);
        poll(&mut driver);
        next_tool(&mut driver);
        driver.type_text("Call before the visit");
        driver.key(Key::Tab);
        driver.type_text("Ada North");
        driver.key(Key::Tab);
        line(&mut driver, "01.02.2027");
        next_tool(&mut driver);
        line(&mut driver, "A loyalty card");
        next_tool(&mut driver);
        driver.type_text("Slot");
        driver.key(Key::Tab);
        line(&mut driver, "An hour for the visit");
        next_tool(&mut driver);
        driver.click(&driver.word("minutes-markdown"));
        driver.wait_until(|_| path.exists());
        let minutes = std::fs::read_to_string(&path).expect("minutes");
        agree(&driver, &minutes, language);
    }
}

/// The sample as it was before anybody met.
fn before_any_workshop(language: Language) -> Vec<u8> {
    let sample = tropa::format::samples::sample(language);
    let mut document = tropa::format::read(sample).expect("a sample").document;
    document.workshop = std::sync::Arc::default();
    tropa::format::to_bytes(&document).expect("a map")
}

/// Starts, gets five minutes more, and goes on to the next item.
fn timer(driver: &mut Driver) {
    driver.key(Key::F7);
    assert!(driver.sees(&driver.word("timer-pause")));
    assert!(driver.sees_part(" 10:0") || driver.sees_part(" 9:5"));
    driver.key_with(Modifiers::SHIFT, Key::F7);
    assert!(driver.sees_part(" 15:0") || driver.sees_part(" 14:5"));
    driver.key_with(Modifiers::COMMAND, Key::F7);
    driver.key(Key::F7);
    assert!(driver.sees(&driver.word("timer-start")));
    assert!(driver.sees_part(&driver.word("agenda-persona")));
}

/// Three barriers, two opportunities, a strength, a thought, a need, a touchpoint, and one for the parking lot.
fn ten_stickies(driver: &mut Driver) {
    let before = driver.document().clone();
    driver.key_with(Modifiers::ALT, Key::ArrowDown);
    for (key, text) in [
        (Key::Num1, "Barrier one"),
        (Key::Num1, "Barrier two"),
        (Key::Num1, "Barrier three"),
        (Key::Num3, "Idea one"),
        (Key::Num3, "Idea two"),
        (Key::Num2, "A friendly voice"),
        (Key::Num4, "Am I late?"),
        (Key::Num5, "To know the hour"),
        (Key::Num6, "Calls the crew"),
        (Key::Num7, "Prices"),
    ] {
        driver.key_with(Modifiers::ALT, key);
        line(driver, text);
    }
    let after = driver.document();
    assert_eq!(after.barriers.len(), before.barriers.len() + 3);
    assert_eq!(after.opportunities.len(), before.opportunities.len() + 2);
    assert_eq!(after.strengths.len(), before.strengths.len() + 1);
    assert_eq!(after.touchpoint_count(), before.touchpoint_count() + 1);
    assert_eq!(after.workshop.parking.len(), before.workshop.parking.len() + 1);
    let (first, _) = driver.first_touchpoint();
    let (_, said) = after.touchpoint(&first).expect("there");
    assert!(said.need.ends_with("To know the hour"));
    assert!(said.feelings.iter().any(|feeling| feeling.quote.ends_with("Am I late?")));
    assert!(after.barriers.iter().any(|it| it.statement == "Barrier two" && it.touchpoints == [first.clone()]));
    // Each is an entry of the history.
    for _ in 0..10 {
        driver.key_with(Modifiers::NONE, Key::Escape);
        driver.key_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(driver.document(), &before);
    for _ in 0..10 {
        driver.key_with(Modifiers::COMMAND, Key::Y);
    }
}

fn vote_and_reveal(driver: &mut Driver) {
    driver.key(Key::Enter);
    let begun = vote(driver);
    assert_eq!((begun.dots_each, begun.voters as usize), (3, driver.document().participants.len()));
    assert!(begun.results.iter().all(|(choice, dots)| matches!(choice, Subject::Barrier(_)) && *dots == 0));
    let expected = tally(&begun).expected;
    let mut left = u32::try_from(expected).expect("a small room");
    for index in 0..begun.results.len() {
        let dots = if index + 1 == begun.results.len() { left } else { left / 2 };
        assert!(!driver.sees_part(&driver.word_with("vote-place", "place", 1)), "hidden until shown");
        count(driver, dots);
        left -= dots;
    }
    let counted = vote(driver);
    assert!(tally(&counted).is_complete() && !counted.revealed, "{counted:?}");
    let words = tally(&counted).entered_words(tropa::i18n::Texts::of(driver.language()));
    assert!(driver.sees(&words), "{words}");
    // The last figure has handed the keyboard on to the button.
    driver.key(Key::Enter);
    assert!(vote(driver).revealed);
    assert!(driver.sees_part(&driver.word_with("vote-place", "place", 1)));
}

fn poll(driver: &mut Driver) {
    driver.key(Key::Enter);
    for answers in [0, 2, 1, 0, 0, 3] {
        count(driver, answers);
    }
    let poll = driver.document().workshop.polls_in_order().last().expect("a poll").as_ref().clone();
    assert_eq!(poll.counts, [0, 0, 0, 0, 0, 3, 0, 0, 1, 2, 0]);
}

fn agree(driver: &Driver, minutes: &str, language: Language) {
    let due = if language == Language::Ru { "01.02.2027" } else { "1 Feb 2027" };
    let persona = driver.word("agenda-persona");
    for said in [
        "| Ada North | Sales |",
        "| Bo Quist | Field crew |",
        &format!("| {persona} | 15 |"),
        &format!("| Call before the visit | Ada North | {due} |"),
        "- A loyalty card",
        "- Prices",
        "| Slot | An hour for the visit |",
    ] {
        assert!(minutes.contains(said), "{said} is not in\n{minutes}");
    }
    for ranked in tally(&vote(driver)).ranking.iter().filter(|ranked| ranked.dots > 0) {
        let Subject::Barrier(id) = &ranked.choice else { panic!("{ranked:?}") };
        let statement = &driver.document().barriers.get(id).expect("there").statement;
        let row = format!("| {} | {statement} | {} |", ranked.place, ranked.dots);
        assert!(minutes.contains(&row), "{row} is not in\n{minutes}");
    }
    // Six answers: 0, 0, 0, 3, 4, 4.
    let (mean, median) = if language == Language::Ru { ("+1,8", "+1,5") } else { ("+1.8", "+1.5") };
    assert!(minutes.contains(&format!("| 6 | {mean} | {median} |")), "{minutes}");
}

#[test]
fn a_blank_poster_is_printed_from_the_window() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("poster.pdf");
        let dialogs = vec![Pick::Picked(path.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        // Also while a line has the keyboard.
        driver.key(Key::F4);
        next_tool(&mut driver);
        driver.key_with(Modifiers::COMMAND, Key::P);
        driver.key(Key::Enter);
        driver.wait_until(|_| path.exists());
        assert!(std::fs::read(&path).expect("a file").starts_with(b"%PDF"));
    }
}

#[test]
fn a_sticky_without_a_place_stays_in_its_line() {
    let mut driver = Driver::new(Setup::default());
    driver.key(Key::F4);
    next_tool(&mut driver);
    next_tool(&mut driver);
    let before = driver.document().clone();
    driver.key_with(Modifiers::ALT, Key::Num5);
    line(&mut driver, "Nowhere");
    assert!(driver.sees(&driver.word("capture-needs-touchpoint")));
    assert_eq!(driver.document(), &before);
    driver.key_with(Modifiers::ALT, Key::ArrowDown);
    driver.key(Key::Enter);
    let (first, _) = driver.first_touchpoint();
    assert!(driver.document().touchpoint(&first).expect("there").1.need.ends_with("Nowhere"));
}

/// Lines and the Enter behind each, all within one frame.
fn at_once(driver: &mut Driver, lines: &[&str]) {
    let key = |pressed| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let typed = lines.iter().flat_map(|line| [Event::Text((*line).to_owned()), key(true), key(false)]);
    driver.events(typed.collect());
}

#[test]
fn who_types_faster_than_frames_come_loses_nothing() {
    let directory = tempfile::tempdir().expect("a directory");
    let map = directory.path().join("map.ron");
    std::fs::write(&map, before_any_workshop(Language::En)).expect("a map");
    let mut driver = Driver::new(Setup { language: Language::En, dialogs: vec![], file: Some(map) });
    driver.key(Key::F4);
    next_tool(&mut driver);
    next_tool(&mut driver);
    let before = driver.document().barriers.len();
    at_once(&mut driver, &["One", "Two", "Three"]);
    let said = |text: &str| driver.document().barriers.iter().any(|barrier| barrier.statement == text);
    assert!(said("One") && said("Two") && said("Three"));
    assert_eq!(driver.document().barriers.len(), before + 3);
    next_tool(&mut driver);
    driver.key(Key::Enter);
    at_once(&mut driver, &["4", "3", "2"]);
    let dots: Vec<u32> = vote(&driver).results.iter().map(|(_, dots)| *dots).collect();
    assert_eq!(dots.get(..4), Some([4, 3, 2, 0].as_slice()), "each count in its own row");
}

#[test]
fn the_next_vote_begins_with_two_enters() {
    let mut driver = Driver::new(Setup { language: Language::Ru, dialogs: vec![], file: None });
    let votes = driver.document().workshop.votes.len();
    driver.key(Key::F4);
    for _ in 0..3 {
        next_tool(&mut driver);
    }
    assert!(vote(&driver).revealed, "the sample's vote is over");
    driver.key(Key::Enter);
    assert!(vote(&driver).revealed, "Enter does not take a result off the wall");
    driver.key(Key::Enter);
    assert_eq!(driver.document().workshop.votes.len(), votes + 1);
    count(&mut driver, 5);
    assert_eq!(vote(&driver).results.first().map(|(_, dots)| *dots), Some(5));
}
