//! A drawn avatar: a head and shoulders put together from a few choices, in the persona's colour.

use super::geometry::{Path, PathVerb, Point, point, rect};
use super::pen::{Pen, solid};
use super::theme::{Color, Theme};
use crate::model::{Avatar, Clothes, Hair, HairColor, Skin};

/// Eyes, brows, mouth and frames of glasses.
const INK: Color = Color::rgb(0x3a, 0x2a, 0x24);
/// Lips in a beard, where ink would not be seen.
const LIPS: Color = Color::rgb(0xd0, 0x84, 0x72);
/// Collars and shirts.
const LINEN: Color = Color::rgb(0xf7, 0xf5, 0xf0);

fn skin_color(skin: Skin) -> Color {
    match skin {
        Skin::Light => Color::rgb(0xf2, 0xc9, 0xa5),
        Skin::Medium => Color::rgb(0xd9, 0xa0, 0x73),
        Skin::Tan => Color::rgb(0xb8, 0x7b, 0x4e),
        Skin::Dark => Color::rgb(0x8d, 0x5a, 0x3b),
        Skin::Deep => Color::rgb(0x5e, 0x3a, 0x28),
    }
}

fn hair_color(color: HairColor) -> Color {
    match color {
        HairColor::Black => Color::rgb(0x2a, 0x2a, 0x2e),
        HairColor::Brown => Color::rgb(0x5b, 0x3a, 0x29),
        HairColor::Fair => Color::rgb(0xd8, 0xb2, 0x6e),
        HairColor::Red => Color::rgb(0xa8, 0x4b, 0x24),
        HairColor::Grey => Color::rgb(0xb4, 0xb8, 0xc0),
    }
}

/// The colour with so much of its light.
fn lit(color: Color, share: f32) -> Color {
    let part = |part: u8| (f32::from(part) * share).round().clamp(0.0, 255.0) as u8;
    Color { r: part(color.r), g: part(color.g), b: part(color.b), a: color.a }
}

/// Everything is measured in radii from the middle of the portrait.
struct Canvas<'a> {
    pen: &'a mut Pen,
    center: Point,
    radius: f32,
}

impl Canvas<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        point(self.center.x + x * self.radius, self.center.y + y * self.radius)
    }

    fn blob(&mut self, x: f32, y: f32, radius: f32, color: Color) {
        let center = self.at(x, y);
        self.pen.circle(center, radius * self.radius, Some(color), None);
    }

    fn block(&mut self, [x, y, width, height, corner]: [f32; 5], color: Color) {
        let left_top = self.at(x, y);
        let area = rect(left_top.x, left_top.y, width * self.radius, height * self.radius);
        self.pen.rect(area, corner * self.radius, Some(color), None);
    }

    fn shape(&mut self, start: (f32, f32), cubics: &[[f32; 6]], color: Color) {
        let mut verbs = vec![PathVerb::Move(self.at(start.0, start.1))];
        for [ax, ay, bx, by, x, y] in cubics {
            verbs.push(PathVerb::Cubic(self.at(*ax, *ay), self.at(*bx, *by), self.at(*x, *y)));
        }
        verbs.push(PathVerb::Close);
        self.pen.solid(Path { verbs }, color);
    }

    fn corners(&mut self, corners: &[(f32, f32)], color: Color) {
        let corners: Vec<Point> = corners.iter().map(|(x, y)| self.at(*x, *y)).collect();
        self.pen.solid(Path::polygon(&corners), color);
    }

    /// A bow from `(left, y)` to `(right, y)` that bends towards `bend`.
    fn bow(&mut self, [left, right, y, bend]: [f32; 4], (color, width): (Color, f32)) {
        let over = self.at(left.midpoint(right), bend);
        let verbs = vec![PathVerb::Move(self.at(left, y)), PathVerb::Quad(over, self.at(right, y))];
        self.pen.line(Path { verbs }, solid(color, width * self.radius));
    }
}

/// Draws the avatar on its round ground.
pub(super) fn avatar_face(
    pen: &mut Pen,
    theme: &Theme,
    (center, radius): (Point, f32),
    (avatar, color): (Avatar, Color),
) {
    let Avatar { hair, hair_color: shade, skin, glasses, beard, clothes } = avatar;
    let (skin, shade) = (skin_color(skin), hair_color(shade));
    pen.circle(center, radius, Some(theme.portrait_ground), None);
    let mut canvas = Canvas { pen, center, radius };
    hair_behind(&mut canvas, hair, (shade, color));
    if clothes == Clothes::Hoodie {
        canvas.block([-0.36, 0.3, 0.72, 0.4, 0.2], lit(color, 0.72));
    }
    canvas.block([-0.14, 0.28, 0.28, 0.34, 0.1], lit(skin, 0.86));
    dress(&mut canvas, clothes, (skin, color));
    for side in [-1.0, 1.0] {
        canvas.blob(side * 0.39, 0.08, 0.075, lit(skin, 0.93));
    }
    canvas.blob(0.0, 0.04, 0.4, skin);
    if beard {
        canvas.shape(
            (-0.4, 0.06),
            &[[-0.42, 0.5, -0.2, 0.6, 0.0, 0.6], [0.2, 0.6, 0.42, 0.5, 0.4, 0.06], [0.3, 0.3, -0.3, 0.3, -0.4, 0.06]],
            shade,
        );
    }
    hair_in_front(&mut canvas, hair, (shade, color));
    features(&mut canvas, (skin, glasses, if beard { LIPS } else { INK }));
}

