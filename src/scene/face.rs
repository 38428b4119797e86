//! Emotion faces and persona portraits as outlines: never emoji, so that every machine draws the same.

use super::avatar::avatar_face;
use super::geometry::{Path, PathVerb, Point, point, rect};
use super::pen::{Pen, solid};
use super::style;
use super::text::{Align, Shaper};
use super::theme::{Color, Theme};
use crate::model::{Emotion, Persona, Portrait};

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
