//! Flows of the clipboard: touchpoints within a map and between windows, lines, tables, pictures, and what cannot be put in.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, ViewportCommand};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Language, Portrait, Stage, Subject, TouchpointId};

#[test]
fn a_touchpoint_is_copied_and_pasted_behind_itself_and_undone() {
    check_both(|mut driver| {
        let (first, title) = driver.first_touchpoint();
        let (before, count) = (driver.document().clone(), driver.touchpoint_count());
        let barriers_at = |driver: &Driver| -> usize {
            driver.document().barriers.iter().map(|barrier| barrier.touchpoints.len()).sum()
        };
        driver.click_card(&title);
        let text = driver.copy();
        assert!(text.starts_with("(\n    tropa_piece: 1,") && text.contains(&title), "{text}");
        assert_eq!(driver.document(), &before);
        driver.paste(&text);
        assert_eq!(driver.touchpoint_count(), count + 1);
        let [copy] = &driver.selected()[..] else { panic!("the copy is selected") };
        assert!(*copy != first);
        assert_eq!(driver.title_of(copy), title);
        assert_eq!(driver.emotion_of(copy), driver.emotion_of(&first));
        assert_eq!(driver.document().barriers.len(), before.barriers.len());
        let links = before.barriers.iter().filter(|it| it.touchpoints.contains(&first)).count();
        let old: usize = before.barriers.iter().map(|barrier| barrier.touchpoints.len()).sum();
        assert_eq!(barriers_at(&driver), old + links);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
    });
}

#[test]
fn what_is_cut_comes_back_with_its_ways() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        let order = driver.touchpoints_in_order();
        let middle = order.iter().find(|id| !driver.reached_from(id).is_empty() && **id != order[0]).unwrap().clone();
        driver.click_card(&driver.title_of(&middle));
        let text = driver.cut();
        assert!(!driver.touchpoints_in_order().contains(&middle));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before, "cut is one entry");
        driver.click_card(&driver.title_of(&middle));
        driver.cut();
        driver.paste(&text);
        assert_eq!(driver.journey().transitions.len(), before.journeys_in_order()[0].transitions.len());
        assert_eq!(driver.selected(), [middle]);
        assert_eq!(driver.document().barriers, before.barriers);
    });
}

#[test]
fn a_persona_is_cut_after_a_question_and_comes_back_by_undo_or_paste() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        let persona = before.personas_in_order()[0].clone();
        driver.click_empty();
        driver.click_first(&persona.name);
        assert_eq!(driver.app().selection(), [Subject::Persona(persona.id.clone())]);
        assert_eq!(driver.cut(), "", "nothing is cut before it is wanted");
        assert!(driver.sees(&driver.word("delete-goes")) && driver.sees(&driver.word("answer-cut")));
        driver.key(Key::Escape);
        assert_eq!(driver.document(), &before);
        driver.cut();
        let text = driver.copied_by(&driver.word("answer-cut"));
        assert!(text.starts_with("(\n    tropa_piece: 1,") && text.contains(&persona.name), "{text}");
        assert!(!driver.document().personas.contains(&persona.id));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before, "cut is one entry");
        driver.click_empty();
        driver.click_first(&persona.name);
        driver.cut();
        driver.key(Key::Enter);
        driver.paste(&text);
        let back = driver.document().personas.get(&persona.id).expect("it is back");
        assert_eq!((&back.name, &back.portrait), (&persona.name, &persona.portrait));
        assert_eq!(driver.app().selection(), [Subject::Persona(persona.id.clone())]);
    });
}

#[test]
fn duplicates_stand_beside_and_are_selected() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key_with(Modifiers::COMMAND, Key::D);
        let twins = driver.titles().iter().filter(|it| **it == title).count();
        assert_eq!((twins, driver.selected().len()), (2, 1));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.is_modified());
    });
}

