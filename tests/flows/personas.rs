//! Flows of the persona builder: sheets, portraits, comparison, cards, and two personas on one journey.

use crate::driver::personas::photo;
use crate::driver::typist::Typist;
use crate::driver::{Driver, Setup, check_both};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use tropa::app::file_dialogs::Pick;
use tropa::model::{Language, Portrait, Subject};

const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Opens the sheets.
fn open(driver: &mut Driver) {
    driver.key_with(Modifiers::COMMAND, Key::Num6);
}

/// Runs a flow in both languages with the sheets open.
fn check_sheet(flow: impl Fn(Driver)) {
    check_both(|mut driver| {
        open(&mut driver);
        flow(driver);
    });
}

#[test]
fn sheets_take_the_place_of_the_map_and_escape_leads_back() {
    check_both(|mut driver| {
        let canvas = driver.word("canvas");
        open(&mut driver);
        assert!(!driver.sees(&canvas) && driver.sees(&driver.word("studio-journeys")));
        driver.key(Key::Escape);
        assert!(driver.sees(&canvas));
        open(&mut driver);
        driver.key_with(Modifiers::COMMAND, Key::Num4);
        assert!(driver.sees(&canvas));
        // From the side panel by a double click, from the inspector by its button.
        let name = driver.persona(1).name.clone();
        driver.double_click(&name);
        assert_eq!(driver.value_of(&driver.word("field-persona-name")), name);
        driver.key(Key::Escape);
        driver.click(&driver.word("studio-open-sheet"));
        assert!(!driver.sees(&canvas));
    });
}

#[test]
fn entries_of_a_list_typed_in_one_go_are_all_there() {
    for language in [Language::Ru, Language::En] {
        let mut typist = Typist::new(Driver::new(Setup { language, ..Setup::default() }));
        open(&mut typist.driver);
        let count = typist.driver.persona(0).goals.len();
        typist.driver.click_line("studio-goals", count + 1);
        typist.hurry();
        for entry in ["be in time", "pay once", "not to call"] {
            typist.write(entry);
            typist.key(Key::Enter);
        }
        typist.let_draw(40);
        typist.driver.key(Key::Escape);
        let goals = &typist.driver.persona(0).goals;
        assert_eq!(goals.get(count..), Some(&["be in time", "pay once", "not to call"].map(str::to_owned)[..]));
    }
}

#[test]
fn what_is_typed_in_a_field_is_one_entry_of_the_history() {
    check_sheet(|mut driver| {
        let before = driver.document().clone();
        let fields = ["field-persona-name", "field-segment", "field-persona-quote", "field-age", "field-occupation"];
        for field in fields {
            driver.retype(&driver.word(field), "two new words");
        }
        driver.retype(&driver.word("studio-motivation"), "to be in time");
        driver.key(Key::Escape);
        let persona = driver.persona(0);
        let words = [&persona.name, &persona.segment, &persona.quote, &persona.demographics.age];
        assert_eq!(words, ["two new words"; 4]);
        assert_eq!(persona.motivation, "to be in time");
        for _ in 0..=fields.len() {
            driver.key_with(Modifiers::COMMAND, Key::Z);
        }
        assert_eq!(driver.document(), &before);
    });
}

#[test]
fn enter_goes_on_to_the_next_entry_of_a_list_and_an_empty_row_is_none() {
    check_sheet(|mut driver| {
        let before = driver.persona(0).goals.clone();
        assert_eq!(before.len(), 2);
        driver.click_line("studio-goals", 1);
        driver.key(Key::Enter);
        // The row that is begun is no entry before something stands in it.
        assert_eq!(driver.persona(0).goals, before);
        driver.type_text("Second");
        driver.key(Key::Enter);
        driver.type_text("Third");
        let goals = [before[0].as_str(), "Second", "Third", before[1].as_str()];
        assert_eq!(driver.persona(0).goals, goals);
        driver.key_with(Modifiers::ALT, Key::ArrowUp);
        assert_eq!(driver.persona(0).goals, [goals[0], "Third", "Second", goals[3]]);
        // Emptied, it is gone; Backspace in the empty row leads to the end of the one before.
        driver.key_with(Modifiers::COMMAND, Key::A);
        driver.key(Key::Backspace);
        assert_eq!(driver.persona(0).goals, [goals[0], "Second", goals[3]]);
        driver.key(Key::Backspace);
        driver.type_text("!");
        assert_eq!(driver.persona(0).goals[0], format!("{}!", goals[0]));
        driver.click_line("studio-goals", 4);
        driver.events(vec![egui::Event::Paste("One\nTwo\n\n Three ".to_owned())]);
        assert_eq!(driver.persona(0).goals[3..], ["One", "Two", " Three"]);
    });
}

