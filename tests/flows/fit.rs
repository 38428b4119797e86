//! No word of the window's own is cut: each view in both languages on a screen of 1280 × 720 at 100 to 200 %.

use std::collections::BTreeSet;

use crate::driver::views::{self, Shown};
use crate::driver::{Driver, Setup};
use egui::{Key, Modifiers};
use tropa::format::{self, samples};
use tropa::model::{Language, Persona, PersonaId, Subject};
use tropa::scene::{HitTarget, ThemeName};
use tropa::ui::action::{Action, ThemeChoice};

/// 1280 × 720 at 100, 125, 150, 175 and 200 %.
const SIZES: [(f32, f32); 5] = [(1280.0, 720.0), (1024.0, 576.0), (853.0, 480.0), (731.0, 411.0), (640.0, 360.0)];

/// Looks at every view: whether each control has a name, whether words stand out from their ground in each theme, and at
/// every size whether anything is cut or lies over something else.
fn check(views: &[Shown]) {
    let mut faults = Vec::new();
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        for view in views {
            driver.resize(egui::vec2(1920.0, 1080.0));
            driver.visit(view);
            faults.extend(driver.nameless().iter().map(|it| format!("{}, {language:?}: nameless {it:?}", view.name)));
            faults.extend(pale(&mut driver, view));
            for size in if view.is_beside { &SIZES[..0] } else { &SIZES[..] } {
                driver.resize(egui::vec2(size.0, size.1));
                // What takes its size from the window has it a frame later.
                (0..2).for_each(|_| driver.settle());
                let place = format!("{}, {language:?}, {} points wide", view.name, size.0);
                if let Some(area) = driver.dialog_beyond_the_window() {
                    faults.push(format!("{place}: beyond the window, {area:?}"));
                }
                let cut = driver.cut_words(view.scrolled);
                if !cut.is_empty() {
                    faults.push(format!("{place}: cut {cut:?}"));
                }
                let over = driver.overlapping_words();
                if !over.is_empty() {
                    faults.push(format!("{place}: over each other {over:?}"));
                }
            }
            driver.leave();
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What is too pale in some theme. Both languages have the same colours.
fn pale(driver: &mut Driver, view: &Shown) -> Vec<String> {
    if driver.language() == Language::Ru {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for theme in ThemeName::ALL.into_iter().rev() {
        driver.carry_out(Action::SetTheme(ThemeChoice::Fixed(theme)));
        driver.settle();
        faults.extend(driver.pale_words().iter().map(|it| format!("{}, {theme:?}: pale, {it}", view.name)));
    }
    faults
}

#[test]
fn every_page_is_whole_named_and_readable() {
    check(&views::pages());
}

#[test]
fn every_panel_is_whole_named_and_readable() {
    check(&views::panels());
}

#[test]
fn every_form_is_whole_named_and_readable() {
    check(&views::forms());
}

#[test]
fn every_dialog_is_whole_named_and_readable() {
    check(&views::dialogs());
}

#[test]
fn every_show_is_whole_named_and_readable() {
    check(&views::shows());
}

#[test]
fn everything_beside_the_show_is_named_and_readable() {
    check(&views::presenters());
}

#[test]
fn nothing_is_cut_in_the_presenters_window_on_any_screen() {
    let mut faults = Vec::new();
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        for (width, height) in SIZES {
            driver.open_windows_beside(egui::vec2(width, height));
            // The tools have the width of a dock wherever there is room for it.
            let views = if [1280.0, 640.0].contains(&width) { usize::MAX } else { 2 };
            for view in views::presenters().iter().take(views) {
                view.begin(&mut driver);
                // As it opens, and where all is in one column with what is scrolled to below.
                for higher in if width < 1000.0 { &[0.0, 1400.0][..] } else { &[0.0] } {
                    let (cut, over) = driver.faults_beside(*higher);
                    if !cut.is_empty() || !over.is_empty() {
                        let place = format!("{}, {language:?}, on {width} points, {higher} higher", view.name);
                        faults.push(format!("{place}: cut {cut:?}, over each other {over:?}"));
                    }
                }
                driver.end_the_show();
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// On a screen that has no room for a panel beside the map, one that is asked for lies over it.
#[test]
fn nothing_is_cut_in_any_form_at_200_percent() {
    let mut faults = Vec::new();
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        let (width, height) = SIZES[SIZES.len() - 1];
        driver.resize(egui::vec2(width, height));
        driver.key(Key::F10);
        for view in views::forms() {
            driver.visit(&view);
            assert!(driver.canvas().width() < width / 2.0 + 40.0, "{}: the panel is there", view.name);
            let cut = driver.cut_words(view.scrolled);
            if !cut.is_empty() {
                faults.push(format!("{}, {language:?}: {cut:?}", view.name));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_the_status_bar_leaves_out_is_told() {
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        let (width, height) = SIZES[3];
        let touchpoints = driver.word_with("count-touchpoints", "count", driver.touchpoint_count());
        driver.resize(egui::vec2(width, height));
        (0..3).for_each(|_| driver.settle());
        // Whole pieces are left out, and who points there reads all of it.
        assert!(driver.last_rect_with(&touchpoints).is_some());
        let shortened = driver.shortened();
        assert!(!shortened.iter().any(|words| words.starts_with(&touchpoints)), "{shortened:?}");
    }
}

#[test]
fn words_of_the_outline_do_not_lie_over_each_other_at_any_size() {
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        driver.run_command("show-outline");
        for (width, height) in SIZES {
            driver.resize(egui::vec2(width, height));
            for _ in 0..2 {
                driver.key(Key::F10);
                (0..3).for_each(|_| driver.settle());
                let over = driver.words_over_words("command-show-outline");
                assert!(over.is_empty(), "{language:?}, {width} points wide: {over:?}");
            }
        }
    }
}

#[test]
fn what_several_touchpoints_rest_on_fits_into_the_panel() {
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        let (width, height) = SIZES[2];
        driver.resize(egui::vec2(width, height));
        driver.run_command("select-all");
        (0..3).for_each(|_| driver.settle());
        let held: BTreeSet<_> = driver.journey().touchpoints.iter().flat_map(|it| it.evidence.clone()).collect();
        let titles: Vec<String> =
            held.iter().filter_map(|id| Some(driver.document().evidence.get(id)?.title.clone())).collect();
        assert!(titles.len() > 2, "the sample rests on sources");
        for title in titles {
            let chip = driver.outline_row(&title);
            assert!(chip.right() < width - 8.0, "{title}: {chip:?}");
        }
    }
}

/// A sample whose first journey has so many personas more.
fn with_personas(language: Language, more: usize) -> (Driver, tempfile::TempDir) {
    let mut document = format::read(samples::sample(language)).expect("a sample").document;
    let mut journey = document.journeys_in_order()[0].as_ref().clone();
    let mut info = journey.info.as_ref().clone();
    let like = document.personas_in_order()[0].as_ref().clone();
    for place in 0..more {
        let id = PersonaId::parse(&format!("p-more-{place:02}")).expect("valid");
        info.personas.push(id.clone());
        document
            .personas
            .put(Persona { id, name: format!("Екатерина {place}, {}", 20 + place), ..like.clone() });
    }
    journey.info = info.into();
    document.journeys.put(journey);
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("personas.ron");
    std::fs::write(&path, format::to_bytes(&document).expect("a document that can be written")).expect("written");
    (Driver::new(Setup { language, file: Some(path), ..Setup::default() }), directory)
}

/// Whose chips are wholly in sight above the map, and not under one of the strip's buttons.
fn whole_chips(driver: &Driver) -> BTreeSet<PersonaId> {
    let canvas = driver.canvas();
    let buttons: Vec<_> = ["chips-back", "chips-on"]
        .into_iter()
        .map(|key| driver.word(key))
        .filter(|name| driver.sees(name))
        .map(|name| driver.rect_of(&name))
        .collect();
    let hits = driver.app().hits();
    let whole = hits.all().iter().filter(|seen| canvas.contains_rect(seen.whole));
    let free = whole.filter(|seen| !buttons.iter().any(|button| button.shrink(2.0).intersects(seen.whole)));
    let persona = |target: &HitTarget| match target {
        HitTarget::Subject(Subject::Persona(id)) => Some(id.clone()),
        _ => None,
    };
    free.filter_map(|seen| persona(seen.target)).collect()
}

#[test]
fn each_of_many_personas_above_the_map_is_reached_by_mouse_and_by_keys() {
    for language in [Language::Ru, Language::En] {
        let (mut driver, _directory) = with_personas(language, 7);
        let all: BTreeSet<PersonaId> = driver.journey().info.personas.iter().cloned().collect();
        assert!(all.len() >= 9);
        assert!(!driver.sees(&driver.word("chips-back")), "a map is read from its title on");
        for size in SIZES {
            driver.resize(egui::vec2(size.0, size.1));
            (0..3).for_each(|_| driver.settle());
            let (back, on) = (driver.word("chips-back"), driver.word("chips-on"));
            assert!(driver.sees(&on), "{language:?}, {size:?}: there is more than fits");
            while driver.sees(&back) {
                driver.click(&back);
            }
            let mut seen = whole_chips(&driver);
            for _ in 0..40 {
                if !driver.sees(&on) {
                    break;
                }
                driver.click(&on);
                seen.extend(whole_chips(&driver));
            }
            assert_eq!(seen, all, "{language:?}, {size:?}: by the buttons");
            // The key that lets the next persona lead brings its chip into sight.
            driver.click_empty();
            let mut led = BTreeSet::new();
            for _ in 0..all.len() {
                let before = whole_chips(&driver);
                driver.key(Key::P);
                let leading = driver.app().leading_persona().expect("somebody leads").clone();
                assert!(whole_chips(&driver).contains(&leading), "{language:?}, {size:?}: {leading} after {before:?}");
                led.insert(leading);
            }
            assert_eq!(led, all, "{language:?}, {size:?}: by the key");
            // And the wheel moves the strip alone.
            let corner = driver.map_corner();
            let before = whole_chips(&driver);
            let above = driver.canvas().left_top() + egui::vec2(60.0, 20.0);
            for points in [-4000.0, 4000.0] {
                driver.wheel(above, egui::vec2(points, 0.0), Modifiers::NONE);
            }
            assert_eq!(driver.map_corner(), corner);
            assert!(!driver.sees(&back), "back at its beginning, from {before:?}");
        }
    }
}

#[test]
fn the_buttons_of_a_dialog_are_in_reach_at_every_size() {
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        for (open, button) in [
            ("export", "export-go"),
            ("print", "print-go"),
            ("export-persona", "export-go"),
            ("settings", "close"),
            ("shortcuts", "close"),
            ("about", "close"),
            ("new", "cancel"),
        ] {
            for size in SIZES {
                driver.resize(egui::vec2(1920.0, 1080.0));
                driver.run_command(open);
                driver.resize(egui::vec2(size.0, size.1));
                (0..3).for_each(|_| driver.settle());
                assert!(driver.is_in_reach(&driver.word(button)), "{open} {language:?} {size:?}");
                driver.key(Key::Escape);
            }
        }
    }
}

#[test]
fn what_scrolls_in_a_dialog_uses_the_height_of_the_window() {
    let mut driver = Driver::new(Setup::default());
    for (open, size) in [("shortcuts", (1280.0, 720.0)), ("shortcuts", (853.0, 480.0)), ("settings", (640.0, 360.0))] {
        driver.resize(egui::vec2(1920.0, 1080.0));
        driver.run_command(open);
        driver.resize(egui::vec2(size.0, size.1));
        (0..3).for_each(|_| driver.settle());
        let (used, there) = driver.heights(open);
        // The whole cheat-sheet takes less than a window of 720 points.
        assert!(used > there - 60.0 || used > 480.0, "{open}: {used} of {there}");
        driver.key(Key::Escape);
    }
}

#[test]
fn a_list_of_a_dialog_that_was_shown_before_opens_above_it() {
    let mut driver = Driver::new(Setup::default());
    let (field, choice) = (driver.word("field-export-format"), driver.word("export-svg"));
    for time in 1..=3 {
        driver.run_command("export");
        driver.press_within_a_frame(&field);
        assert!(driver.is_on_top(&field, &choice), "the {time}. time");
        driver.press_within_a_frame(&choice);
        assert_eq!(driver.value_of_choice(&field), choice);
        driver.key(Key::Escape);
        driver.key(Key::Escape);
    }
}
