//! Flows from interviews to the map: a transcript loses its names, and selected words become claims with a source.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Evidence, Language, Subject, Supported};

const TALK: &str = "Ann: The line does not move\nInterviewer: And then, Ann?\nAnn: I leave";

/// Opens the panel and pastes a talk.
fn paste(driver: &mut Driver, name: &str) {
    if !driver.asks("sources-title") {
        driver.key_with(Modifiers::COMMAND, Key::T);
    }
    driver.click(&driver.word("sources-paste"));
    driver.type_text(TALK);
    driver.retype(&driver.word("sources-paste-title"), name);
    driver.click(&driver.word("sources-take"));
}

fn source(driver: &Driver, title: &str) -> Evidence {
    let found = driver.document().evidence.iter().find(|it| it.title == title);
    found.expect("the source").as_ref().clone()
}

/// Selects all words of the transcript by keys.
fn select_words(driver: &mut Driver) {
    driver.click(&driver.word("sources-field"));
    driver.key_with(Modifiers::COMMAND, Key::A);
}

#[test]
fn a_pasted_talk_names_nobody() {
    check_both(|mut driver| {
        paste(&mut driver, "Talk");
        let source = source(&driver, "Talk");
        assert_eq!(source.respondents, ["R01"]);
        assert_eq!(source.transcript, ["R01: The line does not move", "Interviewer: And then, R01?", "R01: I leave"]);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(driver.document().evidence.iter().all(|it| it.title != "Talk"));
    });
}

#[test]
fn one_key_makes_selected_words_a_claim_that_keeps_its_source() {
    check_both(|mut driver| {
        let (touchpoint, title) = driver.first_touchpoint();
        driver.click_card(&title);
        paste(&mut driver, "Talk");
        let before = driver.document().barriers.len();
        select_words(&mut driver);
        driver.key(Key::B);
        assert_eq!(driver.document().barriers.len(), before + 1);
        let short = "R01: The line does not move Interviewe…";
        assert_eq!(driver.toast(), driver.word_with("sources-made-barrier", "words", short));
        let made = source(&driver, "Talk");
        let Supported::Barrier(barrier) = &made.excerpts[0].supports else { panic!("{:?}", made.excerpts) };
        let barrier = driver.document().barriers.get(barrier).expect("made").as_ref().clone();
        assert_eq!(
            (&barrier.touchpoints[..], &barrier.evidence[..]),
            (&[touchpoint.clone()][..], &[made.id.clone()][..])
        );
        assert_eq!(made.excerpts[0].respondent, "R01");
        // The same key once more is undone alone; the touchpoint is still where words go.
        select_words(&mut driver);
        driver.key(Key::S);
        driver.key(Key::Q);
        assert_eq!(source(&driver, "Talk").excerpts.len(), 3);
        let leading = driver.journey().info.personas[0].clone();
        let quote = driver
            .journey()
            .touchpoints
            .get(&touchpoint)
            .expect("there")
            .feeling(&leading)
            .expect("felt")
            .quote
            .clone();
        assert!(quote.contains("R01: The line does not move"), "{quote}");
        driver.key(Key::Enter);
        assert_eq!(source(&driver, "Talk").excerpts.len(), 4);
        driver.keys_at_once(Modifiers::COMMAND, Key::Z, 3);
        assert_eq!(source(&driver, "Talk").excerpts.len(), 1);
    });
}

#[test]
fn words_that_two_people_say_are_of_whom_they_were_taken_from() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.click(&driver.word("sources-paste"));
        driver.type_text("Ann: Too slow\nBen: Too slow");
        driver.retype(&driver.word("sources-paste-title"), "Talk");
        driver.click(&driver.word("sources-take"));
        driver.click(&driver.word("sources-field"));
        driver.key_with(Modifiers::COMMAND, Key::ArrowDown);
        driver.keys_at_once(Modifiers::SHIFT, Key::ArrowLeft, "Too slow".len());
        driver.key(Key::B);
        let excerpts = source(&driver, "Talk").excerpts;
        let said: Vec<_> = excerpts.iter().map(|it| (it.quote.as_str(), it.respondent.as_str())).collect();
        assert_eq!(said, [("Too slow", "R02")]);
    });
}

