//! A whole workshop inside a show, by keyboard, in both languages: timer, stickies, a vote, its result, a decision; the
//! minutes say what was entered.

use crate::driver::{Driver, Setup};
use egui::{Key, Modifiers};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Document, Language, Vote};
use tropa::present::show::{Overlay, ShowCommand};
use tropa::present::workshop::tally;

const STICKIES: [&str; 10] = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

fn line(driver: &mut Driver, text: &str) {
    driver.type_text(text);
    driver.key(Key::Enter);
}

fn vote(driver: &Driver) -> Vote {
    driver.document().workshop.votes_in_order().last().expect("a vote").as_ref().clone()
}

fn open_tool(driver: &Driver) -> Option<ShowCommand> {
    match driver.show().overlay {
        Some(Overlay::Tool(command)) => Some(command),
        _ => None,
    }
}

/// The sample as it was before anybody met.
fn before_any_workshop(language: Language) -> Document {
    let sample = tropa::format::samples::sample(language);
    let mut document = tropa::format::read(sample).expect("a sample").document;
    document.workshop = std::sync::Arc::default();
    document
}

/// Puts the tool away: the first Esc may only end the typing.
fn put_away(driver: &mut Driver) {
    for _ in 0..2 {
        if driver.show().overlay.is_some() {
            driver.key(Key::Escape);
        }
    }
    assert_eq!(driver.show().overlay, None);
}

fn timer(driver: &mut Driver) {
    driver.key(Key::A);
    // The usual agenda has the keyboard.
    driver.key(Key::Enter);
    assert_eq!(driver.document().workshop.agenda.len(), 11);
    driver.key(Key::F7);
    assert!(driver.sees(&driver.word("timer-pause")), "it runs");
    driver.key_with(Modifiers::SHIFT, Key::F7);
    driver.key(Key::F7);
    assert!(driver.sees(&driver.word("timer-start")));
    put_away(driver);
}

fn stickies(driver: &mut Driver) {
    let before = driver.document().barriers.len();
    driver.key(Key::I);
    assert_eq!(open_tool(driver), Some(ShowCommand::Capture));
    for text in STICKIES {
        line(driver, text);
    }
    assert_eq!(driver.document().barriers.len(), before + STICKIES.len());
    for text in STICKIES {
        assert!(driver.document().barriers.iter().any(|barrier| barrier.statement == text), "{text}");
    }
}

fn vote_and_reveal(driver: &mut Driver) {
    // Also while something is being typed.
    driver.key_with(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(open_tool(driver), Some(ShowCommand::Voting));
    driver.key(Key::Enter);
    let begun = vote(driver);
    let mut left = u32::try_from(tally(&begun).expected).expect("a small room");
    for index in 0..begun.results.len() {
        let dots = if index + 1 == begun.results.len() { left } else { left / 2 };
        line(driver, &dots.to_string());
        left -= dots;
    }
    assert!(tally(&vote(driver)).is_complete() && !vote(driver).revealed);
    driver.key(Key::Enter);
    assert!(vote(driver).revealed);
    put_away(driver);
}

fn decide(driver: &mut Driver) {
    driver.key(Key::R);
    driver.type_text("Call before the visit");
    driver.key(Key::Tab);
    driver.type_text("Ada North");
    driver.key(Key::Tab);
    line(driver, "01.02.2027");
    assert_eq!(driver.document().workshop.decisions.len(), 1);
    put_away(driver);
}

#[test]
fn a_workshop_runs_inside_the_show_and_its_minutes_agree() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("minutes.md");
        let map = directory.path().join("map.ron");
        std::fs::write(&map, tropa::format::to_bytes(&before_any_workshop(language)).expect("a map")).expect("a map");
        let dialogs = vec![Pick::Picked(path.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, file: Some(map.clone()) });
        driver.key(Key::F5);
        driver.key(Key::Num3);
        let (at, selected) = (driver.show().at, driver.selected());
        timer(&mut driver);
        stickies(&mut driver);
        vote_and_reveal(&mut driver);
        decide(&mut driver);
        assert_eq!(
            (driver.show().at, driver.selected()),
            (at, selected),
            "the show and the editor stand where they stood"
        );
        driver.key(Key::M);
        driver.click(&driver.word("minutes-markdown"));
        driver.wait_until(|_| path.exists());
        let minutes = std::fs::read_to_string(&path).expect("minutes");
        for ranked in tally(&vote(&driver)).ranking.iter().filter(|ranked| ranked.dots > 0) {
            assert!(minutes.contains(&format!("| {} |", ranked.dots)), "{ranked:?}\n{minutes}");
        }
        assert!(minutes.contains("| Call before the visit | Ada North |"), "{minutes}");
        put_away(&mut driver);
        driver.key_with(Modifiers::COMMAND, Key::S);
        assert!(!driver.is_modified(), "saved in the middle of the show");
        let saved = tropa::format::read(&std::fs::read(&map).expect("a file")).expect("opens").document;
        assert_eq!(&saved, driver.document());
        driver.key(Key::Escape);
        assert!(!driver.app().is_presenting());
        assert!(!driver.asks_for_a_repaint());
    }
}
