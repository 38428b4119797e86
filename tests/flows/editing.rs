//! Flows of arranging and describing a map: transitions without dragging, lanes, steps, paths, pictures, dates.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, vec2};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Lane, Language, Stage, TouchpointId};
use tropa::ui::page::Page;

#[test]
fn a_transition_is_led_to_a_card_by_the_menu_and_a_click() {
    check_both(|mut driver| {
        let (from, title) = driver.first_touchpoint();
        let to = driver.unconnected_from(&from);
        driver.open_menu_of_card(&title);
        driver.click(&driver.word("command-connect"));
        assert!(driver.asks("aim-hint"));
        driver.click_card(&driver.title_of(&to));
        assert!(driver.leads(&from, &to) && !driver.asks("aim-hint"));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.leads(&from, &to));
    });
}

#[test]
fn a_transition_is_led_to_a_card_by_keys_alone_and_escape_gives_up() {
    check_both(|mut driver| {
        let (from, title) = driver.first_touchpoint();
        let before = driver.document().clone();
        let reached = driver.reached_from(&from);
        driver.click_card(&title);
        driver.key_with(Modifiers::COMMAND, Key::L);
        driver.key(Key::ArrowRight);
        driver.key(Key::Escape);
        assert!(!driver.asks("aim-hint"));
        assert_eq!(driver.document(), &before);
        driver.key_with(Modifiers::COMMAND, Key::L);
        for _ in 0..6 {
            driver.key(Key::Tab);
        }
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        driver.key(Key::Enter);
        let order = driver.touchpoints_in_order();
        assert!(!reached.contains(&order[5]), "chosen so that it is not reached before");
        assert!(driver.leads(&from, &order[5]));
    });
}

#[test]
fn without_a_touchpoint_there_is_nothing_to_connect() {
    check_both(|mut driver| {
        driver.click_empty();
        driver.key_with(Modifiers::COMMAND, Key::L);
        assert!(!driver.asks("aim-hint"));
    });
}

#[test]
fn a_lane_is_carried_by_its_name_and_escape_leaves_it() {
    check_both(|mut driver| {
        let names = driver.lanes_in_sight();
        let [(first, _), .., (last, name)] = &names[..] else { panic!("{names:?}") };
        let (above, held) = (driver.rect_of(&names[0].1), driver.rect_of(name));
        let goal = above.left_top() + vec2(10.0, 0.0);
        driver.drag(held.center(), goal, Some(Key::Escape));
        assert_eq!(driver.lanes_in_sight(), names);
        driver.drag(held.center(), goal, None);
        let after = driver.lanes_in_sight();
        assert_eq!((&after[0].0, &after[1].0), (last, first));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.lanes_in_sight(), names);
    });
}

#[test]
fn a_lane_is_stretched_at_its_lower_edge_and_is_one_entry_of_the_history() {
    check_both(|mut driver| {
        let height_of = |driver: &Driver, lane: &Lane| {
            driver.journey().info.lanes.iter().find(|setting| setting.lane == *lane).and_then(|it| it.height)
        };
        let names = driver.lanes_in_sight();
        let lane = names[0].0.clone();
        // The next lane's name begins 8 points below the line, in the map's own points.
        let below = driver.rect_of(&names[1].1);
        let edge = below.left_top() - vec2(0.0, 8.0 * driver.zoom());
        driver.drag(edge, edge + vec2(0.0, 120.0), Some(Key::Escape));
        assert_eq!(height_of(&driver, &lane), None);
        driver.drag(edge, edge + vec2(0.0, 120.0), None);
        let height = height_of(&driver, &lane).expect("a height");
        assert!(height > 120.0, "{height}");
        let moved = driver.rect_of(&names[1].1).top() - below.top();
        assert!((moved - 120.0).abs() < 3.0, "the next lane moved by {moved}");
        // As tall as what it holds is no height of its own.
        let edge = edge + vec2(0.0, 120.0);
        driver.drag(edge, edge - vec2(0.0, 130.0), None);
        assert_eq!(height_of(&driver, &lane), None);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(height_of(&driver, &lane), Some(height));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.is_modified());
    });
}

#[test]
fn a_step_is_carried_to_another_stage_and_escape_leaves_it() {
    check_both(|mut driver| {
        let stage_of = |driver: &Driver, title: &str| {
            driver.journey().steps.iter().find(|step| step.title == title).map(|step| step.stage)
        };
        let titles: Vec<String> = driver.journey().steps_in_order().iter().map(|step| step.title.clone()).collect();
        let seen = titles.iter().find(|title| stage_of(&driver, title) == Some(Stage::Interest));
        let title = seen.expect("a named step").clone();
        let start = driver.rect_of(&title).center();
        let first = titles.iter().find(|title| stage_of(&driver, title) == Some(Stage::Attention));
        let goal = driver.rect_of(first.expect("a named step")).left_center() + vec2(4.0, 0.0);
        driver.drag(start, goal, Some(Key::Escape));
        assert_eq!(stage_of(&driver, &title), Some(Stage::Interest));
        driver.drag(start, goal, None);
        assert_eq!(stage_of(&driver, &title), Some(Stage::Attention));
        assert_eq!(driver.journey().steps_in_order()[0].title, title);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(stage_of(&driver, &title), Some(Stage::Interest));
    });
}

