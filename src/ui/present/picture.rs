//! A stop's picture on the screen: fitted into its place, sharp at every size.

use egui::{Painter, Rect, Ui, pos2, vec2};

use crate::scene::{Point, Scene, Size, point};
use crate::ui::canvas::paint::paint_fragment;
use crate::ui::canvas::sink::{Detail, Sink};
use crate::ui::canvas::text::TextSize;
use crate::ui::picture::Pictures;
use crate::ui::style::rgba;

/// The height that stops are laid out in, in their points.
pub const STOP_HEIGHT: f32 = 1080.0;
/// The narrowest and the widest picture, width to height; a screen beyond gets bars.
const PROPORTIONS: (f32, f32) = (4.0 / 3.0, 21.0 / 9.0);

/// The size in which stops are laid out for a screen of these proportions.
pub fn stop_size(area: Rect) -> Size {
    let (narrowest, widest) = PROPORTIONS;
    let proportion = (area.width() / area.height().max(1.0)).clamp(narrowest, widest);
    Size { width: (STOP_HEIGHT * proportion).round(), height: STOP_HEIGHT }
}

/// Where a picture stands on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Fit {
    /// All of it.
    pub rect: Rect,
    /// Points on the screen per point of the picture.
    pub zoom: f32,
}

impl Fit {
    /// As large as it gets in the middle of this area.
    pub fn new(size: Size, area: Rect) -> Self {
        let zoom = (area.width() / size.width.max(1.0)).min(area.height() / size.height.max(1.0)).max(1e-3);
        Self { rect: Rect::from_center_size(area.center(), vec2(size.width, size.height) * zoom), zoom }
    }

    /// A place on the screen, in the picture.
    pub fn to_picture(self, pos: egui::Pos2) -> Point {
        let place = (pos - self.rect.min) / self.zoom;
        point(place.x, place.y)
    }

    /// A place of the picture, on the screen.
    pub fn to_screen(self, place: Point) -> egui::Pos2 {
        self.rect.min + vec2(place.x, place.y) * self.zoom
    }
}

/// Draws a picture into an area, with its own ground around it.
pub fn picture_ui(ui: &Ui, pictures: &mut Pictures, (scene, moving): (&Scene, bool), area: Rect) -> Fit {
    let fit = Fit::new(scene.size, area);
    let painter: Painter = ui.painter_at(area);
    painter.rect_filled(area, 0.0, rgba(scene.background));
    let text_size = if moving { TextSize::Steps } else { TextSize::Exact };
    // Whole pixels, so that thin lines are as sharp as in the exported picture.
    let pixel = 1.0 / painter.pixels_per_point();
    let origin = pos2((fit.rect.left() / pixel).round() * pixel, (fit.rect.top() / pixel).round() * pixel);
    let mut sink = Sink::new(&painter, Detail::Full);
    for fragment in &scene.fragments {
        let bounds = fragment.bounds;
        let min = origin + vec2(bounds.x, bounds.y) * fit.zoom;
        let on_screen = Rect::from_min_size(min, vec2(bounds.width, bounds.height) * fit.zoom);
        if on_screen.intersects(area) {
            paint_fragment(&mut sink, (pictures, text_size), fragment, (origin, fit.zoom));
        }
    }
    sink.finish();
    fit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_follow_the_screen_within_reason() {
        let check = |width: f32, height: f32, expect: f32| {
            let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
            assert_eq!(stop_size(area), Size { width: expect, height: 1080.0 }, "{width}×{height}");
        };
        check(1920.0, 1080.0, 1920.0);
        check(1280.0, 720.0, 1920.0);
        check(1024.0, 768.0, 1440.0);
        check(600.0, 900.0, 1440.0);
        check(4000.0, 900.0, 2520.0);
        check(1280.0, 0.0, 2520.0);
    }

    #[test]
    fn a_place_on_the_screen_comes_back() {
        let area = Rect::from_min_size(pos2(10.0, 20.0), vec2(1280.0, 800.0));
        let fit = Fit::new(Size { width: 1920.0, height: 1080.0 }, area);
        assert_eq!(fit.rect, Rect::from_min_size(pos2(10.0, 60.0), vec2(1280.0, 720.0)));
        let place = fit.to_picture(pos2(650.0, 420.0));
        assert!((fit.to_screen(place) - pos2(650.0, 420.0)).length() < 1e-3);
        assert_eq!(fit.to_picture(fit.rect.min), point(0.0, 0.0));
    }
}