#[test]
fn touchpoints_go_from_window_to_window_with_all_they_refer_to() {
    for language in [Language::Ru, Language::En] {
        let mut from = Driver::new(Setup { language, ..Setup::default() });
        let other = if language == Language::Ru { Language::En } else { Language::Ru };
        let mut into = Driver::new(Setup { language: other, ..Setup::default() });
        from.key_with(Modifiers::COMMAND, Key::A);
        let text = from.copy();
        into.click_empty();
        let (barriers, count) = (into.document().barriers.len(), into.touchpoint_count());
        let before = into.document().personas.clone();
        into.paste(&text);
        assert_eq!(into.touchpoint_count(), count + from.touchpoint_count());
        let met = from
            .document()
            .barriers
            .iter()
            .filter(|it| it.touchpoints.iter().any(|id| from.journey().touchpoints.contains(id)));
        assert_eq!(into.document().barriers.len(), barriers + met.clone().count());
        let came = into.document().personas.iter().filter(|it| !before.contains(&it.id));
        let names = came.map(|persona| persona.name.as_str()).collect::<Vec<_>>().join(", ");
        assert!(!names.is_empty(), "who felt something in the other window comes along");
        assert!(into.says_pasted_with(from.touchpoint_count(), &names));
        let statement = &met.clone().next().unwrap().statement;
        let there = into.document().barriers.iter().find(|it| it.statement == *statement).unwrap();
        assert!(!there.touchpoints.is_empty());
        into.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!into.is_modified(), "one entry");
    }
}

#[test]
fn lines_become_touchpoints_and_one_line_one() {
    check_both(|mut driver| {
        let (first, title) = driver.first_touchpoint();
        let count = driver.touchpoint_count();
        driver.click_card(&title);
        driver.paste("1. Видит рекламу\r\n2. Asks a friend\r\n\r\n");
        assert_eq!(driver.touchpoint_count(), count + 2);
        let seen = ["Видит рекламу", "Asks a friend"].map(|title| driver.by_title(title).unwrap());
        assert!(driver.leads(&first, &seen[0]) && driver.leads(&seen[0], &seen[1]));
        assert_eq!(driver.selected(), seen);
        assert!(driver.says_pasted(2));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.touchpoint_count(), count);
        driver.click_empty();
        driver.paste("One more");
        assert_eq!(driver.title_of(driver.touchpoints_in_order().last().unwrap()), "One more");
        driver.paste(" \n ");
        assert_eq!(driver.touchpoint_count(), count + 1);
    });
}

#[test]
fn lines_pasted_at_a_barrier_stand_on_the_way_from_its_touchpoint() {
    check_both(|mut driver| {
        let ways_on = |id: &TouchpointId| driver.journey().transitions.iter().filter(|it| it.from == *id).count();
        let mut barriers =
            driver.document().barriers.iter().filter_map(|it| Some((it.id.clone(), it.touchpoints.first()?)));
        let (barrier, at) = barriers.rfind(|(_, at)| ways_on(at) == 1).expect("one on a single way");
        let at = at.clone();
        let [to] = &driver.reached_from(&at)[..] else { panic!("one way on") };
        let to = to.clone();
        driver.select_on_map(&Subject::Barrier(barrier));
        driver.paste("Looks it up\nСпрашивает соседа");
        let [first, last] = ["Looks it up", "Спрашивает соседа"].map(|title| driver.by_title(title).expect(title));
        let led = [driver.leads(&at, &first), driver.leads(&first, &last), driver.leads(&last, &to)];
        assert_eq!((led, driver.leads(&at, &to)), ([true; 3], false));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(driver.leads(&at, &to) && !driver.is_modified(), "one entry");
    });
}

