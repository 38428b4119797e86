//! Draws a scene through the camera: only what is seen, simplified where it is too small to be read.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::camera::Lens;
use super::index::{Index, PLANES};
use super::letters::Letters;
use super::sink::{Detail, Sink, on_screen};
use super::staging::{Staged, Staging};
use super::sticky::stuck;
use super::text::{TextSize, text_ui};
use crate::model::Picture;
use crate::scene::faint::LEFT;
use crate::scene::{self, Fragment, Paint, Plane, Scene, Shape};
use crate::ui::picture::Pictures;
use crate::ui::style::rgba;

/// Cards lower than this on the screen are drawn as plain rectangles, in points.
const PLAIN_HEIGHT: f32 = 36.0;
/// The height of a card with a title of two lines, in scene points.
const CARD_HEIGHT: f32 = 96.0;
/// What is smaller than this on the screen is not drawn, in points.
const LEAST_SIZE: f32 = 1.2;

/// What is drawn: a scene with its index, and the pictures that are already on the graphics card.
pub struct Drawing<'a> {
    /// The scene.
    pub scene: &'a Scene,
    /// Its index.
    pub index: &'a Index,
    /// Decoded pictures.
    pub pictures: &'a mut Pictures,
    /// The letters in sight.
    pub letters: &'a mut Letters,
    /// How letters are sized: exact, or in steps while zooming.
    pub text_size: TextSize,
    /// Which fragments are dimmed, by their place in the scene; those beyond its end are not.
    pub dimmed: &'a [bool],
    /// What is painted otherwise than it is laid out.
    pub staging: &'a Staging<'a>,
}

/// Draws the scene on the canvas of the lens.
pub fn paint_scene(ui: &Ui, drawing: &mut Drawing<'_>, lens: &Lens) {
    let painter = ui.painter_at(lens.canvas);
    painter.rect_filled(lens.canvas, 0.0, rgba(drawing.scene.background));
    drawing.letters.begin(lens.camera.zoom);
    for plane in PLANES {
        let clip = lens.clip(plane);
        if !clip.is_positive() {
            continue;
        }
        let painter = painter.with_clip_rect(clip);
        paint_ground(&painter, drawing.scene, lens, plane);
        let mut places = drawing.index.drawn_in(plane, lens.seen(plane));
        if !drawing.dimmed.is_empty() {
            // What is dimmed lies below all the rest, so that nothing of it shows through.
            let is_dimmed = |place: &u32| drawing.dimmed.get(*place as usize) == Some(&true);
            let (dimmed, lit) = places.into_iter().partition(is_dimmed);
            let mut faint = painter.clone();
            faint.multiply_opacity(LEFT);
            paint_places(&faint, drawing, lens, (plane, dimmed));
            places = lit;
        }
        paint_places(&painter, drawing, lens, (plane, places));
    }
    paint_edges(ui, drawing.scene, lens);
    if drawing.letters.are_late() {
        ui.request_repaint();
    }
}

/// Draws these fragments of a plane.
fn paint_places(painter: &Painter, drawing: &mut Drawing<'_>, lens: &Lens, (plane, places): (Plane, Vec<u32>)) {
    let clip = painter.clip_rect();
    let mut sink = Sink::new(painter, detail(lens.camera.zoom)).with_letters(drawing.letters);
    for place in places {
        let Some(fragment) = drawing.scene.fragments.get(place as usize) else { continue };
        let (fragment, by) = match drawing.staging.staged(place, fragment) {
            None => (in_sight(fragment, lens), Vec2::ZERO),
            Some(Staged::Moved(by)) => (in_sight(fragment, lens), by * lens.camera.zoom),
            Some(Staged::Other(other)) => (other, Vec2::ZERO),
            Some(Staged::Absent) => continue,
        };
        let bounds = lens.screen_rect(plane, fragment.bounds).translate(by);
        if bounds.intersects(clip) && bounds.size().max_elem() > LEAST_SIZE {
            let seat = (lens.origin(plane) + by, lens.camera.zoom);
            paint_fragment(&mut sink, (drawing.pictures, drawing.text_size), &fragment, seat);
        }
    }
    sink.finish();
}