#[test]
fn half_selected_words_are_taken_whole_and_listed_and_the_text_stays_where_it_is() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        paste(&mut driver, "Talk");
        let field = driver.word("sources-field");
        driver.click(&field);
        driver.keys_at_once(Modifiers::NONE, Key::ArrowUp, 9);
        let top = driver.rect_of(&field).top();
        // "R01: The line does not move": from within the second word to within the fourth.
        driver.keys_at_once(Modifiers::NONE, Key::ArrowRight, 7);
        driver.keys_at_once(Modifiers::SHIFT, Key::ArrowRight, 8);
        assert_eq!(driver.rect_of(&field).top(), top);
        driver.key_with(Modifiers::SHIFT, Key::Q);
        assert_eq!(source(&driver, "Talk").excerpts[0].quote, "The line does");
        let quoted =
            |it: &tropa::model::Feeling| it.quote.contains("«The line does»") || it.quote.contains("“The line does”");
        assert!(driver.journey().touchpoints.iter().any(|it| it.feelings.iter().any(quoted)), "it stands in marks");
        assert!(driver.sees("The line does"), "what was taken is listed in its words");
    });
}

#[test]
fn a_known_barrier_gets_more_voices_and_shows_how_many() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        paste(&mut driver, "First");
        select_words(&mut driver);
        driver.key(Key::B);
        let Supported::Barrier(barrier) = source(&driver, "First").excerpts[0].supports.clone() else { panic!() };
        paste(&mut driver, "Second");
        driver.reveal(Subject::Barrier(barrier.clone()));
        let before = driver.document().barriers.len();
        select_words(&mut driver);
        driver.key(Key::B);
        assert_eq!(driver.document().barriers.len(), before);
        let second = source(&driver, "Second");
        assert_eq!(second.respondents, ["R02"]);
        assert_eq!(second.excerpts[0].supports, Supported::Barrier(barrier));
        let asked: std::collections::BTreeSet<_> =
            driver.document().evidence.iter().flat_map(|it| it.respondents.clone()).collect();
        driver.key_with(Modifiers::COMMAND, Key::T);
        let said = driver.app().texts().with("voices", &[("said", 2.into()), ("asked", asked.len().into())]);
        assert!(driver.sees(&said), "{said}");
        driver.click_part(&driver.word("sources-show"));
        assert!(driver.asks("sources-title"));
    });
}

#[test]
fn words_that_need_a_touchpoint_say_so() {
    check_both(|mut driver| {
        paste(&mut driver, "Talk");
        driver.click_empty();
        select_words(&mut driver);
        driver.key(Key::Q);
        assert!(driver.asks("sources-no-place"));
        assert!(source(&driver, "Talk").excerpts.is_empty());
        // A barrier may wait for its touchpoint in a stage.
        driver.key(Key::B);
        assert_eq!(source(&driver, "Talk").excerpts.len(), 1);
    });
}

#[test]
fn a_transcript_is_opened_from_a_file_or_refused_with_a_reason() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let at = |name: &str, bytes: &[u8]| {
            let path = directory.path().join(name);
            std::fs::write(&path, bytes).expect("written");
            path
        };
        let files = [at("talk.txt", TALK.as_bytes()), at("bad.txt", &[0xC0, 0, 0xC1]), at("empty.txt", b" \n")];
        let dialogs = files.iter().cloned().map(Pick::Picked).collect();
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.click(&driver.word("sources-open"));
        // Who speaks is shown before anything is added.
        assert!(driver.sees(&driver.texts_about("sources-speaker", &[("name", "Ann"), ("code", "R01")])));
        assert!(driver.document().evidence.iter().all(|it| it.respondents != ["R01"]));
        driver.click(&driver.word("sources-take"));
        let title = driver.word_with("sources-untitled", "number", "R01");
        assert_eq!(source(&driver, &title).respondents, ["R01"]);
        for name in ["bad.txt", "empty.txt"] {
            driver.click(&driver.word("sources-open"));
            assert!(driver.asks("sources-failed") && driver.sees_part(name));
            driver.key(Key::Escape);
        }
    }
}

#[test]
fn a_transcript_from_an_old_windows_program_is_read_and_said_to_be_guessed() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("talk.txt");
    // "Анна: Очередь" in Windows-1251.
    std::fs::write(&path, b"\xc0\xed\xed\xe0: \xce\xf7\xe5\xf0\xe5\xe4\xfc\r\n").expect("written");
    let mut driver = Driver::new(Setup { dialogs: vec![Pick::Picked(path)], ..Setup::default() });
    driver.key_with(Modifiers::COMMAND, Key::T);
    driver.click(&driver.word("sources-open"));
    let said = driver.word("exchange-read-as-windows-1251");
    assert_eq!(driver.app().toast(), Some(said.as_str()));
    assert!(driver.sees(&driver.texts_about("sources-speaker", &[("name", "Анна"), ("code", "R01")])));
}

