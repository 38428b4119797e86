//! Flows of finding the way: search, filters, minimap, places, journeys, outline.

mod common {
    #[expect(dead_code, reason = "each file of flows uses its part of the driver")]
    pub(crate) mod app;
}

use common::app::{Driver, check_both};
use egui::{Key, Modifiers};
use tropa::model::Subject;

/// A word that only the title of one touchpoint has, with that touchpoint's title.
fn rare_word(driver: &Driver) -> (String, String) {
    let journey = driver.journey();
    let all: Vec<String> = journey.touchpoints.iter().map(|it| it.title.clone()).collect();
    let words = all.iter().flat_map(|title| title.split_whitespace().map(move |word| (word, title)));
    let is_rare = |word: &str| {
        let fold = tropa::analysis::search::fold(word);
        let query = tropa::analysis::search::Query::parse(word);
        let mut index = tropa::analysis::TextIndex::default();
        index.refresh(driver.document(), &Default::default());
        fold.chars().count() > 4 && index.find(&query, None).len() == 1
    };
    let (word, title) = words.into_iter().find(|(word, _)| is_rare(word)).expect("a word of its own");
    (word.to_owned(), title.clone())
}

#[test]
fn typing_finds_and_enter_goes_there_and_escape_gives_the_keyboard_back() {
    check_both(|mut driver| {
        let (word, title) = rare_word(&driver);
        driver.search_for(&word.to_uppercase());
        assert_eq!(driver.focused_name(), Some(driver.word("find-field")));
        assert!(driver.sees(&driver.word_with("find-count", "count", 1)));
        driver.key(Key::Enter);
        let found = driver.by_title(&title).expect("there");
        assert_eq!(driver.selected(), [found.clone()]);
        assert!(driver.canvas().contains_rect(driver.card(&found)), "in sight");
        assert_eq!(driver.focused_name(), Some(driver.word("find-field")), "one goes on typing");
        driver.key(Key::Escape);
        assert!(!driver.sees(&driver.word("find-field")));
        assert_eq!(driver.selected(), [found], "what was found stays selected");
        assert_ne!(driver.focused_name(), Some(driver.word("find-field")));
    });
}

#[test]
fn f3_goes_round_and_back_and_the_list_says_where_one_is() {
    check_both(|mut driver| {
        driver.search_for("а");
        if driver.sees(&driver.word("find-nothing")) {
            driver.key_with(Modifiers::COMMAND, Key::A);
            driver.type_text("a");
        }
        driver.key(Key::F3);
        let first = driver.selected_thing();
        driver.key(Key::F3);
        driver.key(Key::F3);
        driver.key_with(Modifiers::SHIFT, Key::F3);
        driver.key_with(Modifiers::SHIFT, Key::F3);
        assert_eq!(driver.selected_thing(), first);
        driver.key_with(Modifiers::SHIFT, Key::F3);
        let last = driver.selected_thing();
        driver.key(Key::F3);
        assert_eq!(driver.selected_thing(), first);
        assert!(last.is_some());
        // With the bar closed the keys still know what was typed.
        driver.key(Key::Escape);
        driver.key(Key::F3);
        assert!(driver.sees(&driver.word("find-field")));
    });
}

#[test]
fn nothing_found_is_said_and_selects_nothing() {
    check_both(|mut driver| {
        let before = driver.selected_thing();
        driver.search_for("qqzzqq");
        assert!(driver.sees(&driver.word("find-nothing")));
        driver.key(Key::Enter);
        assert_eq!(driver.selected_thing(), before);
    });
}

#[test]
fn what_stands_on_another_journey_or_on_none_is_shown_where_it_is() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num9);
        let persona = driver.document().personas_in_order()[0].clone();
        driver.search_for(&persona.quote);
        driver.key(Key::Enter);
        assert_eq!(driver.selected_thing(), Some(Subject::Persona(persona.id.clone())));
        assert_eq!(driver.value_of(&driver.word("field-persona-name")), persona.name, "its form is shown");
    });
}
