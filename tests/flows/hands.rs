//! Flows of hands on the map: writing any text where it stands, carrying cards, ends of transitions, bands, lanes.

use crate::driver::{Driver, check_both};
use egui::{Event, ImeEvent, Key, Modifiers, Pos2, vec2};
use tropa::model::{Lane, MetricData, Stage, Subject, TextField, TextSpot, TouchpointId, columns};

/// A text of each kind that the sample's map shows.
fn spots(driver: &Driver) -> Vec<TextSpot> {
    let journey = driver.journey();
    let at = |subject: Subject, field: TextField| TextSpot { subject, field };
    let touchpoints: Vec<_> = columns(journey).into_iter().flat_map(|column| column.touchpoints).collect();
    let persona = journey.info.personas[0].clone();
    let here = Subject::Journey(journey.id.clone());
    let mut spots = vec![
        at(here.clone(), TextField::Name),
        at(here, TextField::Question),
        at(Subject::Persona(persona.clone()), TextField::Name),
        at(Subject::Stage(journey.id.clone(), Stage::Contact), TextField::Name),
        driver.spot_of(&touchpoints[0].id, TextField::Name),
        driver.spot_of(&touchpoints[1].id, TextField::Quote(persona.clone())),
    ];
    let step = journey.steps.iter().find(|step| !step.title.is_empty());
    spots.extend(step.map(|step| TextSpot::name(Subject::Step(journey.id.clone(), step.id.clone()))));
    let document = driver.document();
    let barrier = document.barriers.iter().find(|barrier| barrier.concerns(journey) && !barrier.touchpoints.is_empty());
    spots.extend(barrier.map(|it| TextSpot::name(Subject::Barrier(it.id.clone()))));
    let metric = document.metrics.iter().find(|it| !matches!(it.data, MetricData::Number { .. }));
    spots.extend(metric.map(|it| TextSpot::name(Subject::Metric(it.id.clone()))));
    let reasoned = journey.transitions.iter().find(|it| !it.reason.is_empty());
    spots.extend(reasoned.map(|it| TextSpot::name(Subject::Transition(journey.id.clone(), it.id.clone()))));
    // What stands beyond the canvas' edge cannot be pointed at.
    let canvas = driver.canvas();
    let in_reach = |rect: egui::Rect| canvas.x_range().contains(rect.center().x);
    spots.retain(|spot| driver.app().text_rect(spot).is_some_and(in_reach));
    spots
}

#[test]
fn any_text_is_written_where_it_stands_and_escape_restores_it() {
    check_both(|mut driver| {
        let spots = spots(&driver);
        assert!(spots.len() >= 6, "{spots:?}");
        for spot in spots {
            let before = driver.written(&spot);
            driver.begin_writing(&spot);
            assert!(driver.is_writing(), "{spot:?}");
            driver.type_text("Given up");
            driver.key(Key::Escape);
            assert!(!driver.is_writing(), "{spot:?}");
            assert_eq!(driver.written(&spot), before, "{spot:?}");
            // Not a third click of the same hand.
            (0..4).for_each(|_| driver.settle());
            driver.begin_writing(&spot);
            assert!(driver.is_writing(), "{spot:?} again");
            // Typing replaces the whole text; Shift+Enter breaks the line.
            driver.type_text("One");
            driver.key_with(Modifiers::SHIFT, Key::Enter);
            driver.type_text("two");
            driver.key(Key::Enter);
            assert_eq!(driver.written(&spot), "One\ntwo", "{spot:?}");
            driver.key_with(Modifiers::COMMAND, Key::Z);
            assert_eq!(driver.written(&spot), before, "{spot:?} is one entry of the history");
        }
    });
}

#[test]
fn the_field_stands_where_the_text_stood() {
    check_both(|mut driver| {
        let (first, _) = driver.first_touchpoint();
        let spot = driver.spot_of(&first, TextField::Name);
        let text = driver.text_rect(&spot);
        driver.begin_writing(&spot);
        let field = driver.rect_of(&driver.word("rename-field"));
        let off = field.left_top() - text.left_top();
        assert!(off.length() < 1.5, "the field is off by {off:?}");
        let low = field.height();
        for _ in 0..4 {
            driver.key_with(Modifiers::SHIFT, Key::Enter);
        }
        let grown = driver.rect_of(&driver.word("rename-field")).height();
        assert!(grown > low + 30.0, "it grows with its lines: {low} to {grown}");
        driver.key(Key::Escape);
    });
}