#[test]
fn traits_are_picked_moved_by_keys_and_taken_away() {
    check_sheet(|mut driver| {
        let before = driver.persona(0).sliders.clone();
        let texts = tropa::i18n::Texts::of(driver.document().info.language);
        let word = |part: &str| texts.get(&format!("trait-trust{part}"));
        driver.click(&driver.word("add-slider"));
        driver.click(&format!("{}: {} — {}", word(""), word("-low"), word("-high")));
        let added = driver.persona(0).sliders.last().expect("a trait").clone();
        assert_eq!((added.name.as_str(), added.low.as_str()), (word("").as_str(), word("-low").as_str()));
        assert_eq!(driver.persona(0).sliders.len(), before.len() + 1);
        let value = |driver: &Driver| driver.persona(0).sliders.last().map(|slider| slider.value);
        driver.click_role(Role::Slider, &added.name);
        for _ in 0..4 {
            driver.key(Key::ArrowRight);
        }
        assert!(value(&driver).is_some_and(|value| (value - 0.7).abs() < 1e-9), "{:?}", value(&driver));
        let rail = driver.rect_of(&added.name);
        driver.drag(rail.center() + vec2(rail.width() * 0.1, 0.0), rail.left_center() + vec2(12.0, 0.0), None);
        assert_eq!(value(&driver), Some(0.0));
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(value(&driver).is_some_and(|value| value > 0.6), "a drag is one entry: {:?}", value(&driver));
        driver.click(&driver.word_with("studio-entry-menu", "name", added.name.as_str()));
        driver.click(&driver.word("remove"));
        assert_eq!(driver.persona(0).sliders, before);
    });
}

#[test]
fn own_fields_are_added_named_moved_and_taken_away() {
    check_sheet(|mut driver| {
        let before = driver.persona(0).fields.clone();
        driver.click(&driver.word("add-field"));
        driver.click(&driver.word("studio-own-field"));
        let name = driver.persona(0).fields.last().expect("a field").name.clone();
        driver.retype(&name, "a grey cat");
        assert_eq!(driver.persona(0).fields.last().map(|field| field.value.as_str()), Some("a grey cat"));
        driver.click(&driver.word_with("studio-entry-menu", "name", name.as_str()));
        driver.click(&driver.word("move-up"));
        let place = driver.persona(0).fields.len() - 2;
        assert_eq!(driver.persona(0).fields[place].value, "a grey cat");
        driver.click(&driver.word_with("studio-entry-menu", "name", name.as_str()));
        driver.click(&driver.word("remove"));
        assert_eq!(driver.persona(0).fields, before);
    });
}

#[test]
fn shares_of_more_than_all_customers_are_warned_of() {
    check_sheet(|mut driver| {
        let others: f64 = (1..driver.document().personas.len()).filter_map(|place| driver.persona(place).share).sum();
        let said = |driver: &Driver, key: &str, sum: f64| {
            let sum = tropa::i18n::number::percent(sum, driver.language());
            driver.sees(&driver.word_with(key, "sum", sum))
        };
        driver.retype(&driver.word("field-segment-share"), "90");
        assert_eq!(driver.persona(0).share, Some(0.9));
        assert!(said(&driver, "studio-shares-excess", others + 0.9));
        driver.retype(&driver.word("field-segment-share"), "10");
        assert!(said(&driver, "studio-shares", others + 0.1));
        driver.click_role(Role::Slider, &driver.word("field-segment-share"));
        driver.key(Key::ArrowLeft);
        assert_eq!(driver.persona(0).share, Some(0.49));
    });
}