#[test]
fn an_emotion_behind_a_colon_is_the_leading_personas() {
    check_both(|mut driver| {
        driver.click_empty();
        driver.paste("Видит рекламу: 3\nWaits at the door: -2\nЖдёт заказ: 4,5\nOpens at 9:00\nTen of ten: 10");
        let leading = driver.journey().info.personas.first().expect("a persona").clone();
        let check = |title: &str, points: Option<f64>| {
            let touchpoint = driver.journey().touchpoints.get(&driver.by_title(title).expect(title)).expect("there");
            let felt: Vec<_> = touchpoint.feelings.iter().map(|it| (it.persona.clone(), it.emotion)).collect();
            let emotion = points.and_then(tropa::model::Emotion::from_points);
            assert_eq!(felt, emotion.map(|it| (leading.clone(), Some(it))).into_iter().collect::<Vec<_>>(), "{title}");
        };
        check("Видит рекламу", Some(3.0));
        check("Waits at the door", Some(-2.0));
        check("Ждёт заказ", Some(4.5));
        check("Opens at 9:00", None);
        check("Ten of ten: 10", None);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.is_modified(), "one entry");
    });
}

#[test]
fn what_is_pasted_into_a_field_stays_there() {
    check_both(|mut driver| {
        let (first, title) = driver.first_touchpoint();
        let count = driver.touchpoint_count();
        driver.click_card(&title);
        driver.click(&driver.word("field-action"));
        driver.paste("pasted words");
        assert!(driver.action_of(&first).contains("pasted words"));
        assert_eq!(driver.touchpoint_count(), count);
    });
}

#[test]
fn a_spoilt_piece_is_refused_with_words_and_changes_nothing() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let text = driver.copy();
        for spoilt in [
            text.replacen("title:", "titel:", 1),
            text.replacen("tropa_piece: 1", "tropa_piece: 9", 1),
            text.chars().take(400).collect(),
            "(tropa: 1)".to_owned(),
        ] {
            driver.paste(&spoilt);
            assert!(driver.asks("clip-refused"), "{spoilt}");
            driver.key(Key::Escape);
            assert!(!driver.is_modified());
        }
    });
}

#[test]
fn a_pasted_picture_is_the_personas_portrait_or_the_touchpoints_picture() {
    check_both(|mut driver| {
        driver.click_empty();
        driver.paste_picture([900, 600]);
        assert!(driver.asks("clip-picture-where") && !driver.is_modified());
        let (first, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let pictures = |driver: &Driver| driver.journey().touchpoints.get(&first).unwrap().pictures.len();
        let before = pictures(&driver);
        driver.paste_picture([900, 600]);
        assert_eq!(pictures(&driver), before + 1);
        let persona = driver.document().personas_in_order()[0].clone();
        driver.click_first(&persona.name);
        assert_eq!(driver.app().selection(), [Subject::Persona(persona.id.clone())]);
        driver.paste_picture([900, 600]);
        assert!(driver.asks("crop-title"));
        driver.key(Key::Escape);
        assert_eq!(driver.document().personas.get(&persona.id), Some(&persona));
        driver.paste_picture([900, 600]);
        driver.key(Key::Enter);
        let after = driver.document().personas.get(&persona.id).unwrap();
        let Portrait::Photo(photo) = &after.portrait else { panic!("a photo") };
        let image = image::load_from_memory(&photo.bytes).expect("a picture");
        assert!(
            image.width() == image.height() && photo.bytes.len() < 20_000,
            "{} × {}",
            image.width(),
            image.height()
        );
    });
}

#[test]
fn a_barrier_is_copied_to_another_touchpoint() {
    check_both(|mut driver| {
        let order = driver.touchpoints_in_order();
        driver.click_card(&driver.title_of(&order[0]));
        driver.key_with(Modifiers::COMMAND, Key::B);
        driver.type_text("Slow");
        driver.key(Key::Enter);
        driver.go_by_palette("Slow");
        let [Subject::Barrier(barrier)] = driver.app().selection() else { panic!("the barrier is selected") };
        let barrier = barrier.clone();
        let count = driver.document().barriers.len();
        let text = driver.copy();
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        driver.click_card(&driver.title_of(&order[1]));
        driver.paste(&text);
        let after = driver.document().barriers.get(&barrier).unwrap();
        assert_eq!((after.touchpoints.as_slice(), driver.document().barriers.len()), (&order[..2], count));
        assert_eq!(driver.app().selection(), [Subject::Barrier(barrier)]);
    });
}

/// A table of lanes as it comes from a spreadsheet, in the window's language.
fn lanes(language: Language) -> &'static str {
    match language {
        Language::Ru => {
            "Этап\tИнтерес\tЗал\tВовлечение\n\
             Точки касания\t\"Читает меню\nСмотрит отзывы\"\tЗаказывает\tПолучает карту\n\
             Эмоции\t1\tплохо\t3,5\n\
             Барьеры\t\tОчередь в обед\t\n\
             Погода\t\tдождь\t\n"
        }
        Language::En => {
            "Stage\tInterest\tHall\tEngagement\n\
             Touchpoints\t\"Reads the menu\nLooks at reviews\"\tOrders\tGets a card\n\
             Emotions\t1\tbad\t3.5\n\
             Barriers\t\tQueue at noon\t\n\
             Weather\t\train\t\n"
        }
    }
}

