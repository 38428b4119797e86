//! Shaped text: where lines break, how they stand, and that the window's own text layout agrees on their widths.

use proptest::prelude::*;
use tropa::scene::text::{Align, ShapedText, Shaper, TextStyle, Weight};
use unicode_segmentation::UnicodeSegmentation as _;

fn style(size: f32) -> TextStyle {
    TextStyle { weight: Weight::Regular, size, line_height: size * 1.5 }
}

fn lines(text: &ShapedText) -> Vec<&str> {
    text.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn lines_break_where_typesetters_break_them() {
    let check = |text: &str, width: f32, expect: &[&str]| {
        let shaped = Shaper::new().shape(text, style(16.0), Some(width), Align::Left);
        assert_eq!(lines(&shaped), expect, "{text:?} in {width}");
        assert_eq!(shaped.height, 24.0 * expect.len() as f32);
    };
    check("", 100.0, &[""]);
    check("Видит вывеску по дороге на работу", 150.0, &["Видит вывеску по", "дороге на работу"]);
    check("one   two", 40.0, &["one", "two"]);
    check("ends with spaces   ", 1000.0, &["ends with spaces"]);
    check("  begins", 1000.0, &["  begins"]);
    check("первая\nвторая\r\nтретья\n", 1000.0, &["первая", "вторая", "третья", ""]);
    check("18\u{a0}400 ₽", 1.0, &["1", "8", "\u{a0}", "4", "0", "0", "₽"]);
    check("всего 18\u{a0}400", 70.0, &["всего", "18\u{a0}400"]);
    check("Онлайн-запись", 80.0, &["Онлайн-", "запись"]);
    // A dash does not begin a line.
    check("слово слово — дело", 108.0, &["слово", "слово —", "дело"]);
    check("превысокомногорассмотрительствующий", 120.0, &["превысокомно", "горассмотрите", "льствующий"]);
    check("👩‍👩‍👧‍👦👍🏽й", 1.0, &["👩‍👩‍👧‍👦", "👍🏽", "й"]);
    check("שלום עולם", 60.0, &["שלום", "עולם"]);
    check("abc", 0.0, &["a", "b", "c"]);
    check("abc", f32::NAN, &["abc"]);
    check("abc", -5.0, &["a", "b", "c"]);
}

#[test]
fn lines_stand_where_asked() {
    let check = |align: Align, expect: f32| {
        let shaped = Shaper::new().shape("ага", style(20.0), Some(200.0), align);
        let line = &shaped.lines[0];
        assert!((line.x - expect * (200.0 - line.width)).abs() < 1e-3, "{align:?}: {}", line.x);
        // Inter: 1984 above and 494 below of 2048; the line is 30 high.
        let ink = (1984.0 + 494.0) / 2048.0 * 20.0;
        assert!((line.baseline - ((30.0 - ink) / 2.0 + 1984.0 / 2048.0 * 20.0)).abs() < 1e-4);
    };
    check(Align::Left, 0.0);
    check(Align::Center, 0.5);
    check(Align::Right, 1.0);
}

#[test]
fn what_does_not_fit_gives_way_to_an_ellipsis() {
    let check = |text: &str, width: f32, max_lines: usize, expect: &[&str], expect_cut: bool| {
        let (shaped, cut) = Shaper::new().shape_clipped(text, style(16.0), width, max_lines);
        assert_eq!((lines(&shaped), cut), (expect.to_vec(), expect_cut), "{text:?} in {width} × {max_lines}");
    };
    check("короткий", 200.0, 1, &["короткий"], false);
    check("Видит вывеску по дороге на работу", 150.0, 2, &["Видит вывеску по", "дороге на работу"], false);
    check("Видит вывеску по дороге на работу", 150.0, 1, &["Видит вывеску п…"], true);
    check("Видит вывеску по дороге на работу", 100.0, 2, &["Видит", "вывеску п…"], true);
    check("одна\nдве", 200.0, 1, &["одна…"], true);
    check("слово", 1.0, 1, &["…"], true);
    check("слово", 100.0, 0, &["слово"], false);
}

#[test]
fn what_the_face_has_not_keeps_room_for_a_box() {
    let shaped = Shaper::new().shape("a漢b", style(16.0), None, Align::Left);
    let line = &shaped.lines[0];
    let ids: Vec<bool> = line.glyphs.iter().map(|glyph| glyph.id == 0).collect();
    assert_eq!(ids, [false, true, false]);
    assert!(line.glyphs[1].advance > 4.0);
    assert_eq!(line.glyphs.iter().map(|glyph| glyph.cluster).collect::<Vec<_>>(), [0, 1, 4]);
}

#[test]
fn widths_are_proportional_to_size_and_asked_once() {
    let mut shaper = Shaper::new();
    let text = "Заказывает у бариста, AV To";
    let one = shaper.measure(text, style(1.0));
    for size in [11.0, 13.0, 16.0, 28.0, 400.0] {
        let width = shaper.measure(text, style(size));
        assert!((width / size - one).abs() < 1e-5 * one, "{size}");
        assert_eq!(shaper.shape(text, style(size), Some(width), Align::Left).lines.len(), 1, "{size}");
    }
    let again = shaper.shape(text, style(11.0), None, Align::Left);
    assert!(std::sync::Arc::ptr_eq(&again, &shaper.shape(text, style(11.0), None, Align::Left)));
}

/// The window's own text layout with the bundled face.
struct Window {
    fonts: egui::epaint::Fonts,
}

impl Window {
    fn new() -> Self {
        let mut definitions = egui::FontDefinitions::empty();
        let data = egui::FontData::from_static(Weight::Regular.font_bytes());
        definitions.font_data.insert("face".to_owned(), std::sync::Arc::new(data));
        definitions.families.insert(egui::FontFamily::Proportional, vec!["face".to_owned()]);
        definitions.families.insert(egui::FontFamily::Monospace, vec!["face".to_owned()]);
        let options = egui::epaint::TextOptions { font_hinting: false, max_texture_side: 2048, ..Default::default() };
        Self { fonts: egui::epaint::Fonts::new(options, definitions) }
    }

    /// Where the pen stands after the line.
    fn width(&mut self, line: &str, size: f32) -> f32 {
        let job = egui::text::LayoutJob::simple_singleline(
            line.to_owned(),
            egui::FontId::proportional(size),
            egui::Color32::BLACK,
        );
        self.fonts.with_pixels_per_point(1.0).layout_job(job).intrinsic_size().x
    }
}

#[test]
fn the_window_sets_each_line_as_wide() {
    let mut window = Window::new();
    let mut shaper = Shaper::new();
    let texts = [
        "Кофейня «Зерно»: первый визит — AVATAR To. Wi-Fi 12:30 → 3x4 (2×2) ½ 18 400 ₽",
        "Почему новые гости не возвращаются? 24 интервью, 412 ответов, 31 визит тайного покупателя. Ноябрь",
        "Γειά σου Κόσμε, naïve café e\u{301}; ко\u{301}фе; 漢字 👍🏽 tail",
        "a\tb\u{2009}c\u{202f}d\u{a0}e\u{200b}f\u{ad}g",
        "nospacesatallbutverylong->arrows=>in-between...and::more!=100%",
    ];
    for text in texts {
        for width in [37.0, 90.0, 150.0, 5000.0] {
            for line in &shaper.shape(text, style(200.0), Some(width * 200.0 / 16.0), Align::Left).lines {
                let theirs = window.width(&line.text, 200.0);
                // The window rounds what it tells to 1/32.
                let allowed = 1.0 / 64.0 + 3e-5 * theirs;
                assert!((theirs - line.width).abs() <= allowed, "{:?}: {theirs}, here {}", line.text, line.width);
            }
        }
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_stands_out(
        text in "(?s)[ a-zа-я\n—.,«»\u{a0}\u{301}👍漢-]{0,60}",
        width in 0.0f32..200.0,
    ) {
        let mut shaper = Shaper::new();
        let shaped = shaper.shape(&text, style(16.0), Some(width), Align::Left);
        let mut at = 0;
        for line in &shaped.lines {
            prop_assert_eq!(line.range.start, at);
            let covered = &text[line.range.clone()];
            prop_assert!(covered.starts_with(&line.text));
            prop_assert!(covered[line.text.len()..].chars().all(char::is_whitespace));
            prop_assert!(line.width <= width + 0.01 || line.text.graphemes(true).count() == 1, "{:?}", line);
            let advances: f32 = line.glyphs.iter().map(|glyph| glyph.advance).sum();
            prop_assert!((advances - line.width).abs() < 1e-2);
            at = line.range.end;
        }
        prop_assert_eq!(at, text.len());
        let (clipped, cut) = shaper.shape_clipped(&text, style(16.0), width, 2);
        prop_assert_eq!(cut, shaped.lines.len() > 2);
        prop_assert!(clipped.lines.len() <= 2);
    }
}