fn features(canvas: &mut Canvas<'_>, (skin, glasses, lips): (Color, bool, Color)) {
    for side in [-1.0, 1.0] {
        let x = side * 0.15;
        canvas.blob(x, 0.05, 0.042, INK);
        canvas.bow([x - 0.065, x + 0.065, -0.055, -0.095], (INK.fade(0.75), 0.028));
        if glasses {
            let place = canvas.at(side * 0.16, 0.05);
            canvas.pen.circle(place, 0.12 * canvas.radius, None, Some(solid(INK, 0.035 * canvas.radius)));
        }
    }
    if glasses {
        canvas.bow([-0.045, 0.045, 0.03, 0.005], (INK, 0.03));
    }
    canvas.bow([-0.03, 0.03, 0.125, 0.16], (lit(skin, 0.74), 0.028));
    canvas.bow([-0.1, 0.1, 0.22, 0.3], (lips, 0.04));
}

/// Shoulders, a cap of the portrait's own circle, and what is worn over them.
fn dress(canvas: &mut Canvas<'_>, clothes: Clothes, (skin, color): (Color, Color)) {
    canvas.shape(
        (-0.74, 0.67),
        &[
            [-0.62, 0.47, -0.3, 0.44, 0.0, 0.44],
            [0.3, 0.44, 0.62, 0.47, 0.74, 0.67],
            [0.343, 1.108, -0.343, 1.108, -0.74, 0.67],
        ],
        color,
    );
    let (throat, dark) = (lit(skin, 0.86), lit(color, 0.72));
    match clothes {
        Clothes::Plain => canvas.shape((-0.17, 0.45), &[[-0.14, 0.6, 0.14, 0.6, 0.17, 0.45]], throat),
        Clothes::Shirt => {
            canvas.corners(&[(-0.13, 0.44), (0.13, 0.44), (0.0, 0.62)], throat);
            for side in [-1.0, 1.0] {
                canvas.corners(&[(side * 0.15, 0.41), (0.0, 0.58), (side * 0.11, 0.72), (side * 0.27, 0.47)], LINEN);
            }
        }
        Clothes::Hoodie => {
            canvas.shape((-0.2, 0.45), &[[-0.16, 0.64, 0.16, 0.64, 0.2, 0.45]], dark);
            for side in [-1.0, 1.0] {
                canvas.block([side * 0.1 - 0.016, 0.56, 0.032, 0.2, 0.016], LINEN);
            }
        }
        Clothes::Jacket => {
            canvas.corners(&[(-0.17, 0.44), (0.17, 0.44), (0.0, 0.92)], LINEN);
            canvas.corners(&[(-0.1, 0.44), (0.1, 0.44), (0.0, 0.56)], throat);
            for side in [-1.0, 1.0] {
                canvas.corners(&[(side * 0.15, 0.43), (0.0, 0.92), (side * 0.3, 0.7), (side * 0.29, 0.48)], dark);
            }
        }
    }
}

fn hair_behind(canvas: &mut Canvas<'_>, hair: Hair, (shade, color): (Color, Color)) {
    match hair {
        Hair::Bob => canvas.block([-0.5, -0.3, 1.0, 0.72, 0.3], shade),
        Hair::Long => canvas.block([-0.52, -0.3, 1.04, 1.02, 0.32], shade),
        Hair::Bun => canvas.blob(0.0, -0.52, 0.22, shade),
        Hair::Ponytail => canvas.shape(
            (0.1, -0.42),
            &[
                [0.62, -0.62, 0.86, -0.1, 0.62, 0.42],
                [0.5, 0.3, 0.44, 0.1, 0.4, -0.1],
                [0.36, -0.3, 0.2, -0.36, 0.1, -0.42],
            ],
            shade,
        ),
        Hair::Curly => {
            for (x, y) in [(-0.4, -0.12), (0.4, -0.12), (-0.42, 0.14), (0.42, 0.14)] {
                canvas.blob(x, y, 0.2, shade);
            }
        }
        Hair::Afro => canvas.blob(0.0, -0.14, 0.6, shade),
        Hair::Scarf => canvas.blob(0.0, 0.06, 0.5, color),
        Hair::Cap => canvas.block([-0.43, -0.2, 0.86, 0.34, 0.14], shade),
        Hair::Short | Hair::Bald => {}
    }
}

fn hair_in_front(canvas: &mut Canvas<'_>, hair: Hair, (shade, color): (Color, Color)) {
    /// A fringe from ear to ear over the crown.
    const FRINGE: [[f32; 6]; 3] = [
        [-0.5, -0.7, 0.5, -0.7, 0.44, 0.02],
        [0.36, -0.16, 0.22, -0.22, 0.06, -0.24],
        [-0.16, -0.22, -0.34, -0.16, -0.44, 0.02],
    ];
    /// A close crop.
    const CROP: [[f32; 6]; 2] = [[-0.46, -0.6, 0.46, -0.6, 0.42, -0.02], [0.34, -0.3, -0.34, -0.3, -0.42, -0.02]];
    match hair {
        Hair::Bald => {}
        Hair::Short | Hair::Afro => canvas.shape((-0.42, -0.02), &CROP, shade),
        Hair::Bob | Hair::Long | Hair::Bun | Hair::Ponytail => canvas.shape((-0.44, 0.02), &FRINGE, shade),
        Hair::Curly => {
            for (x, y) in [(-0.3, -0.28), (-0.1, -0.38), (0.12, -0.38), (0.31, -0.27)] {
                canvas.blob(x, y, 0.17, shade);
            }
        }
        Hair::Scarf => canvas.shape((-0.42, -0.02), &CROP, color),
        Hair::Cap => {
            canvas.shape((-0.45, -0.1), &[[-0.5, -0.66, 0.5, -0.66, 0.45, -0.1]], color);
            canvas.block([-0.46, -0.17, 1.02, 0.1, 0.05], lit(color, 0.72));
        }
    }
}