#[test]
fn a_persona_is_used_again_in_another_journey() {
    check_sheet(|mut driver| {
        let id = driver.persona(0).id.clone();
        let journeys = driver.document().journeys_in_order();
        let without = journeys.iter().find(|journey| !journey.info.personas.contains(&id));
        let (journey, title) = match without {
            Some(journey) => (journey.id.clone(), journey.info.title.clone()),
            None => (journeys[0].id.clone(), journeys[0].info.title.clone()),
        };
        let goes = |driver: &Driver| driver.document().journeys.get(&journey).unwrap().info.personas.contains(&id);
        let before = goes(&driver);
        driver.click_role(Role::CheckBox, &title);
        assert_ne!(goes(&driver), before);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(goes(&driver), before);
        driver.click(&driver.word_with("studio-open-journey", "title", title.as_str()));
        assert!(driver.sees(&driver.word("canvas")));
    });
}

#[test]
fn personas_are_added_carried_and_reordered_by_keys() {
    check_sheet(|mut driver| {
        let order = |driver: &Driver| -> Vec<String> {
            driver.document().personas_in_order().iter().map(|persona| persona.name.clone()).collect()
        };
        let before = order(&driver);
        let (first, second) = (driver.rect_of(&before[0]), driver.rect_of(&before[1]));
        driver.drag(first.center(), second.center() + vec2(0.0, 10.0), Some(Key::Escape));
        assert_eq!(order(&driver), before);
        driver.drag(first.center(), second.center() + vec2(0.0, 10.0), None);
        assert_eq!(order(&driver)[..2], [before[1].clone(), before[0].clone()]);
        driver.click(&before[0]);
        driver.focus(&before[0]);
        driver.key_with(Modifiers::ALT, Key::ArrowUp);
        assert_eq!(order(&driver), before);
        driver.key_with(Modifiers::COMMAND, Key::PageDown);
        assert_eq!(driver.value_of(&driver.word("field-persona-name")), before[1]);
        driver.click(&driver.word("command-add-persona"));
        // The name is typed at once.
        driver.type_text("Vera");
        let last = driver.document().personas.len() - 1;
        assert_eq!(driver.persona(last).name, "Vera");
        driver.key(Key::Escape);
        driver.key(Key::Delete);
        // It takes part in the journey, which is said first.
        driver.click(&driver.word("answer-delete"));
        assert_eq!(order(&driver), before);
        assert!(driver.sees(&driver.word("studio-journeys")), "another sheet is shown");
    });
}

#[test]
fn who_is_new_is_shown_and_does_not_lead() {
    check_sheet(|mut driver| {
        let leading = driver.app().leading_persona().cloned();
        driver.click(&driver.word("command-add-persona"));
        driver.type_text("Vera");
        assert_eq!(driver.value_of(&driver.word("field-persona-name")), "Vera");
        assert_eq!(driver.app().leading_persona().cloned(), leading, "emotions are still typed for whom they were");
    });
}

#[test]
fn who_is_added_on_the_map_leads_it_and_that_is_said() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::SHIFT, Key::P);
        let said = driver.word_with("persona-leads", "keys", "P");
        assert_eq!(driver.app().toast(), Some(said.as_str()));
        driver.type_text("Vera");
        let vera = driver.document().personas.iter().find(|it| it.name == "Vera").expect("added").id.clone();
        assert_eq!(driver.app().leading_persona(), Some(&vera));
    });
}

#[test]
fn a_photo_is_cut_to_a_circle_and_escape_leaves_the_portrait() {
    for language in [Language::Ru, Language::En] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("anna.png");
        std::fs::write(&path, photo(900, 600)).expect("written");
        let dialogs = vec![Pick::Picked(path.clone()), Pick::Picked(path)];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        open(&mut driver);
        let before = driver.persona(0).portrait.clone();
        let choose = |driver: &mut Driver| {
            driver.click(&driver.word("studio-portrait"));
            driver.click(&driver.word("studio-choose-photo"));
            driver.wait_until(|driver| driver.asks("crop-title"));
        };
        choose(&mut driver);
        driver.key(Key::Escape);
        assert!(!driver.asks("crop-title") && driver.persona(0).portrait == before);
        choose(&mut driver);
        // All the way to the light half, as small as it can be.
        for _ in 0..60 {
            driver.key(Key::ArrowRight);
        }
        driver.key(Key::Minus);
        driver.key(Key::Enter);
        assert!(!driver.asks("crop-title"));
        let Portrait::Photo(picture) = driver.persona(0).portrait.clone() else { panic!("no photo") };
        let cut = image::load_from_memory(&picture.bytes).expect("a picture").into_rgb8();
        assert!(cut.width() == cut.height() && cut.width() <= 512, "{} × {}", cut.width(), cut.height());
        // A circle of the picture's height at the right end begins at x 334 of 900: mostly light.
        assert!(cut.get_pixel(cut.width() - 2, 9)[0] > 200 && cut.get_pixel(1, 9)[0] < 60);
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(driver.persona(0).portrait == before);
    }
}

