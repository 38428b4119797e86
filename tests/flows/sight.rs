//! Flows of what is seen of the map: names that stay in sight, what covers it, zoom, the way to its ends.

use crate::driver::{Driver, check_both};
use egui::{Key, Modifiers, vec2};
use tropa::model::{Stage, Subject, TextSpot, TouchpointId};
use tropa::scene::HitTarget;
use tropa::ui::action::Action;

/// Where a stage's header would be as a whole, and the part of it that is seen.
fn header(driver: &Driver, stage: Stage) -> (egui::Rect, egui::Rect) {
    let hits = driver.app().hits();
    let is_it = |target: &HitTarget| matches!(target, HitTarget::StageHeader(it) if *it == stage);
    let seen = hits.all().iter().find(|seen| is_it(seen.target)).expect("a header in sight");
    (seen.whole, seen.rect)
}

#[test]
fn the_name_of_a_stage_stays_in_the_part_of_its_header_that_is_seen() {
    check_both(|mut driver| {
        let canvas = driver.canvas();
        let stage = Stage::Interest;
        let left = canvas.left_center() + vec2(400.0, 0.0);
        while header(&driver, stage).0.width() < canvas.width() * 1.2 {
            driver.wheel(left, vec2(0.0, 60.0), Modifiers::COMMAND);
        }
        let spot = TextSpot::name(Subject::Stage(driver.journey().id.clone(), stage));
        let name = |driver: &Driver| driver.app().text_rect(&spot).expect("a name");
        let mut places = 0;
        while header(&driver, stage).1.width() > 300.0 {
            let (whole, seen) = header(&driver, stage);
            let name = name(&driver);
            assert!(whole.contains_rect(name), "{name:?} in {whole:?}");
            if seen.width() > name.width() + 120.0 {
                assert!(seen.contains_rect(name), "{name:?} in {seen:?}");
                places += 1;
            }
            driver.wheel(canvas.center(), vec2(-90.0, 0.0), Modifiers::NONE);
        }
        assert!(places > 2, "{places}");
        // It is written where it is seen.
        driver.wheel(canvas.center(), vec2(700.0, 0.0), Modifiers::NONE);
        driver.double_click_at(name(&driver).center());
        driver.type_text("Elsewhere");
        driver.key(Key::Enter);
        assert_eq!(driver.written(&spot), "Elsewhere");
    });
}

#[test]
fn what_lies_in_the_corner_is_brought_out_from_beneath_the_minimap() {
    check_both(|mut driver| {
        let canvas = driver.canvas();
        driver.wheel(canvas.center(), vec2(-20000.0, -20000.0), Modifiers::NONE);
        let minimap = driver.rect_of(&driver.word("minimap"));
        let end = {
            let hits = driver.app().hits();
            let wholes: Vec<_> = hits.all().iter().map(|seen| seen.whole.max).collect();
            wholes.into_iter().reduce(egui::Pos2::max).expect("something in sight")
        };
        assert!(end.x <= minimap.left() && end.y <= minimap.top(), "{end:?} and {minimap:?}");
    });
}

#[test]
fn tabs_that_are_too_narrow_for_titles_that_begin_alike_say_in_what_they_differ() {
    check_both(|mut driver| {
        driver.resize(vec2(1000.0, 600.0));
        let journeys: Vec<_> = driver.document().journeys_in_order().iter().map(|it| it.id.clone()).collect();
        for (journey, end) in journeys.iter().zip(["month", "year"]) {
            let title = format!("Connection of new customers and their first {end}");
            driver.carry_out(Action::Rename(Subject::Journey(journey.clone()), title));
        }
        (0..2).for_each(|_| driver.settle());
        let lines = driver.lines_of_the_last_frame();
        for end in ["month", "year"] {
            let told = |line: &String| line.starts_with("Con") && line.contains('…') && line.contains(end);
            assert!(lines.iter().any(told), "{end}: {lines:?}");
        }
    });
}

#[test]
fn the_zoom_changes_around_what_is_selected() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        let card = driver.cards_in_sight().last().expect("a card").clone();
        driver.click_at(driver.card(&card).center(), Modifiers::NONE);
        let keys = [
            (Modifiers::COMMAND, Key::Num1),
            (Modifiers::ALT, Key::Plus),
            (Modifiers::ALT, Key::Plus),
            (Modifiers::ALT, Key::Minus),
            (Modifiers::COMMAND, Key::Num1),
        ];
        for (modifiers, key) in keys {
            driver.key_with(modifiers, key);
            let at = driver.card(&card).center();
            assert!(driver.canvas().contains(at), "{key:?}: {at:?}");
        }
    });
}

