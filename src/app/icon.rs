//! The program's icon: a trail between touchpoints, drawn by the same pens as the map.

use egui::IconData;

use crate::export::{self, Continue};
use crate::model::Language;
use crate::scene::pen::{Pen, solid};
use crate::scene::{Color, Path, PathVerb, Rect, Scene, Size, Theme, ThemeName, point, rect};

/// Its side, in points.
const SIDE: f32 = 256.0;
/// The radius of its corners.
const CORNER: f32 = 58.0;
/// Pixels per point of the window's icon.
const SCALE: f32 = 0.5;

/// The icon for the window; none where it cannot be drawn: the window opens without.
pub(super) fn window_icon() -> Option<IconData> {
    let mut bytes = Vec::new();
    export::png(&scene(), SCALE, &mut bytes, &mut |_| Continue::Yes).ok()?;
    let mut image = image::load_from_memory(&bytes).ok()?.to_rgba8();
    // A PNG of ours knows no transparent ground: the corners are cut here.
    for (x, y, pixel) in image.enumerate_pixels_mut() {
        let [red, green, blue, _] = pixel.0;
        let inside = coverage((x as f32 + 0.5) / SCALE, (y as f32 + 0.5) / SCALE);
        pixel.0 = [red, green, blue, (inside * 255.0).round() as u8];
    }
    let (width, height) = image.dimensions();
    Some(IconData { rgba: image.into_raw(), width, height })
}

/// How much of a pixel of the window's icon is within the rounded square, 0–1.
fn coverage(x: f32, y: f32) -> f32 {
    let beyond = |at: f32| ((at - SIDE / 2.0).abs() - (SIDE / 2.0 - CORNER)).max(0.0);
    let outside = beyond(x).hypot(beyond(y)) - CORNER;
    (0.5 - outside * SCALE).clamp(0.0, 1.0)
}

/// The icon as a picture of shapes.
fn scene() -> Scene {
    let theme = Theme::of(ThemeName::Light);
    let whole: Rect = rect(0.0, 0.0, SIDE, SIDE);
    let white = Color::rgb(255, 255, 255);
    let mut pen = Pen::body();
    // A little larger than its place, so that the cut corners have no pale edge.
    pen.rect(whole, CORNER, Some(theme.accent), Some(solid(theme.accent, 4.0)));
    let bends = [
        PathVerb::Move(point(62.0, 188.0)),
        PathVerb::Cubic(point(128.0, 188.0), point(62.0, 92.0), point(128.0, 92.0)),
        PathVerb::Cubic(point(186.0, 92.0), point(150.0, 150.0), point(196.0, 150.0)),
    ];
    pen.line(Path { verbs: bends.to_vec() }, solid(white, 14.0));
    pen.line(
        Path { verbs: vec![PathVerb::Move(point(128.0, 92.0)), PathVerb::Line(point(190.0, 62.0))] },
        solid(white.fade(0.55), 14.0),
    );
    for (center, radius, color) in [
        (point(62.0, 188.0), 26.0, white),
        (point(128.0, 92.0), 26.0, white),
        (point(196.0, 150.0), 26.0, theme.star),
        (point(194.0, 60.0), 16.0, Color::rgb(214, 224, 250)),
    ] {
        pen.circle(center, radius, Some(color), Some(solid(theme.accent, 8.0)));
    }
    let fragments = pen.finish().into_iter().collect();
    let size = Size { width: SIDE, height: SIDE };
    Scene {
        title: "Tropa".to_owned(),
        language: Language::En,
        ..Scene::sheet(size, Color { a: 0, ..white }, fragments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `UPDATE_GOLDEN=1 cargo test --lib app::icon` writes the picture anew.
    #[test]
    fn the_picture_beside_the_readme_is_the_icon() {
        let mut bytes = Vec::new();
        export::svg(&scene(), &mut bytes).unwrap();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/tropa.svg");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(path, &bytes).unwrap();
        }
        assert!(std::fs::read(path).unwrap() == bytes, "assets/tropa.svg is another picture");
    }

    #[test]
    fn the_windows_icon_has_cut_corners() {
        let icon = window_icon().unwrap();
        assert_eq!((icon.width, icon.height), (128, 128));
        let alpha = |x: usize, y: usize| icon.rgba[(y * 128 + x) * 4 + 3];
        assert_eq!([alpha(0, 0), alpha(127, 127), alpha(64, 64), alpha(0, 64)], [0, 0, 255, 255]);
    }
}