#[test]
fn a_persona_follows_a_path_of_its_own() {
    check_both(|mut driver| {
        let path = |driver: &Driver| {
            let journey = driver.journey();
            let leading = journey.info.personas[0].clone();
            journey.info.paths.iter().find(|path| path.persona == leading).map(|path| path.touchpoints.clone())
        };
        driver.click_empty();
        driver.click(&driver.word("paths"));
        if path(&driver).is_some() {
            driver.click_first(&driver.word("path-by-shares"));
            assert_eq!(path(&driver), None);
        }
        driver.click_first(&driver.word("path-of-own"));
        let begun = path(&driver).expect("the path so far");
        assert!(begun.len() > 3);
        let second = driver.title_of(&begun[1]);
        driver.click_first(&driver.word_with("earlier-on-path", "title", second.as_str()));
        assert_eq!(path(&driver).unwrap()[..2], [begun[1].clone(), begun[0].clone()]);
        driver.click_first(&driver.word_with("leave-path", "title", second.as_str()));
        assert_eq!(path(&driver).unwrap(), begun.iter().filter(|id| **id != begun[1]).cloned().collect::<Vec<_>>());
        // What was taken away is put back from its own inspector, where the map has it.
        driver.click_card(&second);
        let leading = driver.journey().info.personas[0].clone();
        let name = driver.document().personas.get(&leading).expect("there").name.clone();
        driver.click(&driver.word_with("on-path-of", "persona", name.as_str()));
        assert_eq!(path(&driver).unwrap().len(), begun.len());
        for _ in 0..4 {
            driver.key_with(Modifiers::COMMAND, Key::Z);
        }
        assert_ne!(path(&driver).map(|path| path.len()), Some(begun.len() - 1));
    });
}

#[test]
fn a_barrier_concerns_a_whole_stage() {
    check_both(|mut driver| {
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key_with(Modifiers::COMMAND, Key::B);
        driver.type_text("Slow");
        driver.key(Key::Enter);
        driver.go_by_palette("Slow");
        driver.choose(&driver.word("field-barrier-stage"), &driver.word("stage-contact"));
        let barrier = driver.document().barriers.iter().find(|barrier| barrier.statement == "Slow").expect("there");
        assert_eq!(barrier.stage, Some((driver.journey().id.clone(), Stage::Contact)));
    });
}

#[test]
fn pictures_are_added_shown_on_the_card_and_taken_away() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("counter.png");
    image::RgbImage::from_pixel(64, 48, image::Rgb([200, 40, 40])).save(&file).unwrap();
    for language in [Language::Ru, Language::En] {
        let dialogs = vec![Pick::Picked(file.clone()), Pick::Picked(file.clone())];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        let height = driver.card(&id).height();
        driver.click(&driver.word("add-picture"));
        driver.click(&driver.word("add-picture"));
        let count = |driver: &Driver| driver.journey().touchpoints.get(&id).map(|it| it.pictures.len());
        assert_eq!(count(&driver), Some(2));
        assert!(driver.card(&id).height() > height, "the card grows");
        driver.click(&driver.word_with("remove-picture", "number", "1"));
        assert_eq!(count(&driver), Some(1));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(count(&driver), Some(2));
    }
}

#[test]
fn a_day_that_cannot_be_read_stays_and_says_how_it_is_written() {
    check_both(|mut driver| {
        driver.click_empty();
        driver.click(&driver.word("more-journey"));
        let (before, field) = (driver.journey().info.date, driver.word("field-date"));
        assert!(!driver.asks("date-hint"));
        driver.retype(&field, "31.11.2026");
        assert!(driver.asks("date-hint"));
        driver.click(&driver.word("field-currency"));
        assert_eq!(driver.value_of(&field), "31.11.2026", "what was typed is there to be put right");
        assert_eq!(driver.journey().info.date, before);
        driver.retype(&field, "30.11.2026");
        assert!(!driver.asks("date-hint"));
        assert_eq!(driver.journey().info.date.map(|date| date.to_string()).as_deref(), Some("2026-11-30"));
        driver.click(&driver.word("field-currency"));
        assert_eq!(driver.value_of(&field), "2026-11-30");
    });
}

#[test]
fn a_path_that_cannot_be_used_is_asked_for_again() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().unwrap();
        let nowhere = directory.path().join("missing").join("map.ron");
        let mut driver = Driver::new(Setup { language, dialogs: vec![Pick::Unavailable], ..Setup::default() });
        driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
        driver.retype(&driver.word("path-field"), &nowhere.display().to_string());
        driver.key(Key::Enter);
        assert_eq!(driver.value_of(&driver.word("path-field")), nowhere.display().to_string());
        let there = directory.path().join("map.ron");
        driver.retype(&driver.word("path-field"), &there.display().to_string());
        driver.key(Key::Enter);
        assert!(there.exists() && !driver.asks("path-field"));
    }
}