#[test]
fn home_and_end_lead_along_the_row_and_with_the_command_key_through_the_journey() {
    check_both(|mut driver| {
        let order = driver.touchpoints_in_order();
        let (first, last) = (order.first().expect("one").clone(), order.last().expect("one").clone());
        driver.key_with(Modifiers::COMMAND, Key::End);
        assert_eq!(driver.selected(), std::slice::from_ref(&last));
        assert!(driver.canvas().contains_rect(driver.card(&last)), "in sight");
        driver.key_with(Modifiers::COMMAND, Key::Home);
        assert_eq!(driver.selected(), std::slice::from_ref(&first));
        assert!(driver.canvas().contains_rect(driver.card(&first)), "in sight");
        driver.key(Key::End);
        let end = driver.selected()[0].clone();
        let row = |id: &TouchpointId| driver.journey().touchpoints.get(id).map(|it| it.row.clone());
        assert!(end != first && row(&end).is_some());
        assert!(driver.canvas().contains_rect(driver.card(&end)), "in sight");
        driver.key(Key::Home);
        assert_eq!(driver.selected(), [first]);
        // The same among stages.
        let stage = |driver: &Driver, stage| Subject::Stage(driver.journey().id.clone(), stage);
        let header = header(&driver, Stage::Attention).1;
        driver.click_at(header.left_center() + vec2(30.0, 0.0), Modifiers::NONE);
        driver.key(Key::End);
        assert_eq!(driver.app().selection(), [stage(&driver, Stage::Engagement)]);
        driver.key(Key::Home);
        assert_eq!(driver.app().selection(), [stage(&driver, Stage::Attention)]);
    });
}

#[test]
fn empty_ground_has_a_menu_and_a_cards_menu_takes_it_to_the_clipboard() {
    check_both(|mut driver| {
        let count = driver.touchpoint_count();
        let (one, two) = driver.cards_of_two_columns();
        let ground = driver.card(&one).left_top() - vec2(14.0, 12.0);
        driver.press_secondary(ground);
        for key in ["command-paste", "command-select-all", "command-fit", "lanes"] {
            assert!(driver.sees(&driver.word(key)), "{key}");
        }
        driver.click(&driver.word("add-touchpoint-here"));
        driver.type_text("Here");
        driver.key(Key::Enter);
        let added = driver.by_title("Here").expect("it is added");
        assert!(driver.card(&added).left() <= driver.card(&one).left(), "where it was asked for");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(driver.touchpoint_count(), count, "one entry of the history");
        let title = driver.title_of(&two);
        driver.open_menu_of_card(&title);
        for key in ["command-cut", "command-copy", "command-paste"] {
            assert!(driver.sees(&driver.word(key)), "{key}");
        }
        driver.click(&driver.word("command-duplicate"));
        assert_eq!(driver.touchpoint_count(), count + 1);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        // By the keyboard: of what is selected, else of the ground.
        driver.click_card(&title);
        driver.key_with(Modifiers::SHIFT, Key::F10);
        assert_eq!(driver.focused_name(), Some(driver.word("command-rename")));
        driver.key(Key::Enter);
        assert!(driver.is_writing());
        driver.key(Key::Escape);
        driver.key(Key::Escape);
        driver.key(Key::Menu);
        assert_eq!(driver.focused_name(), Some(driver.word("add-touchpoint-here")));
        driver.key(Key::Escape);
        assert!(!driver.sees(&driver.word("add-touchpoint-here")));
        assert_eq!(driver.touchpoint_count(), count);
    });
}

#[test]
fn a_double_click_on_another_personas_point_lets_that_persona_lead() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        let leading = driver.app().leading_persona().expect("one leads").clone();
        let other = {
            let hits = driver.app().hits();
            let of_other = |seen: &tropa::ui::canvas::hits::Seen<'_>| match seen.target {
                HitTarget::Emotion { persona, emotion: Some(_), .. } if *persona != leading => {
                    // Nothing else lies over its middle.
                    let at = seen.rect.center();
                    (hits.at(at).map(|it| it.fragment) == Some(seen.fragment)).then(|| (persona.clone(), at))
                }
                _ => None,
            };
            hits.all().iter().find_map(of_other).expect("another persona's point")
        };
        driver.double_click_at(other.1);
        assert_eq!(driver.app().leading_persona(), Some(&other.0));
        assert!(!driver.is_writing());
        assert!(!driver.is_modified());
    });
}