#[test]
fn a_share_is_written_as_a_number_and_words_are_refused() {
    check_both(|mut driver| {
        let transition = driver.short_transition();
        let journey = driver.journey().id.clone();
        let reason = TextSpot::name(Subject::Transition(journey.clone(), transition.id.clone()));
        let share = TextSpot { subject: reason.subject.clone(), field: TextField::Share };
        driver.begin_writing(&reason);
        driver.type_text("In a hurry");
        driver.key(Key::Tab);
        assert!(driver.is_writing(), "Tab goes on to the share");
        driver.type_text("12,5");
        driver.key(Key::Enter);
        assert_eq!(
            (driver.written(&reason).as_str(), driver.written(&share)),
            ("In a hurry", "Some(0.125)".to_owned())
        );
        driver.begin_writing(&reason);
        driver.key(Key::Tab);
        driver.type_text("most of them");
        driver.key(Key::Enter);
        assert_eq!(driver.written(&share), "Some(0.125)");
        let field = driver.word("field-share");
        assert!(driver.sees(&driver.texts_about("edit-error-not-a-number", &[("field", &field)])));
    });
}

#[test]
fn tab_writes_on_along_the_lane_and_alt_with_arrows_down_the_column() {
    check_both(|mut driver| {
        let order = driver.touchpoints_in_order();
        let name = |driver: &Driver, index: usize| driver.spot_of(&order[index], TextField::Name);
        driver.begin_writing(&name(&driver, 0));
        driver.type_text("First");
        driver.key(Key::Tab);
        driver.type_text("Second");
        driver.key_with(Modifiers::SHIFT, Key::Tab);
        assert!(driver.is_writing());
        driver.type_text("First again");
        driver.key_with(Modifiers::ALT, Key::ArrowDown);
        assert!(driver.is_writing(), "the next text of its column");
        driver.type_text("Below");
        driver.key(Key::Enter);
        assert_eq!(driver.title_of(&order[0]), "First again");
        assert_eq!(driver.title_of(&order[1]), "Second");
        let touchpoint = driver.journey().touchpoints.get(&order[0]).expect("there").clone();
        let quotes = touchpoint.feelings.iter().map(|feeling| feeling.quote.as_str());
        let words = touchpoint.feelings.iter().map(|feeling| feeling.word.as_str());
        let mut said = quotes.chain(words).chain([touchpoint.action.as_str(), touchpoint.need.as_str()]);
        assert!(said.any(|words| words == "Below"), "{touchpoint:?}");
    });
}

#[test]
fn letters_that_are_being_composed_keep_enter_and_escape() {
    check_both(|mut driver| {
        let (first, before) = driver.first_touchpoint();
        driver.begin_writing(&driver.spot_of(&first, TextField::Name));
        let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
        driver.events(vec![preedit("ni")]);
        driver.key(Key::Enter);
        assert!(driver.is_writing(), "Enter takes a proposal of the input method");
        driver.key(Key::Escape);
        assert!(driver.is_writing(), "Esc closes its proposals");
        driver.events(vec![preedit("nih")]);
        driver.events(vec![Event::Ime(ImeEvent::Commit("Ёлка".to_owned()))]);
        assert_eq!(driver.title_of(&first), before, "nothing is written before it is entered");
        driver.type_text(" 1");
        driver.key(Key::Enter);
        assert_eq!(driver.title_of(&first), "Ёлка 1");
    });
}