#[test]
fn what_is_pasted_behind_the_panels_key_is_for_the_panel() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        // Without a transcript, with one, and once more while that one is read.
        for title in ["First", "Second"] {
            driver.key_with(Modifiers::COMMAND, Key::T);
            driver.paste(TALK);
            assert!(driver.asks("sources-speakers") && driver.document().journeys == before.journeys, "{title}");
            driver.retype(&driver.word("sources-paste-title"), title);
            driver.click(&driver.word("sources-take"));
            assert!(source(&driver, title).transcript.len() == 3);
            driver.key_with(Modifiers::COMMAND, Key::T);
            assert!(!driver.asks("sources-title"));
        }
    });
}

#[test]
fn what_is_pasted_after_a_press_on_the_panels_ground_is_for_the_panel() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        driver.key_with(Modifiers::COMMAND, Key::T);
        let button = driver.rect_of(&driver.word("sources-paste"));
        driver.press(button.center_bottom() + egui::vec2(0.0, 60.0));
        driver.release(button.center_bottom() + egui::vec2(0.0, 60.0));
        driver.paste(TALK);
        assert!(driver.asks("sources-speakers") && driver.document() == &before, "no name is on the map");
        driver.click(&driver.word("cancel"));
        // Pressed on the map, what is pasted is for the map.
        driver.click_empty();
        driver.paste("Asks a neighbour");
        assert!(driver.by_title("Asks a neighbour").is_some());
    });
}

#[test]
fn who_speaks_once_is_shown_with_a_code_and_what_is_no_name_is_unticked() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.click(&driver.word("sources-paste"));
        driver.type_text("Oleg: I left\nDelivery: slow, says Oleg\nNote: a long day");
        let words = |driver: &Driver, (name, code): (&str, &str)| {
            driver.texts_about("sources-speaker", &[("name", name), ("code", code)])
        };
        assert!(driver.sees(&words(&driver, ("Oleg", "R01"))));
        assert!(!driver.sees(&words(&driver, ("Note", "R03"))));
        driver.click(&words(&driver, ("Delivery", "R02")));
        driver.retype(&driver.word("sources-paste-title"), "Talk");
        driver.click(&driver.word("sources-take"));
        let source = source(&driver, "Talk");
        assert_eq!(source.transcript, ["R01: I left", "Delivery: slow, says R01", "Note: a long day"]);
        assert_eq!(source.respondents, ["R01"]);
    });
}

