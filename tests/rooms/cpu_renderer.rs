//! Draws what egui gives to a graphics card, on the processor: pictures in tests need no card and are the same everywhere.
//!
//! Triangles are filled by their pixels' centres with the top-left rule, so that neighbours never draw a pixel twice;
//! colours are blended premultiplied and in gamma space, as the window's own backend does.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use egui::{ColorImage, FullOutput, Pos2, Rect, TextureId, TexturesDelta};
use image::{Rgba, RgbaImage};

/// The textures that egui has handed over so far; clones share them.
#[derive(Clone, Default)]
pub(crate) struct CpuRenderer {
    textures: Rc<RefCell<HashMap<TextureId, ColorImage>>>,
}

impl egui_kittest::TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.textures.borrow_mut();
        for (id, change) in delta.set.iter().flat_map(|(id, changes)| changes.iter().map(move |change| (id, change))) {
            let ImageData::Color(patch) = &change.image;
            match change.pos {
                None => {
                    textures.insert(*id, (**patch).clone());
                }
                Some([left, top]) => {
                    let texture = textures.get_mut(id).expect("a patch is for a known texture");
                    let width = texture.size[0];
                    for (row, pixels) in patch.pixels.chunks(patch.size[0]).enumerate() {
                        let at = (top + row) * width + left;
                        texture.pixels[at..at + pixels.len()].copy_from_slice(pixels);
                    }
                }
            }
        }
        delta.clear();
    }
}

impl CpuRenderer {
    /// The picture of a finished frame on a white ground, in pixels.
    pub(crate) fn render(
        &self,
        context: &egui::Context,
        output: &FullOutput,
        (width, height): (u32, u32),
    ) -> RgbaImage {
        let mut image = RgbaImage::from_pixel(width, height, Rgba([255; 4]));
        let scale = output.pixels_per_point;
        let textures = self.textures.borrow();
        for primitive in context.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let Some(texture) = textures.get(&mesh.texture_id) else { continue };
            let clip = primitive.clip_rect * scale;
            draw(&mut image, mesh, texture, (clip, scale));
        }
        image
    }
}

fn draw(image: &mut RgbaImage, mesh: &Mesh, texture: &ColorImage, (clip, scale): (Rect, f32)) {
    let limits = (image.width() as i32, image.height() as i32);
    let clip = (
        (clip.min.x.round() as i32).max(0)..(clip.max.x.round() as i32).min(limits.0),
        (clip.min.y.round() as i32).max(0)..(clip.max.y.round() as i32).min(limits.1),
    );
    for triangle in mesh.indices.chunks_exact(3) {
        let corner = |index: u32| {
            let vertex = mesh.vertices[index as usize];
            (vertex.pos * scale, vertex)
        };
        let mut corners = [corner(triangle[0]), corner(triangle[1]), corner(triangle[2])];
        let area = edge(corners[0].0, corners[1].0, corners[2].0);
        if area == 0.0 {
            continue;
        }
        if area < 0.0 {
            corners.swap(1, 2);
        }
        fill(image, &corners, texture, &clip);
    }
}

type Range = std::ops::Range<i32>;

fn fill(image: &mut RgbaImage, corners: &[(Pos2, Vertex); 3], texture: &ColorImage, clip: &(Range, Range)) {
    let [a, b, c] = [corners[0].0, corners[1].0, corners[2].0];
    let area = edge(a, b, c);
    let span = |low: f32, high: f32, clip: &Range| {
        ((low - 0.5).ceil() as i32).max(clip.start)..((high - 0.5).floor() as i32 + 1).min(clip.end)
    };
    let columns = span(a.x.min(b.x).min(c.x), a.x.max(b.x).max(c.x), &clip.0);
    for y in span(a.y.min(b.y).min(c.y), a.y.max(b.y).max(c.y), &clip.1) {
        for x in columns.clone() {
            let place = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let weights = [edge(b, c, place), edge(c, a, place), edge(a, b, place)];
            let sides = [(b, c), (c, a), (a, b)];
            let inside =
                weights.iter().zip(sides).all(|(weight, side)| *weight > 0.0 || (*weight == 0.0 && top_left(side)));
            if inside {
                let weights = weights.map(|weight| (weight / area) as f32);
                blend(image.get_pixel_mut(x as u32, y as u32), color(corners, weights, texture));
            }
        }
    }
}

fn edge(a: Pos2, b: Pos2, c: Pos2) -> f64 {
    let (ax, ay, bx, by, cx, cy) =
        (f64::from(a.x), f64::from(a.y), f64::from(b.x), f64::from(b.y), f64::from(c.x), f64::from(c.y));
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// Whether a side of a triangle that turns clockwise (y down) owns the pixels right on it.
fn top_left((from, to): (Pos2, Pos2)) -> bool {
    to.y < from.y || (to.y == from.y && to.x > from.x)
}

/// Premultiplied colour, 0–1 each.
fn color(corners: &[(Pos2, Vertex); 3], weights: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mut tint = [0.0; 4];
    let mut uv = [0.0; 2];
    for ((_, vertex), weight) in corners.iter().zip(weights) {
        for (sum, part) in tint.iter_mut().zip(vertex.color.to_array()) {
            *sum += f32::from(part) / 255.0 * weight;
        }
        uv[0] += vertex.uv.x * weight;
        uv[1] += vertex.uv.y * weight;
    }
    let texel = sample(texture, uv);
    [0, 1, 2, 3].map(|part| tint[part] * texel[part])
}

/// Between the four nearest texels.
fn sample(texture: &ColorImage, [u, v]: [f32; 2]) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right_part, lower_part) = (x - left, y - top);
    let texel = |dx: f32, dy: f32| {
        let column = (left + dx).clamp(0.0, width as f32 - 1.0) as usize;
        let row = (top + dy).clamp(0.0, height as f32 - 1.0) as usize;
        texture.pixels[row * width + column].to_array().map(|part| f32::from(part) / 255.0)
    };
    let mix = |a: [f32; 4], b: [f32; 4], t: f32| [0, 1, 2, 3].map(|part| a[part] + (b[part] - a[part]) * t);
    mix(
        mix(texel(0.0, 0.0), texel(1.0, 0.0), right_part),
        mix(texel(0.0, 1.0), texel(1.0, 1.0), right_part),
        lower_part,
    )
}

fn blend(pixel: &mut Rgba<u8>, [r, g, b, a]: [f32; 4]) {
    let over = |below: u8, above: f32| {
        ((above + f32::from(below) / 255.0 * (1.0 - a)) * 255.0).round().clamp(0.0, 255.0) as u8
    };
    let [below_r, below_g, below_b, _] = pixel.0;
    pixel.0 = [over(below_r, r), over(below_g, g), over(below_b, b), 255];
}