#[test]
fn a_table_is_previewed_and_becomes_a_journey_in_one_entry() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        driver.paste(lanes(driver.language()));
        assert!(driver.asks("paste-table-title"));
        assert!(driver.sees_part(&driver.word_with("paste-made-touchpoints", "count", 4)));
        assert!(driver.sees_part(&driver.word_with("paste-made-barriers", "count", 1)));
        assert!(driver.sees_part(&driver.word_with("paste-remarks", "count", 1)));
        assert_eq!(driver.document(), &before, "nothing is made before it is wanted");
        driver.key(Key::Enter);
        assert!(!driver.asks("paste-table-title"));
        assert_eq!(driver.document().journeys.len(), before.journeys.len() + 1);
        assert_eq!(driver.document().touchpoint_count(), before.touchpoint_count() + 4);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
    });
}

#[test]
fn the_mapping_is_changed_by_hand_and_joins_the_shown_journey() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        let count = driver.touchpoint_count();
        driver.paste(lanes(driver.language()));
        let weather = if driver.language() == Language::Ru { "Погода" } else { "Weather" };
        let row = driver.texts_about("paste-row-means", &[("row", "5"), ("title", weather)]);
        driver.choose(&row, &driver.word("grid-field-skip"));
        let hall = if driver.language() == Language::Ru { "Зал" } else { "Hall" };
        let column = driver.texts_about("paste-column-stage", &[("column", "C"), ("title", hall)]);
        driver.choose(&column, &driver.word("grid-field-skip"));
        assert!(driver.sees_part(&driver.word_with("paste-made-touchpoints", "count", 3)));
        let title = driver.journey().info.title.clone();
        driver.click_beginning(&driver.word_with("paste-into-this", "journey", title.as_str()));
        driver.click(&driver.word("paste-go"));
        assert_eq!(driver.touchpoint_count(), count + 3);
        assert_eq!(driver.journey().custom_lanes, before.journeys_in_order()[0].custom_lanes);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
    });
}

/// The stage of the touchpoint with this title, in whichever journey.
fn stage_of(driver: &Driver, title: &str) -> Option<Stage> {
    let made = driver.document().journeys.iter().find(|it| it.touchpoints.iter().any(|it| it.title == title))?;
    made.stage_of(made.touchpoints.iter().find(|it| it.title == title)?)
}

#[test]
fn columns_of_a_single_row_are_given_their_stages_by_hand() {
    check_both(|mut driver| {
        driver.paste("One\tTwo\tThree\nfirst\tsecond\tthird\n");
        assert!(driver.asks("paste-table-title"));
        for (column, title, stage) in [("A", "One", "interest"), ("B", "Two", "contact"), ("C", "Three", "contact")] {
            let name = driver.texts_about("paste-column-stage", &[("column", column), ("title", title)]);
            let stage = driver.word(&format!("stage-{stage}"));
            driver.choose(&name, &stage);
        }
        driver.click(&driver.word("paste-go"));
        let stages = ["first", "second", "third"].map(|title| stage_of(&driver, title));
        assert_eq!(stages, [Stage::Interest, Stage::Contact, Stage::Contact].map(Some));
    });
}