#[test]
fn the_word_of_an_emotion_is_written_by_a_double_click_on_itself() {
    check_both(|mut driver| {
        let persona = driver.journey().info.personas[0].clone();
        let felt = |id: &&TouchpointId| {
            let touchpoint = driver.journey().touchpoints.get(id).expect("there");
            touchpoint.feeling(&persona).is_some_and(|it| !it.word.is_empty() && it.emotion.is_some())
        };
        let order = driver.touchpoints_in_order();
        let spot = driver.spot_of(order.iter().find(felt).expect("a word"), TextField::Word(persona.clone()));
        let before = driver.written(&spot);
        let word = driver.text_rect(&spot);
        let said = format!("{}: ", driver.word("field-word"));
        assert!(driver.sees_part(&said), "the word can be pointed at by name");
        driver.click_empty();
        driver.click_at(word.left_center() + vec2(2.0, 0.0), Modifiers::NONE);
        assert_eq!(driver.app().selection(), std::slice::from_ref(&spot.subject), "a click selects its touchpoint");
        assert!(!driver.is_writing());
        (0..4).for_each(|_| driver.settle());
        for place in [word.left_center() + vec2(2.0, 0.0), word.right_center() - vec2(2.0, 0.0)] {
            driver.double_click_at(place);
            assert!(driver.is_writing(), "{place:?} of {word:?}");
            driver.type_text("Given up");
            driver.key(Key::Escape);
            assert_eq!(driver.written(&spot), before);
            (0..4).for_each(|_| driver.settle());
        }
        driver.double_click_at(word.center());
        assert!(driver.is_writing(), "its middle");
        driver.type_text("ok");
        driver.key(Key::Enter);
        assert_eq!(driver.written(&spot), "ok");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.is_modified(), "one entry of the history");
        // The key writes the same word.
        driver.key(Key::W);
        assert!(driver.is_writing());
        driver.type_text("fine");
        driver.key(Key::Enter);
        assert_eq!(driver.written(&spot), "fine");
    });
}

#[test]
fn an_empty_cell_invites_and_a_click_starts_typing() {
    check_both(|mut driver| {
        let persona = driver.journey().info.personas[0].clone();
        let fields = [TextField::Action, TextField::Quote(persona), TextField::Need];
        let touchpoints = &driver.journey().touchpoints;
        let mut cells =
            touchpoints.iter().flat_map(|it| fields.iter().map(|field| driver.spot_of(&it.id, field.clone())));
        let in_sight =
            |spot: &TextSpot| driver.app().text_rect(spot).is_some_and(|rect| driver.canvas().contains_rect(rect));
        let spot = cells.find(in_sight).expect("a cell in sight");
        driver.begin_writing(&spot);
        driver.key_with(Modifiers::COMMAND, Key::A);
        driver.key(Key::Backspace);
        driver.key(Key::Enter);
        assert_eq!(driver.written(&spot), "");
        let cell = driver.text_rect(&spot);
        driver.click_at(cell.center(), Modifiers::NONE);
        assert!(driver.is_writing());
        driver.type_text("At last");
        driver.key(Key::Enter);
        assert_eq!(driver.written(&spot), "At last");
        assert_eq!(driver.app().selection(), [spot.subject]);
    });
}

/// Where the grip of a transition's end is: along it, beside the card.
fn grip(driver: &Driver, (card, side): (&TouchpointId, f32)) -> Pos2 {
    let card = driver.card(card);
    if side > 0.0 { card.right_center() + vec2(12.0, 0.0) } else { card.left_center() - vec2(12.0, 0.0) }
}

#[test]
fn a_transition_leads_to_its_ends_and_seen_from_afar_covers_no_card() {
    check_both(|mut driver| {
        let way = driver.short_transition();
        let subject = Subject::Transition(driver.journey().id.clone(), way.id.clone());
        driver.reveal(subject.clone());
        let title = driver.title_of(&way.to);
        driver.click(&driver.word_with("transition-show", "title", title));
        assert_eq!(driver.selected(), std::slice::from_ref(&way.to));
        driver.reveal(subject);
        for _ in 0..5 {
            driver.key_with(Modifiers::ALT, Key::Minus);
        }
        let elsewhere = driver.card(&driver.unconnected_from(&way.from)).center();
        let start = driver.card(&way.to).left_center() + vec2(3.0, 0.0);
        driver.drag(start, elsewhere, None);
        let now = driver.journey().transitions.get(&way.id).expect("there").clone();
        assert_eq!((&now.from, &now.to), (&way.from, &way.to), "the card is pressed, and no grip beside it");
    });
}

