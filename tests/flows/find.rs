//! Flows of finding the way: search, filters, minimap, places, journeys, outline.

use crate::driver::{Driver, Setup, check_both};
use egui::{Event, Key, Modifiers, vec2};
use tropa::edit::verbs::{Fold, set_lane_fold};
use tropa::model::{Lane, Stage, Subject, TextField, TouchpointId};
use tropa::ui::action::Action;
use tropa::ui::page::Page;

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
        assert_eq!(driver.selected(), std::slice::from_ref(&found));
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

#[test]
fn a_filter_dims_and_says_how_much_is_left_and_is_taken_away_piece_by_piece() {
    check_both(|mut driver| {
        let before = driver.document().clone();
        let total = driver.touchpoint_count();
        let moments = driver.journey().touchpoints.iter().filter(|it| it.moment_of_truth).count();
        assert!(moments > 0 && moments < total);
        driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
        assert_eq!(driver.focused_name(), Some(driver.word("filter-text")));
        let moment = driver.word("field-moment-of-truth");
        driver.click_first(&moment);
        let said = driver.filter_words(moments, total);
        assert!(driver.sees(&said), "{said}");
        driver.key(Key::Escape);
        assert!(!driver.sees(&driver.word("filter-text")), "the panel is closed");
        assert!(driver.sees(&said), "the filter stays");
        let (first, _) = driver.first_touchpoint();
        assert!(driver.app().hits().card(&first).is_some(), "nothing is removed");
        let piece = driver.word_with("filter-remove", "what", moment.as_str());
        driver.click(&piece);
        assert!(!driver.sees(&said) && !driver.sees(&piece));
        assert_eq!(driver.document(), &before, "a filter is no change");
        assert!(!driver.is_modified());
    });
}

#[test]
fn a_filter_takes_words_and_severity_together_and_shows_all_at_once() {
    check_both(|mut driver| {
        let total = driver.touchpoint_count();
        let severe: std::collections::BTreeSet<_> = driver
            .document()
            .barriers
            .iter()
            .filter(|barrier| barrier.severity.unwrap_or(0) >= 4)
            .flat_map(|barrier| barrier.touchpoints.clone())
            .filter(|id| driver.journey().touchpoints.contains(id))
            .collect();
        driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
        driver.click(&driver.word_with("filter-severity-from", "least", 4));
        assert!(driver.sees(&driver.filter_words(severe.len(), total)));
        driver.retype(&driver.word("filter-text"), "qqzzqq");
        assert!(driver.sees(&driver.filter_words(0, total)));
        driver.click_first(&driver.word("filter-clear"));
        assert!(!driver.sees(&driver.filter_words(0, total)));
    });
}

#[test]
fn the_minimap_moves_the_map_and_goes_away_where_all_is_seen() {
    check_both(|mut driver| {
        let minimap = driver.word("minimap");
        let before = driver.map_corner();
        let rect = driver.rect_of(&minimap);
        let end = rect.right_center() - egui::vec2(14.0, 0.0);
        driver.drag(end, end, None);
        assert!(driver.map_corner().x < before.x - 300.0, "the end of the map is seen");
        let far = driver.map_corner();
        driver.drag(end, rect.left_center() + egui::vec2(14.0, 0.0), None);
        assert!(driver.map_corner().x > far.x + 300.0, "dragged back to its beginning");
        assert_eq!(driver.selected(), [], "what is below it is left alone");
        driver.key_with(Modifiers::COMMAND, Key::M);
        assert!(!driver.sees(&minimap));
        driver.key_with(Modifiers::COMMAND, Key::M);
        assert!(driver.sees(&minimap));
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        assert!(!driver.sees(&minimap), "all of the map is in sight");
    });
}

#[test]
fn the_stage_and_the_selection_are_shown_whole() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        driver.key_with(Modifiers::COMMAND, Key::Num3);
        assert!(driver.zoom() > 1.2, "{}", driver.zoom());
        let (card, canvas) = (driver.card(&id), driver.canvas());
        assert!(canvas.contains_rect(card));
        assert!((card.center() - canvas.center()).length() < canvas.width() / 4.0, "in the middle");
        driver.key_with(Modifiers::COMMAND, Key::Num2);
        let stage = driver.word("stage-attention");
        assert!(driver.canvas().contains_rect(driver.rect_of(&stage)), "the whole of the selected one's stage");
        let small = driver.zoom();
        assert!(small < 1.2 && small > 0.2);
    });
}