#[test]
fn a_broken_file_is_shown_with_its_line_and_can_be_copied() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("broken.ron");
    std::fs::write(&path, "(\n    tropa: 1,\n    titel: \"A\",\n)\n").unwrap();
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::first_start(Setup { language, file: Some(path.clone()), ..Setup::default() });
        assert!(driver.asks("open-failed"));
        assert!(driver.sees("    titel: \"A\","), "the line stands by itself");
        let copied = driver.copied_by(&driver.word("copy"));
        assert!(copied.contains("broken.ron:3:5") && copied.contains("^^^^^"), "{copied}");
        // No project is begun that nobody asked for.
        assert_eq!(driver.page(), Page::Start);
    }
}

#[test]
fn metrics_are_listed_with_figure_and_sample() {
    check_both(|mut driver| {
        driver.click_first(&driver.word("stage-interest"));
        let about = tropa::model::MetricSubject::Stage(driver.journey().id.clone(), Stage::Interest);
        let rated = |metric: &&std::sync::Arc<tropa::model::Metric>| {
            metric.subject == about && tropa::analysis::figure(metric).n.is_some()
        };
        let metric = driver.document().metrics.iter().find(rated).expect("a metric with a sample").clone();
        let n = tropa::analysis::figure(&metric).n.expect("a sample") as f64;
        let sample = tropa::i18n::number::number(n, 0, driver.language());
        assert!(driver.sees_part(&format!("n\u{a0}=\u{a0}{sample}")), "no sample {sample}");
    });
}

#[test]
fn the_maps_language_is_chosen_apart_from_the_interfaces() {
    check_both(|mut driver| {
        let interface = driver.word("menu-view");
        driver.click(&driver.word("menu-view"));
        driver.click(&driver.word("menu-map-language"));
        let other = if driver.language() == Language::Ru { "English" } else { "Русский" };
        driver.click(other);
        assert_ne!(driver.document().info.language, driver.language());
        driver.key(Key::Escape);
        assert!(driver.sees(&interface), "the menus stay in their language");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document().info.language, driver.language());
    });
}

#[test]
fn several_touchpoints_are_changed_at_once_and_what_differs_is_said_to_be_mixed() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        let of = |driver: &Driver, id: &TouchpointId| driver.journey().touchpoints.get(id).expect("there").clone();
        let sight = driver.cards_in_sight();
        let one = sight.iter().find(|id| of(&driver, id).channel.is_some()).expect("a channel").clone();
        let differs = |id: &&TouchpointId| {
            let (this, that) = (of(&driver, &one), of(&driver, id));
            that.channel != this.channel && driver.emotion_of(id) != driver.emotion_of(&one)
        };
        let two = sight.iter().find(differs).expect("another channel").clone();
        driver.click_at(driver.card(&one).center(), Modifiers::NONE);
        driver.click_at(driver.card(&two).center(), Modifiers::SHIFT);
        let (field, mixed) = (driver.word("field-channel"), driver.word("several-mixed"));
        assert_eq!(driver.value_of_choice(&field), mixed);
        let third = driver
            .document()
            .channels
            .iter()
            .find(|it| [&one, &two].iter().all(|id| of(&driver, id).channel.as_ref() != Some(&it.id)));
        let third = third.expect("a third channel").clone();
        driver.choose(&field, &third.name);
        for id in [&one, &two] {
            assert_eq!(of(&driver, id).channel, Some(third.id.clone()));
        }
        assert_eq!(driver.value_of_choice(&field), third.name);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before, "one entry of the history");
        // How they feel: unlike, until a press on the scale makes them alike.
        let persona = driver.journey().info.personas[0].clone();
        let name = before.personas.get(&persona).expect("there").name.clone();
        let scale = driver.word_with("field-emotion-of", "persona", name.as_str());
        driver.click(&scale);
        assert!(driver.emotion_of(&one).is_some());
        assert_eq!(driver.emotion_of(&one), driver.emotion_of(&two));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &before);
    });
}

#[test]
fn a_transition_begun_by_a_key_does_not_fly_to_the_pointer_and_its_hint_is_in_sight() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        let (_, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.lead_on(driver.canvas().center());
        driver.key(Key::T);
        assert_eq!(driver.led_ways(), [], "nobody has said where it leads");
        let hint = driver.rect_of(&driver.word("aim-hint"));
        let minimap = driver.rect_of(&driver.word("minimap"));
        assert!(!hint.intersects(minimap) && driver.canvas().contains_rect(hint), "{hint:?} {minimap:?}");
        driver.key(Key::ArrowRight);
        assert_eq!(driver.led_ways().len(), 1, "the keys have picked a card");
        let place = driver.canvas().center() + vec2(40.0, 60.0);
        driver.lead_on(place);
        assert_eq!(driver.led_ways().len(), 1, "the pointer has moved");
    });
}