#[test]
fn a_picture_let_go_over_the_window_becomes_the_portrait_of_who_is_shown() {
    check_sheet(|mut driver| {
        driver.drop_file("face.JPG", b"no picture".to_vec());
        assert!(driver.asks("photo-failed"));
        driver.key(Key::Escape);
        driver.drop_file("face.PNG", photo(40, 60));
        driver.click(&driver.word("crop-take"));
        assert!(matches!(driver.persona(0).portrait, Portrait::Photo(_)));
        driver.click(&driver.word("studio-portrait"));
        driver.click(&driver.word("studio-crop-photo"));
        assert!(driver.asks("crop-title"));
        driver.key(Key::Escape);
        driver.click(&driver.word("studio-portrait"));
        driver.click(&driver.word("portrait-initials"));
        assert!(driver.persona(0).portrait == Portrait::Initials);
    });
}

#[test]
fn an_avatar_is_picked_from_faces_and_changed_by_what_its_choices_look_like() {
    check_sheet(|mut driver| {
        let before = driver.persona(0).portrait.clone();
        let face = |driver: &Driver| match driver.persona(0).portrait {
            Portrait::Avatar(avatar) => avatar,
            Portrait::Initials | Portrait::Photo(_) => panic!("no avatar"),
        };
        driver.click(&driver.word("studio-portrait"));
        driver.click(&driver.word("studio-draw-avatar"));
        let suggestion = |driver: &Driver, number: u32| driver.word_with("avatar-suggestion", "number", number);
        assert!(driver.sees(&suggestion(&driver, 8)));
        driver.click(&suggestion(&driver, 3));
        driver.click(&driver.word("avatar-done"));
        let first = face(&driver);
        driver.click(&driver.word("studio-portrait"));
        driver.click(&driver.word("studio-draw-avatar"));
        driver.click(&suggestion(&driver, 5));
        // Others are offered, and what is picked stays so.
        driver.click(&driver.word("avatar-shuffle"));
        driver.click(&driver.word("hair-cap"));
        driver.click(&driver.word("clothes-jacket"));
        assert_eq!(face(&driver), first, "the persona gets it when it is done");
        driver.click(&driver.word("avatar-done"));
        let now = face(&driver);
        assert_eq!((now.hair, now.clothes), (tropa::model::Hair::Cap, tropa::model::Clothes::Jacket));
        assert!(!driver.sees(&suggestion(&driver, 1)));
        assert_ne!((now.skin, now.hair_color), (first.skin, first.hair_color), "the other suggestion is worn");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(face(&driver), first, "all of it is one entry of the history");
        driver.key_with(Modifiers::COMMAND, Key::Z);
        assert!(driver.persona(0).portrait == before);
    });
}

#[test]
fn personas_stand_side_by_side_and_only_what_differs_can_be_seen() {
    check_both(|mut driver| {
        // Something in which they agree.
        let mut personas: Vec<_> = driver.document().personas_in_order().into_iter().cloned().collect();
        personas.truncate(2);
        driver.key_with(COMMAND_SHIFT, Key::Num6);
        let head = |driver: &Driver, place: usize| {
            driver.word_with("studio-open-sheet-of", "name", driver.persona(place).name.as_str())
        };
        assert!(driver.sees(&head(&driver, 0)) && driver.sees(&head(&driver, 1)));
        assert!(driver.sees(&personas[0].quote) && driver.sees(&personas[1].quote));
        let gender = driver.word("field-gender");
        let gone = driver.persona(2).name.clone();
        assert!(driver.sees(&gender));
        // Two only: the third leaves by a click in the list.
        driver.click(&gone);
        assert!(!driver.sees(&head(&driver, 2)));
        let agree = personas[0].demographics.gender == personas[1].demographics.gender;
        driver.click(&driver.word("studio-only-differences"));
        assert_eq!(driver.sees(&gender), !agree);
        assert!(driver.sees(&personas[0].quote));
        driver.click(&head(&driver, 1));
        assert_eq!(driver.value_of(&driver.word("field-persona-name")), personas[1].name);
        driver.key_with(COMMAND_SHIFT, Key::Num6);
        driver.key(Key::Escape);
        assert!(driver.sees(&driver.word("studio-traits")), "Esc leads back to the sheet first");
        driver.key(Key::Escape);
        assert!(driver.sees(&driver.word("canvas")));
    });
}