/// A fragment with its words where they are seen.
fn in_sight(fragment: &Arc<Fragment>, lens: &Lens) -> Arc<Fragment> {
    stuck(fragment, lens).map_or_else(|| Arc::clone(fragment), Arc::new)
}

fn detail(zoom: f32) -> Detail {
    if CARD_HEIGHT * zoom < PLAIN_HEIGHT { Detail::Plain } else { Detail::Full }
}

/// Thin lines where the body slides under the frozen parts.
fn paint_edges(ui: &Ui, scene: &Scene, lens: &Lens) {
    let painter = ui.painter_at(lens.canvas);
    let ink = if scene.background.r < 128 { Color32::from_white_alpha(28) } else { Color32::from_black_alpha(28) };
    if lens.header_bottom() > lens.canvas.top() {
        painter.hline(lens.canvas.x_range(), lens.header_bottom(), Stroke::new(1.0, ink));
    }
    if lens.column_right() > lens.canvas.left() {
        let top = lens.screen_pos(Plane::Header, scene::point(0.0, scene.header_band.y)).y;
        let span = egui::Rangef::new(top.max(lens.canvas.top()), lens.canvas.bottom());
        painter.vline(lens.column_right(), span, Stroke::new(1.0, ink));
    }
}

/// What a frozen part hides the body with.
fn paint_ground(painter: &Painter, scene: &Scene, lens: &Lens, plane: Plane) {
    let ground = match plane {
        Plane::LaneColumn if lens.column_right() > lens.canvas.left() => {
            Rect::from_min_max(lens.canvas.min, pos2(lens.column_right(), lens.canvas.bottom()))
        }
        Plane::Header if lens.header_bottom() > lens.canvas.top() => {
            Rect::from_min_max(lens.canvas.min, pos2(lens.canvas.right(), lens.header_bottom()))
        }
        _ => return,
    };
    let painter = painter.with_clip_rect(lens.canvas);
    painter.rect_filled(ground, 0.0, rgba(scene.frozen));
}

/// Draws a fragment whose scene has its origin at `origin` on the screen.
pub fn paint_fragment(
    sink: &mut Sink<'_>,
    (pictures, text_size): (&mut Pictures, TextSize),
    fragment: &Fragment,
    (origin, zoom): (Pos2, f32),
) {
    let place = |at: scene::Point| origin + vec2(at.x, at.y) * zoom;
    let area = |rect: scene::Rect| {
        Rect::from_min_size(place(scene::point(rect.x, rect.y)), vec2(rect.width, rect.height) * zoom)
    };
    let plain = detail(zoom) == Detail::Plain;
    for shape in &fragment.shapes {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                let (rect, radius) = (area(*rect), radius * zoom);
                if rect.size().max_elem() < LEAST_SIZE {
                    continue;
                }
                if plain || radius < 0.75 && stroke.is_none() {
                    plain_rect(sink, rect, *fill, stroke.map(|stroke| on_screen(stroke, zoom).0));
                } else {
                    sink.rect(rect, radius, *fill, stroke.map(|stroke| on_screen(stroke, zoom)));
                }
            }
            Shape::Circle { center, radius, fill, stroke } => {
                let stroke = stroke.map_or(Stroke::NONE, |stroke| on_screen(stroke, zoom).0);
                paint_circle(sink, (place(*center), radius * zoom), *fill, stroke);
            }
            Shape::Path { path, fill, stroke } => {
                if !path.is_larger_than(2.0 / zoom) {
                    continue;
                }
                if let (true, None, Some(stroke)) = (plain, fill, stroke) {
                    sink.hairline(path, (place, zoom), *stroke);
                    continue;
                }
                let path = path.map(|at| scene::point(origin.x + at.x * zoom, origin.y + at.y * zoom));
                sink.path(&path, *fill, stroke.map(|stroke| on_screen(stroke, zoom)));
            }
            Shape::Text { top_left, text, color } => {
                text_ui(sink, text, (place(*top_left), zoom, text_size), rgba(*color));
            }
            Shape::Picture { rect, picture, round } => {
                paint_picture(sink.painter(), pictures, picture, (area(*rect), *round));
            }
        }
    }
}