#[test]
fn a_step_that_is_found_stands_clear_of_the_list_of_what_is_found() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        let journey = driver.journey().clone();
        let titles: Vec<String> = journey.steps.iter().map(|it| it.title.clone()).filter(|it| !it.is_empty()).collect();
        assert!(!titles.is_empty());
        for title in titles {
            driver.search_for(&title);
            driver.key(Key::Enter);
            (0..20).for_each(|_| driver.settle());
            if let Some(step @ Subject::Step(..)) = driver.selected_thing() {
                let place = driver.place_of_thing(&step);
                let list = driver.find_bar();
                // One that is wider than what is left beside the list begins there.
                let begins = list.left() - place.left() > 120.0;
                assert!(begins || !place.intersects(list), "{title}: {place:?} under {list:?}");
            }
            driver.key(Key::Escape);
        }
    });
}

#[test]
fn what_f3_finds_stands_clear_of_the_bar_that_it_opens() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        let titles: Vec<String> = driver.journey().touchpoints.iter().map(|it| it.title.clone()).collect();
        let mut covered = 0;
        for title in titles {
            driver.search_for(&title);
            driver.key(Key::F3);
            (0..20).for_each(|_| driver.settle());
            let list = driver.find_bar();
            let Some(card @ Subject::Touchpoint(..)) = driver.selected_thing() else { continue };
            driver.key(Key::Escape);
            // Carried to where the end of the bar will be, as far as the map goes.
            let by = list.center_bottom() - vec2(0.0, 20.0) - driver.place_of_thing(&card).center_top();
            driver.wheel(driver.canvas().center(), by, Modifiers::NONE);
            driver.settle();
            covered += usize::from(driver.place_of_thing(&card).intersects(list));
            driver.key(Key::F3);
            (0..20).for_each(|_| driver.settle());
            // The next one, where several have it.
            if let Some(card @ Subject::Touchpoint(..)) = driver.selected_thing() {
                let (place, list) = (driver.place_of_thing(&card), driver.find_bar());
                assert!(!place.intersects(list), "{title}: {place:?} under {list:?}");
            }
            driver.key(Key::Escape);
        }
        assert!(covered > 5, "{covered}");
    });
}

#[test]
fn taking_back_what_was_done_to_a_lane_leaves_the_map_where_it_is() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        let middle = driver.canvas().center();
        driver.wheel(middle, vec2(0.0, -500.0), Modifiers::NONE);
        driver.settle();
        let lanes = driver.lanes_in_sight();
        let (lane, below) = (lanes[1].0.clone(), lanes[2].1.clone());
        driver.click_at(driver.fold_sign(&lane), Modifiers::NONE);
        driver.settle();
        let place = driver.rect_of(&below);
        driver.undo();
        driver.settle();
        let back = driver.rect_of(&below);
        assert!((back.top() - place.top()).abs() < 400.0 && driver.canvas().intersects(back), "{place:?} {back:?}");
        driver.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        driver.settle();
        assert_eq!(driver.rect_of(&below), place);
    });
}

#[test]
fn what_a_form_leads_to_comes_into_sight_and_the_list_of_stages_follows() {
    check_both(|mut driver| {
        driver.resize(vec2(1280.0, 720.0));
        // Of a stage that is not the first one, which is open where nothing is selected.
        let journey = driver.journey().clone();
        let stage = |id: &TouchpointId| journey.stage_of(journey.touchpoints.get(id)?);
        let is_late = |id: &TouchpointId| stage(id) > Some(Stage::Attention);
        let met = driver.document().barriers.iter().find(|it| it.touchpoints.first().is_some_and(is_late));
        let barrier = met.expect("a barrier").clone();
        let touchpoint = barrier.touchpoints[0].clone();
        let title = driver.title_of(&touchpoint);
        driver.search_for(&title);
        driver.key(Key::Enter);
        driver.key(Key::Escape);
        assert!(driver.selected().contains(&touchpoint));
        let subject = Subject::Barrier(barrier.id.clone());
        driver.click_in_panel(&barrier.statement);
        (0..20).for_each(|_| driver.settle());
        assert_eq!(driver.selected_thing(), Some(subject.clone()));
        let place = driver.place_of_thing(&subject);
        assert!(driver.canvas().contains_rect(place.shrink(1.0)), "{place:?}");
        assert!(driver.is_in_outline(&title), "the stage of the barrier's touchpoint stays open");
    });
}
