//! The camera: where the scene's planes stand on the screen. Frozen planes stop at the canvas' edges.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::scene::{self, Plane, Scene};

/// The smallest and the largest zoom: 5 % and 800 %.
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.05..=8.0;

/// How the map is seen: a zoom and where the scene's left top corner is, from the canvas' left top corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Screen points per scene point.
    pub zoom: f32,
    /// The scene's origin in the canvas, in screen points.
    pub pan: Vec2,
}

impl Default for Camera {
    fn default() -> Self {
        Self { zoom: 1.0, pan: Vec2::ZERO }
    }
}

impl Camera {
    /// Zooms by a factor so that what is under `pos_in_canvas` stays there.
    pub fn zoom_at(&mut self, factor: f32, pos_in_canvas: Vec2) {
        let zoom = (self.zoom * factor).clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        self.pan = pos_in_canvas - (pos_in_canvas - self.pan) * (zoom / self.zoom);
        self.zoom = zoom;
    }

    /// Shows the whole scene, no larger than 1:1.
    pub fn fit(&mut self, scene: scene::Size, canvas: Vec2) {
        let zoom = (canvas.x / scene.width.max(1.0)).min(canvas.y / scene.height.max(1.0)).min(1.0);
        self.zoom = zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        let spare = canvas - vec2(scene.width, scene.height) * self.zoom;
        self.pan = (spare / 2.0).max(Vec2::ZERO);
    }

    /// Shows the scene from its left top corner, as high as the canvas allows and still readable.
    pub fn begin(&mut self, scene: scene::Size, canvas: Vec2) {
        let by_height = canvas.y / scene.height.max(1.0);
        // Titles of cards can be written in at the least of these without zooming in.
        self.zoom = by_height.clamp(0.85, 1.0);
        self.pan = Vec2::ZERO;
    }

    /// Keeps the scene in reach: it may be moved until only a margin of it is left.
    pub fn hold(&mut self, scene: scene::Size, canvas: Vec2) {
        // Wide enough for what lies in the corner to be brought out from under the minimap.
        const MARGIN: f32 = 260.0;
        let spare = canvas - vec2(scene.width, scene.height) * self.zoom;
        self.pan.x = self.pan.x.clamp(spare.x.min(0.0) - MARGIN, spare.x.max(0.0) + MARGIN);
        self.pan.y = self.pan.y.clamp(spare.y.min(0.0) - MARGIN, spare.y.max(0.0) + MARGIN);
    }
}

/// One frame's view of a scene: canvas, camera and the frozen parts, ready to convert places.
#[derive(Debug, Clone, Copy)]
pub struct Lens {
    /// The canvas on the screen.
    pub canvas: Rect,
    /// The camera.
    pub camera: Camera,
    column_width: f32,
    band: scene::Rect,
    /// How far what is above the map is moved to the left, in scene points.
    strip: f32,
}

impl Lens {
    /// The view of `scene` on `canvas`.
    pub fn new(canvas: Rect, camera: Camera, scene: &Scene) -> Self {
        Self { canvas, camera, column_width: scene.lane_column_width, band: scene.header_band, strip: 0.0 }
    }

    /// The same while what is above the map is moved to the left by so much, in scene points.
    #[must_use]
    pub fn with_strip(self, strip: f32) -> Self {
        Self { strip, ..self }
    }

    /// Where the stage headers begin, in the scene.
    pub fn header_top(&self) -> f32 {
        self.band.y
    }

    /// A line of the scene on the screen.
    pub fn screen_path(&self, plane: Plane, path: &scene::Path) -> scene::Path {
        let (origin, zoom) = (self.origin(plane), self.camera.zoom);
        path.map(|at| scene::point(origin.x + at.x * zoom, origin.y + at.y * zoom))
    }

    /// Where the scene's origin would be on the screen, as this plane stands.
    pub fn origin(&self, plane: Plane) -> Pos2 {
        let body = self.canvas.min + self.camera.pan;
        let frozen_x = body.x.max(self.canvas.min.x);
        match plane {
            Plane::Body => body,
            Plane::LaneColumn => pos2(frozen_x, body.y),
            Plane::Title => pos2(frozen_x - self.strip * self.camera.zoom, body.y),
            Plane::Header => pos2(body.x, body.y.max(self.canvas.min.y - self.band.y * self.camera.zoom)),
        }
    }

    /// The part of the canvas in which this plane is drawn.
    pub fn clip(&self, plane: Plane) -> Rect {
        let column = self.column_right();
        let header = self.header_bottom();
        match plane {
            Plane::Body => Rect::from_min_max(pos2(column, header), self.canvas.max),
            Plane::LaneColumn => Rect::from_min_max(pos2(self.canvas.min.x, header), self.canvas.max),
            Plane::Header => Rect::from_min_max(pos2(column, self.canvas.min.y), self.canvas.max),
            Plane::Title => self.canvas,
        }
        .intersect(self.canvas)
    }

    /// The right edge of the frozen lane column; the canvas' left edge while nothing slides under it.
    pub fn column_right(&self) -> f32 {
        if self.camera.pan.x >= 0.0 {
            return self.canvas.min.x;
        }
        self.canvas.min.x + self.column_width * self.camera.zoom
    }

    /// The bottom of the frozen headers; the canvas' top while nothing slides under them.
    pub fn header_bottom(&self) -> f32 {
        if self.camera.pan.y + self.band.y * self.camera.zoom >= 0.0 {
            return self.canvas.min.y;
        }
        self.canvas.min.y + self.band.height * self.camera.zoom
    }

    /// A rectangle of a plane on the screen.
    pub fn screen_rect(&self, plane: Plane, rect: scene::Rect) -> Rect {
        let min = self.screen_pos(plane, scene::point(rect.x, rect.y));
        Rect::from_min_size(min, vec2(rect.width, rect.height) * self.camera.zoom)
    }

    /// A place of a plane on the screen.
    pub fn screen_pos(&self, plane: Plane, place: scene::Point) -> Pos2 {
        self.origin(plane) + vec2(place.x, place.y) * self.camera.zoom
    }

    /// A place on the screen in the scene, as this plane stands.
    pub fn scene_pos(&self, plane: Plane, pos_on_screen: Pos2) -> scene::Point {
        let place = (pos_on_screen - self.origin(plane)) / self.camera.zoom;
        scene::point(place.x, place.y)
    }

    /// What of a plane can be seen, in the scene.
    pub fn seen(&self, plane: Plane) -> scene::Rect {
        let clip = self.clip(plane);
        let min = self.scene_pos(plane, clip.min);
        scene::rect(min.x, min.y, clip.width() / self.camera.zoom, clip.height() / self.camera.zoom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let mut camera = Camera { zoom: 0.8, pan: vec2(-120.0, 40.0) };
        let pointer = vec2(300.0, 200.0);
        let under = |camera: &Camera| (pointer - camera.pan) / camera.zoom;
        let before = under(&camera);
        camera.zoom_at(1.7, pointer);
        assert!((under(&camera) - before).length() < 1e-3);
        camera.zoom_at(1000.0, pointer);
        assert_eq!(camera.zoom, 8.0);
        camera.zoom_at(1e-6, pointer);
        assert_eq!(camera.zoom, 0.05);
    }

    #[test]
    fn fitting_centres_what_is_smaller() {
        let mut camera = Camera::default();
        camera.fit(scene::Size { width: 2000.0, height: 500.0 }, vec2(1000.0, 1000.0));
        assert_eq!(camera, Camera { zoom: 0.5, pan: vec2(0.0, 375.0) });
    }
}
