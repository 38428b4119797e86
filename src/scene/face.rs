//! Emotion faces and persona portraits as outlines: never emoji, so that every machine draws the same.

use super::geometry::{Path, PathVerb, Point, point, rect};
use super::pen::{Pen, solid};
use super::style;
use super::text::{Align, Shaper};
use super::theme::{Color, Theme};
use crate::model::{Avatar, Emotion, Hair, HairColor, Persona, Portrait, Skin};

/// The colour of an emotion's shapes: above zero positive, below negative, neutral within half a point.
pub fn emotion_color(theme: &Theme, emotion: Emotion) -> Color {
    match emotion.halves() {
        2.. => theme.positive,
        ..=-2 => theme.negative,
        _ => theme.neutral,
    }
}

/// A face that feels so: the mouth bends with the emotion.
pub fn face(pen: &mut Pen, theme: &Theme, (center, radius): (Point, f32), emotion: Emotion) {
    let color = emotion_color(theme, emotion);
    pen.circle(center, radius, Some(theme.card), Some(solid(color, radius * 0.2)));
    let eye = radius * 0.115;
    for side in [-1.0, 1.0] {
        pen.circle(point(center.x + side * radius * 0.364, center.y - radius * 0.22), eye, Some(color), None);
    }
    let bend = emotion.points() as f32 / 5.0 * radius * 0.62;
    let level = center.y + radius * 0.33 - bend * 0.35;
    let mouth = [
        PathVerb::Move(point(center.x - radius * 0.42, level)),
        PathVerb::Quad(point(center.x, level + bend * 1.25), point(center.x + radius * 0.42, level)),
    ];
    pen.line(Path { verbs: mouth.to_vec() }, solid(color, radius * 0.165));
}

/// A persona's portrait in a ring of its colour.
pub fn portrait(
    pen: &mut Pen,
    (theme, shaper): (&Theme, &mut Shaper),
    (center, radius): (Point, f32),
    persona: &Persona,
) {
    let color = theme.persona(persona.color);
    match &persona.portrait {
        Portrait::Initials => {
            pen.circle(center, radius, Some(color), None);
            let initials = initials(&persona.name);
            let size = radius * 0.8;
            let style = crate::scene::text::TextStyle { size, line_height: size * 1.2, ..style::CHIP_NAME };
            let text = shaper.shape(&initials, style, None, Align::Left);
            pen.text(point(center.x - text.width / 2.0, center.y - text.height / 2.0), text, theme.background);
        }
        Portrait::Avatar(avatar) => avatar_face(pen, theme, (center, radius), (*avatar, color)),
        Portrait::Photo(picture) => {
            pen.picture(rect(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius), picture, true);
        }
    }
    pen.circle(center, radius, None, Some(solid(color, (radius * 0.09).max(1.5))));
}

/// The first letters of the first two words.
fn initials(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.take(2).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

fn skin_color(skin: Skin) -> Color {
    match skin {
        Skin::Light => Color::rgb(0xf2, 0xc9, 0xa5),
        Skin::Medium => Color::rgb(0xd9, 0xa0, 0x73),
        Skin::Dark => Color::rgb(0x8d, 0x5a, 0x3b),
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
}

fn avatar_face(pen: &mut Pen, theme: &Theme, (center, radius): (Point, f32), (avatar, clothes): (Avatar, Color)) {
    let Avatar { hair, hair_color: shade, skin, glasses, beard } = avatar;
    let (skin, shade) = (skin_color(skin), hair_color(shade));
    pen.circle(center, radius, Some(theme.portrait_ground), None);
    let mut canvas = Canvas { pen, center, radius };
    hair_behind(&mut canvas, hair, (shade, clothes));
    canvas.block([-0.14, 0.28, 0.28, 0.34, 0.1], skin);
    // Shoulders: a cap of the portrait's own circle.
    canvas.shape(
        (-0.74, 0.67),
        &[
            [-0.62, 0.47, -0.3, 0.44, 0.0, 0.44],
            [0.3, 0.44, 0.62, 0.47, 0.74, 0.67],
            [0.5, 1.08, -0.5, 1.08, -0.74, 0.67],
        ],
        clothes,
    );
    canvas.blob(0.0, 0.04, 0.4, skin);
    if beard {
        canvas.shape(
            (-0.4, 0.06),
            &[[-0.42, 0.5, -0.2, 0.6, 0.0, 0.6], [0.2, 0.6, 0.42, 0.5, 0.4, 0.06], [0.3, 0.3, -0.3, 0.3, -0.4, 0.06]],
            shade,
        );
    }
    hair_in_front(&mut canvas, hair, (shade, clothes));
    let ink = Color::rgb(0x3a, 0x2a, 0x24);
    for side in [-1.0, 1.0] {
        canvas.blob(side * 0.15, 0.05, 0.042, ink);
        if glasses {
            let place = canvas.at(side * 0.16, 0.05);
            canvas.pen.circle(place, 0.12 * radius, None, Some(solid(ink, 0.035 * radius)));
        }
    }
    let mouth = [PathVerb::Move(canvas.at(-0.1, 0.22)), PathVerb::Quad(canvas.at(0.0, 0.3), canvas.at(0.1, 0.22))];
    canvas.pen.line(Path { verbs: mouth.to_vec() }, solid(ink, 0.04 * radius));
}

fn hair_behind(canvas: &mut Canvas<'_>, hair: Hair, (shade, clothes): (Color, Color)) {
    match hair {
        Hair::Bob => canvas.block([-0.5, -0.3, 1.0, 0.72, 0.3], shade),
        Hair::Long => canvas.block([-0.52, -0.3, 1.04, 1.02, 0.32], shade),
        Hair::Bun => canvas.blob(0.0, -0.52, 0.22, shade),
        Hair::Curly => {
            for (x, y) in [(-0.4, -0.12), (0.4, -0.12), (-0.42, 0.14), (0.42, 0.14)] {
                canvas.blob(x, y, 0.2, shade);
            }
        }
        Hair::Scarf => canvas.blob(0.0, 0.06, 0.5, clothes),
        Hair::Short | Hair::Bald => {}
    }
}

fn hair_in_front(canvas: &mut Canvas<'_>, hair: Hair, (shade, clothes): (Color, Color)) {
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
        Hair::Short => canvas.shape((-0.42, -0.02), &CROP, shade),
        Hair::Bob | Hair::Long | Hair::Bun => canvas.shape((-0.44, 0.02), &FRINGE, shade),
        Hair::Curly => {
            for (x, y) in [(-0.3, -0.28), (-0.1, -0.38), (0.12, -0.38), (0.31, -0.27)] {
                canvas.blob(x, y, 0.17, shade);
            }
        }
        Hair::Scarf => canvas.shape((-0.42, -0.02), &CROP, clothes),
    }
}
