//! Flows of printing and of the pictures on the start screen: what the dialog is asked for is what the file holds.

use std::path::Path;

use crate::driver::{Driver, Setup};
use tropa::app::file_dialogs::Pick;
use tropa::model::Language;

/// The sizes of a document's pages in whole millimetres, the shorter side first.
fn pages(path: &Path) -> Vec<(u32, u32)> {
    let bytes = std::fs::read(path).expect("a file");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let inside = text.split("/MediaBox").skip(1).map(|part| part.split(['[', ']']).nth(1).expect("a box").to_owned());
    let millimetres = |points: &str| (points.parse::<f64>().expect("a number") / 72.0 * 25.4).round() as u32;
    let size = |inside: String| {
        let sides: Vec<u32> = inside.split_whitespace().map(millimetres).collect();
        assert_eq!(sides[..2], [0, 0]);
        (sides[2].min(sides[3]), sides[2].max(sides[3]))
    };
    inside.map(size).collect()
}

/// Prints with these choices of the dialog, and says what it announced and what the file holds.
fn printed(driver: &mut Driver, path: &Path, choices: &[(&str, &str)]) -> (Vec<String>, Vec<(u32, u32)>) {
    let _ = std::fs::remove_file(path);
    driver.run_command("print");
    for (field, choice) in choices {
        driver.choose(&driver.word(field), &driver.word(choice));
    }
    let said = driver.lines_of_the_last_frame();
    driver.click(&driver.word("print-go"));
    driver.wait_until(|driver| path.exists() && !driver.asks("print-title"));
    (said, pages(path))
}

#[test]
fn sheets_are_as_many_and_as_large_as_the_dialog_says() {
    for language in [Language::Ru, Language::En] {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("map.pdf");
        let dialogs = vec![Pick::Picked(path.clone()); 7];
        let mut driver = Driver::new(Setup { language, dialogs, ..Setup::default() });
        let size = "field-print-size";
        for (key, sides) in
            [("print-size-a4", (210, 297)), ("print-size-a3", (297, 420)), ("print-size-a0", (841, 1189))]
        {
            let (said, pages) = printed(&mut driver, &path, &[("field-print-kind", "print-kind-map"), (size, key)]);
            assert_eq!(pages, [sides], "{language:?}, {key}");
            assert!(said.contains(&driver.word_with("print-sheets", "count", 1)), "{said:?}");
            let (_, pages) = printed(&mut driver, &path, &[("field-print-kind", "print-kind-poster"), (size, key)]);
            assert_eq!(pages, [sides], "{language:?}, a blank poster, {key}");
        }
        let parts = [(size, "print-size-a0"), ("field-print-tiles", "print-tiles-a4")];
        let (said, pages) = printed(&mut driver, &path, &parts);
        assert!(pages.len() > 8 && pages.iter().all(|page| *page == (210, 297)), "{pages:?}");
        let told = |columns: usize| {
            let (rows, all) = (pages.len() / columns, pages.len());
            let numbers = [("columns", columns.into()), ("rows", rows.into()), ("count", all.into())];
            driver.app().texts().with("print-sheets-glued", &numbers)
        };
        let whole = (1..=pages.len()).filter(|columns| pages.len() % columns == 0);
        assert!(whole.map(told).any(|words| said.contains(&words)), "{} pages: {said:?}", pages.len());
        assert!(said.contains(&driver.word("print-tiled-note")), "the parts may be smaller: {said:?}");
    }
}

#[test]
fn a_recent_map_is_seen_in_small_on_the_start_screen() {
    for language in [Language::Ru, Language::En] {
        let driver = Driver::new(Setup { language, ..Setup::default() });
        let path = driver.file("my map.ron");
        let mut driver = driver.start_again(Setup { language, file: Some(path), ..Setup::default() });
        driver.wait_until(Driver::has_drawn_a_recent_map);
        driver.run_command("start-screen");
        let card = driver.rect_of_part("my map.ron, ");
        let pictures = driver.pictures_within(card);
        assert_eq!(pictures.len(), 1, "the map stands on its card: {pictures:?}");
        assert!(pictures[0].height() > card.height() / 2.0 && pictures[0].width() > card.width() - 8.0);
    }
}