#[test]
fn an_end_of_a_transition_is_dragged_to_another_card() {
    check_both(|mut driver| {
        let way = driver.short_transition();
        let subject = Subject::Transition(driver.journey().id.clone(), way.id.clone());
        let ends = |driver: &Driver| {
            let it = driver.journey().transitions.get(&way.id).expect("it stays itself").clone();
            (it.from.clone(), it.to.clone())
        };
        let before = ends(&driver);
        let middle = driver.card(&way.from).right_center().lerp(driver.card(&way.to).left_center(), 0.5);
        driver.click_at(middle, Modifiers::NONE);
        assert_eq!(driver.app().selection(), std::slice::from_ref(&subject));
        // Beside the ends of a selected way no new one begins.
        let count = driver.journey().transitions.len();
        let elsewhere = driver.unconnected_from(&way.from);
        let beside = driver.card(&way.from).right_bottom() - vec2(-3.0, 12.0);
        driver.drag(beside, driver.card(&elsewhere).center(), None);
        assert_eq!(driver.journey().transitions.len(), count);
        driver.click_at(middle, Modifiers::NONE);
        assert_eq!(driver.app().selection(), [subject]);
        let tip = grip(&driver, (&way.to, -1.0));
        let other = driver.unconnected_from(&way.from);
        let goal = driver.card(&other).center();
        driver.drag(tip, goal, Some(Key::Escape));
        assert_eq!(ends(&driver), before, "Esc leaves it");
        driver.drag(tip, driver.canvas().left_top() + vec2(8.0, 8.0), None);
        assert_eq!(ends(&driver), before, "in the void nothing happens");
        // Near the edge the map has been moved.
        let (tip, goal) = (grip(&driver, (&way.to, -1.0)), driver.card(&other).center());
        driver.drag(tip, driver.card(&way.from).center(), None);
        assert_eq!(ends(&driver), before);
        assert!(driver.asks("edit-error-self-transition"));
        driver.drag(tip, goal, None);
        assert_eq!(ends(&driver), (way.from.clone(), other));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(ends(&driver), before);
    });
}

#[test]
fn shift_adds_to_what_is_selected_and_the_command_key_turns_it_around() {
    check_both(|mut driver| {
        let (one, two) = driver.cards_of_two_columns();
        let at = |driver: &Driver, id: &TouchpointId| driver.card(id).center();
        driver.click_at(at(&driver, &one), Modifiers::NONE);
        driver.click_at(at(&driver, &two), Modifiers::SHIFT);
        assert_eq!(driver.selected(), [one.clone(), two.clone()]);
        driver.click_at(at(&driver, &one), Modifiers::SHIFT);
        assert_eq!(driver.selected(), [two.clone(), one.clone()], "what is pointed at last leads");
        driver.click_at(at(&driver, &two), Modifiers::COMMAND);
        assert_eq!(driver.selected(), std::slice::from_ref(&one));
        // A band over the other card, from empty ground.
        let card = driver.card(&two);
        let band = [card.left_top() - vec2(14.0, 8.0), card.center()];
        driver.hold(&band, Modifiers::SHIFT);
        driver.release_with(band[1], Modifiers::SHIFT);
        assert_eq!(driver.selected(), [one.clone(), two.clone()]);
        driver.hold(&band, Modifiers::COMMAND);
        driver.release_with(band[1], Modifiers::COMMAND);
        assert_eq!(driver.selected(), [one]);
        driver.hold(&band, Modifiers::NONE);
        driver.release_with(band[1], Modifiers::NONE);
        assert_eq!(driver.selected(), [two]);
    });
}

#[test]
fn a_selection_is_carried_together() {
    check_both(|mut driver| {
        let order = columns(driver.journey());
        let alone: Vec<TouchpointId> =
            order.iter().filter(|it| it.touchpoints.len() == 1).map(|it| it.touchpoints[0].id.clone()).collect();
        let (one, two) = (alone[0].clone(), alone[1].clone());
        let onto = order.iter().find(|it| it.touchpoints.len() > 1).expect("two in a column").touchpoints[0].id.clone();
        driver.click_at(driver.card(&one).center(), Modifiers::NONE);
        driver.click_at(driver.card(&two).center(), Modifiers::SHIFT);
        driver.drag_card(&one, &onto, Some(Key::Escape));
        assert!(!driver.is_modified());
        driver.drag_card(&one, &onto, None);
        let column = |id: &TouchpointId| driver.place_of(id).0;
        assert_eq!(column(&one), column(&onto));
        assert_ne!(column(&two), column(&onto), "columns that were carried stay columns");
        assert_eq!(column(&two).0, column(&onto).0, "but both are in the step they were carried to");
        assert_eq!(driver.selected(), [one, two]);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!driver.is_modified(), "one entry of the history");
    });
}