#[test]
fn back_and_forward_restore_places_exactly() {
    check_both(|mut driver| {
        let corner = driver.canvas().center();
        driver.wheel(corner, egui::vec2(-120.0, 0.0), Modifiers::NONE);
        let (first, zoom) = (driver.map_corner(), driver.zoom());
        let order = driver.touchpoints_in_order();
        let last = order.last().expect("a touchpoint").clone();
        let title = driver.title_of(&last);
        driver.search_for(&title);
        driver.key(Key::Enter);
        driver.key(Key::Escape);
        assert_eq!(driver.selected(), std::slice::from_ref(&last));
        let second = driver.map_corner();
        assert_ne!(first, second);
        driver.key_with(Modifiers::COMMAND, Key::Num5);
        assert_eq!(driver.page(), Page::Outline);
        driver.key_with(Modifiers::ALT, Key::ArrowLeft);
        assert_eq!((driver.page(), driver.map_corner()), (Page::Map, second));
        assert_eq!(driver.selected(), [last]);
        driver.key_with(Modifiers::ALT, Key::ArrowLeft);
        assert_eq!((driver.map_corner(), driver.zoom()), (first, zoom));
        assert_eq!(driver.selected(), []);
        driver.key(Key::F1);
        driver.press_mouse_button(egui::PointerButton::Extra2);
        assert_eq!(driver.map_corner(), first, "nothing is gone to behind a dialog");
        driver.key(Key::Escape);
        driver.press_mouse_button(egui::PointerButton::Extra2);
        assert_eq!(driver.map_corner(), second);
        driver.click(&driver.tool_words("command-back", "Alt+←"));
        assert_eq!(driver.map_corner(), first);
    });
}

#[test]
fn journeys_are_opened_renamed_ordered_and_taken_away_by_keys() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num9);
        assert_eq!(driver.page(), Page::Journeys);
        let journey = driver.shown_journey();
        driver.focus_card(&journey);
        assert_eq!(driver.selected_thing(), Some(Subject::Journey(journey.clone())));
        driver.key(Key::F2);
        driver.type_text("Renamed here");
        driver.key(Key::Enter);
        assert_eq!(
            driver.document().journeys.get(&journey).map(|it| it.info.title.clone()).as_deref(),
            Some("Renamed here")
        );
        driver.click(&driver.word_with("journeys-more", "title", "Renamed here"));
        let order = |driver: &Driver| -> Vec<_> {
            driver.document().journeys_in_order().iter().map(|it| it.id.clone()).collect()
        };
        let count = order(&driver).len();
        driver.click(&driver.word("command-duplicate-journey"));
        let before = order(&driver);
        assert_eq!(before.len(), count + 1);
        let place = |order: &[tropa::model::JourneyId]| order.iter().position(|id| *id == journey);
        assert_eq!(place(&before), Some(0));
        driver.focus_card(&journey);
        driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::ArrowRight);
        let after = order(&driver);
        assert_eq!(place(&after), Some(1), "it went one place on");
        driver.key(Key::ArrowLeft);
        assert_eq!(driver.selected_thing(), Some(Subject::Journey(after[0].clone())));
        driver.key(Key::Enter);
        assert_eq!((driver.page(), driver.shown_journey()), (Page::Map, after[0].clone()));
        driver.key_with(Modifiers::COMMAND, Key::Num9);
        driver.focus_card(&journey);
        driver.key(Key::Delete);
        assert!(driver.sees_part("?"), "it is asked about first");
        driver.key(Key::Escape);
        assert_eq!(order(&driver), after);
    });
}

#[test]
fn a_journey_gets_a_picture_of_its_map() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num9);
        let journey = driver.shown_journey();
        driver.wait_until(|driver| driver.app().has_thumb(&journey));
    });
}

#[test]
fn the_outline_is_walked_folded_edited_and_shown_on_the_map() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num5);
        let order = driver.touchpoints_in_order();
        let journey = driver.shown_journey();
        driver.key(Key::Home);
        assert_eq!(driver.selected_thing(), Some(Subject::Stage(journey, Stage::Attention)));
        while driver.selected().is_empty() {
            driver.key(Key::ArrowDown);
        }
        assert_eq!(driver.selected(), [order[0].clone()]);
        driver.key(Key::F2);
        driver.type_text("First of all");
        driver.key(Key::Enter);
        assert_eq!(driver.title_of(&order[0]), "First of all");
        let count = driver.touchpoint_count();
        driver.key(Key::Enter);
        driver.type_text("And then");
        driver.key(Key::Enter);
        assert_eq!(driver.touchpoint_count(), count + 1);
        let new = driver.by_title("And then").expect("added");
        let column = order.iter().take_while(|id| driver.place_of(id).0 == driver.place_of(&order[0]).0).count();
        assert_eq!(driver.touchpoints_in_order()[column], new, "right after the selected one's column");
        assert_eq!(driver.selected(), std::slice::from_ref(&new));
        driver.key_with(Modifiers::ALT, Key::ArrowUp);
        assert_eq!(driver.touchpoints_in_order()[..2], [new.clone(), order[0].clone()]);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.touchpoints_in_order()[column], new, "one entry of the history");
        driver.key_with(Modifiers::COMMAND, Key::Num3);
        assert_eq!(driver.page(), Page::Map);
        assert!(driver.canvas().contains_rect(driver.card(&new)));
    });
}

