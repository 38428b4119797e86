//! A double click writes the very text that it is made on, and what has no text of its own does what its thing is for.

use crate::driver::{Driver, Setup, check_both};
use egui::{Modifiers, Pos2, vec2};
use tropa::edit::{Command, Edit, EditLabel, ItemValue};
use tropa::format::{self, samples};
use tropa::model::{
    CellValue, CustomLane, DepartmentId, JourneyId, Lane, LaneContent, LaneId, Language, Persona, Stage, Subject,
    TextField, TextSpot, columns,
};
use tropa::scene::HitTarget;
use tropa::ui::action::Action;

/// A sample whose first journey has two lanes of its own, with a cell in each.
fn with_own_lanes(language: Language) -> (Driver, tempfile::TempDir) {
    let mut document = format::read(samples::sample(language)).expect("a sample").document;
    let mut journey = document.journeys_in_order()[0].as_ref().clone();
    let mut touchpoint = columns(&journey)[0].touchpoints[0].as_ref().clone();
    for (id, content, value) in [
        ("l-words", LaneContent::Text, CellValue::Text("Ten calls a day".to_owned())),
        ("l-figures", LaneContent::Number, CellValue::Number(12.0)),
    ] {
        let id = LaneId::parse(id).expect("valid");
        touchpoint.set_cell(&id, Some(value));
        journey.custom_lanes.put(CustomLane { id, title: "Of our own".to_owned(), content });
    }
    journey.touchpoints.put(touchpoint);
    let mut info = journey.info.as_ref().clone();
    (info.scope_from, info.scope_to) = ("a free morning".to_owned(), "a word to a friend".to_owned());
    let persona = document.personas.get(&info.personas[0]).expect("a persona").as_ref().clone();
    document.personas.put(Persona { segment: "Paying core".to_owned(), share: Some(0.4), ..persona });
    journey.info = info.into();
    document.journeys.put(journey);
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("lanes.ron");
    std::fs::write(&path, format::to_bytes(&document).expect("a document that can be written")).expect("written");
    (Driver::new(Setup { language, file: Some(path), ..Setup::default() }), directory)
}

/// A written text of each kind that a map can show.
fn every_text(driver: &Driver) -> Vec<TextSpot> {
    let (document, journey) = (driver.document(), driver.journey());
    let at = |subject: Subject, field: TextField| TextSpot { subject, field };
    let here = || Subject::Journey(journey.id.clone());
    let persona = journey.info.personas[0].clone();
    let of_persona = || Subject::Persona(persona.clone());
    let mut spots = vec![
        TextSpot::name(Subject::Project),
        TextSpot::name(here()),
        at(here(), TextField::Question),
        at(here(), TextField::ScopeFrom),
        at(here(), TextField::ScopeTo),
        TextSpot::name(of_persona()),
        at(of_persona(), TextField::Segment),
        at(of_persona(), TextField::Share),
        at(Subject::Stage(journey.id.clone(), Stage::Contact), TextField::Name),
        at(Subject::Stage(journey.id.clone(), Stage::Contact), TextField::Goal),
    ];
    let mut fields = vec![
        TextField::Name,
        TextField::Action,
        TextField::Need,
        TextField::Backstage,
        TextField::Systems,
        TextField::Quote(persona.clone()),
    ];
    for lane in &journey.custom_lanes {
        spots.push(TextSpot::name(Subject::Lane(journey.id.clone(), lane.id.clone())));
        fields.push(TextField::Cell(lane.id.clone()));
    }
    let touchpoints = || journey.touchpoints.iter();
    for field in fields {
        let written = touchpoints().map(|it| driver.spot_of(&it.id, field.clone()));
        let mut written = written.filter(|spot| !["", "None"].contains(&driver.written(spot).as_str()));
        spots.push(written.next().unwrap_or_else(|| panic!("the sample has {field:?}")));
    }
    let is_here = |id: &tropa::model::TouchpointId| journey.touchpoints.contains(id);
    let barrier = document.barriers.iter().find(|it| it.touchpoints.iter().any(is_here)).expect("a barrier");
    let strength = document.strengths.iter().find(|it| it.touchpoints.iter().any(is_here)).expect("a strength");
    let opportunity = document.opportunities.iter().find(|it| it.touchpoints.iter().any(is_here)).expect("an idea");
    // Their pills are narrow and wider than the window.
    let owned = |id: &DepartmentId| touchpoints().filter(|it| it.department.as_ref() == Some(id)).count();
    let owners = || touchpoints().filter_map(|it| it.department.clone());
    let [narrow, wide] = [owners().min_by_key(owned), owners().max_by_key(owned)].map(|it| it.expect("a department"));
    let metric = document.metrics.iter().next().expect("a metric");
    spots.extend([
        TextSpot::name(Subject::Barrier(barrier.id.clone())),
        TextSpot::name(Subject::Strength(strength.id.clone())),
        TextSpot::name(Subject::Opportunity(opportunity.id.clone())),
        TextSpot::name(Subject::Department(narrow)),
        TextSpot::name(Subject::Department(wide)),
        TextSpot::name(Subject::Metric(metric.id.clone())),
    ]);
    spots
}

