//! How far away a stop can be read: every text measured against the height of the screen.

use super::stop::LEAST_TEXT;
use crate::scene::text::ShapedText;
use crate::scene::{Scene, Shape};

/// The lines that sizes are counted in: a screen of full height.
const LINES: f32 = 1080.0;
/// The height of a lower-case letter without its ascender, of the em: the bundled face's.
const X_HEIGHT: f32 = 0.546;
/// The acuity factor of basic decision making.
const ACUITY: f32 = 200.0;
/// What ends a text that was cut.
const ELLIPSIS: char = '…';

/// What a stop's check says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Legibility {
    /// The farthest place from which all of it can be read, in metres; 0 where nothing is written.
    pub metres: f32,
    /// The size of the smallest letters' em, in lines of a screen of 1080.
    pub smallest: f32,
    /// Texts smaller than 1/50 of the screen's height, each once, the smallest first.
    pub too_small: Vec<SmallText>,
    /// Texts that did not fit and end with "…", each once.
    pub cut: Vec<String>,
}

/// A text that is too small for the room.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallText {
    /// What it says.
    pub words: String,
    /// The size of its letters' em, in lines of a screen of 1080.
    pub size: f32,
}

/// Checks a stop for a screen of this height, in metres.
///
/// The distance follows AVIXA V202.01:2016 (DISCAS, formerly ANSI/INFOCOMM), basic decision making: farthest viewer =
/// image height × 200 × element height (as a part of the image height). The element is a lower-case letter without
/// ascender, 0.546 of the em of the bundled face. A letter of 27 lines of 1080 on a screen 2 m high is thus read from
/// 2 m × 200 × 27 × 0.546 ÷ 1080 ≈ 5.5 m.
pub fn check(scene: &Scene, screen_height_m: f32) -> Legibility {
    let lines = LINES / scene.size.height.max(1.0);
    let mut found = Legibility { smallest: f32::INFINITY, ..Legibility::default() };
    for fragment in &scene.fragments {
        let label = fragment.hit.as_ref().map_or("", |hit| &*hit.label);
        for shape in &fragment.shapes {
            let Shape::Text { text, .. } = shape else { continue };
            let words = words(text);
            if words.is_empty() {
                continue;
            }
            let size = text.style.size * lines;
            found.smallest = found.smallest.min(size);
            // Sizes are sums of halves; what is short of the least by a rounding error is not too small.
            if size < LEAST_TEXT - 1e-3 && !found.too_small.iter().any(|small| small.words == words) {
                found.too_small.push(SmallText { words: words.clone(), size });
            }
            if is_cut(&words, label) && !found.cut.contains(&words) {
                found.cut.push(words);
            }
        }
    }
    found.too_small.sort_by(|a, b| a.size.total_cmp(&b.size));
    if found.smallest.is_finite() {
        found.metres = distance(found.smallest, screen_height_m);
    } else {
        found.smallest = 0.0;
    }
    found
}

/// From how far letters of an em of so many lines of 1080 are read on a screen of this height, in metres.
fn distance(size: f32, screen_height_m: f32) -> f32 {
    screen_height_m.max(0.0) * ACUITY * size * X_HEIGHT / LINES
}

fn words(text: &ShapedText) -> String {
    let lines = text.lines.iter().map(|line| line.text.trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether the words end with "…" that is not the author's own: then the whole text goes on, or ends without it.
fn is_cut(words: &str, label: &str) -> bool {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.ends_with(ELLIPSIS) && !one_line(label).contains(&one_line(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::pen::Pen;
    use crate::scene::text::{Shaper, TextStyle, Weight};
    use crate::scene::{HitTarget, Size, Theme, ThemeName, point, rect};

    fn scene(texts: &[(&str, f32, f32)]) -> Scene {
        let theme = Theme::of(ThemeName::Light);
        let mut shaper = Shaper::new();
        let mut fragment = |(words, size, width): &(&str, f32, f32)| {
            let style = TextStyle { weight: Weight::Regular, size: *size, line_height: *size };
            let (text, _) = shaper.shape_clipped(words, style, *width, 1);
            let mut pen = Pen::body().hit(rect(0.0, 0.0, 9.0, 9.0), HitTarget::Title, (*words).to_owned());
            pen.text(point(0.0, 0.0), text, theme.ink);
            pen.finish().unwrap()
        };
        let fragments = texts.iter().map(&mut fragment).collect();
        Scene::sheet(Size { width: 1920.0, height: 1080.0 }, theme.background, fragments)
    }

    #[test]
    fn the_smallest_letters_say_how_far() {
        let check_metres = |texts: &[(&str, f32, f32)], height: f32, expect: f32| {
            let got = check(&scene(texts), height).metres;
            assert!((got - expect).abs() < 0.01, "{texts:?} {height}: {got}");
        };
        check_metres(&[("a", 27.0, 999.0)], 2.0, 5.46);
        check_metres(&[("a", 27.0, 999.0), ("b", 54.0, 999.0)], 1.0, 2.73);
        check_metres(&[("a", 54.0, 999.0)], 1.0, 5.46);
        check_metres(&[("", 5.0, 999.0)], 1.0, 0.0);
        check_metres(&[], 1.0, 0.0);
        check_metres(&[("a", 27.0, 999.0)], -1.0, 0.0);
    }

    #[test]
    fn what_is_too_small_or_cut_is_named() {
        let found = check(&scene(&[("small", 21.0, 999.0), ("tiny", 9.0, 999.0), ("fine", 22.0, 999.0)]), 1.0);
        let small: Vec<&str> = found.too_small.iter().map(|small| small.words.as_str()).collect();
        assert_eq!((small, found.cut.len()), (vec!["tiny", "small"], 0));
        let found = check(&scene(&[("a long sentence indeed", 30.0, 120.0), ("Well…", 30.0, 999.0)]), 1.0);
        assert_eq!(found.cut.len(), 1, "{:?}", found.cut);
        assert!(found.cut[0].starts_with("a long") && found.cut[0].ends_with('…'), "{:?}", found.cut);
    }
}