#[test]
fn what_stands_under_several_touchpoints_is_walked_past_in_each() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/home-internet.en.ron");
    let mut driver = Driver::new(Setup { file: Some(sample.into()), ..Setup::default() });
    driver.key_with(Modifiers::COMMAND, Key::Num5);
    driver.key(Key::Home);
    let mut walked = Vec::new();
    while walked.last() != driver.selected_thing().as_ref() {
        walked.extend(driver.selected_thing());
        assert!(walked.len() < 300, "it never arrives");
        // Unfolds a touchpoint, and goes on from anything else.
        if !driver.selected().is_empty() {
            driver.key(Key::ArrowRight);
        }
        driver.key(Key::ArrowDown);
    }
    let barriers: Vec<_> = walked.iter().filter(|it| matches!(it, Subject::Barrier(_))).collect();
    let stands_twice = |it: &&&Subject| barriers.iter().filter(|other| *other == *it).count() > 1;
    assert_ne!(barriers.iter().find(stands_twice), None);
    driver.key(Key::End);
    assert_eq!(driver.selected_thing(), walked.pop());
}

#[test]
fn a_row_moves_through_all_steps_to_the_end_and_back() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num5);
        let before = driver.touchpoints_in_order();
        driver.key(Key::Home);
        while driver.selected().is_empty() {
            driver.key(Key::ArrowDown);
        }
        let moved = before[0].clone();
        let mut presses = 0;
        while driver.touchpoints_in_order().last() != Some(&moved) {
            driver.key_with(Modifiers::ALT, Key::ArrowDown);
            presses += 1;
            assert!(presses < 100, "it never arrives");
        }
        let others: Vec<_> = before[1..].to_vec();
        let after = driver.touchpoints_in_order();
        assert_eq!(after[..after.len() - 1], others[..], "nothing else has changed its place");
        assert_eq!(driver.selected(), [moved]);
    });
}

#[test]
fn a_row_is_dragged_to_another_stage_and_escape_leaves_it() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num5);
        let (before, document) = (driver.touchpoints_in_order(), driver.document().clone());
        let row = |driver: &Driver, id| driver.outline_row(&driver.title_of(id));
        let middle = before.len() / 2;
        let (first, target) = (before[0].clone(), before[middle].clone());
        let start = row(&driver, &first).center();
        let goal = row(&driver, &target).center_bottom() - egui::vec2(0.0, 3.0);
        driver.drag(start, goal, Some(Key::Escape));
        assert_eq!(driver.document(), &document);
        assert_eq!((driver.page(), driver.selected()), (Page::Outline, vec![first.clone()]));
        driver.carry(start, goal);
        let words = driver.word_with("outline-drop-behind", "title", driver.title_of(&target));
        assert!(driver.sees(&words), "{words}");
        driver.release(goal);
        assert!(!driver.sees(&words));
        let stage_of = |driver: &Driver, id| {
            let journey = driver.journey();
            journey.stage_of(journey.touchpoints.get(id).expect("there"))
        };
        let expect = [&before[1..=middle], std::slice::from_ref(&first), &before[middle + 1..]].concat();
        assert_eq!(driver.touchpoints_in_order(), expect);
        assert_eq!(stage_of(&driver, &first), stage_of(&driver, &target));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.document(), &document, "one entry of the history");
        // All that are selected go to the beginning of a stage.
        driver.click_at(row(&driver, &before[1]).center(), Modifiers::NONE);
        driver.click_at(row(&driver, &target).center(), Modifiers::COMMAND);
        driver.drag(row(&driver, &target).center(), row(&driver, &first).center_top(), None);
        assert_eq!(driver.touchpoints_in_order()[..3], [before[1].clone(), target, first]);
    });
}