/// In the first letter of a text.
fn begin_of(driver: &mut Driver, spot: &TextSpot) -> Pos2 {
    driver.text_rect(spot).left_top() + vec2(5.0, 6.0)
}

#[test]
fn a_double_click_on_any_text_writes_that_text() {
    for language in [Language::Ru, Language::En] {
        let (mut driver, _directory) = with_own_lanes(language);
        // It lies over what stands at the map's end.
        driver.key_with(Modifiers::COMMAND, egui::Key::M);
        for spot in every_text(&driver) {
            let before = driver.written(&spot);
            let place = begin_of(&mut driver, &spot);
            driver.double_click_at(place);
            assert!(driver.is_writing(), "{spot:?}");
            driver.type_text("47");
            driver.key(egui::Key::Enter);
            assert_ne!(driver.written(&spot), before, "{spot:?}");
            driver.undo();
            assert_eq!(driver.written(&spot), before, "{spot:?} is one entry of the history");
            assert!(!driver.is_modified(), "{spot:?}: and nothing else was written");
            (0..4).for_each(|_| driver.settle());
        }
    }
}

#[test]
fn a_pill_wider_than_the_window_is_written_in() {
    check_both(|mut driver| {
        driver.resize(vec2(900.0, 600.0));
        driver.key_with(Modifiers::COMMAND, egui::Key::M);
        let owners = || driver.journey().touchpoints.iter().filter_map(|it| it.department.clone());
        let owned = |id: &DepartmentId| owners().filter(|it| it == id).count();
        let spot = TextSpot::name(Subject::Department(owners().max_by_key(owned).expect("a department")));
        for zoom in [0.9, 1.0, 1.2] {
            driver.carry_out(Action::SetZoom(zoom));
            let place = begin_of(&mut driver, &spot);
            driver.double_click_at(place);
            assert!(driver.is_writing(), "at {zoom}");
            let room = driver.canvas().right() - driver.app().text_rect(&spot).expect("it is on the map").left();
            assert!(room > 150.0, "what is typed is seen: {room} at {zoom}");
            driver.key(egui::Key::Escape);
            (0..4).for_each(|_| driver.settle());
        }
    });
}

#[test]
fn of_several_pills_of_one_department_the_pressed_one_is_written_in() {
    check_both(|mut driver| {
        driver.key_with(Modifiers::COMMAND, egui::Key::M);
        let departments: Vec<DepartmentId> = driver.document().departments.iter().map(|it| it.id.clone()).collect();
        for (place, id) in driver.touchpoints_in_order().iter().enumerate() {
            let own = departments[place % 2].clone();
            let journey = driver.journey();
            let mut owned = journey.touchpoints.get(id).expect("a touchpoint").as_ref().clone();
            owned.department = Some(own);
            let command = Command::Put(ItemValue::Touchpoint(journey.id.clone(), owned.into()));
            let edit = Edit { label: EditLabel::ChangeProperty, merge: None, commands: vec![command] };
            driver.carry_out(Action::Edit(edit));
        }
        let id = &departments[0];
        driver.text_rect(&TextSpot::name(Subject::Department(id.clone())));
        let pill = {
            let hits = driver.app().hits();
            let is_it = |target: &HitTarget| matches!(target, HitTarget::Subject(Subject::Department(it)) if it == id);
            let all = hits.all().iter().filter(|seen| is_it(seen.target) && seen.rect == seen.whole);
            let mut all: Vec<egui::Rect> = all.map(|seen| seen.rect).collect();
            all.sort_by(|one, other| one.left().total_cmp(&other.left()));
            assert!(all.len() > 1, "{all:?}");
            *all.last().expect("a pill")
        };
        driver.double_click_at(pill.center());
        let field = driver.rect_of(&driver.word("rename-field"));
        assert!(pill.contains(field.left_center()), "{field:?} in {pill:?}");
        driver.type_text("Support");
        driver.key(egui::Key::Enter);
        assert_eq!(driver.document().departments.get(&departments[0]).map(|it| it.name.as_str()), Some("Support"));
    });
}

#[test]
fn no_text_is_brought_into_sight_beneath_the_minimap() {
    for language in [Language::Ru, Language::En] {
        let (mut driver, _directory) = with_own_lanes(language);
        let minimap = driver.word("minimap");
        for spot in every_text(&driver) {
            let rect = driver.text_rect(&spot);
            let cover = driver.rect_of(&minimap);
            assert!(!rect.intersects(cover), "{spot:?}: {rect:?} and {cover:?}");
        }
    }
}

