//! No word of the window's own is cut: each view in both languages on a screen of 1280 × 720 at 100 to 200 %.

mod common {
    #[expect(dead_code, reason = "each file of flows uses its part of the driver")]
    pub(crate) mod app;
}

use common::app::fit::Scrolled;
use common::app::{Driver, Setup};
use egui::{Key, Modifiers};
use tropa::model::{Language, Subject};

/// 1280 × 720 at 100, 125, 150 and 200 %.
const SIZES: [(f32, f32); 4] = [(1280.0, 720.0), (1024.0, 576.0), (853.0, 480.0), (640.0, 360.0)];

/// A view's name, and how it is shown.
type View<'a> = (&'a str, &'a dyn Fn(&mut Driver));

/// Looks at every view at every size.
fn check(views: &[View<'_>]) {
    let mut faults = Vec::new();
    for language in [Language::Ru, Language::En] {
        let mut driver = Driver::new(Setup { language, ..Setup::default() });
        for (name, show) in views {
            driver.resize(egui::vec2(1920.0, 1080.0));
            show(&mut driver);
            for size in SIZES {
                driver.resize(egui::vec2(size.0, size.1));
                // What takes its size from the window has it a frame later.
                (0..3).for_each(|_| driver.settle());
                let scrolled = if *name == "barriers" { Scrolled::Sideways } else { Scrolled::Down };
                let cut = driver.cut_words(scrolled);
                if !cut.is_empty() {
                    faults.push(format!("{name}, {language:?}, {} points wide: {cut:?}", size.0));
                }
            }
            driver.resize(egui::vec2(1920.0, 1080.0));
            driver.key(Key::Escape);
            driver.key(Key::Escape);
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn command(key: &'static str) -> impl Fn(&mut Driver) {
    move |driver: &mut Driver| driver.run_command(key)
}

#[test]
fn nothing_is_cut_on_any_page() {
    check(&[
        ("map", &command("show-map")),
        ("outline", &command("show-outline")),
        ("personas", &command("show-personas")),
        ("barriers", &command("show-barriers")),
        ("board", &command("show-opportunities")),
        ("journeys", &command("show-journeys")),
        ("start", &command("start-screen")),
    ]);
}

#[test]
fn nothing_is_cut_in_any_panel() {
    let first = |driver: &Driver| driver.journey().id.clone();
    check(&[
        ("touchpoint", &|driver: &mut Driver| {
            let (id, _) = driver.first_touchpoint();
            driver.reveal(Subject::Touchpoint(first(driver), id));
        }),
        ("barrier", &|driver: &mut Driver| {
            let barrier = driver.document().barriers.iter().next().expect("a barrier").id.clone();
            driver.reveal(Subject::Barrier(barrier));
        }),
        ("opportunity", &|driver: &mut Driver| {
            let opportunity = driver.document().opportunities.iter().next().expect("one").id.clone();
            driver.reveal(Subject::Opportunity(opportunity));
        }),
        ("journey", &|driver: &mut Driver| driver.reveal(Subject::Journey(first(driver)))),
        ("project", &|driver: &mut Driver| driver.reveal(Subject::Project)),
        ("history", &command("history")),
        ("interviews", &command("transcript")),
        ("workshop", &command("workshop")),
    ]);
}

#[test]
fn nothing_is_cut_in_any_dialog() {
    check(&[
        ("new", &command("new")),
        ("export", &command("export")),
        ("print", &command("print")),
        ("problems", &command("problems")),
        ("settings", &command("settings")),
        ("about", &command("about")),
        ("keys", &command("shortcuts")),
        ("palette", &|driver: &mut Driver| driver.key_with(Modifiers::COMMAND, Key::K)),
        ("search", &|driver: &mut Driver| driver.key_with(Modifiers::COMMAND, Key::F)),
    ]);
}