#[test]
fn a_source_is_never_called_by_who_was_asked() {
    for (language, name) in [(Language::Ru, "Фёкла Перепёлкина"), (Language::En, "Zebedee Quill")] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join(format!("{name}.txt"));
        let said = format!("{name}: One\nInterviewer: Two\n{name}: Three");
        std::fs::write(&path, said).expect("written");
        let saved = directory.path().join("saved.ron");
        let dialogs = vec![Pick::Picked(path.clone()), Pick::Picked(path), Pick::Picked(saved.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.click(&driver.word("sources-open"));
        driver.click(&driver.word("sources-take"));
        let title = driver.word_with("sources-untitled", "number", "R01");
        assert_eq!(source(&driver, &title).respondents, ["R01"]);
        // A title that is typed loses the name as well.
        driver.click(&driver.word("sources-open"));
        driver.retype(&driver.word("sources-paste-title"), &format!("2026 {name}"));
        driver.click(&driver.word("sources-take"));
        assert_eq!(source(&driver, "2026 R02").respondents, ["R02"]);
        driver.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        let file = std::fs::read_to_string(&saved).expect("saved");
        assert!(file.contains("2026 R02") && name.split(' ').all(|part| !file.contains(part)));
    }
}

#[test]
fn a_respondent_who_is_named_becomes_a_code() {
    check_both(|mut driver| {
        let id = driver.document().evidence.iter().next().expect("a source").id.clone();
        driver.reveal(Subject::Evidence(id.clone()));
        let codes = |driver: &Driver| driver.document().evidence.get(&id).expect("there").respondents.clone();
        let field = driver.word("field-respondents");
        driver.focus(&field);
        driver.key_with(Modifiers::COMMAND, Key::A);
        driver.type_text("K-07\nAnna Gray");
        assert_eq!(codes(&driver), ["K-07", "R01"], "no letter of the name gets into the project");
        driver.type_text("\nOleg");
        assert_eq!(codes(&driver), ["K-07", "R01", "R02"]);
        // Whoever leaves the field sees what is kept.
        driver.key(Key::Tab);
        assert_eq!(driver.value_of(&field), "K-07\nR01\nR02");
        assert!(!driver.asks("respondents-code"), "nothing is left to be put right");
    });
}

#[test]
fn names_that_a_file_brought_are_offered_codes() {
    for language in [Language::Ru, Language::En] {
        let mut document = tropa::format::read(tropa::format::samples::sample(language)).expect("a sample").document;
        let mut evidence = document.evidence.iter().next().expect("a source").as_ref().clone();
        evidence.respondents = vec!["K-07".to_owned(), "Anna Gray".to_owned()];
        evidence.note = "Anna waits".to_owned();
        let id = evidence.id.clone();
        document.evidence.put(evidence);
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("named.ron");
        std::fs::write(&path, tropa::format::to_bytes(&document).expect("bytes")).expect("written");
        let mut driver = Driver::new(Setup { language, file: Some(path), ..Setup::default() });
        driver.reveal(Subject::Evidence(id.clone()));
        driver.click(&driver.word("respondents-code"));
        let changed = driver.document().evidence.get(&id).expect("there").clone();
        assert_eq!(
            (&changed.respondents[..], changed.note.as_str()),
            (&["K-07".to_owned(), "R01".to_owned()][..], "R01 waits")
        );
        driver.undo();
        assert_eq!(driver.document().evidence.get(&id).expect("there").note, "Anna waits");
    }
}

#[test]
fn times_go_and_where_nobody_is_found_to_speak_the_panel_says_what_a_line_looks_like() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.paste("Лена жалуется, что долго\nСсылка: https://a.b/c");
        assert!(driver.asks("sources-no-speakers"));
        driver.click(&driver.word("cancel"));
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.paste("Лена  0:05\nЖду\n[00:09] Олег: А я нет");
        assert!(!driver.asks("sources-no-speakers"));
        for (name, code) in [("Лена", "R01"), ("Олег", "R02")] {
            assert!(driver.sees(&driver.texts_about("sources-speaker", &[("name", name), ("code", code)])));
        }
        driver.retype(&driver.word("sources-paste-title"), "Talk");
        driver.click(&driver.word("sources-take"));
        assert_eq!(source(&driver, "Talk").transcript, ["R01: Жду", "R02: А я нет"]);
    });
}

#[test]
fn a_long_transcript_leaves_its_buttons_in_sight() {
    check_both(|mut driver| {
        driver.resize(egui::vec2(1280.0, 720.0));
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.paste(&"Ann: I have waited long\n".repeat(200));
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 720.0));
        for key in ["sources-take", "sources-speakers", "sources-paste-title"] {
            assert!(window.contains_rect(driver.rect_of(&driver.word(key))), "{key}");
        }
        driver.click(&driver.word("sources-take"));
        (0..3).for_each(|_| driver.settle());
        for key in ["sources-select-hint", "sources-paste"] {
            assert!(window.contains_rect(driver.rect_of(&driver.word(key))), "{key}");
        }
        assert!(window.top() < driver.rect_of(&driver.word("sources-field")).top());
    });
}

#[test]
fn what_is_made_of_words_stays_in_sight_while_the_text_is_scrolled() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::T);
        driver.click(&driver.word("sources-paste"));
        let talk: Vec<String> = (0..80).map(|line| format!("Ann: I have waited for {line} minutes")).collect();
        driver.type_text(&talk.join("\n"));
        driver.retype(&driver.word("sources-paste-title"), "Talk");
        driver.click(&driver.word("sources-take"));
        let (key, field) = (format!("B {}", driver.word("sources-barrier")), driver.word("sources-field"));
        let (key_before, text_before) = (driver.rect_of(&key), driver.rect_of(&field));
        driver.wheel(egui::pos2(key_before.center().x, 800.0), egui::vec2(0.0, -400.0), Modifiers::NONE);
        assert!(driver.rect_of(&field).top() < text_before.top() - 100.0, "the text is scrolled");
        assert_eq!(driver.rect_of(&key), key_before);
    });
}