#[test]
fn a_message_that_offers_nothing_does_not_stand_in_the_way() {
    check_both(|mut driver| {
        let title = TextSpot::name(Subject::Project);
        let message = |driver: &mut Driver| {
            driver.carry_out(Action::Write(title.clone(), "Another".to_owned()));
            driver.undo();
            let words = driver.toast();
            driver.rect_of(&words).center()
        };
        let place = message(&mut driver);
        let below = |driver: &Driver| {
            let hits = driver.app().hits();
            let seen = hits.all().iter().rfind(|seen| seen.rect.contains(place))?;
            tropa::ui::canvas::hits::subject_of(seen.target)
        };
        let middle = driver.canvas().center();
        let found = (0..40).find_map(|_| {
            driver.wheel(middle, vec2(-40.0, -25.0), Modifiers::NONE);
            below(&driver)
        });
        let found = found.expect("something stands there");
        let place = message(&mut driver);
        driver.click_at(place, Modifiers::NONE);
        assert_eq!(driver.app().selection(), [found]);
        assert_eq!(driver.toast(), "", "it goes away all the same");
    });
}

#[test]
fn what_a_project_says_below_its_title_is_written_where_the_journey_has_no_question() {
    check_both(|mut driver| {
        let question = TextSpot { subject: Subject::Journey(driver.shown_journey()), field: TextField::Question };
        let subtitle = TextSpot { subject: Subject::Project, field: TextField::Subtitle };
        driver.carry_out(Action::Write(question.clone(), String::new()));
        driver.carry_out(Action::Write(subtitle.clone(), "Below the title".to_owned()));
        let place = begin_of(&mut driver, &subtitle);
        driver.double_click_at(place);
        driver.type_text("Something else");
        driver.key(egui::Key::Enter);
        assert_eq!((driver.written(&subtitle).as_str(), driver.written(&question).as_str()), ("Something else", ""));
    });
}

#[test]
fn a_long_title_keeps_its_parts_apart() {
    check_both(|mut driver| {
        let [project, journey] = [Subject::Project, Subject::Journey(driver.shown_journey())].map(TextSpot::name);
        for (spot, words) in [(&project, "Where the money is. "), (&journey, "Who leaves with it. ")] {
            driver.carry_out(Action::Write(spot.clone(), words.repeat(8)));
        }
        let (first, second) = (driver.text_rect(&project), driver.text_rect(&journey));
        assert!(second.top() > first.bottom() - 2.0, "{first:?} {second:?}");
        let place = begin_of(&mut driver, &journey);
        driver.double_click_at(place);
        driver.type_text("Short");
        driver.key(egui::Key::Enter);
        assert_eq!(driver.written(&journey), "Short");
    });
}

/// Where the map shows this.
fn hit(driver: &Driver, is_it: impl Fn(&HitTarget) -> bool) -> egui::Rect {
    let hits = driver.app().hits();
    hits.all().iter().find(|seen| is_it(seen.target)).expect("it is in sight").rect
}

#[test]
fn a_double_click_on_the_name_of_a_lane_of_every_map_folds_it() {
    check_both(|mut driver| {
        let folded = |driver: &Driver| {
            driver.journey().info.lanes.iter().any(|setting| setting.lane == Lane::Goals && setting.folded)
        };
        for is_folded in [true, false] {
            let name = hit(&driver, |target| *target == HitTarget::LaneName(Lane::Goals));
            driver.double_click_at(name.left_top() + vec2(6.0, 10.0));
            assert!(!driver.is_writing());
            assert_eq!(folded(&driver), is_folded);
            (0..4).for_each(|_| driver.settle());
        }
    });
}

#[test]
fn the_question_of_a_stage_is_a_part_of_it() {
    check_both(|mut driver| {
        let stage = Subject::Stage(driver.shown_journey(), Stage::Attention);
        let header = hit(&driver, |target| *target == HitTarget::StageHeader(Stage::Attention));
        let question = header.left_bottom() + vec2(24.0, -5.0);
        driver.click_at(question, Modifiers::NONE);
        assert_eq!(driver.app().selection(), std::slice::from_ref(&stage));
        (0..4).for_each(|_| driver.settle());
        driver.double_click_at(question);
        driver.type_text("First");
        driver.key(egui::Key::Enter);
        assert_eq!(driver.written(&TextSpot::name(stage)), "First");
    });
}

#[test]
fn the_kind_of_a_journey_is_chosen_in_its_form() {
    check_both(|mut driver| {
        driver.run_command("toggle-inspector");
        let journey: JourneyId = driver.shown_journey();
        let tag = hit(&driver, |target| *target == HitTarget::Subject(Subject::Journey(journey.clone())));
        driver.double_click_at(tag.center());
        assert!(!driver.is_writing());
        assert_eq!(driver.app().selection(), [Subject::Journey(journey)]);
        assert!(driver.sees(&driver.word("field-customers")), "its form is shown");
    });
}