#[test]
fn cards_glide_to_their_places_and_come_to_rest() {
    check_both(|mut driver| {
        let (one, two) = driver.cards_of_two_columns();
        driver.drag_card(&one, &two, None);
        assert!(driver.is_modified());
        assert!(!driver.asks_for_a_repaint(), "what has arrived asks for nothing more");
    });
}

#[test]
fn a_drag_near_the_edge_scrolls_and_takes_up_where_it_was_begun() {
    check_both(|mut driver| {
        let (one, _) = driver.cards_of_two_columns();
        let canvas = driver.canvas();
        let (start, before) = (driver.card(&one).center(), driver.map_corner());
        driver.hold(&[start, canvas.right_center() - vec2(6.0, 0.0)], Modifiers::NONE);
        driver.frames(4);
        let after = driver.map_corner();
        assert!(after.x < before.x - 100.0, "carrying to the right edge moves the map: {before:?} {after:?}");
        driver.key(Key::Escape);
        driver.release(canvas.center());
        assert!(!driver.is_modified());
        // A band goes on over what comes into sight.
        let empty = driver.canvas().left_top() + vec2(6.0, 6.0);
        let begun = driver.map_corner();
        driver
            .hold(&[empty, driver.canvas().center(), driver.canvas().right_bottom() - vec2(4.0, 4.0)], Modifiers::NONE);
        driver.frames(3);
        assert!(driver.map_corner().x < begun.x);
        driver.release(driver.canvas().right_bottom() - vec2(4.0, 4.0));
        assert!(driver.selected().len() > 2, "{:?}", driver.selected());
    });
}

#[test]
fn escape_cancels_a_band_a_connection_and_a_moved_map() {
    check_both(|mut driver| {
        let (one, two) = driver.unconnected_pair();
        driver.click_at(driver.card(&one).center(), Modifiers::NONE);
        let corner = driver.card(&two).left_top() - vec2(14.0, 8.0);
        driver.drag(corner, driver.card(&two).center(), Some(Key::Escape));
        assert_eq!(driver.selected(), std::slice::from_ref(&one));
        let edge = driver.card(&one).right_center() - vec2(1.0, 0.0);
        driver.drag(edge, driver.card(&two).center(), Some(Key::Escape));
        assert!(!driver.is_modified());
        let (before, empty) = (driver.map_corner(), driver.canvas().left_top() + vec2(6.0, 6.0));
        driver.hold_space(true);
        driver.drag(empty, empty + vec2(-120.0, 0.0), Some(Key::Escape));
        driver.hold_space(false);
        assert_eq!(driver.map_corner(), before);
    });
}

#[test]
fn a_lane_is_folded_beside_its_name_and_in_the_journeys_list() {
    check_both(|mut driver| {
        let folded = |driver: &Driver, lane: &Lane| {
            driver.journey().info.lanes.iter().any(|setting| setting.lane == *lane && setting.folded)
        };
        let lanes = driver.lanes_in_sight();
        let (lane, name) = lanes.iter().find(|(lane, _)| *lane != Lane::Touchpoints).expect("a lane").clone();
        let below = lanes.iter().skip_while(|(it, _)| *it != lane).nth(1).expect("a lane below").1.clone();
        let (height, sign) = (driver.rect_of(&below).top(), driver.fold_sign(&lane));
        driver.click_at(sign, Modifiers::NONE);
        assert!(folded(&driver, &lane));
        assert!(driver.rect_of(&below).top() < height - 10.0, "the lane below moves up");
        assert!(driver.lanes_in_sight().iter().any(|(it, _)| *it == lane), "its name stays");
        let sign = driver.fold_sign(&lane);
        driver.click_at(sign, Modifiers::NONE);
        assert!(!folded(&driver, &lane));
        driver.click_empty();
        driver.click(&driver.word("lanes"));
        driver.click(&driver.word_with("fold-lane-what", "title", name.as_str()));
        assert!(folded(&driver, &lane));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(!folded(&driver, &lane));
    });
}