fn paint_circle(sink: &mut Sink<'_>, (center, radius): (Pos2, f32), fill: Option<Paint>, stroke: Stroke) {
    if radius < LEAST_SIZE / 2.0 {
        return;
    }
    if radius < 2.0 {
        let square = Rect::from_center_size(center, vec2(radius, radius) * 1.8);
        plain_rect(sink, square, fill, Some(stroke));
    } else {
        sink.circle(center, radius, fill, stroke);
    }
}

/// A rectangle of whole pixels whose edge, too thin to be a line of its own, is a paler line of one pixel.
fn plain_rect(sink: &mut Sink<'_>, rect: Rect, fill: Option<Paint>, stroke: Option<Stroke>) {
    let pixel = sink.pixel();
    let rect = rect.round_to_pixels(1.0 / pixel);
    let Some(stroke) = stroke.filter(|stroke| stroke.width > 0.0 && stroke.color != Color32::TRANSPARENT) else {
        if let Some(fill) = fill {
            sink.quad(rect, fill);
        }
        return;
    };
    let edge = solid(stroke.color.gamma_multiply((stroke.width / pixel).clamp(0.35, 1.0)));
    if let Some(fill) = fill {
        sink.quad(rect, fill);
    }
    let inside = rect.shrink(pixel);
    if inside.width().min(inside.height()) < 4.0 * pixel {
        // Hardly more than edges: one paler rectangle says as much.
        sink.quad(rect, solid(stroke.color.gamma_multiply(0.35)));
        return;
    }
    sink.quad(Rect::from_min_max(rect.min, pos2(rect.right(), inside.top())), edge);
    sink.quad(Rect::from_min_max(pos2(rect.left(), inside.bottom()), rect.max), edge);
    sink.quad(Rect::from_min_max(pos2(rect.left(), inside.top()), pos2(inside.left(), inside.bottom())), edge);
    sink.quad(Rect::from_min_max(pos2(inside.right(), inside.top()), pos2(rect.right(), inside.bottom())), edge);
}

fn solid(color: Color32) -> Paint {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    Paint::Solid(scene::Color { r, g, b, a })
}

fn paint_picture(painter: &Painter, pictures: &mut Pictures, picture: &Picture, (rect, round): (Rect, bool)) {
    let Some((texture, size)) = pictures.texture(painter.ctx(), picture) else { return };
    // The picture covers the rectangle; what sticks out is cut evenly.
    let scale = (rect.width() / size.x).max(rect.height() / size.y);
    let shown = rect.size() / (size * scale);
    let uv = Rect::from_center_size(pos2(0.5, 0.5), shown);
    let side = rect.width().min(rect.height());
    if !round {
        let mut mesh = Mesh::with_texture(texture);
        mesh.add_rect_with_uv(rect, uv, Color32::WHITE);
        painter.add(mesh);
        return;
    }
    let circle = Rect::from_center_size(rect.center(), vec2(side, side));
    painter.add(disc(circle, uv, texture));
}

fn disc(circle: Rect, uv: Rect, texture: egui::TextureId) -> Mesh {
    const CORNERS: u32 = 64;
    let mut mesh = Mesh::with_texture(texture);
    let mut add = |offset: egui::Vec2| {
        let pos: Pos2 = circle.center() + offset * circle.width() / 2.0;
        let at = uv.center() + offset * uv.size() / 2.0;
        mesh.vertices.push(egui::epaint::Vertex { pos, uv: at, color: Color32::WHITE });
    };
    add(vec2(0.0, 0.0));
    for corner in 0..CORNERS {
        add(egui::Vec2::angled(std::f32::consts::TAU * corner as f32 / CORNERS as f32));
    }
    for corner in 0..CORNERS {
        mesh.add_triangle(0, 1 + corner, 1 + (corner + 1) % CORNERS);
    }
    mesh
}