#[test]
fn folding_hides_rows_and_arrows_unfold_what_belongs_to_a_touchpoint() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num5);
        let with = driver.document().barriers.iter().find_map(|barrier| {
            let id = barrier.touchpoints.first()?.clone();
            driver.journey().touchpoints.contains(&id).then(|| (barrier.clone(), id))
        });
        let (barrier, id) = with.expect("a barrier at a touchpoint");
        let title = driver.title_of(&id);
        driver.search_for(&title);
        driver.key(Key::Enter);
        driver.key(Key::Escape);
        assert_eq!((driver.page(), driver.selected()), (Page::Outline, vec![id]));
        let words = format!("{}: {}", driver.word("kind-barrier"), barrier.statement);
        assert!(!driver.sees_part(&words));
        driver.key(Key::ArrowRight);
        assert!(driver.sees_part(&words));
        driver.key(Key::ArrowLeft);
        assert!(!driver.sees_part(&words));
    });
}

#[test]
fn what_is_found_in_another_lane_or_in_a_folded_one_is_brought_into_sight() {
    check_both(|mut driver| {
        // What a customer thinks stands far below its card.
        let journey = driver.journey().clone();
        let persona = journey.info.personas[0].clone();
        let order = driver.touchpoints_in_order();
        let quote = |id: &TouchpointId| {
            let feeling = journey.touchpoints.get(id)?.feeling(&persona)?;
            (feeling.quote.split_whitespace().count() > 2).then(|| feeling.quote.clone())
        };
        let thought = order.iter().rev().find_map(|id| Some((id.clone(), quote(id)?)));
        let (touchpoint, quote) = thought.expect("a thought");
        let spot = driver.spot_of(&touchpoint, TextField::Quote(persona.clone()));
        let lane = Lane::Thoughts;
        for fold in [Fold::Open, Fold::Folded] {
            let edit = set_lane_fold(driver.document(), &journey.id, &lane, fold).expect("a lane");
            driver.carry_out(Action::Edit(edit));
            driver.wheel(driver.canvas().center(), vec2(0.0, 600.0), Modifiers::NONE);
            driver.search_for(&quote);
            driver.key(Key::F3);
            let words = driver.app().text_rect(&spot).expect("the words are on the map");
            assert!(driver.canvas().contains_rect(words), "{fold:?}: {words:?}");
            driver.key(Key::Escape);
            driver.key(Key::Escape);
        }
        let settings = |driver: &Driver| driver.journey().info.lanes.clone();
        let is_folded = |driver: &Driver| settings(driver).iter().any(|it| it.lane == lane && it.folded);
        assert!(is_folded(&driver), "the journey still folds it");
        assert!(driver.app().text_rect(&spot).is_some(), "it stays open until it is folded again");
        driver.click_at(driver.fold_sign(&lane), Modifiers::NONE);
        assert!(driver.app().text_rect(&spot).is_none());
        assert!(is_folded(&driver));
    });
}

#[test]
fn the_strip_of_a_filter_leads_to_each_touchpoint_that_it_lets_through() {
    check_both(|mut driver| {
        let moments: Vec<_> = driver
            .touchpoints_in_order()
            .into_iter()
            .filter(|id| driver.journey().touchpoints.get(id).is_some_and(|it| it.moment_of_truth))
            .collect();
        assert!(moments.len() > 1);
        driver.key_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
        driver.click_first(&driver.word("field-moment-of-truth"));
        driver.key(Key::Escape);
        let next = driver.tool_words("filter-next", "F3");
        for moment in moments.iter().chain(moments.first()) {
            driver.click(&next);
            assert_eq!(driver.selected(), std::slice::from_ref(moment));
            assert!(driver.canvas().contains_rect(driver.card(moment)), "in sight");
        }
        // The same by keys, while no search is open.
        driver.key_with(Modifiers::SHIFT, Key::F3);
        assert_eq!(driver.selected(), std::slice::from_ref(moments.last().expect("one")));
        driver.key(Key::F3);
        assert_eq!(driver.selected(), std::slice::from_ref(&moments[0]));
        assert!(!driver.sees(&driver.word("find-field")));
        driver.click(&driver.tool_words("filter-previous", "Shift+F3"));
        assert_eq!(driver.selected(), std::slice::from_ref(moments.last().expect("one")));
    });
}

#[test]
fn what_is_typed_right_behind_the_command_is_searched_for() {
    check_both(|mut driver| {
        // All of it arrives in one frame, as on a slow machine.
        let key = |key, modifiers| Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers };
        driver.arrive(&[key(Key::F, Modifiers::COMMAND), Event::Text("a".into()), Event::Text("b".into())]);
        assert_eq!(driver.searched().as_deref(), Some("ab"));
    });
}