/// From one card to what lies beside another: the pointer is still pressed.
fn hold_card(driver: &mut Driver, card: &TouchpointId, to: Pos2) {
    driver.hold(&[driver.card(card).center(), to], Modifiers::NONE);
    driver.lead_on(to);
}

#[test]
fn a_mark_says_where_a_carried_card_would_go() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        let order = columns(driver.journey());
        let alone: Vec<TouchpointId> =
            order.iter().filter(|it| it.touchpoints.len() == 1).map(|it| it.touchpoints[0].id.clone()).collect();
        let in_sight = driver.cards_in_sight();
        let alone: Vec<TouchpointId> = alone.into_iter().filter(|id| in_sight.contains(id)).collect();
        let (carried, onto) = (alone[0].clone(), alone[alone.len() / 2].clone());
        assert_eq!(driver.insertion_marks(), []);
        // Above another card: the place itself is marked, and that card moves down to make room.
        let before = driver.card(&onto);
        hold_card(&mut driver, &carried, before.center_top() + vec2(0.0, 3.0));
        let [slot] = &driver.insertion_marks()[..] else { panic!("one place: {:?}", driver.insertion_marks()) };
        assert!((slot.left() - before.left()).abs() < 1.0 && (slot.top() - before.top()).abs() < 1.0, "{slot:?}");
        // Beside it: a line between the columns.
        let beside = before.left_center() - vec2(10.0, 0.0);
        driver.lead_on(beside);
        let [line] = &driver.insertion_marks()[..] else { panic!("one line: {:?}", driver.insertion_marks()) };
        assert!(line.width() < 12.0 && line.height() > before.height() / 2.0, "{line:?}");
        assert!(line.center().x < before.left() && line.center().x > before.left() - 60.0, "{line:?} {before:?}");
        driver.key(Key::Escape);
        assert_eq!(driver.insertion_marks(), []);
        driver.release(beside);
        assert!(!driver.is_modified());
    });
}

#[test]
fn a_lane_is_hidden_and_shown_by_its_menu_and_by_the_grounds() {
    check_both(|mut driver| {
        let shown = |driver: &Driver, lane: &Lane| driver.lanes_in_sight().iter().any(|(it, _)| it == lane);
        let (lane, name) = driver.lanes_in_sight().into_iter().find(|(lane, _)| *lane == Lane::Goals).expect("goals");
        driver.press_secondary(driver.lane_name(&lane));
        driver.click(&driver.word("hide-lane"));
        assert!(!shown(&driver, &lane));
        driver.undo();
        assert!(shown(&driver, &lane), "one entry of the history");
        let ground = driver.canvas().left_top() + vec2(8.0, 8.0);
        for is_shown in [false, true] {
            driver.press_secondary(ground);
            driver.click(&driver.word("lanes"));
            driver.click_check(&name);
            assert_eq!(shown(&driver, &lane), is_shown);
            driver.key(Key::Escape);
            driver.key(Key::Escape);
        }
    });
}

#[test]
fn a_card_carried_beyond_the_maps_beginning_does_not_move_the_map_past_it() {
    check_both(|mut driver| {
        let (one, _) = driver.cards_of_two_columns();
        let (start, canvas) = (driver.card(&one).center(), driver.canvas());
        driver.hold(&[start, canvas.left_center() - vec2(120.0, 0.0)], Modifiers::NONE);
        driver.frames(20);
        assert!(driver.map_corner().x <= 0.0, "{:?}", driver.map_corner());
        driver.lead_on(canvas.center_top() - vec2(0.0, 60.0));
        driver.frames(20);
        assert!(driver.map_corner().y <= 0.0, "{:?}", driver.map_corner());
        driver.key(Key::Escape);
        driver.release(canvas.center());
    });
}