#[test]
fn cards_are_written_as_pages_and_as_numbered_pictures() {
    for language in [Language::Ru, Language::En] {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, many) = (folder.path().join("anna.pdf"), folder.path().join("all.png"));
        let dialogs = vec![Pick::Picked(one.clone()), Pick::Picked(many)];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        open(&mut driver);
        driver.click(&driver.word("studio-card"));
        driver.key(Key::Enter);
        driver.wait_until(|_| one.exists());
        assert!(std::fs::read(&one).expect("written").starts_with(b"%PDF"));
        driver.wait_until(|driver| driver.sees_part("anna.pdf"));
        driver.click(&driver.word("studio-card"));
        driver.choose(&driver.word("field-card-persona"), &driver.word("card-all"));
        driver.choose(&driver.word("field-export-format"), &driver.word("export-png"));
        driver.click(&driver.word("export-go"));
        let count = driver.document().personas.len();
        let last = folder.path().join(format!("all-{count:02}.png"));
        driver.wait_until(|_| last.exists());
        assert!(folder.path().join("all-01.png").exists());
    }
}

#[test]
fn two_personas_feel_one_journey_each_in_their_own_way() {
    check_both(|mut driver| {
        let (card, title) = driver.first_touchpoint();
        let people = [driver.persona(0).id.clone(), driver.persona(1).id.clone()];
        let names = [driver.persona(0).name.clone(), driver.persona(1).name.clone()];
        driver.click_card(&title);
        let felt =
            |driver: &Driver| people.clone().map(|id| driver.felt_by(&card, &id).map(tropa::model::Emotion::points));
        let mut expect = felt(&driver);
        for (place, steps) in [(0, 3), (1, 5), (0, 2)] {
            driver.click_first_in_inspector(&names[place]);
            let scale = driver.word_with("field-emotion-of", "persona", names[place].as_str());
            driver.click_role(Role::Slider, &scale);
            for _ in 0..steps {
                driver.key(Key::ArrowLeft);
            }
            // A click in the middle is 0, each arrow half a point.
            expect[place] = Some(-0.5 * f64::from(steps));
            assert_eq!(felt(&driver), expect, "only {} was meant", names[place]);
        }
        driver.key_with(Modifiers::COMMAND, Key::Num0);
        let curves = driver.curves_in_sight();
        assert!(people.iter().all(|id| curves.get(id).is_some_and(|points| *points > 3)), "{curves:?}");
        assert_eq!(driver.selected(), std::slice::from_ref(&card), "whoever leads, the touchpoint stays selected");
        // The chip above the map switches as well and leaves the touchpoint selected.
        let chip = driver.persona_chip(&people[1]);
        driver.press_at(chip.center());
        assert_eq!(driver.selected(), [card]);
        assert!(driver.sees(&driver.word_with("field-emotion-of", "persona", names[1].as_str())));
    });
}

#[test]
fn keys_on_a_page_without_the_map_leave_the_hidden_map_alone() {
    for (page, selects) in [(Key::Num6, false), (Key::Num7, true), (Key::Num8, true), (Key::Num9, false)] {
        check_both(|mut driver| {
            let before = driver.document().clone();
            let (_, title) = driver.first_touchpoint();
            driver.click_card(&title);
            driver.key_with(Modifiers::COMMAND, page);
            let shown = driver.page();
            driver.key(Key::Delete);
            driver.key_with(Modifiers::COMMAND, Key::CloseBracket);
            driver.events(vec![egui::Event::Cut]);
            driver.key_with(Modifiers::COMMAND, Key::A);
            assert_eq!(driver.page(), shown, "{page:?}");
            let all = driver.app().selection();
            let others = all.len() > 1 && all.iter().all(|it| !matches!(it, Subject::Touchpoint(..)));
            assert!(driver.selected().len() < 2 && others == selects, "{page:?}: {all:?}");
            driver.key(Key::Num3);
            assert!(driver.document().journeys == before.journeys, "{page:?}");
        });
    }
}