#[test]
fn the_values_of_a_column_of_stages_are_shown_with_their_stages_and_given_others() {
    check_both(|mut driver| {
        let head =
            if driver.language() == Language::Ru { "Точка касания\tЭтап" } else { "Touchpoint\tStage" };
        driver.paste(&format!("{head}\nfirst\tPurchase\nsecond\tDelivery\nthird\tPurchase\n"));
        assert!(driver.asks("paste-table-title"));
        let name = |value: &str| driver.texts_about("paste-value-stage", &[("title", value)]);
        let (purchase, delivery) = (name("Purchase"), name("Delivery"));
        let [contact, impression] = ["contact", "impression"].map(|stage| driver.word(&format!("stage-{stage}")));
        assert!(driver.value_of_choice(&delivery).starts_with(&impression), "{}", driver.value_of_choice(&delivery));
        driver.choose(&purchase, &contact);
        assert_eq!(driver.value_of_choice(&purchase), contact);
        driver.click(&driver.word("paste-go"));
        let stages = ["first", "second", "third"].map(|title| stage_of(&driver, title));
        assert_eq!(stages, [Stage::Contact, Stage::Impression, Stage::Contact].map(Some));
    });
}

#[test]
fn escape_leaves_a_table_alone_and_mermaid_is_shown_with_what_is_lost() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        driver.paste(lanes(driver.language()));
        driver.key(Key::Escape);
        assert!(!driver.asks("paste-table-title"));
        assert_eq!(driver.document(), &before);
        driver.paste("journey\n  title My day\n  section Work\n    Tea: 5: Me\n    Rest: 9: Me\n");
        assert!(driver.asks("paste-mermaid-title"));
        assert!(driver.sees_part(&driver.word_with("paste-remarks", "count", 1)));
        driver.click(&driver.word("paste-go"));
        let made = driver.document().journeys.iter().find(|it| it.info.title == "My day").expect("the journey");
        assert_eq!((made.touchpoints.len(), made.info.personas.len()), (2, 1));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
        driver.paste("journey\n  title My day\n  Tea\n  x: 3");
        assert!(driver.asks("clip-refused"));
    });
}

#[test]
fn a_table_in_a_file_is_opened_through_the_same_preview() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("way.csv");
        std::fs::write(&path, "Stage;Touchpoint;Emotion\nContact;Orders;-1,5\n;Waits;-4\n").unwrap();
        let mut driver = Driver::new(Setup { language, dialogs: vec![Pick::Picked(path)], ..Setup::default() });
        let before = driver.document().clone();
        driver.key_with(Modifiers::COMMAND, Key::O);
        assert!(driver.asks("paste-table-title"));
        driver.key(Key::Enter);
        assert_eq!(driver.document().touchpoint_count(), before.touchpoint_count() + 2);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
    }
}

#[test]
fn a_table_in_windows_1251_is_read_and_said_to_be_guessed() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("way.csv");
    // "Заказ" in Windows-1251.
    let bytes = b"Stage;Touchpoint;Emotion\nContact;\xc7\xe0\xea\xe0\xe7;-1,5\n";
    std::fs::write(&path, bytes).unwrap();
    let mut driver = Driver::new(Setup { dialogs: vec![Pick::Picked(path)], ..Setup::default() });
    driver.key_with(Modifiers::COMMAND, Key::O);
    assert!(driver.asks("paste-table-title") && driver.asks("exchange-read-as-windows-1251"));
    driver.key(Key::Enter);
    let mut made = driver.document().journeys.iter().flat_map(|journey| &journey.touchpoints);
    assert!(made.any(|touchpoint| touchpoint.title == "Заказ"));
}

#[test]
fn the_menu_asks_the_system_what_is_on_its_clipboard() {
    check_both(|mut driver| {
        driver.click(&driver.word("menu-edit"));
        let asked = driver.commands_after(&driver.word("command-paste"));
        assert!(asked.contains(&ViewportCommand::RequestPaste), "{asked:?}");
        driver.paste("One more");
        assert!(driver.by_title("One more").is_some());
    });
}
