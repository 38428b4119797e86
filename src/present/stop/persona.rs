//! A persona: its portrait, what it says, and what is known of it in columns.

use std::sync::Arc;

use super::desk::{Desk, TOP, Type};
use super::frame;
use super::traits;
use super::units::{self, Parts, Unit};
use crate::model::{Persona, Subject};
use crate::present::deck::Slide;
use crate::scene::face::portrait;
use crate::scene::pen::Pen;
use crate::scene::text::ShapedText;
use crate::scene::{Color, HitTarget, point, rect};

/// The radius of the portrait.
const RADIUS: f32 = 150.0;
/// The same where traits stand below it.
const SMALL_RADIUS: f32 = 104.0;
/// Above the traits below it, and between them.
const TRAIT_GAPS: (f32, f32) = (26.0, 14.0);
/// Between portrait and columns.
const GAP: f32 = 72.0;

/// A text below the portrait: how far down, and in which colour.
type Said = (f32, Arc<ShapedText>, Color);

fn left_width(desk: &Desk<'_>) -> f32 {
    (desk.safe().width * 0.3).max(2.0 * RADIUS)
}

fn room(desk: &Desk<'_>) -> crate::scene::Rect {
    let safe = desk.safe();
    let left = safe.x + left_width(desk) + GAP;
    rect(left, TOP, safe.right() - left, bottom() - TOP)
}

/// What is known of it, broken into parts.
pub(super) fn parts(desk: &mut Desk<'_>, persona: &Persona) -> Parts {
    let color = desk.theme.persona(persona.color);
    let mut units = Vec::new();
    let texts = desk.texts;
    let text = |key: &str| texts.get(key);
    let lists = [
        ("stop-goals", &persona.goals),
        ("stop-needs", &persona.needs),
        ("stop-pains", &persona.pains),
        ("stop-expectations", &persona.expectations),
    ];
    for (key, lines) in lists {
        let lines: Vec<&String> = lines.iter().filter(|line| !line.trim().is_empty()).collect();
        if !lines.is_empty() {
            units.push(Unit::Heading(text(key), color));
            units.extend(lines.into_iter().map(|line| Unit::Point(line.clone(), color)));
        }
    }
    let channels = persona.channels.iter().filter_map(|id| desk.document.channels.get(id));
    let channels = channels.map(|channel| channel.name.trim().to_owned()).collect::<Vec<_>>().join(", ");
    let texts = [
        ("stop-who", who(persona)),
        ("stop-motivation", persona.motivation.clone()),
        ("stop-channels", channels),
        ("stop-habits", persona.habits.clone()),
        ("stop-devices", persona.devices.clone()),
    ];
    for (key, words) in texts.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
        units.push(Unit::Heading(text(key), color));
        units.push(Unit::Text(words, Type::Body, desk.theme.ink));
    }
    if !persona.sliders.is_empty() && !has_room_for_traits(desk, persona) {
        units.push(Unit::Heading(text("card-traits"), color));
        units.extend(persona.sliders.iter().map(|slider| Unit::Trait(slider.clone(), color)));
    }
    let fields = persona.fields.iter().filter(|field| !field.value.trim().is_empty());
    for field in fields {
        units.push(Unit::Heading(field.name.trim().to_owned(), color));
        units.push(Unit::Text(field.value.clone(), Type::Body, desk.theme.ink));
    }
    let room = room(desk);
    units::pack(desk, units, (room.width, room.height), columns(desk))
}

fn columns(desk: &Desk<'_>) -> usize {
    if room(desk).width / desk.scale() > 860.0 { 2 } else { 1 }
}

/// Draws a part.
pub(super) fn draw(desk: &mut Desk<'_>, persona: &Persona, columns: &[Vec<Unit>], slide: &Slide) {
    let safe = desk.safe();
    let part = part_words(desk, slide);
    let beside = has_room_for_traits(desk, persona);
    let radius = if beside { SMALL_RADIUS } else { RADIUS };
    let target = HitTarget::Subject(Subject::Persona(persona.id.clone()));
    let mut pen = Pen::body().hit(rect(safe.x, TOP, 2.0 * radius, 2.0 * radius), target, persona.name.clone());
    portrait(&mut pen, (desk.theme, desk.shaper), (point(safe.x + radius, TOP + radius), radius), persona);
    desk.put(pen);
    let (said, mut y) = said(desk, persona, (radius, &part));
    let mut pen = Pen::body();
    for (y, text, color) in said {
        pen.text(point(safe.x, y), text, color);
    }
    desk.put(pen);
    if beside {
        let (width, color) = (left_width(desk), desk.theme.persona(persona.color));
        y += TRAIT_GAPS.0;
        for slider in &persona.sliders {
            y += traits::draw(desk, (slider, color), (point(safe.x, y), width, f32::INFINITY)) + TRAIT_GAPS.1;
        }
    }
    let room = room(desk);
    let count = self::columns(desk);
    units::draw(desk, columns, room, count);
}

fn bottom() -> f32 {
    super::desk::BAND_TOP - frame::GAP
}

/// Whether all traits have room below the portrait, drawn a little smaller then, and what is said there.
fn has_room_for_traits(desk: &mut Desk<'_>, persona: &Persona) -> bool {
    let any_part = desk.texts.with("stop-part", &[("part", 1.into()), ("parts", 1.into())]);
    let (_, mut y) = said(desk, persona, (SMALL_RADIUS, &any_part));
    let width = left_width(desk);
    y += TRAIT_GAPS.0 - TRAIT_GAPS.1;
    for slider in &persona.sliders {
        y += traits::height(desk, slider, (width, f32::INFINITY)) + TRAIT_GAPS.1;
    }
    !persona.sliders.is_empty() && y <= bottom()
}

/// What is said below a portrait of this radius: where, and in which colour; and where it ends.
fn said(desk: &mut Desk<'_>, persona: &Persona, (radius, part): (f32, &str)) -> (Vec<Said>, f32) {
    let mut y = TOP + 2.0 * radius + 28.0;
    let width = left_width(desk);
    let lines = [
        (persona.name.clone(), Type::Title, desk.theme.ink, 0.22, 4.0),
        (frame::chip_note(desk, persona), Type::Statement, desk.theme.persona(persona.color), 0.18, 4.0),
        (quote(desk, persona), Type::Body, desk.theme.ink, 0.6, 22.0),
        (part.to_owned(), Type::Note, desk.theme.mute, 0.1, 14.0),
    ];
    let mut said = Vec::new();
    for (words, kind, color, share, above) in lines {
        let left = bottom() - y - above;
        if words.trim().is_empty() || left < desk.style(kind).line_height {
            continue;
        }
        let most = (left.min((bottom() - TOP) * share)).max(desk.style(kind).line_height);
        let text = desk.fit(&words, kind, (width, most));
        y += above;
        let height = text.height;
        said.push((y, text, color));
        y += height;
    }
    (said, y)
}

fn part_words(desk: &Desk<'_>, slide: &Slide) -> String {
    let arguments = [("part", (slide.part + 1).into()), ("parts", slide.parts.into())];
    if slide.parts > 1 { desk.texts.with("stop-part", &arguments) } else { String::new() }
}

fn quote(desk: &Desk<'_>, persona: &Persona) -> String {
    super::rows::quoted(desk, &persona.quote)
}

/// Who it is, in one line after another.
fn who(persona: &Persona) -> String {
    let it = &persona.demographics;
    let parts = [&it.occupation, &it.place, &it.family, &it.income];
    parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
