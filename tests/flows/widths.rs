//! The panels beside the middle are made wider and narrower, by the mouse and by keys, and stay so.

use crate::driver::{Driver, Setup, check_both};
use egui::{Key, Modifiers, Pos2, pos2};
use tropa::model::Language;

fn edge(driver: &Driver, key: &str) -> f32 {
    driver.rect_of(&driver.word(key)).center().x
}

/// Drags a panel's edge to the right, or back.
fn pull(driver: &mut Driver, key: &str, by: f32, cancel: Option<Key>) {
    let start: Pos2 = driver.rect_of(&driver.word(key)).center();
    driver.drag(start, pos2(start.x + by, start.y + 20.0), cancel);
}

#[test]
fn a_panels_edge_is_dragged_within_limits_and_what_is_selected_stays() {
    check_both(|mut driver| {
        let (id, title) = driver.first_touchpoint();
        driver.click_card(&title);
        for (key, by) in [("panel-width-side", 90.0), ("panel-width-dock", -110.0)] {
            let before = edge(&driver, key);
            pull(&mut driver, key, by, Some(Key::Escape));
            assert!((edge(&driver, key) - before).abs() < 2.0, "Esc leaves {key} as it was");
            pull(&mut driver, key, by, None);
            assert!((edge(&driver, key) - before - by).abs() < 4.0, "{key}: {before} to {}", edge(&driver, key));
            assert_eq!(driver.selected(), std::slice::from_ref(&id));
            assert!(!driver.is_modified());
        }
        pull(&mut driver, "panel-width-side", 1200.0, None);
        pull(&mut driver, "panel-width-dock", -1200.0, None);
        let (side, dock) = (edge(&driver, "panel-width-side"), edge(&driver, "panel-width-dock"));
        assert!(side < 500.0 && dock > 1920.0 - 660.0 && dock - side > 400.0, "{side} {dock}");
        driver.double_click(&driver.word("panel-width-side"));
        assert!(edge(&driver, "panel-width-side") < 260.0, "as usual again");
    });
}

#[test]
fn panels_are_widened_by_keys_and_stay_so_at_the_next_start() {
    for language in [Language::Ru, Language::En] {
        let setup = || Setup { language, ..Setup::default() };
        let mut driver = Driver::new(setup());
        let before = edge(&driver, "panel-width-dock");
        let keys = Modifiers::COMMAND | Modifiers::SHIFT;
        driver.key_with(keys, Key::Period);
        driver.key_with(keys, Key::Period);
        let wide = edge(&driver, "panel-width-dock");
        assert!((before - wide - 80.0).abs() < 2.0, "{before} {wide}");
        driver.key_with(keys, Key::Comma);
        assert!((edge(&driver, "panel-width-dock") - wide - 40.0).abs() < 2.0);
        // The panel that has the keyboard is meant.
        let side = edge(&driver, "panel-width-side");
        driver.key_with(Modifiers::SHIFT, Key::F6);
        driver.key_with(keys, Key::Period);
        assert!((edge(&driver, "panel-width-side") - side - 40.0).abs() < 2.0);
        let mut driver = driver.start_again(setup());
        driver.click(&driver.word("template-clinic"));
        assert!((edge(&driver, "panel-width-side") - side - 40.0).abs() < 2.0);
        assert!((edge(&driver, "panel-width-dock") - wide - 40.0).abs() < 2.0);
    }
}
